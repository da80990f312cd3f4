import json

import pytest

from claimx.errors import LedgerError
from claimx.ledger.decisions import (
    Decision,
    Judgement,
    Review,
    amend,
    dump_judgement,
    load_judgement,
    read_judgements,
)
from claimx.ledger.identity import content_hash
from tests.ledger.samples import record

RECORD = record()


def judge(decision="accept", changes=None, of=RECORD, **extra):
    return Judgement(of["id"], content_hash(of), Decision(decision), changes or {}, where="edits:1", **extra)


def test_a_judgement_survives_its_line():
    made = judge("amend", {"date.edtf": "2016"}, reviewer="R. I.", time="2024-05-01", note="p. 4")
    assert load_judgement(dump_judgement(made), "edits:1") == made
    assert load_judgement(dump_judgement(judge()), "edits:1") == judge()


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ({}, "needs an id"),
        ({"id": "a"}, "content_hash"),
        ({"id": "a", "content_hash": "b", "decision": "maybe"}, "no decision"),
        ({"id": "a", "content_hash": "b", "decision": []}, "no decision"),
        ({"id": "a", "content_hash": "b", "decision": "amend"}, "changes go with amend"),
        (
            {"id": "a", "content_hash": "b", "decision": "accept", "changes": {"date": None}},
            "changes go with",
        ),
        ({"id": 5, "content_hash": "b", "decision": "accept"}, "id: 5 is not text"),
        ({"id": "a", "content_hash": "b", "decision": "accept", "note": []}, "note"),
    ],
)
def test_a_judgement_that_is_none(plain, said):
    with pytest.raises(ValueError, match=said):
        load_judgement(json.dumps(plain))


def test_a_broken_line_of_judgements_is_told(tmp_path):
    path = tmp_path / "edits"
    path.write_text("\n{\n")
    with pytest.raises(LedgerError, match="edits:2: "):
        list(read_judgements(path))


def outcome(*judgements, keep=False, of=RECORD):
    review = Review(iter(judgements))
    result = review.apply(of, keep)
    review.finish()
    return result, {word: count for word, count in review.counts.items() if count}, review.problems


def test_each_decision():
    assert outcome() == (RECORD, {"unjudged": 1}, [])
    assert outcome(judge("accept")) == (RECORD, {"accept": 1}, [])
    assert outcome(judge("unsure")) == (RECORD, {"unsure": 1}, [])
    assert outcome(judge("reject")) == (None, {"reject": 1}, [])
    changed, counts, _ = outcome(judge("amend", {"claim.killed": None}))
    assert changed == record(claim={"killed": None}) and counts == {"amend": 1}


def test_kept_and_marked():
    kept, _, _ = outcome(judge("reject", reviewer="R. I.", note="no"), keep=True)
    assert kept == RECORD | {
        "review": {"decision": "reject", "reviewer": "R. I.", "time": None, "note": "no"}
    }


def test_a_stale_judgement_is_listed_and_never_applied():
    now = record(date="2016-03-09")
    result, counts, problems = outcome(judge("reject"), of=now)
    assert result == now and counts == {"stale": 1, "unjudged": 1}
    assert problems == [f"edits:1: reject of {RECORD['id']} is stale: the claim says something else now"]


def test_place_and_confidence_make_no_judgement_stale():
    moved = record(confidence=0.2)
    moved["evidence"]["spans"] = [[1, 2]]
    assert outcome(judge("reject"), of=moved)[0] is None


def test_the_latest_word_counts():
    early, late = judge("reject", time="2024-05-01"), judge("accept", time="2024-05-02")
    assert outcome(late, early) == (RECORD, {"accept": 1, "superseded": 1}, [])
    assert outcome(judge("accept"), judge("reject"))[0] is None


def test_a_claim_that_is_not_there():
    other = judge(of=record(number=5))
    assert outcome(other)[1:] == (
        {"unjudged": 1, "unknown": 1},
        [f"edits:1: accept of {other.id} is about a claim that the ledger does not hold"],
    )


def test_an_amendment_that_makes_no_claim_is_left_out():
    result, counts, problems = outcome(judge("amend", {"polarity": "maybe"}))
    assert result == RECORD and counts == {"impossible": 1}
    assert "'maybe' instead of" in problems[0]


@pytest.mark.parametrize(
    ("changes", "path", "value"),
    [
        ({"date.edtf": "2016-03"}, ("date", "latest"), "2016-03-31"),
        ({"date.edtf": "2016-03/.."}, ("date", "latest"), None),
        ({"claim.targets": ["a mill"]}, ("claim", "targets"), ["a mill"]),
        ({"claim.perpetrators[0].name": "X"}, ("claim", "perpetrators", 0, "name"), "X"),
        ({"citations": []}, ("citations",), []),
        ({"attributed_to": "a radio station"}, ("attributed_to",), "a radio station"),
    ],
)
def test_an_amendment(changes, path, value):
    got = amend(RECORD, changes)
    for step in path:
        got = got[step]
    assert got == value
    assert record() == RECORD


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "atk-000000000000"}, "cannot be amended"),
        ({"evidence.quote": "x"}, "cannot be amended"),
        ({"": 1}, "cannot be amended"),
        ({"claim.mood": "bad"}, "claim.mood"),
        ({"claim.perpetrators[7].name": "x"}, "no field"),
        ({"date.edtf.x": "x"}, "no field"),
        ({"date.edtf": "someday"}, "no EDTF date"),
        ({"claim.killed": "many"}, "claim.killed"),
    ],
)
def test_an_amendment_that_cannot_be(changes, said):
    with pytest.raises(ValueError, match=said):
        amend(RECORD, changes)
