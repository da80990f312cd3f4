"""Persons: what must not fire first."""

from __future__ import annotations

import pytest

from claimx.mentions.actors import find_actors
from claimx.mentions.persons import find_persons


def persons(text: str) -> list[str]:
    return [p.text for p in find_persons(text, actors=find_actors(text))]


NOTHING = [
    "The Hafiz Gul Bahadur group joined.",
    "Abu Dhabi and Dar es Salaam were hit.",
    "The General Assembly and the Prime Minister met.",
    "Saraya al-Salam and Ansar al-Sharia fought.",
    "In May, Deputy Ministers spoke.",
    "Insurgent Forces and Security Services clashed.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_must_not_fire(text):
    assert persons(text) == []


FOUND = [
    ("Mullah Umar fled.", ["Mullah Umar"]),
    ("Gen. Raheel Sharif and Lt. Col. Ana Prieto spoke.", ["Raheel Sharif", "Ana Prieto"]),
    ("JNIM commander Mdouli (alias Abdramane) died.", ["Mdouli (alias Abdramane)"]),
    ("loyal to Abu Bakr al-Baghdadi", ["Abu Bakr al-Baghdadi"]),
    ("Dominic Ongwen, a brigade commander, was tried.", ["Dominic Ongwen"]),
    ("fighters led by Dedan Kimathi", ["Dedan Kimathi"]),
    ("Hyrbyair Marri-led rebels", ["Hyrbyair Marri"]),
    ("President Macron and Ratko Mladić", ["Macron", "Ratko Mladić"]),
    ("the Supreme Leader Mullah Haibatullah Akhundzada", ["Mullah Haibatullah Akhundzada"]),
    ("Charles Taylor's rebels", ["Charles Taylor"]),
    ("Osama bin Laden and Ahmed Ould Bah", ["Osama bin Laden", "Ahmed Ould Bah"]),
    ("spokesman Thabo Nkosi said", ["Thabo Nkosi"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_persons(text, expected):
    assert persons(text) == expected


def test_parts():
    (person,) = find_persons("Col. Mdouli (alias Abdramane) died.")
    assert (person.name, person.alias, person.title) == ("Mdouli", "Abdramane", "Col.")
    assert "Col. Mdouli (alias Abdramane) died."[person.start : person.end] == person.text


@pytest.mark.xfail(reason="a pair of capitals alone is left to NER")
def test_bare_pairs():
    assert persons("They shot Beant Singh.") == ["Beant Singh"]
