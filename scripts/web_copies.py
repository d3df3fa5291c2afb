"""Local copies of what the pages of other libraries load from the network.

npm packs each package once, as it is published, into a folder that is kept; nothing of it is run. What
is in no package of npm comes from the library's own wheel.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKAGES = (
    "@deck.gl/widgets@9.3.11",
    "@fortawesome/fontawesome-free@6.2.0",
    "bootstrap@3.2.0",
    "bootstrap@5.2.2",
    "font-awesome@4.6.3",
    "jquery-ui-dist@1.12.1",
    "jquery@3.7.1",
    "leaflet.awesome-markers@2.0.5",
    "leaflet.fullscreen@3.0.0",
    "leaflet.markercluster@1.1.0",
    "leaflet@1.9.3",
    "mapbox-gl@1.13.0",
    "maplibre-gl@5.14.0",
)
WHEEL = "wheel"
FROM_WHEELS = {f"{WHEEL}/jupyter-widget.js": "pydeck/nbextension/static/index.js"}
"""Copy, and the file among the installed packages of the peers."""

ELSEWHERE = {
    "/Leaflet.awesome-markers/2.0.2/": "leaflet.awesome-markers@2.0.5/dist",  # 2.0.2 is not there
    "/leaflet.markercluster/1.1.0/": "leaflet.markercluster@1.1.0/dist",
    "/jquery-3.7.1": "jquery@3.7.1/dist/jquery",
    "/ui/1.12.1/": "jquery-ui-dist@1.12.1",
    "/bootstrap/3.2.0/": "bootstrap@3.2.0/dist",
    "/font-awesome/4.6.3/": "font-awesome@4.6.3",
    "/mapbox-gl-js/v1.13.0/": "mapbox-gl@1.13.0/dist",
}
"""How an address goes on where it does not name a package of npm, and where its copy is."""
MADE_SMALL = {
    "leaflet.fullscreen@3.0.0/Control.FullScreen.min.js": "leaflet.fullscreen@3.0.0/Control.FullScreen.js"
}
"""Files that a server makes small, and what it makes them from."""
EMPTY = ("bootstrap-glyphicons.css", "leaflet.awesome.rotate.min.css")
"""Style sheets of icons that npm does not have."""
RANGES = {"~9.3.*": "9.3.11"}

_TILE = re.compile(r"/\d+/\d+/\d+(@2x)?\.(png|jpg|pbf)$")
_PACKAGE = re.compile(r"^(?:/npm)?/(?P<package>(?:@[^/@]+/)?[^/@]+@[^/]+)/(?P<file>.+)$")
NO_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class NoCopyError(LookupError):
    """A page asks for an address that no local copy answers."""


def fetch_copies(folder: Path, packages: Path) -> None:
    """Fill ``folder`` with what is not there yet, from npm and from installed ``packages``."""
    npm = shutil.which("npm")
    for name in PACKAGES:
        if not (folder / name).is_dir():
            if npm is None:
                raise FileNotFoundError(f"{folder / name}: no such copy, and no npm to fetch it")
            unpack(npm, name, folder / name)
    for copy, installed in FROM_WHEELS.items():
        (folder / copy).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / installed, folder / copy)


def unpack(npm: str, name: str, folder: Path) -> None:
    """Put the files of a package into ``folder``."""
    with tempfile.TemporaryDirectory() as aside:
        command = [npm, "pack", "--silent", "--pack-destination", aside, name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(aside).glob("*.tgz")
        with tarfile.open(archive) as files:
            files.extractall(aside, filter="data")
        (made,) = (path for path in Path(aside).iterdir() if path.is_dir())
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, folder)


def copy_of(address: str, folder: Path) -> bytes:
    """Give what an address would answer.

    Raises
    ------
    NoCopyError
        Where there is no copy; the message names the address.
    """
    path = unquote(urlsplit(address).path)
    if _TILE.search(path):
        return NO_PICTURE
    if path.endswith(EMPTY):
        return b""
    file = folder / copy_name(path)
    if not file.is_file():
        raise NoCopyError(f"{address}: no local copy answers; name its package in web_copies.py")
    return file.read_bytes()


def copy_name(path: str) -> str:
    """Give the copy of a path on a server, relative to the folder of copies."""
    for version_range, version in RANGES.items():
        path = path.replace(version_range, version)
    if "/@deck.gl/jupyter-widget@" in path:
        return f"{WHEEL}/jupyter-widget.js"
    copy = named_package(path)
    return MADE_SMALL.get(copy, copy)


def named_package(path: str) -> str:
    """Give package and file that a path names, in npm's words or in another server's."""
    for start, place in ELSEWHERE.items():
        _, found, rest = path.partition(start)
        if found:
            return f"{place}{'/' if start.endswith('/') else ''}{rest}"
    named = _PACKAGE.match(path)
    return f"{named['package']}/{named['file']}" if named else path.lstrip("/")
