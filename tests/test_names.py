"""Names and titles made comparable, and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.names import (
    best_match,
    best_matches,
    family_names,
    fold,
    normalize_name,
    normalize_title,
    same_title,
    short_title_fits,
    similarity,
    token_similarity,
)

NORMAL = [
    (normalize_name, "Strzyżyńska", "strzyzynska"),
    (normalize_name, "al-Ẓawāhirī, A.", "al zawahiri a"),
    (normalize_name, "O’Neill", "oneill"),
    (normalize_name, "Łukasz Øster", "lukasz oster"),
    (normalize_title, "The Coast & Beyond!", "coast and beyond"),
    (normalize_title, "The", "the"),
    (normalize_title, "Enemies with benefits?", "enemies with benefits"),
]

TITLES = [  # short, full, fits
    ("The War", "Ports and Pirates", False),
    ("Report 2022", "Report 2023", False),
    ("Security Report 2022", "Security Report 2023: The Coast", False),
    ("Pirates of the North", "Ports and Pirates", False),
    ("Ports and Pirates: A Survey of Trends", "Ports", False),
    ("Ports and Pirates", "Ports and Pirates: A Survey", True),
    ("The Ports & Pirates", "Ports and Pirates: A Survey", True),
    ("Portsand Pirates", "Ports and Pirates", True),
    ("With Friends Like These ...Why Groups Ally", "With Friends Like These ... Why Groups Ally", True),
    ("Arena", "The Arena of the Coast", True),
]


@pytest.mark.parametrize(("function", "text", "wanted"), NORMAL)
def test_normal_forms(function, text: str, wanted: str) -> None:
    assert function(text) == wanted


@given(st.text(max_size=40))
def test_normalizing_twice_changes_nothing(text: str) -> None:
    assert normalize_name(normalize_name(text)) == normalize_name(text)
    assert normalize_title(normalize_title(text)) == normalize_title(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("short", "full", "fits"), TITLES)
def test_short_titles(short: str, full: str, fits: bool) -> None:
    assert short_title_fits(short, full) is fits


def test_whole_titles_agree_in_their_numbers() -> None:
    assert same_title("Pathways to Coöperation: A Theory", "Pathways to cooperation – a theory")
    assert not same_title("Annual Report 2021", "Annual Report 2022")
    assert not same_title("", "")


def test_likeness() -> None:
    assert similarity("Sayed", "Syed") > 0.86 > similarity("Sayed", "Hamming")
    assert similarity("", "Sayed") == 0.0
    assert token_similarity("Mir, Amir", "Amir Mir") == 1.0


def test_the_best_match_must_be_the_only_one() -> None:
    assert best_match("Syed", ["Mir", "Sayed"]).index == 1
    assert best_match("Syed", ["Sayed", "Sayed"]) is None
    assert best_match("Syed", ["Mir"]) is None
    assert [m.index for m in best_matches("Mehsud", ["Mehsuud", "Mir", "Mehsud"])] == [2, 0]


def test_family_names_leave_out_the_others() -> None:
    people = [{"family": "Asal", "given": "Victor"}, {"literal": "BBC News"}, {"literal": "et al."}]
    assert family_names(people) == ("asal", "bbc news")
