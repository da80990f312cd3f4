"""`claimx sources`: formats, item shapes, exit codes."""

import json

import pytest

from claimx.cli import run

PAPER = """The War of the Marshes

Jane Okello

Introduction

The rising began in 1964, when 45 men left the capital.¹ They took Duma and killed nine policemen.²
The capital denied it (Lake Times, May 3, 1964; marshnews.org, May 4, 1964).

Notes

1. Peter Hale, The Marsh Rising (London: Hurst, 1988), 12.
2. Ibid., 14.
3. Anne Moro, "The Duma Affair," African Affairs 66, no. 2 (1967): 101-120.
"""

NOTE_KEYS = [
    "item",
    "document",
    "article",
    "number",
    "kind",
    "text",
    "spans",
    "resolves_to",
    "references",
    "problems",
]
REFERENCE_KEYS = ["item", "document", "key", "text", "spans", "references", "problems"]
CALLOUT_KEYS = [
    "item",
    "document",
    "article",
    "form",
    "number",
    "at",
    "target",
    "status",
    "inferred",
    "date",
    "references",
]
NAMED_KEYS = [key if key != "number" else "text" for key in CALLOUT_KEYS]


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "marshes.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_jsonl_items(paper, tmp_path):
    out = tmp_path / "out.jsonl"
    assert run(["sources", str(paper), "--format", "jsonl", "-o", str(out)]) == 0
    items = rows(out)
    notes = [i for i in items if i["item"] == "note"]
    callouts = [i for i in items if i["item"] == "callout"]
    assert {tuple(i) for i in notes} == {tuple(NOTE_KEYS)}
    assert [tuple(i) for i in callouts] == [tuple(CALLOUT_KEYS)] * 2 + [tuple(NAMED_KEYS)] * 2
    assert [(n["number"], n["kind"], n["resolves_to"]) for n in notes] == [
        ("1", "source", None),
        ("2", "ibid", "1"),
        ("3", "source", None),
    ]
    assert "note-without-callout" in notes[2]["problems"]
    assert [(c["form"], c["target"], c["status"]) for c in callouts[:2]] == [
        ("superscript", "1", "resolved"),
        ("superscript", "2", "resolved"),
    ]
    assert [(c["text"], c["date"]) for c in callouts[2:]] == [
        ("Lake Times, May 3, 1964", "1964-05-03"),
        ("marshnews.org, May 4, 1964", "1964-05-04"),
    ]
    assert all(PAPER[c["at"]] in "¹²Lm" for c in callouts)
    for note in notes:
        text = "".join(PAPER[low:high] for low, high in note["spans"])
        assert text.split()[0] == note["text"].split()[0]
        assert all(list(r) == ["stance", "locator", "csl"] for r in note["references"])
    assert {i["document"]["id"] for i in items} == {"marshes"}


def test_reference_items(tmp_path):
    path, out = tmp_path / "lake.txt", tmp_path / "out.jsonl"
    path.write_text(
        "Rebels of the Lake\n\nAmara Noor\n\nIntroduction\n\n"
        "The Front grew (Hale, 1988; Moro & Keita, 2001; Diallo, 2004).\n\n"
        "References\n\nDiallo, B. (2004). Ports. London: Hurst.\n\n"
        "Hale, P. (1988). The marsh rising. London: Hurst.\n\n"
        "Moro, A., & Keita, M. (2001). Duma. London: Hurst.\n",
        encoding="utf-8",
    )
    assert run(["sources", str(path), "--format", "jsonl", "-o", str(out)]) == 0
    references = [i for i in rows(out) if i["item"] == "reference"]
    assert {tuple(i) for i in references} == {tuple(REFERENCE_KEYS)}
    assert [i["key"] for i in references] == ["Diallo, 2004", "Hale, 1988", "Moro & Keita, 2001"]
    callouts = [i for i in rows(out) if i["item"] == "callout"]
    assert [c["target"] for c in callouts] == ["Hale, 1988", "Moro & Keita, 2001", "Diallo, 2004"]


def test_text_for_people(paper, capfdbinary):
    assert run(["sources", str(paper)]) == 0
    said = capfdbinary.readouterr().out.decode()
    for words in ("marshes", "3 notes", "ibid", "note 1", "Lake Times, May 3, 1964", "note 3 has no callout"):
        assert words in said
    assert "\x1b" not in said


def test_csl_and_bibtex(paper, tmp_path):
    out = tmp_path / "out"
    assert run(["sources", str(paper), "--format", "csl-json", "-o", str(out)]) == 0
    works = json.loads(out.read_text("utf-8"))
    assert len({work["id"] for work in works}) == len(works) >= 4
    assert run(["sources", str(paper), "--format", "bibtex", "-o", str(out)]) == 0
    assert out.read_text("utf-8").count("\n@") + 1 == len(works)


def test_same_bytes_twice(paper, tmp_path):
    for name in ("a", "b"):
        assert run(["sources", str(paper), "--format", "jsonl", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_document_id_and_several_inputs(paper, tmp_path, capsys):
    out = tmp_path / "out"
    assert run(["sources", str(paper), "--document-id", "x", "--format", "jsonl", "-o", str(out)]) == 0
    assert {i["document"]["id"] for i in rows(out)} == {"x"}
    assert run(["sources", str(paper), str(paper), "--format", "jsonl", "-o", str(out)]) == 0
    assert {i["document"]["id"] for i in rows(out)} == {"marshes", "marshes-2"}
    assert run(["sources", str(paper), str(paper), "--document-id", "x"]) == 2
    assert "one input" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["nowhere.txt"], 2, "no such file"),
        (["PAPER", "nowhere.txt"], 3, "no such file"),
        (["PAPER", "--format", "xml"], 2, "choose text"),
        (["PAPER", "--published", "someday"], 2, "EDTF"),
        (["PAPER", "--pdf-engine", "x"], 2, "choose auto"),
        (["PAPER", "--manifest", "nowhere.toml"], 2, "no such manifest"),
        (["PAPER", "-o", "nowhere/out"], 2, "folder"),
    ],
)
def test_bad_usage(paper, capfd, args, code, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["sources", *[str(paper) if a == "PAPER" else a for a in args]]) == code
    errors = capfd.readouterr().err
    assert said in errors
    assert "Traceback" not in errors


def test_finds_nothing_and_leaves_in_peace(tmp_path, capfdbinary):
    path = tmp_path / "plain.txt"
    path.write_text("Nothing is cited here, and nobody minds.\n", encoding="utf-8")
    assert run(["sources", str(path), "--format", "jsonl"]) == 0
    assert capfdbinary.readouterr().out == b""


def test_published_gives_the_year(paper, tmp_path):
    path, out = tmp_path / "brief.txt", tmp_path / "out"
    path.write_text("Brief\n\nThe town fell (marshnews.org, May 3).\n", encoding="utf-8")
    assert run(["sources", str(path), "--published", "2019-04", "--format", "jsonl", "-o", str(out)]) == 0
    assert [i["date"] for i in rows(out)] == ["2018-05-03"]
