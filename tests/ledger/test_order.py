from claimx.ledger.codec import from_record
from claimx.ledger.order import sort_claims, span_key
from tests.ledger.samples import record


def claim(start, end, kind="attack", id_=None):
    made = record(kind)
    made["evidence"]["spans"] = [[start, end]]
    return from_record(made | ({"id": id_} if id_ else {}))


def test_start_then_end_then_trigger_then_kind_then_id():
    rows = [
        (claim(5, 9), 0),
        (claim(1, 9), 4),
        (claim(1, 9), 2),
        (claim(1, 4), 8),
        (claim(1, 9, "allegiance"), 4),
        (claim(1, 9, id_="atk-000000000000"), 4),
    ]
    expected = [rows[3], rows[2], rows[4], rows[5], rows[1], rows[0]]
    assert sort_claims(rows) == [made for made, _ in expected]


def test_the_key_of_a_line_without_spans():
    assert span_key({"evidence": {"spans": []}}) == (0, 0)
