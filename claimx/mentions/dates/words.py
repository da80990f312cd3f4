"""The words of dates: a sentence as tokens that know whether they are a month, a number, a unit …"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimx.mentions.numerals import cardinals, ordinals
from claimx.resources import load_toml

_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u2070-\u2079]"
_TOKEN = re.compile(
    rf"""
    (?P<point>[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}(?![0-9]))
  | (?P<big>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9]) | [0-9]+\.[0-9]+)
  | (?P<number>[0-9]+)(?P<suffix>(?:st|nd|rd|th|['’]?s)(?!{_LETTER}|[0-9]))?
  | (?P<word>{_LETTER}+)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
# Kinds of token that no date goes without.
CORE = frozenset(
    [
        "number",
        "ordinal",
        "decade",
        "point",
        "month",
        "weekday",
        "season",
        "unit",
        "rank",
        "cardinal",
        "nineties",
        "yesterday",
    ]
)
_PLAIN = ("word", None)
DASHES = frozenset("-–—‐‑‒―~")


class Token(NamedTuple):
    """A word, number or mark. `kind`: number | ordinal | decade | big | point | month | weekday | season |
    unit | word | mark.

    `value`: the number, month (1-12), weekday (Monday 0), season code or unit name.
    """

    lower: str
    start: int
    end: int
    kind: str
    value: int | str | None
    digits: int
    capital: bool


def may_hold_date(text: str) -> bool:
    """A cheap test that leaves most sentences out."""
    if _DIGIT.search(text):
        return True
    lower = text.lower()
    return any(trigger in lower for trigger in _triggers()) or "May" in text


@cache
def _triggers() -> tuple[str, ...]:
    """No date without a digit or one of these; substring tests are the cheapest there are."""
    return tuple(load_toml("lexicon/dates")["words"]["triggers"])


@cache
def words(name: str) -> frozenset[str]:
    """A list of `[words]` in lexicon/dates.toml as a set."""
    return frozenset(load_toml("lexicon/dates")["words"][name])


@cache
def table(name: str) -> dict:
    """A table of lexicon/dates.toml: months, weekdays, seasons, units, decades, holidays."""
    return load_toml("lexicon/dates")[name]


@cache
def _vocabulary() -> dict[str, tuple[str, int | str]]:
    kinds: dict[str, tuple[str, int | str]] = {}
    for word, value in cardinals().items():
        kinds[word] = ("cardinal", value)
    for word, value in ordinals().items():
        kinds[word] = ("rank", value)
    kinds["yesterday"] = ("yesterday", -1)
    for kind in ("months", "weekdays", "seasons", "units", "decades"):
        for word, value in table(kind).items():
            kinds[word] = (kind[:-1] if kind != "decades" else "nineties", value)
    return kinds


def tokenize(text: str) -> list[Token]:
    """Tokens in order, blanks left out."""
    known_words, tokens = _vocabulary(), []
    append = tokens.append
    for match in _TOKEN.finditer(text):
        kind, word, (start, end) = match.lastgroup, match[0], match.span()
        if kind == "word":
            lower = word.lower()
            known, value = known_words.get(lower, _PLAIN)
            append(Token(lower, start, end, known, value, 0, lower[0] != word[0]))
        elif kind == "mark":
            append(Token(word, start, end, kind, None, 0, False))
        elif kind in ("number", "suffix"):
            digits, suffix = match["number"], match["suffix"]
            kind = "number" if not suffix else "decade" if suffix[-1] in "sS" else "ordinal"
            append(Token(word.lower(), start, end, kind, int(digits[:9]), len(digits), False))
        else:
            append(Token(word, start, end, kind or "mark", None, 0, False))
    return tokens
