"""The reference engine: pdfplumber. Slow, lenient with broken files, and it tells every character.

It gives advance boxes, not ink, so superior figures of an OpenType font are told by their
width: in one font the same figure comes in two widths, or far narrower than figures are.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Iterator
from typing import Any

from claimx.errors import InputError
from claimx.read.pdf.pages import PageText, Piece, Rule, as_shown

_NARROW_FIGURE = 0.4  # of the font size; figures are 0.45 to 0.6 wide, superior ones 0.25 to 0.38
_NEW_WORD = 0.18  # of the font size: a gap that is a blank where none is printed
_BOLD = ("bold", "black", "heavy", "semibd", "demi", "cmbx", "sfbx")
_ITALIC = ("ital", "obliq", "slant", "kursiv", "cmti", "cmsl")


class Plumber:
    """Engine over pdfplumber. Raises InputError when the file cannot be opened at all."""

    damaged = False

    def __init__(self, data: bytes, password: str | None = None):
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        import pdfplumber

        try:
            self._pdf = pdfplumber.open(io.BytesIO(data), password=password or "")
            self._count = len(self._pdf.pages)
        except Exception as error:  # pdfminer raises whatever the bytes provoke
            raise InputError(_why(error, password)) from None

    def __enter__(self) -> Plumber:
        return self

    def __exit__(self, *exc: object) -> None:
        self._pdf.close()

    def metadata(self) -> dict[str, str]:
        """Title, Author and CreationDate as the file gives them; absent ones left out."""
        info = self._pdf.metadata or {}
        return {
            key: str(info[key]).strip()
            for key in ("Title", "Author", "CreationDate")
            if str(info.get(key) or "").strip()
        }

    def page_count(self) -> int:
        return self._count

    def pages(self) -> Iterator[PageText]:
        """Every page in order; one that cannot be read comes with its `problem`."""
        for index, page in enumerate(self._pdf.pages, 1):
            try:
                yield _read_page(index, page)
            except Exception:  # as above: one bad page must not take the others along
                yield PageText(index, 0.0, 0.0, problem="cannot be read")
            page.close()


def _why(error: Exception, password: str | None) -> str:
    causes = {
        type(cause).__name__ for cause in (error, *error.args, error.__cause__, error.__context__) if cause
    }
    if any("Password" in cause for cause in causes):
        if password:
            return "encrypted, and this password does not open it"
        return "encrypted; give its password with --password"
    return "not a readable PDF (damaged or cut short)"


def _read_page(number: int, page: Any) -> PageText:
    result = PageText(number, float(page.width), float(page.height), images=bool(page.images))
    chars = page.chars
    turn = _text_turn(chars)
    if turn:
        _turn_upright(chars, turn, result)
    result.unmapped = sum("(cid:" in char["text"] for char in chars) / (len(chars) or 1)
    word: list[dict[str, Any]] = []
    for char in chars:
        if char["text"].isspace():
            _emit(word, page, turn, result)
            word = []
            continue
        if word and _breaks(word[-1], char):
            _emit(word, page, turn, result)
            word = []
        word.append(char)
    _emit(word, page, turn, result)
    for shape in (*page.lines, *page.rects) if not turn else ():
        if shape["x1"] - shape["x0"] >= 20 and shape["bottom"] - shape["top"] <= 3:
            result.rules.append(Rule(shape["x0"], shape["x1"], (shape["top"] + shape["bottom"]) / 2))
    return result


def _text_turn(chars: list[dict[str, Any]]) -> int:
    """How many quarters clockwise most of the text is turned to the page as shown."""
    turns = [0, 0, 0, 0]
    for char in chars[:: max(1, len(chars) // 16)]:
        a, b = char.get("matrix", (1, 0))[:2]
        turns[round(-math.atan2(b, a) / (math.pi / 2)) % 4] += 1
    return max(range(4), key=lambda turn: (turns[turn], -turn))


def _turn_upright(chars: list[dict[str, Any]], turn: int, result: PageText) -> None:
    """Write the characters' boxes as they stand when the text is upright."""
    shown_width, shown_height = result.width, result.height
    if turn % 2:
        result.width, result.height = shown_height, shown_width
    result.turn = turn
    for char in chars:
        box = as_shown(
            (char["x0"], char["top"], char["x1"], char["bottom"]), -turn % 4, shown_width, shown_height
        )
        char["x0"], char["top"], char["x1"], char["bottom"] = box
        if turn % 2:
            char["upright"] = not char.get("upright", True)
            char["size"] = char["bottom"] - char["top"]


def _breaks(before: dict[str, Any], char: dict[str, Any]) -> bool:
    """Does a new word begin at `char`, though no blank is printed?"""
    size = max(before["size"], char["size"])
    gap = char["x0"] - before["x1"]
    return gap > _NEW_WORD * size or gap < -size or abs(char["bottom"] - before["bottom"]) > size


def _baseline(char: dict[str, Any], page: Any, turn: int) -> float:
    matrix = char.get("matrix")
    if turn or page.rotation or not matrix:
        return char["bottom"] - 0.2 * char["size"]
    return float(page.mediabox[3]) - matrix[5]


def _emit(word: list[dict[str, Any]], page: Any, turn: int, result: PageText) -> None:
    """Add the pieces of one word: split where size, baseline or the height of the figures changes."""
    if not word:
        return
    if not word[0].get("upright", True):
        result.sideways.append("".join(char["text"] for char in word))
        return
    run: list[dict[str, Any]] = []
    state = None
    glued = False
    for char in word:
        now = (round(_baseline(char, page, turn), 1), round(char["size"], 1), _is_superior(char))
        if run and now != state:
            result.pieces.append(_piece(run, state, glued))
            run, glued = [], True
        run.append(char)
        state = now
    result.pieces.append(_piece(run, state, glued))


def _is_superior(char: dict[str, Any]) -> bool:
    return char["text"].isdigit() and char["x1"] - char["x0"] < _NARROW_FIGURE * char["size"]


def _italic(run: list[dict[str, Any]]) -> tuple[int, int]:
    """The first stretch in italics."""
    slanted = [
        any(mark in char["fontname"].lower() for mark in _ITALIC) for char in run for _ in char["text"]
    ]
    if True not in slanted:
        return 0, 0
    first = slanted.index(True)
    return first, slanted.index(False, first) if False in slanted[first:] else len(slanted)


def _piece(run: list[dict[str, Any]], state: Any, glued: bool) -> Piece:
    base, size, raised = state
    return Piece(
        "".join(char["text"] for char in run),
        run[0]["x0"],
        run[-1]["x1"],
        min(char["top"] for char in run),
        max(char["bottom"] for char in run),
        base,
        size,
        raised,
        glued,
        any(mark in run[0]["fontname"].lower() for mark in _BOLD),
        _italic(run),
    )
