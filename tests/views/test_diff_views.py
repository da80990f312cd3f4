import html
import json
import re

import pytest

from claimx.ledger.diff import compare_ledgers
from claimx.ledger.index import LedgerFile
from claimx.views import diff as views
from tests.ledger.samples import day, note, record, write
from tests.views.hostile import hostile

NAMES = ("old.jsonl", "new.jsonl")


@pytest.fixture
def ledgers(tmp_path):
    old = [record(number=n) for n in range(5)]
    new = [record(number=n) for n in range(1, 5)] + [record("strength", 7)]
    new[0]["date"] = day("2016") | {"text": "2016-03-08"}
    new[1]["citations"].append(note("9"))
    new[2]["evidence"]["page"] = 3
    new[3]["document"]["title"] = "War in the Delta, Revised"
    return LedgerFile(write(tmp_path / "old", old)), LedgerFile(write(tmp_path / "new", new))


def render(ledgers, writer, *arguments):
    parts = []
    read = views.sides(ledgers[0].read, ledgers[1].read)
    options = () if writer is views.write_stat else (read,)
    different = writer(compare_ledgers(*ledgers), *options, parts.append, *arguments)
    return "".join(parts), different


def test_text(ledgers):
    text, different = render(ledgers, views.write_text, False)
    assert different
    assert "delta-2018\n  document.title: War in the Delta -> War in the Delta, Revised\n" in text
    assert "    date.edtf: 2016-03-08 -> 2016\n" in text
    assert "§ re-cited attack" in text and "    citations: [note 8] -> [note 8, note 9]\n" in text
    assert "> moved attack" in text and "    evidence.page: null -> 3\n" in text
    assert re.search(
        r"^\+ added strength str-\w+\n    Lower Delta Brigades: 4,000-6,000 fighters\n", text, re.M
    )
    assert text.endswith("1 document: 1 same, 1 added, 1 removed, 1 changed, 1 re-cited, 1 moved\n")


def test_colours_only_when_asked(ledgers):
    assert "\x1b" not in render(ledgers, views.write_text, False)[0]
    assert "\x1b[32m+ added" in render(ledgers, views.write_text, True)[0]


def test_json_is_one_object(ledgers):
    plain = json.loads(render(ledgers, views.write_json, NAMES)[0])
    assert plain["summary"] == {
        "documents": 1, "same": 1, "added": 1, "removed": 1, "changed": 1, "re-cited": 1, "moved": 1,
    }  # fmt: skip
    claims = plain["documents"][0]["claims"]
    assert {each["status"] for each in claims} == {"added", "removed", "changed", "re-cited", "moved"}
    changed = next(each for each in claims if each["status"] == "changed")
    assert {"field": "date.edtf", "old": "2016-03-08", "new": "2016"} in changed["fields"]
    assert next(each for each in claims if each["status"] == "added")["record"]["kind"] == "strength"


def test_jsonl_is_a_line_a_difference(ledgers):
    lines = [json.loads(line) for line in render(ledgers, views.write_jsonl)[0].splitlines()]
    assert lines[0]["status"] == "document" and len(lines) == 6
    assert {line["document"] for line in lines} == {"delta-2018"}


def test_stat(ledgers):
    text, _ = render(ledgers, views.write_stat)
    assert text.splitlines()[0] == "delta-2018: +1 added  -1 removed  ~1 changed  §1 re-cited  >1 moved"


def test_markdown_and_html(ledgers):
    text, _ = render(ledgers, views.write_markdown, NAMES)
    assert (
        "## delta-2018" in text
        and "- **changed** attack" in text
        and "  - date.edtf: 2016-03-08 → 2016" in text
    )
    page, _ = render(ledgers, views.write_html, NAMES)
    assert "<del>2016-03-08</del></td><td><ins>2016</ins>" in page and page.endswith("</html>\n")


WRITERS = [
    (views.write_text, (False,)), (views.write_json, (NAMES,)), (views.write_jsonl, ()),
    (views.write_stat, ()),
    (views.write_markdown, (NAMES,)), (views.write_html, (NAMES,)),
]  # fmt: skip


@pytest.mark.parametrize(("writer", "arguments"), WRITERS)
def test_nothing_acts(tmp_path, writer, arguments):
    old = [hostile(), hostile("strength", 1), record(number=5)]
    new = [hostile(), hostile("allegiance", 2), record(number=5, claim=hostile()["claim"])]
    new[0]["date"] = None
    paths = write(tmp_path / "old", old), write(tmp_path / "new", new)
    text, different = render([LedgerFile(path) for path in paths], writer, *arguments)
    assert different
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    if writer is views.write_html:
        assert "<script" not in text and "<script" in html.unescape(text)
    if writer is views.write_markdown:
        assert "<script" not in text.replace("\\<", "")


@pytest.mark.parametrize(("writer", "arguments"), WRITERS)
def test_no_difference(tmp_path, writer, arguments):
    path = write(tmp_path / "a", [record()])
    _, different = render([LedgerFile(path), LedgerFile(path)], writer, *arguments)
    assert not different
