"""The count of callouts: rising series, gaps, runs."""

import random
from itertools import pairwise

import pytest

from claimx.cite.sequence import Gap, Item, chain, choose, gaps, runs


def items(*numbers, weak=()):
    return [Item(i, n, n not in weak, 2 if n in weak else 1000) for i, n in enumerate(numbers)]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), []),
        ((1, 2, 3), [1, 2, 3]),
        ((1, 9, 2, 3), [1, 2, 3]),
        ((5,), [5]),
        ((2, 1), [2]),
        ((1, 2, 2, 4), [1, 2, 4]),
    ],
)
def test_chain(numbers, expected):
    assert [i.number for i in chain(items(*numbers))] == expected


def test_chain_weighs_most():
    rng = random.Random(7)
    for _ in range(50):
        some = [Item(i, rng.randint(1, 8), True, rng.randint(1, 5)) for i in range(8)]
        best = 0
        for mask in range(1 << len(some)):
            picked = [s for i, s in enumerate(some) if mask >> i & 1]
            if all(a.number < b.number for a, b in pairwise(picked)):
                best = max(best, sum(s.weight for s in picked))
        assert sum(i.weight for i in chain(some)) == best


def test_weak_ones_need_a_note_and_a_neighbour():
    numbers = frozenset(str(n) for n in range(1, 80))
    assert choose(items(1, 2, 3, 4, weak=(3,)), numbers) == {0, 1, 2, 3}
    assert choose(items(1, 2, 60, weak=(60,)), numbers) == {0, 1}
    assert choose(items(1, 2, 3, 4, weak=(3,)), frozenset("124")) == {0, 1, 3}


def test_gaps_name_the_neighbours():
    series = items(1, 3, 6)
    assert gaps(series, range(1, 8)) == [Gap((2,), 0, 1), Gap((4, 5), 1, 2), Gap((7,), 2, None)]


def test_runs_cut_at_a_new_count():
    assert [[i.number for i in run] for run in runs(items(1, 2, 3, 4, 1, 2, 3, 2))] == [
        [1, 2, 3, 4],
        [1, 2, 3, 2],
    ]
