"""A record whose every text would like to do something."""

from typing import Any

from tests.ledger.samples import record

PAYLOAD = "\x1b[2J\x1b]0;x\x07<script>alert(1)</script>[red]{{x}}=cmd()|'\u202e\x9b31m\ud800\r\n"


def poison(value: Any, path: str = "") -> Any:
    """The value with every free text replaced."""
    if isinstance(value, dict):
        return {key: poison(item, f"{path}.{key}") for key, item in value.items()}
    if isinstance(value, list):
        return [poison(item, path) for item in value]
    fixed = path in (".schema", ".id", ".kind", ".polarity", ".modality") or path.endswith(
        ("sha256", ".status")
    )
    return PAYLOAD if isinstance(value, str) and not fixed else value


def hostile(kind: str = "attack", number: int = 0) -> dict[str, Any]:
    """A hostile record of a kind."""
    made = poison(record(kind, number))
    for reference in made["citations"][0]["references"]:
        reference["csl"]["URL"] = "javascript:alert(1)"
    return made
