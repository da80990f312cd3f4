"""Blocks of a document as the citation engine sees them."""

from claimx.cite.paper import Paper
from claimx.model import Block, Document, Zone


class Zones:
    published = "2019"

    def __init__(self, *blocks):
        self.blocks = blocks


def test_texts_and_places():
    text = "See *The Bor\u00ad\nder*, at\nhome.\n\nhead"
    zones = Zones(Block(Zone.BODY, ((0, 28),)), Block(Zone.FURNITURE, ((30, 34),)))
    paper = Paper(Document("d", text), zones)
    assert paper.text(0) == "See The Border, at home."
    assert paper.printed(0) == "See *The Border*, at home."
    assert paper.running == [0]
    assert 1 not in paper.joined
    assert text[paper.source(0, 4)] in "*T"
    assert paper.published == "2019"
    assert Paper(Document("d", text, published="2020"), zones).published == "2020"
    assert Paper(Document("d", text), zones, "2021").published == "2021"
    assert not paper.is_note(0)
