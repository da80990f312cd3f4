"""Place, publisher, year: what stands in the parenthesis behind a title."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimx.cite.entries.clean import plain
from claimx.cite.entries.dates import find_dates
from claimx.resources import load_toml

Fields = dict[str, Any]

THESIS = re.compile(
    r"\b(?:thesis|dissertation|thèse|tesis|tese|tesi|diss\.|dissertação|mémoire|doktorarbeit"
    r"|habilitation\w*)",
    re.IGNORECASE,
)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"][kind])


def read_imprint(inside: str, fields: Fields) -> bool:
    """A parenthesis behind a title: "London: Hurst, 2019", "May 2023", "PhD thesis, Uppsala, 2004"."""
    dates = find_dates(inside)
    rest = inside
    if dates:
        date = dates[-1]
        fields.setdefault("issued", date.value)
        rest = inside[: date.start] + inside[date.end :]
    elif re.search(r"\b(?:n\.?\s?d\.?|s\.?\s?d\.?|o\.?\s?J\.?|forthcoming|in press)\b", inside):
        fields["status"] = inside.strip()
        return True
    rest = plain(rest).strip(" ,.;:")
    if not rest:
        return True
    if THESIS.search(rest):
        genre, _, school = rest.partition(",")
        fields["genre"], fields["publisher"] = genre.strip(), school.strip(" ,:") or fields.get("publisher")
        if not fields["publisher"]:
            del fields["publisher"]
        return True
    if re.fullmatch(
        r"(?:\d+(?:st|nd|rd|th)\s)?(?:rev(?:ised|\.)?\s)?(?:ed(?:ition|n|\.)?|Aufl(?:age|\.)?)|\d+(?:st"
        r"|nd|rd|th|\.)\s(?:ed|edn|edition|Aufl|Auflage)\.?",
        rest,
        re.IGNORECASE,
    ):
        fields["edition"] = rest
        return True
    if re.fullmatch(r"\d+(?:\s?[-–/]\s?\d+)?", rest) and "issue" not in fields:
        fields["issue"] = re.sub(r"\s", "", rest)
        return True
    if re.match(r"(?:eds?|hrsg|hg|trans)\b", rest, re.IGNORECASE) or re.search(
        r"\b(?:eds?|hrsg|hg|dir|coord)\.?$", rest
    ):
        fields.setdefault("editor", rest)
        return True
    place, publisher = split_imprint(rest)
    if place:
        fields.setdefault("place", place)
    if publisher:
        fields.setdefault("publisher", publisher)
    return True


def split_imprint(text: str) -> tuple[str | None, str | None]:
    """Place and publisher: `split_imprint("London: Hurst")`, "London, Routledge", "Reaktion Books"."""
    text = text.strip(" ,.;:")
    edition = re.match(r"\d+(?:st|nd|rd|th)?\s?edn?\.?[,;]\s*", text)
    text = text[edition.end() :] if edition else text
    if ":" in text:
        place, _, publisher = text.partition(":")
        return place.strip(" ,") or None, publisher.strip(" ,") or None
    parts = [p.strip() for p in text.split(",") if p.strip()]
    press = [
        i for i, p in enumerate(parts) if any(w.strip(".").casefold() in _words("press") for w in p.split())
    ]
    if len(parts) > 1:
        if press and press[0] == 0:
            return ", ".join(parts[1:]), parts[0]
        return ", ".join(parts[:-1]), parts[-1]
    return None, text or None
