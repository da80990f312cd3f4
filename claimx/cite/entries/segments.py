"""A reference string cut at its marks, and what the pieces look like: most labels belong to whole pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimx.cite.entries.features import EDGE, Word, bucket, known_journals

_NAMING = frozenset("JOMPCTEBR")  # roles that tell what a whole piece is


class Segment(NamedTuple):
    """Words between two marks, with the features that all of them share."""

    start: int
    end: int
    features: tuple[str, ...]


def segments(words: Sequence[Word], *, fine: bool) -> list[Segment]:
    """The string cut at its marks: at every mark (`fine`) or only at full stops, brackets and quotation
    marks.

    Of each piece: its tell-tale words, how it is capitalised, how long it is, its first and last word,
    what follows.
    """
    bounds, start = [], 0
    for index, w in enumerate(words):
        last = index + 1 == len(words)
        if last or words[index + 1].lead in ("(", "[", "q") or _cuts(w, fine):
            bounds.append((start, index + 1))
            start = index + 1
    mark = "f" if fine else "g"
    found, before = [], "START"
    for start, end in bounds:
        piece = words[start:end]
        roles = "".join(sorted({letter for w in piece for letter in w.role if letter in _NAMING}))
        if end - start < 6 and " ".join(w.norm for w in piece) in known_journals():
            roles += "K"
        caps = _capitals(piece)
        after = words[end].shape if end < len(words) else "END"
        end_mark = piece[-1].trail[:2]
        size = bucket(end - start)
        found.append(
            Segment(
                start,
                end,
                (
                    f"{mark}r={roles}",
                    f"{mark}c={caps}{size}",
                    f"{mark}rc={roles}{caps}{end_mark}",
                    f"{mark}a={after}{end_mark}",
                    f"{mark}ra={roles}|{after}",
                    f"{mark}ca={caps}{size}|{after}",
                    f"{mark}b={before}|{piece[0].shape}",
                    f"{mark}l={piece[-1].norm}",
                    f"{mark}w={piece[0].norm}",
                    f"{mark}bc={before}|{caps}|{after}",
                ),
            )
        )
        before = f"{caps}{end_mark}" if caps else piece[-1].shape
    return found


def _cuts(w: Word, fine: bool) -> bool:
    if not w.trail or (w.shape == "init" and w.trail == "."):
        return False
    return fine or "." in w.trail or "q" in w.trail or ")" in w.trail or "?" in w.trail


def _capitals(piece: Sequence[Word]) -> str:
    """How a piece is capitalised: T as a title or name is, S as a sentence, n numbers only."""
    letters = [w for w in piece if w.text[:1].isalpha() or w.norm[:1].isalpha()]
    if not letters:
        return "n"
    upper = sum(w.norm != w.text.strip(EDGE) or w.shape in ("init", "UP") for w in letters)
    long_lower = sum(w.shape == "xx" and len(w.norm) > 3 for w in letters)
    return "T" if not long_lower else ("m" if upper > 1 and upper >= long_lower else "S")
