"""Sources out of a ledger or an inventory: CSL-JSON for Zotero and Pandoc, BibTeX for LaTeX.

BibTeX is written by bibtexparser (MIT, the maintained 2.x line, pure Python); the mapping from CSL types and
variables is ours. Letters stay UTF-8, as biber, Zotero and JabRef read them; only LaTeX's special signs
are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from claimx.model import Claim, Reference

Csl = dict[str, Any]

_ENTRY_TYPE = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport",
    "thesis": "phdthesis", "manuscript": "unpublished", "pamphlet": "booklet",
}  # fmt: skip
_CONTAINER_FIELD = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "inbook": "booktitle",
}
_PUBLISHER_FIELD = {
    "techreport": "institution",
    "phdthesis": "school",
    "mastersthesis": "school",
    "misc": "publisher",
}
_PLAIN = (
    ("volume", "volume"), ("issue", "number"), ("number", "number"), ("edition", "edition"),
    ("publisher-place", "address"), ("collection-title", "series"), ("DOI", "doi"), ("URL", "url"),
    ("ISBN", "isbn"),
)  # fmt: skip
_VERBATIM = frozenset(("author", "editor", "doi", "url", "date", "urldate", "pages"))
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_SIGNS = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_KEY = re.compile(r"[^A-Za-z0-9_:.+/-]+")


def sources_of(items: Iterable[Reference | Claim | Csl]) -> list[Csl]:
    """Every work named in references, claims or CSL items, once, in the order of the first mention.

    Two items are one work when they differ in nothing but the id. Ids are made unique ("mir-2022-taliban-2").
    """
    found: dict[str, Csl] = {}
    for item in items:
        for csl in _csl_of(item):
            bare = {key: value for key, value in csl.items() if key != "id"}
            found.setdefault(json.dumps(bare, sort_keys=True, ensure_ascii=False), csl)
    return with_ids(found.values())


def _csl_of(item: Reference | Claim | Csl) -> list[Csl]:
    if isinstance(item, Reference):
        return [item.csl]
    if isinstance(item, Claim):
        return [r.csl for c in item.citations for r in c.references]
    return [item]


def with_ids(items: Iterable[Csl]) -> list[Csl]:
    """The items with an id of their own each: a second "mir-2022" becomes "mir-2022-2"."""
    used: set[str] = set()
    named = []
    for number, csl in enumerate(items, 1):
        wanted = str(csl.get("id") or f"work-{number}")
        free, count = wanted, 2
        while free in used:
            free, count = f"{wanted}-{count}", count + 1
        used.add(free)
        named.append({"id": free, **{key: value for key, value in csl.items() if key != "id"}})
    return named


def to_csl_json(items: Iterable[Reference | Claim | Csl]) -> str:
    """A CSL-JSON array with a line feed at its end: what Zotero imports and Pandoc's `--bibliography`
    reads."""
    return json.dumps(sources_of(items), ensure_ascii=False, indent=2) + "\n"


def to_bibtex(items: Iterable[Reference | Claim | Csl]) -> str:
    """A BibTeX file of the works, in the order of the first mention; nothing gives an empty string.

    >>> print(to_bibtex([{"id": "gul-2010", "type": "book", "title": "The Most Dangerous Place"}]))
    @book{gul-2010,
      title = {The Most Dangerous Place}
    }
    <BLANKLINE>
    """
    import bibtexparser
    from bibtexparser import BibtexFormat, Library

    entries = [_entry(csl) for csl in sources_of(items)]
    if not entries:
        return ""
    layout = BibtexFormat()
    layout.indent, layout.block_separator = "  ", "\n"
    return bibtexparser.write_string(Library(entries), bibtex_format=layout)


def _entry(csl: Csl) -> Any:
    from bibtexparser.model import Entry, Field

    kind = _ENTRY_TYPE.get(csl["type"], "misc")
    if kind == "phdthesis" and re.search(
        r"\bm(?:aster|\.?\s?a|\.?\s?sc|phil)", csl.get("genre", ""), re.IGNORECASE
    ):
        kind = "mastersthesis"
    fields = {key: value for key, value in _fields(csl, kind).items() if value}
    shown = [Field(key, value if key in _VERBATIM else _escaped(value)) for key, value in fields.items()]
    return Entry(kind, _KEY.sub("-", str(csl["id"])), shown)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda m: _SIGNS.get(m[0], "\\" + m[0]), text)


def _fields(csl: Csl, kind: str) -> dict[str, str]:
    fields = {
        "author": _names(csl.get("author")),
        "editor": _names(csl.get("editor")),
        "title": str(csl.get("title", "")),
    }
    fields[_CONTAINER_FIELD.get(kind, "howpublished")] = str(csl.get("container-title", ""))
    fields[_PUBLISHER_FIELD.get(kind, "publisher")] = str(csl.get("publisher", ""))
    for variable, name in _PLAIN:
        fields.setdefault(name, str(csl.get(variable, "")))
    fields["pages"] = re.sub(r"\s*[-–—]+\s*", "--", str(csl.get("page", "")))
    if kind == "misc" and not fields["howpublished"]:
        fields["howpublished"] = str(csl.get("genre", ""))
    fields |= _date(csl.get("issued"))
    fields["urldate"] = "-".join(f"{p:02d}" for p in _parts(csl.get("accessed")))
    fields["note"] = str(csl.get("note", ""))
    return fields


def _parts(date: dict[str, Any] | None) -> list[int]:
    ranges = (date or {}).get("date-parts") or [[]]
    return [int(p) for p in ranges[0]]


def _date(date: dict[str, Any] | None) -> dict[str, str]:
    parts = _parts(date)
    if not parts:
        return {"year": str((date or {}).get("literal", ""))}
    found = {"year": str(parts[0])}
    if len(parts) > 1 and 1 <= parts[1] <= 12:
        found["month"] = str(parts[1])
    if len(parts) == 3:
        found["date"] = f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}"
    return found


def _names(people: list[dict[str, str]] | None) -> str:
    """Names joined by " and ": bodies in braces, "et al." as others."""
    return " and ".join(_person(p) for p in people or ())


def _person(person: dict[str, str]) -> str:
    if "literal" in person:
        literal = person["literal"]
        return (
            "others"
            if literal.rstrip(".").casefold() in ("et al", "others")
            else "{" + _escaped(literal) + "}"
        )
    family = " ".join(person[k] for k in ("non-dropping-particle", "family") if person.get(k))
    given = " ".join(person[k] for k in ("given", "dropping-particle") if person.get(k))
    return _escaped(", ".join(part for part in (family, person.get("suffix", ""), given) if part))
