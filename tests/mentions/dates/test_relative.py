"""Dates that lean on others."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.relative import amount_at, relative_at, week_of

from .samples import first, scan


@pytest.mark.parametrize(
    "text",
    ["the last day of May", "this day", "two years", "a year-long war", "several years", "the same men"],
)
def test_no_date(text):
    assert relative_at(scan(text, reference="2022-02-11"), 0) is None


@pytest.mark.parametrize(
    "text",
    ["last August", "the same year", "two weeks ago", "yesterday", "three days later", "several years ago"],
)
def test_unknown_without_what_it_leans_on(text):
    assert first(relative_at(scan(text), 0)) == "?"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("last February", "2021-02"),
        ("last Tuesday", "2022-02-08"),
        ("this century", "20XX"),
        ("last week", "2022-01-31/2022-02-06"),
        ("the last few months", "../2022-02"),
        ("the past six months", "2021-08/2022-02"),
        ("a fortnight ago", "2022-01-28"),
        ("a year and two months ago", "2020-12-11"),
        ("3 May last year", "2021-05-03"),
    ],
)
def test_reference(text, whole):
    assert first(relative_at(scan(text, reference="2022-02-11"), 0)) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("that month", "2014-05"),
        ("the following March", "2015-03"),
        ("the previous October", "2013-10"),
        ("the year before", "2013"),
        ("two days earlier", "2014-05-01"),
        ("that same day", "2014-05-03"),
        ("later that year", "2014"),
        ("subsequent months", "2014-05/.."),
    ],
)
def test_anchor(text, whole):
    assert first(relative_at(scan(text, anchor="2014-05-03"), 0)) == whole


def test_pieces():
    assert amount_at(scan("a couple of weeks"), 0) == (2, 3)
    assert amount_at(scan("a few weeks"), 0) == (None, 2)
    assert amount_at(scan("twenty-one weeks"), 0) == (21, 3)
    assert (week_of("2022-02-11"), week_of("2022-02")) == ("2022-02-07/2022-02-13", None)
