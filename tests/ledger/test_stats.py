import pytest

from claimx.ledger.stats import count_claims, year_of
from tests.ledger.samples import GROUPS, actor, record


def test_counts():
    twice = {"perpetrators": [actor(GROUPS[0])], "claimed_by": [actor(GROUPS[0])]}
    stats = count_claims(
        [
            record(claim=twice),
            record("strength", 1, document="x", date=None, citations=[]),
            record("allegiance", 2, polarity="negated", confidence=0.4, date="2017-01-01"),
        ]
    )
    plain = stats.as_dict()
    assert (plain["claims"], plain["kinds"]) == (3, {"allegiance": 1, "attack": 1, "strength": 1})
    assert plain["documents"] == {"delta-2018": 2, "x": 1}
    assert plain["years"] == {"2016": 1, "2017": 1}
    assert (plain["cited"], plain["dated"], plain["negated"], plain["confident"]) == (2, 2, 1, 2)
    assert plain["cited_share"] == 0.6667
    assert plain["actors"][0] == {"id": "karsa-front", "name": GROUPS[0], "claims": 1}


def test_nothing_to_count():
    assert count_claims([]).as_dict()["cited_share"] == 0.0


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (None, None),
        ({"earliest": None, "latest": None}, None),
        ({"earliest": "2014-01-01", "latest": "2018-12-31"}, 2014),
        ({"earliest": None, "latest": "2015-12-31"}, 2015),
        ({"earliest": "someday", "latest": None}, None),
        ({"earliest": "٢٠١٥-01-01", "latest": None}, None),
    ],
)
def test_the_year_of_a_date(date, year):
    assert year_of(date) == year
