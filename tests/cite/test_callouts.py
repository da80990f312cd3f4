"""Raised, bracketed and plain digits: which of them are callouts."""

import pytest

from claimx.cite.callouts import find_callouts, find_plain

SOME = frozenset(str(n) for n in range(1, 60))


def markers(text, numbers=SOME):
    return [(c.form, c.marker) for c in find_callouts(text, numbers=numbers)]


NOTHING = [
    "The camp covered 12 km² of hills.",
    "They dug out 40 m³ of earth.",
    "A field of 3.5 km^{2} was mined.",
    "Enriched ²³⁵U was never found.",
    "The isotope uranium-²³⁸U is common.",
    "About 10⁶ rounds were stored.",
    "Some ¹⁄₂ of the fighters left.",
    "In 1998 the front had 45 members.",
    "The reserve took No. 5 The Parade as its seat.",
    "He cited Vol. 12 The Annals.",
    "Prices rose to 2.5 in May.",
    "They lost 1,200 men there.",
    "It held 30 villages. 45 villagers were freed.",
    "See [the annex](#annex) for [12](#n12).",
    "The “[w]ar” went on.",
    "[12] Okello, Notes on the border.",
    "¹² Okello, Notes on the border.",
    "It fell at 9 m·s⁻² or so.",
    "He wrote in the [2014] preface.",
    "The 21st brigade and the 3rd battalion met.",
    "A MiG-29 and an F-16 were seen.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_callout(text):
    assert markers(text, frozenset({"2", "3", "5", "12", "45", "200"})) == []


RAISED = [
    ("Ten men died.¹²", [("superscript", "12")]),
    ("Ten men,⁴ later eleven,⁵ died.", [("superscript", "4"), ("superscript", "5")]),
    ("Ten men ³ died.", [("superscript", "3")]),
    ("They fled (at night)⁷ to the hills.", [("superscript", "7")]),
    ("Ten died.³⁵˒³⁶ Two fled.", [("superscript", "35"), ("superscript", "36")]),
    ("Ten died.³⁵,³⁶ Two fled.", [("superscript", "35"), ("superscript", "36")]),
    ("Ten died.¹²⁻¹⁴ Two fled.", [("superscript", "12"), ("superscript", "13"), ("superscript", "14")]),
    ("Ten died.^{12} Two fled.", [("superscript", "12")]),
    ("Ten died.$^{12}$ Two fled.", [("superscript", "12")]),
    ("Ten died.^{35 &} Two fled.", [("superscript", "35")]),
    ("Ten died.^{35 &36} Two fled.", [("superscript", "35"), ("superscript", "36")]),
    ("Ten died.<sup>12</sup> Two fled.", [("superscript", "12")]),
    ("Ten died.[^12] Two fled.", [("superscript", "12")]),
    ("Ten died.⁽⁵⁾ Two fled.", [("superscript", "5")]),
    ("Ten died. [3] Two fled.", [("bracket", "3")]),
    ("Ten died [3, 5–7].", [("bracket", "3"), ("bracket", "5"), ("bracket", "6"), ("bracket", "7")]),
    ("Ten died.¹² Two fled.¹²", [("superscript", "12"), ("superscript", "12")]),
]


@pytest.mark.parametrize(("text", "expected"), RAISED)
def test_raised_and_bracketed(text, expected):
    assert markers(text) == expected


PLAIN = [
    ("Ten died.¹¹ Two fled. 12 The rest stayed.¹³", ["11", "12", "13"]),
    ("Ten died.¹¹ Two fled.12 The rest stayed.¹³", ["11", "12", "13"]),
    ("Ten died.¹¹ “Two fled.” 12 The rest stayed.¹³", ["11", "12", "13"]),
    ("Ten died.¹¹ Two fled in 2001. 12 The rest stayed.¹³", ["11", "12", "13"]),
    ("Ten died.¹¹ Two fled. 12", ["11", "12"]),
    ("Ten died.¹¹ They joined version 2.0.12", ["11", "12"]),
    ("Ten died.¹¹ Two fled,12 and the rest stayed.¹³", ["11", "12", "13"]),
    ("Ten died.¹¹ Two militants12 fled and the rest stayed.¹³", ["11", "12", "13"]),
    # out of order, or no such note: a count
    ("Ten died.¹¹ Two fled. 31 The rest stayed.¹²", ["11", "12"]),
    ("Ten died.¹¹ Two fled. 90 The rest stayed.¹²", ["11", "12"]),
    # the number already has a raised callout
    ("Ten died.¹¹ Two fled.¹² 12 The rest stayed.¹³", ["11", "12", "13"]),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_digits_only_in_sequence(text, expected):
    numbers = frozenset(str(n) for n in range(1, 40))
    assert [c.marker for c in find_callouts(text, numbers=numbers)] == expected


def test_cut_takes_in_the_blank_and_the_whole_run():
    text = "Ten died. ³⁵˒³⁶ Two fled."
    found = find_callouts(text, numbers=SOME)
    assert {text[c.start : c.end] for c in found} == {" ³⁵˒³⁶"}


def test_doubtful_power_counts_when_the_order_needs_it():
    assert [c.marker for c in find_callouts("One fell.¹ By 2010² all. Then.³", numbers=frozenset("123"))] == [
        "1",
        "2",
        "3",
    ]
    assert [c.marker for c in find_callouts("One fell.¹ Then x².³", numbers=frozenset("13"))] == ["1", "3"]


def test_plain_candidates_leave_taken_places_alone():
    assert find_plain("It fell. 12 The rest", [12], [(8, 11)]) == []
    assert [c.callout.marker for c in find_plain("It fell. 12 The rest", [12])] == ["12"]


def test_unknown_numbers_keep_what_is_sure():
    assert markers("Ten died.¹² Two fled. 13 The rest", None) == [("superscript", "12")]
