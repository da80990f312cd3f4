"""The program as a shell meets it: help, errors in one line, exit codes, pipes."""

import os
import resource
import subprocess
import sys

import pytest

from claimx import __version__
from claimx.cli import COMMANDS, PARSE
from tests.cli.command import ENVIRONMENT, claimx
from tests.ledger.samples import record, write

HEAVY = ("spacy", "numpy", "pdfplumber", "pypdfium2", "rapidfuzz", "thinc")


def program(*arguments, **options):
    command = [sys.executable, "-m", "claimx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=ENVIRONMENT, **options)


def test_help_names_every_command():
    ran = claimx("--help")
    assert ran.code == 0 and ran.err == ""
    for name, (_, summary) in COMMANDS.items():
        assert f"  {name} " in ran.out and summary[:40] in ran.out
    assert "  parse " in ran.out


@pytest.mark.parametrize("command", [[name] for name in COMMANDS] + [["parse", name] for name in PARSE])
def test_every_command_has_help(command):
    ran = claimx(*command, "--help")
    assert ran.code == 0 and ran.out.startswith(f"Usage: claimx {' '.join(command)}")


def test_version():
    assert claimx("--version").out == f"claimx {__version__}\n"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument):
    code = (
        f"import sys; from claimx.cli import run; run([{argument!r}]); print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT
    ).stderr.split()
    assert not [name for name in HEAVY if name in loaded]


def test_help_is_quick():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert program("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3


USAGE = [
    (["nonsense"], "No such command 'nonsense'"),
    (["dif"], "Did you mean 'diff'?"),
    (["diff"], "Missing argument"),
    (["diff", "a"], "takes two ledgers"),
    (["diff", "-", "-"], "stdin"),
    (["diff", "a", "b", "--format", "xml"], "--format"),
    (["diff", "a", "b", "--kind", "rumour"], "no such kind: 'rumour'"),
    (["diff", "a", "b", "--min-change", "7"], "--min-change"),
    (["check", "--no-such"], "No such option"),
    (["check", "no-such-file.jsonl"], "no-such-file.jsonl"),
    (["stats", "."], "folder"),
    (["merge", "a", "-o", "/no/such/folder/x"], "folder"),
    (["show", "x", "--png", "y"], "--id"),
    (["apply", "-", "-"], "stdin"),
    (["score", "x", "--gold", "nowhere", "--papers", "."], "nowhere"),
    (["parse"], "command"),
    ([], "command"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE)
def test_wrong_usage_is_one_line_and_two(arguments, said):
    ran = claimx(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("claimx: ") and ran.err.count("\n") == 1 and said.lower() in ran.err.lower()


def test_messages_show_no_terminal_escapes():
    ran = claimx("check", "\x1b[2Jevil\n.jsonl")
    assert ran.code == 2 and ran.err.rstrip("\n").isprintable()


def test_an_interrupt(monkeypatch):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr("claimx.cli.schema.schema", interrupt)
    ran = claimx("schema")
    assert (ran.code, ran.out) == (130, "")


def test_a_defect_is_one_line_too(monkeypatch):
    def fail():
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("claimx.cli.schema.schema", fail)
    ran = claimx("schema")
    assert ran.code == 70 and "ZeroDivisionError: by zero" in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("command", ["merge", "export", "show", "report", "diff"])
def test_a_closed_pipe_is_quiet(tmp_path, command):
    path = write(tmp_path / "a.jsonl", (record(number=n) for n in range(1500)))
    inputs = [path, write(tmp_path / "b.jsonl", [])] if command == "diff" else [path]
    reader, writer = os.pipe()
    os.close(reader)
    arguments = [sys.executable, "-m", "claimx", command, *map(str, inputs)]
    ran = subprocess.run(
        arguments, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=60, env=ENVIRONMENT
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, "")


def test_output_is_utf8_whatever_the_locale(tmp_path):
    path = write(tmp_path / "a.jsonl", [record(quote="Dawn raid in Nîmes – “quiet”.")])
    environment = ENVIRONMENT | {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [sys.executable, "-m", "claimx", "merge", "-"],
        input=path.read_bytes(),
        capture_output=True,
        env=environment,
    )
    assert ran.stdout == path.read_bytes()
