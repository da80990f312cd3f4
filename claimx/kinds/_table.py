"""Claims in rows of a group's profile: "Strength | 2,000", "Patron | Taliban"; the row's heading is the actor."""

from __future__ import annotations

from typing import Any

from claimx.kinds._kind import Found
from claimx.kinds._party import Party, slug, trim
from claimx.kinds._scene import Scene, range_record
from claimx.model import Kind

SIZE = frozenset(
    {
        "strength",
        "size",
        "fighters",
        "manpower",
        "members",
        "membership",
        "estimated strength",
        "personnel",
        "troops",
        "number of fighters",
        "cadres",
        "troop strength",
        "estimated size",
    }
)
RELATIONS = {
    "patron": "support", "patrons": "support", "sponsor": "support", "sponsors": "support", "backer": "support", "backers": "support", "state sponsor": "support",
    "parent": "affiliate", "parent group": "affiliate", "affiliation": "affiliate", "affiliated with": "affiliate", "affiliate of": "affiliate",
    "allegiance": "pledge", "pledged to": "pledge", "allies": "ally", "ally": "ally", "alliances": "ally", "rivals": "rival", "rival": "rival",
    "enemies": "rival", "opponents": "rival", "split from": "split",
}  # fmt: skip


def find_in_row(scene: Scene, cells: list[tuple[int, int, str]], heading: Any) -> list[Found]:
    """Claims of one table row. `cells`: (start, end, text) in the row; `heading`: the actor the profile is of, or None."""
    if heading is None or len(cells) < 2:
        return []
    label = cells[0][2].strip(" :").lower()
    start = cells[1][0]
    holder = Party(heading.text, heading.name, heading.id, 0, "named")
    if label in SIZE:
        for q in scene.quantities:
            if q.start >= start and (q.range.min is not None or q.range.max is not None):
                unit = {
                    "members": "members",
                    "membership": "members",
                    "troops": "troops",
                    "personnel": "troops",
                }.get(label, "fighters")
                claim = {
                    "group": holder.record(),
                    "quantity": range_record(q.range),
                    "unit": unit,
                    "scope": None,
                    "change": None,
                }
                found = Found(
                    Kind.STRENGTH,
                    claim,
                    scene.parse.word_at(q.start) or 0,
                    "strength/table",
                    (scene.parse.word_at(q.start) or 0,),
                )
                found.present = True
                return [found]
    relation = RELATIONS.get(label)
    if relation is None:
        return []
    others = [m for m in scene.actors if m.start >= start and m.actor.id != holder.id]
    if not others:
        return []
    parties = [
        {
            "text": trim(scene.parse.text[m.start : m.end]),
            "name": m.actor.name,
            "id": m.actor.id or slug(m.actor.name),
        }
        for m in others
    ]
    mine = [holder.record()]
    subjects, objects = (parties, mine) if relation == "support" else (mine, parties)
    if relation == "support" and all(
        m.type == "group" and m.actor.id.split("-")[0] == holder.id.split("-")[0] for m in others
    ):
        relation, subjects, objects = "affiliate", mine, parties
    claim = {"relation": relation, "subjects": subjects, "objects": objects, "leaders": []}
    found = Found(Kind.ALLEGIANCE, claim, scene.parse.word_at(start) or 0, "allegiance/table", (0,))
    found.present = True
    return [found]
