"""Everyday calendar English for `parse date`: the rules of days, weeks and holidays, tried before those of
papers."""

from __future__ import annotations

from claimx.mentions.dates.days import DATED, DAYS
from claimx.mentions.dates.holidays import holiday_at
from claimx.mentions.dates.parts import Hit, Scan
from claimx.mentions.dates.shares import unit_at
from claimx.mentions.dates.weeks import WEEKS


def calendar_at(scan: Scan, index: int) -> list[Hit] | None:
    """A date at this token as people speak of it ("next Monday"), else what the rules of papers find."""
    today = scan.clock.today
    rules = (holiday_at, *DAYS, *WEEKS, *DATED) if today else (holiday_at, *DATED)
    for rule in rules:
        hit = rule(scan, index, today)
        if hit:
            return [hit]
    return unit_at(scan, index)
