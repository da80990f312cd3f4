import json
import os
import threading

import pytest

from claimx.errors import LedgerError
from claimx.ledger.codec import dump_record
from claimx.ledger.index import LedgerFile, quote_of
from tests.ledger.samples import record, write


def test_entries_by_document_give_their_records(tmp_path):
    made = [record(number=1), record(number=2, document="other"), record("strength", 3)]
    ledger = LedgerFile(write(tmp_path / "a.jsonl", made))
    assert {name: len(entries) for name, entries in ledger.documents.items()} == {"delta-2018": 2, "other": 1}
    assert [ledger.read(entry) for entry in ledger] == [made[0], made[2], made[1]]
    assert [ledger.quote(entry) for entry in ledger] == [
        quote_of(each) for each in (made[0], made[2], made[1])
    ]


def test_lines_in_another_order_and_with_escapes_are_read_whole(tmp_path):
    path = tmp_path / "a.jsonl"
    made = record(document="d\u00e9lta")
    path.write_text(json.dumps(made, sort_keys=True, ensure_ascii=True, separators=(",", ":")) + "\n")
    ledger = LedgerFile(path)
    (entry,) = ledger
    assert (list(ledger.documents), ledger.read(entry)) == (["délta"], made)


def test_one_kind_only(tmp_path):
    path = write(tmp_path / "a.jsonl", [record(), record("strength")])
    assert [entry.kind for entry in LedgerFile(path, frozenset({"strength"}))] == ["strength"]


def test_an_id_that_stands_twice(tmp_path):
    path = write(tmp_path / "a.jsonl", [record(), record()])
    with pytest.raises(LedgerError, match=r"a.jsonl:2: the id atk-.* stands on line 1"):
        LedgerFile(path)
    assert len(list(LedgerFile(path, repeats=True))) == 2


@pytest.mark.parametrize("missing", ["id", "kind", "document"])
def test_a_line_without_what_identifies_it(tmp_path, missing):
    made = record()
    del made[missing]
    with pytest.raises(LedgerError, match=r"a.jsonl:1: "):
        LedgerFile(write(tmp_path / "a.jsonl", [made]))


def test_a_pipe_is_read_like_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    line = dump_record(record()) + "\n"
    writer = threading.Thread(target=lambda: pipe.write_text(line))
    writer.start()
    ledger = LedgerFile(pipe)
    writer.join()
    assert [ledger.read(entry)["id"] for entry in ledger] == [record()["id"]]
