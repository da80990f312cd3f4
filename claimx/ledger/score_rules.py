"""When a predicted claim is a gold claim, and which of its slots are right.

Gold rows are as the annotation guidelines have them: slots at the top level, `date`,
`citations` and `paragraph_citations` as objects.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from claimx.ledger.score_names import Overlap, fold, lexicon, overlap
from claimx.names import shared_words, stands_in

Row = Mapping[str, Any]
Slots = dict[str, tuple[float, bool]]

_NO_DIRECTION = frozenset(("ally", "merge", "rival"))
_FAMILIES = {
    "pledge": "pledge", "renew-pledge": "pledge", "join": "join", "merge": "join", "ally": "ally",
    "affiliate": "ally", "support": "ally", "split": "split", "rival": "rival",
}  # fmt: skip
_FIGURES = ("count", "killed", "injured")
_INFERRED_BASES = ("context", "publication", "relative")
QUOTE_FITS = 0.88
CITATION_FITS = 0.90

_SQUARE = re.compile(r"\[([^\]]*)\]")
_CITING_WORDS = re.compile(r"\b(quoted in|cited in|see|as quoted in)\b", re.IGNORECASE)
_PAGES = re.compile(r",?\s*pp?\.\s*[\d–-]+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def covers(gold: Row, record: Row, anchor: tuple[int, int]) -> bool:
    """Whether the evidence holds half of the gold anchor (of a PDF: its words) and is a sentence, no page."""
    evidence = record.get("evidence") or {}
    spans = evidence.get("spans") or []
    most = 3 * len(gold.get("sentence", "")) + 600
    if spans and str((record.get("document") or {}).get("media_type", "text/plain")).startswith("text"):
        if sum(end - start for start, end in spans) > most:
            return False
        start, end = anchor
        return 2 * sum(max(0, min(e, end) - max(s, start)) for s, e in spans) >= end - start
    words, quote = fold(gold["anchor"]), fold(evidence.get("quote", ""))
    return 0.7 * len(words) <= len(quote) <= most and stands_in(words, quote) >= QUOTE_FITS


def figures(value: Row | None) -> tuple[Any, Any] | None:
    """The bounds of a range, None when it has none."""
    if not value or (value.get("min") is None and value.get("max") is None):
        return None
    return value.get("min"), value.get("max")


def accepted(gold: Row, field: str) -> list[Any]:
    """The gold value of a field and the readings that the annotator allowed beside it."""
    also = gold.get(f"{field}_also") or []
    return [gold.get(field), *(also if isinstance(also, list) else [also])]


def _parties(row: Row) -> tuple[list[Any], list[Any]]:
    return row.get("subjects") or [], row.get("objects") or []


def _either_order(gold: Row, claim: Row) -> bool:
    return bool(_NO_DIRECTION & {gold.get("relation"), claim.get("relation")})


def _sides(row: Row, clash: bool) -> list[Any]:
    """Those who attack; in a clash both sides, as neither is the attacker."""
    return (row.get("perpetrators") or []) + ((row.get("targets") or []) if clash else [])


def key_agrees(gold: Row, record: Row) -> bool:
    """Whether a claim of the same kind is about the same thing as a gold claim."""
    claim = record.get("claim") or {}
    return _KEYS[gold["kind"]](gold, claim)


def _strength_key(gold: Row, claim: Row) -> bool:
    ours, theirs = figures(gold.get("quantity")), figures(claim.get("quantity"))
    if ours is None or theirs is None:
        return ours == theirs
    return {each for each in ours if each is not None} == {each for each in theirs if each is not None}


def _people_words(gold: Row) -> frozenset[str]:
    """Words that make "ridge fighters" another party than the ridge: where people change sides, or pledge."""
    lex = lexicon()
    moved = gold.get("relation") in ("join", "split", "pledge", "renew-pledge")
    return lex.part | lex.member if moved else frozenset()


def _allegiance_key(gold: Row, claim: Row) -> bool:
    families = {_FAMILIES.get(relation) for relation in accepted(gold, "relation")}
    if _FAMILIES.get(claim.get("relation")) not in families:
        return False
    subjects, objects = _parties(gold)
    words = _people_words(gold)
    left = not subjects or overlap(subjects, claim.get("subjects"), words).agrees()
    right = not objects or any(overlap(objects, claim.get(slot)).agrees() for slot in ("objects", "leaders"))
    if left and right:
        return True
    return _either_order(gold, claim) and _parties_meet(gold, claim, words)


def _parties_meet(gold: Row, claim: Row, words: frozenset[str]) -> bool:
    subjects, objects = _parties(gold)
    both, theirs = subjects + objects, [*_parties(claim)[0], *_parties(claim)[1]]
    if not overlap(both, theirs, words).agrees():
        return False
    if subjects and objects:
        return all(overlap(side, theirs, words).met for side in (subjects, objects))
    return overlap(both, theirs, words).met >= min(2, len(both))


def _attack_key(gold: Row, claim: Row) -> bool:
    clash = gold.get("attack_type") == "clash"
    ours, theirs = _sides(gold, clash), _sides(claim, clash)
    same_side = overlap(ours, theirs).agrees()
    other_attacker = bool(ours and theirs and not same_side)  # the same country under another attacker
    checks = [same_side] if gold.get("perpetrators") else []
    if gold.get("targets"):
        checks.append(overlap(gold["targets"], claim.get("targets")).agrees())
    if gold.get("places") and not other_attacker:
        checks.append(overlap(gold["places"], claim.get("places")).agrees())
    checks += [figures(gold[slot]) == figures(claim.get(slot)) for slot in _FIGURES if gold.get(slot)]
    return any(checks) if checks else True


_KEYS = {"strength": _strength_key, "allegiance": _allegiance_key, "attack": _attack_key}


def score_slots(gold: Row, record: Row) -> Slots:
    """Slot -> (0 to 1, right?) of a claim that matches a gold claim; what neither fills is left out."""
    claim = record.get("claim") or {}
    slots = _SLOTS[gold["kind"]](gold, claim)
    for field, usual in (("polarity", "affirmed"), ("modality", "asserted")):
        right = (record.get(field) or usual) in [value or usual for value in accepted(gold, field)]
        slots[field] = _verdict(right)
    _score_date(gold, record, slots)
    _score_citations(gold, record, slots)
    return slots


def _verdict(right: bool) -> tuple[float, bool]:
    return float(right), right


def _graded(found: Overlap) -> tuple[float, bool]:
    return found.f1(), found.f1() == 1.0


def _lists(gold: Row, claim: Row, parts: Mapping[str, frozenset[str]]) -> Slots:
    """The slots that hold names, where either side has some."""
    return {
        slot: _graded(overlap(gold.get(slot), claim.get(slot), words))
        for slot, words in parts.items()
        if gold.get(slot) or claim.get(slot)
    }


def _attack_slots(gold: Row, claim: Row) -> Slots:
    slots = _lists(
        gold, claim, {"perpetrators": lexicon().part, "targets": frozenset(), "places": frozenset()}
    )
    if gold.get("attack_type") == "clash":
        sides = _graded(overlap(_sides(gold, True), _sides(claim, True)))
        for slot in ("perpetrators", "targets"):
            if slot in slots and sides[0] > slots[slot][0]:
                slots[slot] = sides
    _forgive_places(gold, claim, slots)
    if gold.get("percent_change") is not None:
        slots["percent_change"] = _verdict(gold["percent_change"] == claim.get("percent_change"))
    for slot in _FIGURES:
        if figures(gold.get(slot)) or figures(claim.get(slot)):
            slots[slot] = _verdict(figures(gold.get(slot)) == figures(claim.get(slot)))
    if gold.get("attack_type") not in (None, "unspecified"):
        slots["attack_type"] = _verdict(claim.get("attack_type") in accepted(gold, "attack_type"))
    return slots


def _forgive_places(gold: Row, claim: Row, slots: Slots) -> None:
    """A place that the annotator took from outside the sentence is not asked for, and not wrong either."""
    printed = [
        place for place in gold.get("places") or [] if fold(place) in fold(gold.get("sentence", place))
    ]
    if not printed or slots["places"][0] >= 1.0:
        return
    asked, allowed = overlap(printed, claim.get("places")), overlap(gold["places"], claim.get("places"))
    forgiven = Overlap(asked.met, asked.gold, allowed.right, allowed.predicted)
    slots["places"] = max(slots["places"], _graded(forgiven))


def _strength_slots(gold: Row, claim: Row) -> Slots:
    return {
        "group": _verdict(overlap(gold.get("group"), claim.get("group")).met > 0),
        "quantity": _verdict(figures(gold.get("quantity")) == figures(claim.get("quantity"))),
    }


def _allegiance_slots(gold: Row, claim: Row) -> Slots:
    part = lexicon().part
    slots = _lists(gold, claim, {"subjects": _people_words(gold) or part, "objects": part})
    if _either_order(gold, claim) and not all(right for _, right in slots.values()):
        (subjects, objects), (their_subjects, their_objects) = _parties(gold), _parties(claim)
        crossed = (overlap(subjects, their_objects, part).f1(), overlap(objects, their_subjects, part).f1())
        if overlap(subjects + objects, their_subjects + their_objects, part).f1() == 1.0:
            crossed = (1.0, 1.0)
        if sum(crossed) > sum(value for value, _ in slots.values()):
            slots |= {slot: (x, x == 1.0) for slot, x in zip(("subjects", "objects"), crossed, strict=True)}
    slots["relation"] = _verdict(claim.get("relation") in accepted(gold, "relation"))
    return slots


_SLOTS = {"attack": _attack_slots, "strength": _strength_slots, "allegiance": _allegiance_slots}


def _score_date(gold: Row, record: Row, slots: Slots) -> None:
    """A date that only the neighbourhood gives, and that is left out, is counted apart (`date_soft`)."""
    want = gold.get("date") or {}
    ours, theirs = want.get("edtf"), (record.get("date") or {}).get("edtf")
    if not (ours or theirs):
        return
    soft = ours != theirs and not theirs and want.get("basis") in _INFERRED_BASES
    slots["date_soft" if soft else "date"] = _verdict(ours == theirs)


class Cited(NamedTuple):
    """A citation as it is compared: its type, and the marker or the words."""

    type: Any
    text: str


def cited(citation: Row) -> Cited:
    """A citation without what print does to it: `[Coast Herald](…)`, "see", page numbers."""
    if citation.get("type") == "note":
        return Cited("note", str(citation.get("marker")).strip("[] "))
    text = unicodedata.normalize("NFKD", citation.get("text") or citation.get("raw") or "")
    text = _SQUARE.sub(r"\1", text.replace("(", " ").replace(")", " ")).replace("#", "")
    text = _PAGES.sub("", _CITING_WORDS.sub(" ", text))
    return Cited(citation.get("type"), _NOT_WORD.sub(" ", text.lower()).strip())


def _score_citations(gold: Row, record: Row, slots: Slots) -> None:
    """F1 over the sentence's own citations; those of the paragraph are allowed, not asked for."""
    wanted = {cited(each) for each in gold.get("citations") or []}
    allowed = wanted | {cited(each) for each in gold.get("paragraph_citations") or []}
    given = {
        cited(each) for each in record.get("citations") or [] if each.get("scope", "sentence") != "paragraph"
    }
    if not (wanted or given):
        return
    met = sum(_among(each, given) for each in wanted)
    wrong = sum(not _among(each, allowed) for each in given)
    asked = 2 * met + wrong + (len(wanted) - met)
    value = 2 * met / asked if asked else 1.0
    slots["citations"] = (value, value == 1.0)


def _among(one: Cited, others: Iterable[Cited]) -> bool:
    return any(
        one.type == other.type
        and (
            one.text == other.text
            or (one.type != "note" and shared_words(one.text, other.text) >= CITATION_FITS)
        )
        for other in others
    )
