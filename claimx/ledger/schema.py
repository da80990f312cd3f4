"""The JSON Schema (draft 2020-12) of a ledger line: `claimx schema` prints it, `check` asks for it."""

from __future__ import annotations

from typing import Any

from claimx.ledger.codec import ORDER, SCHEMA, SLOTS
from claimx.ledger.identity import PREFIX
from claimx.model import Basis, Kind, Modality, Polarity, Stance

Schema = dict[str, Any]

ATTACK_TYPES = (
    "bombing", "suicide-bombing", "armed-assault", "assassination", "arson", "kidnapping", "prison-break",
    "air-strike", "military-operation", "clash", "unspecified",
)  # fmt: skip
UNITS = ("fighters", "members", "militants", "troops", "groups", "bombers", "prisoners", "other")
RELATIONS = ("pledge", "renew-pledge", "join", "merge", "ally", "affiliate", "split", "rival", "support")
CITATION_TYPES = ("note", "inline", "author-year")
SCOPES = ("clause", "sentence", "paragraph")
STATUSES = ("resolved", "commentary", "missing", "ambiguous")
STEPS = ("ibid", "short-title", "as-quoted-in")
EVIDENCE_ZONES = ("body", "note", "table", "abstract")

TEXT: Schema = {"type": "string", "minLength": 1}
TEXT_OR_NULL: Schema = {"type": ["string", "null"], "minLength": 1}
DAY_OR_NULL: Schema = {"type": ["string", "null"], "pattern": r"^-?\d{4,}-\d\d-\d\d$"}
NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
PAGE_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 1}
TEXTS: Schema = {"type": "array", "items": TEXT}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def _enum(values: Any, null: bool = False) -> Schema:
    return {"enum": [str(value) for value in values] + ([None] if null else [])}


def _object(properties: Schema, optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


ACTOR = _object({"text": TEXT, "name": TEXT, "id": {"type": "string", "pattern": r"^\S+$"}})
PLACE = _object({"text": TEXT, "name": TEXT, "country": TEXT_OR_NULL})
RANGE = _object(
    {"min": NUMBER_OR_NULL, "max": NUMBER_OR_NULL, "approx": {"type": "boolean"}, "text": {"type": "string"}}
)
ATTACK = {
    "attack_type": _enum(ATTACK_TYPES),
    "perpetrators": _list(_ref("actor")),
    "claimed_by": _list(_ref("actor")),
    "targets": TEXTS,
    "victims_named": TEXTS,
    "places": _list(_ref("place")),
    "count": _or_null(_ref("range")),
    "killed": _or_null(_ref("range")),
    "injured": _or_null(_ref("range")),
    "percent_change": NUMBER_OR_NULL,
}
STRENGTH = {
    "group": _or_null(_ref("actor")),
    "quantity": _or_null(_ref("range")),
    "unit": _enum(UNITS),
    "scope": TEXT_OR_NULL,
    "change": _enum(("from", "to"), null=True),
}
ALLEGIANCE = {
    "relation": _enum(RELATIONS),
    "subjects": _list(_ref("actor")),
    "objects": _list(_ref("actor")),
    "leaders": TEXTS,
}
DATE = _object(
    {
        "edtf": TEXT,
        "earliest": DAY_OR_NULL,
        "latest": DAY_OR_NULL,
        "text": TEXT_OR_NULL,
        "qualifier": _enum(("early", "mid", "late"), null=True),
        "basis": _enum(Basis),
    }
)
DOCUMENT = _object(
    {
        "id": TEXT,
        "media_type": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "title": TEXT_OR_NULL,
        "authors": TEXTS,
        "container_title": TEXT_OR_NULL,
        "article": {"type": ["integer", "null"], "minimum": 1},
        "published": TEXT_OR_NULL,
    }
)
SPAN: Schema = {
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
BOX: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 5, "maxItems": 5}
EVIDENCE = _object(
    {
        "quote": TEXT,
        "spans": {"type": "array", "items": SPAN, "minItems": 1},
        "page": PAGE_OR_NULL,
        "boxes": {"type": ["array", "null"], "items": BOX},
        "section": TEXT_OR_NULL,
        "zone": _enum(EVIDENCE_ZONES),
        "prefix": {"type": "string", "maxLength": 32},
        "suffix": {"type": "string", "maxLength": 32},
    }
)
CSL: Schema = {
    "type": "object",
    "properties": {
        "type": TEXT,
        "title": {"type": "string"},
        "author": {"type": "array", "items": {"type": "object"}},
        "issued": {"type": "object"},
    },
    "required": ["type"],
    "description": "one item of CSL-JSON",
}
REFERENCE = _object({"stance": _enum(Stance), "locator": TEXT_OR_NULL, "csl": _ref("csl")})
CITATION = _object(
    {
        "type": _enum(CITATION_TYPES),
        "marker": TEXT_OR_NULL,
        "article": {"type": ["integer", "null"], "minimum": 1},
        "text": TEXT_OR_NULL,
        "scope": _enum(SCOPES),
        "status": _enum(STATUSES),
        "via": _list(_enum(STEPS)),
        "inferred": {"type": "boolean"},
        "date": TEXT_OR_NULL,
        "date_basis": TEXT_OR_NULL,
        "references": _list(_ref("reference")),
    }
)
REVIEW = _object(
    {
        "decision": _enum(("accept", "reject", "unsure", "amend")),
        "reviewer": TEXT_OR_NULL,
        "time": TEXT_OR_NULL,
        "note": TEXT_OR_NULL,
    }
)
DEFS: Schema = {
    "actor": ACTOR,
    "place": PLACE,
    "range": RANGE,
    "attack": _object(ATTACK),
    "strength": _object(STRENGTH),
    "allegiance": _object(ALLEGIANCE),
    "date": DATE,
    "document": DOCUMENT,
    "evidence": EVIDENCE,
    "csl": CSL,
    "reference": REFERENCE,
    "citation": CITATION,
}
assert all(tuple(DEFS[kind]["properties"]) == tuple(slots) for kind, slots in SLOTS.items())


def _by_kind(kind: str) -> Schema:
    return {
        "if": {"properties": {"kind": {"const": kind}}},
        "then": {
            "properties": {
                "id": {"pattern": f"^{PREFIX[kind]}-[0-9a-f]{{12}}$"},
                "claim": _ref(kind),
            }
        },
    }


def ledger_schema() -> Schema:
    """The schema of one line, strict for each kind: every key present, no other allowed.

    `review` is the one key that may be missing: `claimx apply --keep` adds it.
    """
    properties: Schema = {
        "schema": {"const": SCHEMA},
        "id": {"type": "string"},
        "kind": _enum(Kind),
        "document": _ref("document"),
        "claim": {"type": "object"},
        "date": _or_null(_ref("date")),
        "polarity": _enum(Polarity),
        "modality": _enum(Modality),
        "attributed_to": TEXT_OR_NULL,
        "evidence": _ref("evidence"),
        "citations": _list(_ref("citation")),
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "rule": TEXT,
    }
    assert tuple(properties) == ORDER
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of a claim ledger, {SCHEMA}",
        **_object({**properties, "review": REVIEW}, optional=("review",)),
        "allOf": [_by_kind(kind) for kind in SLOTS],
        "$defs": DEFS,
    }
