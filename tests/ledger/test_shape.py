import pytest

from claimx.ledger.shape import Fault, brief, find_faults
from tests.ledger.samples import record


@pytest.mark.parametrize("line", [None, 5, "x", [], [{}]])
def test_a_line_that_is_no_object(line):
    (fault,) = find_faults(line)
    assert (fault.path, fault.code) == ("", "type")


def test_every_missing_key_is_told():
    assert [fault.code for fault in find_faults({})] == ["missing"] * 13


def test_null_is_allowed_where_the_contract_says_so():
    made = record(date=None, attributed_to=None, claim={"killed": None, "percent_change": None})
    assert find_faults(made) == []
    assert find_faults(record(evidence=None)) == [Fault("evidence", "type", "None is not an object")]


@pytest.mark.parametrize(
    ("value", "text"),
    [("a", "'a'"), ({"x": 1}, "dict"), ("x" * 99, "'" + "x" * 58 + "…"), ("\x1b", "'\\x1b'"), (1.5, "1.5")],
)
def test_values_in_messages_are_brief(value, text):
    assert brief(value) == text
