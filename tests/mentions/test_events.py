"""Dates by turning points."""

from __future__ import annotations

import re

import pytest

from claimx.edtf import is_valid
from claimx.mentions.events import find_events
from claimx.resources import load_toml

SILENT = [
    "The fall of Saigon was filmed.",
    "Since the fall of Saigon on 30 April 1975 the port has been shut.",
    "Since the fall of the leaves the park is empty.",
    "After the invasion they fled.",
]
DATED = [
    ("Since the fall of Saigon the border camps have swollen.", "1975-04/.."),
    ("Bombings doubled after the US-led invasion of Iraq.", "2003-03/.."),
    ("Until the Good Friday Agreement the brigade drilled in secret.", "../1998-04"),
    ("In the wake of the overthrow of Muammar Gaddafi arms flowed south.", "2011-10/.."),
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text):
    assert find_events(text) == []


@pytest.mark.parametrize(("text", "value"), DATED)
def test_dated(text, value):
    (timex,) = find_events(text)
    assert timex.edtf == value and text[timex.start : timex.end] == timex.text


def test_no_event_after_the_paper():
    assert find_events("Since the fall of Kabul raids have grown.", "1999") == []


def test_rows_are_valid():
    for row in load_toml("gazetteer/events.toml")["event"]:
        assert is_valid(row["edtf"]), row["id"]
        for phrase in row["phrases"]:
            re.compile(phrase)
