"""From a Doc to a Parse: coarse classes, labels of other pipelines, what is put right."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from claimx.syntax.tree import coarse, from_doc
from tests.syntax.trees import at, parsed, texts

TAGS = [
    ("NNS", "NOUN"), ("NNP", "PROPN"), ("VBG", "VERB"), ("JJ", "ADJ"), ("RB", "ADV"), ("IN", "ADP"), ("MD", "AUX"), ("PRP$", "PRON"), ("CD", "NUM"),
    ("DT", "DET"), ("CC", "CCONJ"), ("TO", "PART"), ("POS", "PART"), ("WDT", "PRON"), (",", "PUNCT"), ("", "PUNCT"), ("HYPH", "PUNCT"), ("-LRB-", "PUNCT"), ("FW", "X"),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "pos"), TAGS)
def test_coarse(tag, pos):
    assert coarse(tag) == pos


def doc(words: str, tags: str, deps: str, heads: str) -> Doc:
    return Doc(
        spacy.blank("en").vocab,
        words=words.split(),
        tags=tags.split(),
        deps=deps.split(),
        heads=[int(h) for h in heads.split()],
    )


def test_clear_labels_come_to_ud():
    parse = from_doc(
        doc(
            "Six men were shot by rebels in Lira",
            "CD NNS VBD VBN IN NNS IN NNP",
            "nummod nsubjpass auxpass ROOT agent pobj prep pobj",
            "1 3 3 3 3 4 3 6",
        )
    )
    assert [w.dep for w in parse.words] == [
        "nummod",
        "nsubj:pass",
        "aux:pass",
        "ROOT",
        "case",
        "obl:agent",
        "case",
        "obl",
    ]
    assert texts(parse, parse.agents(3)) == ["rebels"]
    assert parse.case(7) == "in" and parse.words[7].head == 3


def test_a_bound_before_a_number_is_no_preposition():
    parse = from_doc(
        doc("They killed around 15 soldiers", "PRP VBD IN CD NNS", "nsubj ROOT case nummod obl", "1 1 4 4 1")
    )
    assert parse.words[4].dep == "obj" and parse.words[2].dep == "advmod"


def test_a_noun_with_a_preposition_is_no_object():
    parse = from_doc(
        doc("They repelled raids on Lira", "PRP VBD NNS IN NNP", "nsubj ROOT obj case obj", "1 1 1 4 1")
    )
    assert parse.words[4].dep == "obl"


def test_an_infinitive_tagged_as_a_noun():
    parse = from_doc(
        doc(
            "Envoys urged clans to join it",
            "NNS VBD NNS IN NN PRP",
            "nsubj ROOT obj case nmod nmod",
            "1 1 1 4 1 4",
        )
    )
    assert (parse.words[4].tag, parse.words[4].dep, parse.words[3].dep) == ("VB", "xcomp", "mark")


def test_a_subject_read_as_a_conjunct_is_restored():
    parse = from_doc(
        doc(
            "In May , commanders were killed",
            "IN NNP , NNS VBD VBN",
            "case obl punct conj aux:pass ROOT",
            "1 5 5 1 5 5",
        )
    )
    assert (parse.words[3].dep, parse.words[3].head) == ("nsubj:pass", 5)


def test_a_name_before_a_noun_modifies_it():
    parse = from_doc(doc("LRA rebels fled", "NNP NNS VBD", "nsubj nsubj ROOT", "1 2 2"))
    assert parse.words[0].dep == "compound"


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "patients"),
    [
        ("The rebels attacked the village.", "attacked", ["rebels"], ["village"]),
        ("Three soldiers were killed by the militants.", "killed", ["militants"], ["soldiers"]),
        (
            "The front and the army captured the town and its port.",
            "captured",
            ["front", "army"],
            ["town", "port"],
        ),
        ("The faction refused to join the alliance.", "join", ["faction"], ["alliance"]),
        ("The men who attacked the base fled.", "attacked", ["men"], ["base"]),
        ("The rebels stormed the barracks, killing six soldiers.", "killing", ["rebels"], ["soldiers"]),
    ],
)
def test_roles_through_the_bundled_pipeline(sentence, verb, agents, patients):
    parse = parsed(sentence)
    i = at(parse, verb)
    assert (texts(parse, parse.agents(i)), texts(parse, parse.patients(i))) == (agents, patients)


def test_words_stand_where_the_text_has_them():
    text = "“Al-Shabaab’s men,” he said,  fled to Kismayo in 2012."
    parse = parsed(text)
    assert parse.text == text and not parse.shallow
    assert all(text[w.start : w.end] == w.text for w in parse.words)
