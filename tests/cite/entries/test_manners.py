"""Training rows of many languages: whole, labelled, and the same for the same seed."""

from __future__ import annotations

import random

from claimx.cite.entries.manners import SHARES, compose
from claimx.resources import load_toml


class Dice:
    """The generator's two methods on top of the standard library's."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def integers(self, high: int) -> int:
        return self._random.randrange(high)

    def random(self) -> float:
        return self._random.random()


def test_the_same_seed_gives_the_same_rows() -> None:
    first, second = Dice(3), Dice(3)
    assert [compose(first) for _ in range(40)] == [compose(second) for _ in range(40)]


def test_parts_join_to_the_text() -> None:
    dice = Dice(5)
    for _ in range(400):
        text, parts = compose(dice)
        assert "".join(piece for piece, _ in parts) == text and "{" not in text and "  " not in text
        assert {name for _, name in parts} & {"title", "container"}
        assert ".." not in text


def test_every_language_has_every_list() -> None:
    table = load_toml("citation/manners")
    assert set(table) == set(SHARES)
    assert len({frozenset(lists) for lists in table.values()}) == 1
    assert all(
        name.strip() for lists in table.values() for key, value in lists.items() for name in value.split("; ")
    )
