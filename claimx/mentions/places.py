"""Places in a sentence: gazetteer names, "X district" by shape, and "in X" where nothing else claims X.

>>> [(p.text, p.country) for _, _, p in find_places("a raid in Kech district, Pakistan")]
[('Kech district', 'PK'), ('Pakistan', 'PK')]
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.mentions.actors import find_actors
from claimx.mentions.entities import Names
from claimx.mentions.pieces import Mention, Pieces, block, cut
from claimx.mentions.placefinder import Found, PlaceFinder
from claimx.mentions.placenames import AREA, CITY, SITE, place_key, place_table, place_words
from claimx.model import Place


def find_places(
    text: str,
    *,
    actors: Sequence[Mention] | None = None,
    persons: Sequence[tuple] = (),
    index: Names | None = None,
) -> list[Found]:
    """(start, end, place) in order of the text; a country's ISO code where it is known.

    `actors`: the sentence's mentions when at hand (no place is found inside a group's name);
    `persons`: tuples that begin with start and end; `index`: the document's, for its
    own place acronyms and the countries that it speaks of. Sort with `narrow_first` for a claim's slot.
    """
    if actors is None:
        actors = find_actors(text, index)
    pieces = cut(text)
    _block(pieces, actors, persons)
    return PlaceFinder(pieces, index).run()


def narrow_first(places: Sequence[Place]) -> list[Place]:
    """Most specific first, order of the text kept among equals: [Kandahar, Afghanistan]."""
    return sorted(places, key=specificity)


def specificity(place: Place) -> int:
    """0 a site, 1 a city, 2 a province or district, 3 a region, 4 a country, 5 a continent."""
    known = place_table().get(place_key(place.name)) or place_table().get(place_key(place.text))
    last = place.text.rsplit(" ", 1)[-1].lower()
    if last in place_words("sites"):
        return SITE
    if known is not None:
        return known.rank
    return AREA if last in place_words("nouns") else CITY


def _block(pieces: Pieces, actors: Sequence[Mention], persons: Sequence[tuple]) -> None:
    spans = [
        (m.start, m.end)
        for m in actors
        if (m.type != "state" or m.source in ("demonym", "shape"))
        and not (m.type == "org-civil" and _is_site(pieces.text, m))
    ]
    spans += [(a, b) for a, b, *_ in persons]
    block(pieces, spans)


def _is_site(text: str, mention: Mention) -> bool:
    """A civil body's name that stands for its building: "an attack on the Army Public School"."""
    if mention.actor.text.rsplit(" ", 1)[-1].lower() not in place_words("sites"):
        return False
    before = text[: mention.start].removesuffix("the ").rstrip().rsplit(" ", 1)[-1]
    after = text[mention.end :].split(maxsplit=1)[:1]
    return before in place_words("struck") or not place_words("events").isdisjoint(after)
