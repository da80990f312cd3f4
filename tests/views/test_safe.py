import pytest

from claimx.views.safe import cell, markdown, visible


@pytest.mark.parametrize("text", ["plain", "é – “x” 日本", "مجاهدون", "a\u200cb"])
def test_what_is_harmless_stays(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc", "a b c"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("\x00\x07\x7f", "\\x00\\x07\\x7f"),
        ("exe\u202efdp", "exe\\u202efdp"),
        ("\u2028\ud800", "\\u2028\\ud800"),
        (None, "None"),
    ],
)
def test_what_is_not_is_shown(text, shown):
    assert visible(text) == shown
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize("text", ["12", "Karsa Front", "a=b", "", "\u2019twas"])
def test_a_cell_that_is_no_formula(text):
    assert cell(text) == text


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1+2", "@x", "＝1", "  =1", "\t=1"])
def test_a_cell_that_would_be_one(text):
    assert cell(text).startswith("'")


def test_markdown_says_it_letter_by_letter():
    assert markdown("[a](b) *c* <d> `e` | f_g") == r"\[a\](b) \*c\* \<d\> \`e\` \| f\_g"
