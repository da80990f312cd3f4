"""Actors in a sentence: gazetteer names, acronyms the paper defines, groups by shape, forces, armed people.

    >>> [m.actor.id for m in find_actors("Boko Haram killed 12 Malian soldiers.", actor_index())]
    ['boko-haram', 'malian-armed-forces']

Order of the views: the paper's definition, the gazetteer's longest match, national forces,
capitalised names with an organisation's head word, armed people by noun ("Shia militias").
Which of them did something is not decided here: syntax and the kinds do that.
"""

from __future__ import annotations

from claimx.mentions.actorindex import ActorIndex, actor_index
from claimx.mentions.forces import find_forces
from claimx.mentions.groupnouns import find_members
from claimx.mentions.known import find_known
from claimx.mentions.orgshapes import find_shapes
from claimx.mentions.pieces import Mention, cut

__all__ = ["ActorIndex", "Mention", "actor_index", "find_actors"]


def find_actors(text: str, index: ActorIndex | None = None) -> list[Mention]:
    """All actors of a sentence in order of the text, not overlapping (see the module's head)."""
    index = index or actor_index()
    pieces = cut(text)
    found = list(find_known(pieces, index))
    found = find_forces(pieces, found)
    shapes = find_shapes(pieces, found, index)
    grown = {m.start for m in shapes}  # "Kosovar Protection Brigade" took its demonym in
    found = [m for m in found if m.source != "demonym" or m.start not in grown] + shapes
    found = find_members(pieces, found)
    return sorted(found, key=lambda m: (m.start, m.end))
