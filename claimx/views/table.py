"""A ledger as a flat table, one row a claim: what a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from claimx.ledger.codec import SLOTS, Record
from claimx.views.safe import cell
from claimx.views.wording import headline, say_citation, say_name, say_source

_RANGES = ("count", "killed", "injured", "quantity")
_SLOTS = tuple(dict.fromkeys(slot for slots in SLOTS.values() for slot in slots))
_FLAT_SLOTS = tuple(
    name for slot in _SLOTS for name in ((f"{slot}_min", f"{slot}_max") if slot in _RANGES else (slot,))
)
COLUMNS = (
    "id", "kind", "document", "title", "article", "published", "claim", "date", "earliest", "latest",
    "qualifier", "basis", *_FLAT_SLOTS, "polarity", "modality", "attributed_to", "quote", "page", "section",
    "zone", "cited_to", "sources", "confidence", "rule",
)  # fmt: skip


def csv_header() -> str:
    """The first line of the table."""
    return _line(COLUMNS)


def csv_row(record: Record) -> str:
    """A record as a line of CSV (RFC 4180, LF); text that a spreadsheet would run gets an apostrophe."""
    flat = _flatten(record)
    return _line([_cell(flat.get(column)) for column in COLUMNS])


def _line(values: Any) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(values)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return cell(value)


def _flatten(record: Record) -> dict[str, Any]:
    document, date, evidence = record["document"], record["date"] or {}, record["evidence"]
    sources = [ref["csl"] for citation in record["citations"] for ref in citation["references"]]
    return {
        **{
            key: record[key]
            for key in ("id", "kind", "polarity", "modality", "attributed_to", "confidence", "rule")
        },
        "document": document["id"],
        **{key: document[key] for key in ("title", "article", "published")},
        "claim": headline(record),
        "date": date.get("edtf"),
        **{key: date.get(key) for key in ("earliest", "latest", "qualifier", "basis")},
        **_flatten_slots(record["claim"]),
        **{key: evidence[key] for key in ("quote", "page", "section", "zone")},
        "cited_to": "; ".join(say_citation(citation) for citation in record["citations"]),
        "sources": "; ".join(say_source(csl) for csl in sources),
    }


def _flatten_slots(claim: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for slot, value in claim.items():
        if slot in _RANGES:
            flat[f"{slot}_min"], flat[f"{slot}_max"] = (value or {}).get("min"), (value or {}).get("max")
        elif isinstance(value, list):
            flat[slot] = "; ".join(
                say_name(each) if isinstance(each, Mapping) else str(each) for each in value
            )
        else:
            flat[slot] = say_name(value) if isinstance(value, Mapping) else value
    return flat
