"""Places: what must not fire first."""

from __future__ import annotations

import pytest

from claimx.mentions.actors import actor_index
from claimx.mentions.places import find_places, narrow_first
from claimx.model import Place


def places(text: str) -> list[tuple[str, str | None]]:
    return [(p.text, p.country) for _, _, p in find_places(text)]


NOTHING = [
    "Most of Tehrik-e-Taliban Pakistan's men fled.",
    "Reading was hard for the Same Man.",
    "In January, in Ramadan and in Parliament, he spoke.",
    "Jacob Paris met Ludwig Berlin.",
    "The Lahore High Court and the Karachi Stock Exchange closed.",
    "A nice spring; the Police came.",
    "In Operation Serval the men advanced.",
    "He was quoted in Vohra, 2021, and in Mir et al.",
    "They spoke in Hausa language and in Arabic.",
    "In Islam, in Sunni Islam, and in God they believed.",
    "The Boko Haram men of ISWAP spoke.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_must_not_fire(text):
    assert places(text) == []


FOUND = [
    ("a raid in Kech district, Pakistan", [("Kech district", "PK"), ("Pakistan", "PK")]),
    ("al-Sina'a prison in al-Hasakah, Syria", [
        ("al-Sina'a prison", None), ("al-Hasakah", "SY"), ("Syria", "SY")]),
    ("the Panjgur and Noshki districts of Baluchistan", [
        ("Panjgur", "PK"), ("Noshki", "PK"), ("Baluchistan", "PK")]),
    ("Diyala, Kirkuk and Nineveh provinces", [("Diyala", "IQ"), ("Kirkuk", "IQ"), ("Nineveh", "IQ")]),
    ("near Kafr Zaza", [("Kafr Zaza", None)]),
    ("in Lucanamarca, a town in Peru's Ayacucho region", [
        ("Lucanamarca", None), ("Peru", "PE"), ("Ayacucho region", "PE")]),
    ("at the Pakistan-Afghanistan border", [("Pakistan-Afghanistan border", None)]),
    ("a bomb in Omagh, Northern Ireland", [("Omagh", "GB"), ("Northern Ireland", "GB")]),
    ("Police in Medellin and Cali", [("Medellin", "CO"), ("Cali", "CO")]),
    ("shelled Sarajevo's Markale market", [("Sarajevo", "BA"), ("Markale market", "BA")]),
    ("rockets at Ain al-Asad airbase in Anbar", [("Ain al-Asad airbase", None), ("Anbar", "IQ")]),
    ("drones at Abu Dhabi", [("Abu Dhabi", "AE")]),
    ("captured Goma from them", [("Goma", "CD")]),
    ("Unless Mali acts", [("Mali", "ML")]),
    ("in Cameroon's North-West Region", [("Cameroon", "CM"), ("North-West Region", "CM")]),
    ("outside Kilinochchi in northern Sri Lanka", [("Kilinochchi", "LK"), ("Sri Lanka", "LK")]),
    ("Djibo, in the Sahel, and Bogota", [("Djibo", "BF"), ("Sahel", None), ("Bogota", "CO")]),
    ("an attack on the Hill Public School", [("Hill Public School", None)]),
    ("clashes in Nice", [("Nice", "FR")]),
    ("in the U.S. and the UK", [("U.S.", "US"), ("UK", "GB")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_places(text, expected):
    assert places(text) == expected


def test_spans_are_the_printed_words():
    text = "a raid in Kech district, Pakistan"
    assert all(text[a:b] == p.text for a, b, p in find_places(text))


def test_narrow_first():
    rows = [Place("Syria", "Syria", "SY"), Place("Aleppo", "Aleppo", "SY"), Place("Rumi mosque", "Rumi")]
    assert [p.text for p in narrow_first(rows)] == ["Rumi mosque", "Aleppo", "Syria"]


def test_the_papers_own_places():
    index = actor_index().with_definitions("the Eastern Hill Districts (EHDs) of Laos")
    assert [p.name for *_, p in find_places("a raid in the EHDs", index=index)] == ["Eastern Hill Districts"]


def test_the_papers_countries_choose_between_namesakes():
    index = actor_index().with_definitions("Lebanon and the Lebanese army fought. " * 3)
    assert [p.country for *_, p in find_places("a bomb in Baalbek", index=index)] == ["LB"]


@pytest.mark.xfail(reason="an adjective and a common noun are no name")
def test_described_places():
    assert places("in several northern Iraqi regions") != []
