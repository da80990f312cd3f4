"""From findings to claims: evidence, dates, scope, identity, on short papers."""

from __future__ import annotations

import pytest

from claimx.model import Basis, Zone
from tests.kinds.claims import claims_of

RAID = "Renamo raided a depot near Beira in May 1987."


def only(text: str, kind: str | None = None, **options):
    (claim,) = [c for c in claims_of(text, **options) if kind is None or c.kind == kind]
    return claim


def test_evidence_is_the_sentence_with_its_neighbourhood():
    text = f"Rain fell for a week in the valley.\n\n{RAID} Nobody was told of it until June."
    claim = only(text)
    start, end = claim.evidence.spans[0]
    assert (claim.evidence.quote, text[start:end]) == (RAID, RAID)
    assert (
        text[:start].replace("\n\n", " ").endswith(claim.evidence.prefix) and len(claim.evidence.prefix) <= 32
    )
    assert text[end:].startswith(claim.evidence.suffix) and 0 < len(claim.evidence.suffix) <= 32
    assert (claim.evidence.page, claim.evidence.boxes, claim.evidence.zone) == (None, None, Zone.BODY)


def test_an_id_outlives_what_stands_around_the_sentence():
    alone = only(RAID)
    later = only(f"Rain fell for a week in the valley of the river.\n\nIt was a hard year. {RAID}")
    assert alone.id == later.id and alone.id.startswith("atk-")


def test_the_same_sentence_twice_has_two_ids():
    text = f"{RAID} Snow fell on the hills for many days.\n\nNothing else was heard that year. {RAID}"
    ids = [c.id for c in claims_of(text) if c.kind == "attack"]
    assert len(ids) == len(set(ids)) == 2


def test_a_before_and_after_sentence_gives_two_ids():
    ids = [c.id for c in claims_of("The Kosovo Liberation Army grew from 500 fighters to 12,000 in 1998.")]
    assert len(ids) == len(set(ids)) == 2 and all(i.startswith("str-") for i in ids)


@pytest.mark.parametrize(
    ("text", "kind", "edtf", "basis"),
    [
        ("Renamo raided a depot near Beira.", "attack", None, None),
        ("Renamo had 20,000 fighters.", "strength", None, None),
        (RAID, "attack", "1987-05", Basis.EXPLICIT),
        ("Renamo has 20,000 fighters.", "strength", "2021-05", Basis.PUBLICATION),
        ("Renamo has 20,000 fighters in 1987.", "strength", "1987", Basis.EXPLICIT),
    ],
)
def test_date(text, kind, edtf, basis):
    claim = only(text, kind)
    assert (claim.date.edtf if claim.date else None) == edtf
    assert (claim.date.basis if claim.date else None) == basis


def test_what_a_group_is_able_to_raise_is_no_present_figure():
    text = "Renamo's ability to draw recruits from more than 40 armed groups shows that it matters."
    assert all(c.date is None for c in claims_of(text) if c.kind == "strength")
    assert any(c.kind == "strength" for c in claims_of(text))


def test_without_a_day_of_publication_a_present_figure_has_no_date():
    assert only("Renamo has 20,000 fighters.", published=None).date is None


def test_a_deed_told_again_takes_its_date_from_the_first_telling():
    first, second = [
        c
        for c in claims_of("Gunmen bombed a depot near Beira in May 1987. The bombing was claimed by Renamo.")
        if c.kind == "attack"
    ]
    assert second.date is not None and (second.date.edtf, second.date.basis, second.date.text) == (
        first.date.edtf,
        Basis.CONTEXT,
        None,
    )


def test_ability_is_no_plan_for_a_strength():
    claim = only("The LTTE could field about 10,000 fighters in 2006.")
    assert str(claim.modality) == "asserted"


def test_the_shallow_rules_say_so():
    assert all(c.rule.endswith("~shallow") for c in claims_of(RAID, model="rules"))
    assert not any(c.rule.endswith("~shallow") for c in claims_of(RAID))
