"""Conflicts between claims, as text and as plain values."""

from __future__ import annotations

from typing import Any

from claimx.ledger.codec import Record
from claimx.ledger.conflicts import Conflict
from claimx.views.safe import visible
from claimx.views.wording import headline, say, say_citation


def render_conflict(conflict: Conflict) -> str:
    """A few lines: what the two claims share, and each with its figure, words and sources."""
    lines = [f"{visible(conflict.slot)}: {visible(conflict.event)}"]
    for record in (conflict.first, conflict.second):
        cited = ", ".join(say_citation(each) for each in record["citations"]) or "uncited"
        lines.append(f"  {say(value_of(record, conflict.slot))}  {headline(record)}")
        lines.append(f"    {visible(record['document']['id'])} {visible(record['id'])}, {cited}")
        lines.append(f"    “{visible(record['evidence']['quote'])}”")
    return "\n".join(lines) + "\n\n"


def value_of(record: Record, slot: str) -> Any:
    """The figure (or polarity) in which the claims part."""
    return record["polarity"] if slot == "polarity" else record["claim"].get(slot)


def as_dict(conflict: Conflict) -> Record:
    """A conflict as plain values."""
    claims = [
        {
            "id": record["id"],
            "document": record["document"]["id"],
            "value": value_of(record, conflict.slot),
            "quote": record["evidence"]["quote"],
        }
        for record in (conflict.first, conflict.second)
    ]
    return {"slot": conflict.slot, "kind": conflict.first["kind"], "event": conflict.event, "claims": claims}
