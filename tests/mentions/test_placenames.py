"""Keys of places, and cities looked up one by one."""

from __future__ import annotations

import pytest

from claimx.mentions.placenames import find_cities, place_key, place_table


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Hasakah", "Hasakah"), ("Deir ez-Zor", "Deir al-Zor"), ("Mazar-i-Sharif", "Mazar-e-Sharif")],
)
def test_keys_meet(one, other):
    assert place_key(one) == place_key(other)


@pytest.mark.parametrize(
    ("name", "country"), [("Ouahigouya", "BF"), ("Bogota", "CO"), ("Tripoli", "LY"), ("Mandalay", "MM")]
)
def test_cities(name, country):
    assert find_cities(name)[0].countries == (country,)


def test_no_city():
    assert find_cities("Qqxz") == ()


def test_countries_and_units_are_in_the_table():
    assert place_table()["drc"].countries == ("CD",)
    assert place_table()["antioquia"].countries == ("CO",)
