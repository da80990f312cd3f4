"""Claim -> citations: clause, sentence, paragraph, note, table."""

import pytest

from claimx.cite.ibid import ResolvedNote
from claimx.cite.link import link_claim
from claimx.cite.records import Cited, Holdings, Note
from claimx.model import Callout, Citation, Reference, Sentence, Stance, Zone
from claimx.sentences import cut_callouts

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def callouts_of(text):
    """Raised digits and "(Name, 2001)", "(Name, May 3)" of a test sentence; "Name (2001)" is narrative."""
    import re

    found = []
    for match in re.finditer(rf"[{RAISED}]+|\s\(([A-Z][^()]*)\)|\s\((\d{{4}})\)", text):
        start, end = match.span()
        if match[1]:
            for part in match[1].split("; "):
                form = "author-year" if part[-4:].isdigit() else "inline"
                found.append(Callout(form, start, end, text=part, at=start + 2))
        elif match[2]:
            name = text[:start].split()[-1]
            found.append(Callout("author-year", start, end, text=f"{name}, {match[2]}", at=start - len(name)))
        else:
            number = "".join(str(RAISED.index(c)) for c in match[0])
            found.append(Callout("superscript", start, end, marker=number, at=start))
    return tuple(found)


def sentence(text, *, index=0, zone=Zone.BODY, inferred=(), note=None):
    callouts = callouts_of(text)
    callouts += tuple(Callout("superscript", len(text), len(text), marker=n, inferred=True) for n in inferred)
    plain, to_text = cut_callouts(text, callouts)
    return Sentence(
        text, plain, to_text, ((0, len(text)),), zone, index, block=0, note=note, callouts=callouts
    )


def holdings(*sentences, lost=(), **more):
    cited = []
    for one in sentences:
        for c in one.callouts:
            reference = Reference({"id": "x", "type": "book", "title": c.marker or c.text}, locator=c.locator)
            status, target = "resolved", c.marker or c.text
            cited.append(Cited(c, 0, None, 0, target, status, (), (reference,), lost_before=c.marker in lost))
    return Holdings("paper", cited=tuple(cited), by_block={0: tuple(cited)}, **more)


def linked(text, word, *, following=(), **more):
    one = sentence(text)
    later = [sentence(t, index=n) for n, t in enumerate(following, 1)]
    found = link_claim(one, one.plain.index(word), holdings(one, *later, **more), following=later)
    return [c.marker or c.text for c in found], {c.scope for c in found}


CLAUSES = [
    ("They attacked the town.⁴", "attacked", ["4"], "sentence"),
    ("They attacked the town,³ and it fell.⁴", "attacked", ["3"], "clause"),
    ("They attacked the town,³ and it fell.⁴", "fell", ["4"], "clause"),
    ("They attacked the town;³ it fell;⁴ all fled.⁵", "fell", ["4"], "clause"),
    ("They attacked³ the town in May.⁴", "attacked", ["3", "4"], "sentence"),
    ("They attacked³ the town in May.⁴", "May", ["3", "4"], "sentence"),
    ("They attacked it³ in May, and left in June.⁴", "attacked", ["3"], "clause"),
    ("They attacked it³ in May, and left in June.⁴", "left", ["4"], "clause"),
    ("They attacked it,³ which the army resented.⁴", "resented", ["3", "4"], "clause"),
    ("They attacked it³ while the army left.⁴", "attacked", ["3"], "clause"),
    ("They attacked it³ while the army left.⁴", "left", ["4"], "clause"),
    ("They attacked the town,³⁴ they say.", "attacked", ["34"], "sentence"),
    ("They attacked the town,³ while others, so they say, left.", "left", ["3"], "sentence"),
    ("They attacked it (Mir, 2022; Noor, 2021).", "attacked", ["Mir, 2022", "Noor, 2021"], "sentence"),
    ("They attacked it (Mir, 2022), later leaving it (Noor, 2021).", "attacked", ["Mir, 2022"], "clause"),
    ("They attacked it (Mir, 2022), later leaving it (Noor, 2021).", "leaving", ["Noor, 2021"], "clause"),
    ("They attacked it (Mir, 2022).³", "attacked", ["Mir, 2022", "3"], "sentence"),
    ("Noor (2021) says they attacked it.", "attacked", ["Noor, 2021"], "sentence"),
    ("Noor (2021) says they attacked it (Mir, 2022).", "attacked", ["Noor, 2021", "Mir, 2022"], "sentence"),
    ("They attacked it, as Noor (2021) says.", "attacked", ["Noor, 2021"], "sentence"),
    ("They attacked it (Dawn, May 3).", "attacked", ["Dawn, May 3"], "sentence"),
]


@pytest.mark.parametrize(("text", "word", "expected", "scope"), CLAUSES)
def test_clause_and_sentence(text, word, expected, scope):
    assert linked(text, word) == (expected, {scope})


PARAGRAPHS = [
    (["They fled then.⁴"], ["4"]),
    (["Nobody knew.", "They fled then.⁴"], ["4"]),
    (["They fled,⁴ all of them.⁵"], ["4"]),
    (["They fled (Mir, 2022; Noor, 2021). "], ["Mir, 2022", "Noor, 2021"]),
    (["One.", "Two.", "Three.", "They fled then.⁴"], []),
    (["Nobody knew."], []),
    ([], []),
]


@pytest.mark.parametrize(("following", "expected"), PARAGRAPHS)
def test_paragraph(following, expected):
    found, scopes = linked("They attacked the town.", "attacked", following=following)
    assert found == expected
    assert scopes <= {"paragraph"}


def test_no_guess_over_a_lost_callout():
    assert linked("They attacked the town.", "attacked", following=["They fled.⁶"], lost=("6",))[0] == []


def test_inferred_callout_is_told_as_such():
    one = sentence("They attacked the town.", inferred=("5",))
    (citation,) = link_claim(one, 5, holdings(one))
    assert (citation.marker, citation.inferred, citation.scope) == ("5", True, "paragraph")


def test_printed_goes_before_inferred():
    one = sentence("They attacked the town.⁴", inferred=("5",))
    assert [c.marker for c in link_claim(one, 5, holdings(one))] == ["4"]


def test_one_work_twice_keeps_its_page():
    text = "Noor (2021) says “they attacked it”."
    one = sentence(text)
    page = Callout("author-year", len(text), len(text), text="Noor, 2021", at=len(text), locator="10")
    both = (*one.callouts, page)
    one = Sentence(one.text, one.plain, one.to_text, one.spans, one.zone, 0, 0, callouts=both)
    (citation,) = link_claim(one, 15, holdings(one))
    assert citation.text == "Noor, 2021"


def resolved(kind, references):
    return Note(
        0, "Text of it.", ((0, 5),), ResolvedNote("7", None, "Text of it.", kind, references=references)
    )


def test_claim_in_a_note():
    reference = Reference({"id": "a", "type": "book", "title": "The Border"}, Stance.SUPPORTS)
    one = sentence("They attacked it. See The Border.", zone=Zone.NOTE, note="7")
    mixed = holdings(one, note_of_block={0: resolved("mixed", (reference,))})
    (citation,) = link_claim(one, 5, mixed)
    assert (citation.type, citation.marker, citation.scope, citation.references) == (
        "note",
        "7",
        "sentence",
        (reference,),
    )
    assert link_claim(one, 5, holdings(one, note_of_block={0: resolved("commentary", ())})) == ()
    inline = sentence("They attacked it (Dawn, May 3).", zone=Zone.NOTE, note="7")
    assert [c.text for c in link_claim(inline, 5, holdings(inline))] == ["Dawn, May 3"]


def test_row_of_a_table():
    one = sentence("Strength\t4,000", zone=Zone.TABLE)
    source = (Citation("inline", None, None, "Crime Bureau, 2021", "paragraph", "resolved"),)
    assert link_claim(one, 0, holdings(one, table_sources={0: source})) == source
    assert link_claim(one, 0, holdings(one)) == ()
