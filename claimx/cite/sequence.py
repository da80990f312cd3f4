"""The order of callouts and notes checks each other: what fits, what is lost, what comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A doubtful number counts only when one that counts stands this close to it, by what speaks for it:
# after a full stop ("activities. 45 The") a whole page of callouts may be lost, inside a sentence hardly one.
NEAR, NEARER = 9, 2
STRONG = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate in the order of the text: `key` names it, `sure` tells that it counts in any case."""

    key: int
    number: int
    sure: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that no callout shows, and the callouts (keys, None at the ends) between which they belong."""

    numbers: tuple[int, ...]
    before: int | None
    after: int | None


def chain(items: Sequence[Item]) -> list[Item]:
    """The rising series of numbers that weighs most (each number once), in O(n log n).

    >>> [i.number for i in chain([Item(0, 1, True, 9), Item(1, 7, False, 1), Item(2, 2, True, 9)])]
    [1, 2]
    """
    ranks = {number: rank for rank, number in enumerate(sorted({i.number for i in items}), 1)}
    best = [(0, 0)] * (len(ranks) + 1)  # Fenwick tree of (weight, -place of the last item, from 1)
    back: list[int] = []
    for place, item in enumerate(items, 1):
        rank = ranks[item.number]
        top, at = (0, 0), rank - 1
        while at:
            top = max(top, best[at])
            at &= at - 1
        back.append(-top[1] - 1)
        mine = (top[0] + item.weight, -place)
        at = rank
        while at < len(best):
            best[at] = max(best[at], mine)
            at += at & -at
    return _walk(items, back, _heaviest(items, back))


def _heaviest(items: Sequence[Item], back: list[int]) -> int:
    totals: list[int] = []
    for index, item in enumerate(items):
        totals.append(item.weight + (totals[back[index]] if back[index] >= 0 else 0))
    return max(range(len(totals)), key=lambda i: (totals[i], -i), default=-1)


def _walk(items: Sequence[Item], back: list[int], last: int) -> list[Item]:
    series = []
    while last >= 0:
        series.append(items[last])
        last = back[last]
    return series[::-1]


def choose(items: Sequence[Item], numbers: frozenset[str] | None = None) -> set[int]:
    """Keys of the candidates that are callouts.

    Sure ones always; doubtful ones when their number belongs to a note (`numbers`), nothing sure
    shows it, and it stands in order near a number that counts.
    """
    shown = {i.number for i in items if i.sure}
    known = None if numbers is None else {int(n) for n in numbers if n.isdigit()}
    usable = [i for i in items if i.sure or (i.number not in shown and (known is None or i.number in known))]
    kept = {i.key for i in items if i.sure}
    if len(usable) == sum(i.sure for i in usable):
        return kept
    series = chain(usable)
    ends = (0, max(known) + 1 if known else None)
    near = _near(series, ends)
    return kept | {i.key for i in series if i.key in near}


def _near(series: Sequence[Item], ends: tuple[int, int | None]) -> set[int]:
    """Keys of the doubtful items in runs of small steps that touch a sure one or an end of the count."""
    near: set[int] = set()
    for ordered, edge in ((series, ends[0]), (series[::-1], ends[1])):
        last = edge
        for item in ordered:
            reach = NEAR if item.weight >= STRONG else NEARER
            close = last is not None and abs(item.number - last) <= reach
            if item.sure or close:
                last = item.number
            if close and not item.sure:
                near.add(item.key)
    return near


def runs(items: Sequence[Item]) -> list[list[Item]]:
    """The items cut where the count starts again ("…, 14, 1, 2"): one list a run."""
    cut: list[list[Item]] = []
    highest = 0
    for item in items:
        if not cut or (item.number <= 2 and highest - item.number >= 3):
            cut.append([])
            highest = 0
        cut[-1].append(item)
        highest = max(highest, item.number)
    return cut


def gaps(series: Sequence[Item], numbers: Iterable[int]) -> list[Gap]:
    """The numbers of notes that `series` (rising) does not show, grouped by the place where they are lost."""
    missing = sorted(set(numbers) - {i.number for i in series})
    found: list[Gap] = []
    at = 0
    for before, after in zip([None, *series], [*series, None], strict=True):
        lost = []
        while at < len(missing) and (after is None or missing[at] < after.number):
            lost.append(missing[at])
            at += 1
        if lost:
            found.append(Gap(tuple(lost), before.key if before else None, after.key if after else None))
    return found
