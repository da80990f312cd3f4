"""What numbers are for."""

from __future__ import annotations

import re

import pytest

from claimx.mentions.numberkinds import kind_end, number_kind


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("resolution 1267", "other", "1267"),
        ("highway 5 was cut", "other", "5"),
        ("issue 3", "other", "3"),
        ("one-third of 3/4", "other", "3"),
        ("on may 12", "other", "12"),
        ("on 12 may", "other", "12"),
        ("12 times", "other", "12"),
        ("the 5th corps", "ordinal", "5th"),
        ("56 percent", "percent", "56 percent"),
        ("56 per cent more", "percent", "56 per cent"),
        ("56%", "percent", "56%"),
        ("$10 worth", "money", "10"),
        ("10 rupees", "money", "10 rupees"),
        ("50km away", "distance", "50km"),
        ("50 square miles", "distance", "50 square"),
        ("a 16-year-old", "duration", "16-year"),
        ("3 more weeks", "duration", "3 more weeks"),
        ("10:30", "time", "10:30"),
        ("6 pm", "time", "6 pm"),
        ("12 men", "count", "12"),
        ("12, 13", "count", "12"),
    ],
)
def test_kind(text, kind, end):
    number = re.search(r"[0-9]+", text)
    value = int(number[0])
    assert number_kind(text, number.start(), number.end(), number.end(), value) == kind
    assert text[number.start() : kind_end(text, kind, number.end())] == end
