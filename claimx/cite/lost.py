"""Callouts that print or OCR ate altogether: put back where the sequence leaves only one place.

A place is proven by damage at a sentence's head ("Ocntrary" for a raised 10 and "Contrary"), or by a
quotation that ends without a callout where exactly one number is lost between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimx.cite.callouts import SURE, Candidate, Found, Passage
from claimx.cite.sequence import Gap
from claimx.model import Callout

# What a raised digit turns into when it melts into the next word.
_DAMAGED = re.compile(r"[.!?…][\"”’)]*\s+([OoIlSBZ|!][A-Za-z]{3,})\b")
_MASKS = "OoIlSBZ|!"
_WORDS = re.compile(r"[a-z]+")
_QUOTE_END = re.compile(r"(?:[.!?…][\"”’]|[\"”’][.!?])(?=\s|$)")
_OPENING = {'"': '"', "”": "“", "’": "‘"}
# Shorter quotations are terms, which need no source.
_SHORTEST_QUOTE = 25
# A place further off than this is no longer between two neighbours.
_WIDEST = 6000


def find_lost(lost: Sequence[Gap], found: Sequence[Found], passages: Sequence[Passage]) -> list[Found]:
    """The lost callouts that can be put back; `found` are those in print, `lost` the gaps between."""
    words: dict[str, int] = {}
    put_back = []
    for gap in lost:
        stretch = list(_stretch(gap, found, passages))
        if sum(high - low for _, low, high in stretch) > _WIDEST:
            continue
        if not words:
            words = _vocabulary(passages)
        places = _damaged(stretch, passages, words)
        if len(gap.numbers) > 1 or len(places) != 1:
            places = _quotes(stretch, passages) if not places else []
        if len(gap.numbers) == len(places) == 1:
            put_back.append(_entry(found, gap.numbers[0], *places[0]))
    return put_back


def _entry(found: Sequence[Found], number: int, passage: int, at: int) -> Found:
    form = found[0].candidate.callout.form
    callout = Callout(form, at, at, marker=str(number), inferred=True)
    return Found(Candidate(callout, SURE), passage)


def _stretch(gap: Gap, found: Sequence[Found], passages: Sequence[Passage]) -> Iterator[tuple[int, int, int]]:
    """(passage, start, end) of the text between the two callouts of a gap."""
    if gap.before is None and gap.after is None:
        return
    before = found[gap.before] if gap.before is not None else None
    after = found[gap.after] if gap.after is not None else None
    first = before.passage if before else 0
    last = after.passage if after else len(passages) - 1
    for index in range(first, last + 1):
        low = before.candidate.callout.end if before and index == first else 0
        high = after.candidate.callout.start if after and index == last else len(passages[index].text)
        if low < high:
            yield index, low, high


def _vocabulary(passages: Sequence[Passage]) -> dict[str, int]:
    words: dict[str, int] = {}
    for passage in passages:
        for word in _WORDS.findall(passage.text.lower()):
            words[word] = words.get(word, 0) + 1
    return words


def _damaged(stretch: list, passages: Sequence[Passage], words: dict[str, int]) -> list[tuple[int, int]]:
    """Places where a sentence opens with a word that hides a digit."""
    places = []
    for index, low, high in stretch:
        for match in _DAMAGED.finditer(passages[index].text, low, high):
            if _hides_digit(match[1], words):
                end = match.start(1)
                while passages[index].text[end - 1].isspace():
                    end -= 1
                places.append((index, end))
    return places


def _hides_digit(token: str, words: dict[str, int]) -> bool:
    """Whether a word that stands nowhere else is one of the paper's words that a digit melted into."""
    low = token.lower()
    if words.get(low, 0) > 1 or token.isupper():
        return False
    bare = token.lstrip(_MASKS)
    if bare[:1].isupper() and len(token) - len(bare) <= 3:  # "lOContrary"
        return bool(words.get(bare.lower()))
    melted = low[1] + low[0] + low[2:]  # "Ocntrary": the nought took the place of the C
    return melted != low and words.get(melted, 0) > 0


def _quotes(stretch: list, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Ends of quotations that close a sentence and have no callout."""
    places = []
    end = stretch[-1][::2] if stretch else ()
    for index, low, high in stretch:
        text = passages[index].text
        for match in _QUOTE_END.finditer(text, low, high):
            mark = match[0].strip(".!?…")
            begin = text.rfind(_OPENING[mark], max(0, match.start() - 1500), match.start())
            if begin >= 0 and match.start() - begin >= _SHORTEST_QUOTE and (index, match.end()) != end:
                places.append((index, match.end()))
    return places
