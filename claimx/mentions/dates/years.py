"""Years, and what is none: "in 2014", "'09", "nineteen ninety-six"; not "1500 rifles", "Resolution 1973",
"$2015"."""

from __future__ import annotations

import re
from functools import cache

from claimx.mentions.dates.parts import Scan
from claimx.mentions.dates.words import words
from claimx.mentions.numerals import year_value
from claimx.resources import load_toml

_CURRENCY = frozenset("$€£¥₹#@=+_&/.:§\\")
_PEOPLE = re.compile(r"(?:(?<![vm])ents|ers|ors|ists|ants|ians|ees|men|women)$")
# Where a bare year from 1000 to 1899, or past 2100, is a year and no count.
_STRONG = words("year_cues")
_QUANTIFIERS = words("quantifiers")
_LINKS = words("links")


@cache
def _count_nouns() -> frozenset[str]:
    nouns = load_toml("lexicon/numbers")["nouns"]
    return frozenset(nouns["plain"]) | frozenset(nouns["measures"])


def counts(scan: Scan, index: int) -> bool:
    """Whether the token is a noun that is counted or measured: then "1500" before it is no year."""
    token = scan.at(index)
    if token.kind != "word" or token.capital:
        return token.lower == "%"
    if token.lower in ("killed", "wounded", "injured", "dead", "died", "left", "hurt", "slain"):
        return False  # "a bomb on 14 February 2005 killed 22"
    return token.lower in _count_nouns() or _PEOPLE.search(token.lower) is not None


def year_at(scan: Scan, index: int, *, inside: bool = False) -> tuple[int, int] | None:
    """A year and the index after it. `inside`: part of a longer date, so that a stroke or hyphen may
    precede it."""
    token = scan.at(index)
    if token.kind == "decade" and token.digits == 4 and (token.value % 10 or not scan.is_(index - 1, "the")):
        return (
            (token.value, index + 1)
            if token.lower[-2:] in ("'s", "’s") and 1000 <= token.value < 2200
            else None
        )
    if token.kind == "number" and token.digits == 4 and 1000 <= token.value < 2200:
        clean = not scan.glued(index) or inside or may_stand_before(scan, index)
        return (token.value, index + 1) if clean and not _glued_letters(scan, index + 1) else None
    if token.lower in ("'", "’", "‘") and scan.at(index + 1).digits == 2 and scan.glued(index + 1):
        short = scan.at(index + 1)
        if short.kind == "number" and not (scan.glued(index) and scan.at(index - 1).kind == "word"):
            return two_digit_year(short.value), index + 2
    if scan.clock.calendar and token.kind in ("cardinal", "word"):
        return _spelled_year(scan, index)
    return None


def two_digit_year(value: int, limit: int = 2030) -> int:
    """The century a two-digit year stands in: not after the limit."""
    return 2000 + value if 2000 + value <= limit else 1900 + value


def may_stand_before(scan: Scan, index: int) -> bool:
    """What may touch a year on its left: a bracket, a quote, the hyphen of "mid-2015"; not "$2015" or
    "Milan-2015"."""
    before = scan.at(index - 1)
    if before.lower in _CURRENCY or before.kind not in ("mark", "month", "season"):
        return False
    if scan.dash(index - 1) and scan.glued(index - 1):
        left = scan.at(index - 2)
        return (
            scan.clock.calendar
            or left.kind not in ("word", "big")
            or left.lower in ("mid", "early", "late", "post", "pre")
        )
    return True


def _glued_letters(scan: Scan, index: int) -> bool:
    after = scan.at(index)
    return scan.glued(index) and (after.kind in ("word", "cardinal", "unit") or after.lower in ("%", "°"))


def _spelled_year(scan: Scan, index: int) -> tuple[int, int] | None:
    """ "nineteen ninety six", "two thousand and eighteen": the longest run of number words that makes a
    year."""
    end = index
    while scan.at(end).kind == "cardinal" or scan.is_(end, "hundred", "thousand", "and", "-"):
        end += 1
    for stop in range(end, index + 1, -1):
        run = [scan.at(at).lower for at in range(index, stop) if scan.at(at).lower != "-"]
        value = year_value(run) if run[-1] != "and" else None
        if value:
            return value, stop
    return None


def is_plain_year(scan: Scan, start: int, end: int) -> bool:
    """Whether a year that stands alone is one: no count ("1500 rifles"), no name ("Resolution 1973"), no
    price."""
    value = scan.at(start).value if scan.at(start).digits == 4 else None
    if value is None or scan.clock.calendar:
        return not scan.is_(start - 1, "$")
    before, after = scan.at(start - 1), scan.at(end)
    if scan.is_(start - 1, ".") and scan.is_(start - 2, "no", "vol", "pp", "p", "art", "res", "para"):
        return False
    if before.lower in words("identifiers") or before.lower in _CURRENCY - {"/", ".", ":", "&"}:
        return False
    since_least = scan.is_(start - 2, "at") and scan.is_(start - 3, "since", "from", "until")
    if (before.lower in _QUANTIFIERS and before.lower != "about" and not since_least) or after.lower in (
        "bc",
        "bce",
        "%",
        "percent",
        "hours",
        "hrs",
    ):
        return False
    if before.lower == "of" and scan.at(start - 2).lower in words("amounts"):
        return False
    if before.lower == ":" and scan.is_(start - 2, ")"):
        return False  # pages: "42, no. 19 (2019): 1997-2019"
    if not 1900 <= value < 2060:
        return before.lower in (*_STRONG, "of", "(", "early", "mid", "late", "/") and not (
            after.kind in ("word", "cardinal") and not after.capital and after.lower not in _LINKS
        )
    if _counts_on(scan, end):
        return False
    if counts(scan, end):
        return before.lower in ("in", "since", "during", "throughout", "until")
    return not (
        before.kind == "word"
        and not before.capital
        and before.lower.endswith(("ed", "ing"))
        and before.lower != "during"
    )


def _counts_on(scan: Scan, end: int) -> bool:
    """Whether the number is the lower end of a count: "2000-2500 households", "1900 to 2300 men"."""
    other = scan.at(end + 1)
    joined = scan.dash(end) or scan.is_(end, "to", "or", "and")
    return (
        joined
        and other.kind == "number"
        and other.digits == 4
        and (counts(scan, end + 2) or other.value >= 2200)
    )
