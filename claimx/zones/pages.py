"""Lines, and what comes again at the edges of pages."""

from __future__ import annotations

import re
from collections import Counter

from claimx.model import Line, Span, Zone
from claimx.spans import trim
from claimx.zones.shapes import ends_sentence

_DIGITS = re.compile(r"\d+")
_BARE_NUMBER = re.compile(r"(?:page |p\. ?|[-–—] ?)?0(?: (?:of|/) 0)?(?: ?[-–—])?$")


def find_page_edges(text: str) -> list[Line]:
    """Running heads and page numbers of a text with form feeds: lines at the edge of a page that
    come again on other pages, their digits apart, or hold a page number only."""
    edges: list[tuple[str, int, int]] = []
    pages = 0
    place = 0
    for page in text.split("\f"):
        lines = [span for span in lines_of(text, place, place + len(page)) if text[span[0] : span[1]].strip()]
        pages += 1
        near = lines[:2] + [span for span in lines[-2:] if span not in lines[:2]]
        edges.extend((_key(text[low:high]), low, high) for low, high in near)
        place += len(page) + 1
    counts = Counter(key for key, _, _ in edges)
    often = max(2, min(3, pages // 2))
    return [
        Line(low, trim(text, low, high)[1], zone=Zone.FURNITURE)
        for key, low, high in edges
        if _BARE_NUMBER.match(key) or (counts[key] >= often and _is_head(key))
    ]


def _is_head(key: str) -> bool:
    return len(key) < 120 and not ends_sentence(key)


def _key(line: str) -> str:
    """A line as it is compared from page to page: "Perera 112" and "Perera 114" are the same."""
    return _DIGITS.sub("0", " ".join(line[:200].split())).lower()


def lines_of(text: str, start: int, end: int) -> list[Span]:
    """The lines of a printed paragraph, without the blanks at their ends (tabs stay)."""
    lines = []
    place = start
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        begin = place
        while begin < stop and text[begin] in " \t\u00a0":
            begin += 1
        if begin < stop:
            lines.append((begin, stop))
        place = stop + 1
    return lines
