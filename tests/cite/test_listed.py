"""The reference list: keys, repeats, what is never cited."""

from claimx.cite.listed import never_cited, read_list, table_sources
from claimx.cite.paper import Paper
from claimx.cite.records import Cited, Listed
from claimx.model import Block, Callout, Document, Zone


class Zones:
    published = None

    def __init__(self, blocks):
        self.blocks = blocks


def paper(*parts):
    text, blocks = "", []
    for zone, words in parts:
        blocks.append(Block(zone, ((len(text), len(text) + len(words)),)))
        text += words + "\n"
    return Paper(Document("d", text), Zones(tuple(blocks)))


def test_read_list_carries_names_over_dashes():
    listed, entries = read_list(paper(
        (Zone.REFERENCE, "Noor, A., & Diallo, B. (2011). The lake. London: Hurst."),
        (Zone.REFERENCE, "———. (2014). The shore. London: Hurst."),
        (Zone.REFERENCE, "- Keita, M. (2012). Ports. London: Hurst."),
    ))  # fmt: skip
    assert [one.key for one in listed] == ["Noor & Diallo, 2011", "Noor & Diallo, 2014", "Keita, 2012"]
    assert [e and e.names for e in entries] == [("Noor", "Diallo"), ("Noor", "Diallo"), ("Keita",)]


def test_never_cited_asks_only_lists_that_are_cited():
    listed = [Listed(0, "Noor, 2011", "", ((0, 1),), ()), Listed(1, "Keita, 2012", "", ((2, 3),), ())]
    cited = Cited(Callout("author-year", 0, 1, text="Noor, 2011"), 0, None, 0, "Noor, 2011", "resolved")
    assert [p.message for p in never_cited(listed, [cited])] == ["Keita, 2012 is never cited"]
    assert never_cited(listed, []) == []


def test_table_sources_only_right_below():
    found = table_sources(paper(
        (Zone.TABLE, "Front\t300"), (Zone.FURNITURE, "12"), (Zone.BODY, "(Source: Crime Bureau, 2021)"),
        (Zone.TABLE, "Army\t4"), (Zone.BODY, "It fell."), (Zone.BODY, "Source: none of it"),
    ))  # fmt: skip
    assert list(found) == [0]
    assert found[0][0].text == "Crime Bureau, 2021"
