"""Compile the lexicon's words into the patterns that the rules use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from ahocorasick import KEY_STRING, STORE_INTS, Automaton

from geo.extract.categories import compile_categories
from geo.extract.numerals import CHINESE, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.model import Lexicon


_OPENERS = ("conditions", "attitudes", "lead_ins", "details", "results")
_ALREADY = r"已(?:经|全部|全线|基本|全面|提前|正式|顺利|陆续|均)*(?:于[^,。;]{1,12}?)?(?:完成[^,。;]{0,6}?)?"


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The lexicon, compiled once for a run."""

    suffix: Automaton
    """The words that only places end with; see `find_suffixes`."""
    suffix_kind: Mapping[str, str]
    weak_suffixes: frozenset[str]
    not_followed: Mapping[str, tuple[str, ...]]
    not_preceded: Mapping[str, tuple[str, ...]]
    boundary: re.Pattern[str]
    """A word of two characters and more that no name begins with, or a letter that none does."""
    boundary_words: Automaton
    """The words of `boundary`, and nouns in apposition; the values are lengths, 0 where nothing is cut."""
    boundary_letters: frozenset[str]
    not_prepositions: tuple[str, ...]
    generic: re.Pattern[str]
    generic_roads: re.Pattern[str]
    unique: frozenset[str]
    region: re.Pattern[str]
    relative: re.Pattern[str]
    office_tail: re.Pattern[str]
    abstract: re.Pattern[str]
    place_heads: tuple[str, ...]
    head: re.Pattern[str]
    doings: tuple[str, ...]
    bare_end: re.Pattern[str]
    """What a bare name in a list ends before."""
    actors: tuple[str, ...]
    """Who does something, and is no place."""
    things: tuple[str, ...]
    """How items of lists end that are things and no places."""
    thing_letters: tuple[str, ...]
    """The same, last characters."""
    tail: re.Pattern[str]
    last_tail: re.Pattern[str]
    """A tail that reaches to the end of the stretch."""
    classifier: re.Pattern[str]
    quantity: re.Pattern[str]
    """A number or a range, and its measure word."""
    rhetorical_heads: tuple[str, ...]
    total_marks: tuple[str, ...]
    clause: Mapping[str, tuple[str, ...]]
    clause_pattern: Mapping[str, re.Pattern[str]]
    """Any word of a list of `clause`."""
    clause_openers: frozenset[str]
    """First letters of the words that tell at a clause's start what it does."""
    opening: re.Pattern[str]
    """A verb that brings something new into being, and the name in quotes that it gives it."""
    done: re.Pattern[str]
    begun: re.Pattern[str]
    steps: re.Pattern[str]
    """Nothing but steps of a work and how surely they are taken."""
    head_works: re.Pattern[str]
    """Nothing but words for a work, as behind the name at the head of an item: 提质改造."""
    item_works: re.Pattern[str]
    """The same behind any item of a list, up to the next."""
    units: Mapping[str, tuple[str, ...]]
    unit: re.Pattern[str]
    """The whole name of a unit."""
    town_unit: re.Pattern[str]
    """A town or subdistrict, and what it is called as a unit."""
    categories: Automaton
    """Words that tell a task's category, for `categorise`."""


def compile_lexicon(lexicon: Lexicon) -> Patterns:
    """Return the compiled form of a lexicon."""
    words = lexicon.words
    suffixes = words["place_suffixes"]
    kinds = {suffix: kind for kind, all_ in suffixes.items() if kind != "weak" for suffix in all_}
    weak = frozenset(suffixes["weak"])
    place, clause = words["place_words"], words["clause_words"]
    return Patterns(
        suffix=_automaton((*kinds, *weak), ()),
        suffix_kind={**dict.fromkeys(weak, "project"), **kinds},
        weak_suffixes=weak,
        not_followed={suffix: _followers(suffix, words["place_not_followed"]) for suffix in (*kinds, *weak)},
        not_preceded=words["place_not_preceded"],
        boundary=re.compile(alternatives((*place["boundaries"], *place["boundary_letters"]))),
        boundary_words=_automaton((*place["boundaries"], *place["boundary_nouns"]), place["no_boundaries"]),
        boundary_letters=frozenset(place["boundary_letters"]),
        not_prepositions=place["not_prepositions"],
        generic=re.compile(
            f"(?!(?:{alternatives(place['not_generic'])})$)(?:{alternatives(place['generic'])})*"
        ),
        generic_roads=re.compile(f"(?:{alternatives(place['generic_roads'])})*"),
        unique=frozenset(place["unique"]),
        region=re.compile(alternatives(place["regions"])),
        relative=re.compile(alternatives(place["relative"])),
        office_tail=re.compile(alternatives(place["office_tails"])),
        abstract=re.compile(f"的(?:{alternatives(place['abstract'])})"),
        place_heads=place["place_heads"],
        head=re.compile(alternatives(place["place_heads"])),
        doings=place["doings"],
        bare_end=re.compile(rf"{alternatives(words['bare_items']['ends'])}|[和与及](?=\w{{2}})"),
        actors=words["bare_items"]["actors"],
        things=words["bare_items"]["things"],
        thing_letters=words["bare_items"]["thing_letters"],
        tail=re.compile(f"(?:{alternatives(place['tails'])})+"),
        last_tail=re.compile(rf"(?:{alternatives(place['tails'])})+\Z"),
        classifier=re.compile(alternatives(words["quantities"]["classifiers"])),
        quantity=_quantity(words["quantities"]),
        rhetorical_heads=words["quantities"]["rhetorical_heads"],
        total_marks=words["quantities"]["total_marks"],
        clause=clause,
        clause_pattern={key: re.compile(alternatives(listed)) for key, listed in clause.items()},
        clause_openers=frozenset(word[0] for key in _OPENERS for word in clause[key]),
        opening=re.compile(f"(?:{alternatives(clause['openings'])})[“《]"),
        done=re.compile(f"{_ALREADY}(?:{alternatives(clause['done'])})"),
        begun=re.compile(f"{_ALREADY}(?:{alternatives(clause['begun'])})"),
        steps=re.compile(
            f"(?:{alternatives((*clause['steps'], *clause['hedges'], *clause['hedges_at_head']))})+"
        ),
        head_works=re.compile(f"(?:{alternatives(clause['head_works'])})*"),
        item_works=re.compile(rf"(?:{alternatives(clause['head_works'])})+(?=[、,和与及等。;]|$)"),
        units=words["units"],
        unit=re.compile(rf"\w+(?:{alternatives(chain.from_iterable(words['units'].values()))})"),
        town_unit=re.compile(
            rf"(.*?(?:{alternatives(words['units']['towns'])}))(?:{alternatives(words['units']['town_tails'])})?$"
        ),
        categories=compile_categories(words["categories"]),
    )


def _followers(suffix: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what makes a suffix part of another word: of a longer one what its last letter has too."""
    last = table.get(suffix[-1], ()) if suffix[-1] in "路街巷" else ()
    return (*table.get(suffix, ()), *last)


def _quantity(words: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    unit = alternatives((*words["measures"], *words["classifiers"]))
    return re.compile(
        rf"(?=[\d{CHINESE}])(?<![第A-Za-z])(?P<low>{NUMBER})(?:[~～\-—至到](?P<high>{NUMBER}))?(?:余|多)?(?!{alternatives(words['not_classifiers'])})(?P<unit>{unit})"
    )


def _automaton(words: Iterable[str], none: Iterable[str]) -> Automaton:
    automaton = Automaton(STORE_INTS, KEY_STRING)
    for word in words:
        automaton.add_word(word, len(word))
    for word in none:
        automaton.add_word(word, 0)
    automaton.make_automaton()
    return automaton


def find_suffixes(text: str, start: int, end: int, patterns: Patterns) -> list[tuple[int, int]]:
    """Return where the words stand that only places end with, in order; at each place the longest."""
    # A slice: the automaton copies the whole text that it is given.
    ends = {
        start + last + 1 - length: start + last + 1 for last, length in patterns.suffix.iter(text[start:end])
    }
    return sorted(ends.items())


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first.

    Words that begin alike share their beginning, so a place where none stands is left at once.

    >>> alternatives(["路", "大道", "大街"])
    '大(?:街|道)|路'
    """
    return _trie(tuple(words))


@lru_cache(maxsize=512)
def _trie(words: tuple[str, ...]) -> str:
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[:1], []).append(word[1:])
    return "|".join(
        re.escape(first) + (re.escape(found[0]) if len(found) == 1 else f"(?:{_trie(tuple(found))})")
        for first, found in rests.items()
    )
