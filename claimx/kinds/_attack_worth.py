"""Is it an armed deed at all: weak words, figures of speech, disasters, diseases, debates."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._attack_events import Event
from claimx.kinds._attack_phrases import OVERRUN, bare_town, unknown_name, weapons
from claimx.kinds._attack_targets import find_targets
from claimx.kinds._attack_triggers import LIGHT, Trigger
from claimx.kinds._party import Party, noun_set
from claimx.kinds._scene import Scene
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms
from claimx.syntax.scope import find_scope


def main_trigger(event: Event) -> Trigger:
    """The trigger that stands for the event: the first noun of a deed, else the first strong word."""
    strong = [
        t for t in event.triggers if t.cls not in LIGHT
    ] or event.triggers  # "claimed responsibility in a video"
    return next((t for t in strong if not t.weak), strong[0])


def is_worth(
    scene: Scene, event: Event, claim: dict[str, Any], perps: list[Party], claimed: list[Party]
) -> bool:
    """Is there enough to make a claim: a doer, a victim, a place or a number?"""
    weak = all(t.weak or t.cls in LIGHT for t in event.triggers)
    scope = find_scope(scene.parse, main_trigger(event).i)
    if (
        scope.modality == "prospective"
        and not claim["targets"]
        and not any(bare_town(scene, h) for h in find_targets(scene, event)[0])
    ):
        return False
    if scope.polarity == "negated" and not (claim["targets"] or perps or claimed):
        return False
    if (
        scope.polarity == "negated"
        and weak
        and claim["attack_type"] == "military-operation"
        and not scene.timexes
    ):
        return False
    fused = next((t for t in event.triggers if t.device and not t.noun), None)
    if fused is not None and all(
        t.device or t.cls in LIGHT for t in event.triggers
    ):  # "let off a bomb", not "triggered a crisis"
        near = {w.lower for w in scene.parse.words[fused.i + 1 : fused.i + 9]}
        if not near & weapons():
            return False
        return bool(claim["places"] or claim["killed"] or perps or claim["targets"])
    if (
        scope.polarity == "negated"
        and weak
        and (not claim["targets"] or (claim["attack_type"] == "clash" and not scene.timexes))
    ):
        return False
    if (
        all(t.device or t.cls in LIGHT for t in event.triggers)
        and not claim["killed"]
        and not claim["injured"]
    ):
        return False
    if _figurative(scene, event) or _bloodless(scene, event) or _disembarks(scene, event):
        return False
    if (
        claim["attack_type"] == "clash"
        and len(perps) + len(claim["targets"]) < 2
        and not (claim["places"] or claim["killed"] or claim["count"] or scene.timexes)
    ):
        return False
    if (
        perps
        and all(p.how == "generic" for p in perps)
        and not (claim["targets"] or claim["places"] or claim["count"] or claim["killed"] or scene.timexes)
    ):
        return False
    numbers = claim["count"] or claim["killed"] or claim["injured"] or claim["percent_change"] is not None
    armed = [p for p in (*perps, *claimed) if p.how != "unresolved" or _bears_arms(scene, p)]
    if any(t.cls == "under" for t in event.triggers):
        hit = find_targets(scene, event)[0]
        return bool(perps) or any(
            bare_town(scene, h)
            or scene.party(h)
            or scene.parse.words[h].lower in noun_set("facility") | noun_set("victim")
            for h in hit
        )
    if weak:
        if claim["percent_change"] is not None or claim["killed"]:
            return True
        verb = next((t for t in event.triggers if not t.noun and t.cls not in LIGHT), None)
        if verb is not None:
            violent = [p for p in armed if p.how != "person"]
            if verb.cls == "kill" and not (perps or claim["targets"]):
                return False
            if verb.town:
                return bool(violent) and any(
                    (
                        scene.parse.words[h].lower in tame("taken")
                        and not any(scene.parse.words[k].lower == "political" for k in scene.parse.kids[h])
                    )
                    or bare_town(scene, h)
                    for h in find_targets(scene, event)[0]
                )
            if (
                (verb.type == "arson" or "~" in verb.lemma)
                and any(p.how == "named" and not p.state for p in violent)
                and claim["targets"]
            ):
                return True
            return bool(violent and _hittable(scene, event))
        light = any(t.cls in ("conduct",) for t in event.triggers)
        if (
            claim["places"]
            and scene.timexes
            and any(t.lemma == "operation" and t.start == t.i for t in event.triggers)
        ):
            return True  # "until Operation Zarb-e-Azb in 2015 in North Waziristan"
        taken = (
            claim["places"]
            and any(t.noun and t.type == "military-operation" for t in event.triggers)
            and any(p.how != "generic" or p.state or _bears_arms(scene, p) for p in armed)
        )
        return bool(armed and (light or claim["targets"] or (taken and _town_taken(scene, event))))
    return bool(armed or claim["targets"] or numbers or claim["places"] or claim["victims_named"])


def _bears_arms(scene: Scene, party: Party) -> bool:
    """ "the rebels", whoever they are; not "they"."""
    return scene.parse.words[party.head].lower in noun_set("people") | noun_set("state")


@cache
def peaceful() -> frozenset[str]:
    """Means that make a verb of violence figurative."""
    return frozenset(f for w in load_toml("lexicon/attack.toml")["peaceful"]["words"] for f in noun_forms(w))


def _figurative(scene: Scene, event: Event) -> bool:
    """ "relentlessly targeted the army through its propaganda": no violence."""
    parse = scene.parse
    for t in event.triggers:
        if t.noun and any(parse.words[k].lower in peaceful() for k in parse.kids[t.i]):
            return True
        if t.weak and any(parse.words[k].lower in peaceful() for _, k in parse.obliques(t.i)):
            return True
        if t.lemma == "claim" and t.cls == "kill":
            return not any(
                parse.words[h].lower in ("lives", "life", "victims", "dead") for h in parse.objects(t.i)
            )
    return False


def _disembarks(scene: Scene, event: Event) -> bool:
    """ "paratroopers landed in Freetown": shells land as blows, people do not."""
    verb = next((t for t in event.triggers if not t.noun and t.lemma.startswith("land ")), None)
    if verb is None or len(event.triggers) > 1:
        return False
    subjects = scene.parse.subjects(verb.i)
    return not any(scene.parse.words[h].lower in weapons() | noun_set("thing") for h in subjects)


YIELDS = frozenset({"surrender", "capitulate"})
TAKING = frozenset({"capture", "seizure", "conquest", "recapture", "reconquest", "re-capture", "storming"})


def _town_taken(scene: Scene, event: Event) -> bool:
    """ "the army's capture of Mekelle": a weak noun with an owner and a town."""
    return any(
        t.noun and t.lemma in TAKING and any(p == "of" for p, _ in scene.parse.obliques(t.i))
        for t in event.triggers
    )


@cache
def tame(name: str) -> frozenset[str]:
    """Forms of a list of the lexicon: "unhurt", "natural", "harmless"."""
    return frozenset(f for w in load_toml("lexicon/attack.toml")[name]["words"] for f in noun_forms(w))


def _wrecked(scene: Scene) -> bool:
    """ "A bus plunged into a ravine": a vehicle came to grief, and nobody armed is spoken of."""
    words = scene.parse.words
    if {w.lower for w in words} & (weapons() | noun_set("generic")):
        return False
    wrecks = [
        w.i
        for w in words
        if w.pos == "VERB" and w.lower in _mishaps() and not scene.parse.children(w.i, "aux:pass", "cop")
    ]
    return any(words[h].lower in tame("accident") for i in wrecks for h in scene.parse.subjects(i))


@cache
def _mishaps() -> frozenset[str]:
    """Forms of the verbs for what befalls a vehicle."""
    return frozenset(f for w in load_toml("lexicon/attack.toml")["accident"]["verbs"] for f in verb_forms(w))


def _bloodless(scene: Scene, event: Event) -> bool:
    """ "attacked the bill", "the blaze killed two", "heart attacks", "the truce died": no armed deed."""
    parse = scene.parse
    strong = [t for t in event.triggers if t.cls not in LIGHT]
    targets, victims = find_targets(scene, event)
    hit = [*targets, *victims]
    if hit and all(_tame(scene, h) for h in hit):
        return True
    for t in strong:
        if t.noun and any(parse.words[k].lower in tame("harmless") for k in parse.kids[t.i] if k < t.i):
            return True
        doers = (
            [*parse.subjects(t.i), *(k for p, k in parse.obliques(t.i) if p in ("by", "in", "from", "of"))]
            if not t.noun
            else []
        )
        doers += [k for h in doers for p, k in parse.obliques(h) if p == "of"]  # "a pack of twelve wolves"
        doers += [k for h in (*doers, t.i) for k in parse.children(h, "compound") if not t.noun]
        if any(
            parse.words[h].lower in tame("natural")
            and parse.words[h].pos != "PROPN"
            and scene.actor_at(h) is None
            for h in doers
        ):
            return True
    unarmed = all(m.type in ("state", "org-civil") for m in scene.actors)
    harm = [t for t in strong if t.lemma not in _mishaps()]
    if unarmed and all(t.cls in ("die", "kill", "injure", "blast") for t in harm):
        if any(w.dep in ("nsubj", "nsubj:pass") and w.lower in tame("natural") for w in parse.words):
            return True  # "A storm tore through Manila and 40 people died"
        if _wrecked(scene):
            return True  # "A ferry sank off Zanzibar, and 200 people died"
    verb = next((t for t in strong if not t.noun), None)
    if verb is None or any(t.noun for t in strong):
        return False
    if verb.lemma in YIELDS and all(
        scene.place_at(h) is None and scene.party(h) and parse.words[h].lower not in noun_set("facility")
        for h in targets
    ):
        return True  # "his army surrendered to the government": a town that does was taken
    if all(t.cls == "die" for t in strong) and verb.lemma not in ("dead", "survived", "live"):
        return bool(victims) and not any(_mortal(scene, h) for h in victims)
    return verb.cls in ("kill", "injure") and not hit and not verb.lives


def _tame(scene: Scene, h: int) -> bool:
    w = scene.parse.words[h]
    if w.lower.endswith("wards"):
        return True  # "marched off eastwards"
    return w.lower in tame("unhurt") and scene.actor_at(h) is None and scene.place_at(h) is None


def _mortal(scene: Scene, h: int) -> bool:
    """Can it die: people, a person, a group, a number of them?"""
    w = scene.parse.words[h]
    if (
        w.lower in noun_set("victim")
        or w.lower in noun_set("member")
        or w.lower in noun_set("generic")
        or w.tag in ("CD", "PRP", "NNP", "NNPS")
    ):
        return True
    return scene.number(h) is not None or scene.person_at(h) is not None or bool(scene.party(h))


def _hittable(scene: Scene, event: Event) -> bool:
    """Is what a weak verb falls on something that violence falls on: people, an armed body, a place?"""
    held = any(t.lemma in OVERRUN for t in event.triggers)
    for heads in find_targets(scene, event):
        for h in heads:
            if bare_town(scene, h) or (held and unknown_name(scene, h)):
                return True
            word = scene.parse.words[h].lower
            if any(
                scene.parse.words[k].lower in noun_set("facility") or scene.place_at(k)
                for k in scene.parse.children(h, "compound", "nmod", "nmod:poss")
                if scene.actor_at(k) is None
            ):
                return True
            if (
                word in noun_set("victim")
                or word in noun_set("facility")
                or word in noun_set("generic")
                or scene.place_at(h)
                or scene.party(h)
            ):
                return True
    return False
