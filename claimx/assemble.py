"""From findings to ledger lines: evidence, date, scope, citations, confidence, identity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimx.boxes import boxes_for
from claimx.confidence import confidence_of, features_of
from claimx.edtf import bounds
from claimx.kinds import Found
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
from claimx.syntax.parse import Parse
from claimx.syntax.scope import find_scope

CONTEXT = 32


@dataclass(slots=True)
class Draft:
    """A finding with its sentence and what the other stages say of it.

    It holds no parse: those of a thousand pages would have to stay in memory until the last claim is found.
    `trigger` is an offset in `sentence.plain`; `scope` is polarity, modality and source; `present` tells
    that the sentence speaks of the paper's own day.
    """

    number: int
    sentence: Sentence
    found: Found
    timex: Timex | None
    published: str | None
    trigger: int
    scope: tuple[Polarity, Modality, str | None]
    shallow: bool
    present: bool
    citations: tuple[Citation, ...] = ()
    earlier: Draft | None = None
    features: tuple[str, ...] = ()


def draft(
    number: int, sentence: Sentence, parse: Parse, found: Found, timex: Timex | None, published: str | None
) -> Draft:
    """The draft of a finding in sentence `number` of the document; `published` (EDTF) dates a figure in the present tense."""
    return Draft(
        number,
        sentence,
        found,
        timex,
        published,
        parse.words[found.trigger].start,
        _scope(parse, found),
        parse.shallow,
        found.kind == Kind.STRENGTH and found.present and _is_present(sentence, parse, found.trigger),
    )


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
        claim_id = book.issue(numbers[draft.number], draft.found.kind, draft.trigger)
        polarity, modality, source = draft.scope
        date = date_of(draft)
        draft.features = features_of(
            draft.found,
            date,
            str(modality),
            str(polarity),
            str(draft.sentence.zone),
            draft.shallow,
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
            rule=draft.found.rule + ("~shallow" if draft.shallow else ""),
        )
        yield claim, draft.trigger


def in_order(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in the order in which ids are given out: sentence, trigger, kind."""
    return sorted(
        drafts,
        key=lambda d: (
            d.number,
            d.trigger,
            str(d.found.kind),
            d.found.order,
        ),
    )


def _scope(parse: Parse, found: Found) -> tuple[Polarity, Modality, str | None]:
    scope = find_scope(parse, found.trigger)
    polarity, modality = scope.polarity, scope.modality
    if found.kind == Kind.STRENGTH and modality == Modality.PROSPECTIVE and scope.able:
        modality = Modality.REPORTED if scope.source is not None else Modality.ASSERTED
    for i in found.cluster:
        if i != found.trigger and modality == Modality.ASSERTED:
            other = find_scope(parse, i)
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
    if draft.present and draft.published:
        earliest, latest = bounds(draft.published)
        return Date(draft.published, earliest, latest, None, None, Basis.PUBLICATION)
    return None


def _is_present(sentence: Sentence, parse: Parse, trigger: int) -> bool:
    """A table row or a sentence whose verb above the number stands in the present."""
    if sentence.zone == Zone.TABLE:
        return True
    for i in (trigger, *parse.ancestors(trigger)):
        if parse.words[i].tag == "VB" and parse.words[i].dep == "acl":
            return False  # "its ability to recruit 500 men shows": what it could do, not what it has
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
