"""Confidence: what it looks at, and its bounds."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from claimx.confidence import CEILING, FLOOR, confidence_of, features_of
from claimx.model import Kind
from claimx.resources import load_toml


def found(rule: str = "attack/kill", inferred: tuple[str, ...] = (), **claim):
    return SimpleNamespace(
        kind=Kind.ATTACK,
        rule=rule,
        inferred=inferred,
        claim={"attack_type": "bombing", "perpetrators": [], "killed": None, **claim},
    )


def features(**more):
    f = found(**more)
    return features_of(f, None, "asserted", "affirmed", "body", False)


def test_features_are_sorted_and_name_the_rule():
    got = features()
    assert got == tuple(sorted(got))
    assert {"kind:attack", "rule:attack/kill", "modality:asserted", "date:none", "perpetrators:0"} <= set(got)


def test_what_was_worked_out_shows():
    assert "slot:coref" in features(inferred=("perpetrators:coref",))
    assert "shallow" in features_of(found(), None, "asserted", "affirmed", "body", True)
    assert "zone:note" in features_of(found(), None, "asserted", "affirmed", "note", False)
    assert "polarity:negated" in features_of(found(), None, "asserted", "negated", "body", False)


def test_more_filled_slots_are_counted():
    assert "filled:1" in features() and "filled:2" in features(killed={"min": 1})


@pytest.mark.parametrize("some", [(), ("no:such",), tuple(load_toml("confidence")["weights"])])
def test_bounds_and_decimals(some):
    value = confidence_of(some)
    assert FLOOR <= value <= CEILING and round(value, 2) == value


def test_the_weights_speak_of_features_that_exist():
    families = {
        "bias",
        "kind",
        "rule",
        "modality",
        "date",
        "slot",
        "polarity",
        "zone",
        "shallow",
        "filled",
        "perpetrators",
        "subjects",
        "objects",
    }
    weights = load_toml("confidence")["weights"]
    assert {name.partition(":")[0] for name in weights} <= families
    assert all(isinstance(w, (int, float)) for w in weights.values())
