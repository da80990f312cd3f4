"""Running heads, page numbers and download stamps: what comes back on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from claimx.model import Zone
from claimx.read.pdf.lines import PrintedLine

_EDGE_ROWS = 3  # rows looked at from the top and from the bottom
_SAME_PLACE = 4.0  # points that a running head may move
_NUMBER = re.compile(r"\d+|(?<![a-z])[ivxlc]+(?![a-z])")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.|seite)?\W*(?:\d{1,5}|[ivxlcIVXLC]{1,7})(?:\W*(?:of|/|von)\W*\d{1,5})?[\W_]*"
)
_STAMP = re.compile(
    r"\W*(?:Downloaded (?:from|by|on)\b|This content downloaded|All use subject to\b|"
    r"Electronic copy available|For personal use only|DOWNLOADED FROM\b)"
)
_UNDERLINE = re.compile(r"[_—–―\-]{8,}")

Edge = tuple[PrintedLine, float]  # a line and its distance to the text next to it, in line heights


def mark_furniture(pages: Sequence[list[PrintedLine]], body: float) -> None:
    """Set zone FURNITURE on the lines at the edges of the pages that are no text of the author's.

    `body` is the font size of the text.
    """
    for lines in pages:
        for line in lines:
            if len(line.words) == 1 and _UNDERLINE.fullmatch(line.words[0]):
                line.zone = Zone.FURNITURE
    for at_top in (True, False):
        for lines in pages:
            for line, _ in _edge(lines, at_top):
                if _STAMP.match(line.text):
                    line.zone = Zone.FURNITURE
    for at_top in (True, False):
        edges = [_edge(lines, at_top) for lines in pages]
        _mark_repeated(edges, at_top, len(pages))
        if at_top:
            _mark_heads(edges, len(pages), body)
        _mark_places(edges, len(pages))
    for lines in pages:
        _mark_lone_number(lines, len(pages))


def _edge(lines: list[PrintedLine], at_top: bool) -> list[Edge]:
    """The outermost rows of a page, each with its distance to the next row inwards."""
    ordered = sorted(
        (line for line in lines if line.zone is None), key=lambda line: line.base if at_top else -line.base
    )
    found: list[Edge] = []
    rows = 0
    place = 0
    while place < len(ordered) and rows < _EDGE_ROWS:
        end = place + 1
        while end < len(ordered) and abs(ordered[end].base - ordered[place].base) < 3:
            end += 1
        size = max(line.size for line in ordered[place:end])
        if end < len(ordered):
            size = max(size, ordered[end].size)
        gap = abs(ordered[end].base - ordered[end - 1].base) / (size or 1) if end < len(ordered) else 9.0
        found.extend((line, gap) for line in ordered[place:end])
        place, rows = end, rows + 1
    return found


def _key(line: PrintedLine) -> str:
    return re.sub(r"\s+", "", _NUMBER.sub("#", line.text.casefold()))


def _mark_repeated(edges: list[list[Edge]], at_top: bool, count: int) -> None:
    """Lines that say the same (but for figures) in the same place on several pages."""
    places: dict[str, list[tuple[int, float, PrintedLine, float]]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for line, gap in edge:
            places[_key(line)].append((number, line.base, line, gap))
    needed = 2 if count <= 8 else 3
    for key, found in places.items():
        if len(found) < 2 or not key:
            continue
        bases = Counter(round(base / _SAME_PLACE) for _, base, _, _ in found)
        common = max(bases.items(), key=lambda item: (item[1], -item[0]))[0] * _SAME_PLACE
        near = [item for item in found if abs(item[1] - common) <= 2 * _SAME_PLACE]
        if len({item[0] for item in near}) < needed:
            continue
        number_only = bool(_PAGE_NUMBER.fullmatch(key.replace("#", "1")))
        apart = sum(gap >= 1.5 for _, _, _, gap in near) >= 0.7 * len(near)
        if number_only or apart or (at_top and len(near) >= 0.4 * count):
            for _, _, line, _ in near:
                line.zone = Zone.FURNITURE


def _mark_heads(edges: list[list[Edge]], count: int, body: float) -> None:
    """On most pages the outermost row stands in one place, short and well apart: a head, whatever it says.

    On a lone page a smaller size has to say it.
    """
    first = [
        [(line, gap) for line, gap in edge if abs(line.base - edge[0][0].base) < 3] for edge in edges if edge
    ]
    apart = [row for row in first if row[0][1] >= 1.6 and sum(len(line.words) for line, _ in row) <= 16]
    places = Counter(round(row[0][0].base / _SAME_PLACE) for row in apart)
    for row in apart:
        same = sum(places[round(row[0][0].base / _SAME_PLACE) + step] for step in (-1, 0, 1))
        if same >= max(2, 0.6 * count) or (count == 1 and all(line.size <= 0.9 * body for line, _ in row)):
            for line, _ in row:
                line.zone = Zone.FURNITURE


def _mark_places(edges: list[list[Edge]], count: int) -> None:
    """A head that changes with the chapter stands where the repeated heads of other pages stand."""
    places = Counter(round(line.base) for edge in edges for line, _ in edge if line.zone == Zone.FURNITURE)
    for edge in edges:
        for line, gap in edge:
            if line.zone is None and gap >= 1.5 and len(line.words) <= 16:
                same = sum(places[round(line.base) + step] for step in (-1, 0, 1))
                if same >= max(2, 0.25 * count):
                    line.zone = Zone.FURNITURE
            if line.zone is None:
                break


def _mark_lone_number(lines: list[PrintedLine], count: int) -> None:
    """A page number on the only page, or one that the pages around do not confirm."""
    rest = [line for line in lines if line.zone is None]
    if len(rest) < 4:
        return
    ordered = sorted(rest, key=lambda line: line.base)
    for line, inner in ((ordered[0], ordered[1]), (ordered[-1], ordered[-2])):
        if _PAGE_NUMBER.fullmatch(line.text) and abs(line.base - inner.base) > 1.8 * inner.size:
            line.zone = Zone.FURNITURE
