"""Commands over ledgers: files in, text out, exit codes; bad input told with its line."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

from claimx.ledger.identity import content_hash
from tests.cli.command import claimx
from tests.ledger.samples import amount, day, note, record, write


@pytest.fixture
def ledger(tmp_path):
    made = [
        record(number=1),
        record(number=2),
        record("strength", 3),
        record("allegiance", 1, document="other"),
    ]
    return write(tmp_path / "a.jsonl", made)


@pytest.fixture
def changed(tmp_path, ledger):
    records = [json.loads(line) for line in ledger.read_text().splitlines()]
    records[0]["date"] = day("2016")
    records[1]["citations"].append(note("9"))
    return write(tmp_path / "b.jsonl", records[:3])


def test_schema_is_a_schema_that_the_ledger_fits(ledger):
    validator = Draft202012Validator(json.loads(claimx("schema").out))
    for line in ledger.read_text().splitlines():
        validator.validate(json.loads(line))


def test_diff_exit_codes(ledger, changed, tmp_path):
    assert claimx("diff", ledger, ledger).code == 0
    ran = claimx("diff", ledger, changed)
    assert ran.code == 1 and ran.err == ""
    assert "date.edtf: 2016-03-08 -> 2016" in ran.out and ran.out.endswith(
        "1 removed, 1 changed, 1 re-cited, 0 moved\n"
    )
    broken = tmp_path / "broken.jsonl"
    broken.write_text(ledger.read_text()[:-30])
    ran = claimx("diff", ledger, broken)
    assert ran.code == 2 and "broken.jsonl:4: " in ran.err and "cut off" in ran.err
    twice = tmp_path / "twice.jsonl"
    twice.write_text(ledger.read_text() * 2)
    assert claimx("diff", twice, ledger).code == 2
    newer = tmp_path / "newer.jsonl"
    newer.write_text(ledger.read_text().replace("claimx/1", "claimx/2"))
    assert "newer.jsonl:1: the schema is 'claimx/2'" in claimx("diff", newer, ledger).err


def test_diff_from_a_pipe(ledger, changed):
    ran = claimx("diff", "-", changed, "--format", "jsonl", stdin=ledger.read_bytes())
    assert ran.code == 1 and {json.loads(line)["status"] for line in ran.out.splitlines()} == {
        "changed",
        "re-cited",
        "removed",
    }


def test_diff_options(ledger, changed, tmp_path):
    assert claimx("diff", ledger, changed, "--ignore", "date,citations,removed").code == 0
    assert claimx("diff", ledger, changed, "--kind", "strength").code == 0
    assert claimx("diff", ledger, changed, "--only", "date", "--only", "killed", "--stat").out.startswith(
        "delta-2018: ~1"
    )
    assert claimx("diff", ledger, changed, "--color", "always").out.startswith("\x1b[1mdelta")
    out = tmp_path / "diff.html"
    assert claimx("diff", ledger, changed, "--format", "html", "-o", out).code == 1
    assert out.read_text().startswith("<!DOCTYPE html>")


def test_no_color_is_honoured(ledger, changed, monkeypatch):
    monkeypatch.setattr("claimx.cli.terminal.sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in claimx("diff", ledger, changed).out


def test_check(ledger, tmp_path):
    assert claimx("check", ledger).code == 0
    assert claimx("check", "-", stdin=ledger.read_bytes()).code == 0
    bad = tmp_path / "bad.jsonl"
    bad.write_text(ledger.read_text().replace('"latest": "2016-03-08"', '"latest": "2016-03-09"', 1) + "{\n")
    ran = claimx("check", bad)
    assert (
        ran.code == 1
        and "bad.jsonl:1: date: 2016-03-08 runs from" in ran.out
        and "bad.jsonl:5: json: " in ran.out
    )
    lines = [json.loads(line) for line in claimx("check", bad, "--format", "jsonl").out.splitlines()]
    assert [(line["line"], line["level"], line["code"]) for line in lines] == [
        (1, "error", "date"),
        (5, "error", "json"),
    ]


def test_merge(ledger, changed, tmp_path):
    assert claimx("merge", ledger, ledger).out == ledger.read_text()
    assert claimx("merge", "-", stdin=ledger.read_bytes()).out == ledger.read_text()
    out = tmp_path / "out.jsonl"
    ran = claimx("merge", ledger, changed, "-o", out)
    assert ran.code == 2 and "two contents" in ran.err and not out.exists()


def test_stats(ledger):
    plain = json.loads(claimx("stats", ledger, "--format", "json").out)
    assert plain["kinds"] == {"allegiance": 1, "attack": 2, "strength": 1}
    assert "4 claims, 2 documents" in claimx("stats", "-", stdin=ledger.read_bytes()).out


def judgement(made, decision, **fields):
    return {"id": made["id"], "content_hash": content_hash(made), "decision": decision, **fields}


def test_apply(ledger, tmp_path):
    records = [json.loads(line) for line in ledger.read_text().splitlines()]
    edits = tmp_path / "edits.jsonl"
    rows = [judgement(records[0], "reject"), judgement(records[1], "amend", changes={"date.edtf": "2016-04"})]
    edits.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = claimx("apply", ledger, edits)
    applied = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0 and ran.err == "claimx: 1 reject, 1 amend, 2 unjudged\n"
    assert len(applied) == 3 and applied[0]["date"]["latest"] == "2016-04-30"
    kept = [json.loads(line) for line in claimx("apply", ledger, edits, "--keep").out.splitlines()]
    assert kept[0]["review"]["decision"] == "reject" and len(kept) == 4
    stale = claimx("apply", "-", edits, stdin=ran.out)
    assert stale.code == 3 and stale.out == ran.out
    assert "edits.jsonl:2: amend of" in stale.err and "is stale" in stale.err


def test_show(ledger):
    assert "Karsa Front: bombing" in claimx("show", ledger).out
    one = claimx("show", ledger, "--id", "str-")
    assert one.code == 0 and "strength/sample" in one.out and "It did not last." in one.out
    assert claimx("show", ledger, "--id", "atk-").err.count("2 claims have an id") == 1
    assert "no claim has the id" in claimx("show", ledger, "--id", "zzz").err
    assert claimx(
        "show", "-", "--format", "lines", "--kind", "strength", stdin=ledger.read_bytes()
    ).out.startswith("str-")
    assert claimx("show", ledger, "--grep", "nothing like this").code == 0


def test_show_draws_only_what_comes_from_a_pdf(ledger, tmp_path):
    ran = claimx("show", ledger, "--id", "str-", "--png", tmp_path / "x.png", "--papers", tmp_path)
    assert ran.code == 2 and "has no boxes" in ran.err


def test_score(tmp_path):
    quote = record()["evidence"]["quote"]
    row = {
        "id": "g-1",
        "kind": "attack",
        "required": True,
        "anchor": quote,
        "sentence": quote,
        "killed": {"min": 12, "max": 12},
    }
    (tmp_path / "delta-2018.claims.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "delta-2018.txt").write_text(quote)
    path = write(tmp_path / "a.jsonl", [record(), record("strength", 1)])
    arguments = ("score", path, "--gold", tmp_path, "--papers", tmp_path)
    plain = json.loads(claimx(*arguments, "--json").out)
    assert list(plain) == ["all", "attack", "strength", "allegiance", "delta-2018"]
    assert (plain["all"]["precision"], plain["attack"]["recall"]) == (0.5, 1.0)
    assert "EXTRA delta-2018 str-" in claimx(*arguments, "--show", "extra").out
    assert "SLOTS delta-2018 g-1" in claimx(*arguments, "--show", "slots").out
    empty = write(tmp_path / "empty.jsonl", [])
    assert "MISS delta-2018 g-1" in claimx("score", empty, *arguments[2:], "--show", "misses").out


def test_conflicts(tmp_path):
    made = [record(number=4), record(number=8, claim={"killed": amount(30, 30)})]
    path = write(tmp_path / "a.jsonl", made)
    ran = claimx("conflicts", path, "--format", "jsonl")
    assert ran.code == 1 and json.loads(ran.out)["slot"] == "killed"
    assert claimx("conflicts", write(tmp_path / "b.jsonl", made[:1])).out == "no conflicts\n"


def test_export(ledger):
    assert claimx("export", ledger).out.count("\n") == 5
    assert (
        json.loads(claimx("export", ledger, "--format", "csl-json").out)[0]["title"]
        == "Night Raid in the Delta"
    )
    assert claimx("export", "-", "--format", "bibtex", stdin=ledger.read_bytes()).out.startswith("@")


@pytest.mark.parametrize(
    "csl", [{"type": 5}, {"type": "book", "author": 7}, {"type": "book", "author": ["x"]}]
)
def test_export_of_a_source_that_is_none(tmp_path, csl):
    made = record()
    made["citations"][0]["references"][0]["csl"] = csl
    ran = claimx("export", write(tmp_path / "a.jsonl", [made]), "--format", "bibtex")
    assert ran.code == 2 and ran.err.count("\n") == 1


def test_report(ledger, tmp_path):
    out = tmp_path / "report.html"
    assert claimx("report", ledger, "-o", out, "--title", "A & B").code == 0
    assert "<h1>A &amp; B</h1>" in out.read_text() and "4 claims" in out.read_text()


COMMANDS = ["check", "merge", "stats", "show", "conflicts", "export", "report"]
BAD = {
    "broken": b'{"schema": "claimx/1", ',
    "future": b'{"schema": "claimx/7"}\n',
    "binary": bytes(range(256)),
    "deep": b'{"schema": "claimx/1", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n",
    "list": b"[1]\n",
    "latin": "é".encode("latin-1") + b"\n",
    "no id": b'{"schema": "claimx/1", "kind": "attack"}\n',
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_told_with_its_line(tmp_path, command, bad):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(BAD[bad])
    ran = claimx(command, path)
    told = ran.out if command == "check" else ran.err
    assert ran.code == (1 if command == "check" else 2) and "bad.jsonl:1: " in told
    assert (ran.out + ran.err).replace("\n", "").isprintable()


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "merge"])
def test_an_empty_ledger_is_no_trouble(tmp_path, command):
    path = write(tmp_path / "empty.jsonl", [])
    assert claimx(command, path).code == 0


def test_the_input_is_never_written(ledger):
    before = ledger.read_bytes()
    for command in COMMANDS:
        claimx(command, ledger)
    assert ledger.read_bytes() == before


def test_a_ledger_is_written_over_itself_only_when_whole(ledger, tmp_path):
    made = [json.loads(line) for line in ledger.read_text().splitlines()]
    other = write(tmp_path / "c.jsonl", [record(number=9)])
    assert claimx("merge", ledger, other, "-o", ledger).code == 0
    assert len(ledger.read_text().splitlines()) == len(copy.copy(made)) + 1
