"""The reference list of a paper, and the source line below a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimx.cite.entries import parse_references
from claimx.cite.keys import Entry, read_entry
from claimx.cite.paper import Paper
from claimx.cite.records import Cited, Listed
from claimx.model import Citation, Problem, Zone

_SOURCE_LINE = re.compile(r"\(?Sources?:\s*(.{3,300})$")
_BULLET = "-•*–·▪ "


def read_list(paper: Paper) -> tuple[list[Listed], list[Entry | None]]:
    """The entries of the reference list with their works, and their keys for looking up (same order)."""
    indices = paper.of_zone[Zone.REFERENCE]
    parsed = parse_references([paper.printed(i) for i in indices])
    listed: list[Listed] = []
    entries: list[Entry | None] = []
    previous: Entry | None = None
    seen: set[str] = set()
    for index, references in zip(indices, parsed, strict=True):
        block = paper.blocks[index]
        text = paper.text(index)
        entry = read_entry(text.lstrip(_BULLET), references[0].csl if references else None, previous)
        previous = entry or previous
        entries.append(entry)
        one = Listed(
            index,
            entry.key if entry else paper.number(index),
            text,
            block.spans,
            tuple(references),
            block.problems,
        )
        if not references:
            one = replace(one, problems=(*one.problems, "not-understood"))
        if one.key in seen:  # two works of one year without letters: a citation of them is ambiguous
            one = replace(one, problems=(*one.problems, "key-not-unique"))
        seen.add(one.key or "")
        listed.append(one)
    return listed, entries


def never_cited(listed: Sequence[Listed], cited: Sequence[Cited]) -> list[Problem]:
    """Entries that no author-year citation names; a bibliography beside footnotes is not asked."""
    targets = {one.target for one in cited if one.callout.form == "author-year" and one.target}
    if not targets:
        return []
    return [
        Problem("reference-never-cited", f"{one.key} is never cited", span=one.spans[0])
        for one in listed
        if one.key and one.key not in targets
    ]


def table_sources(paper: Paper) -> dict[int, tuple[Citation, ...]]:
    """Rows of a table -> the source that the line below it names ("Source: Crime Bureau, 2021")."""
    sources: dict[int, tuple[Citation, ...]] = {}
    rows: list[int] = []
    for index, block in enumerate(paper.blocks):
        if block.zone == Zone.FURNITURE:
            continue
        line = _SOURCE_LINE.match(paper.text(index)) if rows or block.zone == Zone.TABLE else None
        if block.zone == Zone.TABLE and not line:
            rows.append(index)
            continue
        if line and rows:
            sources.update(dict.fromkeys(rows, (_line_citation(line[1].strip(" ()."), block.article),)))
        rows = []
    return sources


def _line_citation(text: str, article: int | None) -> Citation:
    references = tuple(parse_references([text])[0])
    status = "resolved" if references else "missing"
    return Citation("inline", None, article, text, "paragraph", status, references=references)
