"""Which candidates of author-year and inline sources count."""

from claimx.cite.keys import read_entry
from claimx.cite.named import cite_named, named_problems
from claimx.cite.paper import Paper
from claimx.cite.records import Listed
from claimx.model import Block, Document, Zone


class Zones:
    published = None

    def __init__(self, *blocks):
        self.blocks = blocks


def cited(text, *references, callouts=False, zone=Zone.BODY):
    listed = [Listed(9, None, r, ((0, 1),), ()) for r in references]
    paper = Paper(Document("d", text), Zones(Block(zone, ((0, len(text)),))))
    entries = [read_entry(r) for r in references]
    return cite_named(paper, listed, entries, has_callouts=callouts)


LIST = ("Noor, A. (2015). War.", "Keita, M. (2012). Shores.", "Okello, J. (2014). Ports.")


def test_style_of_a_list_keeps_the_unmatched():
    found = cited("A (Noor, 2015; Keita, 2012; Okello, 2014; Abed, 2001).", *LIST)
    assert [c.status for c in found] == ["resolved", "resolved", "resolved", "missing"]
    assert [p.code for p in named_problems(found)] == ["citation-without-reference"]


def test_one_match_beside_footnotes_is_kept_alone():
    found = cited("A (Noor, 2015). B (Bungo, 2001).", *LIST, callouts=True)
    assert [c.callout.text for c in found] == ["Noor, 2015"]


def test_without_a_list_many_shapes_make_a_style():
    names = ("Noor", "Keita", "Okello", "Abed", "Moro", "Hale", "Diallo", "Walter")
    text = " ".join(f"It fell ({name}, {2000 + n})." for n, name in enumerate(names))
    assert {c.callout.form for c in cited(text)} == {"author-year"}
    assert cited(text, callouts=True) == []
    assert cited(text[:60]) == []


def test_inline_needs_a_style_or_a_sure_source():
    assert cited("It fell (Bungo, May 3, 2012).") == []
    assert [c.date for c in cited("It fell (lakenews.org, May 3, 2012).")] == ["2012-05-03"]
    three = "It fell (Dawn, May 3, 2012). Then (CNN, May 4, 2012). Then (BBC, May 5, 2012; Authority, 2011)."
    assert [c.date for c in cited(three)] == ["2012-05-03", "2012-05-04", "2012-05-05", "2011"]


def test_stance_and_locator_reach_the_reference():
    from claimx.model import Reference

    text = "A (see also Noor, 2015, p. 3; Keita, 2012; Okello, 2014)."
    listed = [Listed(9, "k", r, ((0, 1),), (Reference({"id": "x", "type": "book"}),)) for r in LIST]
    paper = Paper(Document("d", text), Zones(Block(Zone.BODY, ((0, len(text)),))))
    first = cite_named(paper, listed, [read_entry(r) for r in LIST], has_callouts=False)[0]
    assert (str(first.references[0].stance), first.references[0].locator) == ("see-also", "3")
