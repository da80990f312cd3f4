"""Printed lines: words with blanks between them, raised figures as Unicode superscripts."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from claimx.model import Zone
from claimx.read.pdf.pages import Piece

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED = re.compile(r"[\d*†‡§¶∗#,;()\[\]–-]+")
_LEAST_LIFT = 0.12  # of the font size, with a smaller size; without it twice as much
_SMALLER = 0.9
_CELL_GAP = 1.0  # of the font size
_CELL_RATIO = 2.2  # times the usual blank of the line
_TRANSLATION = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF02D: "-",
    0xF076: "❖",
    0xF0FC: "✓",
    0x2217: "*",
    0x2010: "-",
    0x2011: "-",
    0xAD: "-",
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0x2060: None,
    0xFEFF: None,
    **{code: None for code in range(0x20) if code not in (9, 10, 13)},
}
_ODD = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u04ff‐-―‘-‟]")
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¸": "\u0327",
    "ˇ": "\u030c",
}
_SPACING_ACCENT = re.compile(r"(?<=[^\W\d_])([´¨ˆ˜¸ˇ])([a-zıA-Z])|^([´¨ˆ˜¸ˇ])([a-zA-Z])")


@dataclass(slots=True)
class PrintedLine:
    """A line of the page on its way into the document.

    `words` and `xs` (left and right of each word, in turn) run in step; `cells` are indices of
    words before which the gap is a table's. `left` is where the line begins for layout.
    """

    page: int
    band: int
    column: int
    words: list[str]
    xs: array[float]
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    size: float
    bold: bool
    raised_start: bool = False  # begins with a raised number or sign
    cells: tuple[int, ...] = ()
    zone: Zone | None = None
    starts: bool = False  # a paragraph, note or row begins here
    number: str | None = None
    italics: tuple[tuple[int, int, int], ...] = ()  # index of a word, stretch of it

    @property
    def text(self) -> str:
        """The line's words with single blanks."""
        return " ".join(self.words)


def build_line(page: int, band: int, column: int, pieces: list[Piece]) -> PrintedLine | None:
    """A line out of its pieces (left to right); None when nothing printable is among them.

    Pieces "events." and a raised "12" give the word "events.¹²"; a raised number that opens a
    line is a word of its own ("¹² Smith").
    """
    base, size = _base_and_size(pieces)
    words: list[str] = []
    xs: array[float] = array("f")
    previous: Piece | None = None
    previous_raised = raised_start = False
    italics: list[tuple[int, int, int]] = []
    for piece in pieces:
        text = piece.text
        if _ODD.search(text):
            text = text.translate(_TRANSLATION)
        if not text:
            continue
        raised = (piece.raised or piece.base < base - 0.5) and _is_raised(piece, base, size)
        if raised:
            text = text.translate(_SUPERSCRIPTS)
        if previous is None:
            raised_start = raised
            joined = False
        else:
            gap = piece.x0 - previous.x1
            if piece.glued and gap < 0.4 * size:
                joined = not (previous_raised and raised_start and len(words) == 1 and not raised)
            elif raised:
                joined = gap < 0.12 * size
            else:
                joined = gap < -0.5 * size and piece.x1 <= previous.x1 + 0.1 * size
        if piece.italic[1] and not raised:
            begin = len(words[-1]) if joined else 0
            upright = len(piece.text) - piece.italic[1]
            italics.append((len(words) - joined, begin + piece.italic[0], begin + len(text) - upright))
        if joined:
            words[-1] += text
            xs[-1] = max(xs[-1], piece.x1)
        else:
            words.append(text)
            xs.extend((piece.x0, piece.x1))
        previous, previous_raised = piece, raised
    if not words:
        return None
    _compose(words)
    return PrintedLine(
        page,
        band,
        column,
        words,
        xs,
        min(p.x0 for p in pieces),
        min(p.top for p in pieces),
        max(p.x1 for p in pieces),
        max(p.bottom for p in pieces),
        base,
        size,
        pieces[0].bold and pieces[-1].bold,
        raised_start,
        _find_cells(xs, size),
        italics=tuple(italics),
    )


def _base_and_size(pieces: list[Piece]) -> tuple[float, float]:
    """Baseline and size of most of the line's characters."""
    first = pieces[0]
    base, size = first.base, first.size
    weights: dict[tuple[float, float], int] | None = None
    for piece in pieces:
        if weights is None and (piece.base != base or piece.size != size):
            weights = {}
            break
    if weights is None:
        return base, size
    for piece in pieces:
        key = (piece.base, piece.size)
        weights[key] = weights.get(key, 0) + len(piece.text)
    return max(weights.items(), key=lambda item: (item[1], item[0]))[0]


def _is_raised(piece: Piece, base: float, size: float) -> bool:
    """Figures or note signs, raised; smaller too, unless the lift alone says it."""
    if not _RAISED.fullmatch(piece.text) or not any(
        char.isdigit() or char in "*†‡§¶∗#" for char in piece.text
    ):
        return False
    lift = base - piece.base
    return piece.raised or lift >= (_LEAST_LIFT if piece.size <= _SMALLER * size else 2 * _LEAST_LIFT) * size


def _compose(words: list[str]) -> None:
    """TeX's accents drawn apart: "Garc´ıa" is "García"."""
    for index, word in enumerate(words):
        if not word.isascii() and any(sign in word for sign in _ACCENTS):
            words[index] = _SPACING_ACCENT.sub(_composed, word)


def _composed(match: re.Match[str]) -> str:
    import unicodedata

    sign, letter = match[1] or match[3], match[2] or match[4]
    return unicodedata.normalize("NFC", ("i" if letter == "ı" else letter) + _ACCENTS[sign])


def _find_cells(xs: array[float], size: float) -> tuple[int, ...]:
    """Words before which the gap is far wider than the line's blanks."""
    count = len(xs) // 2
    if count < 2:
        return ()
    wide = _CELL_GAP * size
    found = [index for index in range(1, count) if xs[2 * index] - xs[2 * index - 1] >= wide]
    if not found:
        return ()
    gaps = [xs[2 * index] - xs[2 * index - 1] for index in found]
    if len(found) == count - 1 > 2 and max(gaps) < 1.6 * min(gaps):  # a loose justified line
        return ()
    chosen = set(found)
    others = sorted(xs[2 * index] - xs[2 * index - 1] for index in range(1, count) if index not in chosen)
    usual = others[len(others) // 2] if others else 0.3 * size
    return tuple(
        index for index in found if xs[2 * index] - xs[2 * index - 1] >= _CELL_RATIO * max(usual, 0.2 * size)
    )
