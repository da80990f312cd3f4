"""Dates that say themselves: "13 July 2017", "late 1990s", "Q3 2019", "June 14-16, 1985", "the first half
of 2014"."""

from __future__ import annotations

from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.words import words
from claimx.mentions.dates.years import counts, may_stand_before, year_at
from claimx.mentions.numerals import cardinals

_DAY_JOINTS = ("to", "through", "until", "till", "and", "or")


def month_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """A month's name, with the full stop of a short one."""
    token = scan.at(index)
    if token.kind != "month" or not (token.capital or scan.clock.calendar):
        return None
    short = len(token.lower) <= 4 and token.lower not in ("may", "june", "july")
    return token.value, index + (
        2
        if (short or scan.clock.calendar) and scan.is_(index + 1, ".") and _date_follows(scan, index + 2)
        else 1
    )


def _date_follows(scan: Scan, index: int) -> bool:
    return (
        scan.at(index).kind in ("number", "ordinal", "rank")
        or scan.is_(index, "the", ",")
        or scan.dash(index)
    )


def day_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """A day of the month: "3", "3rd", "third", "the twenty-first"."""
    token = scan.at(index)
    if token.kind in ("number", "ordinal"):
        good = 1 <= token.value <= 31 and token.digits <= 2 and not scan.is_(index - 1, "$", "£", "€")
        if good and not (
            (scan.glued(index + 1) and scan.at(index + 1).kind in ("word", "unit"))
            or scan.is_(index + 1, "%")
        ):
            return token.value, index + 1
        return None
    if token.lower in ("twenty", "thirty"):
        after = scan.skip(index + 1, "-")
        unit = scan.at(after)
        if (unit.kind == "rank" and unit.value < 10) or (
            scan.clock.calendar and unit.kind == "cardinal" and 0 < unit.value < 10
        ):
            value = cardinals()[token.lower] + unit.value
            return (value, after + 1) if value <= 31 else None
    if token.kind == "rank" or (scan.clock.calendar and token.kind == "cardinal"):
        return (token.value, index + 1) if 1 <= token.value <= 31 else None
    return None


def date_at(scan: Scan, index: int) -> list[Hit] | None:
    """A date with a month or day at this token: the longest of the forms, or None."""
    start = index
    if scan.at(index).kind == "weekday" and (scan.at(index).capital or scan.clock.calendar):
        index = scan.skip(scan.skip(index + 1, "."), ",")
        index = scan.skip(index, "the") if scan.at(index + 1).kind != "weekday" else index
    kind = scan.at(index).kind
    if kind == "month":
        found = _month_first(scan, index)
    elif kind in ("number", "point"):
        found = (
            _iso(scan, index) or _strokes(scan, index) or _year_first(scan, index) or _day_first(scan, index)
        )
    elif kind in ("ordinal", "rank", "cardinal") or scan.is_(index, "the"):
        found = _day_first(scan, index)
    else:
        return None
    if found and start != index:
        found[0] = replace(found[0], start=start)
    return found


def _iso(scan: Scan, index: int) -> list[Hit] | None:
    """2017-07-13, 2017/07/13, and 2017-07 (a later two-digit number is the end of a range: 2013-14)."""
    year, sep, second = scan.at(index), scan.at(index + 1), scan.at(index + 2)
    if (
        year.kind != "number"
        or year.digits != 4
        or not 1000 <= year.value < 2200
        or sep.lower not in ("-", "/")
    ):
        return None
    if (
        second.kind != "number"
        or second.digits > 2
        or (scan.glued(index) and not may_stand_before(scan, index))
    ):
        return None
    third = scan.at(index + 4)
    if scan.is_(index + 3, sep.lower) and third.kind == "number" and third.digits <= 2:
        whole = edtf.day(year.value, second.value, third.value)
        return [Hit(Part(whole), index, index + 5)] if whole else [Hit(None, index, index + 5)]
    if (
        sep.lower == "-"
        and second.digits == 2
        and 1 <= second.value <= 12
        and (second.value <= year.value % 100 or scan.clock.calendar)
    ):
        return [Hit(Part(edtf.month(year.value, second.value)), index, index + 3)]
    return None


def _strokes(scan: Scan, index: int) -> list[Hit] | None:
    """13/07/2017, 07/13/2017, 13.07.2017: a number over 12 is the day; else month first, unless that is
    yet to come."""
    token = scan.at(index)
    if token.kind == "point":
        day, month, year = (int(number) for number in token.lower.split("."))
        end = index + 1
    else:
        marks = scan.at(index + 1).lower, scan.at(index + 3).lower
        fields = [scan.at(index + step) for step in (0, 2, 4)]
        if (
            marks[0] not in ("/", "-")
            or marks[0] != marks[1]
            or any(field.kind != "number" for field in fields)
        ):
            return None
        if (
            fields[0].digits > 2
            or fields[1].digits > 2
            or fields[2].digits != 4
            or (scan.glued(index) and scan.is_(index - 1, "/", "-"))
        ):
            return None
        month, day, year = (field.value for field in fields)
        end = index + 5
        if token.value <= 12 and fields[1].value <= 12 and _is_future(scan, year, month, day):
            month, day = (day, month) if not _is_future(scan, year, day, month) else (month, day)
    whole = edtf.day(year, month, day) or edtf.day(year, day, month)
    return [Hit(Part(whole) if whole else None, index, end)]


def _is_future(scan: Scan, year: int, month: int, day: int) -> bool:
    whole, today = edtf.day(year, month, day), scan.clock.at("year")
    return whole is None or (today is not None and edtf.first_day(whole) > today)


def _year_first(scan: Scan, index: int) -> list[Hit] | None:
    """(2022, April 2): as reference lists print it, in brackets."""
    year = year_at(scan, index) if scan.is_(index - 1, "(") and scan.is_(index + 1, ",") else None
    month = month_at(scan, index + 2) if year else None
    if not month:
        return None
    day = day_at(scan, month[1])
    whole = edtf.day(year[0], month[0], day[0]) if day else edtf.month(year[0], month[0])
    return [Hit(Part(whole) if whole else None, index, day[1] if day else month[1])]


def _month_first(scan: Scan, index: int) -> list[Hit] | None:
    """May 2014; May 3, 2014; May 3-5; June 14 and 16, 1985; May."""
    month = month_at(scan, index)
    if not month:
        return None
    number, at = month
    year = _year_after(scan, at)
    if year:
        return [Hit(Part(edtf.month(year[0], number)), index, year[1])]
    first = day_at(scan, scan.skip(scan.skip(at, ",") if scan.clock.calendar else at, "the"))
    if first and not counts(scan, first[1]):
        days = _more_days(scan, first)
        return _days(days, number, _year_after(scan, days[-1][2]), index, scan=scan)
    return [Hit(Part(month=number), index, at)]


def _day_first(scan: Scan, index: int) -> list[Hit] | None:
    """3 May 2014; the 3rd of May, 2014; 14-16 June 1985; 3 and 4 May."""
    at = scan.skip(index, "the")
    first = day_at(scan, at)
    if not first:
        return None
    days = _more_days(scan, first, before_month=True)
    after = days[-1][2]
    month = month_at(scan, scan.skip(after, "-" if scan.glued(after) else "of", "of"))
    if not month and len(days) > 1:
        return None
    if not month or (scan.at(at).kind == "rank" and scan.is_(after, "-")):
        return None
    year = _year_after(scan, month[1])
    return _days(days, month[0], year, index, end=month[1], scan=scan)


def _more_days(scan: Scan, first: tuple[int, int], before_month: bool = False) -> list[tuple[int, str, int]]:
    """Days joined to the first as (day, joint, index after): a range by dash or "to", or a pair by "and"."""
    days = [(first[0], "", first[1])]
    joint, at = scan.at(first[1]).lower, first[1] + 1
    if not (joint in _DAY_JOINTS or scan.dash(first[1]) or (joint == "/" and scan.glued(at))):
        return days
    second = day_at(scan, scan.skip(at, "the"))
    if second is None or counts(scan, second[1]) or second[0] <= first[0]:
        return days
    if before_month:
        return [*days, (second[0], joint, second[1])] if month_at(scan, scan.skip(second[1], "of")) else days
    # "May 3 and 17 June" is no pair of days in May; nor is "May 3-2014".
    if month_at(scan, scan.skip(second[1], "of")) or scan.at(second[1] - 1).digits > 2:
        return days
    if (
        joint in ("and", "or")
        and scan.at(second[1]).kind in ("word", "unit")
        and not scan.at(second[1]).capital
        and scan.at(second[1]).lower not in words("links")
    ):
        return days  # "on May 3 and 12 villagers died"
    return [*days, (second[0], joint, second[1])]


def _days(
    days: list[tuple[int, str, int]],
    month: int,
    year: tuple[int, int] | None,
    start: int,
    end: int = 0,
    *,
    scan: Scan,
) -> list[Hit]:
    """Hits of one or two days of a month; a range or neighbouring days are one hit."""
    end = max(end, days[-1][2], year[1] if year else 0)
    parts = [Part(month=month, day=day) for day, _, _ in days]
    apart = (
        len(days) > 1 and days[1][1] in ("and", "or") and (scan.clock.calendar or days[1][0] - days[0][0] > 1)
    )
    if len(parts) > 1 and not apart:
        parts = [replace(parts[0], last=parts[1])]
    if year:
        parts = [part.in_year(year[0]) for part in parts]
    if any(part is None or part.in_year(2000) is None for part in parts):
        return [Hit(None, start, end)]
    if apart:
        return [Hit(parts[0], start, days[0][2]), Hit(parts[1], days[0][2] + 1, end)]
    return [Hit(parts[0], start, end)]


def _year_after(scan: Scan, index: int) -> tuple[int, int] | None:
    """The year that ends a date: "May 3, 2014", "May of 2014", "May 2014", "Oct. '73"."""
    at = scan.skip(scan.skip(index, ",", "-", "/"), "of", "in")
    year = year_at(scan, at, inside=True)
    if year is None or 1900 <= year[0] < 2100:
        return year  # "On 3 May 2018 gunmen attacked": nobody counts 2018 gunmen behind a day
    return None if scan.at(at).kind == "number" and counts(scan, year[1]) else year
