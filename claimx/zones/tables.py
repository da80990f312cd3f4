"""Tables: rows of cells parted by tabs or bars, and profiles (an entity, then its fields)."""

from __future__ import annotations

import re

from claimx.model import Zone
from claimx.zones.shapes import bare, ends_sentence, is_numbered_heading, known_heading
from claimx.zones.units import Unit

_LABEL = re.compile(r"[*_]*(?:table|appendix|annex)\s+[\dIVXA-D]+\b", re.I)
_GAP = re.compile(r" {3,}")
_BAR_RULE = re.compile(r"\|[\s:|-]+\|?$")


def mark_tables(units: list[Unit]) -> None:
    """Set zone TABLE and, as `section`, the entity that heads a group of rows.

    An entity is a row without values whose first cell is no field elsewhere in the table
    ("Northern Brigade⇥"), or a short line right before rows of two cells.
    """
    fields = {cells[0].lower() for unit in units if len(cells := _cells(unit)) >= 2}
    entity: str | None = None
    caption: str | None = None
    for place, unit in enumerate(units):
        if unit.zone is not None and unit.zone != Zone.TABLE:
            continue
        cells = _cells(unit)
        if not cells:
            if unit.hint == Zone.TABLE or (unit.text.lower() in fields and _follows_row(units, place)):
                unit.zone, unit.section = Zone.TABLE, entity
            elif _heads_rows(units, place):
                entity = bare(unit.text)
                unit.zone, unit.section = Zone.TABLE, entity
            elif _is_caption(units, place):
                caption, entity = bare(unit.text), None
                unit.zone = Zone.HEADING
            elif unit.words > 3:
                caption = entity = None
            continue
        if _BAR_RULE.match(unit.text):
            unit.zone = Zone.FURNITURE
            continue
        if len(cells) == 1 and cells[0].lower() not in fields:
            entity = cells[0]
        unit.zone, unit.section = Zone.TABLE, entity or caption


def _cells(unit: Unit) -> list[str]:
    """The filled cells of a row, [] for what is no row."""
    text = unit.text
    if unit.zone is not None:
        return []
    if "\t" in text:
        return [bare(cell) for cell in text.split("\t") if cell.strip()]
    if unit.hint == Zone.TABLE and _GAP.search(text):
        return [bare(cell) for cell in _GAP.split(text)]
    if text.startswith("|") and text.count("|") >= 2:
        return [bare(cell) for cell in text.split("|") if cell.strip()]
    return []


def _is_caption(units: list[Unit], place: int) -> bool:
    """A line right before the rows that names the table and is no heading of the text."""
    unit = units[place]
    if place + 1 >= len(units) or unit.words > 30 or len(_cells(units[place + 1])) < 2 or unit.bullet:
        return False
    return (
        (_LABEL.match(unit.text) is not None or not ends_sentence(unit.text))
        and known_heading(unit.text) is None
        and not is_numbered_heading(unit.text)
        and not unit.hashes
    )


def _follows_row(units: list[Unit], place: int) -> bool:
    """A field whose value is empty, on the line after a row."""
    return place > 0 and units[place].same_chunk and units[place - 1].zone == Zone.TABLE


def _heads_rows(units: list[Unit], place: int) -> bool:
    """A short line with a row of two cells on the very next line."""
    unit = units[place]
    if place + 1 >= len(units) or unit.words > 10 or ends_sentence(unit.text):
        return False
    following = units[place + 1]
    return following.same_chunk and len(_cells(following)) == 2
