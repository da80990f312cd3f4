"""Furniture, notes, paragraphs and headings; what a file says of itself."""

from __future__ import annotations

import pytest
from printed import line

from claimx.model import Zone
from claimx.read.pdf.furniture import mark_furniture
from claimx.read.pdf.lines import PrintedLine
from claimx.read.pdf.metadata import read_authors, read_published, read_title
from claimx.read.pdf.notes import body_size, mark_notes
from claimx.read.pdf.pages import Rule, as_shown
from claimx.read.pdf.paragraphs import mark_headings, mark_starts, usual_leading


def pages_of(*texts: list[tuple[str, float]]) -> list[list[PrintedLine]]:
    return [[line(text, base, page=number) for text, base in page] for number, page in enumerate(texts, 1)]


BODY = [
    ("The council met and the pilots counted boats", 100.0),
    ("until the rains came down on the harbour", 112.0),
    ("and nobody wrote about it for two years", 124.0),
    ("but one officer remembered forty dead men", 136.0),
]


def body_of(number: int) -> list[tuple[str, float]]:
    names = ("Oskil", "Minto", "Karsa", "Tamra", "Belvoir", "Volta")
    return [(f"{names[(number + n) % 6]} {text}", base) for n, (text, base) in enumerate(BODY)]


def test_heads_of_left_and_right_pages():
    pages = pages_of(
        *[
            [(("Vera Lind", "Border Studies")[n % 2], 60.0), *body_of(n), (str(n + 7), 180.0)]
            for n in range(6)
        ]
    )
    mark_furniture(pages, 10.0)
    assert [[entry.text for entry in page if entry.zone == Zone.FURNITURE] for page in pages] == [
        [("Vera Lind", "Border Studies")[n % 2], str(n + 7)] for n in range(6)
    ]


def test_ibid_at_the_foot_of_every_page_is_no_furniture():
    pages = pages_of(*[[*body_of(n), (f"{n} Ibid.", 147.0)] for n in range(1, 7)])
    mark_furniture(pages, 10.0)
    assert not any(entry.zone for page in pages for entry in page)


def test_a_download_stamp_is_furniture():
    pages = pages_of([*body_of(1), ("Downloaded from example.org on 12 May 2014", 148.0)], body_of(2))
    mark_furniture(pages, 10.0)
    assert [entry.text for page in pages for entry in page if entry.zone] == [
        "Downloaded from example.org on 12 May 2014"
    ]


def test_a_download_that_the_text_tells_of_is_kept():
    pages = pages_of([*body_of(1), ("that he had downloaded from the site", 148.0)], body_of(2))
    mark_furniture(pages, 10.0)
    assert not any(entry.zone for page in pages for entry in page)


def foot(
    *notes: tuple[str, float, float],
    body: list[tuple[str, float]] = BODY,
    rule: float | None = None,
    page: int = 1,
) -> tuple[list[PrintedLine], list[Rule]]:
    lines = [line(text, base, page=page) for text, base in body]
    lines += [line(text, base, size=size, page=page) for text, base, size in notes]
    return lines, [Rule(50, 120, rule)] if rule else []


@pytest.mark.parametrize(
    ("notes", "rule", "found"),
    [
        ([("¹ Lind, Road, 9.", 200, 8), ("² Ibid.", 210, 8)], None, ["1", "2"]),
        ([("1. Lind, Road, 9.", 200, 8), ("2. Ibid.", 210, 8)], None, ["1", "2"]),
        (
            [("1 Lind, Road, 9.", 200, 8), ("12 March 2014, on page four.", 210, 8), ("2 Ibid.", 220, 8)],
            None,
            ["1", "2"],
        ),
        ([("1Lind, Road, 9.", 200, 8), ("2Ibid.", 210, 8)], None, ["1", "2"]),
        ([("* Vera Lind teaches at Oskil.", 200, 8), ("¹ Ibid.", 210, 8)], None, ["*", "1"]),
        ([("1. Lind, Road, 9.", 200, 10), ("2. Ibid.", 212, 10)], 185.0, ["1", "2"]),
        ([("Source: the statistics office.", 200, 8)], None, []),
        (
            [("the last lines of a page in the size of", 148, 10), ("the text hold no notes", 160, 10)],
            None,
            [],
        ),
    ],
)
def test_notes_at_the_foot(notes, rule, found):
    lines, rules = foot(*notes, rule=rule)
    mark_notes([lines], [rules], 10.0)
    assert [entry.number for entry in lines if entry.starts] == found
    assert all((entry.zone == Zone.NOTE) == (entry.base >= 200 and bool(found)) for entry in lines)


def test_a_note_runs_on_to_the_next_page():
    first, rules = foot(("¹ Lind, Road, 9; compare the figures that", 200, 8), rule=190.0)
    second, more = foot(("the office gave in 2014.", 190, 8), ("² Ibid.", 200, 8), rule=180.0, page=2)
    mark_notes([first, second], [rules, more], 10.0)
    assert [(entry.text, entry.starts) for entry in second if entry.zone == Zone.NOTE] == [
        ("the office gave in 2014.", False),
        ("² Ibid.", True),
    ]


def test_notes_that_outweigh_the_text():
    lines = [line("a line of text in the size of the body", 100 + 12 * n) for n in range(6)]
    lines += [line("notes and notes and notes and still more notes", 200 + 10 * n, size=8) for n in range(14)]
    assert body_size(lines) == 10.0


def starts(*lines: PrintedLine) -> list[bool]:
    mark_starts(lines, usual_leading(lines), 50, 300)
    return [entry.starts for entry in lines]


def test_paragraphs_by_indent():
    assert starts(
        line("the harbour was closed for", 100, end=300),
        line("two years.", 112),
        line("The pilots left their boats", 124, x=62, end=300),
        line("and went north", 136, end=300),
        line("with the council", 148, end=300),
    ) == [False, False, True, False, False]


def test_paragraphs_by_white_space():
    assert starts(
        line("the harbour was closed", 100, end=300),
        line("for two years and", 112, end=300),
        line("The pilots left", 130, end=300),
        line("for the north", 142, end=300),
    ) == [False, False, True, False]


def test_entries_with_hanging_indents():
    entries = [
        ("Carter, John. Borders and Bandits: a history of the", 50, 300.0),
        ("frontier. London, 1998.", 62, None),
        ("Lind, Vera. The Long Road to Oskil and the harbour", 50, 300.0),
        ("towns. London, 2001.", 62, None),
        ("Said, Omar. What the Pilot Saw from the breakwater", 50, 300.0),
        ("in the rains. Oskil, 2016.", 62, None),
    ]
    lines = [line(text, 100 + 12 * n, x=x, end=end) for n, (text, x, end) in enumerate(entries)]
    assert starts(*lines) == [False, False, True, False, True, False]


def test_items_with_hanging_bullets():
    lines = [
        line("• the first item runs on", 100, end=300),
        line("to a second line", 112, x=57.5),
        line("• the second item", 124),
        line("• the third", 136),
    ]
    assert starts(*lines) == [False, False, True, True]


def test_headings_stand_out():
    lines = [
        line("Background", 100, bold=True),
        line("The council met.", 120),
        line("https://site.org/a", 140, bold=True),
        line("Ten guards died at the harbour in the first hour.", 160, bold=True),
    ]
    for entry in lines[1:]:
        entry.starts = True
    mark_headings(lines, 10.0)
    assert [entry.zone for entry in lines] == [Zone.HEADING, None, None, None]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("The Long Road to Oskil", "The Long Road to Oskil"),
        ("Microsoft Word - draft3.doc", None),
        ("untitled", None),
        ("paper-final.indd", None),
        ("", None),
        ("1234", None),
    ],
)
def test_titles(title, read):
    assert read_title({"Title": title}) == read


@pytest.mark.parametrize(
    ("author", "read"),
    [
        ("Vera Lind", ("Vera Lind",)),
        ("Vera Lind; Omar Said", ("Vera Lind", "Omar Said")),
        ("Vera Lind and Omar Said", ("Vera Lind", "Omar Said")),
        ("Administrator", ()),
        ("user01", ()),
        ("", ()),
    ],
)
def test_authors(author, read):
    assert read_authors({"Author": author}) == read


@pytest.mark.parametrize(
    ("made", "data", "text", "read"),
    [
        ("D:20190512103000Z", b"", "attacks in 2018 and 2019", "2019-05-12"),
        ("D:201905", b"", "attacks in 2018", "2019-05"),
        ("D:20261120181223Z", b"", "attacks in 2018", None),  # converted years later
        ("D:20190512", b"", "no year at all", None),
        ("D:20261120", b"<prism:publicationDate>2019-03-01</prism:publicationDate>", "in 2018", "2019-03-01"),
        ("D:20261120", b'<rdf:Description prism:coverDate="2019-03"/>', "in 2018", "2019-03"),
        ("nonsense", b"", "in 2018", None),
    ],
)
def test_publication_dates(made, data, text, read):
    assert read_published({"CreationDate": made}, data, text) == read


def test_boxes_of_turned_pages():
    box = (10, 20, 30, 25)
    for turn, width, height in ((1, 400, 600), (2, 400, 600), (3, 400, 600)):
        there = as_shown(box, turn, width, height)
        shown = (height, width) if turn % 2 else (width, height)
        assert as_shown(there, -turn % 4, *shown) == box
