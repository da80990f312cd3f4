"""EDTF arithmetic against the calendar of `datetime`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx import edtf

INVALID = [
    *(
        "",
        "..",
        "/",
        "../..",
        "x",
        "17",
        "199x",
        "19X5",
        "0000",
        "٢٠١٤",
        "2014 / 2016",
        "2014/2016/2018",
        "2018/2014",
    ),
    *("2017-13", "2017-00", "2017-02-30", "2017-7", "2014-25", "2014-21-03", "9999-24", "199X-05"),
]
BOUNDS = [
    ("2017-07-13", "2017-07-13", "2017-07-13"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2015", "2015-01-01", "2015-12-31"),
    ("0070", "0070-01-01", "0070-12-31"),
    ("2014/2018", "2014-01-01", "2018-12-31"),
    ("2021-08-15/2022-08-14", "2021-08-15", "2022-08-14"),
    ("2009/..", "2009-01-01", None),
    ("2009/", "2009-01-01", None),
    ("../2015-03", None, "2015-03-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("198X/199X", "1980-01-01", "1999-12-31"),
    ("2012-21", "2012-03-01", "2012-05-31"),
    ("2012-22", "2012-06-01", "2012-08-31"),
    ("2012-23", "2012-09-01", "2012-11-30"),
    ("2012-24", "2012-12-01", "2013-02-28"),
    ("2022-33", "2022-01-01", "2022-03-31"),
    ("2022-36", "2022-10-01", "2022-12-31"),
    ("2014-40", "2014-01-01", "2014-06-30"),
    ("2014~", "2014-01-01", "2014-12-31"),
    ("2017-07-XX", "2017-07-01", "2017-07-31"),
]


@pytest.mark.parametrize("text", INVALID)
def test_rejects(text):
    assert not edtf.is_valid(text)


@pytest.mark.parametrize("text", ["", "2017-13", "/"])
def test_bounds_of_nonsense_raise(text):
    with pytest.raises(ValueError):
        edtf.bounds(text)


@pytest.mark.parametrize(("text", "first", "last"), BOUNDS)
def test_bounds(text, first, last):
    assert edtf.is_valid(text)
    assert edtf.bounds(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("2014-05-03", "day"), ("2014-05", "month"), ("2014-24", "group"), ("2014", "year"), ("201X", "decade"),
     ("20XX", "century"), ("2014/..", "year"), ("../2014-05", "month"), ("2013/2014-05-01", "day")],
)  # fmt: skip
def test_precision(text, unit):
    assert edtf.precision(text) == unit


@pytest.mark.parametrize(
    ("text", "amount", "unit", "moved"),
    [
        ("2014", 2, "day", None),
        ("2014", -1, "month", None),
        ("9999", 1, "year", None),
        ("2014-05-31", 1, "month", "2014-06"),
        ("2014-12-30", 1, "week", "2015-01-06"),
        ("2020-02-29", 1, "year", "2021"),
        ("2022-02-11", -1, "decade", "201X"),
        ("2014/..", 1, "year", "2015"),
        ("2022", -1, "century", "19XX"),
    ],
)
def test_shift(text, amount, unit, moved):
    assert edtf.shift(text, amount, unit) == moved


def test_intervals():
    assert edtf.interval("2014/2016", "2018") == "2014/2018"
    assert edtf.interval("2014", "2014") == "2014"
    assert edtf.since("2014/2018") == "2014/.."
    assert edtf.until("2014/2018") == "../2018"
    assert edtf.point("../2018") == "2018"
    assert edtf.day(2015, 2, 29) is None


DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9990, 12, 31))


@given(DAYS)
def test_a_day_is_its_own_bounds(day):
    assert edtf.bounds(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(DAYS, st.sampled_from(["day", "month", "year", "decade", "century"]))
def test_units_hold_their_days(day, unit):
    whole = edtf.of_unit(day, unit)
    assert edtf.is_valid(whole)
    assert edtf.first_day(whole) <= day <= edtf.last_day(whole)
    assert edtf.truncate(day.isoformat(), unit) == whole


@given(DAYS, DAYS)
def test_intervals_are_valid_when_in_order(one, two):
    whole = edtf.interval(one.isoformat(), two.isoformat())
    assert edtf.is_valid(whole) == (one <= two)


@given(DAYS, st.integers(-400, 400))
def test_shifting_days_is_timedelta(day, amount):
    try:
        expected = (day + timedelta(days=amount)).isoformat()
    except OverflowError:
        expected = None
    assert edtf.shift(day.isoformat(), amount, "day") == expected


@given(DAYS, st.integers(-30, 30), st.sampled_from(["month", "year"]))
def test_shifting_keeps_the_grain(day, amount, unit):
    moved = edtf.shift(day.isoformat(), amount, unit)
    assert moved is None or edtf.precision(moved) == unit


@given(st.text(alphabet="0123456789X-/.~", max_size=24))
def test_validity_never_raises(text):
    if edtf.is_valid(text):
        first, last = edtf.bounds(text)
        assert first is None or last is None or first <= last
