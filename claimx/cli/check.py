"""`claimx check`."""

from __future__ import annotations

import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.terminal import tell

FOUND = 1


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSONL = "jsonl"


def check(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger; - is stdin.")],
    papers: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Papers to hold the quotes against, found by their SHA-256."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write the findings.")] = Format.TEXT,
) -> None:
    """Check a ledger line by line: form, ids, order, dates, figures, citations and (with --papers) quotes.

    Exit code 0: nothing wrong; 1: findings, each with its line; notes alone are no findings.
    """
    from claimx.ledger.checks import check_ledger
    from claimx.ledger.codec import dump_json
    from claimx.ledger.reader import name_of, open_ledger
    from claimx.views.safe import visible

    name = name_of(ledger)
    counts: Counter[bool] = Counter()
    with open_ledger(ledger) as stream:
        for finding in check_ledger(stream, name, papers):
            counts[finding.note] += 1
            if format is Format.JSONL:
                level = "note" if finding.note else "error"
                plain = {"line": finding.line, "level": level, "code": finding.code, "id": finding.id}
                sys.stdout.write(dump_json({**plain, "message": finding.message}) + "\n")
            else:
                sign = "note: " if finding.note else ""
                sys.stdout.write(
                    f"{visible(name)}:{finding.line}: {sign}{finding.code}: {visible(finding.message)}\n"
                )
    sys.stdout.flush()
    tell(f"{visible(name)}: {counts[False]} findings, {counts[True]} notes")
    if counts[False]:
        raise typer.Exit(FOUND)
