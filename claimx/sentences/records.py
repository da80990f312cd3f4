"""The records of sentences: the quote, what is analysed, and where both stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence

from claimx.model import Block, Callout, Document, Sentence, Span, Zone
from claimx.sentences.split import split_sentences
from claimx.spans import Joined, join_spans

_AFTER_STOP = re.compile(r"[.!?]['\"”’)\]]*\s?$")
_CAPITAL = re.compile(r"\s+[\"“‘'(]*[A-Z]")
_MARKS = ("*", "_", "](", "<", "\\", "-\n")
_WITH_SENTENCES = frozenset({Zone.BODY, Zone.ABSTRACT, Zone.LIST, Zone.TABLE, Zone.NOTE})
_PLAIN_DIGITS = "plain-digits"


def make_sentences(
    document: Document,
    blocks: Sequence[Block],
    callouts_by_block: Mapping[int, Sequence[Callout]] | None = None,
    *,
    joined: Mapping[int, Joined] | None = None,
    notes: Collection[int] | None = None,
) -> list[Sentence]:
    """The sentences of body, abstract, lists, table rows and notes, in the order of the blocks.

    `callouts_by_block` maps a block's index to its callouts (offsets in the block's joined
    text); `joined` may hold those joined texts; `notes` limits the note blocks that are split.
    """
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.zone not in _WITH_SENTENCES:
            continue
        if block.zone == Zone.NOTE and notes is not None and index not in notes:
            continue
        whole = joined.get(index) if joined else None
        ordered = _in_order(block.spans)
        if whole is None or ordered != block.spans:
            whole = join_spans(document.text, ordered)
        callouts = sorted((callouts_by_block or {}).get(index, ()), key=lambda callout: callout.start)
        starts = [callout.start for callout in callouts]
        for start, end in _spans_of(whole.text, block.zone, callouts):
            within = callouts[bisect_left(starts, start) : bisect_left(starts, end + 1)]
            made = _make(document, whole, block, index, (start, end), within, len(sentences))
            if made is not None:
                sentences.append(made)
    return sentences


def _in_order(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans up to the first that stands before its forerunner (a note's tail printed above its head)."""
    for place in range(1, len(spans)):
        if spans[place][0] < spans[place - 1][1]:
            return spans[:place]
    return spans


def _spans_of(text: str, zone: Zone, callouts: Sequence[Callout]) -> list[Span]:
    """Sentence spans of a block; a row of a table is one sentence."""
    if zone == Zone.TABLE:
        return [(0, len(text))] if text.strip() else []
    plain = [callout for callout in callouts if callout.form == _PLAIN_DIGITS]
    starts = {callout.end - len(callout.marker or "") for callout in plain} | {one.start for one in plain}
    spans = split_sentences(text, is_callout=(lambda _, offset: offset in starts) if starts else None)
    return _heed_callouts(text, spans, callouts)


def _heed_callouts(text: str, spans: list[Span], callouts: Sequence[Callout]) -> list[Span]:
    """No boundary inside a callout; one that opens a sentence goes with the sentence before it."""
    edges = sorted((callout.start, callout.end) for callout in callouts if callout.end > callout.start)
    spans = _cut_after(text, spans, edges)
    kept: list[Span] = []
    place = 0
    for start, end in _whole(spans, edges):
        while place < len(edges) and edges[place][1] <= start:
            place += 1
        ahead = place
        while kept and ahead < len(edges) and edges[ahead][0] <= start < edges[ahead][1]:
            low, high = edges[ahead]
            if high < end and not _goes_before(text, low, high, end):
                break
            kept[-1] = (kept[-1][0], min(high, end))
            start = _skip_blanks(text, high, end)
            ahead += 1
        if start < end:
            kept.append((start, end))
    return kept


def _cut_after(text: str, spans: list[Span], edges: list[Span]) -> list[Span]:
    """The spans, cut where a callout of any form stands between a stop and a capital."""
    out: list[Span] = []
    place = 0
    for start, end in spans:
        while place < len(edges) and edges[place][0] < end:
            low, high = edges[place]
            place += 1
            stops = low > start and _AFTER_STOP.search(text, max(start, low - 4), low)
            if stops and _CAPITAL.match(text, high, end):
                out.append((start, high))
                start = _skip_blanks(text, high, end)
        out.append((start, end))
    return out


def _whole(spans: list[Span], edges: list[Span]) -> list[Span]:
    """The spans, joined where a callout lies across their boundary."""
    out: list[Span] = []
    place = 0
    for start, end in spans:
        while place < len(edges) and edges[place][1] <= start:
            place += 1
        if out and place < len(edges) and edges[place][0] < out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _goes_before(text: str, low: int, high: int, end: int) -> bool:
    """Whether a callout that opens a sentence points back: a number, or a source before a capital."""
    if text[low:high].lstrip().startswith("("):
        following = text[_skip_blanks(text, high, end) : end].lstrip("“\"‘'")
        return following[:1].isupper()
    return True


def _skip_blanks(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place


def _make(
    document: Document,
    whole: Joined,
    block: Block,
    index: int,
    span: Span,
    callouts: Sequence[Callout],
    number: int,
) -> Sentence | None:
    start, end = span
    spans = whole.source(start, end)
    if not spans:
        return None
    text = whole.text[start:end]
    shift: Callable[[int], int] = lambda offset: offset - start  # noqa: E731
    if _is_marked(document.text, spans) and (again := join_spans(document.text, spans)).text != text:
        text = again.text
        shift = _realigned(whole.text[start:end], text, start)
    inside = tuple(_shifted(callout, shift) for callout in callouts if callout.end <= end)
    plain, to_text = cut_callouts(text, inside)
    return Sentence(
        text=text,
        plain=plain,
        to_text=to_text,
        spans=spans,
        zone=Zone.BODY if block.zone == Zone.LIST else block.zone,
        index=number,
        block=index,
        section=block.section,
        article=block.article,
        note=block.number if block.zone == Zone.NOTE else None,
        callouts=inside,
    )


def _is_marked(text: str, spans: Sequence[Span]) -> bool:
    """Whether the source holds markup, so that a part may read otherwise than the whole."""
    return len(spans) > 1 or any(text.find(sign, low, high) >= 0 for low, high in spans for sign in _MARKS)


def _realigned(old: str, new: str, start: int) -> Callable[[int], int]:
    """Offsets of `old` (which began at `start`) as offsets of `new`, by their common head and tail."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    grown = len(new) - len(old)
    return lambda offset: offset - start + (grown if offset - start > head else 0)


def _shifted(callout: Callout, shift: Callable[[int], int]) -> Callout:
    at = None if callout.at is None else shift(callout.at)
    return Callout(
        callout.form,
        shift(callout.start),
        shift(callout.end),
        callout.marker,
        callout.text,
        callout.inferred,
        at,
        callout.locator,
    )


def cut_callouts(text: str, callouts: Sequence[Callout]) -> tuple[str, Sequence[int]]:
    """`text` without its callouts, tidied, and for each character left its offset in `text`.

    >>> cut_callouts("It fell (Dawn, May 3).", [Callout("inline", 8, 21)])[0]
    'It fell.'
    """
    kept: list[Span] = []
    place = 0
    for callout in sorted(callouts, key=lambda one: one.start):
        if callout.end > place:
            kept.append((place, max(place, callout.start)))
            place = callout.end
    if not kept:
        return text, range(len(text))
    kept.append((place, len(text)))
    tidy: list[int] = []
    for start, end in kept:
        for offset in range(start, end):
            char = text[offset]
            last = text[tidy[-1]] if tidy else " "
            if char == " " and last == " ":
                continue
            if char in ".,;:!?)”" and last == " " and tidy and tidy[-1] != offset - 1:
                tidy.pop()  # the blank stood before what was cut
                if char in ".!?" and tidy and text[tidy[-1]] in ".!?":
                    continue
            tidy.append(offset)
            if char != " " and "  " not in text[offset:end]:
                tidy.extend(range(offset + 1, end))  # nothing more to tidy up to the next cut
                break
    while tidy and text[tidy[-1]] == " ":
        tidy.pop()
    return "".join(map(text.__getitem__, tidy)), tuple(tidy)
