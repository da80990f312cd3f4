"""`claimx inspect`: every stage as JSON Lines, and what is wrong usage."""

from __future__ import annotations

import json

import pytest

from claimx.cli.inspect import STAGES
from claimx.read.inputs import sha256
from tests.cli.command import claimx

PAPER = """The War in the Marshes

Jane Okello

Introduction

The rising began in May 1964, when 45 men of the Marsh Liberation Front (MLF) stormed the barracks at Duma.¹
General Peter Mbeki blamed Uganda (Lake Times, May 3, 1964). The MLF had some 300 fighters in 1965.²

Notes

1. Peter Hale, The Marsh Rising (London: Hurst, 1988), 12.
2. Ibid., 14.
"""
KEYS = {
    "blocks": {"block", "zone", "number", "article", "section", "spans", "text", "problems"},
    "sentences": {"sentence", "zone", "section", "article", "note", "spans", "text", "plain"},
    "mentions": {"sentence", "start", "end", "text", "type"},
    "timexes": {"sentence", "start", "end", "text", "edtf", "earliest", "latest", "qualifier", "basis"},
    "citations": {
        "block",
        "form",
        "marker",
        "text",
        "at",
        "article",
        "target",
        "status",
        "inferred",
        "date",
        "titles",
    },
}


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "marsh.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def rows(paper, stage, *more):
    ran = claimx("inspect", paper, "--stage", stage, *more)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_the_text_is_the_documents_text(paper):
    ran = claimx("inspect", paper, "--stage", "text")
    assert (ran.code, ran.out) == (0, PAPER)


@pytest.mark.parametrize("stage", [s for s in STAGES if s != "text"])
def test_every_row_has_the_stages_keys(paper, stage):
    found = rows(paper, stage)
    assert found and all(KEYS[stage] <= set(row) for row in found)


@pytest.mark.parametrize("stage", ["blocks", "sentences"])
def test_spans_are_offsets_in_the_text(paper, stage):
    for row in rows(paper, stage):
        for start, end in row["spans"]:
            assert 0 <= start < end <= len(PAPER) and PAPER[start:end].strip() == PAPER[start:end]


def test_blocks_tell_notes_from_body(paper):
    zones = [(r["zone"], r["number"]) for r in rows(paper, "blocks")]
    assert ("note", "1") in zones and ("note", "2") in zones and ("body", None) in zones


def test_sentences_read_without_callouts(paper):
    first = next(
        r for r in rows(paper, "sentences") if r["zone"] == "body" and r["text"].startswith("The rising")
    )
    assert first["text"].endswith("Duma.¹") and first["plain"].endswith("Duma.")


def test_mentions_are_of_every_sort(paper):
    found = rows(paper, "mentions")
    plain = {r["sentence"]: r["plain"] for r in rows(paper, "sentences")}
    assert {r["type"] for r in found} == {"actor", "place", "person", "quantity", "timex"}
    assert all(plain[r["sentence"]][r["start"] : r["end"]] == r["text"] for r in found)
    assert any(
        r["type"] == "actor" and r["text"] == "MLF" and r["name"] == "Marsh Liberation Front" for r in found
    )


def test_timexes(paper):
    assert {"1964-05", "1965"} <= {r["edtf"] for r in rows(paper, "timexes")}


def test_citations_say_where_they_lead(paper):
    found = rows(paper, "citations")
    assert [(r["marker"], r["status"], r["titles"]) for r in found if r["form"] == "superscript"] == [
        ("1", "resolved", ["The Marsh Rising"]),
        ("2", "resolved", ["The Marsh Rising"]),
    ]
    assert any(r["form"] == "inline" and "Lake Times" in r["text"] for r in found)


def test_sentences_are_the_default(paper):
    assert claimx("inspect", paper).out == claimx("inspect", paper, "--stage", "sentences").out


def test_stdin_and_a_manifest(paper, tmp_path):
    manifest = tmp_path / "corpus.toml"
    manifest.write_text(
        f'[[paper]]\nid = "m"\npublished = "1990"\nsha256 = "{sha256(PAPER.encode())}"\n', encoding="utf-8"
    )
    ran = claimx("inspect", "-", "--stage", "timexes", "--manifest", manifest, stdin=PAPER)
    assert ran.code == 0 and ran.out


@pytest.mark.parametrize("stage", STAGES)
def test_an_empty_paper(tmp_path, stage):
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = claimx("inspect", tmp_path / "empty.txt", "--stage", stage)
    assert (ran.code, ran.out, ran.err) == (0, "", "")


WRONG = [
    (["--stage", "claims"], "--stage 'claims'"),
    (["--published", "someday"], "someday"),
    (["--manifest", "no-such.toml"], "no such manifest"),
    (["--pdf-engine", "ghostscript"], "ghostscript"),
]


@pytest.mark.parametrize(("options", "said"), WRONG)
def test_usage(paper, options, said):
    ran = claimx("inspect", paper, *options)
    assert (ran.code, ran.out) == (2, "") and said in ran.err and ran.err.count("\n") == 1


def test_bad_inputs(tmp_path):
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    for name in ("nowhere.txt", "folder", "noise.txt"):
        ran = claimx("inspect", tmp_path / name)
        assert ran.code == 2 and ran.out == "" and ran.err.count("\n") == 1, (name, ran)
