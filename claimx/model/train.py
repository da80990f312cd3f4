# ruff: noqa: E402
"""Train, evaluate and write the bundled pipeline, its card included.

    python claimx/model/train.py CORPORA_DIR [--out DIR]

CORPORA_DIR holds ud_ewt, gum_cc, redocred_ner, wikigold, crossner_politics, uner_ewt and ud_pud (a test set
only). Two models are trained, one after the other, from the two config files beside this one, then
joined: tok2vec + tagger + parser, and ner with a tok2vec of its own that also reads the tags. Before ner
five voters are trained, which differ in seed and build; ner learns from the corpora and from their votes on the
treebanks' sentences (silver.py). The settings were chosen on the dev part with voters and with an ner that had
not seen it; what ships has learnt from the dev part too, and from no test part.
One core, fixed seeds, about an hour and a half: the same corpora give the same weights on the same machine.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, and sums in a fixed order

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE)]

import corpora
import entities
import evaluate
import silver
import spacy
import templates
from spacy import Language
from spacy.language import DEFAULT_CONFIG_PATH
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config

from claimx.nlp import blank

SEED = 20260101
SYNTAX_TRAIN = ["ud_ewt/en_ewt-ud-train.conllu"] + 2 * ["gum_cc/gum_cc-train.conllu"]
SYNTAX_DEV = ["ud_ewt/en_ewt-ud-dev.conllu", "gum_cc/gum_cc-dev.conllu"]
NER_TRAIN = ["redocred_ner", "wikigold", "crossner_politics"]
SILVER = ["ud_ewt/en_ewt-ud-train.conllu", "gum_cc/gum_cc-train.conllu"]
EPOCHS = {"syntax": 7, "voter": 12, "ner": 14}
TOK2VEC = "components.ner.model.tok2vec"
VOTERS: list[dict[str, Any]] = [  # how each differs from ner.cfg; the seeds are 1 to 5
    {"training.dropout": 0.15},
    {"training.dropout": 0.25, f"{TOK2VEC}.embed.rows": [8000, 300, 1500, 400, 80, 80]},
    {"training.dropout": 0.2, "components.ner.model.hidden_width": 128},
    {
        "training.dropout": 0.2,
        f"{TOK2VEC}.encode.depth": 3,
        f"{TOK2VEC}.encode.width": 128,
        f"{TOK2VEC}.embed.rows": [10000, 500, 3000, 600, 80, 80],
    },
    {
        "training.dropout": 0.3,
        f"{TOK2VEC}.embed.attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG"],
        f"{TOK2VEC}.embed.rows": [8000, 500, 3000, 600, 80],
    },
]
TEMPLATES = {"syntax": 1200, "ner": 400}  # made-up sentences among some 20,000 real ones
SENTENCES: dict[str, list[list[corpora.Word]]] = {}  # what `ner_reader` reads: part -> sentences
Splits = dict[str, dict[str, list[list[corpora.Word]]]]  # corpus -> part -> sentences


def main() -> None:
    """Command line: train both parts, join, evaluate, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, metavar="CORPORA_DIR")
    parser.add_argument(
        "--out",
        type=Path,
        default=HERE / "pipeline",
        help="where the pipeline goes (default: beside this file)",
    )
    parser.add_argument(
        "--card", type=Path, help="where the card goes (default: CARD.md beside the pipeline)"
    )
    parser.add_argument(
        "--work", type=Path, help="keep the intermediate files here, and reuse a part that is already trained"
    )
    args = parser.parse_args()
    work = args.work or Path(tempfile.mkdtemp(prefix="claimx-train-"))
    work.mkdir(parents=True, exist_ok=True)
    syntax = trained("syntax", args.corpora, work)
    splits = tagged_splits(args.corpora, syntax)
    voters = [voter(n, splits, work) for n in range(1, len(VOTERS) + 1)]
    ner = trained_ner(splits, voters, args.corpora, syntax, work)
    new = args.out.with_name(f".{args.out.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    write_pipeline(join(syntax, ner), new)
    shutil.rmtree(args.out, ignore_errors=True)
    new.rename(args.out)
    scores = evaluate.evaluate(args.out, args.corpora, ner_splits(args.corpora), NER_TRAIN)
    (args.card or args.out.parent / "CARD.md").write_text(evaluate.render_card(scores), encoding="utf8")
    print(evaluate.render_scores(scores))
    if not args.work:
        shutil.rmtree(work)


def trained(part: str, root: Path, work: Path) -> Language:
    """The best checkpoint of the syntax part, from `work` if it is there, else newly trained."""
    done = work / part / "done"
    if not done.exists():
        train_part(part, syntax_data(root, work), EPOCHS[part], work, {})
        done.touch()
    return spacy.load(work / part / "model-best")


def voter(n: int, splits: Splits, work: Path) -> Language:
    """The n-th voter's last checkpoint, from `work` if it is there; the dev part is none of its business."""
    part = f"voter-{n}"
    done = work / part / "done"
    if not done.exists():
        seed = {"training.seed": n, "system.seed": n}
        train_part(
            part, fill(gold_sentences(splits, "train"), splits), EPOCHS["voter"], work, seed | VOTERS[n - 1]
        )
        done.touch()
    return spacy.load(work / part / "model-last")


def trained_ner(splits: Splits, voters: list[Language], root: Path, syntax: Language, work: Path) -> Language:
    """The last checkpoint of ner, trained on the corpora, their dev part and the voters' silver."""
    done = work / "ner" / "done"
    if not done.exists():
        plain = [
            [replace(w, ent="O") for w in s] for f in SILVER for s in corpora.syntax_sentences([root / f])
        ]
        sentences = gold_sentences(splits, "train", "dev")
        sentences += silver.silver_sentences(tag(plain, syntax), voters)
        random.Random(SEED).shuffle(sentences)
        train_part("ner", fill(sentences, splits), EPOCHS["ner"], work, {})
        done.touch()
    return spacy.load(work / "ner" / "model-last")


def train_part(part: str, words: int, epochs: float, work: Path, changes: dict[str, Any]) -> None:
    """Train one config, with changes, on the data made for it; leaves work/part/model-best and model-last."""
    config = HERE / ("syntax.cfg" if part == "syntax" else "ner.cfg")
    size = load_config(config, interpolate=False)["training"]["batcher"]["size"]
    steps = int(epochs * words / size)
    overrides = {"training.max_steps": steps, "training.eval_frequency": max(200, steps // 10)} | changes
    if part == "syntax":
        overrides |= {f"paths.{p}": str(work / f"syntax-{p}.spacy") for p in ("train", "dev")}
    nlp = init_nlp(load_config(DEFAULT_CONFIG_PATH).merge(load_config(config, overrides=overrides)))
    (work / part).mkdir(exist_ok=True)
    train_loop(nlp, work / part, stdout=sys.stderr, stderr=sys.stderr)


# -- data ----------------------------------------------------------------------------


def syntax_data(root: Path, work: Path) -> int:
    """Write work/syntax-{train,dev}.spacy; give the words in train."""
    vocab = blank().vocab
    sentences = list(corpora.syntax_sentences([root / f for f in SYNTAX_TRAIN], SEED))
    sentences += corpora.restyle_some(
        templates.template_sentences(TEMPLATES["syntax"], SEED), random.Random(SEED)
    )
    train = [corpora.syntax_doc(vocab, s) for s in sentences]
    random.Random(SEED).shuffle(train)
    write_docs(
        (corpora.syntax_doc(vocab, s) for s in corpora.syntax_sentences([root / f for f in SYNTAX_DEV])),
        work / "syntax-dev.spacy",
    )
    return write_docs(train, work / "syntax-train.spacy")


def write_docs(docs: Iterable[Doc], path: Path) -> int:
    """Write a DocBin; give the number of words."""
    docs = list(docs)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
    return sum(len(doc) for doc in docs)


def tagged_splits(root: Path, syntax: Language) -> Splits:
    """The parts of the NER corpora and the made-up sentences, tagged by `syntax`."""
    splits = {c: {p: tag(s, syntax) for p, s in parts.items()} for c, parts in ner_splits(root).items()}
    return splits | {
        "templates": {"train": tag(list(templates.template_sentences(TEMPLATES["ner"], SEED)), syntax)}
    }


def gold_sentences(splits: Splits, *parts: str) -> list[list[corpora.Word]]:
    """Those parts of the corpora for training with the made-up sentences, shuffled."""
    sentences = [s for c in NER_TRAIN for p in parts for s in splits[c][p]]
    sentences += splits["templates"]["train"]
    random.Random(SEED).shuffle(sentences)
    return sentences


def fill(sentences: list[list[corpora.Word]], splits: Splits) -> int:
    """Put the sentences and the dev part where `ner_reader` finds them; give the words in training."""
    SENTENCES["train"] = sentences
    SENTENCES["dev"] = [s for c in NER_TRAIN for s in splits[c]["dev"]]
    return sum(map(len, sentences))


def tag(sentences: list[list[corpora.Word]], syntax: Language) -> list[list[corpora.Word]]:
    """The sentences with the tags and labels that `syntax` gives: the ner component reads them."""
    docs = [
        Doc(syntax.vocab, words=[w.form for w in s], sent_starts=[i == 0 for i in range(len(s))])
        for s in sentences
    ]
    with syntax.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        tagged = list(syntax.pipe(docs, batch_size=256))
    return [
        [replace(w, tag=t.tag_, dep=t.dep_) for w, t in zip(s, doc, strict=True)]
        for s, doc in zip(sentences, tagged, strict=True)
    ]


@spacy.registry.readers("claimx.ner.v1")
def ner_reader(part: str):
    """Examples of SENTENCES[part]; the predicted Doc holds tags and labels.

    In training quotes and dashes come in other styles every epoch.
    """
    rng = random.Random(SEED)

    def read(nlp: Language):
        sentences = SENTENCES[part]
        for words in corpora.restyle_some(sentences, rng) if part == "train" else sentences:
            yield Example(entities.tagged_doc(nlp.vocab, words), entities.ner_doc(nlp.vocab, words))

    return read


def ner_splits(root: Path) -> Splits:
    """corpus -> part -> sentences; the parts are "train", "dev", "sentences" and "documents".

    The last two are for testing only: "documents" holds whole documents of which training saw nothing (a
    tenth, or the makers' own test file), "sentences" a tenth of the sentences of the other documents.
    """

    def iob(corpus: str, name: str) -> list[list[list[corpora.Word]]]:
        return entities.ner_sentences(root / corpus / f"{name}.iob2", corpus)

    wikigold = flat(iob("wikigold", "wikigold"))  # it marks no documents: runs of 20 sentences
    politics = [flat(iob("crossner_politics", f"politics-{part}")) for part in ("train", "dev", "test")]
    splits = {
        "redocred_ner": split(iob("redocred_ner", "redocred-dev") + iob("redocred_ner", "redocred-test")),
        "wikigold": split([wikigold[i : i + 20] for i in range(0, len(wikigold), 20)]),
        "crossner_politics": split([politics[0] + politics[1]], politics[2]),
    }
    uner = {part: flat(iob("uner_ewt", f"en_ewt-{part}")) for part in ("train", "dev", "test")}
    return splits | {
        "uner_ewt": {"train": uner["train"], "dev": uner["dev"], "sentences": [], "documents": uner["test"]}
    }


def flat(docs: list[list[list[corpora.Word]]]) -> list[list[corpora.Word]]:
    return [sentence for doc in docs for sentence in doc]


def split(
    docs: list[list[list[corpora.Word]]], test: list | None = None
) -> dict[str, list[list[corpora.Word]]]:
    """Set apart a tenth of the documents (unless `test` is given), then some of the other sentences."""
    rng = random.Random(SEED)
    docs = list(docs)
    if test is None:
        rng.shuffle(docs)
        cut = len(docs) // 10
        test, docs = flat(docs[:cut]), docs[cut:]
    sentences = flat(docs)
    rng.shuffle(sentences)
    a, b = len(sentences) // 20, len(sentences) * 3 // 20
    return {"dev": sentences[:a], "sentences": sentences[a:b], "train": sentences[b:], "documents": test}


# -- the pipeline ----------------------------------------------------------------------


def join(syntax: Language, ner: Language) -> Language:
    """One pipeline out of the two, on a clean configuration (no paths, no training section)."""
    nlp = blank()
    for name in ("tok2vec", "tagger", "parser"):
        nlp.add_pipe(name, source=syntax)
    nlp.add_pipe("ner", source=ner)
    return nlp


def write_pipeline(nlp: Language, path: Path) -> None:
    """Write `nlp` without the words of the corpora: the hashes in the weights need no strings."""
    nlp.meta.update(
        name="claimx", version="1.0.0", license="CC BY-SA 4.0",
        description="Tagger, parser (UD) and NER for English research papers, see CARD.md",
    )  # fmt: skip
    nlp.to_disk(path)
    kept = set(blank().vocab.strings) | {
        label for pipe in ("tagger", "parser", "ner") for label in nlp.get_pipe(pipe).labels
    }
    (path / "vocab/strings.json").write_text(json.dumps(sorted(kept), ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main()
