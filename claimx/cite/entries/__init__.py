"""The reference parser: the text of a note or of a bibliography entry -> sources as CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claimx.cite.entries.build import build_csl, make_id
from claimx.cite.entries.clean import clean
from claimx.cite.entries.imprint import Fields
from claimx.cite.entries.short import Short, read_cited, read_ibid
from claimx.cite.entries.source import has_substance, read_source
from claimx.cite.entries.split import Piece, split_note
from claimx.model import Reference

_DASHES = re.compile(r"^\s*(?:[-•*]\s+)?(?:[—–_]{2,}|-{3,})")

__all__ = ["parse_pieces", "parse_reference", "parse_references"]


def parse_reference(text: str) -> list[Reference]:
    """Sources named in one note or bibliography entry, in the order of the text.

    `text` is best given with its markdown (*italics*, <urls>) still in place: italics tell a container
    from a title. Text that was already cleaned works too. A remark without a source gives [].

    >>> [ref] = parse_reference('Zahid Hussain, "The Frontiers," *Dawn*, April 27, 2022.')
    >>> ref.csl["container-title"], ref.csl["issued"]
    ('Dawn', {'date-parts': [[2022, 4, 27]]})
    """
    return [reference for _, reference in parse_pieces(text) if reference is not None]


def parse_references(texts: Sequence[str]) -> list[list[Reference]]:
    """`parse_reference` for many texts at once (same order): what an inventory should call.

    Dashes that stand for the author of the entry before ("———. 1807. …") are filled in.
    """
    found: list[list[Reference]] = []
    before: list[Reference] = []
    for text in texts:
        entry = parse_reference(text)
        if (
            before
            and _DASHES.match(text)
            and entry
            and "author" in before[0].csl
            and "author" not in entry[0].csl
        ):
            csl = {"id": "", "type": "", "author": before[0].csl["author"], **entry[0].csl}
            entry = [replace(entry[0], csl={**csl, "id": make_id(csl)}), *entry[1:]]
        found.append(entry)
        before = entry or before
    return found


def parse_pieces(text: str) -> list[tuple[Piece, Reference | None]]:
    """The parts of a note: each source with its reference, each remark with None."""
    return list(_parse(text))


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[tuple[Piece, Reference | None], ...]:
    found = []
    for piece in split_note(clean(text)):
        reference = None
        if piece.source and read_ibid(piece.text) is None:
            cited = read_cited(piece.text)
            fields = _leaning(cited) if cited else read_source(piece.text)
            if has_substance(fields):
                reference = Reference(
                    csl=build_csl(fields), stance=piece.stance, locator=fields.get("locator")
                )
        found.append((piece, reference))
    return tuple(found)


def _leaning(short: Short) -> Fields:
    """What "Gul, op. cit., p. 5" itself says of its source."""
    names, title = list(short.names), short.title
    return {
        **({"author": names} if names else {}),
        **({"title": title} if title else {}),
        "locator": short.locator,
        "type": "book",
    }
