"""The set phrases of allegiances (data/lexicon/allegiance.toml, [[idiom]]) and where they stand in a sentence.

A phrase is a row of tokens: `throw+` any form of the verb, `a|b` either word, `@arms` any word of a class, `~` up to four words that are no
finite verb, `O` the other side inside the phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimx.kinds._scene import Scene
from claimx.resources import load_toml
from claimx.syntax.inflect import verb_forms
from claimx.syntax.parse import Parse

REACH = 4


FINITE = ("VBD", "VBZ", "VBP", "MD")


STOPS = frozenset({",", ";", ":", "(", ")", "—", "–", "and", "but", "that", "which", "who", "to"})


OPENING = frozenset({"and", "which", "who", "that", "then", "soon", "had", "has", "have"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """A phrase and what it states. `tokens`: words that fit, or the marks "~" and "O"."""

    tokens: tuple[frozenset[str] | str, ...]
    verb: bool
    row: dict[str, Any]
    printed: str


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: the words of its literals, and those of the side inside it."""

    at: tuple[int, ...]
    inner: tuple[int, ...]


@cache
def idioms() -> tuple[Idiom, ...]:
    """The phrases in the order in which they are tried at a word: longest first."""
    rows = load_toml("lexicon/allegiance.toml")["idiom"]
    found = [_compile(phrase, row) for row in rows for phrase in row["phrases"]]
    return tuple(sorted(found, key=lambda d: -len(d.tokens)))


def _compile(phrase: str, row: dict[str, Any]) -> Idiom:
    tokens: list[frozenset[str] | str] = []
    verb = "+" in phrase.split()[0]
    classes = load_toml("lexicon/allegiance.toml")["classes"]
    for token in phrase.split():
        if token in ("~", "O"):
            tokens.append(token)
        else:
            words = [
                f
                for w in token.split("|")
                for f in (classes[w[1:]] if w[0] == "@" else verb_forms(w[:-1]) if w.endswith("+") else (w,))
            ]
            tokens.append(frozenset(words))
    return Idiom(tuple(tokens), verb, row, phrase)


@cache
def _told_by() -> dict[str, list[int]]:
    """Which phrases (by place in `idioms`) each telling word belongs to."""
    dull = frozenset(load_toml("lexicon/allegiance.toml")["cues"]["dull"])
    out: dict[str, list[int]] = {}
    for n, idiom in enumerate(idioms()):
        literal = [t for t in idiom.tokens if not isinstance(t, str)]
        for word in max(literal, key=lambda t: (not t & dull, min(map(len, t)))):
            out.setdefault(word, []).append(n)
    return out


def idiom_cues() -> frozenset[str]:
    """One telling word of every phrase: a sentence without any of them holds no idiom."""
    return frozenset(_told_by())


def find_openings(parse: Parse) -> list[tuple[int, Idiom]]:
    """(word, phrase) where a phrase may start whose telling word the sentence holds, in the order of trial."""
    told_by, all_idioms = _told_by(), idioms()
    near = {n for i in parse.having(told_by.keys()) for n in told_by[parse.lowers[i]]}
    openings = sorted((i, n) for n in near for i in parse.having(all_idioms[n].tokens[0]))
    return [(i, all_idioms[n]) for i, n in openings]


def is_verbal(scene: Scene, i: int, idiom: Idiom) -> bool:
    """Is the word the phrase's verb? "The Provisionals parted company": a past form right after a name is one, however tagged."""
    words = scene.parse.words
    w = words[i]
    if w.pos == "VERB" or w.tag.startswith("VB"):
        return True
    if len(idiom.tokens) < 2 or i == 0 or not w.text.islower():
        return False
    return words[i - 1].pos == "PROPN" or words[i - 1].lower in OPENING or scene.actor_at(i - 1) is not None


def match_at(scene: Scene, tokens: tuple[frozenset[str] | str, ...], start: int) -> Match | None:
    words = scene.parse.words
    at: list[int] = []
    inner: tuple[int, ...] = ()
    k = start
    gap: str | None = None
    for token in tokens:
        if isinstance(token, str):
            gap = token if gap != "O" else "O"
            continue
        reach = 0 if gap is None else REACH + 3 * (gap == "O")
        low = k + (gap == "O")
        for j in range(low, min(k + reach + 1, len(words))):
            if words[j].lower in token:
                if gap == "O":
                    inner = tuple(range(k, j))
                at.append(j)
                k = j + 1
                break
            if words[j].tag in FINITE or words[j].lower in STOPS:
                return None
        else:
            return None
        gap = None
    return Match(tuple(at), inner)
