"""What a line looks like."""

from __future__ import annotations

import pytest

from claimx.zones.shapes import (
    citation_score,
    ends_sentence,
    is_numbered_heading,
    is_title_case,
    known_heading,
    looks_like_author,
    looks_like_name,
    opens_lower,
    split_names,
)


@pytest.mark.parametrize(
    "text",
    [
        "Options for Pakistan",
        "The Sahel",
        "Northern Front",
        "Boko Haram: A History",
        "Ana Ruiz fled.",
        "Ruiz",
        "the Ruiz men",
        "Islamic State",
        "Ana Ruiz, who fled",
    ],
)
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz",
        "Dr. Ana Ruiz*",
        "Zia Ur Rehman",
        "Abu Bakr al-Baghdadi",
        "R. Karl Rethemeyer & Gary Ackerman",
        "*Ana Ruiz**",
        "ANA RUIZ",
        "Ana Ruiz, Jean de Brun and Oleg Marchenko",
        "Lucía Fernández¹",
    ],
)
def test_names(text: str) -> None:
    assert looks_like_name(text)


def test_authors() -> None:
    assert looks_like_author("By Ana Ruiz") and looks_like_author("A. Ruiz, University of Cádiz")
    assert not looks_like_author("The army, a fellow of the coast")
    assert split_names("By Dr. Ana Ruiz and Col. Jean Brun, University of Cádiz") == ("Ana Ruiz", "Jean Brun")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("capable of", False),
        ("in Article", False),
        ("the U.N", False),
        ("he left,", False),
        ("and 28.3", False),
        ("It fell.12", True),
        ("the IEA 2.0.67", True),
        ("It fell.", True),
        ("It fell.¹²", True),
        ("It fell. [3]", True),
        ("“It fell.”", True),
        ("It fell. 55", True),
        ("It fell (Herald, May 3).", True),
        ("It fell.^{12 &}", True),
        ("Did it?", True),
        ("*It fell.*", True),
    ],
)
def test_ends_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_opens_lower() -> None:
    assert opens_lower("and so") and opens_lower("“and so") and opens_lower("écrit")
    assert not opens_lower("al-Shabaab fled") and not opens_lower("And") and not opens_lower("12 men")


def test_headings() -> None:
    assert known_heading("## 9. Conclusion") == "conclusion" and known_heading("**NOTES:**") == "notes"
    assert known_heading("Notes on the war") is None
    assert is_numbered_heading("1.2 The rise of the brigade") and is_numbered_heading("Section 3")
    assert not is_numbered_heading("3 men fled.") and not is_numbered_heading("2014 and after")
    assert is_title_case("Rifts and Mergers among the Insurgents") and not is_title_case("It was a bad year")


@pytest.mark.parametrize(
    "text",
    [
        "The army left the port in May and never came back to it.",
        "It fell on May 3, 2014.",
        "The group, led by A. Ruiz, split in 2014 (Herald, May 3).",
        "He fled.¹² The others stayed at https://example.org.",
    ],
)
def test_prose_is_no_citation(text: str) -> None:
    assert citation_score(text) < 2


@pytest.mark.parametrize(
    "text",
    [
        'Ana Ruiz, "The Fall," *Herald*, May 3, 2014, https://example.org/a.',
        "Ibid., 25.",
        "https://example.org/a",
        "Takeover'. Survey 16, no. 3 (2023): 1–12.",
        "Interview with a guard, Jaffna, May 2009.",
        "R. Perera, The End of a Navy (Colombo: Vijitha Yapa, 2011), 44.",
    ],
)
def test_citations(text: str) -> None:
    assert citation_score(text) >= 2
