"""`claimx apply`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx.cli.terminal import tell
from claimx.errors import UsageError

SOME_FAILED = 3


def apply(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger that was judged; - is stdin.")],
    edits: Annotated[str, typer.Argument(metavar="EDITS", help="The judgements, JSON Lines; - is stdin.")],
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep rejected claims; mark every judged claim under `review`.")
    ] = False,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = "-",
) -> None:
    """Lay judgements over a ledger: rejected claims out, amended fields in.

    A judgement holds for the claim as it was judged. When the claim has changed since, the judgement
    is stale: it is listed on stderr, the claim stays as it is, and the exit code is 3.
    """
    from claimx.ledger.codec import dump_record
    from claimx.ledger.decisions import Review, read_judgements
    from claimx.ledger.reader import read_records
    from claimx.ledger.writer import open_output
    from claimx.views.safe import visible

    if ledger == edits == "-":
        raise UsageError("only one of LEDGER and EDITS can be stdin")
    review = Review(read_judgements(edits))
    with open_output(output) as out:
        for _, record in read_records(ledger):
            result = review.apply(record, keep)
            if result is not None:
                out.line(dump_record(result))
    review.finish()
    for problem in review.problems:
        tell(visible(problem))
    tell(", ".join(f"{count} {word}" for word, count in review.counts.items() if count) or "an empty ledger")
    if review.problems:
        raise typer.Exit(SOME_FAILED)
