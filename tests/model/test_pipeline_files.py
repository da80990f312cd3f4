"""What ships: weights small enough, no text of the corpora, a card that says all it must."""

import json
import re
from pathlib import Path

import evaluate
import pytest

import claimx

MODEL = Path(claimx.__file__).parent / "model"


def test_weights_are_small():
    assert sum(f.stat().st_size for f in (MODEL / "pipeline").rglob("*") if f.is_file()) <= 15_000_000


def test_no_words_of_the_corpora_and_no_paths_in_the_pipeline():
    from claimx.nlp import blank, load_nlp

    labels = {label for pipe in ("tagger", "parser", "ner") for label in load_nlp().get_pipe(pipe).labels}
    kept = set(json.loads((MODEL / "pipeline/vocab/strings.json").read_text(encoding="utf8")))
    assert kept <= set(blank().vocab.strings) | labels
    for name in ("config.cfg", "meta.json"):
        assert not re.search(
            r"/(?:tmp|work|home|usr)\b", (MODEL / "pipeline" / name).read_text(encoding="utf8")
        )


@pytest.mark.parametrize(
    "corpus", ["EWT", "GUM", "Re-DocRED", "Wikigold", "CrossNER", "Universal NER", "PUD"]
)
def test_the_card_and_the_licence_name_every_corpus(corpus):
    for name in ("CARD.md", "WEIGHTS-LICENSE.md"):
        assert corpus in (MODEL / name).read_text(encoding="utf8")


def test_the_card_reports_what_the_targets_ask_for():
    card = (MODEL / "CARD.md").read_text(encoding="utf8")
    assert "{scores}" not in card
    for word in ("ud_pud", "PERSON", "ORG", "nsubj:pass", "words a second", "MB", "make model"):
        assert word in card


def test_scores_are_rendered_as_tables():
    row = {"tag": 0.95, "uas": 0.88, "las": 0.84, "relations": {"nsubj": 0.9}}
    ner = {"f": 0.8, "p": 0.8, "r": 0.8, "labels": {"ORG": 0.7}, "mentions": 10}
    text = evaluate.render_scores(
        {"syntax": {"ud_pud, our tokens": row}, "ner": {"all": ner}, "speed": 9000.0, "size": 14.0}
    )
    assert "| ud_pud, our tokens | 0.950 | 0.880 | 0.840 |" in text
    assert "| all | 10 | 0.800 | 0.800 | 0.800 |  | 0.70 |  |  |  |" in text
    assert "9,000 words a second" in text
