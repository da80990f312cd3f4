"""From spans of a document to boxes, on made-up lines (whole papers: tests/read/test_pdf_boxes.py)."""

from __future__ import annotations

from array import array

import pytest

from claimx.boxes import boxes_for
from claimx.model import Document, Line

TEXT = "Ten guards died\nat the harbour.\f¹ Lind, Road."
XS = array("f", [10, 30, 35, 75, 80, 100]).tobytes()
LINES = (
    Line(0, 15, page=1, x0=10.0, top=50.0, x1=100.0, bottom=60.0, xs=XS),
    Line(16, 31, page=1, x0=10.0, top=62.0, x1=90.0, bottom=72.0),
    Line(32, 45, page=2, x0=10.0, top=80.0, x1=70.0, bottom=88.0),
)
DOCUMENT = Document(id="a", text=TEXT, lines=LINES)


@pytest.mark.parametrize(
    ("spans", "boxes"),
    [
        ([], []),
        ([(15, 16)], []),  # a line feed stands nowhere
        ([(0, 15)], [[1, 10.0, 50.0, 100.0, 60.0]]),
        ([(4, 10)], [[1, 35.0, 50.0, 75.0, 60.0]]),  # a word
        ([(4, 7)], [[1, 35.0, 50.0, 55.0, 60.0]]),  # half of it
        ([(11, 18)], [[1, 80.0, 50.0, 100.0, 60.0], [1, 10.0, 62.0, 20.7, 72.0]]),  # no words
        ([(0, 15), (34, 45)], [[1, 10.0, 50.0, 100.0, 60.0], [2, 19.2, 80.0, 70.0, 88.0]]),
    ],
)
def test_boxes(spans, boxes):
    assert boxes_for(DOCUMENT, spans) == boxes
