"""Pieces and printed lines made up for tests, every character half as wide as its size."""

from __future__ import annotations

from array import array

from claimx.read.pdf.lines import PrintedLine
from claimx.read.pdf.pages import Piece

WIDE = 0.5  # of the font size, for every character


def piece(text: str, x: float, base: float, size: float = 10.0, **more) -> Piece:
    return Piece(
        text, x, x + len(text) * WIDE * size, base - 0.8 * size, base + 0.2 * size, base, size, **more
    )


def pieces(text: str, x: float, base: float, size: float = 10.0) -> list[Piece]:
    """One piece a word, with blanks of a quarter of the size."""
    found = []
    for word in text.split():
        found.append(piece(word, x, base, size))
        x = found[-1].x1 + 0.25 * size
    return found


def line(
    text: str,
    base: float = 100.0,
    *,
    x: float = 50.0,
    size: float = 10.0,
    page: int = 1,
    column: int = 0,
    bold: bool = False,
    end: float | None = None,
) -> PrintedLine:
    words = text.split()
    xs: array[float] = array("f")
    for word in words:
        xs.extend((x, x + len(word) * WIDE * size))
        x = xs[-1] + 0.25 * size
    if end is not None:
        xs[-1] = end
    return PrintedLine(
        page, 0, column, words, xs, xs[0], base - 0.8 * size, xs[-1], base + 0.2 * size, base, size, bold
    )
