"""Everyday weeks and stretches."""

from __future__ import annotations

import pytest

from claimx.mentions.timex import find_timexes

TODAY = "2022-02-11"  # a Friday


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("this week", "2022-02-07/2022-02-13"),
        ("next week", "2022-02-14/2022-02-20"),
        ("the weekend", "2022-02-12/2022-02-13"),
        ("the week after next", "2022-02-21/2022-02-27"),
        ("rest of the week", "2022-02-11/2022-02-13"),
        ("week 31", "2022-08-01/2022-08-07"),
        ("first week of 2015", "2014-12-29/2015-01-04"),
        ("last week of 2016", "2016-12-26/2017-01-01"),
        ("the last week of July", "2021-07-26/2021-08-01"),
        ("the week of the 8th", "2022-02-07/2022-02-13"),
        ("w/c Feb 7", "2022-02-07/2022-02-13"),
        ("next 3 months", "2022-02-12/2022-05-11"),
        ("past 3 weeks", "2022-01-21/2022-02-10"),
        ("within 10 months", "2022-02-11/2022-12-11"),
        ("previous three quarters", "2021-04-01/2021-12-31"),
        ("this quarter", "2022-01-01/2022-03-31"),
        ("next two decades", "2030-01-01/2049-12-31"),
        ("in 3 years", "2025-02-11"),
        ("in four business days", "2022-02-17"),
        ("three weeks from tomorrow", "2022-03-05"),
        ("2 weeks from May 15", "2022-05-29"),
        ("4 weeks in the future", "2022-02-12/2022-03-11"),
        ("in 3 days on Monday", "2022-02-14"),
        ("3 days starting from next Monday", "2022-02-14/2022-02-16"),
        ("for 1 week, from 20th Dec", "2022-12-20/2022-12-26"),
        ("next month", "2022-03"),
        ("the end of year", "2022"),
    ],
)
def test_stretch(text, whole):
    assert [timex.edtf for timex in find_timexes(text, reference=TODAY, calendar=True)] == [whole]


@pytest.mark.parametrize(
    "text", ["the week", "week 31", "the month-long fast", "in two days", "the weekend", "within 10 months"]
)
def test_not_in_papers(text):
    assert find_timexes(text, reference=TODAY) == []
