"""A tree without a model: the plain cases, and no crash on anything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.syntax.shallow import classes, from_text, verb_tags
from tests.syntax.trees import at, texts


def shallow(text: str):
    return from_text(text)


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "patients"),
    [
        ("Gunmen attacked two villages in Ituri.", "attacked", ["Gunmen"], ["villages"]),
        ("The army killed nine guerrillas.", "killed", ["army"], ["guerrillas"]),
        ("Six nuns were abducted by the rebels.", "abducted", ["rebels"], ["nuns"]),
        ("The front and the militia stormed the port.", "stormed", ["front", "militia"], ["port"]),
        ("The faction agreed to join the alliance.", "join", ["faction"], ["alliance"]),
    ],
)
def test_plain_sentences(sentence, verb, agents, patients):
    parse = shallow(sentence)
    i = at(parse, verb)
    assert (texts(parse, parse.agents(i)), texts(parse, parse.patients(i))) == (agents, patients)
    assert parse.shallow


@pytest.mark.xfail(strict=True, reason="the first finite verb is taken as the root, a plural as a verb")
@pytest.mark.parametrize(
    ("sentence", "agents"),
    [("The men who attacked the base fled.", ["men"]), ("Rebels attacked the base.", ["Rebels"])],
)
def test_known_misses(sentence, agents):
    parse = shallow(sentence)
    assert texts(parse, parse.agents(at(parse, "attacked"))) == agents


@pytest.mark.parametrize(
    ("sentence", "word", "tag"),
    [
        ("They struck at dawn.", "struck", "VBD"), ("They will strike.", "strike", "VB"), ("Its raid failed.", "raid", "NN"), ("In 1999 it fled.", "1999", "CD"),
        ("The Front fled.", "Front", "NNP"), ("It fled quickly.", "quickly", "RB"), ("Two killings followed.", "killings", "NNS"), ("They fled to join it.", "join", "VB"),
    ],
)  # fmt: skip
def test_tags(sentence, word, tag):
    parse = shallow(sentence)
    assert parse.words[at(parse, word)].tag == tag


def test_lists():
    assert classes()["of"] == "IN" and classes()["who"] == "WP" and verb_tags()["struck"] == "VBD"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abet TSk.,'’-()“”19\n\t", max_size=60))
def test_anything_gives_a_tree_with_one_root(text):
    parse = shallow(text)
    for w in parse.words:
        assert text[w.start : w.end] == w.text and 0 <= w.head < len(parse.words)
        chain = list(parse.ancestors(w.i))
        assert parse.words[(chain or [w.i])[-1]].head == (chain or [w.i])[-1], "a cycle"
