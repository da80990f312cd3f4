"""Dates open on one side, and ranges with their words: "since July 2020", "by 2016", "from 2014 to 2018",
"between …"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.parts import Hit, Part, Scan
from claimx.mentions.dates.ranges import TO, Rule, range_at
from claimx.mentions.dates.shares import unit_at
from claimx.mentions.dates.words import table, words
from claimx.mentions.dates.years import counts

_PHRASES = {
    side: [tuple(phrase.split()) for phrase in table("openers")[side]] for side in ("at", "until", "since")
}
_SIDES = {"at": None, "until": edtf.until, "since": edtf.since}
_ON = ("onwards", "onward", "forward", "forwards")
OPENERS = frozenset(phrase[0] for phrases in _PHRASES.values() for phrase in phrases) | {"between"}


def expression_at(scan: Scan, index: int, rule: Rule = unit_at) -> list[Hit] | None:
    """A date of any shape at this token: a range, an open one, or a single one found by `rule`."""
    word = scan.at(index).lower
    if word in OPENERS:
        return _between(scan, index, rule) or _from_to(scan, index, rule) or _open(scan, index, rule)
    found = range_at(scan, index, rule)
    return _onwards(scan, found) if found else None


def _between(scan: Scan, index: int, rule: Rule) -> list[Hit] | None:
    """ "between January and March 2018", "between 2014-2018"."""
    if not scan.is_(index, "between"):
        return None
    found = range_at(scan, scan.skip(index + 1, "about", "around"), rule, between=True)
    done = (
        found
        and len(found) == 1
        and found[0].part
        and (found[0].part.last or edtf.is_interval(found[0].part.edtf or ""))
    )
    return [replace(found[0], start=index)] if done else None


def _from_to(scan: Scan, index: int, rule: Rule) -> list[Hit] | None:
    """ "from 2014 to 2018", "from 15 August 2021 to 14 August 2022", "from 2014-2018"."""
    if not scan.is_(index, "from"):
        return None
    found = range_at(scan, scan.skip(index + 1, "around", "about"), rule)
    if not found or len(found) > 1 or found[0].part is None:
        return None
    hit = replace(found[0], start=index)
    year = hit.part.edtf or ""
    short = scan.at(hit.end + 1)
    two_digits = short.kind == "number" and short.digits == 2 and not counts(scan, hit.end + 2)
    if (
        len(year) == 4
        and year.isdigit()
        and scan.is_(hit.end, *TO)
        and two_digits
        and short.value > int(year) % 100
    ):
        return [
            Hit(Part(edtf.interval(year, f"{year[:2]}{short.value:02}")), index, hit.end + 2)
        ]  # "from 2014 to 18"
    done = hit.part.last or (edtf.is_interval(year) and edtf.OPEN not in year)
    return _onwards(scan, [hit]) if done else None


def _open(scan: Scan, index: int, rule: Rule) -> list[Hit] | None:
    """ "since July 2020", "by the end of 2016", "as of May 2014", "from 2013 onwards"."""
    if (scan.glued(index) and scan.dash(index - 1)) or scan.is_(index - 1, "named", "called", "modelled"):
        return None  # "the build-up to the 2007 vote", "named after the 2009 accords"
    for side, phrases in _PHRASES.items():
        for phrase in phrases:
            found = _after_opener(scan, scan.phrase(index, *phrase), rule)
            if not found:
                continue
            if phrase == ("from",) and not _leads_on(scan, index, found[0]):
                return _onwards(scan, found)
            return [_opened(scan, replace(found[0], start=index), _SIDES[side])]
    return None


def _after_opener(scan: Scan, at: int | None, rule: Rule) -> list[Hit] | None:
    """The one date after an opener and its adverbs: "since [at least] 2014", "after [the] year 2000"."""
    if at is None:
        return None
    while scan.at(at).lower in table("openers")["adverbs"]:
        at += 1
    found = range_at(scan, scan.skip(at, "in", "on"), rule)
    if not found and scan.is_(at, "the"):
        found = range_at(scan, at + 1, rule)  # "after the March 2012 coup"
    return found if found and len(found) == 1 else None


def _leads_on(scan: Scan, index: int, hit: Hit) -> bool:
    """Whether "from X" means "from X on": not "footage from 2014", nor a modifier ("from the 2014 raid")."""
    before = scan.at(index - 1).lower
    year_modifies = (
        scan.is_(index + 1, "the", "a", "an", "its")
        and hit.part is not None
        and (hit.part.edtf or "").isdigit()
    )
    return before not in words("dated_things") and not year_modifies


def _opened(scan: Scan, hit: Hit, side: Callable[[str], str] | None) -> Hit:
    part = scan.clock.resolve(hit.part)
    end = (
        hit.end + 1
        if scan.is_(hit.end, *_ON)
        else hit.end + 1
        if scan.is_(hit.start, "from") and scan.is_(hit.end, "on")
        else hit.end
    )
    if part is None:
        return Hit(None, hit.start, end)
    return Hit(
        replace(part, edtf=side(part.edtf)) if side and edtf.OPEN not in part.edtf else part, hit.start, end
    )


def _onwards(scan: Scan, found: list[Hit]) -> list[Hit]:
    """ "2013 onwards", "2018 or later"."""
    hit = found[-1]
    later = scan.is_(hit.end, *_ON) or (
        scan.is_(hit.end, "and", "or")
        and scan.is_(hit.end + 1, "later", "onwards", "beyond")
        and scan.at(hit.end + 2).kind in ("mark", "end")  # not "hired one in 2019 and later another"
    )
    if not later or hit.part is None:
        return found
    end = hit.end + (1 if scan.is_(hit.end, *_ON) else 2)
    return [*found[:-1], replace(_opened(scan, hit, edtf.since), end=end)]
