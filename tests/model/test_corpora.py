"""Corpora to documents: every repair on a made-up line."""

import random

import corpora
import pytest
from corpora import Word

CONLLU = """\
# text = Al-Nasr fighters didn't stop.
1\tAl\tAl\tPROPN\tNNP\t_\t4\tnmod:desc\t_\tSpaceAfter=No
2\t-\t-\tPUNCT\tHYPH\t_\t3\tpunct\t_\tSpaceAfter=No
3\tNasr\tNasr\tPROPN\tNNP\t_\t1\tflat\t_\t_
4\tfighters\tfighter\tNOUN\tNNS\t_\t7\tnsubj:outer\t_\t_
5-6\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
5\tdid\tdo\tAUX\tVBD\t_\t7\taux\t_\t_
6\tn't\tnot\tPART\tRB\t_\t7\tadvmod\t_\t_
6.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
7\tstop\tstop\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf8")
    (words,) = corpora.read_conllu(path)
    return words


def test_read_conllu_maps_labels_and_keeps_spaces(sentence):
    assert "".join(w.form + " " * w.space for w in sentence).strip() == "Al-Nasr fighters didn't stop."
    assert [w.dep for w in sentence] == [
        "compound",
        "punct",
        "flat",
        "nsubj",
        "aux",
        "advmod",
        "ROOT",
        "punct",
    ]


def test_a_hyphenated_compound_becomes_one_word_in_its_topmost_part_s_place(sentence):
    merged = corpora.merge_hyphens(sentence)
    assert [w.form for w in merged][:2] == ["Al-Nasr", "fighters"]
    assert (merged[0].tag, merged[0].dep, merged[0].head) == ("NNP", "compound", 1)
    assert [w.head for w in merged] == [1, 4, 4, 4, 4, 4]


def test_a_hyphen_between_digits_is_not_merged():
    pair = [
        Word("7", tag="CD", space=False),
        Word("-", tag="HYPH", head=0, space=False),
        Word("8", tag="CD", head=0),
    ]
    assert corpora.merge_hyphens(pair) == pair


@pytest.mark.parametrize(
    "label, ours",
    [("nsubj:pass", "nsubj:pass"), ("obl:unmarked", "obl"), ("root", "ROOT"), ("cc:preconj", "cc")],
)
def test_map_dep(label, ours):
    assert corpora.map_dep(label) == ours


def test_restyle_changes_marks_and_nothing_else():
    plain = [Word(f) for f in ('"', "Stop", '"', "-", "he", "did", "n't", "go", "to", "al-Bab")]
    seen = set()
    for seed in range(20):
        styled = [w.form for w in corpora.restyle(plain, random.Random(seed))]
        assert [styled[i] for i in (1, 4, 5, 7, 8, 9)] == ["Stop", "he", "did", "go", "to", "al-Bab"]
        seen.add(tuple(styled[i] for i in (0, 2, 3, 6)))
    assert ("“", "”", "–", "n’t") in seen and any(row[0] == '"' for row in seen)
