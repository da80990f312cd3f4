"""Properties that hold on every paper, and how the source papers with gold come apart."""

from __future__ import annotations

import json
import re
import textwrap
import time
from pathlib import Path

import pytest

from claimx.model import Callout, Document, Line, Zone
from claimx.read import read_document
from claimx.read.text import read_text
from claimx.sentences import make_sentences
from claimx.spans import join_spans
from claimx.zones import Zones, separate_blocks

PLAIN = re.compile(r"[.”\"] ?(\d{1,2})(?=\s+[A-Z]|\s*$)")
MARKUP = re.compile(r"[\s⁰¹²³⁴⁵⁶⁷⁸⁹#*•➤\-–|\[\]{}^.&†‡\d]*")


def _document(path: Path) -> Document:
    return read_document(path, id=path.stem)


def _key(text: str) -> str:
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d+\]", "", text)
    text = re.sub(r"\[([^\]]*)\]\(#\)", r"\1", text)
    return re.sub(r"[\W_]+", "", re.sub(r"(?<=[.”\"])\s?\d{1,2}$", "", text)).lower()


def _plain_digits(document: Document, zones: Zones) -> dict[int, list[Callout]]:
    """Callouts that lost their raising, found the simple way: a note's number after a stop."""
    numbers = {block.number for block in zones.blocks if block.number}
    return {
        index: [
            Callout("plain-digits", *found.span(1), found[1])
            for found in PLAIN.finditer(join_spans(document.text, block.spans).text)
            if found[1] in numbers
        ]
        for index, block in enumerate(zones.blocks)
        if block.zone == Zone.BODY
    }


def test_nothing_is_lost_and_nothing_twice(source_paper: Path) -> None:
    document = _document(source_paper)
    covered = bytearray(len(document.text))
    for block in separate_blocks(document).blocks:
        for low, high in block.spans:
            assert low < high and not document.text[low].isspace() and not document.text[high - 1].isspace()
            assert not any(covered[low:high])
            covered[low:high] = b"\x01" * (high - low)
    left = "".join(char if not seen else "\n" for char, seen in zip(document.text, covered, strict=True))
    assert [gap for gap in left.split("\n") if not MARKUP.fullmatch(gap)] == []


def test_sentences_stand_where_they_say(source_paper: Path) -> None:
    document = _document(source_paper)
    blocks = separate_blocks(document).blocks
    closed = [span for block in blocks if block.zone in (Zone.NOTE, Zone.FURNITURE) for span in block.spans]
    for sentence in make_sentences(document, blocks):
        assert join_spans(document.text, sentence.spans).text == sentence.text
        assert [sentence.text[place] for place in sentence.to_text] == list(sentence.plain)
        assert list(sentence.spans) == sorted(sentence.spans)
        if sentence.zone != Zone.NOTE:
            assert not any(
                low < end and start < high for low, high in sentence.spans for start, end in closed
            )


def test_layout_hints_agree(source_paper: Path) -> None:
    """A layout that knows its notes (as a PDF does) gives the same notes as the words alone."""
    document = _document(source_paper)
    plain = separate_blocks(document)
    spans = [(low, high) for block in plain.blocks if block.zone == Zone.NOTE for low, high in block.spans]
    noted = tuple(
        Line(line.start, line.end, zone=Zone.NOTE)
        if any(low < line.end and line.start < high for low, high in spans)
        else line
        for line in document.lines
    )
    hinted = separate_blocks(Document(document.id, document.text, lines=noted))
    numbers = [block.number for block in plain.blocks if block.zone == Zone.NOTE]
    assert [block.number for block in hinted.blocks if block.zone == Zone.NOTE] == numbers


@pytest.mark.parametrize("width", [62, 80])
def test_hard_wrapping_changes_nothing(source_paper: Path, width: int) -> None:
    """A paper wrapped to printed lines gives the same sentences, notes and articles."""
    document = _document(source_paper)
    lines = [
        line if "\t" in line else textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in document.text.split("\n")
    ]
    wrapped = read_text("\n".join(lines).encode(), id=document.id)
    one, two = separate_blocks(document), separate_blocks(wrapped)
    assert (two.title, two.authors, two.published) == (one.title, one.authors, one.published)
    assert [article.title for article in two.articles] == [article.title for article in one.articles]
    assert [block.number for block in two.blocks] == [block.number for block in one.blocks]
    sentences = [_key(sentence.text) for sentence in make_sentences(document, one.blocks)]
    assert [_key(sentence.text) for sentence in make_sentences(wrapped, two.blocks)] == sentences


def test_gold_sentences(annotated_paper: Path, shared: Path) -> None:
    document = _document(annotated_paper)
    zones = separate_blocks(document)
    sentences = {
        _key(one.text) for one in make_sentences(document, zones.blocks, _plain_digits(document, zones))
    }
    rows = [
        json.loads(line)
        for line in (shared / f"gold/{annotated_paper.stem}.claims.jsonl").read_text().splitlines()
    ]
    prose = [
        row["sentence"] for row in rows if not re.match(r"[^.]{3,60}: (?:Strength|Patron)\b", row["sentence"])
    ]
    missed = [sentence for sentence in prose if _key(sentence) not in sentences]
    assert len(missed) <= 1


def test_gold_notes(annotated_paper: Path, shared: Path) -> None:
    document = _document(annotated_paper)
    notes = {
        (block.article, block.number): _key(join_spans(document.text, block.spans).text)
        for block in separate_blocks(document).blocks
        if block.zone == Zone.NOTE
    }
    for line in (shared / f"gold/{annotated_paper.stem}.notes.jsonl").read_text().splitlines():
        row = json.loads(line)
        starts = re.sub(r"^(?:\^\{[^}]*\}(?:quot;)?|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d+ )", "", row["starts"])
        assert notes[row["article"], row["number"]].startswith(_key(starts)), row["number"]


def test_speed(shared: Path) -> None:
    documents = [_document(path) for path in sorted((shared / "papers").glob("*.txt"))]
    started = time.process_time()
    for document in documents:
        make_sentences(document, separate_blocks(document).blocks)
    assert time.process_time() - started < 0.7
