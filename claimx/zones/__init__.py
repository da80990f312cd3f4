"""Separate a document into blocks: what is text, what is note, reference, table or furniture."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.model import Article, Block, Document, Problem
from claimx.zones.articles import find_articles
from claimx.zones.front import read_front
from claimx.zones.furniture import mark_furniture
from claimx.zones.hints import heed_layout
from claimx.zones.notes import mark_notes
from claimx.zones.paragraphs import build_blocks, mark_text
from claimx.zones.references import mark_references
from claimx.zones.strays import cut_strays
from claimx.zones.tables import mark_tables
from claimx.zones.units import cut_units


@dataclass(frozen=True, slots=True)
class Zones:
    """A document taken apart. `title`, `authors` and `published` (EDTF) are what its front matter
    prints, None or () when it prints none."""

    blocks: tuple[Block, ...]
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


def separate_blocks(document: Document) -> Zones:
    """The blocks of a document, in its order; a paragraph that notes or page ends cut is one block.

    Notes carry their number, table rows the entity or heading they stand under, blocks of an
    issue their article. What could not be told lands in `problems`.
    """
    units = heed_layout(document, cut_units(document))
    mark_furniture(units)
    mark_tables(units)
    articles = find_articles(document.text, units)
    front = read_front(units, issue=bool(articles))
    mark_references(document.text, units)
    cut_strays(document.text, units)
    problems = mark_notes(document.text, units, document.id)
    mark_text(units, front.body)
    return Zones(build_blocks(units), articles, tuple(problems), front.title, front.authors, front.published)
