"""Where paragraphs begin: by white space, indents, a change of size or weight, bullets, a short last line."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from claimx.model import Zone
from claimx.read.pdf.lines import PrintedLine

_WIDE = 1.22  # times the usual distance of lines
_INDENT = 0.7  # of the font size, at least
_DEEP = 8.0  # of the font size: further in, a line is centred or set right, not indented
_BULLET = re.compile(r"[•▪◦‣➢❖✓●○■□➤►]")
_DASH = re.compile(r"[-–—]")
_ENUMERATOR = re.compile(r"[(\[]?(\d{1,3})[.)\]]{1,2}")
_LEADERS = re.compile(r"(?:\. ?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$")
_ENDS = re.compile(r"[.?!:;…][\"”’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹,\d\[\]*]*$")
_OPENS = re.compile(r"[\"“‘'(\[]*[A-Z0-9]")


def usual_leading(lines: Sequence[PrintedLine]) -> dict[float, float]:
    """The usual distance of baselines, by font size (rounded to halves)."""
    counts: dict[float, Counter[float]] = {}
    for before, line in itertools.pairwise(lines):
        step = line.base - before.base
        if (before.page, before.column, before.size) == (
            line.page,
            line.column,
            line.size,
        ) and 0 < step < 2.6 * line.size:
            counts.setdefault(round(line.size * 2) / 2, Counter())[round(step * 4) / 4] += 1
    return {
        size: max(steps.items(), key=lambda item: (item[1], -item[0]))[0] for size, steps in counts.items()
    }


def mark_starts(
    flow: Sequence[PrintedLine], leading: Mapping[float, float], left: float, right: float
) -> None:
    """Set `starts` where a paragraph begins in one flow: the lines of one column of one page, top to bottom.

    The first line of a flow is left alone; `left` and `right` are the edges of the column.
    """
    regions: list[list[PrintedLine]] = []
    for before, line in zip([None, *flow], flow, strict=False):
        if before is None or _is_apart(before, line, leading, right):
            line.starts = line.starts or before is not None
            regions.append([])
        regions[-1].append(line)
    for region in regions:
        _mark_indents(region, left, right)


def _is_apart(before: PrintedLine, line: PrintedLine, leading: Mapping[float, float], right: float) -> bool:
    """White space, another size or weight, another zone."""
    if before.zone != line.zone:
        return True
    usual = (
        leading.get(round(line.size * 2) / 2) or leading.get(round(before.size * 2) / 2) or 1.2 * line.size
    )
    step = line.base - before.base
    if step > _WIDE * usual + 0.5 or step < -1:
        return True
    if abs(line.size - before.size) > 0.08 * max(line.size, before.size):
        return True
    if line.bold != before.bold:
        runs_on = before.x1 > right - 2 * before.size and line.words[0][:1].islower()
        return not runs_on
    return False


def _mark_indents(region: list[PrintedLine], left: float, right: float) -> None:
    hanging = _is_hanging(region, left, right)
    justified = sum(line.x1 > right - 1.0 * line.size for line in region) >= 0.5 * len(region)
    counted = None
    for index, line in enumerate(region):
        number = _ENUMERATOR.fullmatch(line.words[0])
        if index and not line.starts:
            before = region[index - 1]
            line.starts = bool(
                line.zone == Zone.TABLE
                or _BULLET.match(line.words[0])
                or (_DASH.fullmatch(line.words[0]) and not line.zone)
                or (line.raised_start and line.number is None and line.words[0][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹")
                or _LEADERS.search(before.text)
                or (
                    number
                    and counted is not None
                    and int(number[1]) == counted + 1
                    and (
                        before.x1 < right - 1.5 * before.size
                        or _indented(before, left) != _indented(line, left)
                    )
                )
                or _indent_starts(region, index, left, right, hanging)
                or (not hanging and _ended_short(before, line, right, justified))
            )
        if number and (counted is None or line.starts):
            counted = int(number[1])


def _indented(line: PrintedLine, left: float) -> bool:
    return _INDENT * line.size <= line.x0 - left <= _DEEP * line.size


def _is_hanging(region: list[PrintedLine], left: float, right: float) -> bool:
    """Entries of a bibliography: the line before an indented one is full, for it goes on there."""
    full = total = 0
    flush = sum(not _indented(line, left) for line in region)
    for before, line in itertools.pairwise(region):
        if _indented(line, left) and not _indented(before, left):
            total += 1
            full += before.x1 > right - 4 * before.size and not _ENDS.search(before.text)
    return total >= 2 and full >= 0.6 * total and flush <= 0.7 * len(region)


def _indent_starts(region: list[PrintedLine], index: int, left: float, right: float, hanging: bool) -> bool:
    line, before = region[index], region[index - 1]
    if _under_item(region, index):
        return False
    inside, inside_before = _indented(line, left), _indented(before, left)
    if hanging:
        return not inside
    if inside and line.x0 - before.x0 >= 0.5 * line.size:
        return True
    level = inside and inside_before and abs(line.x0 - before.x0) < 1.5
    if level and before.x1 < left + 0.6 * (right - left):  # two short indented paragraphs in a row
        return True
    if (
        not inside and inside_before and index >= 2 and not before.starts
    ):  # a quotation ends: two lines or more stood in
        return _indented(region[index - 2], left) and abs(region[index - 2].x0 - before.x0) < 1.5
    return False


def _under_item(region: list[PrintedLine], index: int) -> bool:
    """Does the line stand under the words of a list item, its bullet or number hanging out to the left?"""
    line = region[index]
    for item in reversed(region[max(0, index - 30) : index]):
        if item.starts or item is region[0]:
            mark = item.words[0]
            hangs = (
                _BULLET.match(mark)
                or _DASH.fullmatch(mark)
                or _ENUMERATOR.fullmatch(mark)
                or item.raised_start
            )
            return bool(hangs) and len(item.words) > 1 and abs(line.x0 - item.xs[2]) < 0.4 * line.size
    return False


def _ended_short(before: PrintedLine, line: PrintedLine, right: float, justified: bool) -> bool:
    """The line before stops early, and its sentence too."""
    width = right - before.x0
    missing = right - before.x1
    return missing > (0.12 if justified else 0.4) * width and bool(
        _ENDS.search(before.text) and _OPENS.match(line.text)
    )


def mark_headings(lines: Sequence[PrintedLine], body: float) -> None:
    """Set zone HEADING on short paragraphs set bold or larger than the text."""
    place = 0
    while place < len(lines):
        end = place + 1
        while end < len(lines) and not lines[end].starts and _same_flow(lines[place], lines[end]):
            end += 1
        part = lines[place:end]
        if len(part) <= 3 and all(_stands_out(line, body) for line in part):
            text = " ".join(line.text for line in part)
            if _is_title(text):
                for line in part:
                    line.zone = Zone.HEADING
        place = end


def _is_title(text: str) -> bool:
    """Not an address on a line of its own, nor a sentence that is set bold."""
    if len(text) > 250 or "://" in text or not any(char.isalpha() for char in text):
        return False
    return not (text.endswith(".") and len(text.split()) >= 8)


def _same_flow(first: PrintedLine, second: PrintedLine) -> bool:
    return (first.page, first.band, first.column) == (second.page, second.band, second.column)


def _stands_out(line: PrintedLine, body: float) -> bool:
    return line.zone is None and not line.cells and (line.bold or line.size >= 1.12 * body)
