"""Names as one word for the parser: tokens, offsets, what is left alone."""

from __future__ import annotations

import pytest

from claimx.nlp import load_nlp
from claimx.syntax.masked import GROUP, PERSON, PLACE, parse_masked
from claimx.syntax.tree import entities_of, from_doc


def masked(text: str, *names: tuple[str, str], model: str = "bundled"):
    masks = sorted((text.index(name), text.index(name) + len(name), word) for name, word in names)
    (doc,) = parse_masked(load_nlp(model), [(text, masks)])
    return doc


@pytest.mark.parametrize(
    ("text", "names", "tokens"),
    [
        ("No names stand here.", (), ["No", "names", "stand", "here", "."]),
        ("The Front for the Hills fled.", (("Front for the Hills", GROUP),), ["The", "NATO", "fled", "."]),
        ("Men of IS-K.", (("IS-K", GROUP),), ["Men", "of", "NATO", "."]),
        (
            "Abu Omar met Ali Khan in Port Said.",
            (("Abu Omar", PERSON), ("Ali Khan", PERSON), ("Port Said", PLACE)),
            ["Smith", "met", "Smith", "in", "London", "."],
        ),
        ("The LRA's raid", (("LRA", GROUP),), ["The", "NATO", "'s", "raid"]),
        ("an al-Qaeda-linked cell", (("al-Qaeda", GROUP),), ["an", "al-Qaeda-linked", "cell"]),
    ],
)
def test_tokens(text, names, tokens):
    assert [t.text for t in masked(text, *names, model="rules")] == tokens


def test_the_tree_shows_the_printed_words():
    text = "The Group for the Support of the Hills (GSH) stormed Old Port."
    parse = from_doc(masked(text, ("Group for the Support of the Hills (GSH)", GROUP), ("Old Port", PLACE)))
    assert parse.text == text
    assert [w.text for w in parse.words] == [
        "The",
        "Group for the Support of the Hills (GSH)",
        "stormed",
        "Old Port",
        ".",
    ]
    assert all(text[w.start : w.end] == w.text for w in parse.words)
    assert [parse.words[i].text for i in parse.subjects(2)] == ["Group for the Support of the Hills (GSH)"]


def test_one_sentence_whatever_stands_in_it():
    doc = masked("He fled. They died.", model="bundled")
    assert sum(t.dep_ == "ROOT" for t in doc) == 1


def test_entities_have_the_texts_offsets():
    text = "The leader of the Front for the Hills, Abu Omar Hassan, visited Germany in March 2014 and met French officers."
    doc = masked(text, ("Front for the Hills", GROUP), ("Abu Omar Hassan", PERSON))
    for start, end, label in entities_of(doc):
        assert 0 <= start < end <= len(text) and label
    assert {"Abu Omar Hassan", "Germany"} <= {text[start:end] for start, end, _ in entities_of(doc)}


def test_order_is_kept():
    texts = [f"Sentence {n} stands alone." for n in range(300)]
    docs = list(parse_masked(load_nlp("rules"), [(t, []) for t in texts]))
    assert [d.user_data["text"] for d in docs] == texts
