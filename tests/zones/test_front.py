"""Title, authors and date of publication."""

from __future__ import annotations

import pytest

from .layouts import Separated

PROSE = (
    "The brigade held the town for nine weeks, and then it left without a fight, because the men had not "
    "been paid since the spring and their officers had gone over to the coast in the boats of the fishermen. "
)


@pytest.mark.parametrize(
    ("front", "title", "authors", "published"),
    [
        ("The Long Retreat\n\nAna Ruiz", "The Long Retreat", ("Ana Ruiz",), None),
        ("The Long Retreat\nAna Ruiz", "The Long Retreat", ("Ana Ruiz",), None),
        (
            "# The Long Retreat\n\n*By Dr. Ana Ruiz and Jean de Brun*",
            "The Long Retreat",
            ("Ana Ruiz", "Jean de Brun"),
            None,
        ),
        (
            "The Long Retreat\n\nR. Perera, University of Jaffna\n\nMay 2011",
            "The Long Retreat",
            ("R. Perera",),
            "2011-05",
        ),
        (
            "HARBOUR PAPERS\n\nNo. 5 | 3 June 2012\n\nThe Long Retreat\n\n"
            "THE LONG RETREAT: A HISTORY\n\nAna Ruiz",
            "THE LONG RETREAT: A HISTORY",
            ("Ana Ruiz",),
            "2012-06-03",
        ),
        ("The Long Retreat\n\nAna Ruiz\n\nPublished 2013", "The Long Retreat", ("Ana Ruiz",), "2013"),
        (
            "Red Flag, White Flag\n\nA History\n\nRed Flag, White Flag: A History of the Coast",
            "Red Flag, White Flag: A History of the Coast",
            (),
            None,
        ),
        (
            "Title: The Long Retreat\nAuthor: Ana Ruiz\nPublished: 2012-06",
            "The Long Retreat",
            ("Ana Ruiz",),
            "2012-06",
        ),
        (
            '---\ntitle: "The Long Retreat"\nauthor: Ana Ruiz\ndate: 2012-06-03\n---',
            "The Long Retreat",
            ("Ana Ruiz",),
            "2012-06-03",
        ),
        (
            "The Long Retreat\n\nAna Ruiz\nInstitute for Coastal Studies, Cádiz",
            "The Long Retreat",
            ("Ana Ruiz",),
            None,
        ),
        ("Options for the Coast\n\nMiddle East Review", "Options for the Coast", (), None),
    ],
)
def test_front_matter(front: str, title: str, authors: tuple[str, ...], published: str | None) -> None:
    zones = Separated(f"{front}\n\nIntroduction\n\n{PROSE}\n").zones
    assert (zones.title, zones.authors, zones.published) == (title, authors, published)
    assert zones.articles == ()


def test_no_front_matter() -> None:
    zones = Separated(PROSE).zones
    assert (zones.title, zones.authors, zones.published) == (None, (), None)
