"""Names that a paper defines."""

from __future__ import annotations

import pytest

from claimx.mentions.actors import actor_index
from claimx.mentions.definitions import find_definitions

NONE = [
    "It was seen (Mirror, January 21).",
    "He died (in Goma) at noon.",
    "The figure (see Table 3) is low.",
    "They met in Arua (Uganda).",
]


@pytest.mark.parametrize("text", NONE)
def test_no_definition(text):
    assert list(find_definitions(text)) == []


PAIRS = [
    ("Newly formed Kamtok Defence Army (KDA) men", ("KDA", "Kamtok Defence Army")),
    ("by Pakistan People's Party (PPP)", ("PPP", "Pakistan People's Party")),
    ("the Newly Merged Districts (NMDs) saw", ("NMDs", "Newly Merged Districts")),
    ("Fuerzas del Sur (FDS, founded 1981)", ("FDS", "Fuerzas del Sur")),
    ("the Union of Bondo Youth (hereafter UBY)", ("UBY", "Union of Bondo Youth")),
    ("KDA Kamtok Defence Army\nXY", ("KDA", "Kamtok Defence Army")),
    ("KDA: Kamtok Defence Army", ("KDA", "Kamtok Defence Army")),
    ("KDA (Kamtok Defence Army) men", ("KDA", "Kamtok Defence Army")),
    ("the Shabab al-Mujahidin, hereafter al-Shabaab, won", ("al-Shabaab", "Shabab al-Mujahidin")),
    ("Kamtok Defence\n\nArmy (KDA)", ("KDA", "Kamtok Defence\n\nArmy")),
]


@pytest.mark.parametrize(("text", "pair"), PAIRS)
def test_definitions(text, pair):
    assert pair in list(find_definitions(text))


def test_a_foreign_acronym_keeps_its_listed_group():
    index = actor_index().with_definitions("the Group of Young Believers (JNIM) and a fuel bomb (TTP)")
    assert index.defined.get("JNIM") is None
    assert index.defined.get("TTP") is None


def test_place_acronyms_are_places():
    index = actor_index().with_definitions("in the Eastern Hill Districts (EHDs) and an oil pipe (OP)")
    assert index.places == {"EHDs": "Eastern Hill Districts"}
    assert index.defined["EHDs"].type == "none"


@pytest.mark.parametrize(
    ("rest", "id_"),
    [
        (" It fought in the hills.", "national-liberation-army"),  # nothing tells whose army it was
        (" It fought in Bolivia and in Colombia.", "national-liberation-army"),
        (" It fought in Bolivia.", "eln-bolivia"),
        (" It fought in Colombia.", "eln-colombia"),
    ],
)
def test_the_countries_of_the_paper_tell_namesakes_apart(rest, id_):
    text = "Officials blamed the National Liberation Army (ELN)." + rest
    index = actor_index().with_definitions(text)
    assert {e.actor_id for e in index.defined.values()} == {id_}
