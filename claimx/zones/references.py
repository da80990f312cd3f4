"""Reference lists: where one begins and ends, one block an entry."""

from __future__ import annotations

import re

from claimx.model import Zone
from claimx.zones.shapes import (
    citation_score,
    ends_sentence,
    is_short_line,
    is_title_case,
    known_heading,
    starts_address,
    words_of,
)
from claimx.zones.units import Unit, drop_number, split_unit

HEADINGS = words_of("references")
_YEARED = re.compile(
    r"[^\n]{3,200}?[(, ](?:19|20)\d\d[a-z]?\b|[^\n]{3,200}?\(?n\.d\."
    r"|[^\n]{3,200}?[(,] ?(?:in press|forthcoming|in preparation|under review|to appear|accepted)\b"
)
_AUTHOR = re.compile(
    r"(?:(?:al|de|van|von|bin|ibn|el)[- ])?[A-ZÀ-ÞŁŚŻ][\w’'ʿ-]+(?: [A-Z][\w’'-]+)?,\s+[A-Z]|[“\"][A-Z]"
    r"|_{3,}|—{2,}"
)
_ORGANISATION = re.compile(r"(?:[A-Z&][\w’'-]*\.?,? (?:of |and |for |the |on )?){1,12}\(?(?:19|20)\d\d")


def mark_references(text: str, units: list[Unit]) -> None:
    """Set zone REFERENCE on the entries of every reference list; its heading becomes HEADING."""
    place = 0
    while place < len(units):
        unit = units[place]
        place += 1
        if unit.zone not in (None, Zone.FRONT) or known_heading(unit.text) not in HEADINGS:
            continue
        if not _list_follows(units, place):
            continue
        unit.zone, unit.heading = Zone.HEADING, True
        place = _mark_list(text, units, place)
    for unit in units:
        if unit.hint == Zone.REFERENCE and unit.zone is None:
            unit.zone = Zone.REFERENCE


def _list_follows(units: list[Unit], place: int) -> bool:
    """Most of what comes next looks like entries: a year or a title each."""
    following: list[Unit] = []
    for unit in units[place : place + 12]:
        if unit.hashes or known_heading(unit.text) is not None or len(following) == 6:
            break
        if unit.zone is None:
            following.append(unit)
    return bool(following) and sum(map(_is_entry, following)) * 2 >= len(following)


def _is_entry(unit: Unit) -> bool:
    text = unit.text
    return bool(_YEARED.match(text) or _AUTHOR.match(text)) or citation_score(text) >= 1


def _mark_list(text: str, units: list[Unit], place: int) -> int:
    """Mark entries from `place`; gives the index of the first unit after the list."""
    last: Unit | None = None
    number = 0
    bullets = sum(unit.bullet for unit in units[place : place + 10]) >= 3
    while place < len(units):
        unit = units[place]
        if unit.zone is not None:
            if unit.zone == Zone.TABLE:
                return place
            place += 1
            continue
        if _leaves(units, place, last):
            return place
        _split_entries(text, units, place)
        if last is not None and _continues(unit, last, bullets):
            last.more.append((unit.start, unit.end))
            unit.zone = Zone.REFERENCE
            unit.absorbed = True
        else:
            unit.zone = Zone.REFERENCE
            number = _keep_number(unit, number)
            last = unit
        place += 1
    return place


def _keep_number(unit: Unit, last: int) -> int:
    """The number of an entry ("[12] Noor A. …", "12. Noor A. …") when it goes on from the `last` one."""
    if unit.number is None or not unit.number.isdigit() or int(unit.number) != last + 1:
        unit.number = None
        return last
    if unit.head in ("plain", "paren"):
        drop_number(unit)
    return last + 1


def _leaves(units: list[Unit], place: int, last: Unit | None) -> bool:
    """Whether the list is over: a heading, an imprint, or running prose."""
    unit = units[place]
    name = known_heading(unit.text)
    if (name is not None and name not in HEADINGS) or unit.hashes or unit.hint == Zone.HEADING:
        return True
    if _is_entry(unit) or unit.bullet or last is None:
        return False
    if not ends_sentence(last.text) and not unit.text.isupper():
        return False
    return (is_short_line(unit.text) and is_title_case(unit.text)) or unit.words > 60


def _continues(unit: Unit, last: Unit, bullets: bool) -> bool:
    """Whether `unit` is the rest of the entry `last` (its address, its last line after a page break)."""
    if unit.bullet or (unit.same_chunk and not bullets and _AUTHOR.match(unit.text)):
        return False
    if starts_address(unit.text) or (unit.text[:1].islower() and not _AUTHOR.match(unit.text)):
        return True
    if bullets:
        return not ends_sentence(last.text)
    starts = _AUTHOR.match(unit.text) or _ORGANISATION.match(unit.text) or _YEARED.match(unit.text)
    return not ends_sentence(last.text) and not starts


def _split_entries(text: str, units: list[Unit], place: int) -> None:
    """A printed paragraph that holds several entries, one or more lines each, is cut."""
    unit = units[place]
    for feed in re.finditer(r"\n\s*", unit.text):
        line = unit.text[feed.end() :]
        before = unit.text[: feed.start()]
        closed = ends_sentence(before) or re.search(r"(?:https?|www)\S+$|[>)]$", before[-300:])
        if (
            closed
            and not starts_address(line)
            and ((_AUTHOR.match(line) and _YEARED.match(line)) or _ORGANISATION.match(line))
        ):
            units.insert(place + 1, split_unit(text, unit, unit.start + feed.end()))
            return
