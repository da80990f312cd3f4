"""Which claim of a new ledger is which claim of an old one when the ids differ: by the evidence.

A paper that is scanned again gives sentences with other letters, so other ids. Sentences are
paired first (same letters, else much the same words), then the claims of a pair of sentences by
the slots they share. Everything here concerns one document and one kind; time grows with the
number of claims, as candidates come from the rarest words and never from all pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

from claimx.ledger.codec import Record
from claimx.ledger.index import Entry, LedgerFile
from claimx.names import closeness

NEAR = 0.80  # similarity from which two sentences count as two prints of one
SURE = 0.95  # similarity that leaves no doubt: further candidates are not looked at
RARE_KEYS = 6  # how many of a sentence's rarest words and pairs of words look for partners
CROWD = 32  # a word or pair in more sentences than this finds nobody
CANDIDATES = 4  # how many of the likeliest partners are compared letter by letter

Pair = tuple[Entry, Entry]
Read = Callable[[Entry], Record]
Key = str | int
Keys = Callable[[str], dict[Key, None]]
Holders = dict[Key, list[int]]

_RAISED = re.compile("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+")
_WORD = re.compile(r"\w+")


class Side:
    """One ledger's claims without a partner: sentences (by their letters) with the entries they hold."""

    def __init__(self, entries: Iterable[Entry], ledger: LedgerFile) -> None:
        self.quotes: list[str] = []
        self.groups: list[list[Entry]] = []
        self.place: dict[str, int] = {}
        for entry in entries:
            words = _words(ledger.quote(entry))
            key = "".join(words)
            if key not in self.place:
                self.place[key] = len(self.groups)
                self.groups.append([])
                self.quotes.append(" ".join(words))
            self.groups[self.place[key]].append(entry)


def _words(quote: str) -> list[str]:
    """The words of a quote, folded, without raised callouts: "raided Port Verin.¹²" -> raided port verin."""
    if not quote.isascii():
        quote = unicodedata.normalize("NFKD", _RAISED.sub("", quote))
    return _WORD.findall(quote.casefold())


def match_by_evidence(
    old: LedgerFile, new: LedgerFile, ours: Iterable[Entry], theirs: Iterable[Entry]
) -> list[Pair]:
    """Pairs (old entry, new entry) of one document and kind; each entry stands in one pair at most."""
    before, after = Side(ours, old), Side(theirs, new)
    pairs: list[Pair] = []
    for o, n in _sentence_pairs(before, after):
        pairs += _assign(before.groups[o], after.groups[n], old.read, new.read)
    return pairs


def _sentence_pairs(before: Side, after: Side) -> list[tuple[int, int]]:
    same = [(o, after.place[key]) for key, o in before.place.items() if key in after.place]
    taken_old, taken_new = {o for o, _ in same}, {n for _, n in same}
    left_old = [o for o in range(len(before.groups)) if o not in taken_old]
    left_new = [n for n in range(len(after.groups)) if n not in taken_new]
    return same + _near_pairs(before.quotes, after.quotes, left_old, left_new)


def _near_pairs(
    old: Sequence[str], new: Sequence[str], left_old: list[int], left_new: list[int]
) -> list[tuple[int, int]]:
    """Sentences with much the same words: found by their rare words, the rest by rare pairs of words."""
    found: list[tuple[int, int]] = []
    for keys in (_words_of, _pairs_of):
        found += _round(old, new, left_old, left_new, keys)
        used_old, used_new = {o for o, _ in found}, {n for _, n in found}
        left_old = [o for o in left_old if o not in used_old]
        left_new = [n for n in left_new if n not in used_new]
    return found


def _round(
    old: Sequence[str], new: Sequence[str], left_old: list[int], left_new: list[int], keys: Keys
) -> list[tuple[int, int]]:
    """One round of pairing, the most alike first, then those nearest in the order."""
    if not left_old or not left_new:
        return []
    holders = _holders([old[o] for o in left_old], keys)
    scored = []
    for rank, n in enumerate(left_new):
        for at in _candidates(keys(new[n]), holders):
            score = closeness(old[left_old[at]], new[n], NEAR)
            if score:
                scored.append((-score, abs(at - rank), left_old[at], n))
            if score >= SURE:
                break
    return _best_first(scored)


def _best_first(scored: list[tuple[float, int, int, int]]) -> list[tuple[int, int]]:
    """Pairs from (cost, cost, old, new), the cheapest first, each side once."""
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs = []
    for _, _, o, n in sorted(scored):
        if o not in used_old and n not in used_new:
            used_old.add(o)
            used_new.add(n)
            pairs.append((o, n))
    return pairs


def _holders(quotes: Sequence[str], keys: Keys) -> Holders:
    """Key -> the ranks of the sentences that hold it, where few sentences hold it."""
    count = Counter(key for quote in quotes for key in keys(quote))
    holders: Holders = defaultdict(list)
    for rank, quote in enumerate(quotes):
        for key in keys(quote):
            if count[key] <= CROWD:
                holders[key].append(rank)
    return holders


def _words_of(quote: str) -> dict[Key, None]:
    return dict.fromkeys(quote.split())


def _pairs_of(quote: str) -> dict[Key, None]:
    """Every second or so of a sentence's pairs of neighbours, for where every word is in a crowd.

    They are chosen by their checksum, so that two prints of a sentence choose the same ones.
    """
    sums = (crc32(" ".join(pair).encode("utf-8", "surrogatepass")) for pair in pairwise(quote.split()))
    return dict.fromkeys(checksum for checksum in sums if checksum % 2)


def _candidates(keys: Iterable[Key], holders: Holders) -> list[int]:
    """The ranks of the old sentences that share most of a new sentence's rarest keys."""
    lists = sorted((holders[key] for key in keys if key in holders), key=len)
    shared = Counter(rank for ranks in lists[:RARE_KEYS] for rank in ranks)
    return sorted(shared, key=lambda rank: (-shared[rank], rank))[:CANDIDATES]


def _assign(old: list[Entry], new: list[Entry], read_old: Read, read_new: Read) -> list[Pair]:
    """The claims of two prints of one sentence, paired by the slot values they share, then by order."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    ours = [_values(read_old(entry)) for entry in old]
    theirs = [_values(read_new(entry)) for entry in new]
    scored = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            if shared := _shared(a, b):
                scored.append((-shared, abs(i - j), i, j))
    return [(old[i], new[j]) for i, j in _best_first(scored)]


def _shared(a: frozenset[Any], b: frozenset[Any]) -> float:
    """Share of the values that two claims have in common, 0 to 1; two empty claims have all."""
    return len(a & b) / len(a | b) if a or b else 1.0


def _values(record: Record) -> frozenset[tuple[str, str]]:
    """What a claim says, as a set of (slot, value)."""
    claim = record.get("claim")
    return frozenset(_leaves(claim, "")) if isinstance(claim, dict) else frozenset()


def _leaves(value: Any, slot: str) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, slot if key in ("text", "name", "id") else f"{slot}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item, slot)
    elif value is not None and value is not False:
        yield slot, str(value).casefold()
