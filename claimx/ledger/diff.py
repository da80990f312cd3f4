"""Two ledgers compared, claim by claim: load, compare, then print elsewhere.

`compare_ledgers` goes document by document, so that memory follows the largest document's
changes; what it yields are plain values that `claimx.views.diff` renders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimx.errors import UsageError
from claimx.ledger.codec import ORDER, SLOTS, Record
from claimx.ledger.identity import letters
from claimx.ledger.index import Entry, LedgerFile, quote_of
from claimx.ledger.matching import match_by_evidence
from claimx.names import closeness

ADDED, REMOVED, CHANGED, RECITED, MOVED = STATUSES = ("added", "removed", "changed", "re-cited", "moved")
_PLACE_FIELDS = frozenset({"id", "evidence"})
_SKIPPED = frozenset({"schema", "kind", "document"})


class FieldChange(NamedTuple):
    """One field that differs: `FieldChange("date.edtf", "2021", "2021-08")`."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that is only in one ledger, or not the same in both. `by`: id | evidence | None."""

    status: str
    kind: str
    old: Entry | None
    new: Entry | None
    by: str | None = None
    quote: str = ""
    fields: tuple[FieldChange, ...] = ()
    at: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class DocumentDiff:
    """What differs in one document. `old_id` is its id in the old ledger when that is another."""

    id: str
    old_id: str | None = None
    fields: list[FieldChange] = field(default_factory=list)
    claims: list[Difference] = field(default_factory=list)
    same: int = 0

    def counts(self) -> Counter[str]:
        """How many claims by status, `same` included."""
        return Counter({"same": self.same}) + Counter(each.status for each in self.claims)

    def __bool__(self) -> bool:
        return bool(self.claims or self.fields)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which differences count. Fields are named by their path or its beginning: `date`, `claim.killed`.

    `min_change`: differences smaller than this are passed over. The size of a change of text is one
    minus the similarity of the two, of a confidence the difference, of any other number the
    difference over the larger, of everything else 1.
    """

    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_change: float = 0.0

    def __post_init__(self) -> None:
        for name in (*self.only, *self.ignore):
            if not _is_field(name):
                known = ", ".join((*ORDER[1:], *(f"claim.{slot}" for slot in _ALL_SLOTS), ADDED, REMOVED))
                raise UsageError(f"no such field: {name!r} (fields: {known})")

    def keeps(self, change: FieldChange) -> bool:
        """Whether a change counts."""
        if self.only and not any(_covers(name, change.field) for name in self.only):
            return False
        if any(_covers(name, change.field) for name in self.ignore):
            return False
        return self.min_change <= 0 or change_size(change) >= self.min_change

    def keeps_status(self, status: str) -> bool:
        """Whether added or removed claims count: they do unless told to be ignored."""
        return status not in self.ignore


_ALL_SLOTS = tuple(dict.fromkeys(slot for slots in SLOTS.values() for slot in slots))


def _is_field(name: str) -> bool:
    first, _, rest = name.partition(".")
    if first == "claim" and rest:
        return rest.split(".")[0] in _ALL_SLOTS
    return first in ORDER or first in _ALL_SLOTS or name in (ADDED, REMOVED)


def _covers(name: str, path: str) -> bool:
    """Whether a field named by the user holds the path of a change: `killed` holds `claim.killed.min`."""
    return any(path == full or path.startswith((full + ".", full + "[")) for full in (name, f"claim.{name}"))


def change_size(change: FieldChange) -> float:
    """How large a change is, from 0 to 1."""
    old, new = change.old, change.new
    if isinstance(old, str) and isinstance(new, str):
        return 1.0 - closeness(old, new)
    if _is_number(old) and _is_number(new):
        scale = 1.0 if change.field == "confidence" else max(abs(old), abs(new), 1e-9)
        return min(1.0, abs(old - new) / scale)
    return 1.0


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def compare_ledgers(old: LedgerFile, new: LedgerFile, wanted: Filter = Filter()) -> Iterator[DocumentDiff]:
    """What differs, document by document, in the order of the old ledger, then of the new.

    Documents without a difference come too (with `same` counted), so that a summary is complete.
    """
    partner = _pair_documents(old, new)
    met = set()
    for old_id, entries in old.documents.items():
        new_id = partner.get(old_id)
        met.add(new_id)
        yield _compare_document(old, new, old_id, new_id, entries, new.documents.get(new_id, []), wanted)
    for new_id, entries in new.documents.items():
        if new_id not in met:
            yield _compare_document(old, new, None, new_id, [], entries, wanted)


def _pair_documents(old: LedgerFile, new: LedgerFile) -> dict[str, str]:
    """Old document id -> new: the same id, else the same bytes, else the same title, else the one left."""
    pairs = {id_: id_ for id_ in old.documents if id_ in new.documents}
    for trait in (_sha256, _title, lambda ledger, id_: "the last"):
        left_old = _by_trait(old, trait, set(pairs))
        left_new = _by_trait(new, trait, set(pairs.values()))
        pairs.update(
            (ids[0], left_new[key][0])
            for key, ids in left_old.items()
            if key and len(ids) == 1 and len(left_new.get(key, ())) == 1
        )
    return pairs


def _by_trait(
    ledger: LedgerFile, trait: Callable[[LedgerFile, str], str], taken: set[str]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_ in ledger.documents:
        if id_ not in taken:
            found.setdefault(trait(ledger, id_), []).append(id_)
    return found


def _info(ledger: LedgerFile, id_: str) -> Record:
    return ledger.read(ledger.documents[id_][0]).get("document") or {}


def _sha256(ledger: LedgerFile, id_: str) -> str:
    return str(_info(ledger, id_).get("sha256") or "")


def _title(ledger: LedgerFile, id_: str) -> str:
    return letters(str(_info(ledger, id_).get("title") or ""))


def _compare_document(old: LedgerFile, new: LedgerFile, old_id: str | None, new_id: str | None,
                      ours: list[Entry], theirs: list[Entry], wanted: Filter) -> DocumentDiff:  # fmt: skip
    diff = DocumentDiff(new_id or old_id or "", old_id if new_id and old_id != new_id else None)
    by_id = {entry.id: entry for entry in theirs}
    pairs = [(entry, by_id[entry.id], "id") for entry in ours if entry.id in by_id]
    matched = {entry.id for entry, _, _ in pairs}
    left_old = [entry for entry in ours if entry.id not in matched]
    left_new = [entry for entry in theirs if entry.id not in matched]
    if left_old and left_new:
        pairs += _evidence_pairs(old, new, left_old, left_new)
    _compare_pairs(old, new, pairs, diff, wanted)
    used_old, used_new = {p[0].id for p in pairs}, {p[1].id for p in pairs}
    for status, ledger, entries, used in (
        (REMOVED, old, left_old, used_old),
        (ADDED, new, left_new, used_new),
    ):
        if wanted.keeps_status(status):
            diff.claims += [_alone(status, ledger, entry) for entry in entries if entry.id not in used]
        else:
            for entry in entries:
                ledger.read(entry)
    diff.claims.sort(key=lambda each: each.at)
    return diff


def _evidence_pairs(old: LedgerFile, new: LedgerFile, ours: list[Entry], theirs: list[Entry]) -> list[Any]:
    pairs = []
    for kind in dict.fromkeys(entry.kind for entry in ours):
        same_kind = ([e for e in ours if e.kind == kind], [e for e in theirs if e.kind == kind])
        pairs += [(a, b, "evidence") for a, b in match_by_evidence(old, new, *same_kind)]
    return pairs


def _compare_pairs(old: LedgerFile, new: LedgerFile, pairs: Iterable[tuple[Entry, Entry, str]],
                   diff: DocumentDiff, wanted: Filter) -> None:  # fmt: skip
    seen: set[str] = set()
    for ours, theirs, by in pairs:
        before, after = old.raw(ours), new.raw(theirs)
        if before.strip() == after.strip():
            old.read(ours)  # its JSON may be broken in both
            diff.same += 1
            continue
        a, b = old.read(ours), new.read(theirs)
        for change in _document_changes(a, b, wanted):
            if repr(change) not in seen:
                seen.add(repr(change))
                diff.fields.append(change)
        changes = tuple(filter(wanted.keeps, record_changes(a, b)))
        if not changes:
            diff.same += 1
            continue
        diff.claims.append(
            Difference(_status(changes), theirs.kind, ours, theirs, by, quote_of(b), changes, _at(b))
        )


def _document_changes(a: Record, b: Record, wanted: Filter) -> list[FieldChange]:
    ours, theirs = a.get("document"), b.get("document")
    return [] if ours == theirs else list(filter(wanted.keeps, _changes("document", ours, theirs)))


def _alone(status: str, ledger: LedgerFile, entry: Entry) -> Difference:
    record = ledger.read(entry)
    old, new = (entry, None) if status == REMOVED else (None, entry)
    return Difference(status, entry.kind, old, new, quote=quote_of(record), at=_at(record))


def record_changes(old: Record, new: Record) -> list[FieldChange]:
    """The fields in which two records of one claim differ, in the order of the contract.

    >>> record_changes({"date": {"edtf": "2021"}}, {"date": {"edtf": "2021-08"}})
    [FieldChange(field='date.edtf', old='2021', new='2021-08')]
    """
    keys = [*ORDER, *(key for key in {**old, **new} if key not in ORDER)]
    found: list[FieldChange] = []
    for key in keys:
        if key not in _SKIPPED and old.get(key) != new.get(key):
            found += _changes(key, old.get(key), new.get(key))
    return found


def _changes(path: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """Down to the leaves where both sides have one form; lists of another length change as a whole."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            if old.get(key) != new.get(key):
                yield from _changes(f"{path}.{key}", old.get(key), new.get(key))
    elif _alike(old, new):
        for index, (a, b) in enumerate(zip(old, new, strict=True)):
            if a != b:
                yield from _changes(f"{path}[{index}]", a, b)
    else:
        yield FieldChange(path, old, new)


def _alike(old: Any, new: Any) -> bool:
    """Two lists of objects, as many on both sides."""
    return (
        isinstance(old, list)
        and isinstance(new, list)
        and len(old) == len(new)
        and all(isinstance(item, dict) for item in (*old, *new))
    )


def _status(changes: Iterable[FieldChange]) -> str:
    heads = {change.field.partition(".")[0].partition("[")[0] for change in changes}
    if heads <= _PLACE_FIELDS:
        return MOVED
    return RECITED if heads <= _PLACE_FIELDS | {"citations"} else CHANGED


def _at(record: Record) -> tuple[int, int]:
    """Where a claim stands, for the order of a diff."""
    evidence = record.get("evidence")
    spans = evidence.get("spans") if isinstance(evidence, dict) else None
    first = spans[0] if isinstance(spans, list) and spans else None
    fits = isinstance(first, list) and len(first) == 2 and all(type(x) is int for x in first)
    return (first[0], first[1]) if fits else (0, 0)
