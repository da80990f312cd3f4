"""How far a claim can be trusted: a logistic score over its rule and over what had to be worked out.

The weights (data/confidence.toml) are fitted by `make calibrate` on papers with gold: for each the
estimate that README reports leaves that paper out. A claim is right when the scorer pairs it with a gold one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from claimx.resources import load_toml

FLOOR, CEILING = 0.05, 0.99


def features_of(
    found: Any, date: Any, modality: str, polarity: str, zone: str, shallow: bool
) -> tuple[str, ...]:
    """The properties that the weights speak of, sorted: ("date:explicit", "kind:attack", "rule:attack/kill", …).

    `found` is a kinds.Found, `date` a model.Date or None.
    """
    claim = found.claim
    out = {
        f"kind:{found.kind}",
        f"rule:{found.rule}",
        f"modality:{modality}",
        f"date:{date.basis if date else 'none'}",
    }
    out.update(f"slot:{slot.partition(':')[2]}" for slot in found.inferred)
    if polarity == "negated":
        out.add("polarity:negated")
    if zone == "note":
        out.add("zone:note")
    if shallow:
        out.add("shallow")
    filled = sum(1 for v in claim.values() if v not in (None, [], "", "unspecified"))
    out.add(f"filled:{min(filled, 6)}")
    for side in ("perpetrators", "subjects", "objects"):
        if side in claim:
            out.add(f"{side}:{min(len(claim[side]), 2)}")
    return tuple(sorted(out))


def confidence_of(features: Iterable[str]) -> float:
    """Between 0.05 and 0.99, two decimals.

    >>> 0.05 <= confidence_of(("kind:attack", "rule:attack/kill")) <= 0.99
    True
    """
    weights = load_toml("confidence")["weights"]
    score = weights.get("bias", 0.0) + sum(weights.get(f, 0.0) for f in features)
    return round(min(CEILING, max(FLOOR, 1 / (1 + math.exp(-score)))), 2)
