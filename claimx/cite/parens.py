"""Parentheses that may hold citations: their bounds, their pieces, the words that open a piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimx.model import Stance
from claimx.resources import load_toml

# A longer parenthesis is prose.
_LONGEST = 700
_BRACE = re.compile(r"[()]")


def parentheses(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, inner) of each parenthesis in order, outer ones before those inside.

    `start` takes in the blank before it (what has to be cut), `inner` is where its words begin.

    >>> list(parentheses("a (b (c))"))
    [(1, 9, 3), (4, 8, 6)]
    """
    if "(" not in text:
        return
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for match in _BRACE.finditer(text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if match.end() - begin <= _LONGEST:
                found.append((begin, match.end()))
    for begin, end in sorted(found):
        start = begin
        while start and text[start - 1].isspace():
            start -= 1
        yield start, end, begin + 1


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """(offset, words) of the parts of `text[start:end]` between semicolons, without blanks at their ends.

    >>> list(pieces("(Dawn, May 3; CNN)", 1, 17))
    [(1, 'Dawn, May 3'), (14, 'CNN')]
    """
    at = start
    depth = 0
    for place in range(start, end + 1):
        letter = text[place] if place < end else ";"
        depth += (letter == "(") - (letter == ")")
        if letter == ";" and (depth == 0 or place == end):
            piece = text[at:place]
            yield at + len(piece) - len(piece.lstrip()), piece.strip()
            at = place + 1


@cache
def _signals() -> tuple[re.Pattern[str], dict[str, Stance]]:
    words = {
        word: Stance(stance)
        for stance, some in load_toml("lexicon/citing")["signals"].items()
        for word in some
    }
    longest = sorted(words, key=lambda word: (-len(word), word))
    pattern = "|".join(re.escape(word).replace("\\ ", r",?\s+") for word in longest)
    return re.compile(rf"(?:{pattern})(?![\w.])[:,]?\s+", re.IGNORECASE), words


def take_signal(piece: str) -> tuple[Stance, int]:
    """How a piece of a parenthesis stands to its work, and how many characters say so.

    >>> take_signal("quoted in Vohra, 2021"), take_signal("Mir, 2022")
    ((<Stance.QUOTED_IN: 'quoted-in'>, 10), (<Stance.SUPPORTS: 'supports'>, 0))
    """
    pattern, words = _signals()
    stance, at = Stance.SUPPORTS, 0
    while match := pattern.match(piece, at):
        word = re.sub(r",?\s+", " ", match[0].strip().rstrip(":,")).lower()
        found = (
            words.get(word)
            or words.get(word + ".")
            or next((s for w, s in words.items() if w.replace(",", "") == word), Stance.SUPPORTS)
        )
        stance = found if found is not Stance.SUPPORTS else stance
        at = match.end()
    return stance, at
