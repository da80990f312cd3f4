"""Votes on names: who wins, and where the corpus falls silent."""

from __future__ import annotations

import entities
import pytest
import silver
from corpora import Word

from claimx.nlp import blank

WORDS = [Word(w) for w in ("Okello", "joined", "the", "Lake", "Front", "in", "Mbale")]


class Voter:
    """Sees the same names in every sentence: (start, end, label) in words."""

    def __init__(self, *spans: tuple[int, int, str]) -> None:
        self.vocab = blank().vocab
        self.spans = spans

    def pipe(self, docs, batch_size):
        for doc in docs:
            doc.set_ents([entities.Span(doc, a, b, label=label) for a, b, label in self.spans])
            yield doc


@pytest.mark.parametrize(
    ("ballots", "labels"),
    [
        ([(), (), ()], "O O O O O O O"),
        ([((3, 5, "ORG"),)] * 3, "O O O B-ORG I-ORG O O"),
        ([((3, 5, "ORG"),)] * 2 + [()], "O O O - - O O"),
        ([((6, 7, "LOC"),)] * 3 + [((6, 7, "ORG"),)] * 2, "O O O O O O B-LOC"),
        ([((3, 5, "ORG"),)] * 3 + [((4, 5, "ORG"),)] * 2, "O O O B-ORG I-ORG O O"),
        ([((0, 1, "PERSON"),)] * 4 + [((3, 5, "ORG"),)], "B-PERSON O O - - O O"),
    ],
)
def test_three_voters_name_and_fewer_silence(ballots, labels):
    (elected,) = silver.silver_sentences([WORDS], [Voter(*spans) for spans in ballots])
    assert " ".join(w.ent for w in elected) == labels
    assert [w.form for w in elected] == [w.form for w in WORDS]
