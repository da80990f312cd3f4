"""Typesets corpus/samples/*.txt as PDF and writes their hashes into corpus/corpus.toml.

    python tests/tools/typeset_samples.py [FOLDER]      (default: corpus/samples)

The text is the source: superscript digits become raised small ones, note paragraphs go to the
foot of the page that calls them (and a sentence that they cut is whole again), `*words*` become
italics, tab-separated lines a table. The same text gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
PLAIN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
NOTE = re.compile(rf"({SUPERSCRIPTS}) ")
LISTED = re.compile(r"\[\d+\] ")
PLATE = re.compile(r"p\.\d+$|Keywords: |[^.]*\|")  # "p.3" of a contents list, keywords, "VOLUME I | ISSUE 2"
ENDED = re.compile(rf"[.?!:\"”)\]](?:{SUPERSCRIPTS})?$")
PIECES = re.compile(rf"\*|{SUPERSCRIPTS}|[^*⁰¹²³⁴⁵⁶⁷⁸⁹]+")
BREAKS = re.compile(r"(?<=[a-z]-)(?=[a-zA-Z])|(?<=[A-Z][a-z]-)(?=[a-zA-Z])")
URL_BREAKS = re.compile(r"(?<=[^/:]/)(?=[^/])")
LONGEST_HEADING = 90

Run = tuple[str, str, float, float]  # text, font, size, rise


@dataclass(frozen=True)
class Style:
    """How one sample is set; lengths in points."""

    head: tuple[str, str]  # of left and right pages
    width: float = 432.0
    height: float = 648.0
    margin: float = 54.0
    columns: int = 1
    gutter: float = 18.0
    size: float = 10.0
    note_size: float = 8.0
    leading: float = 1.2
    footnotes: bool = False

    @property
    def measure(self) -> float:
        """Width of a column."""
        return (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns

    @property
    def room(self) -> float:
        """Height of a column."""
        return self.height - 2 * self.margin


STYLES = {
    "sahel-footnotes": Style(("The claimx contributors", "Alliances and Mass Violence"), footnotes=True),
    "digest-inline": Style(("Frontline Digest", "Volume I, Issue 2")),
    "splinters-author-year": Style(("Splinters and Settlements", "Working Paper No. 3")),
    "east-africa-columns": Style(("The claimx contributors", "Two Banners"), 504, 600, columns=2, size=9.5),
}


@dataclass(frozen=True)
class Line:
    """One printed line: runs grouped into words, where it starts, whether it is spread to the margin."""

    words: tuple[tuple[Run, ...], ...]
    size: float
    indent: float = 0.0
    spread: bool = False
    above: float = 0.0
    calls: tuple[str, ...] = ()
    keep: bool = False  # with the line after it
    cell: tuple[float, Line] | None = None  # what stands beside it, and how far right


@dataclass
class Column:
    """Lines of the body and the notes at its foot."""

    body: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


def read_paragraphs(text: str, footnotes: bool) -> tuple[list[str], dict[str, str]]:
    """Paragraphs in reading order and, where notes stand at the page foot, the notes by number."""
    body: list[str] = []
    notes: dict[str, str] = {}
    after_notes = False
    for paragraph in re.split(r"\n\n+", text.strip()):
        note = NOTE.match(paragraph)
        if note and footnotes:
            notes[note[1].translate(RAISED)] = paragraph
        elif after_notes and not ENDED.search(body[-1]):
            body[-1] += " " + paragraph
        else:
            body.append(paragraph)
        after_notes = bool(note and footnotes)
    return body, notes


def set_lines(body: list[str], style: Style) -> Iterator[Line]:
    """The body's lines: title, headings, paragraphs, references, listed notes, tables."""
    references = False
    for index, paragraph in enumerate(body):
        size, step = style.size, style.size * style.leading
        if "\t" in paragraph:
            yield from _table(paragraph.split("\n"), style)
        elif index == 0:
            yield from _break(paragraph, replace(style, size=15.0), BOLD, above=step)
        elif index == 1:
            yield from _break(paragraph, replace(style, size=11.0), ITALIC, above=0.8 * step)
        elif LISTED.match(paragraph) or NOTE.match(paragraph) or paragraph.startswith("* "):
            yield from _break(paragraph, replace(style, size=style.note_size), PLAIN, above=2.0, spread=True)
        elif PLATE.match(paragraph):
            yield from _break(paragraph, style, PLAIN, above=4.0)
        elif len(paragraph) < LONGEST_HEADING and not ENDED.search(paragraph):
            references = paragraph == "References"
            yield from _break(paragraph, style, BOLD, above=0.8 * step, keep=True)
        elif references:
            yield from _break(paragraph, replace(style, size=size - 1), PLAIN, hang=14.0, above=2.0)
        else:
            yield from _break(paragraph, style, PLAIN, first=12.0, above=2.0, spread=True)


def _table(rows: list[str], style: Style) -> Iterator[Line]:
    at = 0.45 * style.measure
    for row in rows:
        label, _, value = row.partition("\t")
        if not value:
            yield from _break(label, style, BOLD, above=style.size, keep=True)
            continue
        cells = list(_break(value, style, PLAIN, narrower=at))
        left = next(_break(label, style, PLAIN, above=1.0))
        yield replace(left, cell=(at, cells[0]), keep=row != rows[-1])
        for more in cells[1:]:
            yield replace(more, words=(), cell=(at, more))


def _break(
    text: str,
    style: Style,
    font: str,
    *,
    first: float = 0.0,
    hang: float = 0.0,
    above: float = 0.0,
    spread: bool = False,
    keep: bool = False,
    narrower: float = 0.0,
) -> Iterator[Line]:
    """Greedy lines of a paragraph; a hyphen in a word and a slash in an address may end one."""
    blank = stringWidth(" ", font, style.size)
    lines: list[list[list[Run]]] = [[]]
    used, room = 0.0, style.measure - narrower - first
    for word in _words(text, font, style.size):
        for part, glued in _parts(word):
            wide = sum(stringWidth(t, f, s) for t, f, s, _ in part)
            gap = 0.0 if glued or not lines[-1] else blank
            if lines[-1] and used + gap + wide > room:
                lines.append([])
                used, gap, room, glued = 0.0, 0.0, style.measure - narrower - hang, False
            if glued and lines[-1]:
                lines[-1][-1].extend(part)
            else:
                lines[-1].append(list(part))
            used += gap + wide
    for n, words in enumerate(lines):
        calls = tuple(run[0] for word in words for run in word if run[3])
        yield Line(
            tuple(tuple(w) for w in words),
            style.size,
            first if n == 0 else hang,
            spread and n < len(lines) - 1,
            above if n == 0 else 0.0,
            calls,
            keep,
        )


def _words(text: str, font: str, size: float) -> Iterator[list[Run]]:
    """Words as runs: `*Dawn*,¹²` gives an italic run, a comma and a raised one."""
    text = re.sub(r"\[([^\]]+)\]\(#\)", r"\1", text)
    text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
    italic = False
    for word in text.replace("\n", " ").split(" "):
        runs: list[Run] = []
        for piece in PIECES.findall(word):
            if piece == "*" and not (word == "*" or word.endswith("contributors*")):
                italic = not italic
            elif piece[0].translate(RAISED) != piece[0]:
                runs.append((piece.translate(RAISED), font, size * 0.62, 0.36 * size))
            else:
                runs.append((piece, ITALIC if italic else font, size, 0.0))
        yield runs


def _parts(word: list[Run]) -> Iterator[tuple[list[Run], bool]]:
    """A word's unbreakable parts, each with whether it is glued to the one before."""
    parts: list[list[Run]] = [[]]
    for text, font, size, rise in word:
        split = (URL_BREAKS if "://" in text else BREAKS).split(text)
        parts[-1].append((split[0], font, size, rise))
        parts.extend([(piece, font, size, rise)] for piece in split[1:])
    yield from ((part, n > 0) for n, part in enumerate(parts))


def fill_columns(lines: list[Line], notes: dict[str, str], style: Style) -> list[Column]:
    """Lines in columns, each with the notes that it calls; a heading stays with what follows it."""
    columns, used = [Column()], 0.0
    small = replace(style, size=style.note_size)
    for n, line in enumerate(lines):
        called = (notes[call] for call in line.calls if call in notes)
        fresh = [row for note in called for row in _break(note, small, PLAIN, above=1.0, spread=True)]
        needed = _height([line], style) + _height(fresh, style)
        ahead, m = 0.0, n
        while lines[m].keep and m + 1 < len(lines):
            m += 1
            ahead += _height([lines[m]], style)
        rule = 14.0 if fresh or columns[-1].notes else 0.0
        if columns[-1].body and used + needed + ahead + rule > style.room:
            columns.append(Column())
            used = 0.0
        columns[-1].body.append(line)
        columns[-1].notes.extend(fresh)
        used += needed
    return columns


def _height(lines: list[Line], style: Style) -> float:
    return sum(line.above + line.size * style.leading for line in lines)


def print_pdf(columns: list[Column], style: Style, title: str, author: str) -> bytes:
    """The bytes of the PDF: pages with running heads (from the second on) and page numbers."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(style.width, style.height), invariant=1, pageCompression=0)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for page, start in enumerate(range(0, len(columns), style.columns), 1):
        if page > 1:
            words, outer = style.head[page % 2], style.width - style.margin
            at = style.margin if page % 2 == 0 else outer - stringWidth(words, ITALIC, style.note_size)
            _draw(canvas, at, style.height - style.margin + 16, (words, ITALIC, style.note_size, 0.0))
        for n, column in enumerate(columns[start : start + style.columns]):
            _print_column(canvas, column, style.margin + n * (style.measure + style.gutter), style)
        _draw(canvas, style.width / 2, style.margin - 26, (str(page), PLAIN, style.note_size, 0.0))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _print_column(canvas: Canvas, column: Column, x: float, style: Style) -> None:
    _print_lines(canvas, column.body, x, style.height - style.margin, style)
    if column.notes:
        top = style.margin + _height(column.notes, style)
        canvas.setLineWidth(0.5)
        canvas.line(x, top + 2, x + 0.3 * style.measure, top + 2)
        _print_lines(canvas, column.notes, x, top, style)


def _print_lines(canvas: Canvas, lines: list[Line], x: float, y: float, style: Style) -> None:
    for line in lines:
        y -= _height([line], style)
        _print_line(canvas, line, x, y, style.measure)
        if line.cell:
            _print_line(canvas, line.cell[1], x + line.cell[0], y, style.measure)


def _print_line(canvas: Canvas, line: Line, x: float, y: float, measure: float) -> None:
    natural = sum(stringWidth(t, f, s) for word in line.words for t, f, s, _ in word)
    blank = stringWidth(" ", PLAIN, line.size)
    if line.spread and len(line.words) > 1:
        blank = (measure - line.indent - natural) / (len(line.words) - 1)
    x += line.indent
    for word in line.words:
        for run in word:
            _draw(canvas, x, y, run)
            x += stringWidth(run[0], run[1], run[2])
        x += blank


def _draw(canvas: Canvas, x: float, y: float, run: Run) -> None:
    canvas.setFont(run[1], run[2])
    canvas.drawString(x, y + run[3], run[0])


def typeset(text: str, style: Style) -> bytes:
    """A sample's text as PDF."""
    body, notes = read_paragraphs(text, style.footnotes)
    columns = fill_columns(list(set_lines(body, style)), notes, style)
    return print_pdf(columns, style, body[0], body[1].rstrip("*"))


def refresh_hashes(manifest: str, folder: Path) -> str:
    """The manifest with the samples' sha256 as the files now are."""
    for name in STYLES:
        files = ((folder / f"{name}.{suffix}").read_bytes() for suffix in ("txt", "pdf"))
        text, pdf = (hashlib.sha256(data).hexdigest() for data in files)
        row = re.compile(rf'(id = "{name}"\n(?:\w+ = .*\n)+\[paper\.sha256\]\n)text = "\w*"\npdf = "\w*"')
        manifest = row.sub(rf'\g<1>text = "{text}"\npdf = "{pdf}"', manifest)
    return manifest


def main() -> None:
    folder = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "corpus" / "samples"
    for name, style in STYLES.items():
        (folder / f"{name}.pdf").write_bytes(typeset((folder / f"{name}.txt").read_text("utf-8"), style))
    manifest = folder.parent / "corpus.toml"
    manifest.write_text(refresh_hashes(manifest.read_text("utf-8"), folder), "utf-8")


if __name__ == "__main__":
    main()
