"""What places are known: countries, regions, provinces, cities, each with its country.

Own rows first (conflict areas in the spelling that papers use), then ISO 3166-2 units, then
cities of 15,000 people or more; cities are looked up one by one and never parsed in bulk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from claimx.mentions.folding import PIECE, plain
from claimx.resources import load_cities, load_jsonl, load_subdivisions, load_toml, parse_city

# How narrow a place is, narrow first.
SITE, CITY, AREA, REGION, COUNTRY, CONTINENT = range(6)
_RANK = {"site": SITE, "city": CITY, "area": AREA}
_ARTICLES = frozenset(load_toml("lexicon/folding")["place_articles"])


@dataclass(frozen=True, slots=True)
class Known:
    """A place of a gazetteer: `countries` are ISO codes, `population` 0 where unknown."""

    name: str
    countries: tuple[str, ...]
    rank: int
    population: int = 0
    source: str = "own"


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """ "Al-Hasakah", "al Hasakah" and "Hasakah" are one: `place_key("Deir ez-Zor")` is "deir zor"."""
    words = [plain(p) for p in PIECE.findall(name)]
    core = [w for w in words if w not in _ARTICLES] or words
    return " ".join(core)


@cache
def place_table() -> dict[str, Known]:
    """Key -> place, of own rows, countries, capitals and ISO units (the earlier source wins)."""
    table: dict[str, Known] = {}
    for row in load_jsonl("gazetteer/countries"):
        for alias in (row["name"], *row["aliases"]):
            table.setdefault(place_key(alias), Known(row["name"], (row["iso"],), COUNTRY))
        for seat in (row["capital"], *row.get("seats", ())):
            if seat:
                table.setdefault(place_key(seat), Known(seat, (row["iso"],), CITY))
    for row in load_jsonl("gazetteer/places"):
        rank = _RANK.get(row["kind"], REGION if row["country"] else CONTINENT)
        for alias in (row["name"], *row["aliases"]):
            table[place_key(alias)] = Known(row["name"], tuple(row["country"]), rank)
    for name, iso, _ in load_subdivisions():
        if iso not in place_words("skipped_countries"):
            table.setdefault(_quick_key(name), Known(name, (iso,), AREA, source="iso"))
    return table


def _quick_key(name: str) -> str:
    return name.lower() if name.isascii() and name.isalpha() else place_key(name)


@lru_cache(maxsize=8192)
def find_cities(printed: str) -> tuple[Known, ...]:
    """Cities of that name, the largest first: `find_cities("Tripoli")[0].countries` is ("LY",)."""
    names, escaped = load_cities()
    fragments: list[bytes] = []
    bare = printed.split(" ", 1)[1] if printed[:3] in ("Al ", "al ", "El ") else printed
    for form in dict.fromkeys((printed, bare, f"Al {bare}", printed.replace(" ", "-"))):
        hit = names.get(form.encode())
        if hit is not None:
            fragments += hit if isinstance(hit, list) else [hit]
    rows = [parse_city(f) for f in fragments]
    wanted = place_key(printed)
    for size in range(
        min(len(printed), 12), 1, -1
    ):  # "Bogota" for "Bogotá": rows that begin alike up to an accent
        for fragment in escaped.get(printed[:size].encode(), ()):
            row = parse_city(fragment)
            if place_key(row[0]) == wanted:
                rows.append(row)
    rows.sort(key=lambda row: (-row[2], row[1], row[0]))
    return tuple(Known(name, (iso,), CITY, people, "city") for name, iso, people in rows)


@cache
def place_words(kind: str) -> frozenset[str]:
    """A word list of lexicon/places.toml: `"district" in place_words("nouns")`."""
    return frozenset(load_toml("lexicon/places")[kind])
