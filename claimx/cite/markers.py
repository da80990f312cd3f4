"""Which callout points to which note: the two orders, of the callouts and of the notes, check each other.

What is passed in is plain: the joined texts of blocks and the numbers of the notes with their places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimx.cite.callouts import SURE, WEAK, Found, Passage, find_candidates, find_plain
from claimx.cite.lost import find_lost
from claimx.cite.sequence import Gap, Item, chain, choose, gaps, runs
from claimx.model import Callout, Problem, Span

# Raised or bracketed numbers in a paper whose notes are missing count from this many in order.
_SERIES = 3
# A wider gap in the numbers of notes is another count, not a loss.
_WIDEST_GAP = 50


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note that may be pointed to: its number, article and where it begins in the document."""

    number: str
    article: int | None
    at: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A callout, its block and the notes it points to (indices; several: ambiguous; none: missing).

    `at` is where it stands in the document. `lost_before`: between it and the callout before, the count
    skips a note.
    """

    callout: Callout
    block: int
    article: int | None
    at: int
    notes: tuple[int, ...] = ()
    lost_before: bool = False


def place_callouts(
    passages: Sequence[Passage], notes: Sequence[NoteMark], *, once: bool = True
) -> tuple[list[Placed], list[Problem]]:
    """All note callouts of a document with their notes, and what does not add up.

    `once`: each note has one callout (numbered works have as many as they please).

    Passages and notes come in the order of the document. Problems: `callout-without-note`,
    `note-without-callout`, `callout-repeated`, `callout-out-of-order`, `numbering-gap`.
    """
    by_article: dict[int | None, tuple[list[Passage], list[int]]] = defaultdict(lambda: ([], []))
    for passage in passages:
        by_article[passage.article][0].append(passage)
    for index, note in enumerate(notes):
        by_article[note.article][1].append(index)
    placed: list[Placed] = []
    problems: list[Problem] = []
    for article, (texts, indices) in by_article.items():
        some, wrong = _Article(article, texts, notes, indices, once).place()
        placed += some
        problems += wrong
    placed.sort(key=lambda p: (p.at, int(p.callout.marker or 0)))
    return placed, problems


class _Article:
    """The callouts and notes of one article (or of a paper that has none)."""

    def __init__(
        self,
        article: int | None,
        passages: list[Passage],
        notes: Sequence[NoteMark],
        indices: list[int],
        once: bool,
    ):
        self.once = once
        self.article, self.passages, self.notes = article, passages, notes
        self.of_number: dict[int, list[int]] = defaultdict(list)
        for index in indices:
            if notes[index].number.isdigit():
                self.of_number[int(notes[index].number)].append(index)
        self.run_of: dict[int, int] | None = None
        self.restarts = any(len(same) > 1 for same in self.of_number.values())

    def place(self) -> tuple[list[Placed], list[Problem]]:
        found = self._find()
        if not found:
            return [], self._uncalled(set())
        series, lost = self._order(found)
        inferred = find_lost(lost, found, self.passages) if lost else []
        known = {f.number for f in inferred}
        still = [Gap(tuple(n for n in gap.numbers if n not in known), gap.before, gap.after) for gap in lost]
        after_gap = {gap.after for gap in still if gap.numbers}
        placed = []
        for key, one in enumerate(found):
            targets = self._targets(found, key, series, still)
            placed.append(self._placed(one, targets, key in after_gap))
        placed += [self._placed(f, tuple(self.of_number[f.number][:1]), False) for f in inferred]
        return placed, self._problems(placed, found, series)

    def _find(self) -> list[Found]:
        """Candidates that count, in the order of the text."""
        numbers = frozenset(str(n) for n in self.of_number) or None
        found = [
            Found(candidate, i)
            for i, passage in enumerate(self.passages)
            for candidate in find_candidates(passage.text, numbers=numbers)
        ]
        found = self._weigh_brackets(found)
        if numbers and not self.restarts:
            found = self._with_plain(found)
        items = _items(found)
        if numbers is None:  # no notes at all: only what counts up like notes
            series = chain(items)
            if len(series) < _SERIES or series[0].number > _SERIES:
                return []
            return [f for f in found if f.candidate.weight >= SURE]
        kept = choose(items, numbers)
        return [f for key, f in enumerate(found) if key in kept]

    def _weigh_brackets(self, found: list[Found]) -> list[Found]:
        """In a paper with raised callouts "[3]" numbers a list, unless the count needs it."""
        raised = {
            f.number for f in found if f.candidate.callout.form == "superscript"
        } & self.of_number.keys()
        if 2 * len(raised) <= len(self.of_number):
            return found
        return [
            replace(f, candidate=replace(f.candidate, weight=WEAK))
            if f.candidate.callout.form == "bracket"
            else f
            for f in found
        ]

    def _with_plain(self, found: list[Found]) -> list[Found]:
        wanted = self.of_number.keys() - {f.number for f in found if f.candidate.weight >= SURE}
        if not wanted:
            return found
        taken: dict[int, list[Span]] = defaultdict(list)
        for one in found:
            taken[one.passage].append((one.candidate.callout.start, one.candidate.callout.end))
        found = found + [
            Found(candidate, i)
            for i, passage in enumerate(self.passages)
            for candidate in find_plain(passage.text, wanted, taken[i])
        ]
        return sorted(found, key=lambda f: (f.passage, f.candidate.callout.start, f.number))

    def _order(self, found: list[Found]) -> tuple[list[Item], list[Gap]]:
        """The rising series of callouts, and the notes that it skips."""
        if self.restarts:
            return [], []
        series = chain(_items(found))
        return series, gaps(series, self.of_number)

    def _targets(self, found: list[Found], key: int, series: list[Item], lost: list[Gap]) -> tuple[int, ...]:
        """Notes that a callout may point to: a second [2] where only [3] is lost may mean either."""
        one = found[key]
        same = self.of_number.get(one.number, [])
        if len(same) > 1:
            return (self._nearest(found, key, same),)
        if not series or any(item.key == key for item in _around(series, key)):
            return tuple(same)
        other = [
            n
            for gap in lost
            if (gap.before is None or gap.before < key) and (gap.after is None or key < gap.after)
            for n in gap.numbers
        ]
        if same and len(other) == 1:
            return (*same, *self.of_number[other[0]])
        return tuple(same)

    def _nearest(self, found: list[Found], key: int, same: list[int]) -> int:
        """The note of that number that follows next (page foot, end of chapter), or that of the same run."""
        if self.run_of is None:
            first_note = min(self.notes[i].at for group in self.of_number.values() for i in group)
            at_end = first_note > self._at(found[-1])  # all notes at the end, chapter by chapter
            cut = runs(_items(found)) if at_end else []
            self.run_of = {item.key: number for number, run in enumerate(cut) for item in run}
        if self.run_of:
            return same[min(self.run_of[key], len(same) - 1)]
        places = [self.notes[index].at for index in same]
        return same[min(bisect_right(places, self._at(found[key])), len(same) - 1)]

    def _words_at(self, one: Found) -> int:
        """Where the digits themselves begin in the block's text."""
        callout = one.candidate.callout
        text, start = self.passages[one.passage].text, callout.start
        while start < callout.end and text[start].isspace():
            start += 1
        return start

    def _at(self, one: Found) -> int:
        """The same in the document."""
        passage = self.passages[one.passage]
        return passage.joined.position(max(0, min(self._words_at(one), len(passage.text) - 1)))

    def _placed(self, one: Found, targets: tuple[int, ...], lost_before: bool) -> Placed:
        callout = replace(one.candidate.callout, at=self._words_at(one))
        block = self.passages[one.passage].block
        return Placed(callout, block, self.article, self._at(one), targets, lost_before)

    def _problems(self, placed: list[Placed], found: list[Found], series: list[Item]) -> list[Problem]:
        called = {index for one in placed for index in one.notes[:1]}
        problems = [
            self._problem("callout-without-note", f"callout {one.callout.marker} has no note", one)
            for one in placed
            if not one.notes
        ]
        in_order = {item.key for item in series}
        seen: set[int] = set()
        repeats = []
        for key, one in enumerate(found):
            if series and key not in in_order:
                repeats.append((key, "callout-repeated" if one.number in seen else "callout-out-of-order"))
            seen.add(one.number)
        if self.once and 3 * len(repeats) < len(
            found
        ):  # numbered works ("[3]" again and again) have no order
            for key, code in repeats:
                what = "comes again" if code == "callout-repeated" else "is out of order"
                problems.append(self._problem(code, f"callout {found[key].number} {what}", placed[key]))
        return problems + self._uncalled(called)

    def _problem(self, code: str, message: str, one: Placed) -> Problem:
        at = one.at
        return Problem(code, message, span=(at, at + max(1, one.callout.end - one.callout.start)))

    def _uncalled(self, called: set[int]) -> list[Problem]:
        """Notes that nothing points to, and numbers that the notes themselves skip."""
        problems = []
        for number in sorted(self.of_number):
            for index in self.of_number[number]:
                if index not in called:
                    at = self.notes[index].at
                    problems.append(
                        Problem("note-without-callout", f"note {number} has no callout", span=(at, at + 1))
                    )
        last = 0
        for number in sorted(self.of_number):
            if last + 1 < number <= last + _WIDEST_GAP:
                lost = ", ".join(str(n) for n in range(last + 1, number))
                at = self.notes[self.of_number[number][0]].at
                problems.append(
                    Problem("numbering-gap", f"no note {lost} before note {number}", span=(at, at + 1))
                )
            last = number
        return problems


def _items(found: Sequence[Found]) -> list[Item]:
    return [
        Item(key, f.number, f.candidate.weight >= SURE, f.candidate.weight) for key, f in enumerate(found)
    ]


def _around(series: Sequence[Item], key: int) -> Sequence[Item]:
    """The one item of a series (keys rise) that may have this key."""
    at = bisect_right(series, key, key=lambda item: item.key) - 1
    return series[max(0, at) : at + 1]
