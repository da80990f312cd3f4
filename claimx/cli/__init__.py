"""The command line: `claimx COMMAND …`.

This file knows every command by name and one line of help, and imports a command's module only
when that command is run or asked for its own help: `claimx --help` loads no language pipeline,
no PDF reader and no arrays.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Annotated, Any, ClassVar, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from claimx import __version__
from claimx.errors import ClaimxError

#: Name -> (module:function, one line of help), in the order in which a reader meets them.
COMMANDS: dict[str, tuple[str, str]] = {
    "extract": ("claimx.cli.extract:extract", "Turn papers into a claim ledger."),
    "inspect": ("claimx.cli.inspect:inspect", "Print one stage of the reading of a paper as JSON Lines."),
    "show": ("claimx.cli.show:show", "Print the claims of a ledger for people, or one claim whole."),
    "sources": ("claimx.cli.sources:sources", "List a paper's notes, references and callouts."),
    "score": ("claimx.cli.score:score", "Measure a ledger against gold annotations."),
    "schema": ("claimx.cli.schema:schema", "Print the JSON Schema of a ledger line."),
    "diff": ("claimx.cli.diff:diff", "Compare two ledgers, claim by claim."),
    "review": ("claimx.cli.review:review", "Judge claims one by one, or in a batch."),
    "apply": ("claimx.cli.apply:apply", "Lay judgements over a ledger."),
    "merge": ("claimx.cli.merge:merge", "Join ledgers into one."),
    "report": ("claimx.cli.report:report", "Write a ledger as one HTML page."),
    "check": ("claimx.cli.check:check", "Check a ledger line by line."),
    "conflicts": ("claimx.cli.conflicts:conflicts", "Find claims of one event that give other figures."),
    "stats": ("claimx.cli.stats:stats", "Count the claims of a ledger."),
    "export": ("claimx.cli.export:export", "Write a ledger as CSV, or its sources as CSL-JSON or BibTeX."),
}  # fmt: skip
PARSE: dict[str, tuple[str, str]] = {
    "date": ("claimx.cli.parse_date:parse_date", "Read date expressions: one JSON line for each line."),
    "reference": (
        "claimx.cli.parse_reference:parse_reference",
        "Read references: one JSON line for each line.",
    ),
}
CONTEXT = {"help_option_names": ["-h", "--help"]}
CLOSED_PIPE = 141  # what a shell reports of a program whose reader went away (128 + SIGPIPE)
INTERRUPTED = 130


class ClosedPipe(Exception):
    """Whoever read our output has read enough."""


class Stub(TyperCommand):
    """A command of which only the name and one line are known so far."""

    def __init__(self, name: str, target: str, summary: str) -> None:
        super().__init__(name=name, help=summary, callback=None)
        self._target = target

    def load(self) -> Any:
        """Imports the command's module and builds the command."""
        module, function = self._target.split(":")
        one = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)
        one.command(self.name)(getattr(import_module(module), function))
        return get_command(one)


class LazyGroup(TyperGroup):
    """A group of stubs that become commands when they are called."""

    table: ClassVar[dict[str, tuple[str, str]]] = {}

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        for name, (target, summary) in self.table.items():
            self.add_command(Stub(name, target, summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """As the parent does, but with the command itself in place of its stub."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, Stub) else command, rest

    def invoke(self, ctx: Any) -> Any:
        """Runs the command; a closed pipe leaves as `ClosedPipe`, before the parent prints about it."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ClosedPipe from None


class MainGroup(LazyGroup):
    """`claimx …`."""

    table = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        """The order of COMMANDS, with `parse` beside `sources`."""
        names = [name for name in self.commands if name != "parse"]
        at = names.index("sources") + 1
        return [*names[:at], "parse", *names[at:]]


class ParseGroup(LazyGroup):
    """`claimx parse …`."""

    table = PARSE


app = typer.Typer(
    name="claimx",
    cls=MainGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)
parse_app = typer.Typer(cls=ParseGroup, rich_markup_mode=None, help="Read dates or references, line by line.")
app.add_typer(parse_app, name="parse")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"claimx {__version__}")
        raise typer.Exit()


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and leave.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Dated claims on armed conflict, each tied to its words and its source."""


@parse_app.callback()
def parse_root() -> None:
    """Read dates or references: one JSON line for each line of input."""


def run(args: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; what a user can put right is told in one line.

    >>> run(["schema", "--no-such-option"])
    2
    """
    try:
        code = get_command(app).main(args=list(args), prog_name="claimx", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except ClaimxError as error:
        return complain(str(error), error.exit_code)
    except (ClosedPipe, BrokenPipeError):
        return CLOSED_PIPE
    except (KeyboardInterrupt, typer.Abort):
        return complain("interrupted", INTERRUPTED)
    except typer.Exit as leave:
        return leave.exit_code
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 1
    except OSError as error:
        return complain(_os_line(error), ClaimxError.exit_code)
    except Exception as error:
        return _other(error)


def _other(error: Exception) -> int:
    """A usage error in one line; anything else is a defect, told in one line too unless asked to show all."""
    if hasattr(error, "format_message"):
        command = getattr(getattr(error, "ctx", None), "command_path", "claimx")
        message = error.format_message().strip().rstrip(".") or "no command given"
        return complain(f"{message} (`{command} --help` tells how)", ClaimxError.exit_code)
    if os.environ.get("CLAIMX_TRACEBACK"):
        raise error
    said = f"{type(error).__name__}: {error}"
    return complain(f"a defect in claimx, please report it: {said} (CLAIMX_TRACEBACK=1 shows where)", 70)


def _os_line(error: OSError) -> str:
    said = error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename is not None else said


def complain(message: str, code: int) -> int:
    """One line on stderr, control characters made visible; returns `code`."""
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in " ".join(message.split())
    )
    with suppress(OSError, ValueError):
        print(f"claimx: {shown}", file=sys.stderr, flush=True)
    return code


def _settle_streams() -> None:
    """Text goes out as UTF-8 with plain line feeds, whatever the locale; what has no UTF-8 is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def main() -> NoReturn:
    """The `claimx` program."""
    _settle_streams()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:
        code = CLOSED_PIPE if code == 0 else code
    if code == CLOSED_PIPE:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)
