"""Joining pieces of a document and finding the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.spans import as_read, join_spans, trim

AS_READ = [
    # left alone first
    ("a 5*3 grid and 2*2", "a 5*3 grid and 2*2"),
    ("snake_case_name stays", "snake_case_name stays"),
    ("https://x.org/a_b_c", "https://x.org/a_b_c"),
    ("events.¹² The", "events.¹² The"),
    ("Author* and Other*", "Author* and Other*"),
    ("fewer [than] ten (of them)", "fewer [than] ten (of them)"),
    # folded
    ("one\ntwo  three\n\nfour", "one two three four"),
    ("insur\u00ad\ngents", "insurgents"),
    ("Al-\nQaeda", "Al-Qaeda"),
    ("insur-\ngents and other insurgents", "insurgents and other insurgents"),
    ("ethno-\nseparatist, an ethno-separatist", "ethno-separatist, an ethno-separatist"),
    ("*The Long War*, **bold** and ***both***", "The Long War, bold and both"),
    ("_Herald_, May 3", "Herald, May 3"),
    (r"\$5 million \*", "$5 million *"),
    ("([Herald](#), May 3)", "(Herald, May 3)"),
    ("<https://x.org/a>", "https://x.org/a"),
    ("https://x.org/news/\nlater", "https://x.org/news/later"),
    ("&quot;Fish &amp; chips&quot;", '"Fish & chips"'),
    ("¹⁵ quot;Fish soup", '¹⁵ "Fish soup'),
    ("page one\fpage two", "page one page two"),
]


@pytest.mark.parametrize(("text", "read"), AS_READ)
def test_as_read(text: str, read: str) -> None:
    assert as_read(text) == read


def test_pieces_are_joined_by_a_blank() -> None:
    text = "They were capable of\n\n³ Ibid.\n\nholding the town."
    assert join_spans(text, ((0, 20), (31, len(text)))).text == "They were capable of holding the town."


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the insur\u00ad", "gents", "the insurgents"),
        ("al-", "Nusra fell", "al-Nusra fell"),
        ("see https://x.org/a-", "long-tail.", "see https://x.org/a-long-tail."),
        ("the end -", "or not", "the end - or not"),
    ],
)
def test_a_word_cut_in_two_is_mended(first: str, second: str, joined: str) -> None:
    text = f"{first}\n\n9 Note.\n\n{second}"
    spans = ((0, len(first)), (len(text) - len(second), len(text)))
    assert join_spans(text, spans).text == joined


def test_source_leads_back_over_a_cut() -> None:
    text = "One. They were capable\n\n³ Ibid.\n\nof much. Two."
    whole = join_spans(text, ((0, 22), (33, len(text))))
    start = whole.text.index("They")
    end = whole.text.index(" Two")
    spans = whole.source(start, end)
    assert [text[low:high] for low, high in spans] == ["They were capable", "of much."]
    assert join_spans(text, spans).text == "They were capable of much."


def test_source_keeps_markup_in_pairs() -> None:
    text = "He said: *One fell. Two fled.* Then ([Herald](#), May 3) *all* left."
    whole = join_spans(text, ((0, len(text)),))
    for sentence in ("He said: One fell.", "Two fled.", "Then (Herald, May 3) all left."):
        start = whole.text.index(sentence)
        spans = whole.source(start, start + len(sentence))
        assert join_spans(text, spans).text == sentence


def test_position_counts_in_the_source() -> None:
    text = "a  *b*\nc"
    whole = join_spans(text, ((0, len(text)),))
    assert whole.text == "a b c"
    assert [whole.position(offset) for offset in range(5)] == [0, 1, 4, 6, 7]


def test_trim() -> None:
    assert trim("  ab ", 0, 5) == (2, 4)
    assert trim("   ", 0, 3) == (3, 3)


@given(st.text(alphabet="ab *_[]()<>\\-\n\u00ad¹.&;#\f", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_source_spans_are_in_order_and_without_blanks(text: str, one: int, two: int) -> None:
    whole = join_spans(text, ((0, len(text)),))
    start, end = sorted((min(one, len(whole.text)), min(two, len(whole.text))))
    last = 0
    for low, high in whole.source(start, end):
        assert last <= low < high <= len(text)
        last = high
