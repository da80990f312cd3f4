"""The fast engine: pdfium through its C interface.

A call costs more than the work it does, so a word is asked for its first and its last
character; only a word with figures in it, or one whose two ends differ, is read character by
character. Size, baseline and weight are asked again only where the height of the box changes.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2_raw as pdfium

from claimx.errors import InputError
from claimx.read.pdf.frame import Frame, text_turn
from claimx.read.pdf.objects import read_objects
from claimx.read.pdf.pages import PageText, Piece

_WORD = re.compile("[^\\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_COMPLEX = re.compile(r"[\d*†‡§]")
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|-bd\b|cmbx|sfbx|-B$", re.IGNORECASE)
_ITALIC = re.compile(rb"ital|obliq|slant|kursiv|cmti|cmsl|-It\b|-I$", re.IGNORECASE)
_ITALIC_FLAG = 64
_NAME = 96
_PASSWORD = 4
_HYPHENS = {"\ufffe": "-", "\x02": "-"}


class Pdfium:
    """Engine over pypdfium2. Raises InputError when the file cannot be opened at all."""

    def __init__(self, data: bytes, password: str | None = None, *, damaged: bool = False):
        pdfium.FPDF_InitLibrary()
        self.damaged = damaged
        self._data = data  # pdfium reads from this buffer until the document is closed
        secret = password.encode() + b"\0" if password else None
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
        if not self._document:
            raise InputError(_why(pdfium.FPDF_GetLastError(), password))

    def __enter__(self) -> Pdfium:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._document:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None

    def metadata(self) -> dict[str, str]:
        """Title, Author and CreationDate as the file gives them; absent ones left out."""
        found = {}
        for key in ("Title", "Author", "CreationDate"):
            size = pdfium.FPDF_GetMetaText(self._document, key.encode(), None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_GetMetaText(self._document, key.encode(), buffer, size)
            value = buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").strip()
            if value:
                found[key] = value
        return found

    def page_count(self) -> int:
        return pdfium.FPDF_GetPageCount(self._document)

    def pages(self) -> Iterator[PageText]:
        """Every page in order; one that cannot be loaded comes with its `problem`."""
        for index in range(self.page_count()):
            yield self._page(index)

    def _page(self, index: int) -> PageText:
        page = pdfium.FPDF_LoadPage(self._document, index)
        if not page:
            return PageText(index + 1, 0.0, 0.0, problem="cannot be read")
        text_page = pdfium.FPDFText_LoadPage(page)
        try:
            frame = Frame(page, text_turn(text_page) if text_page else 0)
            result = PageText(
                index + 1,
                frame.width,
                frame.height,
                turn=(pdfium.FPDFPage_GetRotation(page) - frame.turn) % 4,
            )
            if text_page:
                _Reader(text_page, frame, result).read()
            read_objects(page, frame, result)
            return result
        finally:
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)
            pdfium.FPDF_ClosePage(page)


def _why(code: int, password: str | None) -> str:
    if code == _PASSWORD and password:
        return "encrypted, and this password does not open it"
    if code == _PASSWORD:
        return "encrypted; give its password with --password"
    return "not a readable PDF (damaged or cut short)"


class _Reader:
    """Reads the pieces of one page into `result`."""

    def __init__(self, text_page: object, frame: Frame, result: PageText):
        self.handle = text_page
        self.frame = frame
        self.result = result
        self.rect = pdfium.FS_RECTF()
        self.ref = ctypes.byref(self.rect)
        self.matrix = pdfium.FS_MATRIX()
        self.doubles = [ctypes.c_double() for _ in range(4)]
        self.height = (0.0, 0.0)  # bottom and top of the line that was read last, as pdfium gives them
        self.size = 0.0
        self.base = 0.0
        self.name = ctypes.create_string_buffer(_NAME)
        self.flags = ctypes.c_int()
        self.fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}

    def read(self) -> None:
        text = self._text()
        if not text:
            return
        loose, handle, rect, ref = pdfium.FPDFText_GetLooseCharBox, self.handle, self.rect, self.ref
        pieces, complex_ = self.result.pieces, _COMPLEX.search
        straight = self.frame.turn == 0
        left_edge, top_edge = self.frame.left, self.frame.top
        for match in _WORD.finditer(text):
            start, end = match.span()
            word = match[0]
            loose(handle, start, ref)
            left, right, bottom, top = rect.left, rect.right, rect.bottom, rect.top
            if not straight or complex_(word):
                self._read_slowly(text, start, end)
                continue
            if end - start > 1:
                loose(handle, end - 1, ref)
                right = rect.right
                if abs(rect.bottom - bottom) > 0.05 or abs(rect.top - top) > 0.05 or right <= left:
                    self._read_slowly(text, start, end)
                    continue
            if (bottom, top) != self.height:
                self._look_up(start, bottom, top)
            bold, italic = self._style(text, start, end)
            if word[-1] in _HYPHENS:
                word = word[:-1] + "-"
            pieces.append(
                Piece(
                    word,
                    left - left_edge,
                    right - left_edge,
                    top_edge - top,
                    top_edge - bottom,
                    self.base,
                    self.size,
                    False,
                    False,
                    bold,
                    italic,
                )
            )
        self.result.unmapped = self._unmapped(text)

    def _text(self) -> str:
        """The page's text, one code point for each of pdfium's characters."""
        count = pdfium.FPDFText_CountChars(self.handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self.handle, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(got - 1, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        codes = (pdfium.FPDFText_GetUnicode(self.handle, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _look_up(self, index: int, bottom: float, top: float) -> None:
        """Size, baseline and weight of a run that begins at character `index`."""
        self.height = (bottom, top)
        x, y = self.doubles[:2]
        pdfium.FPDFText_GetCharOrigin(self.handle, index, x, y)
        self.base = self.frame.point(x.value, y.value)[1]
        self.size = self._size(index, abs(top - bottom))

    def _size(self, index: int, height: float) -> float:
        size = pdfium.FPDFText_GetFontSize(self.handle, index)
        matrix = self.matrix
        if pdfium.FPDFText_GetMatrix(self.handle, index, matrix):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
        if height and not height / 3 < size < height * 2.5:
            size = height / 1.2
        return round(size, 2)

    def _style(self, text: str, start: int, end: int) -> tuple[bool, tuple[int, int]]:
        """Is a word bold, and which stretch of it is italic? Commas around a title often are not."""
        bold, italic = self._font(start)
        last = end - 1
        if not italic:
            core = start
            while core < last and not text[core].isalnum():
                core += 1
            if core == start or not self._font(core)[1]:
                return bold, (0, 0)
        elif last == start or self._font(last)[1]:
            return bold, (0, end - start)
        slanted = [self._font(index)[1] for index in range(start, end)]
        first = slanted.index(True)
        after = slanted.index(False, first) if False in slanted[first:] else end - start
        return bold, (first, after)

    def _font(self, index: int) -> tuple[bool, bool]:
        """Bold? Italic?"""
        pdfium.FPDFText_GetFontInfo(self.handle, index, self.name, _NAME, self.flags)
        key = (self.name.value, self.flags.value)
        style = self.fonts.get(key)
        if style is None:
            style = self.fonts[key] = (
                bool(_BOLD.search(key[0])),
                bool(key[1] & _ITALIC_FLAG or _ITALIC.search(key[0])),
            )
        return style

    def _read_slowly(self, text: str, start: int, end: int) -> None:
        """Character by character: figures may be raised, sizes may change inside the word."""
        run: list[tuple[str, float, float, float, float]] = []
        state: tuple[float, float, bool] | None = None
        first, begun = True, start
        for index in range(start, end):
            if not pdfium.FPDFText_GetLooseCharBox(self.handle, index, self.ref):
                continue
            rect = self.rect
            low, high = (rect.left, rect.right) if self.frame.turn % 2 else (rect.bottom, rect.top)
            if (low, high) != self.height:
                self._look_up(index, low, high)
            x0, top, x1, bottom = self.frame.box(rect.left, rect.bottom, rect.right, rect.top)
            char = _HYPHENS.get(text[index], text[index])
            if index == start and self._angle(index):
                self.result.sideways.append(text[start:end])
                return
            now = (self.base, self.size, char.isdigit() and self._ink_is_raised(index))
            jumped = bool(run) and (x0 < run[-1][1] - self.size or x0 > run[-1][2] + 2 * self.size)
            if run and (now != state or jumped):
                self._emit(run, state, not first, self._style(text, begun, index))
                first, run = jumped, []
            if not run:
                begun = index
            run.append((char, x0, x1, top, bottom))
            state = now
        if run:
            self._emit(run, state, not first, self._style(text, begun, end))

    def _emit(
        self,
        run: list[tuple[str, float, float, float, float]],
        state: tuple[float, float, bool] | None,
        glued: bool,
        style: tuple[bool, int],
    ) -> None:
        base, size, raised = state or (0.0, 0.0, False)
        self.result.pieces.append(
            Piece(
                "".join(char[0] for char in run),
                min(char[1] for char in run),
                max(char[2] for char in run),
                min(char[3] for char in run),
                max(char[4] for char in run),
                base,
                size,
                raised,
                glued,
                *style,
            )
        )

    def _angle(self, index: int) -> bool:
        """Is the character set sideways to the text (a stamp along the margin)?"""
        angle = pdfium.FPDFText_GetCharAngle(self.handle, index)
        turned = (angle - self.frame.turn * math.pi / 2) % (2 * math.pi) if angle >= 0 else 0.0
        return 0.35 < turned < 2 * math.pi - 0.35

    def _ink_is_raised(self, index: int) -> bool:
        """A superior figure of an OpenType font: small ink, well above the baseline, at full font size."""
        left, right, bottom, top = self.doubles
        if not pdfium.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top):
            return False
        box = self.frame.box(left.value, bottom.value, right.value, top.value)
        lift, height = self.base - box[3], box[3] - box[1]
        return lift > 0.2 * self.size and 0.2 * self.size < height < 0.55 * self.size

    def _unmapped(self, text: str) -> float:
        """Share of characters without a Unicode map, from a sample of at most 64."""
        sample = [
            index for index in range(0, len(text), max(1, len(text) // 64)) if not text[index].isspace()
        ]
        if not sample:
            return 0.0
        errors = sum(
            pdfium.FPDFText_HasUnicodeMapError(self.handle, index) == 1 or text[index] == "\ufffd"
            for index in sample
        )
        return errors / len(sample)
