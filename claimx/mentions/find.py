"""All mentions of a document's sentences in one pass: actors, places, persons, quantities, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimx.mentions.actors import ActorIndex, Mention, find_actors
from claimx.mentions.dates.words import may_hold_date
from claimx.mentions.entities import slug
from claimx.mentions.events import find_events
from claimx.mentions.persons import Person, find_persons
from claimx.mentions.places import find_places
from claimx.mentions.quantities import Quantity, find_quantities
from claimx.mentions.timex import find_timexes
from claimx.model import Basis, Place, Sentence, Timex, Zone

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
SKIPPED = (Zone.REFERENCE, Zone.FURNITURE, Zone.FRONT)


@dataclass(slots=True)
class Mentions:
    """What one sentence mentions; offsets in `sentence.plain`. `words`: its lower-case words (the cues look there)."""

    actors: list[Mention]
    places: list[tuple[int, int, Place]]
    persons: list[Person]
    quantities: list[Quantity]
    timexes: list[Timex]
    words: frozenset[str]


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
    out = []
    clock = _Clock(reference, news)
    for n, sentence in enumerate(sentences):
        text = sentence.plain
        words = _words(text)
        if sentence.zone in SKIPPED or not text:
            out.append(Mentions([], [], [], [], [], words))
            continue
        timexes = clock.read(sentence, lambda n=n: sourced(n)) if may_hold_date(text) else []
        events = [
            e
            for e in find_events(text, reference)
            if all(e.end <= t.start or t.end <= e.start for t in timexes)
        ]
        timexes = sorted([*timexes, *events], key=lambda t: t.start) if events else timexes
        quantities = (
            find_quantities(text, exclude=[*((t.start, t.end) for t in timexes), *days_of(text)])
            if _has_number(text)
            else []
        )
        actors = [_after_date(m, timexes) for m in find_actors(text, index)]
        persons = [_person_after_date(p, timexes) for p in find_persons(text, actors=actors)]
        places = find_places(text, actors=actors, persons=persons, index=index)
        out.append(Mentions(actors, places, persons, quantities, timexes, words))
    return out


def date_before(start: int, end: int, timexes: Sequence[Timex]) -> int:
    """Where a name really starts that has swallowed the date before it: "September Lamarca" -> at "Lamarca"."""
    for t in timexes:
        if t.start <= start < t.end < end:
            return t.end
    return start


def _after_date(mention: Mention, timexes: Sequence[Timex]) -> Mention:
    cut = date_before(mention.start, mention.end, timexes)
    if cut == mention.start or mention.source not in ("shape", "noun"):
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


DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def days_of(text: str) -> list[tuple[int, int]]:
    """Days of the month, dated or not: "5 December of that year" counts nobody."""
    return [m.span() for m in DAY.finditer(text)]


def _words(text: str) -> frozenset[str]:
    """Lower-case words; of "bomb-laden" and "group’s" also the parts and the plain mark."""
    found = WORD.findall(text.lower())
    return frozenset(found).union(*(w.replace("’", "'").split("-") for w in found if "-" in w or "’" in w))


DIGIT = re.compile(r"\d")
RUN = re.compile(r"\w+")
NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "millions",
        "dozen",
        "dozens",
        "score",
        "scores",
        "several",
        "few",
        "single",
        "half",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
)


def _has_number(text: str) -> bool:
    return DIGIT.search(text) is not None or not NUMBERS.isdisjoint(RUN.findall(text.lower()))


class _Clock:
    """Remembers the dates told so far, paragraph by paragraph, to complete those that lack a year.

    A day without a year is dated by the news source that its sentence cites, else by the last year printed
    before it in the paragraph, else by the day of publication.
    """

    def __init__(self, reference: str | None, news: bool) -> None:
        self.reference, self.news = reference, news
        self.block: int | None = None
        self.anchor: str | None = None
        self.year: int | None = None

    def read(self, sentence: Sentence, sourced: Callable[[], str | None]) -> list[Timex]:
        """The dates of the next sentence."""
        if sentence.block != self.block:
            self.block, self.anchor, self.year = sentence.block, None, None
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
