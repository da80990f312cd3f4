"""`claimx stats`."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer

from claimx.cli.terminal import console


class Format(StrEnum):
    """How the counts are written."""

    TEXT = "text"
    JSON = "json"


def stats(
    ledgers: Annotated[list[str], typer.Argument(metavar="LEDGER...", help="Ledgers; - is stdin.")],
    format: Annotated[Format, typer.Option(help="How to write the counts.")] = Format.TEXT,
    top: Annotated[int, typer.Option(min=0, help="How many actors to list (text only).")] = 15,
) -> None:
    """Count the claims of ledgers: by kind, paper, actor and year, and how many are cited and dated."""
    from claimx.ledger.reader import read_ledgers
    from claimx.ledger.stats import count_claims

    counted = count_claims(read_ledgers(ledgers))
    if format is Format.JSON:
        sys.stdout.write(json.dumps(counted.as_dict(), ensure_ascii=False, indent=2) + "\n")
        return
    from claimx.views.stats import render_stats

    console().print(render_stats(counted, top))
