"""A ledger held against its contract, line by line, and against the papers it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from claimx.edtf import bounds, is_valid
from claimx.errors import ClaimxError, LedgerError
from claimx.ledger.codec import Record, dump_record
from claimx.ledger.order import span_key
from claimx.ledger.reader import Line, parse_line, read_lines
from claimx.ledger.shape import Fault, brief, find_faults
from claimx.read import read_document
from claimx.spans import join_spans

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong on a line (from 1; 0: the ledger as a whole).

    `code` is a short stable name; a `note` is worth knowing and no fault.
    """

    line: int
    code: str
    message: str
    id: str | None = None
    note: bool = False


def check_ledger(stream: IO[bytes], name: str, papers: Path | None = None) -> Iterator[Finding]:
    """Everything wrong with a ledger, in the order of its lines.

    `papers`: a folder in which the files are looked up by their SHA-256, to see that the spans
    give the quotes.
    """
    checker = _Checker(Papers(papers) if papers else None)
    try:
        for line in read_lines(stream, name):
            yield from checker.check(line, name)
    except LedgerError as error:
        yield Finding(_line_of(error, name), "json", _without_place(error, name))


def _line_of(error: LedgerError, name: str) -> int:
    number = str(error).removeprefix(f"{name}:").partition(":")[0]
    return int(number) if number.isdigit() else 0


def _without_place(error: LedgerError, name: str) -> str:
    return str(error).removeprefix(f"{name}:").partition(": ")[2] or str(error)


class _Checker:
    """Remembers what the checks of a line need from the lines before."""

    def __init__(self, papers: Papers | None) -> None:
        self._papers = papers
        self._ids: dict[str, int] = {}
        self._documents: dict[str, str] = {}
        self._last: tuple[str, tuple[int, int]] | None = None

    def check(self, line: Line, name: str) -> Iterator[Finding]:
        try:
            record = parse_line(line, name)
        except LedgerError as error:
            yield Finding(line.number, "json", _without_place(error, name))
            return
        faults = find_faults(record)
        id_ = record["id"] if isinstance(record.get("id"), str) else None
        note = partial(Finding, line.number, id=id_)
        yield from (
            note(_code(fault), f"{fault.path}: {fault.message}", note=fault.code == "unknown")
            for fault in faults
        )
        if id_ in self._ids:
            yield note("duplicate-id", f"the id {id_} stands on line {self._ids[id_]} already")
        elif id_ is not None:
            self._ids[id_] = line.number
        if any(fault.code in ("type", "missing") for fault in faults):
            return  # the other checks take the types for granted
        if not faults and dump_record(record).encode("utf-8", "backslashreplace") != line.data.rstrip(
            b"\r\n"
        ):
            yield note("form", "not written as claimx writes it (spacing, key order or escapes)", note=True)
        yield from (note(code, message) for code, message in self._record_findings(record))

    def _record_findings(self, record: Record) -> Iterator[tuple[str, str]]:
        yield from self._order(record)
        for check in _RECORD_CHECKS:
            yield from check(record)
        if self._papers:
            yield from self._papers.check(record)

    def _order(self, record: Record) -> Iterator[tuple[str, str]]:
        document, key = record["document"]["id"], span_key(record)
        sha256 = self._documents.get(document)
        if sha256 is not None and sha256 != record["document"]["sha256"]:
            yield "document", f"two inputs share the document id {brief(document)}"
        if self._last and self._last[0] == document:
            if key < self._last[1]:
                yield "order", f"starts at {key[0]}, after a claim that starts at {self._last[1][0]}"
        elif sha256 is not None:
            yield "order", f"the claims of {brief(document)} do not stand together"
        self._documents[document] = record["document"]["sha256"]
        self._last = (document, key)


def _code(fault: Fault) -> str:
    return "unknown-key" if fault.code == "unknown" else "schema"


def _check_dates(record: Record) -> Iterator[tuple[str, str]]:
    date = record["date"]
    if date is not None:
        if not is_valid(date["edtf"]):
            yield "date", f"date.edtf: {brief(date['edtf'])} is no EDTF date that a ledger can hold"
        elif bounds(date["edtf"]) != (date["earliest"], date["latest"]):
            first, last = bounds(date["edtf"])
            yield (
                "date",
                f"{date['edtf']} runs from {first} to {last}, not {date['earliest']} to {date['latest']}",
            )
    published = record["document"]["published"]
    if published is not None and not is_valid(published):
        yield "date", f"document.published: {brief(published)} is no EDTF date that a ledger can hold"
    for place, citation in enumerate(record["citations"]):
        if citation["date"] is not None and not is_valid(citation["date"]):
            yield (
                "date",
                f"citations[{place}].date: {brief(citation['date'])} is no EDTF date that a ledger can hold",
            )


def _check_evidence(record: Record) -> Iterator[tuple[str, str]]:
    evidence = record["evidence"]
    end = -1
    for span in evidence["spans"]:
        if len(span) == 2 and (span[0] >= span[1] or span[0] < end):
            yield "span", f"the span {span} is empty or overlaps the one before"
        end = max(end, *span) if span else end
    if evidence["boxes"] and evidence["page"] is None:
        yield "span", "boxes without a page"


def _check_figures(record: Record) -> Iterator[tuple[str, str]]:
    for slot, value in record["claim"].items():
        if isinstance(value, Mapping) and "min" in value and "max" in value:
            least, most = value["min"], value["max"]
            if least is not None and most is not None and least > most:
                yield "figure", f"claim.{slot}: {least} to {most} runs backwards"
            elif any(each is not None and each < 0 for each in (least, most)):
                yield "figure", f"claim.{slot}: a negative number"


def _check_citations(record: Record) -> Iterator[tuple[str, str]]:
    for place, citation in enumerate(record["citations"]):
        path, status, references = f"citations[{place}]", citation["status"], citation["references"]
        if status == "resolved" and not references:
            yield "citation", f"{path} is resolved and names no source"
        if status == "ambiguous" and len(references) < 2:
            yield "citation", f"{path} is ambiguous and names {len(references)} candidate(s), not all"
        if status in ("missing", "commentary") and references:
            yield "citation", f"{path} is {status} and names a source"
        if citation["type"] == "note" and not citation["marker"]:
            yield "citation", f"{path} is a note without a marker"
        if citation["type"] != "note" and not citation["text"]:
            yield "citation", f"{path} has no text"
        for number, reference in enumerate(references):
            if not any(reference["csl"].get(key) for key in _FINDABLE):
                yield "citation", f"{path}.references[{number}] says nothing to find the source by"


_FINDABLE = ("title", "author", "editor", "container-title", "publisher", "URL", "DOI", "genre", "note")
_RECORD_CHECKS: tuple[Callable[[Record], Iterator[tuple[str, str]]], ...] = (
    _check_dates, _check_evidence, _check_figures, _check_citations,
)  # fmt: skip


class Papers:
    """The files of a folder by SHA-256; read when the first claim asks for one, one is kept at a time."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise LedgerError(f"{folder}: no such folder of papers")
        self._files = {_sha256(path): path for path in _visible_files(folder)}
        self._text: tuple[str, str | None] = ("", None)

    def check(self, record: Record) -> Iterator[tuple[str, str]]:
        """Whether the spans of a record give its quote; a document whose file is not there is told once."""
        sha256 = record["document"]["sha256"]
        if sha256 != self._text[0]:
            self._text = (sha256, None)
            path = self._files.get(sha256)
            if path is None:
                yield "paper", f"no file here has the SHA-256 of {brief(record['document']['id'])}"
            else:
                try:
                    self._text = (sha256, read_document(path, id=record["document"]["id"]).text)
                except ClaimxError as error:
                    yield "paper", str(error)
        text = self._text[1]
        if text is not None:
            yield from _check_quote(record["evidence"], text)


def find_paper(place: Path, sha256: str) -> Path | None:
    """The file with these bytes: `place` itself, or in the folder; None when there is none."""
    if not place.exists():
        raise LedgerError(f"{place}: no such file or folder")
    files = [place] if place.is_file() else _visible_files(place)
    return next((path for path in files if _sha256(path) == sha256), None)


def _visible_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while data := stream.read(_CHUNK):
            digest.update(data)
    return digest.hexdigest()


def _check_quote(evidence: Mapping[str, Any], text: str) -> Iterator[tuple[str, str]]:
    spans = [tuple(span) for span in evidence["spans"] if len(span) == 2]
    if any(end > len(text) for _, end in spans):
        yield "quote", f"the spans end at {spans[-1][1]}, the paper at {len(text)}"
        return
    found = join_spans(text, spans).text
    if found != evidence["quote"]:
        yield "quote", f"the spans give {brief(found)}, not {brief(evidence['quote'])}"
