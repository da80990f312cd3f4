"""How the parts of a claim are said in a few words: "12-14", "since 2021", "note 8"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from claimx.views.safe import visible


def say(value: Any) -> str:
    """Any value of a record in a few words, fit for a terminal.

    >>> say({"min": 12, "max": 14, "approx": False, "text": "12 to 14"})
    '12-14'
    >>> say(None)
    'null'
    """
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return _say_mapping(value)
    if isinstance(value, list):
        return "[" + ", ".join(say(item) for item in value) + "]"
    return visible(value) if isinstance(value, str) else json.dumps(value)


def _say_mapping(value: Mapping[str, Any]) -> str:
    if "min" in value and "max" in value:
        return say_range(value)
    if "edtf" in value:
        return say_date(value)
    if "marker" in value and "status" in value:
        return say_citation(value)
    if "csl" in value and isinstance(value["csl"], Mapping):
        return say_source(value["csl"])
    if "name" in value and "text" in value:
        return say_name(value)
    return visible(json.dumps(value, ensure_ascii=False))


def say_range(value: Mapping[str, Any] | None) -> str:
    """A range: "12", "12-14", "at least 54", "up to 40", "about 15"."""
    if not value:
        return ""
    least, most = value.get("min"), value.get("max")
    about = "about " if value.get("approx") else ""
    if least is None and most is None:
        return visible(value.get("text") or "unknown")
    if most is None:
        return f"at least {about}{_number(least)}"
    if least is None:
        return f"up to {about}{_number(most)}"
    return about + (_number(least) if least == most else f"{_number(least)}-{_number(most)}")


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, (int, float)) else visible(value)


def say_date(value: Mapping[str, Any] | None) -> str:
    """A date: its EDTF with the qualifier."""
    if not value:
        return ""
    qualifier = value.get("qualifier")
    return visible(f"{qualifier} {value.get('edtf')}" if qualifier else value.get("edtf") or "")


def say_name(value: Mapping[str, Any] | None) -> str:
    """An actor or a place: as printed, with the usual name behind it when that is another."""
    if not value:
        return ""
    text, name = visible(value.get("text") or ""), visible(value.get("name") or "")
    return f"{text} ({name})" if name and text and name.casefold() != text.casefold() else text or name


def say_names(values: Iterable[Any]) -> str:
    """Actors, places or plain texts, joined."""
    return ", ".join(say_name(each) if isinstance(each, Mapping) else visible(each) for each in values)


def say_citation(value: Mapping[str, Any]) -> str:
    """A citation: "note 8", "(Coast Herald, March 9)", with its status unless resolved."""
    if value.get("type") == "note":
        said = f"note {visible(value.get('marker') or '?')}"
    else:
        said = f"({visible(value.get('text') or '?')})"
    status = value.get("status")
    return said if status in (None, "", "resolved") else f"{said} [{visible(status)}]"


def say_source(csl: Mapping[str, Any]) -> str:
    """A source in one line: authors, title, container, date."""
    authors = [_author(each) for each in _items(csl.get("author")) if isinstance(each, Mapping)]
    parts = [", ".join(filter(None, authors)), _quoted(csl.get("title")), csl.get("container-title"),
             csl.get("publisher"), _issued(csl.get("issued")), csl.get("URL") or csl.get("DOI")]  # fmt: skip
    return ", ".join(visible(part) for part in parts if part)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _author(value: Mapping[str, Any]) -> str:
    return str(value.get("literal") or " ".join(str(value[k]) for k in ("given", "family") if value.get(k)))


def _quoted(title: Any) -> str:
    return f"“{title}”" if title else ""


def _issued(value: Any) -> str:
    parts = _items(value.get("date-parts")) if isinstance(value, Mapping) else []
    first = _items(parts[0]) if parts else []
    if not first:
        return str(value.get("literal") or value.get("raw") or "") if isinstance(value, Mapping) else ""
    return "-".join(f"{part:02d}" if isinstance(part, int) else str(part) for part in first)


def headline(record: Mapping[str, Any]) -> str:
    """What a claim says, in a line of slots: "Karsa Front: bombing against a depot, Ombala; 12 killed"."""
    claim = record.get("claim") or {}
    maker = {"attack": _attack, "strength": _strength, "allegiance": _allegiance}.get(str(record.get("kind")))
    said = maker(claim) if maker else say(claim)
    return f"NOT {said}" if record.get("polarity") == "negated" else said


def _attack(claim: Mapping[str, Any]) -> str:
    who = say_names(claim.get("perpetrators") or ()) or "?"
    count = f"{say_range(claim['count'])} × " if claim.get("count") else ""
    said = f"{who}: {count}{visible(claim.get('attack_type') or 'attack')}"
    if claim.get("targets"):
        said += f" against {say_names(claim['targets'])}"
    if claim.get("places"):
        said += f", {say_names(claim['places'][:1])}"
    for slot in ("killed", "injured"):
        if claim.get(slot):
            said += f"; {say_range(claim[slot])} {slot}"
    if claim.get("percent_change") is not None:
        said += f"; {claim['percent_change']:+g} %"
    return said


def _strength(claim: Mapping[str, Any]) -> str:
    change = f"{claim['change']} " if claim.get("change") else ""
    scope = f" {visible(claim['scope'])}" if claim.get("scope") else ""
    quantity = say_range(claim.get("quantity")) or "?"
    return (
        f"{say_name(claim.get('group')) or '?'}: {change}{quantity} {visible(claim.get('unit') or '')}{scope}"
    )


def _allegiance(claim: Mapping[str, Any]) -> str:
    subjects, objects = say_names(claim.get("subjects") or ()), say_names(claim.get("objects") or ())
    leaders = f" ({say_names(claim['leaders'])})" if claim.get("leaders") else ""
    return f"{subjects or '?'} {visible(claim.get('relation') or '?')} {objects or '?'}{leaders}"
