"""Notes run together on one line."""

from __future__ import annotations

import pytest

from .layouts import Separated


@pytest.mark.parametrize(
    ("block", "notes"),
    [
        # joined on one line, plain and raised
        ('¹ Ana Ruiz, "The Fall," *Herald*, March 6, 2014. ² Ibid.', ["1", "2"]),
        ('¹ Ana Ruiz, "The Fall," *Herald*, March 6, 2014.\n2 Ibid.', ["1", "2"]),
        (
            '^{1 &}quot;The Fall," *Herald*, March 6, 2014.\n 2 Ana Ruiz, "Port," *Herald*, May 2, 2015.',
            ["1", "2"],
        ),
        ('[^1]: Ana Ruiz, "The Fall," *Herald*, March 6, 2014.\n[^2]: Ibid.', ["1", "2"]),
        # out of order
        ('² Ibid.\n\n¹ Ana Ruiz, "The Fall," *Herald*, March 6, 2014.', ["2", "1"]),
    ],
)
def test_numbers_in_all_shapes(block: str, notes: list[str]) -> None:
    found = Separated(f"The town fell.¹ The port fell.²\n\n{block}\n\nNothing was left of either of them.\n")
    assert list(found.notes()) == notes
    assert not any(note.startswith(("1", "2", "^", "¹", "[")) for note in found.notes().values())
