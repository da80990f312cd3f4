"""Notes at the foot of a page: below a rule or a gap, in a smaller size, numbered like the callouts above.

A note area runs to the foot of its column. What stands above its first number goes on from the
page before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claimx.model import Zone
from claimx.read.pdf.lines import PrintedLine
from claimx.read.pdf.pages import Rule

_SMALLER = 0.955  # of the body size
_TEXT_SHARE = 0.2  # of the characters: the largest size with this share is the body's
_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CALLOUT = re.compile(r"(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED_LEAD = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PLAIN_LEAD = re.compile(r"[\[(]?(\d{1,4})[\].):]{0,2}")
_GLUED_LEAD = re.compile(r"(\d{1,4})[.]?(?=[A-Z“‘\"'«])")
_SIGN_LEAD = re.compile(r"[*†‡§¶#]{1,4}(?=\S|$)")
_STEP = 3  # numbers that may be missing between two notes found


@dataclass(slots=True)
class _State:
    """What the pages before have shown."""

    body: float
    last: int = 0  # number of the last note found
    open: bool = False  # the last page, or the column before, ended in notes
    raised: int = 0  # notes found by a raised number


def body_size(lines: Sequence[PrintedLine]) -> float:
    """The size of the text: the largest that holds a fifth of the characters.

    Notes can outweigh the text of a law review, so the commonest size alone will not do.
    """
    counts: Counter[float] = Counter()
    for line in lines:
        if line.zone is None:
            counts[round(line.size * 4) / 4] += round(line.xs[-1] - line.xs[0])
    total = sum(counts.values())
    large = [
        size
        for size, count in counts.items()
        if count + counts[size - 0.25] + counts[size + 0.25] >= _TEXT_SHARE * total
    ]
    return max(large) if large else 0.0


def mark_notes(pages: Sequence[list[PrintedLine]], rules: Sequence[list[Rule]], body: float) -> None:
    """Set zone NOTE on the notes at the page feet; `starts` and a raised number where one begins."""
    state = _State(body)
    for lines, page_rules in zip(pages, rules, strict=True):
        callouts = _callouts(lines)
        columns: dict[int, list[PrintedLine]] = defaultdict(list)
        for line in lines:
            if line.zone is None:
                columns[line.column].append(line)
        found = False
        before = state.open
        for column in sorted(columns, key=lambda number: (number < 0, number)):
            stack = sorted(columns[column], key=lambda line: line.base)
            if column < 0:
                lowest = max(
                    (
                        line.base
                        for key, rest in columns.items()
                        if key >= 0
                        for line in rest
                        if line.zone is None
                    ),
                    default=0.0,
                )
                stack = [line for line in stack if line.base > lowest]
            if stack:
                state.open = found or before
                found = _mark_stack(stack, page_rules, callouts, state) or found
        state.open = found


def _callouts(lines: list[PrintedLine]) -> frozenset[str]:
    """Numbers raised in the text of the page."""
    return frozenset(
        match[0].translate(_DIGITS)
        for line in lines
        if line.zone is None
        for word in line.words
        if not word.isascii()
        for match in _CALLOUT.finditer(word)
    )


def _mark_stack(stack: list[PrintedLine], rules: list[Rule], callouts: frozenset[str], state: _State) -> bool:
    start = _find_start(stack, rules, callouts, state)
    if start is None:
        return False
    area = stack[start:]
    margin = min(line.x0 for line in area)
    by_sign = state.raised >= 2 or any(line.raised_start and line.words[0][0] in _FIGURES for line in area)
    for line in area:
        line.zone, line.cells = Zone.NOTE, ()
        lead = _lead(line)
        if lead is None:
            continue
        number, sure = lead
        if by_sign and not sure:  # notes with raised numbers: "1 (2015): 62" at a line's start is none
            continue
        state.raised += sure and number.isdigit()
        if sure or _follows(number, state.last) or (number in callouts and line is area[0]):
            if not sure and line is not area[0] and line.x0 > margin + 4 * line.size:
                continue
            line.starts, line.number = True, number
            if number.isdigit():
                state.last = int(number)
                _raise(line, number)
    return True


def _find_start(
    stack: list[PrintedLine], rules: list[Rule], callouts: frozenset[str], state: _State
) -> int | None:
    """Index of the first line of the note area of a column; None when it has none."""
    small = _small_from(stack, state.body)
    ruled = _below_rule(stack, rules, small, callouts, state)
    if ruled is not None:
        return ruled
    marks = [index for index in range(small, len(stack)) if _opens(stack[index], callouts, state)]
    if marks and (small > 0 or len(marks) > 1 or state.open or callouts):
        first = marks[0]
        if first > small and state.open and _gap(stack, small) > _gap(stack, first) + 1:
            return small
        return first
    return _after_gap(stack, callouts, state)


def _small_from(stack: list[PrintedLine], body: float) -> int:
    """Where the run of small lines that ends the column begins (its length when there is none)."""
    index = len(stack)
    while index and stack[index - 1].size <= _SMALLER * body:
        index -= 1
    return index


def _below_rule(
    stack: list[PrintedLine], rules: list[Rule], small: int, callouts: frozenset[str], state: _State
) -> int | None:
    left = min(line.x0 for line in stack)
    right = max(line.x1 for line in stack)
    best = None
    for rule in rules:
        if rule.x1 < left - 5 or rule.x0 > left + 0.35 * (right - left) or rule.x1 > right + 15:
            continue
        start = next((i for i, line in enumerate(stack) if line.base - 0.5 * line.size > rule.y), len(stack))
        if start == len(stack) or (start == 0 and not state.open):
            continue
        area = stack[start:]
        slight = sum(line.size <= _SMALLER * state.body for line in area)
        opens = _opens(area[0], callouts, state)
        if (slight >= 0.8 * len(area) and (opens or state.open or _any_opens(area, callouts, state))) or (
            (opens or (state.open and rule.x0 < left + 3))
            and start > 0
            and all(line.size <= 1.02 * state.body for line in area)
            and rule.x1 - rule.x0 < 0.7 * (right - left)
        ):
            best = start if best is None else min(best, start)
    return best


def _any_opens(area: list[PrintedLine], callouts: frozenset[str], state: _State) -> bool:
    return any(_opens(line, callouts, state) for line in area)


def _after_gap(stack: list[PrintedLine], callouts: frozenset[str], state: _State) -> int | None:
    """Notes in the size of the text, set off by nothing but a gap: proved by a callout on the page.

    Where the page before ended in notes, the gap may come before words that go on from there.
    """
    proved = False
    for index in range(len(stack) - 1, max(len(stack) // 3, 1) - 1, -1):
        lead = _lead(stack[index])
        opens = bool(lead and lead[0] in callouts and _follows(lead[0], state.last))
        proved = proved or opens
        if _gap(stack, index) > 1.7 * stack[index].size and (opens or (proved and state.open)):
            return index
    return None


def _gap(stack: list[PrintedLine], index: int) -> float:
    return stack[index].base - stack[index - 1].base if 0 < index < len(stack) else 0.0


def _opens(line: PrintedLine, callouts: frozenset[str], state: _State) -> bool:
    """Does a note begin here? A raised number does; a plain one where the count or a callout asks for it."""
    lead = _lead(line)
    if lead is None:
        return False
    number, sure = lead
    return sure or number in callouts or _follows(number, state.last)


def _lead(line: PrintedLine) -> tuple[str, bool] | None:
    """The number or sign that opens a line, and whether its print proves it (raised, or a sign)."""
    word = line.words[0]
    match = _RAISED_LEAD.match(word)
    if match:
        return match[0].translate(_DIGITS), True
    match = _SIGN_LEAD.match(word)
    if match:
        return match[0], len(line.words) > 1 or len(word) > len(match[0])
    match = _PLAIN_LEAD.fullmatch(word) if len(line.words) > 1 else None
    match = match or _GLUED_LEAD.match(word)
    return (match[1], False) if match else None


def _follows(number: str, last: int) -> bool:
    """Is it the next number, or the first of a new count?"""
    return number.isdigit() and (last < int(number) <= last + _STEP or number == "1")


def _raise(line: PrintedLine, number: str) -> None:
    """Write a note's own number as superscripts, apart from the words: "12Smith" -> "¹² Smith"."""
    word = line.words[0]
    raised = number.translate(_RAISED)
    rest = word[len(raised) :] if word.startswith(raised) else _unraised_rest(word)
    line.words[0] = raised
    if rest:
        line.italics = tuple((word + 1, start, end) for word, start, end in line.italics if word)
        line.words.insert(1, rest)
        middle = line.xs[0] + (line.xs[1] - line.xs[0]) * len(raised) / (len(raised) + len(rest))
        line.xs = type(line.xs)("f", [line.xs[0], middle, middle, *line.xs[1:]])
        line.cells = tuple(index + 1 for index in line.cells)


def _unraised_rest(word: str) -> str:
    match = _PLAIN_LEAD.fullmatch(word)
    return "" if match else _GLUED_LEAD.sub("", word, count=1)
