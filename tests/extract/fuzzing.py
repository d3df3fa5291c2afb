"""Feed the reader with mutated texts, guided by coverage: ``python -m tests.extract.fuzzing FOLDER SECONDS``.

Needs atheris, which scripts/fuzz_extract.py brings. A text that breaks the reader, breaks a law or
takes too long is written to FOLDER, the shortest of each kind.
"""

from __future__ import annotations

import random
import signal
import sys
import tempfile
import traceback
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["geo.extract"]):
    from geo.io.assets import read_lexicon
    from tests.extract.laws import PIECES, broken_laws, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from geo.model import Lexicon

TEXTS = Path(__file__).parent / "texts"
LONGEST_BYTES = 6000
SECONDS_FOR_A_TEXT = 3
"""Processor time, instrumentation included; an honest text of the greatest length takes a fraction."""


class TooSlowError(Exception):
    """A text took more than its time."""


def stop_reading(_signal: int, _frame: FrameType | None) -> None:
    """Interrupt the reading, even inside a regular expression."""
    raise TooSlowError


def failure(text: str, lexicon: Lexicon) -> str | None:
    """Name what a text breaks, or None."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_FOR_A_TEXT)
    try:
        report = read(text, lexicon)
        broken = broken_laws(report) if report else []
    except TooSlowError as error:
        return f"too-slow {innermost(error)}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{type(error).__name__} {innermost(error)}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return f"law {broken[0].rstrip('0123456789-')}" if broken else None


def innermost(error: Exception) -> str:
    """Give the innermost place in the reader that an error came through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "extract" in frame.filename]
    return f"{Path(frames[-1].filename).stem}.{frames[-1].name}" if frames else "elsewhere"


def keeper(folder: Path, lexicon: Lexicon) -> Callable[[bytes], None]:
    """Give the function that reads one input and keeps it where it is the shortest of its kind."""
    shortest: dict[str, int] = {}

    def keep(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")
        kind = failure(text, lexicon)
        if kind is None or len(text) >= shortest.get(kind, len(text) + 1):
            return
        shortest[kind] = len(text)
        (folder / f"{kind.replace(' ', '-')}.txt").write_text(text, encoding="utf-8", newline="")
        sys.stderr.write(f"planmap: {kind}: {len(text)} characters: {text[:60]!r}\n")

    return keep


def mutate(data: bytes, greatest: int, seed: int) -> bytes:
    """Put a piece of language in, repeat a part, or leave it to the fuzzer."""
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    text = data.decode("utf-8", "ignore")
    place = chance.randrange(len(text) + 1)
    match chance.randrange(4):
        case 0:
            text = text[:place] + "".join(chance.choices(PIECES, k=chance.randint(1, 6))) + text[place:]
        case 1:
            part = text[place : place + chance.randint(1, 12)]
            text = text[:place] + part * chance.randint(2, 60) + text[place:]
        case 2:
            text = text[:place] + text[place + chance.randint(1, 30) :]
        case _:
            return atheris.Mutate(data, greatest)
    return text.encode()[:greatest]


def seeds() -> Iterator[bytes]:
    """Give our own texts line by line, and the pieces of language."""
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield from (line.encode() for line in {text[:2000], *text.splitlines()})
    yield from (piece.encode() for piece in PIECES)


def main() -> None:
    """Fuzz for as many seconds as were asked for."""
    folder, seconds = Path(sys.argv[1]), sys.argv[2]
    signal.signal(signal.SIGVTALRM, stop_reading)
    with tempfile.TemporaryDirectory() as corpus:
        for seed in seeds():
            Path(corpus, sha256(seed).hexdigest()).write_bytes(seed)
        options = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST_BYTES}",
            "-timeout=120",
            "-seed=1",
            "-verbosity=0",
        ]
        atheris.Setup(
            [sys.argv[0], *options, corpus],
            keeper(folder, read_lexicon()),
            custom_mutator=mutate,
            internal_libfuzzer=True,
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
