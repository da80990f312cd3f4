"""Where: known places under the deed's words, and capitalised names that no list knows."""

from __future__ import annotations

import re
from typing import Any

from claimx.kinds._attack_doers import PASSIVE_LIGHT
from claimx.kinds._attack_events import Event
from claimx.kinds._attack_triggers import is_time
from claimx.kinds._party import Party, noun_set, trim
from claimx.kinds._scene import Scene
from claimx.model import Place
from claimx.syntax.inflect import noun_forms, verb_forms
from claimx.syntax.parse import Parse

PLACE_PREPS = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "around",
        "throughout",
        "within",
        "from",
        "into",
        "of",
        "along",
        "on",
        "over",
        "through",
        "to",
        "off",
        "between",
        "north of",
        "south of",
        "east of",
        "west of",
        "against",
        "under",
    }
)


def find_places(scene: Scene, event: Event, perps: list[Party]) -> list[Any]:
    """Places of the deed, most specific first: those that hang on its words, else those of its clause."""
    parse = scene.parse
    owners = {p.head for p in perps}
    near: list[Any] = []
    rest: list[Any] = []
    deeds = set(event.words())
    driven = any(t.cls == "oust" for t in event.triggers)  # "evicted his guards from Aden"
    for start, _end, place in scene.places:
        if any(m.start <= start < m.end and m.type != "state" for m in scene.actors):
            continue
        if not driven and OUTSIDE.search(parse.text, max(0, start - 16), start):
            continue
        if parse.text[_end : _end + 1] in "-–" and parse.text[_end : _end + 1]:
            continue
        i = parse.head_in(start, _end)
        if (
            i is None
            or i in owners
            or (parse.words[i].head in owners and parse.words[i].dep in ("compound", "nmod:poss", "amod"))
        ):
            continue
        if parse.words[i].dep == "nmod:poss" and not (
            scene.place_at(parse.words[i].head)
            or parse.words[parse.words[i].head].lower in noun_set("facility")
        ):
            continue
        chain = [i, *parse.ancestors(i)]
        hit = next((n for n, k in enumerate(chain) if k in deeds), None)
        noun = parse.words[i].head if parse.words[i].dep == "compound" else i
        prep = parse.case(i) or parse.case(parse.first_conjunct(noun))  # "in Diyala and Kirkuk provinces"
        if _witness(parse, i, event):
            near.append((1, start, place))
            continue
        if parse.words[i].dep in ("nsubj", "nsubj:pass") and hit is None:
            continue
        if parse.words[i].dep == "nsubj" and any(
            t.cls == "conduct" and t.lemma in PASSIVE_LIGHT and i in parse.subjects(t.i)
            for t in event.triggers
        ):
            near.append((hit, start, place))
            continue
        if hit is not None and any(
            parse.words[c].dep in ("advcl", "ccomp", "acl:relcl") for c in chain[:hit] if c not in deeds
        ):
            continue
        if hit is not None and any(
            parse.words[c].dep == "conj" and parse.words[c].pos == "VERB" and c not in deeds
            for c in chain[1:hit]
        ):
            continue  # "captured Massawa and entered Asmara": Asmara goes with the entering
        if not driven and any(_elsewhere(parse, c) for c in chain[1:hit] if c not in deeds):
            continue
        if (
            hit is not None
            and any(c in owners for c in chain[:hit])
            and any(parse.words[c].dep == "appos" for c in chain[:hit])
        ):
            continue  # "the STC, a creation of Abu Dhabi, evicted …"
        if (
            hit is not None
            and hit <= 5
            and (
                prep in PLACE_PREPS
                or parse.words[i].dep
                in ("compound", "nmod:poss", "appos", "conj", "obj", "nsubj:pass", "flat", "nmod", "amod")
            )
        ):
            near.append((hit, start, place))
        elif prep in PLACE_PREPS and _same_clause(parse, chain, event):
            rest.append((9, start, place))
    near += _shaped_places(scene, deeds, ("from", "out of") if driven else ())
    chosen = near or rest[:3]
    chosen.sort(key=lambda x: x[1])
    out: list[Any] = []
    for _, _, place in chosen:
        if place not in out:
            out.append(place)
    countries = [p for p in out if p.country is None or p.name == p.country]
    return [p for p in out if p not in countries] + countries


SAW = frozenset(form for verb in ("witness", "see", "suffer", "experience", "endure", "record", "face") for form in verb_forms(verb))  # fmt: skip


def _witness(parse: Parse, i: int, event: Event) -> bool:
    """ "Pakistan witnessed 165 attacks": a place for the subject, the deed just behind, whatever the tree makes of it."""
    if parse.words[i].dep != "nsubj":
        return False
    verb = next(
        (
            k
            for k in range(i + 1, min(i + 4, len(parse.words)))
            if parse.words[k].pos == "VERB" and parse.words[k].dep != "aux"
        ),
        None,
    )
    return (
        verb is not None
        and parse.words[verb].lower in SAW
        and any(t.noun and 0 < t.i - verb <= 7 for t in event.triggers)
    )


LAIRS = frozenset(
    form
    for noun in ("hideout", "sanctuary", "haven", "base", "stronghold", "bastion", "camp", "refuge")
    for form in noun_forms(noun)
)


def _elsewhere(parse: Parse, c: int) -> bool:
    """ "since the fall of Kabul", "from their hideouts in Chad": the place of another time, or where it was made ready."""
    case = parse.case(c)
    return case in ("since", "before", "until") or (case == "from" and parse.words[c].lower in LAIRS)


def with_towns(scene: Scene, places: list[Any], towns: list[int]) -> list[Any]:
    """Towns that were hit and that no list knows, before the other places."""
    extra = []
    for h in towns:
        known = scene.place_at(h)
        text = trim(scene.parse.phrase(h, mods=False))
        place = known[2] if known else Place(text, text, None)
        if text[:1].isupper() and place not in places and place not in extra:
            extra.append(place)
    return extra + places


def _shaped_places(scene: Scene, deeds: set[int], away: tuple[str, ...]) -> list[Any]:
    """ "massacres of villagers at Raïs and Bentalha", "the Nyanya blast": capitalised names that no list knows, under the
    deed's words, with a preposition of place or as a place by the pipeline's NER."""
    parse = scene.parse
    out = []
    for w in parse.words:
        if w.pos != "PROPN" or w.dep not in ("obl", "nmod", "conj", "compound") or not w.text[:1].isupper():
            continue
        if (
            scene.actor_at(w.i) is not None
            or scene.person_at(w.i) is not None
            or scene.place_at(w.i) is not None
            or is_time(scene, w.i)
        ):
            continue
        first = parse.first_conjunct(w.i)
        if w.dep == "compound":
            if w.head in deeds and any(
                label in ("LOC", "GPE") and start < w.end and end > w.start
                for start, end, label in scene.entities
            ):
                out.append((1, w.start, Place(w.text, w.text, None)))
            continue
        if parse.case(first) not in ("in", "at", "near", "outside", "over", "around", *away):
            continue
        chain = [first, *parse.ancestors(first)]
        hit = next((n for n, k in enumerate(chain) if k in deeds), None)
        if (
            hit is None
            or hit > 4
            or any(parse.words[c].dep in ("advcl", "ccomp", "acl:relcl", "acl") for c in chain[:hit])
        ):
            continue
        text = trim(parse.phrase(w.i, mods=False))
        if text[:1].isupper():
            out.append((1, w.start, Place(text, text, None)))
    return out


OUTSIDE = re.compile(r"\b(?:outside|beyond|unlike|from)(?: of)? (?:the )?$", re.I)


def _same_clause(parse: Parse, chain: list[int], event: Event) -> bool:
    """Does the place hang on the verb that governs the deed, without a clause of its own between?"""
    main = event.triggers[0].i
    verbs = {
        a
        for t in event.triggers
        for a in (t.i, *parse.ancestors(t.i))
        if parse.words[a].pos in ("VERB", "AUX")
    }
    for n, k in enumerate(chain):
        if k in verbs:
            return not any(parse.words[c].dep in ("acl:relcl", "acl", "advcl", "ccomp") for c in chain[:n])
    return not verbs and main is not None
