"""Dates of publication as CSL-JSON date variables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from claimx.resources import load_toml


class Found(NamedTuple):
    """A date in a text: its place and CSL value (`{"date-parts": [[2022, 5, 4]]}`)."""

    start: int
    end: int
    value: dict[str, Any]


@cache
def _months() -> dict[str, int]:
    return load_toml("lexicon/citation")["months"]


@cache
def _seasons() -> dict[str, int]:
    return load_toml("lexicon/citation")["seasons"]


_YEAR = r"(?:1[4-9]\d\d|20\d\d)"


_FIRST_WORD = re.compile(r"[^\W_]+")
_ANY_YEAR = re.compile(_YEAR)


def _branches(words: Sequence[str]) -> str:
    """An alternation that shares beginnings, which compiles in a quarter of the time: "jan", "january" and
    "june" give `j(?:an(?:uary)?|une)`."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
    if not by_letter:
        return ""
    rows = [re.escape(letter) + _branches(rest) for letter, rest in by_letter.items()]
    if len(rows) == 1 and "" not in words:
        return rows[0]
    return f"(?:{'|'.join(rows)})" + ("?" if "" in words else "")


@cache
def _pattern() -> re.Pattern[str]:
    seasons = _branches(list(_seasons()))
    month = rf"{_branches(list(_months()))}\b\.?"
    day = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|°|\.)?(?!\d)"
    span = r"\s?(?:-|–|—|/|to|bis|au)\s?"
    return re.compile(
        rf"""\b(?:
        (?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)
        |(?P<dm>[0-3]?\d[./][01]?\d[./]{_YEAR})(?!\d)
        |(?P<d1>{day})(?:{span}(?P<d1b>{day}))?\s?(?:de\s)?(?P<m1>{month}),?\s?(?:de\s|del\s)?(?P<y1>{_YEAR})
        |(?P<m2>{month})\s?(?P<d2>{day})?(?:{span}(?P<m2b>{month})?\s?(?P<d2b>{day})?)?(?:[,.]|\sof|\sde)?\s?(?P<y2>{_YEAR})
        |(?P<s3>{seasons})[,]?\s(?P<y3>{_YEAR})(?:[/–-](?:{_YEAR}|\d\d))?(?!\d)
        |(?P<y4>{_YEAR})[a-z]?\)?[,.;]?\s\(?(?:(?P<m4>{month})\s?(?P<d4>{day})?|(?P<d5>{day})\s(?P<m5>{month})|(?P<s4>{seasons}))(?!\s?{_YEAR})(?!\w)
        |(?P<y5>{_YEAR})(?:[a-z]\b)?(?:\s?[-–—/]\s?(?P<y5b>{_YEAR}|\d\d)(?!\d))?(?![-–\d/]\d)
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _number(text: str | None) -> int | None:
    digits = re.match(r"\d+", text) if text else None
    return int(digits[0]) if digits else None


def _month(text: str | None) -> int | None:
    return _months().get(text.rstrip(".").casefold()) if text else None


def _parts(*values: int | None) -> list[int]:
    kept: list[int] = []
    for value in values:
        if value is None:
            break
        kept.append(value)
    return kept


def _value(m: re.Match[str]) -> dict[str, Any] | None:
    if m["iso"]:
        return {"date-parts": [[int(p) for p in m["iso"].split("-")]]}
    if m["dm"]:
        day, month, year = (int(p) for p in re.split(r"[./]", m["dm"]))
        if month > 12 >= day:
            day, month = month, day
        return {"date-parts": [[year, month, day]]} if 1 <= month <= 12 and 1 <= day <= 31 else None
    if m["y1"]:
        year, month = int(m["y1"]), _month(m["m1"])
        first = _parts(year, month, _number(m["d1"]))
        return {"date-parts": [first, _parts(year, month, _number(m["d1b"]))] if m["d1b"] else [first]}
    if m["y2"]:
        year, month = int(m["y2"]), _month(m["m2"])
        first = _parts(year, month, _number(m["d2"]))
        if m["m2b"] or m["d2b"]:
            return {"date-parts": [first, _parts(year, _month(m["m2b"]) or month, _number(m["d2b"]))]}
        return {"date-parts": [first]}
    if m["y3"]:
        return {"date-parts": [[int(m["y3"])]], "season": _seasons()[m["s3"].casefold()]}
    if m["y4"]:
        if m["s4"]:
            return {"date-parts": [[int(m["y4"])]], "season": _seasons()[m["s4"].casefold()]}
        return {"date-parts": [_parts(int(m["y4"]), _month(m["m4"] or m["m5"]), _number(m["d4"] or m["d5"]))]}
    first, last = int(m["y5"]), m["y5b"]
    if last:
        end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if first < end < first + 60:
            return {"date-parts": [[first], [end]]}
    return {"date-parts": [[first]]}


def find_dates(text: str) -> list[Found]:
    """Dates in the order of the text: `find_dates("Dawn,
    May 4, 2022")[0].value == {"date-parts": [[2022, 5, 4]]}`."""
    found: list[Found] = []
    windows: list[list[int]] = []
    for year in _ANY_YEAR.finditer(text):  # a date stands around its year: the long pattern looks only there
        start, end = year.start() - 34, year.end() + 26
        if windows and start <= windows[-1][1]:
            windows[-1][1] = end
        else:
            windows.append([max(start, 0), end])
    for start, end in windows:
        for match in _pattern().finditer(text, start, end):
            value = _value(match)
            if value:
                found.append(Found(match.start(), match.end(), value))
    return found


def may_open_date(text: str, start: int) -> bool:
    """Whether a date could open at `start`: a digit, a month or a season stands there."""
    word = _FIRST_WORD.match(text, start)
    low = word[0].casefold() if word else ""
    return low[:1].isdigit() or low in _months() or low in _seasons()


def best_date(found: list[Found]) -> Found | None:
    """The date a source was issued: the most exact of those found, the first of several alike."""
    return max(found, key=lambda f: (len(f.value["date-parts"][0]), -f.start)) if found else None
