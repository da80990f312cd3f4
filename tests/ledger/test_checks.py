import hashlib
import io

import pytest

from claimx.errors import LedgerError
from claimx.ledger.checks import check_ledger, find_paper
from claimx.ledger.codec import dump_record
from tests.ledger.samples import actor, amount, record

PAPER = "Heading\n\nAt dawn the Karsa\nFront raided Port Verin.¹ It left.\n"


def findings(*records, papers=None, raw=b""):
    data = b"".join(dump_record(each).encode() + b"\n" for each in records) + raw
    return list(check_ledger(io.BytesIO(data), "a.jsonl", papers))


def codes(*records, **options):
    return [(each.line, each.code) for each in findings(*records, **options)]


def test_a_good_ledger():
    assert codes(record(number=1), record("strength", 2), record(number=1, document="other")) == []


BAD = [
    ("schema", lambda r: r.update(polarity="maybe")),
    ("date", lambda r: r["date"].update(edtf="2016-13")),
    ("date", lambda r: r["date"].update(latest="2016-03-09")),
    ("date", lambda r: r["document"].update(published="someday")),
    ("date", lambda r: r["citations"][0].update(date="2021-02-30")),
    ("span", lambda r: r["evidence"].update(spans=[[3000, 3000]])),
    ("span", lambda r: r["evidence"].update(spans=[[3001, 3009], [3008, 3012]])),
    ("span", lambda r: r["evidence"].update(boxes=[[1, 2, 3, 4, 5]])),
    ("figure", lambda r: r["claim"].update(killed=amount(9, 4))),
    ("figure", lambda r: r["claim"].update(killed=amount(-9, 4))),
    ("citation", lambda r: r["citations"][0].update(references=[])),
    ("citation", lambda r: r["citations"][0].update(status="ambiguous")),
    ("citation", lambda r: r["citations"][0].update(status="missing")),
    ("citation", lambda r: r["citations"][0].update(marker=None)),
    ("citation", lambda r: r["citations"][0].update(type="inline", text=None)),
    ("citation", lambda r: r["citations"][0]["references"][0].update(csl={"type": "book"})),
]


@pytest.mark.parametrize(("code", "change"), BAD)
def test_a_fault_is_found_on_its_line(code, change):
    made = record(number=2)
    change(made)
    assert codes(record(number=1), made) == [(2, code)]


def test_ids_and_order():
    assert codes(record(number=2), record(number=2)) == [(2, "duplicate-id")]
    assert codes(record(number=2), record(number=1)) == [(2, "order")]
    parted = record(number=1), record(number=1, document="x"), record(number=2)
    assert codes(*parted) == [(3, "order")]


def test_two_files_with_one_document_id():
    other = record(number=2)
    other["document"]["sha256"] = "f" * 64
    assert (2, "document") in codes(record(number=1), other)


def test_broken_lines_are_findings_and_the_rest_is_checked():
    assert codes(record(), raw=b'{"schema": "claimx/1"\n[]\n{"schema": "claimx/9"}\n') == [
        (2, "json"), (3, "json"), (4, "json"),
    ]  # fmt: skip


def test_what_is_no_fault_is_a_note():
    loose = dump_record(record()).replace(", ", ",").encode() + b"\n"
    assert [(each.code, each.note) for each in findings(raw=loose)] == [("form", True)]
    assert [(each.code, each.note) for each in findings(record(mood=1))] == [("unknown-key", True)]


def paper_record(tmp_path, quote, spans):
    data = PAPER.encode()
    (tmp_path / "any-name.txt").write_bytes(data)
    made = record(quote=quote)
    made["document"]["sha256"] = hashlib.sha256(data).hexdigest()
    made["evidence"]["spans"] = spans
    return made


def test_spans_are_held_against_the_paper(tmp_path):
    start, end = PAPER.index("At dawn"), PAPER.index(" It left")
    quote = "At dawn the Karsa Front raided Port Verin.¹"
    assert codes(paper_record(tmp_path, quote, [[start, end]]), papers=tmp_path) == []
    assert codes(paper_record(tmp_path, quote, [[start, end - 4]]), papers=tmp_path) == [(1, "quote")]
    assert codes(paper_record(tmp_path, quote, [[start, 9999]]), papers=tmp_path) == [(1, "quote")]


def test_a_paper_that_is_not_there_is_told_once(tmp_path):
    assert codes(record(number=1), record(number=2), papers=tmp_path) == [(1, "paper")]
    with pytest.raises(LedgerError, match="no such folder"):
        findings(record(), papers=tmp_path / "none")


def test_find_paper(tmp_path):
    made = paper_record(tmp_path, "x", [[0, 1]])
    sha256 = made["document"]["sha256"]
    assert (
        find_paper(tmp_path, sha256)
        == find_paper(tmp_path / "any-name.txt", sha256)
        == tmp_path / "any-name.txt"
    )
    assert find_paper(tmp_path, "0" * 64) is None
    with pytest.raises(LedgerError):
        find_paper(tmp_path / "none", sha256)


def test_messages_fit_a_terminal():
    made = record(modality="\x1b[2J\u202e")
    made["claim"]["perpetrators"] = [actor("x") | {"id": "a\x07 b"}]
    assert all(each.message.isprintable() for each in findings(made))
