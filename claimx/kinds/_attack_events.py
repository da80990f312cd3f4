"""From trigger words to events: which words of a sentence tell of one and the same deed."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimx.kinds._attack_joins import both_whole, partners
from claimx.kinds._attack_triggers import LIGHT, Trigger, find_triggers
from claimx.kinds._kind import TriggerIndex
from claimx.kinds._scene import Scene
from claimx.syntax.parse import Parse


@dataclass(slots=True)
class Event:
    """Triggers of one deed, in the order of the text."""

    triggers: list[Trigger] = field(default_factory=list)

    def words(self) -> tuple[int, ...]:
        return tuple(t.i for t in self.triggers)


def find_events(scene: Scene, index: TriggerIndex) -> list[Event]:
    """Events of the sentence: triggers joined along the tree, light verbs only with a deed."""
    triggers = find_triggers(scene, index)
    if not triggers:
        return []
    by_word = {t.i: t for t in triggers}
    parent = {t.i: t.i for t in triggers}

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    def join(a: int, b: int) -> None:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)

    for t in triggers:
        for other in partners(scene.parse, t, by_word):
            if (
                ";"
                in scene.parse.text[
                    min(scene.parse.words[t.i].end, scene.parse.words[other].end) : max(
                        scene.parse.words[t.i].start, scene.parse.words[other].start
                    )
                ]
                and not t.noun
                and not by_word[other].noun
                and t.cls != "die"
            ):
                nearest = max((k for k in by_word if k < max(t.i, other)), default=other)
                if (
                    nearest != other
                    and nearest != t.i
                    and not by_word[max(t.i, other)].noun
                    and scene.parse.words[max(t.i, other)].tag == "VBG"
                ):
                    join(nearest, max(t.i, other))
                continue
            if not both_whole(t, by_word[other], scene):
                join(t.i, other)
    for a, b in _told_twice(scene.parse, triggers):
        join(a, b)
    for n, t in enumerate(triggers):
        if t.cls == "die" and t.lemma in ("dead", "survived", "live") and n:
            join(triggers[n - 1].i, t.i)
        if t.cls in ("claim", "deny") and t.lemma not in ("admit", "acknowledge", "avow", "claim", "deny"):
            ahead = [o for o in triggers[n + 1 :] if o.noun and o.i - t.i <= 10]
            if ahead and not any(o.noun and root(o.i) == root(t.i) for o in triggers):
                join(t.i, ahead[0].i)
    for a, b in _aftermath(scene.parse, triggers, {t.i: root(t.i) for t in triggers}):
        join(a, b)
    groups: dict[int, Event] = {}
    for t in triggers:
        groups.setdefault(root(t.i), Event()).triggers.append(t)
    return [
        e for e in groups.values() if any(t.cls not in LIGHT for t in e.triggers) or _credit(scene.parse, e)
    ]


def _credit(parse: Parse, event: Event) -> bool:
    """ "claimed responsibility in a video", "laid claim to it": the deed is the one told before."""
    t = next((t for t in event.triggers if t.cls in ("claim", "deny")), None)
    if t is None:
        return False
    if (
        "responsib" in t.lemma
        or "credit" in t.lemma
        or t.lemma in ("deny ~ part", "deny ~ hand", "deny ~ involvement")
    ):
        return True
    return t.lemma in ("lay claim", "own up") and any(
        parse.words[k].lower in ("it", "them", "both") for k in range(t.i, min(t.i + 6, len(parse.words)))
    )


def _told_twice(parse: Parse, triggers: list[Trigger]) -> list[tuple[int, int]]:
    """ "responsibility for the attack … where the attack occurred": the same noun, definite the second time; and
    nouns in a row after one light verb ("launches assaults, IED attacks, and raids on villages")."""
    out = []
    nouns = [t for t in triggers if t.noun and not t.device]
    for n, t in enumerate(nouns):
        definite = any(
            parse.words[k].lower in ("the", "this", "that", "these") for k in parse.children(t.i, "det")
        )
        for before in nouns[:n]:
            if definite and before.lemma == t.lemma and not parse.children(t.i, "nmod", "acl"):
                out.append((before.i, t.i))
        if n and _listed(parse, nouns[n - 1].i, t.i):
            out.append((nouns[n - 1].i, t.i))
    return out


def _aftermath(parse: Parse, triggers: list[Trigger], roots: dict[int, int]) -> list[tuple[int, int]]:
    """ "…tore through the barracks, and two dozen recruits lost their lives": deaths without a doer of their own belong
    to the deed told just before."""
    out = []
    for n, t in enumerate(triggers):
        if (
            t.noun
            or t.cls not in ("die", "kill", "injure")
            or (t.cls != "die" and not parse.is_passive(t.i))
            or not (
                parse.words[t.i].dep in ("conj", "ROOT", "parataxis", "ccomp", "dep") or _loose(parse, t.i)
            )
        ):
            continue
        if any(roots[o.i] == roots[t.i] and o.i != t.i and o.noun for o in triggers) or (
            t.cls != "die" and parse.agents(t.i)
        ):
            continue
        before = [
            o
            for o in triggers[:n]
            if o.cls in ("blast", "strike", "noun")
            and not o.device
            and t.i - o.i < 30
            and roots[o.i] != roots[t.i]
        ]
        if before and (
            before[-1].cls == "blast"
            or before[-1].noun
            or parse.words[t.i].dep in ("conj", "parataxis")
            or _loose(parse, t.i)
        ):
            out.append((before[-1].i, t.i))
    return out


def _loose(parse: Parse, i: int) -> bool:
    """ "… in 2013; at least 67 people perished": hung below the clause before it without a word that says how."""
    return (
        parse.words[i].dep == "advcl" and not parse.mark(i) and bool(parse.children(i, "nsubj", "nsubj:pass"))
    )


def _listed(parse: Parse, a: int, b: int) -> bool:
    """Do two deed nouns stand in one list, with only modifiers, commas and "and" between them?"""
    if not 1 < b - a <= 9:
        return False
    between = parse.words[a + 1 : b]
    if not any(w.text == "," or w.lower in ("and", "or") for w in between):
        return False
    return (
        all(
            w.pos in ("ADJ", "PUNCT", "CCONJ", "NOUN", "ADV") or w.dep in ("amod", "compound", "appos")
            for w in between
        )
        and parse.words[b].tag == parse.words[a].tag == "NNS"
    )
