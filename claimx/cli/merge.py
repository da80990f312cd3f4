"""`claimx merge`."""

from __future__ import annotations

from typing import Annotated

import typer


def merge(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers to join; - is stdin.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = "-",
) -> None:
    """Join ledgers into one: documents in the order in which they come, claims in that of the text.

    A claim that stands in several ledgers comes once; one id with two contents is refused.
    """
    from claimx.ledger.codec import dump_record
    from claimx.ledger.merge import merge_ledgers
    from claimx.ledger.writer import open_output

    with open_output(output) as out:
        for record in merge_ledgers(ledgers):
            out.line(dump_record(record))
