"""From units to blocks: headings, lists and paragraphs, joined where notes and page ends cut them."""

from __future__ import annotations

import re

from claimx.model import Block, Span, Zone
from claimx.zones.shapes import (
    bare,
    ends_sentence,
    is_credit,
    is_numbered_heading,
    is_short_line,
    is_title_case,
    known_heading,
    looks_like_name,
    opens_lower,
    words_of,
)
from claimx.zones.units import Unit

_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]\.(?:[A-Z]\.)+|Dr|Gen|Lt|Col|Maj|Mr|Mrs|Mt|St|No|vs|al|i\.e|e\.g|cf|approx)\.?$"
)
_CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|graph|box|photo|image)\s*(?:\d+|[IVX]+)\b[.:–— ]?", re.I
)
_HEADING_SIGNS = "“\"'‘*_("
_ACRONYM_ROW = re.compile(r"[A-Z][A-Za-z0-9&/-]{1,12}[\s:–—-]+\S")
_ACRONYMS = words_of("acronyms")
_ABSTRACT_PARAGRAPHS = 3
_PASSED_OVER = frozenset({Zone.NOTE, Zone.FURNITURE, Zone.TABLE})


def mark_text(units: list[Unit], body: int) -> None:
    """Set zone HEADING, LIST, ABSTRACT or BODY on every unit that has none, and every unit's section."""
    section: str | None = None
    state: str | None = None
    before: Unit | None = None
    article = None
    left, after_abstract = 0, False  # paragraphs that an abstract may still have
    for place, unit in enumerate(units):
        if unit.article != article:
            article, section, state, before = unit.article, None, None, None
        if unit.zone is None:
            if _is_heading(units, place, before, state):
                titled = place + 1 < len(units) and is_credit(units[place + 1].text)  # a figure's title
                unit.zone, unit.heading = (Zone.FURNITURE, False) if titled else (Zone.HEADING, True)
            else:
                unit.zone = _text_zone(unit, state)
                before = unit
                if state == "abstract":
                    left -= is_closed(unit)
                    if left <= 0 or unit.zone == Zone.FRONT:
                        state, after_abstract = None, True
        if unit.zone == Zone.HEADING:
            before = None
            if unit.heading:
                section = bare(unit.text)
                state = known_heading(unit.text)
                left = 1 if place + 1 < len(units) and units[place + 1].same_chunk else _ABSTRACT_PARAGRAPHS
        if unit.zone == Zone.TABLE:
            unit.section = unit.section or section
        elif unit.section is None and not (unit.zone == Zone.HEADING and not unit.heading):
            unit.section = section
        if after_abstract:
            section, after_abstract = None, False
    _pass_over_front(units, body)


def _pass_over_front(units: list[Unit], body: int) -> None:
    for unit in units[:body]:
        unit.section = None


def _text_zone(unit: Unit, state: str | None) -> Zone:
    if unit.hint in (Zone.LIST, Zone.ABSTRACT, Zone.FRONT, Zone.REFERENCE):
        return unit.hint
    if unit.bullet:
        return Zone.LIST
    if state in _ACRONYMS and unit.words < 25 and _ACRONYM_ROW.match(unit.text):
        return Zone.LIST
    if state == "abstract":
        return Zone.FRONT if re.match(r"[*_]*key ?words?\b", unit.text, re.I) else Zone.ABSTRACT
    if state is None and re.match(r"[*_]*key ?words?\b[*_]*\s*:", unit.text, re.I):
        return Zone.FRONT
    if _CAPTION.match(unit.text) and unit.words < 40 and not ends_sentence(unit.text):
        return Zone.FURNITURE
    return Zone.BODY


def _is_heading(units: list[Unit], place: int, before: Unit | None, state: str | None) -> bool:
    """Whether a unit heads what follows it. `before` is the paragraph that stands open before it."""
    unit = units[place]
    if unit.hashes:
        return True
    if unit.goes_on:
        return False
    if unit.bullet or unit.hint not in (None, Zone.HEADING) or "\t" in unit.text:
        return False
    if known_heading(unit.text) is not None:
        return True
    if state in _ACRONYMS and _ACRONYM_ROW.match(unit.text) and not unit.text.isupper() and unit.words > 1:
        return False
    if is_numbered_heading(unit.text):
        return True
    first = unit.text[0]
    opens = first.isalnum() or first in _HEADING_SIGNS
    if not opens or opens_lower(unit.text) or not is_short_line(unit.text):
        return False
    following = next((other for other in units[place + 1 :] if other.zone not in _PASSED_OVER), None)
    if following is None or opens_lower(following.text):
        return False
    if unit.hint == Zone.HEADING:
        return True
    if before is not None and not is_closed(before):
        return False
    if is_title_case(unit.text) or unit.text.isupper() or _is_bold(unit.text):
        return True
    return unit.words <= 10 and following.words > 12 and not unit.text.rstrip().endswith(":")


def _is_bold(text: str) -> bool:
    return text.startswith("**") and text.rstrip(":").endswith("**")


def is_closed(unit: Unit) -> bool:
    """Whether a paragraph is complete: its last words end a sentence or announce what follows."""
    tail = unit.text.rstrip()
    item = unit.zone == Zone.LIST and not tail.endswith(",") and unit.words < 8
    return item or ends_sentence(tail) or tail.endswith((":", ";"))


def build_blocks(units: list[Unit]) -> tuple[Block, ...]:
    """Blocks in the order of the document; a paragraph that was cut becomes one block."""
    drafts: list[tuple[Unit, list[Span]]] = []
    open_at: int | None = None
    for unit in units:
        if unit.absorbed:
            continue
        spans = [(unit.start, unit.end), *unit.more]
        joins = open_at is not None and unit.zone in (Zone.BODY, Zone.LIST, Zone.ABSTRACT)
        if joins and _goes_on(drafts[open_at][0], unit):
            whole, pieces = drafts[open_at]
            pieces.extend(spans)
            whole.text = unit.text
            continue
        drafts.append((unit, spans))
        if unit.zone in (Zone.BODY, Zone.LIST, Zone.ABSTRACT):
            open_at = len(drafts) - 1
        elif unit.zone not in _PASSED_OVER:
            open_at = None
    return tuple(_block(unit, spans) for unit, spans in drafts)


def _block(unit: Unit, spans: list[Span]) -> Block:
    number = unit.number if unit.zone in (Zone.NOTE, Zone.REFERENCE) else None
    return Block(
        unit.zone or Zone.BODY,
        tuple(spans),
        number,
        unit.article,
        unit.section,
        unit.inferred,
        tuple(unit.problems),
    )


def _goes_on(whole: Unit, unit: Unit) -> bool:
    """Whether `unit` goes on with the paragraph `whole` (whose `text` is its latest piece)."""
    if unit.goes_on:
        return True
    if unit.bullet or unit.article != whole.article:
        return False
    tail = whole.text.rstrip()
    lower = opens_lower(unit.text)
    if tail.endswith((":", ";")):
        return lower and tail.endswith(";")
    if ends_sentence(tail):
        return lower and _ABBREVIATION.search(tail) is not None
    if whole.zone == Zone.LIST:
        return lower
    return lower or not looks_like_name(unit.text)
