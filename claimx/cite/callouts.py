"""Callouts: the raised, bracketed or plain digits in running text that point to a note.

`find_candidates` lists every place that looks like one, with what speaks for it; which of the
doubtful ones are callouts is decided by the order of the numbers (`claimx.cite.sequence`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimx.cite.sequence import Item, choose
from claimx.cite.words import words
from claimx.model import Callout
from claimx.spans import Joined

# What a candidate is worth before the order of the numbers is looked at.
SURE, DOUBTFUL, WEAK = 1000, 6, 2
_MOST_IN_A_RANGE = 12

_TO_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUP = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
# "³⁵˒³⁶", "¹²⁻¹⁴", "¹²–¹⁴", "³⁵,³⁶": one run when a raised digit follows the mark at once
_SUPERSCRIPT = re.compile(rf"\s*(?P<open>⁽?)(?P<run>{_SUP}{{1,5}}(?:\s?[,˒‚;·⸴\-–—⁻]\s?{_SUP}{{1,5}})*)⁾?")
_CARET = re.compile(
    r"""\s*(?:                                                                     # ^{35}, ^{35 &}, ^{35 "
      \$?\^\{\s*(?P<braces>\d{1,4}(?:\s*[,;&–-]\s*\d{1,4})*)\s*(?:[&,;]\s*\}?|(?=["“])|\})\$?
    | \^(?P<bare>\d{1,4})(?![\d.])                                               # ^35
    | <sup>\s*(?:<a\b[^<>]*>)?\[?(?P<html>\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*)\]?(?:</a>)?\s*</sup>
    | \[\^(?P<markdown>\d{1,4})\](?!:)                                           # [^35]
    | \\textsuperscript\{(?P<tex>\d{1,4})\}
    )""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"\s*\[(?P<run>\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)\](?!\(|:)")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,6})$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)$")
_NUMBER_LIST = re.compile(r"\d+|[–—⁻-]")
_OPENS_SENTENCE = re.compile(r"\s+[\"'“‘(\[«]*[^\W\d_a-z]|\s*$")
_QUOTES = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a callout: `weight` is SURE, DOUBTFUL ("in 2010³") or WEAK ("ranks. 46 The")."""

    callout: Callout
    weight: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that may hold callouts: its index in the document, its joined text, its article."""

    block: int
    joined: Joined
    article: int | None = None

    @property
    def text(self) -> str:
        """The block as a reader reads it."""
        return self.joined.text


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate and the passage (an index into those of its article) that it stands in."""

    candidate: Candidate
    passage: int

    @property
    def number(self) -> int:
        """The note it points to."""
        return int(self.candidate.callout.marker or 0)


def find_callouts(text: str, *, numbers: frozenset[str] | None = None) -> list[Callout]:
    """Note callouts in one block's joined text, in order.

    `numbers` are the numbers of the notes that exist (None: unknown); plain digits and doubtful
    superscripts count only when they are among them and stand in their order.

    >>> [c.marker for c in find_callouts("Ten died.⁴ The camp of 3 km² fell. 5 Others fled.⁶",
    ...                                  numbers=frozenset("456"))]
    ['4', '5', '6']
    """
    found = find_candidates(text, numbers=numbers)
    if numbers:
        shown = {c.callout.marker for c in found if c.weight >= SURE}
        wanted = [int(n) for n in numbers - shown if n.isdigit()]
        found += find_plain(text, wanted, [(c.callout.start, c.callout.end) for c in found])
        found.sort(key=_place)
    items = [Item(i, int(c.callout.marker or 0), c.weight >= SURE, c.weight) for i, c in enumerate(found)]
    kept = choose(items, numbers)
    return [c.callout for i, c in enumerate(found) if i in kept]


def find_candidates(text: str, *, numbers: frozenset[str] | None = None) -> list[Candidate]:
    """Every place of `text` that may be a callout, in order, several for a run like "³⁵˒³⁶"."""
    found: list[Candidate] = []
    if not text.isascii():
        found += _find_superscripts(text)
    if "^" in text or "<sup" in text or "superscript" in text:
        found += _find_carets(text)
    if "[" in text:
        found += _find_brackets(text, numbers)
    return sorted(found, key=_place)


def find_plain(text: str, wanted: Iterable[int], taken: Iterable[tuple[int, int]] = ()) -> list[Candidate]:
    """Plain digits that may stand for the raised ones of a note that nothing else points to.

    `wanted`: the numbers that have no callout; `taken`: spans that are callouts already.

    >>> [c.callout.marker for c in find_plain("They left in 2001. 63 Moreover, 40 died.", {40, 63})]
    ['63']
    """
    wanted = set(wanted)
    taken = list(taken)
    found = []
    for match in _DIGITS.finditer(text):
        if int(match[0]) not in wanted or match[0][0] == "0":
            continue
        start, end = match.span()
        if any(low < end and start < high for low, high in taken):
            continue
        weight = _plain_weight(text, start, end)
        if weight:
            while start and text[start - 1].isspace():
                start -= 1
            found.append(Candidate(Callout("plain-digits", start, end, marker=str(int(match[0]))), weight))
    return found


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.callout.start, int(candidate.callout.marker or 0)


def _find_superscripts(text: str) -> list[Candidate]:
    found = []
    for match in _SUPERSCRIPT.finditer(text):
        weight = _raised_weight(text, match)
        if weight:
            numbers = _expand(match["run"].translate(_TO_PLAIN).replace("⁻", "-"))
            found += _spread("superscript", match.start(), match.end(), numbers, weight)
    return found


def _find_carets(text: str) -> list[Candidate]:
    found = []
    for match in _CARET.finditer(text):
        run = next(group for group in match.groups() if group)
        weight = _raised_weight(text, match)
        if weight:
            found += _spread("superscript", match.start(), match.end(), _expand(run), weight)
    return found


def _find_brackets(text: str, numbers: frozenset[str] | None) -> list[Candidate]:
    found = []
    for match in _BRACKET.finditer(text):
        run = _expand(match["run"])
        # "[5] The" at the head of a block is a note's or a list's own number
        if match.start() == 0 or not run or (max(run) > 999 if numbers is None else not _known(run, numbers)):
            continue
        found += _spread("bracket", match.start(), match.end(), run, SURE)
    return found


def _known(run: list[int], numbers: frozenset[str]) -> bool:
    return any(str(number) in numbers for number in run)


def _spread(form: str, start: int, end: int, numbers: list[int], weight: int) -> list[Candidate]:
    return [Candidate(Callout(form, start, end, marker=str(number)), weight) for number in numbers]


def _expand(run: str) -> list[int]:
    """The numbers of "35,36" or "12-14"; a range that runs backwards or too far gives its ends."""
    numbers: list[int] = []
    ranged = False
    for part in _NUMBER_LIST.findall(run):
        if not part.isdigit():
            ranged = True
            continue
        number = int(part)
        if ranged and numbers and 0 < number - numbers[-1] <= _MOST_IN_A_RANGE:
            numbers += range(numbers[-1] + 1, number)
        if number:
            numbers.append(number)
        ranged = False
    return numbers


def _raised_weight(text: str, match: re.Match[str]) -> int:
    """SURE after a word or a stop, less where it may be a power or an isotope's number, 0 for units."""
    start, end = match.span()
    run = next(group for group in match.groups() if group).translate(_TO_PLAIN)
    spaced = match[0][0].isspace()
    following = text[end : end + 3]
    if start == 0 or following[:1] == "⁄":  # a note's own number at the head of a block; ¹⁄₂
        return 0
    before = text[start - 1]
    if before in "⁻⁺":  # m·s⁻²
        return 0
    if following[:1].isalpha() and (spaced or before in "(-–"):
        return _isotope_weight(following)
    if spaced:
        return SURE
    unit = _UNIT_BEFORE.search(text, max(0, start - 8), start)
    if unit and run in ("2", "3") and unit[1] in words("callouts", "units"):  # 4,500 km²
        return 0
    if unit and len(unit[1]) == 1:  # R², p²
        return DOUBTFUL
    if before.isdigit():  # 10⁶, 2010³
        return 0 if re.search(r"(?<!\d)10$", text[max(0, start - 3) : start]) else DOUBTFUL
    return SURE


def _isotope_weight(following: str) -> int:
    """ "²³⁵U" stands before a symbol of one or two letters; a callout glued to the next word before more."""
    symbol = following[0].isupper() and not (len(following) > 2 and following[1:3].isalpha())
    return 0 if symbol else DOUBTFUL


def _plain_weight(text: str, start: int, end: int) -> int:
    """How much the neighbours of plain digits make a callout of them; 0: nothing."""
    if start == 0:
        return 0
    glued = not text[start - 1].isspace()
    at = start
    while at and text[at - 1].isspace():
        at -= 1
    while at and text[at - 1] in _QUOTES:
        at -= 1
    if not at:
        return 0
    stop = text[at - 1]
    if stop in ".!?…":
        return _after_stop(text, at, start, end, glued)
    if not glued or not (end == len(text) or text[end] in " ,.;:)\n"):
        return 0
    if stop in ",;:":  # "forces,12 and"; not "1,200"
        return 0 if text[at - 2 : at - 1].isdigit() else WEAK + 1
    word = _WORD_BEFORE.search(text, max(0, at - 20), at)
    return WEAK - 1 if word and len(word[1]) > 2 and word[1].islower() else 0  # "the militants12 fled"


def _after_stop(text: str, at: int, start: int, end: int, glued: bool) -> int:
    """ "ranks. 46 Therefore", "IS-KP.66 As", "the IEA 2.0.67"; not "No. 5", "rose to 2.5 in"."""
    word = _WORD_BEFORE.search(text, max(0, at - 13), at - 1)
    if (
        word
        and at == start - (0 if glued else 1)
        and word[1].lower() in words("callouts", "number_abbreviations")
    ):
        return 0
    if not _OPENS_SENTENCE.match(text, end):
        return WEAK - 1 if glued and text[end : end + 1] in ("”", "’", '"', ")") else 0
    decimal = glued and at == start and text[at - 2 : at - 1].isdigit()
    return WEAK if decimal or not glued else WEAK + 2
