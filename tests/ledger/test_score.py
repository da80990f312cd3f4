"""Our scorer against gold of our own, and against the reference scorer where that is at hand."""

import importlib.util
import json
import random

import pytest

from claimx.errors import InputError, LedgerError
from claimx.ledger.score import assign, score_ledger
from claimx.ledger.score_rules import cited, covers, key_agrees, score_slots
from tests.conftest import SHARED
from tests.ledger.samples import GROUPS, TOWNS, actor, amount, note, record, write

TEXT = "Heading\n\n" + " ".join(
    f"In case {n} the Karsa Front struck {TOWNS[n % 4]} and left 12 dead." for n in range(9)
)


def gold(number, **fields):
    sentence = f"In case {number} the Karsa Front struck {TOWNS[number % 4]} and left 12 dead."
    return {
        "id": f"g-{number}", "kind": "attack", "required": True, "anchor": sentence, "sentence": sentence,
        "polarity": "affirmed", "modality": "asserted", "date": {"edtf": "2016-03-08"},
        "attack_type": "bombing",
        "citations": [{"type": "note", "marker": "8"}], "perpetrators": ["Karsa Front"],
        "targets": ["grain depot"], "places": [TOWNS[number % 4]], "killed": {"min": 12, "max": 12}, **fields,
    }  # fmt: skip


def predicted(number, **fields):
    anchor = gold(number)["anchor"]
    start = TEXT.index(anchor)
    place = TOWNS[number % 4]
    made = record(number=number, document="d", quote=anchor,
                  claim={"places": [{"text": place, "name": place, "country": None}]})  # fmt: skip
    made["evidence"]["spans"] = [[start, start + len(anchor)]]
    return made | fields


def scored(tmp_path, golds, records):
    for name in ("gold", "papers"):
        (tmp_path / name).mkdir(exist_ok=True)
    (tmp_path / "papers" / "d.txt").write_text(TEXT)
    (tmp_path / "gold" / "d.claims.jsonl").write_text("".join(json.dumps(each) + "\n" for each in golds))
    return score_ledger(write(tmp_path / "a.jsonl", records), tmp_path / "gold", tmp_path / "papers")


def test_everything_right(tmp_path):
    report = scored(tmp_path, [gold(n) for n in range(3)], [predicted(n) for n in range(3)])
    figures = report.figures()
    assert (figures.precision, figures.recall, figures.f1, figures.exact) == (1, 1, 1, 1)
    assert set(figures.slots.values()) == {1.0}
    assert report.calibration() == [(0.9, 1.0, 3, 1.0)]


def test_misses_extras_and_wrong_slots(tmp_path):
    wrong = predicted(0, date=None, citations=[])
    report = scored(
        tmp_path, [gold(0), gold(1), gold(2, required=False)], [wrong, predicted(2), predicted(5)]
    )
    figures = report.figures(kind="attack")
    assert (figures.required, figures.predicted) == (2, 3)
    assert (round(figures.precision, 3), figures.recall, figures.exact) == (0.667, 0.5, 0.0)
    assert [row["id"] for _, row in report.misses] == ["g-1"]
    assert [made["id"] for _, made in report.extras] == [predicted(5)["id"]]
    assert figures.slots["date"] == figures.slots["citations"] == 0.5


def test_a_second_prediction_of_one_claim_is_an_extra(tmp_path):
    report = scored(tmp_path, [gold(0)], [predicted(0), predicted(0, id="atk-000000000000")])
    assert report.figures().precision == 0.5


def test_a_missing_paper_gold_or_anchor_is_told(tmp_path):
    with pytest.raises(LedgerError, match="the anchor of this gold claim"):
        scored(tmp_path, [gold(0, anchor="not there")], [])
    with pytest.raises(InputError, match="no gold for 'x'"):
        score_ledger(tmp_path / "a.jsonl", tmp_path / "gold", tmp_path / "papers", ["x"])
    (tmp_path / "papers" / "d.txt").unlink()
    with pytest.raises(InputError, match=r"d.txt"):
        score_ledger(tmp_path / "a.jsonl", tmp_path / "gold", tmp_path / "papers")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([[0, 10]], True),
        ([[5, 15]], True),
        ([[6, 15]], False),
        ([[0, 3], [7, 9]], True),
        ([[0, 5000]], False),
    ],
)
def test_evidence_covers_half_the_anchor(spans, expected):
    made = record()
    made["evidence"]["spans"] = spans
    assert covers({"anchor": "x" * 10, "sentence": "x" * 40}, made, (0, 10)) is expected


def test_evidence_from_a_pdf_is_compared_by_its_words():
    made = record(quote="The Karsa Front struck Ombala at dawn and left.")
    made["document"]["media_type"] = "application/pdf"
    row = {"anchor": "Karsa Front struck Ombala at dawn", "sentence": "x" * 40}
    assert covers(row, made, (0, 0))
    assert not covers({**row, "anchor": "Nothing of this kind stands there"}, made, (0, 0))


STRENGTH = {"kind": "strength", "quantity": {"min": 4000, "max": 6000}, "group": GROUPS[1]}
JOIN = {"kind": "allegiance", "relation": "join", "subjects": [GROUPS[2]], "objects": [GROUPS[3]]}


def allegiance(**claim):
    return record("allegiance", claim=claim)


@pytest.mark.parametrize(
    ("row", "made", "expected"),
    [
        (STRENGTH, record("strength"), True),
        (STRENGTH, record("strength", claim={"quantity": amount(6000, 4000)}), True),
        (STRENGTH, record("strength", claim={"quantity": amount(4000, 4000)}), False),
        (STRENGTH, record("strength", claim={"quantity": None}), False),
        (JOIN, allegiance(), True),
        (JOIN, allegiance(relation="merge"), True),
        (JOIN, allegiance(relation="rival"), False),
        (JOIN | {"relation_also": ["rival"]}, allegiance(relation="rival"), True),
        (JOIN, allegiance(objects=[], leaders=[GROUPS[3]]), True),
        (JOIN, allegiance(subjects=[actor(GROUPS[3])], objects=[actor(GROUPS[2])]), False),
        (JOIN | {"relation": "ally"},
         allegiance(relation="ally", subjects=[actor(GROUPS[3])], objects=[actor(GROUPS[2])]), True),
        (gold(0), predicted(0), True),
        (gold(0), record(claim={"perpetrators": [actor(GROUPS[1])], "targets": [], "killed": None}), False),
        (gold(0, perpetrators=[], targets=[], places=[], killed=None), record(), True),
    ],
)  # fmt: skip
def test_which_claims_are_one(row, made, expected):
    assert key_agrees(row, made) is expected


def test_slots_of_a_clash_may_stand_in_either_order():
    row = gold(0, attack_type="clash", perpetrators=[GROUPS[0]], targets=[GROUPS[1]])
    claim = {"attack_type": "clash", "perpetrators": [actor(GROUPS[1])], "targets": [GROUPS[0]]}
    slots = score_slots(row, record(claim=claim))
    assert slots["perpetrators"] == slots["targets"] == (1.0, True)


def test_a_date_from_the_neighbourhood_is_counted_apart():
    row = gold(0, date={"edtf": "2016", "basis": "context"})
    assert "date" not in score_slots(row, predicted(0, date=None))
    assert score_slots(row, predicted(0, date=None))["date_soft"] == (0.0, False)
    assert score_slots(row, predicted(0))["date"] == (0.0, False)


def test_a_citation_of_the_paragraph_is_allowed():
    row = gold(0, citations=[], paragraph_citations=[{"type": "note", "marker": "9"}])
    paragraph = note("9") | {"scope": "paragraph"}
    assert "citations" not in score_slots(row, predicted(0, citations=[paragraph]))
    assert score_slots(row, predicted(0, citations=[note("9")]))["citations"] == (1.0, True)
    assert score_slots(row, predicted(0, citations=[note("7")]))["citations"] == (0.0, False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ({"type": "note", "marker": "[8]"}, {"type": "note", "marker": "8"}),
        (
            {"type": "inline", "text": "[Coast Herald](u), May 3"},
            {"type": "inline", "text": "Coast Herald u, May 3"},
        ),
        (
            {"type": "author-year", "text": "see Imani, 2014, p. 10"},
            {"type": "author-year", "text": "Imani, 2014"},
        ),
    ],
)
def test_two_prints_of_one_citation(a, b):
    assert cited(a) == cited(b)


def test_the_assignment_is_the_best_of_all():
    generator = random.Random(3)
    for _ in range(60):
        weights = {
            (g, p): 10 + generator.random() for g in range(4) for p in range(4) if generator.random() < 0.6
        }
        found = assign(weights)
        assert len(set(found.values())) == len(found)
        assert sum(weights[pair] for pair in found.items()) == pytest.approx(_best(weights, 0))


def _best(weights, g, used=frozenset()):
    if g == 4:
        return 0.0
    options = [
        weights[g, p] + _best(weights, g + 1, used | {p})
        for p in range(4)
        if (g, p) in weights and p not in used
    ]
    return max([_best(weights, g + 1, used), *options])


@pytest.fixture(scope="module")
def reference():
    path = SHARED and SHARED / "gold" / "score.py"
    if not path or not path.is_file():
        pytest.skip("the reference scorer is not here")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(seed):
    """Predictions made from the gold, with names lost, added and swapped, dates and figures changed."""
    generator = random.Random(seed)
    for file in sorted((SHARED / "gold").glob("*.claims.jsonl")):
        document = file.name.removesuffix(".claims.jsonl")
        text = (SHARED / "papers" / f"{document}.txt").read_text(encoding="utf-8")
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        for number, row in enumerate(rows):
            for _ in range(generator.choice((0, 1, 1, 1, 2))):
                yield _guess(row, number, document, text.index(row["anchor"]), rows, generator)


def _guess(row, number, document, start, rows, generator):
    def some(slot):
        values = list(row.get(slot) or [])
        if values and generator.random() < 0.2:
            values.pop()
        if generator.random() < 0.2:
            values.append(
                generator.choice(
                    [n for r in rows for n in r.get("perpetrators") or r.get("objects") or ["x"]]
                )
            )
        return values

    def ranged(slot):
        value = row.get(slot) if generator.random() < 0.8 else {"min": 3, "max": 3}
        return value and {"min": value.get("min"), "max": value.get("max"), "approx": False, "text": ""}

    actors = {s: [actor(n) for n in some(s)] for s in ("perpetrators", "subjects", "objects")}
    group = row.get("group") or "x"
    claim = {
        "attack": {"attack_type": row.get("attack_type") or "clash", "perpetrators": actors["perpetrators"],
                   "targets": some("targets"), "count": ranged("count"), "killed": ranged("killed"),
                   "places": [{"text": n, "name": n, "country": None} for n in some("places")]},
        "strength": {"group": actor(group if isinstance(group, str) else group[0]),
                     "quantity": ranged("quantity")},
        "allegiance": {"relation": generator.choice([row.get("relation") or "ally"] * 5 + ["ally", "join"]),
                       "subjects": actors["subjects"], "objects": actors["objects"],
                       "leaders": some("leaders")},
    }[row["kind"]]  # fmt: skip
    if generator.random() < 0.1 and row["kind"] == "allegiance":
        claim["subjects"], claim["objects"] = claim["objects"], claim["subjects"]
    made = record(row["kind"], number, document=document, quote=row["sentence"], claim=claim)
    start = max(0, start + generator.choice((0, 0, 0, -10, 70)))
    made["evidence"]["spans"] = [[start, start + len(row["anchor"])]]
    made["document"]["media_type"] = generator.choice(("text/plain", "text/plain", "application/pdf"))
    edtf = (row.get("date") or {}).get("edtf") if generator.random() < 0.8 else "2001"
    made["date"] = made["date"] | {"edtf": edtf} if edtf else None
    made["modality"] = generator.choice((row["modality"], "asserted"))
    made["citations"] = [
        note("8") | {"type": c["type"], "marker": c.get("marker"), "text": c.get("text"),
                     "scope": generator.choice(("sentence", "sentence", "paragraph"))}
        for c in (row.get("citations") or []) + (row.get("paragraph_citations") or [])
    ]  # fmt: skip
    return made


@pytest.mark.parametrize("seed", [1, 2])
def test_the_figures_of_the_reference_scorer(reference, tmp_path, seed):
    path = write(tmp_path / "a.jsonl", perturbed(seed))
    theirs, misses, extras, _ = reference.score(path, SHARED / "gold", SHARED / "papers")
    ours = score_ledger(path, SHARED / "gold", SHARED / "papers")
    assert [row["id"] for _, row in ours.misses] == [row["id"] for _, row in misses]
    assert sorted(made["id"] for _, made in ours.extras) == sorted(made["id"] for _, made in extras)
    expected = {"all": [tally for kinds in theirs.values() for tally in kinds.values()]}
    expected |= {
        kind: [kinds[kind] for kinds in theirs.values()] for kind in ("attack", "strength", "allegiance")
    }
    expected |= {document: list(kinds.values()) for document, kinds in theirs.items()}
    for name, tallies in expected.items():
        figures, wanted = ours.rows()[name]._asdict(), reference.prf(tallies)
        assert figures.pop("slots") == pytest.approx(wanted.pop("slots"))
        assert figures == pytest.approx(wanted)
