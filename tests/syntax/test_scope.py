"""Polarity, modality and attribution: what does not turn a statement stands first."""

from __future__ import annotations

import pytest

from claimx.syntax.scope import find_scope, forms, words
from tests.syntax.trees import at, parsed, tree

ROWS = [
    # nothing turns these
    ("The rebels attacked the village.", "attacked", "affirmed", "asserted", None),
    ("The rebels not only attacked the village but burned it.", "attacked", "affirmed", "asserted", None),
    ("It is not surprising that the rebels attacked the village.", "attacked", "affirmed", "asserted", None),
    ("The men who had never fought attacked the village.", "attacked", "affirmed", "asserted", None),
    ("The rebels attacked the village, which did not fall.", "attacked", "affirmed", "asserted", None),
    ("The group decided to join the alliance.", "join", "affirmed", "asserted", None),
    # denied
    ("The rebels did not attack the village.", "attack", "negated", "asserted", None),
    ("The group has never attacked tourists.", "attacked", "negated", "asserted", None),
    ("The group refused to join the alliance.", "join", "negated", "asserted", None),
    ("The group failed to join the alliance.", "join", "negated", "asserted", None),
    ("No rebels attacked the village.", "attacked", "negated", "asserted", None),
    ("Neither the rebels nor the army attacked the village.", "attacked", "negated", "asserted", None),
    # planned, feared, possible
    ("The rebels may attack the village.", "attack", "affirmed", "prospective", None),
    ("The rebels will attack the village.", "attack", "affirmed", "prospective", None),
    ("If the rebels attack the village, the army will respond.", "attack", "affirmed", "prospective", None),
    ("The rebels planned to attack the village.", "attack", "affirmed", "prospective", None),
    ("The rebels threatened to attack the village.", "attack", "affirmed", "prospective", None),
    ("The group is likely to join the alliance.", "join", "affirmed", "prospective", None),
    # reported, by somebody or nobody
    ("The rebels reportedly attacked the village.", "attacked", "affirmed", "reported", None),
    (
        "According to the ministry, the rebels attacked the village.",
        "attacked",
        "affirmed",
        "reported",
        "the ministry",
    ),
    (
        "The ministry said that the rebels attacked the village.",
        "attacked",
        "affirmed",
        "reported",
        "The ministry",
    ),
    ("The army claimed to have attacked the village.", "attacked", "affirmed", "reported", "The army"),
    ("The rebels are believed to have attacked the village.", "attacked", "affirmed", "reported", None),
    # two at once
    ("The rebels denied that they had attacked the village.", "attacked", "negated", "asserted", None),
    (
        "The ministry said that the rebels did not attack the village.",
        "attack",
        "negated",
        "reported",
        "The ministry",
    ),
    # a denial of an end affirms
    ("The group refused to end its support for the rebels.", "support", "affirmed", "asserted", None),
]

KNOWN_MISSES = [
    # the time clause hangs on what was denied, and is not denied itself
    ("The army failed to answer when rebels attacked the village.", "attacked", "affirmed", "asserted", None),
]


def check(text, word, polarity, modality, source):
    parse = parsed(text)
    scope = find_scope(parse, at(parse, word))
    assert (scope.polarity, scope.modality, scope.attributed_to) == (polarity, modality, source)


@pytest.mark.parametrize(("text", "word", "polarity", "modality", "source"), ROWS)
def test_scope(text, word, polarity, modality, source):
    check(text, word, polarity, modality, source)


@pytest.mark.parametrize(("text", "word", "polarity", "modality", "source"), KNOWN_MISSES)
@pytest.mark.xfail(strict=True, reason="known miss")
def test_scope_known_miss(text, word, polarity, modality, source):
    check(text, word, polarity, modality, source)


def test_a_refusal_reaches_the_infinitive():
    parse = tree(
        "It/PRP/nsubj>2 refused/VBD/ROOT>0 to/TO/mark>4 end/VB/xcomp>2 its/PRP$/nmod:poss>6 support/NN/obj>4"
    )
    assert find_scope(parse, 3).polarity == "negated"


def test_a_coordinated_verb_shares_the_denial():
    parse = tree(
        "They/PRP/nsubj>4 did/VBD/aux>4 not/RB/advmod>4 kill/VB/ROOT>0 or/CC/cc>6 rob/VB/conj>4 anyone/NN/obj>6"
    )
    assert find_scope(parse, 5).polarity == "negated"
    parse = tree(
        "They/PRP/nsubj>4 did/VBD/aux>4 not/RB/advmod>4 kill/VB/ROOT>0 but/CC/cc>7 they/PRP/nsubj>7 robbed/VBD/conj>4"
    )
    assert find_scope(parse, 6).polarity == "affirmed"


def test_ability_is_told_from_intent():
    can = tree("They/PRP/nsubj>3 could/MD/aux>3 field/VB/ROOT>0 900/CD/nummod>5 men/NNS/obj>3")
    assert find_scope(can, 2).able
    will = tree("They/PRP/nsubj>3 will/MD/aux>3 attack/VB/ROOT>0")
    assert not find_scope(will, 2).able


def test_the_first_lemma_keeps_a_form():
    assert forms(["saw", "see"])["saw"] == "saw"
    assert forms(["deny"], ["denial"])["denials"] == "denial"


def test_the_lexicon_is_whole():
    lex = words()
    assert (
        "refused" in lex.neg
        and "may" in lex.modals
        and "claimed" in lex.reported
        and "planned" in lex.prospective
    )
    assert lex.phrases and all(phrase for phrase in lex.phrases)
