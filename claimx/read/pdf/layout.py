"""A page's pieces to its printed lines in reading order."""

from __future__ import annotations

import re

from claimx.read.pdf.columns import find_gutters, order_rows
from claimx.read.pdf.lines import PrintedLine, build_line
from claimx.read.pdf.pages import PageText, Rule
from claimx.read.pdf.rows import find_rows

_DRAWN_RULE = re.compile(r"[_—]{5,}")


def lay_out(page: PageText, gutters: tuple[float, ...] = ()) -> tuple[list[PrintedLine], tuple[float, ...]]:
    """The lines of one page, and its gutters (to be handed on as `gutters` for the next page)."""
    rows = find_rows(page.pieces)
    found = find_gutters(rows, page.pieces, gutters)
    lines = []
    for band, column, indices in order_rows(rows, page.pieces, found):
        line = build_line(page.number, band, column, [page.pieces[index] for index in indices])
        if line is not None:
            lines.append(line)
            if len(line.words) == 1 and _DRAWN_RULE.fullmatch(line.words[0]):
                page.rules.append(Rule(line.x0, line.x1, line.base))
    return lines, found or gutters
