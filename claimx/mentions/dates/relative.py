"""Dates that lean on another: "last August", "the past three years", "the same month", "two days later",
"in May of that year".

They lean on the reference (publication) or on the last explicit date before. Where what they need
is unknown, the hit has no part: a date is printed, and nobody guesses it.
"""

from __future__ import annotations

from datetime import date, timedelta

from claimx import edtf
from claimx.mentions.dates.grammar import date_at
from claimx.mentions.dates.parts import Clock, Hit, Part, Scan
from claimx.mentions.dates.words import words
from claimx.model import Basis

_BACK = words("back")
_ON = words("onward")
_SAME = frozenset(("same", "that"))
_THIS = frozenset(("this", "current", "present"))
_DETERMINERS = _BACK | _ON | _SAME | _THIS | {"recent"}
_TOLD = words("told")
_VAGUE = words("vague")
_AFTER = words("after")
_BEFORE = words("before")
_SINGULAR = words("singular")


def relative_at(scan: Scan, index: int) -> list[Hit] | None:
    """A relative date at this token; a hit without part when it can't be resolved; None when there is
    none."""
    token = scan.at(index)
    hit = None
    if token.lower in _DETERMINERS or token.lower in ("the", "earlier", "later", "more"):
        hit = determined_at(scan, index) or _day_before(scan, index)
    elif (
        token.kind in ("number", "cardinal") or token.lower in ("a", "an", "couple") or token.lower in _VAGUE
    ):
        hit = _counted(scan, index) or _in_told_year(scan, index)
    elif token.kind in ("month", "ordinal", "rank"):
        hit = _in_told_year(scan, index)
    elif token.lower == "yesterday":
        today = scan.clock.today
        hit = Hit(
            Part(edtf.shift(today.isoformat(), -1, "day"), basis=Basis.RELATIVE) if today else None,
            index,
            index + 1,
        )
    return [hit] if hit else None


def _leaning(whole: str | None, start: int, end: int) -> Hit:
    return Hit(Part(whole, basis=Basis.RELATIVE) if whole else None, start, end)


def amount_at(scan: Scan, index: int) -> tuple[int | None, int] | None:
    """How many units: (3, index after); (None, index after) when vague ("several"); None when no amount is
    there."""
    at = scan.skip(index, "the")
    for phrase in (("a", "couple", "of"), ("a", "couple"), ("couple", "of")):
        end = scan.phrase(at, *phrase)
        if end:
            return 2, end
    at = scan.skip(at, "a") if scan.is_(at + 1, *_VAGUE) else at
    token = scan.at(at)
    if token.lower in _VAGUE:
        return None, at + 1
    if token.lower in ("a", "an"):
        return 1, at + 1
    if token.kind == "cardinal" or (token.kind == "number" and token.digits <= 3):
        unit = scan.at(at + 2)
        if (
            token.value in (20, 30, 40, 50, 60, 70, 80, 90)
            and scan.is_(at + 1, "-")
            and unit.kind == "cardinal"
        ):
            return int(token.value) + int(unit.value), at + 3
        return int(token.value), at + 1
    return None


def determined_at(scan: Scan, index: int) -> Hit | None:
    """ "last August", "the same year", "this month", "the past three years", "earlier this year"."""
    at = scan.skip(scan.skip(index, "earlier", "later", "more"), "the")
    if scan.is_(at, "this", "that") and scan.at(at + 1).lower in _DETERMINERS - {"this", "that", "last"}:
        at += 1
    word, told = scan.at(at).lower, scan.is_(index, "the")
    if word not in _DETERMINERS:
        return None
    at += 1
    amount = amount_at(scan, at) if word in _BACK | _ON else None
    number, unit_at = amount if amount else (1, at)
    token = scan.at(unit_at)
    if token.kind == "unit":
        if scan.is_(unit_at + 1, "of", "-", "long", "old") or token.value in ("quarter", "fortnight"):
            return None
        if scan.glued(unit_at + 1) and scan.dash(unit_at + 1):
            return None
        plural = token.lower not in _SINGULAR
        whole = _units(scan.clock, word, number, str(token.value), plural, told, amount is not None)
        return None if whole == "" else _leaning(whole, index, unit_at + 1)
    return (
        _named(scan, word, index, at)
        if amount is None and word not in ("recent", "past", "current", "present")
        else None
    )


def _units(
    clock: Clock, word: str, number: int | None, unit: str, plural: bool, told: bool, counted: bool
) -> str | None:
    """The EDTF of a determiner with a unit; None when unknown, "" when the words name no time at all."""
    spoken = clock.told_date(unit)
    if word in _SAME or word in _THIS:
        if plural or (word == "this" and unit == "day"):
            return ""
        base = spoken if word in _SAME else clock.reference
        return base and (week_of(base) if unit == "week" else edtf.truncate(base, unit))
    leans_on_told = word in _TOLD or (told and word == "next")
    base = (
        (spoken or (clock.reference if word in ("previous", "preceding", "prior") else None))
        if leans_on_told
        else clock.reference
    )
    if word == "recent":
        return "" if not plural else clock.reference and _open(clock.reference, unit, edtf.until)
    if base is None:
        return None
    if (plural and not counted) or number is None:
        return (
            ""
            if word in ("previous", "preceding", "prior") and plural and not counted
            else _open(base, unit, edtf.until if word in _BACK else edtf.since)
        )
    sign = -1 if word in _BACK else 1
    if counted or word == "past":
        return _stretch(base, sign * number, unit)
    if unit == "week":
        moved = edtf.shift(base, sign, "week")
        return moved and week_of(moved)
    return edtf.shift(base, sign, unit)


def _open(base: str, unit: str, side) -> str | None:
    """ "in recent months": open towards the past (or future) from the month of the base."""
    grain = edtf.truncate(
        base, "day" if unit == "week" else "year" if unit in ("decade", "century") else unit
    )
    return grain and side(grain)


def _stretch(base: str, number: int, unit: str) -> str | None:
    """From the base so many units back or on: "the past three years" of 2022 is 2019/2022."""
    if unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    other, here = edtf.shift(base, number, unit), edtf.truncate(base, "day" if unit == "week" else unit)
    if other is None or here is None:
        return None
    return edtf.interval(other, here) if number < 0 else edtf.interval(here, other)


def week_of(base: str) -> str | None:
    """Monday to Sunday of the week a day stands in; None for coarser dates."""
    here = edtf.truncate(base, "day")
    if here is None:
        return None
    monday = edtf.add(edtf.first_day(here), -edtf.first_day(here).weekday(), "day")
    sunday = monday and edtf.add(monday, 6, "day")
    return edtf.interval(monday.isoformat(), sunday.isoformat()) if sunday else None


def _named(scan: Scan, word: str, index: int, at: int) -> Hit | None:
    """ "last August", "that spring", "the following March", "last Friday"."""
    token = scan.at(at)
    if token.kind == "weekday" and (token.capital or scan.clock.calendar):
        today = scan.clock.today
        return (
            _leaning(_weekday(today, word, int(token.value)) if today else None, index, at + 1)
            if word in ("last", "next")
            else None
        )
    if token.kind == "season":
        part, end = Part(month=int(token.value)), at + 1
        if scan.is_(end, "of"):
            return None
    else:
        found = date_at(scan, at) if token.kind == "month" else None
        if not found or found[0].part is None or found[0].part.edtf:
            return None
        part, end = found[0].part, found[0].end
    return Hit(_placed(scan.clock, word, part), index, end)


def _weekday(today: date, word: str, weekday: int) -> str:
    """The last such day before today, or the first after it."""
    gap = (today.weekday() - weekday) % 7 or 7
    return (
        today - timedelta(days=gap) if word == "last" else today + timedelta(days=7 - gap % 7)
    ).isoformat()


def _placed(clock: Clock, word: str, part: Part) -> Part | None:
    """A month, day or season before, in or after the date that the determiner leans on."""
    if word in _SAME or word in _TOLD:
        told = clock.told_date("year")
        if told is None:
            return None
        base = edtf.first_day(edtf.point(told))
    else:
        base = clock.at("month") if part.month < 21 else clock.at("year")
        told = clock.reference
        if base is None:
            return None
    years = (base.year - 1, base.year, base.year + 1)
    readings = [whole for whole in (part.in_year(year, Basis.RELATIVE) for year in years) if whole]
    if word in _SAME or word in _THIS:
        return next((whole for whole in readings if whole.edtf.startswith(f"{base.year:04}")), None)
    if word in _BACK:
        limit = edtf.first_day(edtf.truncate(told, "month") or edtf.year(base.year))
        return next((whole for whole in reversed(readings) if edtf.first_day(whole.edtf) < limit), None)
    limit = edtf.last_day(edtf.truncate(told, "month") or edtf.point(told))
    return next((whole for whole in readings if edtf.first_day(whole.edtf) > limit), None)


def _in_told_year(scan: Scan, index: int) -> Hit | None:
    """ "in May of that year", "January this year", "3 March the following year"."""
    found = date_at(scan, index)
    if not found or len(found) > 1 or found[0].part is None or found[0].part.edtf:
        return None
    year = determined_at(scan, scan.skip(found[0].end, "of", "in"))
    if year is None or scan.at(year.end - 1).lower != "year":
        return None
    if year.part is None or edtf.is_interval(year.part.edtf):
        return Hit(None, index, year.end)
    return Hit(found[0].part.in_year(edtf.first_day(year.part.edtf).year, Basis.RELATIVE), index, year.end)


def _day_before(scan: Scan, index: int) -> Hit | None:
    """ "the day after", "the year before": from the date told, or from a date that follows ("the day after
    3 May 2014")."""
    at = scan.skip(index, "the")
    unit, way = scan.at(at), scan.at(at + 1).lower
    if (
        at == index
        or unit.kind != "unit"
        or unit.lower not in _SINGULAR
        or way not in ("before", "after", "earlier")
    ):
        return None
    return _from_date(scan, index, [(1, str(unit.value))], at + 1)


def _counted(scan: Scan, index: int) -> Hit | None:
    """ "two years ago", "three months later", "one year and two months earlier", "two weeks after May 13,
    1999"."""
    steps, at = [], index
    while len(steps) < 4:
        amount = amount_at(scan, at)
        if amount is None or scan.at(amount[1]).kind != "unit" or scan.at(amount[1]).value == "quarter":
            break
        unit = str(scan.at(amount[1]).value)
        steps.append((amount[0], "day") if unit != "fortnight" else (amount[0] and amount[0] * 14, "day"))
        steps[-1] = (steps[-1][0], unit if unit != "fortnight" else "day")
        at = amount[1] + 1
        if scan.at(scan.skip(at, "and", ",")).kind in ("number", "cardinal"):
            at = scan.skip(at, "and", ",")
    if not steps:
        return None
    way = scan.at(at).lower
    if way == "ago":
        base = scan.clock.reference
        return Hit(_moved(scan.clock, base, steps, -1), index, at + 1)
    return _from_date(scan, index, steps, at) if way in _AFTER | _BEFORE else None


def _from_date(scan: Scan, index: int, steps: list[tuple[int | None, str]], at: int) -> Hit | None:
    """Steps from the date that follows `at`, or from the date told when nothing follows."""
    way = scan.at(at).lower
    sign = -1 if way in _BEFORE else 1
    after = scan.skip(at + 1, "to") if way == "prior" else at + 1
    found = date_at(scan, after) if way not in ("later", "earlier") else None
    if found and found[0].part:
        base = scan.clock.resolve(found[0].part)
        return Hit(_moved(scan.clock, base and base.edtf, steps, sign), index, found[0].end)
    alone = way in ("later", "earlier", "afterwards", "afterward", "thereafter", "hence") or (
        way in ("before", "after")
        and (after >= len(scan.tokens) or scan.at(after).lower in (",", ".", ";", ":", ")"))
    )
    if not alone:
        return None
    return Hit(_moved(scan.clock, scan.clock.told_date(steps[-1][1]), steps, sign), index, at + 1)


def _moved(clock: Clock, base: str | None, steps: list[tuple[int | None, str]], sign: int) -> Part | None:
    if base is None or any(number is None for number, _ in steps):
        return None
    if clock.calendar or len(steps) > 1:
        day = edtf.first_day(edtf.point(base))
        for number, unit in sorted(
            steps,
            key=lambda step: ["day", "week", "month", "year", "decade", "century"].index(step[1]),
            reverse=True,
        ):
            day = day and edtf.add(day, sign * number, unit)
        return Part(day.isoformat(), basis=Basis.RELATIVE) if day else None
    number, unit = steps[0]
    if unit in ("decade", "century"):
        number, unit = number * (10 if unit == "decade" else 100), "year"
    whole = edtf.shift(base, sign * number, unit)
    return Part(whole, basis=Basis.RELATIVE) if whole else None
