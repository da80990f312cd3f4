"""Dates by turning points: "since the fall of Saigon" is 1975-04/.. though no year is printed.

The turning points are rows of data/gazetteer/events.toml. Only a phrase that something opens (since, after,
following, before, until …) and that no printed date follows is taken; its basis is `relative`.
"""

from __future__ import annotations

import re
from functools import cache

from claimx import edtf
from claimx.model import Basis, Timex
from claimx.resources import load_toml

AFTER = ("since", "after", "following", "in the wake of", "in the aftermath of", "from")
BEFORE = ("before", "until", "till", "prior to", "ahead of", "up to")


_OPENER = "|".join(sorted((*AFTER, *BEFORE), key=len, reverse=True))
_OPENED = re.compile(rf"\b({_OPENER})\s+", re.I)


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """(phrase as a pattern, its day) of every turning point."""
    rows = load_toml("gazetteer/events.toml")["event"]
    return tuple((phrase, row["edtf"]) for row in rows for phrase in row["phrases"])


@cache
def _any_phrase() -> re.Pattern[str]:
    """All phrases in one: hardly a sentence gets past it, so the single ones are seldom compiled."""
    return re.compile("|".join(phrase for phrase, _ in _phrases()), re.I)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    dated = r"\s+(?:in|on|of)\s+(?:\w+\s+)?(?:\d|[A-Z]\w+ \d)"
    return re.compile(rf"(?:{phrase})(?!{dated})", re.I)


def _find_openings(text: str) -> list[re.Match[str]]:
    """The words that open a stretch of time, in a text that has one of the phrases behind one of them."""
    lower = text.lower()
    if not any(opener in lower for opener in (*AFTER, *BEFORE)):
        return []
    openings = list(_OPENED.finditer(text))
    return openings if any(_any_phrase().match(text, opened.end()) for opened in openings) else []


def find_events(text: str, published: str | None = None) -> list[Timex]:
    """Turning points that open or close a stretch of time, in the order of the text.

    `published` (EDTF): an event after the paper's own date is not meant.

    >>> [t.edtf for t in find_events("Since the fall of Saigon the camps have grown.")]
    ['1975-04/..']
    """
    openings = _find_openings(text)
    if not openings:
        return []
    out = []
    for phrase, when in _phrases():
        if published is not None and when[:4] > published[:4]:
            continue
        free = 0
        for opened in openings:
            match = _pattern(phrase).match(text, opened.end()) if opened.start() >= free else None
            if match is None:
                continue
            start, free = opened.start(), match.end()
            value = edtf.since(when) if opened[1].lower() in AFTER else edtf.until(when)
            earliest, latest = edtf.bounds(value)
            out.append(Timex(start, free, text[start:free], value, earliest, latest, None, Basis.RELATIVE))
    out.sort(key=lambda t: (t.start, -t.end))
    return [t for n, t in enumerate(out) if all(t.start >= o.end for o in out[:n])]
