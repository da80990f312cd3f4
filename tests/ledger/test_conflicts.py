import pytest

from claimx.ledger.conflicts import disjoint, find_conflicts
from tests.ledger.samples import GROUPS, actor, amount, record


def conflicts(first, second):
    return [each.slot for each in find_conflicts([first, second])]


def attack(number=0, **claim):
    return record(number=number, claim={"places": record()["claim"]["places"], **claim})


AGREE = [
    (attack(), attack(1)),
    (attack(), attack(1, killed=None)),
    (attack(), attack(1, killed=amount(10, None))),
    (attack(), attack(1, killed=amount(13, 13), perpetrators=[actor(GROUPS[1])])),
    (attack(), attack(1, killed=amount(13, 13), places=[])),
    (attack(), attack(1, killed=amount(13, 13), targets=["the bus station"])),
    (attack(), attack(1, killed=amount(13, 13), count=amount(5, 5))),
    (attack(), record(number=1, claim={"killed": amount(13, 13)}, date="2016-03-09")),
    (attack(), record(number=1, claim={"killed": amount(13, 13)}, date=None)),
    (attack(), record(number=1, claim={"killed": amount(13, 13)}, modality="prospective")),
    (record("strength"), record("strength", 1, claim={"quantity": amount(900, 900), "unit": "groups"})),
    (
        record("strength"),
        record("strength", 1, claim={"quantity": amount(900, 900), "scope": "in the south"}),
    ),
    (record("allegiance"), record("allegiance", 1)),
    (record("allegiance"), record("allegiance", 1, claim={"relation": "split"})),
]


@pytest.mark.parametrize(("first", "second"), AGREE)
def test_must_not_fire(first, second):
    assert conflicts(first, second) == []


@pytest.mark.parametrize(
    ("first", "second", "slots"),
    [
        (attack(), attack(1, killed=amount(13, 13)), ["killed"]),
        (attack(), record(document="x", claim={"killed": amount(20, None)}), ["killed"]),
        (
            attack(injured=amount(1, 1)),
            attack(1, killed=amount(13, 13), injured=amount(2, 3)),
            ["injured", "killed"],
        ),
        (attack(), record(number=1, polarity="negated"), ["polarity"]),
        (record("strength"), record("strength", 1, claim={"quantity": amount(None, 900)}), ["quantity"]),
        (record("allegiance"), record("allegiance", 1, polarity="negated"), ["polarity"]),
    ],
)
def test_must_fire(first, second, slots):
    assert conflicts(first, second) == slots


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (None, amount(1, 1), False),
        (amount(1, 3), amount(3, 5), False),
        (amount(54, None), amount(60, 60), False),
        (amount(None, 40), amount(41, 41), True),
        (amount(5, 6), amount(1, 2), True),
    ],
)
def test_ranges(a, b, expected):
    assert disjoint(a, b) is expected
