"""What a word of a sentence points back to: "it", "their", "the group", "both sides" (the part of a scene that asks
the discourse, and knows what the sentence itself forbids)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from claimx.kinds._party import (
    DEFINITE,
    LEADERS,
    PERSONAL,
    PRONOUNS,
    RELATIVE,
    Party,
    harming,
    irregulars,
    noun_set,
    trim,
)
from claimx.model import Actor
from claimx.syntax.parse import Parse

OBJ = frozenset({"it", "its", "them", "their"})
BEARS = frozenset(
    {"bears", "seems", "seemed", "appears", "appeared", "follows", "followed", "emerged", "transpired"}
)
BOUND = frozenset({"its", "their", "it", "they", "itself", "themselves"})


class Pointing:
    """The pronouns and definite descriptions of a sentence. A scene is one: it brings the parse, the mentions and
    `party`, which says who a phrase names."""

    parse: Parse
    actors: Sequence[Any]
    resolve: Callable[..., list[Actor]] | None

    def party(self, i: int) -> list[Party]:
        """The actors that the phrase headed by word i names."""
        raise NotImplementedError

    def _points_back(self, i: int) -> bool:
        w = self.parse.words[i]
        if (
            w.lower not in noun_set("group")
            and w.lower not in noun_set("people")
            and w.lower not in ("sides", "two")
            and w.lower not in noun_set("state")
        ):
            return False
        kids = [self.parse.words[k] for k in self.parse.kids[i] if k < i]
        dets = [
            k for k in kids if k.dep in ("det", "nmod:poss", "det:predet", "nummod") or k.lower in DEFINITE
        ]
        plain = all(
            k.lower in DEFINITE
            or k.dep in ("case", "cc", "punct", "mark")
            or k.lower
            in (
                "whole",
                "entire",
                "militant",
                "terrorist",
                "armed",
                "jihadist",
                "rebel",
                "insurgent",
                "same",
                "former",
                "latter",
                "islamist",
            )
            for k in kids
        )
        definite = any(k.lower in ("the", "these", "those") for k in kids) or len(kids) == 1
        plain = plain or any(k.lower == "both" or (k.lower == "two" and definite) for k in kids)
        return bool(dets) and plain and dets[0].lower in DEFINITE and not self._restricted(i)

    def _whose(self, k: int, noun: str) -> list[Party]:
        """Who "its" stands for before a noun: "its chairman", "its militants" are no country's."""
        found = self.party(k)
        if (noun not in irregulars() and noun not in LEADERS) or not any(p.state for p in found):
            return found
        word = self.parse.words[k]
        if self.resolve is None:
            return []
        others = self.resolve(word.lower, word.start, frozenset(p.id for p in found))
        return [Party(a.text, a.name, a.id, k, "coref") for a in others]

    def _belongs(self, i: int) -> bool:
        """ "the government side", "Moscow's side": whose it is says who is meant."""
        return bool(self.parse.children(i, "compound", "nmod:poss"))

    def _restricted(self, i: int) -> bool:
        """ "the group that held the bridge" is told by its clause; "the group, which held it," was told before."""
        words = self.parse.words
        starts = [min(self.parse.subtree(k)) for k in self.parse.children(i, "acl:relcl")]
        return any("," not in (words[k].text, words[k - 1].text) for k in starts)

    def pointed(self) -> Iterator[tuple[int, Party]]:
        """Subjects that point back (word, party), in the order of the text: "it", "he", "the group"."""
        words = self.parse.words
        for w in words:
            subject = w.dep in ("nsubj", "nsubj:pass")
            if (not subject and w.lower not in OBJ) or w.lower in RELATIVE or self.actor_at(w.i) is not None:
                continue
            if (w.lower in PRONOUNS or self._points_back(w.i)) and not self._dummy(w.i):
                found = self.party(w.i)
                for party in found if len(found) == 1 or (subject and w.lower != "it") else []:
                    if party.how in ("coref", "person"):
                        yield w.i, party

    def _dummy(self, i: int) -> bool:
        """ "it was the army that fired", "it is likely that", "it bears mention that": an "it" that names nobody."""
        parse = self.parse
        verb = parse.words[i].head
        told = parse.children(verb, "ccomp", "csubj", "csubj:pass", "acl:relcl")
        passive = parse.words[i].dep == "nsubj:pass"
        return parse.words[i].lower == "it" and bool(
            parse.children(verb, "cop") or (told and (passive or parse.words[verb].lower in BEARS))
        )

    def _own(self, subject: int, i: int) -> bool:
        """Can the pronoun or noun at i not be the subject of its clause? Of two pronouns that is sure only of persons."""
        words = self.parse.words
        if words[subject].pos != "PRON":
            return True
        return words[subject].lower in PERSONAL and words[i].lower in ("him", "her")

    def _own_subjects(self, i: int) -> frozenset[str]:
        """Ids of the subject of the clause that word i is an object of: "TTP criticised it" is not of itself."""
        verbs = (a for a in self.parse.ancestors(i) if self.parse.words[a].pos == "VERB")
        verb = next((v for v in verbs if i not in self.parse.children(v, "nsubj", "nsubj:pass")), None)
        if verb is None:
            return frozenset()
        heads = [h for h in self.parse.subjects(verb) if h != i and self._own(h, i)]
        inside = {m.actor.id for h in heads for m in self.actors_in(*self.parse.span(h))}
        return frozenset(p.id for p in self.parties(heads)) | inside | {"-"}

    def _cleft(self, it: int, i: int) -> bool:
        """ "it was the army that killed 173 villagers": the army did, and "it" is nobody."""
        after = self.parse.words[i + 1 : i + 3]
        return self.parse.words[it].lower == "it" and any(w.lower in ("that", "who") for w in after)

    def others(self, i: int) -> list[Party]:
        """Who the pronoun at word i may stand for, the subject of its clause apart: "reckoned its cadres at 7,200"."""
        w = self.parse.words[i]
        found = self.resolve(w.lower, w.start, self._own_subjects(i)) if self.resolve else []
        return [Party(a.text, a.name, a.id, i, "coref") for a in found]

    def _bound(self, i: int) -> list[Party]:
        """ "has emboldened insurgents to increase their attacks": a pronoun inside a clause stands for its subject."""
        parse = self.parse
        w = parse.words[i]
        word = w.lower
        chain = list(parse.ancestors(i))
        if w.dep in ("nsubj", "nsubj:pass"):
            chain = chain[1:]
        for k in chain:
            if parse.words[k].pos != "VERB":
                if word in ("it", "they") and parse.words[k].pos == "NOUN":
                    told = self._teller(k)
                    if told:
                        return [Party(p.text, p.name, p.id, i, "coref", p.state) for p in told]
                continue
            heads = [
                h
                for h in parse.subjects(k)
                if h < i and parse.words[h].pos != "PRON" and parse.words[h].lower not in BOUND
            ]
            parties = [p for p in self.parties(heads) if p.how not in ("unresolved", "person")]
            if not parties:
                owners = [
                    c
                    for h in heads
                    for c in parse.children(h, "nmod:poss", "nmod")
                    if self.actor_at(c) is not None
                ]
                parties = [p for p in self.parties(owners) if p.how == "named"]
            if len(parties) > 1 and word in ("it", "its", "itself"):
                continue  # "Malaysia and Libya armed it, and it could field 30,000": neither of the two
            if parties:
                return [
                    Party(p.text, p.name, p.id, i, "coref" if p.how != "generic" else "generic", p.state)
                    for p in parties
                ]
        return []

    def _foe(self, i: int) -> frozenset[str]:
        """ "shot its commander", "killing 16 of its men": ids of the doers, whose own people these are not."""
        parse = self.parse
        owned = parse.words[i].head
        if parse.words[i].dep != "nmod:poss" or parse.words[owned].lower not in noun_set("member"):
            return frozenset()
        if parse.children(owned, "amod"):
            return frozenset()  # "killed its former commander", "its own men"
        while parse.words[owned].dep == "nmod" and parse.case(owned) == "of":
            owned = parse.words[owned].head
        if parse.words[owned].dep != "obj" or parse.words[parse.words[owned].head].lower not in harming():
            return frozenset()
        return self._own_subjects(owned)

    def _teller(self, noun: int) -> list[Party]:
        """ "the Taliban's assurances that they would …": whose assurances they are."""
        parse = self.parse
        told = parse.children(noun, "acl", "ccomp") or [
            k for k in parse.children(noun, "acl:relcl") if parse.mark(k) == "that"
        ]
        owners = parse.children(noun, "nmod:poss") if told else []
        return [p for p in self.parties(owners) if p.how == "named"]

    def _cataphor(self, i: int) -> list[Party]:
        """ "Since its founding in 1964, the ELN has …": in a phrase before the subject the word points forward."""
        parse = self.parse
        if self.actors_in(0, parse.words[i].start):
            return []
        for k in parse.ancestors(i):
            if parse.words[k].dep not in ("obl", "advcl"):
                continue
            subjects = [h for h in parse.subjects(parse.words[k].head) if self.actor_at(h) is not None]
            fronted = min(parse.subtree(k)) == 0 and all(h > k for h in subjects)
            found = [p for p in self.parties(subjects) if p.how == "named"] if fronted else []
            if found and any(x.text == "," for x in parse.words[k : found[0].head]):
                return [Party(p.text, p.name, p.id, i, "coref", p.state) for p in found]
        return []

    def _plural_before(self, i: int) -> list[Party]:
        """ "If it moves against Uyghur militants, they may …": the nearest plural people, when no name comes between."""
        parse = self.parse
        for k in range(i - 1, -1, -1):
            w = parse.words[k]
            if self.actor_at(k) is not None and not (
                k + 1 < i and parse.words[k + 1].lower in noun_set("member")
            ):
                return []
            if w.dep == "obj" and w.lower in ("forces", "hands", "ranks", "arms", "sides"):
                continue  # "joined forces with them"
            if w.tag == "NNS" and parse.children(k, "cop"):
                return []  # "A and B were rebels, but they": the pronoun stands for the subject
            if w.tag == "NNS" and (
                w.lower in noun_set("generic") or w.lower in noun_set("part") or w.lower in noun_set("group")
            ):
                found = [p for p in self.party(k) if p.how in ("generic", "member", "part")]
                return [Party(p.text, p.name, p.id, i, p.how, p.state, p.also) for p in found]
        return []

    def _coref(self, word: str, i: int) -> list[Party]:
        if self.resolve is None:
            return []
        w = self.parse.words[i]
        mine = (
            self._own_subjects(i)
            if (w.dep in ("obj", "obl", "iobj", "nmod") or word == "him")
            and word not in ("itself", "themselves", "its", "their")
            else self._foe(i)
        )
        if word in BOUND and not mine:
            found = self._bound(i) or (self._cataphor(i) if word in ("its", "their") else [])
            if found:
                return found
        if word in ("they", "their", "them", "themselves"):
            plural = self._plural_before(i)
            if plural:
                return plural
        printed = self.parse.text[slice(*self.parse.span(i, mods=False))]
        out = []
        for actor in self.resolve(word, w.start, mine):
            if word in PERSONAL:
                out.append(Party(actor.text, actor.name, actor.id, i, "person", group=self._led(actor.name)))
                continue
            shown = word in noun_set("state") or word in noun_set(
                "people"
            )  # "the insurgents" are told by their name beside
            text = trim(printed) if shown else actor.text
            out.append(Party(text, actor.name, actor.id, i, "coref", word in noun_set("state")))
        if not out and word not in PRONOUNS:
            return []
        if not out:
            return [Party(printed, printed, "unresolved", i, "unresolved")]
        return out
