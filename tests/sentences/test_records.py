"""The records made of sentences."""

from __future__ import annotations

import pytest

from claimx.model import Block, Callout, Document, Zone
from claimx.sentences import cut_callouts, make_sentences
from claimx.spans import join_spans


def _callout(text: str, words: str, form: str = "inline", marker: str | None = None) -> Callout:
    start = text.index(words)
    return Callout(form, start, start + len(words), marker)


@pytest.mark.parametrize(
    ("text", "words", "plain"),
    [
        ("It fell (Herald, May 3).", "(Herald, May 3)", "It fell."),
        ("It fell (Herald, May 3), and he fled.", "(Herald, May 3)", "It fell, and he fled."),
        ("It fell.¹²", "¹²", "It fell."),
        ("It fell. [3]", "[3]", "It fell."),
        ("It¹ fell.", "¹", "It fell."),
        ("It fell. (Herald, May 3).", "(Herald, May 3)", "It fell."),
        ("Compounds . . . fell.¹", "¹", "Compounds . . . fell."),
    ],
)
def test_cut_callouts(text: str, words: str, plain: str) -> None:
    cut, to_text = cut_callouts(text, [_callout(text, words)])
    assert cut == plain
    assert [text[offset] for offset in to_text] == list(plain)


def test_sentence_records() -> None:
    text = "It fell.¹ The group was capable\n\n¹ Ibid.\n\nof more (Herald, May 3). 2 It left."
    cut = text.index("\n\n¹"), text.index("of more")
    blocks = [
        Block(Zone.BODY, ((0, cut[0]), (cut[1], len(text))), section="War", article=2),
        Block(Zone.NOTE, ((cut[0] + 4, cut[1] - 2),), number="1"),
    ]
    joined = join_spans(text, blocks[0].spans).text
    callouts = (
        _callout(joined, "¹", "superscript", "1"),
        _callout(joined, "(Herald, May 3)"),
        _callout(joined, " 2", "plain-digits", "2"),
    )
    sentences = make_sentences(Document("x", text), blocks, {0: callouts})
    assert [one.text for one in sentences] == [
        "It fell.¹",
        "The group was capable of more (Herald, May 3). 2",
        "It left.",
        "Ibid.",
    ]
    second = sentences[1]
    assert second.plain == "The group was capable of more."
    assert [callout.marker for callout in second.callouts] == [None, "2"]
    assert second.text[second.callouts[0].start : second.callouts[0].end] == "(Herald, May 3)"
    assert (second.section, second.article, second.note, second.index, second.block) == ("War", 2, None, 1, 0)
    pieces = [text[low:high] for low, high in second.spans]
    assert pieces == ["The group was capable", "of more (Herald, May 3). 2"]
    assert sentences[3].note == "1"
    assert make_sentences(Document("x", text), blocks, notes=())[-1].zone == Zone.BODY


@pytest.mark.parametrize("callout", ["(UN Doc. S/12)", "[see note]"])
def test_a_callout_goes_with_the_sentence_before(callout: str) -> None:
    text = f"It fell. {callout} The army left."
    blocks = [Block(Zone.BODY, ((0, len(text)),))]
    made = make_sentences(Document("x", text), blocks, {0: (_callout(text, callout),)})
    assert [one.text for one in made] == [f"It fell. {callout}", "The army left."]


def test_a_row_is_one_sentence() -> None:
    text = "Strength\t3,000. About."
    (row,) = make_sentences(Document("x", text), [Block(Zone.TABLE, ((0, len(text)),), section="Group")])
    assert (row.text, row.section) == ("Strength 3,000. About.", "Group")
