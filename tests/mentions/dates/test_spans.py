"""Seasons, quarters, decades, centuries."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.parts import Part
from claimx.mentions.dates.spans import bare_at, half_of, plain_year_at

from .samples import first, scan


@pytest.mark.parametrize(
    "text", ["spring offensive", "the second quarter", "his forties", "century", "the 9/11 Commission"]
)
def test_no_span(text):
    assert bare_at(scan(text), 0) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("spring of 1972", "1972-21"),
        ("winter 2014/15", "2014-24"),
        ("the third quarter of 2019", "2019-35"),
        ("2019 Q3", "2019-35"),
        ("H2 2016", "2016-07/2016-12"),
        ("the 1990s", "199X"),
        ("the 19th and 20th centuries", "18XX/19XX"),
        ("9/11", "2001-09-11"),
    ],
)
def test_span(text, whole):
    assert first(bare_at(scan(text), 0)) == whole


@pytest.mark.parametrize(
    ("whole", "half", "part"),
    [
        ("2014", 1, "2014-01/2014-06"),
        ("2014-02", 2, "2014-02-16/2014-02-28"),
        ("199X", 2, "1995/1999"),
        ("19XX", 1, "1900/1949"),
    ],
)
def test_half(whole, half, part):
    assert half_of(Part(whole), half).edtf == part


def test_eras():
    assert first(plain_year_at(scan("AD 70"), 0)) == "0070"
    assert plain_year_at(scan("1200 BC"), 0) is None
