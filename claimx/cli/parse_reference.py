"""`claimx parse reference`: references and notes as CSL-JSON, one JSON line for each line of input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer


def parse_reference(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT...]",
            help="Notes or bibliography entries; none, or -: lines from stdin.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read references: one JSON line for each line of input, a list of CSL-JSON items, one a source.

    A remark that names no source gives [], as does "Ibid." by itself. Always exits with 0.
    """
    for line in _answers(_lines(text or ["-"])):
        sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _lines(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            for raw in sys.stdin.buffer:
                yield raw.decode("utf-8", "replace").rstrip("\r\n")
        else:
            yield text


def _answers(lines: Iterable[str]) -> Iterator[str]:
    from claimx.cite.entries import parse_reference as parse

    for line in lines:
        yield json.dumps([reference.csl for reference in parse(line)], ensure_ascii=False)
