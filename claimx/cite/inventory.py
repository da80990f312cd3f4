"""The inventory of a paper: every note, reference and callout, what points to what, and what is wrong.

`build_inventory` joins the parts of this package: what `claimx sources` prints and what claims are cited by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from claimx.cite.callouts import Passage
from claimx.cite.ibid import NoteText, resolve_notes
from claimx.cite.link import REACH, link_claim
from claimx.cite.listed import never_cited, read_list, table_sources
from claimx.cite.markers import NoteMark, Placed, place_callouts
from claimx.cite.named import cite_named, named_problems
from claimx.cite.paper import Paper, ZonesLike
from claimx.cite.records import Cited, Holdings, Listed, Note
from claimx.model import Citation, Document, Problem, Sentence, Zone

# Problems of the count and of the list, which stand with the note or entry too.
_COUNTED = frozenset({"note-without-callout", "numbering-gap", "reference-never-cited"})

_Item = TypeVar("_Item", Note, Listed)


class Inventory(Holdings):
    """Everything a document cites, and what is wrong; knows what a claim is cited to."""

    def cite(
        self, sentence: Sentence, number: int, trigger: int, sentences: Sequence[Sentence]
    ) -> tuple[Citation, ...]:
        """Citations of a claim in `sentences[number]` whose cue stands at `trigger` in its plain text."""
        following = []
        for later in sentences[number + 1 : number + 1 + REACH]:
            if later.block != sentence.block:
                break
            following.append(later)
        return link_claim(sentence, trigger, self, following=following)

    def newest_year(self, latest: str | None) -> str | None:
        """The year ("2021") of the newest dated source, none after `latest` (EDTF); None when no source has a year."""
        years = [
            parts[0]
            for cited in self.cited
            for reference in cited.references
            for parts in (reference.csl.get("issued") or {}).get("date-parts", [])
            if parts and (latest is None or parts[0] <= int(latest[:4]))
        ]
        return f"{max(years):04d}" if years else None


def build_inventory(document: Document, zones: ZonesLike, *, published: str | None = None) -> Inventory:
    """Notes, references and callouts of a separated document, resolved.

    Offsets on callouts are offsets in the joined text of their block; `Cited.at` and all spans are offsets
    in `document.text`. `published` (EDTF) goes before what the document and its zones say of themselves; it
    gives inline sources their year. Nothing raises: what does not add up lands in `problems`.
    """
    paper = Paper(document, zones, published)
    notes = _read_notes(paper)
    listed, entries = read_list(paper)
    placed, problems = _place(paper, notes, listed)
    cited = [_cite_note(one, notes, listed) for one in placed]
    cited += cite_named(paper, listed, entries, has_callouts=bool(placed))
    cited.sort(key=lambda one: (one.at, one.callout.start, int(one.callout.marker or 0)))
    problems += named_problems(cited) + never_cited(listed, cited)
    notes, listed = _tell(notes, problems), _tell(listed, problems)
    problems += [
        Problem(code, f"note {note.resolved.number}: {code.replace('-', ' ')}", span=note.spans[0])
        for note in notes
        for code in note.problems
        if code not in _COUNTED
    ]
    return _collect(paper, notes, listed, cited, problems)


def _read_notes(paper: Paper) -> list[Note]:
    indices = paper.of_zone[Zone.NOTE]
    blocks = [paper.blocks[i] for i in indices]
    texts = [NoteText(b.number, paper.printed(i), b.article) for i, b in zip(indices, blocks, strict=True)]
    return [
        Note(i, paper.text(i), b.spans, one, tuple(dict.fromkeys((*b.problems, *one.problems))))
        for i, b, one in zip(indices, blocks, resolve_notes(texts), strict=True)
    ]


def _numbered(paper: Paper, notes: Sequence[Note], listed: Sequence[Listed]) -> Sequence[Note | Listed]:
    """What numbers in the text may point to: the notes, or without notes a numbered reference list."""
    return notes or [one for one in listed if (paper.number(one.block) or "").isdigit()]


def _place(paper: Paper, notes: list[Note], listed: list[Listed]) -> tuple[list[Placed], list[Problem]]:
    passages = [Passage(i, paper.joined[i], paper.blocks[i].article) for i in paper.running]
    marks = []
    for one in _numbered(paper, notes, listed):
        article = paper.blocks[one.block].article
        marks.append(NoteMark(paper.number(one.block) or "", article, one.spans[0][0]))
    placed, problems = place_callouts(passages, marks, once=bool(notes))
    if notes:
        return placed, problems
    numbered = [i for i, one in enumerate(listed) if (paper.number(one.block) or "").isdigit()]
    return [replace(p, notes=tuple(numbered[i] for i in p.notes)) for p in placed], problems


def _cite_note(one: Placed, notes: Sequence[Note], listed: Sequence[Listed]) -> Cited:
    """A callout with its note (or its entry of a numbered list): status and references."""
    cited = Cited(one.callout, one.block, one.article, one.at, None, "missing", lost_before=one.lost_before)
    if not one.notes:
        return cited
    cited = replace(cited, target=one.callout.marker)
    if not notes:
        entry = listed[one.notes[0]]
        return replace(
            cited, target=entry.key, status="resolved", references=entry.references, note=entry.text
        )
    resolved = [notes[i].resolved for i in one.notes]
    first = resolved[0]
    references = tuple(r for each in resolved for r in each.references)
    if len(resolved) > 1 or first.candidates:
        status = "ambiguous"
    elif first.kind == "commentary":
        status = "commentary"
    else:  # an "Ibid." that stands for nothing has no source
        status = "resolved" if references or first.kind not in ("ibid", "short") else "missing"
    return replace(cited, status=status, via=first.via, references=references, note=notes[one.notes[0]].text)


def _tell(some: list[_Item], problems: Sequence[Problem]) -> list[_Item]:
    """Notes or entries with the codes of the problems found at their places."""
    told: dict[int, list[str]] = defaultdict(list)
    for problem in problems:
        if problem.span and problem.code in _COUNTED:
            told[problem.span[0]].append(problem.code)
    return [
        replace(one, problems=tuple(dict.fromkeys((*one.problems, *told[one.spans[0][0]]))))
        if one.spans[0][0] in told
        else one
        for one in some
    ]


def _collect(
    paper: Paper, notes: list[Note], listed: list[Listed], cited: list[Cited], problems: list[Problem]
) -> Inventory:
    by_block: dict[int, list[Cited]] = defaultdict(list)
    for one in cited:
        by_block[one.block].append(one)
    ordered = {
        block: tuple(sorted(some, key=lambda c: (c.callout.start, c.callout.at or 0)))
        for block, some in by_block.items()
    }
    return Inventory(
        document_id=paper.document.id,
        notes=tuple(notes),
        listed=tuple(listed),
        cited=tuple(cited),
        problems=tuple(replace(p, where=paper.document.id) for p in problems),
        joined=paper.joined,
        by_block=ordered,
        note_of_block={note.block: note for note in notes},
        table_sources=table_sources(paper),
    )
