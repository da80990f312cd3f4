"""Parts without a year, and the clock that gives them one."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.parts import Clock, Part, Scan


@pytest.mark.parametrize("part", [Part(month=2, day=30), Part(), Part(day=3)])
def test_no_such_day(part):
    assert part.in_year(2014) is None


def test_a_range_without_a_year_runs_on():
    assert Part(month=12, day=30, last=Part(month=1, day=2)).in_year(2013).edtf == "2013-12-30/2014-01-02"


@pytest.mark.parametrize(
    ("known", "edtf"),
    [
        ({}, None),
        ({"anchor_year": 2015}, "2015-02-29"),
        ({"reference": "2022-02-11"}, "2020-02-29"),
        ({"reference": "2024"}, "2024-02-29"),
    ],
)
def test_a_leap_day(known, edtf):
    whole = Clock(**known).resolve(Part(month=2, day=29))
    assert (whole and whole.edtf) == (edtf if edtf != "2015-02-29" else None)


def test_what_was_told():
    clock = Clock()
    clock.tell(Part("2021-06-03"))
    clock.tell(Part("2021"))
    assert (clock.told_date("month"), clock.told_date("year")) == ("2021-06-03", "2021")
    clock.tell(Part("2022"))
    assert clock.told_date("month") is None
    clock.end_sentence()
    assert clock.anchor == "2022"


def test_scan_has_blanks_beyond_its_ends():
    scan = Scan("in 2014", Clock())
    assert scan.at(-1).kind == scan.at(9).kind == "end"
    assert scan.phrase(0, "in") == 1
    assert scan.phrase(1, "in") is None
