"""What a file holds decides how it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.errors import InputError
from claimx.read import read_document


def test_text_by_path_and_by_bytes(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("It fell.\n", encoding="utf-8")
    assert read_document(path, id="paper").text == "It fell.\n"
    assert read_document(b"It fell.", id="stdin", name="stdin").text == "It fell."


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("page.pdf", b"<!DOCTYPE html><html></html>", "web page"),
        ("page.txt", b"\n<html lang='en'>", "web page"),
        ("paper.pdf", b"just words", "no PDF"),
        ("paper.txt", bytes(range(256)) * 9, "not text"),
    ],
)
def test_what_is_no_paper_is_refused_by_name(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=says) as caught:
        read_document(path, id="x")
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_missing_and_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        read_document(tmp_path / name, id="x")
