"""Open one page in Chromium and measure it: ``web_speed.py LIBRARY PAGE COPIES``.

What the page asks the network for is answered from the folder COPIES. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from web_copies import NoCopyError, copy_of

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page, Route

PROBE = Path(__file__).with_name("web_probe.js")
WIDTH, HEIGHT = 1440, 900
LEAFLET_CANVAS = "() => document.querySelector('canvas.leaflet-zoom-animated') !== null"
WEBGL = "seen => seen.drewFeatures"
DRAWN = {
    "planmap": "() => globalThis.planmapReady === true",
    "bare page": "() => globalThis.barePageReady === true",
    "explore": LEAFLET_CANVAS,
    "folium GeoJson": LEAFLET_CANVAS,
    "FastMarkerCluster": "() => document.querySelector('.marker-cluster') !== null",
    "leafmap": LEAFLET_CANVAS,
    "pydeck": WEBGL,
    "maplibre": WEBGL,
}
"""How a page is known to have its features on the map."""
CHARTS = ".leaflet-container, .maplibregl-map, #deck-container"
DRAG_S = 1.5
DRAG_PX = 400
STEP_S = 0.016
RELEASE_MS = 300
ZOOM_MS = 800
"""Longer than Leaflet waits for the wheel and moves after it."""
WHEEL_PX = 100
QUERIES = ("人", "人民", "人民路1", "")
BOXES = 2
"""Checkboxes that are clicked in each menu."""
HEAP_PARTS = ("usedSize", "embedderHeapUsedSize", "backingStorageSize")
MEGABYTE = 1_000_000

Taken = dict[str, Any]


def measure(library: str, page: Path, copies: Path) -> Taken:
    """Open a page, wait until it can be used, use it."""
    asked: list[str] = []
    unanswered: list[str] = []

    def answer(route: Route) -> None:
        address = route.request.url
        asked.append(address)
        try:
            route.fulfill(body=copy_of(address, copies), headers={"Access-Control-Allow-Origin": "*"})
        except NoCopyError as problem:
            unanswered.append(str(problem))
            route.abort()

    with sync_playwright() as driver:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.set_default_timeout(0)
        tab.on("pageerror", lambda error: print(f"{library}: {error}", file=sys.stderr, flush=True))
        tab.route(re.compile(r"^https?://"), answer)
        tab.add_init_script(PROBE.read_text(encoding="utf-8").replace("ISDRAWN", DRAWN[library]))
        session = tab.context.new_cdp_session(tab)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        tab.goto(page.resolve().as_uri(), wait_until="commit")
        taken: Taken = tab.evaluate("() => planmapBench.settled")
        taken["core_ms"] = core_ms(session)
        require_answers(unanswered)
        taken |= {"requests": len(set(asked)), "heap_mb": heap_mb(tab)}
        if library == "planmap":
            taken |= {"search": search(tab), "filter": use_facets(tab)}
        taken |= drag(tab) | zoom(tab)
        require_answers(unanswered)
        taken |= {"browser": browser.version, "width": WIDTH, "height": HEIGHT, "load": os.getloadavg()[0]}
        browser.close()
    return taken


def require_answers(unanswered: list[str]) -> None:
    """End the measuring where a page asked for what is not there: it is not the page that it should be."""
    if unanswered:
        raise SystemExit("\n".join(unanswered))


def core_ms(session: CDPSession) -> float:
    """Give what the page's main thread has taken of the core, without the waiting of a busy machine."""
    metrics = {
        metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]
    }
    return 1000 * float(metrics["TaskDuration"])


# --- Memory ----------------------------------------------------------------------------------------


def heap_mb(tab: Page) -> float:
    """Give what the page's scripts hold after collecting: objects, the browser's own, and typed arrays.

    Those of workers are counted too.
    """
    session = tab.context.new_cdp_session(tab)
    workers: list[str] = []
    session.on("Target.attachedToTarget", lambda event: workers.append(event["sessionId"]))
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")
    session.send(
        "Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
    )
    usages = [used, *(worker_usage(tab, session, worker) for worker in workers)]
    session.detach()
    return sum(float(usage[part]) for usage in usages for part in HEAP_PARTS) / MEGABYTE


def worker_usage(tab: Page, session: CDPSession, worker: str) -> dict[str, float]:
    """Ask a worker for its memory."""
    answers: dict[int, Any] = {}

    def keep(event: Any) -> None:  # noqa: ANN401 - JSON
        answer = json.loads(event["message"])
        answers[answer.get("id", 0)] = answer.get("result", {})

    session.on("Target.receivedMessageFromTarget", keep)
    for number, method in ((1, "HeapProfiler.collectGarbage"), (2, "Runtime.getHeapUsage")):
        message = json.dumps({"id": number, "method": method})
        session.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})
        while number not in answers:
            tab.wait_for_timeout(10)
    session.remove_listener("Target.receivedMessageFromTarget", keep)
    usage: dict[str, float] = answers[2]
    return usage


# --- The map ---------------------------------------------------------------------------------------


def middle(tab: Page) -> tuple[float, float]:
    """Give the middle of the map on the screen."""
    box = tab.locator(CHARTS).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(tab: Page) -> Taken:
    """Drag the map to the right and back; give the gaps between frames, the worst with the release."""
    x, y = middle(tab)
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(f"() => {{ planmapBench.moved = planmapBench.record({DRAG_S * 1000}); }}")
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < DRAG_S:
        there = DRAG_PX * (1 - abs(1 - 2 * passed / DRAG_S))
        tab.mouse.move(x + there, y + there / 4)
        time.sleep(STEP_S)
    gaps = tab.evaluate("() => planmapBench.moved")
    tab.evaluate(f"() => {{ planmapBench.moved = planmapBench.record({RELEASE_MS}); }}")
    tab.mouse.up()
    released = tab.evaluate("() => planmapBench.moved")
    return {"pan_ms": statistics.median(gaps), "pan_worst_ms": max(*gaps, *released)}


def zoom(tab: Page) -> Taken:
    """Zoom in by two steps and out again, and give the longest gap between frames."""
    tab.mouse.move(*middle(tab))
    gaps: list[float] = []
    for step in (-WHEEL_PX, -WHEEL_PX, WHEEL_PX, WHEEL_PX):
        tab.evaluate(f"() => {{ planmapBench.moved = planmapBench.record({ZOOM_MS}); }}")
        tab.mouse.wheel(0, step)
        gaps += tab.evaluate("() => planmapBench.moved")
    return {"zoom_worst_ms": max(gaps)}


# --- planmap's list --------------------------------------------------------------------------------


def search(tab: Page) -> list[Taken]:
    """Type some words and clear them again; give how long list and canvas take to follow each."""
    typed = """text => planmapBench.follow('input', () => {
        const box = document.querySelector('input.search-input');
        box.value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
    })"""
    return [tab.evaluate(typed, text) for text in QUERIES]


def use_facets(tab: Page) -> list[Taken]:
    """Click some checkboxes in every menu, one by one, and click them back."""
    clicked = "box => planmapBench.follow('click', () => box.click())"
    taken: list[Taken] = []
    for facet in tab.locator("button.facet, .facet > button").all():
        facet.evaluate("button => button.click()")
        boxes = tab.locator(".facet-menu input[type=checkbox]").all()[:BOXES]
        taken += [box.evaluate(clicked) for box in (*boxes, *boxes)]
        facet.evaluate("button => button.click()")
    return taken


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))))
