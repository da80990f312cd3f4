"""The articles of an issue: title, authors, text, a line on the author, notes of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimx.model import Article, Zone
from claimx.zones.shapes import (
    BYLINE,
    bare,
    ends_sentence,
    is_short_line,
    is_title_case,
    known_heading,
    looks_like_author,
    looks_like_name,
    split_names,
    words_of,
)
from claimx.zones.units import Unit

_IS = re.compile(
    r"\b(?:,[^,]{1,60},)?\s+(?:is|was|are|were|has|have|works|writes|serves|holds|teaches|covers"
    r"|specializes|specialises)\b"
)
_TITLE = re.compile(r"(?:(?:Dr|Prof|Mr|Mrs|Ms)\. ?)?")
_WORD_ENDS = re.compile(r"\b")
_NEXT_WORD = re.compile(r"\s+([\w.’'-]+)")
_OCCUPATION = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words_of('occupations'))))})\b", re.I)
_LONG = 35


@dataclass(slots=True)
class _Opening:
    """Where an article may begin: its title's first unit, the author line, the first paragraph."""

    title: int
    author: int
    authors: tuple[str, ...]
    evidence: int = 0
    notes: bool = False  # notes of its own follow


def find_articles(text: str, units: list[Unit]) -> tuple[Article, ...]:
    """The articles of an issue, () for a paper of its own.

    Sets `article` on every unit from the first title on, zone HEADING on the titles and FRONT on
    author lines and blurbs. At least two openings must be borne out: by a line on the author,
    a table of contents that names her, a byline, or notes of their own one after the other.
    """
    openings = _openings(units)
    sure: list[_Opening] = []
    for opening in openings:
        after_notes = not sure or _has_notes(units, sure[-1].author, opening.title)
        if opening.evidence > 0 or (opening.notes and after_notes):
            sure.append(opening)
    if len(sure) < 2:
        return ()
    articles = []
    for number, opening in enumerate(sure, 1):
        end = sure[number].title if number < len(sure) else len(units)
        lines = [bare(unit.text) for unit in units[opening.title : opening.author] if unit.zone is None]
        for unit in units[opening.title : opening.author]:
            if unit.zone is None:
                unit.zone = Zone.HEADING
        units[opening.author].zone = Zone.FRONT
        for unit in units[opening.title : end]:
            unit.article = number
        blurb = _find_blurb(units, opening.author + 2, end, opening.authors)
        if blurb is not None and blurb.zone is None:
            blurb.zone = Zone.FRONT
        close = units[end - 1].end if end > opening.title else units[opening.title].end
        span = (units[opening.title].outer, close)
        articles.append(Article(number, " ".join(lines), opening.authors, span))
    return tuple(articles)


def _openings(units: list[Unit]) -> list[_Opening]:
    found: list[_Opening] = []
    for place, unit in enumerate(units):
        if unit.zone not in (None, Zone.FRONT) or unit.bullet or not _is_author_line(unit):
            continue
        if not _prose_after(units, place):
            continue
        title = _title_start(units, place)
        if title < place:
            found.append(_Opening(title, place, split_names(unit.text)))
    contents = [bare(unit.text) for unit in units[: found[0].title] if unit.words < 30] if found else []
    for number, opening in enumerate(found):
        end = found[number + 1].title if number + 1 < len(found) else len(units)
        opening.evidence = _evidence(units, opening, end, contents)
        opening.notes = _has_notes(units, opening.author, end)
    return found


def _is_author_line(unit: Unit) -> bool:
    return len(unit.text) < 160 and looks_like_author(unit.text)


def _prose_after(units: list[Unit], place: int) -> bool:
    """A paragraph of some length comes within the next three units."""
    for unit in units[place + 1 : place + 4]:
        if unit.zone in (Zone.FURNITURE, Zone.NOTE):
            continue
        if unit.words >= _LONG:
            return True
        if not is_short_line(unit.text):
            return False
    return False


def _title_start(units: list[Unit], author: int) -> int:
    """Index of the first unit of the title that stands before an author line (`author` if none)."""
    place = author
    while place > 0:
        unit = units[place - 1]
        if unit.zone == Zone.FURNITURE and _is_thin(unit):
            place -= 1
            continue
        joins = place == author or units[place].same_chunk or unit.text.rstrip().endswith((":", ",", "-"))
        if not joins or unit.zone is not None or unit.bullet or unit.head or not _is_title_line(unit):
            break
        place -= 1
    while place < author and units[place].zone == Zone.FURNITURE:
        place += 1
    return place


def _is_thin(unit: Unit) -> bool:
    return unit.words <= 2


def _is_title_line(unit: Unit) -> bool:
    text = unit.text.rstrip(":, ")
    return (
        is_short_line(text, 32, 240)
        and unit.words >= 2
        and not looks_like_name(text)
        and (unit.hashes or text.isupper() or is_title_case(text))
        and known_heading(text) is None
    )


def _evidence(units: list[Unit], opening: _Opening, end: int, contents: list[str]) -> int:
    """How many signs bear out that an article begins here."""
    score = int(BYLINE.match(bare(units[opening.author].text)) is not None)
    score += any(line.endswith(name) for line in contents for name in opening.authors)
    return score + (_find_blurb(units, opening.author + 2, end, opening.authors) is not None)


def _has_notes(units: list[Unit], start: int, end: int) -> bool:
    return any(known_heading(unit.text) in ("notes", "endnotes") for unit in units[start:end])


def _find_blurb(units: list[Unit], start: int, end: int, authors: tuple[str, ...]) -> Unit | None:
    """ "Maya Okello is a researcher at …": the last paragraph before the notes, on the author."""
    for unit in reversed(units[start:end]):
        if _is_blurb(unit, authors):
            return unit
        if unit.words >= _LONG and unit.number is None and unit.zone is None:
            return None
    return None


def _is_blurb(unit: Unit, authors: tuple[str, ...]) -> bool:
    """Begins with an author's name (a middle name may come in) and tells what she does."""
    if unit.words < 5 or len(unit.text) > 900 or not ends_sentence(unit.text):
        return False
    plain = bare(unit.text)
    if _OCCUPATION.search(plain) is None:
        return False
    return any(_is_told_of(plain, name.split()) for name in authors)


def _is_told_of(plain: str, name: list[str]) -> bool:
    """Whether `plain` begins with the name (first and last, three words between at most) and "is", "was" …"""
    start = _TITLE.match(plain).end()
    place = start + len(name[0])
    if not plain.startswith(name[0], start) or _WORD_ENDS.match(plain, place) is None:
        return False
    for _ in range(4):
        following = _NEXT_WORD.match(plain, place)
        if following is None:
            return False
        if plain.startswith(name[-1], following.start(1)) and _IS.match(
            plain, following.start(1) + len(name[-1])
        ):
            return True
        place = following.end()
    return False
