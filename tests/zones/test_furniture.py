"""Running heads, page numbers, rules, pictures and contents."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated

PROSE = "The brigade held the town for nine weeks, and then it left without a fight."


@pytest.mark.parametrize("line", ["2014", "Page by page", "In vol. 3 of the history", "Sources say so."])
def test_what_is_text(line: str) -> None:
    text = f"{PROSE}\n\n{line}. {PROSE}\n"
    assert Separated(text).texts(Zone.FURNITURE) == []


@pytest.mark.parametrize(
    "line",
    [
        "- 12 -",
        "12",
        "Page 3 of 10",
        "iv",
        "_",
        "* * *",
        "![](_page_3_Picture.jpeg)",
        "Vol. 12, No. 3 | May 2014",
        "(Source: Ministry of Defence, 2019)",
        "© 2014 Herald Press. All rights reserved.",
        "ISSN 1234-5678",
        "Journal of Civil Wars, Vol. 12, No. 3",
    ],
)
def test_furniture_in_mid_sentence(line: str) -> None:
    found = Separated(f"{PROSE}\n\nThe men of the\n\n{line}\n\nbrigade fled.\n")
    assert found.texts(Zone.FURNITURE) == [
        line.replace("![](_page_3_Picture.jpeg)", found.texts(Zone.FURNITURE)[0])
    ]
    assert found.texts(Zone.BODY)[-1] == "The men of the brigade fled."


def test_running_heads_between_paragraphs() -> None:
    pages = [
        f"{PROSE} It was the year {year} that changed\n\nThe Long Retreat {page}\n\nthe war.\n"
        for page, year in enumerate((2001, 2002, 2003, 2004))
    ]
    found = Separated("\n".join(pages))
    assert len(found.texts(Zone.FURNITURE)) == 4
    assert all(text.endswith("changed the war.") for text in found.texts(Zone.BODY))


def test_running_heads_at_the_edge_of_a_page() -> None:
    pages = [
        f"A. Perera      The Long Retreat\n{PROSE} It was the year {year} that\n{page}\f"
        for page, year in enumerate((2001, 2002, 2003, 2004), 12)
    ]
    found = Separated("".join(pages) + "A. Perera      The Long Retreat\nis all.\n")
    assert len(found.texts(Zone.BODY)) == 1
    assert "Retreat" not in found.texts(Zone.BODY)[0] and " 13 " not in found.texts(Zone.BODY)[0]


@pytest.mark.parametrize("row", ["{}\t{}", "{} ........ {}", "{} . . . . . . {}"])
def test_contents(row: str) -> None:
    rows = "\n".join(
        row.format(name, page) for name, page in (("Introduction", 1), ("Sea Wing", 4), ("Conclusion", 9))
    )
    found = Separated(f"The Long Retreat\n\nContents\n\n{rows}\n\nIntroduction\n\n{PROSE}\n")
    assert len(found.texts(Zone.FURNITURE)) == 4
    assert found.texts(Zone.HEADING) == ["Introduction"]
    assert found.zones.title == "The Long Retreat"
