"""Persons in a sentence, by title, by shape of the name, by what is said of them.

    >>> [p.text for p in find_persons("Mullah Umar met Gen. Raheel Sharif.")]
    ['Mullah Umar', 'Raheel Sharif']

Conservative: a capitalised pair alone is no person. NER finds more, and the pipeline merges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claimx.mentions.entities import words_of
from claimx.mentions.folding import plain
from claimx.mentions.pieces import Mention, Pieces, block, cut
from claimx.mentions.placenames import place_key, place_table
from claimx.resources import load_toml


class Person(NamedTuple):
    """`text` as printed with honorific and alias ("Khalid Balti (alias Muhammad Khorasan)"), `name` without
    the alias, `title` what stood before ("Gen."), `rule` why: title | honorific | given | kunya | role |
    alias | led."""

    start: int
    end: int
    text: str
    name: str
    title: str | None = None
    alias: str | None = None
    rule: str = "title"


_GAPS = frozenset((" ", "-", "‑", "\n", "-\n", "\u00a0", ". ", "- ", "'", "’"))
_ALIAS = re.compile(
    r"(?:,? \(?|, )(?:alias|a\.?k\.?a\.?|also known as|better known as|known as|nom de guerre"
    r"|nicknamed|born)[:,]? [\"“'‘]?((?:[A-Z][\w’'\-]+|al-[A-Z]\w+|bin|ibn|al|el|de)"
    r"(?: (?:[A-Z][\w’'\-]+|al-[A-Z]\w+|bin|ibn|al|el|de))*)[\"”'’]?(\))?"
)
_ROLE = re.compile(
    r", (?:(?:a|an|the|its|their|his|one of (?:the|its)|who (?:is|was) (?:a|an|the)) )?"
    r"((?:[\w’'\-]+ ){0,5}?)([a-z\-]+)\b"
)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_toml("lexicon/persons")[kind])


def find_persons(text: str, *, actors: Sequence[Mention] = ()) -> list[Person]:
    """Persons in order of the text. `actors` keep groups' names out ("Hafiz Gul Bahadur group")."""
    pieces = cut(text)
    block(pieces, [(m.start, m.end) for m in actors if m.source not in ("demonym", "capital")])
    out = []
    for first, last in _runs(pieces):
        person = _judge(pieces, first, last)
        if person is not None:
            out.append(person)
    return out


def _runs(pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with name particles inside ("Abu Bakr al-Baghdadi", "van der Merwe")."""
    particles, i = _words("particles"), 0
    while i < len(pieces):
        if pieces.taken[i] or not pieces.word[i][0].isupper():
            i += 1
            continue
        last, j = i, i + 1
        while j < len(pieces) and j - last <= 3 and pieces.gap[j] in _GAPS and not pieces.taken[j]:
            if pieces.start[j] - pieces.end[j - 1] > len(pieces.gap[j]) or (
                pieces.gap[j] == ". " and not _abbreviated(pieces.word[j - 1])
            ):
                break
            word = pieces.word[j]
            if word[0].isupper():
                last = j
            elif word not in particles:
                break
            j += 1
        yield i, last
        i = last + 1


def _abbreviated(word: str) -> bool:
    return len(word) == 1 or word in (
        "Gen",
        "Lt",
        "Col",
        "Maj",
        "Capt",
        "Brig",
        "Sgt",
        "Dr",
        "Mr",
        "Mrs",
        "Ms",
        "Prof",
        "Sen",
        "Gov",
        "Rep",
        "St",
        "Cmdr",
    )


def _judge(pieces: Pieces, first: int, last: int) -> Person | None:
    """The person that the run names, if anything shows it."""
    title_at, rule = None, None
    honorifics, titles = _words("honorifics"), _words("titles")
    lows = [plain(w) for w in pieces.word[first : last + 1]]
    i = first
    while (
        i < last
        and (
            lows[i - first] in titles
            or lows[i - first] in _words("ranks")
            or lows[i - first] in words_of("not_first")
        )
        and lows[i - first] not in honorifics
    ):
        if lows[i - first] in titles:
            title_at, rule = (i if title_at is None else title_at), "title"
        i += 1
    while last > i and lows[last - first] in words_of("not_first") and lows[last - first] not in honorifics:
        last -= 1
    lows = lows[: last - first + 1]
    if i > last or last - i > 6:
        return None
    before = pieces.word[i - 1].lower() if i and pieces.gap[i] in _GAPS else ""
    if before in titles and rule is None and _names(pieces, i, last):
        title_at, rule = i - 1, "title"
    core = lows[i - first :]
    if rule is None:
        rule = _shape(core, honorifics)
    alias = _ALIAS.match(pieces.text, pieces.end[last])
    if rule is None and alias:
        rule = "alias"
    if rule is None:
        rule = _said_of(pieces, i, last)
    if rule is None or not _names(pieces, i, last) or _is_place(pieces, i, last):
        return None
    return _make(pieces, i, last, title_at, alias, rule)


def _is_place(pieces: Pieces, i: int, last: int) -> bool:
    """ "Abu Dhabi" is nobody's father."""
    known = place_table().get(place_key(pieces.text[pieces.start[i] : pieces.end[last]]))
    return known is not None and known.source == "own"


def _names(pieces: Pieces, i: int, last: int) -> bool:
    """Words that can be a name at all: no acronym, no organisation, no month."""
    words = pieces.word[i : last + 1]
    lows = [w.lower() for w in words]
    if any(w in words_of("civil") or w in words_of("heads") for w in lows[1:]) or lows[0] in words_of(
        "prefixes"
    ):
        return False
    if any(w.isupper() and len(w) > 1 for w in words):
        return False
    return len(words) > 1 or not _common(lows[0])


def _common(low: str) -> bool:
    """A title's next word that is no name: "General Assembly", "Deputy Ministers"."""
    lists = ("not_first", "peoples", "civil", "heads", "bodies", "members")
    return any(low in words_of(kind) for kind in lists) or low.removesuffix("s") in _words("titles")


def _shape(core: list[str], honorifics: frozenset[str]) -> str | None:
    if len(core) < 2:
        return None
    if core[0] in honorifics:
        return "honorific"
    if core[0] in ("abu", "abou", "umm", "ibn", "bin"):
        return "kunya"
    if core[0] in _words("given"):
        return "given"
    if any(w in ("bin", "ibn", "ould", "bint", "ag", "abu") for w in core[1:]) and core[0] not in words_of(
        "heads"
    ):
        return "kunya"
    return None


def _said_of(pieces: Pieces, i: int, last: int) -> str | None:
    """ "Aslam Khel, a field commander", "led by Dominic Ongwen", "Hyrbyair Marri-led"."""
    nxt = last + 1
    if nxt < len(pieces) and pieces.gap[nxt] == "-" and pieces.word[nxt] == "led" and last > i:
        return "led"
    text, end = pieces.text, pieces.end[last]
    if last > i and text.startswith(", ", end):
        match = _ROLE.match(text, end)
        if match and any(w in _words("roles") for w in [*match.group(1).split(), match.group(2)]):
            return "role"
    before = text[max(0, pieces.start[i] - 20) : pieces.start[i]].rstrip().lower()
    if last > i and before.endswith(_introductions()):
        return "role"
    return None


@cache
def _introductions() -> tuple[str, ...]:
    return tuple(f" {w}" for w in sorted(_words("introductions")))


def _make(
    pieces: Pieces, i: int, last: int, title_at: int | None, alias: re.Match[str] | None, rule: str
) -> Person:
    start, end = pieces.start[i], pieces.end[last]
    if i and pieces.word[i - 1].lower() in ("al", "el") and pieces.gap[i] == "-":
        start = pieces.start[i - 1]
    name = pieces.text[start:end]
    title = pieces.text[pieces.start[title_at] : start].strip() if title_at is not None else None
    if alias and (alias.group(2) or not alias.group(0).startswith(" (")):
        end = alias.end()
        while name and pieces.text[end - 1] in ",;":
            end -= 1
    return Person(
        start, end, pieces.text[start:end], name, title or None, alias.group(1) if alias else None, rule
    )
