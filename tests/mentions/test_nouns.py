"""The noun a number counts."""

from __future__ import annotations

import pytest

from claimx.mentions.nouns import is_plural, noun_after, noun_phrase_kind


@pytest.mark.parametrize(
    "rest", ["", ".", " and wounding 30", " dead", " were killed", " of them", " in 2014", ", troops"]
)
def test_no_noun(rest):
    assert noun_after(f"12{rest}", 2) is None


@pytest.mark.parametrize(
    ("rest", "noun"),
    [
        (" people died", "people"),
        (" prison service personnel in the east", "prison service personnel"),
        (" suspected Boko Haram militants attacked", "suspected Boko Haram militants"),
        (" of its fighters fled", "fighters"),
        (" people were freed", "people"),
        (" Chadian soldiers", "Chadian soldiers"),
        ("-member commission", "member"),
        (" militiamen's homes", "militiamen's homes"),
        (" villagers, mostly women", "villagers"),
        ("\nfighters", "fighters"),
    ],
)
def test_noun(rest, noun):
    span = noun_after(f"12{rest}", 2)
    assert span is not None
    assert f"12{rest}"[slice(*span)] == noun


def test_one_of_a_kind():
    text = "one police officer guarding the gate"
    assert text[slice(*noun_after(text, 3, single=True))] == "police officer"


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("fighters", True),
        ("people", True),
        ("troops", True),
        ("gunmen", True),
        ("bus", False),
        ("various", False),
        ("crisis", False),
        ("press", False),
    ],
)
def test_plural(word, plural):
    assert is_plural(word) is plural


def test_a_lone_year_is_no_count():
    assert noun_phrase_kind("in 2014", 7, None) == "other"
    assert noun_phrase_kind("killed 83", 9, None) == "count"
