"""Units cut and marked by what the layout knows."""

from __future__ import annotations

from claimx.model import Document, Line, Zone
from claimx.zones.hints import heed_layout
from claimx.zones.units import cut_units


def test_a_unit_is_cut_where_the_layout_changes() -> None:
    text = "The end of the page\n12 Ibid.\nHerald"
    lines = (Line(0, 19), Line(20, 28, zone=Zone.NOTE), Line(29, 35, zone=Zone.FURNITURE))
    document = Document("x", text, lines=lines)
    units = heed_layout(document, cut_units(document))
    assert [(unit.text, unit.hint) for unit in units] == [
        ("The end of the page", None),
        ("12 Ibid.", Zone.NOTE),
        ("Herald", Zone.FURNITURE),
    ]


def test_page_edges_are_told_without_layout() -> None:
    text = "Long Retreat 1\nIt fell\fLong Retreat 2\nin May\fLong Retreat 3\nof that year."
    document = Document("x", text)
    hints = [unit.hint for unit in heed_layout(document, cut_units(document))]
    assert hints == [Zone.FURNITURE, None] * 3
