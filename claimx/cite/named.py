"""Sources named in running text, author-year and inline: which candidates count, what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimx.cite.authoryear import Work, find_works
from claimx.cite.inline import (
    Clock,
    Inline,
    find_inline,
    inline_reference,
    is_style,
    make_clock,
    resolve_date,
)
from claimx.cite.keys import Entry, ReferenceIndex
from claimx.cite.paper import Paper
from claimx.cite.records import Cited, Listed
from claimx.model import Problem, Reference, Stance, Zone

# Author-year is a paper's way of citing from this many works of its reference list on.
_STYLE = 3
# Without a reference list it takes this many works that read like an author and a year.
_STYLE_UNLISTED = 8


def cite_named(
    paper: Paper, listed: Sequence[Listed], entries: Sequence[Entry | None], *, has_callouts: bool
) -> list[Cited]:
    """Author-year citations and inline sources of a paper.

    `has_callouts`: it cites by notes too; then an author and a year that no entry knows are no citation.
    """
    works, style = _find_works(paper, entries, has_callouts)
    cited = [_cite_work(paper, block, work, listed) for block, work in works]
    taken = {(block, work.start) for block, work in works}
    found = _find_inline(paper, taken, bare_years=not style)
    clock = _make_clock(paper, [one for _, one in found])
    return cited + [_cite_inline(paper, block, one, clock) for block, one in found]


def named_problems(cited: Sequence[Cited]) -> list[Problem]:
    """Author-year citations that no entry, or more than one, answers, or one with another spelling."""
    problems = []
    for one in cited:
        if one.callout.form != "author-year" or (one.status == "resolved" and not one.misspelt):
            continue
        code, said = "citation-without-reference", "stands for no reference"
        if one.status == "ambiguous":
            code, said = "citation-ambiguous", "may stand for several references"
        elif one.misspelt:
            code, said = "citation-misspelt", f"is read as {one.target}"
        span = (one.at, one.at + len(one.callout.text or ""))
        problems.append(Problem(code, f"{one.callout.text} {said}", span=span))
    return problems


def _find_works(
    paper: Paper, entries: Sequence[Entry | None], has_callouts: bool
) -> tuple[list[tuple[int, Work]], bool]:
    """(block, work) of the citations that count, and whether the paper cites this way."""
    index = ReferenceIndex(entries)
    blocks = [*paper.running, *paper.of_zone[Zone.NOTE]]
    found = [(block, work) for block in blocks for work in find_works(paper.text(block), index)]
    matched = {i for _, work in found for i in work.match.entries if work.match.how != "fuzzy"}
    if len(index):
        style = len(matched) >= min(_STYLE, len(index))
    else:
        style = not has_callouts and len({w.text for _, w in found if w.shaped}) >= _STYLE_UNLISTED
    if style:
        return [(b, w) for b, w in found if w.match.how or (w.shaped and not paper.is_note(b))], True
    return [(b, w) for b, w in found if w.match.how == "exact" and len(index) >= _STYLE], False


def _cite_work(paper: Paper, block: int, work: Work, listed: Sequence[Listed]) -> Cited:
    entries = work.match.entries
    target = listed[entries[0]].key if entries else None
    status = "missing" if not entries else "resolved" if len(entries) == 1 else "ambiguous"
    references = tuple(_as_cited(r, work) for i in entries for r in listed[i].references[:1])
    via: tuple[str, ...] = ("as-quoted-in",) if work.stance is Stance.QUOTED_IN else ()
    via = ("ibid",) if work.carried == "ibid" else via
    article = paper.blocks[block].article
    at, misspelt = paper.source(block, work.at), work.match.how == "fuzzy"
    return Cited(work.callout, block, article, at, target, status, via, references, misspelt=misspelt)


def _as_cited(reference: Reference, work: Work) -> Reference:
    stance = work.stance if work.stance is not Stance.SUPPORTS else reference.stance
    return replace(reference, stance=stance, locator=work.locator or reference.locator)


def _find_inline(paper: Paper, taken: set[tuple[int, int]], *, bare_years: bool) -> list[tuple[int, Inline]]:
    """(block, source) of those that count; a bare year does so only where papers are cited inline."""
    found = [
        (block, one)
        for block in [*paper.running, *paper.of_zone[Zone.NOTE]]
        for one in find_inline(paper.text(block), bare_years=bare_years)
        if (block, one.start) not in taken
    ]
    style = is_style(one for block, one in found if not paper.is_note(block))
    return [
        (block, one)
        for block, one in found
        if (one.sure and one.day) or (style and (one.day or not paper.is_note(block)))
    ]


def _make_clock(paper: Paper, found: Sequence[Inline]) -> Clock:
    """What days without a year are measured by: publication, else sources' own dates, else the text's."""
    if all(one.year for one in found):
        return Clock()
    apart = [paper.text(i) for zone in (Zone.NOTE, Zone.REFERENCE) for i in paper.of_zone[zone]]
    clock = make_clock(paper.published, apart, found)
    if clock.latest or clock.newest:
        return clock
    return make_clock(paper.published, [paper.text(i) for i in paper.running], found)


def _cite_inline(paper: Paper, block: int, one: Inline, clock: Clock) -> Cited:
    date, basis = resolve_date(one, clock)
    at, article = paper.source(block, one.at), paper.blocks[block].article
    references = (inline_reference(one, date),)
    return Cited(one.callout, block, article, at, None, "resolved", (), references, date, basis)
