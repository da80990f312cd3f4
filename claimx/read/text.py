"""Plain text in, Document out: encodings, line ends, lines."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from claimx.errors import InputError
from claimx.model import Document, Line, Problem

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PRINTED = re.compile(r"[^\n\f]*[^\s][^\n\f]*")
_SAMPLE = 65_536


def decode_text(data: bytes) -> str:
    """The text that `data` holds: BOM out, CRLF and CR as LF.

    UTF-8, UTF-16 (by BOM or by its zero bytes) and, when the bytes read like Western prose,
    Windows-1252. Raises InputError for anything else.

    >>> decode_text("\\ufeffna\\u00efve\\r\\n".encode("utf-8"))
    'naïve\\n'
    """
    text = _decode(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def read_text(data: bytes, *, id: str) -> Document:
    """A Document from the bytes of a text file; `id` is put in NFC. Raises InputError."""
    text = decode_text(data)
    problems: tuple[Problem, ...] = ()
    if (place := text.find("\ufffd")) >= 0:
        message = "holds characters that could not be decoded; they are read as \ufffd"
        problems = (Problem("broken-encoding", message, id, (place, place + 1)),)
    return Document(
        id=unicodedata.normalize("NFC", id),
        text=text,
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        lines=_lines(text),
        problems=problems,
    )


def _lines(text: str) -> tuple[Line, ...]:
    """Every printed line; blank ones are none."""
    return tuple(Line(match.start(), match.end()) for match in _PRINTED.finditer(text))


def _decode(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return _strictly(data[3:], "utf-8")
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return _strictly(data, "utf-32")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if b"\x00" in data[:_SAMPLE]:
        return _plausible(_strictly(data, _utf16_order(data[:_SAMPLE])))
    try:
        return _plausible(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _western(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"is marked as {encoding} but is not valid {encoding}; save it again as UTF-8"
        ) from error
    return text.removeprefix("\ufeff")


def _utf16_order(sample: bytes) -> str:
    """Which UTF-16 the zero bytes tell of: in Latin script every second byte is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most * 2 < len(sample) // 2 or least * 10 > most:
        raise InputError("is not text: it holds zero bytes; give a PDF or a text file in UTF-8")
    return "utf-16-le" if odd > even else "utf-16-be"


def _plausible(text: str) -> str:
    """`text` unless control characters show that it is no text at all."""
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) * 200 > len(sample) + 200:
        raise InputError("is not text: it is full of control characters; give a PDF or a text file in UTF-8")
    return text


def _western(data: bytes) -> str:
    """Windows-1252 (or Latin-1) when the bytes above 127 are letters and quotation marks in words.

    UTF-8 with a few broken bytes stays UTF-8, with U+FFFD for them.
    """
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if sum(char > "\x7f" for char in loose) > 4 * broken:
        return _plausible(loose)
    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    if controls or high * 5 > len(sample):
        raise InputError(
            "is in no encoding that can be told (not UTF-8, UTF-16 or Latin-1); save it again as UTF-8"
        )
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
