"""From spans of a document to boxes on its pages, one a line."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable

from claimx.model import Document, Line, Span

_WORD = re.compile(r"\S+")


def boxes_for(document: Document, spans: Iterable[Span]) -> list[list[float]]:
    """`[page, x0, top, x1, bottom]` for each printed line that the spans touch, in their order.

    PDF points, top-left origin, page from 1. Whole words are exact; a span that begins or ends
    inside a word shares the word's width out by characters. Empty for a text without pages.

    >>> boxes_for(Document(id="a", text="no pages here"), [(0, 2)])
    []
    """
    lines = document.lines
    starts = _starts(document)
    found: list[list[float]] = []
    for start, end in spans:
        index = max(bisect_right(starts, start) - 1, 0)
        while index < len(lines) and lines[index].start < end:
            line = lines[index]
            index += 1
            low, high = max(start, line.start), min(end, line.end)
            while low < high and document.text[low].isspace():
                low += 1
            while high > low and document.text[high - 1].isspace():
                high -= 1
            if low >= high or line.page is None or line.x0 is None:
                continue
            x0, x1 = _extent(document.text, line, low, high)
            found.append([line.page, x0, line.top or 0.0, x1, line.bottom or 0.0])
    return found


_cache: tuple[object, list[int]] = (None, [])


def _starts(document: Document) -> list[int]:
    """Where the lines start; kept for the document asked for last."""
    global _cache
    if _cache[0] is not document.lines:
        _cache = (document.lines, [line.start for line in document.lines])
    return _cache[1]


def _extent(text: str, line: Line, low: int, high: int) -> tuple[float, float]:
    """Left and right edge of `text[low:high]`, a stretch of `line`."""
    left, right = line.x0 or 0.0, line.x1 or 0.0
    if low <= line.start and high >= line.end:
        return left, right
    words = [(match.start(), match.end()) for match in _WORD.finditer(text, line.start, line.end)]
    xs = array("f")
    if line.xs:
        xs.frombytes(line.xs)
    if len(xs) != 2 * len(words):
        scale = (right - left) / max(1, line.end - line.start)
        return round(left + (low - line.start) * scale, 1), round(left + (high - line.start) * scale, 1)
    first = max(bisect_right([start for start, _ in words], low) - 1, 0)
    last = max(bisect_right([start for start, _ in words], high - 1) - 1, 0)
    return round(_inside(words[first], xs, first, low), 1), round(_inside(words[last], xs, last, high), 1)


def _inside(word: Span, xs: array[float], index: int, offset: int) -> float:
    """Where `offset` stands inside a word, its characters taken as equally wide."""
    left, right = xs[2 * index], xs[2 * index + 1]
    share = (offset - word[0]) / (word[1] - word[0])
    return left + (right - left) * min(max(share, 0.0), 1.0)
