"""Words around a date."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.company import names_a_body, plain, stands_alone
from claimx.mentions.dates.grammar import date_at

from .samples import scan


def verdict(text, at):
    reading = scan(text)
    [hit] = date_at(reading, at)
    return names_a_body(reading, hit), stands_alone(reading, hit), plain(reading, hit)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("the March 23 Movement", 1),
        ("Black September", 1),
        ("Theresa May spoke", 1),
        ("the Organization 17 November", 2),
    ],
)
def test_against(text, at):
    assert not verdict(text, at)[2]


@pytest.mark.parametrize(
    ("text", "at"), [("in May", 1), ("a March raid", 1), ("December raids", 0), ("3 May 2014 Army units", 0)]
)
def test_for(text, at):
    assert verdict(text, at) == (False, True, True)
