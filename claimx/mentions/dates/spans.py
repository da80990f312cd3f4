"""Stretches that say themselves: seasons, quarters, halves, decades, centuries, years: "Q3 2019", "the
1990s"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.grammar import date_at
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.relative import determined_at, relative_at
from claimx.mentions.dates.words import table, words
from claimx.mentions.dates.years import is_plain_year, year_at
from claimx.mentions.numerals import word_value, words_pattern
from claimx.model import Basis

_NOT_TIME = words("not_time")


def bare_at(scan: Scan, index: int) -> list[Hit] | None:
    """A date without a qualifier: relative, season, quarter, decade, century, day, month or year."""
    found = relative_at(scan, index)
    if found:
        return found
    hit = (
        _event_day(scan, index)
        or _season(scan, index)
        or _quarter(scan, index)
        or _decade(scan, index)
        or _century(scan, index)
    )
    return [hit] if hit else date_at(scan, index) or plain_year_at(scan, index)


def plain_year_at(scan: Scan, index: int) -> list[Hit] | None:
    """A year that stands alone: "2014", "the year 2000", "AD 70"."""
    start = index
    named = scan.is_(index, "year", "years")
    if named:
        index = scan.skip(index + 1, "of")
    if scan.is_(index, "ad", "ce") and scan.at(index).capital:
        era = scan.at(index + 1)
        fits = era.kind == "number" and era.digits < 5 and era.value > 0
        return [Hit(Part(edtf.year(era.value)), start, index + 2)] if fits else None
    if named and scan.clock.calendar and not year_at(scan, index):
        match = (
            re.compile(words_pattern()).match(scan.text.lower(), scan.at(index).start)
            if scan.at(index).kind == "cardinal"
            else None
        )
        value = match and word_value(match[0])
        if value and 100 <= value < 1000:
            return [Hit(Part(edtf.year(int(value))), start, _token_from(scan, index, match.end()))]
    year = year_at(scan, index)
    if year is None or scan.is_(year[1], "bc", "bce") or not (named or is_plain_year(scan, index, year[1])):
        return None
    return [Hit(Part(edtf.year(year[0])), start, year[1])]


def _token_from(scan: Scan, index: int, offset: int) -> int:
    while index < len(scan.tokens) and scan.at(index).start < offset:
        index += 1
    return index


def _event_day(scan: Scan, index: int) -> Hit | None:
    """A day known by its number: "9/11"; not "the 9/11 Commission"."""
    if scan.clock.calendar or not (
        scan.is_(index + 1, "/") and scan.glued(index + 1) and scan.glued(index + 2)
    ):
        return None
    day = table("holidays").get(f"{scan.at(index).lower}/{scan.at(index + 2).lower}")
    longer = scan.is_(index + 3, "/") or scan.is_(index + 3, "commission", "report")
    return None if day is None or longer else Hit(Part(day, basis=Basis.INFERRED_YEAR), index, index + 3)


def _year_of(scan: Scan, index: int) -> tuple[Part | None, int] | None:
    """The year that a season, quarter or half belongs to: "of 2014", ", 2014", "this year", "of the same
    year"."""
    at = scan.skip(scan.skip(index, ",", "-", "/"), "of", "in")
    year = year_at(scan, at, inside=True)
    if year:
        return Part(edtf.year(year[0])), year[1]
    told = determined_at(scan, at)
    if told is None and scan.clock.calendar and scan.is_(at, "the") and scan.is_(at + 1, "year"):
        return (
            (Part(edtf.truncate(scan.clock.reference or "", "year"), basis=Basis.RELATIVE), at + 2)
            if scan.clock.reference
            else None
        )
    if (
        told
        and scan.at(told.end - 1).lower == "year"
        and not (told.part and edtf.is_interval(told.part.edtf))
    ):
        return told.part, scan.skip(told.end, "'", "’")
    return None


def _group(scan: Scan, code: int, start: int, end: int) -> Hit | None:
    """A season or quarter with the year that follows; None when none does."""
    year = _year_of(scan, end)
    if year is None:
        return None
    part = year[0] and Part(edtf.month(edtf.first_day(year[0].edtf).year, code), basis=year[0].basis)
    return Hit(part, start, year[1])


def _season(scan: Scan, index: int) -> Hit | None:
    """ "spring of 1972", "winter 2014"; without a year only "in the summer" and the like."""
    at = scan.skip(index, "the")
    token = scan.at(at)
    if token.kind != "season":
        return None
    hit = _group(scan, int(token.value), index, at + 1)
    if hit:
        short = scan.at(hit.end + 1)
        if (
            token.value == 24
            and scan.at(hit.end).lower in ("/", "-", "–")
            and scan.glued(hit.end + 1)
            and short.digits in (2, 4)
        ):
            return replace(hit, end=hit.end + 2)  # "the winter of 2014-15" is one winter
        return hit
    lone = (
        scan.is_(index - 1, "in", "during", "since", "by", "until", "early", "late", "mid", "that")
        or scan.clock.calendar
    )
    followed = scan.at(at + 1)
    if not lone or (
        followed.kind not in ("mark", "end") and not scan.is_(at + 1, "and", "when", "after", "before")
    ):
        return None
    return None if scan.dash(at + 1) else Hit(Part(month=int(token.value)), index, at + 1)


def _quarter(scan: Scan, index: int) -> Hit | None:
    """ "the first quarter of 2022", "Q3 2019", "2017-Q1"."""
    at = scan.skip(index, "the")
    rank = scan.at(at)
    if rank.kind in ("rank", "ordinal") and 1 <= rank.value <= 4 and scan.is_(at + 1, "quarter"):
        return _group(scan, 32 + int(rank.value), index, at + 2)
    if scan.is_(at, "q", "h") and scan.glued(at + 1) and scan.at(at + 1).kind == "number":
        number = int(scan.at(at + 1).value)
        if scan.is_(at, "q") and 1 <= number <= 4:
            return _group(scan, 32 + number, index, at + 2) or (
                Hit(Part(month=32 + number), index, at + 2) if scan.clock.calendar else None
            )
        year = _year_of(scan, at + 2) if number in (1, 2) else None
        return Hit(year[0] and half_of(year[0], number), index, year[1]) if year else None
    year = year_at(scan, index)
    if year:
        end = scan.skip(year[1], "-")
        number = scan.at(end + 1)
        if (
            scan.is_(end, "q", "h")
            and scan.glued(end + 1)
            and number.kind == "number"
            and 1 <= number.value <= 4
        ):
            part = Part(edtf.month(year[0], 32 + int(number.value)))
            part = part if scan.is_(end, "q") else half_of(Part(edtf.year(year[0])), int(number.value))
            return Hit(part, index, end + 2)
    return None


def _decade(scan: Scan, index: int) -> Hit | None:
    """ "the 1990s", "the '90s", "1980s", "the nineties"."""
    the = scan.is_(index, "the") or scan.is_(index - 1, "early", "mid", "late", "the", "-")
    at = scan.skip(index, "the")
    short = scan.is_(at, "'", "’", "‘")
    token = scan.at(at + 1 if short else at)
    end = at + (2 if short else 1)
    if token.kind == "number" and token.digits in (2, 4) and scan.is_(end, "s") and scan.clock.calendar:
        token, end = token._replace(kind="decade"), end + 1
    if token.kind == "nineties":
        spoken = the or scan.clock.calendar
        century = 2000 if token.value in (0, 10) else 1900
        if spoken and scan.at(index - 1).lower not in _NOT_TIME:
            return Hit(Part(edtf.decade(century + int(token.value))), index, end)
    if token.kind != "decade" or token.value % 10:
        return None
    if token.digits == 4 and 1000 <= token.value < 2200:
        return Hit(Part(edtf.decade(int(token.value))), index, end)
    if (
        token.digits == 2
        and (the or short or scan.clock.calendar)
        and scan.at(index - 1).lower not in _NOT_TIME
    ):
        return Hit(Part(edtf.decade((1900 if token.value >= 30 else 2000) + int(token.value))), index, end)
    return None


def _century(scan: Scan, index: int) -> Hit | None:
    """ "the 20th century", "nineteenth-century", "the 19th and 20th centuries"."""
    first = _rank(scan, scan.skip(index, "the"))
    if first is None:
        return None
    number, at = first
    if scan.is_(at, "and", "to", "or") or scan.dash(at):
        second = _rank(scan, scan.skip(at + 1, "the"))
        if second and scan.is_(scan.skip(second[1], "-"), "century", "centuries"):
            both = edtf.interval(edtf.century(number * 100 - 100), edtf.century(second[0] * 100 - 100))
            return Hit(Part(both), index, scan.skip(second[1], "-") + 1)
    at = scan.skip(at, "-")
    if not scan.is_(at, "century") or scan.is_(at + 1, "bc", "bce"):
        return None
    return Hit(Part(edtf.century(number * 100 - 100)), index, at + 1)


def _rank(scan: Scan, index: int) -> tuple[int, int] | None:
    token = scan.at(index)
    if token.kind == "cardinal" and token.value == 20 and scan.at(scan.skip(index + 1, "-")).kind == "rank":
        at = scan.skip(index + 1, "-")
        return (20 + int(scan.at(at).value), at + 1) if scan.at(at).value == 1 else None
    if token.kind in ("rank", "ordinal") and 2 <= token.value <= 21:
        return int(token.value), index + 1
    return None


def half_of(part: Part, number: int) -> Part | None:
    """Half of a month, year, decade or century as an interval."""
    start, grain = edtf.first_day(part.edtf), edtf.precision(part.edtf)
    if edtf.is_interval(part.edtf) or grain not in ("month", "year", "decade", "century"):
        return None
    if grain == "month":
        last = monthrange(start.year, start.month)[1]
        low, high = ((1, 15), (16, last))[number - 1]
        ends = (edtf.day(start.year, start.month, low), edtf.day(start.year, start.month, high))
    elif grain == "year":
        ends = (edtf.month(start.year, 6 * number - 5), edtf.month(start.year, 6 * number))
    else:
        size = 5 if grain == "decade" else 50
        first = start.year + size * (number - 1)
        ends = (edtf.year(first), edtf.year(first + size - 1))
    return replace(part, edtf=edtf.interval(*ends))
