"""A sentence cut into words, and the mention of an actor: what the finders of this package pass around."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache

from claimx.mentions.folding import PIECE
from claimx.model import Actor

_POSSESSIVES = ("'s", "’s", "'S", "’S", "`s", "´s")


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at text[start:end], without "the" before and "'s" after.

    `type`: group | state | force | coalition | party | person-group | org-civil | unknown.
    `source`: gazetteer | definition | shape | demonym | capital | noun (ner and apposition are
    added later by the pipeline). `head`/`head_end`: the noun after the name ("fighters" in "TTP
    fighters") and where it ends; `affix`: "linked" in "al-Qaeda-linked". `definite`: "the", "both",
    "these" stands before (a noun that may stand for a group named earlier). `candidates`: ids that an
    ambiguous name may mean. `countries`: ISO codes.
    """

    start: int
    end: int
    actor: Actor
    type: str
    source: str
    ambiguous: bool = False
    head: str | None = None
    head_end: int | None = None
    affix: str | None = None
    definite: bool = False
    plural: bool = False
    candidates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(slots=True)
class Pieces:
    """A text cut into words once: spans without possessive, the words, the gap before each.

    `capitals`: the words that begin with a capital or a digit; `taken`: those a finder has spoken for.
    """

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    gap: list[str]
    capitals: list[int]
    taken: list[bool]

    def __len__(self) -> int:
        return len(self.word)

    def possessive(self, i: int) -> bool:
        """Whether word `i` is printed with "'s" (and another word follows)."""
        return i + 1 < len(self.word) and self.start[i + 1] - self.end[i] > len(self.gap[i + 1])

    def after(self, i: int, gaps: Container[str] = (" ", "\n")) -> str:
        """The word after `i` when one of `gaps` stands between, else ""."""
        return self.word[i + 1] if i + 1 < len(self.word) and self.gap[i + 1] in gaps else ""

    def span(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, without the last one's possessive."""
        return self.text[self.start[first] : self.end[last]]

    def take(self, first: int, last: int) -> None:
        """Marks the words as spoken for."""
        self.taken[first : last + 1] = [True] * (last + 1 - first)


def cut(text: str) -> Pieces:
    """Words of `text`: `cut("TTP's fighters").word` is ["TTP", "fighters"]. `taken` is the caller's own."""
    start, end, words, gap, capitals = _cut(text)
    return Pieces(text, start, end, words, gap, capitals, [False] * len(words))


@lru_cache(maxsize=4)  # actors, persons and places of a sentence are looked for one after the other
def _cut(text: str) -> tuple[list[int], list[int], list[str], list[str], list[int]]:
    spans = [match.span() for match in PIECE.finditer(text)]
    start, end = [a for a, _ in spans], [b for _, b in spans]
    words = [text[a:b] for a, b in spans]
    gap = [text[a:b] for a, b in zip([0, *end], start, strict=False)]
    if any(mark in text for mark in _POSSESSIVES):
        for i, word in enumerate(words):
            if word[-2:] in _POSSESSIVES:
                words[i] = word[:-2]
                end[i] -= 2
    capitals = [i for i, word in enumerate(words) if word[0].isupper() or word[0].isdigit()]
    return start, end, words, gap, capitals


def block(pieces: Pieces, spans: Iterable[tuple[int, int]]) -> None:
    """Marks the words inside `spans` as taken."""
    for a, b in spans:
        i = bisect_left(pieces.start, a)
        while i < len(pieces.start) and pieces.start[i] < b:
            pieces.taken[i] = True
            i += 1
