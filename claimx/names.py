"""Names and titles made comparable, and compared: the only user of rapidfuzz.

`fold` takes away what spelling does to a word (case, accents, apostrophes); the `normalize_` functions are
idempotent; the scores run from 0 to 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

# Two spellings of one family name ("Sayed"/"Syed", "Mackenzie"/"MacKenzie") score above, two names below.
SAME_NAME = 0.86
# Two prints of one title.
SAME_TITLE = 0.92

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
     "ə": "e",
     "’": None, "‘": None, "'": None, "ʼ": None, "ʿ": None, "ʾ": None, "`": None, "´": None, "\u00ad": None}
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(
    ("the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo")
)


class Match(NamedTuple):
    """The place of a choice and how like the query it is (0 to 1)."""

    index: int
    score: float


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Case, accents and apostrophes away: `fold("Strzyżyńska’s") == "strzyzynskas"`."""
    text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: `words("Al-Qa’ida, again") == ("al", "qaida", "again")`."""
    return tuple(_WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def normalize_name(text: str) -> str:
    """A name as folded words: `normalize_name("al-Ẓawāhirī, A.") == "al zawahiri a"`."""
    return " ".join(words(text))


@lru_cache(maxsize=16384)
def normalize_title(text: str) -> str:
    """A title as folded words, "&" read as "and", without an article in front:
    `normalize_title("The Taliban & Beyond!") == "taliban and beyond"`."""
    found = words(text.replace("&", " and "))
    while len(found) > 1 and found[0] in _ARTICLES:
        found = found[1:]
    return " ".join(found)


def similarity(a: str, b: str) -> float:
    """How alike two names or titles are, spelling aside, 0 to 1: `similarity("Sayed", "Syed") > 0.86`."""
    a, b = normalize_name(a), normalize_name(b)
    return fuzz.ratio(a, b) / 100 if a and b else 0.0


def token_similarity(a: str, b: str) -> float:
    """As `similarity`, whatever the order of the words:
    `token_similarity("Mir, Amir", "Amir Mir") == 1.0`."""
    a, b = normalize_name(a), normalize_name(b)
    return fuzz.token_sort_ratio(a, b) / 100 if a and b else 0.0


def best_match(query: str, choices: Sequence[str], threshold: float = SAME_NAME) -> Match | None:
    """The choice most like the query, if it reaches the threshold and no other choice is as good.

    `best_match("Syed", ["Mir", "Sayed"])` is `Match(1, 0.888…)`; two equal bests give None.
    """
    found = best_matches(query, choices, threshold)
    return found[0] if len(found) == 1 or (found and found[0].score > found[1].score) else None


def best_matches(query: str, choices: Sequence[str], threshold: float = SAME_NAME) -> list[Match]:
    """All choices that reach the threshold, the best first, then in their order."""
    folded = normalize_name(query)
    if not folded:
        return []
    rows = process.extract(
        folded,
        [normalize_name(c) for c in choices],
        scorer=fuzz.ratio,
        score_cutoff=threshold * 100,
        limit=None,
    )
    return [Match(index, score / 100) for _, score, index in sorted(rows, key=lambda r: (-r[1], r[2]))]


def same_title(a: str, b: str) -> bool:
    """Two prints of one whole title; numbers must agree ("Report 2022" is not "Report 2023")."""
    a, b = normalize_title(a), normalize_title(b)
    if a == b:
        return bool(a)
    if not a or not b or not _same_numbers(a, b):
        return False
    return fuzz.ratio(a, b) >= SAME_TITLE * 100


def short_title_fits(short: str, full: str) -> bool:
    """Whether a short title may stand for a full one: its opening words, or a run of its words.

    `short_title_fits("Enemies with benefits?", "Enemies with Benefits? Violent Rivalry and Longevity")`;
    misprints
    in a word are forgiven, a single word must be there letter by letter.
    """
    a, b = normalize_title(short), normalize_title(full)
    if not a or not b:
        return False
    if not _numbers(a) <= _numbers(b):
        return False
    if f" {b} ".find(f" {a} ") >= 0:
        return True
    first, second = a.split(), b.split()
    if len(first) < 2:
        return same_title(short, full)
    if len(a) > 7 and fuzz.ratio(a, b[: len(a) + 1]) >= SAME_TITLE * 100 - 4:
        return True
    return 2 < len(first) <= len(second) and fuzz.partial_ratio(a, b) >= 95


def title_numbers(title: str) -> frozenset[str]:
    """The numbers in a title; two prints of one title have the same, a short form has no others:
    `title_numbers("Report 7 of 2022") == {"7", "2022"}`."""
    return _numbers(normalize_title(title))


@lru_cache(maxsize=16384)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(w for w in text.split() if w.isdigit())


def _same_numbers(a: str, b: str) -> bool:
    return _numbers(a) == _numbers(b)


def family_names(csl_names: Iterable[dict[str, object]]) -> tuple[str, ...]:
    """Family names (or literals) of CSL names, normalised: `("jadoon", "mines")`."""
    found = (normalize_name(str(n.get("family") or n.get("literal") or "")) for n in csl_names)
    return tuple(n for n in found if n and n != "et al")


def closeness(a: str, b: str, at_least: float = 0.0) -> float:
    """How alike two texts are letter by letter, as they stand, 0 to 1; 0 when below `at_least` (which is
    faster)."""
    return fuzz.ratio(a, b, score_cutoff=at_least * 100) / 100


def shared_words(a: str, b: str) -> float:
    """How alike the words of two texts are, whatever their order and what one has more, 0 to 1:
    `shared_words("ridge army", "the army of the ridge") == 1.0`."""
    return fuzz.token_set_ratio(a, b) / 100


def stands_in(part: str, whole: str) -> float:
    """How well the shorter text fits the place in the longer where it fits best, 0 to 1."""
    return fuzz.partial_ratio(part, whole) / 100
