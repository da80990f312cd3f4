"""Source or remark? What in a text speaks for a citation, and what for prose."""

from __future__ import annotations

import re
from functools import cache

from claimx.cite.entries.clean import OFF, ON, find_addresses, plain
from claimx.cite.entries.quoted import find_title
from claimx.resources import load_toml

_NAME_HEAD = re.compile(
    rf"^(?:[A-ZÀ-ÞŁŚŠŽİ'’{ON}][\w'’.\-‐–]*+{OFF}?|van|von|de|der|den|del|di|da|la|le|el|al|bin|ibn|and"
    rf"|und|et|y|&|of|the|for|in|on|et\.?|al\.?|[Ee]ds?\.?|\([^()]*\)|,|;|\s)+$"
)

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")

_LOCATOR = re.compile(
    r"(?:^|[\s,(])(?:pp?\.|S\.|vol\.|no\.|Bd\.|n°|nº|fol\.|§)\s?\d|\d+\s?[-–]\s?\d+|:\s?\d+", re.IGNORECASE
)

BACK = re.compile(
    r"\b(?:ibid(?:em)?|op\.?\s?cit|supra|ebd|a\.\s?a\.\s?O|loc\.?\s?cit|ob\. cit|ibíd(?:em)?)\b",
    re.IGNORECASE,
)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"]["verbs"])


def is_remark(text: str) -> bool:
    """Whether a text is prose about something and no source: finite verbs before anything bibliographic."""
    head = _before_evidence(text)
    words = plain(head).split()
    if len(words) < 3:
        return bool(_NO_SOURCE.match(text))
    lower = [bare for w in words if (bare := w.strip(".,;:()\"'“”’‘")) and bare.islower()]
    verbs = sum(w in _verbs() for w in lower)
    if verbs and not (len(head) < len(text) and _NAME_HEAD.match(head)):
        return not _leads_like_entry(text)
    if _LISTING.match(text) and len(head) == len(text) and _CLAUSE.search(text):
        return True  # "The front counts four members: the Eastern Column, …"
    small = sum(w.isalpha() and w.islower() for w in words)
    prose = len(words) > 7 and small / len(words) > 0.5 and not _leads_like_entry(text)
    if prose and len(head) == len(text) and any(len(w) > 4 and w.endswith("ed") for w in lower):
        return True
    return prose and not looks_like_source(text)


_NO_SOURCE = re.compile(r"^[(\[]?(?:emphasis|italics|translation|my)\s\w+[)\].]*$", re.IGNORECASE)

_LISTING = re.compile(
    r"^(?:The|These|This|Those|They|It|He|She|There|Such|Some|Many|Most|Both|All|In"
    r"|At|On|For|As|However|Although|While)\s(?:[a-z'’-]+\s){2,}"
)

_CLAUSE = re.compile(r"\b(?:that|which|who|whose|because|when|them|their)\b")

ENTRY_HEAD = re.compile(
    r"^[\[(]?\d{0,3}[\])]?\.?\s*(?:[A-ZÀ-ÞŁŚŠŽ][\w'’\-‐–]+,\s(?:[A-ZÀ-Þ]\."
    r"|[A-ZÀ-Þ][\w\-]+(?:\s[A-Z]\.?)*(?:[,.;(]|\s\(?\d{4})|[A-ZÀ-Þ][\w\-]+\s(?:and|&))"
    r"|(?:[A-ZÀ-Þ]\.[\s\-]?)+\s?(?:(?:van|von|de|der|den|del|di|la|le)\s)*[A-ZÀ-Þ][\w'’\-]+[,.\s(]"
    r"|[A-ZÀ-Þ][\w'’\-]+\s[A-Z]{1,3}[,.:]|(?:[A-ZÀ-Þ][\w'’.\-]+\s){1,3}[A-ZÀ-Þ][\w'’\-]+(?:,\s|\s(?:and"
    r"|&)\s)[^.]{0,80}?[,.(]\s?[\"“(A-ZÀ-Þ‘]|[^(\"“]{3,120}\(\d{4}[a-z]?(?:,[^)]*)?\)[.,:])",
)


def _leads_like_entry(text: str) -> bool:
    """An entry of a reference list opens with names or a year: its title may well hold a verb."""
    head = plain(text)
    if not ENTRY_HEAD.match(head):
        return False
    return bool(YEAR.search(head)) or "//" in head or bool(_LOCATOR.search(head))


def _before_evidence(text: str) -> str:
    title = find_title(text)
    places = [len(text)]
    if (
        title
        and len(title[2].split()) > 1
        and (
            text[title[1] - 2 : title[1] - 1] in ",.?!"
            or text[title[1] : title[1] + 2].strip()[:1] in (",", ".", "(", ON)
        )
    ):
        places.append(title[0])
    if ON in text:
        places.append(text.find(ON))
    addresses = find_addresses(text)
    if addresses:
        places.append(addresses[0].start)
    return text[: min(places)]


def looks_like_source(text: str) -> bool:
    """Whether anything bibliographic stands in a text: an address, a title, a year with a comma or a
    locator."""
    if "//" in text or "www." in text or ("10." in text and "doi" in text.casefold()):
        return True
    title = find_title(text)
    if title and len(title[2].split()) > 1:
        before, after = text[: title[0]].strip(" ,:("), text[title[1] :].lstrip()
        if (not before or _NAME_HEAD.match(before)) and (
            not after
            or after[:1] in ",.;(:"
            or after[:1].isupper()
            or after[:1] in (ON, OFF)
            or title[2][-1:] in "?!"
            or after.startswith("in ")
            or text[title[1] - 2] in ",."
        ):
            return True
    if ON in text and (_NAME_HEAD.match(text[: text.find(ON)].strip()) or not text[: text.find(ON)].strip()):
        return True
    if BACK.search(text):
        return True
    year = YEAR.search(text)
    return (
        bool(year)
        and (
            bool(
                re.search(
                    r"[,.(:\s]\s?\(?(?:\w+\.?\s)?(?:\d{1,2},?\s)?(?:1[5-9]|20)\d\d[a-z]?\)?[.,;:)\s]*", text
                )
            )
        )
        and text[:1].isupper()
    )
