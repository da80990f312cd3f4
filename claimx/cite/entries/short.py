"""Forms that lean on an earlier note: "Ibid., 12", "Gul, op. cit.", "supra note 7", "Mir, *Title*, 24",
"Mir 2022"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claimx.cite.entries.clean import OFF, ON, plain
from claimx.cite.entries.dates import find_dates
from claimx.cite.entries.people import parse_names
from claimx.cite.entries.quoted import find_italic_title, find_title
from claimx.resources import load_toml

_UPPER = "A-ZÀ-ÞŁŚŠŽİĆČ"
_LOCATOR = (
    r"(?:,|:|;|\.|\(|\bat\b|\s)*+(?:(?:pp?\.?|p-|S\.|Seiten?|pages?|págs?\.?|at|para(?:s"
    r"|graph)?s?\.?|§+|¶+|Rn\.?|Rz\.?|Art\.?|ch(?:ap)?s?\.?|vol\.|fn?\.|nn?\.|bk\.?|fol\.|t\.|c\.|in"
    r"|ll?\.|vv?\.)\s*)?"
    r"(?P<loc>(?:[\dIVXLCivxlc]+[\dA-Za-z.]*)(?:\s?(?:[-–—,&/]|and|et"
    r"|und)\s?[\dIVXLCivxlc]+[A-Za-z]?)*(?:\s?(?:f{1,2}|sqq?|et\sseq|n|ss"
    r"|passim)\.?(?:\s?\d+)?)?)?(?:,?\s?passim|,\s?(?:n\.|note|fn\.?)\s?\d+)?[\s.,;)]*$"
)
_LOCATOR_ONLY = re.compile("^" + _LOCATOR, re.IGNORECASE)
_LOCATOR_TAIL = re.compile(
    r"(?P<cut>[,;:.]?\s+(?:(?:pp?\.?|p-|S\.|Seiten?|pages?|págs?\.?|at|para(?:s|graph)?s?\.?|§+"
    r"|ch(?:ap)?s?\.?|vol\.|c\.|fol\.)\s*)?(?P<loc>(?<![A-Za-z])(?:\d+[a-z]?"
    r"|[ivxlc]{2,})(?:\s?[-–—,]\s?\d+)*(?:\s?ff?\.?|\s?n\.\s?\d+)?))[\s.;)]*$|(?P<cut2>[,;]?\s(?:pp?"
    r"|S)\.?\s?(?P<loc2>\d+(?:\s?[-–—,]\s?\d+)*))[\s.;)]*$",
    re.IGNORECASE,
)
_NOTE = (
    r"(?:foot)?(?:notes?|nn?\.|n°|fns?\.?|fußn(?:ote)?\.?|fn|anm(?:erkung)?\.?|nota|not\.|noot"
    r"|poznámka|przypis|endnote)"
)
_SUPRA = re.compile(
    rf"(?:(?:\b(?:cited|quoted|discussed|mentioned|named|as|see)\s)?\b(?:supra|above|oben|wie|siehe"
    rf"|ci-dessus|précité|note précitée|cité|op\.?\s?cit\.?|ob\.\scit\.|a\.\s?a\.\s?O\.|art\.\scit\."
    rf"|loc\.\scit\.)[,\s]*(?:\(|in\s|at\s|à la\s|en\s)?{_NOTE}\s?(?P<n1>\d+)\)?(?!\w)"
    rf"|\b(?:see\s)?{_NOTE}\s?(?P<n2>\d+)\)?,?\s(?:above|supra|oben|ci-dessus|arriba|earlier)"
    rf"|\((?:see\s)?{_NOTE}\s?(?P<n3>\d+)\))",
    re.IGNORECASE,
)
_OP_CIT = re.compile(
    r"[,.(]?\s*(?:\b(?:op|ob|art|loc|ouvr|opus)\.?\s?cit(?:at|\.)?(?:\b|(?<=\.))\.?|\bopus citatum"
    r"|\bobra citada|\bouvrage cité|\barticle cité|\ba\.\s?a\.\s?O\b\.?|\baaO\b\.?|\bo\.\s?c\."
    r"|\bcit\.(?=[\s,)]|$)|\bsupra\b|\bcited above|\babove cited|\bpreviously cited|\bprécité)\)?",
    re.IGNORECASE,
)
# One of these stands in every form that `read_cited` knows: nothing else is worth a long look.
_LEANING = (
    "cit",
    "supra",
    "above",
    "note",
    "(n",
    "a.a.o",
    "a. a. o",
    "aao",
    "anm",
    "fn",
    "o.c",
    "o. c",
    "oben",
    "nota",
    "n. ",
)
_SEE = re.compile(r"^(?:see\s|siehe\s|vgl\.\s|cf\.\s|voir\s|véase\s|ver\s|vid\.\s|compare\s)", re.IGNORECASE)
_NAME_WORD = (
    rf"(?:[{_UPPER}][\w'’.\-‐–]*|van|von|de|der|den|del|della|di|da|dos|la|le|el|al|al-[\w-]+|bin|ibn|ul|zu)"
)
_NAMES = re.compile(
    rf"^{_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}(?:(?:,?\s(?:and|und|et|y|&|e)\s"
    rf"|,\s){_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}){{0,6}}(?:,?\s(?:et\.?\sal\b\.?|and\sothers"
    rf"|u\.\s?a\.))?[.,:]?$",
    re.IGNORECASE if False else 0,
)


@dataclass(frozen=True, slots=True)
class Short:
    """What a short form says. `mode`: ibid | note | cited | bare (author, title or date alone)."""

    mode: str
    names: tuple[dict[str, Any], ...] = ()
    title: str | None = None
    year: int | None = None
    container: str | None = None
    locator: str | None = None
    note: str | None = None
    rest: str = field(default="", compare=False)


@cache
def _ibid() -> re.Pattern[str]:
    words = sorted(load_toml("lexicon/citation")["backward"]["ibid"], key=len, reverse=True)
    body = "|".join(re.escape(w).replace(r"\ ", r"\s?").replace(r"\.", r"\.?\s?") for w in words)
    return re.compile(rf"^[{ON}(\[]?(?P<word>{body})(?![\w'’-])\.?{OFF}?[\])]?", re.IGNORECASE)


@cache
def _same_author() -> re.Pattern[str]:
    words = sorted(load_toml("lexicon/citation")["backward"]["same-author"], key=len, reverse=True)
    body = "|".join(re.escape(w) for w in words if w != "author")
    return re.compile(rf"^(?:{ON}?(?:{body})\.?{OFF}?|[—–_-]{{3,}}|[—–]{{2}})[,.:;]?\s+(?=\S)", re.IGNORECASE)


def read_ibid(text: str) -> Short | None:
    """ "Ibid., pp. 12–14", "Id. at 45", "Ebd., S. 5", "Idem": the source just before. None for anything else.

    A remark behind it ("Ibid. The author adds …") stands in `rest`.
    """
    match = _ibid().match(_SEE.sub("", text, count=1))
    if not match:
        return None
    after = _SEE.sub("", text, count=1)[match.end() :]
    word = match["word"].casefold()
    seen = after is not text and _SEE.match(text)
    if (
        word in ("id", "ib", "idem", "id.", "ídem", "eadem", "dass", "l.c")
        and match["word"][0].islower()
        and not (seen or after.strip(" .") == "")
    ):
        return None
    located = _LOCATOR_ONLY.match(plain(after))
    if located:
        return Short("ibid", locator=_tidy(located["loc"]))
    if re.match(r"[,\s]*(?:note|n\.|fn)\s?\d+", after):
        return Short("ibid", locator=None)
    first, sep, rest = plain(after).lstrip(" ,:;").partition(". ")
    located = _LOCATOR_ONLY.match(first)
    if plain(after).startswith((".", ",", ":", " at", ";", " (")) or located:
        if word in ("id", "idem", "ídem", "eadem") and not located and (find_title(after) or ON in after):
            return None
        if located and sep:
            return Short("ibid", locator=_tidy(located["loc"]), rest=rest)
        if plain(after).lstrip(" ,").startswith(("(", "quoting", "citing")):
            return Short("ibid", rest="")
        if word in ("id", "idem", "ídem", "eadem", "ders") and after.startswith(","):
            return None
        return Short("ibid", rest=plain(after).strip(" .,;"))
    return None


def same_author(text: str) -> str | None:
    """What follows "Idem," or "———." when another work of the same author is named, else None."""
    match = _same_author().match(text)
    return text[match.end() :] if match and len(text) - match.end() > 8 else None


def read_cited(text: str) -> Short | None:
    """ "Gul, op. cit., p. 5", "Gul, *Place*, supra note 7, at 12", "see note 7 above", "Gul (n. 7)"; else
    None."""
    low = text.casefold()
    if not any(hint in low for hint in _LEANING):
        return None
    note = _SUPRA.search(text)
    if note and not re.match(r"\s*(?:below|infra|unten)", text[note.end() :]):
        number = note["n1"] or note["n2"] or note["n3"]
        names, title = _who_and_what(_SEE.sub("", text[: note.start()]).strip())
        if title is None and not names and len(text[: note.start()].split()) > 6:
            return None
        return Short("note", names, title, note=number, locator=_locator_behind(text[note.end() :]))
    match = _OP_CIT.search(text)
    if not match or len(text[: match.start()].split()) > 30:
        return None
    head = _SEE.sub("", text[: match.start()]).strip(" ,")
    names, title = _who_and_what(head)
    if not names and not title:
        return None
    return Short("cited", names, title, locator=_locator_behind(text[match.end() :]))


def _locator_behind(text: str) -> str | None:
    match = _LOCATOR_ONLY.match(plain(text))
    if match:
        return _tidy(match["loc"])
    first = re.match(r"[\s,]*(?:pp?\.|at|S\.|p)\s?(\d+(?:\s?[-–—]\s?\d+)?)", plain(text))
    return first[1] if first else None


def _tidy(locator: str | None) -> str | None:
    return re.sub(r"\s*[-–—]\s*", "–", locator).strip(" .,") if locator else None


def _who_and_what(head: str) -> tuple[tuple[dict[str, Any], ...], str | None]:
    """Names and title before the word that leans back: 'Mir, "No Good Choices"' and 'Gul, The Place'."""
    head = head.strip(" ,;:(")
    title = find_title(head) or find_italic_title(head)
    if title:
        return tuple(parse_names(plain(head[: title[0]]))), title[2]
    bare = plain(head)
    if not bare:
        return (), None
    if _NAMES.match(bare) and len(bare.split()) < 9 and "," not in bare:
        return tuple(parse_names(bare)), None
    who, _, what = bare.partition(",")
    if re.fullmatch(r"\s*(?:[A-Z]\.[\s-]?)+", what.partition(",")[0]):
        initials, _, what = what.partition(",")
        who = f"{who}, {initials.strip()}"
    if what.strip() and not _NAMES.match(bare):
        return tuple(parse_names(who)), what.strip(" ,.")
    return tuple(parse_names(bare)), what.strip(" ,.") or None


def read_bare(text: str) -> Short | None:
    """An author, a title or a date alone, without anything that tells where it was published.

    `read_bare('Mir, *Nexus*, 24.')` has names, title and locator;
    `read_bare("Knights and Almeida, January 2022.")`
    names and year. Text with an address, a publisher or a volume gives None.
    """
    if "//" in text or "www." in text or len(text) > 420:
        return None
    body, locator = _cut_locator(text.strip())
    title = find_title(body)
    if title is None and ON in body:
        title = find_italic_title(body)
    if title:
        return _bare_title(body, title, locator)
    bare = plain(body).strip(" .,;")
    dates = find_dates(bare)
    if dates:
        last = dates[-1]
        if last.end < len(bare.rstrip(" .),")) or len(dates) > 1:
            return None
        names = bare[: last.start].strip(" ,.(")
        if not names or not (
            _NAMES.match(names) or ("," not in names and len(names.split()) < 8 and names[0].isupper())
        ):
            return None
        return Short("bare", tuple(parse_names(names)), year=last.value["date-parts"][0][0], locator=locator)
    if re.search(r"\(.*\d{4}.*\)", bare) or ";" in bare:
        return None
    if (
        _NAMES.match(bare)
        and len(bare.split()) < 9
        and ("," not in bare or " and " in bare or "et al" in bare)
    ):
        return Short("bare", tuple(parse_names(bare)), locator=locator)
    who, _, what = bare.partition(", ")
    if what and _NAMES.match(who) and not re.search(r"\d", what):
        return Short("bare", tuple(parse_names(who)), what.strip(" ,."), locator=locator, rest=bare)
    if not what and 1 < len(bare.split()) < 16 and bare[:1].isupper():
        return Short("bare", (), bare, locator=locator, rest=bare)
    return None


def _bare_title(body: str, title: tuple[int, int, str], locator: str | None) -> Short | None:
    before, after = plain(body[: title[0]]).strip(" ,.;:"), body[title[1] :].strip(" ,.;:")
    year = re.search(r"[,\s]\(?((?:1[5-9]|20)\d\d)[a-z]?\)?$", before)
    if year:
        before = before[: year.start()].strip(" ,(")
    container = None
    if after:
        if find_dates(after) or re.search(r"\d|\(|\b(?:in|ed|eds|trans)\b", after):
            return None
        container = plain(after).strip(" ,.;:")
        if len(container.split()) > 7:
            return None
    names = tuple(parse_names(before)) if before else ()
    return Short("bare", names, title[2], int(year[1]) if year else None, container or None, locator)


def _cut_locator(text: str) -> tuple[str, str | None]:
    match = _LOCATOR_TAIL.search(text)
    if not match:
        return text, None
    cut, locator = (
        (match["cut"], match["loc"]) if match["cut"] is not None else (match["cut2"], match["loc2"])
    )
    explicit = bool(re.search(r"[A-Za-z§]", cut.replace(locator, "")))
    if not explicit and re.fullmatch(r"(?:1[5-9]|20)\d\d[a-z]?", locator):
        return text, None
    if not explicit and not re.match(r"\s*[,:;.]|\s", cut):
        return text, None
    before = text[: match.start()]
    year = re.match(r"((?:1[5-9]|20)\d\d)\s?,\s?(\d.*)$", locator)
    if year and not explicit:  # "Smith 2010, 45"
        return f"{before}, {year[1]}", _tidy(year[2])
    if not explicit and re.search(rf"\b(?:{'|'.join(_month_words())})\.?$", before, re.IGNORECASE):
        return text, None
    return before, _tidy(locator)


@cache
def _month_words() -> tuple[str, ...]:
    return tuple(re.escape(m) for m in load_toml("lexicon/citation")["months"])
