"""A small printing press for tests: sets paragraphs with notes as a PDF, in the manner of many houses.

Callouts are written `^{12}` in the text. What was set is known, so what is read can be checked.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field

from reportlab.lib import pdfencrypt
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT, BOLD = "Times-Roman", "Times-Bold"
Token = tuple[str, float, float, bool]  # text, size, rise, blank before


@dataclass
class Style:
    """How the house prints."""

    width: float = 432.0
    height: float = 648.0
    margin: float = 54.0
    columns: int = 1
    gutter: float = 18.0
    size: float = 10.5
    note_size: float = 8.5
    leading: float = 1.2
    callout: str = "small"  # small: raised and smaller; same: raised, not smaller
    number: str = "small"  # of a note: small, same, dot ("12."), plain ("12"), bracket ("[12]")
    number_gap: bool = True
    rule: str = "short"  # short, full, none
    note_gap: float = 10.0
    indent: float = 12.0  # 0: paragraphs are set apart by white space
    note_indent: float = 0.0
    hanging_notes: float = 0.0
    justify: bool = True
    hyphenate: bool = False
    head: tuple[str, str] | None = ("Vera Lind", "A Journal of Border Studies")
    page_number: str = "foot"  # foot, head, roman, none
    callouts_last: bool = False  # the stream draws raised numbers after everything else
    first_page: int = 1


@dataclass
class _Column:
    body: list[tuple[list[Token], bool, bool, bool, str]] = field(default_factory=list)
    notes: list[tuple[list[Token], float, bool]] = field(default_factory=list)


def roman(number: int) -> str:
    """4 -> "iv"."""
    out = ""
    for value, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while number >= value:
            out, number = out + sign, number - value
    return out


class Press:
    """`Press(Style(columns=2)).print([...paragraphs], {"1": "Note."})` gives the bytes of a PDF."""

    def __init__(self, style: Style | None = None):
        self.style = style or Style()

    def print(
        self,
        paragraphs: list[str],
        notes: dict[str, str] | None = None,
        *,
        title: str | None = None,
        author: str | None = None,
        password: str | None = None,
    ) -> bytes:
        s = self.style
        out = io.BytesIO()
        encrypt = pdfencrypt.StandardEncryption(password, canPrint=1) if password else None
        self.canvas = Canvas(out, pagesize=(s.width, s.height), invariant=1, encrypt=encrypt)
        if title:
            self.canvas.setTitle(title)
        if author:
            self.canvas.setAuthor(author)
        self.late: list[tuple[float, float, Token]] = []
        self.page = s.first_page
        columns = self._fill(paragraphs, notes or {})
        for place in range(0, len(columns), s.columns):
            self._print_page(columns[place : place + s.columns])
        self.canvas.save()
        return out.getvalue()

    # composing

    @property
    def _measure(self) -> float:
        s = self.style
        return (s.width - 2 * s.margin - (s.columns - 1) * s.gutter) / s.columns

    def _fill(self, paragraphs: list[str], notes: dict[str, str]) -> list[_Column]:
        s = self.style
        room = s.height - 2 * s.margin
        step, note_step = s.size * s.leading, s.note_size * s.leading
        columns = [_Column()]
        used = 0.0
        carried: list[tuple[list[Token], float, bool]] = []

        def notes_height(lines: list) -> float:
            return len(lines) * note_step + s.note_gap + 4 if lines else 0.0

        for paragraph in paragraphs:
            heading = paragraph.startswith("# ")
            lines = self._break(
                paragraph.removeprefix("# "),
                s.size,
                0.0 if heading else s.indent,
                0.0,
                BOLD if heading else FONT,
                s.callout,
            )
            for index, tokens in enumerate(lines):
                called = [
                    n for token in tokens if token[2] for n in re.findall(r"\d+|\*", token[0]) if n in notes
                ]
                fresh = [line for n in called for line in self._note(n, notes[n])]
                gap = 0.6 * step if index == 0 and (heading or not s.indent) and columns[-1].body else 0.0
                column = columns[-1]
                least = notes_height([*column.notes, *fresh[: len(called)]])
                if column.body and used + gap + step + least > room:
                    spare = int((room - used - s.note_gap - 4) / note_step) - len(column.notes)
                    if carried and spare > 0:
                        column.notes.extend(carried[:spare])
                        carried = carried[spare:]
                    columns.append(_Column(notes=carried))
                    column, carried, used, gap = columns[-1], [], 0.0, 0.0
                last = index == len(lines) - 1
                column.body.append(
                    (tokens, last, gap > 0, index == 0 and not heading, BOLD if heading else FONT)
                )
                used += step + gap
                for line in fresh:
                    if not carried and used + notes_height([*column.notes, line]) <= room:
                        column.notes.append(line)
                    else:
                        carried.append(line)
        if carried:
            columns.append(_Column(notes=carried))
        return columns

    def _note(self, number: str, text: str) -> list[tuple[list[Token], float, bool]]:
        s = self.style
        lead = {"dot": f"{number}. ", "plain": f"{number} ", "bracket": f"[{number}] "}.get(s.number)
        if lead is None:
            lead = f"^{{{number}}}" + (" " if s.number_gap else "")
        lines = self._break(lead + text, s.note_size, s.note_indent, s.hanging_notes, FONT, s.number)
        return [
            (tokens, s.note_indent if i == 0 else s.hanging_notes, i == len(lines) - 1)
            for i, tokens in enumerate(lines)
        ]

    def _break(
        self, text: str, size: float, indent: float, hang: float, font: str, raised: str
    ) -> list[list[Token]]:
        """Lines of tokens; a callout is a token glued to the word before it."""
        words: list[list[Token]] = []
        for word in text.split(" "):
            parts: list[Token] = []
            for piece in re.split(r"(\^\{[^}]*\})", word):
                if piece.startswith("^{"):
                    small = size * 0.62 if raised != "same" else size
                    parts.append((piece[2:-1], small, 0.36 * size, not parts))
                elif piece:
                    parts.append((piece, size, 0.0, not parts))
            words.append(parts)
        lines: list[list[Token]] = [[]]
        room, used = self._measure - indent, 0.0
        blank = stringWidth(" ", font, size)
        for word in words:
            wide = sum(stringWidth(t[0], font, t[1]) for t in word)
            if "://" in word[0][0] and used + blank + wide > room:
                lines, used, room = self._address(
                    word[0], lines, used + blank, room, self._measure - hang, font
                )
                continue
            if lines[-1] and used + blank + wide > room:
                cut = self._cut(word, room - used - blank, font) if self.style.hyphenate else None
                if cut:
                    lines[-1].append(cut[0])
                    word = cut[1]
                    wide = sum(stringWidth(t[0], font, t[1]) for t in word)
                lines.append([])
                room, used = self._measure - hang, -blank
            lines[-1].extend(word)
            used += blank + wide
        return lines

    def _address(
        self, token: Token, lines: list[list[Token]], used: float, room: float, measure: float, font: str
    ) -> tuple[list[list[Token]], float, float]:
        """An address may break after a slash, a dot or a hyphen, with nothing added."""
        first = True
        for part in re.findall(r"[^/.-]*[/.-]+|[^/.-]+", token[0]):
            wide = stringWidth(part, font, token[1])
            if used + wide > room:
                lines.append([])
                used, room = 0.0, measure
            lines[-1].append((part, token[1], 0.0, first))
            first = False
            used += wide
        return lines, used, room

    def _cut(self, word: list[Token], room: float, font: str) -> tuple[Token, list[Token]] | None:
        text, size, rise, blank = word[0]
        if len(text) < 8 or rise or not text.isalpha() or not text.islower():
            return None
        for end in range(len(text) - 3, 2, -1):
            if stringWidth(text[:end] + "-", font, size) <= room:
                return (text[:end] + "-", size, 0.0, blank), [(text[end:], size, 0.0, True), *word[1:]]
        return None

    # printing

    def _print_page(self, columns: list[_Column]) -> None:
        s = self.style
        number = roman(self.page) if s.page_number == "roman" else str(self.page)
        if s.head:
            left = self.page % 2 == 0
            words = s.head[0] if left else s.head[1]
            if s.page_number == "head":
                words = f"{number}   {words}" if left else f"{words}   {number}"
            self._draw_plain(
                s.margin if left else s.width - s.margin - stringWidth(words, FONT, s.note_size),
                s.height - s.margin + 16,
                words,
                s.note_size,
            )
        for index, column in enumerate(columns):
            self._print_column(column, s.margin + index * (self._measure + s.gutter))
        if s.page_number in ("foot", "roman"):
            self._draw_plain(s.width / 2, s.margin - 24, number, s.note_size)
        for x, y, token in self.late:
            self._draw_plain(x, y, token[0], token[1])
        self.late = []
        self.canvas.showPage()
        self.page += 1

    def _print_column(self, column: _Column, x: float) -> None:
        s = self.style
        step, note_step = s.size * s.leading, s.note_size * s.leading
        y = s.height - s.margin
        for tokens, last, gap, first, font in column.body:
            y -= step * (1.6 if gap else 1.0)
            indent = s.indent if first else 0.0
            self._draw_line(
                tokens, x + indent, y, self._measure - indent, s.size, s.justify and not last, font
            )
        y = s.margin + len(column.notes) * note_step
        if column.notes and s.rule != "none":
            self.canvas.setLineWidth(0.5)
            end = x + (self._measure if s.rule == "full" else min(90, self._measure * 0.4))
            self.canvas.line(x, y + 3, end, y + 3)
        for tokens, indent, last in column.notes:
            y -= note_step
            self._draw_line(
                tokens, x + indent, y, self._measure - indent, s.note_size, s.justify and not last, FONT
            )

    def _draw_line(
        self, tokens: list[Token], x: float, y: float, measure: float, size: float, justify: bool, font: str
    ) -> None:
        blanks = sum(token[3] for token in tokens[1:])
        natural = sum(stringWidth(token[0], font, token[1]) for token in tokens)
        blank = stringWidth(" ", font, size)
        if justify and blanks:
            blank = (measure - natural) / blanks
        for index, token in enumerate(tokens):
            if index and token[3]:
                x += blank
            if token[2] and self.style.callouts_last:
                self.late.append((x, y + token[2], token))
            else:
                self._draw_plain(x, y + token[2], token[0], token[1], font)
            x += stringWidth(token[0], font, token[1])

    def _draw_plain(self, x: float, y: float, text: str, size: float, font: str = FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
