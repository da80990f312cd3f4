"""README keeps its word: the ledger line it prints is valid, the command reference is fresh, offline commands run."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claimx.cli import COMMANDS
from claimx.ledger.schema import ledger_schema
from tests.cli.command import ENVIRONMENT, claimx

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
MARKER = "<!-- commands: written by `make docs` -->"
#: Commands that need what a clean checkout lacks, or write where they should not.
SKIPPED = ("make", "git", "pip", "python", "cd")


def text() -> str:
    if not README.exists():
        pytest.skip("no README.md yet")
    return README.read_text(encoding="utf-8")


def blocks(*languages: str) -> list[str]:
    return [body for language, body in BLOCK.findall(text()) if language in languages]


def test_a_ledger_line_that_readme_prints_is_valid():
    from jsonschema import Draft202012Validator

    printed = [body for body in blocks("json", "jsonl", "") if '"schema": "claimx/1"' in body]
    if not printed:
        pytest.skip("README prints no ledger line")
    for body in printed:
        for record in _records(body):
            assert not list(Draft202012Validator(ledger_schema()).iter_errors(record))


def _records(body: str) -> list[dict]:
    """The JSON objects of a block: one over several lines, or one a line."""
    body = body[body.index("{") : body.rindex("}") + 1]
    try:
        return [json.loads(body)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in body.splitlines() if line.startswith("{")]


def test_the_command_reference_is_fresh():
    if MARKER not in text():
        pytest.skip("README has no command reference yet")
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "tools" / "docs.py"), "--check"],
        cwd=ROOT,
        env=ENVIRONMENT,
        timeout=120,
    )
    assert done.returncode == 0, "run `make docs`"


def test_the_first_screen_says_how_to_start():
    first = "\n".join(text().splitlines()[:60])
    assert "make extract" in first and "make test" in first


def commands() -> list[str]:
    if not README.exists():
        return []
    outside = text().split(MARKER)[0]
    lines = [
        line.strip()
        for body in (b for lang, b in BLOCK.findall(outside) if lang in ("sh", "bash", "console", "shell"))
        for line in body.replace("\\\n", " ").splitlines()
    ]
    return [line.removeprefix("$ ") for line in lines if line.removeprefix("$ ").startswith("claimx ")]


def test_commands_name_what_exists():
    for line in commands():
        name = shlex.split(line, comments=True)[1]
        assert name in COMMANDS or name in ("parse", "--help", "--version"), line


@pytest.mark.parametrize(
    "line",
    [
        c
        for c in commands()
        if re.match(r"claimx (parse|schema|--help|--version)", c) and "|" not in c and ">" not in c
    ],
)
def test_commands_that_need_no_paper_run(line):
    assert claimx(*shlex.split(line, comments=True)[1:]).code == 0


def test_options_that_readme_shows_exist():
    helps: dict[str, str] = {}
    for line in commands():
        words = shlex.split(line.split("|")[0], comments=True)[1:]
        name = " ".join(words[:2]) if words[0] == "parse" else words[0]
        if name.startswith("-"):
            continue
        if name not in helps:
            helps[name] = claimx(*name.split(), "--help").out
        for option in (w.split("=")[0] for w in words if w.startswith("--")):
            assert option in helps[name], line


def test_links_lead_to_files():
    for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", text()):
        assert (ROOT / target).exists(), target
