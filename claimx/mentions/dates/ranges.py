"""Two dates as one: "2014-2018", "late 2021 and early 2022", "14 June to 3 July 1985", "2013/14"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.parts import Clock, Hit, Part, Scan
from claimx.mentions.dates.shares import unit_at
from claimx.mentions.dates.years import counts, year_at
from claimx.model import Basis

Rule = Callable[[Scan, int], "list[Hit] | None"]

TO = ("to", "through", "until", "till", "thru")
_AND = ("and", "or", "&")


def range_at(scan: Scan, index: int, rule: Rule = unit_at, *, between: bool = False) -> list[Hit] | None:
    """A single date, or two joined by a dash, "to", a stroke, or (neighbours only) "and". `between`: "and"
    joins any two."""
    left = rule(scan, index)
    if not left or len(left) > 1 or left[0].part is None:
        return left
    hit = left[0]
    while True:
        wider = _short_year(scan, hit) or _joined(scan, hit, rule, between)
        if wider is None:
            return [_with_shared_year(scan, hit, rule)]
        hit = wider


def _with_shared_year(scan: Scan, hit: Hit, rule: Rule) -> Hit:
    """ "In July and September 2007": July's year stands behind September."""
    part = hit.part
    if part is None or part.edtf is not None or part.month is None or part.last is not None:
        return hit
    if not scan.is_(hit.end, *_AND, ","):
        return hit
    at = hit.end + 1
    for word in ("and", "in", "on", "again", "in"):
        at = scan.skip(at, word)
    right = range_at(scan, at, rule)
    known = right[0].part.edtf if right and len(right) == 1 and right[0].part is not None else None
    if known is None or edtf.precision(known.split("/")[0]) not in ("day", "month"):
        return hit
    shared = part.in_year(edtf.first_day(known.split("/")[0]).year, Basis.EXPLICIT)
    if shared is None or edtf.first_day(shared.edtf) >= edtf.first_day(known.split("/")[0]):
        return hit
    return Hit(shared, hit.start, hit.end)


def _short_year(scan: Scan, hit: Hit) -> Hit | None:
    """2013-14, 2019/20, 1994-5: the second year by its last digits."""
    token = scan.at(hit.end + 1)
    year = hit.part.edtf or ""
    fits = (
        len(year) == 4
        and year.isdigit()
        and token.kind == "number"
        and token.digits in (1, 2)
        and scan.glued(hit.end + 1)
    )
    if not fits or not (scan.dash(hit.end) or scan.is_(hit.end, "/")) or not scan.glued(hit.end):
        return None
    keep = 4 - token.digits  # "1994-5", "2013-14"
    if token.value <= int(year[keep:]) or (
        scan.glued(hit.end + 2) and (scan.dash(hit.end + 2) or scan.is_(hit.end + 2, "/"))
    ):
        return None
    return Hit(
        Part(edtf.interval(year, f"{year[:keep]}{scan.text[token.start : token.end]}")),
        hit.start,
        hit.end + 2,
    )


def _joined(scan: Scan, left: Hit, rule: Rule, between: bool) -> Hit | None:
    """The date to the right of a dash, "to" or "and", made one with the left."""
    joint = scan.at(left.end).lower
    dash = scan.dash(left.end)
    if not (dash or joint in TO or joint in _AND or joint in ("/", ",")):
        return None
    at = scan.skip(left.end + 1, "in", "from", "on") if joint in _AND else left.end + 1
    if (between and joint in _AND) or joint in TO:
        at = scan.skip(at, "by", "in", "on")
    right = _right(scan, at, rule, inside=joint == "/" or dash)
    if right is None or right.part is None:
        return None
    near = (joint in _AND and not between) or joint == ","
    if near and scan.clock.calendar and not _explicit_stretch(right.part):
        return None  # "next Monday or next Tuesday" are two appointments
    part = combine(scan.clock, left.part, right.part, neighbours=near)
    if part is None or (
        joint == "," and not (len(right.part.edtf or "") == 4 and scan.is_(right.end, ",", *_AND))
    ):
        return None
    return Hit(part, left.start, right.end)


def _right(scan: Scan, index: int, rule: Rule, *, inside: bool) -> Hit | None:
    found = rule(scan, index)
    if found:
        return found[0] if len(found) == 1 else None
    year = year_at(scan, index, inside=inside) if inside else None
    if year is None or counts(scan, year[1]) or scan.is_(year[1], "%", "percent"):
        return None
    return Hit(Part(edtf.year(year[0])), index, year[1])


def combine(clock: Clock, left: Part, right: Part, *, neighbours: bool = False) -> Part | None:
    """One part from two: the year one lacks comes from the other. None when they run backwards, or aren't
    next to each
    other and `neighbours` asks for that."""
    if left.edtf is None and right.edtf is None:
        whole = replace(left, last=right, qualifier=None)
        sample = whole.in_year(2000)
        ends = (left.in_year(2000), right.in_year(2000))
        ok = (
            sample is not None
            and None not in ends
            and (not neighbours or _neighbours(ends[0].edtf, ends[1].edtf))
        )
        return whole if ok and left.last is None else None
    if left.edtf is None:
        known = edtf.precision(right.edtf) in ("day", "month", "group")
        year = edtf.first_day(right.edtf.split("/")[0]).year if known else None
        low = left.in_year(year) if year else clock.resolve(left)
        if known and low and edtf.first_day(low.edtf) > edtf.last_day(edtf.point(right.edtf)):
            low = left.in_year(year - 1)
        high = right
    else:
        low = left
        high = right.from_day(left.edtf) if right.edtf is None else right
    if low is None or high is None or edtf.OPEN in low.edtf or edtf.OPEN in high.edtf:
        return None
    if neighbours and not _neighbours(edtf.point(low.edtf), high.edtf):
        return None
    if edtf.first_day(high.edtf) <= edtf.first_day(low.edtf):
        return None
    whole = edtf.interval(low.edtf, high.edtf)
    basis = next((b for b in (low.basis, high.basis) if b is not Basis.EXPLICIT), Basis.EXPLICIT)
    return Part(whole, basis=basis)


def _explicit_stretch(part: Part) -> bool:
    return part.edtf is not None and part.basis is Basis.EXPLICIT and edtf.precision(part.edtf) != "day"


def _neighbours(left: str, right: str) -> bool:
    """Whether one date starts the day after the other ends, at one precision."""
    if edtf.is_interval(right) or edtf.precision(left) != edtf.precision(right):
        return False
    return edtf.add(edtf.last_day(left), 1, "day") == edtf.first_day(right)
