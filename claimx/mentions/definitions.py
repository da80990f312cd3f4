"""Names that a paper defines: "Kamtok Defence Army (KDA)", lists of acronyms, "hereafter al-Shabaab"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimx.mentions.entities import (
    NO_ACTOR,
    Entity,
    Names,
    count_countries,
    slug,
    table_of_names,
    words_of,
)
from claimx.mentions.folding import PIECE, acronym_key, alias_key, is_acronym, is_connector, plain
from claimx.mentions.placenames import place_words

# "… Army (KDA)", "… Army (KDA, founded 1994)", "… (hereafter KDA)", "… [KDA]"; never "(Dawn, January 21)".
_BRACKET = re.compile(
    r"[(\[][\"“']?(?:(?:hereafter|henceforth|hereinafter|abbreviated(?: as)?|also(?: known as)?|known as|aka"
    r"|a\.k\.a\.|or|the|referred to as)[,:]? )*"
    r"[\"“']?((?:[A-Z0-9][\w.\-–/’']{1,11})|(?:al-|Al-)[A-Z]\w+)[\"”']?(?:[,;:][^()\n]{0,80})?[)\]]"
)
# ", hereafter al-Shabaab", ", or TTP," "known by its acronym KDA"
_APPOSED = re.compile(
    r",? (?:hereafter|henceforth|hereinafter|better known as|also known as|(?:known )?by its (?:\w+ )?acronym"
    r"|abbreviated (?:as|to)|abbreviated),? "
    r"(?:the |simply |as )?[\"“']?((?:al-|Al-)?[A-Z][\w\-]+(?: [A-Z][\w\-]+)?)"
)
# A line of a list of acronyms: "KDA Kamtok Defence Army", "KDA: …", "| KDA | …".
_LISTED = re.compile(
    r"^[|\s*]{0,4}([A-Z][A-Za-z0-9/\-]{1,10})\**(?:[ \t]*[:=|–—\-][ \t|]*|[ \t]{1,20})"
    r"([A-Z][^\n|.;()]{6,90}?)[\s|]*$",
    re.MULTILINE,
)
# "KDA (Kamtok Defence Army)"
_REVERSED = re.compile(r"\b([A-Z][A-Za-z0-9\-]{1,8}) \(([A-Z][\w’'\-]+(?: [\w’'\-]+){1,9})\)")
_SENTENCE_END = re.compile(r"[.;:!?]\s|[)\]]")  # no paragraph: a page break may cut the name
_MAX_WORDS = 12


def read_definitions(index: Names, text: str) -> dict[str, Any]:
    """What `text` defines, as fields of Names: defined, defined_names, places, text."""
    defined: dict[str, Entity] = {}
    names: dict[str, Entity] = {}
    places: dict[str, str] = {}
    for short, long in find_definitions(text):
        key = acronym_key(short)
        listed = _listed(index, key, long, text)
        entity = listed or _entity_of(index, long)
        if entity is NO_ACTOR and long.rsplit(" ", 1)[-1].lower() in place_words("defined"):
            places.setdefault(short, long)
        if is_acronym(short):
            if _taken(index, key, entity) and not _expansion(short, list(PIECE.finditer(long)), whole=True):
                continue  # only letters that fit can take a listed group its acronym
            if key not in defined or defined[key] is NO_ACTOR:
                defined[key] = entity
        elif entity is not NO_ACTOR:
            names.setdefault(short, entity)
        known = _known(index, long)
        if entity is not NO_ACTOR and (known is None or (listed and known != listed)):
            names.setdefault(long, entity)
    return {
        "defined": {**index.defined, **defined},
        "defined_names": {**index.defined_names, **table_of_names(names.items())},
        "places": {**index.places, **places},
        "text": text,
        "dead": set(),
    }


def _listed(index: Names, key: str, long: str, text: str) -> Entity | None:
    """The group that a list gives the acronym to, if the long form is its name but for one word in four.

    Several countries have had a "National Liberation Army (ELN)": the countries that the paper names decide;
    when they do not, the name stands for itself.
    """
    words = set(alias_key(long))
    fit = []
    for entry in index.acronyms.get(key, ()):
        name = set(alias_key(entry.entity.name))
        if len(name & words) * 4 >= max(len(name), len(words)) * 3:
            fit.append(entry)
    namesakes = list({entry.entity.actor_id: entry.entity for entry in fit}.values())
    if len(namesakes) < 2:
        return namesakes[0] if namesakes else None
    named = count_countries(text)
    weights = [max((named.get(c, 0) for c in entity.countries), default=0) for entity in namesakes]
    best = [e for e, w in zip(namesakes, weights, strict=True) if w and w == max(weights)]
    return best[0] if len(best) == 1 else Entity(slug(long), long, "group")


def _taken(index: Names, key: str, entity: Entity) -> bool:
    """Whether a list gives the acronym to somebody else, without doubt."""
    return any(not e.ambiguous and e.entity != entity for e in index.acronyms.get(key, ()))


def find_definitions(text: str) -> Iterator[tuple[str, str]]:
    """(short, long) pairs as printed: ("KDA", "Kamtok Defence Army"); the fewest words that fit."""
    for match in _BRACKET.finditer(text):
        before = _words_before(text, match.start())
        short = match.group(1).removesuffix("'s").removesuffix("’s")
        if is_acronym(short) and (long := _expansion(short, before)):
            yield short, long
        elif "after" in match.group(0) or "known" in match.group(0):
            long = _capital_tail(before)
            if long:
                yield short, long
    for match in _APPOSED.finditer(text):
        long = _capital_tail(_words_before(text, match.start()))
        if long and long != match.group(1):
            yield match.group(1), long
    for match in _LISTED.finditer(text):
        short, long = match.groups()
        if is_acronym(short) and _expansion(short, list(PIECE.finditer(long)), whole=True):
            yield short, long.strip()
    for match in _REVERSED.finditer(text):
        short, long = match.groups()
        if is_acronym(short) and _expansion(short, list(PIECE.finditer(long)), whole=True):
            yield short, long


def _words_before(text: str, end: int) -> list[re.Match[str]]:
    """The words of the clause that runs up to `end`, twelve at most."""
    start = max(0, end - 140)
    window = text[start:end]
    for match in _SENTENCE_END.finditer(window):
        if not re.search(r"\b(?:U\.S|St|Lt|Gen|Col)\.\s$", window[: match.end()]):
            start = max(start, end - len(window) + match.end())
    return list(PIECE.finditer(text, start, end))[-_MAX_WORDS:]


def _expansion(short: str, words: list[re.Match[str]], *, whole: bool = False) -> str | None:
    """The fewest last words whose letters give `short` in order: initials, else inner letters."""
    letters = [c.lower() for c in short if c.isalnum()]
    if not words or not letters:
        return None
    text = words[0].string
    starts = [0] if whole else range(len(words) - 1, -1, -1)
    for fits in (_initials, _spells):
        for i in starts:
            if plain(words[i].group())[:1] == letters[0] and fits(
                letters, [plain(w.group()) for w in words[i:]]
            ):
                return text[words[i].start() : words[-1].end()]
    tail = _capital_tail(words)
    if tail and " " in tail and not whole and len(letters) >= 3 and short.isupper():
        return tail  # a foreign acronym: "Forces of National Liberation (FALN)"
    return None


def _initials(letters: list[str], words: list[str]) -> bool:
    """Every word of weight gives its first letter: "Pakistan People's Party" for PPP, all of it."""
    return len(words) > 1 and letters in ([w[0] for w in words if not is_connector(w)], [w[0] for w in words])


def _spells(letters: list[str], words: list[str]) -> bool:
    """The letters stand in the words in order, read from the end; the first one begins the first word.

    "Newly Merged Districts" spells NMDs. No run of words may be longer than the acronym calls for.
    """
    joined = " ".join(words)
    at = len(joined)
    for letter in reversed(letters[1:]):
        at = joined.rfind(letter, 1, at)
        if at < 0:
            return False
    weighty = [w for w in words if not is_connector(w)]
    begun = sum(w[0] in letters for w in weighty)
    return joined[0] == letters[0] and 2 <= len(weighty) <= len(letters) + 1 and 2 * begun >= len(weighty)


def _capital_tail(words: list[re.Match[str]]) -> str | None:
    """The capitalised name that the words end in: "said the Shabab al-Mujahidin" -> "Shabab al-Mujahidin"."""
    first = after = None
    for match in reversed(words):
        word = match.group()
        if after is not None and match.string[match.end() : after.start()].strip(" \n-–"):
            break
        if after is not None and word == "and" and after.group() in ("the", "a", "an"):
            break  # "Fretilin and the Timorese Democratic Union (UDT)"
        after = match
        if word[0].isupper() or word[0].isdigit():
            first = match
        elif not is_connector(word) or first is None:
            break
    if first is None:
        return None
    kept = [w for w in words if w.start() >= first.start()]
    while kept and kept[0].group().lower() in words_of("not_first"):
        kept = kept[1:]
    return kept[0].string[kept[0].start() : kept[-1].end()] if kept else None


def _known(index: Names, long: str) -> Entity | None:
    key = alias_key(long)
    if not key:
        return None
    rows = [
        e for keys, e in index.names.get(key[0], {}).get(key[1] if len(key) > 1 else "", ()) if keys == key
    ]
    rows += index.words.get(key[1], ()) if key[0] == "~" else ()
    rows += index.acronyms.get(key[1], ()) if key[0] == "=" else ()
    rows = [e for e in rows if not e.demonym]
    return index.resolve(rows, long)[0].entity if rows else None


def _entity_of(index: Names, long: str) -> Entity:
    """The actor that a long form names: a known one, else one by its head noun, else none at all."""
    if known := _known(index, long):
        return known
    words = [plain(w) for w in PIECE.findall(long)]
    capitals = sum(w[0].isupper() for w in PIECE.findall(long) if not is_connector(w))
    prefixed = words[0] in words_of("prefixes") or (len(words) > 1 and words[1] in words_of("prefixes"))
    heads = [w for w in words if w in words_of("heads")]
    civil = words[-1] in words_of("civil") or words[0] in words_of("civil")
    if (prefixed or (heads and not civil)) and capitals * 2 > sum(not is_connector(w) for w in words):
        kind = "party" if "party" in words or "partido" in words else "group"
        return Entity(slug(long), long, kind)
    return NO_ACTOR
