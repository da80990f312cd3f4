"""A separated document as this package sees it: blocks by zone, their texts as read and as printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from claimx.model import Block, Document, Zone
from claimx.spans import join_spans

# Zones whose text may hold callouts.
_TEXT = frozenset({Zone.BODY, Zone.ABSTRACT, Zone.LIST, Zone.TABLE, Zone.HEADING})
_HYPHEN = re.compile(r"\u00ad\s*\n\s*|\u00ad|(?<=\w-)\s*\n\s*(?=\w)|(?<=[\w/])\n(?=\S*/)")
_NUMBER_BEFORE = re.compile(r"(?:^|\n)\s*[\[(]?(\d{1,3})[\]).]+\s*$")
_BLANKS = re.compile(r"\s+")


class ZonesLike(Protocol):
    """What a separated document offers (claimx.zones.Zones; passed in by the pipeline)."""

    @property
    def blocks(self) -> Sequence[Block]:
        """Its blocks, in order."""
        ...

    @property
    def published(self) -> str | None:
        """EDTF, when its front matter tells."""
        ...


class Paper:
    """Blocks of a document with their joined texts; blocks are named by their index."""

    def __init__(self, document: Document, zones: ZonesLike, published: str | None = None):
        self.document, self.blocks = document, zones.blocks
        self.published = published or document.published or zones.published
        self.joined = {
            i: join_spans(document.text, block.spans)
            for i, block in enumerate(self.blocks)
            if block.zone != Zone.FURNITURE
        }
        self.of_zone: dict[Zone, list[int]] = defaultdict(list)
        for index, block in enumerate(self.blocks):
            self.of_zone[block.zone].append(index)
        self.running = [i for i, block in enumerate(self.blocks) if block.zone in _TEXT]

    def text(self, block: int) -> str:
        """A block as a reader reads it."""
        return self.joined[block].text

    def printed(self, block: int) -> str:
        """A block on one line with its markup in place: italics tell a journal from a title."""
        pieces = "\n".join(self.document.text[low:high] for low, high in self.blocks[block].spans)
        return _BLANKS.sub(" ", _HYPHEN.sub("", pieces)).strip()

    def number(self, block: int) -> str | None:
        """A block's printed number; that of a reference may stand right before its words ("[12] Noor A.")."""
        one = self.blocks[block]
        if one.number or one.zone != Zone.REFERENCE:
            return one.number
        start = one.spans[0][0]
        found = _NUMBER_BEFORE.search(self.document.text, max(0, start - 12), start)
        return found[1] if found else None

    def source(self, block: int, offset: int) -> int:
        """From an offset in a block's joined text to one in the document."""
        return self.joined[block].position(offset)

    def is_note(self, block: int) -> bool:
        """Whether a block is a note."""
        return self.blocks[block].zone == Zone.NOTE
