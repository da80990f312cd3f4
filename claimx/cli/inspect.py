"""`claimx inspect`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from claimx.errors import InputError, UsageError

STAGES = ("text", "blocks", "sentences", "mentions", "timexes", "citations")
ENGINES = ("auto", "pdfium", "pdfplumber")


def inspect(
    paper: Annotated[
        str, typer.Argument(metavar="PAPER", help="A paper, or - for stdin.", show_default=False)
    ],
    stage: Annotated[str, typer.Option("--stage", help=", ".join(STAGES))] = "sentences",
    published: Annotated[
        str | None, typer.Option("--published", metavar="EDTF", help="When the paper came out.")
    ] = None,
    manifest: Annotated[
        str | None, typer.Option("--manifest", metavar="TOML", help="What is known of the paper, by content.")
    ] = None,
    password: Annotated[str | None, typer.Option("--password", help="Of an encrypted PDF.")] = None,
    pdf_engine: Annotated[str, typer.Option("--pdf-engine", help="auto, pdfium or pdfplumber.")] = "auto",
) -> None:
    """Print one stage of the reading of a paper: the text itself, or JSON Lines."""
    from claimx.edtf import is_valid
    from claimx.ledger.codec import dump_json
    from claimx.ledger.writer import open_output
    from claimx.pipeline import Options, read_stages
    from claimx.read import read_document
    from claimx.read.inputs import find_sources, load_manifest, sha256

    if stage not in STAGES:
        raise UsageError(f"--stage {stage!r}: choose from {', '.join(STAGES)}")
    if published is not None and not is_valid(published):
        raise UsageError(f"--published {published!r} is no EDTF date; write 2019, 2019-05 or 2019-05-31")
    if pdf_engine not in ENGINES:
        raise UsageError(f"--pdf-engine {pdf_engine!r}: choose {', '.join(ENGINES[:-1])} or {ENGINES[-1]}")
    sources, problems = find_sources([paper])
    if problems or len(sources) != 1:
        raise UsageError(problems[0].message if problems else f"{paper}: a folder; inspect takes one paper")
    known = load_manifest(manifest) if manifest else None
    try:
        data = sources[0].load()
        entry = known.find(sha256(data)) if known else None
        document = read_document(
            data,
            id=entry.id if entry else sources[0].stem,
            name=sources[0].name,
            password=password,
            pdf_engine=pdf_engine,
        )
    except InputError as error:
        raise UsageError(str(error)) from error  # the one input failed: nothing was readable
    with open_output(None) as out:
        if stage == "text":
            out.write(document.text)
            return
        reading = read_stages(document, Options(published=published or (entry.published if entry else None)))
        for item in rows(reading, stage):
            out.line(dump_json(item))


def rows(reading: Any, stage: str) -> Iterator[dict[str, Any]]:
    """The items of a stage, in the order of the document."""
    if stage == "blocks":
        for n, b in enumerate(reading.zones.blocks):
            text = (
                reading.inventory.joined[n].text
                if n in reading.inventory.joined
                else " ".join(reading.document.text[s:e] for s, e in b.spans)
            )
            yield {
                "block": n,
                "zone": str(b.zone),
                "number": b.number,
                "article": b.article,
                "section": b.section,
                "spans": _list(b.spans),
                "text": text,
                "problems": list(b.problems),
            }
    elif stage == "citations":
        for c in reading.inventory.cited:
            yield {
                "block": c.block, "form": c.callout.form, "marker": c.callout.marker, "text": c.callout.text, "at": c.at, "article": c.article, "target": c.target,
                "status": c.status, "inferred": c.callout.inferred, "date": c.date, "titles": [r.csl.get("title") for r in c.references],
            }  # fmt: skip
    else:
        for n, s in enumerate(reading.sentences):
            yield from _sentence_rows(n, s, reading.mentions[n], stage)


def _sentence_rows(n: int, s: Any, m: Any, stage: str) -> Iterator[dict[str, Any]]:
    if stage == "sentences":
        yield {
            "sentence": n,
            "zone": str(s.zone),
            "section": s.section,
            "article": s.article,
            "note": s.note,
            "spans": _list(s.spans),
            "text": s.text,
            "plain": s.plain,
        }
    elif stage == "timexes":
        for t in m.timexes:
            yield {
                "sentence": n,
                "start": t.start,
                "end": t.end,
                "text": t.text,
                "edtf": t.edtf,
                "earliest": t.earliest,
                "latest": t.latest,
                "qualifier": t.qualifier,
                "basis": str(t.basis),
            }
    else:
        for start, end, kind, more in sorted(_mentions(m), key=lambda r: (r[0], r[1], r[2])):
            yield {
                "sentence": n,
                "start": start,
                "end": end,
                "text": s.plain[start:end],
                "type": kind,
                **more,
            }


def _mentions(m: Any) -> Iterator[tuple[int, int, str, dict[str, Any]]]:
    for a in m.actors:
        yield (
            a.start,
            a.end,
            "actor",
            {
                "name": a.actor.name,
                "id": a.actor.id,
                "sort": a.type,
                "source": a.source,
                "ambiguous": a.ambiguous,
            },
        )
    for start, end, place in m.places:
        yield start, end, "place", {"name": place.name, "country": place.country}
    for person in m.persons:
        yield person.start, person.end, "person", {"name": person.name, "rule": person.rule}
    for q in m.quantities:
        yield (
            q.start,
            q.end,
            "quantity",
            {"min": q.range.min, "max": q.range.max, "approx": q.range.approx, "sort": q.kind},
        )
    for t in m.timexes:
        yield t.start, t.end, "timex", {"edtf": t.edtf, "basis": str(t.basis)}


def _list(spans: Any) -> list[list[int]]:
    return [list(s) for s in spans]
