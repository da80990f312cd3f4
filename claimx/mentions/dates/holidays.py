"""Named days of `parse date`: "Easter 2018", "Thanksgiving", "Father's Day of next year"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from claimx import edtf
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.relative import determined_at
from claimx.mentions.dates.years import year_at
from claimx.model import Basis
from claimx.resources import load_toml


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Name -> (how it is reckoned, the rule's key)."""
    return {
        name: (way, key)
        for way, rules in load_toml("lexicon/holidays").items()
        for key, names in rules.items()
        for name in names
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    either = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"(?:{either})(?![^\W_])", re.IGNORECASE)


def holiday_at(scan: Scan, index: int, today: date | None) -> Hit | None:
    """A named day at this token, in the year that follows it, else by its latest day not after today."""
    step = {"last": -1, "previous": -1, "next": 1}.get(scan.at(index).lower, 0)
    at = index + 1 if step else index
    match = _pattern().match(scan.text, scan.at(at).start) if scan.at(at).start >= 0 else None
    if not match:
        return None
    way, key = _names()[match[0].lower().replace("’", "'")]
    end = next((n for n in range(at, len(scan.tokens)) if scan.at(n).start >= match.end()), len(scan.tokens))
    year = year_at(scan, scan.skip(end, "of", ","))
    if year:
        return _hit(holiday(way, key, year[0]), index, year[1], Basis.EXPLICIT)
    told = determined_at(scan, scan.skip(end, "of", "in"))
    if told and told.part and scan.is_(told.end - 1, "year"):
        return _hit(holiday(way, key, edtf.first_day(told.part.edtf).year), index, told.end, Basis.RELATIVE)
    if today is None:
        return None
    days = sorted(day for day in (holiday(way, key, today.year + n) for n in (-2, -1, 0, 1, 2)) if day)
    past = [day for day in days if day <= today]
    if step > 0:
        past = [next(day for day in days if day > today)]
    return _hit(past[-1] if past else None, index, end, Basis.RELATIVE)


def _hit(day: date | None, start: int, end: int, basis: Basis) -> Hit:
    return Hit(Part(day.isoformat(), basis=basis) if day else None, start, end)


def holiday(way: str, key: str, year: int) -> date | None:
    """The day of a rule in a year.

    >>> holiday("easter", "0", 2018), holiday("weekday", "11-4-3", 2015)
    (datetime.date(2018, 4, 1), datetime.date(2015, 11, 26))
    """
    if way == "fixed":
        return date(year, int(key[:2]), int(key[3:]))
    if way == "easter":
        return easter(year) + timedelta(days=int(key))
    if way == "thanksgiving":
        return _nth_weekday(year, 11, 4, 3) + timedelta(days=int(key))
    if way == "hijri":
        month, day = (int(number) for number in key.split("-"))
        near = (year - 622) * 33 // 32
        return next((found for n in (-1, 0, 1, 2) if (found := _hijri(near + n, month, day, year))), None)
    month, week, weekday = re.fullmatch(r"(\d+)-(-?\d)-(\d)", key).groups()
    return _nth_weekday(year, int(month), int(week), int(weekday))


def _nth_weekday(year: int, month: int, week: int, weekday: int) -> date:
    if week > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (week - 1))
    last = edtf.last_day(edtf.month(year, month))
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _hijri(hijri_year: int, month: int, day: int, year: int) -> date | None:
    """A day of the tabular Islamic calendar, when it falls in the Gregorian year."""
    number = day + (59 * (month - 1) + 1) // 2 + (hijri_year - 1) * 354 + (3 + 11 * hijri_year) // 30 + 227013
    moment = date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None
    return moment if moment and moment.year == year else None
