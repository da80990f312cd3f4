"""Early, mid, late; first and last months."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.shares import unit_at

from .samples import first, scan


@pytest.mark.parametrize(
    "text",
    ["early warning", "end of the road", "the first months", "late 3 May 2014", "the last year of 2014"],
)
def test_no_share(text):
    assert unit_at(scan(text), 0) is None


@pytest.mark.parametrize(
    ("text", "whole", "qualifier"),
    [
        ("early 2014", "2014", "early"),
        ("mid-to-late 2014", "2014", "late"),
        ("the end of May 2014", "2014-05", "late"),
        ("the opening weeks of 2011", "2011", "early"),
        ("midway through 2014", "2014", "mid"),
        ("the first half of 2014", "2014-01/2014-06", None),
        ("the last ten days of May 2014", "2014-05-22/2014-05-31", None),
        ("the first week of May 2014", "2014-05-01/2014-05-07", None),
    ],
)
def test_share(text, whole, qualifier):
    [hit] = unit_at(scan(text), 0)
    assert (hit.part.edtf, hit.part.qualifier) == (whole, qualifier)
    assert first([hit]) == whole
