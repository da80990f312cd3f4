"""All mentions of a document's sentences in one pass: actors, places, persons, quantities, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from itertools import groupby

from claimx.edtf import MONTHS
from claimx.mentions.actors import ActorIndex, Mention, find_actors
from claimx.mentions.dates.words import may_hold_date
from claimx.mentions.entities import slug
from claimx.mentions.events import find_events
from claimx.mentions.numerals import cardinals, scales
from claimx.mentions.persons import Person, find_persons
from claimx.mentions.places import find_places
from claimx.mentions.quantities import Quantity, find_quantities
from claimx.mentions.timex import find_timexes
from claimx.model import Basis, Place, Sentence, Timex, Zone

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SKIPPED = (Zone.REFERENCE, Zone.FURNITURE, Zone.FRONT)


class Mentions:
    """What one sentence mentions; offsets in `sentence.plain`. `words`: its lower-case words (the cues look there).

    Each sort is looked for when it is first asked for: who is named matters in every sentence, where, when and
    how many only in those that may state a claim.
    """

    def __init__(self, sentence: Sentence, index: ActorIndex, dates: Callable[[], list[Timex]]) -> None:
        self._index, self._dates = index, dates
        self._text = "" if sentence.zone in SKIPPED else sentence.plain
        self.words = _words(sentence.plain)

    @cached_property
    def actors(self) -> list[Mention]:
        found = find_actors(self._text, self._index) if self._text else []
        if any(m.source in MISREAD for m in found):
            found = [_after_date(m, self.timexes) for m in found]
        return found

    @cached_property
    def named(self) -> list[Mention]:
        """The actors told by more than a noun."""
        return [m for m in self.actors if m.source != "noun"]

    @cached_property
    def persons(self) -> list[Person]:
        found = find_persons(self._text, actors=self.actors) if self._text else []
        return [_person_after_date(p, self.timexes) for p in found]

    @cached_property
    def places(self) -> list[tuple[int, int, Place]]:
        if not self._text:
            return []
        return find_places(self._text, actors=self.actors, persons=self.persons, index=self._index)

    @cached_property
    def timexes(self) -> list[Timex]:
        return self._dates() if self._text else []

    @cached_property
    def quantities(self) -> list[Quantity]:
        if not self._text or not _has_number(self._text):
            return []
        return find_quantities(
            self._text, exclude=[*((t.start, t.end) for t in self.timexes), *days_of(self._text)]
        )


def find_mentions(
    sentences: Sequence[Sentence],
    index: ActorIndex,
    reference: str | None,
    sourced: Callable[[int], str | None],
    news: bool = False,
) -> list[Mentions]:
    """Mentions of every sentence, in order.

    `reference` (EDTF): the day of publication, or the newest date in the paper. `sourced(n)` gives the
    EDTF date of the source that sentence n cites, or None: a day and month without a year take the
    last reading before it. `news`: a news sheet's bare days are of the months before it came out.
    """
    dates = _Dates(sentences, reference, sourced, news)
    return [Mentions(sentence, index, partial(dates.of, n)) for n, sentence in enumerate(sentences)]


MISREAD = ("shape", "noun")  # sorts of actors that may have swallowed the date before them


def date_before(start: int, end: int, timexes: Sequence[Timex]) -> int:
    """Where a name really starts that has swallowed the date before it: "September Lamarca" -> at "Lamarca"."""
    for t in timexes:
        if t.start <= start < t.end < end:
            return t.end
    return start


def _after_date(mention: Mention, timexes: Sequence[Timex]) -> Mention:
    cut = date_before(mention.start, mention.end, timexes)
    if cut == mention.start or mention.source not in MISREAD:
        return mention
    printed = mention.actor.text[cut - mention.start :]
    text = printed.lstrip(" ,").removeprefix("the ").lstrip()
    if not text:
        return mention
    name = text if mention.actor.name == mention.actor.text else mention.actor.name
    actor = replace(mention.actor, text=text, name=name, id=slug(text) if name is text else mention.actor.id)
    return replace(mention, start=mention.end - len(text), actor=actor)


def _person_after_date(person: Person, timexes: Sequence[Timex]) -> Person:
    cut = date_before(person.start, person.end, timexes)
    text = person.text[cut - person.start :].lstrip(" ,")
    if cut == person.start or not text:
        return person
    name = text if person.name == person.text else person.name
    return person._replace(start=person.end - len(text), text=text, name=name)


_NAMES = "|".join(month.title() for month in MONTHS)  # "12 may have died" is no date
DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_NAMES})\b")


def days_of(text: str) -> list[tuple[int, int]]:
    """Days of the month, dated or not: "5 December of that year" counts nobody."""
    return [m.span() for m in DAY.finditer(text)]


def _words(text: str) -> frozenset[str]:
    """Lower-case words; of "bomb-laden" and "group’s" also the parts and the plain mark."""
    found = WORD.findall(text.lower())
    return frozenset(found).union(*(w.replace("’", "'").split("-") for w in found if "-" in w or "’" in w))


DIGIT = re.compile(r"\d")
RUN = re.compile(r"\w+")
# what tells of a number though it has no value of its own
VAGUE = ("few", "several", "single", "half", "score", "scores")


@cache
def number_words() -> frozenset[str]:
    """Words without which, and without a digit, no sentence holds a number."""
    return frozenset([*cardinals(), *scales(), *(f"{word}s" for word in scales()), *VAGUE])


def _has_number(text: str) -> bool:
    return DIGIT.search(text) is not None or not number_words().isdisjoint(RUN.findall(text.lower()))


class _Dates:
    """The dates of a document's sentences, read a paragraph at a time when one of them is asked for.

    What a paragraph tells before completes what it tells later; nothing is carried over to the next.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        reference: str | None,
        sourced: Callable[[int], str | None],
        news: bool,
    ) -> None:
        self._sentences, self._reference, self._sourced, self._news = sentences, reference, sourced, news
        self._found: dict[int, list[Timex]] = {}
        self._paragraph: dict[int, list[int]] = {}
        dated = [n for n, s in enumerate(sentences) if s.zone not in SKIPPED and may_hold_date(s.plain)]
        for _, run in groupby(dated, key=lambda n: sentences[n].block):
            numbers = list(run)
            self._paragraph.update(dict.fromkeys(numbers, numbers))

    def of(self, n: int) -> list[Timex]:
        """The dates of sentence n, with those told by turning points."""
        if n in self._paragraph and n not in self._found:
            clock = _Clock(self._reference, self._news)
            for k in self._paragraph[n]:
                self._found[k] = clock.read(self._sentences[k], partial(self._sourced, k))
        timexes = self._found.get(n, [])
        events = [
            e
            for e in find_events(self._sentences[n].plain, self._reference)
            if all(e.end <= t.start or t.end <= e.start for t in timexes)
        ]
        return sorted([*timexes, *events], key=lambda t: t.start) if events else timexes


class _Clock:
    """Remembers the dates told so far in one paragraph, to complete those that lack a year.

    A day without a year is dated by the news source that its sentence cites, else by the last year printed
    before it in the paragraph, else by the day of publication.
    """

    def __init__(self, reference: str | None, news: bool) -> None:
        self.reference, self.news = reference, news
        self.anchor: str | None = None
        self.year: int | None = None

    def read(self, sentence: Sentence, sourced: Callable[[], str | None]) -> list[Timex]:
        """The dates of the next sentence."""
        timexes = find_timexes(sentence.plain, reference=self.reference, anchor=self.anchor)
        if any(t.basis == Basis.INFERRED_YEAR for t in timexes):
            source = sourced()
            if source is not None or (self.year is not None and not self.news):
                known = {"reference": source} if source is not None else {"anchor_year": self.year}
                dated = {t.start: t for t in find_timexes(sentence.plain, anchor=self.anchor, **known)}
                timexes = [dated.get(t.start, t) if t.basis == Basis.INFERRED_YEAR else t for t in timexes]
        explicit = [t for t in timexes if t.basis in (Basis.EXPLICIT, Basis.INFERRED_YEAR, Basis.RELATIVE)]
        if explicit:
            self.anchor = explicit[-1].edtf
        printed = [
            t
            for t in timexes
            if t.basis == Basis.EXPLICIT and t.earliest and t.latest and t.earliest[:4] == t.latest[:4]
        ]
        if printed:
            self.year = int(printed[-1].earliest[:4])
        return timexes
