"""Lines at the edges of pages."""

from __future__ import annotations

from claimx.zones.pages import find_page_edges, lines_of


def test_lines() -> None:
    text = "  one \n\n\ttwo\nthree"
    assert [text[low:high] for low, high in lines_of(text, 0, len(text))] == ["one ", "two", "three"]


def test_heads_and_numbers_that_come_again() -> None:
    pages = [
        f"The Long Retreat\nIt was the year {year} of war.\nAna Ruiz   {page}\n"
        for page, year in enumerate((1, 2, 3, 4))
    ]
    text = "\f".join(pages)
    found = [text[line.start : line.end] for line in find_page_edges(text)]
    assert found == [part for page in range(4) for part in ("The Long Retreat", f"Ana Ruiz   {page}")]


def test_sentences_at_the_edge_stay() -> None:
    assert find_page_edges("It fell.\nIt rose.\fIt fell.\nHe left.\fIt fell.\nShe stayed.") == []


def test_a_bare_number_at_the_edge_goes() -> None:
    text = "One page\n12\fAnother page\n- 13 -"
    assert [text[line.start : line.end] for line in find_page_edges(text)] == ["12", "- 13 -"]
