"""The whole inventory of a paper, on made-up papers and on gold."""

import json
import time
from pathlib import Path

import pytest

from claimx.cite.inventory import build_inventory
from claimx.model import Article, Block, Document, Zone
from claimx.read import read_document
from claimx.sentences import make_sentences
from claimx.zones import separate_blocks


class Zones:
    """Blocks written as (zone, text, number, article)."""

    def __init__(self, blocks, published=None):
        self.published = published
        self.blocks = blocks


def made(*parts, published=None):
    """A document and its zones from (zone, text[, number[, article]])."""
    text, blocks = "", []
    for zone, words, *more in parts:
        start = len(text)
        number, article = (*more, None, None)[:2]
        blocks.append(Block(zone, ((start, start + len(words)),), number=number, article=article))
        text += words + "\n\n"
    return Document("paper", text), Zones(tuple(blocks), published)


def inventory(*parts, published=None):
    return build_inventory(*made(*parts, published=published))


def seen(found):
    return [(c.callout.form, c.callout.marker or c.callout.text, c.target, c.status) for c in found.cited]


def codes(found):
    return [p.code for p in found.problems]


BODY, NOTE, REFERENCE = Zone.BODY, Zone.NOTE, Zone.REFERENCE


def test_empty_paper():
    found = inventory((BODY, "Nothing is cited here."))
    assert (found.notes, found.listed, found.cited, found.problems) == ((), (), (), ())
    assert found.callouts == {}


def test_notes():
    found = inventory(
        (BODY, "The Front took Duma.¹ It left.² Nobody knows why.³ It came back.⁴"),
        (NOTE, "Peter Hale, *The Marsh Rising* (London: Hurst, 1988), 12.", "1"),
        (NOTE, "Ibid., 14.", "2"),
        (NOTE, "The reasons lie outside the scope of this article.", "3"),
    )
    assert seen(found) == [
        ("superscript", "1", "1", "resolved"),
        ("superscript", "2", "2", "resolved"),
        ("superscript", "3", "3", "commentary"),
        ("superscript", "4", None, "missing"),
    ]
    assert found.cited[1].via == ("ibid",)
    assert found.cited[1].references[0].csl["title"] == "The Marsh Rising"
    assert codes(found) == ["callout-without-note"]
    assert found.callouts[0][0].marker == "1"


def test_note_without_callout_is_told_at_the_note():
    found = inventory((BODY, "It fell.¹"), (NOTE, "Hale, Rising, 1.", "1"), (NOTE, "Moro, Duma, 2.", "2"))
    assert "note-without-callout" in codes(found)
    assert found.notes[1].problems == ("note-without-callout", *found.notes[1].resolved.problems) or (
        "note-without-callout" in found.notes[1].problems
    )


def test_author_year():
    found = inventory(
        (
            BODY,
            "It fell (Noor & Diallo, 2015; Keita, 2012). Okello (2014) agrees (p. 3). So (Hemming, 2020).",
        ),
        (BODY, "It rose (Nobody, 2001; Abed, 2016)."),
        (REFERENCE, "Noor, A., & Diallo, B. (2015). War on the lake. London: Hurst."),
        (REFERENCE, "Keita, M. (2012). Shores. London: Hurst."),
        (REFERENCE, "Okello, J. (2014). Ports. London: Hurst."),
        (REFERENCE, "Hamming, T. (2020). Politics. London: Hurst."),
        (REFERENCE, "Abed, C. (2016). Marshes. London: Hurst."),
        (REFERENCE, "Abed, C. (2016). Swamps. London: Hurst."),
        (REFERENCE, "Moro, D. (2019). Camps. London: Hurst."),
    )
    assert seen(found) == [
        ("author-year", "Noor & Diallo, 2015", "Noor & Diallo, 2015", "resolved"),
        ("author-year", "Keita, 2012", "Keita, 2012", "resolved"),
        ("author-year", "Okello, 2014", "Okello, 2014", "resolved"),
        ("author-year", "Okello, 2014", "Okello, 2014", "resolved"),
        ("author-year", "Hemming, 2020", "Hamming, 2020", "resolved"),
        ("author-year", "Nobody, 2001", None, "missing"),
        ("author-year", "Abed, 2016", "Abed, 2016", "ambiguous"),
    ]
    assert found.cited[3].references[0].locator == "3"
    assert len(found.cited[6].references) == 2
    assert codes(found) == [
        "citation-misspelt",
        "citation-without-reference",
        "citation-ambiguous",
        "reference-never-cited",
    ]
    assert found.listed[6].problems == ("reference-never-cited",)
    assert found.listed[5].problems == ("key-not-unique",)


def test_events_with_a_year_are_no_citations_of_a_paper_with_notes():
    found = inventory(
        (BODY, "The Pact (2015) and Operation Heron (2016) failed (Bungo, 2017).¹ It rose (Duma, 2018)."),
        (NOTE, "Hale, Rising (London: Hurst, 1988).", "1"),
    )
    assert [c.callout.form for c in found.cited] == ["superscript"]


def test_inline_sources_take_their_year_from_publication():
    parts = [(BODY, "It fell (Dawn, January 21). They fled (CNN, December 26; dw.com, May 3, 2021).")]
    found = inventory(*parts, published="2022-02-11")
    assert [(c.date, c.date_basis) for c in found.cited] == [
        ("2022-01-21", "inferred-year"),
        ("2021-12-26", "inferred-year"),
        ("2021-05-03", "explicit"),
    ]
    document, zones = made(*parts)
    assert build_inventory(document, zones, published="2020-06").cited[0].date == "2020-01-21"
    assert [c.date for c in build_inventory(document, zones).cited] == [
        "2021-01-21",
        "2020-12-26",
        "2021-05-03",
    ]


def test_inline_source_in_a_note_but_no_publisher():
    found = inventory(
        (BODY, "It fell (dw.com, January 21, 2022). [1] They fled. [2]"),
        (NOTE, "The town was held for a day (Al-Arabiya, December 6 2021).", "1"),
        (NOTE, "See Anne Moro, “The Lake,” (Lake Centre, January 2022).", "2"),
    )
    assert [c.callout.text for c in found.cited if c.callout.form == "inline"] == [
        "dw.com, January 21, 2022",
        "Al-Arabiya, December 6 2021",
    ]


def test_numbered_reference_list():
    document, zones = made((BODY, "It fell [1]. They fled [2, 1]."),
                           (REFERENCE, "Noor A. Mortars. Lancet. 2014;3:12."),
                           (REFERENCE, "Keita M. Attacks. BMJ. 2016;5:1."))  # fmt: skip
    zones.blocks = (
        zones.blocks[0],
        *(Block(REFERENCE, b.spans, number=str(i)) for i, b in enumerate(zones.blocks[1:], 1)),
    )
    found = build_inventory(document, zones)
    assert [(c.callout.marker, c.target) for c in found.cited] == [
        ("1", "Noor, 2014"),
        ("1", "Noor, 2014"),
        ("2", "Keita, 2016"),
    ]
    assert codes(found) == []


def test_source_line_of_a_table():
    found = inventory(
        (Zone.TABLE, "Front\t300"), (Zone.TABLE, "Army\t4,000"), (BODY, "Source: Crime Bureau, 2021."),
        (Zone.TABLE, "Other\t12"), (BODY, "Then it fell."),
    )  # fmt: skip
    assert sorted(found.table_sources) == [0, 1]
    assert found.table_sources[0][0].scope == "paragraph"


def test_cite_by_sentence_number():
    document, zones = made((BODY, "The Front took Duma. It left.¹ All fled.²"),
                           (NOTE, "Hale, Rising (London: Hurst, 1988).", "1"),
                           (NOTE, "Moro, Duma (London: Hurst, 1999).", "2"))  # fmt: skip
    found = build_inventory(document, zones)
    sentences = make_sentences(document, zones.blocks, found.callouts, joined=found.joined)
    cited = [
        [(c.marker, c.scope) for c in found.cite(s, i, 3, sentences)] for i, s in enumerate(sentences[:3])
    ]
    assert cited == [[("1", "paragraph")], [("1", "sentence")], [("2", "sentence")]]


def test_articles_of_an_issue():
    found = inventory(
        (BODY, "It fell. [1]", None, 1), (NOTE, "Peter Hale, *Rising* (London: Hurst, 1988).", "1", 1),
        (BODY, "They fled. [1]", None, 2), (NOTE, "Anne Moro, *Duma* (London: Hurst, 1999).", "1", 2),
    )  # fmt: skip
    assert [(c.article, c.references[0].csl["title"]) for c in found.cited] == [(1, "Rising"), (2, "Duma")]
    assert Article(1, "t", (), (0, 1)).number == 1


def test_many_notes_in_linear_time():
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

    def seconds(size):
        body = [
            (BODY, f"Group {n} left the town for the northern hills.{str(n).translate(raised)}")
            for n in range(1, size)
        ]
        notes = [
            (NOTE, f"Ibid., {n}." if n > 1 else "Anne Moro, *Letters* (London: Hurst, 1999).", str(n))
            for n in range(1, size)
        ]
        document, zones = made(*body, *notes)
        started = time.process_time()
        assert len(build_inventory(document, zones).cited) == size - 1
        return time.process_time() - started

    assert seconds(1600) < 8 * seconds(400) + 0.5


PAPERS = ("ali-2024-isk", "basit-2024-nmds", "terrorism-monitor-20-03")


@pytest.mark.parametrize("name", PAPERS)
def test_gold_callouts_and_notes(shared: Path, name):
    from collections import Counter

    document = read_document(shared / "papers" / f"{name}.txt", id=name)
    found = build_inventory(document, separate_blocks(document))
    rows = [
        json.loads(line)
        for line in (shared / "gold" / f"{name}.markers.jsonl").read_text("utf-8").splitlines()
    ]
    lost = {(r["article"], r["number"]) for r in rows if r["form"] == "missing"}
    want = Counter((r["article"], r["number"]) for r in rows if r["form"] != "missing")
    got = Counter((c.article, c.callout.marker) for c in found.cited if c.callout.marker)
    got = Counter({k: n for k, n in got.items() if k not in lost})
    right = sum((got & want).values())
    assert 2 * right / (sum(got.values()) + sum(want.values())) >= 0.99


def test_author_year_paper_resolves_throughout(shared: Path):
    document = read_document(shared / "papers" / "efsas-2022-ttp.txt", id="efsas")
    found = build_inventory(document, separate_blocks(document))
    assert len(found.cited) == 74
    assert {c.status for c in found.cited} == {"resolved"}
