"""The two sides of an alignment, and the claim that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claimx.kinds._allegiance_parties import (
    as_printed,
    groups_of,
    hyphen_pair,
    is_shared,
)
from claimx.kinds._kind import Found
from claimx.kinds._party import Party
from claimx.kinds._scene import Scene
from claimx.model import Kind


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of an alignment and the persons through or to whom it goes."""

    subjects: tuple[Party, ...]
    objects: tuple[Party, ...]
    leaders: tuple[str, ...]


def complete(scene: Scene, sides: Sides, row: dict[str, Any]) -> Sides:
    """Persons give way to their groups (and become leaders); two parties in one slot are the two sides."""
    subjects, lead_s = groups_of(scene, list(sides.subjects))
    objects, lead_o = groups_of(scene, list(sides.objects))
    own = {s.id for s in subjects}
    objects = [p for p in objects if p.id not in own]
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
