"""Questions that patterns ask of a tree, on trees made by hand."""

from __future__ import annotations

import pytest

from tests.syntax.trees import at, texts, tree

ACTIVE = "The/DT/det>2 rebels/NNS/nsubj>3 stormed/VBD/ROOT>0 two/CD/nummod>5 villages/NNS/obj>3 in/IN/case>7 Ituri/NNP/obl>3"
PASSIVE = "Six/CD/nummod>2 nuns/NNS/nsubj:pass>4 were/VBD/aux:pass>4 abducted/VBN/ROOT>0 by/IN/case>6 rebels/NNS/obl:agent>4 and/CC/cc>8 bandits/NNS/conj>6"
RELATIVE = (
    "Fighters/NNS/nsubj>6 who/WP/nsubj>3 joined/VBD/acl:relcl>1 the/DT/det>5 front/NN/obj>3 fled/VBD/ROOT>0"
)
CONTROL = "Clans/NNS/nsubj>2 agreed/VBD/ROOT>0 to/TO/mark>4 join/VB/xcomp>2 it/PRP/obj>4"
PERSUADED = "Envoys/NNS/nsubj>2 persuaded/VBD/ROOT>0 clans/NNS/obj>2 to/TO/mark>5 disarm/VB/xcomp>2"
SHARED_SUBJECT = "Pirates/NNS/nsubj>2 boarded/VBD/ROOT>0 ships/NNS/obj>2 and/CC/cc>5 fled/VBD/conj>2"
DECISION = (
    "Its/PRP$/nmod:poss>2 decision/NN/nsubj>5 to/TO/mark>4 leave/VB/acl>2 surprised/VBD/ROOT>0 all/DT/obj>5"
)
REDUCED = (
    "The/DT/det>2 men/NNS/nsubj>6 killed/VBN/acl>2 by/IN/case>5 snipers/NNS/obl:agent>3 slept/VBD/ROOT>0"
)


@pytest.mark.parametrize(
    ("sentence", "verb", "agents", "patients"),
    [
        (ACTIVE, "stormed", ["rebels"], ["villages"]),
        (PASSIVE, "abducted", ["rebels", "bandits"], ["nuns"]),
        (RELATIVE, "joined", ["Fighters"], ["front"]),
        (CONTROL, "join", ["Clans"], ["it"]),
        (PERSUADED, "disarm", ["clans"], []),
        (SHARED_SUBJECT, "fled", ["Pirates"], []),
        (DECISION, "leave", ["Its"], []),
        (REDUCED, "killed", ["snipers"], ["men"]),
    ],
)
def test_who_does_what_to_whom(sentence, verb, agents, patients):
    parse = tree(sentence)
    i = at(parse, verb)
    assert texts(parse, parse.agents(i)) == agents
    assert texts(parse, parse.patients(i)) == patients


def test_passive_is_told_from_active():
    assert not tree(ACTIVE).is_passive(2)
    assert tree(PASSIVE).is_passive(3)
    assert tree(REDUCED).is_passive(2)


def test_a_relative_pronoun_stands_for_its_noun():
    parse = tree(RELATIVE)
    assert parse.antecedent(1) == 0 and parse.antecedent(0) == 0


@pytest.mark.parametrize(
    ("sentence", "head", "phrase", "short"),
    [
        (ACTIVE, "rebels", "The rebels", "The rebels"),
        (ACTIVE, "villages", "two villages", "two villages"),
        (
            "the/DT/det>2 mayor/NN/ROOT>0 of/IN/case>4 Lira/NNP/nmod>2",
            "mayor",
            "the mayor of Lira",
            "the mayor",
        ),
        ("the/DT/det>2 raid/NN/ROOT>0 on/IN/case>4 Lira/NNP/nmod>2", "raid", "the raid", "the raid"),
        (
            "its/PRP$/nmod:poss>3 old/JJ/amod>3 allies/NNS/ROOT>0 who/WP/nsubj>5 fled/VBD/acl:relcl>3",
            "allies",
            "its old allies",
            "its old allies",
        ),
    ],
)
def test_a_phrase_has_its_modifiers_and_no_clause(sentence, head, phrase, short):
    parse = tree(sentence)
    assert parse.phrase(at(parse, head)) == phrase
    assert parse.phrase(at(parse, head), mods=False) == short


def test_prepositions_marks_and_particles():
    parse = tree(
        "because/IN/case>4 of/IN/fixed>1 the/DT/det>4 raids/NNS/obl>6 troops/NNS/nsubj>6 pulled/VBD/ROOT>0 out/RP/compound:prt>6 if/IN/mark>10 it/PRP/nsubj>10 rained/VBD/advcl>6"
    )
    assert parse.case(3) == "because of"
    assert parse.particle(5) == "out"
    assert parse.mark(9) == "if"
    assert ("because of", 3) in parse.obliques(5)


def test_coordination():
    parse = tree(PASSIVE)
    assert texts(parse, parse.conjuncts(5)) == ["rebels", "bandits"]
    assert parse.first_conjunct(7) == 5


@pytest.mark.parametrize(
    ("offset", "word"), [(0, "The"), (3, None), (4, "rebels"), (9, "rebels"), (10, None), (10_000, None)]
)
def test_word_at(offset, word):
    parse = tree(ACTIVE)
    found = parse.word_at(offset)
    assert (parse.words[found].text if found is not None else None) == word


def test_head_of_a_stretch():
    parse = tree(
        "the/DT/det>2 Front/NNP/nsubj>6 for/IN/case>4 Unity/NNP/nmod>2 (/-LRB-/punct>2 struck/VBD/ROOT>0"
    )
    start, end = parse.words[0].start, parse.words[3].end
    assert parse.head_in(start, end) == 1
    assert parse.head_in(5000, 5001) is None


def test_walks_end_even_on_a_broken_tree():
    parse = tree("a/NN/conj>2 b/NN/conj>1")
    assert list(parse.ancestors(0))
    assert parse.subjects(0) == []


def test_empty():
    parse = tree("")
    assert parse.words == [] and parse.word_at(0) is None and parse.head_in(0, 1) is None
