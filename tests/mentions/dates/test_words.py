"""Tokens of dates."""

from __future__ import annotations

import pytest

from claimx.mentions.dates.words import may_hold_date, tokenize, words


@pytest.mark.parametrize("text", ["", "The group fled.", "they may retreat"])
def test_holds_none(text):
    assert not may_hold_date(text)


@pytest.mark.parametrize(
    "text", ["12", "In May", "two weeks ago", "the nineties", "last Friday", "yesterday"]
)
def test_may_hold_one(text):
    assert may_hold_date(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("May 3rd, 2014", ["month", "ordinal", "mark", "number"]),
        ("the 1990s", ["word", "decade"]),
        ("6,107.31 August", ["big", "month"]),
        ("13.07.2017", ["point"]),
        ("Dec31", ["month", "number"]),
        ("events²", ["word", "mark"]),
        ("two weeks", ["cardinal", "unit"]),
    ],
)
def test_kinds(text, kinds):
    assert [token.kind for token in tokenize(text)] == kinds


def test_offsets():
    text = "On  3 May\n2014"
    assert [text[token.start : token.end] for token in tokenize(text)] == ["On", "3", "May", "2014"]


def test_word_lists_are_there():
    for name in ("early", "mid", "late", "identifiers", "bodies", "starters", "links", "quantifiers"):
        assert words(name)
