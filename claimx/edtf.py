"""Dates as EDTF (ISO 8601-2): validity, bounds, building and shifting.

The subset is what the ledger writes: days, months and years; seasons (21-24) and quarters (33-36);
decades (`199X`) and centuries (`19XX`); intervals, open on either side (`2015/..`, `../2015`).
Years run from 1 to 9999. Standard library only.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

OPEN = ".."
# The English names, in order: January is MONTHS[0].
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?")
# Sub-year groupings of ISO 8601-2: first month, length in months. Winter runs into the next year.
_GROUPS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
_UNITS = ("day", "month", "group", "year", "decade", "century")


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day of an EDTF string, as ISO days; None where the interval is open.

    Raises ValueError on what `is_valid` rejects.

    >>> bounds("2012-24")
    ('2012-12-01', '2013-02-28')
    >>> bounds("2021-08/..")
    ('2021-08-01', None)
    """
    first, last = _ends(edtf)
    return (first and first.isoformat(), last and last.isoformat())


def is_valid(edtf: str) -> bool:
    """Whether the string is of the subset: real days, ordered intervals, not open on both sides."""
    try:
        first, last = _ends(edtf)
    except ValueError:
        return False
    return (first is not None or last is not None) and (first is None or last is None or first <= last)


def is_interval(edtf: str) -> bool:
    """Whether the string holds a start and an end ("2014/2018", "2015/..")."""
    return "/" in edtf


def precision(edtf: str) -> str:
    """day | month | group (season, quarter) | year | decade | century; of an interval, of its concrete
    end."""
    year, month, day = _fields(point(edtf))
    if day is not None:
        return "day"
    if month is not None:
        return "month" if month < 21 else "group"
    return {0: "year", 1: "decade", 2: "century"}[year.count("X")]


def point(edtf: str) -> str:
    """The last concrete end of an interval, or the date itself: "2014/2018" -> "2018", "2015/.." ->
    "2015"."""
    if "/" not in edtf:
        return edtf
    first, last = edtf.split("/")
    return first if last in ("", OPEN) else last


def interval(first: str, last: str) -> str:
    """From one date to another, each a date or an interval itself; equal ends collapse.

    >>> interval("2014", "2018"), interval("2014-06", "2014-06")
    ('2014/2018', '2014-06')
    """
    low, high = first.split("/")[0], last.split("/")[-1]
    return low if low == high else f"{_edge(low, 0)}/{_edge(high, 1)}"


def since(edtf: str) -> str:
    """From the start of a date on: "2014" -> "2014/..", "199X" -> "1990/.."."""
    first = _edge(edtf.split("/")[0], 0)
    return f"{first.replace('X', '0') if first not in ('000X', '00XX') else '0001'}/{OPEN}"


def until(edtf: str) -> str:
    """Up to the end of a date: "2014" -> "../2014", "199X" -> "../1999"."""
    return f"{OPEN}/{_edge(edtf.split('/')[-1], 1).replace('X', '9')}"


def _edge(edtf: str, side: int) -> str:
    """An end of an interval; EDTF allows seasons there, no quarter: its first or last month."""
    _, in_year, in_month = (None, None, None) if edtf in ("", OPEN) else _fields(edtf)
    if in_year is None or in_year < 33 or in_month is not None:
        return edtf
    return (_span(edtf)[side]).isoformat()[:7]


def day(year: int, month: int, number: int) -> str | None:
    """A day, or None when the calendar has none such (February 30)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{number:02}"


def month(year: int, number: int) -> str:
    """A month, season (21-24) or quarter (33-36) of a year."""
    return f"{year:04}-{number:02}"


def year(number: int) -> str:
    """A year of four digits: 70 -> "0070"."""
    return f"{number:04}"


def decade(number: int) -> str:
    """The decade of a year: 1994 -> "199X"."""
    return f"{number // 10:03}X"


def century(number: int) -> str:
    """The century of a year: 1994 -> "19XX"."""
    return f"{number // 100:02}XX"


def first_day(edtf: str) -> date | None:
    """The first day as a `datetime.date`, None where open."""
    return _ends(edtf)[0]


def last_day(edtf: str) -> date | None:
    """The last day as a `datetime.date`, None where open."""
    return _ends(edtf)[1]


def truncate(edtf: str, unit: str) -> str | None:
    """The day, month, year, decade or century a date stands in; None when the date is coarser than that.

    >>> truncate("2014-12-16", "year"), truncate("2014", "month")
    ('2014', None)
    """
    start = first_day(point(edtf))
    if start is None or _UNITS.index(precision(edtf)) > _UNITS.index(unit):
        return None
    return of_unit(start, unit)


def of_unit(moment: date, unit: str) -> str:
    """The day, month, year, decade or century of a `datetime.date`."""
    return {
        "day": moment.isoformat(),
        "month": month(moment.year, moment.month),
        "year": year(moment.year),
        "decade": decade(moment.year),
        "century": century(moment.year),
    }[unit]


def add(moment: date, amount: int, unit: str) -> date | None:
    """A day moved by days, weeks, months, years, decades or centuries; the end of a short month is kept to.

    None when it would leave the years 1 to 9999.
    """
    try:
        if unit in ("day", "week"):
            return moment + timedelta(days=amount * (7 if unit == "week" else 1))
        months = amount * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        index = moment.year * 12 + moment.month - 1 + months
        to_year, to_month = index // 12, index % 12 + 1
        return date(to_year, to_month, min(moment.day, monthrange(to_year, to_month)[1]))
    except (OverflowError, ValueError):
        return None


def shift(edtf: str, amount: int, unit: str) -> str | None:
    """A date moved by a number of units, as precise as the unit (a week moves days).

    None when the date is too coarse: nobody can tell the day two days after "2014".

    >>> shift("2021-03-16", 3, "month"), shift("2014", 2, "day")
    ('2021-06', None)
    """
    grain = "day" if unit == "week" else unit
    base = truncate(edtf, grain)
    moved = base and add(first_day(base), amount, unit)  # type: ignore[arg-type]
    return of_unit(moved, grain) if moved else None


def _ends(edtf: str) -> tuple[date | None, date | None]:
    if "/" not in edtf:
        return _span(edtf)
    first, last = edtf.split("/", 1)
    low = None if first in ("", OPEN) else _span(first)[0]
    high = None if last in ("", OPEN) else _span(last)[1]
    if low is None and high is None:
        raise ValueError(f"no date in {edtf!r}")
    return low, high


def _fields(text: str) -> tuple[str, int | None, int | None]:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    number, in_year, in_month = match.groups()
    if "X" in number and in_year is not None:
        raise ValueError(f"not an EDTF date: {text!r}")
    wide = in_year in (None, "XX")
    if wide and in_month not in (None, "XX"):
        raise ValueError(f"not an EDTF date: {text!r}")
    return number, None if wide else int(in_year), None if in_month in (None, "XX") else int(in_month)


def _span(text: str) -> tuple[date, date]:
    """First and last day of one date; ValueError when the calendar has no such date."""
    number, in_year, in_month = _fields(text)
    low = max(1, int(number.replace("X", "0")))
    if number == "0000":
        raise ValueError("there is no year 0")
    if in_year is None:
        return date(low, 1, 1), date(int(number.replace("X", "9")), 12, 31)
    if in_month is not None:
        whole = date(low, in_year, in_month)
        return whole, whole
    first, length = _GROUPS.get(in_year, (in_year, 1))
    start = date(low, first, 1)
    end_year, end_month = divmod(low * 12 + first - 1 + length - 1, 12)
    return start, date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
