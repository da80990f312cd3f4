"""Rests of notes: an address on a line of its own, a tail on the next page or before its head."""

from __future__ import annotations

import re

from claimx.model import Zone
from claimx.zones.joined import INNER_RAISED, absorb, last_words, split_joined
from claimx.zones.shapes import (
    citation_score,
    ends_sentence,
    is_ibid,
    opens_lower,
    raised_to_plain,
    starts_address,
)
from claimx.zones.strays import place_stray
from claimx.zones.units import Unit, split_unit

_CUT = re.compile(r"(?:[-,_(–\xad]|\b(?:the|a|an|of|and|in|for|to|on|at|by|with|from|as|no\.|vol\.))$")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/_=?&]$")
_REST_OF_ADDRESS = re.compile(r"\S*[a-z0-9][-./_]\S*|[\w-]+\.?(?:\s|$)")


def claim_rests(text: str, units: list[Unit]) -> None:
    """Give units without number that read like the rest of a note to that note."""
    last: Unit | None = None
    body = ""  # the last words of the text proper
    adjacent = False
    for place, unit in enumerate(units):  # units grow while a rest is cut
        if unit.stray and not unit.absorbed:
            place_stray(text, units, place)
            continue
        if unit.zone == Zone.NOTE:
            if last is not None and not unit.absorbed and _opens_note_area(units, place):
                split_joined(text, units, place, last.number)
                absorb(last, unit)
                _adopt_next(units, place, last)
            elif unit.number is None and not unit.absorbed:
                _place_unnumbered(text, units, place, last if adjacent else None, last, body)
            elif not unit.absorbed:
                last, adjacent = unit, True
            continue
        if unit.zone == Zone.FURNITURE:
            continue
        if unit.zone is not None:
            adjacent = False
            body = ""
            continue
        holds_next = last is not None and (_holds_next(unit, last) or _comes_before_next(units, place, last))
        before_note = place + 1 < len(units) and any(
            other.zone == Zone.NOTE for other in units[place + 1 : place + 3] if other.zone != Zone.FURNITURE
        )
        if last is not None and adjacent and _is_rest(unit, last, body):
            split_joined(text, units, place, last.number)
            absorb(last, unit)
            _adopt_next(units, place, last)
        elif holds_next or ((before_note or adjacent) and _reads_like_note(unit)):
            unit.zone = Zone.NOTE
            _place_unnumbered(text, units, place, None, last, body)
        else:
            adjacent = False
            body = unit.text[-60:]


def _opens_note_area(units: list[Unit], place: int) -> bool:
    """A paragraph without number at the top of a page's notes (as the layout tells them) goes on from before,
    unless it is a whole source (one that lost its number)."""
    unit = units[place]
    if unit.hint != Zone.NOTE or unit.head is not None or unit.number is not None or is_ibid(unit.text):
        return False
    if citation_score(unit.text) >= 2 and not opens_lower(unit.text) and not starts_address(unit.text):
        return False
    above = (other for other in reversed(units[:place]) if other.hint != Zone.FURNITURE and not other.stray)
    before = next(above, None)
    return before is not None and before.hint is None and not before.same_chunk


def _place_unnumbered(
    text: str, units: list[Unit], place: int, beside: Unit | None, last: Unit | None, body: str
) -> None:
    """Find the note of a piece without number: the one `beside` it, the `last` or a later one."""
    unit = units[place]
    split_joined(text, units, place, last.number if last is not None else None)
    if beside is not None and _is_rest(unit, beside, body):
        absorb(beside, unit)
    else:
        _place_fragment(text, units, place, last)
    if last is not None:
        _adopt_next(units, place, last)


def _adopt_next(units: list[Unit], place: int, last: Unit) -> None:
    """A note that was cut off the rest of the one before it ("…-watch. ³⁸ Amira …") is a note."""
    if place + 1 < len(units) and units[place + 1].zone is None and units[place + 1].same_chunk:
        following = units[place + 1]
        if following.head in ("raised", "caret") and following.number and last.number:
            following.zone = Zone.NOTE


def _is_rest(unit: Unit, last: Unit, body: str) -> bool:
    """Whether `unit`, right after the note `last`, belongs to it."""
    words = last_words(last)
    if starts_address(unit.text) or (
        unit.hint == Zone.NOTE
        and unit.head is None
        and (unit.words <= 3 or opens_lower(unit.text) or not ends_sentence(words))
    ):
        return True
    if _OPEN_ADDRESS.search(words) and _REST_OF_ADDRESS.match(unit.text):
        after = unit.text.split(None, 1)[-1]
        return unit.words <= 3 or (citation_score(unit.text) >= 0 and not opens_lower(after))
    cut = _CUT.search(words) is not None
    if citation_score(unit.text) >= 2 and (cut or not ends_sentence(words)):
        return True
    return cut and bool(body) and ends_sentence(body) and opens_lower(unit.text) and unit.words < 25


def _holds_next(unit: Unit, last: Unit) -> bool:
    """Whether the note after `last` begins within `unit` ("… 2020, https://… ⁵⁹ “Ceasefire …")."""
    if last.number is None or not last.number.isdigit() or citation_score(unit.text) < 2:
        return False
    following = str(int(last.number) + 1)
    return any(raised_to_plain(match[1]) == following for match in INNER_RAISED.finditer(unit.text[:600]))


def _comes_before_next(units: list[Unit], place: int, last: Unit) -> bool:
    """Whether the note after `last` begins on the line after `unit`, which reads like the rest of one."""
    following = units[place + 1 : place + 2]
    if not following or not following[0].same_chunk or citation_score(units[place].text) < 2:
        return False
    numbers = (following[0].number, last.number)
    return (
        following[0].zone == Zone.NOTE
        and all(number and number.isdigit() for number in numbers)
        and int(following[0].number or 0) == int(last.number or 0) + 1
    )


def _reads_like_note(unit: Unit) -> bool:
    """Citation-like without a number: a note that lost it, or a note's tail."""
    return not unit.bullet and unit.words < 90 and citation_score(unit.text) >= 3


def _place_fragment(text: str, units: list[Unit], place: int, last: Unit | None) -> None:
    """Join a stray piece to the note it was torn from, when its words tell which."""
    unit = units[place]
    if last is not None and (
        _OPEN_ADDRESS.search(last_words(last))
        or (not ends_sentence(last_words(last)) and opens_lower(unit.text))
    ):
        absorb(last, unit)
        last.problems.append("note-split")
        return
    for other in units[place + 1 : place + 12]:
        if other.zone is None:
            return
        if other.zone == Zone.NOTE and _without_feeds(other.text).endswith(_without_feeds(unit.text)):
            unit.zone = Zone.FURNITURE  # printed twice, its lines cut elsewhere
            return
        if other.zone == Zone.NOTE and (overlap := _overlap(other.text, unit.text)) >= 12:
            if overlap < len(unit.text):
                rest = split_unit(text, unit, unit.start + overlap)
                units.insert(place + 1, rest)
                absorb(other, rest)
            unit.zone = Zone.FURNITURE  # printed twice
            other.problems.append("note-tail-misplaced")
            return


def _without_feeds(text: str) -> str:
    return re.sub(r"\xad?\s+", "", text)


def _overlap(head: str, tail: str) -> int:
    """How many characters at the end of `head` are those at the start of `tail`."""
    for size in range(min(len(head), len(tail), 300), 11, -1):
        if head.endswith(tail[:size]):
            return size
    return 0
