import json

import pytest

from claimx.errors import LedgerError
from claimx.ledger.codec import (
    dump_claim,
    dump_json,
    dump_record,
    load_claim,
    load_record,
    parse_json,
    to_record,
)
from claimx.model import (
    Actor,
    Basis,
    Citation,
    Claim,
    Date,
    DocumentInfo,
    Evidence,
    Kind,
    Modality,
    Place,
    Polarity,
    Range,
    Reference,
    Zone,
)
from tests.ledger.samples import record

KINDS = ("attack", "strength", "allegiance")

CLAIM = Claim(
    id="atk-0123456789ab",
    kind=Kind.ATTACK,
    document=DocumentInfo("delta-2018", "text/plain", "0" * 64, "War", ("R. Imani",), None, None, "2018-05"),
    claim={
        "attack_type": "bombing",
        "perpetrators": (Actor("the group", "Karsa Front", "karsa-front"),),
        "claimed_by": (),
        "targets": ("a depot",),
        "victims_named": (),
        "places": (Place("Ombala", "Ombala", None),),
        "count": None,
        "killed": Range(54, None, False, "at least 54"),
        "injured": None,
        "percent_change": 12.5,
    },
    date=Date("2018-07", "2018-07-01", "2018-07-31", "In July 2018", None, Basis.EXPLICIT),
    polarity=Polarity.AFFIRMED,
    modality=Modality.REPORTED,
    attributed_to=None,
    evidence=Evidence(
        "It was bombed.", ((3, 9), (12, 20)), 2, ((2, 10.5, 20.0, 30.25, 40.0),), None, Zone.BODY, "", ""
    ),
    citations=(
        Citation("note", "8", None, "Ibid.", "sentence", "resolved", ("ibid",), False, None, None,
                 (Reference({"type": "book", "id": "b", "title": "T"}, locator="12"),)),
    ),
    confidence=0.9,
    rule="attack/sample",
)  # fmt: skip


def test_dump_and_load_are_inverses():
    assert load_claim(dump_claim(CLAIM)) == CLAIM
    assert dump_claim(load_claim(dump_claim(CLAIM))) == dump_claim(CLAIM)


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_survives_the_way_through_a_claim(kind):
    line = dump_record(record(kind))
    assert dump_claim(load_claim(line)) == line
    assert dump_record(load_record(line)) == line


def test_the_line_as_the_contract_writes_it():
    line = dump_claim(CLAIM)
    assert line.startswith(
        '{"schema": "claimx/1", "id": "atk-0123456789ab", "kind": "attack", "document": {"id": '
    )
    assert '"confidence": 0.90, "rule": "attack/sample"}' in line
    assert '"references": [{"stance": "supports", "locator": "12", "csl": {"type": "book"' in line
    assert list(json.loads(line)) == [
        "schema", "id", "kind", "document", "claim", "date", "polarity", "modality",
        "attributed_to", "evidence", "citations", "confidence", "rule",
    ]  # fmt: skip


def test_every_slot_of_the_kind_is_there_in_order():
    made = to_record(Claim(**{**{f: getattr(CLAIM, f) for f in CLAIM.__slots__}, "claim": {}}))
    assert list(made["claim"])[:2] == ["attack_type", "perpetrators"]
    assert made["claim"]["perpetrators"] == [] and made["claim"]["killed"] is None


def test_a_slot_of_another_kind_is_refused():
    with pytest.raises(LedgerError, match="no slot 'relation'"):
        to_record(Claim(**{**{f: getattr(CLAIM, f) for f in CLAIM.__slots__}, "claim": {"relation": "join"}}))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("é – “x” 日本", '"é – “x” 日本"'),
        ("a\x00b", '"a\\u0000b"'),
        ("\x1b[2J", '"\\u001b[2J"'),
        ("\x7f\x85\x9b", '"\\u007f\\u0085\\u009b"'),
        ("\u2028\u2029", '"\\u2028\\u2029"'),
        ("\ud800", '"\\ud800"'),
        ("tab\tline\n", '"tab\\tline\\n"'),
        ('quote " back \\', '"quote \\" back \\\\"'),
        ([1, 2.5, None, True], "[1, 2.5, null, true]"),
    ],
)
def test_json_as_the_ledger_writes_it(value, text):
    assert dump_json(value) == text
    assert json.loads(text) == value


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), {1, 2}, b"x"])
def test_what_json_has_not_is_refused(bad):
    with pytest.raises(LedgerError):
        dump_json(bad)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "column 1"),
        ('{"a": 1', "column"),
        ("{'a': 1}", "column 2"),
        ("[1]", "not a JSON object"),
        ('{"a": NaN}', "NaN is not JSON"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
        ('{"a": 1} {"b": 2}', "extra data"),
    ],
)
def test_a_broken_line_says_why(line, said):
    with pytest.raises(ValueError, match=said):
        load_record(line)


def test_a_key_that_nobody_knows_is_kept_last_in_a_record_and_left_out_of_a_claim():
    made = {"mood": "dark", **record()}
    assert dump_record(made).endswith('"rule": "attack/sample", "mood": "dark"}')
    assert "mood" not in dump_claim(load_claim(dump_record(made)))


def test_a_record_that_lacks_a_key_is_no_claim():
    made = record()
    del made["evidence"]["quote"]
    with pytest.raises(ValueError, match="quote"):
        load_claim(dump_record(made))


def test_parse_json_gives_any_value():
    assert parse_json("[1, 2]") == [1, 2]
