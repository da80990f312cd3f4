"""Days and months."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.grammar import date_at, day_at, month_at

from .samples import first, scan


@pytest.mark.parametrize("text", ["may 3", "12 fighters", "32 May", "Friday", "2014", "3.5 May"])
def test_no_date(text):
    assert date_at(scan(text), 0) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("3 May 2014", "2014-05-03"),
        ("the 3rd of May, 2014", "2014-05-03"),
        ("May 3, 2014", "2014-05-03"),
        ("May the third", (5, 3)),
        ("Sat., 3 May 2014", "2014-05-03"),
        ("Sept. 11", (9, 11)),
        ("30 February 2014", "?"),
        ("2014-05-03", "2014-05-03"),
        ("2014-02-30", "?"),
        ("31/12/2014", "2014-12-31"),
        ("May 12 fighters", (5, None)),
    ],
)
def test_date(text, whole):
    assert first(date_at(scan(text), 0)) == whole


def test_both_orders_of_two_numbers():
    assert first(date_at(scan("03/04/2022", reference="2022-03-20"), 0)) == "2022-03-04"
    assert first(date_at(scan("04/03/2022", reference="2022-03-20"), 0)) == "2022-03-04"


def test_pieces():
    assert day_at(scan("twenty-first"), 0) == (21, 3)
    assert day_at(scan("16-year-old"), 0) == (16, 1)
    assert month_at(scan("Dec. 2014"), 0) == (12, 2)
