import json

import pytest

from claimx.errors import LedgerError
from claimx.ledger import reader
from claimx.ledger.codec import dump_record
from claimx.ledger.reader import read_records
from tests.ledger.samples import record, write


def read(path):
    return [made for _, made in read_records(path)]


def test_blank_lines_a_byte_order_mark_and_carriage_returns_do_no_harm(tmp_path):
    path = tmp_path / "a.jsonl"
    line = dump_record(record()).encode()
    path.write_bytes(b"\xef\xbb\xbf" + line + b"\r\n\n  \n" + dump_record(record(number=1)).encode())
    assert [number for number, _ in read_records(path)] == [1, 4]


def test_an_empty_ledger(tmp_path):
    assert read(write(tmp_path / "a.jsonl", [])) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"schema": "claimx/1"', r"a.jsonl:2: .*column.*is it cut off\?"),
        (b"{'x': 1}\n", r"a.jsonl:2: .*column 2$"),
        (b"[]\n", "a.jsonl:2: not a JSON object"),
        (b'{"schema": "claimx/2"}\n', "a.jsonl:2: the schema is 'claimx/2'.*newer"),
        (b'{"schema": 7}\n', "a.jsonl:2: the schema is 7"),
        (b'{"name": "x"}\n', "a.jsonl:2: no .schema. key"),
        (b"\xff\xfe\n", "a.jsonl:2: not UTF-8"),
        (b'{"schema": "claimx/1", "x": ' + b"[" * 50_000 + b"\n", "a.jsonl:2: brackets nested too deeply"),
        (b'{"schema": "claimx/1", "x": Infinity}\n', "a.jsonl:2: Infinity is not JSON"),
    ],
)
def test_a_bad_line_is_told_with_file_and_line(tmp_path, line, said):
    path = tmp_path / "a.jsonl"
    path.write_bytes(dump_record(record()).encode() + b"\n" + line)
    with pytest.raises(LedgerError, match=said):
        read(path)


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST_LINE", 1000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 5000)
    with pytest.raises(LedgerError, match=r"a.jsonl:1: a line of more than"):
        read(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda r: r.update(date=5), "date: 5 is not an object"),
        (lambda r: r.update(citations={}), "citations: dict is not a list"),
        (lambda r: r["claim"].update(perpetrators=["x"]), r"perpetrators\[0\]"),
        (lambda r: r.pop("id"), "id: is missing"),
        (lambda r: r.update(kind="rumour"), "kind: 'rumour'"),
        (lambda r: r["evidence"].pop("quote"), "evidence.quote: is missing"),
    ],
)
def test_a_wrong_type_is_refused(tmp_path, change, said):
    made = record()
    change(made)
    with pytest.raises(LedgerError, match=said):
        read(write(tmp_path / "a.jsonl", [made]))


def test_a_missing_key_is_filled(tmp_path):
    made = record()
    for key in ("rule", "confidence", "citations", "date", "polarity"):
        del made[key]
    del made["claim"]["killed"], made["claim"]["perpetrators"]
    (got,) = read(write(tmp_path / "a.jsonl", [made]))
    assert (got["rule"], got["confidence"], got["citations"], got["date"]) == ("", 0.0, [], None)
    assert (got["claim"]["killed"], got["claim"]["perpetrators"]) == (None, [])


def test_a_key_that_nobody_knows_is_kept(tmp_path):
    (got,) = read(write(tmp_path / "a.jsonl", [record(mood={"deep": [1]})]))
    assert got["mood"] == {"deep": [1]}


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "a\x00b"])
def test_what_cannot_be_opened_is_told(tmp_path, name):
    with pytest.raises(LedgerError):
        read(f"{tmp_path}/{name}")


def test_stdin(monkeypatch, tmp_path):
    path = write(tmp_path / "a.jsonl", [record()])
    with path.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert len(read("-")) == 1


def test_numbers_beyond_measure(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record()).replace('"max": 12', '"max": ' + "9" * 5000))
    with pytest.raises(LedgerError, match=r"a.jsonl:1"):
        read(path)
