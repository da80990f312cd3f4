"""Which papers a command was given: files, folders, stdin; their ids and what a manifest knows of them."""

from __future__ import annotations

import hashlib
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimx.edtf import is_valid
from claimx.errors import InputError, UsageError
from claimx.model import Problem
from claimx.read import SUFFIXES

STDIN = "-"


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What a manifest knows of one paper."""

    id: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    container_title: str | None = None
    published: str | None = None
    sha256: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Papers by the SHA-256 of their forms: a reader's own copy is known by its content."""

    by_hash: dict[str, PaperEntry] = field(default_factory=dict)

    def find(self, sha256: str) -> PaperEntry | None:
        """The entry for a file with this hash, or None."""
        return self.by_hash.get(sha256)


@dataclass(frozen=True, slots=True)
class Source:
    """One input: its path (None: stdin) and the id its file name gives."""

    path: Path | None
    stem: str

    @property
    def name(self) -> str:
        """What messages call it."""
        return "stdin" if self.path is None else str(self.path)

    def load(self) -> bytes:
        """The input's bytes; InputError when it cannot be read."""
        if self.path is None:
            return sys.stdin.buffer.read()
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise InputError(
                f"{self.path}: cannot be read ({error.strerror or error}); check its permissions"
            ) from error


def find_sources(paths: Sequence[str]) -> tuple[list[Source], list[Problem]]:
    """Inputs in order: files as given; folders searched below, in code-point order of the relative path,
    without hidden files and symbolic links. What is missing comes back as a problem."""
    out: list[Source] = []
    problems: list[Problem] = []
    for given in paths:
        if given == STDIN:
            out.append(Source(None, "stdin"))
            continue
        path = Path(given)
        if path.is_dir():
            found = list(_walk(path))
            if not found:
                problems.append(
                    Problem("no-papers", f"{given}: no papers in this folder ({', '.join(SUFFIXES)})", given)
                )
            out.extend(Source(p, _stem(p)) for p in found)
        elif path.exists():
            out.append(Source(path, _stem(path)))
        else:
            problems.append(Problem("missing", f"{given}: no such file or folder; check the path", given))
    return out, problems


def _walk(folder: Path) -> Iterator[Path]:
    rows = []
    for path in folder.rglob("*"):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or path.is_symlink() or not path.is_file():
            continue
        if path.suffix.lower() in SUFFIXES:
            rows.append((relative.as_posix(), path))
    yield from (path for _, path in sorted(rows))


def _stem(path: Path) -> str:
    return unicodedata.normalize("NFC", path.stem)


class Ids:
    """Document ids of a run: a repeated one gets -2, -3 …, and a problem says so."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def give(self, wanted: str) -> tuple[str, Problem | None]:
        """A free id and, when it is not the wanted one, the problem to tell."""
        if wanted not in self.used:
            self.used.add(wanted)
            return wanted, None
        n = 2
        while f"{wanted}-{n}" in self.used:
            n += 1
        new = f"{wanted}-{n}"
        self.used.add(new)
        return new, Problem(
            "repeated-id", f"two inputs share the id {wanted!r}; the later one is {new!r}", new
        )


def sha256(data: bytes) -> str:
    """Hex digest of an input's bytes."""
    return hashlib.sha256(data).hexdigest()


def load_manifest(path: str) -> Manifest:
    """Read a corpus.toml: [[paper]] tables with id, title, authors, container_title, published, sha256.

    UsageError with one line when the file is missing or a row is not valid.
    """
    try:
        raw = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such manifest; check the path") from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: not a readable TOML manifest: {error}") from error
    by_hash: dict[str, PaperEntry] = {}
    for n, row in enumerate(raw.get("paper", []), 1):
        entry = _entry(path, n, row)
        for digest in entry.sha256:
            by_hash[digest] = entry
    return Manifest(by_hash)


def _entry(path: str, n: int, row: dict) -> PaperEntry:
    where = f"{path}: paper {n}"
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        raise UsageError(f"{where}: needs an id")
    where = f"{path}: paper {row['id']!r}"
    hashes = row.get("sha256", {})
    hashes = (
        tuple(hashes.values())
        if isinstance(hashes, dict)
        else tuple(hashes)
        if isinstance(hashes, list)
        else (hashes,)
    )
    if not all(isinstance(h, str) and len(h) == 64 for h in hashes):
        raise UsageError(f"{where}: sha256 must be 64 hex digits")
    published = row.get("published")
    if published is not None and (not isinstance(published, str) or not is_valid(published)):
        raise UsageError(f"{where}: published must be an EDTF date, as 2022-02-11")
    authors = row.get("authors", [])
    if not isinstance(authors, list) or not all(isinstance(a, str) for a in authors):
        raise UsageError(f"{where}: authors must be a list of names")
    return PaperEntry(
        row["id"],
        row.get("title"),
        tuple(authors),
        row.get("container_title"),
        published,
        tuple(h.lower() for h in hashes),
    )
