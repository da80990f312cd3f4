"""A document from text, and its blocks as (zone, text) pairs, for the tests of zones."""

from __future__ import annotations

from claimx.model import Block, Zone
from claimx.read.text import read_text
from claimx.spans import join_spans
from claimx.zones import Zones, separate_blocks


class Separated:
    """The zones of a text, with shorthands for what tests look at."""

    def __init__(self, text: str):
        self.document = read_text(text.encode(), id="paper")
        self.zones: Zones = separate_blocks(self.document)

    def read(self, block: Block) -> str:
        """The text of a block as a reader reads it."""
        return join_spans(self.document.text, block.spans).text

    def texts(self, zone: Zone) -> list[str]:
        """The texts of all blocks of one zone."""
        return [self.read(block) for block in self.zones.blocks if block.zone == zone]

    def notes(self) -> dict[str | None, str]:
        """Number -> text of the notes."""
        return {block.number: self.read(block) for block in self.zones.blocks if block.zone == Zone.NOTE}

    def codes(self) -> list[str]:
        """The codes of the problems found."""
        return [problem.code for problem in self.zones.problems]
