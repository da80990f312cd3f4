"""PDF: from bytes to a Document, page by page.

An engine gives words with place and size; rows, columns and lines are made of them; then, over the
whole document, furniture, notes, tables, paragraphs, hyphens and italics are settled.

The text is written as a careful reader would type it: pages joined by U+000C; a blank line between
paragraphs, items, entries and notes, so that a lone line feed inside one means nothing; raised
figures as superscripts, a note's own number too; a mended line end as U+00AD and a line feed; cells
parted by tabs; italics as `*Dawn*`. Running heads and page numbers stay, marked as furniture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from claimx.errors import InputError, UsageError
from claimx.model import Document, Problem, Zone
from claimx.read.pdf.furniture import mark_furniture
from claimx.read.pdf.hyphens import count_words, mend_hyphens
from claimx.read.pdf.italics import mark_italics
from claimx.read.pdf.layout import lay_out
from claimx.read.pdf.lines import PrintedLine
from claimx.read.pdf.metadata import read_authors, read_published, read_title
from claimx.read.pdf.notes import body_size, mark_notes
from claimx.read.pdf.pages import Engine, PageText, Rule
from claimx.read.pdf.paragraphs import mark_headings, mark_starts, usual_leading
from claimx.read.pdf.tables import mark_tables
from claimx.read.pdf.write import page_order, write_pages

ENGINES = ("auto", "pdfium", "pdfplumber")
_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)
_UNMAPPED = 0.3
_MAX_RULES = 60


def read_pdf(data: bytes, *, id: str, password: str | None = None, engine: str = "auto") -> Document:
    """The Document in the bytes of a PDF. `engine`: auto (pdfium, then pdfplumber), pdfium, pdfplumber.

    Pages that cannot be read are named in `problems`; the others are read. Raises InputError with
    one line (without the file's name) when the bytes are no PDF, are encrypted or broken beyond
    repair, have no pages, or hold no text at all.
    """
    _check_bytes(data)
    with _open(data, password, engine) as opened:
        info = opened.metadata()
        pages, rules, turns, problems = _read_lines(opened, id)
    mark_furniture(pages, body_size([line for lines in pages for line in lines]))
    body = body_size([line for lines in pages for line in lines])
    mark_notes(pages, rules, body)
    edges = _mark_flows(pages, body)
    _mend(pages)
    for lines in pages:
        _mark_italics(lines)
    text, lines = write_pages(pages, edges, turns)
    return Document(
        id=id,
        text=text,
        media_type="application/pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        title=read_title(info),
        authors=read_authors(info),
        published=read_published(info, data, text),
        lines=lines,
        problems=tuple(problems),
    )


def _check_bytes(data: bytes) -> None:
    if not data:
        raise InputError("is empty")
    if b"%PDF-" not in data[:1024]:
        if _HTML.match(data[:1024].removeprefix(b"\xef\xbb\xbf")):
            raise InputError("is a web page (HTML), not a PDF; get the PDF itself")
        raise InputError("is not a PDF")


def _open(data: bytes, password: str | None, engine: str) -> Engine:
    """The engine asked for. `auto` tries to rebuild a file that pdfium cannot open, then pdfplumber."""
    if engine not in ENGINES:
        raise UsageError(f"--pdf-engine {engine}: choose {', '.join(ENGINES)}")
    if engine != "pdfplumber":
        from claimx.read.pdf.pdfium import Pdfium

        try:
            return Pdfium(data, password)
        except InputError as error:
            from claimx.read.pdf.salvage import rebuild

            rebuilt = None if "encrypted" in str(error) else rebuild(data)
            if rebuilt is not None:
                return Pdfium(rebuilt, damaged=True)
            if engine == "pdfium" or "encrypted" in str(error):
                raise
    from claimx.read.pdf.plumber import Plumber

    return Plumber(data, password)


def _read_lines(
    opened: Engine, id: str
) -> tuple[list[list[PrintedLine]], list[list[Rule]], dict[int, tuple[int, float, float]], list[Problem]]:
    """Lines, rules and turns of every page, with the problems met; only the lines stay in memory."""
    pages: list[list[PrintedLine]] = []
    rules: list[list[Rule]] = []
    turns: dict[int, tuple[int, float, float]] = {}
    problems: list[Problem] = []
    gutters: tuple[float, ...] = ()
    if opened.damaged:
        problems.append(
            Problem("file-damaged", "the file is damaged or cut short; what is left of it was read", id)
        )
    for page in opened.pages():
        problem = _problem(page, opened.damaged)
        if problem:
            problems.append(Problem(problem[0], f"page {page.number} {problem[1]}", id))
        lines, gutters = lay_out(page, gutters)
        pages.append(lines)
        rules.append(page.rules[:_MAX_RULES])
        if page.turn:
            turns[page.number] = (page.turn, page.width, page.height)
    if not pages:
        raise InputError("has no pages")
    if not any(pages):
        if problems and all(problem.code in ("page-unreadable", "file-damaged") for problem in problems):
            raise InputError("no page can be read (damaged or cut short)")
        raise InputError("no text layer; run OCR first")
    return pages, rules, turns, problems


def _problem(page: PageText, damaged: bool) -> tuple[str, str] | None:
    if page.problem or (damaged and not page.pieces):
        return "page-unreadable", page.problem or "cannot be read"
    if not page.pieces:
        return ("no-text-layer", "has no text layer") if page.images else None
    if page.unmapped > _UNMAPPED:
        return "no-unicode-map", "has characters without a Unicode map; run OCR over it"
    return None


def _mark_flows(
    pages: Sequence[list[PrintedLine]], body: float
) -> dict[tuple[int, int], tuple[float, float]]:
    """Tables, paragraphs and headings, column by column; gives the edges of each column of each page."""
    leading = usual_leading([line for lines in pages for line in lines if line.zone is None])
    edges: dict[tuple[int, int], tuple[float, float]] = {}
    for lines in pages:
        flows: dict[tuple[int, int], list[PrintedLine]] = {}
        columns: dict[int, list[PrintedLine]] = {}
        for line in lines:
            if line.zone not in (Zone.NOTE, Zone.FURNITURE):
                flows.setdefault((line.band, line.column), []).append(line)
                columns.setdefault(line.column, []).append(line)
        for column, part in columns.items():
            edges[part[0].page, column] = _edges(part)
        for (_, column), flow in flows.items():
            left, right = edges[flow[0].page, column]
            mark_tables(flow, right)
            mark_starts(flow, leading, left, right)
        mark_headings([line for line in lines if line.zone not in (Zone.NOTE, Zone.FURNITURE)], body)
    return edges


def _edges(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Left and right edge of a column: the outermost place where several lines begin, or end."""
    needed = max(1, min(3, len(lines) // 6))
    starts = sorted(line.x0 for line in lines)
    ends = sorted((line.x1 for line in lines), reverse=True)
    return starts[needed - 1], ends[needed - 1]


def _mark_italics(lines: Sequence[PrintedLine]) -> None:
    paragraph: list[PrintedLine] = []
    for line in page_order(lines):
        if paragraph and (line.starts or line.zone != paragraph[-1].zone):
            mark_italics(paragraph)
            paragraph = []
        if line.zone in (None, Zone.NOTE):
            paragraph.append(line)
    mark_italics(paragraph)


def _mend(pages: Sequence[list[PrintedLine]]) -> None:
    body: list[PrintedLine] = []
    notes: list[PrintedLine] = []
    for lines in pages:
        for line in page_order(lines):
            if line.zone == Zone.NOTE:
                notes.append(line)
            elif line.zone != Zone.FURNITURE:
                body.append(line)
    known = count_words((*body, *notes))
    mend_hyphens(body, known)
    mend_hyphens(notes, known)
