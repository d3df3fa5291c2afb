"""What tests need beyond Python: a browser, QGIS, PostGIS, the reference reports, golden files.

A test that is marked ``chromium``, ``firefox``, ``node``, ``qgis`` or ``postgis`` skips where that program is
absent, and fails instead where the environment variable PLANMAP_REQUIRE names it
(PLANMAP_REQUIRE=chromium,qgis).
"""

from __future__ import annotations

import asyncio
import difflib
import functools
import glob
import itertools
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar
from urllib.parse import quote, urlsplit

import hypothesis
import pytest
from shapely import LineString, Point, Polygon, box

from postgis_cluster import address_of, find_programs, running_cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from playwright.sync_api import Browser, Page, Playwright

GOLDEN_FOLDER = Path(__file__).parent / "golden"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHROMIUM_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
QGIS_PYTHONS = (
    sys.executable,
    "/usr/bin/python3",
    "/Applications/QGIS*.app/Contents/MacOS/bin/python3",
    "C:/OSGeo4W/bin/python-qgis*.bat",
    "C:/Program Files/QGIS*/bin/python-qgis*.bat",
)
POSTGIS_TEMPLATE = "planmap_template"
ResultT = TypeVar("ResultT")

collect_ignore_glob = ["qgis_*.py"]
"""Run by QGIS's own Python."""


# The same examples on every machine, however slow it is: a test that fails, fails for everyone.
hypothesis.settings.register_profile(
    "planmap", deadline=None, derandomize=True, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("planmap")


# --- Programs that may be absent -----------------------------------------------------------------


@functools.cache
def find_chromium() -> Path | None:
    """Find a browser of the Chromium family; PLANMAP_CHROMIUM goes first."""
    named = os.environ.get("PLANMAP_CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    found = [shutil.which(name) for name in CHROMIUM_NAMES]
    candidates = [*filter(None, found), *filter(os.path.isfile, CHROMIUM_PATHS)]
    return Path(candidates[0]) if candidates else None


@functools.cache
def find_firefox() -> Path | None:
    """Find Firefox; PLANMAP_FIREFOX goes first."""
    named = os.environ.get("PLANMAP_FIREFOX")
    if named:
        return Path(named) if Path(named).is_file() else None
    found = next(filter(None, map(shutil.which, FIREFOX_NAMES)), None)
    return Path(found) if found else None


@functools.cache
def find_node() -> Path | None:
    """Find Node.js that has npm with it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    return Path(node) if node and npm else None


@functools.cache
def find_qgis_python() -> Path | None:
    """Find a Python that imports qgis.core; PLANMAP_QGIS_PYTHON goes first."""
    named = os.environ.get("PLANMAP_QGIS_PYTHON")
    candidates = [named] if named else files_like(*QGIS_PYTHONS)
    return next((Path(candidate) for candidate in candidates if imports_qgis(candidate)), None)


def imports_qgis(python: str) -> bool:
    """Tell whether the interpreter ``python`` runs and imports qgis.core."""
    try:
        result = subprocess.run(
            [python, "-c", "import qgis.core"],
            check=False,
            capture_output=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        )
    except OSError:
        return False
    return result.returncode == 0


@functools.cache
def find_postgis() -> str | None:
    """Find PostGIS: the server in PLANMAP_POSTGIS, or the programs of one that is installed here."""
    programs = find_programs()
    return os.environ.get("PLANMAP_POSTGIS") or (str(programs) if programs else None)


def files_like(*patterns: str) -> list[str]:
    """Give the paths that match absolute patterns, in their order."""
    return [path for pattern in patterns for path in sorted(glob.glob(pattern))]  # noqa: PTH207


PROGRAMS: dict[str, tuple[Callable[[], Path | str | None], str]] = {
    "chromium": (find_chromium, "no Chromium; install one or name it in PLANMAP_CHROMIUM"),
    "firefox": (find_firefox, "no Firefox; install one or name it in PLANMAP_FIREFOX"),
    "node": (find_node, "no Node.js with npm; install it"),
    "qgis": (
        find_qgis_python,
        "no Python with qgis.core; install python3-qgis or name one in PLANMAP_QGIS_PYTHON",
    ),
    "postgis": (find_postgis, "no PostGIS; install it or name a server in PLANMAP_POSTGIS"),
}
"""Mark, how the program is found, and what to say where it is absent."""


def required_programs() -> set[str]:
    """Read PLANMAP_REQUIRE: the programs whose absence is a failure."""
    named = {name.strip() for name in os.environ.get("PLANMAP_REQUIRE", "").split(",")} - {""}
    unknown = sorted(named - set(PROGRAMS))
    if unknown:
        raise pytest.UsageError(
            f"PLANMAP_REQUIRE: unknown {', '.join(unknown)}; it takes {', '.join(PROGRAMS)}"
        )
    return named


def end_without(name: str) -> NoReturn:
    """Skip the test for want of a program, or fail it where PLANMAP_REQUIRE names the program."""
    _, absence = PROGRAMS[name]
    if name in required_programs():
        pytest.fail(f"PLANMAP_REQUIRE names {name}: {absence}", pytrace=False)
    pytest.skip(absence)


def pytest_configure() -> None:
    required_programs()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, (find, _) in PROGRAMS.items():
        if item.get_closest_marker(name) and find() is None:
            end_without(name)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Path of a browser of the Chromium family."""
    return find_chromium() or end_without("chromium")


@pytest.fixture(scope="session")
def firefox() -> Path:
    """Path of Firefox."""
    return find_firefox() or end_without("firefox")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers: one for the whole session, as there can be no second."""
    # Only a test that has a browser needs what drives it.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(chromium: Path, playwright: Playwright) -> Iterator[Browser]:
    """Chromium, driven by Playwright: one for the whole session."""
    launched = playwright.chromium.launch(
        executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
    )
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def saved_by_firefox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder where Firefox puts what a page saves: by WebDriver BiDi no test hears of it."""
    return tmp_path_factory.mktemp("firefox")


@pytest.fixture(scope="session")
def firefox_browser(firefox: Path, playwright: Playwright, saved_by_firefox: Path) -> Iterator[Browser]:
    """Firefox as the system has it, driven by WebDriver BiDi."""
    launched = playwright.firefox.launch(
        executable_path=str(firefox),
        channel="moz-firefox",
        downloads_path=saved_by_firefox,
        firefox_user_prefs={"ui.prefersReducedMotion": 1},
    )
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def qgis_python() -> Path:
    """Path of a Python that imports qgis.core; run it with QT_QPA_PLATFORM=offscreen."""
    return find_qgis_python() or end_without("qgis")


# --- Databases ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Database:
    """A database with PostGIS that one test has for itself, as its superuser."""

    address: str

    @staticmethod
    def wait_for(coroutine: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Run a coroutine in a thread of its own: Playwright keeps a loop running in this one."""
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(asyncio.run, coroutine).result()

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement and give its rows."""
        return self.wait_for(ask_database(self.address, sql, *values))

    def run(self, sql: str) -> None:
        """Run statements."""
        self.wait_for(run_in_database(self.address, sql))

    def address_for(self, user: str, password: str = "") -> str:
        """Give the address for another user."""
        parts = urlsplit(self.address)
        secret = f":{quote(password, safe='')}" if password else ""
        return parts._replace(netloc=f"{user}{secret}@{parts.netloc.rpartition('@')[2]}").geturl()

    def address_of(self, name: str) -> str:
        """Give the address of another database of the server."""
        return urlsplit(self.address)._replace(path=f"/{name}").geturl()


async def ask_database(address: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
    # Only a test that has a database needs what speaks to it.
    import asyncpg  # noqa: PLC0415

    connection = await asyncpg.connect(address)
    try:
        return [tuple(row) for row in await connection.fetch(sql, *values)]
    finally:
        await connection.close()


async def run_in_database(address: str, sql: str) -> None:
    import asyncpg  # noqa: PLC0415

    connection = await asyncpg.connect(address)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def postgis_server() -> Iterator[Database]:
    """The server's own database: of a cluster that this process starts, or what PLANMAP_POSTGIS names."""
    named = os.environ.get("PLANMAP_POSTGIS")
    if named:
        yield Database(named)
        return
    with running_cluster(find_programs() or end_without("postgis")) as folder:
        yield Database(address_of(folder))


@pytest.fixture(scope="session")
def postgis_template(postgis_server: Database) -> Iterator[str]:
    """Name of a database with PostGIS to copy: to make the extension takes longer than a test."""
    name = f"{POSTGIS_TEMPLATE}_{os.getpid()}"
    postgis_server.run(f"CREATE DATABASE {name}")
    Database(postgis_server.address_of(name)).run("CREATE EXTENSION postgis")
    yield name
    postgis_server.run(f"DROP DATABASE {name}")


@pytest.fixture
def database(postgis_server: Database, postgis_template: str) -> Iterator[Database]:
    """An empty database with PostGIS."""
    name = f"planmap_{os.getpid()}"
    postgis_server.run(f"CREATE DATABASE {name} TEMPLATE {postgis_template}")
    yield Database(postgis_server.address_of(name))
    postgis_server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def bare_database(postgis_server: Database) -> Iterator[Database]:
    """An empty database without PostGIS."""
    name = f"planmap_bare_{os.getpid()}"
    postgis_server.run(f"CREATE DATABASE {name}")
    yield Database(postgis_server.address_of(name))
    postgis_server.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def planner(postgis_server: Database) -> Iterator[tuple[str, str]]:
    """A user without any right, and the password."""
    name, password = f"planner_{os.getpid()}", "geheim 密码/@?#%1"
    postgis_server.run(f"CREATE ROLE {name} LOGIN PASSWORD '{password}'")
    yield name, password
    postgis_server.run(f"DROP ROLE {name}")


# --- What a map shows ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on the map of a page, in pixels of the window."""

    labels: dict[str, Polygon]
    """Box of each text of the label canvas; a text along a line has one a character and is not among them."""
    circles: list[Polygon]
    """Circles of uncertainty, less those that fill most of the map: they are ground."""
    leaders: list[LineString]
    rims: list[Polygon]
    """The hatched inner edge of limits, 10 px wide."""

    def in_strange_circles(self) -> set[str]:
        """Return labels inside a circle: a place's own, which tells its ±, may hold its label."""
        held = {
            text: sum(circle.intersects(box) for circle in self.circles) for text, box in self.labels.items()
        }
        return {text for text, circles in held.items() if circles > ("±" in text)}

    def colliding(self) -> set[tuple[str, str]]:
        """Return pairs of labels that overlap, and labels that a leader crosses."""
        crossed = {
            (text, "leader")
            for text, box in self.labels.items()
            if any(box.buffer(-2).intersects(leader) for leader in self.leaders)
        }
        pairs = itertools.combinations(self.labels.items(), 2)
        return crossed | {(one, other) for (one, a), (other, b) in pairs if a.buffer(-1).intersects(b)}


@pytest.fixture(scope="session")
def canvas_record() -> str:
    """Script for a page to start with, so that ``read_drawn`` can tell what its canvases show."""
    return (Path(__file__).parent / "canvas_record.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def read_drawn() -> Callable[[Page], Drawn]:
    """Read what the map of a page shows now."""

    def read(tab: Page) -> Drawn:
        canvases = tab.evaluate("window.shown()")
        widest = 0.22 * tab.evaluate(SEEN_SIDE)
        marks = {kind: [mark for shown in canvases for mark in shown[kind]] for kind in canvases[0]}
        return Drawn(
            labels={mark["text"]: box(*mark["box"]) for mark in marks["texts"] if len(mark["text"]) > 1},
            circles=[Point(x, y).buffer(radius) for x, y, radius in marks["circles"] if radius <= widest],
            leaders=[LineString(ends) for ends in marks["leaders"]],
            rims=[zone.difference(zone.buffer(-10)) for zone in map(Polygon, marks["limits"])],
        )

    return read


SEEN_SIDE = """(() => {
    const map = document.querySelector('.folium-map').getBoundingClientRect();
    const covering = innerWidth < 720 ? [...document.querySelectorAll('.panel, .map-footer')] : [];
    const tops = covering.map(element => element.getBoundingClientRect().top);
    return Math.min(map.width, Math.min(map.bottom, ...tops) - map.top);
})()"""
"""The shorter side of the part of the map that no sheet covers."""


# --- Reports that are not ours to publish --------------------------------------------------------


@pytest.fixture(scope="session")
def reference() -> Path:
    """Folder that holds reports/, gold/, vectors/ and checks/, named by PLANMAP_REFERENCE."""
    named = os.environ.get("PLANMAP_REFERENCE")
    if not named:
        pytest.skip("PLANMAP_REFERENCE is not set: it names the folder of the reference reports")
    if not Path(named).is_dir():
        pytest.fail(f"PLANMAP_REFERENCE names {named}, which is no folder", pytrace=False)
    return Path(named)


# --- Golden files --------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file under tests/golden: ``golden("tasks.csv", text)``."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN_FOLDER / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        elif not path.exists():
            pytest.fail(f"tests/golden/{name} does not exist; run with --update-golden", pytrace=False)
        elif (kept := path.read_bytes().decode()) != text:
            pytest.fail(describe_difference(name, kept, text), pytrace=False)

    return compare


def describe_difference(name: str, kept: str, text: str) -> str:
    """Show where ``text`` differs from the golden file, line ends and all."""
    old, new = (
        [repr(line)[1:-1].replace("\\'", "'") for line in content.splitlines(keepends=True)]
        for content in (kept, text)
    )
    lines = difflib.unified_diff(old, new, f"tests/golden/{name}", "this run", lineterm="")
    return "\n".join([f"{name} is not as it was; run with --update-golden if it is right now", *lines])
