"""The treebank of our own: every made-up sentence is one well-formed tree with names marked."""

import corpora
import entities
import pytest
import templates
from spacy.vocab import Vocab

COUNT = 4 * len(templates.TEMPLATES.strip().splitlines())
SENTENCES = list(templates.template_sentences(COUNT, 3))


def test_every_sentence_is_one_tree_under_one_root():
    for words in SENTENCES:
        assert [i for i, w in enumerate(words) if w.head == i and w.dep == "ROOT"] == [
            i for i, w in enumerate(words) if w.head == i
        ]
        assert sum(w.head == i for i, w in enumerate(words)) == 1
        assert len(list(corpora.syntax_doc(Vocab(), words).sents)) == 1


def test_labels_are_those_of_the_treebanks():
    plain = {
        "ROOT",
        "nsubj",
        "obj",
        "obl",
        "nmod",
        "amod",
        "acl",
        "advcl",
        "advmod",
        "appos",
        "case",
        "cc",
        "compound",
        "conj",
    }
    plain |= {"aux", "cop", "det", "fixed", "flat", "mark", "nummod", "punct", "xcomp"}
    assert {w.dep for words in SENTENCES for w in words} <= plain | corpora.KEPT_SUBTYPES


def test_the_same_seed_gives_the_same_sentences():
    assert list(templates.template_sentences(COUNT, 3)) == SENTENCES
    assert list(templates.template_sentences(COUNT, 4)) != SENTENCES


def test_no_slot_is_left_unfilled():
    bare = {"X", "Y", "Z", "N", "W", "A", "S", *templates.SLOTS}
    assert not bare & {w.form for words in SENTENCES for w in words if len(w.form) > 1 or w.form in "XYZNWS"}


@pytest.mark.parametrize(
    "text, name",
    [
        ("the/DT:det Syrian/JJ:amod army/NN", [("Syrian", "NORP")]),
        ("the/DT:det Islamic/NNP:amod State/NNP", [("Islamic State", "ORG")]),
        ("the/DT:det group/NN", []),
    ],
)
def test_groups_are_marked_without_their_article(text, name):
    out = []
    templates._expand(text, "nsubj", out, None)
    templates._mark_group(out, 0)
    assert [(e.text, e.label_) for e in entities.ner_doc(Vocab(), out).ents] == name
