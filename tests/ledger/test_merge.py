import pytest

from claimx.errors import LedgerError
from claimx.ledger.merge import merge_ledgers
from tests.ledger.samples import record, write


def merged(tmp_path, *ledgers):
    paths = [write(tmp_path / f"{n}.jsonl", each) for n, each in enumerate(ledgers)]
    return [made["id"] for made in merge_ledgers(paths)]


def test_documents_as_they_come_claims_by_span(tmp_path):
    a, b = [record(number=3), record(number=1)], [record(document="x"), record("strength", 2)]
    expected = [a[1]["id"], b[1]["id"], a[0]["id"], b[0]["id"]]
    assert merged(tmp_path, a, b) == expected


def test_the_same_claim_comes_once(tmp_path):
    assert merged(tmp_path, [record()], [record()], []) == [record()["id"]]


def test_the_same_claim_written_otherwise_comes_once(tmp_path):
    path = write(tmp_path / "a", [record()])
    other = tmp_path / "b"
    other.write_text(path.read_text().replace('"confidence": 0.90', '"confidence":0.9'))
    assert len(list(merge_ledgers([path, other]))) == 1


def test_one_id_with_two_contents_is_refused(tmp_path):
    with pytest.raises(LedgerError, match=r"0.jsonl:1 and .*1.jsonl:2"):
        merged(tmp_path, [record()], [record(number=1), record(rule="other")])


def test_nothing(tmp_path):
    assert merged(tmp_path, []) == []
