"""What follows a title in a note, piece by piece: container, volume, issue, date, imprint, pages."""

from __future__ import annotations

import re

from claimx.cite.entries.clean import OFF, ON
from claimx.cite.entries.dates import find_dates, may_open_date
from claimx.cite.entries.imprint import THESIS, Fields, read_imprint
from claimx.cite.entries.quoted import find_title

_VOLUME = re.compile(
    rf"{ON}?(?:\b(?:vol(?:ume|\.)?|bd\.?|band|tome|t\.|tomo|v\.)[\s:]*(?P<v1>\d+|[IVXLC]+\b)"
    rf"|(?P<v2>\d{{1,4}}))(?![\d–—]|-\d|\s?(?:st|nd|rd|th)\b){OFF}?"
    rf"(?:\s*[,.:]?\s*(?:\(?(?:no|nos|nr|num|number|issue|iss|heft|h|n°|nº|n"
    rf"|núm)\b[.:\s]*(?P<i1>\d+(?:\s?[-–/]\s?\d+)?)\)?|\((?!(?:1[5-9]"
    rf"|20)\d\d\))(?P<i2>\d{{1,4}}(?:\s?[-–/]\s?\d{{1,4}})?)\)|[./](?P<i3>\d{{1,3}})(?!\d)))?",
    re.IGNORECASE,
)

_ISSUE = re.compile(
    r"\(?\b(?:no|nos|nr|num|number|issue|iss|heft|n°|nº|núm"
    r"|n)\b[°º.:\s]*(?P<i>\d+(?:\s?[-–/]\s?\d+)?)\)?|n[°º]\s?(?P<i2>\d+)",
    re.IGNORECASE,
)

_PAGES = re.compile(
    r"(?P<mark>(?:\bpp?\.?|\bpages?|\bS\.|\bSeiten?|\bpágs?\.?"
    r"|\bpp?-)\s*)?(?P<p>[A-Za-z]?\d+(?:\s?(?:--?"
    r"|[–—‐−])\s?[A-Za-z]?\d+)?(?:\s?,\s?\d+(?:\s?[-–—]\s?\d+)?)*(?:\s?ff?\.|\s?sqq?\.|\set\ss\.)?)(?=$"
    r"|[\s,.;)])",
)

_PAREN = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)")

_EDITED = re.compile(
    r"\(?(?:eds?|edited|hrsg|hg)\b\.?,?\s*(?:by|von|v\.)?\s*(?P<n>[^()]+?)\)?(?=\s*\(|,\s*\d|$)",
    re.IGNORECASE,
)

_EDITORS_FIRST = re.compile(
    rf"(?P<n>[^(){ON}{OFF}]+?),?\s*\(?\b(?:eds?|hrsg|hg|dirs?|coords?|editors?)\b\.?\)?[,:]?\s*(?={ON}|[A-Z])"
)

# "Siege Economies: Hunger as Method, eds. Ed Noon and Ria Das (…": the book, then who edited it
_EDITORS_LAST = re.compile(
    rf"(?P<c>[A-ZÀ-ÞŁŚŠŽİ0-9][^(){ON}{OFF}]{{4,200}}?),\s(?:[Ee]ds?\.(?:\sby)?|[Ee]dited\sby|[Hh]rsg\.\svon|[Hh]g\.\sv(?:on|\.)"
    r"|(?:pod\s)?red\.|a\s(?:cura|c\.)\sdi|dir\.|sous\sla\sdirection\sde|coord\.|comp\.|der\.|szerk\.)\s"
    r"(?P<n>(?:(?:[A-ZÀ-ÞŁŚŠŽİ][\w.'’-]*|and|&|et|und|y|e|i|ve|van|von|de|der|den|del|di|da),?\s?){2,24}?)"
    r"(?=\s*\(|,\s(?:\d|pp?\.|S\.|s\.))"
)
_OPENS_TITLE = frozenset(("The", "A", "An", "Die", "Der", "Das", "La", "Le", "Les", "El", "Los", "Il", "Gli"))

_IN = re.compile(rf"(?:in|In|IN|dans|en|En)\b:?\s+(?=[{ON}A-Z\"“„«‘a-z])")

_STOP = re.compile(
    rf"\s*(?:[,.]\s*)?(?:\(|{ON}|\bvol\b|\bvolume\b|\bbd\.|\bno\.|\bissue\b|\bpp?\.\s?\d|\bp-\d"
    rf"|(?<=[\s,])\d|$)|[,.:;]\s*$",
    re.IGNORECASE,
)

_SKIP = re.compile(rf"[\s,.;:{OFF}]*")


def read_tail(rest: str, fields: Fields) -> bool:
    """Read what follows the title into `fields`; False when words were left that no rule explains."""
    pos, size, clean_run = 0, len(rest), True
    while True:
        pos = _SKIP.match(rest, pos).end()
        if pos >= size:
            return clean_run
        end = _step(rest, pos, fields)
        if end is None:
            return False
        if end <= pos:
            return False
        pos = end


def _step(rest: str, pos: int, fields: Fields) -> int | None:
    """One piece of the tail at `pos`; returns where it ends, None when nothing fits."""
    char = rest[pos]
    if not fields.get("chapter") and not fields.get("container") and (m := _IN.match(rest, pos)):
        fields["chapter"] = True
        return _chapter(rest, m.end(), fields)
    if char == "(" and (m := _PAREN.match(rest, pos)):
        if re.fullmatch(r"[A-Z][A-Za-z&-]{1,8}", m[1]) and sum(c.isupper() for c in m[1]) > 1:
            return m.end()  # "South Asia Terrorism Portal (SATP)"
        return m.end() if read_imprint(m[1], fields) else None
    date = None
    if may_open_date(rest, pos):
        date = next((d for d in find_dates(rest[pos : pos + 40]) if d.start <= 1), None)
    if date and not _volume_first(rest, pos, fields):
        fields.setdefault("issued", date.value)
        return pos + date.end
    if char == ON:
        end = rest.find(OFF, pos)
        end = len(rest) if end < 0 else end
        inner = rest[pos + 1 : end].strip(" ,.;:")
        if re.fullmatch(r"\d+", inner) and "volume" not in fields:
            m = _VOLUME.match(rest, pos)
            return _take_volume(m, fields) if m else None
        extra = re.match(r"\s(?:at|of|in)\s(?:[A-Z]\w+\s?){1,4}(?=,)", rest[end + 1 :])
        key = "container" if not fields.get("container") else "publisher"
        fields.setdefault(key, inner)
        return end + 1 + (extra.end() if extra else 0)
    if char in '“"«„' and not fields.get("container") and (inner := find_title(rest[pos:])):
        fields["container"] = inner[2]  # in “Optical Bistability,” (Academic Press, 1985)
        return pos + inner[1]
    if (
        fields.get("container")
        and "volume" not in fields
        and (m := _VOLUME.match(rest, pos))
        and _is_volume(m, rest, fields)
    ):
        return _take_volume(m, fields)
    if m := _ISSUE.match(rest, pos):
        fields.setdefault("issue", re.sub(r"\s", "", m["i"] or m["i2"]))
        return m.end()
    if (m := _PAGES.match(rest, pos)) and (
        fields.get("container")
        or fields.get("issued")
        or m["mark"]
        or fields.get("publisher")
        or not rest[m.end() :].strip(" .")
    ):
        _take_pages(m, rest[:pos], fields)
        return m.end()
    if m := _EDITED.match(rest, pos):
        fields.setdefault("editor", m["n"])
        return m.end()
    return _run_of_text(rest, pos, fields)


def _volume_first(rest: str, pos: int, fields: Fields) -> bool:
    return bool(re.match(r"\d{1,3}(?!\d)\s*[,(:]", rest[pos : pos + 6])) and not re.match(
        r"\d{1,2}(?:st|nd|rd|th|\.)?\s[A-Za-zÀ-ÿ]", rest[pos:]
    )


def _is_volume(m: re.Match[str], rest: str, fields: Fields) -> bool:
    if m["v1"] or m["i1"] or m["i2"] or m["i3"]:
        return True
    after = rest[m.end() :].lstrip()
    return after.startswith(("(", ":")) or bool(re.match(r",\s*(?:no|\d+\s?[-–]|pp?\.)", after))


def _take_volume(m: re.Match[str], fields: Fields) -> int:
    fields["volume"] = m["v1"] or m["v2"]
    issue = m["i1"] or m["i2"] or m["i3"]
    if issue:
        fields["issue"] = re.sub(r"\s", "", issue)
    return m.end()


def _take_pages(m: re.Match[str], before: str, fields: Fields) -> None:
    pages = re.sub(r"\s*(?:--?|[–—‐−])\s*", "–", m["p"]).strip()
    is_range = "–" in pages
    article = bool(
        fields.get("volume")
        or fields.get("chapter")
        or (fields.get("container") and before.rstrip().endswith((":", "):")))
    )
    if is_range and article and "page" not in fields:
        fields["page"] = pages
    else:
        fields.setdefault("locator", pages)


def _chapter(rest: str, pos: int, fields: Fields) -> int:
    """After "in": editors before or behind the title of the book."""
    head = rest[pos:]
    if (m := _EDITORS_LAST.match(head)) and m["n"].split()[0] not in _OPENS_TITLE and not _two_names(m["c"]):
        fields["container"], fields["editor"] = m["c"], m["n"].strip(" ,")
        return pos + m.end()
    if not head.startswith(ON) and (m := _EDITORS_FIRST.match(head)) and len(m["n"]) < 150:
        fields["editor"] = m["n"]
        return pos + m.end()
    return pos


def _two_names(text: str) -> bool:
    """Whether capital words joined by "and" may be names: "Uwe Stein and Max Roth", "Stein"."""
    words = re.split(r"[\s,]+", text)
    return (
        len(words) < 9
        and all(w in ("and", "&", "et", "und", "y", "von", "van", "de") or w[:1].isupper() for w in words)
        and (
            len(words) < 3
            or any(w in ("and", "&", "et", "und", "y") or re.fullmatch(r"(?:[A-Z]\.-?)+", w) for w in words)
        )
    )


def _run_of_text(rest: str, pos: int, fields: Fields) -> int | None:
    """Words up to the next number, parenthesis or date: the container, then the publisher."""
    dates = [d.start for d in find_dates(rest[pos:])]
    stop = _STOP.search(rest, pos + 1)
    end = min([stop.start() if stop else len(rest)] + [pos + d for d in dates[:1]])
    words = rest[pos:end].strip(" ,.;:")
    if not words or not words[:1].isalpha() or len(words) > 130:
        return None
    if THESIS.search(words):
        fields.setdefault("genre", words)
        return end
    if not (words[0].isupper() or words.casefold().startswith(("the ", "el ", "la ", "le ", "al-"))):
        if words.casefold() in (
            "available at",
            "online",
            "at",
            "available from",
            "from",
            "available on",
            "retrieved from",
            "archived at",
            "accessible at",
            "via",
        ):
            return end
        return None
    key = "container" if not fields.get("container") else "publisher"
    if key in fields:
        return None
    fields[key] = words
    return end
