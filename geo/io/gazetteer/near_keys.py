"""Turn names into keys that two close names have in common.

The keys of a name are hashes of 31 bits, so that a million names need 30 MB of them. Two names that are not
close share a key once in some hundred million pairs; whoever looks names up by key compares them after.

- Of a name with one character left out, each in turn, and of the whole name: two names that differ in one
  character that is changed, added or left out share one (W. Garbe's SymSpell, for one edit). Two
  characters are too few to leave one out: of 王庄 would be left what hundreds of villages have.
- Of its sound: 飞翔路 and 飞祥路 share one, and so does feixianglu.
- Of the first letters of its sound, fxl.

All names of one length are hashed together, as columns of code points.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from geo.io.gazetteer.sounds import own_sound, read_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]

LONGEST = 32
"""Characters of a name that count; what comes after changes no key."""
SHORTEST_CUT = 3
"""Characters that a name must have for one to be left out."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)
_CUT, _SOUND, _INITIALS = (np.uint64(number) for number in (0x243F6A88, 0x85A308D3, 0x13198A2E))
"""What sets keys of one kind apart from those of another."""
_LAST_IN_TABLE = 0x9FFF
_ALL_BITS = 0xFFFF_FFFF_FFFF_FFFF


def near_keys(names: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all keys of names, and for each of them the index of its name; empty names have none."""
    owners, keys = [], []
    for indexes, codes in _by_length(names):
        columns = [*_cut_keys(codes), _sound_keys(codes), _initial_keys(codes)]
        keys += columns
        owners += [indexes] * len(columns)
    if not keys:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate(keys).astype(np.int64), np.concatenate(owners)


def cut_keys(name: str) -> list[int]:
    """Return the keys of a name and of it with one character left out."""
    return _keys_of_one(name, _cut_keys)


def sound_key(name: str) -> list[int]:
    """Return the key of a name's sound."""
    return _keys_of_one(name, lambda codes: [_sound_keys(codes)])


def initials_key(letters: str) -> list[int]:
    """Return the key of the first letters of a name's sound."""
    return _keys_of_one(letters, lambda codes: [_initial_keys(codes)])


def _keys_of_one(name: str, keys_of: Callable[[NDArray[np.uint32]], list[Hashes]]) -> list[int]:
    return [int(column[0]) for _, codes in _by_length([name]) for column in keys_of(codes)]


def _by_length(names: Sequence[str]) -> list[tuple[NDArray[np.int64], NDArray[np.uint32]]]:
    """Return, for each length, which names have it and their code points, a row a name."""
    if not names:
        return []
    cut = np.array(names, dtype=f"<U{LONGEST}")
    lengths = np.char.str_len(cut)
    codes = cut.view("<u4").reshape(len(cut), LONGEST)
    return [
        (indexes, codes[indexes, :length])
        for length in np.unique(lengths)
        if length > 0
        for indexes in (np.flatnonzero(lengths == length).astype(np.int64),)
    ]


def _cut_keys(codes: NDArray[np.uint32]) -> list[Hashes]:
    """Hash names as polynomials of their characters: what is left of a name is its start and its end."""
    length = codes.shape[1]
    characters = codes.astype(np.uint64) * _MIXER
    starts = [np.zeros(len(codes), dtype=np.uint64)]
    for column in range(length):
        starts.append(starts[-1] * _BASE + characters[:, column])
    whole = starts[-1]
    keys = [_folded(whole, _CUT)]
    if length < SHORTEST_CUT:
        return keys
    power = np.uint64(1)
    for column in reversed(range(length)):
        end = whole - starts[column + 1] * power
        keys.append(_folded(starts[column] * power + end, _CUT))
        power = np.uint64(int(power) * int(_BASE) & _ALL_BITS)
    return keys


def _sound_keys(codes: NDArray[np.uint32]) -> Hashes:
    hashes, powers, _ = _sound_tables()
    return _folded(_joined(codes, hashes, powers), _SOUND)


def _initial_keys(codes: NDArray[np.uint32]) -> Hashes:
    _, powers, initials = _sound_tables()
    steps = np.where(powers > np.uint64(1), _BASE, np.uint64(1))
    return _folded(_joined(codes, initials, steps), _INITIALS)


def _joined(codes: NDArray[np.uint32], hashes: Hashes, powers: Hashes) -> Hashes:
    """Return the hash of the letters of all characters of a name, one after the other."""
    joined = np.zeros(len(codes), dtype=np.uint64)
    for column in np.minimum(codes, _LAST_IN_TABLE + 1).T:
        joined = joined * powers[column] + hashes[column]
    return joined


@functools.cache
def _sound_tables() -> tuple[Hashes, Hashes, Hashes]:
    """Return, by code point, the hash of a character's sound, the power for its length, and its initial.

    A character that has no sound has the hash 0 and the power 1, so that it changes nothing.
    """
    hashes, powers, initials = (np.full(_LAST_IN_TABLE + 2, start, dtype=np.uint64) for start in (0, 1, 0))
    for character in (*map(chr, range(128)), *read_syllables()):
        sound = own_sound(character)
        hashed, power = 0, 1
        for letter in sound:
            hashed, power = hashed * int(_BASE) + ord(letter) * int(_MIXER), power * int(_BASE)
        code = ord(character)
        hashes[code], powers[code] = hashed & _ALL_BITS, power & _ALL_BITS
        initials[code] = ord(sound[:1] or "\0") * int(_MIXER) & _ALL_BITS
    return hashes, powers, initials


def _folded(hashes: Hashes, kind: np.uint64) -> Hashes:
    """Return keys of 31 bits, so that the database holds each in four bytes."""
    mixed = (hashes ^ kind) * _MIXER
    mixed = (mixed ^ (mixed >> _SHIFT)) * _BASE
    folded: Hashes = mixed >> _SHIFT
    return folded
