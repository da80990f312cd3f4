"""Claims of one event that disagree: the same kind, actor, date and place, but other figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from claimx.ledger.codec import Record
from claimx.ledger.identity import letters

_FIGURES = {"attack": ("count", "killed", "injured"), "strength": ("quantity",), "allegiance": ()}
CROWD = 200  # claims of one event that are compared with each other; more of them is no one event

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims of one event and the slot in which they part; `event` says what they share."""

    slot: str
    event: str
    first: Record
    second: Record


def find_conflicts(records: Iterable[Record]) -> list[Conflict]:
    """Pairs of claims that tell one event with figures that cannot both be right.

    Ranges that overlap agree ("at least 54" and "60"); so do counts of different things. What is
    affirmed here and denied there is a conflict of every kind. In the order of the ledger.
    """
    events: dict[Key, list[tuple[int, Record]]] = {}
    for number, record in enumerate(records):
        for key in _keys(record):
            events.setdefault(key, []).append((number, _slim(record)))
    found: dict[tuple[int, int, str], Conflict] = {}
    for key, members in events.items():
        for (i, a), (j, b) in combinations(members[:CROWD], 2):
            for slot in _disagreements(a, b):
                found.setdefault((i, j, slot), Conflict(slot, " · ".join(filter(None, key)), a, b))
    return [found[place] for place in sorted(found)]


_KEPT = (
    "id",
    "kind",
    "document",
    "claim",
    "date",
    "polarity",
    "modality",
    "attributed_to",
    "evidence",
    "citations",
)


def _slim(record: Record) -> Record:
    return {key: record[key] for key in _KEPT}


def _keys(record: Record) -> Iterator[Key]:
    """What an event is known by: once for each actor, and for an attack each place."""
    if record["date"] is None or record["modality"] == "prospective":
        return
    claim, kind, when = record["claim"], record["kind"], str(record["date"]["edtf"])
    if kind == "attack":
        aggregate = "several" if claim["count"] else ""
        for actor in _ids(claim["perpetrators"]):
            for place in dict.fromkeys(letters(str(place["name"])) for place in claim["places"]):
                yield (kind, actor, when, place, aggregate)
    elif kind == "strength" and claim["group"]:
        scope = letters(claim["scope"] or "")
        yield (kind, str(claim["group"]["id"]), when, str(claim["unit"]), scope, claim["change"] or "")
    elif kind == "allegiance":
        for subject in _ids(claim["subjects"]):
            for object_ in _ids(claim["objects"]):
                yield (kind, subject, str(claim["relation"]), object_, when)


def _ids(actors: Iterable[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(str(actor["id"]) for actor in actors))


def _disagreements(a: Record, b: Record) -> Iterator[str]:
    if a["polarity"] != b["polarity"]:
        yield "polarity"
        return
    if a["kind"] == "attack" and _other_targets(a["claim"], b["claim"]):
        return
    for slot in _FIGURES.get(a["kind"], ()):
        if disjoint(a["claim"].get(slot), b["claim"].get(slot)):
            yield slot


def _other_targets(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Two attacks on one day in one place that name targets without a word in common are two events."""
    ours, theirs = (set(" ".join(claim["targets"]).casefold().split()) for claim in (a, b))
    return bool(ours and theirs) and not ours & theirs


def disjoint(a: Mapping[str, Any] | None, b: Mapping[str, Any] | None) -> bool:
    """Whether two ranges share no number; an open or unknown end reaches anything.

    >>> disjoint({"min": 4, "max": 4}, {"min": 6, "max": None})
    True
    """
    if not a or not b:
        return False
    return _below(a.get("max"), b.get("min")) or _below(b.get("max"), a.get("min"))


def _below(most: Any, least: Any) -> bool:
    return most is not None and least is not None and most < least
