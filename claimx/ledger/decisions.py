"""A reviewer's judgements, and what a ledger is when they are laid over it.

A judgement is a JSON line: `{"id": "atk-…", "content_hash": "…", "decision": "amend",
"changes": {"date.edtf": "2021-08"}, "reviewer": "…", "time": "…", "note": "…"}`. It holds for the
claim as it was when it was judged: once the claim says something else it is stale, and left alone.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from claimx.edtf import bounds, is_valid
from claimx.errors import LedgerError
from claimx.ledger.codec import Record, dump_json, load_record
from claimx.ledger.identity import CONTENT, content_hash
from claimx.ledger.reader import name_of, open_ledger, read_lines
from claimx.ledger.shape import brief, find_faults


class Decision(StrEnum):
    """A person's word on a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNSURE = "unsure"
    AMEND = "amend"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; `changes` maps fields (`date.edtf`, `claim.killed`) to their new values."""

    id: str
    content_hash: str
    decision: Decision
    changes: Mapping[str, Any] = field(default_factory=dict)
    reviewer: str | None = None
    time: str | None = None
    note: str | None = None
    where: str = ""

    def mark(self) -> Record:
        """What a kept claim carries under `review`."""
        return {
            "decision": str(self.decision),
            "reviewer": self.reviewer,
            "time": self.time,
            "note": self.note,
        }


def dump_judgement(judgement: Judgement) -> str:
    """A judgement as its JSON line, without the line feed."""
    plain: Record = {
        "id": judgement.id,
        "content_hash": judgement.content_hash,
        "decision": str(judgement.decision),
    }
    if judgement.decision is Decision.AMEND:
        plain["changes"] = dict(judgement.changes)
    return dump_json(
        {**plain, "reviewer": judgement.reviewer, "time": judgement.time, "note": judgement.note}
    )


def load_judgement(line: str, where: str = "") -> Judgement:
    """The judgement of a JSON line; ValueError says what is wrong with it."""
    plain = load_record(line)
    id_, hash_ = _text(plain, "id"), _text(plain, "content_hash")
    if not id_ or not hash_:
        raise ValueError("a judgement needs an id and the content_hash of the claim that was judged")
    decision = plain.get("decision")
    if not isinstance(decision, str) or decision not in list(Decision):
        raise ValueError(f"{brief(decision)} is no decision ({' | '.join(Decision)})")
    changes = plain.get("changes") or {}
    if not isinstance(changes, dict) or bool(changes) != (decision == Decision.AMEND):
        raise ValueError("changes go with amend, and with amend only: an object of fields and values")
    extra = {key: _text(plain, key) for key in ("reviewer", "time", "note")}
    return Judgement(id_, hash_.lower(), Decision(decision), changes, where=where, **extra)


def _text(plain: Mapping[str, Any], key: str) -> str | None:
    value = plain.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key}: {brief(value)} is not text")
    return value or None


def read_judgements(path: str | Path) -> Iterator[Judgement]:
    """The judgements of a file; LedgerError names file and line."""
    name = name_of(path)
    with open_ledger(path) as stream:
        for line in read_lines(stream, name):
            where = f"{name}:{line.number}"
            try:
                yield load_judgement(line.data.decode("utf-8"), where)
            except ValueError as error:
                raise LedgerError(f"{where}: {error}") from None


def _setting(judgement: Judgement, order: int) -> tuple[str, int]:
    return (judgement.time or "", order)


class Review:
    """Judgements by claim, and what became of each when they were applied.

    Of several on one claim in the same state the latest counts (by `time`, then by the order of the
    file). `problems` lists, after all records have passed, those that could not be applied.
    """

    def __init__(self, judgements: Iterator[Judgement]) -> None:
        self._by_claim: dict[str, list[Judgement]] = {}
        for judgement in judgements:
            self._by_claim.setdefault(judgement.id, []).append(judgement)
        self._met: set[str] = set()
        self.counts = dict.fromkeys(
            (*Decision, "unjudged", "stale", "superseded", "impossible", "unknown"), 0
        )
        self.problems: list[str] = []

    def apply(self, record: Record, keep: bool = False) -> Record | None:
        """The record as the review leaves it; None when it was rejected (unless `keep`)."""
        judgement = self._standing(record)
        if judgement is None:
            self.counts["unjudged"] += 1
            return record
        result = record
        if judgement.decision is Decision.AMEND:
            try:
                result = amend(record, judgement.changes)
            except ValueError as error:
                self._fail("impossible", judgement, f"cannot be applied: {error}")
                return record
        self.counts[judgement.decision] += 1
        if judgement.decision is Decision.REJECT and not keep:
            return None
        return {**result, "review": judgement.mark()} if keep else result

    def _standing(self, record: Record) -> Judgement | None:
        """The judgement that holds for a record as it is now; stale ones are noted."""
        judged = self._by_claim.get(record["id"])
        if not judged:
            return None
        self._met.add(record["id"])
        now = content_hash(record)
        for judgement in judged:
            if judgement.content_hash != now:
                self._fail("stale", judgement, "is stale: the claim says something else now")
        holding = [(_setting(j, order), j) for order, j in enumerate(judged) if j.content_hash == now]
        self.counts["superseded"] += max(0, len(holding) - 1)
        return max(holding, key=lambda pair: pair[0])[1] if holding else None

    def _fail(self, how: str, judgement: Judgement, said: str) -> None:
        self.counts[how] += 1
        self.problems.append(f"{judgement.where}: {judgement.decision} of {judgement.id} {said}")

    def finish(self) -> None:
        """Notes the judgements on claims that the ledger does not hold."""
        for id_, judged in self._by_claim.items():
            for judgement in judged if id_ not in self._met else ():
                self._fail("unknown", judgement, "is about a claim that the ledger does not hold")


_STEP = re.compile(r"[^.\[\]]+")


def amend(record: Record, changes: Mapping[str, Any]) -> Record:
    """A copy of the record with fields changed; ValueError when the result would be no valid claim.

    Only what a claim says can be amended (claim, date, polarity, modality, attributed_to,
    citations). A changed `date.edtf` brings its bounds along unless they are given too.

    `amend(record, {"date.edtf": "2021-08"})` gives the record with that date, from August 1 to 31.
    """
    amended = copy.deepcopy(record)
    before = len(find_faults(record))
    for path, value in changes.items():
        _set(amended, path, copy.deepcopy(value))
    _settle_date(record, amended, changes)
    faults = find_faults(amended)
    if len(faults) > before:
        raise ValueError("; ".join(f"{fault.path}: {fault.message}" for fault in faults))
    return amended


def _set(record: Record, path: str, value: Any) -> None:
    steps: list[str] = _STEP.findall(path)
    if not steps or steps[0] not in CONTENT:
        raise ValueError(f"{brief(path)} cannot be amended (only {', '.join(CONTENT)})")
    target: Any = record
    try:
        for step in steps[:-1]:
            target = target[int(step)] if isinstance(target, list) else target[step]
        if isinstance(target, list):
            target[int(steps[-1])] = value
        elif isinstance(target, dict):
            target[steps[-1]] = value
        else:
            raise TypeError
    except (KeyError, IndexError, TypeError, ValueError):
        raise ValueError(f"the claim has no field {brief(path)}") from None


def _settle_date(record: Record, amended: Record, changes: Mapping[str, Any]) -> None:
    """Bounds follow a new EDTF."""
    date = amended.get("date")
    if not isinstance(date, dict) or not isinstance(date.get("edtf"), str):
        return
    if date == record.get("date"):
        return
    if not is_valid(date["edtf"]):
        raise ValueError(f"{brief(date['edtf'])} is no EDTF date that a ledger can hold")
    given = changes.get("date") if isinstance(changes.get("date"), Mapping) else {}
    for key, bound in zip(("earliest", "latest"), bounds(date["edtf"]), strict=True):
        if f"date.{key}" not in changes and key not in given:
            date[key] = bound
