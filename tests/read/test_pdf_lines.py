"""From characters to lines, columns, rows of tables and mended words."""

from __future__ import annotations

from collections import Counter

import pytest
from printed import line, piece, pieces

from claimx.model import Zone
from claimx.read.pdf.columns import find_gutters, order_rows
from claimx.read.pdf.hyphens import SOFT_HYPHEN, count_words, mend_hyphens
from claimx.read.pdf.lines import PrintedLine, build_line
from claimx.read.pdf.pages import Piece
from claimx.read.pdf.rows import find_rows
from claimx.read.pdf.tables import mark_tables


def read_row(*parts: Piece) -> str:
    (row,) = find_rows(list(parts))
    return build_line(1, 0, 0, [parts[index] for index in row.indices]).text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([piece("in", 0, 100), piece("2021", 14, 100)], "in 2021"),
        ([piece("events.", 0, 100), piece("12", 35, 100, 6, glued=True)], "events.12"),  # small, not raised
        (
            [piece("H", 0, 100), piece("2", 5, 102, 6, glued=True), piece("O", 8, 100, glued=True)],
            "H2O",
        ),  # lowered
        ([piece("21", 0, 100), piece("st", 10, 96, 6, glued=True)], "21st"),  # raised letters
        (
            [piece("S", 0, 100), piece("MITH", 5, 100, 8, glued=True), piece("said", 30, 100)],
            "SMITH said",
        ),  # small capitals
        ([piece("events.", 0, 100), piece("12", 35, 96, 6, glued=True)], "events.¹²"),
        ([piece("events.", 0, 100), piece("12", 35, 96, 6)], "events.¹²"),
        ([piece("events.", 0, 100), piece("12", 35, 97, 10, glued=True)], "events.¹²"),  # raised, not smaller
        (
            [piece("events.", 0, 100), piece("12", 35, 100, raised=True, glued=True)],
            "events.¹²",
        ),  # superior figures
        ([piece("12", 0, 97, 6), piece("Smith,", 6, 100, glued=True)], "¹² Smith,"),  # opens a note
        ([piece("Lind", 0, 100), piece("*", 20, 96, 6, glued=True)], "Lind*"),
        ([piece("2021", 0, 100), piece("5", 20, 96, 6, glued=True), piece("The", 26, 100)], "2021⁵ The"),
        ([piece("\ufb01ve", 0, 100), piece("of\ufb02ine", 20, 100)], "five offline"),
        ([piece("Garc", 0, 100), piece("´ıa", 20, 100, glued=True)], "García"),
        ([piece("\uf0b7", 0, 100), piece("item", 12, 100)], "• item"),
    ],
)
def test_words_and_raised_figures(parts, text):
    assert read_row(*parts) == text


def test_a_marker_drawn_last_finds_its_place():
    drawn = [*pieces("killed ten guards.", 50, 100), *pieces("Two days later it", 50, 112)]
    drawn.append(piece("7", drawn[2].x1, 96, 6))
    rows = find_rows(drawn)
    assert [build_line(1, 0, 0, [drawn[i] for i in row.indices]).text for row in rows] == [
        "killed ten guards.⁷",
        "Two days later it",
    ]


def test_a_drop_capital_opens_its_word():
    drawn = [
        piece("T", 50, 124, 38),
        *pieces("he siege began before", 72, 100),
        *pieces("the rains had ended and", 72, 112),
        *pieces("before anyone in the harbour", 72, 124),
        *pieces("had counted the boats there", 50, 136),
    ]
    texts = [build_line(1, 0, 0, [drawn[i] for i in row.indices]).text for row in find_rows(drawn)]
    assert texts[0] == "The siege began before"
    assert texts[1:] == [
        "the rains had ended and",
        "before anyone in the harbour",
        "had counted the boats there",
    ]


LEFT = [
    "the council met again on",
    "the harbour and its boats",
    "were counted by the pilot",
    "before the rains had come",
    "and the governor wrote to",
    "his brother in the north",
]
RIGHT = [
    "another column of prose that",
    "is set beside the first one",
    "and goes on for some lines",
    "until the foot of the page",
    "where nothing more is said",
    "about the boats or the men",
]


def two_columns(shift: float = 0.0) -> list[Piece]:
    drawn = [p for n, text in enumerate(LEFT) for p in pieces(text, 50, 100 + 12 * n)]
    return drawn + [p for n, text in enumerate(RIGHT) for p in pieces(text, 220, 100 + 12 * n + shift)]


@pytest.mark.parametrize("shift", [0.0, 2.0, 6.0])
def test_columns_are_read_one_after_the_other(shift):
    drawn = two_columns(shift)
    rows = find_rows(drawn)
    gutters = find_gutters(rows, drawn)
    assert len(gutters) == 1 and 190 < gutters[0] < 220
    texts = [" ".join(drawn[i].text for i in indices) for _, _, indices in order_rows(rows, drawn, gutters)]
    assert texts == LEFT + RIGHT


def test_a_title_across_both_columns_comes_first():
    drawn = [
        *pieces("The long siege of the harbour at Oskil and what came after", 50, 70, 12),
        *two_columns(),
    ]
    rows = find_rows(drawn)
    ordered = order_rows(rows, drawn, find_gutters(rows, drawn))
    assert [column for _, column, _ in ordered] == [-1] + [0] * 6 + [1] * 6


def test_short_lines_and_tables_are_no_columns():
    ragged = [p for n, text in enumerate(LEFT * 2) for p in pieces(text, 50, 100 + 12 * n)]
    assert find_gutters(find_rows(ragged), ragged) == ()
    table = [
        p
        for n in range(8)
        for p in (*pieces("Leader", 50, 100 + 12 * n), *pieces("Omar Said", 220, 100 + 12 * n))
    ]
    assert find_gutters(find_rows(table), table) == ()


def test_a_last_page_with_a_few_lines_in_the_second_column():
    drawn = [p for n, text in enumerate(LEFT) for p in pieces(text, 50, 100 + 12 * n)]
    drawn += pieces("[12] Lind, Long Road, 9.", 220, 100)
    rows = find_rows(drawn)
    assert find_gutters(rows, drawn) == ()
    assert find_gutters(rows, drawn, (200.0,))


def table_line(base: float, *cells: str) -> PrintedLine:
    drawn = [p for n, cell in enumerate(cells) for p in pieces(cell, 50 + 90 * n, base)]
    return build_line(1, 0, 0, drawn)


def test_rows_of_a_table_keep_their_cells():
    flow = [
        table_line(100, "Harbour Group"),
        table_line(112, "Formed", "March 2006"),
        table_line(124, "Strength", "3,000-4,000"),
        table_line(136, "Leader"),
    ]
    mark_tables(flow, 400)
    assert [entry.cells for entry in flow] == [(), (1,), (1,), ()]
    assert {entry.zone for entry in flow} == {Zone.TABLE}


def test_gaps_that_are_no_cells():
    justified = build_line(
        1, 0, 0, [piece("2021,", 50, 100), piece("https://example.org/a-long-address", 150, 100)]
    )
    numbered = build_line(1, 0, 0, [piece("1.", 50, 112), *pieces("Introduction", 80, 112)])
    bullet = build_line(1, 0, 0, [piece("•", 50, 124), *pieces("the first item", 80, 124)])
    flow = [justified, line("a full line of text that goes to the edge", 106, end=320), numbered, bullet]
    mark_tables(flow, 320)
    assert all(entry.cells == () and entry.zone is None for entry in flow)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the insur-", "gents left", "the insur" + SOFT_HYPHEN),  # the document prints "insurgents"
        ("from Al-", "Qaeda and", "from Al-"),
        ("the inter-", "group rivalry", "the inter-"),  # it prints "inter-group"
        ("Lashkar-e-", "Islam fought", "Lashkar-e-"),
        ("in 2013-", "2014 they", "in 2013-"),
        ("a telecom-", "munications mast", "a telecom" + SOFT_HYPHEN),  # no witness
        ("the anti-", "government front", "the anti-"),
        ("see https://site.org/", "reports/2019", "see https://site.org/" + SOFT_HYPHEN),
        ("see https://site.org/long-", "road.html", "see https://site.org/long-"),
        ("at https://site.org/a.", "The council", "at https://site.org/a."),
        ("at <https://site.", "org/a>", "at <https://site." + SOFT_HYPHEN),
        ("the rebel/", "militia camp", "the rebel/" + SOFT_HYPHEN),
        ("the truce—", "signed twice", "the truce—" + SOFT_HYPHEN),
        ("nothing", "here", "nothing"),
    ],
)
def test_line_ends(first, second, joined):
    flow = [line(first), line(second, 112)]
    known = count_words([line("insurgents met an inter-group council; a government fell")])
    mend_hyphens(flow, known)
    assert flow[0].text == joined


def test_a_new_paragraph_is_never_joined():
    flow = [line("see https://site.org/"), line("reports came", 112)]
    flow[1].starts = True
    mend_hyphens(flow, Counter())
    assert flow[0].text == "see https://site.org/"
