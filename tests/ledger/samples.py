"""Ledger lines made for tests: invented groups and places, every key of the contract."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from claimx.ledger.codec import dump_record
from claimx.ledger.identity import claim_id

GROUPS = ("Karsa Front", "Lower Delta Brigades", "Movement of the Salt Coast", "Ridge Resistance Army")
TOWNS = ("Ombala", "Port Verin", "Tessarit", "Nahr Dakin")


def actor(name: str) -> dict[str, Any]:
    return {"text": name, "name": name, "id": name.lower().replace(" ", "-")}


def amount(
    least: int | None, most: int | None = None, text: str = "", approx: bool = False
) -> dict[str, Any]:
    return {"min": least, "max": most, "approx": approx, "text": text or str(least or most)}


def day(edtf: str, basis: str = "explicit") -> dict[str, Any]:
    return {"edtf": edtf, "earliest": edtf, "latest": edtf, "text": edtf, "qualifier": None, "basis": basis}


def note(marker: str, title: str = "Night Raid in the Delta") -> dict[str, Any]:
    csl = {
        "id": f"note-{marker}",
        "type": "article-newspaper",
        "title": title,
        "container-title": "Coast Herald",
        "author": [{"family": "Imani", "given": "R."}],
        "issued": {"date-parts": [[2016, 3, 9]]},
        "URL": "https://example.org/raid?a=1&b=2",
    }
    return {
        "type": "note",
        "marker": marker,
        "article": None,
        "text": f'R. Imani, "{title}," Coast Herald, March 9, 2016.',
        "scope": "sentence",
        "status": "resolved",
        "via": [],
        "inferred": False,
        "date": None,
        "date_basis": None,
        "references": [{"stance": "supports", "locator": None, "csl": csl}],
    }


SLOTS: dict[str, dict[str, Any]] = {
    "attack": {
        "attack_type": "bombing",
        "perpetrators": [actor(GROUPS[0])],
        "claimed_by": [],
        "targets": ["a grain depot"],
        "victims_named": [],
        "places": [{"text": TOWNS[0], "name": TOWNS[0], "country": "Atlantis"}],
        "count": None,
        "killed": amount(12, 12, "12 people"),
        "injured": None,
        "percent_change": None,
    },
    "strength": {
        "group": actor(GROUPS[1]),
        "quantity": amount(4000, 6000, "4,000 to 6,000"),
        "unit": "fighters",
        "scope": None,
        "change": None,
    },
    "allegiance": {
        "relation": "join",
        "subjects": [actor(GROUPS[2])],
        "objects": [actor(GROUPS[3])],
        "leaders": [],
    },
}


def record(
    kind: str = "attack",
    number: int = 0,
    *,
    document: str = "delta-2018",
    quote: str | None = None,
    claim: dict[str, Any] | None = None,
    date: dict[str, Any] | str | None = "2016-03-08",
    **fields: Any,
) -> dict[str, Any]:
    """A valid record: the `number`-th of its kind in its document; keyword arguments replace parts."""
    quote = (
        quote
        or f"In case {number} the {GROUPS[0]} struck {TOWNS[number % 4]} at dawn and left 12 people dead."
    )
    start = 1000 * number
    made = {
        "schema": "claimx/1",
        "id": claim_id(document, kind, quote, 4),
        "kind": kind,
        "document": {
            "id": document,
            "media_type": "text/plain",
            "sha256": hashlib.sha256(document.encode()).hexdigest(),
            "title": "War in the Delta",
            "authors": ["R. Imani"],
            "container_title": None,
            "article": None,
            "published": "2018-05",
        },
        "claim": {**copy.deepcopy(SLOTS[kind]), **(claim or {})},
        "date": day(date) if isinstance(date, str) else date,
        "polarity": "affirmed",
        "modality": "asserted",
        "attributed_to": None,
        "evidence": {
            "quote": quote,
            "spans": [[start, start + len(quote)]],
            "page": None,
            "boxes": None,
            "section": "The Coast",
            "zone": "body",
            "prefix": "It did not last.",
            "suffix": "Nobody was tried.",
        },
        "citations": [note("8")],
        "confidence": 0.9,
        "rule": f"{kind}/sample",
    }
    made.update(fields)
    return made


def write(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """A ledger file of these records."""
    path.write_text("".join(dump_record(each) + "\n" for each in records), encoding="utf-8")
    return path
