"""Named days."""

from __future__ import annotations

from datetime import date

import pytest

from claimx.mentions.dates.holidays import easter, holiday
from claimx.mentions.timex import find_timexes


@pytest.mark.parametrize("day", [date(2000, 4, 23), date(2018, 4, 1), date(2024, 3, 31), date(2038, 4, 25)])
def test_easter(day):
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("way", "key", "day"),
    [
        ("fixed", "12-25", date(2021, 12, 25)),
        ("weekday", "05--1-0", date(2021, 5, 31)),
        ("weekday", "11-4-3", date(2021, 11, 25)),
        ("thanksgiving", "4", date(2021, 11, 29)),
        ("easter", "-2", date(2021, 4, 2)),
        ("hijri", "9-1", date(2021, 4, 12)),
    ],
)
def test_rule(way, key, day):
    assert holiday(way, key, 2021) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Christmas", "2021-12-25"),
        ("Easter 2018", "2018-04-01"),
        ("Father’s Day", "2021-06-20"),
        ("the next Easter", "2022-04-17"),
        ("Thanksgiving of last year", "2021-11-25"),
        ("New Year's Day of next year", "2023-01-01"),
    ],
)
def test_text(text, day):
    assert [timex.edtf for timex in find_timexes(text, reference="2022-02-11", calendar=True)] == [day]


def test_not_in_papers():
    assert find_timexes("They met on Easter Sunday.", reference="2022-02-11") == []
