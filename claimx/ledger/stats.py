"""A ledger counted: kinds, papers, actors, years, how much of it is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimx.ledger.codec import Record

_ACTOR_SLOTS = ("perpetrators", "claimed_by", "subjects", "objects")
_SURE = 0.8


@dataclass(slots=True)
class Stats:
    """Counts of claims. `actors` by id, `names` says what an id is called; `years` by first day."""

    claims: int = 0
    cited: int = 0
    resolved: int = 0
    dated: int = 0
    negated: int = 0
    sure: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    years: Counter[int] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Counts one record."""
        self.claims += 1
        citations = record["citations"]
        self.cited += bool(citations)
        self.resolved += any(citation["status"] == "resolved" for citation in citations)
        self.dated += record["date"] is not None
        self.negated += record["polarity"] == "negated"
        self.sure += record["confidence"] >= _SURE
        self.kinds[record["kind"]] += 1
        self.documents[record["document"]["id"]] += 1
        self.modalities[record["modality"]] += 1
        self.rules[record["rule"]] += 1
        for actor in {actor["id"]: actor for actor in _actors(record["claim"])}.values():
            self.actors[actor["id"]] += 1
            self.names.setdefault(actor["id"], actor["name"])
        year = year_of(record["date"])
        if year is not None:
            self.years[year] += 1

    def share(self, part: int) -> float:
        """A part of the claims, 0 to 1."""
        return part / self.claims if self.claims else 0.0

    def ranked_actors(self) -> list[tuple[str, str, int]]:
        """(id, name, claims), the most named first, then by id."""
        ranked = sorted(self.actors.items(), key=lambda item: (-item[1], item[0]))
        return [(id_, self.names[id_], count) for id_, count in ranked]

    def as_dict(self) -> dict[str, Any]:
        """Everything as plain values, in a fixed order."""
        return {
            "claims": self.claims,
            "documents": dict(self.documents),
            "kinds": dict(sorted(self.kinds.items())),
            "modalities": dict(sorted(self.modalities.items())),
            "negated": self.negated,
            "dated": self.dated,
            "dated_share": round(self.share(self.dated), 4),
            "cited": self.cited,
            "cited_share": round(self.share(self.cited), 4),
            "resolved": self.resolved,
            "resolved_share": round(self.share(self.resolved), 4),
            "confident": self.sure,
            "years": {str(year): count for year, count in sorted(self.years.items())},
            "actors": [
                {"id": id_, "name": name, "claims": count} for id_, name, count in self.ranked_actors()
            ],
            "rules": dict(sorted(self.rules.items())),
        }


def count_claims(records: Iterable[Record]) -> Stats:
    """The counts over records as `reader.read_records` gives them."""
    stats = Stats()
    for record in records:
        stats.add(record)
    return stats


def _actors(claim: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for slot in _ACTOR_SLOTS:
        yield from claim.get(slot) or ()
    if claim.get("group"):
        yield claim["group"]


def year_of(date: Mapping[str, Any] | None) -> int | None:
    """The year in which a date begins (of "until 2015": ends); None without one.

    >>> year_of({"earliest": None, "latest": "2015-12-31"})
    2015
    """
    bound = (date or {}).get("earliest") or (date or {}).get("latest")
    year = str(bound).partition("-")[0] if bound else ""
    return int(year) if year.isascii() and year.isdigit() and len(year) < 7 else None
