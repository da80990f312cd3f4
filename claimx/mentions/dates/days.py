"""Days of everyday English for `parse date`: "on the 15th", "next Monday", "the first Friday of July",
"4/22", "tomorrow".

Only on request: in a paper "on 15" or "Friday" is no date. Everything leans on the reference day; a reading
is the latest not after it where the words leave a choice.
"""

from __future__ import annotations

from datetime import date, timedelta

from claimx import edtf
from claimx.mentions.dates.grammar import date_at, day_at, month_at
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.relative import amount_at
from claimx.mentions.dates.years import two_digit_year, year_at
from claimx.model import Basis

_BACK = ("last", "past", "previous", "preceding")
_ON = ("next", "coming", "upcoming", "following")
_HERE = ("this", "the", "current", "my", "that", "same")
_DAYS = {"today": 0, "now": 0, "otd": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "yesterday": -1}


def _day(moment: date | None, start: int, end: int) -> Hit:
    return Hit(Part(moment.isoformat(), basis=Basis.RELATIVE) if moment else None, start, end)


def monday_of(moment: date) -> date:
    """The Monday of the week a day stands in."""
    return moment - timedelta(days=moment.weekday())


def step_at(scan: Scan, index: int) -> tuple[int, int] | None:
    """-1, 0 or 1 for last, this, next; with the index after the word."""
    at = scan.skip(index, "the") if scan.at(index + 1).lower in (*_BACK, *_ON, *_HERE) else index
    word = scan.at(at).lower
    step = -1 if word in _BACK else 1 if word in _ON else 0 if word in _HERE else None
    return None if step is None else (step, at + 1)


# -- days ---------------------------------------------------------------------------------------


def _near_day(scan: Scan, index: int, today: date) -> Hit | None:
    """today, tomorrow, the day after tomorrow, the next day, last day, the day."""
    at = scan.skip(index, "the")
    if scan.is_(at, "day") and scan.is_(at + 1, "after", "before"):
        offset = _DAYS.get(scan.at(at + 2).lower)
        if offset is not None:
            return _day(
                today + timedelta(days=offset + (1 if scan.is_(at + 1, "after") else -1)), index, at + 3
            )
    if at != index and scan.is_(at, "day") and not scan.is_(at + 1, "of", "before", "after"):
        return _day(today, index, at + 1)
    if scan.at(index).lower in _DAYS:
        return _day(today + timedelta(days=_DAYS[scan.at(index).lower]), index, index + 1)
    step = step_at(scan, index)
    return (
        _day(today + timedelta(days=step[0]), index, step[1] + 1)
        if step and scan.is_(step[1], "day")
        else None
    )


def _lone_day(scan: Scan, index: int, today: date) -> Hit | None:
    """ "on 15", "the 21st", "Mon 13th", "the 15th day of next month"."""
    token = scan.at(index)
    weekday = int(token.value) if token.kind == "weekday" else None
    at = scan.skip(index + 1, "the", "day") if weekday is not None else scan.skip(index, "the")
    cued = (
        weekday is not None
        or at != index
        or scan.is_(index - 1, "on", "between", "from", "around", "and", "to")
    )
    cued = cued or (token.kind == "ordinal" and scan.is_(index + 1, "of"))
    found = (
        day_at(scan, at) if cued and not (scan.is_(at + 1, "/", "-", ":") and scan.glued(at + 2)) else None
    )
    if (
        not found
        or date_at(scan, at)
        or (scan.at(found[1]).kind in ("unit", "weekday") and not scan.is_(found[1], "day"))
    ):
        return None
    at = scan.skip(found[1], "day")
    month = step_at(scan, scan.skip(at, "of", "in"))
    if month and scan.is_(month[1], "month"):
        base = edtf.add(today.replace(day=1), month[0], "month")
        whole = edtf.day(base.year, base.month, found[0])
        return Hit(Part(whole, basis=Basis.RELATIVE) if whole else None, index, month[1] + 1)
    plain = scan.at(found[1] - 1)
    if month is None and token.kind == "ordinal" and at == scan.skip(index + 1, "day") and scan.is_(at, "of"):
        return None
    if weekday is None and plain.kind not in ("number", "ordinal") and scan.at(found[1]).kind == "word":
        return None
    counted = scan.at(found[1]).kind == "word" and plain.kind == "number"
    if counted and (scan.at(index).lower != "the" or scan.at(found[1]).lower in (*_ON, *_BACK)):
        return None
    return _day(_month_day(today, found[0], weekday, this_month=scan.is_(index + 1, "the")), index, at)


def _month_day(today: date, number: int, weekday: int | None, *, this_month: bool) -> date | None:
    """The latest day of that number not after today; with "the", one of this month that falls on the
    weekday."""
    for back in range(24):
        month = edtf.add(today.replace(day=1), -back, "month")
        whole = edtf.day(month.year, month.month, number)
        moment = edtf.first_day(whole) if whole else None
        if moment is None or (weekday is not None and moment.weekday() != weekday):
            continue
        if moment <= today or (weekday is not None and this_month and not back):
            return moment
    return None


def _numbers(scan: Scan, index: int, today: date | None) -> Hit | None:
    """4/22, 22-04, 5.12, 08/12,2015, 05/05/89, 20170302: a number over 12 is the day, else the month comes
    first."""
    start = index
    if scan.at(index).kind == "weekday":
        index = scan.skip(index + 1, ",")
    token = scan.at(index)
    if token.kind == "number" and token.digits == 8:
        text = scan.text[token.start : token.end]
        whole = edtf.day(int(text[:4]), int(text[4:6]), int(text[6:]))
        return Hit(Part(whole), start, index + 1) if whole else None
    pair = _pair(scan, index, cued=start != index or scan.is_(index - 1, "on"))
    if pair is None:
        return None
    first, second, end = pair
    month, day = (first, second) if first <= 12 else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    at = scan.skip(end, ",", "/", "-")
    year = scan.at(at)
    touching = scan.glued(at) or scan.is_(at - 1, ",")
    if (
        at != end
        and year.kind == "number"
        and year.digits in (2, 4)
        and touching
        and not scan.is_(at + 1, "/", "-")
    ):
        number = (
            int(year.value)
            if year.digits == 4
            else two_digit_year(int(year.value), today.year if today else 2030)
        )
        whole = edtf.day(number, month, day)
        return Hit(Part(whole) if whole else None, start, at + 1)
    return Hit(Part(month=month, day=day), start, end)


def _pair(scan: Scan, index: int, *, cued: bool) -> tuple[int, int, int] | None:
    """Two numbers joined by a stroke or hyphen, or after "on" and a weekday by a point; with the index
    after."""
    token = scan.at(index)
    if token.kind == "big":
        if "," in token.lower or not cued:
            return None
        first, second = token.lower.split(".")
        return int(first), int(second), index + 1
    other = scan.at(index + 2)
    joined = scan.is_(index + 1, "/", "-") and scan.glued(index + 1) and scan.glued(index + 2)
    if token.kind != "number" or token.digits > 2 or not joined or other.kind != "number" or other.digits > 2:
        return None
    return int(token.value), int(other.value), index + 3


def _weekday_number(scan: Scan, index: int, today: date) -> Hit | None:
    """Friday 7/6, Friday 7.6."""
    return _numbers(scan, index, today) if scan.at(index).kind == "weekday" else None


def _year_month(scan: Scan, index: int, today: date | None) -> Hit | None:
    """2016 November; 2016, nov; 2019-sep-1; 2016 -11; 11- 2016; Oct-2; August 99; April of 87; January
    first 12."""
    year = year_at(scan, index)
    if year:
        at = scan.skip(year[1], ",", "-", "/")
        month = month_at(scan, at)
        if month:
            day = day_at(scan, scan.skip(month[1], "-", "/")) if scan.is_(month[1], "-", "/") else None
            return Hit(
                Part(edtf.month(year[0], month[0]) if not day else edtf.day(year[0], month[0], day[0])),
                index,
                day[1] if day else month[1],
            )
        number = scan.at(at)
        if (
            scan.is_(at - 1, "-")
            and number.kind == "number"
            and number.digits <= 2
            and 1 <= number.value <= 12
            and not scan.is_(at + 1, "-", "/")
        ):
            return Hit(Part(edtf.month(year[0], int(number.value))), index, at + 1)
    token = scan.at(index)
    if (
        token.kind == "number"
        and token.digits <= 2
        and 1 <= token.value <= 12
        and scan.is_(index + 1, "-", "/")
    ):
        year = year_at(scan, index + 2, inside=True)
        if year and not scan.is_(index - 1, "-", "/"):
            return Hit(Part(edtf.month(year[0], int(token.value))), index, year[1])
    month = month_at(scan, index)
    if not month:
        return None
    at = scan.skip(month[1], "-", "/")
    day = day_at(scan, at) if at != month[1] else None
    if day and not year_at(scan, at, inside=True):
        return Hit(Part(month=month[0], day=day[0]), index, day[1])
    return _short_year(scan, index, month, today)


def _short_year(scan: Scan, index: int, month: tuple[int, int], today: date | None) -> Hit | None:
    limit = today.year if today else 2030
    at = scan.skip(month[1], "of")
    token = scan.at(at)
    if token.kind == "number" and token.digits == 2 and (token.value > 31 or at != month[1]):
        return Hit(Part(edtf.month(two_digit_year(int(token.value), limit), month[0])), index, at + 1)
    day = day_at(scan, at) if token.kind in ("rank", "ordinal") else None
    if day and scan.at(day[1]).kind == "number" and scan.at(day[1]).digits == 2:
        whole = edtf.day(two_digit_year(int(scan.at(day[1]).value), limit), month[0], day[0])
        return Hit(Part(whole), index, day[1] + 1) if whole else None
    return None


# -- weekdays -----------------------------------------------------------------------------------


def _weekday(scan: Scan, index: int, today: date) -> Hit | None:
    """ "on Friday", "next Monday", "this week Friday", "Sunday of next week", "next week, preferably on
    Tuesday"."""
    step = step_at(scan, index)
    if step and scan.is_(step[1], "week"):
        at = next((at for at in range(step[1] + 1, step[1] + 6) if scan.at(at).kind == "weekday"), None)
        between = {scan.at(near).lower for near in range(step[1] + 1, at or 0)}
        if at and between <= {",", "on", "how", "about", "maybe", "say", "preferably"}:
            return _day(
                monday_of(today) + timedelta(days=7 * step[0] + int(scan.at(at).value)), index, at + 1
            )
        return None
    if step and scan.at(step[1]).kind == "weekday" and not scan.is_(step[1] - 1, "the", "my"):
        return _determined_weekday(scan, index, step, today)
    token = scan.at(index)
    if token.kind != "weekday":
        return None
    week = step_at(scan, scan.skip(index + 1, "of", "in"))
    if week and scan.is_(week[1], "week"):
        return _day(monday_of(today) + timedelta(days=7 * week[0] + int(token.value)), index, week[1] + 1)
    amount = amount_at(scan, index + 1)
    if amount and amount[0] and scan.is_(amount[1], "week", "weeks") and scan.is_(amount[1] + 1, "from"):
        target = monday_of(today) + timedelta(days=7 * amount[0] + int(token.value))
        return _day(target, index, amount[1] + 3)
    gap = (today.weekday() - int(token.value)) % 7 or 7
    return _day(today - timedelta(days=gap), index, index + 1)


def _determined_weekday(scan: Scan, index: int, step: tuple[int, int], today: date) -> Hit | None:
    word, number = scan.at(step[1] - 1).lower, int(scan.at(step[1]).value)
    if _numbers(scan, step[1], today) or date_at(scan, step[1]):
        found = _numbers(scan, step[1], today) or date_at(scan, step[1])[0]
        return Hit(found.part, index, found.end)
    if word == "past":
        return _day(today - timedelta(days=(today.weekday() - number) % 7 or 7), index, step[1] + 1)
    return _day(monday_of(today) + timedelta(days=7 * step[0] + number), index, step[1] + 1)


def _nth_weekday(scan: Scan, index: int, today: date) -> Hit | None:
    """ "first Sunday", "the first Friday of July", "the third Tuesday in this month", "two Sundays from
    now"."""
    at = scan.skip(index, "the")
    rank, day = scan.at(at), scan.at(at + 1)
    last = rank.lower == "last" and scan.is_(at + 2, "of", "in")
    if (
        rank.kind == "cardinal"
        and day.lower.endswith("days")
        and scan.is_(at + 2, "from")
        and scan.is_(at + 3, "now", "today")
    ):
        first = today + timedelta(days=(_weekday_of(day.lower) - today.weekday()) % 7 or 7)
        return _day(first + timedelta(days=7 * (int(rank.value) - 1)), index, at + 4)
    if day.kind != "weekday" or not ((rank.kind in ("rank", "ordinal") and 1 <= rank.value <= 5) or last):
        return None
    number = -1 if last else int(rank.value)
    after = scan.skip(at + 2, "of", "in")
    found = date_at(scan, after) if scan.at(after).kind == "month" else None
    step = step_at(scan, after) if not found else None
    if found and found[0].part and found[0].part.day is None:
        part = scan.clock.resolve(found[0].part)
        base, end = edtf.first_day(part.edtf) if part else None, found[0].end
    elif step and scan.is_(step[1], "month"):
        base, end = edtf.add(today.replace(day=1), step[0], "month"), step[1] + 1
    else:
        base, end = today.replace(day=1), at + 2
    return _day(_nth(base, int(day.value), number) if base else None, index, end)


def _weekday_of(plural: str) -> int:
    return (
        ("mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays").index(plural)
        if plural.endswith("days") and plural != "days"
        else 0
    )


def _nth(base: date, weekday: int, number: int) -> date | None:
    days = [day for day in (edtf.day(base.year, base.month, n) for n in range(1, 32)) if day]
    hits = [day for day in map(edtf.first_day, days) if day.weekday() == weekday]
    return hits[number - 1 if number > 0 else -1] if number <= len(hits) else None


DAYS = (_near_day, _lone_day, _weekday_number, _weekday, _nth_weekday)
DATED = (_year_month, _numbers)
