"""Claims as a table, and one claim whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.ledger.codec import Record
from claimx.views.safe import visible
from claimx.views.wording import headline, say, say_citation, say_date, say_source

ROWS = 200  # of one table
_STYLE = {"attack": "red", "strength": "yellow", "allegiance": "cyan"}


def render_tables(records: Iterable[Record], quotes: bool = False) -> Iterator[Table]:
    """A row for each claim: id, date, what it says, sources; with `quotes` its words below.

    Comes in tables of one document and ROWS claims at most, so that the first are seen at once.
    """
    header = True
    for document, group in groupby(records, key=lambda record: record["document"]["id"]):
        title = document
        while rows := list(islice(group, ROWS)):
            yield _table(rows, title, header, quotes)
            header, title = False, ""


def _table(records: Iterable[Record], title: str, header: bool, quotes: bool) -> Table:
    table = Table(
        box=None, pad_edge=False, header_style="bold", padding=(0, 1), show_header=header, expand=True
    )
    table.add_column("id", no_wrap=True, width=16)
    table.add_column("date", width=15, overflow="fold")
    table.add_column("claim", ratio=3, overflow="fold")
    table.add_column("cited to", ratio=1, overflow="fold")
    table.add_column("conf.", justify="right", width=5)
    if title:
        table.add_row("", "", Text(visible(title), style="bold"))
    for record in records:
        said = Text(headline(record))
        if record["modality"] != "asserted":
            said.append(f" [{visible(record['modality'])}]", style="italic")
        if quotes:
            said.append(f"\n“{visible(record['evidence']['quote'])}”", style="dim")
        cited = Text(", ".join(say_citation(each) for each in record["citations"]))
        id_ = Text(visible(record["id"]), style=_STYLE.get(record["kind"], ""))
        table.add_row(id_, Text(say_date(record["date"])), said, cited, f"{record['confidence']:.2f}")
    return table


def render_claim(record: Record) -> RenderableType:
    """One claim whole: slots, date, rule, its words between those around them, its sources in full."""
    parts: list[RenderableType] = [
        Text(headline(record), style=f"bold {_STYLE.get(record['kind'], '')}"),
        _pairs(_facts(record)),
        Text("\nevidence", style="bold"),
        Padding(_evidence(record["evidence"]), (0, 0, 0, 2)),
        Text("\ncited to" if record["citations"] else "\ncited to nothing", style="bold"),
    ]
    parts += [Padding(_citation(citation), (0, 0, 0, 2)) for citation in record["citations"]]
    return Group(*parts)


def _pairs(facts: Iterable[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for name, value in facts:
        table.add_row(Text(visible(name)), Text(value))
    return table


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    yield "id", visible(record["id"])
    yield "kind", visible(record["kind"])
    for slot, value in record["claim"].items():
        if value not in (None, []):
            yield (
                slot.replace("_", " "),
                ", ".join(map(say, value)) if isinstance(value, list) else say(value),
            )
    yield from _date_facts(record["date"])
    yield "polarity", visible(record["polarity"])
    yield "modality", visible(record["modality"])
    if record["attributed_to"]:
        yield "attributed to", visible(record["attributed_to"])
    yield "confidence", f"{record['confidence']:.2f}"
    yield "rule", visible(record["rule"])
    yield from _document_facts(record)
    if isinstance(record.get("review"), dict):
        yield "review", ", ".join(visible(part) for part in record["review"].values() if part)


def _date_facts(date: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    if not date:
        yield "date", "none"
        return
    bounds = f"{date['earliest'] or '…'} to {date['latest'] or '…'}"
    printed = f", printed “{visible(date['text'])}”" if date["text"] else ""
    yield "date", f"{say_date(date)} ({visible(bounds)}; {visible(date['basis'])}{printed})"


def _document_facts(record: Record) -> Iterator[tuple[str, str]]:
    document, evidence = record["document"], record["evidence"]
    article = f", article {document['article']}" if document["article"] else ""
    yield "document", visible(document["id"]) + article
    parts = [
        ", ".join(document["authors"]),
        document["title"],
        document["container_title"],
        document["published"],
    ]
    if any(parts):
        yield "", ", ".join(visible(part) for part in parts if part)
    place = [
        f"page {evidence['page']}" if evidence["page"] else "",
        evidence["section"] or "",
        evidence["zone"],
    ]
    spans = " ".join(f"{span[0]}-{span[1]}" for span in evidence["spans"] if len(span) == 2)
    yield "stands in", ", ".join(visible(part) for part in (*place, f"characters {spans}") if part)


def _evidence(evidence: dict[str, Any]) -> Text:
    text = Text()
    if evidence["prefix"]:
        text.append(f"… {visible(evidence['prefix'])} ", style="dim")
    text.append(visible(evidence["quote"]), style="bold")
    if evidence["suffix"]:
        text.append(f" {visible(evidence['suffix'])} …", style="dim")
    return text


def _citation(citation: dict[str, Any]) -> Text:
    how = [citation["scope"], "inferred" if citation["inferred"] else "", *citation["via"]]
    text = Text(f"{say_citation(citation)} ({', '.join(visible(part) for part in how if part)})")
    if citation["text"] and citation["type"] == "note":
        text.append(f"\n  “{visible(citation['text'])}”", style="dim")
    for reference in citation["references"]:
        locator = f", {visible(reference['locator'])}" if reference["locator"] else ""
        text.append(f"\n  {visible(reference['stance'])}: {say_source(reference['csl'])}{locator}")
    return text


def claim_lines(record: Record) -> str:
    """A claim in a few plain lines, for a diff by lines (git's textconv) and for grep."""
    facts = "".join(f"  {name}: {value}\n" for name, value in _facts(record) if name)
    cited = "".join(
        f"  cited: {visible(json.dumps(each, ensure_ascii=False))}\n" for each in record["citations"]
    )
    quote = visible(record["evidence"]["quote"])
    return f"{visible(record['id'])} {headline(record)}\n{facts}  quote: {quote}\n{cited}\n"
