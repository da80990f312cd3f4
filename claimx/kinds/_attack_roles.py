"""From an event to a claim: who, whom, where, how many, and of what type."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from claimx.kinds._attack_doers import clash_sides, find_doers
from claimx.kinds._attack_events import Event
from claimx.kinds._attack_phrases import (
    OVERRUN,
    bare_town,
    merge,
    named_victims,
    only_place,
    sayable,
    target_texts,
    unknown_name,
)
from claimx.kinds._attack_places import find_places, with_towns
from claimx.kinds._attack_targets import find_targets
from claimx.kinds._attack_tolls import DOWN, UP, attack_count, find_tolls, percent_change
from claimx.kinds._attack_triggers import LIGHT, Trigger
from claimx.kinds._attack_worth import is_worth, main_trigger
from claimx.kinds._kind import Found
from claimx.kinds._party import noun_set, trim
from claimx.kinds._scene import Scene, range_record
from claimx.model import Kind
from claimx.resources import load_toml
from claimx.syntax.parse import Parse

AIR = re.compile(
    r"\b(?:aircraft|jets?|warplanes?|(?:fighter-)?bombers|planes?|helicopters?|gunships?|drones?|air force|airforce|Antonovs?|MiGs?|missiles?)\b",
    re.I,
)
NOBODY = re.compile(r"(?:no|none|nobody)\b", re.I)
# The most telling type wins when the words of one event differ.
RANK = (
    "suicide-bombing",
    "prison-break",
    "kidnapping",
    "air-strike",
    "assassination",
    "arson",
    "bombing",
    "clash",
    "armed-assault",
    "military-operation",
    "unspecified",
)


@cache
def modifier_types() -> dict[str, str]:
    """ "ied" -> "bombing": what a word before the deed says of it."""
    return {w: kind for kind, ws in load_toml("lexicon/attack.toml")["modifiers"].items() for w in ws}


def read_event(scene: Scene, event: Event) -> list[Found] | None:
    """The claim(s) that an event makes, or None when nothing but a bare word of violence stands there."""
    parse = scene.parse
    main = main_trigger(event)
    perps, claimed = find_doers(scene, event)
    target_heads, victims_heads = find_targets(scene, event)
    both = clash_sides(scene, event, perps, target_heads)
    if both and victims_heads and not perps and any(t.cls in ("kill", "die") for t in event.triggers):
        perps, both = both[0], None  # "was shot dead in a gunfight with marines"
    if both:
        perps, target_heads = both
    under = any(t.cls in ("under", "fallen") for t in event.triggers)
    held = under or any(t.lemma in OVERRUN for t in event.triggers)
    towns = [h for h in target_heads if bare_town(scene, h) or (held and unknown_name(scene, h))]
    targets = target_texts(
        scene, [h for h in target_heads if h not in towns and not only_place(scene, h)], perps
    )
    killed, injured, _kill_heads = find_tolls(scene, event, victims_heads)
    targets = merge(
        targets,
        target_texts(scene, [h for h in victims_heads if h not in target_heads and sayable(scene, h)], perps),
    )
    count = attack_count(scene, event)
    percent = percent_change(scene, event)
    places = with_towns(scene, find_places(scene, event, perps), towns)
    named = named_victims(scene, [*victims_heads, *target_heads], perps)
    if (
        named
        and killed is None
        and any(t.cls == "kill" or t.type == "assassination" or t.lemma == "killing" for t in event.triggers)
    ):
        killed = None
    kind = _type(scene, event)
    if (kind in ("unspecified", "bombing") and any(AIR.search(p.text) for p in perps)) or (
        kind in ("unspecified", "bombing")
        and any(
            not t.noun and any(AIR.search(parse.phrase(h)) for h in parse.agents(t.i)) for t in event.triggers
        )
    ):
        kind = "air-strike"
    if (
        kind == "unspecified"
        and any(p.state for p in perps)
        and _against_armed(scene, [*target_heads, *victims_heads])
    ):
        kind = "military-operation"
    if perps and not claimed and any(t.cls == "claim" and t.lemma == "claim" for t in event.triggers):
        claimed = perps
    if named and len(targets) > len(named):
        again = {trim(parse.phrase(h)) for h in (*victims_heads, *target_heads) if _renames(scene, h)}
        again |= {t for t in named if any(t in a for a in again)}
        targets = [t for n, t in enumerate(targets) if n == 0 or t not in named or t not in again]
    if named and targets and targets[0] in named:
        told = {trim(parse.phrase(h)) for h in victims_heads if _titles(scene, h)}
        targets = [t for n, t in enumerate(targets) if n == 0 or t not in told]
    claim = {
        "attack_type": kind,
        "perpetrators": [p.record() for p in perps],
        "claimed_by": [p.record() for p in claimed if not NOBODY.match(p.text)],
        "targets": targets,
        "victims_named": named,
        "places": [{"text": p.text, "name": p.name, "country": p.country} for p in places],
        "count": range_record(count),
        "killed": range_record(killed),
        "injured": range_record(injured),
        "percent_change": percent,
    }
    if not is_worth(scene, event, claim, perps, claimed):
        return None
    rule = f"attack/{_rule(event)}"
    found = Found(Kind.ATTACK, claim, main.i, rule, event.words())
    found.inferred = tuple(
        sorted(
            {
                f"{slot}:{p.how}"
                for slot, ps in (("perpetrators", perps), ("claimed_by", claimed))
                for p in ps
                if p.how in ("coref", "shape", "unresolved", "generic")
            }
        )
    )
    found.anaphoric = _anaphoric(parse, main)
    if (
        not found.anaphoric
        and (killed or injured)
        and not perps
        and not places
        and not scene.places
        and not scene.timexes
        and all(not t.noun and t.cls in ("kill", "injure", "die") for t in event.triggers)
    ):
        found.anaphoric = (
            True  # "At least 129 people were dead by the time …": the deed is the one told before
        )
        found.context["toll"] = True
    if any(t.cls == "claim" for t in event.triggers) and claimed:
        found.modality = "reported"
    teller = next((t for t in event.triggers if t.cls in ("claim", "deny")), None)
    if teller is not None and any(_points(parse, t) for t in event.triggers if t.noun):
        found.context["told_by"] = teller.i
        found.anaphoric = True
    if teller is not None and not any(t.cls not in LIGHT for t in event.triggers):
        found.anaphoric = True
        found.context["told_by"] = teller.i
    if any(t.cls == "deny" for t in event.triggers):
        found.polarity = "negated"
    if any(t.lemma in ("survived", "live") for t in event.triggers):
        found.polarity = "affirmed"
    return _from_to(scene, found, event) or _split_by_date(scene, found, target_heads, targets)


def _renames(scene: Scene, h: int) -> bool:
    """ "two commanders, Balti and Burjan": names beside the noun that already tells who was hit."""
    parse = scene.parse
    w = parse.words[h]
    return w.dep in ("appos", "flat", "conj") and parse.words[parse.first_conjunct(h)].pos == "NOUN"


def _titles(scene: Scene, h: int) -> bool:
    """ "killed Qari Fateh, intelligence and operations chief": a noun in the singular without an article, behind a name."""
    w = scene.parse.words[h]
    return w.tag == "NN" and w.dep == "conj" and not scene.parse.children(h, "det", "nummod", "nmod:poss")


def _rule(event: Event) -> str:
    classes = {t.cls for t in event.triggers}
    for name in (
        "claim",
        "conduct",
        "kill",
        "strike",
        "clash",
        "seize",
        "oust",
        "blast",
        "injure",
        "die",
        "occur",
    ):
        if name in classes:
            return name
    return "nominal"


def _type(scene: Scene, event: Event) -> str:
    parse = scene.parse
    seen = {t.type for t in event.triggers if t.cls not in LIGHT}
    for t in event.triggers:
        for k in parse.kids[t.i]:
            w = parse.words[k]
            if w.dep in ("compound", "amod", "nmod", "obl", "obl:agent", "conj", "nsubj", "obj"):
                for x in (k, *parse.kids[k]):
                    kind = modifier_types().get(parse.words[x].lower)
                    hit = kind == "air-strike" and x == k and parse.case(k) in ("at", "on", "against", "near")
                    if (
                        kind
                        and not hit  # "fired at a helicopter" came from the ground
                        and (x == k or w.dep not in ("obj", "nsubj:pass"))  # "stormed the air base"
                        and parse.words[x].dep != "conj"
                        and (t.noun or kind in ("suicide-bombing", "bombing", "air-strike"))
                    ):
                        seen.add(kind)
        for k in parse.children(t.i, "advcl"):
            if parse.words[k].lower in ("using", "employing"):
                for h in parse.objects(k):
                    seen |= {
                        kind
                        for x in (h, *parse.kids[h])
                        for kind in [modifier_types().get(parse.words[x].lower)]
                        if kind
                    }
    if "prison-break" in seen and not any("prison" in w.lower or "jail" in w.lower for w in parse.words):
        seen.discard("prison-break")
    return next(k for k in RANK if k in seen or k == "unspecified")


def _against_armed(scene: Scene, heads: list[int]) -> bool:
    """Soldiers against an armed group or its bases: an operation."""
    for h in heads:
        w = scene.parse.words[h].lower
        if any(
            m.type in ("group", "party", "person-group") for m in scene.actors_in(*scene.parse.span(h))
        ) or w in ("hideout", "hideouts", "hideaway", "stronghold", "strongholds"):
            return True
        if w in noun_set("people") or any(
            scene.parse.words[k].lower in noun_set("people") for k in scene.parse.kids[h]
        ):
            return True
    return False


def _anaphoric(parse: Parse, main: Trigger) -> bool:
    """ "The attack was executed by …": a deed told before."""
    if not main.noun:
        return False
    dets = {parse.words[k].lower for k in parse.children(main.i, "det")}
    if not dets & {"the", "this", "these", "that", "those"}:
        return False
    return not any(
        parse.words[k].dep in ("nmod", "acl", "acl:relcl", "nummod", "nmod:poss", "compound")
        for k in parse.kids[main.i]
    )


def _points(parse: Parse, t: Trigger) -> bool:
    """ "the Nyanya blast", "both operations", "the killings": a deed told before, whatever stands before the noun."""
    return any(
        parse.words[k].lower in ("the", "this", "that", "these", "those", "both") for k in parse.kids[t.i]
    ) and not parse.children(t.i, "nmod", "acl", "acl:relcl")


def is_definite(scene: Scene, event: Event) -> bool:
    """ "96 of the attacks", "these raids": deeds told just before."""
    return any(
        t.noun
        and any(
            scene.parse.words[k].lower in ("the", "these", "those") for k in scene.parse.children(t.i, "det")
        )
        for t in event.triggers
    )


def _from_to(scene: Scene, found: Found, event: Event) -> list[Found]:
    """ "attacks rose from 120 in 2016 to 290 in 2017": two counts, each with the date behind it; [] when it is none."""
    parse = scene.parse
    if found.claim["count"] or not any(t.noun and not t.weak for t in event.triggers):
        return []
    if not {parse.words[t.i].lower for t in event.triggers} & (UP | DOWN):
        return []
    ends = []
    for word in ("from", "to"):
        for q in scene.quantities:
            first = parse.word_at(q.start) or 0
            lead = [w.lower for w in parse.words[max(0, first - 3) : first + 1]]
            if q.kind == "count" and word in lead and (not ends or q.start > ends[0].end):
                ends.append(q)
                break
    if len(ends) != 2:
        return []
    out = []
    for n, q in enumerate(ends):
        stop = ends[1].start if n == 0 else len(parse.text)
        dates = [x for x in scene.timexes if q.end <= x.start < stop]
        out.append(
            replace(
                found,
                claim=dict(found.claim, count=range_record(q.range)),
                dated_by=next(iter(dates), None),
                order=n,
            )
        )
    return out


def _split_by_date(scene: Scene, found: Found, heads: list[int], targets: list[str]) -> list[Found]:
    """ "that targeted A on 23 November 2018 and B on 29 June 2020": two dated targets are two attacks."""
    parse = scene.parse
    if len(heads) != 2 or len(scene.timexes) < 2 or len(targets) != 2:
        return [found]
    a, b = parse.words[heads[0]], parse.words[heads[1]]
    first = [x for x in scene.timexes if a.end <= x.start < b.start]
    second = [x for x in scene.timexes if x.start >= b.end]
    if not first or not second:
        return [found]
    out = []
    for n, timex in enumerate((first[0], second[0])):
        claim = dict(found.claim, targets=[targets[n]])
        out.append(
            Found(
                found.kind,
                claim,
                found.trigger,
                found.rule,
                found.cluster,
                found.inferred,
                dated_by=timex,
                order=n,
            )
        )
    return out
