"""Quantities: what is no count first, then bounds, ranges, words, vague ones, and the words around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.mentions.quantities import find_quantities
from claimx.mentions.timex import find_timexes

NO_COUNTS = [
    "Resolution 1267 and Highway 5 and Article 370",
    "An AK-47, the M23 rebels, S/2022/420 and a Su-25",
    "No one knew one another; each one saw the one who fled.",
    "One of the deadliest raids; one day; one-third; on the one hand",
    "A 16-year-old walked 50km in three days at 10:30 for $10 million.",
    "A 56 percent rise, 3.5 per cent, 93%",
    "The 5th Corps fought three times.",
    "On January 20 and 3 May 2015 and in 2014",
    "A three-pronged, two-day push",
    "serial 1234567890123456789012",
]
COUNTS = [
    ("At least 54 people died", 54, None, False, "At least 54 people", "people"),
    ("more than 250 attacks", 250, None, False, "more than 250 attacks", "attacks"),
    ("over 250 were", 250, None, False, "over 250", None),
    ("no fewer than 30 men", 30, None, False, "no fewer than 30 men", "men"),
    ("upwards of 300 rebels", 300, None, False, "upwards of 300 rebels", "rebels"),
    ("a minimum of 12 posts", 12, None, False, "a minimum of 12 posts", "posts"),
    ("up to 40 raids", None, 40, False, "up to 40 raids", "raids"),
    ("as many as 90 rebels", None, 90, False, "as many as 90 rebels", "rebels"),
    ("fewer than 100 men", None, 100, False, "fewer than 100 men", "men"),
    ("not more than 20 guards", None, 20, False, "not more than 20 guards", "guards"),
    ("around 15 civilians", 15, 15, True, "around 15 civilians", "civilians"),
    ("an estimated 5,000 fighters", 5000, 5000, True, "an estimated 5,000 fighters", "fighters"),
    ("up to an estimated 500 men", None, 500, True, "up to an estimated 500 men", "men"),
    ("around 800 recruits or above", 800, None, True, "around 800 recruits or above", "recruits"),
    ("500 or more", 500, None, False, "500 or more", None),
    ("100+ recruits", 100, None, False, "100+ recruits", "recruits"),
    ("20 or so", 20, 20, True, "20 or so", None),
    ("between 3,100 to 4,500 rebels", 3100, 4500, False, "between 3,100 to 4,500 rebels", "rebels"),
    ("3,100-4,500 militants", 3100, 4500, False, "3,100-4,500 militants", "militants"),
    ("between about 70 and 100 guards", 70, 100, True, "between about 70 and 100 guards", "guards"),
    ("ranging from 90 to 1,200 members", 90, 1200, False, "90 to 1,200 members", "members"),
    ("two or three cells", 2, 3, False, "two or three cells", "cells"),
    ("four to five hundred men", 400, 500, False, "four to five hundred men", "men"),
    ("1.5 to 2 million people", 1_500_000, 2_000_000, False, "1.5 to 2 million people", "people"),
    ("two dozen rebels", 24, 24, False, "two dozen rebels", "rebels"),
    ("a hundred villagers", 100, 100, False, "a hundred villagers", "villagers"),
    ("2.5k likes", 2500, 2500, False, "2.5k likes", "likes"),
    ("12 000 men", 12000, 12000, False, "12 000 men", "men"),
    ("12\u202f000 men", 12000, 12000, False, "12\u202f000 men", "men"),
    ("12.000 men", 12000, 12000, False, "12.000 men", "men"),
    ("1500 men", 1500, 1500, False, "1500 men", "men"),
    ("a single bomber", 1, 1, False, "a single bomber", "bomber"),
    ("one soldier died", 1, 1, False, "one soldier", "soldier"),
    ("a 300-strong force", 300, 300, False, "300-strong force", "force"),
    ("three of its fighters", 3, 3, False, "three of its fighters", "fighters"),
    ("a death toll of 83", 83, 83, False, "83", None),
    ("dozens of people", None, None, True, "dozens of people", "people"),
    ("tens of thousands of refugees", None, None, True, "tens of thousands of refugees", "refugees"),
    ("a few hundred fighters", None, None, True, "a few hundred fighters", "fighters"),
    ("several guards", None, None, True, "several guards", "guards"),
]


def counts(text):
    spans = [(timex.start, timex.end) for timex in find_timexes(text, reference="2022-02-11")]
    return [quantity for quantity in find_quantities(text, exclude=spans) if quantity.kind == "count"]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_count(text):
    assert counts(text) == []
    assert not any(quantity.kind == "count" for quantity in find_quantities(text))


@pytest.mark.parametrize(("text", "low", "high", "approx", "printed", "noun"), COUNTS)
def test_count(text, low, high, approx, printed, noun):
    [one] = counts(f"They say {text}, no more.")
    assert (one.range.min, one.range.max, one.range.approx) == (low, high, approx)
    assert one.range.text.lower() == printed.lower()
    assert one.noun == noun
    assert one.vague == (low is None and high is None)


@pytest.mark.parametrize(
    "text", ["The force fell from 8,200 men to 2,900.", "It has grown from 2,500 to 9,000 men."]
)
def test_a_change_is_two_quantities(text):
    one, two = counts(text)
    assert (one.connector, two.connector) == ("from", "to")
    assert one.noun == two.noun == "men"
    assert one.range.min > 0 and two.range.max > 0


def test_tolls():
    one, two = counts("A blast, killing 12 and wounding at least 30 others")
    assert (one.before[-1], two.before[-1]) == ("killing", "wounding")
    one, two = counts("A blast left 12 dead and 30 injured.")
    assert (one.after[0], two.after[0]) == ("dead", "injured")
    [one, two] = counts("killing one and injuring two others")
    assert (one.range.min, two.noun) == (1, "others")


def test_excluded_spans():
    assert counts("In 2014 some 400 fighters came")[0].range.min == 400
    assert len(counts("In 2014 some 400 fighters came")) == 1


WORDS = [
    *(
        "at least",
        "54",
        "people",
        "1,200",
        "-",
        "–",
        "to",
        "and",
        "between",
        "from",
        "a",
        "few",
        "dozen",
        "half",
    ),
    *(
        "hundred",
        "million",
        "one",
        "no",
        "of",
        "the",
        "$",
        "%",
        ".",
        ",",
        "İ",
        "12.000",
        "3.5",
        "²",
        "ten-strong",
    ),
    *("99999999999999999999", "-old", "twenty", "-two", "or more", "scores of"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=16))
def test_any_words(words):
    text = " ".join(words)
    end = 0
    for one in find_quantities(text):
        assert end <= one.number[0] < one.number[1] <= one.end <= len(text)
        assert one.start <= one.number[0]
        assert text[one.start :].startswith(one.range.text)
        assert one.noun is None or text[one.noun_start : one.noun_end] == one.noun
        low, high = one.range.min, one.range.max
        assert low is None or high is None or low <= high
        end = one.number[1]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        pytest.param("They lost a soldier.", 1, id="article-as-one"),
        pytest.param("The blast killed nobody.", 0, id="nobody"),
        pytest.param("A score of men fled.", 20, id="a-score"),
        pytest.param("It lost half of its 200 men.", 100, id="half-of"),
    ],
)
@pytest.mark.xfail(strict=True)
def test_known_miss(text, low):
    assert [one.range.min for one in counts(text)] == [low]
