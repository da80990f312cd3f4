"""Cutting a document into units."""

from __future__ import annotations

import pytest

from claimx.model import Document
from claimx.zones.units import cut_units, make_unit, restore_number

LONG = "The brigade held the town for nine weeks, and then it left without a fight. " * 4


def _texts(text: str) -> list[str]:
    return [unit.text for unit in cut_units(Document("x", text))]


@pytest.mark.parametrize(
    "text",
    [
        "The brigade left the\ntown in May.",
        "It lost\n12 men and\n[many] guns.",
        "It fell in\n2014. Then\nit rose.",
        "He came from the\nCoast of the South.",
    ],
)
def test_one_unit(text: str) -> None:
    assert _texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("One.\n\nTwo.\n \n\nThree.", ["One.", "Two.", "Three."]),
        ("One.\fTwo.\n\fThree.", ["One.", "Two.", "Three."]),
        ("The end.\n¹ Ibid.\n² Ibid.", ["The end.", "Ibid.", "Ibid."]),
        ("- one\n- two\n• three", ["one", "two", "three"]),
        ("## Head\nText.", ["Head", "Text."]),
        ("Group\t12\nFront\t14", ["Group\t12", "Front\t14"]),
        ("Notes\n[1] Ibid.\n[2]. Ibid.", ["Notes", "Ibid.", "Ibid."]),
        (f"{LONG}\n{LONG}", [LONG.strip(), LONG.strip()]),
        ("The Long Retreat of\nthe Brigade\nAna Ruiz", ["The Long Retreat of\nthe Brigade", "Ana Ruiz"]),
        ("Title: One\nAuthor: Two", ["Title: One", "Author: Two"]),
        ("GUNS\n(Source: Herald, 2014)", ["GUNS", "(Source: Herald, 2014)"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert _texts(text) == units


def test_numbers_are_told_apart_and_put_back() -> None:
    text = "¹² Ibid."
    unit = make_unit(text, 0, len(text))
    assert (unit.head, unit.number, unit.text, unit.start, unit.outer) == ("raised", "12", "Ibid.", 3, 0)
    restore_number(text, unit)
    assert (unit.head, unit.number, unit.text) == (None, None, text)
