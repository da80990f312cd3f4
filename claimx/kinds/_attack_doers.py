"""Who did it: subjects, agents, owners of a deed's noun, the two sides of a clash, who takes the credit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.kinds._attack_events import Event
from claimx.kinds._attack_joins import CONTAINERS
from claimx.kinds._attack_phrases import vehicles
from claimx.kinds._attack_targets import hit_by, ordered_by
from claimx.kinds._attack_triggers import LIGHT, Trigger
from claimx.kinds._party import BESIDE, Party, noun_set
from claimx.kinds._scene import Scene
from claimx.syntax.parse import Parse


def find_doers(scene: Scene, event: Event) -> tuple[list[Party], list[Party]]:
    parse = scene.parse
    deeds = set(event.words())
    heads: list[int] = []
    claimed: list[int] = []
    for t in event.triggers:
        if t.noun:
            heads += _noun_agents(scene, t)
            continue
        subjects = [h for h in (ordered_by(parse, t.i) or parse.agents(t.i)) if h not in deeds]
        if any(parse.words[k].dep == "aux:pass" for k in parse.kids[t.i]) or (
            parse.words[t.i].tag == "VBN" and parse.children(t.i, "nsubj:pass")
        ):
            subjects = [h for h in subjects if h > t.i]
        subjects = _nearest_clause(parse, subjects, t.i)
        subjects = [k for h in subjects for k in _apposed_to(scene, h)]
        if t.cls == "kill" and not parse.objects(t.i):
            object_ = hit_by(scene, t)
            subjects = [h for h in subjects if h not in object_ and not (h > t.i and parse.case(h) != "by")]
        if t.cls == "claim":
            if (
                any(x.noun and x.cls not in LIGHT for x in event.triggers)
                or "responsib" in t.lemma
                or "credit" in t.lemma
            ):
                claimed += subjects
        elif t.cls == "deny":
            heads += subjects
        elif t.cls == "under":
            heads += [k for p, k in parse.obliques(t.i) if p in ("from", "by")]
        elif t.cls == "fallen":
            heads += t.hit
        elif t.cls in ("strike", "kill", "injure", "seize", "oust", "clash", "conduct", "blast"):
            if t.cls == "conduct" and t.lemma in PASSIVE_LIGHT:
                if t.lemma in ("attribute", "ascribe", "blame", "blame for"):
                    heads += [k for p, k in parse.obliques(t.i) if p in ("to", "on")]
                    if any(p == "for" for p, _ in parse.obliques(t.i)):
                        heads += parse.patients(t.i)
                continue
            heads += subjects
            heads += [k for p, k in parse.obliques(t.i) if p in ("alongside", "together with", "along with")]
    if not heads:
        heads = _clause_agents(scene, event)
    heads = [
        k
        for h in heads
        if parse.case(h) not in ("at", "in", "near", "outside", "under")
        for k in _owners(scene, h)
    ]
    named = scene.parties([h for h in dict.fromkeys(heads) if h not in deeds])
    named = [
        p for p in named if not (p.how == "generic" and p.text.lower().endswith(("civilians", "people")))
    ]
    if any(p.how in ("named", "coref", "member") for p in named):
        named = [
            p for p in named if p.text != p.text.lower() or p.how == "coref" or not _numbered(scene, p)
        ] or named
    named = [_by_acronym(scene, p) for p in named]
    claimers = scene.parties(list(dict.fromkeys(claimed)))
    if claimers and not named:
        scopes = [t for t in event.triggers if t.cls == "claim"]
        if not any(
            parse.words[k].lower in ("not", "n't", "never", "neither", "no")
            for t in scopes
            for k in parse.subtree(t.i)
        ):
            named = claimers
    return named, claimers


def _apposed_to(scene: Scene, h: int) -> list[int]:
    """ "fighters of MUJAO, an offshoot of AQIM, chased them": an apposition that the parser takes for the subject."""
    parse = scene.parse
    low = min(parse.subtree(h))
    if parse.words[low].lower not in ("a", "an") or low < 2 or parse.words[low - 1].text != ",":
        return [h]
    k = low - 2
    while parse.words[k].dep == "nmod" and parse.words[k].head < k:
        k = parse.words[k].head
    named = any(p.how in ("named", "member", "shape") for p in scene.party(k))
    return [k] if named and parse.words[k].dep not in ("obl", "conj") else [h]


RANKS = noun_set("people") | {"column", "columns", "unit", "units", "squad", "squads", "cell", "cells", "men"}


def _by_acronym(scene: Scene, party: Party) -> Party:
    """ "LRA columns": the LRA."""
    if party.how != "member" or scene.parse.words[party.head].lower not in RANKS:
        return party
    for m in scene.actors_in(*scene.parse.span(party.head)):
        text = scene.parse.text[m.start : m.end]
        if m.actor.id == party.id and text.isupper() and len(text) <= 6:
            return replace(party, text=text)
    return party


def _numbered(scene: Scene, party: Party) -> bool:
    """ "the group's raids were made by seven to ten militants": its own men, told by their number."""
    q = scene.number(party.head)
    return q is not None and q.kind == "count"


def _nearest_clause(parse: Parse, subjects: list[int], verb: int) -> list[int]:
    """ "Saleh cast in his lot with it in 2014, and Houthi gunmen killed him": joined by the parser over a verb; the nearer
    noun is the subject."""
    before = [h for h in subjects if h < verb]
    if len(before) < 2 or not any(
        w.tag in ("VBD", "VBZ", "VBP") and w.dep not in ("acl:relcl", "acl")
        for w in parse.words[before[0] : before[-1]]
    ):
        return subjects
    return [before[-1], *(h for h in subjects if h > verb)]


def _owners(scene: Scene, h: int) -> list[int]:
    """ "whose cadres", "its men": the group that has them; "rebels of the SLA and JEM": both groups."""
    parse = scene.parse
    beside = any(parse.words[k].lower in BESIDE for k in parse.children(h, "amod", "compound"))
    if parse.words[h].lower in noun_set("thing") | vehicles():
        return _makers(parse, h) or [h]
    if parse.words[h].lower not in noun_set("member") or beside:
        return [h]
    for k in parse.children(h, "nmod:poss"):
        if (parse.words[k].lower in ("whose", "its", "their") or not scene.party(h)) and any(
            p.how in ("named", "coref", "member") for p in scene.party(k)
        ):
            return [k]
    of = [
        c
        for p, k in parse.obliques(h)
        if p in ("of", "from")
        for c in parse.conjuncts(k)
        if scene.actor_at(c) is not None
    ]
    return list(dict.fromkeys(of)) if len(set(of)) > 1 else [h]


MEANS = frozenset(
    {
        "through",
        "by",
        "with",
        "via",
        "along with",
        "besides",
        "in addition to",
        "in addition",
        "apart from",
        "together with",
    }
)
TURNS = frozenset(
    {
        "resort",
        "resorted",
        "resorting",
        "turn",
        "turned",
        "turning",
        "switch",
        "switched",
        "return",
        "returned",
        "shift",
        "shifted",
        "graduated",
        "progressed",
    }
)


def _clause_agents(scene: Scene, event: Event) -> list[int]:
    """ "retaliated with attacks", "portrayed itself … through raids", "resorted to bombings": the subject did them."""
    parse = scene.parse
    for t in event.triggers:
        first = parse.first_conjunct(t.i)
        w = parse.words[first]
        if w.dep == "nmod" and parse.case(first) == "of" and parse.words[w.head].lower in CONTAINERS:
            first = w.head  # "announced itself with a string of explosions"
            w = parse.words[first]
        blamed = _blamed(parse, first) if t.noun else []
        if blamed:
            return blamed
        if not t.noun or w.dep not in ("obl", "advcl", "nmod"):
            continue
        verb = next((a for a in parse.ancestors(first) if parse.words[a].pos == "VERB"), None)
        if (
            verb is not None
            and not parse.is_passive(verb)
            and (
                parse.case(first) in MEANS
                or parse.words[w.head].lower == "addition"
                or (parse.case(first) == "to" and parse.words[verb].lower in TURNS)
            )
        ):
            return [h for h in parse.subjects(verb) if h != t.i]
    return []


def _blamed(parse: Parse, i: int) -> list[int]:
    """ "X was responsible for the raid", "X was behind the raid", "the raid was the work of X"."""
    w = parse.words[i]
    over = parse.words[w.head]
    if parse.case(i) == "for" and over.lower in ("responsible", "accountable"):
        return [over.head] if over.dep == "amod" and over.head < over.i else parse.subjects(over.i)
    if parse.case(i) == "behind" and parse.children(i, "nsubj"):
        return parse.children(i, "nsubj")
    if w.dep.startswith("nsubj") and over.lower in ("work", "doing", "handiwork"):
        return [k for p, k in parse.obliques(over.i) if p == "of"] + parse.children(over.i, "nmod:poss")
    return []


PASSIVE_LIGHT = frozenset({"suffer", "face", "see", "witness", "experience", "record", "register", "report", "document", "log", "count", "endure", "sustain", "survive", "escape",
                           "foil", "thwart", "repel", "attribute", "ascribe", "blame", "blame for", "halt", "be"})  # fmt: skip


def _noun_agents(scene: Scene, t: Trigger) -> list[int]:
    """Who did a deed told by a noun: "IS' assault", "Taliban offensive", "attacks by X", "attacks from X"."""
    parse = scene.parse
    out: list[int] = []
    for k in parse.kids[t.i]:
        w = parse.words[k]
        owner = _owns(parse, k)
        if owner or (w.dep in ("compound", "amod", "nmod") and k < t.i and not parse.case(k)):
            mention = scene.actor_at(k)
            if owner:
                if t.type in ("assassination", "kidnapping") or t.lemma in (
                    "killing",
                    "death",
                    "fatality",
                    "casualty",
                    "fall",
                    "ouster",
                    "expulsion",
                    "capture",
                ):
                    if scene.person_at(k) is None and mention is not None and not _has_target(parse, t.i):
                        continue
                    if scene.person_at(k) is not None:
                        continue
                    if mention is None and w.pos == "PROPN" and not _has_target(parse, t.i):
                        continue  # "after Rigi's execution"
                out.append(k)
            elif (mention is not None and _doer_noun(mention, t)) or (
                mention is None and w.lower in noun_set("adjectival")
            ):
                out.append(k)
    if not out:
        low, _ = parse.span(t.i, mods=False)
        for m in scene.actors_in(low, parse.words[t.i].start):
            k = parse.head_in(m.start, m.end)
            if (
                k is not None
                and parse.words[k].dep != "nmod:poss"
                and m.end <= parse.words[t.start].start + 1
                and _doer_noun(m, t)
            ):
                out.append(k)
    for k in [
        k for n in (t.i, *parse.children(t.i, "compound")) for k in parse.kids[n]
    ]:  # "a Saudi-led air raid"
        if (
            parse.words[k].lower.endswith(("-led", "-backed"))
            and k < t.i
            and scene.actor_at(k) is not None
            and k not in out
        ):
            out.append(k)
    out += _makers(parse, t.i)
    for prep, k in parse.obliques(t.i):
        if prep == "by" or (
            prep == "from" and (scene.actor_at(k) is not None or parse.words[k].lower in noun_set("member"))
        ):
            out.append(k)
    w = parse.words[t.i]
    if not out and w.dep == "nmod" and parse.case(t.i) == "of" and parse.words[w.head].lower in CONTAINERS:
        out = [k for k in parse.kids[w.head] if _owns(parse, k)]  # "the group's wave of bombings"
    first = parse.first_conjunct(t.i)
    if first != t.i and not out:
        shared = Trigger(first, t.cls, t.type, t.lemma, True, t.weak)
        out = [k for k in _noun_agents(scene, shared) if parse.words[k].dep == "nmod:poss"]
    return [c for k in out for c in parse.conjuncts(k)]


MADE = frozenset(
    {"laid", "sprung", "mounted", "staged", "launched", "conducted", "executed", "planned", "masterminded", "orchestrated", "led", "waged", "unleashed", "ordered", "organised",
     "organized", "inflicted", "perpetrated", "committed", "operated", "flown", "fired", "driven", "planted", "piloted", "carried", "dropped", "thrown", "placed", "set", "sent",
     "deployed", "hidden", "left", "detonated", "triggered", "blamed", "attributed", "ascribed"}
)  # fmt: skip


def _makers(parse: Parse, i: int) -> list[int]:
    """ "an ambush laid by Maoists", "a drone operated by the CIA", "the raid blamed on M23"."""
    return [
        h
        for k in (*parse.children(i, "acl", "acl:relcl"), *range(i + 1, min(i + 2, len(parse.words))))
        if parse.words[k].lower in MADE and parse.words[k].tag in ("VBN", "VBD")
        for p, h in parse.obliques(k)
        if p == "by" or (p in ("to", "on") and parse.words[k].lower in ("blamed", "attributed", "ascribed"))
    ]


def _owns(parse: Parse, k: int) -> bool:
    """ "the group's", and "the latter's", which the tagger takes for an adjective."""
    if parse.words[k].dep == "nmod:poss":
        return True
    return parse.words[k].lower in ("latter", "former") and any(
        parse.words[c].tag == "POS" for c in parse.kids[k]
    )


def _doer_noun(mention: Any, t: Trigger) -> bool:
    """ "US drone strikes", "Turkish raids" have a doer; "the Kabul bombing", "the Somalia attack" a place."""
    if mention.type != "state" or mention.source == "demonym":
        return True
    return mention.source != "capital" and (
        t.type in ("military-operation", "air-strike") or mention.actor.text.isupper()
    )


def _has_target(parse: Parse, i: int) -> bool:
    return any(p in ("of", "against", "on") for p, _ in parse.obliques(i))


def clash_sides(
    scene: Scene, event: Event, perps: list[Party], targets: list[int]
) -> tuple[list[Party], list[int]] | None:
    """In a clash neither is the attacker: "clashes between A and B", "A and B fought"."""
    parse = scene.parse
    if not any(t.type == "clash" for t in event.triggers):
        return None
    sides: list[int] = []
    for t in event.triggers:
        if t.noun:
            near = parse.obliques(t.i)
            if parse.words[t.i].dep == "nsubj":  # "fighting broke out between M23 and the army"
                near += [(p, k) for p, k in parse.obliques(parse.words[t.i].head) if p == "between"]
            sides += [k for p, k in near if p in ("between", "among", "with", "against", "involving")]
    parties = scene.parties(list(dict.fromkeys(sides)))
    if not parties:
        return None
    merged = perps + [p for p in parties if all(p.id != q.id for q in perps)]
    return (merged[:1], [p.head for p in merged[1:]]) if len(merged) > 1 else (merged, targets)
