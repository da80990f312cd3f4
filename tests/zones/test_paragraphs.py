"""Headings, lists and paragraphs."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated

PROSE = "The brigade held the town for nine weeks, and then it left without a fight."


@pytest.mark.parametrize(
    "line",
    [
        "The brigade left.",
        "and the others followed",
        "He came; he saw;",
        "In March 2014,",
        "the Front for the",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    found = Separated(f"{PROSE}\n\n{line}\n\n{PROSE}\n")
    assert found.texts(Zone.HEADING) == []


@pytest.mark.parametrize(
    "line",
    [
        "2. The Long Retreat",
        "2.1 The retreat of the brigade",
        "## A retreat",
        "**A retreat in the hills**",
        "III. After the War",
        "The Long Retreat",
        "Section 4",
        "CONCLUSION",
        "The coast-hills connection",
        "Whose War?",
        "Conclusion: A Front Divided",
    ],
)
def test_headings(line: str) -> None:
    found = Separated(f"{PROSE}\n\n{line}\n\n{PROSE}\n")
    assert len(found.texts(Zone.HEADING)) == 1
    assert found.zones.blocks[-1].section == found.texts(Zone.HEADING)[0].strip("*# ")


def test_a_paragraph_cut_by_a_column() -> None:
    found = Separated(
        "The men of the Northern\n\nFront fled. They took the guns of\n\nthe town.\n\nNobody saw them.\n"
    )
    assert found.texts(Zone.BODY) == [
        "The men of the Northern Front fled. They took the guns of the town.",
        "Nobody saw them.",
    ]


def test_al_names_open_paragraphs() -> None:
    found = Separated(f"{PROSE}\n\nal-Shabaab held the port.\n")
    assert len(found.texts(Zone.BODY)) == 2


def test_hard_wrapped_lines_and_pages() -> None:
    found = Separated(
        "The brigade left the\ntown in March. It was\n\f\nwell armed and had the\nguns of the port.\n"
    )
    assert found.texts(Zone.BODY) == [
        "The brigade left the town in March. It was well armed and had the guns of the port."
    ]


def test_one_paragraph_a_line() -> None:
    found = Separated("\n".join(["Introduction", PROSE * 4, PROSE, PROSE * 2, "Conclusion", PROSE]))
    assert found.texts(Zone.HEADING) == ["Introduction", "Conclusion"]
    assert len(found.texts(Zone.BODY)) == 4


def test_lists_and_their_rest_on_the_next_page() -> None:
    found = Separated(
        f"{PROSE} They were:\n\n- the Sea Wing\n- ➤ the Land Wing, which held the\n\n"
        f"hills until May\n\n{PROSE}\n"
    )
    assert found.texts(Zone.LIST) == ["the Sea Wing", "the Land Wing, which held the hills until May"]
    assert len(found.texts(Zone.BODY)) == 2


def test_acronyms_are_a_list() -> None:
    found = Separated(
        f"List of Acronyms\n\nLTTE Liberation Tigers of Tamil Eelam\n\nIPKF Indian Peace Keeping Force\n\n"
        f"Introduction\n\n{PROSE}\n"
    )
    assert found.texts(Zone.LIST) == [
        "LTTE Liberation Tigers of Tamil Eelam",
        "IPKF Indian Peace Keeping Force",
    ]


@pytest.mark.parametrize("head", ["Abstract\n\n", "ABSTRACT ", "Abstract: ", "**Abstract.** "])
def test_abstract(head: str) -> None:
    found = Separated(
        f"The Long Retreat\n\nAna Ruiz\n\n{head}{PROSE}\n\nKeywords: war, retreat\n\n"
        f"1. Introduction\n\n{PROSE}\n"
    )
    assert found.texts(Zone.ABSTRACT) == [PROSE]
    assert found.texts(Zone.BODY) == [PROSE]
