"""`claimx sources`: what a paper cites, what points where, what does not add up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimx.errors import InputError, UsageError

if TYPE_CHECKING:
    from claimx.cite.inventory import Inventory
    from claimx.cite.records import Cited, Listed, Note
    from claimx.model import Reference

FORMATS = ("text", "jsonl", "csl-json", "bibtex")


def sources(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Papers, folders of papers, or - for stdin.", show_default=False
        ),
    ],
    format: Annotated[str, typer.Option("--format", help="text, jsonl, csl-json or bibtex.")] = "text",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.")
    ] = None,
    document_id: Annotated[
        str | None, typer.Option("--document-id", help="The document's id (one input only).")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="EDTF", help="When the paper came out: 2019-05.")
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option("--manifest", metavar="TOML", help="What is known of the papers, by content."),
    ] = None,
    password: Annotated[str | None, typer.Option("--password", help="Of an encrypted PDF.")] = None,
    pdf_engine: Annotated[str, typer.Option("--pdf-engine", help="auto, pdfium or pdfplumber.")] = "auto",
) -> None:
    """List every note, reference and callout of a paper, how each was resolved, and what is wrong."""
    from claimx.edtf import is_valid
    from claimx.ledger.writer import open_output
    from claimx.read.inputs import find_sources, load_manifest

    if format not in FORMATS:
        raise UsageError(f"--format {format!r}: choose {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    if published is not None and not is_valid(published):
        raise UsageError(f"--published {published!r} is no EDTF date; write 2019, 2019-05 or 2019-05-31")
    if pdf_engine not in ("auto", "pdfium", "pdfplumber"):
        raise UsageError(f"--pdf-engine {pdf_engine!r}: choose auto, pdfium or pdfplumber")
    known = load_manifest(manifest) if manifest else None
    found, problems = find_sources(paths)
    if document_id and len(found) > 1:
        raise UsageError("--document-id goes with one input; use --manifest for several")
    for problem in problems:
        _say(problem.message)
    if not found:
        raise typer.Exit(2)
    run = _Run(document_id, published, known, password, pdf_engine)
    with open_output(output) as out:
        _WRITERS[format](run.inventories(found), out)
    if run.failed or problems:
        raise typer.Exit(3 if run.done else 2)


class _Run:
    """Reads the inputs one by one; counts what was done and what failed."""

    def __init__(
        self, document_id: str | None, published: str | None, known: Any, password: str | None, engine: str
    ):
        self.document_id, self.published, self.known = document_id, published, known
        self.password, self.engine = password, engine
        self.done = self.failed = 0

    def inventories(self, found: list[Any]) -> Iterator[Inventory]:
        """The inventory of each input that can be read."""
        from claimx.read.inputs import Ids

        ids = Ids()
        for source in found:
            try:
                yield self._one(source, ids)
                self.done += 1
            except InputError as error:
                _say(str(error))
                self.failed += 1

    def _one(self, source: Any, ids: Any) -> Inventory:
        from claimx.cite.inventory import build_inventory
        from claimx.read import read_document
        from claimx.read.inputs import sha256
        from claimx.zones import separate_blocks

        data = source.load()
        entry = self.known.find(sha256(data)) if self.known else None
        name, problem = ids.give(self.document_id or (entry.id if entry else source.stem))
        if problem is not None:
            _say(problem.message)
        document = read_document(
            data, id=name, name=source.name, password=self.password, pdf_engine=self.engine
        )
        published = self.published or (entry.published if entry else None)
        return build_inventory(document, separate_blocks(document), published=published)


def items(inventory: Inventory) -> Iterator[dict[str, Any]]:
    """The items of one inventory: notes, then references, then callouts, each in the order of the text."""
    document = {"id": inventory.document_id}
    for note in inventory.notes:
        yield {"item": "note", "document": document, **_note(note)}
    for one in inventory.listed:
        yield {"item": "reference", "document": document, **_reference(one)}
    for cited in inventory.cited:
        yield {"item": "callout", "document": document, **_callout(cited)}


def _note(note: Note) -> dict[str, Any]:
    return {
        "article": note.resolved.article,
        "number": note.resolved.number,
        "kind": note.resolved.kind,
        "text": note.text,
        "spans": [list(span) for span in note.spans],
        "resolves_to": note.resolved.resolves_to,
        "references": _references(note.resolved.references),
        "problems": list(note.problems),
    }


def _reference(one: Listed) -> dict[str, Any]:
    return {
        "key": one.key,
        "text": one.text,
        "spans": [list(span) for span in one.spans],
        "references": _references(one.references),
        "problems": list(one.problems),
    }


def _callout(cited: Cited) -> dict[str, Any]:
    callout = cited.callout
    named = callout.form in ("inline", "author-year")
    return {
        "article": cited.article,
        "form": callout.form,
        **({"text": callout.text} if named else {"number": callout.marker}),
        "at": cited.at,
        "target": cited.target,
        "status": _reached(cited),
        "inferred": callout.inferred,
        "date": cited.date,
        "references": _references(cited.references),
    }


def _reached(cited: Cited) -> str:
    """resolved | missing | ambiguous: a callout has found its note, whatever that note says."""
    return cited.status if cited.status == "ambiguous" or cited.target is None else "resolved"


def _references(references: tuple[Reference, ...]) -> list[dict[str, Any]]:
    return [{"stance": str(r.stance), "locator": r.locator, "csl": r.csl} for r in references]


def _write_jsonl(inventories: Iterator[Inventory], out: Any) -> None:
    for inventory in inventories:
        for item in items(inventory):
            out.line(json.dumps(item, ensure_ascii=False))
        out.flush()


def _write_text(inventories: Iterator[Inventory], out: Any) -> None:
    import sys
    from io import StringIO

    from rich.console import Console

    from claimx.views.sourcelist import render_sources

    terminal = sys.stdout.isatty()
    for inventory in inventories:
        page = StringIO()
        console = Console(
            file=page, force_terminal=terminal or None, width=None if terminal else 120, highlight=False
        )
        for part in render_sources(inventory):
            console.print(part)
        out.write(page.getvalue())
        out.flush()


def cited_works(inventories: Iterator[Inventory]) -> Iterator[Reference]:
    """Every work named: of notes and references, then what only the text names."""
    for inventory in inventories:
        for note in inventory.notes:
            yield from note.resolved.references
        for one in inventory.listed:
            yield from one.references
        for cited in inventory.cited:
            if cited.callout.form == "inline":
                yield from cited.references


def _write_csl(inventories: Iterator[Inventory], out: Any) -> None:
    from claimx.ledger.export import to_csl_json

    out.write(to_csl_json(cited_works(inventories)))


def _write_bibtex(inventories: Iterator[Inventory], out: Any) -> None:
    from claimx.ledger.export import to_bibtex

    out.write(to_bibtex(cited_works(inventories)))


_WRITERS = {"text": _write_text, "jsonl": _write_jsonl, "csl-json": _write_csl, "bibtex": _write_bibtex}


def _say(message: str) -> None:
    """One line on stderr."""
    from claimx.cli import complain

    complain(message, 0)
