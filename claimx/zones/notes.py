"""Notes: at the page foot in mid-sentence, in a section of their own, joined, split or without number."""

from __future__ import annotations

import re

from claimx.model import Problem, Zone
from claimx.zones.fragments import claim_rests
from claimx.zones.front import has_note_star
from claimx.zones.joined import absorb, last_words, split_joined
from claimx.zones.sequence import check_sequence, number_lost
from claimx.zones.shapes import (
    citation_score,
    ends_sentence,
    has_affiliation,
    is_ibid,
    is_short_line,
    is_title_case,
    known_heading,
    looks_like_name,
    opens_lower,
    words_of,
)
from claimx.zones.units import Unit, drop_number, restore_number

HEADINGS = words_of("notes")
_NOTES_AHEAD = 80  # units in which a callout's note must come
_MOST = 200  # the first note that an extract of a paper may begin with
_PAGE = 6_000  # characters before a note in which its callout is looked for


def mark_notes(text: str, units: list[Unit], doc_id: str) -> list[Problem]:
    """Set zone NOTE and `number` on notes, put their pieces together; gives what went wrong."""
    _mark_sections(text, units)
    _mark_page_foot(text, units)
    claim_rests(text, units)
    return number_lost(text, units, doc_id) + check_sequence(units, doc_id)


# --- a section of notes ---------------------------------------------------------------------------


def _mark_sections(text: str, units: list[Unit]) -> None:
    """Notes under a heading of their own, numbered "[3]", "3." or "³"."""
    place = 0
    while place < len(units):
        unit = units[place]
        place += 1
        if unit.zone not in (None, Zone.HEADING) or known_heading(unit.text) not in HEADINGS:
            continue
        if _numbers_follow(units, place):
            unit.zone, unit.heading = Zone.HEADING, True
            place = _mark_section(text, units, place)


def _numbers_follow(units: list[Unit], place: int) -> bool:
    following = [unit for unit in units[place : place + 4] if unit.zone is None]
    return bool(following) and following[0].number is not None and following[0].number.isdigit()


def _mark_section(text: str, units: list[Unit], place: int) -> int:
    last: Unit | None = None
    number = 0
    while place < len(units):
        unit = units[place]
        if unit.zone is not None:
            next_article = unit.zone == Zone.HEADING and unit.article != (last or unit).article
            if next_article or unit.zone == Zone.TABLE:
                return place
            place += 1
            continue
        if unit.number is not None and unit.number.isdigit() and _fits(int(unit.number), number, unit.head):
            number = int(unit.number)
            drop_number(unit)
            unit.zone = Zone.NOTE
            last = unit
            split_joined(text, units, place)
        elif last is None or _leaves_section(units, place, last):
            return place
        else:
            if unit.head in ("raised", "caret", "bracket"):
                restore_number(text, unit)
            absorb(last, unit)
        place += 1
    return place


def _fits(number: int, last: int, head: str | None) -> bool:
    """Whether `number` can follow `last` in a list of notes."""
    widest = 3 if head == "plain" else 10
    return last < number <= last + widest or last == 0 or (number == last and head != "plain")


def _leaves_section(units: list[Unit], place: int, last: Unit) -> bool:
    """Whether a unit without number ends the section: a heading or title, not the rest of a note."""
    unit = units[place]
    if unit.hashes or unit.hint == Zone.HEADING or known_heading(unit.text) is not None:
        return True
    if not ends_sentence(last_words(last)) and citation_score(last_words(last)) < 2:
        return False
    if citation_score(unit.text) >= 2 or opens_lower(unit.text):
        return False
    following = next((other for other in units[place + 1 :] if other.zone != Zone.FURNITURE), None)
    titled = is_short_line(unit.text, 32, 240) and (is_title_case(unit.text) or unit.text.isupper())
    return (
        titled and following is not None and (looks_like_name(following.text) or following.words > 30)
    ) or (unit.words > 60 and unit.article != last.article)


# --- page foot ------------------------------------------------------------------------------------


def _mark_page_foot(text: str, units: list[Unit]) -> None:
    """Numbered notes that stand between paragraphs (or in the middle of one)."""
    number = 0
    seen: set[str] = set()
    article = None
    starred = False
    place = 0
    while place < len(units):
        unit = units[place]
        if unit.article != article:
            article, number, seen = unit.article, 0, set()
        if unit.zone in (None, Zone.FRONT, Zone.HEADING) and place < 40 and has_note_star(unit.text):
            starred = True
        if unit.zone is None or (unit.zone == Zone.FRONT and unit.head in ("caret", "star", "raised")):
            first = "1" not in seen
            found = _note_number(text, units, place, number, starred, first)
            if found is not None:
                seen.add(found)
                if found.isdigit():
                    number = max(number, int(found)) if int(found) > 1 else 1
                drop_number(unit)
                unit.zone, unit.number = Zone.NOTE, found
                split_joined(text, units, place)
            elif unit.head in ("raised", "caret", "bracket"):
                restore_number(text, unit)
            if unit.zone != Zone.NOTE and unit.hint == Zone.NOTE:
                unit.zone, unit.number = Zone.NOTE, None
        elif unit.zone == Zone.NOTE and unit.number and unit.number.isdigit():
            number = int(unit.number)
        place += 1


def _note_number(
    text: str, units: list[Unit], place: int, last: int, starred: bool, first: bool
) -> str | None:
    """The number of the note that begins with this unit, None when it is no note.

    `last` is the highest number so far, `first` tells that note 1 has not come yet.
    """
    unit = units[place]
    if unit.head is None or unit.number is None:
        return None
    if not unit.number.isdigit():
        told = starred or _tells_of_author(units, place)
        return unit.number if unit.head == "caret" or (told and place < 60) else None
    number = int(unit.number)
    beside = any(_is_numbered_note(other) for other in _neighbours(units, place))
    under_text = unit.same_chunk and unit.hint is None and units[place - 1].zone != Zone.NOTE
    if under_text and _comes_again(units, place):
        return None  # a callout that opens a printed line
    if unit.head in ("raised", "caret"):
        near = max(last - 4, 1) <= number <= last + 10 and (number > 1 or first)
        fits = near or (last == 0 and number < _MOST)
        return unit.number if fits or _next_number(units, place) == number + 1 else None
    if unit.head == "bracket":
        return unit.number if number == last + 1 and (beside or not unit.same_chunk) else None
    if unit.hint == Zone.NOTE:
        return unit.number if last - 4 <= number <= last + 10 else None
    if not last < number <= last + 4:
        return None
    rest = unit.text[len(unit.number) :].lstrip(".) ")
    score = citation_score(rest)
    if score < 2 and not is_ibid(rest) and not unit.in_run:
        return None
    called = number == last + 1 and _is_called(text[max(0, unit.outer - _PAGE) : unit.outer], unit.number)
    return unit.number if beside or called or (score >= 3 and number == 1) else None


_WHO = re.compile(
    r"(?:\*+|†|‡) (?:(?:The author|(?:Mr|Mrs|Ms|Dr|Prof)\b\.?|[A-ZÀ-Þ][\w.’'-]+) ).{0,80}?"
    r"\b(?:is|was|works?|teaches|serves?)\b"
)


def _tells_of_author(units: list[Unit], place: int) -> bool:
    """ "* Dr. Maya Okello is a fellow at the Institute …": the page's one star tells who wrote the paper."""
    unit = units[place]
    printed = unit.text if unit.start == unit.outer else f"* {unit.text}"
    if _WHO.match(printed) is None or not has_affiliation(unit.text):
        return False
    return not any(other.head == "star" or other.bullet for other in _neighbours(units, place))


def _is_called(page: str, number: str) -> bool:
    """Whether the text before points to a note of this number ("the coast.1 By then")."""
    return re.search(rf"[.,;”\"’')\w][ ]?{number}(?=\s)", page) is not None


def _comes_again(units: list[Unit], place: int) -> bool:
    """Whether a later unit begins with the same number."""
    wanted = units[place].number, units[place].head
    return any((unit.number, unit.head) == wanted for unit in units[place + 1 : place + _NOTES_AHEAD])


def _next_number(units: list[Unit], place: int) -> int | None:
    """The next raised number at the beginning of a unit."""
    for unit in units[place + 1 : place + 40]:
        if unit.head in ("raised", "caret") and unit.number is not None and unit.number.isdigit():
            return int(unit.number)
    return None


def _neighbours(units: list[Unit], place: int) -> list[Unit]:
    """The units before and after, rules and page numbers passed over."""
    before = [unit for unit in units[max(0, place - 3) : place] if unit.zone != Zone.FURNITURE]
    after = [unit for unit in units[place + 1 : place + 4] if unit.zone != Zone.FURNITURE]
    return before[-1:] + after[:1]


def _is_numbered_note(unit: Unit) -> bool:
    return unit.zone == Zone.NOTE or unit.head in ("raised", "caret")
