"""Fields of a source -> one CSL-JSON item: its type, names, dates, a stable id."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from claimx.cite.entries.bodies import is_body
from claimx.cite.entries.clean import plain
from claimx.cite.entries.imprint import Fields
from claimx.cite.entries.people import parse_names
from claimx.resources import load_toml

_PLAIN_FIELDS = (
    ("title", "title"), ("container", "container-title"), ("series", "collection-title"),
    ("volume", "volume"),
    ("issue", "issue"), ("page", "page"), ("number-of-pages", "number-of-pages"),
    ("number-of-volumes", "number-of-volumes"), ("publisher", "publisher"),
    ("place", "publisher-place"), ("edition", "edition"), ("genre", "genre"), ("number", "number"),
    ("event-place", "event-place"), ("url", "URL"), ("doi", "DOI"), ("note", "note"),
    ("authority", "authority"),
)  # fmt: skip
_THESIS = re.compile(
    r"\b(?:thes[ie]s|dissertation|thèse|tesis|tese|tesi|diss\.?|mémoire|habilitation\w*)(?!\w)", re.IGNORECASE
)
_HOST = re.compile(r"^(?:https?://)?(?:www\.|mobile\.|m\.)?([^/\s]+)")
_WORD = re.compile(r"[a-z0-9]+")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"][kind])


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, _words(kind)), key=len, reverse=True)) + r")(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16384)
def _names_any(kind: str, text: str) -> bool:
    """Whether any word of a kind stands in a text (containers and presses come again and again)."""
    return bool(_any_of(kind).search(text))


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, agency, broadcaster or magazine:
    `is_outlet("Radio Free Europe")`."""
    return bool(_names_any("outlet", name) or _names_any("magazine", name)) and not _any_of("press").search(
        name
    )


def names(value: str | list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A field of names as CSL names; already parsed ones pass."""
    return value if isinstance(value, list) else parse_names(plain(value))


def build_csl(fields: Fields) -> dict[str, Any]:
    """One CSL-JSON item from the fields of a source, keys in a fixed order, nothing empty.

    `build_csl({"title": "T", "container": "Dawn", "issued": {"date-parts": [[2022, 5, 4]]}})["type"]` is
    "article-newspaper".
    """
    people = {key: names(fields[key]) for key in ("author", "editor", "translator") if fields.get(key)}
    people = {key: kept for key, found in people.items() if (kept := [n for n in map(_filled, found) if n])}
    container = fields.get("container")
    if container and len(people.get("author", [])) == 1 and "family" in people["author"][0]:
        printed = plain(fields["author"]).strip(" .,") if isinstance(fields["author"], str) else ""
        if printed.casefold() == container.casefold():
            people["author"] = [{"literal": printed}]
    item: dict[str, Any] = {"id": "", "type": fields.get("type") or type_of(fields, people)}
    item.update(people)
    for key, name in _PLAIN_FIELDS:
        value = fields.get(key)
        if value and (text := plain(value).strip()):
            item[name] = text
    for key in ("issued", "accessed"):
        if fields.get(key):
            item[key] = fields[key]
    if "issued" not in item and fields.get("date-text"):
        item["issued"] = {"literal": fields["date-text"]}
    elif "issued" not in item and fields.get("status"):
        item["issued"] = {"literal": fields["status"]}
    item["id"] = make_id(item)
    return item


def _filled(name: dict[str, Any]) -> dict[str, Any]:
    """A name without empty parts; {} when neither a family name nor a literal is left."""
    kept = {key: value for key, value in name.items() if value}
    return kept if "family" in kept or "literal" in kept else {}


def type_of(fields: Fields, people: dict[str, Any]) -> str:
    """The CSL type that the fields speak for."""
    container, publisher = fields.get("container") or "", fields.get("publisher") or ""
    genre = f"{fields.get('genre', '')} {fields.get('note', '')}"
    if _THESIS.search(genre) or _THESIS.search(publisher):
        return "thesis"
    host = (
        _HOST.match(fields["url"])[1].casefold() if fields.get("url") and _HOST.match(fields["url"]) else ""
    )
    if host in _words("twitter"):
        return "post"
    if (
        container
        and _names_any("conference", container)
        and not (fields.get("volume") and fields.get("issue"))
    ):
        return "paper-conference"
    numbered = bool(fields.get("volume") or fields.get("issue"))
    if fields.get("chapter") and not numbered:
        return "chapter"
    if container:
        return _periodical(fields, container, numbered, host)
    if _names_any("report", f"{genre} {fields.get('series', '')}"):
        return "report"
    author = people.get("author") or [{}]
    if (
        publisher and author[0].get("literal") == publisher
    ):  # "International Crisis Group. (2006). … International Crisis Group."
        return "report"
    if publisher or fields.get("place"):
        bodily = publisher and is_body(publisher) and not _names_any("press", publisher)
        return (
            "report"
            if bodily
            and (fields.get("url") or _names_any("report", fields.get("title") or "") or _has_month(fields))
            else "book"
        )
    if fields.get("url"):
        return "webpage"
    return "article" if not fields.get("title") or _has_month(fields) else "book"


def _has_month(fields: Fields) -> bool:
    parts = (fields.get("issued") or {}).get("date-parts")
    return bool(parts) and len(parts[0]) > 1


def _periodical(fields: Fields, container: str, numbered: bool, host: str) -> str:
    parts = (fields.get("issued") or {}).get("date-parts") or [[]]
    if numbered and fields.get("editor") and fields.get("publisher"):
        return "chapter"
    if numbered or fields.get("doi") or "doi.org" in host:
        return "article-journal"
    daily = len(parts[0]) == 3
    outlet, magazine = _names_any("outlet", container), _names_any("magazine", container)
    if magazine and not re.search(r"\bjournal of\b", container, re.IGNORECASE):
        return "article-magazine"
    if outlet and daily:
        return "article-newspaper"
    if _names_any("body", container):
        return "webpage" if fields.get("url") else "report"
    if outlet and (daily or not fields.get("page")):
        return "article-newspaper"
    if fields.get("page") or _names_any("journal", container):
        return (
            "article-journal"
            if not fields.get("publisher") or _names_any("journal", container)
            else "chapter"
        )
    if fields.get("publisher") or fields.get("editor"):
        return "chapter"
    if fields.get("url"):
        return "webpage"
    return "article-newspaper" if daily else "article-journal"


def make_id(item: dict[str, Any]) -> str:
    """A readable key from author, year and title: "haqqani-2021-pakistans"."""
    people = item.get("author") or item.get("editor") or []
    first = people[0].get("family") or people[0].get("literal") if people else None
    date = item.get("issued", {})
    year = date["date-parts"][0][0] if date.get("date-parts") else "nd"
    title = next((w for w in _key_words(item.get("title", "")) if len(w) > 3), None)
    parts = [_key_words(first)[0] if first and _key_words(first) else None, str(year), title]
    return "-".join(p for p in parts if p) if first or title else f"{item.get('type', 'source')}-{year}"


def _key_words(text: str) -> list[str]:
    folded = unicodedata.normalize(
        "NFKD", text.casefold().replace("ß", "ss").replace("’", "").replace("'", "")
    )
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    words = _WORD.findall(folded)
    return words or ["".join(c for c in text.casefold() if c.isalnum())[:12]] if text.strip() else []
