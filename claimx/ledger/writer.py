"""Output: to stdout as it comes, to a file whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from claimx.errors import UsageError


class Output:
    """Takes text, writes UTF-8 bytes; `line` flushes nothing, `flush` hands on what is there."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Writes text as it is; half a surrogate pair, which has no UTF-8, is escaped."""
        self._stream.write(text.encode("utf-8", "backslashreplace"))

    def line(self, text: str) -> None:
        """Writes one line, with its line feed."""
        self.write(text + "\n")

    def raw(self, data: bytes) -> None:
        """Writes bytes as they are."""
        self._stream.write(data)

    def flush(self) -> None:
        """Hands on what is buffered: after each document, so that a reader sees it at once."""
        self._stream.flush()


@contextmanager
def open_output(path: str | Path | None) -> Iterator[Output]:
    """Where a command's data go: stdout for None and "-", else a file that appears only when all went well.

    The file is written beside its target under a temporary name, forced to disk and renamed over it;
    after an error or Ctrl-C nothing is left and an older file is as it was. UsageError when the folder
    is missing or the target is a folder.
    """
    if path is None or str(path) == "-":
        sys.stdout.flush()
        output = Output(sys.stdout.buffer)
        yield output
        output.flush()
        return
    with _replacing(Path(path)) as stream:
        yield Output(stream)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise UsageError(f"{path} is a folder: name a file to write")
        with path.open("wb") as stream:  # /dev/stdout, a named pipe: there is nothing to rename over
            yield stream
        return
    target = path.resolve()  # a symbolic link keeps pointing where it points
    if not target.parent.is_dir():
        raise UsageError(f"{path}: the folder {target.parent} is missing, make it first")
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
