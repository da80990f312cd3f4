"""Everyday days."""

from __future__ import annotations

from datetime import date

import pytest

from claimx.mentions.dates.days import monday_of, step_at
from claimx.mentions.timex import find_timexes

from .samples import first, scan

TODAY = "2022-02-11"  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("come tomorrow", "2022-02-12"),
        ("the day before yesterday", "2022-02-09"),
        ("on 15", "2022-01-15"),
        ("the 3rd", "2022-02-03"),
        ("on Friday", "2022-02-04"),
        ("this Friday", "2022-02-11"),
        ("next Monday", "2022-02-14"),
        ("last Monday", "2022-01-31"),
        ("next week Sunday", "2022-02-20"),
        ("the first Sunday of July", "2021-07-04"),
        ("third Tuesday", "2022-02-15"),
        ("two Sundays from now", "2022-02-20"),
        ("20th of next month", "2022-03-20"),
        ("4/22", "2021-04-22"),
        ("22/4/21", "2021-04-22"),
        ("on 5.12", "2021-05-12"),
        ("Friday 7/6", "2021-07-06"),
        ("20170302", "2017-03-02"),
        ("2016, nov", "2016-11"),
        ("Oct-2", "2021-10-02"),
        ("August 99", "1999-08"),
        ("April of 87", "1987-04"),
        ("2019-sep-1", "2019-09-01"),
        ("Thursday the 10th", "2022-02-10"),
        ("January first 12", "2012-01-01"),
    ],
)
def test_day(text, day):
    assert [timex.edtf for timex in find_timexes(text, reference=TODAY, calendar=True)] == [day]


def test_not_in_papers():
    for text in ("on 15", "on Friday", "tomorrow", "4/22", "August 99 fighters"):
        assert [timex.edtf for timex in find_timexes(text, reference=TODAY)] in ([], ["2021-08"])


def test_pieces():
    assert monday_of(date(2022, 2, 11)) == date(2022, 2, 7)
    assert step_at(scan("the coming week"), 0) == (1, 2)
    assert first(None) is None
