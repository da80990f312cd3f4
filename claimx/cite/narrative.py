"""Authors named in the sentence: "Phillips (2015) argues", "a 2021 report by the Council … (p. 10)"."""

from __future__ import annotations

import re

from claimx.cite.keys import ReferenceIndex, fold
from claimx.cite.words import words

_TOKEN = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s+(?=[\"“‘']?[A-Z])")
_VERB = re.compile(r"\s+(?:\w+ly\s+)?([a-z]+)")
_POSSESSIVE = re.compile(r"['’]s?\s*$")
_SEVERAL = re.compile(r"\bet al\b|\bcolleagues$")
_PAIR = re.compile(r"[^\W\d_][\w'’-]+ (?:and|&) [^\W\d_][\w'’-]+")
_LEADS = re.compile(r"\b(?:by|from|see|following|per|with)\s+$")  # "a study by Keita and Noor (2019)"
_PREFIXED = re.compile(r"[a-z]{1,3}['’-][A-Z]")  # al-Khoury, d'Aubuisson
_COLLEAGUES = frozenset({"colleagues", "others", "his", "her", "their"})
# An author's name reaches back this far, and has no more words than this; unlisted ones are shorter.
_BEHIND, _MOST_NAME_WORDS, _MOST_UNLISTED = 130, 14, 6


def names_behind(text: str, start: int, end: int, year: str, index: ReferenceIndex) -> tuple[int, str] | None:
    """(offset, names) of the author before "(2015)", which stands at `start`:`end`; None when there is none.

    The longest run of capitals that the list knows, else what reads like an author all the same.

    >>> names_behind("But Noor and Diallo (2015) argue that", 19, 26, "2015", ReferenceIndex([]))
    (4, 'Noor and Diallo')
    """
    run = _capitals(text, start)
    for place, word in run[-_MOST_NAME_WORDS:]:
        opens = word.strip("\"“‘'(")
        if fold(word) in words("names", "openers") or not (
            opens[:1].isupper() or opens.lower() in words("names", "particles")
        ):
            continue
        names = _clean(text[place:start])
        if index.match(names, year, fuzzy=False).how == "exact":
            return place, names
    return _unlisted(text, start, end, run)


def _capitals(text: str, start: int) -> list[tuple[int, str]]:
    """(offset, word) of the capitalised words, with small ones between, right before `start`."""
    low = max(0, start - _BEHIND)
    for stop in _SENTENCE_END.finditer(text, low, start):
        if text[stop.start() - 2 : stop.start() - 1] not in " .":  # not an initial
            low = stop.end()
    run: list[tuple[int, str]] = []
    for match in reversed(list(_TOKEN.finditer(text, low, start))):
        word = match[0]
        bare = word.strip("\"“”‘’'(,")
        if not bare or not (bare[0].isupper() or _is_small(bare)) or (run and word[-1] in ";:)"):
            break
        run.append((match.start(), word))
    return run[::-1]


def _is_small(word: str) -> bool:
    """Words inside the names of authors: "of", "and", "et", "colleagues"."""
    return word.rstrip(".").lower() in words("names", "connectives") or word in _COLLEAGUES


def _unlisted(text: str, start: int, end: int, run: list[tuple[int, str]]) -> tuple[int, str] | None:
    """An author not in the list, by shape alone: "X and Y", "X et al.", or a verb of saying after it."""
    while run and fold(run[0][1]) in words("names", "openers") | words("names", "connectives"):
        run = run[1:]
    if not run or len(run) > _MOST_UNLISTED:
        return None
    names = _clean(text[run[0][0] : start])
    if not is_name(names) or fold(names.split()[-1]) in words("narrative", "not_authors"):
        return None
    verb = _VERB.match(text, end)
    said = bool(verb and _is_saying(verb[1]))
    possessive = len(run) == 1 and _POSSESSIVE.search(text, max(0, start - 3), start)
    led = _PAIR.fullmatch(names) and _LEADS.search(text, max(0, run[0][0] - 12), run[0][0])
    if said or possessive or led or _SEVERAL.search(names):
        return run[0][0], names
    return None


def _is_saying(verb: str) -> bool:
    """Whether "argues", "found", "denied" is one of the verbs of the lexicon."""
    stems = {
        verb,
        verb.removesuffix("s"),
        verb.removesuffix("es"),
        verb.removesuffix("d"),
        verb.removesuffix("ed"),
    }
    stems |= {verb.removesuffix("ies") + "y", verb.removesuffix("ied") + "y"}
    return verb in words("narrative", "irregular") or bool(stems & words("narrative", "verbs"))


def _clean(names: str) -> str:
    return re.sub(r"['’]s?$", "", names.strip(' ,"“”‘(')).replace("  ", " ")


def is_name(names: str) -> bool:
    """Whether words before a year can be an author: capitals and small connecting words, no sentence.

    >>> is_name("van der Berg & Noor"), is_name("killed Noor"), is_name("Operation Storm")
    (True, False, False)
    """
    parts = names.replace(",", " ").split()
    if not parts or len(parts) > _MOST_NAME_WORDS or len(names) > _BEHIND or any(c.isdigit() for c in names):
        return False
    first = parts[0].strip("\"“‘'")
    if fold(first).partition(" ")[0] in words("narrative", "not_authors"):  # "January-February 1794"
        return False
    if not (first[:1].isupper() or (len(parts) > 1 and _is_small(first)) or _PREFIXED.match(first)):
        return False
    return all(_may_name(part.strip("\"“”‘’'().[]")) for part in parts) and any(c.isalpha() for c in names)


def _may_name(word: str) -> bool:
    return not word or word[0].isupper() or word == "&" or _is_small(word) or bool(_PREFIXED.match(word))


def opening(text: str, at: int, reach: int = 600) -> int:
    """Where the sentence around `at` begins."""
    low = max(0, at - reach)
    return max((match.end() for match in _SENTENCE_END.finditer(text, low, at)), default=low)


def named_in(text: str, low: int, high: int, index: ReferenceIndex) -> int | None:
    """The entry whose name and year both stand in "A 2021 report by the Security Council says …"."""
    sentence = text[low:high]
    folded = f" {fold(sentence)} "
    for number, entry in enumerate(index.entries):
        if (
            entry
            and len(entry.names) == 1
            and entry.year[:4] in sentence
            and f" {fold(entry.names[0])} " in folded
        ):
            return number
    return None
