"""One source string -> its fields: conversations and legal sources by pattern, notes in good order by rule,
everything else by the trained labeller, with titles in quotation marks and web addresses kept by rule."""

from __future__ import annotations

import re

from claimx.cite.entries.build import is_outlet
from claimx.cite.entries.clean import OFF, ON, find_addresses, find_doi, plain
from claimx.cite.entries.dates import find_dates
from claimx.cite.entries.imprint import Fields
from claimx.cite.entries.labelled import read_labelled
from claimx.cite.entries.legal import read_legal
from claimx.cite.entries.quoted import find_italic_title, find_title
from claimx.cite.entries.repair import settle
from claimx.cite.entries.tail import read_tail
from claimx.cite.entries.talk import read_talk

_ACCESSED = re.compile(
    r"[\[(]?\b(?:last\s)?(?:accessed|retrieved|viewed|visited|consulted|checked|abgerufen|zugriff"
    r"|zugegriffen|letzter\szugriff|consulté|consultado|consultato|geraadpleegd|acesso|acessado|acceso"
    r"|accesso|dernier\saccès)"
    r"\b(?:\sit\b)?(?:\s(?:on|am|le|el|il|em|op|in|en|on "
    r"the))?:?\s*(?:on\s)?(?P<date>[^\])<>]{0,40}?)(?P<end>[\])]|\.(?=\s|$)|;|,?\s(?:from|at|via"
    r"|on)\b:?(?=\s)|,?\s(?=<?https?:)|$)",
    re.IGNORECASE,
)
_MAYBE_ACCESSED = re.compile(
    r"ccess|[Rr]etriev|[Vv]iewed|[Vv]isited|onsult|hecked|[Aa]bger|[Zz]ug|raadpl|[Aa]c[ec]s|RETR|CCESS"
)
_AVAILABLE = re.compile(
    r"(?:^|(?<=[\s.,;(\[]))[\[(]?(?:(?:also\s)?(?:available|accessible|archived|found|posted|retrieved"
    r"|accessed|viewed|online)\s?(?:online\s)?(?:at|from|on|via|in)?|url|online|internet"
    r"|verfügbar\s(?:unter|auf)|abrufbar\sunter|online\sunter|en\sligne(?:\ssur)?|disponible\s(?:en|sur"
    r"|à)|disponível\sem|disponibile\ssu|from|at|via|see|in:)\s*:?[\s<]*$",
    re.IGNORECASE,
)
_FROM_SITE = re.compile(
    r"(?:retrieved|accessed|available)\s(?:from|at|on)\s(?P<site>[A-Z][\w\s.&'-]{1,40}?):?\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*(?:\[\d{1,4}[a-z]?\]\.?|\(\d{1,3}\)|\d{1,3}[.)])\s+(?=[\"“„«‘'\w" + ON + "])")
_SUBTITLE = re.compile(r":\s([^()\"“”]{4,120}?)(?=\s\()")
_MODIFIED = re.compile(r"\b[Ll]ast\s(?:modified|updated|edited|revised)(?:\son)?:?\s")
_STRAY = re.compile(r"\s*[<>]\s*")


def read_source(text: str) -> Fields:
    """Fields of one source (text cleaned, signals taken off): see `build.build_csl` for their names.

    `read_source('Zahid Hussain, "The Frontiers of Conflict," Dawn, April 27, 2022')["container"] == "Dawn"`.
    """
    talk = read_talk(text)
    if talk:
        return talk
    fields: Fields = {}
    rest = _take_addresses(text, fields)
    rest = _NUMBER.sub("", rest)
    if rest.startswith("(") and rest.rstrip(" .").endswith(")") and rest.count("(") == 1:
        rest = rest.rstrip(" .")[1:-1]
    if outlet := _outlet_and_date(rest):
        return outlet | fields
    legal = read_legal(rest)
    if legal:
        return legal | fields
    if _read_in_order(rest, fields):
        return settle(fields, rest)
    return settle(_fill(fields, rest), rest)


def _take_addresses(text: str, fields: Fields) -> str:
    """Cut the web address, the DOI and the day of access out of a text."""
    rest = text
    addresses = find_addresses(rest)
    if addresses:
        first = addresses[0]
        fields["url"] = first.url
        before, after = rest[: first.start], rest[addresses[-1].end :]
        site = _FROM_SITE.search(before)
        if site and site["site"].strip().casefold() not in ("the", "www"):
            before = before[: site.start()]
        before = _AVAILABLE.sub("", before).rstrip(" (<[")
        rest = f"{before} {after.lstrip(' .,;>)]')}".strip()
    doi = find_doi(fields.get("url", "")) if "url" in fields else None
    if doi:
        fields["doi"] = doi[2]
    found = find_doi(rest)
    if found:
        fields["doi"] = found[2]
        rest = f"{rest[: found[0]].rstrip(' (<[')} {rest[found[1] :].lstrip(' .,;>)]')}".strip()
    match = _ACCESSED.search(rest) if _MAYBE_ACCESSED.search(rest) else None
    if match and (find_dates(match["date"]) or not re.search(r"\w", match["date"])) and match.start() > 5:
        dates = find_dates(match["date"])
        if dates:
            fields["accessed"] = dates[0].value
        rest = f"{rest[: match.start()].rstrip(' (<[,;')} {rest[match.end() :].lstrip(' .,;>)]')}".strip()
    rest = _MODIFIED.sub("", rest)
    return _STRAY.sub(" ", rest).strip() if "<" in rest or ">" in rest else rest


def _outlet_and_date(rest: str) -> Fields | None:
    """ "Dawn, January 21, 2022": an outlet and a day, nothing else."""
    if len(rest) > 70:
        return None
    dates = find_dates(rest)
    if len(dates) != 1 or rest[dates[0].end :].strip(" .,)"):
        return None
    name = plain(rest[: dates[0].start]).strip(" ,(")
    if not name[:1].isupper() or len(name.split()) > 6 or "," in name or not is_outlet(name):
        return None
    return {"container": name, "issued": dates[0].value}


def _read_in_order(rest: str, fields: Fields) -> bool:
    """Try the rules for notes in good order; True when every word was explained (`fields` is filled)."""
    title = find_title(rest)
    italic = None if title else find_italic_title(rest)
    found = title or italic
    if not found or len(found[2]) < 2:
        return False
    before = rest[: found[0]].strip(" ,:;")
    if not _could_be_names(before):
        return False
    trial: Fields = {"title": found[2]}
    if before:
        trial["author"] = before.rstrip(".") if not re.search(r"\b\w\.$", before) else before
    year = re.search(
        r"(?:,|(?<=\w\w)\.)?\s*(?:\((?P<d>[^()]*\d{4}[a-z]?[^()]*)\)|(?P<b>(?:1[5-9]|20)\d\d[a-z]?))[.,:]?$",
        before,
    )
    if year and (dates := find_dates(year["d"] or year["b"])):
        trial["issued"] = dates[0].value
        trial["author"] = before[: year.start()]
    end = found[1]
    longer = _SUBTITLE.match(rest, end) if title else None
    if longer:  # "They Came to Kill": Abuses in Plateau State (New York: HRW, 2004)
        end, trial["title"] = longer.end(), f"{found[2]}: {plain(longer[1]).strip()}"
    whole = read_tail(rest[end:], trial)
    if italic and not whole:
        return False
    if whole and not italic and "url" not in fields and _doubtful_container(trial, rest[end:]):
        whole = False
        trial["maybe-container"] = trial.pop("container", None)
    if italic and trial.get("container") and not trial.get("volume"):
        periodical = is_outlet(plain(trial["container"])) or (_is_daily(trial) and fields.get("url"))
        if not periodical:
            trial.setdefault("publisher", trial.pop("container"))
    if title and before and _names_journal(trial):
        return False
    if not whole:
        fields["quoted"] = trial
        return False
    fields.update(trial)
    return True


def _names_journal(trial: Fields) -> bool:
    """Whether what is quoted is a periodical ("Nowak J., Tytuł, „Przegląd” 1999, nr 4"): an issue, and no other name."""
    return bool(trial.get("issue") or trial.get("volume")) and not any(
        trial.get(key) for key in ("container", "publisher", "place", "url", "chapter", "maybe-container")
    )


def _is_daily(fields: Fields) -> bool:
    parts = (fields.get("issued") or {}).get("date-parts")
    return bool(parts) and len(parts[0]) == 3


def _doubtful_container(trial: Fields, tail: str) -> bool:
    """A container that only its place speaks for: no italics, no volume, no day or month. It may be a
    publisher."""
    container = trial.get("container")
    if not container or ON in tail:
        return False
    if re.search(r"[.;] |\b(?:trans|ed)\b\.?\s|,", container) or _NO_CONTAINER.match(container):
        return True
    parts = (trial.get("issued") or {}).get("date-parts", [[]])[0]
    return not (
        trial.get("volume")
        or len(parts) > 1
        or trial.get("url")
        or (trial.get("chapter") and trial.get("page"))
    )


_NO_CONTAINER = re.compile(
    r"(?:preprint|submitted|tech(?:nical|\.)?\s?rep|working\s(?:paper|draft)|manuscript|unpublished"
    r"|mimeo|report\b|trans\.|ed\.|us patent)",
    re.IGNORECASE,
)


def _could_be_names(before: str) -> bool:
    bare = plain(before)
    if not bare:
        return True
    if ": " in bare or any(len(chunk.split()) > 8 for chunk in re.split(r",|;|&|\band\b|\(", bare)):
        return False
    words = re.sub(r"\([^()]*\)", "", bare).split()
    small = [w for w in words if w[:1].islower() and w.strip(".,").casefold() not in _SMALL]
    return (
        len(words) < 45
        and len(small) * 4 <= len(words)
        and not re.search(r"\b\d{1,3}\b", bare.split("(")[0].replace("9/11", ""))
    )


_SMALL = frozenset(
    [
        "and",
        "&",
        "et",
        "al",
        "und",
        "y",
        "e",
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ul",
        "of",
        "the",
        "for",
        "on",
        "in",
        "eds",
        "ed",
    ]
)


def _fill(fields: Fields, rest: str) -> Fields:
    """What the labeller finds, under what the rules already know for sure."""
    quoted: Fields = fields.pop("quoted", {})
    labelled = read_labelled(plain(rest))
    if quoted:
        for key in ("title", "author"):
            if key in quoted:
                labelled[key] = quoted[key]
        if (
            "author" not in quoted
            and labelled.get("author", "x") not in plain(rest)[: len(labelled.get("author", "x")) + 3]
        ):
            labelled.pop("author", None)
        for key in ("issued", "volume", "issue", "container"):
            if key in quoted:
                labelled.setdefault(key, quoted[key])
        if quoted.get("maybe-container") and not labelled.get("container") and not labelled.get("publisher"):
            labelled["container"] = quoted["maybe-container"]
    if "issued" not in labelled and "date-text" not in labelled:
        dates = find_dates(plain(rest))
        if dates:
            labelled["issued"] = dates[-1].value
    return {**labelled, **fields}


def has_substance(fields: Fields) -> bool:
    """Whether enough was found to call it a source."""
    return (
        any(fields.get(key) for key in ("title", "author", "url", "doi", "container", "editor"))
        or fields.get("type") is not None
    )


__all__ = ["OFF", "ON", "has_substance", "read_source"]
