"""Rows of simple tables: words set apart by far more than a blank, line after line.

A lone wide gap in a justified line ("2021,        https://…") is not a table's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimx.model import Zone
from claimx.read.pdf.lines import PrintedLine

_ENUMERATOR = re.compile(
    r"[•▪◦‣➢❖✓●○■□–—-]|[(\[]?(?:\d{1,3}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*+"
)
_NEAR = 2.2  # times the font size: rows of one table are this close


def mark_tables(flow: Sequence[PrintedLine], right: float) -> None:
    """Keep the `cells` that a table proves in one flow of lines, drop the others; set zone TABLE on rows.

    `right` is the right edge of the column.
    """
    for line in flow:
        if line.cells and (line.zone is not None or _only_after_enumerator(line)):
            line.cells = ()
    proved = [
        bool(line.cells) and (line.x1 < right - 2 * line.size or _beside(flow, index))
        for index, line in enumerate(flow)
    ]
    for line, keep in zip(flow, proved, strict=True):
        if not keep:
            line.cells = ()
    for index, line in enumerate(flow):
        if line.cells and (_beside(flow, index)):
            line.zone = Zone.TABLE
    _take_in_titles(flow, right)


def _only_after_enumerator(line: PrintedLine) -> bool:
    """ "1.     Introduction" and "•   The group …" are no rows."""
    return line.cells == (1,) and bool(_ENUMERATOR.fullmatch(line.words[0]))


def _beside(flow: Sequence[PrintedLine], index: int) -> bool:
    """Is the line above or below a row too?"""
    line = flow[index]
    for other in (index - 1, index + 1):
        if (
            0 <= other < len(flow)
            and flow[other].cells
            and abs(flow[other].base - line.base) <= _NEAR * line.size
        ):
            return True
    return False


def _take_in_titles(flow: Sequence[PrintedLine], right: float) -> None:
    """A short line right above or among the rows belongs to the table ("The Harbour Group", "Leader")."""
    for index, line in enumerate(flow):
        if line.zone is not None or line.bold or line.x1 > right - 5 * line.size or len(line.words) > 8:
            continue
        before = flow[index - 1] if index else None
        after = flow[index + 1] if index + 1 < len(flow) else None
        for other in (before, after):
            if (
                other is not None
                and other.zone == Zone.TABLE
                and abs(other.base - line.base) <= 1.5 * line.size
            ):
                line.zone = Zone.TABLE
                break
