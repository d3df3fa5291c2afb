"""Write each text and its gold file from the marked text beside them.

usage: unmark.py            (from anywhere; the folder is this file's own)

A marked text is a head of ``key=value`` lines, a line ``---``, and the text with its marks. A mark is
``⟨head|content⟩``; marks nest. README.md lists the heads. Offsets are counted here, never by hand.
"""

from __future__ import annotations

import json
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
MARK = re.compile(r"⟨[^|⟨⟩]*\||⟩")
COLLECTIONS = {
    "t": "times",
    "q": "quantities",
    "e": "enumerations",
    "s": "segments",
    "k": "tasks",
    "u": "units",
    "h": "sections",
    "n": "notices",
}
NOT_DRAWN = ("context", "org", "metonym", "relative")
PREFIX = {"places": "p", "times": "t", "quantities": "q", "enumerations": "e", "tasks": "K", "sections": "S"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a marked text, with the offsets of its content in the plain text."""

    kind: str
    words: tuple[str, ...]
    options: dict[str, str]
    start: int
    end: int


def parse_head(head: str, start: int, end: int) -> Mark:
    """Return the mark whose head reads ``word word key=value flag``."""
    tokens = shlex.split(head)
    words = tuple(token for token in tokens if "=" not in token)
    options = dict(token.split("=", 1) for token in tokens if "=" in token)
    if ":" in words[0]:
        return Mark("p", (*words[0].split(":"), *words[1:]), options, start, end)
    return Mark(words[0], words[1:], options, start, end)


def strip_marks(marked: str) -> tuple[str, list[Mark]]:
    """Return the plain text and its marks in the order of the text, the outer before the inner."""
    plain: list[str] = []
    length = last = 0
    pending: list[tuple[str, int]] = []
    marks: list[Mark] = []
    for match in MARK.finditer(marked):
        piece = marked[last : match.start()]
        plain.append(piece)
        length += len(piece)
        last = match.end()
        if match.group() == "⟩":
            head, start = pending.pop()
            marks.append(parse_head(head, start, length))
        else:
            pending.append((match.group()[1:-1], length))
    if pending:
        message = f"mark left open: {pending[-1][0]}"
        raise SystemExit(message)
    plain.append(marked[last:])
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def unwrapped(surface: str) -> str:
    """Return a surface as it reads when the line breaks inside it are removed."""
    return re.sub(r"[ \t]*\n\s*", "", surface)


class Gold:
    """Builds the gold of one text from its marks."""

    def __init__(self, head: dict[str, str], text: str, marks: list[Mark]) -> None:
        self.head, self.text, self.marks = head, text, marks
        self.ids = self._number()

    def _number(self) -> dict[int, str]:
        counts: dict[str, int] = {}
        ids: dict[int, str] = {}
        for mark in self.marks:
            collection = "places" if mark.kind == "p" else COLLECTIONS[mark.kind]
            counts[collection] = counts.get(collection, 0) + 1
            ids[id(mark)] = f"{PREFIX.get(collection, '')}{counts[collection]}"
        return ids

    def of(self, *kinds: str) -> list[Mark]:
        """Return the marks of some kinds in the order of the text."""
        return [mark for mark in self.marks if mark.kind in kinds]

    def label(self, name: str) -> str:
        """Return the id that a label stands for; a label must be used once."""
        named = [
            self.ids[id(m)]
            for m in self.of("p", "t")
            if name in ((m.words[0],) if m.kind == "p" else (m.options.get("id"),))
        ]
        if len(named) != 1:
            message = f"label {name!r} stands for {len(named)} marks"
            raise SystemExit(message)
        return named[0]

    def labels(self, names: str | None) -> list[str]:
        """Return the ids of a comma list of labels; ``@all`` is a list of the head."""
        if not names:
            return []
        out: list[str] = []
        for name in names.split(","):
            out += self.labels(self.head[name]) if name.startswith("@") else [self.label(name)]
        return out

    def base(self, mark: Mark) -> dict[str, Any]:
        """Return what every entry has."""
        return {"text": self.text[mark.start : mark.end], "start": mark.start, "end": mark.end}

    def inside(self, mark: Mark, kind: str) -> list[Mark]:
        """Return the marks of a kind within another mark."""
        return [m for m in self.of(kind) if mark.start <= m.start and m.end <= mark.end]

    def places(self) -> list[dict[str, Any]]:
        """Return the places; ``scope`` only where a place lies outside the report's own district."""
        out = []
        for mark in self.of("p"):
            _, kind, *rest = mark.words
            entry = {"id": self.ids[id(mark)], **self.base(mark)}
            entry |= {"name": mark.options.get("name", unwrapped(entry["text"])), "kind": kind}
            entry["role"] = next((r for r in rest if r not in ("", "out")), "subject")
            if "out" in rest:
                entry["scope"] = "out"
            out.append(entry | {k: v for k, v in mark.options.items() if k != "name"})
        return out

    def segments(self) -> list[dict[str, Any]]:
        """Return the segments; road, from and to are the first three places inside unless the mark says."""
        out = []
        for mark in self.of("s"):
            inner = [self.ids[id(m)] for m in self.inside(mark, "p")]
            road, start, end = self.labels(mark.words[0]) if mark.words else inner[:3]
            out.append(self.base(mark) | {"road": road, "from": start, "to": end})
        return out

    def times(self) -> list[dict[str, Any]]:
        """Return the times; ``deadline`` repeats ``due`` where a task may lean on it."""
        out = []
        for mark in self.of("t"):
            o = mark.options
            entry = {"id": self.ids[id(mark)], **self.base(mark), "norm": unwrapped(self.base(mark)["text"])}
            entry |= {"role": mark.words[0], "interval": o.get("int")}
            if "rrule" in o:
                entry["rrule"] = o["rrule"]
            else:
                entry["due"] = o.get("due")
            if o.get("due"):
                entry["deadline"] = o["due"]
            entry["applies_to"] = self.labels(o.get("to")) or None
            for key, name in {
                "alt": "alt_deadline",
                "cond": "condition",
                "hedge": "hedge",
                "via": "via",
                "unresolved": "unresolved",
                "note": "note",
            }.items():
                if key in o:
                    entry[name] = o[key]
            if "no" in o:
                entry["no_deadline"] = self.labels(o["no"])
            if "optional" in mark.words:
                entry["optional"] = True
            out.append(entry)
        return out

    def enumerations(self) -> list[dict[str, Any]]:
        """Return the lists; ``complete`` where as many are named as are stated."""
        out = []
        for mark in self.of("e"):
            count = None if mark.words[0] == "-" else int(mark.words[0])
            members = self.labels(mark.options.get("m"))
            entry = {"id": self.ids[id(mark)], **self.base(mark), "stated_count": count}
            entry |= {"counted": mark.words[1], "members": members, "members_listed": len(members)}
            entry["complete"] = "open" not in mark.words and count in (None, len(members)) and bool(members)
            entry |= {k: mark.options[k] for k in ("partition_of", "warn") if k in mark.options}
            out.append(entry)
        return out

    def quantities(self) -> list[dict[str, Any]]:
        """Return the quantities; ``value`` is without 万 and 亿."""
        out = []
        for mark in self.of("q"):
            low = float(mark.words[0])
            entry = {
                "id": self.ids[id(mark)],
                **self.base(mark),
                "value": int(low) if low.is_integer() else low,
            }
            if "max" in mark.options:
                entry |= {"min": entry["value"], "max": int(mark.options["max"])}
            entry["unit"] = mark.words[1]
            entry["of"] = mark.options.get("of", "")
            if "total" in mark.words:
                entry["total"] = True
            out.append(entry)
        return out

    def units(self) -> list[dict[str, Any]]:
        """Return the units."""
        return [
            self.base(mark)
            | {"role": mark.words[0]}
            | ({"same_as": mark.options["same"]} if "same" in mark.options else {})
            for mark in self.of("u")
        ]

    def sections(self) -> list[dict[str, Any]]:
        """Return the sections; they share no character and leave none out. A title alone begins the first."""
        heads = self.of("h")
        starts = [self.text.rfind("\n", 0, mark.start) + 1 for mark in heads]
        title = next(line.strip() for line in self.text.splitlines() if line.strip())
        out: list[dict[str, Any]] = []
        before = self.text[: starts[0]].strip() if starts else ""
        if before and "\n" not in before:
            starts[0] = 0
        elif before or not starts:
            own = {"unit": self.head.get("unit"), "zone": self.head.get("zone")}
            out.append({"heading": title, "start": 0, **own})
        for mark, start in zip(heads, starts, strict=True):
            options = {"unit": self.head.get("unit"), "zone": self.head.get("zone")} | mark.options
            heading = self.text[mark.start : mark.end]
            out.append({"heading": heading, "start": start, "unit": options["unit"], "zone": options["zone"]})
        ends = [entry["start"] for entry in out[1:]] + [len(self.text)]
        return [
            {
                "id": f"S{i}",
                "heading": e["heading"],
                "start": e["start"],
                "end": end,
                "unit": e["unit"] or None,
                "zone": e["zone"] or None,
            }
            for i, (e, end) in enumerate(zip(out, ends, strict=True))
        ]

    def tasks(self) -> list[dict[str, Any]]:
        """Return the tasks; a task's places are what is worked on in it and what ``plus`` names."""
        sections = self.sections()
        out = []
        for number, mark in enumerate(self.of("k"), 1):
            o = mark.options
            section = next(s for s in sections if s["start"] <= mark.start < s["end"])
            drawn = [m for m in self.inside(mark, "p") if not {*NOT_DRAWN, "out"} & {*m.words}]
            worked_on = [m for m in drawn if "endpoint" not in m.words]
            named = worked_on or ([] if "plus" in o else drawn[:1])
            places = [self.ids[id(m)] for m in named] + self.labels(o.get("plus"))
            names = [name for name in o.get("t", "").split(",") if name]
            time = [self.label(name.removesuffix("*")) + "*" * name.endswith("*") for name in names]
            surface = self.text[mark.start : mark.end]
            entry: dict[str, Any] = {
                "id": f"K{number:02}",
                "section": section["id"],
                "unit": o.get("unit", section["unit"]),
                "zone": o.get("zone", section["zone"] or ""),
                "start": mark.start,
                "end": mark.end,
                "surface": surface,
                "text": unwrapped(surface),
                "places": places,
                "time": time,
                "quantities": [self.ids[id(m)] for m in self.inside(mark, "q")],
                "hard": "soft" not in mark.words,
                "status": next((w for w in mark.words if w in ("started", "done")), "planned"),
            }
            entry |= {k: o[k] for k in ("hedge", "condition", "note", "anaphora") if k in o}
            out.append(entry)
        return out

    def notices(self) -> list[dict[str, Any]]:
        """Return what a person must look at."""
        return [
            {
                "kind": mark.words[0],
                "start": mark.start,
                "end": mark.end,
                "text": self.text[mark.start : mark.end],
            }
            | {"message": mark.words[1]}
            for mark in self.of("n")
        ]

    def whole(self, name: str) -> dict[str, Any]:
        """Return the whole gold file."""
        top = {"report": name, "report_date": self.head["date"], "scope": [0, len(self.text)]}
        return top | {
            "note": self.head.get("note", ""),
            "sections": self.sections(),
            "places": self.places(),
            "segments": self.segments(),
            "times": self.times(),
            "enumerations": self.enumerations(),
            "units": self.units(),
            "quantities": self.quantities(),
            "tasks": self.tasks(),
            "notices": self.notices(),
        }


def read_marked(path: Path) -> tuple[dict[str, str], str, list[Mark]]:
    """Return the head, the plain text and the marks of a marked text."""
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    text, marks = strip_marks(body.rstrip("\n"))
    return dict(line.split("=", 1) for line in head.splitlines() if line), text, marks


def main() -> None:
    """Write every text and gold file anew."""
    for path in sorted(FOLDER.glob("**/marked/*.txt")):
        folder = path.parent.parent
        head, text, marks = read_marked(path)
        gold = Gold(head, text, marks).whole(path.stem)
        (folder / f"{path.stem}.txt").write_text(text, encoding="utf-8")
        (folder / f"{path.stem}.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        sys.stdout.write(f"{path.stem}: {len(text)} characters, {len(marks)} marks\n")


if __name__ == "__main__":
    main()
