"""Columns: a gutter is a strip that stays white down the page, never a matter of line length."""

from __future__ import annotations

from claimx.read.pdf.pages import Piece
from claimx.read.pdf.rows import Row

_NARROWEST_GUTTER = 7.0
_NARROWEST_COLUMN = 0.22  # of the width of the text
_ROWS_FOR_A_COLUMN = 5
_SAME_GUTTER = 12.0  # points that a gutter may shift from page to page

Run = tuple[float, float]


def find_gutters(
    rows: list[Row], pieces: list[Piece], known: tuple[float, ...] = (), depth: int = 0
) -> tuple[float, ...]:
    """Where the gutters stand (x of their middle), left to right; () for one column.

    `known` are the gutters of the pages before: a last page with three lines in the second column
    needs less proof.
    """
    if len(rows) < 3 or depth > 2:
        return ()
    runs = [_runs(row, pieces) for row in rows]
    left = min(row[0][0] for row in runs)
    right = max(row[-1][1] for row in runs)
    broad = sum(row[0][1] - row[0][0] > 0.6 * (right - left) for row in runs)
    if broad > 0.6 * len(runs):  # most rows run across the page
        return ()
    best = _whitest(runs, left, right, known)
    if best is None:
        return ()
    x = best
    near_known = any(abs(x - gutter) < _SAME_GUTTER for gutter in known)
    if not _are_columns(rows, runs, pieces, x, left, right, near_known):
        return ()
    sides = []
    for low, high in ((left, x), (x, right)):
        if high - low > 0.5 * (right - left):
            part = [
                Row(
                    [i for i in row.indices if low <= (pieces[i].x0 + pieces[i].x1) / 2 < high],
                    row.base,
                    row.size,
                )
                for row in rows
            ]
            sides.append(find_gutters([row for row in part if row.indices], pieces, known, depth + 1))
        else:
            sides.append(())
    return (*sides[0], x, *sides[1])


def _runs(row: Row, pieces: list[Piece]) -> list[Run]:
    """Stretches of a row without a gap as wide as a gutter."""
    widest = max(_NARROWEST_GUTTER, 0.8 * row.size)
    first = pieces[row.indices[0]]
    start, end = first.x0, first.x1
    runs = []
    for index in row.indices[1:]:
        piece = pieces[index]
        if piece.x0 - end >= widest:
            runs.append((start, end))
            start = piece.x0
        if piece.x1 > end:
            end = piece.x1
    runs.append((start, end))
    return runs


def _whitest(runs: list[list[Run]], left: float, right: float, known: tuple[float, ...]) -> float | None:
    """The middle of the strip that the fewest rows cross, with text on both sides of it."""
    width = int(right - left) + 2
    if not 60 < width < 20000:
        return None
    cover = [0] * (width + 1)
    ends = [0] * (width + 1)
    starts = [0] * (width + 1)
    for row in runs:
        ends[min(int(row[0][1] - left) + 1, width)] += 1
        starts[max(int(row[-1][0] - left), 0)] += 1
        for x0, x1 in row:
            cover[int(x0 - left)] += 1
            cover[min(int(x1 - left) + 1, width)] -= 1
    before, after, covered = 0, sum(starts), 0
    low, high = _NARROWEST_COLUMN * width, (1 - _NARROWEST_COLUMN) * width
    best: tuple[int, int, int] | None = None  # rows crossing, -width of the strip, where it begins
    strip_start, strip_cover = 0, -1
    for x in range(width):
        covered += cover[x]
        before += ends[x]
        after -= starts[x - 1] if x else 0
        needed = 1 if any(abs(left + x - gutter) < _SAME_GUTTER for gutter in known) else _ROWS_FOR_A_COLUMN
        fits = low <= x <= high and before >= needed and after >= needed
        if not fits or covered != strip_cover:
            strip_start, strip_cover = x, covered if fits else -1
        if fits and x - strip_start + 1 >= 3:
            found = (covered, -(x - strip_start + 1), strip_start)
            if best is None or found < best:
                best = found
    if best is None or best[0] > 0.6 * len(runs):
        return None
    return left + best[2] + (-best[1] - 1) / 2


def _are_columns(
    rows: list[Row],
    runs: list[list[Run]],
    pieces: list[Piece],
    x: float,
    left: float,
    right: float,
    near_known: bool,
) -> bool:
    """Columns of prose, or the columns of a table?"""
    lefts: list[Run] = []
    rights: list[Run] = []
    rowwise = both = 0
    words_left = words_right = 0
    for row, row_runs in zip(rows, runs, strict=True):
        if any(x0 < x < x1 for x0, x1 in row_runs):
            continue
        indices_left = [i for i in row.indices if pieces[i].x1 <= x]
        indices_right = [i for i in row.indices if pieces[i].x0 >= x]
        if indices_left:
            lefts.append((row_runs[0][0], pieces[indices_left[-1]].x1))
            words_left += len(indices_left)
        if indices_right:
            rights.append((pieces[indices_right[0]].x0, row_runs[-1][1]))
            words_right += len(indices_right)
        if indices_left and indices_right:
            both += 1
            rowwise += indices_right[0] == indices_left[-1] + 1
    if near_known and rights and lefts:
        return True
    if len(lefts) < _ROWS_FOR_A_COLUMN or len(rights) < _ROWS_FOR_A_COLUMN:
        return False
    full_left = sum(x1 - x0 > 0.7 * (x - left) for x0, x1 in lefts) / len(lefts)
    full_right = sum(x1 - x0 > 0.7 * (right - x) for x0, x1 in rights) / len(rights)
    mean_words = min(words_left / len(lefts), words_right / len(rights))
    if both >= 4 and rowwise > 0.6 * both:  # written row by row: a table, unless it is set like prose
        return min(full_left, full_right) > 0.7 and mean_words >= 4.5
    return max(full_left, full_right) > 0.4 and mean_words >= 2.5


def order_rows(
    rows: list[Row], pieces: list[Piece], gutters: tuple[float, ...]
) -> list[tuple[int, int, list[int]]]:
    """Reading order: (band, column, indices of the pieces). A row across the gutter closes a band."""
    if not gutters:
        return [(0, 0, row.indices) for row in rows]
    crossing = [_crosses(row, pieces, gutters) for row in rows]
    for index in range(1, len(rows) - 1):  # a lone row between two that span is part of what spans
        if not crossing[index] and crossing[index - 1] and crossing[index + 1]:
            crossing[index] = rows[index + 1].base - rows[index - 1].base < 3.2 * rows[index].size
    ordered: list[tuple[int, int, list[int]]] = []
    band = 0
    columns: list[list[tuple[int, int, list[int]]]] = [[] for _ in range(len(gutters) + 1)]
    for row, spans in zip(rows, crossing, strict=True):
        if spans:
            if any(columns):
                for column in columns:
                    ordered.extend(column)
                columns = [[] for _ in range(len(gutters) + 1)]
                band += 1
            ordered.append((band, -1, row.indices))
            continue
        if ordered and ordered[-1][1] == -1 and ordered[-1][0] == band:
            band += 1
        parts: list[list[int]] = [[] for _ in columns]
        for index in row.indices:
            middle = (pieces[index].x0 + pieces[index].x1) / 2
            parts[sum(middle > gutter for gutter in gutters)].append(index)
        for number, part in enumerate(parts):
            if part:
                columns[number].append((band, number, part))
    for column in columns:
        ordered.extend(column)
    return ordered


def _crosses(row: Row, pieces: list[Piece], gutters: tuple[float, ...]) -> bool:
    """Does the row run across a gutter: over it, or past it with no more than a blank?"""
    for gutter in gutters:
        before, after = None, None
        for index in row.indices:
            piece = pieces[index]
            if piece.x0 < gutter - 1 and piece.x1 > gutter + 1:
                return True
            if piece.x1 <= gutter + 1:
                before = piece.x1 if before is None else max(before, piece.x1)
            elif after is None:
                after = piece.x0
        if before is not None and after is not None and after - before < max(5.0, 0.5 * row.size):
            return True
    return False
