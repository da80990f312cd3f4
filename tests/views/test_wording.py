import pytest

from claimx.views.wording import headline, say, say_citation, say_date, say_name, say_range, say_source
from tests.ledger.samples import amount, note, record
from tests.views.hostile import hostile


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (amount(12, 12), "12"),
        (amount(4000, 6000), "4,000-6,000"),
        (amount(54, None), "at least 54"),
        (amount(None, 40), "up to 40"),
        (amount(15, 15, approx=True), "about 15"),
        (amount(None, None, text="dozens"), "dozens"),
        ({"min": None, "max": None, "text": ""}, "unknown"),
    ],
)
def test_ranges(value, said):
    assert say_range(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "null"),
        (True, "true"),
        (0.5, "0.5"),
        ("a\x1bb", "a\\x1bb"),
        ([["a"], 1], "[[a], 1]"),
        ({"x": "y"}, '{"x": "y"}'),
        ({"text": "it", "name": "Karsa Front", "id": "k"}, "it (Karsa Front)"),
        ({"edtf": "2016", "qualifier": "early"}, "early 2016"),
        (note("8") | {"status": "ambiguous"}, "note 8 [ambiguous]"),
        ({"csl": {"type": "book", "title": "T"}, "stance": "supports"}, "“T”"),
    ],
)
def test_any_value(value, said):
    assert say(value) == said


def test_names_dates_citations():
    assert say_name({"text": "RRA", "name": "rra"}) == "RRA"
    assert say_date(None) == ""
    assert (
        say_citation(note("8") | {"type": "inline", "text": "Coast Herald, May 3"}) == "(Coast Herald, May 3)"
    )


@pytest.mark.parametrize(
    ("csl", "said"),
    [
        ({}, ""),
        ({"author": [{"literal": "UN"}], "issued": {"date-parts": [[2016, 3]]}}, "UN, 2016-03"),
        ({"author": "x", "issued": {"literal": "n.d."}, "title": "T"}, "“T”, n.d."),
        ({"author": [None, 5], "issued": {"date-parts": "x"}}, ""),
        ({"issued": {"date-parts": [[]]}}, ""),
    ],
)
def test_sources_whatever_they_hold(csl, said):
    assert say_source(csl) == said


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("attack", {}, "Karsa Front: bombing against a grain depot, Ombala; 12 killed"),
        ("attack",
         {"claim": {"count": amount(45, 45), "perpetrators": [], "killed": None, "percent_change": -56}},
         "?: 45 × bombing against a grain depot, Ombala; -56 %"),
        ("strength", {"claim": {"change": "from", "scope": "in the delta"}},
         "Lower Delta Brigades: from 4,000-6,000 fighters in the delta"),
        ("strength", {"claim": {"group": None, "quantity": None}}, "?: ? fighters"),
        ("allegiance", {"polarity": "negated"}, "NOT Movement of the Salt Coast join Ridge Resistance Army"),
    ],
)  # fmt: skip
def test_headlines(kind, fields, said):
    assert headline(record(kind, **fields)) == said


@pytest.mark.parametrize("kind", ["attack", "strength", "allegiance"])
def test_a_headline_never_carries_controls(kind):
    assert headline(hostile(kind)).isprintable()
