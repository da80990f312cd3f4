"""Front matter: title, authors, date of publication; where the text proper begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.edtf import MONTHS
from claimx.model import Zone
from claimx.zones.shapes import (
    DIGITS_RAISED,
    bare,
    ends_sentence,
    is_numbered_heading,
    is_short_line,
    known_heading,
    looks_like_author,
    split_names,
    words_of,
)
from claimx.zones.units import Unit

_OPENERS = words_of("openers")
_KEYWORDS = re.compile(r"[*_]*key ?words?\b", re.I)
_MONTH = "(?P<month>" + "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS) + r")\.?"
_MONTH_2 = _MONTH.replace("month", "month2")
_FULL_DATE = re.compile(
    rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH_2},? (?P<year2>(?:19|20)\d\d)\b",
    re.I,
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},? (?P<year>(?:19|20)\d\d)\b", re.I)
_PUBLISHED = re.compile(
    r"(?:\b(?:published|publication date|released|issued|date|copyright)\b|©)\D{0,30}"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_LABEL = re.compile(r"[*_]*(title|authors?)[*_]*\s*:[*_]*\s*(\S.*)", re.I | re.S)
_ISO = re.compile(
    r"(?<![\d/-])(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d-])"
)
_LONE_YEAR = re.compile(r"\W*(?P<year>(?:19|20)\d\d)\W*$")
_NOT_PUBLISHED = re.compile(
    r"\b(?:accessed|retrieved|received|submitted|accepted|revised|founded|since)\b", re.I
)


@dataclass(slots=True)
class Front:
    """What the front matter tells. `body` is the index of the first unit of the text proper."""

    body: int = 0
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def read_front(units: list[Unit], *, issue: bool = False) -> Front:
    """Find the front matter, set zone FRONT on its units and read it.

    In an `issue` of several articles it ends where the first of them begins; it has a title then
    and no authors.
    """
    body = next(place for place, unit in enumerate(units) if unit.article) if issue else _body_start(units)
    head = [unit for unit in units[:body] if unit.zone is None and unit.head not in ("caret", "raised")]
    front = Front(body=body)
    front.published = _published(units[:body])
    labels = _labels(units[:body])
    authors = None if issue else next((unit for unit in reversed(head[1:]) if _is_author(unit, head)), None)
    if authors is not None or "author" in labels:
        front.authors = split_names(labels.get("author") or authors.text)
    front.title = labels.get("title") or (_issue_title(units) if issue else _title(head, authors))
    for unit in units[:body]:
        if unit.zone is None and not (unit.head in ("caret", "raised", "star") and unit.words > 4):
            unit.zone = Zone.FRONT
    return front


def _issue_title(units: list[Unit]) -> str | None:
    """What an issue is called: its very first line."""
    for unit in units[:6]:
        line = bare(unit.text.split("\n", 1)[0])
        if unit.article is not None:
            break
        if unit.hint != Zone.FURNITURE and is_short_line(line) and line[:1].isalpha():
            return line
    return None


def _labels(units: list[Unit]) -> dict[str, str]:
    """What labelled lines say: "Title: The Long Retreat", "author: Ana Ruiz"."""
    found: dict[str, str] = {}
    for unit in units:
        match = _LABEL.match(unit.text)
        if match is not None and unit.words < 60:
            found.setdefault(match[1].lower().removesuffix("s"), bare(match[2]).strip("\"'“”"))
    return found


def _is_author(unit: Unit, head: list[Unit]) -> bool:
    hinted = unit.hint in (None, Zone.FRONT, Zone.HEADING)
    return hinted and looks_like_author(unit.text) and not _is_part(unit, head)


def _is_part(unit: Unit, head: list[Unit]) -> bool:
    """Whether a line comes again inside a longer one (a short title that looks like names)."""
    plain = bare(unit.text).lower()
    return any(plain in bare(other.text).lower() for other in head if other.words > unit.words)


def _body_start(units: list[Unit]) -> int:
    """Index of the first unit after the front matter: an opening heading or a long paragraph."""
    for place, unit in enumerate(units[:120]):
        if unit.zone is not None or unit.head in ("raised", "caret", "bracket"):
            continue
        if known_heading(unit.text) in _OPENERS or _KEYWORDS.match(unit.text):
            return place
        if place and is_numbered_heading(unit.text) and len(unit.text) < 90 and _prose_follows(units, place):
            return place
        if _is_prose(unit):
            return place
    return 0


def _is_prose(unit: Unit) -> bool:
    return (unit.words >= 40 and not unit.text.isupper()) or (unit.words >= 25 and ends_sentence(unit.text))


def _prose_follows(units: list[Unit], place: int) -> bool:
    return any(_is_prose(unit) for unit in units[place + 1 : place + 3])


def _title(head: list[Unit], authors: Unit | None) -> str | None:
    """The title: what stands before the authors; without authors, what is printed last or longest."""
    before = head if authors is None else head[: head.index(authors)]
    lines = [unit for unit in before if is_short_line(unit.text, 40, 260) and not _date_only(unit.text)]
    if authors is not None:
        lines = [unit for unit in lines if not looks_like_author(unit.text)] or lines
        if not lines:
            return None
        last = lines[-1]
        if last.text.isupper() and len(lines) > 1 and lines[-2].text.rstrip().endswith(":"):
            return f"{bare(lines[-2].text)}: {bare(last.text)}"
        return bare(last.text)
    lines = [unit for unit in lines if not unit.text.isupper() or len(head) == 1] or lines
    if not lines:
        return None
    first = bare(lines[0].text)
    fuller = [bare(unit.text) for unit in lines[1:] if bare(unit.text).lower().startswith(first.lower())]
    return max(fuller, key=len) if fuller else max((bare(unit.text) for unit in lines[:2]), key=len)


def _date_only(text: str) -> bool:
    return len(text) < 50 and (_MONTH_YEAR.search(text) is not None or _LONE_YEAR.match(text) is not None)


def _published(units: list[Unit]) -> str | None:
    """The date of publication that the front matter prints, as EDTF."""
    for pattern in (_ISO, _FULL_DATE, _MONTH_YEAR, _PUBLISHED, _LONE_YEAR):
        for unit in units:
            if (unit.zone == Zone.FURNITURE and len(unit.text) > 160) or unit.words > 60:
                continue
            match = pattern.search(unit.text) if pattern is not _LONE_YEAR else pattern.match(unit.text)
            if match and not _NOT_PUBLISHED.search(unit.text[max(0, match.start() - 30) : match.start()]):
                return _edtf(match)
    return None


def _edtf(match: re.Match) -> str:
    parts = match.groupdict()
    if "iso" in parts:
        return match["iso"]
    year = parts.get("year") or parts.get("year2")
    month = parts.get("month") or parts.get("month2")
    day = parts.get("day") or parts.get("day2")
    if not month:
        return str(year)
    number = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
    return f"{year}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def has_note_star(text: str) -> bool:
    """Whether a title or an author line points to a note by a star ("Abdul Basit**", "Okello†")."""
    plain = text.strip()
    return (
        plain.endswith(("†", "‡"))
        or (plain.strip("_").endswith("*") and plain.count("*") % 2 == 1)
        or plain[-1:] in DIGITS_RAISED
    )
