"""A PDF that lost its end (a broken download): its objects are found one by one and given a new root.

The catalogue and the table of objects stand at the end of a file, so a cut takes them first, though
most pages are still there.
"""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+(\d{1,5})\s+obj\b")
_END = re.compile(rb"endobj|stream\r?\n|\bobj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b")
_NUMBER = {name: re.compile(rb"/" + name + rb"\s+(\d+)") for name in (b"N", b"First")}
_MOST = 64_000_000  # bytes that object streams may unpack to


def rebuild(data: bytes) -> bytes | None:
    """The same file with a new end, for a reader that searches for objects itself; None if hopeless.

    Encrypted files are left alone: their key stood in the part that is lost.
    """
    if b"/Encrypt" in data:
        return None
    whole = data[: data.rfind(b"endobj") + 6] if b"endobj" in data else b""
    found = _dictionaries(whole)
    unpacked = _unpack(whole, found)
    for number, body in unpacked.items():
        found.setdefault(number, body)
    pages = [number for number, body in found.items() if _PAGE.search(body)]
    roots = [number for number, body in found.items() if _PAGES.search(body) and b"/Parent" not in body]
    if not pages:
        return None
    free = max(found) + 1
    extra = [b"%d 0 obj %s endobj" % (number, body) for number, body in unpacked.items()]
    if len(roots) != 1:
        kids = b" ".join(b"%d 0 R" % number for number in pages)
        extra.append(b"%d 0 obj <</Type/Pages/Kids[%s]/Count %d>> endobj" % (free + 1, kids, len(pages)))
        roots = [free + 1]
    extra.append(b"%d 0 obj <</Type/Catalog/Pages %d 0 R>> endobj" % (free, roots[0]))
    extra.append(b"trailer <</Root %d 0 R/Size %d>>\nstartxref\n0\n%%%%EOF\n" % (free, free + 2))
    return whole + b"\n" + b"\n".join(extra)


def _dictionaries(data: bytes) -> dict[int, bytes]:
    """What stands between "obj" and its stream or end, by object number; the last one counts."""
    found: dict[int, bytes] = {}
    for match in _OBJECT.finditer(data):
        end = _END.search(data, match.end())
        if end and end[0] != b"obj":
            found[int(match[1])] = data[match.end() : end.start()]
    return found


def _unpack(data: bytes, found: dict[int, bytes]) -> dict[int, bytes]:
    """Objects that stand in object streams."""
    unpacked: dict[int, bytes] = {}
    total = 0
    for body in found.values():
        if not _OBJECT_STREAM.search(body):
            continue
        start = data.find(body) + len(body)
        opening = re.compile(rb"stream\r?\n").match(data, start)
        if not opening:
            continue
        try:
            content = zlib.decompressobj().decompress(data[opening.end() :], _MOST - total)
            total += len(content)
            count, first = (int(_NUMBER[name].search(body)[1]) for name in (b"N", b"First"))
            heads = [int(value) for value in content[:first].split()]
            places = sorted(zip(heads[1::2], heads[::2], strict=False))[:count]
            ends = [place for place, _ in places[1:]] + [len(content) - first]
            for (place, number), end in zip(places, ends, strict=True):
                unpacked[number] = content[first + place : first + end].strip()
        except (zlib.error, TypeError, ValueError):
            continue
    return unpacked
