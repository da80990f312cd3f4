"""What "the group", "it", "both sides" and "the latter" stand for: the actors named shortly before.

Only cheap, well-founded steps: the nearest actor of the right sort, subjects first, no further back
than three sentences of the same section. What finds none stays unresolved, and the ledger says so.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from claimx.mentions.entities import slug
from claimx.model import Actor
from claimx.syntax.parse import Parse

SINGULAR = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "them", "themselves", "theirs"})
PAIR = frozenset(
    {
        "both",
        "two",
        "sides",
        "side",
        "groups",
        "organizations",
        "organisations",
        "parties",
        "factions",
        "movements",
        "outfits",
        "militias",
        "insurgencies",
        "armies",
    }
)
PERSONAL = frozenset({"he", "she", "him", "his", "her", "himself", "herself", "hers"})
RANKS = r"(?:leader|chief|emir|amir|commander|head|founder|co-founder|spokes\w+|supremo|ideologue|deputy|general secretary|chairman|president|warlord)"
# A sentence without any of these tells nobody's leader.
_RANK_HINTS = (
    "leader", "chief", "emir", "amir", "commander", "head", "founder", "spokes", "supremo", "ideologue", "deputy",
    "general secretary", "chairman", "president", "warlord",
)  # fmt: skip
LEADS = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}{RANKS},?\s+(?:[A-Z]\w+\s+)?$", re.I)
LED = re.compile(
    rf"(?:\s*\([^()]*\))?,?\s+(?:who was |who is )?(?:an?|the|its|former|then|\s)*[\w\s-]{{0,20}}{RANKS}\s+of\s+(?:the\s+)?$",
    re.I,
)
STATE = frozenset(
    {
        "army",
        "military",
        "government",
        "police",
        "troops",
        "soldiers",
        "navy",
        "junta",
        "regime",
        "authorities",
        "forces",
        "gendarmerie",
    }
)

ARMED = ("group", "party", "unknown", "person-group")
BODIES = ("group", "party", "unknown", "person-group", "force")
REACH = 3
FARTHEST = REACH + 2


def may_tell_leader(text: str) -> bool:
    """The cheap test before `Discourse.learn`."""
    lower = text.lower()
    return any(hint in lower for hint in _RANK_HINTS)


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor that was mentioned: sentence number, place in it, sort, whether it was a subject."""

    sentence: int
    start: int
    end: int
    actor: Actor
    type: str
    subject: bool
    block: int = -1


@dataclass
class Heard:
    """A sentence as the discourse keeps it: who is named in it is looked up when somebody asks.

    `people` gives (start, end, name) of each.
    """

    number: int
    block: int
    mentions: Callable[[], Sequence[Any]]
    parse: Callable[[], Parse | None]
    people: Callable[[], Sequence[tuple[int, int, str]]]

    @cached_property
    def actors(self) -> list[Seen]:
        """The actors that later words may point back to."""
        return [
            Seen(self.number, m.start, m.end, m.actor, m.type, _is_subject(m, self.parse()), self.block)
            for m in self.mentions()
            if m.type in (*BODIES, "state", "coalition") and not m.ambiguous
        ]

    @cached_property
    def persons(self) -> list[Seen]:
        """The people of the sentence."""
        return [
            Seen(
                self.number,
                start,
                end,
                Actor(name, name, slug(name)),
                "person",
                _heads_subject(self.parse(), start, end),
                self.block,
            )
            for start, end, name in self.people()
        ]


@dataclass(slots=True)
class Discourse:
    """The actors of a document as they come by; ask it what a word points back to."""

    heard: deque[Heard] = field(default_factory=lambda: deque(maxlen=FARTHEST + 1))
    number: int = 0
    block: int = -1
    section: tuple[Any, ...] = ()
    led_by: dict[str, Actor] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()

    @property
    def current(self) -> list[Seen]:
        """The actors of the sentence in hand."""
        return self.heard[-1].actors if self.heard else []

    def learn(self, text: str, mentions: Sequence[Any], persons: Sequence[Any]) -> None:
        """Remember who leads what: "TTP chief Nur Wali Mehsud", "Osama bin Laden, the leader of al-Qaeda"."""
        for person in persons:
            for m in mentions:
                if m.type not in BODIES:
                    continue
                before, after = text[m.end : person.start], text[person.end : m.start]
                if (m.end <= person.start and len(before) < 60 and LEADS.match(before)) or (
                    person.end <= m.start and len(after) < 60 and LED.match(after)
                ):
                    self.led_by.setdefault(person.text, m.actor)
                    last = person.text.split()[-1].strip("()")
                    self.led_by.setdefault(last, m.actor)

    def enter(
        self,
        mentions: Callable[[], Sequence[Any]],
        parse: Callable[[], Parse | None],
        section: tuple[Any, ...],
        block: int = -1,
        people: Callable[[], Sequence[tuple[int, int, str]]] = tuple,
    ) -> None:
        """Start the next sentence with the actors and people found in it. A new section forgets the last one's."""
        if section != self.section:
            self.heard.clear()
            self.section = section
        self.number += 1
        self.block = block
        self.heard.append(Heard(self.number, block, mentions, parse, people))

    def resolve(self, word: str, start: int, end: int, exclude: frozenset[str] = frozenset()) -> list[Actor]:
        """Actors that a word at [start, end) of the current sentence points to; [] when none is sure.
        `exclude`: ids it cannot mean (the subject of its own clause)."""
        word = word.lower()
        if word in PERSONAL:
            return self._person(start)
        before = [s for s in self.current if s.end <= start and s.actor.id not in exclude]
        self.barred = exclude
        if word in ("latter", "former"):
            named = _last_two([s for s in self.current if s.end <= start])
            meant = named[1 if word == "latter" else 0] if named else None
            if meant is not None and meant.id not in exclude:
                return [meant]
            pair = (
                _last_two(before) or _last_two(self._previous(1)) or _last_two([*self._previous(1), *before])
            )
            return [pair[1 if word == "latter" else 0]] if pair else []
        if word in PAIR and word != "side":
            return self._pair(before)
        if word in SINGULAR:
            return self._one(before, start, bodies=(*BODIES, "state"))
        if word in PLURAL:
            return self._many(before, start)
        if word in STATE:
            return self._state(before)
        return self._called(word, before) or self._one(before, start, bodies=ARMED)

    def _called(self, word: str, before: list[Seen]) -> list[Actor]:
        """ "The front", "the movement": the actor named last whose own name says that it is one."""
        if word in ("group", "organisation", "organization", "faction", "outfit", "wing"):
            return []
        pool = [s for s in [*self._previous(FARTHEST), *before] if s.actor.id not in self.barred]
        near = [s for s in pool if s.type in ARMED and word in s.actor.name.lower().replace("-", " ").split()]
        if not near:
            return []
        last = [s for s in near if s.sentence == near[-1].sentence]
        return [next((s for s in last if s.subject), last[-1]).actor]

    def _person(self, start: int) -> list[Actor]:
        """ "he": the person who is the subject of this sentence so far, else of the one before; else the only one there."""
        for back in (0, 1):
            people = self.heard[-1 - back].persons if back < len(self.heard) else []
            near = [p for p in people if back or p.end <= start]
            subjects = [p for p in near if p.subject]
            ids = {p.actor.id for p in near}
            if subjects:
                return [subjects[-1 if not back else 0].actor]
            if len(ids) == 1:
                return [near[0].actor]
            if near:
                return []
        return []

    def _of(self, back: int) -> list[Seen]:
        """What the sentence `back` sentences ago mentions, the barred left out."""
        return [
            s
            for s in self._previous(REACH)
            if s.sentence == self.number - back and s.actor.id not in self.barred
        ]

    def _previous(self, reach: int) -> list[Seen]:
        """What the last sentences before this one mention, the last forty at most."""
        before = [s for heard in list(self.heard)[:-1] for s in heard.actors][-40:]
        return [s for s in before if self.number - reach <= s.sentence]

    def _one(self, before: list[Seen], start: int, bodies: tuple[str, ...]) -> list[Actor]:
        """The nearest subject; failing that the nearest group. A country counts only as a subject."""
        for group in (before, *[self._of(back) for back in range(1, REACH + 1)]):
            fit = [s for s in group if s.type in bodies]
            subjects = [s for s in fit if s.subject]
            groups = [s for s in fit if s.type in BODIES]
            if subjects or groups:
                chosen = subjects or groups
                return [chosen[-1 if group is before else 0].actor]
        return []

    def _state(self, before: list[Seen]) -> list[Actor]:
        """ "The army": the forces, or else the state, named last."""
        for s in reversed([*self._previous(REACH), *before]):
            if s.type in ("force", "state") and s.block == self.block:
                return [s.actor]
        return []

    def _many(self, before: list[Seen], start: int) -> list[Actor]:
        for group in (before, *[self._of(back) for back in range(1, REACH + 1)]):
            fit = [s for s in group if s.type in ARMED] or [s for s in group if s.type == "force"]
            subjects = [s for s in fit if s.subject]
            chosen = subjects or fit[:1]
            if chosen:
                out: list[Actor] = []
                for s in chosen[-2:] if subjects else chosen:
                    if all(a.id != s.actor.id for a in out):
                        out.append(s.actor)
                return out
        return []

    def _pair(self, before: list[Seen]) -> list[Actor]:
        pool = [s for s in [*self._previous(REACH), *before] if s.type in BODIES]
        out: list[Actor] = []
        for s in reversed(pool):
            if all(a.id != s.actor.id for a in out):
                out.append(s.actor)
            if len(out) == 2:
                return out[::-1]
        return []


def _last_two(seen: list[Seen]) -> list[Actor]:
    out: list[Actor] = []
    for s in reversed(seen):
        if all(a.id != s.actor.id for a in out):
            out.append(s.actor)
        if len(out) == 2:
            return out[::-1]
    return []


def _heads_subject(parse: Parse | None, start: int, end: int) -> bool:
    """Is the name itself the subject of a clause?"""
    i = None if parse is None else parse.head_in(start, end)
    if parse is None or i is None:
        return start == 0
    return parse.words[parse.first_conjunct(i)].dep in ("nsubj", "nsubj:pass")


def _is_subject(mention: Any, parse: Parse | None) -> bool:
    if parse is None:
        return mention.start == 0
    i = parse.head_in(mention.start, mention.end)
    if i is None:
        return False
    i = parse.first_conjunct(i)
    return parse.words[i].dep in ("nsubj", "nsubj:pass") or (
        parse.words[i].dep in ("compound", "nmod:poss")
        and parse.words[parse.words[i].head].dep in ("nsubj", "nsubj:pass")
    )
