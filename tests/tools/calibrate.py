"""Fit the confidence weights on gold, and tell how well they hold on a paper left out.

    python tests/tools/calibrate.py ../shared [--print]

Logistic regression with an L2 pull towards zero, plain gradient descent: the same weights every time.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from papers import ROOT, claims_of, gold_sets

from claimx.ledger.codec import dump_claim
from claimx.ledger.score import score_ledger

STEPS, RATE, PULL = 600, 0.5, 0.05
# Taken off every score: the rules were written with these papers at hand, so others will be read less well.
CAUTION = 0.45
Row = tuple[str, tuple[str, ...], bool]


def rows_of(shared: Path, sets: tuple[str, ...] = ("papers", "dev")) -> list[Row]:
    """(document, features, right?) of every claim on the gold sets."""
    out: list[Row] = []
    for name, gold, papers, dates in gold_sets(shared):
        if name not in sets:
            continue
        docs = sorted(f.name.removesuffix(".claims.jsonl") for f in gold.glob("*.claims.jsonl"))
        made = {d: claims_of(papers / f"{d}.txt", d, dates.get(d)) for d in docs}
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
            file.writelines(dump_claim(c) + "\n" for d in docs for c, _ in made[d])
        report = score_ledger(file.name, gold, papers)
        Path(file.name).unlink()
        wrong = {(doc, record["id"]) for doc, record in report.extras}
        out += [
            (d if name == "papers" else f"{name}/{i % 3}", draft.features, (d, c.id) not in wrong)
            for i, d in enumerate(docs)
            for c, draft in made[d]
        ]
    return out


def fit(rows: list[Row]) -> dict[str, float]:
    """Feature -> log-odds."""
    counts: dict[str, int] = defaultdict(int)
    for _, features, _ in rows:
        for f in features:
            counts[f] += 1
    names = sorted(f for f, n in counts.items() if n >= 4)
    weights = dict.fromkeys(["bias", *names], 0.0)
    data = [([f for f in features if f in weights], right) for _, features, right in rows]
    for _ in range(STEPS):
        slope = dict.fromkeys(weights, 0.0)
        for features, right in data:
            z = weights["bias"] + sum(weights[f] for f in features)
            error = (1.0 if right else 0.0) - 1 / (1 + math.exp(-z))
            slope["bias"] += error
            for f in features:
                slope[f] += error
        for f in weights:
            pull = 0.0 if f == "bias" else PULL * weights[f] * len(data) / 10
            weights[f] += RATE * (slope[f] - pull) / len(data) * 4
    return weights


def predict(weights: dict[str, float], features: tuple[str, ...]) -> float:
    z = weights["bias"] - CAUTION + sum(weights.get(f, 0.0) for f in features)
    return min(0.99, max(0.05, 1 / (1 + math.exp(-z))))


def left_out(rows: list[Row]) -> list[tuple[float, bool]]:
    """(confidence, right?) of every claim, by weights fitted without its document."""
    out = []
    for doc in sorted({d for d, _, _ in rows}):
        weights = fit([r for r in rows if r[0] != doc])
        out += [(predict(weights, features), right) for d, features, right in rows if d == doc]
    return out


def table(pairs: list[tuple[float, bool]]) -> list[str]:
    """The calibration table, as Markdown rows."""
    edges = [(0.0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0)]
    lines = ["| confidence | claims | share | right |", "|---|---|---|---|"]
    for low, high in edges:
        inside = [
            right for c, right in pairs if low <= round(c, 2) < high or (high == 1.0 and round(c, 2) >= 1.0)
        ]
        if inside:
            lines.append(
                f"| {low:.2f} to {high:.2f} | {len(inside)} | {len(inside) / len(pairs):.2f} | {sum(inside) / len(inside):.2f} |"
            )
    sure = [right for c, right in pairs if round(c, 2) >= 0.8]
    if sure:
        lines.append(
            f"| 0.80 and above | {len(sure)} | {len(sure) / len(pairs):.2f} | {sum(sure) / len(sure):.2f} |"
        )
    return lines


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    rows = rows_of(shared)
    if not rows:
        sys.exit("no gold at hand: nothing to calibrate on")
    print("\n".join(table(left_out(rows))))
    if "--print" in sys.argv:
        return
    weights = fit(rows)
    weights["bias"] -= CAUTION
    lines = ["# Written by `make calibrate`; log-odds of a claim being right.", "[weights]"]
    lines += [f'"{f}" = {w:.3f}' for f, w in weights.items()]
    (ROOT / "claimx" / "data" / "confidence.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} claims, {len(weights)} weights")


if __name__ == "__main__":
    main()
