"""Write a small file of OpenStreetMap in its binary form, by the description of the format.

https://wiki.openstreetmap.org/wiki/PBF_Format
"""

from __future__ import annotations

import zlib


def pbf_bytes(nodes, ways=()):
    """Give the file of nodes (id, lon, lat, tags) and ways (id, node ids, tags)."""
    strings = [""]

    def number_of(text):
        if text not in strings:
            strings.append(text)
        return strings.index(text)

    def tag_fields(tags):
        if not tags:
            return b""
        keys = b"".join(varint(number_of(key)) for key in tags)
        values = b"".join(varint(number_of(value)) for value in tags.values())
        return field(2, keys) + field(3, values)

    drawn = b"".join(
        field(
            1,
            number(1, zigzag(id_))
            + tag_fields(tags)
            + number(8, zigzag(round(lat * 1e7)))
            + number(9, zigzag(round(lon * 1e7))),
        )
        for id_, lon, lat, tags in nodes
    )
    lines = b"".join(
        field(3, number(1, id_) + tag_fields(tags) + field(8, b"".join(map(varint, deltas(refs)))))
        for id_, refs, tags in ways
    )
    groups = [group for group in (drawn, lines) if group]
    table = field(1, b"".join(field(1, text.encode()) for text in strings))
    block = table + b"".join(field(2, group) for group in groups)
    header = field(4, b"OsmSchema-V0.6")
    return blob("OSMHeader", header) + blob("OSMData", block)


def blob(kind, content):
    packed = number(2, len(content)) + field(3, zlib.compress(content))
    header = field(1, kind.encode()) + number(3, len(packed))
    return len(header).to_bytes(4, "big") + header + packed


def field(tag, content):
    return varint(tag << 3 | 2) + varint(len(content)) + content


def number(tag, value):
    return varint(tag << 3) + varint(value)


def varint(value):
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*encoded, value))


def zigzag(value):
    return value * 2 if value >= 0 else -value * 2 - 1


def deltas(refs):
    return [zigzag(ref - before) for before, ref in zip((0, *refs), refs, strict=False)]
