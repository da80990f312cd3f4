"""What "the group", "it", "both sides" and "the latter" stand for: the actors named shortly before.

Only cheap, well-founded steps: in the sentence itself the nearest subject of the right sort; before it, no further back
than three sentences of the same section, who is spoken of most, pronouns counted. Of several that stand in one list, none
more than the others, nobody knows which is meant. What finds none stays unresolved, and the ledger says so.
"""

from __future__ import annotations

import re
from collections import Counter, deque
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

ACRONYM = re.compile(r"[A-Z][A-Z0-9/-]+")
ARMED = ("group", "party", "unknown", "person-group")
BODIES = ("group", "party", "unknown", "person-group", "force")
REACH = 3
FARTHEST = REACH + 2
SUBJECT, OTHER = 1.0, 0.5  # how much a mention counts, as subject and elsewhere
FADING = 0.3  # and how much of that is left a sentence later


def may_tell_leader(text: str) -> bool:
    """The cheap test before `Discourse.learn`."""
    lower = text.lower()
    return any(hint in lower for hint in _RANK_HINTS)


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor that was mentioned: sentence number, place in it, sort, whether it was a subject, and by its name."""

    sentence: int
    start: int
    end: int
    actor: Actor
    type: str
    subject: bool
    block: int = -1
    named: bool = True
    countries: tuple[str, ...] = ()
    listed: int = -1


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
    countries: Callable[[], Sequence[str]] = tuple

    @cached_property
    def actors(self) -> list[Seen]:
        """The actors that later words may point back to."""
        parse = self.parse()
        return [
            Seen(
                self.number,
                m.start,
                m.end,
                m.actor,
                "capital" if m.ambiguous and m.type == "state" else m.type,
                _is_subject(m, parse),
                self.block,
                countries=m.countries,
                listed=_list_of(m, parse),
            )
            for m in self.mentions()
            if m.type in (*BODIES, "state", "coalition") and _sure(m, parse)
        ]

    def homes(self) -> list[str]:
        """Countries that the sentence speaks of: those of its places and of groups that are at home in one."""
        return [*self.countries(), *(m.countries[0] for m in self.mentions() if _at_home(m))]

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
    echoes: list[Seen] = field(default_factory=list)
    untold: list[Heard] = field(default_factory=list)
    section: tuple[Any, ...] = ()
    led_by: dict[str, Actor] = field(default_factory=dict)
    barred: frozenset[str] = frozenset()
    told_of: Counter[str] = field(default_factory=Counter)

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
        countries: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Start the next sentence with the actors and people found in it and the countries of its places.
        A new section forgets the last one's."""
        if section != self.section:
            self.heard.clear()
            self.echoes.clear()
            self.untold.clear()
            self.told_of.clear()
            self.section = section
        self.number += 1
        self.block = block
        self.heard.append(Heard(self.number, block, mentions, parse, people, countries))
        self.untold.append(self.heard[-1])

    def point(
        self, start: int, end: int, actor: Actor, person: bool, named: bool, subject: bool = True
    ) -> None:
        """A word of the current sentence stands for someone named before: it was mentioned again. What is no subject
        ("its", "them") tells only who is spoken of most.
        `named`: by a noun ("the group"), which "the latter" can take up, or by a pronoun, which it cannot."""
        if person:
            self.heard[-1].persons.append(Seen(self.number, start, end, actor, "person", True, self.block))
            return
        known = [s for heard in self.heard for s in heard.actors if s.actor.id == actor.id]
        if not known:
            return
        was = known[-1]
        again = Seen(self.number, start, end, was.actor, was.type, subject, self.block, named, listed=~start)
        if not subject:
            self.echoes.append(again)
            return
        self.current.append(again)
        self.current.sort(key=lambda s: s.start)

    def resolve(self, word: str, start: int, exclude: frozenset[str] = frozenset()) -> list[Actor]:
        """Actors that a word at `start` (code points) of the current sentence points to; [] when none is sure.
        `exclude`: ids it cannot mean (the subject of its own clause)."""
        word = word.lower()
        if word in PERSONAL:
            return self._person(start, exclude)
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
            lists = Counter(s.listed for s in before)
            before = [s for s in before if lists[s.listed] == 1]  # "A and B armed it": it is neither
            before = [s for s in before if not _plural(s)]
            group = (
                self._one(before, bodies=BODIES, one=True) if exclude else []
            )  # what something is done to is seldom a state
            return group or self._one(before, bodies=(*BODIES, "state"), one=True)
        if word in PLURAL:  # of "A, B and C, which … them" no part is left over
            split = {s.listed for s in self.current if s.actor.id in exclude}
            return self._many([s for s in before if s.listed not in split])
        if word in STATE:
            return self._state(before)
        return self._called(word, before) or self._one(before, bodies=ARMED)

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

    def _person(self, start: int, exclude: frozenset[str]) -> list[Actor]:
        """ "he": the person who is the subject of this sentence so far, else of the one before; else the only one there."""
        for back in (0, 1):
            people = self.heard[-1 - back].persons if back < len(self.heard) else []
            near = [p for p in people if p.actor.id not in exclude and (back or p.end <= start)]
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

    def _one(self, before: list[Seen], bodies: tuple[str, ...], one: bool = False) -> list[Actor]:
        """The nearest subject of this sentence, or else its last group; failing that who was spoken of most before.
        A country counts only as a subject."""
        fit = [s for s in before if s.type in bodies and (s.subject or s.type in BODIES)]
        if fit:
            return [([s for s in fit if s.subject] or fit)[-1].actor]
        echoes = [s for s in self.echoes if self.number - REACH <= s.sentence < self.number]
        return self._salient(
            [s for s in [*self._previous(REACH), *echoes] if s.type in bodies and not (one and _plural(s))]
        )

    def _salient(self, seen: list[Seen]) -> list[Actor]:
        """Who is spoken of most: every mention counts, subjects more, those of sentences further back less.
        Of "A, B and C", none of them more than the others, nobody knows which is meant."""
        weights: dict[str, float] = {}
        for s in seen:
            if s.actor.id not in self.barred and (s.subject or s.type in BODIES):
                weight = (SUBJECT if s.subject else OTHER) * FADING ** (self.number - s.sentence)
                weights[s.actor.id] = weights.get(s.actor.id, 0.0) + weight
        best = [s for s in seen if weights.get(s.actor.id) == max(weights.values(), default=-1.0)]
        several = any(
            (s.sentence, s.listed) == (t.sentence, t.listed) and s.actor.id != t.actor.id
            for s in best
            for t in best
        )
        return [] if several else [s.actor for s in best if s.actor.id == best[0].actor.id][-1:]

    def _state(self, before: list[Seen]) -> list[Actor]:
        """ "The army": the forces or the state named last, of the country that the text is about if that is known."""
        for heard in self.untold:
            self.told_of.update(heard.homes())
        self.untold.clear()
        home = {c for c, n in self.told_of.items() if n == max(self.told_of.values())}
        for s in reversed([*self._previous(REACH), *before]):
            at_home = not home or not s.countries or not home.isdisjoint(s.countries)
            if s.type in ("force", "state", "capital") and s.block == self.block and at_home:
                return [s.actor]
        return []

    def _many(self, before: list[Seen]) -> list[Actor]:
        """ "They": the nearest subjects, or else the first group, with all that stand in one list with it."""
        for group in (before, *[self._of(back) for back in range(1, REACH + 1)]):
            fit = [s for s in group if s.type in ARMED] or [s for s in group if s.type == "force"]
            chosen = [s for s in fit if s.subject][-2:] or fit[:1]
            if chosen:
                lists = {s.listed for s in chosen}
                return list({s.actor.id: s.actor for s in fit if s.listed in lists}.values())
        return []

    def _pair(self, before: list[Seen]) -> list[Actor]:
        """The two bodies named last."""
        return _last_two([s for s in [*self._previous(REACH), *before] if s.type in BODIES])


def _at_home(mention: Any) -> bool:
    """Does the mention tell which country the text is about: a group that is at home in one?"""
    return mention.type in ARMED and len(mention.countries) == 1


def _list_of(mention: Any, parse: Parse | None) -> int:
    """The word that heads the list the mention stands in, if there is a parse: the same for "A", "B" and "C"."""
    i = None if parse is None else parse.head_in(mention.start, mention.end)
    return ~mention.start if parse is None or i is None else parse.first_conjunct(i)


def _sure(mention: Any, parse: Parse | None) -> bool:
    """Is the name one that a later word can stand for? An acronym that several bear still names one here,
    and "the army" may be that of a capital that acts ("Jakarta poured in 30,000 soldiers")."""
    if mention.ambiguous and mention.type == "state":
        return parse is not None and _is_subject(mention, parse)
    return not mention.ambiguous or (
        mention.type in BODIES and ACRONYM.fullmatch(mention.actor.text) is not None
    )


def _plural(seen: Seen) -> bool:
    """ "Israeli helicopters" are no "it"; the Houthis may be."""
    last = seen.actor.text.split()[-1:]
    return bool(last) and last[0].islower() and last[0].endswith("s") and seen.type == "force"


def _last_two(seen: list[Seen]) -> list[Actor]:
    out: list[Actor] = []
    for s in reversed([s for s in seen if s.named]):
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
        mention.type != "state"
        and parse.words[i].dep in ("compound", "nmod:poss")
        and parse.words[parse.words[i].head].dep in ("nsubj", "nsubj:pass")
    )
