"""Weeks and stretches of everyday English for `parse date`: "this week", "week 31", "the weekend", "next 3
months", "in two days".

Weeks run from Monday and are numbered as in ISO 8601. A stretch ahead starts tomorrow, one behind ends today.
"""

from __future__ import annotations

from datetime import date, timedelta

from claimx import edtf
from claimx.mentions.dates.days import DATED, DAYS, monday_of, step_at
from claimx.mentions.dates.grammar import date_at, month_at
from claimx.mentions.dates.holidays import holiday_at
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.relative import amount_at, determined_at
from claimx.mentions.dates.years import year_at
from claimx.model import Basis

_AHEAD = ("next", "coming", "upcoming", "following")
_BEHIND = ("last", "past", "previous", "preceding")


def _span(first: date | None, last: date | None, start: int, end: int) -> Hit:
    whole = edtf.interval(first.isoformat(), last.isoformat()) if first and last else None
    return Hit(Part(whole, basis=Basis.RELATIVE) if whole else None, start, end)


def _week(monday: date, start: int, end: int) -> Hit:
    return _span(monday, monday + timedelta(days=6), start, end)


def _this_week(scan: Scan, index: int, today: date) -> Hit | None:
    """this week, the coming week, last weekend, the week after next, upcoming month, the year, next
    quarter."""
    step = step_at(scan, index)
    if step is None and scan.at(index).lower in ("week", "month", "year") and scan.is_(index - 1, "of"):
        step = (0, index)  # "the end of year"
    if step is None or (scan.clock.told and scan.is_(step[1] - 1, "same", "that")):
        return None  # "in 2014 … the same year": that of the text
    unit, end = scan.at(step[1]), step[1] + 1
    if scan.dash(end) and scan.glued(end):
        return None  # "the month-long fast"
    if scan.is_(end, "after") and scan.is_(scan.skip(end + 1, "the"), "next"):
        step, end = (2, step[1]), scan.skip(end + 1, "the") + 1
    if unit.lower == "weekend":
        saturday = monday_of(today) + timedelta(days=7 * step[0] + 5)
        return _span(saturday, saturday + timedelta(days=1), index, end)
    if unit.lower == "fortnight" and step[0] > 0:
        monday = monday_of(today) + timedelta(days=7)
        first = monday if monday > today + timedelta(days=3) else monday + timedelta(days=7)
        return _span(first, first + timedelta(days=13), index, end)
    if unit.lower == "week" and not (scan.is_(end, "of") or scan.at(end).kind in ("number", "weekday")):
        return _week(monday_of(today) + timedelta(days=7 * step[0]), index, end)
    if unit.lower == "quarter":
        return _quarters(today, step[0], 1, index, end)
    calendar = scan.at(step[1]).lower in ("calendar",)
    unit = scan.at(step[1] + 1) if calendar else unit
    if unit.lower not in ("month", "year", "decade", "century"):
        return None
    whole = edtf.shift(today.isoformat(), step[0], unit.lower)
    return Hit(Part(whole, basis=Basis.RELATIVE) if whole else None, index, end + calendar)


def _quarters(today: date, step: int, number: int, start: int, end: int) -> Hit:
    here = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    first = edtf.add(here, -3 * number if step < 0 else 3 * step, "month")
    last = edtf.add(first, 3 * (number if step else 1), "month")
    return _span(first, last - timedelta(days=1) if last else None, start, end)


def _rest(scan: Scan, index: int, today: date) -> Hit | None:
    """rest of the week, rest this month."""
    if not scan.is_(index, "rest", "remainder"):
        return None
    at = scan.skip(index + 1, "of")
    step = step_at(scan, at)
    unit = scan.at(step[1]).lower if step else ""
    if unit == "week":
        return _span(today, monday_of(today) + timedelta(days=6), index, step[1] + 1)
    if unit in ("month", "year"):
        return _span(today, edtf.last_day(edtf.of_unit(today, unit)), index, step[1] + 1)
    return None


def _numbered(scan: Scan, index: int, today: date) -> Hit | None:
    """week 31, the week 3 of 2027, the first week of 2015, the last week of July, the third week next
    year."""
    at = scan.skip(index, "the")
    rank, unit = scan.at(at), scan.at(at + 1)
    if scan.is_(at, "week") and unit.kind == "number" and unit.digits <= 2:
        number, after = int(unit.value), at + 2
    elif scan.is_(at + 1, "week") and (
        rank.kind in ("rank", "ordinal") or (rank.lower == "last" and scan.is_(at + 2, "of"))
    ):
        number, after = (int(rank.value) if rank.value else -1), at + 2
    else:
        return None
    inner = scan.skip(after, "of", "in")
    month = month_at(scan, inner)
    if month:
        found = date_at(scan, inner)
        part = scan.clock.resolve(found[0].part)
        return _week(_month_week(edtf.first_day(part.edtf), number), index, found[0].end) if part else None
    year = year_at(scan, inner)
    told = determined_at(scan, inner) if not year else None
    if told and told.part and scan.at(told.end - 1).lower == "year":
        year = edtf.first_day(told.part.edtf).year, told.end
    if not year and not scan.is_(at, "week"):
        return None
    chosen, end = year or (today.year, after)
    return _week(_iso_week(chosen, number), index, end) if number <= 53 else None


def _iso_week(year: int, number: int) -> date:
    """The Monday of a year's n-th week; -1 is the last (December 28 always stands in it)."""
    return (
        monday_of(date(year, 12, 28))
        if number < 0
        else monday_of(date(year, 1, 4)) + timedelta(days=7 * (number - 1))
    )


def _month_week(first: date, number: int) -> date:
    """The Monday of a month's n-th week; a week belongs to the month of its Thursday."""
    last = edtf.last_day(edtf.month(first.year, first.month))
    if number < 0:
        return monday_of(last) if last.weekday() >= 3 else monday_of(last) - timedelta(days=7)
    start = monday_of(first) if first.weekday() <= 3 else monday_of(first) + timedelta(days=7)
    return start + timedelta(days=7 * (number - 1))


def _week_from(scan: Scan, index: int, today: date) -> Hit | None:
    """the week of the 18th, the week commencing February 4, w/c Feb 4."""
    at = scan.skip(index, "the")
    starting = (
        scan.phrase(at, "w", "/", "c")
        or scan.phrase(at, "week", "commencing")
        or scan.phrase(at, "week", "starting")
        or scan.phrase(at, "week", "beginning")
    )
    end = starting or scan.phrase(at, "week", "of")
    if end is None:
        return None
    end = scan.skip(scan.skip(end, "on"), "the") if starting else end
    found = _inner(scan, end, today)
    part = found and scan.clock.resolve(found.part)
    if part is None or edtf.precision(part.edtf) != "day":
        return None
    day = edtf.first_day(part.edtf)
    return _week(day if starting else monday_of(day), index, found.end)


def _inner(scan: Scan, index: int, today: date) -> Hit | None:
    """The day a longer expression starts from."""
    found = date_at(scan, index)
    if found:
        return found[0] if len(found) == 1 else None
    return next((hit for rule in (holiday_at, *DAYS, *DATED) if (hit := rule(scan, index, today))), None)


def _ahead(scan: Scan, index: int, today: date) -> Hit | None:
    """next 3 months, past 3 weeks, within the next 3 years, the 2 upcoming months, the next two decades,
    previous three quarters."""
    at = scan.skip(scan.skip(index, "within"), "the")
    word = scan.at(at).lower
    amount = amount_at(scan, at + 1) if word in (*_AHEAD, *_BEHIND) else amount_at(scan, at)
    if amount is None or (scan.is_(at, "a", "an") and not scan.is_(index, "within")):
        return None
    if word not in (*_AHEAD, *_BEHIND):
        word = scan.at(amount[1]).lower
        amount = (amount[0], amount[1] + 1) if word in (*_AHEAD, *_BEHIND) else amount
    within = scan.is_(index, "within")
    unit = scan.at(amount[1])
    if (
        unit.kind != "unit"
        or amount[0] is None
        or not (within or word in (*_AHEAD, *_BEHIND))
        or scan.is_(amount[1] + 1, "ago", "of", "before", "after")
    ):
        return None
    step, end = -1 if word in _BEHIND else 1, amount[1] + 1
    if step < 0 and unit.value in ("year", "decade", "century"):
        return None  # "the past three years" of 2022 is 2019/2022, as in papers
    if unit.value == "quarter":
        return _quarters(today, step, amount[0], index, end)
    if unit.value == "decade":
        first = edtf.first_day(edtf.shift(today.isoformat(), 1 if step > 0 else -amount[0], "decade"))
        return _span(first, edtf.add(first, 10 * amount[0], "year") - timedelta(days=1), index, end)
    name, size = ("week", 2 * amount[0]) if unit.value == "fortnight" else (str(unit.value), amount[0])
    other = edtf.add(today, step * size, name)
    if other is None or step < 0:
        return _span(other, today - timedelta(days=1), index, end)
    return _span(today if within else today + timedelta(days=1), other, index, end)


def _in_units(scan: Scan, index: int, today: date) -> Hit | None:
    """in 3 years, in four business days, two days from now, three weeks from tomorrow, 4 weeks in the
    future, in 3 days on Friday."""
    at = scan.skip(index, "in")
    amount = amount_at(scan, at)
    if amount is None or amount[0] is None:
        return None
    work = scan.is_(amount[1], "business", "working", "work")
    unit = scan.at(amount[1] + work)
    if unit.kind != "unit" or unit.value == "quarter":
        return None
    end = amount[1] + work + 1
    name, size = ("week", 2 * amount[0]) if unit.value == "fortnight" else (str(unit.value), amount[0])
    if scan.phrase(end, "in", "the", "future"):
        return _span(today + timedelta(days=1), edtf.add(today, size, name), index, end + 3)
    base, sign = today, 1
    if scan.is_(end, "from", "after", "before"):
        found = _inner(scan, end + 1, today)
        sign = -1 if scan.is_(end, "before") else 1
        part = found and _coming(found.part, today)
        if part is None:
            return None
        base, end = edtf.first_day(part.edtf), found.end
    elif at == index or scan.is_(end, "ago", "later", "earlier", "since", "of"):
        return None
    moved = _workdays(base, size) if work else edtf.add(base, sign * size, name)
    on = scan.at(scan.skip(end, "on"))
    if moved and on.kind == "weekday" and scan.is_(end, "on"):
        gap = (int(on.value) - moved.weekday()) % 7
        moved, end = moved + timedelta(days=gap if gap or name == "month" else 0), end + 2
    return Hit(Part(moved.isoformat(), basis=Basis.RELATIVE) if moved else None, index, end)


def _coming(part: Part | None, today: date) -> Part | None:
    """A day from which people count on: the next such, when its year is left out."""
    if part is None or part.edtf:
        return part
    return part.from_day(today.isoformat())


def _workdays(base: date, number: int) -> date:
    while number:
        base += timedelta(days=1)
        number -= base.weekday() < 5
    return base


def _starting(scan: Scan, index: int, today: date) -> Hit | None:
    """for 1 week, from 20th Dec; 3 days starting from next Monday."""
    amount = amount_at(scan, scan.skip(index, "for"))
    if amount is None or amount[0] is None or scan.at(amount[1]).kind != "unit":
        return None
    at = scan.skip(amount[1] + 1, ",")
    end = (
        scan.phrase(at, "starting", "from")
        or scan.phrase(at, "starting", "on")
        or scan.phrase(at, "starting")
    )
    end = end or (scan.phrase(at, "from") if at != amount[1] + 1 or scan.is_(index, "for") else None)
    found = _inner(scan, end, today) if end else None
    part = found and (
        scan.clock.resolve(found.part) if scan.is_(at, "starting") else _coming(found.part, today)
    )
    unit = str(scan.at(amount[1]).value)
    if part is None or unit not in ("day", "week", "month", "year") or edtf.precision(part.edtf) != "day":
        return None
    first = edtf.first_day(part.edtf)
    return _span(first, edtf.add(first, amount[0], unit) - timedelta(days=1), index, found.end)


WEEKS = (_starting, _rest, _week_from, _numbered, _ahead, _in_units, _this_week)
