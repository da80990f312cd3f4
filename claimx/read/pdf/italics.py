"""Italics as markdown writes them (`*Dawn*`): they tell a journal from a title.

A run may go over line ends inside a paragraph; a paragraph that is all italic says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.read.pdf.lines import PrintedLine

_LONGEST = 300
_Place = tuple[PrintedLine, int, int, int]  # line, word, stretch of it


def mark_italics(paragraph: Sequence[PrintedLine]) -> None:
    """Put the marks into the words of one paragraph (or the part of it on one page)."""
    places = [(line, *place) for line in paragraph for place in line.italics if place[0] < len(line.words)]
    if not places:
        return
    printed = sum(len(line.words) for line in paragraph)
    if len(places) > 0.9 * printed:
        return
    index_of = {}
    for number, line in enumerate(paragraph):
        index_of[id(line)] = number
    run: list[_Place] = []
    runs: list[list[_Place]] = []
    for place in places:
        if run and not _goes_on(run[-1], place, paragraph, index_of):
            runs.append(run)
            run = []
        run.append(place)
    runs.append(run)
    for run in reversed(runs):  # from the end, so that offsets before stay true
        _mark(run)


def _goes_on(
    before: _Place, place: _Place, paragraph: Sequence[PrintedLine], index_of: dict[int, int]
) -> bool:
    line, word, _, end = before
    other, next_word, start, _ = place
    if other is line and next_word == word:
        return start == end
    if start or end < len(line.words[word].rstrip("\u00ad")):
        return False
    if other is line:
        return next_word == word + 1
    follows = index_of[id(other)] == index_of[id(line)] + 1
    return follows and next_word == 0 and word == len(line.words) - 1


def _mark(run: list[_Place]) -> None:
    first, word, start, _ = run[0]
    last, last_word, _, end = run[-1]
    text = " ".join(line.words[index][low:high] for line, index, low, high in run)
    opening, closing = first.words[word], last.words[last_word]
    if "*" in text or "://" in text or len(text) > _LONGEST or not any(char.isalpha() for char in text):
        return
    if opening[start - 1 : start].isalnum() or closing[end : end + 1].isalpha():
        return  # part of a word
    last.words[last_word] = closing[:end] + "*" + closing[end:]
    first.words[word] = first.words[word][:start] + "*" + first.words[word][start:]
