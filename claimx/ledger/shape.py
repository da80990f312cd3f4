"""Holds JSON values to a JSON Schema, fast: the part of draft 2020-12 that our own schema uses.

The schema is compiled once into nested functions; 200,000 ledger lines pass in seconds, where the
general validators need minutes. `tests/ledger/test_shape.py` holds it to `jsonschema`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx.ledger.schema import Schema, ledger_schema


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a value leaves the schema. `code`: type | missing | unknown | value."""

    path: str
    code: str
    message: str


Report = Callable[[str, str, str], None]
Test = Callable[[Any, str, Report], None]

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_SAID = {"object": "an object", "array": "a list", "string": "text", "integer": "a whole number",
         "number": "a number", "boolean": "true or false", "null": "null"}  # fmt: skip


def find_faults(record: Any) -> list[Fault]:
    """Every place where a ledger line leaves the schema, in the order of the keys.

    >>> find_faults({"schema": "claimx/2"})[0].message
    "'claimx/2' instead of 'claimx/1'"
    """
    faults: list[Fault] = []
    _line_test()(
        record, "", lambda path, code, message: faults.append(Fault(path.lstrip("."), code, message))
    )
    return faults


@cache
def _line_test() -> Test:
    schema = ledger_schema()
    return _compile(schema, schema["$defs"])


def _compile(schema: Schema, defs: Schema) -> Test:
    if "$ref" in schema:
        return _compile(defs[schema["$ref"].rsplit("/", 1)[1]], defs)
    typed = _type_test(schema)
    tests = list(_tests(schema, defs))
    if typed is None:
        return _all(tests)
    allowed, complain = typed

    def test(value: Any, path: str, report: Report) -> None:
        if type(value) not in allowed:
            complain(value, path, report)
            return
        for each in tests:
            each(value, path, report)

    return test


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]

    def test(value: Any, path: str, report: Report) -> None:
        for each in tests:
            each(value, path, report)

    return test


def _type_test(schema: Schema) -> tuple[frozenset[type], Test] | None:
    names = schema.get("type")
    if names is None:
        return None
    names = [names] if isinstance(names, str) else names
    allowed = frozenset(kind for name in names for kind in _TYPES[name])
    said = " or ".join(_SAID[name] for name in names)

    def complain(value: Any, path: str, report: Report) -> None:
        report(path, "type", f"{brief(value)} is not {said}")

    return allowed, complain


def _tests(schema: Schema, defs: Schema) -> Iterator[Test]:
    if "const" in schema:
        yield _enum_test([schema["const"]])
    if "enum" in schema:
        yield _enum_test(schema["enum"])
    if "pattern" in schema or "minLength" in schema or "maxLength" in schema:
        yield _text_test(schema)
    if "minimum" in schema or "maximum" in schema:
        yield _number_test(schema)
    if "items" in schema:
        yield _items_test(schema, _compile(schema["items"], defs))
    if "properties" in schema:
        yield _object_test(schema, defs)
    if "anyOf" in schema:
        yield _nullable_test(schema["anyOf"], defs)
    if "allOf" in schema:
        yield _kind_test(schema["allOf"], defs)


def _enum_test(values: list[Any]) -> Test:
    allowed = tuple(values)
    said = " | ".join("null" if value is None else repr(value) for value in values)

    def test(value: Any, path: str, report: Report) -> None:
        if isinstance(value, (list, dict)) or value not in allowed or isinstance(value, bool):
            code = "value" if isinstance(value, str) or value is None else "type"
            report(path, code, f"{brief(value)} instead of {said}")

    return test


def _text_test(schema: Schema) -> Test:
    pattern = re.compile(schema.get("pattern", ""))
    least, most = schema.get("minLength", 0), schema.get("maxLength", float("inf"))

    def test(value: Any, path: str, report: Report) -> None:
        if not isinstance(value, str):
            return
        if not pattern.search(value):
            report(path, "value", f"{brief(value)} has not the form {pattern.pattern}")
        elif not least <= len(value) <= most:
            report(
                path, "value", f"{len(value)} characters, not {least} to {most}" if value else "empty text"
            )

    return test


def _number_test(schema: Schema) -> Test:
    least, most = schema.get("minimum", float("-inf")), schema.get("maximum", float("inf"))

    def test(value: Any, path: str, report: Report) -> None:
        if value is not None and not least <= value <= most:
            report(path, "value", f"{brief(value)} is not between {least} and {most}")

    return test


def _items_test(schema: Schema, item_test: Test) -> Test:
    least, most = schema.get("minItems", 0), schema.get("maxItems", float("inf"))

    def test(value: Any, path: str, report: Report) -> None:
        if value is None:
            return
        if not least <= len(value) <= most:
            report(path, "value", f"{len(value)} items, not {least} to {most}")
        for index, item in enumerate(value):
            item_test(item, f"{path}[{index}]", report)

    return test


def _object_test(schema: Schema, defs: Schema) -> Test:
    tests = [(key, f".{key}", _compile(sub, defs)) for key, sub in schema["properties"].items()]
    required = frozenset(schema.get("required", ()))
    closed = schema.get("additionalProperties") is False
    known = frozenset(schema["properties"])

    def test(value: Any, path: str, report: Report) -> None:
        for key, step, each in tests:
            if key in value:
                each(value[key], path + step, report)
            elif key in required:
                report(path + step, "missing", "is missing")
        if closed and not known.issuperset(value):
            for key in value:
                if key not in known:
                    report(f"{path}.{brief(key).strip(chr(39))}", "unknown", "is no key of claimx/1")

    return test


def _nullable_test(options: list[Schema], defs: Schema) -> Test:
    """`anyOf` as we write it: a schema, or null."""
    inner = _compile(options[0], defs)

    def test(value: Any, path: str, report: Report) -> None:
        if value is not None:
            inner(value, path, report)

    return test


def _kind_test(options: list[Schema], defs: Schema) -> Test:
    """`allOf` of if/then, as we write it: what follows from the kind."""
    by_kind = {
        option["if"]["properties"]["kind"]["const"]: [
            (key, f".{key}", _compile(sub, defs)) for key, sub in option["then"]["properties"].items()
        ]
        for option in options
    }

    def test(value: Any, path: str, report: Report) -> None:
        kind = value.get("kind")
        for key, step, each in by_kind.get(kind, ()) if isinstance(kind, str) else ():
            if key in value:
                each(value[key], path + step, report)

    return test


def brief(value: Any, width: int = 60) -> str:
    """A value as a message shows it: one short line, control characters escaped."""
    text = repr(value) if not isinstance(value, (dict, list)) else type(value).__name__
    return text if len(text) <= width else text[: width - 1] + "…"
