"""`claimx extract`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from contextlib import ExitStack, suppress
from typing import Annotated, Any

import typer

from claimx.errors import ClaimxError, InputError, UsageError


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Papers, folders of papers, or - for stdin.", show_default=False
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write the ledger here, whole or not at all."),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="attack, strength or allegiance; may be repeated.")
    ] = None,
    dated: Annotated[bool, typer.Option("--dated", help="Only claims with a date.")] = False,
    min_confidence: Annotated[
        float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Only claims at least this sure.")
    ] = 0.0,
    document_id: Annotated[
        str | None, typer.Option("--document-id", help="The document's id (one input only).")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="The document's title (one input only).")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="EDTF", help="When the paper came out: 2019-05.")
    ] = None,
    manifest: Annotated[
        str | None,
        typer.Option("--manifest", metavar="TOML", help="What is known of the papers, by content."),
    ] = None,
    model: Annotated[
        str, typer.Option("--model", help="bundled, rules, or a spaCy package or path.")
    ] = "bundled",
    password: Annotated[str | None, typer.Option("--password", help="Of an encrypted PDF.")] = None,
    pdf_engine: Annotated[str, typer.Option("--pdf-engine", help="auto, pdfium or pdfplumber.")] = "auto",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
    run_record: Annotated[
        str | None, typer.Option("--run-record", metavar="FILE", help="Write what was done, as JSON.")
    ] = None,
) -> None:
    """Turn papers into a claim ledger, as JSON Lines."""
    from claimx.edtf import is_valid
    from claimx.ledger.writer import open_output
    from claimx.model import Kind
    from claimx.nlp import load_nlp
    from claimx.read.inputs import find_sources, load_manifest

    started = time.monotonic()
    if published is not None and not is_valid(published):
        raise UsageError(f"--published {published!r} is no EDTF date; write 2019, 2019-05 or 2019-05-31")
    if pdf_engine not in ("auto", "pdfium", "pdfplumber"):
        raise UsageError(f"--pdf-engine {pdf_engine!r}: choose auto, pdfium or pdfplumber")
    try:
        kinds = tuple(Kind(k) for k in kind) if kind else tuple(Kind)
    except ValueError:
        raise UsageError(f"--kind {', '.join(kind or [])}: choose from {', '.join(Kind)}") from None
    known = load_manifest(manifest) if manifest else None
    sources, problems = find_sources(paths)
    if (document_id or title) and len(sources) > 1:
        raise UsageError("--document-id and --title go with one input; use --manifest for several")
    for problem in problems:
        _say(problem.message)
    if not sources:
        raise typer.Exit(2)
    if model != "rules":  # a pipeline that is not there is told before anything is read
        load_nlp(model)
    run = Run(
        kinds, dated, min_confidence, document_id, title, published, known, model, password, pdf_engine, quiet
    )
    run.failed.extend({"path": p.where, "error": p.message} for p in problems)
    with ExitStack() as files:
        sidecar = (
            files.enter_context(open_output(run_record)) if run_record else None
        )  # a missing folder is told before the work
        with suppress(NothingRead), open_output(output) as out:
            run.write(sources, out)
        seconds = time.monotonic() - started
        if not quiet:
            _say(run.summary(seconds))
        if sidecar is not None:
            sidecar.line(run.record(seconds))
    if run.failed:
        raise typer.Exit(2 if not run.inputs else 3)


class NothingRead(Exception):
    """No input could be read: an older ledger stays as it was."""


class Run:
    """One run of `extract`: what was asked, what came of it."""

    def __init__(
        self,
        kinds,
        dated,
        min_confidence,
        document_id,
        title,
        published,
        known,
        model,
        password,
        engine,
        quiet,
    ) -> None:
        self.kinds, self.dated, self.floor = kinds, dated, min_confidence
        self.document_id, self.title, self.published, self.known = document_id, title, published, known
        self.model, self.password, self.engine, self.quiet = model, password, engine, quiet
        self.inputs: list[dict[str, Any]] = []
        self.failed: list[dict[str, Any]] = []
        self.problems: list[dict[str, Any]] = []
        self.counts: Counter[str] = Counter()
        self.cited = 0

    def write(self, sources: list[Any], out: Any) -> None:
        """Every input's claims, document by document."""
        from claimx.read.inputs import Ids

        ids = Ids()
        with _progress(len(sources), self.quiet) as step:
            for source in sources:
                step(source.name)
                try:
                    self._one(source, ids, out)
                except InputError as error:
                    _say(str(error))
                    self.failed.append({"path": source.name, "error": str(error)})
                out.flush()
        if not self.inputs:
            raise NothingRead

    def _one(self, source: Any, ids: Any, out: Any) -> None:
        from claimx.ledger.codec import dump_claim
        from claimx.pipeline import Options, extract_document, read_stages
        from claimx.read import read_document
        from claimx.read.inputs import sha256

        data = source.load()
        digest = sha256(data)
        entry = self.known.find(digest) if self.known else None
        wanted = self.document_id or (entry.id if entry else source.stem)
        name, problem = ids.give(wanted)
        if problem is not None:
            _say(problem.message)
            self.problems.append({"code": problem.code, "message": problem.message, "document": name})
        document = read_document(
            data, id=name, name=source.name, password=self.password, pdf_engine=self.engine
        )
        options = Options(
            kinds=self.kinds,
            model=self.model,
            title=self.title or (entry.title if entry else None),
            authors=entry.authors if entry else (),
            container_title=entry.container_title if entry else None,
            published=self.published or (entry.published if entry else None),
        )
        reading = read_stages(document, options)
        claims = [
            c
            for c in extract_document(document, options, reading)
            if c.confidence >= self.floor and (c.date or not self.dated)
        ]
        for claim in claims:
            out.line(dump_claim(claim))
            self.counts[str(claim.kind)] += 1
            self.cited += bool(claim.citations)
        self.inputs.append(
            {
                "path": source.name,
                "id": name,
                "sha256": digest,
                "claims": len(claims),
                "published": reading.published,
            }
        )
        for p in reading.problems:
            self.problems.append({"code": p.code, "message": p.message, "document": name})
            if p.code in LOUD and not self.quiet:
                _say(f"{source.name}: {p.message}")

    def summary(self, seconds: float) -> str:
        """ "3 documents, 412 claims (attack 200, strength 12, allegiance 200), 93 % cited, 4 problems, 6.1 s"."""
        total = sum(self.counts.values())
        kinds = ", ".join(f"{k} {self.counts[str(k)]}" for k in self.kinds)
        share = f", {100 * self.cited // total} % cited" if total else ""
        count = len(self.problems) + len(self.failed)
        documents = f"{len(self.inputs)} document{'s' if len(self.inputs) != 1 else ''}"
        return f"{documents}, {total} claims ({kinds}){share}, {count} problem{'s' if count != 1 else ''}, {seconds:.1f} s"

    def record(self, seconds: float) -> str:
        """The sidecar, as JSON: version, inputs with hashes, counts by kind, problems, time."""
        import json

        from claimx import __version__

        body = {
            "claimx": __version__,
            "model": self.model,
            "inputs": self.inputs,
            "failed": self.failed,
            "counts": {str(k): self.counts[str(k)] for k in self.kinds},
            "cited": self.cited,
            "problems": self.problems,
            "seconds": round(seconds, 3),
        }
        return json.dumps(body, ensure_ascii=False, indent=2)


LOUD = frozenset(
    {"defect", "broken-encoding", "file-damaged", "no-text-layer", "no-unicode-map", "page-unreadable"}
)


def _say(message: str) -> None:
    """One line on stderr."""
    from claimx.cli import complain

    complain(message, 0)


class _progress:
    """A progress line with rich, on a terminal only."""

    def __init__(self, total: int, quiet: bool) -> None:
        self.total, self.show = total, not quiet and sys.stderr.isatty() and total > 1
        self.bar: Any = None

    def __enter__(self) -> Any:
        if self.show:
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("", total=self.total)
            self.done = -1
        return self.step

    def step(self, name: str) -> None:
        """The next input begins."""
        if self.bar is not None:
            self.done += 1
            self.bar.update(self.task, completed=self.done, description=name[-40:].replace("[", "("))

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()


__all__ = ["ClaimxError", "extract"]
