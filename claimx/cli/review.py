"""`claimx review`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from claimx.cli.terminal import Colour, console, tell
from claimx.errors import UsageError

_KEYS = {"a": "accept", "r": "reject", "u": "unsure", "e": "amend", "s": "skip", "q": "quit"}
_PROMPT = "accept, reject, unsure, edit FIELD=VALUE, skip, quit; a note may follow [a/r/u/e/s/q] "


def review(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to judge; - is stdin.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where judgements are added, JSON Lines.")
    ],
    accept: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Accept this claim and ask nothing (repeatable).")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Reject this claim (repeatable).")
    ] = None,
    unsure: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Be unsure of this claim (repeatable).")
    ] = None,
    amend: Annotated[
        list[str] | None,
        typer.Option(metavar="ID:FIELD=VALUE", help="Change a field: atk-…:date.edtf=2021-08 (repeatable)."),
    ] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who judges.", envvar="CLAIMX_REVIEWER")] = None,
    note: Annotated[str | None, typer.Option(help="A note for judgements given as options.")] = None,
    time: Annotated[str | None, typer.Option(help="When, instead of now.")] = None,
) -> None:
    """Judge claims: one by one with a key each, or by options, as scripts do.

    Judgements are added to FILE as they are made; claims judged there before (and not changed since)
    are passed over. `claimx apply LEDGER FILE` lays them over the ledger.
    """
    batch = _batch(accept, reject, unsure, amend)
    when = time or datetime.now(UTC).isoformat(timespec="seconds")
    if not output.absolute().parent.is_dir():
        raise UsageError(f"{output}: the folder is missing, make it first")
    if batch:
        made = _judge_batch(ledger, output, batch, (reviewer, when, note))
    else:
        if ledger == "-":
            raise UsageError(
                "answers come from stdin: give the ledger as a file, or judge with --accept, --reject …"
            )
        made = _judge_one_by_one(ledger, output, (reviewer, when, None))
    tell(f"{made} judgements added to {output}")


Batch = dict[str, tuple[str, dict[str, Any]]]


def _batch(
    accept: list[str] | None, reject: list[str] | None, unsure: list[str] | None, amend: list[str] | None
) -> Batch:
    batch: Batch = {}
    for decision, ids in (("accept", accept), ("reject", reject), ("unsure", unsure)):
        for id_ in ids or ():
            if batch.setdefault(id_, (decision, {}))[0] != decision:
                raise UsageError(f"{id_} is judged twice")
    for text in amend or ():
        id_, colon, change = text.partition(":")
        if not colon or batch.setdefault(id_, ("amend", {}))[0] != "amend":
            raise UsageError(f"--amend {text}: write ID:FIELD=VALUE, for a claim that has no other judgement")
        batch[id_][1].update(_change(change))
    return batch


def _change(text: str) -> dict[str, Any]:
    """`date.edtf=2021-08` as a field and its value: JSON where it is JSON and the field is no text."""
    from claimx.ledger.codec import parse_json

    field, equals, value = text.strip().partition("=")
    if not equals or not field.strip():
        raise UsageError(f"{text!r}: write FIELD=VALUE, as in date.edtf=2021-08")
    if field.strip().endswith(("edtf", ".text", ".name", ".id")):
        return {field.strip(): value.strip()}
    try:
        return {field.strip(): parse_json(value.strip())}
    except ValueError:
        return {field.strip(): value.strip()}


def _judge_batch(ledger: str, output: Path, batch: Batch, who: tuple[str | None, str, str | None]) -> int:
    from claimx.ledger.decisions import amend
    from claimx.ledger.reader import read_records

    lines = []
    for _, record in read_records(ledger):
        decision, changes = batch.pop(record["id"], (None, {}))
        if decision is not None:
            try:
                amend(record, changes)
            except ValueError as error:
                raise UsageError(f"{record['id']}: {error}") from None
            lines.append(_line(record, decision, changes, who))
    if batch:
        raise UsageError(f"the ledger has no claim {next(iter(batch))}")
    with output.open("a", encoding="utf-8") as stream:
        for line in lines:
            _add(stream, line)
    return len(lines)


def _line(
    record: dict[str, Any], decision: str, changes: dict[str, Any], who: tuple[str | None, str, str | None]
) -> str:
    from claimx.ledger.decisions import Decision, Judgement, dump_judgement
    from claimx.ledger.identity import content_hash

    reviewer, when, note = who
    return dump_judgement(
        Judgement(record["id"], content_hash(record), Decision(decision), changes, reviewer, when, note)
    )


def _add(stream: IO[str], line: str) -> None:
    """One line, on disk before the next question is asked."""
    stream.write(line + "\n")
    stream.flush()
    os.fsync(stream.fileno())


def _judge_one_by_one(ledger: str, output: Path, who: tuple[str | None, str, str | None]) -> int:
    from claimx.ledger.identity import content_hash
    from claimx.ledger.reader import read_records
    from claimx.views.claims import render_claim

    screen = console(stderr=True, colour=Colour.AUTO)
    done, made = _judged(output), 0
    with output.open("a", encoding="utf-8") as stream:
        for _, record in read_records(ledger):
            if (record["id"], content_hash(record)) in done:
                continue
            screen.print(render_claim(record))
            answer = _ask(record, screen.print)
            if answer is None:
                break
            decision, changes, note = answer
            if decision != "skip":
                _add(stream, _line(record, decision, changes, (*who[:2], note)))
                made += 1
    return made


def _judged(output: Path) -> set[tuple[str, str]]:
    from claimx.ledger.decisions import read_judgements

    judged: Iterator[Any] = read_judgements(output) if output.exists() else iter(())
    return {(judgement.id, judgement.content_hash) for judgement in judged}


def _ask(record: dict[str, Any], say: Callable[..., None]) -> tuple[str, dict[str, Any], str | None] | None:
    """One answer: decision, changes, note; None to stop (also when the answers end)."""
    from claimx.ledger.decisions import amend

    while True:
        print(_PROMPT, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        key, _, rest = line.strip().partition(" ")
        decision = _KEYS.get(key[:1].lower() if len(key) == 1 or key.lower() in _WORDS else "")
        if not line or decision == "quit":
            return None
        try:
            changes = _change(rest) if decision == "amend" else {}
            amend(record, changes)
        except (UsageError, ValueError) as error:
            say(str(error))
            continue
        if decision:
            return decision, changes, None if changes else rest.strip() or None


_WORDS = frozenset(("accept", "reject", "unsure", "edit", "skip", "quit"))
