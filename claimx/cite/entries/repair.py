"""Last repairs of a source's fields, whoever read them: editors that stuck to a title, pages that are
locators."""

from __future__ import annotations

import re

from claimx.cite.entries.features import word
from claimx.cite.entries.imprint import Fields
from claimx.resources import load_toml

_LOCATOR_END = re.compile(
    r"[,;]\s*(?:(?:pp?\.|at|S\.|pages?|págs?\.|para(?:s|graph)?s?\.?|§+|ch(?:ap)?s?\.|fn?\."
    r"|n\.)\s?)(?P<l>[\d][\dA-Za-z\s,–—\-]*?(?:ff?\.)?)\s*[.;]?$"
)
_PEOPLE = r"(?P<n>(?:[A-ZÀ-Þ][\w.'’-]*+|and|&|und|et|,|van|von|de|\s)+?)[)\]]?\.?$"
_ED_INSIDE = re.compile(
    r"(?:[,.;]\s?|\s[(\[]|[,.]?\s(?=[Ee]dited\s|[Tt]ranslated\s|[Üü]bers|[Tt]raduit|[Hh]rsg|ed\.\sby))"
    r"(?P<role>[Ee]d(?:ited|s?\.)\s(?:and\s\w+\s)?by|[Ee]ds?\.|[Hh]rsg\.?(?:\svon)?|[Hh]g\.(?:\svon)?"
    r"|[Tt]rans(?:lated|l)?\.?(?:\sby)?|[Üü]bers(?:etzt)?\.?(?:\svon)?|[Tt]raduit\spar)\s" + _PEOPLE
)
_ED_BEFORE = re.compile(
    r"^(?P<n>(?:[A-ZÀ-Þ][\w.'’-]*+|and|&|und|et|van|von|de|[,\s])+?),?\s\(?(?:[Ee]ditors?|[Ee]ds?\.?"
    r"|[Hh]rsg\.?|[Hh]g\.)\)?[,:]?\s+(?P<c>[A-ZÀ-Þ].{3,})$"
)
_ROLE_AFTER = re.compile(
    r"[,\s]\(?(?:[Ee]ditors?|[Ee]ds?|EDS?|[Hh]rsg|HRSG|[Hh]g|[Cc]oords?|[Dd]irs?)\b\.?\)?[\s.,)]*$"
)
_LAW_BOOK = re.compile(r"^(?P<t>.*?\D)\s(?P<p>\d{1,4}(?:[–-]\d+)?)$")
_NO_CONTAINER = re.compile(
    r"(?P<genre>(?:un)?published|preprint|tech(?:nical|\.)?\s?rep(?:ort|\.)?\b|working\s(?:paper|draft)"
    r"|(?:un)?published\smanuscript|manuscript|mimeo|(?:us|u\.s\.|european)\spatent|research\sreport"
    r"|discussion\spaper|ph\.?\s?d|master['’]?s|arxiv)"
    r"|submitted|to\sappear|in\spress|forthcoming|accepted|translated|edited\sby|reprint"
    r"|trans\.(?=\s(?:by\s|from\s|[A-Z][a-z]+\s(?:[A-Z]\.\s?)*[A-Z][a-z]+(?:$|\s)))",
    re.IGNORECASE,
)
# "Trans. Nicholas Rand. Critical Inquiry", but not "Trans. Amer. Math. Soc."
_TRANSLATED_FIRST = re.compile(
    r"^[Tt]rans\.\s(?:by\s)?(?P<n>[A-Z][a-z]+\s(?:[A-Z]\.\s?)*[A-Z][a-z]{2,})\.\s(?P<c>[A-Z].{3,})$"
)
_NUMBER_BEHIND = re.compile(r"^(?P<c>.*[^\W\d]{2}.*)\s(?P<v>(?!1[5-9]\d\d|20\d\d)\d{1,4})$")
_IMPRINT_INSIDE = re.compile(
    r"[.,]\s(?P<place>[A-ZÀ-Þ][\w.-]+(?:[\s,]+[A-ZÀ-Þ][\w.-]+){0,2}):\s(?P<press>[A-ZÀ-Þ][^:]{2,60})$"
)
_PAGE_AND_YEAR = re.compile(
    r"\s(?P<p>\d{1,4}(?:[–-]\d+)?)\s\((?:\w+\.?\s(?:rev\.\s)?ed\.,?\s)?(?:1[5-9]|20)\d\d\)"
)
_DAY_AHEAD = re.compile(r",?\s(?:vom|z\sdnia|od\sdne|dated)$")
# "Revue numismatique, 6e série": which row of volumes it is
_SERIES_BEHIND = re.compile(
    r",\s(?:\d+(?:e|è|ª|a|[ºo]|th|nd|rd|st|\.)?\s(?:[Ss]érie|[Ss]erie|[Ss]eries|sér\.|ser\.)|[Nn]\.\s?[Ss]\.|N\.\s?F\."
    r"|[Nn]ouvelle\s[Ss]érie|[Nn]eue\sFolge|[Nn]uova\s[Ss]erie|[Nn]ueva\s[ÉEée]poca|[Nn]ew\s[Ss]eries)$"
)
_NO_DATE = re.compile(r"[A-Za-zÀ-ÿ]{2}|\d{3}")


def settle(fields: Fields, rest: str) -> Fields:
    """Last repairs that hold for rules and labeller alike."""
    fields.pop("quoted", None)
    if fields.get("title") and not fields.get("container"):
        inside = re.fullmatch(
            r"(?P<t>.{12,}?\w{3,})\.\s(?P<c>(?:The\s)?[A-Z][\w'’-]+(?:\s(?:of|the|and|&"
            r"|[A-Z][\w'’-]+)){0,3})",
            fields["title"],
        )
        if (
            inside and fields.get("issued") and fields.get("url")
        ):  # “… nations: chief. Hindustan Times,” July 6, 2022
            fields["title"], fields["container"] = inside["t"], inside["c"]
    _strip_editors(fields)
    container = fields.get("container")
    if container and "publisher" not in fields and (match := _IMPRINT_INSIDE.search(container)):
        fields["container"] = container = container[: match.start()]
        fields.setdefault("place", match["place"])
        fields["publisher"] = match["press"].strip(" ,.")
    if container and (match := _TRANSLATED_FIRST.match(container)):
        fields.setdefault("translator", match["n"])
        fields["container"] = container = match["c"]
    _numbers_behind(fields)
    container = fields.get("container")
    if container and (match := _NO_CONTAINER.match(container)):
        fields.setdefault("genre" if match["genre"] else "note", fields.pop("container"))
    if (
        not fields.get("title")
        and fields.get("container")
        and (fields.get("place") or fields.get("publisher"))
    ):
        fields["title"] = fields.pop("container")  # "Wehler, Gesellschaftsgeschichte, Bd. 3, München 1995"
    _page_or_locator(fields, rest)
    if "date-text" in fields and (
        not _NO_DATE.search(fields["date-text"]) or fields["date-text"].startswith(("at ", "p"))
    ):
        del fields["date-text"]
    return fields


def _numbers_behind(fields: Fields) -> None:
    """A month or a volume that stuck to the name of a periodical: "Vox September", "BSFE 106"."""
    container = fields.get("container")
    if not container:
        return
    container = fields["container"] = _SERIES_BEHIND.sub("", _DAY_AHEAD.sub("", container)) or container
    if fields.get("chapter"):
        return
    name, _, town = container.rpartition(", ")
    if name and "place" not in fields and "volume" in fields and "L" in word(town).role:
        fields["container"], fields["place"] = name, town  # "Remhu, Brasília, v. 2"
        container = name
    head, _, last = container.rpartition(" ")
    month = len(last) > 2 and last.casefold() in load_toml("lexicon/citation")["months"]
    if month and head[-1:].isalpha() and head.rpartition(" ")[2].casefold() not in ("de", "of", "du"):
        fields["container"] = container = head
    match = _NUMBER_BEHIND.match(container)
    if match and "volume" not in fields and (fields.get("issued") or fields.get("page")):
        fields["container"], fields["volume"] = match["c"].rstrip(" ,"), match["v"]


def _page_or_locator(fields: Fields, rest: str) -> None:
    """The page of a book is where the note points, not where an article stands."""
    page = fields.get("page")
    if (
        "locator" not in fields
        and (match := _LOCATOR_END.search(rest))
        and page == match["l"].strip()
        and "volume" not in fields
        and not fields.get("chapter")
    ) or (
        page
        and "locator" not in fields
        and not fields.get("container")
        and not fields.get("volume")
        and (page.isdigit() or not fields.get("publisher"))
    ):
        fields["locator"] = fields.pop("page")
    title = _LAW_BOOK.match(fields.get("title") or "")
    if (
        title
        and "locator" not in fields
        and any(found["p"] == title["p"] for found in _PAGE_AND_YEAR.finditer(rest))
    ):
        fields["title"], fields["locator"] = (
            title["t"],
            title["p"],
        )  # "John Roe, War and Words 33 (2d ed. 2001)"


def _strip_editors(fields: Fields) -> None:
    """Editors and translators that stuck to a title or a container, editors taken for authors."""
    for key in ("container", "title"):
        value = fields.get(key)
        if value and (match := _ED_INSIDE.search(value)) and match.start() > 3:
            role = "translator" if match["role"][0] in "tTüÜ" else "editor"
            fields.setdefault(role, match["n"])
            fields[key] = value[: match.start()].rstrip(" ,.;")
    value = fields.get("container")
    if value and (match := _ED_BEFORE.match(value)):
        fields.setdefault("editor", match["n"])
        fields["container"] = match["c"]
    author = fields.get("author")
    if isinstance(author, str) and "editor" not in fields and _ROLE_AFTER.search(author):
        fields["editor"] = fields.pop("author")
