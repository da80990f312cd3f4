"""Where sentences end."""

from __future__ import annotations

import itertools
import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.sentences import split_sentences

WHOLE = [  # one sentence each
    "Gen. Okello and Lt. Col. Banda met at Mt. Elgon on Jan. 5 with 300 men.",
    "It has 1.5 million U.S. dollars, pp. 12-15, vol. 3, No. 5 of the series.",
    "The U.S. Army and the U.N. Security Council met in Washington, D.C. on Monday.",
    "J. K. Rowling and A. Q. Khan did not write it.",
    "Groups such as Ansar Dine, i.e. the Defenders, or MUJAO, e.g. Ould's men, left.",
    "Mir et al. argue (see vol. 2, p. 10) that St. Petersburg was spared.",
    "The rebels (They came in May.) were few.",
    "He said, “We left. They stayed.”",
    "The site www.example.com and dawn.com reported it at 5 p.m. on Monday.",
    "The attack … was the last.",
    "Yahoo! reported it first.",
    "The version 2.0 The Hague used was old.",
    "Its leader was called Commander X.",
    "It was decreed in Art. 5 of the truce.",
]
CUT = [
    ("It fell.¹² The army left.", ["It fell.¹²", "The army left."]),
    ("It fell.[3] The army left. [4] It rained.", ["It fell.[3]", "The army left. [4]", "It rained."]),
    ("It fell.^{12 &} The army left.", ["It fell.^{12 &}", "The army left."]),
    (
        "It fell.<sup>5</sup> The army left.[^6] It rained.",
        ["It fell.<sup>5</sup>", "The army left.[^6]", "It rained."],
    ),
    ("It fell (Herald, January 21). The army left.", ["It fell (Herald, January 21).", "The army left."]),
    ("It fell. (Herald, January 21) The army left.", ["It fell. (Herald, January 21)", "The army left."]),
    (
        "It fell. (Young & Dugan, 2014; Mir, 2022, p. 10). He fled.",
        ["It fell. (Young & Dugan, 2014; Mir, 2022, p. 10).", "He fled."],
    ),
    (
        "He fled (Council, June 1, 2020), Hence, the group split.",
        ["He fled (Council, June 1, 2020)", "Hence, the group split."],
    ),
    ('He called it "a war." The army agreed.', ['He called it "a war."', "The army agreed."]),
    ("“We won.”⁴ The group did not.", ["“We won.”⁴", "The group did not."]),
    ("Who fought? Nobody! The war ended.", ["Who fought?", "Nobody!", "The war ended."]),
    ("He lives in the U.S. They do not.", ["He lives in the U.S.", "They do not."]),
    ("al-Shabaab fled. al-Shabaab returned.", ["al-Shabaab fled.", "al-Shabaab returned."]),
    (
        "They fled. (They returned in May.) Nobody saw them.",
        ["They fled.", "(They returned in May.)", "Nobody saw them."],
    ),
    ("The militants said no. They left.", ["The militants said no.", "They left."]),
    ("It ended in 2014. 30 were killed.", ["It ended in 2014.", "30 were killed."]),
    ("1. The first left. 2. The second stayed.", ["1. The first left.", "2. The second stayed."]),
]


@pytest.mark.parametrize("text", WHOLE)
def test_no_boundary(text: str) -> None:
    assert [text[low:high] for low, high in split_sentences(text)] == [text]


@pytest.mark.parametrize(("text", "sentences"), CUT)
def test_boundaries(text: str, sentences: list[str]) -> None:
    assert [text[low:high] for low, high in split_sentences(text)] == sentences


@pytest.mark.xfail(reason="an hour before a title could open a sentence as well as go on with it")
def test_hour_before_a_title() -> None:
    text = "At 5 a.m. Mr. Banda left."
    assert split_sentences(text) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "number", "sentences"),
    [
        ("It fell. 12 The army left.", "12", ["It fell. 12", "The army left."]),
        ("It fell.12 The army left.", "12", ["It fell.12", "The army left."]),
        ("It fell to 2,000.5 The army left.", "5", ["It fell to 2,000.5", "The army left."]),
        ("It rose by 2.5 The Hague said.", "9", ["It rose by 2.5 The Hague said."]),
        ("It fell. 55", "55", ["It fell. 55"]),
    ],
)
def test_plain_digits(text: str, number: str, sentences: list[str]) -> None:
    def is_callout(digits: str, offset: int) -> bool:
        return digits == number and text.startswith(number, offset)

    spans = split_sentences(text, is_callout=is_callout)
    assert [text[low:high] for low, high in spans] == sentences


def test_golden_rules(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "benchmarks/sentences.jsonl").read_text().splitlines()]
    right = [
        row["id"]
        for row in rows
        if [row["text"][low:high] for low, high in split_sentences(row["text"])] == row["sentences"]
    ]
    assert len(right) >= 45


@given(st.text(alphabet="Aab .!?\"”)(¹[1]2…,'\n-", max_size=80))
def test_sentences_cover_the_text(text: str) -> None:
    spans = split_sentences(text)
    covered = {offset for low, high in spans for offset in range(low, high)}
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)
    assert spans == sorted(spans) and all(low < high for low, high in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


def test_splitting_is_linear() -> None:
    started = time.process_time()
    for text in ("." * 300_000, "A. " * 100_000, '"a" ' * 80_000, "(" * 300_000, "It fell.¹ " * 30_000):
        split_sentences(text)
    assert time.process_time() - started < 4
