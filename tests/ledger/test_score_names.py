import pytest

from claimx.ledger.score_names import fold, lexicon, make_names, overlap, same

DIFFERENT = [
    ("Karsa Front", "Lower Delta Brigades"),
    ("Karsa Front", "Front of Salt"),
    ("the group is gone", "Islamic State"),
    ("Pakistani jihadists", "Pakistan"),
]
SAME = [
    ("the Karsa Front’s", "Karsa Front"),
    ("Ridge Resistance Army (RRA)", "RRA"),
    ("Karsa Front fighters", "Karsa Front"),
    ("Pakistani army", "Islamabad"),
    ("Daesh", "ISIS"),
    ("commanders of the TTP", "Tehrik-e-Taliban Pakistan"),
]


def one(value):
    return make_names([value])[0]


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_must_not_match(a, b):
    assert not same(one(a), one(b)) and not same(one(b), one(a))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_must_match(a, b):
    assert same(one(a), one(b)) and same(one(b), one(a))


def test_a_part_is_not_the_group_where_it_matters():
    part = lexicon().part
    assert same(one("TTP factions"), one("TTP")) and not same(one("TTP factions"), one("TTP"), part)


def test_an_actor_is_known_by_any_of_its_spellings():
    item = {"text": "the group", "name": "Karsa Front", "id": "karsa-front"}
    assert same(one(item), one("Karsa Front"))


@pytest.mark.parametrize("text", ["", "the", "’", "\x1b"])
def test_names_without_letters(text):
    assert fold(text) in ("", "the")
    overlap([text], [text])


def test_overlap_counts_both_ways():
    found = overlap(["Karsa Front", "Salt Coast"], ["Karsa Front", "Nobody Known", "No One Else"])
    assert found == (1, 2, 1, 3)
    assert not found.agrees() and 0 < found.f1() < 1
    assert overlap(None, []).f1() == 1.0
