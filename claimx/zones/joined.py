"""Notes run together: where the next one begins inside a note, and pieces put back to their note."""

from __future__ import annotations

import re

from claimx.model import Zone
from claimx.zones.shapes import DIGITS_RAISED, citation_score, is_ibid, raised_to_plain
from claimx.zones.units import Unit, split_unit

_OPENS = r"(?=[A-Z“\"‘'*<])"
INNER_RAISED = re.compile(rf"(?<=\s)([{DIGITS_RAISED}]{{1,3}})\s+{_OPENS}")
_INNER_CARET = re.compile(r"(?<=\s)\$?\^\{?\s*(\d{1,3})\s*(?:\}|&|\$)")
_INNER_LINE = re.compile(rf"\n\s*(\d{{1,3}})[.)]?\s+{_OPENS}")
_INNER_PLAIN = re.compile(rf"(?<=[.”\"’)>]\s)(\d{{1,3}})\s+{_OPENS}")
_INNER_BRACKET = re.compile(rf"(?<=\s)\[(\d{{1,3}})\]\.?\s+{_OPENS}")
_AT_FOOT = (INNER_RAISED, _INNER_CARET, _INNER_LINE, _INNER_PLAIN)


def split_joined(text: str, units: list[Unit], place: int, after: str | None = None) -> None:
    """Cut a note where the next one begins on the same line or on the next ("… crisis ⁴ “Rebels …").

    `after` is the number to go on from where the unit has none of its own.
    """
    unit = units[place]
    number = unit.number or after
    if number is None or not number.isdigit():
        return
    expected = {str(int(number) + 1), str(int(number) + 2)}
    for pattern in _AT_FOOT if unit.head != "bracket" else (_INNER_BRACKET,):
        for match in pattern.finditer(unit.text):
            if raised_to_plain(match[1]) not in expected:
                continue
            if pattern is not _INNER_PLAIN or _opens_source(unit.text[match.end() :]):
                units.insert(place + 1, split_unit(text, unit, unit.start + match.start(1) - _lead(match)))
                return


def _opens_source(text: str) -> bool:
    """Whether what follows a plain number inside a note is a source of its own."""
    return citation_score(text) >= 2 or is_ibid(text)


def _lead(match: re.Match) -> int:
    """How far before the number its markup begins ("^{", "[")."""
    return match.start(1) - match.start() - (len(match[0]) - len(match[0].lstrip()))


def absorb(note: Unit, unit: Unit) -> None:
    """Make `unit` a piece of `note`."""
    unit.zone, unit.absorbed = Zone.NOTE, True
    note.more.append((unit.start, unit.end))
    note.more.extend(unit.more)
    note.text = f"{note.text}\n\n{unit.text}"


def last_words(unit: Unit) -> str:
    """The end of a note as far as it is put together."""
    return unit.text[-200:].rstrip()
