"""Printed lines to the text of a Document, and the Lines that lead from it back to the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from claimx.model import Line, Zone
from claimx.read.pdf.hyphens import SOFT_HYPHEN
from claimx.read.pdf.lines import PrintedLine
from claimx.read.pdf.pages import as_shown

_ENDS = re.compile(r"[.?!:;…][\"”’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹,\d\[\]*]*$")
_LOOKS_NEW = re.compile(r"[\d(\[*†‡•▪–—-]|[a-zA-Zivx]{1,4}[.)]$|[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_PAGE_BREAK = "\f"

Turns = Mapping[int, tuple[int, float, float]]
Edges = Mapping[tuple[int, int], tuple[float, float]]


def write_pages(
    pages: Sequence[list[PrintedLine]], edges: Edges, turns: Turns
) -> tuple[str, tuple[Line, ...]]:
    """The text (pages joined by U+000C, paragraphs by a blank line, table cells by a tab) and its Lines.

    On each page: what stands in the head, the text, the notes, what stands in the foot. `turns` has,
    for pages whose text does not stand upright as shown, the quarter turns and the size of the frame
    it was read in.
    """
    parts: list[str] = []
    records: list[Line] = []
    place = 0
    for number, lines in enumerate(pages):
        if number:
            parts.append(_PAGE_BREAK)
            place += 1
        before: PrintedLine | None = None
        for line in page_order(lines):
            if before is not None:
                gap = _between(before, line, edges)
                parts.append(gap)
                place += len(gap)
            text = _written(line)
            parts.append(text)
            records.append(_record(line, place, len(text), turns.get(line.page)))
            place += len(text)
            before = line
    return "".join(parts), tuple(records)


def _record(line: PrintedLine, place: int, length: int, turned: tuple[int, float, float] | None) -> Line:
    zone = None if line.zone == Zone.TABLE and not line.cells else line.zone  # a title or a lone label
    box = (line.x0, line.top, line.x1, line.bottom)
    if turned:
        box = as_shown(box, *turned)
    return Line(
        place,
        place + length,
        line.page,
        *(round(float(value), 1) for value in box),
        line.size,
        zone,
        None if turned else line.xs.tobytes(),
    )


def page_order(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Head, text, notes, foot."""
    text = [line for line in lines if line.zone not in (Zone.FURNITURE, Zone.NOTE)]
    notes = [line for line in lines if line.zone == Zone.NOTE]
    edge = [line for line in lines if line.zone == Zone.FURNITURE]
    middle = (min(line.base for line in lines) + max(line.base for line in lines)) / 2 if lines else 0.0
    yield from (line for line in edge if line.base < middle)
    yield from text
    yield from notes
    yield from (line for line in edge if line.base >= middle)


def _written(line: PrintedLine) -> str:
    if not line.cells:
        return " ".join(line.words) + ("\t" if line.zone == Zone.TABLE else "")
    bounds = (0, *line.cells, len(line.words))
    return "\t".join(" ".join(line.words[low:high]) for low, high in itertools.pairwise(bounds))


def _between(before: PrintedLine, line: PrintedLine, edges: Edges) -> str:
    if before.zone == Zone.FURNITURE or line.zone == Zone.FURNITURE:
        return "\n\n"
    if (before.zone == Zone.NOTE) != (line.zone == Zone.NOTE):
        return "\n\n"
    if line.zone == before.zone == Zone.TABLE and abs(line.base - before.base) < 1.6 * line.size:
        return "\n"
    if line.starts:
        return "\n\n"
    same_flow = line.zone == Zone.NOTE or (before.band, before.column) == (line.band, line.column)
    return _inside(before, line) if same_flow or _continues(before, line, edges) else "\n\n"


def _inside(before: PrintedLine, line: PrintedLine) -> str:
    """Between two lines of a paragraph: "(2) to …" or "12 fighters" at a line's start is no item, so
    no line feed may say that it is."""
    cut = before.words[-1][-1] in ("-", SOFT_HYPHEN)
    return " " if not cut and _LOOKS_NEW.match(line.words[0]) else "\n"


def _continues(before: PrintedLine, line: PrintedLine, edges: Edges) -> bool:
    """Does a paragraph go on from the foot of one column to the head of the next?"""
    last = before.words[-1]
    if last[-1] in ("-", SOFT_HYPHEN):
        return True
    if (
        before.zone != line.zone
        or before.bold != line.bold
        or abs(before.size - line.size) > 0.08 * line.size
    ):
        return False
    left, right = edges.get((before.page, before.column), (0.0, before.x1))
    if not _ENDS.search(last):
        return before.x1 > left + 0.4 * (right - left) or line.words[0][:1].islower()
    full = before.x1 > right - 1.5 * before.size
    inside = line.x0 - edges.get((line.page, line.column), (line.x0, 0.0))[0]
    return full and inside < 0.7 * line.size
