"""What a page carries besides its text: running heads, page numbers, rules, pictures, contents."""

from __future__ import annotations

import re
from collections import Counter

from claimx.model import Zone
from claimx.zones.shapes import (
    bare,
    ends_sentence,
    is_credit,
    is_numbered_heading,
    known_heading,
    looks_like_name,
    words_of,
)
from claimx.zones.units import Unit, has_leaders

_RULE = re.compile(r"[\W_]{1,80}$")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]*(?:(?:page|p\.?|pp\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\]) ]*$",
    re.I,
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)$")
_VOLUME = re.compile(
    r"(?:vol(?:ume|\.)?\s*[ivxlc\d]+\b.{0,60}\b(?:issue|no|number|nr)\b.{0,60}|(?:issue|no)\.?\s*\d+\s*[|•·].{0,60}"
    r"|issn\b.{0,60}|©.{0,120}|copyright\b.{0,120}|all rights reserved.{0,80}"
    r"|(?:this article was )?downloaded from.{0,200})$",
    re.I,
)
_IMPRINT = re.compile(  # "Journal of Civil Wars, Vol. 12, No. 3, May 2014"
    r"[^“\"‘*,]{3,60}[\s,|•·–-]+vol(?:ume|\.)?\s*\d+\s*[,|:;(]?\s*(?:(?:no|nr|issue|number)\b\.?\s*)?\d{1,3}\)?"
    r"[^a-z]{0,20}(?:\w{3,9},? (?:19|20)\d\d)?$",
    re.I,
)
_CONTENTS_ROW = re.compile(r".{2,160}?(?:\t|\.{3,}|(?:\. ){3,}|\s{3,})\s*(?:\d{1,4}|[ivxlc]{1,6})$", re.S)
_HEAD_WORDS = 14  # of a running head, at most
CONTENTS = words_of("contents")
_PAGE_MARK = re.compile(r"(?:p|pp|page)\.?\s?\d{1,4}$", re.I)


def mark_furniture(units: list[Unit]) -> None:
    """Set zone FURNITURE on rules, page numbers, pictures, journal lines, running heads and contents."""
    for unit in units:
        if unit.hint == Zone.FURNITURE or (unit.zone is None and _is_furniture(unit)):
            unit.zone = Zone.FURNITURE
    _mark_running_heads(units)
    _mark_contents(units)
    for unit in units:
        if unit.zone == Zone.FURNITURE:
            unit.start = unit.outer


def _is_furniture(unit: Unit) -> bool:
    text = unit.text
    if len(text) > 320:
        return False
    if _RULE.match(text) or _IMAGE.match(text) or (is_credit(text) and unit.words < 40):
        return True
    if len(text) > 160 or unit.hint not in (None, Zone.FURNITURE):
        return False
    if _PAGE_NUMBER.match(text) and not unit.same_chunk and not (text.isalpha() and len(text) > 5):
        return not text.isalpha() or text.islower()
    return _VOLUME.match(bare(text)) is not None or (unit.words <= 14 and _IMPRINT.match(text) is not None)


def _mark_running_heads(units: list[Unit]) -> None:
    """Short paragraphs that come again and again, apart from their page number."""
    keys: list[str | None] = []
    for unit in units:
        short = len(unit.text) <= 120 and unit.zone in (None, Zone.FURNITURE) and "\t" not in unit.text
        numbered = unit.bullet or unit.head in ("raised", "caret", "bracket")
        alone = short and not numbered and unit.words <= _HEAD_WORDS and not ends_sentence(unit.text)
        alone = alone and not is_numbered_heading(unit.text)
        keys.append(re.sub(r"\W*\d+\W*", " ", bare(unit.text)).strip().lower() if alone else None)
    counts = Counter(key for key in keys if key)
    for place, (unit, key) in enumerate(zip(units, keys, strict=True)):
        if key and counts[key] >= 3 and known_heading(unit.text) is None and not _is_byline(units, place):
            unit.zone = Zone.FURNITURE


def _is_byline(units: list[Unit], place: int) -> bool:
    """A name right before a paragraph: one author of several articles, no running head."""
    following = units[place + 1 : place + 2]
    return looks_like_name(units[place].text) and any(unit.words >= 35 for unit in following)


def _mark_contents(units: list[Unit]) -> None:
    """A table of contents: rows that end in a page number, after its heading or in a run at the start."""
    inside = False
    for place, unit in enumerate(units):
        if known_heading(unit.text) in CONTENTS:
            unit.zone = Zone.FURNITURE
            inside = True
        elif unit.zone is None and has_leaders(unit.text):
            unit.zone = Zone.FURNITURE
        elif inside and unit.zone is None:
            inside = _CONTENTS_ROW.match(unit.text) is not None or _row_follows(units, place)
            if inside:
                unit.zone = Zone.FURNITURE
    marks = [place for place, unit in enumerate(units[:80]) if _PAGE_MARK.match(unit.text)]
    if len(marks) >= 2 and all(units[place].words < 30 for place in range(marks[0], marks[-1])):
        for unit in units[marks[0] : _last_entry(units, marks[-1]) + 1]:
            unit.zone = Zone.FURNITURE


def _last_entry(units: list[Unit], mark: int) -> int:
    """Where the entry after the last page mark ends: at its author's name, if that comes soon."""
    for place in range(mark + 1, min(mark + 5, len(units) - 1)):
        if units[place].words > 30:
            break
        if looks_like_name(units[place].text.rsplit("\n", 1)[-1]) and units[place + 1].words < 30:
            return place
    return mark + 1


def _row_follows(units: list[Unit], place: int) -> bool:
    """A row of the contents that lost its number, with a sound one right after it."""
    following = units[place + 1 : place + 2]
    return (
        units[place].words < 16
        and not ends_sentence(units[place].text)
        and any(_CONTENTS_ROW.match(unit.text) for unit in following)
    )
