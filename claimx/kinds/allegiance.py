"""Allegiances: how armed and political actors align, from frames held as data (data/lexicon/allegiance.toml).

A frame names its trigger, the relation, and where the two sides stand; the finders look for triggers in
the parse, walk to the sides, and keep what has an actor on both (or one, where the other is implied).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._allegiance_frames import fits, frame
from claimx.kinds._allegiance_idioms import idiomatic
from claimx.kinds._allegiance_phrases import idiom_cues
from claimx.kinds._allegiance_roles import adjectival, role_noun, viewed
from claimx.kinds._allegiance_shapes import anti, hyphenated, jointly, parted
from claimx.kinds._allegiance_words import ENDING, adjectives, frame_cues, index, suffixes
from claimx.kinds._kind import Entry, Found, KindSpec
from claimx.kinds._scene import Scene
from claimx.model import Kind

__all__ = ["SPEC", "adjectives", "cues", "find", "suffixes"]

SYMMETRIC = ("ally", "merge", "rival")
CEASING = frozenset({"cessation", "end", "halt", "suspension"})  # "a cessation of hostilities"
FAMILY = {"renew-pledge": "pledge", "support": "ally", "affiliate": "ally", "merge": "join"}


@cache
def cues() -> frozenset[str]:
    """Forms that make a sentence worth parsing."""
    return frame_cues() | idiom_cues()


def find(scene: Scene) -> list[Found]:
    """Every alignment that the sentence states, in the order of the text."""
    taken: set[int] = set()
    out = idiomatic(scene, taken)
    for i in index().starts(scene.parse):
        for head, entry in index().at(scene.parse, i):
            if head in taken or not fits(scene, head, entry):
                continue
            got = _framed(scene, head, entry)
            if got:
                out += got
                taken.add(head)
                if entry.row.get("obj"):
                    taken |= {
                        k
                        for k in scene.parse.subtree(head)
                        if scene.parse.words[k].lower in entry.row["obj"] and k - head < 8
                    }
                break
    out += adjectival(scene, taken)
    out += hyphenated(scene)
    out += anti(scene)
    out += parted(scene, taken)
    out += jointly(scene)
    out += viewed(scene)
    return _unique(scene, out)


def _framed(scene: Scene, i: int, entry: Entry) -> list[Found]:
    """A role ("its ally"), or a frame; "severed the alliance" is told by its verb."""
    words = scene.parse.words
    near = {words[words[i].head].lower, *(w.lower for w in words[max(0, i - 2) : i])}
    if entry.pos == "noun" and entry.row["relation"] in ("ally", "support", "pledge") and near & ENDING:
        return []
    if entry.lemma == "connection" and scene.parse.case(i) == "in":
        return []  # "in connection with"
    if entry.pos == "noun" and entry.row["relation"] == "support" and scene.parse.case(i) == "with":
        return []  # "with the help of Massoud": the idiom knows who helps whom
    if entry.pos == "noun" and entry.row["relation"] == "rival" and near & (CEASING | ENDING):
        return []
    return (
        role_noun(scene, i, entry)
        if entry.pos == "noun" and entry.row.get("role")
        else frame(scene, i, entry)
    )


def _unique(scene: Scene, found: list[Found]) -> list[Found]:
    """One claim for one alignment: the same relation between the same sides under one verb is told once."""
    seen: set[tuple[Any, ...]] = set()
    out = []
    for f in sorted(found, key=lambda f: (f.trigger, f.order)):
        ids = [tuple(sorted(a["id"] for a in f.claim[k])) for k in ("subjects", "objects")]
        verb = next(
            (k for k in (f.trigger, *scene.parse.ancestors(f.trigger)) if scene.parse.words[k].pos == "VERB"),
            -1,
        )
        verb = scene.parse.first_conjunct(verb) if verb >= 0 else verb
        sides = tuple(sorted(ids)) if f.claim["relation"] in SYMMETRIC else tuple(ids)
        key = (f.claim["relation"], sides, verb)
        family = FAMILY.get(f.claim["relation"], f.claim["relation"])
        near = (family, frozenset(ids[0] + ids[1]), -1 if family != "ally" and f.claim["objects"] else verb)
        told = (f.claim["relation"], sides) if f.claim["objects"] else None
        if key in seen or near in seen or (told in seen and f.claim["relation"] in ("support", "affiliate")):
            continue
        seen |= {key, near} | ({told} if told else set())
        out.append(f)
    return out


SPEC = KindSpec(Kind.ALLEGIANCE, "all", cues, find)
