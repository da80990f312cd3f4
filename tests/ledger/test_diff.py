import copy
import random

import pytest

from claimx.errors import LedgerError, UsageError
from claimx.ledger.diff import Filter, compare_ledgers, record_changes
from claimx.ledger.index import LedgerFile
from tests.ledger.samples import GROUPS, actor, amount, day, note, record, write

WORDS = "river gate convoy market tower raid patrol bridge station depot harbour village column mine".split()  # noqa: SIM905


def sentence(seed):
    return " ".join(random.Random(seed).choices(WORDS, k=14)) + f" near mile {seed}."


def base():
    return [record(number=n, quote=sentence(n)) for n in range(6)]


def compare(tmp_path, old, new, **options):
    ledgers = LedgerFile(write(tmp_path / "old", old)), LedgerFile(write(tmp_path / "new", new))
    return list(compare_ledgers(*ledgers, Filter(**options)))


def statuses(diffs):
    return [each.status for diff in diffs for each in diff.claims]


def test_the_same_ledger_has_no_differences(tmp_path):
    (diff,) = compare(tmp_path, base(), base())
    assert not diff and diff.same == 6


def test_the_order_of_lines_is_no_difference(tmp_path):
    assert not any(compare(tmp_path, base(), base()[::-1]))


CHANGES = [
    ("date.edtf", "changed", lambda r: r["date"].update(edtf="2016")),
    ("date", "changed", lambda r: r.update(date=None)),
    ("claim.killed.min", "changed", lambda r: r["claim"]["killed"].update(min=11)),
    ("claim.injured", "changed", lambda r: r["claim"].update(injured=amount(3, 3))),
    ("claim.perpetrators", "changed", lambda r: r["claim"].update(perpetrators=[])),
    ("claim.targets", "changed", lambda r: r["claim"].update(targets=["a mill"])),
    ("polarity", "changed", lambda r: r.update(polarity="negated")),
    ("confidence", "changed", lambda r: r.update(confidence=0.5)),
    ("citations", "re-cited", lambda r: r["citations"].append(note("9"))),
    ("citations[0].status", "re-cited", lambda r: r["citations"][0].update(status="ambiguous")),
    ("evidence.spans", "moved", lambda r: r["evidence"].update(spans=[[1, 2]])),
    ("evidence.page", "moved", lambda r: r["evidence"].update(page=4)),
    ("mood", "changed", lambda r: r.update(mood="new key")),
]


@pytest.mark.parametrize(("field", "status", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_change_by_field(tmp_path, field, status, change):
    new = base()
    change(new[2])
    (diff,) = compare(tmp_path, base(), new)
    (each,) = diff.claims
    assert (each.status, each.by, [c.field for c in each.fields]) == (status, "id", [field])
    assert diff.same == 5


def test_a_field_change_carries_both_values():
    (change,) = record_changes(record(), record(date=day("2016-03-08") | {"edtf": "2016-03"}))
    assert change == ("date.edtf", "2016-03-08", "2016-03")


def test_added_and_removed(tmp_path):
    diffs = compare(tmp_path, base()[1:], base()[:-1])
    assert statuses(diffs) == ["added", "removed"]


def test_what_changes_in_the_document_is_told_once(tmp_path):
    new = base()
    for made in new:
        made["document"]["sha256"] = "0" * 64
    (diff,) = compare(tmp_path, base(), new)
    assert ([c.field for c in diff.fields], diff.claims, diff.same) == (["document.sha256"], [], 6)
    assert diff


def blur(text, seed):
    """OCR: a few letters wrong."""
    letters = list(text)
    for place in random.Random(seed).sample(range(len(letters)), 3):
        letters[place] = "#"
    return "".join(letters)


def test_a_paper_scanned_again_is_not_all_new(tmp_path):
    new = [record(number=n, quote=blur(sentence(n), n)) for n in range(6)]
    (diff,) = compare(tmp_path, base(), new)
    assert [(each.status, each.by) for each in diff.claims] == [("moved", "evidence")] * 6
    assert all(each.old.number == each.new.number for each in diff.claims)


def test_another_sentence_is_no_match(tmp_path):
    new = [record(quote="Nothing of what was written before stands in this line at all.")]
    assert sorted(statuses(compare(tmp_path, base()[:1], new))) == ["added", "removed"]


def test_claims_of_one_sentence_are_told_apart_by_their_slots(tmp_path):
    first = {"perpetrators": [actor(GROUPS[0])], "killed": amount(3, 3)}
    second = {"perpetrators": [actor(GROUPS[1])], "killed": amount(9, 9)}
    old = [
        record(quote=sentence(1), claim=slots, id=f"atk-{n:012}") for n, slots in enumerate((first, second))
    ]
    new = [
        record(quote=sentence(1), claim=slots, id=f"atk-{n:012}")
        for n, slots in enumerate((second, first), 7)
    ]
    (diff,) = compare(tmp_path, old, new)
    assert [[c.field for c in each.fields] for each in diff.claims] == [["id"], ["id"]]


def test_kinds_are_never_matched_with_each_other(tmp_path):
    old, new = record(quote=sentence(1)), record("strength", quote=sentence(1))
    assert sorted(statuses(compare(tmp_path, [old], [new]))) == ["added", "removed"]


@pytest.mark.parametrize("same", ["sha256", "title", None])
def test_a_document_with_another_id_is_found(tmp_path, same):
    old = [record(number=n, quote=sentence(n), document="scan-1") for n in range(3)]
    new = [record(number=n, quote=sentence(n), document="scan-2") for n in range(3)]
    extra = [record(number=7, quote=sentence(7), document="another")] if same else []
    for made in extra:
        made["document"] |= {"title": "Another"}
    for made in new:
        made["document"] |= {"title": None, "sha256": "1" * 64}
        if same:
            made["document"][same] = old[0]["document"][same]
    diffs = compare(tmp_path, old, new + extra)
    assert (diffs[0].id, diffs[0].old_id) == ("scan-2", "scan-1")
    assert statuses(diffs[:1]) == ["moved"] * 3


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["changed", "removed"]),
        ({"only": ("date",)}, ["changed", "removed"]),
        ({"only": ("claim.killed",)}, ["removed"]),
        ({"only": ("killed",), "ignore": ("removed",)}, []),
        ({"ignore": ("date.edtf",)}, ["changed", "removed"]),
        ({"ignore": ("date", "confidence")}, ["removed"]),
        ({"ignore": ("date", "removed"), "min_change": 0.5}, []),
        ({"ignore": ("date",), "min_change": 0.01}, ["changed", "removed"]),
    ],
)
def test_which_fields_count(tmp_path, options, expected):
    new = base()[:-1]
    new[0] |= {"date": day("2016"), "confidence": 0.85}
    assert statuses(compare(tmp_path, base(), new, **options)) == expected


@pytest.mark.parametrize("name", ["confidense", "claim.mood", "", "claim.killedx"])
def test_a_field_that_is_none_is_told(name):
    with pytest.raises(UsageError, match="no such field"):
        Filter(only=(name,))


def test_a_broken_line_is_told_even_where_both_ledgers_have_it(tmp_path):
    for name in ("old", "new"):
        path = write(tmp_path / name, base())
        path.write_text(path.read_text().replace('"rule": "attack/sample"}', '"rule": }', 1))
    with pytest.raises(LedgerError, match="old:1: "):
        list(compare_ledgers(LedgerFile(tmp_path / "old"), LedgerFile(tmp_path / "new")))


def test_hostile_types_break_nothing(tmp_path):
    for value in (None, 5, "x", [], [[]], {"spans": 3, "quote": 7}, {"spans": [["a"]]}):
        old, new = (
            record(evidence=value),
            record(evidence=value, claim=copy.deepcopy({"killed": None}), rule="x"),
        )
        new["id"] = "atk-ffffffffffff"
        assert statuses(compare(tmp_path, [old], [new]))


def test_many_claims_of_one_document(tmp_path):
    old = [record(number=n, quote=sentence(n)) for n in range(400)]
    new = [record(number=n, quote=blur(sentence(n), n)) for n in range(400)]
    (diff,) = compare(tmp_path, old, new)
    assert diff.counts()["moved"] > 390
