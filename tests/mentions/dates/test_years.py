"""Years and counts."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.parts import Clock, Scan
from claimx.mentions.dates.years import counts, is_plain_year, two_digit_year, year_at


def year(text, **known):
    scan = Scan(text, Clock(**known))
    last = len(scan.tokens) - 1
    return next((found[0] for at in range(last + 1) if (found := year_at(scan, at))), None)


@pytest.mark.parametrize(
    "text", ["$2015", "2015%", "2015km", "Milan-2015", "12015", "2,015", "s/2015", "nineteen ninety six"]
)
def test_no_year(text):
    assert year(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("2015", 2015), ("'09", 2009), ("’89", 1989), ("mid-2015", 2015), ("2015's", 2015), ("(2015)", 2015)],
)
def test_year(text, number):
    assert year(text) == number


def test_spelled_years_are_for_the_calendar():
    assert year("nineteen ninety six", calendar=True) == 1996


@pytest.mark.parametrize(
    ("text", "at", "fits"),
    [
        ("in 2014 fighters", 1, True),
        ("from 2014 fighters", 1, False),
        ("of 1200 men", 1, False),
        ("in 1857", 1, True),
        ("killed 2014", 1, False),
        ("a force of 2000", 3, False),
        ("Resolution 1973", 1, False),
        ("2000 - 2500 men", 0, False),
    ],
)
def test_plain_year(text, at, fits):
    assert is_plain_year(Scan(text, Clock()), at, at + 1) is fits


def test_counted_nouns():
    scan = Scan("fighters attacks events rifles agreements Taliban", Clock())
    assert [counts(scan, at) for at in range(6)] == [True, False, False, True, False, False]


def test_two_digits():
    assert (two_digit_year(9), two_digit_year(89), two_digit_year(25, 2022)) == (2009, 1989, 1925)
