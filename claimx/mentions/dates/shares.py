"""Shares of a date: "early 2014", "the end of 2016", "the first half of 2014", "the first three months of
2020"."""

from __future__ import annotations

from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.grammar import date_at
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.relative import amount_at
from claimx.mentions.dates.spans import bare_at, half_of, plain_year_at
from claimx.mentions.dates.words import words

_FIRST = words("first")
_FINAL = words("final")


def unit_at(scan: Scan, index: int) -> list[Hit] | None:
    """Any single date at this token, with its "early", "mid" or "late"; None when there is none."""
    found = _qualified(scan, index)
    if found:
        return found
    share = _share(scan, index)
    return [share] if share else bare_at(scan, index)


def _qualified(scan: Scan, index: int) -> list[Hit] | None:
    """ "late 1990s", "mid-2015", "the end of 2016", "early in 2014", "early-to-mid 2014"."""
    at = scan.skip(index, "the")
    word = scan.at(at).lower
    qualifier = next((name for name in ("early", "mid", "late") if word in words(name)), None)
    if qualifier is None:
        return None
    at += 1
    if word in ("early", "mid", "late"):
        for joint in (("-", "to", "-"), ("to", "-"), ("-", "to"), ("to",), ("and",), ("or",)):
            end = scan.phrase(at, *joint)
            if end and scan.is_(end, "mid", "late", "early"):
                qualifier = "late" if scan.is_(end, "late") else qualifier
                at = end + 1
                break
        if scan.at(at).lower in ("months", "weeks", "days", "years", "part") and scan.is_(at + 1, "of"):
            at += 2
        at = scan.skip(scan.skip(scan.skip(at, "-", "‑", "–"), "in", "of", "into"), "the")
    elif word == "midway":
        at = scan.skip(at, "through", "in")
    elif scan.is_(at, "of"):
        at = (
            scan.skip(at + 1, "the")
            if not scan.is_(at + 2, "same", "following", "previous", "next")
            else at + 1
        )
    else:
        return None
    found = bare_at(scan, at)
    if not found or len(found) > 1:
        return None
    part = found[0].part
    day = part and (
        part.day or (part.edtf and edtf.precision(part.edtf) == "day" and not edtf.is_interval(part.edtf))
    )
    return None if day else [Hit(part and replace(part, qualifier=qualifier), index, found[0].end)]


def _share(scan: Scan, index: int) -> Hit | None:
    """ "the first half of 2014", "the first three months of 2020", "the opening weeks of 2011", "the final
    months of 2014"."""
    at = scan.skip(index, "the")
    token = scan.at(at)
    rank = int(token.value) if token.kind in ("rank", "ordinal") else 0
    if not (token.lower in _FIRST or token.lower in _FINAL or rank in (1, 2)):
        return None
    if scan.is_(at + 1, "half"):
        whole = bare_at(scan, scan.skip(scan.skip(at + 2, "of"), "the")) if scan.is_(at + 2, "of") else None
        part = whole[0].part if whole and len(whole) == 1 else None
        half = part and part.edtf and half_of(part, 1 if rank == 1 or token.lower in _FIRST else 2)
        return Hit(half, index, whole[0].end) if half else None
    if rank == 2:
        return None
    amount = amount_at(scan, at + 1) or (None, at + 1)
    unit = scan.at(amount[1])
    if amount[1] == at + 1 and unit.lower in ("day", "week", "month"):
        amount = (1, at + 1)
    if (
        unit.kind != "unit"
        or unit.lower in ("quarter", "year")
        or not scan.is_(amount[1] + 1, "of", "in")
        or unit.lower == "day"
    ):
        return None
    whole = date_at(scan, scan.skip(amount[1] + 2, "the")) or plain_year_at(
        scan, scan.skip(amount[1] + 2, "the")
    )
    if not whole or len(whole) > 1 or whole[0].part is None or whole[0].part.edtf is None:
        return None
    part = _portion(whole[0].part, amount[0], str(unit.value), first=token.lower in _FIRST or rank == 1)
    return Hit(part, index, whole[0].end) if part else None


def _portion(part: Part, number: int | None, unit: str, *, first: bool) -> Part | None:
    """The first or last few units of a month or year; an unnamed number of them is "early" or "late"."""
    if number is None:
        return replace(part, qualifier="early" if first else "late")
    size = {"day": 1, "week": 7}.get(unit)
    low, high = edtf.first_day(part.edtf), edtf.last_day(part.edtf)
    if size:
        ends = (
            (low, edtf.add(low, number * size - 1, "day"))
            if first
            else (edtf.add(high, 1 - number * size, "day"), high)
        )
        return replace(part, edtf=edtf.interval(*(end.isoformat() for end in ends)))
    months = number * {"month": 1, "quarter": 3}.get(unit, 99)
    if edtf.precision(part.edtf) != "year" or not 1 <= months <= 12:
        return None
    begin = 1 if first else 13 - months
    return replace(
        part, edtf=edtf.interval(edtf.month(low.year, begin), edtf.month(low.year, begin + months - 1))
    )
