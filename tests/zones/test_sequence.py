"""Lost numbers, gaps and repeats."""

from __future__ import annotations

from claimx.model import Zone

from .layouts import Separated


def test_lost_numbers_that_the_sequence_proves() -> None:
    found = Separated(
        "It fell.¹ He fled.² She stayed.³ All wept.⁴\n\n¹ Herald, May 3, 2014, https://example.org/a.\n\n"
        'The port was next, and it fell within the\n\n Ana Ruiz, "The Port," *Herald*, May 9, 2014, '
        'https://example.org/b.\n Ibid.\n\n⁴ Ruiz, "The Port."\n\nweek.\n'
    )
    assert found.notes()["2"].startswith("Ana Ruiz") and found.notes()["3"] == "Ibid."
    assert found.codes() == ["note-number-inferred", "note-number-inferred"]
    assert found.texts(Zone.BODY)[1] == "The port was next, and it fell within the week."


def test_gaps_and_repeats_are_problems() -> None:
    found = Separated(
        "It fell.¹ He fled.² All wept.⁵\n\n¹ Herald, May 3, 2014.\n\n² Ibid.\n\n² Ibid.\n\n⁵ Ibid.\n"
    )
    assert found.codes() == ["note-repeated", "note-missing", "note-missing"]


def test_a_stray_piece_without_a_place_is_a_problem() -> None:
    found = Separated(
        "It fell.¹\n\n¹ Herald, May 3, 2014.\n\nHe fled.² All wept.\n\n"
        'Ana Ruiz, "The Port," *Herald*, May 9, 2014, https://example.org/b.\n\n² Ibid.\n'
    )
    assert found.codes() == ["note-without-number"]
    assert None in found.notes()
