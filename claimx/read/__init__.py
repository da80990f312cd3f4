"""From a file to a Document: what it holds decides, its suffix only helps."""

from __future__ import annotations

from pathlib import Path

from claimx.errors import InputError
from claimx.model import Document
from claimx.read.text import read_text

SUFFIXES = (".md", ".pdf", ".text", ".txt")
"""Suffixes under which a folder is searched for papers."""

_HEAD = 1024
_HTML = (b"<!doctype html", b"<html")


def read_document(
    source: Path | bytes,
    *,
    id: str,
    name: str | None = None,
    password: str | None = None,
    pdf_engine: str = "auto",
) -> Document:
    """The paper at a path, or in bytes that came under `name`, as a Document.

    A `%PDF` header in the first kilobyte makes it a PDF, whatever it is called. Raises
    InputError with one line that names the file and what to do.
    """
    where = name or (str(source) if isinstance(source, Path) else id)
    data = source if isinstance(source, bytes) else _load(source)
    try:
        return _read(data, id, where, password, pdf_engine)
    except InputError as error:
        message = str(error)
        raise InputError(message if message.startswith(where) else f"{where}: {message}") from error


def _read(data: bytes, id: str, where: str, password: str | None, pdf_engine: str) -> Document:
    head = data[:_HEAD]
    if b"%PDF-" in head:
        from claimx.read.pdf import read_pdf

        return read_pdf(data, id=id, password=password, engine=pdf_engine)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML):
        raise InputError(
            "is a web page, not a paper (a download may have failed); get the PDF itself or save the text"
        )
    if where.lower().endswith(".pdf") and data:
        raise InputError("is called .pdf but holds no PDF; get the file again")
    return read_text(data, id=id)


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder, not a file") from error
    except PermissionError as error:
        raise InputError(f"{path}: may not be read; check its permissions") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
