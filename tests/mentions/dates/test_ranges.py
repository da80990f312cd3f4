"""Two dates as one."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.parts import Clock, Part
from claimx.mentions.dates.ranges import combine, range_at

from .samples import first, scan


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2014 and 2018", "2014"),
        ("2018-2014", "2018"),
        ("2014 to Kabul", "2014"),
        ("2014-2018", "2014/2018"),
        ("2014 – 2018", "2014/2018"),
        ("2003-04", "2003/2004"),
        ("2014 and 2015", "2014/2015"),
        ("December 2013 and January 2014", "2013-12/2014-01"),
        ("30 September to 2 October 2014", "2014-09-30/2014-10-02"),
        ("December 30, 2013-January 2", "2013-12-30/2014-01-02"),
        ("November–February 2014", "2013-11/2014-02"),
        ("July and September 2007", "2007-07"),
        ("March and again in May 2003", "2003-03"),
    ],
)
def test_range(text, whole):
    assert first(range_at(scan(text), 0)) == whole


def test_combine():
    assert combine(Clock(), Part("2014"), Part("2013")) is None
    assert combine(Clock(), Part("2014/.."), Part("2018")) is None
    assert combine(Clock(), Part("2014"), Part("2016"), neighbours=True) is None
    assert combine(Clock(), Part(month=6), Part(month=7)).last == Part(month=7)
