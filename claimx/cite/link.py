"""From a claim to its citations: of its clause, else of its sentence, else the next in its paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimx.cite.records import Cited, Holdings
from claimx.model import Callout, Citation, Sentence, Zone

# What a callout stands beside when it closes a clause: "It did so,¹² which", "(Rafiq, 2022), later".
_CLOSES = re.compile(
    r"\s*[,;:—–]"
    r"|\s+(?:which|who|whose|where|while|whereas|whilst|but|although|though)\b"
    r"|\s+[^,;.()⁰-⁹¹²³]{1,25},"  # "the bombing of the ship¹⁹ in 2000, and the attacks"
)
_STOP_BEFORE = re.compile(r"[,;:—–][\"'”’)]*\s*$")
# A clause that hangs on the one before it takes that one's source too.
_HANGS = re.compile(r"[\s,;:—–]*(?:,\s*)?(?:which|who|whom|whose|where)\b")
# The next citation covers a claim when it stands within this many sentences.
REACH = 3


def link_claim(
    sentence: Sentence, trigger: int, inventory: Holdings, *, following: Sequence[Sentence] = ()
) -> tuple[Citation, ...]:
    """Citations of a claim, in the order of the text.

    `trigger` is an offset in `sentence.plain`; `following` are the later sentences of the same block. Several
    callouts in one sentence go to the clause that each closes; scope says how far the source stands from the
    claim. A claim in a note is cited to what that note prints, a row of a table to its own callouts or to the
    source of the table.
    """
    printed = [c for c in sentence.callouts if not c.inferred]
    if printed:
        at = sentence.to_text[min(trigger, len(sentence.to_text) - 1)] if sentence.to_text else 0
        mine, scope = _of_clause(sentence.text, printed, at)
        return _citations(sentence, mine, scope, inventory)
    lost = [c for c in sentence.callouts if c.inferred]
    if lost:
        return _citations(sentence, lost, "paragraph", inventory)
    if sentence.zone is Zone.NOTE:
        return _of_note(sentence, inventory)
    if sentence.zone is Zone.TABLE:
        return inventory.table_sources.get(sentence.block, ())
    return _of_paragraph(following, inventory)


def _of_clause(text: str, callouts: list[Callout], at: int) -> tuple[list[Callout], str]:
    """Callouts of the clause around offset `at`, and the scope ("sentence" when it is one clause)."""
    clauses = _clauses(text, callouts)
    if len(clauses) == 1:
        return callouts, "sentence"
    for number, (end, some) in enumerate(clauses):
        if at < end or number == len(clauses) - 1:
            if not some:  # words after the last callout belong to what it closes
                return clauses[number - 1][1], "clause"
            if number and _HANGS.match(text, clauses[number - 1][0]):
                return [*clauses[number - 1][1], *some], "clause"
            return some, "clause"
    return callouts, "sentence"


def _clauses(text: str, callouts: list[Callout]) -> list[tuple[int, list[Callout]]]:
    """(end, callouts) of the stretches that callouts close; a name in the sentence closes none."""
    clauses: list[tuple[int, list[Callout]]] = []
    open_: list[Callout] = []
    for place, callout in enumerate(callouts):
        open_.append(callout)
        following = callouts[place + 1] if place + 1 < len(callouts) else None
        if following and text[callout.end : following.start].strip(' .,;"”’') == "":
            continue  # "³⁵˒³⁶", "(Dawn, January 13). [2]"
        if following is None or (not _is_narrative(callout) and _closes(text, callout)):
            clauses.append((callout.end if following else len(text), open_))
            open_ = []
    return clauses


def _closes(text: str, callout: Callout) -> bool:
    return bool(
        _CLOSES.match(text, callout.end)
        or _STOP_BEFORE.search(text, max(0, callout.start - 4), callout.start)
    )


def _is_narrative(callout: Callout) -> bool:
    """Whether the author's name stands in the sentence, before the parenthesis that is cut."""
    return callout.form == "author-year" and callout.at is not None and callout.at < callout.start


def _citations(
    sentence: Sentence, callouts: Iterable[Callout], scope: str, inventory: Holdings
) -> tuple[Citation, ...]:
    known = _known(inventory, sentence.block)
    citations: dict[tuple[str | None, str | None], Citation] = {}
    for callout in callouts:
        same = known.get(_identity(callout), ())
        if not same:
            continue
        citation = make_citation(same[0], scope)
        key = (
            citation.marker,
            re.sub(r",\s*pp?\..*$", "", citation.text or "") if citation.marker is None else None,
        )
        kept = citations.get(key)
        if kept is None or (not _locators(kept) and _locators(citation)):
            citations[key] = citation
    return tuple(citations.values())


def _locators(citation: Citation) -> bool:
    return any(reference.locator for reference in citation.references)


def make_citation(cited: Cited, scope: str) -> Citation:
    """A callout of the inventory as the ledger writes it."""
    form = cited.callout.form
    kind = form if form in ("inline", "author-year") else "note"
    note = kind == "note"
    return Citation(
        kind,
        cited.callout.marker if note else None,
        cited.article,
        cited.note if note else cited.callout.text,
        scope,
        cited.status,
        cited.via,
        cited.callout.inferred,
        cited.date,
        cited.date_basis,
        cited.references,
    )


def _identity(callout: Callout) -> tuple[str, str | None, str | None, bool]:
    return callout.form, callout.marker, callout.text, callout.inferred


def _known(inventory: Holdings, block: int) -> dict[tuple[str, str | None, str | None, bool], list[Cited]]:
    known: dict = defaultdict(list)
    for one in inventory.by_block.get(block, ()):
        known[_identity(one.callout)].append(one)
    return known


def _of_note(sentence: Sentence, inventory: Holdings) -> tuple[Citation, ...]:
    """The sources that the note prints: in this sentence, or elsewhere in the note (scope paragraph)."""
    note = inventory.note_of_block.get(sentence.block)
    if (
        note is None
        or note.resolved.kind not in ("mixed", "source", "interview")
        or not note.resolved.references
    ):
        return ()
    here = any(_named(reference.csl, sentence.text) for reference in note.resolved.references)
    return (
        Citation(
            "note",
            note.resolved.number,
            note.resolved.article,
            note.text,
            "sentence" if here else "paragraph",
            "resolved",
            note.resolved.via,
            references=note.resolved.references,
        ),
    )


def _named(csl: dict, text: str) -> bool:
    title = csl.get("title") or csl.get("container-title")
    return bool(title) and title[:40] in text


def _of_paragraph(following: Sequence[Sentence], inventory: Holdings) -> tuple[Citation, ...]:
    """The next citation of the paragraph, unless the count shows that one before it is lost."""
    for sentence in following[:REACH]:
        if not sentence.callouts:
            continue
        first = sentence.callouts[0]
        group = [c for c in sentence.callouts if (c.start, c.end) == (first.start, first.end)]
        if any(one.lost_before for one in _known(inventory, sentence.block).get(_identity(first), ())):
            return ()
        return _citations(sentence, group, "paragraph", inventory)
    return ()
