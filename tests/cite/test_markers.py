"""Callouts against notes: gaps, repeats, restarts, articles."""

import pytest

from claimx.cite.callouts import Passage
from claimx.cite.markers import NoteMark, place_callouts
from claimx.spans import join_spans


def paper(*parts):
    """Passages and notes of a paper written as strings; ("12", article) is a note."""
    text = "\n\n".join(p if isinstance(p, str) else f"NOTE {p[0]}" for p in parts)
    passages, notes, at = [], [], 0
    for number, part in enumerate(parts):
        length = len(part) if isinstance(part, str) else len(f"NOTE {part[0]}")
        if isinstance(part, str):
            passages.append(Passage(number, join_spans(text, ((at, at + length),))))
        else:
            notes.append(NoteMark(part[0], part[1], at))
        at += length + 2
    return passages, notes


def place(*parts):
    placed, problems = place_callouts(*paper(*parts))
    return [(p.callout.marker, p.notes, p.callout.inferred) for p in placed], [p.code for p in problems]


def notes(*numbers):
    return [(str(n), None) for n in numbers]


def test_plain_case():
    placed, problems = place("One fell.¹ Two fell.²", *notes(1, 2))
    assert placed == [("1", (0,), False), ("2", (1,), False)]
    assert problems == []


def test_callout_without_note_and_note_without_callout():
    placed, problems = place("One fell.¹ Two fell.³", *notes(1, 2))
    assert placed == [("1", (0,), False), ("3", (), False)]
    assert problems == ["callout-without-note", "note-without-callout"]


def test_number_that_the_notes_skip():
    _, problems = place("One fell.¹ Two fell.⁴", *notes(1, 4))
    assert problems == ["numbering-gap"]


def test_second_two_where_only_three_is_lost_may_mean_either():
    placed, problems = place("It fell. [1] They fled. [2] He came. [2] She left. [4]", *notes(1, 2, 3, 4))
    assert placed[2] == ("2", (1, 2), False)
    assert "callout-repeated" in problems


def test_numbered_works_come_again_without_a_word():
    text = "It fell [1]. They fled [2]. He came [1]. She left [3], [2]. We saw [1]."
    placed, problems = place(text, *notes(1, 2, 3))
    assert [m for m, _, _ in placed] == ["1", "2", "1", "3", "2", "1"]
    assert problems == []


def test_brackets_beside_raised_callouts_are_list_numbers():
    placed, _ = place("They want [1] land and [2] peace.¹ It went on.² So it was.³", *notes(1, 2, 3))
    assert [m for m, _, _ in placed] == ["1", "2", "3"]


def test_notes_that_start_again_on_every_page():
    parts = ["It fell.¹ They fled.²", *notes(1, 2), "He came.¹ She left.²", *notes(1, 2)]
    placed, problems = place(*parts)
    assert placed == [("1", (0,), False), ("2", (1,), False), ("1", (2,), False), ("2", (3,), False)]
    assert problems == []


def test_notes_that_start_again_by_chapter_at_the_end():
    text = ["A.¹ B.² C.³ D.⁴", "E.¹ F.² G.³", *notes(1, 2, 3, 4), *notes(1, 2, 3)]
    placed, problems = place(*text)
    assert [n for _, n, _ in placed] == [(0,), (1,), (2,), (3,), (4,), (5,), (6,)]
    assert problems == []


def test_articles_count_for_themselves():
    text = "It fell.¹\n\nThey fled.¹"
    passages = [Passage(0, join_spans(text, ((0, 9),)), 1), Passage(1, join_spans(text, ((11, 22),)), 2)]
    placed, problems = place_callouts(passages, [NoteMark("1", 1, 100), NoteMark("1", 2, 200)])
    assert [(p.article, p.notes) for p in placed] == [(1, (0,)), (2, (1,))]
    assert problems == []


def test_without_any_note_only_a_series_counts():
    assert [m for m, _, _ in place("A km³ of it. One.¹ Two.² Three.³ Four.⁴")[0]] == ["1", "2", "3", "4"]
    assert place("The area grew (x+y)² so.")[0] == []


def test_lost_stretch_of_callouts_keeps_the_plain_ones():
    body = "One.³⁶ Two.³⁷ Three. Four. Five is the hub. 45 The force came. It was there. 46 Then.⁵⁰ Last.⁵¹"
    placed, _ = place(body, *notes(*range(36, 52)))
    assert [m for m, _, _ in placed] == ["36", "37", "45", "46", "50", "51"]


def test_offsets_in_block_and_document():
    passages, marks = paper("Nothing here.", "It fell. ¹ Two.²", *notes(1, 2))
    placed, _ = place_callouts(passages, marks)
    assert (placed[0].block, placed[0].callout.start, placed[0].callout.at, placed[0].at) == (1, 8, 9, 24)


@pytest.mark.parametrize("numbers", [[], ["*"], ["a"]])
def test_notes_without_numbers_call_for_nothing(numbers):
    placed, problems = place("It fell.", *[(n, None) for n in numbers])
    assert (placed, problems) == ([], [])


def test_ten_thousand_notes_in_linear_time():
    import time

    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    body = [f"Group {n} left the town in the north.{str(n % 500 + 1).translate(raised)}" for n in range(5000)]
    started = time.process_time()
    placed, _ = place_callouts(*paper(*body, *notes(*[n % 500 + 1 for n in range(5000)])))
    assert len(placed) == 5000
    assert time.process_time() - started < 2
