"""A ledger measured against gold: precision and recall of claims, and of the slots of those found.

Precision counts every predicted claim that is a gold claim, required or optional; recall counts
the required ones. A gold claim is met by one prediction at most. `exact` is the share of required
claims that are found with every slot right, date and citations included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from claimx.errors import InputError, LedgerError
from claimx.ledger.codec import Record, load_record
from claimx.ledger.reader import read_records
from claimx.ledger.score_rules import Slots, covers, key_agrees, score_slots

KINDS = ("attack", "strength", "allegiance")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_SUFFIX = ".claims.jsonl"
_TINY = 1e-9


@dataclass(slots=True)
class Tally:
    """Counts for one kind in one document. `slots`: name -> (sum of scores, number of claims)."""

    required: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    exact: int = 0
    slots: dict[str, tuple[float, int]] = field(default_factory=dict)


class Figures(NamedTuple):
    """What a score is: shares from 0 to 1, and how many claims they rest on."""

    precision: float
    recall: float
    f1: float
    exact: float
    required: int
    predicted: int
    slots: dict[str, float]


class Pair(NamedTuple):
    """A gold claim with the prediction that meets it."""

    document: str
    gold: Record
    record: Record
    slots: Slots


@dataclass(slots=True)
class Report:
    """Everything a score knows: tallies by document and kind, and the claims behind them."""

    tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)
    misses: list[tuple[str, Record]] = field(default_factory=list)
    extras: list[tuple[str, Record]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    def figures(self, *, document: str | None = None, kind: str | None = None) -> Figures:
        """The figures over everything, or one document, or one kind."""
        chosen = [
            tally
            for name, kinds in self.tallies.items()
            for each, tally in kinds.items()
            if document in (None, name) and kind in (None, each)
        ]
        return summarise(chosen)

    def rows(self) -> dict[str, Figures]:
        """The figures of all, of each kind and of each document."""
        rows = {"all": self.figures(), **{kind: self.figures(kind=kind) for kind in KINDS}}
        return rows | {document: self.figures(document=document) for document in self.tallies}

    def calibration(self) -> list[tuple[float, float, int, float]]:
        """(from, below, claims, share that is right) by confidence; empty steps are left out."""
        steps = []
        for low, high in pairwise(BINS):
            verdicts = [right for confidence, right in self.confidences if low <= confidence < high]
            if verdicts:
                steps.append((low, min(high, 1.0), len(verdicts), sum(verdicts) / len(verdicts)))
        return steps


def score_ledger(ledger: str | Path, gold: Path, papers: Path, documents: Sequence[str] = ()) -> Report:
    """Scores a ledger against every `<document>.claims.jsonl` in `gold`.

    `papers` holds the texts (`<document>.txt`) in which the gold's anchors are looked up. InputError
    when there is no gold or a text is missing, LedgerError for a broken line.
    """
    predicted: dict[str, list[Record]] = defaultdict(list)
    for _, record in read_records(ledger):
        predicted[record["document"]["id"]].append(record)
    files = sorted(gold.glob(f"*{_SUFFIX}"))
    names = [file.name.removesuffix(_SUFFIX) for file in files]
    missing = [name for name in documents if name not in names]
    if missing or not files:
        raise InputError(f"{gold}: no gold for {missing[0]!r}" if missing else f"{gold}: no *{_SUFFIX} here")
    report = Report()
    for file, name in zip(files, names, strict=True):
        if not documents or name in documents:
            _score_document(
                report, name, _read_gold(file), predicted[name], _read_paper(papers / f"{name}.txt")
            )
    return report


def _read_gold(file: Path) -> list[Record]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(load_record(line))
            except ValueError as error:
                raise LedgerError(f"{file}:{number}: {error}") from None
    return rows


def _read_paper(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text: {error}") from None


def _score_document(
    report: Report, name: str, gold: list[Record], predicted: list[Record], text: str
) -> None:
    pairs = _possible_pairs(gold, predicted, [_find_anchor(row, text, name) for row in gold])
    met = assign({place: _weight(gold[place[0]], slots) for place, slots in pairs.items()})
    used = set(met.values())
    for kind in KINDS:
        tally = report.tallies.setdefault(name, {}).setdefault(kind, Tally())
        for g, row in enumerate(gold):
            if row["kind"] == kind:
                _count_gold(report, tally, name, row, predicted, met.get(g), pairs.get((g, met.get(g, -1))))
        for p, record in enumerate(predicted):
            if record["kind"] == kind:
                tally.predicted += 1
                tally.right += p in used
                report.confidences.append((record["confidence"], p in used))
                if p not in used:
                    report.extras.append((name, record))


def _find_anchor(row: Record, text: str, name: str) -> tuple[int, int]:
    start = text.find(row["anchor"])
    if start < 0:
        raise LedgerError(f"{row.get('id')}: the anchor of this gold claim is not in {name}.txt")
    return start, start + len(row["anchor"])


def _possible_pairs(
    gold: list[Record], predicted: list[Record], anchors: list[tuple[int, int]]
) -> dict[tuple[int, int], Slots]:
    """(gold, prediction) -> slots, for all that could be one claim."""
    return {
        (g, p): score_slots(row, record)
        for g, row in enumerate(gold)
        for p, record in enumerate(predicted)
        if record["kind"] == row["kind"] and covers(row, record, anchors[g]) and key_agrees(row, record)
    }


def _weight(row: Mapping[str, Any], slots: Slots) -> float:
    """A match counts ten, a required claim two more, then the slots: most matches first, then the best."""
    mean = sum(value for value, _ in slots.values()) / max(1, len(slots))
    return 10 + (mean + (2 if row.get("required") else 0))


def _count_gold(report: Report, tally: Tally, name: str, row: Record, predicted: list[Record],
                p: int | None, slots: Slots | None) -> None:  # fmt: skip
    required = bool(row.get("required"))
    tally.required += required
    if p is None or slots is None:
        if required:
            report.misses.append((name, row))
        return
    report.pairs.append(Pair(name, row, predicted[p], slots))
    tally.found += required
    tally.exact += required and all(right for _, right in slots.values())
    for slot, (value, _) in slots.items():
        total, count = tally.slots.get(slot, (0, 0))
        tally.slots[slot] = (total + value, count + 1)


def assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Gold -> prediction, one to one, of the greatest total weight.

    Takes the longest augmenting path, until none gains.

    >>> assign({(0, 0): 11.0, (0, 1): 10.0, (1, 0): 10.5})
    {0: 1, 1: 0}
    """
    matched: dict[int, int] = {}
    for edges in _components(weights):
        matched |= _assign_component({edge: weights[edge] for edge in edges})
    return matched


def _components(weights: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The edges of each connected part, in their order: claims of far sentences have no say in each other."""
    home: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for g, p in weights:
        ours, theirs = home.setdefault(("g", g), []), home.setdefault(("p", p), [])
        if ours is not theirs:
            ours += theirs
            for one, other in theirs:
                home["g", one] = home["p", other] = ours
            home["g", g] = home["p", p] = ours
        ours.append((g, p))
    unique = {id(edges): sorted(edges) for edges in home.values()}
    return sorted(unique.values())


def _assign_component(weights: dict[tuple[int, int], float]) -> dict[int, int]:
    matched: dict[int, int] = {}
    taken: dict[int, int] = {}
    while path := _best_path(weights, matched, taken):
        for g, p in path:
            matched[g], taken[p] = p, g
    return matched


def _best_path(
    weights: dict[tuple[int, int], float], matched: dict[int, int], taken: dict[int, int]
) -> list[tuple[int, int]]:
    """The augmenting path that gains most, as (gold, prediction) pairs from its end; [] when none gains."""
    reach = {g: 0.0 for g, _ in weights if g not in matched}
    best: dict[int, tuple[float, int]] = {}
    changed = True
    while changed:
        changed = False
        for (g, p), weight in weights.items():
            if (
                matched.get(g) == p
                or g not in reach
                or reach[g] + weight <= best.get(p, (-_FAR, 0))[0] + _TINY
            ):
                continue
            best[p] = (reach[g] + weight, g)
            changed = True
            holder = taken.get(p)
            if holder is not None:
                freed = best[p][0] - weights[holder, p]
                if freed > reach.get(holder, -_FAR) + _TINY:
                    reach[holder] = freed
    ends = [(gain, p) for p, (gain, _) in best.items() if p not in taken and gain > _TINY]
    return _trace(max(ends)[1], best, matched) if ends else []


_FAR = 1e9


def _trace(end: int, best: dict[int, tuple[float, int]], matched: dict[int, int]) -> list[tuple[int, int]]:
    path = []
    place: int | None = end
    while place is not None:
        g = best[place][1]
        path.append((g, place))
        place = matched.get(g)
    return path


def summarise(tallies: Iterable[Tally]) -> Figures:
    """Tallies added up and turned into shares."""
    chosen = list(tallies)
    required, found, predicted, right, exact = (
        sum(getattr(tally, name) for tally in chosen)
        for name in ("required", "found", "predicted", "right", "exact")
    )
    precision, recall = right / predicted if predicted else 0.0, found / required if required else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    slots: dict[str, list[float]] = defaultdict(lambda: [0.0, 0])
    for tally in chosen:
        for slot, (total, count) in tally.slots.items():
            slots[slot][0] += total
            slots[slot][1] += count
    shares = {slot: total / count for slot, (total, count) in sorted(slots.items()) if count}
    return Figures(precision, recall, f1, exact / required if required else 0.0, required, predicted, shares)
