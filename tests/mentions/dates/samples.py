"""Shorthand for tests of single rules."""

from __future__ import annotations

from claimx.mentions.dates.parts import Clock, Scan


def scan(text: str, **known) -> Scan:
    return Scan(text, Clock(**known))


def first(hits):
    """The EDTF of a rule's only hit; "?" for one that can't be worked out; None for no hit."""
    if not hits:
        return None
    hit = hits[0] if isinstance(hits, list) else hits
    if hit.part is None:
        return "?"
    return hit.part.edtf or (hit.part.month, hit.part.day)
