"""Train the reference labeller: `python -m claimx.cite.entries.train REFERENCES.jsonl [--hold-out 30]`.

Input: JSON Lines `{"id", "text", "fields": {"author": [...], "title": [...], ...}}` (the AnyStyle core set,
BSD-2-Clause). Output: the weight file that `labeller.py` reads. A linear-chain conditional random field whose
jumps depend on the punctuation between two words; AdaGrad over mini-batches, fixed seed, numpy only.
`--hold-out P` leaves out the rows whose id hashes below P %, to be measured apart.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimx.cite.entries.features import (
    BOUNDARIES,
    WINDOW,
    boundary,
    running_features,
    windowed,
    word,
    words_of,
)
from claimx.cite.entries.labeller import LABELS, WEIGHTS, pack
from claimx.cite.entries.manners import compose
from claimx.cite.entries.recast import pools, recast
from claimx.cite.entries.segments import segments

# Fields of the corpus -> our labels; what is not named here is OTHER.
FIELD_LABEL = {
    "author": "author", "title": "title", "container": "container", "date": "date", "volume": "volume",
    "pages": "pages", "publisher": "publisher", "location": "location", "editor": "editor",
    "director": "editor", "producer": "editor", "translator": "translator", "citation-number": "number",
    "note": "note", "genre": "genre", "medium": "genre", "url": "url", "doi": "url", "isbn": "note",
    "edition": "edition", "collection-title": "series", "source": "container",
}  # fmt: skip
SEED = 20
EPOCHS = 10
RATE = 0.25
PENALTY = 2e-4
BATCH = 24
DROP = 0.6
MADE = 1.5
COMPOSED = 1.2


def held_out(row_id: str, percent: int) -> bool:
    """Whether a row belongs to the part kept for checking: by the hash of its id, so for good."""
    return int(hashlib.sha256(row_id.encode()).hexdigest(), 16) % 100 < percent


def align(text: str, fields: dict[str, list[str]]) -> list[str]:
    """One label a word: each field value is looked up in the text, longest first, without overlaps."""
    owner = [""] * len(text)
    values = [(value, name) for name, found in fields.items() for value in found if value.strip()]
    cursor: dict[str, int] = {}
    for value, name in sorted(values, key=lambda pair: -len(pair[0])):
        start = _free_place(text, value, owner, cursor.get(name, 0))
        if start >= 0:
            owner[start : start + len(value)] = [FIELD_LABEL.get(name, "other")] * len(value)
    return _majority(text, owner)


def _majority(text: str, owner: list[str]) -> list[str]:
    labels = []
    for start, end in words_of(text):
        tally = Counter(owner[i] for i in range(start, end) if text[i].isalnum() or owner[i])
        tally.pop("", None)
        labels.append(tally.most_common(1)[0][0] if tally else "other")
    return labels


def _free_place(text: str, value: str, owner: list[str], start: int) -> int:
    while (at := text.find(value, start)) >= 0:
        whole = (at == 0 or not text[at - 1].isalnum()) and (
            at + len(value) == len(text) or not text[at + len(value)].isalnum()
        )
        if whole and not any(owner[at : at + len(value)]):
            return at
        start = at + 1
    at = text.find(value)
    return at if at >= 0 and not any(owner[at : at + len(value)]) else -1


@dataclass(slots=True)
class Example:
    """A reference string made ready: feature ids of each word, gap classes, labels."""

    features: list[list[str]]
    gaps: list[int]
    labels: list[int]
    flat: np.ndarray | None = None  # ids of all words' features, one after the other
    counts: np.ndarray | None = None  # how many of them each word has
    keep: np.ndarray | None = None  # dropout: 0, or 1 / (1 - DROP), for each of them

    def number(self, names: dict[str, int]) -> None:
        """Turn feature names into ids."""
        ids = [[names[n] for n in row if n in names] for row in self.features]
        self.counts = np.array([len(row) for row in ids])
        self.flat = np.array([i for row in ids for i in row], dtype=np.int64)


def example(text: str, labels: list[str]) -> Example:
    """Features and gold labels of one string."""
    words = [word(text[a:b]) for a, b in words_of(text)]
    rows = running_features(words)
    for segment in (*segments(words, fine=True), *segments(words, fine=False)):
        for index in range(segment.start, segment.end):
            rows[index] += segment.features
    for index, row in enumerate(rows):
        for offset in WINDOW:
            place = index + offset
            name = words[place].text if 0 <= place < len(words) else ("\x02" if place < 0 else "\x03")
            row += windowed(name, offset)
    gaps = [BOUNDARIES.index(boundary(w)) for w in words]
    return Example(rows, gaps, [LABELS.index(label) for label in labels])


def vocabulary(examples: Iterable[Example], least: int = 2) -> dict[str, int]:
    """Features seen at least `least` times, sorted by name, numbered."""
    tally = Counter(name for ex in examples for row in ex.features for name in row)
    return {name: i for i, name in enumerate(sorted(n for n, c in tally.items() if c >= least))}


class Field:
    """The random field: emission weights, jump weights by gap class, first and last labels."""

    def __init__(self, names: int) -> None:
        size = len(LABELS)
        self.emit = np.zeros((names, size))
        self.jump = np.zeros((len(BOUNDARIES), size, size))
        self.first = np.zeros(size)
        self.last = np.zeros(size)
        self.sums = [np.zeros_like(a) + 1e-8 for a in (self.emit, self.jump, self.first, self.last)]
        self.mean = [np.zeros_like(a) for a in (self.emit, self.jump, self.first, self.last)]
        self.steps = 0

    def scores(self, ex: Example) -> np.ndarray:
        """Emission scores, words x labels."""
        starts = np.concatenate(([0], np.cumsum(ex.counts[:-1])))
        return np.add.reduceat(self.emit[ex.flat] * ex.keep[:, None], starts, axis=0)

    def step(self, batch: list[Example], rng: np.random.Generator) -> float:
        """One AdaGrad step on the negative log-likelihood of a batch; returns the loss."""
        loss = 0.0
        jump, first, last = np.zeros_like(self.jump), np.zeros_like(self.first), np.zeros_like(self.last)
        flats, diffs = [], []
        for ex in batch:
            ex.keep = (rng.random(len(ex.flat)) >= DROP) / (1 - DROP)
            part, diff = self._gradient(ex, jump, first, last)
            loss += part
            flats.append(ex.flat)
            diffs.append(np.repeat(diff, ex.counts, axis=0) * ex.keep[:, None])
        flat, diff = np.concatenate(flats), np.concatenate(diffs)
        order = np.argsort(flat, kind="stable")
        unique, starts = np.unique(flat[order], return_index=True)
        grad = np.add.reduceat(diff[order], starts, axis=0) + PENALTY * len(batch) * self.emit[unique]
        self.sums[0][unique] += grad**2
        self.emit[unique] -= RATE * grad / np.sqrt(self.sums[0][unique])
        for array, total, g in zip(
            (self.jump, self.first, self.last), self.sums[1:], (jump, first, last), strict=True
        ):
            g += PENALTY * len(batch) * array
            total += g**2
            array -= RATE * g / np.sqrt(total)
        return loss

    def _gradient(self, ex: Example, jump: np.ndarray, first: np.ndarray, last: np.ndarray):
        e = self.scores(ex)
        count = len(e)
        forward, backward = np.empty_like(e), np.empty_like(e)
        forward[0] = self.first + e[0]
        for t in range(1, count):
            m = forward[t - 1][:, None] + self.jump[ex.gaps[t - 1]]
            top = m.max(axis=0)
            forward[t] = top + np.log(np.exp(m - top).sum(axis=0)) + e[t]
        backward[-1] = self.last
        for t in range(count - 2, -1, -1):
            m = self.jump[ex.gaps[t]] + (e[t + 1] + backward[t + 1])[None, :]
            top = m.max(axis=1)
            backward[t] = top + np.log(np.exp(m - top[:, None]).sum(axis=1))
        ends = forward[-1] + self.last
        z = ends.max() + np.log(np.exp(ends - ends.max()).sum())
        diff = np.exp(forward + backward - z)
        gold = self.first[ex.labels[0]] + self.last[ex.labels[-1]] + e[np.arange(count), ex.labels].sum()
        first += diff[0]
        last += diff[-1]
        first[ex.labels[0]] -= 1
        last[ex.labels[-1]] -= 1
        for t in range(1, count):
            g, a, b = ex.gaps[t - 1], ex.labels[t - 1], ex.labels[t]
            gold += self.jump[g, a, b]
            jump[g] += np.exp(forward[t - 1][:, None] + self.jump[g] + (e[t] + backward[t])[None, :] - z)
            jump[g, a, b] -= 1
        diff[np.arange(count), ex.labels] -= 1
        return z - gold, diff


def fit(examples: list[Example], epochs: int = EPOCHS) -> tuple[Field, dict[str, int]]:
    """Train on the examples; returns the field (weights averaged over the last epochs) and its vocabulary."""
    names = vocabulary(examples)
    for ex in examples:
        ex.number(names)
    field = Field(len(names))
    rng = np.random.default_rng(SEED)
    sums = [np.zeros_like(a) for a in (field.emit, field.jump, field.first, field.last)]
    tail = 0
    for epoch in range(epochs):
        order = rng.permutation(len(examples))
        loss = sum(
            field.step([examples[i] for i in order[k : k + BATCH]], rng) for k in range(0, len(order), BATCH)
        )
        if epoch >= epochs // 2:
            tail += 1
            for total, array in zip(sums, (field.emit, field.jump, field.first, field.last), strict=True):
                total += array
        print(f"epoch {epoch + 1}: loss {loss / len(examples):.3f}", flush=True)
    field.emit, field.jump, field.first, field.last = (total / tail for total in sums)
    return field, names


def load(path: Path) -> list[dict]:
    """Rows of the corpus that hold any text."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [row for row in rows if row["text"].split()]


def examples_of(rows: list[dict], made: float = MADE, composed: float = COMPOSED) -> list[Example]:
    """The rows as examples, `made` times as many made of their fields and `composed` times as many of the
    names and words in `data/citation/manners.toml`."""
    rng = np.random.default_rng(SEED)
    found = [example(row["text"], align(row["text"], row["fields"])) for row in rows]
    values = pools(rows)
    strings = [recast(values, rng) for _ in range(round(made * len(rows)))]
    strings += [compose(rng) for _ in range(round(composed * len(rows)))]
    for text, parts in strings:
        owner = [FIELD_LABEL.get(name, "other") if name else "" for piece, name in parts for _ in piece]
        found.append(example(text, _majority(text, owner)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--hold-out", type=int, default=0, metavar="PERCENT")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    rows = load(options.corpus)
    kept = [row for row in rows if not held_out(row["id"], options.hold_out)]
    field, names = fit(examples_of(kept), options.epochs)
    options.output.write_text(pack(field.emit, field.jump, field.first, field.last, names), encoding="utf-8")
    print(f"{len(names)} features, {options.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
