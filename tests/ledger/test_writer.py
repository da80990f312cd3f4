import os
import stat

import pytest

from claimx.errors import UsageError
from claimx.ledger.writer import open_output


def test_a_file_is_there_only_when_all_is_written(tmp_path):
    target = tmp_path / "ledger.jsonl"
    target.write_text("old")
    with open_output(target) as out:
        out.line("new é\ud800")
        out.flush()
        assert target.read_text() == "old"
    assert target.read_bytes() == "new é\\ud800\n".encode()
    assert os.listdir(tmp_path) == ["ledger.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_nothing_is_left(tmp_path, error):
    with pytest.raises(error), open_output(tmp_path / "ledger.jsonl") as out:
        out.line("half")
        raise error
    assert os.listdir(tmp_path) == []


def test_permissions_of_a_replaced_file_stay(tmp_path):
    target = tmp_path / "ledger.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    with open_output(target) as out:
        out.line("new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    with open_output(link) as out:
        out.line("new")
    assert link.is_symlink() and target.read_text() == "new\n"


def test_a_missing_folder_and_a_folder_are_told(tmp_path):
    with pytest.raises(UsageError, match="missing"), open_output(tmp_path / "no" / "x"):
        pass
    with pytest.raises(UsageError, match="is a folder"), open_output(tmp_path):
        pass


def test_stdout(capfdbinary):
    with open_output("-") as out:
        out.line("é")
        out.raw(b"x\n")
    assert capfdbinary.readouterr().out == "é\nx\n".encode()
