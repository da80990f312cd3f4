"""A ledger kept on disk and read by place: what two large ledgers can be compared with in little memory."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from claimx.errors import LedgerError
from claimx.ledger.codec import Record, parse_json
from claimx.ledger.reader import BOM, LONGEST_LINE, Line, name_of, open_ledger, parse_line, read_lines

# The start of a line as the contract orders it; lines in another order are parsed whole.
_HEAD = re.compile(
    rb'\s*\{"schema": ?"claimx/1", ?"id": ?"([^"\\]+)", ?"kind": ?"([a-z]+)", ?'
    rb'"document": ?\{"id": ?"([^"\\]+)"'
)
_CHUNK = 1 << 20
_QUOTE = re.compile(rb'"evidence": ?\{"quote": ?("(?:[^"\\]|\\.)*")')


class Entry(NamedTuple):
    """Where a claim stands in its ledger file: line number from 1, offset and length in bytes."""

    id: str
    kind: str
    number: int
    offset: int
    length: int
    ended: bool


class LedgerFile:
    """A ledger by document, in file order: `documents[document_id]` lists its entries.

    Only places are kept in memory (about 300 bytes a claim). Stdin and pipes are copied to a
    temporary file first. LedgerError for a broken line and for an id that stands twice (unless
    `repeats` are allowed).
    """

    def __init__(self, path: str | Path, kinds: frozenset[str] = frozenset(), repeats: bool = False) -> None:
        self.name = name_of(path)
        self.documents: dict[str, list[Entry]] = {}
        source = open_ledger(path)
        self._stream = source if source.seekable() and str(path) != "-" else _spool(source)
        self._index(kinds, repeats)

    def _index(self, kinds: frozenset[str], repeats: bool) -> None:
        first: dict[str, int] = {}
        for line in read_lines(self._stream, self.name):
            id_, kind, document = self._head(line)
            if id_ in first and not repeats:
                raise LedgerError(
                    f"{self.name}:{line.number}: the id {id_} stands on line {first[id_]} already"
                )
            first[id_] = line.number
            if not kinds or kind in kinds:
                entry = Entry(id_, kind, line.number, line.offset, line.size, line.ended)
                self.documents.setdefault(document, []).append(entry)

    def _head(self, line: Line) -> tuple[str, str, str]:
        match = _HEAD.match(line.data)
        if match:
            try:
                id_, kind, document = (part.decode("utf-8") for part in match.groups())
                return id_, kind, document
            except UnicodeDecodeError:
                pass  # parse_line says it in words
        record = parse_line(line, self.name)
        document = record.get("document")
        parts = (
            record.get("id"),
            record.get("kind"),
            document.get("id") if isinstance(document, dict) else None,
        )
        for key, part in zip(("id", "kind", "document.id"), parts, strict=True):
            if not isinstance(part, str) or not part:
                raise LedgerError(f"{self.name}:{line.number}: {key} is missing or no text")
        return parts  # type: ignore[return-value]

    def raw(self, entry: Entry) -> bytes:
        """The bytes of an entry's line."""
        self._stream.seek(entry.offset)
        return self._stream.read(entry.length).removeprefix(BOM)

    def read(self, entry: Entry) -> Record:
        """The record of an entry; LedgerError when its line is broken."""
        return parse_line(
            Line(entry.number, entry.offset, entry.length, self.raw(entry), entry.ended), self.name
        )

    def quote(self, entry: Entry) -> str:
        """An entry's quote, read without the rest of its line where the line is in the usual order."""
        match = _QUOTE.search(self.raw(entry))
        try:
            quote = parse_json(match[1].decode("utf-8")) if match else None
        except ValueError:
            quote = None
        return quote if isinstance(quote, str) else quote_of(self.read(entry))

    def __iter__(self) -> Iterator[Entry]:
        for entries in self.documents.values():
            yield from entries

    def close(self) -> None:
        """Lets go of the file."""
        self._stream.close()


def quote_of(record: Record) -> str:
    """The quote of a record, whatever its state: "" where there is none."""
    evidence = record.get("evidence")
    quote = evidence.get("quote") if isinstance(evidence, dict) else None
    return quote if isinstance(quote, str) else ""


def _spool(source: IO[bytes]) -> IO[bytes]:
    """A copy that can be read by place; a line without end cuts it short, and the reader refuses that."""
    copy = tempfile.TemporaryFile(prefix="claimx-")  # noqa: SIM115 (lives as long as the ledger)
    unbroken = 0
    while unbroken <= LONGEST_LINE + _CHUNK and (data := source.read(_CHUNK)):
        copy.write(data)
        line_feed = data.rfind(b"\n")
        unbroken = unbroken + len(data) if line_feed < 0 else len(data) - line_feed
    copy.seek(0)
    return copy
