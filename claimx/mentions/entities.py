"""Entities, the tables of their names, and how an ambiguous name (ERP, FLN, ADF) is resolved."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from claimx.mentions.folding import (
    PIECE,
    STRICT,
    alias_key,
    fold_word,
    is_connector,
    plain,
)
from claimx.model import Actor
from claimx.resources import load_jsonl, load_toml

_WORD = re.compile(r"[^\s,;:!?()\[\]/\-–—\"“”'’]+")


@dataclass(frozen=True, slots=True)
class Entity:
    """A gazetteer row: `actor_id` is shared by all aliases, `countries` are ISO 3166 alpha-2."""

    actor_id: str
    name: str
    type: str
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One alias in the tables. `joins`: it holds "and", "for" …; `demonym`: it is an adjective."""

    alias: str
    entity: Entity
    ambiguous: bool = False
    joins: bool = False
    demonym: bool = False


NameRow = tuple[tuple[str, ...], Entry]
NameTable = Mapping[str, Mapping[str, Sequence[NameRow]]]

# What the document's own definition says is no actor: "improvised explosive device (IED)".
NO_ACTOR = Entity("", "", "none")


@dataclass(frozen=True)
class Names:
    """Tables from folded names to entries; use `actor_index()` for the one that ships.

    `acronyms`: "TTP" -> entries; `words`: fine key of a one-word name -> entries; `names`: first
    coarse key -> second -> [(all keys, entry)], longest first. `defined` overlays acronyms and names of one
    paper, `places` are acronyms that it defines as a place ("Newly Merged Districts (NMDs)"), `text`
    is the paper itself: what it names in full decides who an ambiguous name is. `dead` remembers words
    that start no name.
    """

    acronyms: Mapping[str, tuple[Entry, ...]]
    words: Mapping[str, tuple[Entry, ...]]
    names: NameTable
    defined: Mapping[str, Entity] = field(default_factory=dict)
    defined_names: NameTable = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    dead: set[str] = field(default_factory=set, repr=False)

    def resolve(self, entries: Iterable[Entry], printed: str, near: str = "") -> tuple[Entry, bool]:
        """The one entry meant by `printed`, and whether doubt is left.

        Closest spelling first, then the countries named in the sentence (`near`), then what the paper
        names in full, then the countries it names.
        """
        pool = list(entries)
        if len(pool) == 1 and not pool[0].ambiguous:
            return pool[0], False
        if len({e.entity.actor_id for e in pool}) > 1:
            pool = _closest(pool, printed)
        local = (
            count_countries(near)
            if near and any(e.ambiguous and e.entity.type != "state" for e in pool)
            else {}
        )
        if len({e.entity.actor_id for e in pool}) > 1:
            here = [e for e in pool if any(c in local for c in e.entity.countries)]
            pool = here or self._likelier(pool)
        doubt = len({e.entity.actor_id for e in pool}) > 1
        sure = any(c in local for c in pool[0].entity.countries) or self._evidence(pool[0].entity)
        return pool[0], doubt or (pool[0].ambiguous and not sure)

    @cached_property
    def countries(self) -> dict[str, int]:
        """How often the paper names each country, by ISO code."""
        return count_countries(self.text) if self.text else {}

    def _named(self, entity: Entity) -> bool:
        """Whether the paper gives one of the entity's names of several words, or defines its acronym."""
        if any(e.actor_id == entity.actor_id for e in self.defined.values()):
            return True
        return any(name in self.text for name in _long_names().get(entity.actor_id, ()))

    def _evidence(self, entity: Entity) -> bool:
        return any(self.countries.get(c) for c in entity.countries) or self._named(entity)

    def _likelier(self, pool: list[Entry]) -> list[Entry]:
        named = [e for e in pool if self._named(e.entity)]
        if named:
            pool = named
        weight = [max((self.countries.get(c, 0) for c in e.entity.countries), default=0) for e in pool]
        return [e for e, w in zip(pool, weight, strict=True) if w == max(weight)]


def _closest(pool: list[Entry], printed: str) -> list[Entry]:
    """ "al-Badr" is not Badr, "Mai-Mai" not Mau Mau, though their keys meet."""
    for measure in (_plain_name, _fine_name):
        wanted = measure(printed)
        same = [e for e in pool if measure(e.alias) == wanted]
        if same:
            return same
    return pool


def _plain_name(name: str) -> str:
    return " ".join(plain(p) for p in PIECE.findall(name))


def _fine_name(name: str) -> str:
    return " ".join(fold_word(p) for p in PIECE.findall(name) if not is_connector(p))


def slug(name: str) -> str:
    """An id from a name: `slug("Kamtok Defence Army")` is "kamtok-defence-army"."""
    return "-".join(plain(f"{p}.") for p in PIECE.findall(name))  # the full stop keeps "people's" whole


def make_actor(text: str, entity: Entity) -> Actor:
    """The ledger's actor for a printed name."""
    return Actor(text=text, name=entity.name, id=entity.actor_id)


class TableBuilder:
    """Collects entries under their keys, then freezes them."""

    def __init__(self) -> None:
        self.acronyms: dict[str, list[Entry]] = defaultdict(list)
        self.words: dict[str, list[Entry]] = defaultdict(list)
        self.names: dict[str, dict[str, list[NameRow]]] = defaultdict(dict)

    def add(self, alias: str, entity: Entity, *, ambiguous: bool = False, demonym: bool = False) -> None:
        key = alias_key(alias)
        joins = " " in alias and not STRICT.isdisjoint(alias.split())
        entry = Entry(alias, entity, ambiguous, joins, demonym)
        if key[0] == "=":
            self.acronyms[key[1]].append(entry)
        elif key[0] == "~":
            self.words[key[1]].append(entry)
        elif key:
            self.names[key[0]].setdefault(key[1], []).append((key, entry))

    def frozen_names(self) -> NameTable:
        for seconds in self.names.values():
            for rows in seconds.values():
                if len(rows) > 1:
                    rows.sort(key=lambda row: -len(row[0]))
        return self.names


def table_of_names(rows: Iterable[tuple[str, Entity]]) -> NameTable:
    """`names` table of (alias, entity) pairs of several words: what a paper defines."""
    tables = TableBuilder()
    for alias, entity in rows:
        tables.add(alias, entity)
    return tables.frozen_names()


@cache
def state_entity(iso: str) -> Entity:
    """The state as an actor: `state_entity("ML").name` is "Mali"."""
    for row in load_jsonl("gazetteer/countries"):
        if row["iso"] == iso:
            return Entity(slug(row["name"]), row["name"], "state", (iso,))
    raise KeyError(iso)


@cache
def _long_names() -> dict[str, tuple[str, ...]]:
    out = {}
    for file in ("groups", "forces", "civil"):
        for row in load_jsonl(f"gazetteer/{file}"):
            if row.get("ambiguous"):
                names = (row["name"], *row["aliases"], *row["ambiguous"])
                out[row["id"]] = tuple(n for n in names if n.count(" ") > 1)
    return out


def count_countries(text: str) -> dict[str, int]:
    """ISO code -> how often the country is named: `count_countries("Malian towns")` is {"ML": 1}."""
    words = Counter([word.rstrip(".") for word in _WORD.findall(text)])
    single, several = _country_names()
    counts = Counter[str]()
    for word in single.keys() & words.keys():
        for iso in single[word]:
            counts[iso] += words[word]
    printed = " ".join([word for word in set(text.split()) if not word.islower()])  # a tenth of a paper
    for iso, name, part in several:
        if part in printed and (seen := text.count(name)):
            counts[iso] += seen
    return counts


@cache
def _country_names() -> tuple[dict[str, list[str]], list[tuple[str, str, str]]]:
    """Names of one word with their countries' ISO codes; (ISO code, name, its longest capitalised word) of the others."""
    single: dict[str, list[str]] = defaultdict(list)
    several: list[tuple[str, str, str]] = []
    for row in load_jsonl("gazetteer/countries"):
        for name in dict.fromkeys((row["name"], *row["aliases"], *row["adjectives"])):
            if " " in name:
                several.append((row["iso"], name, max((w for w in name.split() if w[0].isupper()), key=len)))
            else:
                single[name.rstrip(".")].append(row["iso"])
    return single, several


@cache
def words_of(kind: str) -> frozenset[str]:
    """A word list of lexicon/actors.toml: `"fighters" in words_of("members")`."""
    return frozenset(load_toml("lexicon/actors")[kind])
