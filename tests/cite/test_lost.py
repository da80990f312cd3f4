"""Callouts that print ate: put back only where one place is left."""

import pytest

from claimx.cite.callouts import Passage
from claimx.cite.markers import NoteMark, place_callouts
from claimx.spans import join_spans

FILL = "The group moved on to the hills beyond the river."


def notes(*numbers):
    return [NoteMark(str(n), None, 10_000 + n) for n in numbers]


def place(body, *marks):
    placed, problems = place_callouts([Passage(0, join_spans(body, ((0, len(body)),)))], list(marks))
    return [(p.callout.marker, p.notes, p.callout.inferred) for p in placed], [p.code for p in problems]


def inferred(*parts):
    return [m for m, _, lost in place(*parts)[0] if lost]


@pytest.mark.parametrize(
    "body",
    [
        f"Contrary to hopes it fell.¹ {FILL} Ocntrary to that they left.³",  # a melted nought and C
        f"However, it fell.¹ {FILL} lHowever, they left.³",  # a one glued to the word
        f"It fell.¹ He said: “The town is ours and will be ours.” {FILL} They left.³",  # a quotation's end
        f'It fell.¹ He said: "The town is ours and will be ours." {FILL} They left.³',
    ],
)
def test_put_back(body):
    assert inferred(body, *notes(1, 2, 3)) == ["2"]


@pytest.mark.parametrize(
    "body",
    [
        f"It fell.¹ {FILL} {FILL} They left.³",  # no sign of it
        f"It fell.¹ He said “no.” {FILL} They left.³",  # a term, not a quotation
        "It fell.¹ “The first is as long as it must be.” And: “The second is as long as it is.” They left.³",
        f"It fell.¹ {FILL} Overall, they left.³",
        f"It fell.¹ till then. {FILL} Still, they left.³",
        f"It fell.¹ {FILL} ISIL left.³",
    ],
)
def test_reported_only(body):
    placed, problems = place(body, *notes(1, 2, 3))
    assert [m for m, _, lost in placed if lost] == []
    assert "note-without-callout" in problems


def test_two_lost_numbers_prove_nothing():
    body = f"It fell.¹ He said: “The town is ours and will be ours.” {FILL} They left.⁴"
    assert inferred(body, *notes(1, 2, 3, 4)) == []


def test_place_is_the_end_of_the_sentence_before():
    body = f"Contrary to hopes it fell.¹ {FILL} Ocntrary to that they left.³"
    placed, _ = place_callouts([Passage(0, join_spans(body, ((0, len(body)),)))], notes(1, 2, 3))
    lost = next(p for p in placed if p.callout.inferred)
    assert body[: lost.callout.start].endswith("river.")
    assert lost.callout.start == lost.callout.end
