"""A comparison of ledgers as text, JSON, JSON Lines, Markdown and HTML.

The renderers take documents one at a time and write as they go, so that a diff of any length
needs no more memory than its largest document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from claimx.ledger.codec import dump_json
from claimx.ledger.diff import STATUSES, Difference, DocumentDiff, FieldChange
from claimx.ledger.index import Entry
from claimx.views.html import escape, page_end, page_start
from claimx.views.safe import markdown, visible
from claimx.views.wording import headline, say

SIGNS = {"added": "+", "removed": "-", "changed": "~", "re-cited": "§", "moved": ">"}
_COLOURS = {"added": "32", "removed": "31", "changed": "33", "re-cited": "36", "moved": "34"}
Write = Callable[[str], None]


class Sides(Protocol):
    """Gives the record of an entry, from the side it stands on."""

    def __call__(self, each: Difference) -> dict[str, Any]: ...


def sides(read_old: Callable[[Entry], dict[str, Any]], read_new: Callable[[Entry], dict[str, Any]]) -> Sides:
    """A reader of the records behind differences: the new one where there is one."""

    def read(each: Difference) -> dict[str, Any]:
        if each.new is not None:
            return read_new(each.new)
        assert each.old is not None
        return read_old(each.old)

    return read


def as_dict(each: Difference, read: Sides) -> dict[str, Any]:
    """A difference as plain values; what stands on one side only comes with its whole record."""
    entry = each.new or each.old
    assert entry is not None
    plain: dict[str, Any] = {"status": each.status, "kind": each.kind, "id": entry.id}
    if each.old is not None and each.new is not None:
        plain |= {"old_id": each.old.id, "by": each.by, "quote": each.quote}
        plain["fields"] = [change._asdict() for change in each.fields]
    else:
        plain["record"] = read(each)
    return plain


def total(counts: Counter[str], documents: int) -> dict[str, int]:
    """The figures of a comparison, every status named."""
    return {"documents": documents, **{status: counts[status] for status in ("same", *STATUSES)}}


def say_total(counts: Counter[str], documents: int) -> str:
    """The figures in one line."""
    figures = ", ".join(f"{counts[status]} {status}" for status in ("same", *STATUSES))
    return f"{documents} document{'' if documents == 1 else 's'}: {figures}"


def write_text(diffs: Iterable[DocumentDiff], read: Sides, write: Write, colour: bool) -> bool:
    """The diff for people, grouped by document; True when something differs."""

    def paint(code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    counts, documents, fields = Counter[str](), 0, 0
    for diff in diffs:
        counts += diff.counts()
        documents += 1
        fields += len(diff.fields)
        if diff:
            write(paint("1", _title(diff)) + "\n")
            for change in diff.fields:
                write(f"  {say_change(change)}\n")
            for each in diff.claims:
                _write_claim(each, read, write, paint)
            write("\n")
    write(say_total(counts, documents) + "\n")
    return bool(fields or sum(counts[status] for status in STATUSES))


def _title(diff: DocumentDiff) -> str:
    return visible(diff.id) + (f" (was {visible(diff.old_id)})" if diff.old_id else "")


def _write_claim(each: Difference, read: Sides, write: Write, paint: Callable[[str, str], str]) -> None:
    entry = each.new or each.old
    assert entry is not None
    write(
        paint(_COLOURS[each.status], f"{SIGNS[each.status]} {each.status} {each.kind} {visible(entry.id)}")
        + "\n"
    )
    if each.old is None or each.new is None:
        write(f"    {headline(read(each))}\n")
    write(f"    “{visible(each.quote)}”\n")
    for change in each.fields:
        write(f"    {say_change(change)}\n")


def say_change(change: FieldChange) -> str:
    """One changed field: `date.edtf: 2021 -> 2021-08`."""
    return f"{visible(change.field)}: {say(change.old)} -> {say(change.new)}"


def write_stat(diffs: Iterable[DocumentDiff], write: Write) -> bool:
    """Figures only, a line for each document that differs; True when something differs."""
    counts, documents, different = Counter[str](), 0, False
    for diff in diffs:
        counts += diff.counts()
        documents += 1
        if diff:
            different = True
            signs = "  ".join(f"{SIGNS[s]}{diff.counts()[s]} {s}" for s in STATUSES if diff.counts()[s])
            write(f"{_title(diff)}: {signs or 'document fields only'}\n")
    write(say_total(counts, documents) + "\n")
    return different


def write_json(diffs: Iterable[DocumentDiff], read: Sides, write: Write, names: tuple[str, str]) -> bool:
    """One JSON object: the inputs, documents with their claims, the figures; True when something differs."""
    counts, documents, different = Counter[str](), 0, False
    write(f'{{"old": {dump_json(names[0])}, "new": {dump_json(names[1])}, "documents": [')
    for diff in diffs:
        write(", " if documents else "")
        _write_document(diff, read, write)
        counts += diff.counts()
        documents += 1
        different = different or bool(diff)
    write(f'], "summary": {dump_json(total(counts, documents))}}}\n')
    return different


def _write_document(diff: DocumentDiff, read: Sides, write: Write) -> None:
    fields = [change._asdict() for change in diff.fields]
    write(
        f'{{"id": {dump_json(diff.id)}, "old_id": {dump_json(diff.old_id or diff.id)}, "same": {diff.same}, '
    )
    write(f'"fields": {dump_json(fields)}, "claims": [')
    for place, each in enumerate(diff.claims):
        write((", " if place else "") + dump_json(as_dict(each, read)))
    write("]}")


def write_jsonl(diffs: Iterable[DocumentDiff], read: Sides, write: Write) -> bool:
    """One line a difference, document fields as status `document`; True when something differs."""
    different = False
    for diff in diffs:
        if diff.fields:
            fields = [change._asdict() for change in diff.fields]
            write(dump_json({"document": diff.id, "status": "document", "fields": fields}) + "\n")
        for each in diff.claims:
            write(dump_json({"document": diff.id, **as_dict(each, read)}) + "\n")
        different = different or bool(diff)
    return different


def write_markdown(diffs: Iterable[DocumentDiff], read: Sides, write: Write, names: tuple[str, str]) -> bool:
    """The diff for an issue or a mail; True when something differs."""
    counts, documents, different = Counter[str](), 0, False
    write(f"# {markdown(names[0])} → {markdown(names[1])}\n\n")
    for diff in diffs:
        counts += diff.counts()
        documents += 1
        if diff:
            different = True
            write(f"## {markdown(_title(diff))}\n\n")
            write("".join(f"- {_markdown_change(change)}\n" for change in diff.fields))
            for line in (line for each in diff.claims for line in _markdown_claim(each, read)):
                write(line + "\n")
            write("\n")
    write(markdown(say_total(counts, documents)) + "\n")
    return different


def _markdown_change(change: FieldChange) -> str:
    return f"{markdown(change.field)}: {markdown(say(change.old))} → {markdown(say(change.new))}"


def _markdown_claim(each: Difference, read: Sides) -> Iterator[str]:
    entry = each.new or each.old
    assert entry is not None
    yield f"- **{each.status}** {markdown(each.kind)} {markdown(entry.id)}: “{markdown(each.quote)}”"
    if each.old is None or each.new is None:
        yield f"  - {markdown(headline(read(each)))}"
    yield from (f"  - {_markdown_change(change)}" for change in each.fields)


def write_html(diffs: Iterable[DocumentDiff], read: Sides, write: Write, names: tuple[str, str]) -> bool:
    """The diff as one HTML page without scripts; True when something differs."""
    counts, documents, different = Counter[str](), 0, False
    write(page_start(f"{names[0]} → {names[1]}"))
    for diff in diffs:
        counts += diff.counts()
        documents += 1
        if diff:
            different = True
            write(f"<h2>{escape(_title(diff))}</h2>\n{_html_changes(diff.fields)}")
            for each in diff.claims:
                write(_html_claim(each, read))
    write(f"<p class='total'>{escape(say_total(counts, documents))}</p>\n" + page_end())
    return different


def _html_changes(changes: Iterable[FieldChange]) -> str:
    rows = "".join(
        f"<tr><th>{escape(c.field)}</th><td><del>{escape(say(c.old))}</del></td><td><ins>{escape(say(c.new))}</ins></td></tr>"
        for c in changes
    )
    return f"<table>{rows}</table>\n" if rows else ""


def _html_claim(each: Difference, read: Sides) -> str:
    entry = each.new or each.old
    assert entry is not None
    alone = each.old is None or each.new is None
    said = f"<p>{escape(headline(read(each)))}</p>" if alone else ""
    return (
        f"<section class='{each.status}'><h3>{SIGNS[each.status]} {each.status} {escape(each.kind)} "
        f"<code>{escape(entry.id)}</code></h3>{said}<blockquote>{escape(each.quote)}</blockquote>"
        f"{_html_changes(each.fields)}</section>\n"
    )
