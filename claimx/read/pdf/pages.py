"""What an engine gives for a page, whichever library reads it.

Coordinates are PDF points from the top-left corner, y downwards; `base` is the baseline. A page is
given in the frame in which its text stands upright. Where that is not the frame in which a viewer
shows it (a landscape table on a portrait page), `turn` tells how to get there: see `as_shown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Piece(NamedTuple):
    """A word, or the part of a word that is set in one size on one baseline.

    `raised` says that the ink itself is raised (superior figures of an OpenType font keep the
    font size and the baseline of the text around them). `glued` says that no blank was printed
    before it. `italic` is the stretch of it that is set in italics.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    raised: bool = False
    glued: bool = False
    bold: bool = False
    italic: tuple[int, int] = (0, 0)


class Rule(NamedTuple):
    """A horizontal stroke, such as the one above the notes."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class PageText:
    """One page: its pieces in the order of the content stream, its rules, and what was wrong.

    `width` and `height` are those of the reading frame; `turn` counts the clockwise quarter turns
    from there to the page as shown.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    images: bool = False
    turn: int = 0
    unmapped: float = 0.0
    problem: str | None = None


Box = tuple[float, float, float, float]


def as_shown(box: Box, turn: int, width: float, height: float) -> Box:
    """A box (x0, top, x1, bottom) of the reading frame on the page as shown, `turn` quarters clockwise.

    >>> as_shown((10, 20, 30, 25), 1, 400, 600)
    (575, 10, 580, 30)
    """
    x0, top, x1, bottom = box
    if turn == 1:
        return height - bottom, x0, height - top, x1
    if turn == 2:
        return width - x1, height - bottom, width - x0, height - top
    if turn == 3:
        return top, width - x1, bottom, width - x0
    return box


class Engine(Protocol):
    """A library that reads PDF. `pages` is a stream: one page in memory at a time.

    `damaged` says that the file had to be rebuilt.
    """

    damaged: bool

    def __enter__(self) -> Engine: ...

    def __exit__(self, *exc: object) -> None: ...

    def metadata(self) -> dict[str, str]: ...

    def page_count(self) -> int: ...

    def pages(self) -> Iterator[PageText]: ...
