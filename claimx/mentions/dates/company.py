"""Words around a date that speak against it: names of bodies, months that are other words."""

from __future__ import annotations

from claimx.mentions.dates.parts import Hit, Scan
from claimx.mentions.dates.words import words


def names_a_body(scan: Scan, hit: Hit) -> bool:
    """Whether the date is part of a name: "the March 23 Movement", "the 1920 Revolution Brigades", "17
    November Organization"."""
    plain_year = hit.part is not None and len(hit.part.edtf or "") == 4
    if hit.part is not None and hit.part.edtf and not plain_year:
        return False
    if plain_year and scan.at(hit.start - 1).lower in ("in", "since", "during", "by", "until", "of"):
        return False
    bodies = words("bodies")
    for at in range(hit.end, hit.end + 3):
        if not scan.at(at).capital:
            break
        if scan.at(at).lower in bodies:
            return True
    before = scan.at(hit.start - 1)
    return before.capital and before.lower in bodies and not plain_year


def stands_alone(scan: Scan, hit: Hit) -> bool:
    """Whether a month without day and year is one: "in May", "a March raid"; not "Theresa May", "Black
    September"."""
    token = scan.at(hit.start)
    if token.kind != "month" or scan.clock.calendar or hit.part is None or hit.part.day or hit.part.edtf:
        return True
    before, after = scan.at(hit.start - 1), scan.at(hit.end)
    if before.lower == "black" or token.lower not in words("ambiguous"):
        return before.lower != "black"
    if before.lower in (
        "in",
        "since",
        "during",
        "until",
        "till",
        "early",
        "late",
        "mid",
        "through",
        "throughout",
        "by",
        "from",
        "between",
        "before",
        "after",
        "-",
        "of",
    ):
        return after.kind not in ("word", "cardinal") or not after.capital
    return before.lower in ("the", "a", "an", "this") and after.kind == "word" and not after.capital


def plain(scan: Scan, hit: Hit) -> bool:
    """Whether nothing about the words around speaks against the date."""
    return stands_alone(scan, hit) and not names_a_body(scan, hit)
