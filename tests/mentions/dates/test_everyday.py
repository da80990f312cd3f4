"""The calendar goes before the rules of papers, and never into papers."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.everyday import calendar_at

from .samples import first, scan


def test_without_today_only_what_is_printed():
    assert first(calendar_at(scan("4/22/2016", calendar=True), 0)) == "2016-04-22"
    assert calendar_at(scan("tomorrow", calendar=True), 0) is None
    assert (
        calendar_at(scan("this week", calendar=True, reference="2022"), 0) is None
        or first(calendar_at(scan("this week", calendar=True, reference="2022"), 0)) == "?"
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [("tomorrow", "2022-02-12"), ("13 July 2017", "2017-07-13"), ("last August", "2021-08")],
)
def test_both(text, whole):
    assert first(calendar_at(scan(text, calendar=True, reference="2022-02-11"), 0)) == whole
