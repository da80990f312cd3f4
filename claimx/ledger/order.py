"""The order in which records stand in a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claimx.model import Claim

Key = tuple[int, int, int, str, str]


def claim_key(claim: Claim, trigger: int = 0) -> Key:
    """Sorts the claims of one document: first span start, first span end, trigger position, kind, id."""
    start, end = claim.evidence.spans[0] if claim.evidence.spans else (0, 0)
    return (start, end, trigger, str(claim.kind), claim.id)


def sort_claims(claims: Iterable[tuple[Claim, int]]) -> list[Claim]:
    """Claims of one document, each with the position of its trigger in the sentence, in ledger order."""
    return [claim for claim, _ in sorted(claims, key=lambda pair: claim_key(*pair))]


def span_key(record: Mapping[str, Any]) -> tuple[int, int]:
    """The part of the order that a ledger line itself shows: where its first span starts and ends."""
    spans = (record.get("evidence") or {}).get("spans") or [[0, 0]]
    first = spans[0]
    return (first[0], first[1])
