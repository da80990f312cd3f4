"""One sentence with all that the stages before found in it: what a kind's patterns ask and answer from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from claimx.kinds._party import (
    BESIDE,
    PRONOUNS,
    RELATIVE,
    Party,
    irregulars,
    noun_set,
    slug,
    trim,
)
from claimx.kinds._pointing import Pointing
from claimx.model import Actor, Place, Range, Sentence, Timex
from claimx.resources import load_toml
from claimx.syntax.parse import Parse

# "many of", "a number of", "the bulk of": what stands for a part of those behind it
PARTITIVES = frozenset(
    {"many", "most", "some", "several", "hundreds", "thousands", "dozens", "scores", "bulk", "majority", "number",
     "half", "hundred", "thousand", "dozen", "remainder", "rest", "handful", "part", "parts", "core", "mass", "third", "quarter", "few", "minority"}
)  # fmt: skip
# words that no name begins with
GLUED = frozenset({"when", "then", "where", "now", "once", "of", "from", "by"})


def names_people(parse: Parse, i: int) -> bool:
    """ "Sunni civilians", "minorities, including Sikhs": a people that the NER takes for a place."""
    w = parse.words[i]
    if w.tag == "JJ":
        return True
    listed = parse.case(parse.first_conjunct(i)) in ("including", "such as")
    return w.text.endswith("s") and (listed or bool(parse.children(i, "det")))


@dataclass
class Scene(Pointing):
    """A sentence under analysis. Offsets of mentions are in `sentence.plain`, as are the parse's.

    Where, when and how many is looked for when a kind first asks: `mentions` holds persons, quantities and
    timexes, `locate` finds the places.
    """

    sentence: Sentence
    parse: Parse
    actors: Sequence[Any]
    mentions: Any
    locate: Callable[[], Sequence[tuple[int, int, Place]]]
    entities: Sequence[tuple[int, int, str]] = ()
    resolve: Callable[..., list[Actor]] | None = None
    led_by: dict[str, Actor] = field(default_factory=dict)
    sharing: set[int] = field(default_factory=set)

    @cached_property
    def places(self) -> Sequence[tuple[int, int, Place]]:
        return self.locate()

    @property
    def persons(self) -> Sequence[tuple[int, int, str]]:
        return self.mentions.persons

    @property
    def quantities(self) -> Sequence[Any]:
        return self.mentions.quantities

    @property
    def timexes(self) -> Sequence[Timex]:
        return self.mentions.timexes

    # -- mentions on words -------------------------------------------------------------------
    def actor_at(self, i: int) -> Any | None:
        """The actor mention that covers word i, or None."""
        w = self.parse.words[i]
        for m in self.actors:
            if m.start < w.end and m.end > w.start and m.type != "org-civil":
                return m
        return None

    def actors_in(self, start: int, end: int) -> list[Any]:
        """Actor mentions inside a stretch of text."""
        return [m for m in self.actors if m.start < end and m.end > start and m.type != "org-civil"]

    def person_at(self, i: int) -> tuple[int, int, str] | None:
        """The person that covers word i."""
        w = self.parse.words[i]
        return next((p for p in self.persons if p[0] < w.end and p[1] > w.start), None)

    def place_at(self, i: int) -> tuple[int, int, Place] | None:
        """The place that covers word i."""
        w = self.parse.words[i]
        return next((p for p in self.places if p[0] < w.end and p[1] > w.start), None)

    def is_place(self, i: int) -> bool:
        """Does the gazetteer or the pipeline's NER take word i for a place?"""
        w = self.parse.words[i]
        place = self.place_at(i)
        if place is not None and place[2].country is not None:
            return True
        located = self.parse.case(i) not in ("", "by", "with", "of", "for", "against")
        return located and any(
            label in ("LOC", "GPE", "FAC") and start < w.end and end > w.start
            for start, end, label in self.entities
        )

    def number(self, i: int) -> Any | None:
        """The quantity that counts word i: "nine" of "nine attacks"; a bare "12" that is word i itself."""
        w = self.parse.words[i]
        low, _high = self.parse.span(i, mods=False)
        best = None
        for q in self.quantities:
            if q.kind not in ("count", "other", "percent"):
                continue
            if q.start < w.end and q.end > w.start:
                return q
            if low <= q.start and q.end <= w.start:
                best = q
        if best is None:
            for q in self.quantities:
                if (
                    q.noun_start is not None
                    and q.noun_start <= w.start < (q.noun_end or 0)
                    and q.kind == "count"
                ):
                    return q
        return best

    def bare(self, low: int, high: int) -> str:
        """A phrase without what the parser glued to its front: "[3 May 2018] gunmen", "[when] 13 followers"."""
        for t in self.timexes:
            if low < t.end < high and t.start <= low + 8 and t.start < t.end:
                low = max(low, t.end)
        text = trim(self.parse.text[low:high])
        first, _, rest = text.partition(" ")
        return trim(rest) if first.lower() in GLUED and rest else text

    # -- parties -----------------------------------------------------------------------------
    def parties(self, heads: Sequence[int]) -> list[Party]:
        """Who the words stand for; things and deeds are left out, one party once."""
        out: list[Party] = []
        for h in heads:
            if out and self._restates(h):
                continue
            for party in [*self._co_owners(h), *self._named_instead(h)]:
                if all(party.id != p.id or party.how == "part" != p.how for p in out):
                    out.append(party)
        return out

    def _co_owners(self, i: int) -> list[Party]:
        """ "the Rwandan and Ugandan armies": the first country's, which the noun leaves to the second."""
        mention = self.actor_at(i)
        if mention is None or mention.type != "force" or not self.parse.words[i].tag.endswith("S"):
            return []
        out = []
        for k in self.parse.children(i, "amod", "compound", "nmod"):
            other = self.actor_at(k)
            joined = other is not None and self.parse.text[other.end : mention.start].strip() in ("and", ",")
            if joined and other.source == "demonym":
                text = self.parse.text[other.start : other.end]
                out.append(Party(text, other.actor.name, other.actor.id, k, "named", True))
        return out

    def _restates(self, i: int) -> bool:
        """ "the BNA, a newly formed group": read as a list by the parser, an apposition to the reader."""
        parse = self.parse
        kids = [parse.words[k] for k in parse.kids[i]]
        return (
            parse.words[i].dep in ("conj", "parataxis")
            and any(k.dep == "det" and k.lower in ("a", "an", "another") for k in kids)
            and not any(k.dep == "cc" for k in kids)
        )

    def _named_instead(self, i: int) -> list[Party]:
        """ "outfits like LeJ and Jandullah", "factions, such as JuA": the named ones say who is meant."""
        found = self.party(i)
        if (
            found
            and all(p.how in ("named", "member", "coref") for p in found)
            and self.parse.words[i].lower not in noun_set("part")
        ):
            return found
        if not found and not any(
            self.parse.words[i].lower in noun_set(name) for name in ("part", "generic", "group")
        ):
            return found
        examples = [
            k
            for p, k in self.parse.obliques(i)
            if p in ("like", "such as", "including", "such", "namely", "as")
        ]
        if not examples and found and found[0].how == "generic" and self.parse.words[i].tag == "NNS":
            examples = self._listed_after(i)
        named = [
            p
            for k in examples
            for c in self.parse.conjuncts(k)
            for p in self.party(c)
            if p.how in ("named", "member", "part", "shape")
        ]
        unique = [p for n, p in enumerate(named) if all(p.id != q.id for q in named[:n])]
        return unique or found

    def _listed_after(self, i: int) -> list[int]:
        """ "groups that once supported it, including the TTP and IMU": the list stands off behind a clause."""
        words = self.parse.words
        for k in range(i + 1, min(i + 26, len(words) - 1)):
            if words[k].lower in ("including", "namely") and words[k - 1].text == ",":
                return [j for j in range(k + 1, min(k + 4, len(words))) if self.actor_at(j) is not None][:1]
        return []

    def party(self, i: int) -> list[Party]:
        """The actor(s) that the phrase headed by word i names; [] when it is none.

        Pronouns first, then who is named in the phrase, then whose people the noun means, then what it points back to,
        and last names that only their shape or the NER tells.
        """
        w = self.parse.words[i]
        mention = self.actor_at(i)
        if mention is None and (w.lower in PRONOUNS or w.tag in ("PRP", "PRP$")):
            return self._coref(w.lower, i)
        if w.lower in RELATIVE:
            return self._relative(i)
        if mention is None and w.lower in PARTITIVES:
            share = self._share(i)
            if share:
                return share
        if w.lower in ("latter", "former", "both", "two", "one", "side", "sides") and not self._belongs(i):
            if [x.lower for x in self.parse.words[i + 1 : i + 2]] == ["another"]:
                return []
            found = self._coref(w.lower, i)
            if found or w.lower in ("latter", "former", "both"):
                return found
        low, high = self.parse.span(i, mods=False)
        if mention is not None and not self._only_modifies(mention, i):
            return self._named(mention, i, low, high)
        if w.pos not in ("NOUN", "PROPN", "ADJ", "X", "NUM", "PRON", "VERB"):
            return []
        if w.lower in noun_set("thing") and not mention:
            return []
        inner = [m for m in self.actors_in(low, high) if m.start < w.start and not m.affix]
        inner = inner or [m for k in self._of(i) for m in [self.actor_at(k)] if m is not None]
        return (
            self._people(i, inner, mention)
            or self._person(i, inner)
            or self._apposed(i)
            or self._meant(i, inner, low, high)
            or self._government(i)
            or self._described(i, inner)
        )

    @contextmanager
    def _sharing(self, i: int) -> Iterator[None]:
        self.sharing.add(i)
        try:
            yield
        finally:
            self.sharing.discard(i)

    def _share(self, i: int) -> list[Party]:
        """ "many of the MNLF's fighters", "the bulk of his men": a part of those named behind the "of"."""
        for prep, k in self.parse.obliques(i):
            if prep != "of" or k <= i or i in self.sharing or self.place_at(k) is not None:
                continue
            if self.parse.words[k].pos == "PRON":
                continue
            with self._sharing(i):  # "most of his men": "his" looks for its subject, and finds "most"
                whole = self.party(k)
            whole = [p for p in whole if p.how not in ("unresolved", "person")]
            if not whole:
                continue
            p = whole[0]
            if p.how in ("member", "generic", "part"):
                return [Party(p.text, p.name, p.id, i, p.how, p.state, p.also)]
            text = trim(self.parse.phrase(i))
            return [Party(text, text, f"{p.id}/{slug(self.parse.words[i].text)}", i, "part", also=(p.id,))]
        return []

    def _relative(self, i: int) -> list[Party]:
        """ "The front, which …": whom the clause hangs on."""
        words = self.parse.words
        clause = next((a for a in self.parse.ancestors(i) if words[a].dep in ("acl:relcl", "acl")), None)
        return self.party(words[clause].head) if clause is not None and words[clause].head != i else []

    def _people(self, i: int, inner: list[Any], mention: Any | None) -> list[Party]:
        """A group's people or a part of it: "its fighters", "TTP commanders", "a Bosnian militia", "elements of the AFL"."""
        w = self.parse.words[i]
        low, high = self.parse.span(i, mods=False)
        member, part = w.lower in noun_set("member"), w.lower in noun_set("part")
        beside = any(self.parse.words[k].lower in BESIDE for k in self.parse.children(i, "amod", "compound"))
        if member and not inner and mention is None and not beside:
            theirs = [
                p
                for k in self.parse.children(i, "nmod:poss")
                if self.parse.words[k].lower in ("its", "their")
                for p in self._whose(k, w.lower)
                if p.how in ("coref", "named")
            ]
            own = [p for p in self._apposed(i) if p.how == "named"] if theirs else []
            if own and w.lower in noun_set("group"):
                return own  # "its armed wing, the AIS": the wing by its own name
            if theirs:
                return [Party(p.text, p.name, p.id, i, "coref", p.state) for p in theirs[:1]]
        if inner and inner[-1].type == "state" and w.lower in irregulars():
            text = self.bare(low, high)  # "a Bosnian militia" is no arm of the state
            return [Party(text, text, slug(text), i, "part")]
        if inner and (member or part):
            return [self._member(m, i, low, high, part) for m in inner[-1:]]
        unlisted = any(
            self.parse.words[k].pos == "PROPN" and self.parse.case(k) == "of" and not self.is_place(k)
            for k in self.parse.children(i, "nmod")
        )
        if part and not inner and unlisted:
            text = trim(self.parse.phrase(i))
            return [Party(text, text, slug(text), i, "part")]
        return []

    def _person(self, i: int, inner: list[Any]) -> list[Party]:
        """A person, with the group told beside him or earlier."""
        person = self.person_at(i)
        if not person:
            return []
        text = self.parse.text[person[0] : person[1]]
        group = inner[-1].actor if inner else self._led(person[2])
        return [Party(text, person[2] or text, slug(person[2] or text), i, "person", group=group)]

    def _meant(self, i: int, inner: list[Any], low: int, high: int) -> list[Party]:
        """Whom "the group" points back to; the subject that a predicate is said of."""
        if self._points_back(i):
            text = self.bare(low, high)
            return self._coref(self.parse.words[i].lower, i) or [
                Party(text, text, "unresolved", i, "unresolved")
            ]
        if self.parse.children(i, "cop") and not inner:
            for h in self.parse.children(i, "nsubj"):
                if h != i and not self._cleft(h, i):
                    return self.party(h)
        return []

    def _government(self, i: int) -> list[Party]:
        """ "The state of Chhattisgarh"; a country or capital that stands for its government."""
        ruling = self.parse.words[i].lower in ("state", "government", "administration", "republic")
        if ruling and any(self.place_at(k) is not None for k in self._of(i)):
            text = trim(self.parse.phrase(i))
            return [Party(text, text, slug(text), i, "named", state=True)]
        place = self.place_at(i)
        if not place or not self._country(place[2]):
            return []
        text = self.parse.text[place[0] : place[1]]
        return [Party(text, place[2].name, slug(place[2].name), i, "named", state=True)]

    def _described(self, i: int, inner: list[Any]) -> list[Party]:
        """Armed people by their noun, and names that no list knows: by their owner, their capital, the NER's label."""
        w = self.parse.words[i]
        place = self.place_at(i)
        member, part = w.lower in noun_set("member"), w.lower in noun_set("part")
        text = self.bare(*self.parse.span(i, mods=w.lower in noun_set("generic") or part))
        owned = (
            (member or w.lower in noun_set("group"))
            and w.lower != "leadership"
            and any(self.parse.words[k].pos == "PROPN" for k in self.parse.children(i, "nmod:poss"))
        )  # "Bandaranaike's party"
        if (owned or w.lower in noun_set("generic")) and text:
            return [Party(text, text, slug(text), i, "generic", also=tuple(m.actor.id for m in inner))]
        if w.tag == "NNS" and w.text.istitle() and i and not place:  # "the Salafists of Abu al-Abbas"
            text = trim(self.parse.phrase(i))
            return [Party(text, text, slug(text), i, "shape")]
        start, end, label = next(
            (e for e in self.entities if e[0] < w.end and e[1] > w.start), (w.start, w.end, "")
        )
        name = trim(self.parse.text[start:end])
        if label in ("ORG", "NORP") and text and not place:
            civil = name.split()[-1:] and name.split()[-1].lower() in load_toml("lexicon/actors")["civil"]
            return [Party(name, name, slug(name), i, "shape")] if name[:1].isupper() and not civil else []
        if (
            label == "PERSON"
            and w.text[:1].isupper()
            and not place
            and (w.start > 0 or self._one_of_people(i))
        ):
            group = inner[-1].actor if inner else None
            return [Party(name, name, slug(name), i, "person", group=group)]
        if w.dep == "conj" and self._is_acronym(i) and self._is_name(self.parse.first_conjunct(i)):
            return [Party(w.text, w.text, slug(w.text), i, "shape")]  # "the MPIGO and the MJP"
        return []

    def _one_of_people(self, i: int) -> bool:
        """ "Lam Akol and Riek Machar": a first word of the sentence that stands in a list of people."""
        return any(
            e[2] == "PERSON" and e[0] <= self.parse.words[k].start < e[1]
            for k in self.parse.children(i, "conj")
            for e in self.entities
        )

    def _is_acronym(self, i: int) -> bool:
        """Capitals that name nobody the lists or the NER know."""
        w = self.parse.words[i]
        return (
            len(w.text) > 2
            and w.text.isupper()
            and w.text.isalpha()
            and not any(m.start < w.end and m.end > w.start for m in self.actors)
        )

    def _apposed(self, i: int) -> list[Party]:
        """ "a new group, the BNA, …" and "BRAS, an alliance aimed at …": the name beside a common noun is who is meant."""
        w = self.parse.words[i]
        if w.pos not in ("NOUN", "ADJ") or w.lower in noun_set("facility") or w.lower in noun_set("thing"):
            return []
        of_people = (
            w.lower in noun_set("generic") or w.lower in noun_set("group") or w.lower in noun_set("member")
        )
        near = [
            k
            for k in self.parse.children(i, "appos", "flat")
            if self._is_name(k) and (of_people or any(x.text == "," for x in self.parse.words[i + 1 : k]))
        ]
        if w.dep == "appos" and self._is_name(w.head):
            near.append(w.head)
        beside = [k for k in self.parse.children(i, "appos", "flat") if k == i + 1]
        if not near and beside and self.parse.words[i + 1].pos == "PROPN" and not self.is_place(i + 1):
            text = trim(self.parse.phrase(i + 1))  # "their old persecutor Saleh"
            return [Party(text, text, slug(text), i + 1, "shape")]
        for k in near[:1]:
            mention = self.actor_at(k)
            if mention is not None:
                return self._named(mention, k, *self.parse.span(k, mods=False))
            return self.party(k)
        return []

    def _is_name(self, i: int) -> bool:
        """Is word i part of an actor's or a person's name, listed or seen by the pipeline's NER?"""
        w = self.parse.words[i]
        return (
            self.actor_at(i) is not None
            or self.person_at(i) is not None
            or any(e[2] in ("PERSON", "ORG") and e[0] < w.end and e[1] > w.start for e in self.entities)
        )

    def _led(self, name: str) -> Actor | None:
        """The group that the paper says a person leads ("ISK leader Hafiz Saeed Khan", earlier)."""
        return self.led_by.get(name) or self.led_by.get(name.split()[-1] if name.split() else "")

    def _only_modifies(self, mention: Any, i: int) -> bool:
        """ "Pakistan's" in "Pakistan's military" covers a modifier, not the head."""
        w = self.parse.words[i]
        return not (mention.start < w.end and mention.end > w.start)

    def _named(self, m: Any, i: int, low: int, high: int) -> list[Party]:
        head = self.parse.words[i].lower
        text = self.parse.text[m.start : m.end]
        rest = self.parse.words[i]
        if rest.end > m.end and head in noun_set("part"):
            return [self._member(m, i, low, high, True)]
        parts = [x for x in self.actors if x.start >= m.start and x.end <= m.end and x is not m]
        return [
            Party(
                trim(text),
                m.actor.name,
                m.actor.id,
                i,
                "named",
                state=m.type in ("state", "force", "coalition"),
                also=tuple(p.actor.id for p in parts),
            )
        ]

    def _member(self, m: Any, i: int, low: int, high: int, part: bool) -> Party:
        text = self.bare(low, high)
        if m.start >= high:
            text = self.bare(*self.parse.span(i))
        if part:
            return Party(
                text, text, f"{m.actor.id}/{slug(self.parse.words[i].text)}", i, "part", also=(m.actor.id,)
            )
        return Party(
            text, m.actor.name, m.actor.id, i, "member", state=m.type in ("state", "force", "coalition")
        )

    def _of(self, i: int) -> list[int]:
        return [k for k in self.parse.children(i, "nmod") if self.parse.case(k) in ("of", "from", "in")]

    def _country(self, place: Place) -> bool:
        return place.name == place.country or getattr(place, "capital", False)


def range_record(r: Range | None) -> dict[str, Any] | None:
    """The ledger's range."""
    return None if r is None else {"min": r.min, "max": r.max, "approx": r.approx, "text": r.text}
