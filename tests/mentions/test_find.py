"""All mentions of a document in one pass, and how a date without a year is completed on the way."""

from __future__ import annotations

from claimx.mentions.actors import actor_index
from claimx.mentions.find import find_mentions
from claimx.model import Basis, Sentence, Zone


def sentence(text: str, block: int = 0, zone: Zone = Zone.BODY, index: int = 0) -> Sentence:
    return Sentence(text, text, tuple(range(len(text) + 1)), ((0, len(text)),), zone, index, block)


def mentions(*sentences: Sentence, reference: str | None = None, sourced=lambda n: None):
    return find_mentions(sentences, actor_index(), reference, sourced)


def test_references_and_furniture_are_not_searched():
    text = "Boko Haram killed 12 people in Borno in 2014."
    for zone in (Zone.REFERENCE, Zone.FURNITURE, Zone.FRONT):
        (found,) = mentions(sentence(text, zone=zone))
        assert not (found.actors or found.places or found.quantities or found.timexes)


def test_an_empty_sentence():
    (found,) = mentions(sentence(""))
    assert not found.actors and found.words == frozenset()


def test_every_sort_of_mention():
    (found,) = mentions(
        sentence("Boko Haram killed 12 people in Maiduguri on 3 May 2014, said General Tukur Buratai.")
    )
    assert [m.actor.id for m in found.actors][:1] == ["boko-haram"]
    assert [p.text for _, _, p in found.places] == ["Maiduguri"]
    assert [(q.range.min, q.range.max) for q in found.quantities] == [(12, 12)]
    assert [t.edtf for t in found.timexes] == ["2014-05-03"]
    assert any("Buratai" in p.text for p in found.persons)


def test_a_year_is_no_quantity():
    (found,) = mentions(sentence("The rising of 1964 failed."))
    assert not found.quantities and [t.edtf for t in found.timexes] == ["1964"]


def test_words_are_lower_case_and_split_at_hyphens():
    (found,) = mentions(sentence("Iran-backed Rebels’ raids"))
    assert {"iran-backed", "iran", "backed", "raids"} <= found.words


def test_the_same_year_is_that_of_the_sentence_before():
    _, second = mentions(
        sentence("The war began in 1964."),
        sentence("In the same year the port fell.", index=1),
        reference="2001-08-01",
    )
    assert [(t.edtf, t.basis) for t in second.timexes] == [("1964", Basis.RELATIVE)]


def test_a_new_paragraph_forgets_the_year():
    _, second = mentions(
        sentence("The war began in 1964."),
        sentence("In the same year the port fell.", block=1, index=1),
        reference="2001-08-01",
    )
    assert "1964" not in [t.edtf for t in second.timexes]


def test_a_day_without_a_year_is_the_last_before_publication():
    (found,) = mentions(sentence("On 3 September the port fell."), reference="2001-08-01")
    assert [(t.edtf, t.basis) for t in found.timexes] == [("2000-09-03", Basis.INFERRED_YEAR)]


def test_the_source_dates_what_has_no_year():
    (found,) = mentions(
        sentence("On 3 May the port fell."), reference="2020-01-01", sourced=lambda n: "2011-06-02"
    )
    assert [t.edtf for t in found.timexes] == ["2011-05-03"]


def test_the_source_is_asked_only_when_needed():
    asked = []
    mentions(sentence("On 3 May 1999 the port fell."), reference="2020", sourced=lambda n: asked.append(n))
    assert asked == []
