"""One spelling for many: how a printed name and a gazetteer alias meet.

Names of armed groups reach print through a dozen transliterations (Tehrik, Tehreek, Tahrik;
Jamaat, Jama'at; Hizbul Mujahideen, Hizb ul-Mujahidin). Both sides are folded by rule, so the
gazetteer lists names and not spellings. `fold` is coarse (which vowel stands there does not
count) and serves names of several words; `fold_word` is fine and serves names of one word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimx.resources import load_toml

# "Jama'at", "N'Djamena", "People's", "Ta’ang": an apostrophe inside a word does not end it.
APOSTROPHES = "'’‘ʼʿʾ`´"
_LETTER = "[^\\W_²³¹⁰⁴-⁹]"  # a raised digit is a callout
PIECE = re.compile(rf"(?:[A-Z]\.){{2,}}|{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*")
_DROP_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e"})
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)

CONNECTORS = frozenset(load_toml("lexicon/folding")["connectors"])
STRICT = frozenset(load_toml("lexicon/folding")["strict"])
_STEMS = tuple(load_toml("lexicon/folding")["stems"])

_CONSONANTS = (
    ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("dj", "j"), ("dz", "z"),
    ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("q", "k"), ("c", "k"), ("z", "s"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<!^)y|[aeiou][aeiouyw]*")
_DOUBLE = re.compile(r"([^\W\d])\1+")
_FINE = (
    ("aa", "a"), ("ae", "ai"), ("ay", "ai"), ("ei", "ai"), ("ey", "ai"), ("ee", "i"), ("ii", "i"),
    ("oo", "u"), ("ou", "u"), ("o", "u"), ("e", "i"), ("y", "i"), ("q", "k"), ("kh", "k"),
)  # fmt: skip


def plain(word: str) -> str:
    """Lower case without possessive, diacritics and apostrophes: `plain("Jama’at's")` is "jamaat"."""
    if word.isalnum() and word.isascii():
        return word.lower()
    word = _POSSESSIVE.sub("", word).translate(_DROP_APOSTROPHES)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
        word = word.translate(_LETTERS)
    return word.lower().replace(".", "")


@lru_cache(maxsize=65536)
def is_acronym(word: str) -> bool:
    """Capitals for the most part: "TTP", "LeT", "JuA", "M23", "17N", "IS-K"; not "Iraq", not "McDonald"."""
    if len(word) > 12 or not word[0].isalnum():
        return False
    letters = [c for c in word if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if len(letters) == 1:
        return capitals == 1 and len(word) > 1 and not word.isalpha()
    return capitals >= 2 and 2 * capitals >= len(letters)


def acronym_key(word: str) -> str:
    """ "IS-K" and "ISK", "U.S." and "US", "DHKP/C" and "DHKP-C" are one."""
    return re.sub(r"[-‐‑–./\s]", "", word)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Coarse key of one word of a name: `fold("Tehreek") == fold("Tahrik")`. Short capitals stay."""
    if word.isupper() and 2 <= len(word) <= 6 and word.isascii():
        return word
    key = plain(word)
    for stem in _STEMS:
        if key.startswith(stem) and key[len(stem) :] in ("ul", "al", "ud", "u", "e", "i", "il"):
            key = stem
            break
    for old, new in _CONSONANTS:
        key = key.replace(old, new)
    key = _DOUBLE.sub(r"\1", _VOWELS.sub("a", key))
    if len(key) > 3 and key.endswith("ah"):
        key = key[:-1]
    return key[:-1] if len(key) > 4 and key.endswith("s") else key


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Fine key of a name of one word: `fold_word("Qa'ida") == fold_word("Qaeda")`, but Hamas is not Hama."""
    key = plain(word)
    for old, new in _FINE:
        key = key.replace(old, new)
    key = _DOUBLE.sub(r"\1", key)
    return key[:-1] if len(key) > 4 and key.endswith("h") else key


def is_connector(word: str) -> bool:
    """ "of", "al", "Al", "e": words that a key leaves out; not "AL", not "IN"."""
    return word in CONNECTORS or (word[0].isupper() and word.lower() in ("al", "el") and not word.isupper())


def alias_key(alias: str) -> tuple[str, ...]:
    """The key under which an alias is found: `alias_key("Tehreek-i-Taliban Pakistan")`.

    Acronyms give ("=", "TTP"), names of one word ("~", fine key), longer ones their coarse keys.
    """
    if " " not in alias and is_acronym(alias):
        return ("=", acronym_key(alias))
    words = [p for p in PIECE.findall(alias) if not is_connector(p)]
    if len(words) == 1:
        return ("=", words[0]) if is_acronym(words[0]) else ("~", fold_word(words[0]))
    return tuple(fold(w) for w in words)
