"""`claimx parse date`, without the command line around it."""

from __future__ import annotations

import io
import json
import sys

import pytest

from claimx.cli.parse_date import check_reference, date_lines, parse_date
from claimx.errors import UsageError

KEYS = ["edtf", "earliest", "latest", "text", "start", "end", "qualifier", "basis"]


@pytest.mark.parametrize("value", ["", "someday", "2022-13", "2022-02-30", "2020/..", "199X", "11.02.2022"])
def test_bad_reference(value):
    with pytest.raises(UsageError, match="--reference-date"):
        check_reference(value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (None, None),
        ("2022-02-11", "2022-02-11"),
        ("2022-02-11T10:30:00", "2022-02-11"),
        ("2022-02", "2022-02"),
        ("2022", "2022"),
    ],
)
def test_reference(value, day):
    assert check_reference(value) == day


@pytest.mark.parametrize("text", ["", "no date here", "a 16-year-old", "\u2028"])
def test_none_found(text):
    assert list(date_lines([text], "2022-02-11")) == ["[]"]


def test_row():
    [line] = date_lines(["They met in early May 2014."])
    [row] = json.loads(line)
    assert list(row) == KEYS
    assert row == {
        "edtf": "2014-05",
        "earliest": "2014-05-01",
        "latest": "2014-05-31",
        "text": "in early May 2014",
        "start": 9,
        "end": 26,
        "qualifier": "early",
        "basis": "explicit",
    }


def test_reads_stdin_line_by_line(monkeypatch, capsys):
    class Stdin:
        pass

    Stdin.buffer = io.BytesIO(b"\xef\xbb\xbflast August\r\n\nspring 1972\n\xff")
    monkeypatch.setattr(sys, "stdin", Stdin)
    parse_date(["-"], "2022-02-11")
    lines = capsys.readouterr().out.splitlines()
    assert [[row["edtf"] for row in json.loads(line)] for line in lines] == [["2021-08"], [], ["1972-21"], []]


def test_arguments(capsys):
    parse_date(["2014", "x"], None)
    assert [len(json.loads(line)) for line in capsys.readouterr().out.splitlines()] == [1, 0]
