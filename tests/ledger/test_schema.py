import copy
import json

import pytest
from jsonschema import Draft202012Validator

from claimx.ledger.schema import ledger_schema
from claimx.ledger.shape import find_faults
from tests.ledger.samples import record

KINDS = ("attack", "strength", "allegiance")
VALIDATOR = Draft202012Validator(ledger_schema())


def paths(value, path=()):
    """Every place in a record: one for each key and list item."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


def altered(made, path, change):
    changed = copy.deepcopy(made)
    target = changed
    for step in path[:-1]:
        target = target[step]
    change(target, path[-1])
    return changed


def drop(target, key):
    del target[key]


def put(value):
    def change(target, key):
        target[key] = copy.deepcopy(value)

    return change


CHANGES = [
    drop,
    *map(put, (None, "", "x", "\x1b[2J", -3, 7, 2.5, True, [], {}, [None], ["x"], [[1, 2]], {"x": 1})),
]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(ledger_schema())
    json.dumps(ledger_schema())


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_has_no_faults(kind):
    assert find_faults(record(kind)) == []
    assert list(VALIDATOR.iter_errors(record(kind))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_fast_validator_agrees_with_jsonschema(kind):
    made = record(kind)
    checked = 0
    for path in paths(made):
        for change in CHANGES:
            line = altered(made, path, change)
            assert bool(find_faults(line)) == (not VALIDATOR.is_valid(line)), (path, line)
            checked += 1
    assert checked > 800


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        (lambda r: r.pop("rule"), "rule", "missing"),
        (lambda r: r["claim"].pop("killed"), "claim.killed", "missing"),
        (lambda r: r["claim"].update(mood="bad"), "claim.mood", "unknown"),
        (lambda r: r.update(kind="rumour"), "kind", "value"),
        (lambda r: r.update(id="str-0123456789ab"), "id", "value"),
        (lambda r: r["evidence"].update(spans=[[4, "9"]]), "evidence.spans[0][1]", "type"),
        (lambda r: r["citations"][0].update(scope="page"), "citations[0].scope", "value"),
        (lambda r: r.update(confidence=1.2), "confidence", "value"),
        (lambda r: r.update(confidence=True), "confidence", "type"),
        (lambda r: r["evidence"].update(prefix="x" * 33), "evidence.prefix", "value"),
    ],
)
def test_a_fault_says_where(change, path, code):
    made = record()
    change(made)
    assert [(fault.path, fault.code) for fault in find_faults(made)] == [(path, code)]


def test_a_line_that_is_no_object():
    assert [fault.code for fault in find_faults([1])] == ["type"]


def test_messages_never_carry_control_characters():
    made = record(kind="attack", modality="\x1b[31mred\u202e\n")
    assert all(fault.message.isprintable() for fault in find_faults(made))


def test_the_review_mark_is_allowed_and_checked():
    made = record(review={"decision": "accept", "reviewer": None, "time": None, "note": None})
    assert find_faults(made) == []
    made["review"]["decision"] = "maybe"
    assert [fault.path for fault in find_faults(made)] == ["review.decision"]
