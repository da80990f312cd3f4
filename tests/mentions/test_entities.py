"""Entities and how an ambiguous name is settled."""

from __future__ import annotations

from claimx.mentions.actorindex import actor_index
from claimx.mentions.entities import count_countries, slug, state_entity


def test_slugs():
    assert slug("Kamtok People's Army") == "kamtok-peoples-army"
    assert slug("Armée révolutionnaire") == "armee-revolutionnaire"


def test_countries_are_counted_by_name_and_adjective():
    assert count_countries("Malian towns in Mali. The U.S. left.") == {"ML": 2, "US": 1}


def test_state():
    assert state_entity("CI").name == "Côte d'Ivoire"


def test_closest_spelling_first():
    index = actor_index()
    entries = [*index.words["badr"]]
    assert index.resolve(entries, "al-Badr")[0].entity.actor_id == "al-badr-kashmir"
    assert index.resolve(entries, "Badr")[0].entity.actor_id == "badr-organization"


def test_the_index_is_built_once():
    assert actor_index() is actor_index()
