"""One sentence through the real pipeline, and a row that says what its claims must hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx.model import Claim, Kind
from claimx.pipeline import Options, extract_document
from claimx.read import read_document

PUBLISHED = "2021-05"


@cache
def claims_of(text: str, published: str | None = PUBLISHED, model: str = "bundled") -> tuple[Claim, ...]:
    """The claims of a short text, as `claimx extract` finds them."""
    document = read_document(text.encode("utf-8"), id="row", name="row.txt")
    return tuple(extract_document(document, Options(published=published, model=model)))


@dataclass(frozen=True)
class Row:
    """A text, the number of claims of the kind, and what one of them (the `nth`) holds."""

    text: str
    slots: dict[str, Any]
    count: int = 1
    nth: int = 0

    def __str__(self) -> str:
        return self.text[:60]


def row(text: str, *, claims: int = 1, nth: int = 0, **slots: Any) -> Row:
    """`row("ETA bombed a bank.", perpetrators=["ETA"], targets=["bank"])`.

    Actors are compared by what is printed, without the article; texts by containment; ranges as (min, max).
    Slots that the row does not name are free.
    """
    return Row(text, slots, claims, nth)


def differences(kind: Kind, wanted: Row) -> list[str]:
    """What the extractor says otherwise: one line each, [] when the row holds."""
    found = [claim for claim in claims_of(wanted.text) if claim.kind == kind]
    if len(found) != wanted.count:
        return [f"{len(found)} claims, not {wanted.count}: {[c.claim for c in found]}"]
    claim = found[wanted.nth]
    out = []
    for slot, value in wanted.slots.items():
        got = _value(claim, slot)
        if not _same(got, value):
            out.append(f"{slot}: {got!r}, not {value!r}")
    return out


def _value(claim: Claim, slot: str) -> Any:
    if slot in ("polarity", "modality", "attributed_to", "rule"):
        return getattr(claim, slot)
    if slot == "date":
        return claim.date.edtf if claim.date else None
    if slot == "basis":
        return str(claim.date.basis) if claim.date else None
    got = claim.claim[slot]
    if isinstance(got, dict):
        return (got["min"], got["max"]) if "min" in got else got["text"]
    if isinstance(got, list):
        return [item["text"] if isinstance(item, dict) else item for item in got]
    return got


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        if len(got) != len(wanted):
            return False
        return all(_holds(g, w) for g, w in zip(got, wanted, strict=True))
    if isinstance(wanted, str) and isinstance(got, str):
        return got == wanted or (got[:1].isalpha() and got.lower().removeprefix("the ") == wanted.lower())
    return got == wanted


def _holds(got: str, wanted: str) -> bool:
    return wanted.lower() in got.lower() and len(got) <= len(wanted) + 24
