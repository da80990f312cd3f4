"""`claimx parse date`: date expressions as EDTF, one JSON line for each line of input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from claimx.errors import UsageError


def parse_date(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT…|-]", help="Text to read; - or nothing for stdin.", show_default=False),
    ] = None,
    reference_date: Annotated[
        str | None,
        typer.Option(
            "--reference-date", metavar="D", help="The day it is said on: 2022-02-11 (or 2022-02, 2022)."
        ),
    ] = None,
) -> None:
    """Read the dates of each line: a list of EDTF, first and last day, text, place, qualifier and basis."""
    reference = check_reference(reference_date)
    for line in date_lines(_lines(texts or ["-"]), reference):
        sys.stdout.write(line + "\n")


def date_lines(texts: Iterable[str], reference: str | None = None) -> Iterator[str]:
    """One JSON array for each text, [] where it holds no date.

    A date that may be read in two ways takes the reading that is not after the reference.

    >>> list(date_lines(["last August", "a 16-year-old"], "2022-02-11"))[1]
    '[]'
    """
    from claimx.ledger.codec import dump_json
    from claimx.mentions.timex import find_timexes

    for text in texts:
        yield dump_json([_row(timex) for timex in find_timexes(text, reference=reference, calendar=True)])


def check_reference(value: str | None) -> str | None:
    """The reference as an EDTF day, month or year; a time of day after it is cut off. UsageError for
    anything else."""
    from claimx import edtf

    if value is None:
        return None
    day = value.strip().split("T")[0].split(" ")[0]
    if not edtf.is_valid(day) or edtf.is_interval(day) or edtf.precision(day) not in ("day", "month", "year"):
        raise UsageError(f"--reference-date: {value!r} is no date; give it as 2022-02-11, 2022-02 or 2022")
    return day


def _row(timex: Any) -> dict[str, Any]:
    return {
        "edtf": timex.edtf,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "text": timex.text,
        "start": timex.start,
        "end": timex.end,
        "qualifier": timex.qualifier,
        "basis": str(timex.basis),
    }


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Each text as it is, for "-" the lines of stdin (UTF-8; a byte that is none is replaced)."""
    for text in texts:
        if text != "-":
            yield text
            continue
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace").rstrip("\r\n").lstrip("\ufeff")
