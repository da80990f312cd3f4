"""Sentences cut into words."""

from __future__ import annotations

from claimx.mentions.pieces import block, cut


def test_possessives_and_hyphens():
    pieces = cut("TTP's IS-linked men in Ta'ang, U.S. troops")
    assert pieces.word == ["TTP", "IS", "linked", "men", "in", "Ta'ang", "U.S.", "troops"]
    assert pieces.possessive(0) and not pieces.possessive(1)
    assert pieces.after(1, ("-",)) == "linked" and pieces.after(1) == ""
    assert pieces.span(1, 3) == "IS-linked men"


def test_a_raised_digit_is_no_part_of_a_word():
    assert cut("the group.¹² TTP³ left").word == ["the", "group", "TTP", "left"]


def test_taken_words_are_the_callers_own():
    one, other = cut("a b c"), cut("a b c")
    block(one, [(2, 3)])
    assert one.taken == [False, True, False] and other.taken == [False] * 3
