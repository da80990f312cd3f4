"""PDF to Document: whole papers in the manner of many houses, read with both engines."""

from __future__ import annotations

import io
import re

import pytest
from press import Press, Style
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from claimx.errors import UsageError
from claimx.model import Document, Zone
from claimx.read.pdf import read_pdf
from claimx.spans import as_read

PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

PARAGRAPHS = [
    "The northern council signed the truce in Oskil on 4 June 2009.^{1} Two "
    "brigades withdrew from the harbour within a "
    "week, although the governor kept 300 men at the crossing until the rains.^{2} "
    "Nobody counted the wounded.",
    "# The second siege",
    "When negotiations collapsed in 2011, a patrol of the river militia attacked "
    "the customs warehouse and killed "
    "seventeen guards.^{3} The Al-Karim brigade denied it; observers from the "
    "union said that the brigade's own "
    "communications had named the commander, his deputy and the telecommunications "
    "officer.^{4} The council answered with "
    "an ultimatum that the militia never acknowledged, and the administrative "
    "buildings burned for two nights.",
    "Later accounts differ. One officer remembers 40 dead, another 54, and the "
    "provincial statistics office published "
    "no figure at all before 2014.^{5} By then the settlement had been abandoned.^{6}",
    "A third account, written by a harbour pilot who had watched the assault from "
    "the breakwater, gives the number of "
    "boats as twelve and the number of prisoners as nine.^{7} It was printed only "
    "once, and no library in the province "
    "seems to hold a copy of it today.^{8}",
]
NOTES = {
    "1": "Vera Lind, The Long Road to Oskil (London: Harbour Press, 1998), 24-31.",
    "2": "Ibid., 33.",
    "3": 'See John Carter, "Borders and Bandits," Journal of Frontier Studies 12, no. 2 '
    "(2014): 7-19; compare also the "
    "figures of the provincial statistics office, which counted the wounded in "
    "three districts and left out all "
    "those who were treated at home.",
    "4": "Interview with a former officer, Oskil, March 2015.",
    "5": "Carter, Borders, 9.",
    "6": "Lind, op. cit., p. 112.",
    "7": 'Omar Said, "What the Pilot Saw," Harbour Review, '
    "https://www.harbour-review.org/archive/2016/04/what-the-"
    "pilot-saw-from-the-breakwater.html.",
    "8": "The author looked for it in 2017.",
}

HOUSES = {
    "latex": Style(note_indent=12, number_gap=False),
    "word": Style(
        size=12,
        note_size=10,
        indent=0,
        leading=1.15,
        width=612,
        height=792,
        margin=72,
        justify=False,
        head=None,
    ),
    "law review": Style(number="dot", note_size=8, size=10, page_number="head", note_indent=10, height=430),
    "number not raised, no rule": Style(number="plain", rule="none", note_gap=14, height=430),
    "two columns": Style(columns=2, width=560, height=330, size=9.5, note_size=7.5, hyphenate=True),
    "two columns, no rule": Style(
        columns=2, width=560, height=340, size=9.5, note_size=8, rule="none", number="plain"
    ),
    "raised, not smaller": Style(callout="same", number="same", height=430),
    "markers drawn last": Style(callouts_last=True, hyphenate=True, height=430),
    "roman page numbers": Style(page_number="roman", indent=0, hyphenate=True, first_page=3, height=430),
    "notes as large as the text": Style(size=10, note_size=10, rule="short", number="dot", height=430),
    "hanging notes": Style(number="plain", hanging_notes=14, rule="full", height=430),
    "notes run on": Style(height=330),
}


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"\^\{\d+\}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+", "", text).casefold())


def text_of(document: Document, *zones: Zone | None) -> str:
    return "\n".join(document.text[line.start : line.end] for line in document.lines if line.zone in zones)


def notes_of(document: Document) -> dict[str, str]:
    """Note texts by number: a line in a note zone that begins with raised figures begins a note."""
    found: dict[str, list[str]] = {}
    number = ""
    for line in document.lines:
        if line.zone != Zone.NOTE:
            continue
        text = document.text[line.start : line.end]
        match = re.match(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ", text)
        if match:
            number = match[1].translate(PLAIN)
            text = text[match.end() :]
        found.setdefault(number, []).append(text)
    return {number: as_read("\n".join(lines)) for number, lines in found.items()}


@pytest.fixture(scope="module", params=list(HOUSES))
def house(request) -> bytes:
    return Press(HOUSES[request.param]).print(PARAGRAPHS, NOTES)


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_body_notes_and_callouts_come_out_as_set(house, engine):
    document = read_pdf(house, id="paper", engine=engine)
    body = as_read(text_of(document, None, Zone.HEADING, Zone.TABLE))
    assert letters(body) == letters(" ".join(paragraph.removeprefix("# ") for paragraph in PARAGRAPHS))
    assert [found.translate(PLAIN) for found in re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", body)] == list(NOTES)
    assert notes_of(document) == NOTES
    assert not document.problems


def test_engines_give_the_same_text(house):
    assert (
        read_pdf(house, id="paper", engine="pdfium").text
        == read_pdf(house, id="paper", engine="pdfplumber").text
    )


def test_running_heads_and_page_numbers_are_furniture():
    document = read_pdf(Press(Style(height=270)).print(PARAGRAPHS, NOTES), id="paper")
    assert document.text.count("\f") >= 2
    furniture = text_of(document, Zone.FURNITURE).split("\n")
    assert {"A Journal of Border Studies", "Vera Lind"} <= set(furniture)
    assert {"1", "2", "3"} <= set(furniture)
    for page in document.text.split("\f"):
        assert page.startswith(("A Journal of Border Studies\n\n", "Vera Lind\n\n"))


def test_nothing_is_lost():
    document = read_pdf(Press(HOUSES["latex"]).print(PARAGRAPHS, NOTES), id="paper")
    pieces = [document.text[line.start : line.end] for line in document.lines]
    assert "".join(document.text.split()) == "".join("".join(pieces).split())
    assert all(line.page and line.x0 < line.x1 and line.top < line.bottom for line in document.lines)
    assert [line.start for line in document.lines] == sorted(line.start for line in document.lines)


def test_paragraphs_are_parted_and_lines_kept():
    document = read_pdf(Press(Style(height=792, head=None)).print(PARAGRAPHS, NOTES), id="paper")
    first = document.text.split("\n\n")[0]
    assert first.startswith("The northern council") and first.endswith("wounded.") and first.count("\n") >= 2
    assert "\n\nThe second siege\n\n" in document.text


def test_a_line_that_begins_with_a_number_starts_nothing():
    text = (
        "The garrison at the harbour had been reinforced twice that winter "
        "and then counted exactly (2) officers and 12 men."
    )
    for width in range(200, 330, 10):
        document = read_pdf(Press(Style(width=width, margin=30, head=None)).print([text]), id="paper")
        assert as_read(document.text.split("\n\n")[0]) == text
        assert not re.search(r"\n[(\d]", document.text.split("\n\n")[0])


def test_the_same_bytes_give_the_same_document(house):
    assert read_pdf(house, id="paper") == read_pdf(house, id="paper")


def test_an_engine_that_is_not_there():
    with pytest.raises(UsageError, match="auto, pdfium, pdfplumber"):
        read_pdf(Press().print(["A line."]), id="paper", engine="ghostscript")


@pytest.mark.parametrize(
    "paper",
    ["ali-2024-isk", "basit-2024-nmds", "efsas-2022-ttp", "terrorism-monitor-20-03", "zahid-2022-ttp-isk"],
)
def test_engines_agree_on_the_papers(shared, paper):
    data = (shared / "papers" / "pdf" / f"{paper}.pdf").read_bytes()
    assert (
        read_pdf(data, id=paper, engine="pdfium").text == read_pdf(data, id=paper, engine="pdfplumber").text
    )


def test_a_rule_of_underscores_opens_the_notes():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    for number in range(8):
        canvas.drawString(50, 260 - 14 * number, "The garrison at the harbour counted its boats.")
    canvas.drawString(50, 130, "_" * 20)
    canvas.drawString(50, 110, "1. Lind, Long Road, 24.")
    canvas.save()
    document = read_pdf(out.getvalue(), id="paper")
    assert notes_of(document) == {"1": "Lind, Long Road, 24."}
    assert text_of(document, Zone.FURNITURE) == "_" * 20


def test_italics_as_markdown_writes_them():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    x = 50.0
    for words, font in (
        ("Lind, ", "Times-Roman"),
        ("The Long Road to Oskil", "Times-Italic"),
        (", 24; and ", "Times-Roman"),
        ("passim", "Times-Italic"),
        (".", "Times-Roman"),
    ):
        canvas.setFont(font, 10)
        canvas.drawString(x, 250, words)
        x += stringWidth(words, font, 10)
    canvas.setFont("Times-Italic", 10)
    canvas.drawString(50, 200, "A paragraph set in italics as a whole.")
    canvas.save()
    for engine in ("pdfium", "pdfplumber"):
        assert read_pdf(out.getvalue(), id="paper", engine=engine).text == (
            "Lind, *The Long Road to Oskil*, 24; and *passim*.\n\nA paragraph set in italics as a whole."
        )
