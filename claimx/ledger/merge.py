"""Several ledgers made one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.errors import LedgerError
from claimx.ledger.codec import Record, dump_record
from claimx.ledger.index import Entry, LedgerFile
from claimx.ledger.order import span_key
from claimx.ledger.reader import usable

Place = tuple[LedgerFile, Entry]


def merge_ledgers(paths: Sequence[str | Path]) -> Iterator[Record]:
    """The claims of all ledgers in ledger order: documents as they first appear, then by span.

    A claim that stands in several ledgers with the same bytes comes once. LedgerError when one id
    has two contents (`claimx diff` shows them), before the first record is given.
    """
    ledgers = [LedgerFile(path, repeats=True) for path in paths]
    documents = _gather(ledgers)
    for places in documents.values():
        yield from _in_order(places)


def _gather(ledgers: Sequence[LedgerFile]) -> dict[str, list[Place]]:
    """The entries by document, repeats left out."""
    first: dict[str, Place] = {}
    documents: dict[str, list[Place]] = {}
    for ledger in ledgers:
        for document, entries in ledger.documents.items():
            for entry in entries:
                if entry.id not in first:
                    first[entry.id] = (ledger, entry)
                    documents.setdefault(document, []).append((ledger, entry))
                else:
                    _refuse_other_content(first[entry.id], (ledger, entry))
    return documents


def _refuse_other_content(one: Place, other: Place) -> None:
    (ledger, entry), (ledger2, entry2) = one, other
    if ledger.raw(entry).strip() == ledger2.raw(entry2).strip():
        return
    if dump_record(ledger.read(entry)) != dump_record(ledger2.read(entry2)):
        places = f"{ledger.name}:{entry.number} and {ledger2.name}:{entry2.number}"
        raise LedgerError(
            f"the id {entry.id} has two contents, at {places}: `claimx diff` shows which to keep"
        )


def _in_order(places: list[Place]) -> Iterator[Record]:
    """The records of one document by span; claims of one sentence stay in the order in which they came.

    Only the keys are held, and the lines are read a second time: a document may be a whole corpus.
    """
    keyed = []
    for ledger, entry in places:
        record = usable(ledger.read(entry), f"{ledger.name}:{entry.number}")
        keyed.append((span_key(record), len(keyed), ledger, entry))
    keyed.sort(key=lambda item: item[:2])
    for _, _, ledger, entry in keyed:
        yield ledger.read(entry)
