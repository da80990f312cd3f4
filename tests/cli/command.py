"""Runs a command line inside the test process, through the program's own entry."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import claimx as package
from claimx.cli import run

#: The environment in which `python -m claimx` finds this checkout from any folder.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(package.__file__).resolve().parents[1])}


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", errors="backslashreplace", newline="\n")

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def claimx(*arguments: Any, stdin: str | bytes = b"") -> Ran:
    """`claimx("check", path)`: exit code, stdout, stderr."""
    saved = sys.stdin, sys.stdout, sys.stderr
    data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    out, err = _Stream(), _Stream()
    sys.stdin, sys.stdout, sys.stderr = _Stream(data), out, err
    try:
        code = run([str(argument) for argument in arguments])
        return Ran(code, out.text(), err.text())
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved
