"""The corpus: the manifest, the sample papers in both forms, and the gold beside them."""

from __future__ import annotations

import functools
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claimx.edtf import is_valid
from claimx.ledger.codec import dump_claim
from claimx.ledger.schema import ATTACK_TYPES, RELATIONS, UNITS, ledger_schema
from claimx.model import Document
from claimx.pipeline import Options, extract_document
from claimx.read import read_document
from claimx.read.inputs import load_manifest, sha256
from claimx.spans import join_spans

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SAMPLES = sorted(path.stem for path in (CORPUS / "samples").glob("*.txt"))
FORMS = [(name, suffix) for name in SAMPLES for suffix in ("txt", "pdf")]
SOURCES = [
    "ali-2024-isk", "basit-2024-nmds", "efsas-2022-ttp", "terrorism-monitor-20-03", "zahid-2022-ttp-isk",
]  # fmt: skip
STYLES = ("superscript-notes", "inline-sources-and-bracketed-notes", "author-year")
KEYS = {"id", "title", "authors", "container_title", "publisher", "published", "citation_style", "sha256"}
SAME_IDS = 0.95  # text and PDF give the same claim ids, nearly
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LEDGER = Draft202012Validator(ledger_schema())
SLOTS = {
    "attack": ("attack_type", "perpetrators", "claimed_by", "targets", "victims_named", "places", "count",
               "killed", "injured", "percent_change"),
    "strength": ("group", "quantity", "unit", "scope", "change"),
    "allegiance": ("relation", "subjects", "objects", "leaders"),
}  # fmt: skip
COMMON = ("id", "kind", "required", "anchor", "sentence", "polarity", "modality", "date", "citations",
          "paragraph_citations", "attributed_to", "note")  # fmt: skip


@functools.cache
def manifest_rows() -> list[dict[str, Any]]:
    return tomllib.loads((CORPUS / "corpus.toml").read_text("utf-8"))["paper"]


@functools.cache
def manifest():
    return load_manifest(str(CORPUS / "corpus.toml"))


def path_of(name: str, suffix: str) -> Path:
    return CORPUS / "samples" / f"{name}.{suffix}"


def text_of(name: str) -> str:
    return path_of(name, "txt").read_text("utf-8")


def gold_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path_of(name, "claims.jsonl").read_text("utf-8").splitlines()]


@functools.cache
def extracted(name: str, suffix: str) -> tuple[Document, tuple[dict[str, Any], ...]]:
    """A sample and its ledger lines, as `extract --manifest` makes them."""
    data = path_of(name, suffix).read_bytes()
    entry = manifest().find(sha256(data))
    document = read_document(data, id=entry.id, name=f"{name}.{suffix}")
    known = {key: getattr(entry, key) for key in ("title", "authors", "container_title", "published")}
    claims = extract_document(document, Options(**known))
    return document, tuple(json.loads(dump_claim(claim)) for claim in claims)


def letters(text: str) -> str:
    return re.sub(r"[\W\d¹²³⁰⁴-⁹]+", "", text)


def test_the_manifest_knows_the_source_papers_and_the_samples():
    assert [row["id"] for row in manifest_rows()[:5]] == SOURCES
    assert {row["id"] for row in manifest_rows()} == {*SOURCES, *SAMPLES}
    hashes = [digest for row in manifest_rows() for digest in row["sha256"].values()]
    assert len(set(hashes)) == len(hashes) == 2 * len(manifest_rows())


@pytest.mark.parametrize("row", manifest_rows(), ids=lambda row: row["id"])
def test_a_manifest_row_is_whole(row):
    assert set(row) <= KEYS
    assert row["title"] and row["authors"] and is_valid(row["published"]) and row["citation_style"] in STYLES
    assert all(re.fullmatch(r"[0-9a-f]{64}", row["sha256"][form]) for form in ("text", "pdf"))


def test_every_style_has_a_sample():
    assert {row["citation_style"] for row in manifest_rows() if row["id"] in SAMPLES} == set(STYLES)


@pytest.mark.parametrize(("name", "suffix"), FORMS)
def test_a_sample_is_known_by_its_content(name, suffix):
    entry = manifest().find(sha256(path_of(name, suffix).read_bytes()))
    assert entry is not None, "stale hash: run tests/tools/typeset_samples.py"
    assert entry.id == name


def test_a_source_paper_is_known_by_its_content(shared):
    for name in SOURCES:
        for path in (shared / "papers" / f"{name}.txt", shared / "papers" / "pdf" / f"{name}.pdf"):
            assert manifest().find(sha256(path.read_bytes())).id == name


@pytest.mark.parametrize("name", SAMPLES)
def test_typesetting_again_gives_the_same_bytes(name):
    if pytest.importorskip("reportlab").Version.split(".")[0] != "5":
        pytest.skip("another reportlab may write other bytes")
    from tests.tools.typeset_samples import STYLES as PAGES
    from tests.tools.typeset_samples import typeset

    assert typeset(text_of(name), PAGES[name]) == path_of(name, "pdf").read_bytes()


# gold


@pytest.mark.parametrize("name", SAMPLES)
def test_gold_is_whole(name):
    rows = gold_of(name)
    assert [row["id"] for row in rows] == [f"{name}-{n:03d}" for n in range(1, len(rows) + 1)]
    for row in rows:
        extra = {"article"} if name.startswith("digest") else set()
        also = {f"{slot}_also" for slot in ("relation", "attack_type")}
        assert set(row) - also == {*COMMON, *SLOTS[row["kind"]], *extra}, row["id"]
        assert row["polarity"] in ("affirmed", "negated")
        assert row["modality"] in ("asserted", "reported", "prospective")
        assert row["date"] is None or is_valid(row["date"]["edtf"]), row["id"]
        assert row.get("relation", "ally") in RELATIONS and row.get("unit", "other") in UNITS
        assert row.get("attack_type", "clash") in ATTACK_TYPES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_gold_anchor_stands_once_on_one_line_and_in_its_sentence(name):
    text = text_of(name)
    for row in gold_of(name):
        anchor = row["anchor"]
        assert text.count(anchor) == 1 and "\n" not in anchor, row["id"]
        assert 40 <= len(anchor) <= 160 or "\t" in anchor, row["id"]
        assert letters(anchor) in letters(row["sentence"]), row["id"]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_gold_citation_is_printed_in_the_sample(name):
    text = re.sub(r"\[([^\]]+)\]\(#\)", r"\1", text_of(name)).translate(RAISED)
    for row in gold_of(name):
        for cited in row["citations"] + row["paragraph_citations"]:
            if cited["type"] == "note":
                assert re.search(rf"^\[?{cited['marker']}\]? ", text, re.MULTILINE), row["id"]
            elif cited["type"] == "inline":
                assert f"({cited['text']})" in text, row["id"]
            else:
                narrative = re.sub(r", (\d{4})$", r" (\1)", cited["text"])
                assert cited["text"] in text or narrative in text, row["id"]


# what claimx makes of the samples


@pytest.mark.parametrize(("name", "suffix"), FORMS)
def test_every_claim_is_valid_and_quotes_its_source(name, suffix):
    document, claims = extracted(name, suffix)
    assert claims
    for claim in claims:
        assert not list(LEDGER.iter_errors(claim)), claim["id"]
        spans = [tuple(span) for span in claim["evidence"]["spans"]]
        assert join_spans(document.text, spans).text == claim["evidence"]["quote"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_citation_of_a_sample_is_found(name):
    _, claims = extracted(name, "txt")
    cited = [citation for claim in claims for citation in claim["citations"]]
    assert {citation["status"] for citation in cited} == {"resolved"}


@pytest.mark.parametrize("name", SAMPLES)
def test_text_and_pdf_give_the_same_claims(name):
    ids = [{claim["id"] for claim in extracted(name, suffix)[1]} for suffix in ("txt", "pdf")]
    assert len(ids[0] & ids[1]) >= SAME_IDS * len(ids[0] | ids[1]), sorted(ids[0] ^ ids[1])
