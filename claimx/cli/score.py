"""`claimx score`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.terminal import console


class Format(StrEnum):
    """How the figures are written."""

    TEXT = "text"
    JSON = "json"


class Show(StrEnum):
    """Which claims are listed."""

    MISSES = "misses"
    EXTRA = "extra"
    SLOTS = "slots"


def score(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger; - is stdin.")],
    gold: Annotated[Path, typer.Option(metavar="DIR", help="Where <document>.claims.jsonl are.")],
    papers: Annotated[Path, typer.Option(metavar="DIR", help="Where <document>.txt are.")],
    doc: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Score this document only (repeatable).")
    ] = None,
    show: Annotated[
        Show | None,
        typer.Option(help="List required claims that are missing, claims that are extra, or wrong slots."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How to write the figures.")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Measure a ledger against gold annotations: precision, recall, F1 by kind, document and slot."""
    from claimx.errors import UsageError
    from claimx.ledger.score import score_ledger

    for folder in (gold, papers):
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder")
    report = score_ledger(ledger, gold, papers, doc or ())
    if as_json or format is Format.JSON:
        rows = {name: figures._asdict() for name, figures in report.rows().items()}
        sys.stdout.write(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
        return
    from claimx.views.score import render_claims, render_score

    console().print(render_score(report))
    if show:
        sys.stdout.writelines(render_claims(report, show.value))
