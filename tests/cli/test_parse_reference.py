"""`claimx parse reference`: one JSON line for each line of input."""

from __future__ import annotations

import io
import json
import sys

import pytest

from claimx.cli.parse_reference import parse_reference

LINE = 'Sara Lind, "The River War," *Nordic Tribune*, April 27, 2012.'


def test_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    parse_reference([LINE, "Ibid.", ""])
    first, second, third = capsys.readouterr().out.splitlines()
    assert json.loads(first)[0]["container-title"] == "Nordic Tribune"
    assert second == third == "[]"


@pytest.mark.parametrize("texts", [None, [], ["-"]])
def test_standard_input(texts, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = f"{LINE}\r\n\nbroken \xff bytes\n".encode("latin-1")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    parse_reference(texts)
    lines = capsys.readouterr().out.splitlines()
    assert [type(json.loads(line)) for line in lines] == [list] * 3
    assert json.loads(lines[0])[0]["title"] == "The River War"
