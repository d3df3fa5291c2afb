"""Draw one sheet with one library, in this process: ``sheet_speed.py LIBRARY FOLDER``.

FOLDER holds ``sheet.json``, the display list of a sheet, which ``planmap`` leaves there when it goes first.
Each library draws all of it into ``LIBRARY.pdf`` there. Runs in the library's own environment, so it needs
nothing but the standard library and that library. Prints one JSON object: version, seconds from the display
list to the file, seconds of the whole process, and the greatest resident size in MB.
"""

from __future__ import annotations

import html
import importlib
import json
import os
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

STARTED = time.perf_counter()
MM = 72 / 25.4
LIST = "sheet.json"
ZONE = 1
"""Position of the zone among the pages: the one with most lines and names."""

Sheet = dict[str, Any]
Item = dict[str, Any]


# --- planmap ---------------------------------------------------------------------------------------


def planmap(folder: Path) -> tuple[str, float]:
    """Typst, through the display list, which is kept for the others."""
    printing, sheets = importlib.import_module("geo.printing"), importlib.import_module("geo.render.sheet")
    pages, base, workspace = district()
    day = workspace.settings.report_date
    kit = printing.sheet_kit(base, workspace, as_of=day)
    began = time.perf_counter()
    sheet = sheets.oriented_sheets(pages[ZONE], kit, number="02", orientation=None)[0]
    laid_out = time.perf_counter() - began
    began = time.perf_counter()
    (content,) = printing.set_sheets([sheet], title="sheet", when=day)
    seconds = time.perf_counter() - began
    (folder / "planmap.pdf").write_bytes(content)
    (folder / LIST).write_text(json.dumps(as_json(sheet)), encoding="utf-8")
    tell_laid_out(folder, laid_out)
    return f"typst {version('typst')}", seconds


def atlas(folder: Path) -> tuple[str, float]:
    """Typst for all sheets of this repository: the atlas and a file a zone, display lists included."""
    printing = importlib.import_module("geo.printing")
    pages, base, workspace = district()
    began = time.perf_counter()
    made = printing.print_files(pages, base, workspace, as_of=workspace.settings.report_date)
    seconds = time.perf_counter() - began
    (folder / "atlas.pdf").write_bytes(made[workspace.atlas])
    return f"the atlas and {len(made) - 1} files of zones", seconds


def district() -> tuple[Any, Any, Any]:
    """Return the pages of this repository, what lies under them, and its workspace."""
    pipeline = importlib.import_module("geo.pipeline")
    workspace = pipeline.load_workspace(Path(__file__).parents[1])
    day = workspace.settings.report_date
    report = pipeline.read(workspace.report, named="report", reference=day)
    sources, neighbours = pipeline.read_sources(workspace)
    gazetteer = pipeline.index_places(workspace, sources)
    layers = pipeline.join_places(report, pipeline.find_places(report, gazetteer), workspace)
    pages = pipeline.lay_out(layers, gazetteer, sources, workspace)
    return pages, pipeline.base_map(sources, neighbours), workspace


def tell_laid_out(folder: Path, seconds: float) -> None:
    """Keep how long it took to make the display list."""
    (folder / "laid-out.json").write_text(json.dumps(seconds), encoding="utf-8")


def as_json(sheet: Any) -> Sheet:  # noqa: ANN401 - a record of planmap, which peers do not have
    """Return a display list as plain data."""
    fonts = importlib.import_module("geo.io.fonts")
    files = [str(font.path) for font in (fonts.regular_font(), fonts.bold_font())]
    items = [shape_json(item) if hasattr(item, "parts") else words_json(item) for item in sheet.items]
    return {
        "width": sheet.width,
        "height": sheet.height,
        "items": items,
        "fonts": files,
        "scale": sheet.scale,
    }


def shape_json(shape: Any) -> Item:  # noqa: ANN401
    """Return lines or areas as plain data."""
    stroke = shape.stroke
    return {
        "parts": [part.tolist() for part in shape.parts],
        "closed": shape.closed,
        "fill": shape.fill,
        "opacity": shape.opacity,
        "colour": stroke.colour if stroke else None,
        "width": stroke.width if stroke else 0.0,
        "dash": list(stroke.dash) if stroke else [],
    }


def words_json(words: Any) -> Item:  # noqa: ANN401
    """Return a text as plain data."""
    names = ("x", "y", "text", "points", "colour", "bold", "turn")
    return {name: getattr(words, name) for name in names} | {"align": str(words.align)}


# --- Peers -----------------------------------------------------------------------------------------


def matplotlib(folder: Path) -> tuple[str, float]:
    """Patches on a figure, texts as TrueType."""
    library = importlib.import_module("matplotlib")
    library.use("pdf")
    library.rcParams["pdf.fonttype"] = 42
    figure_of = importlib.import_module("matplotlib.figure").Figure
    fonts = importlib.import_module("matplotlib.font_manager").FontProperties
    sheet = read(folder)
    began = time.perf_counter()
    figure = figure_of(figsize=(sheet["width"] / 25.4, sheet["height"] / 25.4))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, sheet["width"]), ylim=(sheet["height"], 0))
    axes.axis("off")
    faces = [fonts(fname=path) for path in sheet["fonts"]]
    for item in sheet["items"]:
        if "text" in item:
            across = {"start": "left", "middle": "center", "end": "right"}[item["align"]]
            axes.text(
                item["x"], item["y"], item["text"].replace("$", r"\$"), fontproperties=faces[item["bold"]],
                fontsize=item["points"], color=item["colour"], ha=across, va="baseline",
                rotation=-item["turn"], rotation_mode="anchor",
            )  # fmt: skip
        else:
            axes.add_patch(matplotlib_patch(item))
    figure.savefig(folder / "matplotlib.pdf", metadata={"CreationDate": None})
    return f"matplotlib {library.__version__}", time.perf_counter() - began


def matplotlib_patch(item: Item) -> Any:  # noqa: ANN401
    """Return lines or areas as a patch."""
    path = importlib.import_module("matplotlib.path").Path
    patch = importlib.import_module("matplotlib.patches").PathPatch
    vertices: list[list[float]] = []
    codes: list[int] = []
    for part in item["parts"]:
        vertices += [*part, part[0]] if item["closed"] else part
        codes += [
            path.MOVETO,
            *[path.LINETO] * (len(part) - 1),
            *([path.CLOSEPOLY] if item["closed"] else []),
        ]
    width = item["width"] * MM
    dash = (0, [length * MM / width for length in item["dash"]]) if item["dash"] else "solid"
    opacity = item["opacity"] if item["fill"] and item["opacity"] < 1 else None
    return patch(
        path(vertices, codes), facecolor=item["fill"] or "none", edgecolor=item["colour"] or "none",
        alpha=opacity, linewidth=width, linestyle=dash,
    )  # fmt: skip


def weasyprint(folder: Path) -> tuple[str, float]:
    """One SVG of millimetres in a page of HTML."""
    library = importlib.import_module("weasyprint")
    sheet = read(folder)
    began = time.perf_counter()
    library.HTML(string=as_html(sheet)).write_pdf(folder / "weasyprint.pdf")
    return f"WeasyPrint {library.__version__}", time.perf_counter() - began


def as_html(sheet: Sheet) -> str:
    """Return a sheet as a page of HTML with one SVG."""
    width, height = sheet["width"], sheet["height"]
    faces = "".join(
        f"@font-face {{ font-family: sheet; font-weight: {weight}; src: url(file://{path}) }}"
        for path, weight in zip(sheet["fonts"], (400, 700), strict=True)
    )
    body = "".join(as_svg(item) for item in sheet["items"])
    size = f"@page {{ size: {width}mm {height}mm; margin: 0 }}"
    svg = f"<svg width='{width}mm' height='{height}mm' viewBox='0 0 {width} {height}'>{body}</svg>"
    return f"<style>{size} body {{ margin: 0 }} svg {{ display: block }} {faces}</style>{svg}"


def as_svg(item: Item) -> str:
    """Return an item as an element of SVG."""
    if "text" in item:
        turn = f" transform='rotate({item['turn']} {item['x']} {item['y']})'" if item["turn"] else ""
        return (
            f"<text x='{item['x']}' y='{item['y']}' font-family='sheet' font-size='{item['points'] / MM}'"
            f" font-weight='{700 if item['bold'] else 400}' fill='{item['colour']}'"
            f" text-anchor='{item['align']}'{turn}>{html.escape(item['text'])}</text>"
        )
    path = "".join(
        "M" + "L".join(f"{x:.4f} {y:.4f}" for x, y in part) + ("Z" if item["closed"] else "")
        for part in item["parts"]
    )
    dash = f" stroke-dasharray='{' '.join(map(str, item['dash']))}'" if item["dash"] else ""
    return (
        f"<path d='{path}' fill='{item['fill'] or 'none'}' fill-rule='evenodd'"
        f" fill-opacity='{item['opacity']}' stroke='{item['colour'] or 'none'}'"
        f" stroke-width='{item['width']}'{dash}/>"
    )


def fpdf2(folder: Path) -> tuple[str, float]:
    """Paths and texts of a page, one by one."""
    library = importlib.import_module("fpdf")
    sheet = read(folder)
    began = time.perf_counter()
    document = library.FPDF(unit="mm", format=(sheet["width"], sheet["height"]))
    document.set_creation_date(importlib.import_module("datetime").datetime(2020, 8, 1))
    document.set_auto_page_break(auto=False)
    document.set_margin(0)
    document.add_page()
    for path, style in zip(sheet["fonts"], ("", "B"), strict=True):
        document.add_font("sheet", style, path)
    for item in sheet["items"]:
        (fpdf2_text if "text" in item else fpdf2_path)(document, item)
    document.output(str(folder / "fpdf2.pdf"))
    return f"fpdf2 {library.__version__}", time.perf_counter() - began


def fpdf2_text(document: Any, item: Item) -> None:  # noqa: ANN401
    """Set one text."""
    document.set_font("sheet", "B" if item["bold"] else "", item["points"])
    document.set_text_color(item["colour"])
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item["align"]]
    left = share * document.get_string_width(item["text"])
    with document.rotation(-item["turn"], item["x"], item["y"]):
        document.text(item["x"] - left, item["y"], item["text"])


def fpdf2_path(document: Any, item: Item) -> None:  # noqa: ANN401
    """Draw lines or areas."""
    with document.drawing_context() as context:
        drawing = importlib.import_module("fpdf.drawing")
        path = drawing.PaintedPath()
        style = path.style
        style.fill_color, style.stroke_color = item["fill"], item["colour"]
        style.stroke_width, style.fill_opacity = item["width"], item["opacity"]
        style.stroke_dash_pattern = item["dash"] or None
        style.intersection_rule = "evenodd"
        style.auto_close = False
        for part in item["parts"]:
            path.move_to(*part[0])
            for x, y in part[1:]:
                path.line_to(x, y)
            if item["closed"]:
                path.close()
        context.add_item(path)


def qgis(folder: Path) -> tuple[str, float]:
    """Draw the same zone with the atlas of layers/planmap.qgz, in QGIS's own symbols and layout."""
    core = importlib.import_module("qgis.core")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    core.QgsApplication.setPrefixPath("/usr", useDefaultPaths=True)
    application = core.QgsApplication([], False)  # noqa: FBT003 - Qt's own
    application.initQgis()
    project = core.QgsProject.instance()
    began = time.perf_counter()
    project.read(str(Path(__file__).parents[1] / "layers" / "planmap.qgz"))
    manager = project.layoutManager()
    layout = next(made for made in manager.printLayouts() if made.atlas().enabled())
    atlas = layout.atlas()
    atlas.beginRender()
    atlas.seekTo(ZONE)
    layout.refresh()
    settings = core.QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = core.QgsRenderContext.TextFormatAlwaysText
    settings.rasterizeWholeImage = False
    core.QgsLayoutExporter(layout).exportToPdf(str(folder / "qgis.pdf"), settings)
    seconds = time.perf_counter() - began
    return f"QGIS {core.Qgis.version().split('-')[0]} layout", seconds


LIBRARIES: dict[str, Callable[[Path], tuple[str, float]]] = {
    "planmap": planmap,
    "atlas": atlas,
    "matplotlib": matplotlib,
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
    "qgis": qgis,
}


def read(folder: Path) -> Sheet:
    """Return the display list that planmap left."""
    sheet: Sheet = json.loads((folder / LIST).read_text(encoding="utf-8"))
    return sheet


def main() -> None:
    """Draw with the library that is named, and print what it took."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    label, seconds = LIBRARIES[name](folder)
    taken = {
        "label": label,
        "seconds": seconds,
        "process": time.perf_counter() - STARTED,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(f"{json.dumps(taken)}\n")
    sys.stdout.flush()
    os._exit(0)  # QGIS does not end by itself


if __name__ == "__main__":
    main()
