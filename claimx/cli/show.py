"""`claimx show`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from claimx.cli.terminal import Colour, console, tell
from claimx.errors import LedgerError, UsageError


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    LINES = "lines"


def show(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger; - is stdin.")],
    id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Show this claim whole (the beginning of an id will do)."),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="This kind only (repeatable).")] = None,
    doc: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="This document only (repeatable).")
    ] = None,
    grep: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Claims whose words hold this text.")
    ] = None,
    quotes: Annotated[bool, typer.Option("--quotes", "-q", help="Print the words below each claim.")] = False,
    format: Annotated[Format, typer.Option(help="A table, or plain lines.")] = Format.TABLE,
    png: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="With --id: draw the PDF page with the evidence marked."),
    ] = None,
    papers: Annotated[
        Path | None, typer.Option(metavar="PATH", help="With --png: the paper, or a folder that holds it.")
    ] = None,
    colour: Annotated[Colour, typer.Option("--color", help="When to colour.")] = Colour.AUTO,
) -> None:
    """Print the claims of a ledger for people, or one claim whole with its rule, evidence and sources."""
    from claimx.ledger.reader import read_records
    from claimx.views.claims import claim_lines, render_claim, render_tables

    if png and not (id and papers):
        raise UsageError("--png draws one claim: give --id and --papers (the PDF, or its folder)")
    chosen = (record for _, record in read_records(ledger) if _wanted(record, id, kind, doc, grep))
    if format is Format.LINES:
        sys.stdout.writelines(map(claim_lines, chosen))
        return
    if id is None:
        screen = console(colour=colour)
        for table in render_tables(chosen, quotes):
            screen.print(table)
        return
    record = _only(chosen, id)
    console(colour=colour).print(render_claim(record))
    if png and papers:
        _draw(record, papers, png)


def _wanted(
    record: dict[str, Any], id: str | None, kinds: list[str] | None, docs: list[str] | None, grep: str | None
) -> bool:
    return (
        (id is None or record["id"].startswith(id))
        and (not kinds or record["kind"] in kinds)
        and (not docs or record["document"]["id"] in docs)
        and (grep is None or grep.casefold() in record["evidence"]["quote"].casefold())
    )


def _only(chosen: Iterator[dict[str, Any]], id: str) -> dict[str, Any]:
    found = list(chosen)
    exact = [record for record in found if record["id"] == id]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise LedgerError(f"no claim has the id {id}")
    raise UsageError(f"{len(found)} claims have an id that begins with {id}")


def _draw(record: dict[str, Any], papers: Path, png: Path) -> None:
    """The page(s) of a PDF with the evidence and the notes it cites."""
    from claimx.ledger.checks import find_paper
    from claimx.views.page_image import render_evidence

    boxes = record["evidence"]["boxes"]
    if not boxes:
        raise UsageError(f"{record['id']} has no boxes: only claims from a PDF can be drawn")
    paper = find_paper(papers, record["document"]["sha256"])
    if paper is None:
        raise LedgerError(f"{papers}: no file with the SHA-256 of {record['document']['id']}")
    for path in render_evidence(paper, boxes, _note_boxes(paper, record), png):
        tell(f"wrote {path}")


def _note_boxes(paper: Path, record: dict[str, Any]) -> list[tuple[float, ...]]:
    """Where the cited notes stand: the lines of note blocks with their numbers."""
    from claimx.model import Zone
    from claimx.read import read_document
    from claimx.zones import separate_blocks

    markers = {(c["article"], c["marker"]) for c in record["citations"] if c["type"] == "note"}
    if not markers:
        return []
    document = read_document(paper, id=record["document"]["id"])
    blocks = [
        block for block in separate_blocks(document).blocks
        if block.zone is Zone.NOTE and (block.article, block.number) in markers
    ]  # fmt: skip
    spans = [span for block in blocks for span in block.spans]
    return [
        (line.page, line.x0, line.top, line.x1, line.bottom)
        for line in document.lines
        if line.page is not None
        and line.x0 is not None
        and any(s < line.end and line.start < e for s, e in spans)
    ]  # type: ignore[misc]
