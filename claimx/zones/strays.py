"""Pieces of notes printed inside a paragraph of the text: cut out, and given to the note they belong to.

A converter that takes a page apart by baselines lets a note's lines fall between two of the text:
"… had lost the strength of / Ada Bello, “A Winter Siege,” *Coast Post*, https://… Ibid. / the year before".
What is cut has the shape of a source (an address, volume and pages, "Ibid."), stands where the text breaks
off, and lets the sentence run on when it is gone.
"""

from __future__ import annotations

import re

from claimx.model import Zone
from claimx.zones.joined import absorb, last_words
from claimx.zones.shapes import (
    DIGITS_RAISED,
    citation_score,
    ends_sentence,
    is_ibid,
    opens_lower,
    raised_to_plain,
)
from claimx.zones.units import Unit, drop_number, split_unit

_BARE_ADDRESS = r"(?<![\w/@.-])[a-z][\w-]*(?:\.[\w-]+)+/[\w-]+/\S*[^\s,;.>)]"
_MARK = re.compile(
    rf"(?:https?://|www\.)\S+(?:(?<=[-/_=?&\xad])[ ]?\n\S+)*|{_BARE_ADDRESS}"
    r"|\(\d{4}\):\s?\d+(?:[–-]\d+)?\.|,\s+pp?g?\.\s?\d+(?:[–-]\d+)?\."
    r"|(?<!\S)Ibid\b\.?"
)
_CHEAP = re.compile(r"://|www\.|\w/\w+/|\(\d{4}\):\s?\d|Ibid")
_HEAD = re.compile(rf"(?<=\s)([{DIGITS_RAISED}]{{1,3}})\s(?=[A-Z“\"‘'*<])")
_OPENS = re.compile(  # how the first line of a stray begins
    r"[“\"]\w|Ibid\b|https?://|www\.|(?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+,"
    r"|[\w-]+(?:[-/.][\w-]+)+[.,>]?\s|[A-Z][\w-]*[’'”\"],?\.? "
)
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/_=?&]$")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S+$")
_LAST_OF_ADDRESS = re.compile(r"[a-z][\w-]*\.(?:\s+(?=[a-zß-ÿ])|$)")
_LOWER_START = re.compile(r"(?<=[a-z]{3}[.!?]) (?=(?:and|of|the|in|for|to|on|at)\s)")  # "… ended. and the "
_LONGEST = 700
_NEAR = 60  # units between a stray and its note


def cut_strays(text: str, units: list[Unit]) -> None:
    """Cut strays out of the paragraphs and mark them NOTE (`stray`); the text around them runs on."""
    if not any(unit.hint == Zone.NOTE for unit in units):
        return
    place = 0
    while place < len(units):
        unit = units[place]
        if unit.zone is None and unit.hint is None and not unit.bullet:
            _cut_one(text, units, place)
        place += 1


def _cut_one(text: str, units: list[Unit], place: int) -> None:
    unit = units[place]
    found = _find(units, place) if _CHEAP.search(unit.text) else None
    found = found or _rest_of_address(units, place)
    if found is None:
        return
    start, end = found
    behind = end < len(unit.text)
    if behind:
        rest = split_unit(text, unit, unit.start + end)
        rest.head, rest.number, rest.goes_on = None, None, True
        units.insert(place + 1, rest)
    if start:
        stray = split_unit(text, unit, unit.start + start)
        stray.goes_on = False
        units.insert(place + 1, stray)
        unit = stray
    unit.zone, unit.stray, unit.fresh_page = Zone.NOTE, True, False
    if not behind and (following := _next_text(units, place + 1)) is not None:
        following.goes_on = True


def _find(units: list[Unit], place: int) -> tuple[int, int] | None:
    """Where the stray of a paragraph begins and ends in its text."""
    unit = units[place]
    for mark in _MARK.finditer(unit.text):
        start = _start(units, place, mark)
        if start is None:
            continue
        end = _end(unit.text, mark)
        piece = unit.text[start:end]
        numbered = _HEAD.search(piece) is not None
        if len(piece) > _LONGEST:
            continue
        if not numbered and start != mark.start() and citation_score(piece) < 2:
            continue
        before = unit.text[:start].rstrip() or _text_before(units, place)
        after = unit.text[end:].lstrip() or _text_after(units, place)
        if ends_sentence(before):
            if numbered and start and opens_lower(piece) and after:
                return start, end  # "… the truce ended. and the Emirate”, https://… ⁵⁹ “Offer …"
            continue
        if after and (opens_lower(after) or not start or end == len(unit.text) or unit.text[end] == "\n"):
            return start, end
    return None


def _start(units: list[Unit], place: int, mark: re.Match[str]) -> int | None:
    """The beginning of the line, up to three above, on which the source of the mark opens."""
    text = units[place].text
    if re.match(_BARE_ADDRESS, mark[0]) and _awaited(units, place):
        return mark.start()
    line = text.rfind("\n", 0, mark.start()) + 1
    for _ in range(4):
        opening = text[line : line + 200]
        before = text[:line].rstrip() or _text_before(units, place)
        lower_rest = opens_lower(opening) and ends_sentence(before) and line > 0
        if (_OPENS.match(opening) and not ends_sentence(before)) or lower_rest:
            return line - len(slug[0]) if (slug := _slug_before(units, place, line)) else line
        if not line:
            break
        line = text.rfind("\n", 0, line - 1) + 1
    low = [match.end() for match in _LOWER_START.finditer(text, max(0, mark.start() - 300), mark.start())]
    return low[-1] if low else None


def _slug_before(units: list[Unit], place: int, line: int) -> re.Match[str] | None:
    """ "led by the fall-" above "of-the-port.": the line of text took a word of the address along."""
    text = units[place].text
    slug = re.search(r"(?<= )[a-z]+-\s*$", text[max(0, line - 40) : line])
    goes_on = re.match(r"[a-z0-9]+(?:-[a-z0-9]+)+[./]", text[line : line + 80])
    return slug if slug and goes_on and _awaited(units, place) else None


def _end(text: str, mark: re.Match[str]) -> int:
    """After the last mark of the stray: the next one counts when a number, "Ibid." or nothing leads to it."""
    end = mark.end()
    for other in _MARK.finditer(text, end):
        gap = text[end : other.start()].strip(" \n,;.>")
        if gap and not (_HEAD.match(text, end + 1) or _HEAD.match(text, end)):
            break
        if other.end() - end > _LONGEST:
            break
        end = other.end()
    head = _HEAD.match(text, end + 1)
    rest = text[end:]
    if head is not None and citation_score(rest[:400]) >= 2 and len(rest) < 300:
        end = len(text)  # "of-the-port. ³⁸ Ada Bello …" up to the end of the paragraph
    return end


def _awaited(units: list[Unit], place: int) -> bool:
    """Whether a note near by ends in the middle of an address."""
    return any(_ends_open(note) for note in _notes(units, place))


def _ends_open(note: Unit) -> bool:
    """Whether a note's last words are an address that goes on elsewhere."""
    return _OPEN_ADDRESS.search(re.sub(r"(?:\xad|(?<=[-/_]))\s*\n\s*", "", last_words(note))) is not None


def _rest_of_address(units: list[Unit], place: int) -> tuple[int, int] | None:
    """ "town. holding the road …": the last word of an address that the page before cut off."""
    unit = units[place]
    match = _LAST_OF_ADDRESS.match(unit.text)
    before = _text_before(units, place)
    if match is None or not before or ends_sentence(before):
        return None
    earlier = [note for note in units[max(0, place - _NEAR) : place] if note.hint == Zone.NOTE]
    if not any(map(_ends_open, earlier)):
        return None
    return 0, len(match[0].rstrip())


def _notes(units: list[Unit], place: int) -> list[Unit]:
    """The notes around, the nearest before it first."""
    near = [*reversed(units[max(0, place - _NEAR) : place]), *units[place + 1 : place + _NEAR]]
    whole = [unit for unit in near if not unit.absorbed and not unit.stray]
    return [unit for unit in whole if (unit.zone or unit.hint) == Zone.NOTE]


def _text_before(units: list[Unit], place: int) -> str:
    """The end of the paragraph before, notes and page furniture passed over."""
    for unit in reversed(units[max(0, place - _NEAR) : place]):
        if unit.hint is None and unit.zone is None:
            return unit.text[-200:].rstrip()
        if unit.hint == Zone.HEADING:
            return ""
    return ""


def _text_after(units: list[Unit], place: int) -> str:
    following = _next_text(units, place + 1)
    return following.text[:200] if following is not None else ""


def _next_text(units: list[Unit], place: int) -> Unit | None:
    for unit in units[place : place + _NEAR]:
        if unit.hint is None and unit.zone is None:
            return unit
        if unit.hint == Zone.HEADING:
            return None
    return None


def place_stray(text: str, units: list[Unit], place: int) -> None:
    """Give a stray to its note: the one before the number it holds, else the one open note near by."""
    unit = units[place]
    head = _HEAD.search(" " + unit.text) if unit.number is None else None
    if head is not None:
        _number_rest(text, units, place, max(0, head.start(1) - 1), raised_to_plain(head[1]))
        if unit.zone == Zone.NOTE and unit.number is not None:
            return
        wanted = str(int(raised_to_plain(head[1])) - 1)
        owners = [note for note in _notes(units, place) if note.number == wanted and _is_open(note, True)]
        owner = owners[0] if owners else None
    else:
        owner = _open_note(units, place)
    if owner is not None:
        absorb(owner, unit)
        owner.problems.append("note-split")


def _number_rest(text: str, units: list[Unit], place: int, at: int, number: str) -> None:
    """The part of a stray from its raised number on is a note of its own, unless that note is there."""
    unit = units[place]
    rest = unit
    if at:
        rest = split_unit(text, unit, unit.start + at)
        units.insert(place + 1, rest)
        unit.head, unit.number = None, None
    rest.zone = Zone.NOTE
    if any(note.number == number for note in _notes(units, place) if note is not rest):
        rest.number = None
        return
    drop_number(rest)
    rest.number = number


def _open_note(units: list[Unit], place: int) -> Unit | None:
    """The note near by whose last words a stray goes on with; None when there are none or several."""
    unit = units[place]
    notes = _notes(units, place)
    addresses = [note for note in notes if _ends_open(note)]
    if re.match(_BARE_ADDRESS, unit.text) or re.fullmatch(r"\S+", unit.text):
        return addresses[0] if addresses else None
    rests = [note for note in notes if _is_open(note) and note not in addresses]
    return rests[0] if len(rests) == 1 and not _OPENS_SOURCE.match(unit.text) else None


_OPENS_SOURCE = re.compile(r"[“\"]|Ibid\b|(?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w’'-]+,")


def _is_open(note: Unit, named: bool = False) -> bool:
    """Whether a note breaks off; one that ends in a whole address may be complete (unless it is `named`)."""
    words = last_words(note)
    if is_ibid(note.text):
        return False
    if _ends_open(note):
        return True
    return not ends_sentence(words) and (named or not _ADDRESS_END.search(words))
