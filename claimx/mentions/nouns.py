"""The noun that a number counts, without a parser: "10 prison service personnel", "three of its
fighters", "dozens of people"."""

from __future__ import annotations

import re
from functools import cache

from claimx.resources import load_toml

_WORD = re.compile(
    r"\s+(?:of\s+(?:(?:the|its|their|his|her|these|those)\s+)?)?([^\W\d_][\w'’.-]*[\w’']|[^\W\d_])"
)
_HYPHEN = re.compile(r"-([a-z]+)")
_VERB = re.compile(r"^[a-z-]+(?:ed|ing)$")
_REACH = 6


@cache
def _stops() -> frozenset[str]:
    return frozenset(load_toml("lexicon/numbers")["nouns"]["stops"])


@cache
def _plain() -> frozenset[str]:
    return frozenset(load_toml("lexicon/numbers")["nouns"]["plain"]) - {
        "dead",
        "killed",
        "wounded",
        "injured",
        "strong",
    }


def noun_after(text: str, at: int, *, single: bool = False) -> tuple[int, int] | None:
    """Span of the noun phrase that starts after offset `at`, up to its plural head (its first noun when
    `single`).

    >>> text = "killed 14 prison service personnel in the east"
    >>> text[slice(*noun_after(text, 9))]
    'prison service personnel'
    """
    hyphen = _HYPHEN.match(text, at)
    if hyphen:
        if hyphen[1] != "strong":
            return hyphen.span(1)
        at = hyphen.end()
    words: list[re.Match[str]] = []
    while len(words) < _REACH:
        word = _WORD.match(text, at)
        if not word or word[1].lower() in _stops() or (words and " of" in text[at : word.start(1)]):
            break
        words.append(word)
        at = word.end()
    last = _head(words, single)
    return (words[0].start(1), words[last].end(1)) if last is not None else None


def _head(words: list[re.Match[str]], single: bool) -> int | None:
    """Index of the head among the words: the plural that no other plural follows; for one thing, the last
    before a verb."""
    if single:
        verbs = (index for index, word in enumerate(words) if index and _VERB.search(word[1]))
        return next(verbs, len(words)) - 1 if words else None
    for index, word in enumerate(words):
        follows = words[index + 1][1] if index + 1 < len(words) else ""
        if is_plural(word[1]) and not (follows and is_plural(follows)):
            return index
    return None


def is_plural(word: str) -> bool:
    """Whether a word looks like a counted plural: "fighters", "people", "militiamen", "Taliban"."""
    lower = word.lower().rstrip("'’").removesuffix("'s").removesuffix("’s")
    if lower in _plain() or lower.endswith(("men", "women", "people", "children", "personnel")):
        return True
    return (
        len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous", "'s", "’s"))
    )


def noun_phrase_kind(lower: str, end: int, noun: tuple[int, int] | None) -> str:
    """count, or other for a bare number that reads as a year or a label ("in 2014", "Zarb-e-Azb 2")."""
    if noun is not None:
        return "count"
    digits = re.search(r"(?<![0-9,.])(?:1[0-9]|20)[0-9]{2}$", lower[max(0, end - 6) : end])
    return "other" if digits else "count"
