"""Cut a document into units: printed paragraphs, and within them what begins on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claimx.model import Document, Span, Zone
from claimx.spans import trim
from claimx.zones.pages import lines_of
from claimx.zones.shapes import (
    DIGITS_RAISED,
    SMALL_WORDS,
    citation_score,
    ends_sentence,
    is_credit,
    is_ibid,
    is_title_case,
    known_heading,
    looks_like_author,
    raised_to_plain,
)

_GAP = re.compile(r"[^\S\n\f]*(?:\n(?:[^\S\n]*\n)+|\n?\f)\s*")

NOTE_HEAD = re.compile(
    rf"""(?:
      (?P<raised>[{DIGITS_RAISED}]{{1,3}})
    | \$?\^\{{?[ ]*(?P<caret>\d{{1,3}}|\*{{1,3}}|†|‡)[ ]*(?:\}}\$?|(?=[^\w{{]))
    | \((?P<paren>\d{{1,3}})\)(?=\s)
    | \[\^(?P<markdown>\d{{1,3}})\]:?
    | <sup>(?P<html>\d{{1,3}})</sup>
    | (?P<star>\*{{1,3}}|†|‡)(?=[ ]\S)
    | \[(?P<bracket>\d{{1,3}})\]\.?(?=\s)
    | (?P<plain>\d{{1,3}})[.)]?(?=[ ][A-Z“"‘'*(<]|[ ]https?:)
    )[ \t]*\n?[ \t]*(?=\S)""",
    re.VERBOSE,
)
_BULLET = re.compile(
    r"(?:[-–—*+]\s+)?(?:[•➤▪◦●■□➢✓→◆⁃‣]\s*|[-*+–]\s+(?=\S))|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)"
)
_HASHES = re.compile(r"#{1,6}\s+")
_RUN_IN = re.compile(  # "ABSTRACT The war …", "Abstract: The war …"
    r"[*_]*(ABSTRACT|SUMMARY|(?:Abstract|Summary)(?=[*_]*[:.—–-]))[*_]*[:.—–-]*[*_]*\s+(?=[A-Z“\"])"
)
_COLUMNS = re.compile(r"\S {3,}\S")
_LABELLED = re.compile(r"(?:title|authors?|by|date|published|publisher|journal|key ?words)\s*:\s*\S", re.I)
_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,})\s*(?:\d{1,4}|[ivxl]{1,6})$")
_OPENING_SIGNS = ("^", "#", "†", "‡", "$^", "|", "[^", "<sup>")
_LEANS_BACK = re.compile(r"^(?:see )?id\.|\b(?:supra|infra) (?:note|n\.)|\bibid\b|\bop\. ?cit\b", re.I)
_LONG_LINE = 160
_PAGE_WIDTH = 250


@dataclass(slots=True)
class Unit:
    """A printed paragraph or a part of one that begins on a line of its own.

    `start`/`end` bound what is read, markup such as a bullet or a note's number left out; `text`
    is that stretch. `head` is the kind of note number it begins with, `number` that number.
    """

    start: int
    end: int
    text: str
    zone: Zone | None = None
    head: str | None = None
    number: str | None = None
    outer: int = 0  # where the markup before it begins
    bullet: bool = False
    hashes: bool = False
    fresh_page: bool = False
    in_run: bool = False  # one of several lines numbered one after the other, some of them sources
    same_chunk: bool = False  # follows the unit before it without a blank line
    goes_on: bool = False  # goes on with the unit before it, whatever that ends in
    hint: Zone | None = None
    article: int | None = None
    section: str | None = None
    inferred: bool = False
    heading: bool = False  # heads a section of its article
    stray: bool = False  # a piece of a note that was printed inside a paragraph
    absorbed: bool = False  # became a piece (`more`) of another unit
    more: list[Span] = field(default_factory=list)  # further pieces, in reading order
    problems: list[str] = field(default_factory=list)

    @property
    def words(self) -> int:
        """How many blanks-separated words, counted up to 100."""
        return len(self.text[:2000].split(None, 100))


def cut_units(document: Document) -> list[Unit]:
    """The units of a document, in the order of its text."""
    text = document.text
    units: list[Unit] = []
    place = 0
    fresh = False
    for gap in _GAP.finditer(text):
        _cut_chunk(text, place, gap.start(), fresh, units)
        fresh = "\f" in gap[0]
        place = gap.end()
    _cut_chunk(text, place, len(text), fresh, units)
    return units


def _cut_chunk(text: str, start: int, end: int, fresh: bool, units: list[Unit]) -> None:
    """Cut one printed paragraph at the lines that begin something new."""
    start, end = trim(text, start, end)
    if start >= end:
        return
    first = len(units)
    lines = lines_of(text, start, end)
    cut = start
    columns = False
    if len(lines) > 1:
        printed = [text[low:high] for low, high in lines]
        columns = all(map(_COLUMNS.search, printed))
        each = columns or _one_paragraph_a_line(printed)
        run = _note_run(printed)
        byline = len(lines) - 1 if _ends_in_byline(printed) and not _author_follows(text, end) else -1
        for place in range(1, len(lines)):
            begins = _begins_something(printed[place], printed[place - 1])
            if each or place == byline or begins or place in run or _begins_note(printed, place):
                units.append(make_unit(text, cut, lines[place - 1][1]))
                cut = lines[place][0]
    abstract = _RUN_IN.match(text, cut, end)
    if abstract is not None:
        units.append(make_unit(text, cut, abstract.end(1)))
        cut = abstract.end()
    units.append(make_unit(text, cut, end))
    units[first].fresh_page = fresh
    if columns:
        for unit in units[first:]:
            unit.hint = Zone.TABLE
    for unit in units[first + 1 :]:
        unit.same_chunk = True
    for unit in units[first:] if len(lines) > 1 and run else ():
        unit.in_run = unit.head == "plain"


def _one_paragraph_a_line(printed: list[str]) -> bool:
    """Whether line feeds part paragraphs here: some lines are far longer than a page is wide."""
    return max(map(len, printed)) > _PAGE_WIDTH and NOTE_HEAD.match(printed[0]) is None


def _ends_in_byline(printed: list[str]) -> bool:
    """A title of some lines with its author right below."""
    above = printed[-2].rstrip()
    if above.endswith((",", ":", "-", "\xad")) or above.split()[-1].lower() in SMALL_WORDS:
        return False
    return (
        len(printed) <= 6
        and max(map(len, printed)) < 120
        and looks_like_author(printed[-1])
        and not any(ends_sentence(line) and not line.endswith("?") for line in printed)
        and (is_title_case(" ".join(printed[:-1])) or printed[0].isupper())
    )


def _author_follows(text: str, end: int) -> bool:
    """Whether the next paragraph is an author line: then the last line of a title is none."""
    lines = text[end : end + 400].strip().split("\n", 1)
    return looks_like_author(lines[0])


def _begins_something(line: str, before: str) -> bool:
    """Whether `line`, which follows `before` without a blank line, begins a unit of its own."""
    if line[0] in DIGITS_RAISED or line.startswith(_OPENING_SIGNS) or "\t" in line or "\t" in before:
        return True
    if _begins_item(line, before) or before.startswith(("|", "#")):
        return True
    if has_leaders(line) or has_leaders(before):
        return True
    if line[0] == "[":
        head = NOTE_HEAD.match(line)
        return head is not None and head["bracket"] is not None
    if is_credit(line) or (len(line) < _LONG_LINE and _LABELLED.match(line)):
        return True
    if _stands_alone(before) or (_stands_alone(line) and (ends_sentence(before) or len(before) < 40)):
        return True
    return len(before) > _LONG_LINE and ends_sentence(before) and not before.endswith("-")


def has_leaders(line: str) -> bool:
    """A row of a table of contents: dots that lead to a page number."""
    return _LEADERS.search(line, max(0, len(line) - 80)) is not None


def _begins_item(line: str, before: str) -> bool:
    """A list item; in mid-sentence "iii) the third" and "– which" only happen to open a line."""
    bullet = _BULLET.match(line)
    if bullet is None:
        return False
    sign = bullet[0].strip()
    if sign.endswith(")"):
        return before.endswith((".", ":")) or _BULLET.match(before) is not None
    if sign not in ("-", "–", "—", "+") or not line[bullet.end() : bullet.end() + 1].islower():
        return True
    return before.endswith((".", ":", ";")) or _BULLET.match(before) is not None


def _begins_note(printed: list[str], place: int) -> bool:
    """A line that begins with a plain number and reads like a source ("2 Ibid., 25.")."""
    head = NOTE_HEAD.match(printed[place])
    if head is None or head["plain"] is None:
        return False
    rest = " ".join(printed[place : place + 3])[head.end() :]
    return is_ibid(rest) or citation_score(rest) >= 2


def _note_run(printed: list[str]) -> set[int]:
    """The lines of footnotes under each other ("1. Prosecutor v. Abed …", "2. See id. at 14."): numbered one
    after the other from the first line on, and some of them lean back or read like a source."""
    first = NOTE_HEAD.match(printed[0])
    if first is None or first["plain"] is None:
        return set()
    expected, found, evidence = int(first["plain"]), set(), False
    for place, line in enumerate(printed):
        head = NOTE_HEAD.match(line)
        if head is not None and head["plain"] is not None and int(head["plain"]) == expected:
            found.add(place)
            expected += 1
            rest = line[head.end() :]
            evidence = evidence or _LEANS_BACK.search(rest) is not None or citation_score(rest) >= 2
    return found if len(found) > 1 and evidence else set()


def _stands_alone(line: str) -> bool:
    """A usual heading on a line of its own, in capitals or with a capital."""
    return len(line) < 40 and line[0].isupper() and known_heading(line) is not None


def make_unit(text: str, start: int, end: int) -> Unit:
    """One unit, its markup (number, bullet, hashes) told apart from what is read."""
    start, end = trim(text, start, end)
    unit = Unit(start, end, text[start:end], outer=start)
    if (hashes := _HASHES.match(unit.text)) is not None:
        unit.hashes = True
        _behead(unit, hashes.end())
        return unit
    head = NOTE_HEAD.match(unit.text)
    if head is not None and "\t" not in unit.text:
        unit.head = head.lastgroup
        unit.number = raised_to_plain(head[unit.head])
        if unit.head in ("markdown", "html"):
            unit.head = "raised"
        if unit.head in ("raised", "caret", "bracket"):
            _behead(unit, head.end())
            return unit
    bullet = _BULLET.match(unit.text)
    if bullet is not None and bullet.end() < len(unit.text) and unit.head != "plain":
        unit.bullet = True
        if not bullet[0].rstrip().endswith(")"):
            _behead(unit, bullet.end())
    return unit


def _behead(unit: Unit, length: int) -> None:
    unit.start += length
    unit.text = unit.text[length:]
    while unit.text[:1].isspace():
        unit.start += 1
        unit.text = unit.text[1:]


def drop_number(unit: Unit) -> None:
    """Take the printed number of a plain-digit or star note out of what is read."""
    head = NOTE_HEAD.match(unit.text)
    if head is not None and head.start() == 0 and unit.start == unit.outer:
        _behead(unit, head.end())


def restore_number(text: str, unit: Unit) -> None:
    """Undo the reading of a number as a note's: it is a callout that opens a printed line."""
    unit.start = unit.outer
    unit.text = text[unit.start : unit.end]
    unit.head = unit.number = None
    unit.goes_on = unit.same_chunk


def split_unit(text: str, unit: Unit, at: int) -> Unit:
    """Cut `unit` before offset `at` of the document; the rest comes back as a new unit."""
    rest = make_unit(text, at, unit.end)
    rest.same_chunk = True
    rest.article, rest.section = unit.article, unit.section
    unit.start, unit.end = trim(text, unit.start, at)
    unit.text = text[unit.start : unit.end]
    return rest
