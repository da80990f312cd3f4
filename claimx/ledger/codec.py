"""Claims to ledger lines and back: the one place that knows the bytes of `claimx/1`.

A *record* is a ledger line as a plain dict, the form in which ledgers are compared, checked
and merged; a `Claim` is the same in memory while it is being made. `dump_claim` and
`load_claim` are inverses, and so are `dump_record` and `load_record`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NoReturn

from claimx.errors import LedgerError
from claimx.model import (
    Actor,
    Basis,
    Citation,
    Claim,
    Date,
    DocumentInfo,
    Evidence,
    Kind,
    Modality,
    Place,
    Polarity,
    Range,
    Reference,
    Stance,
    Zone,
)

SCHEMA = "claimx/1"
Record = dict[str, Any]

ORDER: tuple[str, ...] = (
    "schema", "id", "kind", "document", "claim", "date", "polarity", "modality",
    "attributed_to", "evidence", "citations", "confidence", "rule",
)  # fmt: skip

#: The slots of each kind in the order in which they are written, with what stands for an empty one.
SLOTS: dict[str, dict[str, Any]] = {
    "attack": {
        "attack_type": "unspecified", "perpetrators": (), "claimed_by": (), "targets": (),
        "victims_named": (), "places": (), "count": None, "killed": None, "injured": None,
        "percent_change": None,
    },
    "strength": {"group": None, "quantity": None, "unit": "other", "scope": None, "change": None},
    "allegiance": {"relation": None, "subjects": (), "objects": (), "leaders": ()},
}  # fmt: skip

_ACTORS = frozenset({"perpetrators", "claimed_by", "subjects", "objects"})
_RANGES = frozenset({"count", "killed", "injured", "quantity"})

# json.dumps leaves DEL, the C1 controls and U+2028/9 as they are; half a surrogate pair has no UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": ")).encode


def dump_json(value: Any) -> str:
    """A value as one line of ledger JSON: `, ` and `: `, characters as they are but for controls.

    >>> dump_json({"text": "Sahel\\u2028é"})
    '{"text": "Sahel\\\\u2028é"}'
    """
    try:
        text = _encode(value)
    except (ValueError, TypeError) as error:
        raise LedgerError(f"a value cannot be written as JSON: {error}") from None
    return _UNSAFE.sub(_escape, text) if _UNSAFE.search(text) else text


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_decode = json.JSONDecoder(parse_constant=_no_constant).decode


def parse_json(text: str) -> Any:
    """The value of one line of JSON; ValueError says what is wrong with it, in a few words."""
    try:
        return _decode(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg.lower()} at column {error.colno}") from None
    except RecursionError:
        raise ValueError("brackets nested too deeply") from None


def dump_record(record: Mapping[str, Any]) -> str:
    """A record as its ledger line, without the line feed.

    Keys of the contract come first and in its order; keys that it does not know follow as they came.
    """
    keys = [key for key in ORDER if key in record] + [key for key in record if key not in ORDER]
    at = keys.index("confidence") if "confidence" in keys else len(keys)
    before, after = ({key: record[key] for key in some} for some in (keys[:at], keys[at + 1 :]))
    confidence = [f'"confidence": {_two_decimals(record[key])}' for key in keys[at : at + 1]]
    inside = [
        dump_json(before)[1:-1],
        *confidence,
        dump_json(after)[1:-1],
    ]  # a call each costs less than one a key
    return "{" + ", ".join(filter(None, inside)) + "}"


def _two_decimals(value: Any) -> str:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f"{value:.2f}" if is_number else dump_json(value)


def load_record(line: str) -> Record:
    """The record of a ledger line; ValueError when the line is no JSON object.

    >>> load_record('{"schema": "claimx/1"}')
    {'schema': 'claimx/1'}
    """
    value = parse_json(line)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def to_record(claim: Claim) -> Record:
    """A claim as a record: every key of the contract, in its order, lists and dicts all the way down."""
    record = {key: None if key in ("claim", "citations") else _plain(getattr(claim, key)) for key in ORDER}
    empty = SLOTS[claim.kind]
    unknown = [key for key in claim.claim if key not in empty]
    if unknown:
        raise LedgerError(f"a claim of kind {claim.kind} has no slot {unknown[0]!r}")
    record["claim"] = {key: _plain(claim.claim.get(key, default)) for key, default in empty.items()}
    record["citations"] = [_citation_record(citation) for citation in claim.citations]
    return record


def _citation_record(citation: Citation) -> Record:
    record = {name: getattr(citation, name) for name in _field_names(Citation)}
    record["references"] = [
        {"stance": ref.stance, "locator": ref.locator, "csl": ref.csl} for ref in citation.references
    ]
    return _plain(record)


@cache
def _field_names(cls: type) -> tuple[str, ...] | None:
    """The fields of a dataclass, None of anything else."""
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else None


def _plain(value: Any) -> Any:
    """Dataclasses, enums and tuples as what JSON has."""
    if value is None or type(value) in (str, int, bool, float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, int, float)):
        return value
    if (names := _field_names(type(value))) is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    raise LedgerError(f"a {type(value).__name__} has no place in a ledger")


def dump_claim(claim: Claim) -> str:
    """A claim as its ledger line, without the line feed: the same claim gives the same characters."""
    return dump_record(to_record(claim))


def load_claim(line: str) -> Claim:
    """The claim that a ledger line holds; keys it does not know are passed over.

    ValueError when the line is not JSON or lacks a key of the contract.
    """
    return from_record(load_record(line))


def from_record(record: Mapping[str, Any]) -> Claim:
    """A record as a claim: slots as `Actor`, `Range` and `Place`, lists as tuples."""
    try:
        return _claim(record)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a claim of {SCHEMA}: {type(error).__name__} {error}") from None


def _claim(record: Mapping[str, Any]) -> Claim:
    kind = Kind(record["kind"])
    evidence = record["evidence"]
    return Claim(
        id=record["id"],
        kind=kind,
        document=_build(DocumentInfo, record["document"], authors=tuple),
        claim={key: _slot(key, record["claim"].get(key, default)) for key, default in SLOTS[kind].items()},
        date=record["date"] and _build(Date, record["date"], basis=Basis),
        polarity=Polarity(record["polarity"]),
        modality=Modality(record["modality"]),
        attributed_to=record["attributed_to"],
        evidence=_build(Evidence, evidence, spans=_pairs, boxes=_pairs, zone=Zone),
        citations=tuple(_citation(item) for item in record["citations"]),
        confidence=record["confidence"],
        rule=record["rule"],
        schema=record["schema"],
    )


def _build(cls: type, values: Mapping[str, Any], **convert: Callable[[Any], Any]) -> Any:
    """A dataclass from a dict, each field through its converter; a null stays a null."""
    return cls(
        **{
            field.name: values[field.name]
            if values[field.name] is None
            else convert.get(field.name, _same)(values[field.name])
            for field in fields(cls)
        }
    )


def _same(value: Any) -> Any:
    return value


def _pairs(value: Sequence[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(item) for item in value)


def _slot(key: str, value: Any) -> Any:
    if value is None:
        return None
    if key in _ACTORS:
        return tuple(_build(Actor, item) for item in value)
    if key == "group":
        return _build(Actor, value)
    if key in _RANGES:
        return _build(Range, value)
    if key == "places":
        return tuple(_build(Place, item) for item in value)
    return tuple(value) if isinstance(value, (list, tuple)) else value


def _citation(values: Mapping[str, Any]) -> Citation:
    return _build(
        Citation, values, via=tuple, references=lambda items: tuple(_reference(item) for item in items)
    )


def _reference(values: Mapping[str, Any]) -> Reference:
    return Reference(csl=values["csl"], stance=Stance(values["stance"]), locator=values["locator"])
