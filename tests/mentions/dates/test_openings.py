"""Open dates."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.openings import expression_at

from .samples import first, scan


@pytest.mark.parametrize(
    "text", ["since Kabul fell", "by then", "from the hills", "after two years", "between the two"]
)
def test_no_date(text):
    assert expression_at(scan(text), 0) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("since early 2014", "2014/.."),
        ("by around 2014", "../2014"),
        ("no later than May 2014", "../2014-05"),
        ("up to 2014", "../2014"),
        ("starting in 2014", "2014/.."),
        ("as late as 2014", "2014"),
        ("2014 onwards", "2014/.."),
        ("2014 and later", "2014/.."),
        ("2014 and later another", "2014"),
        ("from 2014", "2014/.."),
        ("from 2014 to 2016", "2014/2016"),
        ("between 2014-2016", "2014/2016"),
    ],
)
def test_open(text, whole):
    assert first(expression_at(scan(text), 0)) == whole


def test_from_a_dated_thing():
    assert first(expression_at(scan("footage from 2014"), 1)) == "2014"
