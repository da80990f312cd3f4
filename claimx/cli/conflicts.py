"""`claimx conflicts`."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

FOUND = 1


class Format(StrEnum):
    """How conflicts are written."""

    TEXT = "text"
    JSONL = "jsonl"


def conflicts(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers; - is stdin.")],
    format: Annotated[Format, typer.Option(help="How to write the conflicts.")] = Format.TEXT,
) -> None:
    """Find claims of one event that disagree: the same kind, actor, date and place, other figures.

    Exit code 0: none; 1: some.
    """
    from claimx.ledger.codec import dump_json
    from claimx.ledger.conflicts import find_conflicts
    from claimx.ledger.reader import read_ledgers
    from claimx.views.conflicts import as_dict, render_conflict

    found = find_conflicts(read_ledgers(ledgers))
    for conflict in found:
        sys.stdout.write(
            dump_json(as_dict(conflict)) + "\n" if format is Format.JSONL else render_conflict(conflict)
        )
    if not found and format is Format.TEXT:
        sys.stdout.write("no conflicts\n")
    sys.stdout.flush()
    if found:
        raise typer.Exit(FOUND)
