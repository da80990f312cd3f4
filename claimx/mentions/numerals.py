"""Number words as values: "twenty-three", "three hundred and fifty", "two dozen", "nineteen ninety-six"."""

from __future__ import annotations

import re
from functools import cache

from claimx.resources import load_toml


@cache
def cardinals() -> dict[str, int]:
    """Value by word, "zero" to "ninety"."""
    return load_toml("lexicon/numbers")["cardinals"]


@cache
def scales() -> dict[str, int]:
    """Value by word: "dozen", "hundred", "thousand", "million" …"""
    return load_toml("lexicon/numbers")["scales"]


@cache
def ordinals() -> dict[str, int]:
    """Value by word, "first" to "thirty-first" ("twenty-first" and "twenty first")."""
    table = dict(load_toml("lexicon/numbers")["ordinals"])
    for tens in ("twenty", "thirty"):
        for word in list(load_toml("lexicon/numbers")["ordinals"])[:9]:
            value = cardinals()[tens] + table[word]
            table[f"{tens}-{word}"] = table[f"{tens} {word}"] = value
    return table


@cache
def words_pattern() -> str:
    """Regex source (no groups) of a run of number words: "a hundred and twenty", "half a million", "two
    dozen"."""
    big = "|".join(scales())
    word = rf"(?:{'|'.join(sorted(cardinals(), key=len, reverse=True))}|{big})\b"
    joint = r"(?:[ -]|(?:(?<=hundred)|(?<=thousand)|(?<=million))[ -]and[ -])"
    return rf"(?:half[ -]an?[ -](?:{big})\b|(?:\ban?[ -](?=(?:{big})\b))?\b{word}(?:{joint}{word})*)"


def word_value(text: str) -> int | float | None:
    """The value of a run of number words, None when it isn't one.

    >>> word_value("three hundred and fifty"), word_value("half a dozen"), word_value("a hundred")
    (350, 6, 100)
    """
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word not in ("and", "")]
    if words and words[0] == "half":
        value = _value(["one", *[word for word in words[1:] if word not in ("a", "an")]])
        return None if value is None else (value // 2 if value % 2 == 0 else value / 2)
    if words and words[0] in ("a", "an"):
        words[0] = "one"
    return _value(words)


def _value(words: list[str]) -> int | None:
    """Total of words in the order they're said; None for an unknown word or an order nobody says."""
    if not words:
        return None
    total, group, last = 0, 0, None
    for word in words:
        if word in scales():
            scale = scales()[word]
            if scale < 1000:
                group = (group or 1) * scale
            else:
                total += (group or 1) * scale
                group = 0
        elif word in cardinals():
            value = cardinals()[word]
            tens = last is not None and last in cardinals() and 20 <= cardinals()[last] <= 90
            if last in cardinals() and not (tens and 1 <= value <= 9):
                return None
            group += value
        else:
            return None
        last = word
    return total + group


def year_value(words: list[str]) -> int | None:
    """A spelled-out year: ["nineteen", "ninety", "six"], ["two", "thousand", "and", "eighteen"] …

    None when the words are another number (below 1000 or past 2199).
    """
    plain = [word for word in words if word != "and"]
    head = cardinals().get(plain[0]) if plain else None
    rest = plain[1:]
    if head is not None and 10 <= head <= 20 and rest and rest[0] != "thousand":
        tail = _value([word for word in rest if word != "hundred"]) if rest != ["hundred"] else 0
        if tail is None or tail > 99 or (rest[0] != "hundred" and tail < 10):
            return None
        return head * 100 + tail
    value = _value(plain)
    return value if value is not None and 1000 <= value < 2200 else None
