"""What a number is for, by the words and marks that touch it: a count, a share, money, an age, a name's
number …"""

from __future__ import annotations

import re
from functools import cache

from claimx.resources import load_toml

_PERCENT = re.compile(r"\s*%|[\s-]+per\s?cent(?:age)?\b|\s+percentage points?\b|\s+pc\b")
_CURRENCY = re.compile(r"(?:[$€£¥₨₹]|\b(?:rs\.?|usd|pkr|eur|gbp|inr) ?)\s?$")
_TIME = re.compile(r":[0-9]{2}|\s?[ap]\.?m\b|\s+o['’]clock")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_HYPHENED = re.compile(r"-(?!strong|member|man|men|person|fighter|soldier|vehicle|team)[a-z]")
_ONE = re.compile(r"\s+(?:of|day|side|hand|way|year|thing|point|reason|such)\b")


_TENTHS = re.compile(
    r"[0-9]+\.(?![0-9]{3}(?![0-9]))[0-9]+(?![0-9]|(?:k|m|bn)\b)"
    r"(?!(?: (?:to|and|or) [0-9.]+)?[ -]?[a-z]*(?:illion|thousand))"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Words of `[after]` or `[before]` in lexicon/numbers.toml as one pattern."""
    table = load_toml("lexicon/numbers")
    if name in table["after"]:
        words = "|".join(sorted(map(re.escape, table["after"][name]), key=len, reverse=True))
        gap = r"[\s-]*" if name == "distance" else r"[\s-]+"
        lead = "(?:(?:" + "|".join(table["before"]["stretch"]) + ") )?" if name == "duration" else ""
        return re.compile(rf"{gap}{lead}(?:{words})\b")
    words = "|".join(sorted(map(re.escape, table["before"][name]), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])(?:{words})\s?$" if name == "labels" else rf"\b(?:{words})\.? $")


def number_kind(lower: str, start: int, number_end: int, end: int, value: int | float | None) -> str:
    """count | percent | money | ordinal | distance | duration | time | other.

    `lower`: the text in lower case; the number stands from `start` to `number_end`, its words
    ("or more") end at `end`.

    >>> number_kind("a 56 percent rise", 2, 4, 4, 56), number_kind("resolution 1267", 11, 15, 15, 1267)
    ('percent', 'other')
    """
    before, after = lower[max(0, start - 14) : start], lower[end : end + 30]
    if _ORDINAL.match(after) and lower[number_end - 1].isdigit():
        return "ordinal"
    if _PERCENT.match(after):
        return "percent"
    if _CURRENCY.search(before) or _pattern("money").match(after):
        return "money"
    if _TIME.match(after) or re.search(r"[0-9]:$", before):
        return "time"
    for kind in ("duration", "distance"):
        if _pattern(kind).match(after):
            return kind
    return "other" if _is_other(lower, before, after, start, value) else "count"


def _is_other(lower: str, before: str, after: str, start: int, value: int | float | None) -> bool:
    """Names, dates, fractions, measures, "one of the …"."""
    if (isinstance(value, float) and not value.is_integer()) or _TENTHS.match(lower, start):
        return (
            True  # "Vision 2.0": people are not counted in tenths ("1.5 million", "2.5k", "12.000" are whole)
        )
    if _pattern("measure").match(after) or _HYPHENED.match(after) or re.match(r"[/.:][0-9]", after):
        return True
    if before[-1:] in ("/", "#", "§", ":") and lower[start].isdigit():
        return True
    if _pattern("labels").search(before) or _pattern("months").search(before):
        return True
    return _pattern("month_after").match(after) is not None or (value == 1 and _ONE.match(after) is not None)


def kind_end(lower: str, kind: str, end: int) -> int:
    """Where the text of a number that counts nothing ends: after its unit ("56 percent", "50km")."""
    if kind == "ordinal":
        return end + 2
    pattern = {"percent": _PERCENT, "time": _TIME}.get(kind)
    pattern = _pattern(kind) if kind in ("money", "distance", "duration") else pattern
    match = pattern.match(lower, end) if pattern else None
    return match.end() if match else end
