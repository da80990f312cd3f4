"""What the commands share about the terminal: colours, consoles, stderr."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


class Colour(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def wants_colour(choice: Colour = Colour.AUTO, stream: IO[str] | None = None) -> bool:
    """Whether to colour: as told, else on a terminal that is not dumb and where NO_COLOR is not set."""
    if choice is not Colour.AUTO:
        return choice is Colour.ALWAYS
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool((stream or sys.stdout).isatty())


def console(width: int | None = None, stderr: bool = False, colour: Colour = Colour.AUTO) -> Console:
    """A rich console that leaves a closed pipe to us, reads no markup and marks nothing up by itself."""
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = sys.stderr if stderr else sys.stdout
    coloured = wants_colour(colour, stream)
    if width is None and not stream.isatty():
        width = int(os.environ.get("COLUMNS") or 0) or 120
    return Plain(
        file=stream, width=width, markup=False, emoji=False, highlight=False,
        no_color=not coloured, force_terminal=True if coloured else None,
    )  # fmt: skip


def tell(message: str) -> None:
    """One line on stderr."""
    print(f"claimx: {message}", file=sys.stderr)
