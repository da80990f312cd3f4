"""The trained labeller: which word of a reference string belongs to author, title, container, date …

Weights come from `train.py` (a linear-chain conditional random field), stored as one readable feature name
a line
with one character a label. Decoding is a beam search in plain Python without numpy.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from operator import add
from pathlib import Path

from claimx.cite.entries.features import (
    BOUNDARIES,
    WINDOW,
    Word,
    boundary,
    running_features,
    windowed,
)
from claimx.cite.entries.segments import segments
from claimx.errors import DataError
from claimx.resources import DATA

LABELS = (
    "other", "author", "title", "container", "date", "volume", "pages", "publisher", "location", "editor",
    "translator", "number", "note", "genre", "url", "edition", "series",
)  # fmt: skip
_TITLE = LABELS.index("title")
WEIGHTS = DATA / "citation" / "labeller.tsv"
BEAM = 5
_ZERO = "O"  # the character of weight 0: codes run from "#" (-44) to "{" (+44)
_STEPS = 44
_RARE = ("0:wt=", "-1:wt=", "bc=", "-2:w=", "2:w=", "gl=", "gw=")
_UNPACK = struct.Struct(f"<{len(LABELS)}H").unpack


def pack(emit, jump, first, last, names: dict[str, int]) -> str:
    """The weight file as text, from arrays (training only). Weights are cut to 89 steps of one scale."""
    top = max(float(abs(a).max()) for a in (emit, jump, first, last))
    scale = min(top, 6.0) / _STEPS

    def code(row) -> str:
        return "".join(chr(ord(_ZERO) + max(-_STEPS, min(_STEPS, round(float(x) / scale)))) for x in row)

    lines = [
        f"# claimx reference labeller\t{scale!r}\t{' '.join(LABELS)}",
        f"first\t{code(first)}",
        f"last\t{code(last)}",
    ]
    for gap, matrix in zip(BOUNDARIES, jump, strict=True):
        lines += [f"jump {gap} {label}\t{code(row)}" for label, row in zip(LABELS, matrix, strict=True)]
    coded = ((name, code(emit[index])) for name, index in names.items())
    lines += [f"{name}\t{text}" for name, text in coded if _speaks(name, text) and "\t" not in name]
    return "\n".join(lines) + "\n"


def _speaks(name: str, text: str) -> bool:
    """Whether any weight of a feature is worth its line: rare features (pairs, far words) must say more."""
    least = 4 if name.startswith(_RARE) else 2
    return any(abs(step) >= least for step in _steps(text))


def _steps(text: str) -> list[int]:
    return [ord(c) - ord(_ZERO) for c in text]


class Labeller:
    """Weights in memory. The weights of a feature are one long integer of 16 bits a label, so that adding up
    what speaks for each label at a word is adding integers; nothing is rounded, on any machine."""

    def __init__(self, path: Path) -> None:
        try:
            head, _, lines = path.read_text(encoding="utf-8").rstrip("\n").partition("\n")
            _, scale, labels = head.split("\t")
            cells = iter(lines.replace("\n", "\t").split("\t"))  # line by line takes twice the time
            self._rows = rows = dict(zip(cells, cells, strict=True))
        except (OSError, ValueError) as error:
            raise DataError(f"{path.name}: no readable weights of the reference labeller: {error}") from error
        if labels.split() != list(LABELS):
            raise DataError(f"{path.name}: weights for other labels; train again")
        self._step = float(scale)
        self.first = _steps(rows["first"])
        self.last = _steps(rows["last"])
        self.jump = {gap: [_steps(rows[f"jump {gap} {label}"]) for label in LABELS] for gap in BOUNDARIES}
        self._known: dict[str, int] = {}
        self._seen: list[dict[str, int]] = [{} for _ in WINDOW]

    def _sum(self, names: Sequence[str]) -> int:
        """The packed weights of some features, added up."""
        known, total = self._known, 0
        for name in names:
            packed = known.get(name)
            if packed is None:
                packed = known[name] = int.from_bytes(self._rows.get(name, "").encode("utf-16-le"), "little")
            total += packed
        return total

    def _window(self, slot: int, offset: int, text: str) -> int:
        seen = self._seen[slot]
        packed = seen.get(text)
        if packed is None:
            if len(seen) > 50_000:
                seen.clear()
            rows = self._rows
            names = [name for name in windowed(text, offset) if name in rows]
            packed = seen[text] = sum(int.from_bytes(rows[n].encode("utf-16-le"), "little") for n in names)
        return packed

    def emissions(self, words: Sequence[Word]) -> list[list[int]]:
        """Score of each label for each word, from the word, its neighbours, its piece and its place.

        The scores of one word share an unknown addend: only their differences mean anything.
        """
        texts = ["\x02"] * 3 + [w.text for w in words] + ["\x03"] * 3
        totals = [self._sum(names) for names in running_features(words)]
        for fine in (True, False):
            for segment in segments(words, fine=fine):
                packed = self._sum(segment.features)
                for index in range(segment.start, segment.end):
                    totals[index] += packed
        for slot, offset in enumerate(WINDOW):
            for index in range(len(words)):
                totals[index] += self._window(slot, offset, texts[index + 3 + offset])
        return [list(_UNPACK(total.to_bytes(2 * len(LABELS), "little"))) for total in totals]

    def label(self, words: Sequence[Word]) -> list[str]:
        """The best label of each word: `label(words of "Gall, C. (2007). …")[0] == "author"`.

        A source without a title is rare: where none is found, and no journal with its volume either, the
        title is favoured step by step until one appears.
        """
        if not words:
            return []
        rows = self.emissions(words)
        labels = self._decode_path(words, rows)
        for favour in (2.0, 4.0, 7.0):
            if (
                "title" in labels
                or ("container" in labels and ("volume" in labels or "pages" in labels))
                or len(words) < 4
            ):
                break
            for row in rows:
                row[_TITLE] += round(favour / self._step)
            labels = self._decode_path(words, rows)
        return labels

    def _decode_path(self, words: Sequence[Word], rows: list[list[int]]) -> list[str]:
        """Beam search through the labels."""
        scores = list(map(add, self.first, rows[0]))
        back: list[list[int]] = []
        for index in range(1, len(rows)):
            jumps = self.jump[boundary(words[index - 1])]
            kept = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)[:BEAM]
            columns = [[scores[k] + x for x in jumps[k]] for k in kept]
            best = list(map(max, *columns))
            back.append([kept[[c[y] for c in columns].index(best[y])] for y in range(len(best))])
            scores = list(map(add, best, rows[index]))
        scores = list(map(add, scores, self.last))
        state = scores.index(max(scores))
        path = [state]
        for pointers in reversed(back):
            state = pointers[state]
            path.append(state)
        return [LABELS[k] for k in reversed(path)]


@cache
def load_labeller() -> Labeller:
    """The labeller that ships with claimx, read once a process. Raises DataError when its file is broken."""
    return Labeller(WEIGHTS)
