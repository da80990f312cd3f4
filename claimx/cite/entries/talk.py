"""Conversations as sources: "Author's interview with a security official, Peshawar, January 10, 2022."."""

from __future__ import annotations

import re
from functools import cache

from claimx.cite.entries.clean import plain
from claimx.cite.entries.dates import best_date, find_dates
from claimx.cite.entries.imprint import Fields
from claimx.cite.entries.people import parse_names
from claimx.resources import load_toml

_UNNAMED = re.compile(
    r"^(?:an?|the|two|three|four|five|six|several|various|some|many|multiple|anonymous|senior|former"
    r"|local|unnamed|retired|serving|members?|officials?|officers?|residents?"
    r"|experts?|journalists?|sources?|respondents?|participants?|interviewees?|informants?|ein\w*|un"
    r"|une|des|uno|una)\b(?!\s+[A-Z][a-z]+\s+[A-Z][a-z]+\s*,)|^[a-z]",
)
_COMMON_NOUN = re.compile(
    r"\s(?!(?:van|von|de|der|den|del|della|di|da|dos|bin|ibn|ul|and|al|el|und|et|y)\b)[a-zà-ÿ]{3,}"
)
_BY_AUTHOR = re.compile(
    r"\b(?:by|with|to|von|par|por)\s+(?:the\s+)?(?:author|authors|writer|researcher|present author)\b'?s?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[,\s])(?:in|at|from|à|en|auf)\s+(?P<a>[A-Z][\w'’.\-]+(?:[\s,]+[A-Z][\w'’.\-]+){0,3})\s*$"
)
_PLACE_PART = re.compile(r"^[A-Z][\w'’.\-]+(?:\s[A-Z][\w'’.\-]+){0,2}$")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    talk = load_toml("lexicon/citation")["talk"]
    noun = "|".join(sorted(map(re.escape, talk["nouns"]), key=len, reverse=True))
    manner = "|".join(sorted(map(re.escape, talk["manners"]), key=len, reverse=True))
    head = re.compile(
        rf"^(?P<genre>(?:(?:{manner})[\s,]+)*(?:{noun}))(?:\s+(?:was\s|were\s)?(?:conducted|held"
        rf"|carried out))?"
        rf"(?:\s+(?:by|of)\s+(?:the\s+)?(?:authors?|researchers?))?(?P<rest>(?:\s+(?:with|mit|avec|con"
        rf"|com|by|of)\b|\s*[,.:(]|\s*$|\s+(?:in|on|at)\b|\s+(?:No\.?|\#)?\s?\d).*)$",
        re.IGNORECASE | re.DOTALL,
    )
    tail = re.compile(
        rf"^(?P<who>[^\"“«]{{3,160}}?)[,.;]\s+(?P<genre>(?:(?:{manner})[\s,]+)*(?:{noun}))(?P<rest>\s*(?:[,.(].*|\s(?:with|by|to|in|on|conducted)\b.*)?)$",
        re.IGNORECASE | re.DOTALL,
    )
    return head, tail


def read_talk(text: str) -> Fields | None:
    """Fields of an interview, discussion or letter named as a source, or None when the text is something
    else.

    `read_talk("Farhan Zahid (scholar), Interview by the Author, March 5, 2024.")` names the person as author.
    A published interview ("Interview with X," *Der Spiegel*) has a title in quotes and is no match.
    """
    low = text.casefold()
    if not any(noun in low for noun in load_toml("lexicon/citation")["talk"]["nouns"]):
        return None
    text = plain(text).strip()
    head, tail = _patterns()
    match = head.match(text)
    if match:
        return _from_head(match) if len(text.split()) < 60 else None
    match = tail.match(text)
    if match and _could_be_person(match["who"]):
        return _from_tail(match)
    return None


def _could_be_person(who: str) -> bool:
    return who[:1].isupper() and not find_dates(who) and len(re.sub(r"\([^)]*\)", "", who).split()) < 12


def _from_head(match: re.Match[str]) -> Fields:
    fields: Fields = {"type": _type(match["genre"]), "genre": _genre(match["genre"])}
    rest = match["rest"].strip()
    rest = re.sub(r"^(?:with|mit|avec|con|com|by|of)\s+", "", rest, flags=re.IGNORECASE).strip(" ,.;:")
    rest = _take_date(rest, fields)
    who, _, about = rest.partition(",")
    who = re.split(r"\s(?:on|in|at|during|via|by|regarding|about|for)\s", who, maxsplit=1)[0].strip(" ,.;")
    if (
        who
        and not _UNNAMED.match(who)
        and not _COMMON_NOUN.search(who)
        and who[:1].isupper()
        and not _BY_AUTHOR.match("with " + who)
    ):
        fields["author"] = list(parse_names(re.sub(r"\([^)]*\)", "", who)))
        if about.strip(" ,."):
            fields["note"] = about.strip(" ,.")
    elif rest:
        fields["title"] = (
            f"{fields['genre']} with {rest}" if re.search(r"\bwith\b", match["rest"][:8]) else rest
        )
    elif not rest:
        fields["title"] = match["genre"]
    _take_place(rest, fields)
    if fields.get("note") == fields.get("event-place"):
        fields.pop("note", None)
    return fields


def _from_tail(match: re.Match[str]) -> Fields:
    fields: Fields = {"type": _type(match["genre"]), "genre": _genre(match["genre"])}
    who = match["who"]
    role = re.search(r"\(([^)]*)\)", who)
    if role:
        fields["note"] = role[1]
    name, _, about = re.sub(r"\s*\([^)]*\)", "", who).partition(",")
    fields["author"] = parse_names(name)
    if about.strip() and not role:
        fields["note"] = about.strip(" ,.")
    rest = _BY_AUTHOR.sub("", match["rest"]).strip(" ,.()")
    rest = _take_date(rest, fields)
    _take_place(rest, fields)
    return fields


def _type(genre: str) -> str:
    written = re.search(r"communication|correspondence|e-?mail|letter", genre, re.IGNORECASE)
    return "personal_communication" if written and "interview" not in genre.casefold() else "interview"


def _genre(printed: str) -> str:
    return re.sub(
        r"^(?:the\s)?(?:author|researcher)s?['’]?s?['’]?\s+", "", printed.strip(), flags=re.IGNORECASE
    ).capitalize()


def _take_date(rest: str, fields: Fields) -> str:
    date = best_date(find_dates(rest))
    if not date:
        return rest
    fields["issued"] = date.value
    before = re.sub(r"\s*\b(?:on|in|dated|am|le|el)\s*$", "", rest[: date.start].rstrip(" ,(.")).rstrip(" ,")
    after = rest[date.end :].strip(" ,.)(;")
    return f"{before}, {after}" if before and after else before or after


def _take_place(rest: str, fields: Fields) -> None:
    match = _PLACE.search(rest)
    if match and len(rest[: match.start()].rsplit(",", 1)[-1].split()) < 4:
        fields["event-place"] = match["a"].strip(" ,.")
        return
    parts = [p.strip() for p in rest.split(",")]
    if len(parts) > 1 and _PLACE_PART.match(parts[-1]):
        fields["event-place"] = parts[-1]
