"""Names that nobody annotated: several NER models vote on the treebanks' sentences, and one small model learns from it.

A vote of models that differ in seed, width and features is a few points better than each of them; the model
that ships learns from the corpora and from these votes (Hinton et al. 2015, Distilling the Knowledge in a Neural
Network; here with hard labels, and none where the models disagree).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import entities
from corpora import Word
from spacy import Language

MAJORITY = 3


def silver_sentences(sentences: Sequence[list[Word]], voters: Iterable[Language]) -> list[list[Word]]:
    """The sentences (tagged, as `entities.tagged_doc` wants them) with the names that most voters see.

    A word that only some of them take for a name gets "-": the corpus is silent there.
    """
    ballots = [
        [{(e.start, e.end, e.label_) for e in doc.ents} for doc in voter.pipe(docs, batch_size=256)]
        for voter in voters
        for docs in [[entities.tagged_doc(voter.vocab, s) for s in sentences]]
    ]
    return [_elected(s, votes) for s, *votes in zip(sentences, *ballots, strict=True)]


def _elected(words: list[Word], votes: Sequence[set[tuple[int, int, str]]]) -> list[Word]:
    counted = Counter(span for vote in votes for span in vote)
    labels = ["O"] * len(words)
    for (start, end, label), n in sorted(counted.items(), key=lambda row: -row[1]):
        if n >= MAJORITY:
            labels[start] = f"B-{label}"
            labels[start + 1 : end] = [f"I-{label}"] * (end - start - 1)
    for (start, end, _), n in counted.items():
        if n < MAJORITY:
            labels[start:end] = ["-" if labels[k] == "O" else labels[k] for k in range(start, end)]
    return [replace(word, ent=label) for word, label in zip(words, labels, strict=True)]
