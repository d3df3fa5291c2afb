"""What annotations say that the scorer does not look at: segments, sections, reach, notices, names."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import pytest

from geo.extract import read_report, report_as_json
from geo.io.documents import read_document
from tests.extract.scoring import DISTRICT_REPORT, OWN_TEXTS, SHORT_REPORTS, own_texts, read_gold, report_day

WITH_SEGMENTS = ("13", "19", "21")
OWN = own_texts()
WHOLE_YEAR = {"今年", "全年", "年内"}
LEAST_REACH = 0.97
LEAST_KINDS = 0.95
KINDS = {
    *("road", "tunnel", "park", "estate", "compound", "market", "village", "town", "subdistrict", "district"),
    *("city", "region", "zone", "substation", "school"),
}
"""The kinds that the interface names; further ones are the reader's own."""


@dataclass(frozen=True)
class Reading:
    """A text as it was annotated and as it was read."""

    gold: dict[str, Any]
    got: dict[str, Any]


@pytest.fixture(scope="module")
def own(lexicon):
    return lambda name: reading(OWN_TEXTS / f"{name}.txt", OWN_TEXTS / f"{name}.json", lexicon)


@pytest.fixture(scope="module")
def others(reference, lexicon):
    return lambda name: reading(reference / f"reports/{name}.txt", reference / f"gold/{name}.json", lexicon)


def reading(report, gold, lexicon):
    annotation = read_gold(gold)
    told = read_report(read_document(report), reference=report_day(annotation), lexicon=lexicon)
    return Reading(annotation, report_as_json(told))


def span(item):
    return item["start"], item["end"]


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


# --- Segments ------------------------------------------------------------------------------------


def segments(told):
    surfaces = {
        place["id"]: (place.get("surface") or place["text"], *span(place)) for place in told["places"]
    }
    return {tuple(surfaces[segment[end]] for end in ("road", "from", "to")) for segment in told["segments"]}


@pytest.mark.parametrize("name", OWN)
def test_segments_of_own_texts_have_their_road_and_both_ends(own, name):
    read = own(name)
    assert segments(read.got) == segments(read.gold)


@pytest.mark.parametrize("name", WITH_SEGMENTS)
def test_segments_of_short_reports_have_their_road_and_both_ends(others, name):
    read = others(name)
    assert segments(read.got) == segments(read.gold)


# --- Sections ------------------------------------------------------------------------------------


def section_faults(read):
    """Compare the sections; a unit may have its city before it, and a section without a unit has any zone."""
    faults = [] if extents(read.got) == extents(read.gold) else [f"sections: {extents(read.got)}"]
    for want in read.gold["sections"]:
        said = next((s for s in read.got["sections"] if overlap(s, want)), None)
        unit = said["unit"] or "" if said else ""
        if not unit.endswith(want["unit"] or "") or (unit and not want["unit"]):
            faults.append(f"{want['heading']}: want {want['unit']}, got {unit}")
        elif want["unit"] and said["zone"] != want["zone"].removesuffix("(全区)"):
            faults.append(f"{want['heading']}: want {want['zone']}, got {said['zone']}")
    return faults


def extents(told):
    return [(unicodedata.normalize("NFKC", s["heading"]), *span(s)) for s in told["sections"]]


@pytest.mark.parametrize("name", OWN)
def test_sections_of_own_texts_have_their_unit_and_zone(own, name):
    assert section_faults(own(name)) == []


def test_sections_of_the_district_report_have_their_unit_and_zone(others):
    assert section_faults(others(DISTRICT_REPORT)) == []


# --- The reach of a date -------------------------------------------------------------------------


def reach_faults(read):
    """Compare the due days of a place's tasks with those of the times that were said to reach it.

    The year of a whole programme need not be told again where a place has a day of its own.
    """
    told = dues_of_places(read.got)
    faults = []
    for name, times in times_of_places(read.gold).items():
        days = [(time["text"], {time.get("due"), time.get("alt_deadline")} - {None}) for time in times]
        own = [accepted for text, accepted in days if text not in WHOLE_YEAR]
        allowed = set().union(*(accepted for _, accepted in days))
        asked = [accepted for accepted in own or [accepted for _, accepted in days] if accepted]
        if not told[name] <= allowed or not all(accepted & told[name] for accepted in asked):
            faults.append(f"{name}: want {sorted(map(sorted, asked))}, got {sorted(told[name])}")
    return faults


def times_of_places(gold):
    """Give the times that reach each place; none where an annotation says that none does."""
    names = {place["id"]: place.get("name", place.get("text")) for place in gold["places"]}
    reaching = defaultdict(list)
    for time in gold["times"]:
        for place in time.get("applies_to") or ():
            reaching[names[place]].append(time)
        for place in time.get("no_deadline") or ():
            reaching[names[place]] += []
    return reaching


def dues_of_places(got):
    names = {place["id"]: place["name"] for place in got["places"]}
    dues = defaultdict(set)
    for task in got["tasks"]:
        for place in task["places"]:
            dues[names[place]] |= {task["due"]} - {None}
    return dues


def test_dates_of_own_texts_reach_most_of_the_places_that_they_govern(own):
    """Several steps at one place, told apart by a semicolon or an 其余, are what is still missed."""
    read = [own(name) for name in OWN]
    governed = sum(len(times_of_places(told.gold)) for told in read)
    faults = [fault for told in read for fault in reach_faults(told)]
    assert 1 - len(faults) / governed >= LEAST_REACH, faults


@pytest.mark.parametrize("name", SHORT_REPORTS)
def test_dates_of_short_reports_reach_the_places_that_they_govern(others, name):
    assert reach_faults(others(name)) == []


@pytest.mark.parametrize("name", OWN)
def test_a_date_keeps_its_condition(own, name):
    read = own(name)
    assert conditions_lost(read) == []


def test_the_weather_that_a_date_depends_on_is_kept(others):
    assert conditions_lost(others("19")) == []


def conditions_lost(read):
    kept = [task["condition"] for task in read.got["tasks"] if task["condition"]]
    return [
        time["condition"]
        for time in read.gold["times"]
        if time.get("condition") and time["condition"] not in kept
    ]


# --- Notices -------------------------------------------------------------------------------------


def is_told(want, said, gold):
    """Tell whether a notice is the annotated one: at the same words, or at the places that were counted."""
    counted = [entry for entry in gold["enumerations"] if want["kind"] == "count" and overlap(entry, want)]
    members = {member for entry in counted for member in entry["members"]}
    spots = [want, *(place for place in gold["places"] if place["id"] in members)]
    return said["kind"] == want["kind"] and any(overlap(said, spot) for spot in spots)


@pytest.mark.parametrize("name", OWN)
def test_own_texts_raise_the_notices_that_were_annotated(own, name):
    gold, got = (told := own(name)).gold, told.got
    missed = [w for w in gold["notices"] if not any(is_told(w, said, gold) for said in got["notices"])]
    assert [(want["kind"], want["text"]) for want in missed] == []


@pytest.mark.parametrize("name", OWN)
def test_own_texts_raise_no_other_notice(own, name):
    gold, got = (told := own(name)).gold, told.got
    spare = [s for s in got["notices"] if not any(is_told(want, s, gold) for want in gold["notices"])]
    assert [(said["kind"], said["message"]) for said in spare] == []


@pytest.mark.parametrize("name", [DISTRICT_REPORT, *SHORT_REPORTS])
def test_a_count_that_disagrees_with_what_is_listed_is_noticed_and_no_other(others, name):
    read = others(name)
    warned = [entry for entry in read.gold["enumerations"] if "warn" in entry]
    said = [notice for notice in read.got["notices"] if notice["kind"] == "count"]
    assert [entry["text"] for entry in warned if not any(overlap(n, entry) for n in said)] == []
    assert [n["message"] for n in said if not any(overlap(n, entry) for entry in warned)] == []


# --- Lists ---------------------------------------------------------------------------------------


def list_faults(read):
    """Compare what a list leaves unnamed, and whether it is closed, where its members are right."""
    gold = {place["id"]: span(place) for place in read.gold["places"]}
    got = {place["id"]: span(place) for place in read.got["places"]}
    wanted = {
        frozenset(gold[member] for member in entry["members"]): entry
        for entry in read.gold["enumerations"]
        if entry["members"]
    }
    faults = []
    for said in read.got["lists"]:
        want = wanted.get(frozenset(got[member] for member in said["members"]))
        count = want and want.get("count", want.get("stated_count"))
        if want and count and said["unnamed"] != count - len(want["members"]):
            faults.append(f"{want.get('text', want['id'])}: {said['unnamed']} unnamed")
        if want and "closed" in want and said["closed"] != want["closed"]:
            faults.append(f"{want['id']}: closed {said['closed']}")
    return faults


@pytest.mark.parametrize("name", OWN)
def test_lists_of_own_texts_tell_how_many_are_unnamed(own, name):
    assert list_faults(own(name)) == []


@pytest.mark.parametrize("name", [DISTRICT_REPORT, *SHORT_REPORTS])
def test_lists_of_the_reference_tell_how_many_are_unnamed(others, name):
    assert list_faults(others(name)) == []


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OWN)
def test_places_of_own_texts_have_their_full_name(own, name):
    read = own(name)
    want = {span(place): place["name"] for place in read.gold["places"]}
    told = {span(p): (p["within"] or "") + p["name"] for p in read.got["places"] if span(p) in want}
    assert {want[where]: name for where, name in told.items() if name != want[where]} == {}


def test_what_a_list_counts_types_nearly_all_of_its_members(own):
    told_kinds = [kinds for name in OWN for kinds in kinds_of_members(own(name))]
    wrong = [f"{name}: want {want}, got {told}" for name, want, told in told_kinds if told != want]
    assert 1 - len(wrong) / len(told_kinds) >= LEAST_KINDS, wrong


def kinds_of_members(read):
    members = {member for entry in read.gold["enumerations"] for member in entry["members"]}
    told = {span(place): place["kind"] for place in read.got["places"]}
    return [
        (place["text"], place["kind"], told[span(place)])
        for place in read.gold["places"]
        if place["id"] in members and place["kind"] in KINDS and span(place) in told
    ]
