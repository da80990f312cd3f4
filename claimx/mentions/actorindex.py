"""The index of every actor that ships, and the same with what one paper defines.

Built once a process from `claimx/data/gazetteer`; `with_definitions` lays a paper's own
acronyms over it: they win.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from claimx.mentions.definitions import read_definitions
from claimx.mentions.entities import Entity, Names, TableBuilder, slug
from claimx.resources import load_jsonl


@dataclass(frozen=True)
class ActorIndex(Names):
    """Names of actors with their entities; get it from `actor_index()`."""

    def with_definitions(self, text: str) -> ActorIndex:
        """This index with the acronyms and short names that `text` (a whole paper) defines.

        "Newly formed Kamtok Defence Army (KDA)" makes KDA a group from there on; "device (IED)"
        makes IED no actor. The paper's definition wins over the gazetteer.
        """
        return replace(self, **read_definitions(self, text))


@cache
def actor_index() -> ActorIndex:
    """The index of everything that ships: groups, forces, civil bodies, states."""
    tables = TableBuilder()
    for name in ("groups", "forces", "civil"):
        for row in load_jsonl(f"gazetteer/{name}"):
            _add_row(tables, row)
    for row in load_jsonl("gazetteer/countries"):
        _add_country(tables, row)
    return ActorIndex(
        acronyms={k: tuple(v) for k, v in tables.acronyms.items()},
        words={k: tuple(v) for k, v in tables.words.items()},
        names=tables.frozen_names(),
    )


def _add_row(tables: TableBuilder, row: dict) -> None:
    entity = Entity(row["id"], row["name"], row["type"], tuple(row["country"]))
    if not row["name"].endswith(")"):  # "Jundallah (Iran)" says which one; nobody prints it
        tables.add(row["name"], entity)
    else:
        tables.add(row["name"], entity, ambiguous=False)
    for alias in row["aliases"]:
        tables.add(alias, entity)
    for alias in row.get("ambiguous", ()):
        tables.add(alias, entity, ambiguous=True)


def _add_country(tables: TableBuilder, row: dict) -> None:
    entity = Entity(slug(row["name"]), row["name"], "state", (row["iso"],))
    for alias in (row["name"], *row["aliases"]):
        tables.add(alias, entity)
    for seat in (row["capital"], *row.get("seats", ())):  # other names, former seats: "Peking", "Delhi"
        if seat:
            tables.add(seat, entity, ambiguous=True)
    for adjective in (*row["adjectives"], *row["demonyms"]):
        if adjective not in row["aliases"]:
            tables.add(adjective, entity, demonym=True)
