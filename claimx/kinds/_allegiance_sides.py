"""The two sides of an alignment, and whether what was found is worth telling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claimx.kinds._allegiance_parties import (
    as_printed,
    groups_of,
    hyphen_pair,
    is_shared,
    led_by,
    named_leaders,
)
from claimx.kinds._allegiance_words import ARMED, FOLK, POWERS
from claimx.kinds._kind import Entry, Found
from claimx.kinds._party import Party, noun_set
from claimx.kinds._scene import Scene
from claimx.model import Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an alignment and the persons through or to whom it goes."""

    subjects: tuple[Party, ...]
    objects: tuple[Party, ...]
    leaders: tuple[str, ...]


def complete(scene: Scene, i: int, sides: Sides, row: dict[str, Any]) -> Sides:
    """Persons give way to their groups (and become leaders); two parties in one slot are the two sides."""
    subjects, lead_s = groups_of(scene, list(sides.subjects))
    objects, lead_o = groups_of(scene, list(sides.objects))
    ids = {p.id for p in objects}
    if subjects and objects and all(p.id in ids for p in subjects):
        objects = [p for p in objects if p.id not in {s.id for s in subjects}]
    else:
        objects = [p for p in objects if p.id not in {s.id for s in subjects}]
    if row.get("sym"):
        if not objects and len(subjects) == 1 and subjects[0].how in ("named",):
            hyphen = hyphen_pair(scene, subjects[0])
            if hyphen:
                subjects, objects = hyphen[:1], hyphen[1:]
        if not objects and len(subjects) > 1:
            subjects, objects = subjects[:1], subjects[1:]
        elif not subjects and len(objects) > 1 and all(is_shared(scene, p) for p in objects):
            subjects, objects = objects[:1], objects[1:]
    leaders = list(dict.fromkeys([*lead_s, *lead_o]))
    return Sides(tuple(subjects), tuple(objects), tuple(leaders))


def worth(scene: Scene, i: int, sides: Sides, entry: Entry) -> bool:
    """Both sides, at least one of them a named actor; a split may lack the other side."""
    subjects, objects = (
        _known(scene, sides.subjects, sides.objects),
        _known(scene, sides.objects, sides.subjects),
    )
    if not subjects or not objects:
        return False
    if any(p.text.startswith("Operation ") for p in (*subjects, *objects)):
        return False
    named = [
        p
        for p in (*subjects, *objects)
        if p.how in ("named", "member", "coref", "part", "shape") or p.how == "person"
    ]
    if not named:
        return False
    if (
        entry.pos != "idiom"
        and entry.row["relation"] not in ("pledge", "split", "join")
        and entry.lemma
        not in (
            "ally",
            "side",
            "turn on",
            "turn against",
            "feud",
            "quarrel",
            "rivalry",
            "enmity",
            "fall out",
            "betray",
        )
        and all(p.how == "person" for p in (*subjects, *objects))
    ):
        return False
    if entry.row.get("named") and not any(p.how in ("named", "coref", "member", "shape") for p in objects):
        return False
    if all(p.state for p in (*subjects, *objects)):
        return False
    if entry.row["relation"] == "join" and all(
        getattr(scene.actor_at(p.head), "type", "") == "state" and p.how == "named" for p in objects
    ):
        return False  # "returned to Somalia" is a journey
    if entry.row.get("bodies") and any(
        p.how in ("generic", "person") or getattr(scene.actor_at(p.head), "type", "") in ("state", "")
        for p in objects
    ):
        return False
    if (
        entry.row["relation"] == "rival"
        and all(p.state or p.how == "person" for p in (*subjects, *objects))
        and any(p.state for p in (*subjects, *objects))
    ):
        return False  # presidents and countries that accuse each other
    if (
        entry.row["relation"] == "affiliate"
        and entry.row.get("role")
        and all(p.how == "person" for p in subjects)
    ):
        return False  # "one of its members, Robert Sozzi"
    if entry.row.get("patron") and not all(p.state and p.how == "named" for p in subjects):
        return False
    if any(
        p.how == "generic"
        and scene.parse.words[p.head].tag == "NN"
        and _indefinite(scene, p.head)
        and not named_leaders(scene, p)
        and led_by(scene, p) is None
        for p in subjects
    ):
        return False
    if (
        entry.row["relation"] == "rival"
        and entry.pos == "verb"
        and any(
            p.how == "coref"
            and scene.parse.words[p.head].lower == "it"
            and scene.parse.words[p.head].dep == "obj"
            for p in objects
        )
        and entry.lemma in ("condemn", "denounce", "reject", "oppose")
    ):
        return False
    if (
        entry.row.get("plural")
        and len(subjects) < 2
        and not (
            scene.parse.words[subjects[0].head].tag == "NNS"
            and (
                subjects[0].how in ("member", "part")
                or scene.parse.words[subjects[0].head].lower in noun_set("group")
            )
        )
    ):
        return False
    if (
        entry.row["relation"] == "rival"
        and entry.lemma in ARMED
        and any(p.state for p in (*subjects, *objects))
    ):
        return False
    if entry.row["relation"] in ("ally", "support", "rival", "affiliate") and any(
        _mere_people(scene, p) for p in (*subjects, *objects)
    ):
        return False
    if (
        entry.row["relation"] == "join"
        and entry.lemma in ("recruit", "attract", "enlist", "induct", "include", "lure")
        and all(_mere_people(scene, p) for p in subjects)
    ):
        return False
    return not (
        entry.row.get("weak")
        and not all(p.how in ("named", "member", "coref") for p in (*subjects, *objects))
    )


def _known(scene: Scene, parties: tuple[Party, ...], others: tuple[Party, ...]) -> list[Party]:
    """Those that stand for somebody: "the government" does, opposite a named group; "the group" that nobody resolved does not."""
    opposed = any(p.how in ("named", "coref", "member", "person", "shape") and not p.state for p in others)
    return [
        p for p in parties if p.how != "unresolved" or (opposed and scene.parse.words[p.head].lower in POWERS)
    ]


def _indefinite(scene: Scene, i: int) -> bool:
    return any(
        scene.parse.words[k].lower in ("a", "an", "any", "another") for k in scene.parse.children(i, "det")
    )


def _mere_people(scene: Scene, p: Party) -> bool:
    """ "suicide bombers", "fighters": people without a name are no side of an alliance; "like-minded groups" may be."""
    word = scene.parse.words[p.head].lower
    return (
        p.how == "generic"
        and (p.head == 0 or not scene.parse.words[p.head].text[:1].isupper())  # "the Resistance" is a name
        and word not in noun_set("group")
        and word not in noun_set("part")
        and word not in FOLK
        and word not in POWERS
        and not any(
            scene.parse.words[k].pos == "PROPN"
            for k in scene.parse.children(p.head, "nmod:poss", "compound", "nmod")
            if scene.parse.case(k) in ("", "of", "'s", "’s")
        )  # "Islamic Courts fighters", "Hadi's forces", "rebels of the BLT" have a name
    )


def stated(scene: Scene, i: int, relation: str, sides: Sides, rule: str, obj: int | None) -> Found:
    claim = {
        "relation": relation,
        "subjects": [as_printed(scene, p, relation).record() for p in sides.subjects],
        "objects": [as_printed(scene, p, relation).record() for p in sides.objects],
        "leaders": list(sides.leaders),
    }
    cluster = (
        (i,) if obj is None or relation == "split" else (i, obj)
    )  # "cut its ties": what is cut is not denied
    found = Found(Kind.ALLEGIANCE, claim, i, f"allegiance/{rule}", cluster)
    found.inferred = tuple(
        sorted(
            {
                f"{slot}:{p.how}"
                for slot, ps in (("subjects", sides.subjects), ("objects", sides.objects))
                for p in ps
                if p.how in ("coref", "shape", "unresolved", "generic", "person")
            }
        )
    )
    return found
