"""Rows of a group's profile: what is no claim, then strengths and relations."""

from __future__ import annotations

import pytest

from tests.kinds.claims import claims_of

PROSE = "The war in the hills has gone on since 1964, and the villages along the river have paid for it in every one of those years."


def profile(*rows: str) -> str:
    body = "\n".join(row.replace("|", "\t") for row in ("Formed|1978", *rows, "Area|Mindanao"))
    return (
        f"{PROSE}\n\nAppendix: Profiles of armed groups\n\nMoro Islamic Liberation Front\n{body}\n\n{PROSE}\n"
    )


@pytest.mark.parametrize(
    "line", ["Formed|1978", "Area|Mindanao", "Strength|unknown", "Colour|2,000", "Patron|unknown"]
)
def test_no_claim(line):
    assert [c.claim for c in claims_of(profile(line)) if c.evidence.zone == "table"] == []


@pytest.mark.parametrize(
    ("line", "range_", "unit"),
    [
        ("Strength|12,000", (12000, 12000), "fighters"),
        ("Strength|3,000-5,000", (3000, 5000), "fighters"),
        ("Members|700", (700, 700), "members"),
        ("Troops|up to 900", (None, 900), "troops"),
    ],
)
def test_strength(line, range_, unit):
    (claim,) = [c for c in claims_of(profile(line)) if c.kind == "strength"]
    quantity = claim.claim["quantity"]
    assert ((quantity["min"], quantity["max"]), claim.claim["unit"]) == (range_, unit)
    assert claim.claim["group"]["text"] == "Moro Islamic Liberation Front"
    assert (claim.rule.removesuffix("~shallow"), str(claim.evidence.zone), str(claim.date.basis)) == (
        "strength/table",
        "table",
        "publication",
    )


@pytest.mark.parametrize(
    ("line", "relation", "subject", "object_"),
    [
        ("Patron|Libya", "support", "Libya", "Moro Islamic Liberation Front"),
        ("Allies|Abu Sayyaf", "ally", "Moro Islamic Liberation Front", "Abu Sayyaf"),
        ("Rivals|New People's Army", "rival", "Moro Islamic Liberation Front", "New People's Army"),
    ],
)
def test_relation(line, relation, subject, object_):
    (claim,) = [c for c in claims_of(profile(line)) if c.kind == "allegiance"]
    assert (claim.claim["relation"], claim.rule) == (relation, "allegiance/table")
    assert [a["text"] for a in claim.claim["subjects"]] == [subject]
    assert [a["text"] for a in claim.claim["objects"]] == [object_]
