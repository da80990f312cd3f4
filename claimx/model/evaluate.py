"""Score a pipeline on held-out data, and write the card."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import corpora
import entities
import spacy
from spacy import Language
from spacy.tokens import Doc
from spacy.training import Example

PUD = "ud_pud/en_pud-ud-test.conllu"
RELATIONS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "conj",
    "appos",
    "acl",
    "acl:relcl",
    "advcl",
    "xcomp",
    "ccomp",
    "compound",
)


def evaluate(path: Path, root: Path, splits: dict[str, Any], own: list[str]) -> dict[str, Any]:
    """All scores of the pipeline in `path`, as one plain dict; only the corpora in `own` count in "all"."""
    nlp = spacy.load(path)
    scores: dict[str, Any] = {
        "size": sum(f.stat().st_size for f in path.rglob("*") if f.is_file()) / 1e6,
        "speed": speed(nlp, root),
        "syntax": {
            "ud_pud, our tokens": syntax_scores(nlp, [root / PUD]),
            "ud_pud, from raw text": syntax_scores(nlp, [root / PUD], raw=True),
            "ud_pud, the treebank's tokens": syntax_scores(nlp, [root / PUD], merged=False),
            "ud_ewt test": syntax_scores(nlp, [root / "ud_ewt/en_ewt-ud-test.conllu"]),
            "gum_cc test": syntax_scores(nlp, [root / "gum_cc/gum_cc-test.conllu"]),
        },
        "ner": {},
    }
    for part in ("sentences", "documents"):
        every = []
        for corpus in splits:
            examples = ner_examples(nlp, splits[corpus][part], corpus)
            if examples:
                name = f"{corpus}, {part}" + ("" if corpus in own else " (no part of it trained on)")
                scores["ner"][name] = ner_scores(nlp, examples)
            every += examples if corpus in own else []
        scores["ner"][f"all, {part}"] = ner_scores(nlp, every)
    return scores


def syntax_scores(nlp: Language, paths: list[Path], merged: bool = True, raw: bool = False) -> dict[str, Any]:
    """Tag accuracy, UAS, LAS and F1 by relation; each sentence is given as one, as in use.

    PUD knows no obl:agent: there the label counts as obl.
    """
    examples = []
    for words in (
        w for p in paths for w in (corpora.syntax_sentences([p]) if merged else corpora.read_conllu(p))
    ):
        gold = corpora.syntax_doc(nlp.vocab, words)
        doc = (
            nlp.make_doc(gold.text)
            if raw
            else Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])
        )
        for i, token in enumerate(doc):
            token.is_sent_start = i == 0
        examples.append(Example(doc, gold))
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        for example, doc in zip(
            examples, nlp.pipe([e.predicted for e in examples], batch_size=256), strict=True
        ):
            if "pud" in paths[0].name:
                for token in doc:
                    token.dep_ = "obl" if token.dep_ == "obl:agent" else token.dep_
            example.predicted = doc
    scores = nlp.get_pipe("tagger").score(examples) | nlp.get_pipe("parser").score(examples)
    return {
        "tag": scores["tag_acc"], "uas": scores["dep_uas"], "las": scores["dep_las"],
        "relations": {k: v["f"] for k, v in scores["dep_las_per_type"].items()},
    }  # fmt: skip


def ner_examples(nlp: Language, sentences: list[list[corpora.Word]], corpus: str) -> list[Example]:
    """Predictions beside gold; where a corpus knows no dates, predicted ones do not count."""
    bare = (
        Doc(nlp.vocab, words=[w.form for w in s], sent_starts=[i == 0 for i in range(len(s))])
        for s in sentences
    )
    docs = nlp.pipe(bare, batch_size=256)
    examples = []
    for doc, words in zip(docs, sentences, strict=True):
        if corpus not in entities.DATED:
            doc.set_ents([e for e in doc.ents if e.label_ != "DATE"])
        examples.append(Example(doc, entities.ner_doc(nlp.vocab, words)))
    return examples


def ner_scores(nlp: Language, examples: list[Example]) -> dict[str, Any]:
    scores = nlp.get_pipe("ner").score(examples)
    return {
        "f": scores["ents_f"], "p": scores["ents_p"], "r": scores["ents_r"],
        "labels": {label: row["f"] for label, row in sorted(scores["ents_per_type"].items())},
        "mentions": sum(len(e.reference.ents) for e in examples),
    }  # fmt: skip


def speed(nlp: Language, root: Path) -> float:
    """Words a second of one core (CPU time), the whole pipeline on raw sentences; the best of three runs."""
    texts = [
        line[9:]
        for line in (root / PUD).read_text(encoding="utf8").splitlines()
        if line.startswith("# text = ")
    ]
    best = 0.0
    for _ in range(3):
        start = time.process_time()
        words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=128))
        best = max(best, words / (time.process_time() - start))
    return best


# -- print -------------------------------------------------------------------------------


def render_scores(scores: dict[str, Any]) -> str:
    """Markdown tables of every score."""
    lines = ["| tagger and parser | tag | UAS | LAS |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {row['tag']:.3f} | {row['uas']:.3f} | {row['las']:.3f} |"
        for name, row in scores["syntax"].items()
    ]
    pud = scores["syntax"]["ud_pud, our tokens"]["relations"]
    shown = [r for r in RELATIONS if r in pud]
    lines += [
        "",
        "Label and head both right (F1) on ud_pud, by relation:",
        "",
        "| " + " | ".join(shown) + " |",
        "|---" * len(shown) + "|",
    ]
    lines += ["| " + " | ".join(f"{pud[r]:.2f}" for r in shown) + " |"]
    labels = ("PERSON", "ORG", "LOC", "NORP", "DATE")
    lines += ["", "| NER, held out | mentions | P | R | F1 | " + " | ".join(labels) + " |", "|---" * 10 + "|"]
    for name, row in scores["ner"].items():
        cells = [f"{row['labels'][label]:.2f}" if label in row["labels"] else "" for label in labels]
        lines.append(
            f"| {name} | {row['mentions']} | {row['p']:.3f} | {row['r']:.3f} | {row['f']:.3f} | "
            + " | ".join(cells)
            + " |"
        )
    lines += ["", f"Speed: {scores['speed']:,.0f} words a second on one core. Size: {scores['size']:.1f} MB."]
    return "\n".join(lines)


def render_card(scores: dict[str, Any]) -> str:
    """The model card: the fixed words of card.md with the scores put in."""
    template = (Path(__file__).parent / "card-template.md").read_text(encoding="utf8")
    return template.replace("{scores}", render_scores(scores))
