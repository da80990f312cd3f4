"""What the labeller looks at: words of a reference string and the readable features of each.

A feature is a plain string such as `0:w=proceedings`, `-1:t=.`, `in=2` or `dig=3:vol`; the weight file lists
them by these names. `words_of` cuts the text, `static_features` depend on the word alone (cached per word),
`running_features` on where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimx.resources import load_toml

_WORD = re.compile(r"\S+")
EDGE = "()[]{}<>\"'“”„‟‘’«»‹›`´.,;:!?*_"
_OPENERS = '"“„«‹`'
_CLOSERS = '"”“»›'
_YEAR = re.compile(r"^(1[4-9]\d\d|20\d\d)[a-z]?$")
_PAGES = re.compile(r"^[A-Za-z]?\d+(--?|[–—‐−])[A-Za-z]?\d+$")
_VOLUME = re.compile(r"^\d+\s*[(:/.]\s*\S+$")
_INITIALS = re.compile(r"^(?:\w\.?-?){1,3}$")
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "af",
        "av",
    ]
)
_JOINERS = frozenset(["and", "&", "und", "et", "y", "e", "i", "en", "och", "og"])
_DIGITS = re.compile(r"\d+")

MONTH = "month"


class Word(NamedTuple):
    """A word cut out of a reference: its place, its bare form and what it looks like."""

    text: str
    norm: str
    shape: str
    lead: str
    trail: str
    cls: str
    role: str


def words_of(text: str) -> list[tuple[int, int]]:
    """Spans of the blank-separated words: `words_of("In Dawn.") == [(0, 2), (3, 8)]`."""
    return [match.span() for match in _WORD.finditer(text)]


# Kinds of tell-tale words, the first that holds: "Journal" J, "Press" P, "Proceedings" C, "thesis" T …
_ROLES = (
    ("conference", "C"),
    ("journal", "J"),
    ("press", "P"),
    ("thesis", "T"),
    ("editors", "E"),
    ("body", "B"),
    ("report", "R"),
    ("outlet", "O"),
    ("magazine", "M"),
)


@lru_cache(maxsize=1)
def _roles() -> dict[str, str]:
    lexicon = load_toml("lexicon/citation")["words"]
    found: dict[str, str] = {}
    for letter, names in load_toml("lexicon/labels")["roles"].items():
        for name in names.split():
            found[name] = "".join(sorted({*found.get(name, ""), letter}))
    for kind, letter in _ROLES:
        for name in lexicon[kind]:
            found.setdefault(name.strip("."), letter)
    return found


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    endings = load_toml("lexicon/labels")["endings"]
    return tuple((letter, tuple(names.split())) for letter, names in endings.items())


@lru_cache(maxsize=1)
def known_journals() -> frozenset[str]:
    """Names of journals and newspapers whose words alone say little: "survival", "le monde"."""
    names = load_toml("lexicon/labels")["known"]["journals"].split(";")
    return frozenset(" ".join(part.strip(",.") for part in name.split()) for name in names)


def _role(norm: str) -> str:
    """Letters of the kinds of tell-tale words that a word is of: `_role("literaturzeitung") == "O"`."""
    found = _roles().get(norm)
    if found is None and len(norm) > 7:
        found = next((letter for letter, endings in _endings() if norm.endswith(endings)), "")
    return found or ""


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return load_toml("lexicon/citation")["months"]


def _shape_of(bare: str) -> str:
    if bare[:4].casefold() in ("http", "www.", "doi:", "doi."):
        return "url"
    if _YEAR.match(bare):
        return "year"
    if bare.isdigit():
        return f"d{min(len(bare), 5)}"
    if _PAGES.match(bare):
        return "pages"
    if bare[:1].isdigit() and _VOLUME.match(bare):
        return "vol"
    if any(c.isdigit() for c in bare):
        return "mixd"
    if not any(c.isalpha() for c in bare):
        return "punct"
    if len(bare) <= 5 and _INITIALS.match(bare) and bare.replace(".", "").replace("-", "").isupper():
        return "init"
    if bare.isupper():
        return "UP"
    if bare[0].isupper():
        return "Xx." if "." in bare else ("X-x" if "-" in bare else "Xx")
    return "xx" if bare[0].islower() else "other"


@lru_cache(maxsize=65536)
def word(text: str) -> Word:
    """Everything a word says by itself: `word("(2004).").shape == "year"`, `.trail == ")."`."""
    bare = text.strip(EDGE)
    if not bare:
        return Word(text, text, "punct", "", text[-1], "p" + text[-1], "")
    start = text.find(bare)
    lead, trail = text[:start], text[start + len(bare) :]
    norm = bare.casefold()
    shape = _shape_of(bare)
    if norm in _months():
        shape = MONTH
    elif norm in _PARTICLES and shape == "xx":
        shape = "part"
    elif norm in _JOINERS or text == "&":
        shape = "and"
    if shape in ("year", "d1", "d2", "d3", "d4", "d5", "pages", "vol", "mixd"):
        norm = _DIGITS.sub(lambda match: "9" * min(len(match[0]), 4), norm)
    lead_class = "q" if any(c in _OPENERS for c in lead) else lead[:1]
    closes = "q" if any(c in _CLOSERS for c in trail) else ""
    trail_class = closes + "".join(c for c in trail if c in ".,;:)]?!")[:2]
    return Word(text, norm, shape, lead_class, trail_class, shape + trail_class[:2], _role(norm))


@lru_cache(maxsize=65536)
def static_features(text: str) -> dict[str, str]:
    """The features of the word alone by kind, without the offset they are seen at: `{"w": "w=in", …}`."""
    w = word(text)
    found = {
        "w": f"w={w.norm}",
        "s": f"s={w.shape}",
        "t": f"t={w.trail}",
        "l": f"l={w.lead}",
        "c": f"c={w.lead}{w.cls}",
        "wt": f"wt={w.norm}{w.trail}",
    }
    if w.role:
        found["k"] = f"k={w.role}{w.shape[:1]}{w.trail[:1]}"
    if w.shape not in ("year", "pages", "url") and len(w.norm) > 3:
        found |= {"x": f"x={w.norm[-3:]}", "p": f"p={w.norm[:4]}", "x4": f"x4={w.norm[-4:]}"}
    return found


# Which of a word's own features are seen from how far away.
WINDOW: dict[int, tuple[str, ...]] = {
    -3: ("s", "t"),
    -2: ("w", "c", "t", "k"),
    -1: ("w", "s", "t", "l", "c", "wt", "k"),
    0: ("w", "s", "t", "l", "c", "x", "p", "x4", "wt", "k"),
    1: ("w", "s", "t", "l", "c", "x", "k"),
    2: ("w", "c", "k"),
    3: ("s", "t"),
}


def windowed(text: str, offset: int) -> list[str]:
    """Names under which a word is seen from `-offset` words away: `windowed("In", -1)[0] == "-1:w=in"`."""
    found = static_features(text)
    return [f"{offset}:{found[kind]}" for kind in WINDOW[offset] if kind in found]


def boundary(w: Word) -> str:
    """The class of the gap after a word: what the jump from label to label depends on."""
    if "q" in w.trail:
        return "q"
    if w.trail.startswith(")"):
        return ")"
    if w.trail[:1] == ".":
        return "i" if w.shape == "init" else "."
    return w.trail[:1] if w.trail[:1] in (",", ":", ";") else ("?" if w.trail else "-")


BOUNDARIES = ("-", ",", ".", "i", ":", ";", ")", "q", "?")


def bucket(number: int) -> str:
    """A distance or length in coarse steps: `bucket(7) == "6"`."""
    if number < 4:
        return str(number)
    return "4" if number < 6 else "6" if number < 10 else "10" if number < 16 else "16"


def _ahead(words: Sequence[Word], wanted) -> list[tuple[int, str]]:
    """For each word: distance to the next word that is `wanted` and its shape."""
    found: list[tuple[int, str]] = [(99, "none")] * len(words)
    last, shape = 999, "none"
    for index in range(len(words) - 1, -1, -1):
        found[index] = (min(last - index, 99), shape)
        if wanted(words[index]):
            last, shape = index, words[index].shape
    return found


_NUMBERS = frozenset(("year", "d1", "d2", "d3", "d4", "d5", "pages", "vol", "mixd", "url"))


def _is_break(w: Word) -> bool:
    return bool(w.trail) and not (w.shape == "init" and w.trail == ".")


def running_features(words: Sequence[Word]) -> list[list[str]]:
    """For each word the features of its place: quotes, brackets, sentence and comma counts, what comes
    next."""
    count = len(words)
    digits = _ahead(words, lambda w: w.shape in _NUMBERS)
    breaks = _ahead(words, _is_break)
    rows: list[list[str]] = []
    quote, paren, sentence, comma, names_only, since_in, year_seen, since_break = 0, 0, 0, 0, True, 99, 0, 0
    quoted = any(w.lead == "q" for w in words)
    before = "START"
    for index, w in enumerate(words):
        if w.lead == "q":
            quote = 1
        if w.lead in ("(", "["):
            paren = 1
        if names_only and w.shape not in ("Xx", "X-x", "UP", "init", "part", "and", "Xx.", "punct"):
            names_only = w.norm in ("al", "jr", "eds", "ed", "hrsg", "dir", "editor", "editors")
        after = words[index + 1].cls if index + 1 < count else "END"
        distance, kind = digits[index]
        stop, _ = breaks[index]
        state = f"{quote}{paren}{min(sentence, 4)}"
        rows.append(
            [
                f"i={min(index, 6)}",
                f"r={10 * index // count}",
                f"e={bucket(count - 1 - index)}",
                f"q={quote}{int(quoted)}",
                f"b={paren}",
                f"st={state}",
                f"sn={min(sentence, 5)}",
                f"cm={min(sentence, 3)}.{min(comma, 5)}",
                f"nm={int(names_only)}.{min(sentence, 1)}",
                f"nms={int(names_only)}.{w.shape}",
                f"in={min(since_in, 9)}",
                f"y={year_seen}.{w.shape}",
                f"yb={year_seen}.{min(sentence, 3)}",
                f"dig={bucket(distance)}:{kind}",
                f"br={bucket(stop)}.{bucket(since_break)}",
                f"bb={before}|{w.cls}",
                f"ba={w.cls}|{after}",
                f"bc={w.norm if w.shape in ('xx', 'Xx', 'part', 'and', 'Xx.') else w.shape}|{after}",
                f"ys={year_seen}.{state}",
            ]
        )
        if "q" in w.trail and quote == 1:
            quote = 2
        if ")" in w.trail or "]" in w.trail:
            paren = 0
        if w.shape == "year":
            year_seen = 1 if sentence <= 1 and index < 0.5 * count else 2
        if w.trail[:1] == "." and w.shape not in ("init", "Xx."):
            sentence, comma = sentence + 1, 0
        elif "," in w.trail:
            comma += 1
        since_break = 0 if _is_break(w) else since_break + 1
        since_in = (
            0
            if w.norm == "in" and (w.text[:1] == "I" or before.endswith((",", ".", "q", "q,")))
            else since_in + 1
        )
        before = w.cls
    return rows
