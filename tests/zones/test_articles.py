"""The articles of an issue."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated

PROSE = (
    "The brigade held the town for nine weeks, and then it left without a fight, because the men had not "
    "been paid since the spring and their officers had gone over to the coast in the boats of "
    "the fishermen.[1] "
)
NOTES = "Notes\n\n[1] Author's interview with a guard, May 12, 2014.\n\n[2] Ibid.\n\n"


def _article(title: str, author: str, blurb: str = "", notes: str = NOTES) -> str:
    return f"{title}\n\n{author}\n\n{PROSE}\n\nThe Long Road\n\n{PROSE}\n\n{blurb}{notes}"


@pytest.mark.parametrize(
    ("byline", "blurb", "notes"),
    [
        ("Ana Ruiz", "", NOTES),
        ("Ana Ruiz", "Ana María Ruiz is an analyst of coastal trade.\n\n", NOTES),
        ("By Ana Ruiz", "", ""),
        ("Ana Ruiz", "Ana Ruiz is the editor of this review.\n\n", ""),
    ],
)
def test_two_articles(byline: str, blurb: str, notes: str) -> None:
    second = ("By Oleg Brun", "Oleg Brun is a journalist.\n\n")
    found = Separated(
        "Harbour Monitor\n\n"
        + _article("The Fall of the Port", byline, blurb, notes)
        + _article("New Splits in the\nNorthern Front", second[0], second[1])
    )
    articles = found.zones.articles
    assert [(one.number, one.title, one.authors) for one in articles] == [
        (1, "The Fall of the Port", ("Ana Ruiz",)),
        (2, "New Splits in the Northern Front", ("Oleg Brun",)),
    ]
    assert found.zones.title == "Harbour Monitor" and found.zones.authors == ()
    assert {block.article for block in found.zones.blocks if block.zone == Zone.BODY} == {1, 2}
    assert [block.section for block in found.zones.blocks if block.zone == Zone.BODY] == [
        None,
        "The Long Road",
        None,
        "The Long Road",
    ]
    text = found.document.text
    assert text[articles[0].span[1] : articles[1].span[0]].strip() == ""


def test_notes_start_anew_in_each_article() -> None:
    found = Separated(
        _article("The Fall of the Port", "Ana Ruiz") + _article("New Splits in the North", "Oleg Brun")
    )
    notes = [(block.article, block.number) for block in found.zones.blocks if block.zone == Zone.NOTE]
    assert notes == [(1, "1"), (1, "2"), (2, "1"), (2, "2")]
    assert found.codes() == []


def test_contents_name_the_authors() -> None:
    contents = "p.1\n\nThe Fall of the Port\n\nAna Ruiz\n\np.4\n\nNew Splits in the North\n\nAna Ruiz\n\n"
    found = Separated(
        "Harbour Monitor\n\n"
        + contents
        + _article("The Fall of the Port", "Ana Ruiz", notes="")
        + _article("New Splits in the North", "Ana Ruiz", notes="")
    )
    assert len(found.zones.articles) == 2
    assert found.zones.articles[0].span[0] == found.document.text.rindex("The Fall of the Port")


@pytest.mark.parametrize(
    "text",
    [
        "The Long Retreat\n\nAna Ruiz\n\n" + PROSE,
        # profiles of groups whose names look like persons'
        "Main Actors\n\nBoko Haram\n\n"
        + PROSE
        + "\n\nBoko Haram is the oldest of them.\n\nOther Actors\n\nAnsar Dine\n\n"
        + PROSE
        + "\n\nAnsar Dine is younger.\n\n"
        + NOTES,
        "Forms of Trade\n\nHigh-End Trade\n\n" + PROSE + "\n\nOther Forms\n\nLow-End Trade\n\n" + PROSE,
    ],
)
def test_a_paper_of_its_own(text: str) -> None:
    assert Separated(text).zones.articles == ()
