"""Parentheses, their pieces and opening words."""

import pytest

from claimx.cite.parens import parentheses, pieces, take_signal


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("no brackets", []),
        ("a (b) c", ["b"]),
        ("a (b (c) d)", ["b (c) d", "c"]),
        ("a (b c", []),
        ("a b) c (d)", ["d"]),
        ("(" + "x" * 900 + ")", []),
    ],
)
def test_parentheses(text, inner):
    assert [text[i : e - 1] for _, e, i in parentheses(text)] == inner


def test_cut_takes_in_the_blank_before():
    (found,) = parentheses("It fell (Dawn, May 3).")
    assert found == (7, 21, 9)


def test_pieces_leave_inner_semicolons_alone():
    text = "A (b; c), 2001; D, 2002"
    assert [words for _, words in pieces(text, 0, len(text))] == ["A (b; c), 2001", "D, 2002"]


@pytest.mark.parametrize(
    ("piece", "stance", "rest"),
    [
        ("Mir, 2022", "supports", "Mir, 2022"),
        ("see Mir, 2022", "supports", "Mir, 2022"),
        ("see also Mir, 2022", "see-also", "Mir, 2022"),
        ("See, e.g., Mir, 2022", "see-also", "Mir, 2022"),
        ("cf. Mir, 2022", "see-also", "Mir, 2022"),
        ("but see Mir, 2022", "contrasts", "Mir, 2022"),
        ("for a review see Mir, 2022", "supports", "Mir, 2022"),
        ("for a review, see Mir, 2022", "supports", "Mir, 2022"),
        ("as quoted in Mir, 2022", "quoted-in", "Mir, 2022"),
        ("cited in Mir, 2022", "quoted-in", "Mir, 2022"),
        ("Seeger, 2022", "supports", "Seeger, 2022"),
        ("Inamdar, 2022", "supports", "Inamdar, 2022"),
    ],
)
def test_take_signal(piece, stance, rest):
    found, skipped = take_signal(piece)
    assert (str(found), piece[skipped:]) == (stance, rest)
