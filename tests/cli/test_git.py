"""The diff driver in a real git repository: two lines of configuration."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.cli.command import ENVIRONMENT
from tests.ledger.samples import day, record, write

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not here")


@pytest.fixture
def repository(tmp_path):
    environment = {
        **ENVIRONMENT,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_COLOR": "1",
    }
    environment |= {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*arguments):
        ran = subprocess.run(
            ["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    git("init", "-q")
    (tmp_path / ".gitattributes").write_text("*.ledger.jsonl diff=claimx\n")
    git("config", "diff.claimx.command", f"'{sys.executable}' -m claimx diff --git")
    write(tmp_path / "delta.ledger.jsonl", [record(number=1), record(number=2)])
    git("add", ".")
    git("commit", "-q", "-m", "ledger")
    return git, tmp_path


def test_a_changed_ledger(repository):
    git, folder = repository
    write(folder / "delta.ledger.jsonl", [record(number=1, date=day("2016")), record(number=2)])
    text = git("diff")
    assert "claimx diff delta.ledger.jsonl" in text
    assert "date.edtf: 2016-03-08 -> 2016" in text and "1 document: 1 same" in text


def test_a_new_and_a_removed_ledger(repository):
    git, folder = repository
    write(folder / "new.ledger.jsonl", [record(number=5)])
    (folder / "delta.ledger.jsonl").unlink()
    git("add", "-A")
    text = git("diff", "--cached", "--no-renames")
    assert "+ added attack" in text and text.count("- removed attack") == 2


def test_a_renamed_ledger(repository):
    git, folder = repository
    git("mv", "delta.ledger.jsonl", "moved.ledger.jsonl")
    write(folder / "moved.ledger.jsonl", [record(number=1), record(number=2, confidence=0.5)])
    git("add", "-A")
    assert "confidence: 0.9 -> 0.5" in git("diff", "--cached", "-M10%")
