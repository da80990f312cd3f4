"""`claimx export`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from claimx.errors import LedgerError


class Format(StrEnum):
    """What a ledger is written as."""

    CSV = "csv"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"


def export(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers; - is stdin.")],
    format: Annotated[
        Format, typer.Option(help="CSV: the claims. CSL-JSON, BibTeX: the sources they cite.")
    ] = Format.CSV,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = "-",
) -> None:
    """Write a ledger as CSV, or the sources it cites as CSL-JSON or BibTeX (for Zotero and others)."""
    from claimx.ledger.reader import read_ledgers
    from claimx.ledger.writer import open_output

    with open_output(output) as out:
        for part in _parts(read_ledgers(ledgers), format):
            out.write(part)


def _parts(records: Iterable[dict[str, Any]], format: Format) -> Iterator[str]:
    if format is Format.CSV:
        from claimx.views.table import csv_header, csv_row

        yield csv_header()
        yield from map(csv_row, records)
        return
    from claimx.ledger.export import to_bibtex, to_csl_json

    write = to_csl_json if format is Format.CSL_JSON else to_bibtex
    sources = [ref["csl"] for record in records for c in record["citations"] for ref in c["references"]]
    try:
        yield write(sources)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise LedgerError(f"a source in the ledger is no CSL-JSON ({error}): see `claimx check`") from None
