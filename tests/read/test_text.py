"""Encodings, line ends and lines of plain text."""

from __future__ import annotations

import hashlib
import time

import pytest

from claimx.errors import InputError
from claimx.read.text import decode_text, read_text

PROSE = "The group’s leader, Müller, said “no” to São Paulo.\n" * 3
WESTERN = "The group's leader, Müller, fled to São Paulo.\n" * 3


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    assert decode_text(PROSE.encode(encoding)) == PROSE


def test_latin_1() -> None:
    assert decode_text(WESTERN.encode("latin-1")) == WESTERN


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)),
        b"PK\x03\x04\x14\x00\x06\x00" + b"\x00\x8f\x01\x99" * 400,
        b"\xff\xfeA\x00\x00",
        "Москва пала в мае. ".encode("cp1251") * 20,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode_text(data)
    assert "\n" not in str(caught.value)


def test_a_broken_byte_in_utf_8() -> None:
    document = read_text(PROSE.encode()[:-3] + b"\xe2\x80" + b" end.", id="x")
    assert document.text.startswith("The group’s leader, Müller")
    assert [problem.code for problem in document.problems] == ["broken-encoding"]


def test_line_ends_and_empty() -> None:
    assert decode_text(b"a\r\nb\rc\n") == "a\nb\nc\n"
    document = read_text(b"", id="nothing")
    assert (document.text, document.lines) == ("", ())


def test_document() -> None:
    data = "\ufeffOne.\r\n\r\n  Two.".encode()
    document = read_text(data, id="e\u0301tude")
    assert document.id == "\u00e9tude"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert [document.text[line.start : line.end] for line in document.lines] == ["One.", "  Two."]


def test_a_very_long_line_is_read_in_time() -> None:
    started = time.process_time()
    assert len(read_text(b"word " * 2_000_000, id="long").lines) == 1
    assert time.process_time() - started < 3
