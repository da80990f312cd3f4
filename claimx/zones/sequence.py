"""The numbers of notes: lost ones that the sequence proves, gaps and repeats as problems."""

from __future__ import annotations

import re

from claimx.model import Problem, Zone
from claimx.zones.shapes import citation_score, ends_sentence, is_ibid, starts_address
from claimx.zones.units import Unit, make_unit

_NEAR = 60  # units around a stray in which its note's neighbours stand
_OWN_LINE = re.compile(r"\n\s*|(?<=[.>”\"]) (?=Ibid\b)")


def number_lost(text: str, units: list[Unit], doc_id: str) -> list[Problem]:
    """Number the notes that lost their number where the sequence leaves exactly their places."""
    problems = []
    place = 0
    before = 0
    pending: list[int] = []
    article = None
    while place < len(units):
        unit = units[place]
        if unit.article != article:
            article, before, pending = unit.article, 0, []
        if unit.zone == Zone.NOTE and not unit.absorbed:
            if unit.number is None:
                pending.append(place)
            elif unit.number.isdigit():
                number = int(unit.number)
                if pending:
                    added = _fill(text, units, pending, before, number)
                    place += added
                    pending = []
                before = max(before, number)
        place += 1
    _fill_with_strays(text, units)
    for unit in units:
        if unit.zone == Zone.NOTE and not unit.absorbed and unit.number is None:
            unit.problems.append("note-without-number")
            message = f"a note without number: {unit.text[:60]!r}"
            problems.append(Problem("note-without-number", message, doc_id, (unit.start, unit.end)))
        elif unit.inferred:
            message = f"note {unit.number} lost its number; the sequence proves it"
            problems.append(Problem("note-number-inferred", message, doc_id, (unit.start, unit.end)))
    return problems


def _fill_with_strays(text: str, units: list[Unit]) -> None:
    """Number a stray (printed inside a paragraph, so out of its place) when the numbers missing near by are
    as many as its entries and stand in one row."""
    strays = [n for n, unit in enumerate(units) if unit.stray and unit.number is None and not unit.absorbed]
    for place in reversed(strays):
        near = [unit for unit in units[max(0, place - _NEAR) : place + _NEAR] if unit.zone == Zone.NOTE]
        numbers = [unit.number or "" for unit in near if unit.article == units[place].article]
        seen = {int(number) for number in numbers if number.isdigit()}
        lost = sorted(set(range(min(seen), max(seen))) - seen) if seen else []
        if not lost or len(lost) > 3 or lost[-1] - lost[0] != len(lost) - 1:
            continue
        if 1 + _cut_entries(text, units, place, len(lost) - 1) != len(lost):
            continue
        for number, unit in zip(lost, units[place : place + len(lost)], strict=True):
            unit.number, unit.inferred = str(number), True
            unit.problems.append("note-number-lost")


def _fill(text: str, units: list[Unit], pending: list[int], before: int, after: int) -> int:
    """Number the stray notes at `pending` between `before` and `after`; gives how many units were added."""
    gap = after - before - 1
    if gap <= 0:
        return 0
    added = 0
    for place in reversed(pending):
        if len(pending) + added < gap:
            added += _cut_entries(text, units, place, gap - len(pending) - added)
    places = [
        place
        for place in range(pending[0], pending[-1] + added + 1)
        if units[place].zone == Zone.NOTE and units[place].number is None and not units[place].absorbed
    ]
    if len(places) == gap:
        for number, place in enumerate(places, before + 1):
            units[place].number, units[place].inferred = str(number), True
            units[place].problems.append("note-number-lost")
    return added


def _cut_entries(text: str, units: list[Unit], place: int, wanted: int) -> int:
    """Cut a stray piece at lines that begin a note of their own ("… pakistan.⏎ Ibid."), from its end."""
    unit = units[place]
    added = 0
    for feed in reversed(list(_OWN_LINE.finditer(unit.text))):
        if added == wanted:
            break
        line = unit.text[feed.end() :]
        closed = ends_sentence(unit.text[: feed.start()])
        if is_ibid(line) or (closed and not starts_address(line) and citation_score(line) >= 2):
            rest = make_unit(text, unit.start + feed.end(), unit.end)
            rest.zone, rest.article, rest.same_chunk = Zone.NOTE, unit.article, True
            rest.number = None
            unit.end = unit.start + len(unit.text[: feed.start()].rstrip())
            unit.text = text[unit.start : unit.end]
            units.insert(place + 1, rest)
            added += 1
    return added


def check_sequence(units: list[Unit], doc_id: str) -> list[Problem]:
    """Problems for numbers left out and numbers that come twice, article by article."""
    problems = []
    seen: dict[int | None, dict[int, Unit]] = {}
    for unit in units:
        if unit.zone != Zone.NOTE or unit.absorbed or not unit.number or not unit.number.isdigit():
            continue
        numbers = seen.setdefault(unit.article, {})
        number = int(unit.number)
        if number in numbers:
            message = f"note {number} comes twice"
            problems.append(Problem("note-repeated", message, doc_id, (unit.start, unit.end)))
        numbers[number] = unit
    for article, numbers in seen.items():
        lost = [number for number in range(1, max(numbers)) if number not in numbers]
        for number in lost[:50] if len(numbers) > 1 else ():
            place = f" in article {article}" if article else ""
            problems.append(Problem("note-missing", f"note {number} is missing{place}", doc_id))
    return problems
