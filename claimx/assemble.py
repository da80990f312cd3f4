"""From findings to ledger lines: evidence, date, scope, citations, confidence, identity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimx.boxes import boxes_for
from claimx.confidence import confidence_of, features_of
from claimx.edtf import bounds
from claimx.kinds import Found, Scene
from claimx.ledger.identity import Identities
from claimx.model import (
    Basis,
    Block,
    Citation,
    Claim,
    Date,
    Document,
    DocumentInfo,
    Evidence,
    Kind,
    Modality,
    Polarity,
    Sentence,
    Timex,
    Zone,
)
from claimx.spans import as_read
from claimx.syntax.scope import find_scope

CONTEXT = 32


@dataclass(slots=True)
class Draft:
    """A finding with its sentence and what the other stages say of it."""

    number: int
    sentence: Sentence
    scene: Scene
    found: Found
    timex: Timex | None
    published: str | None
    citations: tuple[Citation, ...] = ()
    earlier: Draft | None = None
    features: tuple[str, ...] = ()


def assemble(
    document: Document,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    info: Callable[[Sentence], DocumentInfo],
    blocks: Sequence[Block],
) -> Iterator[tuple[Claim, int]]:
    """(claim, trigger offset) for every draft, ids given out in the order of the text."""
    book = Identities(document.id)
    numbers = [book.see(s.plain) for s in sentences]
    for draft in in_order(drafts):
        trigger = draft.scene.parse.words[draft.found.trigger].start
        claim_id = book.issue(numbers[draft.number], draft.found.kind, trigger)
        polarity, modality, source = _scope(draft)
        date = date_of(draft)
        draft.features = features_of(
            draft.found,
            date,
            str(modality),
            str(polarity),
            str(draft.sentence.zone),
            draft.scene.parse.shallow,
        )
        claim = Claim(
            id=claim_id,
            kind=draft.found.kind,
            document=info(draft.sentence),
            claim=draft.found.claim,
            date=date,
            polarity=polarity,
            modality=modality,
            attributed_to=source,
            evidence=_evidence(document, draft.sentence),
            citations=draft.citations,
            confidence=confidence_of(draft.features),
            rule=draft.found.rule + ("~shallow" if draft.scene.parse.shallow else ""),
        )
        yield claim, trigger


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order in which ids are given out: sentence, trigger, kind."""
    return sorted(
        drafts,
        key=lambda d: (
            d.number,
            d.scene.parse.words[d.found.trigger].start,
            str(d.found.kind),
            d.found.order,
        ),
    )


def _scope(draft: Draft) -> tuple[Polarity, Modality, str | None]:
    found = draft.found
    scope = find_scope(draft.scene.parse, found.trigger)
    polarity, modality = scope.polarity, scope.modality
    if found.kind == Kind.STRENGTH and modality == Modality.PROSPECTIVE and scope.able:
        modality = Modality.REPORTED if scope.source is not None else Modality.ASSERTED
    for i in found.cluster:
        if i != found.trigger and modality == Modality.ASSERTED:
            other = find_scope(draft.scene.parse, i)
            if other.polarity == Polarity.NEGATED:
                polarity = other.polarity
    if found.modality:
        modality = Modality(found.modality) if modality == Modality.ASSERTED else modality
    if found.polarity:
        polarity = Polarity(found.polarity)
    if found.context.get("needs_negation"):
        polarity = Polarity.AFFIRMED
    return polarity, modality, found.attributed_to or scope.attributed_to


def date_of(draft: Draft) -> Date | None:
    """The claim's date: its own timex, the earlier telling of the same deed, or the day of publication."""
    if draft.timex is not None:
        t = draft.timex
        return Date(t.edtf, t.earliest, t.latest, t.text, t.qualifier, t.basis)
    if draft.earlier is not None:
        before = date_of(draft.earlier)
        if before is not None:
            return Date(before.edtf, before.earliest, before.latest, None, before.qualifier, Basis.CONTEXT)
    if draft.found.kind == Kind.STRENGTH and draft.found.present and draft.published and _is_present(draft):
        earliest, latest = bounds(draft.published)
        return Date(draft.published, earliest, latest, None, None, Basis.PUBLICATION)
    return None


def _is_present(draft: Draft) -> bool:
    """A table row or a sentence whose verb above the number stands in the present."""
    if draft.sentence.zone == Zone.TABLE:
        return True
    parse = draft.scene.parse
    for i in (draft.found.trigger, *parse.ancestors(draft.found.trigger)):
        tags = [
            parse.words[i].tag,
            *(parse.words[k].tag for k in parse.children(i, "aux", "cop", "aux:pass")),
        ]
        if any(t in ("VBD", "VBN") for t in tags[:1]) and not any(t in ("VBZ", "VBP") for t in tags[1:]):
            return False
        if any(t in ("VBZ", "VBP", "MD") for t in tags):
            return not any(parse.words[k].lower in ("would", "could") for k in parse.children(i, "aux"))
        if any(t == "VBD" for t in tags):
            return False
    return False


def _evidence(document: Document, sentence: Sentence) -> Evidence:
    start, end = sentence.spans[0][0], sentence.spans[-1][1]
    boxes = tuple(tuple(box) for box in boxes_for(document, sentence.spans)) or None
    page = int(boxes[0][0]) if boxes else None
    prefix = as_read(document.text[max(0, start - 3 * CONTEXT) : start])[-CONTEXT:]
    suffix = as_read(document.text[end : end + 3 * CONTEXT])[:CONTEXT]
    return Evidence(
        sentence.text, sentence.spans, page, boxes, sentence.section, _zone(sentence.zone), prefix, suffix
    )


def _zone(zone: Zone) -> Zone:
    return zone if zone in (Zone.BODY, Zone.NOTE, Zone.TABLE, Zone.ABSTRACT) else Zone.BODY
