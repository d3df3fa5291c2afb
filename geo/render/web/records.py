"""The records that a page's plugins carry."""

from __future__ import annotations

from dataclasses import asdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from geo.render.web.readings import readings_record
from geo.render.web.rows import rows_of
from geo.render.web.sites import sites_of
from geo.render.web.source_names import with_source_name
from geo.render.web.style_sheet import family_key, style_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from geo.model import MapPage, StyleTable, TaskLayers, ZoneSetting
    from geo.render.web.embed import Json
    from geo.render.web.heading import ReportHeading
    from geo.render.web.readings import Readings

Labels: TypeAlias = "Mapping[str, Mapping[str, str]]"
PageKind: TypeAlias = Literal["zone", "index", "features"]
Translations: TypeAlias = "Mapping[str, Labels]"
"""Labels in other languages, by tag (``en``); what one lacks is said in the page's own."""

_SOURCE_WORDS = "source_words"
"""Table of labels that is used up before the page is written."""
_NOT_ON_PAGES = (_SOURCE_WORDS, "layers", "layer_descriptions", "database", "basis")
"""Tables of labels that no page needs."""
_OF_OTHERS = ("form_", "group_", "layout_", "sheet_", "theme_")
"""How words begin that only QGIS and paper say."""
_OF_FEATURES = "feature_"
"""How words begin that only pages of features say."""
_SAID_BY_QGIS = frozenset(
    {
        "several_families",
        "district_limits",
        "neighbours",
        "other_limits",
        "roads",
        "landmarks",
        "known_places",
        "page_frames",
    }
)
_SEARCHED_LABELS = ("status", "precision", "placed", "task_reason", "kind")
_MISS_COLUMNS = ("task_id", "name", "kind", "within", "reason", "candidates", "would_place")


def frame_record(
    zones: Sequence[ZoneSetting],
    *,
    current: str | None,
    kind: PageKind | None = None,
    style: StyleTable,
    labels: Labels,
    heading: ReportHeading | None,
    translations: Translations = MappingProxyType({}),
) -> dict[str, Json]:
    """Return what the frame of a page needs; ``current`` is the id of its zone, None on the index.

    ``kind`` says what the page is where its zone does not tell.
    """
    of_features = kind == "features"
    return {
        "kind": kind or ("index" if current is None else "zone"),
        "current": current,
        "style": style_record(style),
        "labels": page_labels(labels, of_features=of_features),
        "translations": {
            language: page_labels(words, of_features=of_features) for language, words in translations.items()
        },
        "heading": heading.record() if heading else {"district": "", "title": "", "date": ""},
        "zones": [{"id": zone.id, "title": zone.title} for zone in zones],
    }


def page_labels(labels: Labels, *, of_features: bool = False) -> dict[str, Json]:
    """Return the tables of labels that pages need, and of the interface's words those that they say."""
    tables = {table: dict(words) for table, words in labels.items() if table not in _NOT_ON_PAGES}
    unsaid = _OF_OTHERS if of_features else (*_OF_OTHERS, _OF_FEATURES)
    said = {
        key: word
        for key, word in tables["words"].items()
        if key not in _SAID_BY_QGIS and not key.startswith(unsaid)
    }
    return {**tables, "words": said}


def page_record(page: MapPage, *, district: str) -> dict[str, Json]:
    """Return what a page is about: zone, frame, limits and ledger."""
    return {
        "id": page.zone.id,
        "name": page.zone.name,
        "title": page.zone.title,
        "frame": list(page.frame),
        "ledger": asdict(page.ledger),
        "wholeDistrict": page.zone.name == district,
    }


def task_layer_record(
    pages: Sequence[MapPage],
    layers: TaskLayers,
    *,
    style: StyleTable,
    labels: Labels,
    lent_deadlines: AbstractSet[str] = frozenset(),
    readings: Readings = MappingProxyType({}),
) -> dict[str, Json]:
    """Return the tasks of all pages and the places of ``layers``, which are theirs; without pages, all.

    ``readings`` holds those of the characters that a search can meet; ``lent_deadlines`` are the ids of
    tasks whose last day stands outside their own words.
    """
    parts = [(page.zone.id, page.layers) for page in pages] or [("", layers)]
    tasks: list[Json] = [
        {"page": page, "family": family_key(style, str(task["category"])), **task}
        for page, part in parts
        for task in rows_of(part.tasks)
    ]
    sites = [with_source_name(site, labels[_SOURCE_WORDS]) for site in sites_of(layers)]
    searched: list[Json] = [
        *tasks,
        *({**site, "shape": None} for site in sites),
        misses_record(layers),
        [family.label for family in style.families],
        [labels[table] for table in _SEARCHED_LABELS],
    ]
    return {
        "tasks": tasks,
        "sites": sites,
        "lentDeadlines": sorted(lent_deadlines & set(layers.tasks["task_id"])),
        "readings": readings_record(searched, readings),
    }


def misses_record(layers: TaskLayers) -> Json:
    """Return the place names without a geometry, each with its task."""
    return list(rows_of(layers.misses, _MISS_COLUMNS))
