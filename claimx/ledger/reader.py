"""Ledgers as they come: files, folders of pipes, hostile lines; every complaint names file and line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from claimx.errors import LedgerError
from claimx.ledger.codec import SCHEMA, Record, load_record
from claimx.ledger.shape import brief, find_faults

LONGEST_LINE = 16 * 1024 * 1024  # bytes; a claim takes one to four thousand
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a ledger file: its number from 1, where it starts and how long it is (bytes), its bytes."""

    number: int
    offset: int
    size: int
    data: bytes
    ended: bool


def name_of(path: str | Path) -> str:
    """What messages call an input.

    >>> name_of("-")
    'stdin'
    """
    return "stdin" if str(path) == "-" else str(path)


def open_ledger(path: str | Path) -> IO[bytes]:
    """A ledger's bytes, from a file or from stdin ("-"); LedgerError when it cannot be opened."""
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return open(path, "rb")
    except IsADirectoryError:
        raise LedgerError(f"{path} is a folder, not a ledger") from None
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else error
        raise LedgerError(f"{path}: {said or error}") from None


def read_lines(stream: IO[bytes], name: str) -> Iterator[Line]:
    """The lines of a ledger, blank ones left out, never more than LONGEST_LINE bytes of one in memory."""
    number = offset = 0
    while data := stream.readline(LONGEST_LINE + 1):
        number += 1
        ended = data.endswith(b"\n")
        if len(data) > LONGEST_LINE and not ended:
            raise LedgerError(
                f"{name}:{number}: a line of more than {LONGEST_LINE // 2**20} MB is no ledger line"
            )
        body = data.removeprefix(BOM) if number == 1 else data
        if body.strip():
            yield Line(number, offset, len(data), body, ended)
        offset += len(data)


def parse_line(line: Line, name: str) -> Record:
    """The record of a line, of this schema; LedgerError names file and line."""
    try:
        record = load_record(line.data.decode("utf-8").strip())
    except UnicodeDecodeError as error:
        raise LedgerError(f"{name}:{line.number}: not UTF-8 (byte {error.start + 1} of the line)") from None
    except ValueError as error:
        cut = "" if line.ended else "; the file ends here without a line feed, is it cut off?"
        raise LedgerError(f"{name}:{line.number}: {error}{cut}") from None
    refuse_other_schema(record.get("schema"), f"{name}:{line.number}")
    return record


def refuse_other_schema(schema: object, where: str) -> None:
    """LedgerError unless `schema` is the one this claimx reads."""
    if schema == SCHEMA:
        return
    if schema is None:
        raise LedgerError(f'{where}: no "schema" key, so this is no line of a claim ledger')
    newer = isinstance(schema, str) and schema.startswith("claimx/")
    hint = ": a newer claimx may read it" if newer else ""
    raise LedgerError(f"{where}: the schema is {brief(schema)}, this claimx reads {SCHEMA!r}{hint}")


def read_records(path: str | Path) -> Iterator[tuple[int, Record]]:
    """(line number, record) of a ledger, each fit for use: every key there, every value of its type.

    A missing key is filled with null, as readers of a contract should; a wrong type is refused
    (LedgerError with file and line). `claimx check` is the one that lists everything.
    """
    name = name_of(path)
    with open_ledger(path) as stream:
        for line in read_lines(stream, name):
            record = parse_line(line, name)
            yield line.number, usable(record, f"{name}:{line.number}")


def read_ledgers(paths: Iterable[str | Path]) -> Iterator[Record]:
    """The records of several ledgers, one after the other."""
    for path in paths:
        for _, record in read_records(path):
            yield record


_ESSENTIAL = frozenset({"id", "kind", "document", "document.id", "claim", "evidence", "evidence.quote"})


def usable(record: Record, where: str) -> Record:
    """The record with missing keys filled; LedgerError for a wrong type, or without its id, kind or words."""
    for fault in find_faults(record):
        essential = fault.path in _ESSENTIAL
        if (
            fault.code == "type"
            or (fault.code == "missing" and essential)
            or (essential and fault.path == "kind")
        ):
            said = f"{fault.path or 'the line'}: {fault.message}"
            raise LedgerError(f"{where}: {said} (`claimx check` lists everything)")
        if fault.code == "missing":
            _fill(record, fault.path)
    return record


def _fill(record: Record, path: str) -> None:
    """Sets a missing key (`claim.killed`, `citations[0].via`) to what stands for nothing there."""
    *steps, last = path.replace("]", "").replace("[", ".").split(".")
    target = record
    for step in steps:
        target = target[int(step)] if isinstance(target, list) else target[step]
    target[last] = _nothing(path, last)


_LISTS = frozenset({
    "citations", "authors", "spans", "via", "references", "perpetrators", "claimed_by", "targets",
    "victims_named", "places", "subjects", "objects", "leaders",
})  # fmt: skip
_DEFAULTS = {"polarity": "affirmed", "modality": "asserted", "stance": "supports", "scope": "sentence",
             "attack_type": "unspecified", "unit": "other", "confidence": 0.0, "zone": "body"}  # fmt: skip
_TEXTS = frozenset(
    {"prefix", "suffix", "text", "name", "rule", "media_type", "sha256", "status", "edtf", "basis"}
)


def _nothing(path: str, key: str) -> object:
    if key in _LISTS:
        return []
    if key in ("approx", "inferred"):
        return False
    if key in _DEFAULTS:
        return _DEFAULTS[key]
    if path.endswith(".csl"):
        return {}
    return "" if key in _TEXTS and not path.startswith("date.text") else None
