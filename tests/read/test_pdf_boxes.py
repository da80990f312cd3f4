"""From spans back to the page, and the picture of it."""

from __future__ import annotations

import pytest
from PIL import Image
from press import Press, Style

from claimx.boxes import boxes_for
from claimx.errors import InputError
from claimx.model import Document
from claimx.read.pdf import read_pdf
from claimx.views.page_image import render_evidence

TEXT = [
    "The depot at Minto was shelled twice in March 2011 and held, although the "
    "garrison had run out of powder and of "
    "men who could serve the guns.^{1} Nobody claimed it."
]


@pytest.fixture(scope="module")
def paper() -> bytes:
    return Press(Style(height=300)).print(TEXT, {"1": "Lind, Long Road, 24."})


@pytest.fixture(scope="module")
def document(paper) -> Document:
    return read_pdf(paper, id="paper")


def test_a_box_for_each_line(document):
    start = document.text.index("The depot")
    end = document.text.index("¹") + 1
    boxes = boxes_for(document, [(start, end)])
    assert len(boxes) == document.text[start:end].count("\n") + 1 >= 2
    assert [box[0] for box in boxes] == [1] * len(boxes)
    for page, x0, top, x1, bottom in boxes:
        assert page == 1 and 54 <= x0 < x1 <= 380 and 40 < top < bottom < 250
    assert boxes[0][2] < boxes[1][2]
    assert boxes_for(document, [(start, end)])[0][0] == 1


def test_words_are_exact(document):
    start = document.text.index("Minto")
    ((_, x0, _, x1, _),) = boxes_for(document, [(start, start + 5)])
    ((_, left, _, right, _),) = boxes_for(document, [(start - 3, start + 5)])
    assert right == x1 and left < x0
    assert 20 < x1 - x0 < 35  # "Minto" at 10.5 points


def test_a_part_of_a_word_shares_its_width(document):
    start = document.text.index("garrison")
    ((_, x0, _, x1, _),) = boxes_for(document, [(start, start + 8)])
    ((_, a0, _, a1, _),) = boxes_for(document, [(start, start + 4)])
    assert a0 == x0 and abs(a1 - (x0 + x1) / 2) < 0.2


def test_texts_have_no_boxes():
    document = Document(id="a", text="No pages here.")
    assert boxes_for(document, [(0, 5)]) == []


def test_the_picture_shows_evidence_and_note(paper, document, tmp_path):
    source = tmp_path / "paper.pdf"
    source.write_bytes(paper)
    start, note = document.text.index("The depot"), document.text.index("Lind")
    evidence, notes = boxes_for(document, [(start, start + 40)]), boxes_for(document, [(note, note + 20)])
    (target,) = render_evidence(source, evidence, notes, tmp_path / "page.png")
    with Image.open(target) as picture:
        scale = picture.width / 432
        colours = [
            picture.getpixel((int((box[1] + 1) * scale), int((box[2] + 1.5) * scale)))
            for box in (*evidence, *notes)
        ]
    assert colours[0][0] > colours[0][2]  # yellow
    assert colours[-1][2] > colours[-1][0]  # blue
    assert [path.name for path in tmp_path.glob("*.png")] == ["page.png"]


def test_pictures_that_cannot_be_drawn(paper, tmp_path):
    source = tmp_path / "paper.pdf"
    source.write_bytes(paper)
    for path, boxes, message in (
        (source, [], "no place on a page"),
        (source, [[9, 1, 1, 2, 2]], "no page 9"),
        (tmp_path / "gone.pdf", [[1, 1, 1, 2, 2]], "cannot be read"),
    ):
        with pytest.raises(InputError, match=message):
            render_evidence(path, boxes, [], tmp_path / "page.png")
    assert not list(tmp_path.glob("*.png"))
