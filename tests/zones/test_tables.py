"""Rows of tables and the profile or caption they stand under."""

from __future__ import annotations

from claimx.model import Zone

from .layouts import Separated

PROSE = "The brigade held the town for nine weeks, and then it left without a fight."
PROFILES = f"""{PROSE}

Appendix 1

Northern Brigade\t
Formed\tMay 2007
Strength\t12,000-15,000
Leader\t

Coast Guard Faction\t
Formed\t2011
Strength\t300

Leader\tA. Perera
Sea Wing\t
Formed\t2014
"""


def _rows(text: str) -> list[tuple[str | None, str]]:
    found = Separated(text)
    return [(block.section, found.read(block)) for block in found.zones.blocks if block.zone == Zone.TABLE]


def test_profiles() -> None:
    assert _rows(PROFILES) == [
        ("Northern Brigade", "Northern Brigade"),
        ("Northern Brigade", "Formed May 2007"),
        ("Northern Brigade", "Strength 12,000-15,000"),
        ("Northern Brigade", "Leader"),
        ("Coast Guard Faction", "Coast Guard Faction"),
        ("Coast Guard Faction", "Formed 2011"),
        ("Coast Guard Faction", "Strength 300"),
        ("Coast Guard Faction", "Leader A. Perera"),
        ("Sea Wing", "Sea Wing"),
        ("Sea Wing", "Formed 2014"),
    ]


def test_a_caption_and_columns() -> None:
    rows = _rows(
        f"{PROSE}\n\nTable 2. Strength of the wings\n\nWing\t2006\t2008\nSea Wing\t3,000\t1,200\n\n{PROSE}\n"
    )
    assert rows == [
        ("Table 2. Strength of the wings", "Wing 2006 2008"),
        ("Table 2. Strength of the wings", "Sea Wing 3,000 1,200"),
    ]


def test_bars() -> None:
    found = Separated(f"## Groups\n\n| Group | Men |\n|---|---|\n| Sea Wing | 300 |\n\n{PROSE}\n")
    assert found.texts(Zone.TABLE) == ["| Group | Men |", "| Sea Wing | 300 |"]
    assert [block.section for block in found.zones.blocks if block.zone == Zone.TABLE] == ["Groups", "Groups"]


def test_a_line_above_its_fields() -> None:
    assert _rows(f"{PROSE}\n\nNorthern Brigade\nFormed\t2007\nStrength\t300\n")[1] == (
        "Northern Brigade",
        "Formed 2007",
    )


def test_columns_by_blanks() -> None:
    rows = _rows(
        f"{PROSE}\n\nTable 1: Attacks\n\nYear    Attacks   Killed\n2012    574       700\n\n{PROSE}\n"
    )
    assert [row for _, row in rows] == ["Year Attacks Killed", "2012 574 700"]
