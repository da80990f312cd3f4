"""A note's text made even before it is read: entities, markdown, broken addresses, quotation marks.

Italics survive as a pair of private characters (ON, OFF), because they tell a container from a title;
`plain` takes them out again.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

ON, OFF = "\ue000", "\ue001"
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|(?<!\w)_{1,2})(?=[^\s*_])((?:(?!\1).)+?)(?<=\S)\1(?!\w)")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$&%<>])")
_SPACE = re.compile(r"\s+")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ]{2}),(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=" + OFF + r"),(?=[A-ZÀ-Þ])|(?<=\d\)),(?=[A-Z])"
)
_GLUED_COLON = re.compile(r"(?<=\)):(?=\d)")
_TEX_QUOTES = re.compile(r"``|''")
_NUMBER_MARK = re.compile(r"^\s*(?:\^\{[^}]*\}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*")
_TORN_ENTITY = re.compile(r"\^\{[^{}&]*&\}(quot|amp|apos|lt|gt);")
_BULLET = re.compile(r"^(?:[-–•*·➤▪]\s+)+(?=\S)")
_CUT = re.compile(r"­\n|­(?=\s)|­")
_URL = re.compile(r"<?\b(?:https?://|ftp://|www\.)[^\s<>\"“”]+(?:>|(?<![.,;:)\]]))?", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?[^./\s]+$", re.IGNORECASE)
_DOI = re.compile(
    r"(?:\bdoi\s*[:.]?\s*|https?://(?:dx\.)?doi\.org/)?\b(10\.\d{4,9}/[^\s<>\"“”]+)", re.IGNORECASE
)


class Address(NamedTuple):
    """A web address found in a note and where it stands there."""

    start: int
    end: int
    url: str


@lru_cache(maxsize=512)
def clean(text: str) -> str:
    """One line with even blanks; `*Dawn*` becomes ON Dawn OFF, entities and escapes are read, a note's own
    raised number goes: `clean("¹ A, *B*")` is "A, " + ON + "B" + OFF."""
    if "&" in text:
        text = html.unescape(_TORN_ENTITY.sub(r"&\1;", text))  # "^{15 &}quot;Afghanistan: Briefing"
    text = _NUMBER_MARK.sub("", _CUT.sub("", text))
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(lambda m: ON + m[2] + OFF if m[1] not in ("**", "__") else m[2], text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "``" in text or "''" in text:
        text = _TEX_QUOTES.sub('"', text)
    text = _GLUED_COLON.sub(": ", _GLUED.sub(", ", text))
    return _BULLET.sub("", _SPACE.sub(" ", text).strip())


def plain(text: str) -> str:
    """Without the marks of italics."""
    return text.replace(ON, "").replace(OFF, "") if ON in text or OFF in text else text


def find_addresses(text: str) -> list[Address]:
    """Web addresses, mended where a blank cut them: `…/us- drone-strike`,
    `https://www.world of maps.org/a`."""
    if "//" not in text and "www." not in text.casefold():
        return []
    found: list[Address] = []
    for match in _URL.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        start, end = match.span()
        url = match[0]
        closed = url.endswith(">")
        if not closed:
            end = _mend(text, start, end)
            url = text[start:end]
            kept = url.rstrip(".,;:")
            if kept.endswith(")") and "(" not in kept:
                kept = kept[:-1].rstrip(".,;:")
            end, url = start + len(kept), kept
        found.append(Address(start, end, url.strip("<>").replace(" ", "").rstrip(".,;")))
    return found


def _mend(text: str, start: int, end: int) -> int:
    """Where an address really ends: a following piece belongs to it when the first part cannot stand
    alone."""
    while end < len(text) and text[end] == " ":
        piece = text[end + 1 :].split(" ", 1)[0]
        if not piece or not re.match(r"[a-z0-9#%/]", piece):
            break
        bare = piece.rstrip(".,;>")
        hostless = bool(_HOST.match(text[start:end].replace(" ", "")))
        dangling = text[end - 1] in "-/=_&?#" and (len(bare) > 2 or bare.isdigit())
        if not (hostless and len(text[start:end].split()) < 5) and not (
            dangling
            and ("-" in bare or "/" in bare or "." in bare or text[end - 1] in "-=#&?" or "ref" in bare)
        ):
            break
        end = end + 1 + len(piece)
        if piece.endswith(">"):
            break
    return end


def find_doi(text: str) -> tuple[int, int, str] | None:
    """A DOI with the words that announce it: (start, end, "10.1080/…")."""
    if "10." not in text:
        return None
    match = _DOI.search(text)
    if not match:
        return None
    doi = match[1].rstrip(".,;:>")
    if doi.endswith(")") and "(" not in doi:
        doi = doi[:-1].rstrip(".,;")
    return match.start(), match.start(1) + len(doi), doi
