"""`claimx schema`."""

from __future__ import annotations

import json
import sys


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of a ledger line."""
    from claimx.ledger.schema import ledger_schema

    sys.stdout.write(json.dumps(ledger_schema(), indent=2, ensure_ascii=False) + "\n")
