"""`claimx report`."""

from __future__ import annotations

from typing import Annotated

import typer


def report(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers; - is stdin.")],
    title: Annotated[str, typer.Option(help="The heading of the page.")] = "Claims and their sources",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = "-",
) -> None:
    """Write a ledger as one HTML page: no scripts, nothing loaded from elsewhere."""
    from claimx.ledger.reader import read_ledgers
    from claimx.ledger.writer import open_output
    from claimx.views.report import render_report

    with open_output(output) as out:
        for part in render_report(read_ledgers(ledgers), title):
            out.write(part)
