"""Rests of notes that stand apart from them."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated


@pytest.mark.parametrize(
    ("rest", "tail"),
    [
        ("https://example.org/news/fall.", "https://example.org/news/fall."),
        ("2014): 12–15.", "2014): 12–15."),
    ],
)
def test_the_rest_of_a_note_on_a_later_line(rest: str, tail: str) -> None:
    found = Separated(
        f'The town fell.¹\n\n¹ Ana Ruiz, "The Fall," *Herald* 28, no. 3 (March\n\n{rest}\n\n'
        "The port fell a week later than the town.\n"
    )
    assert found.notes()["1"].endswith(tail)
    assert len(found.texts(Zone.BODY)) == 2


def test_an_address_cut_at_a_hyphen() -> None:
    found = Separated(
        "The town fell.¹ The port fell.²\n\n¹ Ruiz, *Herald*, https://example.org/fall-of-the-\n\n"
        "port-and-town. ² Ibid.\n\nThe others fled.\n"
    )
    assert found.notes() == {
        "1": "Ruiz, Herald, https://example.org/fall-of-the-port-and-town.",
        "2": "Ibid.",
    }


def test_a_tail_printed_before_its_head() -> None:
    found = Separated(
        "The council is capable of\n\n2021, https://example.org/2021/9/the-long-promise.\n\n¹ Ibid.\n\n"
        '² Herald, "The Promise," *Herald*, September 4, 2021, https://example.org/2021/9/the-long-\n\n'
        "ruling the port.² It does.\n"
    )
    assert found.notes()["2"].endswith("September 4, 2021, https://example.org/2021/9/the-long-promise.")
    assert found.texts(Zone.BODY) == ["The council is capable of ruling the port.² It does."]
