"""`claimx extract`: inputs, options, outputs, exit codes, and input that is broken."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from claimx.cli.extract import Run
from claimx.ledger.codec import load_claim
from claimx.read.inputs import sha256
from tests.cli.command import ENVIRONMENT, claimx

RAID = "Renamo raided a depot near Beira in May 1987.\n"
HOLDING = "Boko Haram had between 4,000 and 6,000 fighters in 2015.\n"
PLEDGE = "In March 2015, Boko Haram pledged allegiance to Islamic State.\n"
PAPER = RAID + "\n" + HOLDING + "\n" + PLEDGE
BARE = "In the hills the army killed six rebels.\n"


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "war.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def extract(*arguments, **more):
    return claimx("extract", *arguments, "--model", "rules", **more)


def lines(ran) -> list[dict]:
    return [json.loads(line) for line in ran.out.splitlines()]


def program(*arguments, **options):
    command = [sys.executable, "-m", "claimx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=60, env=ENVIRONMENT, **options)


# -- what comes out --------------------------------------------------------------------------


def test_a_paper(paper):
    ran = claimx("extract", paper)
    assert ran.code == 0
    assert [r["kind"] for r in lines(ran)] == ["attack", "strength", "allegiance"]
    assert all(
        r["document"]["id"] == "war" and r["document"]["sha256"] == sha256(paper.read_bytes())
        for r in lines(ran)
    )
    for line in ran.out.splitlines():
        load_claim(line)


def test_the_program_gives_the_same_bytes_as_the_function(paper):
    ran = program("extract", paper, "--quiet")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode("utf-8") == claimx("extract", paper, "--quiet").out


def test_the_summary_is_the_last_line_of_stderr(paper):
    ran = extract(paper)
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(
        "claimx: 1 document, 3 claims (attack 1, strength 1, allegiance 1), 0 % cited, 0 problems, "
    )


def test_quiet(paper):
    assert extract(paper, "--quiet").err == ""


def test_one_document_two_documents():
    run = Run((), False, 0.0, None, None, None, None, "rules", None, "auto", False)
    assert run.summary(0.0).startswith("0 documents, 0 claims ()")
    run.inputs = [{}]
    assert run.summary(1.25).endswith("0 problems, 1.2 s") and run.summary(0.0).startswith("1 document,")


# -- where it comes from -----------------------------------------------------------------------


def test_stdin():
    ran = extract("-", stdin=PAPER)
    assert {r["document"]["id"] for r in lines(ran)} == {"stdin"} and len(lines(ran)) == 3


def test_a_folder_in_code_point_order_without_hidden_files_and_links(tmp_path):
    for name in ("b/x.txt", "a/z.txt", "a-1.txt", "B.md", ".hidden.txt", ".git/y.txt", "a/notes.csv"):
        path = tmp_path / "papers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RAID, encoding="utf-8")
    outside = tmp_path / "outside.txt"
    outside.write_text(RAID, encoding="utf-8")
    (tmp_path / "papers" / "link.txt").symlink_to(outside)
    (tmp_path / "papers" / "loop").symlink_to(tmp_path / "papers")
    ran = extract(tmp_path / "papers")
    assert ran.code == 0
    assert [r["document"]["id"] for r in lines(ran)] == ["B", "a-1", "z", "x"]


def test_files_in_the_order_given(tmp_path):
    for name in ("two", "one"):
        (tmp_path / f"{name}.txt").write_text(RAID, encoding="utf-8")
    ran = extract(tmp_path / "two.txt", tmp_path / "one.txt")
    assert [r["document"]["id"] for r in lines(ran)] == ["two", "one"]


def test_a_repeated_id_gets_a_number_and_a_warning(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "paper.txt").write_text(RAID, encoding="utf-8")
    ran = extract(tmp_path)
    assert [r["document"]["id"] for r in lines(ran)] == ["paper", "paper-2", "paper-3"]
    assert len({r["id"] for r in lines(ran)}) == 3
    assert "two inputs share the id 'paper'" in ran.err and ran.code == 0


def test_the_id_is_the_stem_in_nfc(tmp_path):
    (tmp_path / "re\u0301cit.txt").write_text(RAID, encoding="utf-8")
    assert [r["document"]["id"] for r in lines(extract(tmp_path))] == ["r\u00e9cit"]


def test_one_broken_input_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (tmp_path / "b.txt").write_text(RAID, encoding="utf-8")
    ran = extract(tmp_path)
    assert ran.code == 3 and [r["document"]["id"] for r in lines(ran)] == ["b"]
    assert str(tmp_path / "a.pdf") in ran.err and "Traceback" not in ran.err
    assert "1 document, 1 claims" in ran.err.replace("1 claim ", "1 claims ") and "1 problem" in ran.err


def test_a_missing_path_among_others(paper, tmp_path):
    ran = extract(tmp_path / "nowhere.txt", paper)
    assert ran.code == 3 and len(lines(ran)) == 3 and "no such file or folder" in ran.err


# -- options -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (["--kind", "attack"], ["attack"]),
        (["--kind", "strength", "--kind", "allegiance"], ["strength", "allegiance"]),
    ],
)
def test_kind(paper, options, kinds):
    ran = extract(paper, *options)
    assert [r["kind"] for r in lines(ran)] == kinds
    assert all(f"{kind} 1" in ran.err for kind in kinds)


def test_dated(tmp_path):
    (tmp_path / "a.txt").write_text(BARE + "\n" + RAID, encoding="utf-8")
    assert [r["date"] is None for r in lines(extract(tmp_path / "a.txt"))] == [True, False]
    assert [r["date"]["edtf"] for r in lines(extract(tmp_path / "a.txt", "--dated"))] == ["1987-05"]


def test_min_confidence(paper):
    every = lines(extract(paper))
    floor = sorted(r["confidence"] for r in every)[1]
    assert lines(extract(paper, "--min-confidence", floor)) == [r for r in every if r["confidence"] >= floor]
    assert extract(paper, "--min-confidence", "1").out == ""


def test_what_is_known_of_the_paper(paper):
    (record, *_) = lines(
        extract(paper, "--document-id", "marsh", "--title", "The Marsh War", "--published", "2019-05")
    )
    assert (record["document"]["id"], record["document"]["title"], record["document"]["published"]) == (
        "marsh",
        "The Marsh War",
        "2019-05",
    )


def manifest(tmp_path, paper, **more):
    rows = {
        "id": '"mw-1988"',
        "title": '"The Marsh War"',
        "authors": '["J. Okello"]',
        "container_title": '"Lake Studies"',
        "published": '"1988-02"',
        "sha256": f'{{ text = "{sha256(paper.read_bytes())}" }}',
        **more,
    }
    path = tmp_path / "corpus.toml"
    path.write_text("[[paper]]\n" + "\n".join(f"{k} = {v}" for k, v in rows.items()) + "\n", encoding="utf-8")
    return path


def test_a_manifest_knows_a_paper_by_its_content(paper, tmp_path):
    copy = tmp_path / "download (3).txt"
    copy.write_bytes(paper.read_bytes())
    ran = extract(copy, "--manifest", manifest(tmp_path, paper))
    (record, *_) = lines(ran)
    assert {k: record["document"][k] for k in ("id", "title", "authors", "container_title", "published")} == {
        "id": "mw-1988", "title": "The Marsh War", "authors": ["J. Okello"], "container_title": "Lake Studies", "published": "1988-02",
    }  # fmt: skip


def test_a_manifest_says_nothing_of_other_papers(paper, tmp_path):
    known = manifest(tmp_path, paper)
    paper.write_text(PAPER + "\n", encoding="utf-8")
    assert lines(extract(paper, "--manifest", known))[0]["document"]["id"] == "war"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"id": '""'}, "needs an id"),
        ({"published": '"soon"'}, "EDTF"),
        ({"sha256": '"abc"'}, "64 hex"),
        ({"authors": '"J. Okello"'}, "list of names"),
        ({"id": "= ="}, "TOML"),
    ],
)
def test_a_broken_manifest(paper, tmp_path, rows, said):
    ran = extract(paper, "--manifest", manifest(tmp_path, paper, **rows))
    assert (ran.code, ran.out) == (2, "") and said in ran.err and ran.err.count("\n") == 1


def test_the_run_record(paper, tmp_path):
    sidecar = tmp_path / "run.json"
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    ran = extract(paper, tmp_path / "bad.pdf", "-o", tmp_path / "l.jsonl", "--run-record", sidecar)
    record = json.loads(sidecar.read_text(encoding="utf-8"))
    assert ran.code == 3
    assert record["inputs"] == [
        {
            "path": str(paper),
            "id": "war",
            "sha256": sha256(paper.read_bytes()),
            "claims": 3,
            "published": None,
        }
    ]
    assert record["counts"] == {"attack": 1, "strength": 1, "allegiance": 1} and record["model"] == "rules"
    assert [f["path"] for f in record["failed"]] == [str(tmp_path / "bad.pdf")] and record["seconds"] >= 0


# -- output --------------------------------------------------------------------------------------


def test_output_to_a_file(paper, tmp_path):
    ran = extract(paper, "-o", tmp_path / "l.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "l.jsonl").read_text(encoding="utf-8") == extract(paper).out
    assert sorted(p.name for p in tmp_path.iterdir()) == ["l.jsonl", "war.txt"]


def test_output_into_the_folder_that_is_read_is_not_read(paper, tmp_path):
    extract(tmp_path, "-o", tmp_path / "l.jsonl")
    again = extract(tmp_path, "-o", tmp_path / "l.jsonl")
    assert again.code == 0 and {
        json.loads(x)["document"]["id"] for x in (tmp_path / "l.jsonl").read_text("utf-8").splitlines()
    } == {"war"}


def test_a_crash_leaves_the_old_file(paper, tmp_path, monkeypatch):
    target = tmp_path / "l.jsonl"
    target.write_text("old\n", encoding="utf-8")
    monkeypatch.setattr("claimx.ledger.codec.dump_claim", lambda claim: 1 / 0)
    ran = extract(paper, "-o", target)
    assert ran.code == 70 and target.read_text(encoding="utf-8") == "old\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["l.jsonl", "war.txt"]


def test_a_closed_pipe_is_quiet(tmp_path):
    (tmp_path / "many.txt").write_text(
        "\n\n".join(f"Renamo killed {n} soldiers near Beira in May 1987." for n in range(2, 900)),
        encoding="utf-8",
    )
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "claimx", "extract", str(tmp_path), "--model", "rules"]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, timeout=60, env=ENVIRONMENT)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_an_interrupt_leaves_no_half_file(tmp_path):
    target = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "claimx", "extract", "-", "-o", str(target), "--model", "rules"]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    try:
        stop = time.monotonic() + 30
        while (
            not list(tmp_path.iterdir()) and time.monotonic() < stop
        ):  # the temporary file: it now waits for stdin
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    finally:
        child.kill()
    assert (child.returncode, out) == (130, b"") and err in (b"", b"claimx: interrupted\n")
    assert list(tmp_path.iterdir()) == []


# -- wrong usage: exit 2, one line, nothing written -----------------------------------------------

USAGE = [
    (["--published", "someday"], "--published 'someday'"),
    (["--kind", "rumour"], "--kind rumour"),
    (["--min-confidence", "7"], "--min-confidence"),
    (["--pdf-engine", "ghostscript"], "--pdf-engine"),
    (["--manifest", "no-such.toml"], "no such manifest"),
    (["--model", "en_no_such_pipeline"], "en_no_such_pipeline"),
    (["-o", "/no/such/folder/l.jsonl"], "folder"),
    (["-o", "."], "is a folder"),
    (["--no-such-option"], "No such option"),
]


@pytest.mark.parametrize(("options", "said"), USAGE)
def test_usage(paper, options, said):
    ran = claimx("extract", paper, *options)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err and ran.err.count("\n") == 1 and ran.err.startswith("claimx: ")


def test_the_run_records_folder_is_missing(paper, tmp_path):
    ran = extract(paper, "-o", tmp_path / "l.jsonl", "--run-record", tmp_path / "none" / "run.json")
    assert ran.code == 2 and "folder" in ran.err and not (tmp_path / "l.jsonl").exists()


@pytest.mark.parametrize("option", ["--document-id", "--title"])
def test_one_id_for_several_inputs(paper, tmp_path, option):
    (tmp_path / "two.txt").write_text(RAID, encoding="utf-8")
    ran = extract(paper, tmp_path / "two.txt", option, "x")
    assert (ran.code, ran.out) == (2, "") and "one input" in ran.err
    assert extract(tmp_path, option, "x").code == 2


def test_no_arguments():
    assert claimx("extract").code == 2


# -- bad input ------------------------------------------------------------------------------------

UNREADABLE = [
    ("noise.txt", bytes(range(256)) * 40, "not text"),
    ("page.pdf", b"<!DOCTYPE html><html><body>Not found</body></html>", "web page"),
    ("page.txt", b"\n <html><body>Not found</body></html>", "web page"),
    ("text.pdf", RAID.encode(), "holds no PDF"),
    ("cut.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog", "cut.pdf"),
]


@pytest.mark.parametrize(("name", "data", "said"), UNREADABLE)
def test_nothing_readable(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    ran = extract(tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err and "Traceback" not in ran.err and str(tmp_path / name) in ran.err


def test_nothing_readable_leaves_no_ledger(tmp_path):
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 40)
    ran = extract(tmp_path / "noise.txt", "-o", tmp_path / "l.jsonl")
    assert ran.code == 2 and not (tmp_path / "l.jsonl").exists()


@pytest.mark.parametrize("name", ["nowhere.txt", "empty"])
def test_no_input(tmp_path, name):
    (tmp_path / "empty").mkdir()
    ran = extract(tmp_path / name)
    assert (ran.code, ran.out) == (2, "") and ran.err.count("\n") == 1 and name in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(paper):
    paper.chmod(0)
    ran = extract(paper)
    assert ran.code == 2 and "permissions" in ran.err


@pytest.mark.parametrize("data", [b"", b"\n\n", b"The weather was fine.\n", b"\xef\xbb\xbf"])
def test_no_claims_is_an_empty_ledger(tmp_path, data):
    (tmp_path / "calm.txt").write_bytes(data)
    ran = extract(tmp_path / "calm.txt", "-o", tmp_path / "l.jsonl")
    assert ran.code == 0 and (tmp_path / "l.jsonl").read_bytes() == b""
    assert "1 document, 0 claims" in ran.err


CAFE = "Renamo raided a café near Beira in May 1987, said João.\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
def test_encodings(tmp_path, encoding):
    (tmp_path / "c.txt").write_bytes(CAFE.encode(encoding))
    (record,) = lines(extract(tmp_path / "c.txt"))
    assert record["evidence"]["quote"] == CAFE.strip() and record["evidence"]["spans"] == [
        [0, len(CAFE.strip())]
    ]


def test_a_very_long_line(tmp_path):
    (tmp_path / "long.txt").write_text("x" * 2_000_000 + " " + RAID, encoding="utf-8")
    started = time.process_time()
    ran = extract(tmp_path / "long.txt")
    assert ran.code == 0 and time.process_time() - started < 20


# -- the terminal ------------------------------------------------------------------------------------


def test_help_fits_eighty_columns():
    ran = program("extract", "--help")
    text = ran.stdout.decode()
    assert ran.returncode == 0 and "--min-confidence" in text
    env = {**ENVIRONMENT, "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "extract", "--help"], capture_output=True, text=True, env=env
    )
    assert max(map(len, done.stdout.splitlines())) <= 80


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminal here")
def test_progress_only_on_a_terminal(tmp_path):
    for n in range(3):
        (tmp_path / f"p{n}.txt").write_text(RAID, encoding="utf-8")
    piped = extract(tmp_path)
    assert "\x1b" not in piped.err
    master, slave = os.openpty()
    command = [sys.executable, "-m", "claimx", "extract", str(tmp_path), "--model", "rules"]
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "80"},
        timeout=60,
    )
    os.close(slave)
    shown = os.read(master, 65536).decode("utf-8", "replace")
    os.close(master)
    assert done.stdout.decode("utf-8") == piped.out
    assert "3 documents" in shown
