import json

import pytest

from claimx.ledger.identity import content_hash
from tests.cli.command import claimx
from tests.ledger.samples import record, write


@pytest.fixture
def ledger(tmp_path):
    return write(tmp_path / "a.jsonl", [record(number=n) for n in range(4)])


def judged(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_one_by_one(ledger, tmp_path):
    out = tmp_path / "edits.jsonl"
    answers = "a good\nwhat\ne date.edtf\ne date.edtf=2016-04\ns\nr\n"
    ran = claimx("review", ledger, "-o", out, "--reviewer", "R. I.", "--time", "2024-05-01", stdin=answers)
    assert ran.code == 0 and ran.out == "" and "3 judgements added" in ran.err
    rows = judged(out)
    assert [row["decision"] for row in rows] == ["accept", "amend", "reject"]
    assert rows[0] == {
        "id": record(number=0)["id"], "content_hash": content_hash(record()), "decision": "accept",
        "reviewer": "R. I.", "time": "2024-05-01", "note": "good",
    }  # fmt: skip
    assert rows[1]["changes"] == {"date.edtf": "2016-04"}


def test_it_goes_on_where_it_stopped(ledger, tmp_path):
    out = tmp_path / "edits.jsonl"
    assert "1 judgements" in claimx("review", ledger, "-o", out, stdin="a\nq\n").err
    assert "1 judgements" in claimx("review", ledger, "-o", out, stdin="reject wrong\n").err
    assert [row["id"] for row in judged(out)] == [record(number=n)["id"] for n in (0, 1)]


def test_a_batch(ledger, tmp_path):
    out = tmp_path / "edits.jsonl"
    ids = [record(number=n)["id"] for n in range(3)]
    options = ["--accept", ids[0], "--reject", ids[1], "--amend", f"{ids[2]}:claim.killed=null",
               "--amend", f"{ids[2]}:claim.targets=[\"a mill\"]"]  # fmt: skip
    assert claimx("review", "-", "-o", out, *options, stdin=ledger.read_bytes()).code == 0
    rows = judged(out)
    assert [row["decision"] for row in rows] == ["accept", "reject", "amend"]
    assert rows[2]["changes"] == {"claim.killed": None, "claim.targets": ["a mill"]}
    applied = claimx("apply", ledger, out)
    assert applied.code == 0 and applied.out.count("\n") == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--accept", "atk-none"], "no claim atk-none"),
        (["--accept", "x", "--reject", "x"], "judged twice"),
        (["--amend", "x"], "ID:FIELD=VALUE"),
        (["--amend", "x:date.edtf"], "FIELD=VALUE"),
    ],
)
def test_a_batch_that_cannot_be(ledger, tmp_path, options, said):
    out = tmp_path / "edits.jsonl"
    ran = claimx("review", ledger, "-o", out, *options)
    assert ran.code == 2 and said in ran.err and not out.exists()


def test_an_amendment_that_makes_no_claim_is_refused(ledger, tmp_path):
    option = f"{record()['id']}:polarity=maybe"
    ran = claimx("review", ledger, "-o", tmp_path / "e", "--amend", option)
    assert ran.code == 2 and "'maybe'" in ran.err


def test_answers_and_ledger_cannot_both_be_stdin(tmp_path):
    assert claimx("review", "-", "-o", tmp_path / "e").code == 2
