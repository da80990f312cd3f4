"""Treebanks (CoNLL-U) -> spaCy documents: the words, the label scheme and every repair.

Nothing here trains: `train.py` does. `entities.py` does the same for NER corpora.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Word:
    """One syntactic word; `head` is a position in the sentence, its own for the root."""

    form: str
    tag: str = ""
    head: int = 0
    dep: str = ""
    space: bool = True
    ent: str = "O"


# -- treebanks ---------------------------------------------------------------------

KEPT_SUBTYPES = {"nsubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt"}
OTHER_LABELS = {"root": "ROOT", "nmod:desc": "compound"}


def map_dep(label: str) -> str:
    """UD label -> ours: "nsubj:outer" -> "nsubj", "nsubj:pass" stays, "root" -> "ROOT"."""
    if label in KEPT_SUBTYPES:
        return label
    return OTHER_LABELS.get(label, label.split(":")[0])


def map_tag(form: str, tag: str) -> str:
    """A dash is ":" everywhere, as in the Penn Treebank; EWT has a comma's tag for some."""
    return ":" if tag == "," and form in {"-", "–", "—", "--"} else tag


def read_conllu(path: Path) -> Iterator[list[Word]]:
    """Yield one list of Words a sentence; empty nodes and multiword ranges are dropped."""
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        if line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _words(rows)
            rows = []


def _words(rows: list[list[str]]) -> list[Word]:
    spaces = {row[0]: "SpaceAfter=No" not in row[9] for row in rows}
    for key, space in list(spaces.items()):  # a range "3-4" says what follows word 4, none follows 3
        if "-" in key:
            first, last = map(int, key.split("-"))
            spaces.update({str(i): False for i in range(first, last)} | {str(last): space})
    rows = [row for row in rows if row[0].isdigit()]
    words = []
    for i, row in enumerate(rows):
        head = int(row[6]) - 1 if row[6] != "0" else i
        words.append(Word(row[1], map_tag(row[1], row[4]), head, map_dep(row[7]), spaces[row[0]]))
    return words


HYPHENS = {"-", "‐", "‑"}


def hyphen_groups(words: list[Word]) -> list[tuple[int, int]]:
    """Spans of words that our tokenizer keeps as one: al + - + Qaeda -> (i, i + 3).

    A hyphen between two digits still splits ("7-8"), as in the tokenizer.
    """
    groups: list[tuple[int, int]] = []
    for i in range(1, len(words) - 1):
        left, mid, right = words[i - 1 : i + 2]
        if mid.form not in HYPHENS or left.space or mid.space:
            continue
        if not (left.form[-1].isalnum() and right.form[0].isalnum()):
            continue
        if left.form[-1].isdigit() and right.form[0].isdigit():
            continue
        if groups and groups[-1][1] == i:
            groups[-1] = (groups[-1][0], i + 2)
        else:
            groups.append((i - 1, i + 2))
    return groups


def merge_hyphens(words: list[Word]) -> list[Word]:
    """Join each hyphenated compound into one Word that hangs where its topmost part hung."""
    groups = hyphen_groups(words)
    if not groups:
        return words
    place, start = list(range(len(words))), {g[0]: g[1] for g in groups}
    new_place, merged, i = 0, [], 0
    while i < len(words):
        end = start.get(i, i + 1)
        for j in range(i, end):
            place[j] = new_place
        merged.append(_join(words, i, end) if end > i + 1 else words[i])
        new_place, i = new_place + 1, end
    return [replace(word, head=place[word.head]) for word in merged]


def _join(words: list[Word], start: int, end: int) -> Word:
    """The Word for words[start:end]; its head is still a position in the old sentence."""
    group = words[start:end]
    top = min(range(start, end), key=lambda i: (_depth(words, i), -i))
    form = "".join(w.form for w in group)
    tag, dep = words[top].tag, words[top].dep
    if dep == "amod" or (
        dep == "compound" and words[top].head >= end and tag[:2] in {"NN", "VB", "RB"} and tag[:3] != "NNP"
    ):
        tag, dep = "JJ", "amod"  # "a long-term plan": the treebanks do not agree; the Penn Treebank says JJ
    elif tag == "HYPH":
        tag = group[-1].tag
    head = words[top].head if words[top].head != top else start
    return Word(form, tag, head, dep, group[-1].space)


def _depth(words: list[Word], i: int) -> int:
    depth = 0
    while words[i].head != i:
        i, depth = words[i].head, depth + 1
    return depth


# -- straight and curly marks -------------------------------------------------------

_MARK = re.compile(r"""["“”‘’'`–—]|--""")


def restyle(words: list[Word], rng: random.Random) -> list[Word]:
    """The same sentence with quotes and dashes in another style, picked by `rng`.

    Papers mix "straight" and “curly” quotes, and -, –, — for a dash.
    """
    curly, dash = rng.random() < 0.6, rng.choice(["–", "—", "—", "--", "-"])
    opened = False
    out = []
    for i, word in enumerate(words):
        form = word.form
        if form in {'"', "“", "”", "''", "``"}:
            opens = word.tag == "``" or (word.tag not in {"''", "``"} and not opened)
            opened = opens
            form = ("“" if opens else "”") if curly else '"'
        elif form in {"'", "‘", "’", "`"} and word.tag in {"``", "''"}:
            form = ("‘" if word.tag == "``" else "’") if curly else "'"
        elif (
            form in {"-", "–", "—", "--"}
            and word.tag != "HYPH"
            and i > 0
            and words[i - 1].space
            and word.space
        ):
            form = dash
        elif "'" in form or "’" in form:
            form = form.replace("'", "’") if curly else form.replace("’", "'")
        out.append(replace(word, form=form))
    return out


def restyle_some(sentences: Iterable[list[Word]], rng: random.Random) -> Iterator[list[Word]]:
    """Of the sentences that hold a mark, most in another style."""
    for words in sentences:
        yield restyle(words, rng) if has_marks(words) and rng.random() < 0.6 else words


def has_marks(words: list[Word]) -> bool:
    return any(_MARK.search(w.form) or w.form == "-" for w in words)


# -- documents ----------------------------------------------------------------------


def syntax_doc(vocab: Vocab, words: list[Word]) -> Doc:
    """A gold Doc of one sentence: tags, heads, labels."""
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
    )


def syntax_sentences(paths: Iterable[Path], seed: int | None = None) -> Iterator[list[Word]]:
    """Sentences for training (with a `seed`: marks restyled at random) or for testing (as they are).

    In training a sentence with a hyphenated compound also comes unmerged, so that a text
    tokenized by the treebank's own rules is parsed too.
    """
    rng = random.Random(seed)
    for path in paths:
        for raw in read_conllu(path):
            words = merge_hyphens(raw)
            if seed is None:
                yield words
                continue
            versions = [words, raw] if len(raw) != len(words) and rng.random() < 0.5 else [words]
            yield from restyle_some(versions, rng)
