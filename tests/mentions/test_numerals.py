"""Number words."""

from __future__ import annotations

import re

import pytest

from claimx.mentions.numerals import ordinals, word_value, words_pattern, year_value


@pytest.mark.parametrize("text", ["", "and", "someone", "nineteen ninety six", "two one", "hello there"])
def test_no_number(text):
    assert word_value(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine", 9),
        ("twenty-three", 23),
        ("a hundred", 100),
        ("three hundred and fifty", 350),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("ten thousand", 10_000),
        ("half a million", 500_000),
        ("two lakh", 200_000),
        ("one million two hundred thousand", 1_200_000),
    ],
)
def test_value(text, value):
    assert word_value(text) == value
    assert re.fullmatch(words_pattern(), text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty three", None),
        ("two hundred", None),
        ("nineteen five", None),
        ("nineteen ninety six", 1996),
        ("two thousand and eighteen", 2018),
        ("nineteen hundred", 1900),
        ("twenty fifteen", 2015),
        ("seventeen hundred thirty three", 1733),
    ],
)
def test_year(text, value):
    assert year_value(text.split()) == value


def test_ordinals():
    assert (ordinals()["twenty-first"], ordinals()["thirty first"], ordinals()["ninth"]) == (21, 31, 9)
