"""Legal sources: "Roe v. Wade, 410 U.S. 113, 120 (1973)", "Jane Doe, Title, 110 Harv. L. Rev. 1359
(1997)"."""

from __future__ import annotations

import re

from claimx.cite.entries.bodies import is_body
from claimx.cite.entries.clean import plain
from claimx.cite.entries.dates import find_dates
from claimx.cite.entries.imprint import Fields
from claimx.cite.entries.quoted import find_title

_REPORTER = re.compile(
    r"^(?P<head>.+?),\s(?P<vol>\d+)\s(?P<rep>[A-Z][\w.&'’ ]*?(?:\.|\b[A-Z][\w'’]*"
    r"|\d[a-z]+))\s(?:§+\s?)?(?P<page>\d+)"
    r"(?:,\s(?P<pin>\d[\d\s,–—n.\-]*?))?\s*\((?P<court>[^()\d]*?)\s?(?P<year>1[6-9]\d\d|20\d\d)\)",
)
_CASE = re.compile(r"\b(?:v\.?|vs\.?|c\.)\s+[A-Z]|^(?:In re|Ex parte|Matter of|Prosecutor v)\b")
_EUROPEAN = re.compile(
    r"^(?P<title>.{3,120}?\sv\.?\s.{2,80}?),\s(?P<rest>(?:App(?:lication)?\.?\s[Nn]os?\.?"
    r"|Case\s(?:[Nn]o\.?\s)?|Judgment|ICTY|ICTR|\[?(?:19|20)\d\d\]).*)$"
)
_STATUTE = re.compile(
    r"^(?P<title>.{0,120}?)(?:,\s)?(?P<number>(?:Pub\. L\. (?:No\. )?[\d–-]+|\d+ U\.S\.C\.(?:A\.)? §+ "
    r"?[\w.–()-]+|\d+ C\.F\.R\. §+ ?[\w.–()-]+|\d+ Stat\. \d+)[^()]*?)\s*(?:\((?P<year>(?:1[6-9]"
    r"|20)\d\d)\))?[.;]?$"
)
_TREATY = re.compile(r"\b(?:U\.?N\.?T\.?S\.?|I\.L\.M\.|T\.I\.A\.S\.|L\.N\.T\.S\.)(?=[\s,.;]|$)")
_TREATY_CITED = re.compile(
    r"^(?P<title>.{10,200}?)(?:,?\s(?:art|arts|§)\.?\s(?P<pin>[\d()\-–, "
    r"]+))?,\s(?P<date>[A-Z][a-z]+\.?\s\d{1,2},\s\d{4}),\s(?:[\dA-Z. "
    r"]+,\s)?(?P<vol>\d+)\s(?P<rep>U\.?N\.?T\.?S\.?|I\.L\.M\.|T\.I\.A\.S\.|L\.N\.T\.S\."
    r"|Stat\.)\s(?P<page>\d+)"
)
_UN_DOC = re.compile(
    r"(?:\bU\.?N\.?\s)?(?:Doc(?:ument)?\.?\s(?:No\.?\s)?)?(?P<n>(?<![\w/])(?:S|A|E|CCPR|CAT|CEDAW|CRC"
    r"|HRC)/(?:RES/|PV\.)?(?:[\w.-]+/)*[\w.]*\d[\w.]*(?:\s?\(\d{4}\))?)"
)
_SERIES = re.compile(r"N\.?\s?T\.?S|I\.L\.M|T\.I\.A|\sStat\.")
_VOLUME_AND_NAME = re.compile(r",\s\d+\s[A-Z]")
_DIGIT = re.compile(r"\d")
_REVIEW = re.compile(r"\b(?:Rev|J|L|Q|Y\.?B|Int'?l|Int’l)\.(?:\s|$)|\b(?:Review|Journal|Law)\b")


def read_legal(text: str) -> Fields | None:
    """Fields of a case, statute, treaty or law-review article in the American manner, else None.

    `read_legal("Roe v. Wade, 410 U.S. 113 (1973)")["type"] == "legal_case"`.
    """
    if not _DIGIT.search(text):
        return None
    text = plain(text).strip()
    match = _TREATY_CITED.match(text) if _SERIES.search(text) else None
    if match:
        dates = find_dates(match["date"])
        fields: Fields = {
            "type": "treaty",
            "title": match["title"],
            "volume": match["vol"],
            "container": match["rep"],
            "page": match["page"],
        }
        return (
            fields
            | ({"issued": dates[0].value} if dates else {})
            | ({"locator": f"art. {match['pin']}".strip()} if match["pin"] else {})
        )
    match = _UN_DOC.search(text) if "/" in text else None
    if match and match.start() > 12:
        return _from_document(text, match)
    match = _REPORTER.match(text) if "(" in text and _VOLUME_AND_NAME.search(text) else None
    if match:
        return _from_reporter(match)
    if ("§" in text or "Pub. L." in text or " Stat. " in text) and (match := _STATUTE.match(text)):
        fields = {
            "type": "legislation",
            "title": match["title"].strip(" ,") or match["number"].strip(" ,"),
            "number": match["number"].strip(" ,"),
        }
        if match["year"]:
            fields["issued"] = {"date-parts": [[int(match["year"])]]}
        return fields
    if _CASE.search(text) and (match := _EUROPEAN.match(text)):
        year = re.findall(r"\b(?:1[6-9]|20)\d\d\b", match["rest"])
        fields = {"type": "legal_case", "title": match["title"], "number": match["rest"].strip(" .;")}
        if year:
            fields["issued"] = {"date-parts": [[int(year[-1])]]}
        return fields
    return None


def _from_document(text: str, match: re.Match[str]) -> Fields | None:
    """ "UN Security Council, Report of the Panel of Experts, S/2018/1002, 9 November 2018, para. 45"."""
    if find_title(text):
        return None
    head = text[: match.start()].strip(" ,;.(")
    dates = find_dates(head) or find_dates(text[match.end() :])
    if dates and dates[0].end <= len(head) and head[dates[0].end :].strip(" ,.()") == "":
        head = head[: dates[0].start].strip(" ,.(")
    fields: Fields = {"type": "report", "title": head, "number": match["n"]}
    body, _, title = head.partition(", ")
    if title and is_body(body):
        fields |= {"author": [{"literal": body}], "title": title}
    if dates:
        fields["issued"] = dates[0].value
    pin = re.search(r"\b(?:paras?\.?|¶+|§+|pp?\.)\s?([\d–\-, ]+\d|\d+)", text[match.end() :])
    return fields | ({"locator": pin[0]} if pin else {})


def _from_reporter(match: re.Match[str]) -> Fields | None:
    head, reporter = match["head"].strip(), match["rep"].strip()
    fields: Fields = {
        "volume": match["vol"],
        "page": match["page"],
        "issued": {"date-parts": [[int(match["year"])]]},
        "container": reporter,
    }
    if match["pin"]:
        fields["locator"] = match["pin"].strip(" ,.")
    if _CASE.search(head):
        fields |= {"type": "legal_case", "title": head}
        if match["court"].strip(" ,."):
            fields["authority"] = match["court"].strip(" ,")
        return fields
    if _TREATY.search(reporter + "."):
        return fields | {"type": "treaty", "title": head}
    if "." not in reporter and not _REVIEW.search(reporter):
        return None
    people, _, title = head.partition(", ")
    fields["type"] = "article-journal"
    if title:
        return fields | {"author": people, "title": title.strip('"“”,')}
    return fields | {"title": head}
