"""What holds for every document: samples, source papers where they are at hand, and made-up layouts; in both modes."""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path

import pytest
from conftest import SHARED

from claimx.edtf import bounds, is_valid
from claimx.kinds import KINDS
from claimx.ledger.codec import dump_claim, load_claim, to_record
from claimx.ledger.order import span_key
from claimx.ledger.schema import ledger_schema
from claimx.model import Claim, Document, Kind, Zone
from claimx.pipeline import KEPT, Options, extract_document, masks_of, read_stages
from claimx.read import read_document
from claimx.spans import join_spans

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "corpus" / "samples").glob("*.txt")) + sorted(
    (ROOT / "corpus" / "samples").glob("*.pdf")
)
PAPERS = sorted((SHARED / "papers").glob("*.txt")) if SHARED else []

NOTES = """The War in the Marshes

Jane Okello

Introduction

The rising began in May 1964, when 45 men of the Marsh Liberation Front (MLF) stormed the barracks at
Duma and killed nine policemen.¹ The MLF had some 300 fighters in 1965.² It pledged allegiance to the Lake

¹ Peter Hale, The Marsh Rising (London: Hurst, 1988), 12.
² Ibid., 14.

Movement in 1966. The group has never attacked a mission. In 1967 the MLF split from the Lake Movement.
"""
MADE = {
    "notes": NOTES,
    "nothing": "The weather was fine.\n",
    "empty": "",
    "blank": " \n\n\x0c\n",
    "odd": "\ufeff“(((¹²^{35 &} killed 12 [3] 2014-\u00ad\nIS-K.\x0c\t\tIbid.",
}

CASES = [*(pytest.param(p, mode, id=f"{p.name}-{mode}") for p in (*SAMPLES, *PAPERS) for mode in ("bundled", "rules")),
         *(pytest.param(name, mode, id=f"{name}-{mode}") for name in MADE for mode in ("bundled", "rules"))]  # fmt: skip


def document_of(source: Path | str) -> Document:
    data = source.read_bytes() if isinstance(source, Path) else MADE[source].encode("utf-8")
    return read_document(data, id="paper", name=source.name if isinstance(source, Path) else f"{source}.txt")


@cache
def run(source: Path | str, mode: str) -> tuple[Document, tuple[Claim, ...]]:
    document = document_of(source)
    return document, tuple(extract_document(document, Options(model=mode)))


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_quotes_are_the_text_of_their_spans(source, mode):
    document, claims = run(source, mode)
    for claim in claims:
        spans = claim.evidence.spans
        assert join_spans(document.text, spans).text == claim.evidence.quote
        for start, end in spans:
            assert 0 <= start < end <= len(document.text)
            assert document.text[start:end] == document.text[start:end].strip()
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_no_span_covers_a_note_or_furniture(source, mode):
    document, claims = run(source, mode)
    blocks = read_stages(document, Options()).zones.blocks
    barred = [span for b in blocks if b.zone in (Zone.FURNITURE, Zone.REFERENCE) for span in b.spans]
    notes = [span for b in blocks if b.zone == Zone.NOTE for span in b.spans]
    for claim in claims:
        for start, end in claim.evidence.spans:
            for low, high in (*barred, *(() if claim.evidence.zone == "note" else notes)):
                assert end <= low or high <= start, claim.evidence.quote


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_ids_are_unique_and_the_order_is_the_ledgers(source, mode):
    _, claims = run(source, mode)
    assert len({c.id for c in claims}) == len(claims)
    keys = [span_key(to_record(c)) for c in claims]
    assert keys == sorted(keys)


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_every_line_is_valid(source, mode):
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(ledger_schema())
    for claim in run(source, mode)[1]:
        faults = [
            f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
            for e in validator.iter_errors(json.loads(dump_claim(claim)))
        ]
        assert not faults, (claim.evidence.quote, faults)
        assert dump_claim(load_claim(dump_claim(claim))) == dump_claim(claim)


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_dates_are_edtf_with_their_bounds(source, mode):
    for claim in run(source, mode)[1]:
        if claim.date is not None:
            assert is_valid(claim.date.edtf)
            assert (claim.date.earliest, claim.date.latest) == bounds(claim.date.edtf), claim.date
            assert claim.date.text is None or claim.date.basis not in ("publication", "context")


@pytest.mark.parametrize(("source", "mode"), CASES)
def test_actors_and_figures_are_sound(source, mode):
    for claim in run(source, mode)[1]:
        slots = claim.claim
        listed = [
            item
            for value in slots.values()
            for item in (value if isinstance(value, list) else [value])
            if isinstance(item, dict)
        ]
        for actor in [item for item in listed if "id" in item]:
            assert actor["text"].strip() == actor["text"] != "" and actor["name"] and actor["id"], slots
        for figure in [v for v in slots.values() if isinstance(v, dict) and "min" in v]:
            assert figure["min"] is not None or figure["max"] is not None
            assert figure["min"] is None or figure["max"] is None or figure["min"] <= figure["max"]
            assert figure["text"]
        if claim.kind == Kind.ALLEGIANCE:
            assert slots["subjects"] or slots["objects"]
        assert 0.05 <= claim.confidence <= 0.99
        assert claim.rule.startswith(f"{claim.kind}/")


@pytest.mark.parametrize(
    ("source", "mode"), [c for c in CASES if c.values[0] not in PAPERS or c.values[1] == "rules"]
)
def test_a_second_run_gives_the_same_bytes(source, mode):
    _, first = run(source, mode)
    second = extract_document(document_of(source), Options(model=mode))
    assert [dump_claim(c) for c in second] == [dump_claim(c) for c in first]


def test_masks_do_not_overlap():
    for source in ("notes", "odd"):
        for mentions in read_stages(document_of(source), Options()).mentions:
            masks = masks_of(mentions)
            assert all(a[1] <= b[0] for a, b in itertools.pairwise(masks))


def test_a_sentence_that_a_note_block_cuts_is_one_claim_with_two_spans():
    _, claims = run("notes", "bundled")
    (pledge,) = [c for c in claims if c.kind == Kind.ALLEGIANCE and c.claim["relation"] == "pledge"]
    assert len(pledge.evidence.spans) == 2
    assert pledge.evidence.quote.endswith("pledged allegiance to the Lake Movement in 1966.")
    assert [a["text"] for a in pledge.claim["subjects"]] == ["MLF"]


def test_citations_reach_the_full_source_through_ibid():
    _, claims = run("notes", "bundled")
    (strength,) = [c for c in claims if c.kind == Kind.STRENGTH and c.date.edtf == "1965"]
    (citation,) = strength.citations
    assert (citation.marker, citation.status, citation.via) == ("2", "resolved", ("ibid",))
    assert citation.references[0].csl["title"] == "The Marsh Rising"


def test_only_the_kinds_asked_for():
    document = document_of("notes")
    for spec in KINDS:
        claims = extract_document(document, Options(kinds=(spec.kind,)))
        assert claims and {c.kind for c in claims} == {spec.kind}


def test_the_kinds_asked_for_do_not_change_the_others():
    document = document_of("notes")
    whole = [dump_claim(c) for c in extract_document(document, Options()) if c.kind == Kind.STRENGTH]
    assert [dump_claim(c) for c in extract_document(document, Options(kinds=(Kind.STRENGTH,)))] == whole


def test_what_the_caller_knows_of_the_paper_wins():
    document = document_of("notes")
    claims = extract_document(
        document,
        Options(title="Marsh Wars", authors=("A. Nkosi",), container_title="Notes", published="1999-02"),
    )
    info = claims[0].document
    assert (info.title, info.authors, info.container_title, info.published) == (
        "Marsh Wars",
        ("A. Nkosi",),
        "Notes",
        "1999-02",
    )


@pytest.mark.parametrize("name", ["nothing", "empty", "blank"])
def test_a_text_without_claims(name):
    assert run(name, "bundled")[1] == ()


def test_a_long_paper_without_a_model_keeps_few_parses():
    """A thousand pages of parses would fill the memory: only those that later words may point back to stay."""
    text = " ".join(f"Renamo raided depot {n} near Beira, and it burned a bridge there." for n in range(60))
    options = Options(model="rules")
    reading = read_stages(read_document(text.encode(), id="long"), options)
    claims = extract_document(reading.document, options, reading)
    assert len(claims) >= 60
    assert 0 < len(reading.shallow) <= KEPT and not reading.parses


NOTED = (
    "Renamo's Return\n\nRenamo has 20,000 fighters.¹ It raided a depot near Beira in May 1987.²\n\n"
    '¹ John Banda, "The bush war," *Daily News*, June 4, 1991.\n\n'
    '² Mary Phiri, "Beira by night," *Daily News*, May 9, 1987.\n'
)


@pytest.mark.parametrize(
    ("published", "edtf", "told"),
    [("1992-02", "1992-02", []), (None, "1991", ["publication-assumed"])],
    ids=["given", "newest source"],
)
def test_a_present_figure_is_dated_by_the_paper_or_its_newest_source(published, edtf, told):
    document = read_document(NOTED.encode(), id="x")
    options = Options(published=published, model="rules")
    reading = read_stages(document, options)
    strength = next(c for c in extract_document(document, options, reading) if c.kind == "strength")
    assert (strength.date.edtf, strength.date.basis) == (edtf, "publication")
    assert strength.document.published == published
    assert [p.code for p in reading.problems if p.code == "publication-assumed"] == told


def test_figures_of_a_press_digest_are_not_dated_by_the_year_of_its_news():
    raids = " ".join(f"Renamo raided village {n} (Daily News, June {n}, 1991)." for n in range(1, 7))
    document = read_document(f"{raids}\n\nRenamo has 20,000 fighters.\n\n{raids}".encode(), id="x")
    claims = extract_document(document, Options(model="rules"))
    assert [c.date for c in claims if c.kind == "strength"] == [None]
