"""`claimx diff`."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from claimx.cli.terminal import Colour, wants_colour
from claimx.errors import UsageError

DIFFERENT = 1
_GIT_ARGUMENTS = (7, 9)  # path old-file old-hex old-mode new-file new-hex new-mode [new-path header]


class Format(StrEnum):
    """How a diff is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"


def diff(
    ledgers: Annotated[list[str], typer.Argument(metavar="OLD NEW", help="Two ledgers; - is stdin.")],
    format: Annotated[Format, typer.Option(help="How to write the differences.")] = Format.TEXT,
    stat: Annotated[bool, typer.Option("--stat", help="Figures only, for each document.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="FIELDS", help="Look at these fields only: date,claim.killed.")
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELDS", help="Pass over these fields (also: added, removed)."),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Look at this kind of claim only (repeatable).")
    ] = None,
    min_change: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Pass over smaller changes: 0.05 of a text or a number.")
    ] = 0.0,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = "-",
    colour: Annotated[Colour, typer.Option("--color", help="When to colour text.")] = Colour.AUTO,
    git: Annotated[bool, typer.Option("--git", help="Called by git as diff.<driver>.command.")] = False,
) -> None:
    """Compare two ledgers, claim by claim: added, removed, changed by field, re-cited, moved.

    Claims are matched by id, then by their evidence within a document and kind. Exit code 0: the
    same; 1: different; 2: trouble.
    """
    from claimx.ledger.diff import Filter

    old, new, title = _git_pair(ledgers) if git else _pair(ledgers)
    wanted = Filter(_names(only), _names(ignore), min_change)
    renderer = _stat if stat else _RENDERERS[format]
    coloured = wants_colour(colour) and output == "-"
    different = _run((old, new), title, _kinds(kind), wanted, renderer, output, coloured)
    if different and not git:  # git takes any exit code but 0 for a failure
        raise typer.Exit(DIFFERENT)


def _run(
    paths: tuple[str, str],
    title: str,
    kinds: frozenset[str],
    wanted: object,
    renderer: Callable[..., bool],
    output: str,
    coloured: bool,
) -> bool:
    from claimx.ledger.diff import compare_ledgers
    from claimx.ledger.index import LedgerFile
    from claimx.ledger.writer import open_output
    from claimx.views.diff import sides

    old, new = LedgerFile(paths[0], kinds), LedgerFile(paths[1], kinds)
    gc.freeze()  # the index stays until the end: no collection need walk it again
    with open_output(output) as out:
        if title:
            out.write(f"{title}\n")
        diffs = compare_ledgers(old, new, wanted)  # type: ignore[arg-type]
        return renderer(diffs, sides(old.read, new.read), out.write, (old.name, new.name), coloured)


def _text(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_text

    return write_text(diffs, read, write, coloured)


def _json(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_json

    return write_json(diffs, read, write, names)


def _jsonl(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_jsonl

    return write_jsonl(diffs, read, write)


def _markdown(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_markdown

    return write_markdown(diffs, read, write, names)


def _html(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_html

    return write_html(diffs, read, write, names)


def _stat(diffs, read, write, names, coloured):  # type: ignore[no-untyped-def]
    from claimx.views.diff import write_stat

    return write_stat(diffs, write)


_RENDERERS = {
    Format.TEXT: _text,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.MARKDOWN: _markdown,
    Format.HTML: _html,
}


def _pair(ledgers: list[str]) -> tuple[str, str, str]:
    if len(ledgers) != 2:
        raise UsageError(f"diff takes two ledgers, OLD and NEW, not {len(ledgers)}")
    if ledgers == ["-", "-"]:
        raise UsageError("only one of the two ledgers can be stdin")
    return ledgers[0], ledgers[1], ""


def _git_pair(arguments: list[str]) -> tuple[str, str, str]:
    """What git hands to an external diff; a file that is new or gone comes as /dev/null."""
    from claimx.views.safe import visible

    if len(arguments) == 1:
        raise UsageError(f"{arguments[0]} is unmerged: there are no two ledgers to compare")
    if len(arguments) not in _GIT_ARGUMENTS:
        raise UsageError("--git is for git: set diff.claimx.command to `claimx diff --git`")
    name = arguments[0] if len(arguments) == 7 else f"{arguments[0]} → {arguments[7]}"
    null = os.devnull
    old, new = (null if path == "nul" else path for path in (arguments[1], arguments[4]))
    return old, new, f"claimx diff {visible(name)}"


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _kinds(values: list[str] | None) -> frozenset[str]:
    from claimx.model import Kind

    names = _names(values)
    for name in names:
        if name not in list(Kind):
            raise UsageError(f"no such kind: {name!r} (kinds: {', '.join(Kind)})")
    return frozenset(names)
