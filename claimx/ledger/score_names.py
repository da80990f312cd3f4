"""When two names mean one actor, place or target, as the scoring of a ledger sees it.

Kept apart from the names that extraction knows: a score must not improve because its gazetteer does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claimx.names import shared_words
from claimx.resources import load_toml

ALIKE = 0.85  # words in common from which two unknown names are one
LONGEST_NAME = 8  # words

_SIGNS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "`": "'", **dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-")}
)
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"^(the|a|an|its|their) ")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ACRONYM = re.compile(r"\(([^()\s]{2,8})\)")
_LOWER_WORD = re.compile(r"\b[a-z]+\b")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`known`: folded name -> the one that stands for it; the word lists of the data file."""

    known: Mapping[str, str]
    heads: frozenset[str]
    whole: frozenset[str]
    part: frozenset[str]
    member: frozenset[str]
    lower: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The scorer's own lexicon, from data/gold/names.toml."""
    data = load_toml("gold/names")
    words = {key: frozenset(values) for key, values in data["words"].items()}
    known = {name: row[0] for row in data["same"] for name in row}
    for state, adjectives in data["states"].items():
        known.update(
            {f"{adjective} {arm}": state for adjective in adjectives for arm in data["words"]["arms"]}
        )
    return Lexicon(
        known, frozenset(known.values()), words["whole"], words["part"], words["member"], words["lower"]
    )


def fold(text: object) -> str:
    """A name in plain small letters, without article and possessive; one that is known as what it stands for.

    >>> fold("the Karsa Front’s")
    'karsa front'
    """
    plain = (
        unicodedata.normalize("NFKD", str(text).translate(_SIGNS)).encode("ascii", "ignore").decode().lower()
    )
    plain = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", plain)).strip()
    plain = _ARTICLE.sub("", plain)
    return lexicon().known.get(plain, plain)


class Name(NamedTuple):
    """A name as it is compared: its folded forms, those that are known, the words of the others, and
    the known names that stand inside it."""

    forms: frozenset[str]
    known: frozenset[str]
    words: frozenset[str]
    inside: frozenset[str]


def make_names(value: Any) -> list[Name]:
    """The names in a slot: a list of texts or actors, one of them, or nothing."""
    items = value if isinstance(value, list) else [value] if value else []
    return [_make_name(_printed(item)) for item in items]


def _printed(item: Any) -> tuple[str, ...]:
    """The spellings an item gives: `text`, `name` and `id` of an actor, in the order of its keys."""
    if isinstance(item, Mapping):
        return tuple(str(part) for key, part in item.items() if key in ("text", "name", "id") and part)
    return (str(item),)


@lru_cache(maxsize=65536)
def _make_name(printed: tuple[str, ...]) -> Name:
    lex = lexicon()
    forms = {form for text in printed for form in map(fold, _spellings(text)) if form}
    known = forms & lex.heads
    words = {word for form in forms - known for word in form.split()}
    if known:
        return Name(frozenset(forms), frozenset(known), frozenset(words), frozenset(known))
    # "is" in small letters is a verb, not the Islamic State
    masked = {word for text in printed for word in _LOWER_WORD.findall(text)} & lex.lower
    inside = {
        name for form in forms for name in _names_inside(["-" if w in masked else w for w in form.split()])
    }
    return Name(frozenset(forms), frozenset(), frozenset(words), frozenset(inside))


def _spellings(text: str) -> set[str]:
    """A name as it stands, without brackets, and an acronym from its brackets: (RRA), not (Atlantis)."""
    acronyms = {each for each in _ACRONYM.findall(text) if sum(letter.isupper() for letter in each) > 1}
    return {text, _BRACKETS.sub("", text), *acronyms}


def _names_inside(words: Sequence[str]) -> set[str]:
    """The known names in a longer phrase, the longest first."""
    lex = lexicon()
    found, start = set(), 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            phrase = " ".join(words[start:end])
            if phrase in lex.known and phrase not in lex.whole:
                found.add(lex.known[phrase])
                start = end
                break
        else:
            start += 1
    return found


@lru_cache(maxsize=65536)
def same(a: Name, b: Name, parts: frozenset[str] = frozenset()) -> bool:
    """Whether two names mean one; `parts` are words that make a name a part of the group it mentions."""
    if a.forms & b.forms or a.known & b.known:
        return True
    if a.known and b.known:
        return False
    if parts and bool(a.words & parts) != bool(b.words & parts):
        return False
    if a.inside and b.inside:
        shared = bool(a.inside & b.inside)
        if a.known or b.known or not shared:
            return shared
    return any(shared_words(x, y) >= ALIKE for x in a.forms for y in b.forms if min(len(x), len(y)) > 4)


class Overlap(NamedTuple):
    """How many of the gold names are met, and how many of the predicted ones meet one."""

    met: int
    gold: int
    right: int
    predicted: int

    def f1(self) -> float:
        """The harmonic mean of both shares; 1.0 when there was nothing to name."""
        if not (self.gold or self.predicted):
            return 1.0
        if not (self.met and self.right):
            return 0.0
        recall, precision = self.met / self.gold, self.right / self.predicted
        return 2 * recall * precision / (recall + precision)

    def agrees(self) -> bool:
        """One name in common and no more than half of the predicted ones wrong."""
        return self.met > 0 and 2 * self.right >= self.predicted


def overlap(gold: Any, predicted: Any, parts: Collection[str] = frozenset()) -> Overlap:
    """Two slots compared name by name."""
    ours, theirs, words = make_names(gold), make_names(predicted), frozenset(parts)
    return Overlap(_count(ours, theirs, words), len(ours), _count(theirs, ours, words), len(theirs))


def _count(names: Iterable[Name], among: Sequence[Name], parts: frozenset[str]) -> int:
    return sum(any(same(name, other, parts) for other in among) for name in names)
