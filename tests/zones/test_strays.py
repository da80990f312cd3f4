"""Pieces of notes printed inside a paragraph, in a document whose layout is known."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimx.model import Document, Line, Zone
from claimx.spans import join_spans
from claimx.zones import separate_blocks

TEXT, NOTE = None, Zone.NOTE
FULL = '¹ Ana Ruiz, "The Fall," *Herald* 3, no. 2 (2014): 1-9.'


def separated(*paragraphs: tuple[Zone | None, str]) -> tuple[list[str], dict[str | None, str]]:
    """Body texts and notes of a page whose paragraphs are hinted."""
    text, lines = "", []
    for zone, printed in paragraphs:
        for row in printed.split("\n"):
            lines.append(Line(len(text), len(text) + len(row), zone=zone))
            text += row + "\n"
        text += "\n"
    blocks = separate_blocks(Document("x", text, lines=tuple(lines), media_type="application/pdf")).blocks
    read = [(block, join_spans(text, block.spans).text) for block in blocks]
    covered = sorted(span for block in blocks for span in block.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(covered))
    return (
        [t for b, t in read if b.zone in (Zone.BODY, Zone.HEADING)],
        {b.number: t for b, t in read if b.zone == NOTE},
    )


KEPT = [
    "The garrison gave its account at https://example.org/news/fall and left the town\nthe next day.",
    "The siege is told at length by Ana Ruiz, who saw it, and in the\nHerald (Ruiz 2014), and nowhere else.",
    "The column reached the river.\nAna Ruiz, a reporter, saw it cross and wrote about it at length.",
    "In the first week the rebels took the town,¹ and the army lost three posts in\nthe hills above it.",
]


@pytest.mark.parametrize("paragraph", KEPT)
def test_text_that_only_names_a_source_stays(paragraph: str) -> None:
    body, notes = separated((TEXT, paragraph), (NOTE, FULL))
    assert body == [" ".join(paragraph.split())]
    assert list(notes) == ["1"]


def test_a_source_between_two_lines_of_the_text() -> None:
    body, notes = separated(
        (TEXT, "The raids went on for years.¹ By then the column had lost its men of\n"
               'Ada Bello, "A Winter Siege," *Coast Post*, May 4, 2012, https://example.org/siege. Ibid.\n'
               "the summer before."),
        (NOTE, FULL),
    )  # fmt: skip
    assert body == ["The raids went on for years.¹ By then the column had lost its men of the summer before."]
    assert notes[None].startswith("Ada Bello") and notes[None].endswith("Ibid.")


def test_the_rest_of_an_address_and_the_next_note() -> None:
    body, notes = separated(
        (TEXT, "The town fell.¹ The port fell.²"),
        (NOTE, '¹ Ana Ruiz, "The Fall," *Herald*, May 4, 2014, https://example.org/the-fall-of-the-'),
        (
            TEXT,
            "The governor said that the garrison would hold till the\n"
            'port-and-town. ² Ada Bello, "A Winter Siege," *Coast Post* 3, no. 2 (2014): 8-15.',
        ),
        (TEXT, "Spring rains, and it did not."),
    )
    assert body[-1] == "The governor said that the garrison would hold till the Spring rains, and it did not."
    assert notes["1"].endswith("https://example.org/the-fall-of-the-port-and-town.")
    assert notes["2"].startswith("Ada Bello")


def test_the_last_word_of_an_address_on_the_next_page() -> None:
    body, notes = separated(
        (TEXT, "The town fell¹ because the army was not capable of"),
        (NOTE, "¹ Herald, May 4, 2014, https://example.org/news/a-fallen-"),
        (TEXT, "town. holding the road to the coast."),
    )
    assert body == ["The town fell¹ because the army was not capable of holding the road to the coast."]
    assert notes == {"1": "Herald, May 4, 2014, https://example.org/news/a-fallen-town."}


def test_a_paragraph_that_opens_the_notes_of_a_page_goes_on_from_before() -> None:
    _, notes = separated(
        (TEXT, "The town fell.¹"),
        (NOTE, "¹ The count is that of the governor’s office, which"),
        (TEXT, "The port fell a week later than the town did.²"),
        (NOTE, "Counted the wounded of both sides together."),
        (NOTE, "² Ibid."),
    )
    assert notes["1"].endswith("office, which Counted the wounded of both sides together.")
    assert list(notes) == ["1", "2"]
