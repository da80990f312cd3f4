"""Attacks: violence that happened, was denied or planned, by anyone.

Trigger words (data/lexicon/attack.toml) that tell of one deed are joined into an event along the tree
("a blast killed three and injured 25" is one); its roles are then read off all of them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds import _attack_roles as roles
from claimx.kinds._attack_events import find_events
from claimx.kinds._attack_triggers import Trigger
from claimx.kinds._kind import Found, KindSpec, TriggerIndex, first_words
from claimx.kinds._scene import Scene
from claimx.model import Kind
from claimx.resources import load_toml
from claimx.syntax.inflect import verb_forms


@cache
def index() -> TriggerIndex:
    """The attack lexicon by printed form."""
    raw = load_toml("lexicon/attack.toml")
    rows: list[tuple[str, str, dict[str, Any]]] = []
    for pos in ("verb", "noun"):
        for row in raw[pos]:
            for word in row["words"]:
                lemma, _, own = word.partition(":")
                fields = {k: v for k, v in row.items() if k != "words"}
                if own == "kill":
                    fields["class"] = own
                elif own:
                    fields["type"] = own
                rows.append((lemma, pos, fields))
    return TriggerIndex(rows)


# These open many an idiom and many a harmless sentence: the idiom's last word is the cue.
COMMON = frozenset(
    {
        "take",
        "make",
        "put",
        "come",
        "be",
        "get",
        "have",
        "go",
        "give",
        "see",
        "hold",
        "run",
        "bring",
        "leave",
        "meet",
        "set",
        "open",
        "move",
        "end",
        "lose",
        "enter",
        "walk",
        "break",
        "cross",
        "push",
        "drop",
        "secure",
        "rise",
        "send",
        "admit",
        "sign",
        "say",
        "not",
        "do",
        "fall",
        "drive",
        "round",
        "deny",
        "follow",
        "turn",
        "win",
        "gain",
        "acknowledge",
        "grab",
        "clear",
        "cut",
        "throw",
        "own",
        "rush",
        "spread",
        "empty",
        "strip",
        "bag",
        "regain",
        "charge",
        "touch",
        "track",
        "reject",
        "cost",
        "pay",
        "lead",
    }
)


@cache
def cues() -> frozenset[str]:
    """Forms that make a sentence worth parsing: all but the light verbs, which need a deed beside them."""
    raw = load_toml("lexicon/attack.toml")
    light = {
        w.partition(":")[0]
        for row in raw["verb"]
        if row["class"] in ("conduct", "occur")
        for w in row["words"]
    }
    rows = [row for row in raw["verb"] if row["class"] not in ("conduct", "occur")]
    verbs = {w.partition(":")[0] for row in rows for w in row["words"]} - light
    nouns = [w.partition(":")[0] for row in raw["noun"] for w in row["words"]]
    forms = first_words(
        [(v, "verb") for v in verbs if v.split()[0] not in COMMON] + [(n, "noun") for n in nouns]
    )
    forms.update(
        v.split()[-1]
        for v in verbs
        if v.split()[0] in COMMON and len(v.split()) > 1 and len(v.split()[-1]) > 4
    )
    forms.update(f for v in ("fall", "turn", "cut") for f in verb_forms(v)[1:])
    return frozenset(
        forms
        | {
            "dead",
            "survived",
            "lives",
            "life",
            "fire",
            "hands",
            "hand",
            "part",
            "name",
            "toll",
            "took",
            "sent",
            "threw",
        }
    )


def find(scene: Scene) -> list[Found]:
    """Every attack that the sentence states, in the order of the text."""
    out: list[Found] = []
    for event in find_events(scene, index()):
        found = roles.read_event(scene, event)
        for f in found or ():
            if (
                out
                and not f.claim["perpetrators"]
                and roles.is_definite(scene, event)
                and out[-1].claim["perpetrators"]
            ):
                f.claim["perpetrators"] = out[-1].claim["perpetrators"]
                f.inferred = (*f.inferred, "perpetrators:context")
            out.append(f)
    return [
        f
        for f in out
        if not any(
            _says_less(f, g, n < m)
            for n, f2 in enumerate(out)
            if f2 is f
            for m, g in enumerate(out)
            if g is not f
        )
    ]


SLOTS = (
    "perpetrators",
    "claimed_by",
    "targets",
    "victims_named",
    "places",
    "count",
    "killed",
    "injured",
    "percent_change",
)


def _says_less(a: Found, b: Found, first: bool) -> bool:
    """Does a hold nothing that b does not hold too? The poorer telling of a deed in one sentence is no second claim."""
    if a.dated_by is not None or b.dated_by is not None:
        return False
    if any(a.claim[k] for k in ("perpetrators", "targets", "count")) and a.claim != b.claim:
        return False
    for k in SLOTS:
        x, y = a.claim[k], b.claim[k]
        if x and (x != y if not isinstance(x, list) else any(i not in (y or []) for i in x)):
            return False
    same = all(a.claim[k] == b.claim[k] for k in SLOTS)
    if not any(a.claim[k] for k in SLOTS):
        return True
    return not same or not first


SPEC = KindSpec(Kind.ATTACK, "atk", cues, find)
__all__ = ["SPEC", "Trigger", "find"]
