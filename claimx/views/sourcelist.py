"""The inventory of a paper's sources for people: notes, references, callouts, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from claimx.cite.inventory import Inventory

_LONGEST = 90


def render_sources(inventory: Inventory) -> Iterator[Any]:
    """Rich renderables for one document: a heading, what there is, what points where, what is wrong."""
    yield Text(inventory.document_id, style="bold")
    yield Text(_summary(inventory))
    if inventory.notes:
        yield _notes(inventory)
    if inventory.listed:
        yield _references(inventory)
    named = [one for one in inventory.cited if one.callout.form in ("inline", "author-year")]
    if named:
        yield _named(inventory)
    if inventory.problems:
        yield _problems(inventory)
    yield Text("")


def _summary(inventory: Inventory) -> str:
    """ "128 notes, 0 references; callouts: superscript 128; resolved 120, commentary 8"."""
    forms = Counter(one.callout.form for one in inventory.cited)
    states = Counter(one.status for one in inventory.cited)
    inferred = sum(one.callout.inferred for one in inventory.cited)
    parts = [f"{len(inventory.notes)} notes, {len(inventory.listed)} references"]
    if forms:
        parts.append("callouts: " + ", ".join(f"{form} {n}" for form, n in sorted(forms.items())))
        parts.append(", ".join(f"{state} {n}" for state, n in sorted(states.items())))
    if inferred:
        parts.append(f"{inferred} of them inferred from the sequence")
    return "; ".join(parts)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("no.", "kind", "status", "date"))
    return table


def _notes(inventory: Inventory) -> Table:
    table = _table("Notes", "no.", "kind", "stands for", "words")
    for note in inventory.notes:
        resolved = note.resolved
        number = (
            f"{resolved.article}:{resolved.number}"
            if resolved.article is not None
            else resolved.number or "-"
        )
        stands = f"note {resolved.resolves_to}" if resolved.resolves_to else ""
        if resolved.candidates:
            stands = "note " + " or ".join(resolved.candidates)
        table.add_row(number, resolved.kind, stands, Text(_short(note.text)))
    return table


def _references(inventory: Inventory) -> Table:
    times = Counter(one.target for one in inventory.cited if one.callout.form == "author-year")
    table = _table("References", "key", "cited", "words")
    for one in inventory.listed:
        table.add_row(Text(one.key or "-"), str(times[one.key]), Text(_short(one.text)))
    return table


def _named(inventory: Inventory) -> Table:
    table = _table("Sources named in the text", "at", "words", "status", "stands for", "date")
    for one in inventory.cited:
        if one.callout.form in ("inline", "author-year"):
            table.add_row(
                str(one.at),
                Text(_short(one.callout.text or "")),
                one.status,
                Text(one.target or ""),
                one.date or "",
            )
    return table


def _problems(inventory: Inventory) -> Table:
    table = _table("What does not add up", "at", "problem")
    for problem in inventory.problems:
        table.add_row(str(problem.span[0]) if problem.span else "", Text(problem.message))
    return table


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
