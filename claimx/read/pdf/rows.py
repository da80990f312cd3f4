"""From pieces to rows: what stands on one baseline, with raised figures and drop capitals in their place.

A row is a list of indices into the page's pieces, from left to right; columns come later.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from claimx.read.pdf.pages import Piece

_MARKER = re.compile(r"[\d*†‡§¶∗,;–-]{1,9}")
_SAME_LINE = 0.6  # of the font size: a step off the baseline that stays in the line
_OPEN_GAP = 1.0  # of the font size: a wider gap may be a gutter or a table's
_ROW_STEP = 0.35  # of the font size: baselines this close are one row
_FAR = 6.0  # of the font size
_DROP_CAP = 1.7  # times the size of the text beside it


@dataclass(slots=True)
class Segment:
    """Pieces that follow each other without a wide gap; `base` and `size` are those of most of its ink."""

    indices: list[int]
    base: float
    size: float
    x0: float
    x1: float
    weight: int


@dataclass(slots=True)
class Row:
    """Indices of pieces from left to right, the row's baseline and size."""

    indices: list[int]
    base: float
    size: float


def find_rows(pieces: list[Piece]) -> list[Row]:
    """Rows of a page from top to bottom."""
    segments = _find_segments(pieces)
    if not segments:
        return []
    text_size = _common_size(segments)
    markers = [s for s in segments if _is_marker(s, pieces, text_size)]
    drops = [s for s in segments if _is_drop(s, pieces, text_size)]
    apart = {id(s) for s in (*markers, *drops)}
    mains = sorted((s for s in segments if id(s) not in apart), key=lambda s: s.base)
    for small in markers:
        if not _attach(small, mains):
            mains.insert(bisect_left([s.base for s in mains], small.base), small)
    for drop in drops:
        _attach_drop(drop, mains, pieces)
    mains.sort(key=lambda s: s.base)
    rows: list[Row] = []
    for segment in mains:
        row = rows[-1] if rows else None
        if row and segment.base - row.base <= _ROW_STEP * min(segment.size, row.size):
            row.indices.extend(segment.indices)
            row.size = max(row.size, segment.size)
        else:
            rows.append(Row(list(segment.indices), segment.base, segment.size))
    for row in rows:
        row.indices.sort(key=lambda index: pieces[index].x0)
    return rows


def _find_segments(pieces: list[Piece]) -> list[Segment]:
    segments: list[Segment] = []
    current: Segment | None = None
    for index, piece in enumerate(pieces):
        length = len(piece.text)
        if current is not None:
            gap = piece.x0 - current.x1
            step = abs(piece.base - current.base)
            size = current.size if current.size > piece.size else piece.size
            if (
                step <= _SAME_LINE * size
                and -0.5 * size <= gap <= _OPEN_GAP * size
                and (step < 1 or gap < 0.5 * size)
                and piece.size < _DROP_CAP * current.size
            ):
                current.indices.append(index)
                current.x1 = piece.x1 if piece.x1 > current.x1 else current.x1
                if step < 0.05:
                    current.weight += length
                elif length > current.weight:
                    current.base, current.size, current.weight = piece.base, piece.size, length
                continue
        current = Segment([index], piece.base, piece.size, piece.x0, piece.x1, length)
        segments.append(current)
    return segments


def _common_size(segments: list[Segment]) -> float:
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[segment.size] += segment.weight
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0]


def _is_marker(segment: Segment, pieces: list[Piece], text_size: float) -> bool:
    """A segment of figures or signs only: a callout, or a note's number, that was drawn apart."""
    if segment.size > 1.1 * text_size or len(segment.indices) > 4:
        return False
    return all(_MARKER.fullmatch(pieces[index].text) for index in segment.indices)


def _attach(small: Segment, mains: list[Segment]) -> bool:
    """Put a raised marker into the line it belongs to; False when no line is near."""
    low = bisect_left(mains, small.base + 0.05, key=lambda s: s.base)
    near = mains[max(low - 1, 0) : low + 1]
    on_a_line = any(abs(s.base - small.base) < 0.1 * small.size and s.size <= 1.1 * small.size for s in near)
    best, best_gap = None, 0.0
    for host in mains[low : low + 40]:
        lift = host.base - small.base
        if lift > 1.5 * host.size + 20:
            break
        if not 0.1 * host.size < lift < 0.75 * host.size or small.size > 1.02 * host.size:
            continue
        gap = max(host.x0 - small.x1, small.x0 - host.x1, 0.0)
        if small.size > 0.9 * host.size and (lift < 0.2 * host.size or (on_a_line and gap > 0.3 * host.size)):
            continue
        reach = _FAR if host.x0 > small.x0 else 1.0  # a note's number may stand far off in a loose line
        if gap <= reach * host.size and (best is None or gap < best_gap):
            best, best_gap = host, gap
    if best is None:
        return False
    best.indices.extend(small.indices)
    best.x0, best.x1 = min(best.x0, small.x0), max(best.x1, small.x1)
    return True


def _is_drop(segment: Segment, pieces: list[Piece], text_size: float) -> bool:
    text = "".join(pieces[index].text for index in segment.indices)
    return segment.size >= _DROP_CAP * text_size and len(text) <= 2 and text[-1:].isalpha() and text.isupper()


def _attach_drop(drop: Segment, mains: list[Segment], pieces: list[Piece]) -> None:
    """A capital over two or three lines belongs before the first of them: "T" + "he siege"."""
    top = drop.base - 0.7 * drop.size
    hosts = [
        s
        for s in mains
        if -1 <= s.x0 - drop.x1 + 1 <= 1.5 * s.size + 1
        and s.base <= drop.base + 1
        and s.base - 0.7 * s.size >= top - 0.6 * s.size
    ]
    if not hosts:
        mains.append(drop)
        return
    host = min(hosts, key=lambda s: s.base)
    first = host.indices[0]
    follows = pieces[first].text[:1]
    for index in drop.indices:
        pieces[index] = pieces[index]._replace(base=host.base, size=host.size)
    word_alone = pieces[drop.indices[-1]].text in ("A", "I") and pieces[first].x0 - drop.x1 > 0.2 * host.size
    if follows.isalpha() and not word_alone:
        pieces[first] = pieces[first]._replace(glued=True)
    for segment in hosts:  # the lines beside the capital are not indented
        if segment is not host:
            index = segment.indices[0]
            pieces[index] = pieces[index]._replace(x0=min(pieces[index].x0, drop.x0))
    host.indices[:0] = drop.indices
    host.x0 = min(host.x0, drop.x0)
