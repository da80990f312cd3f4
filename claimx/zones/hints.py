"""What the layout proves: lines that know their zone, and lines that come again on every page."""

from __future__ import annotations

from claimx.model import Document, Line, Zone
from claimx.zones.pages import find_page_edges
from claimx.zones.units import Unit, make_unit


def heed_layout(document: Document, units: list[Unit]) -> list[Unit]:
    """Give units the zone that the layout proves (`hint`); cut a unit where it changes.

    A PDF's lines know their zone; in a text with form feeds the edges of the pages tell running
    heads and page numbers.
    """
    text = document.text
    hints = [line for line in document.lines if line.zone is not None]
    if not hints and "\f" in text:
        hints = find_page_edges(text)
    if not hints:
        return units
    out: list[Unit] = []
    place = 0
    for unit in units:
        while place < len(hints) and hints[place].end <= unit.outer:
            place += 1
        inside = place
        spans = []
        while inside < len(hints) and hints[inside].start < unit.end:
            spans.append(hints[inside])
            inside += 1
        out.extend(_by_zone(text, unit, spans))
    return out


def _by_zone(text: str, unit: Unit, lines: list[Line]) -> list[Unit]:
    """`unit` cut into runs of lines of one zone (lines without a hint keep none)."""
    if not lines:
        return [unit]
    runs: list[tuple[int, int, Zone | None]] = []
    place = unit.outer
    for line in lines:
        if text[place : line.start].strip():
            runs.append((place, line.start, None))
        begin, end = max(line.start, unit.outer), min(line.end, unit.end)
        same = runs and runs[-1][2] == line.zone and line.zone != Zone.TABLE
        if same and not text[runs[-1][1] : begin].strip():
            runs[-1] = (runs[-1][0], end, line.zone)
        else:
            runs.append((begin, end, line.zone))
        place = end
    if text[place : unit.end].strip():
        runs.append((place, unit.end, None))
    if len(runs) == 1:
        unit.hint = runs[0][2]
        return [unit]
    out = []
    for start, end, zone in runs:
        part = make_unit(text, start, end)
        part.hint = zone
        part.same_chunk = unit.same_chunk or bool(out)
        part.fresh_page = unit.fresh_page and not out
        out.append(part)
    return out
