"""`make score` and `make delta`: every gold set at hand, per kind and slot; with --delta only what differs."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from calibrate import left_out, rows_of, table
from papers import ROOT, claims_of, gold_sets

from claimx.cli import run
from claimx.ledger.codec import dump_claim


def main() -> None:
    words = [a for a in sys.argv[1:] if not a.startswith("-")]
    shared = Path(words[0]) if words else ROOT.parent / "shared"
    delta = "--delta" in sys.argv
    found = False
    for name, gold, papers, dates in gold_sets(shared):
        found = True
        docs = sorted(f.name.removesuffix(".claims.jsonl") for f in gold.glob("*.claims.jsonl"))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as file:
            for d in docs:
                file.writelines(
                    dump_claim(c) + "\n" for c, _ in claims_of(papers / f"{d}.txt", d, dates.get(d))
                )
        print(f"== {name}", flush=True)
        for show in ("misses", "extra", "slots") if delta else (None,):
            run(
                [
                    "score",
                    file.name,
                    "--gold",
                    str(gold),
                    "--papers",
                    str(papers),
                    *(["--show", show] if show else []),
                ]
            )
        Path(file.name).unlink()
    if not found:
        sys.exit("no gold at hand (../shared is absent and tests/passages is empty)")
    if not delta:
        print("\n== confidence, each paper by weights fitted without it")
        print("\n".join(table(left_out(rows_of(shared)))))


if __name__ == "__main__":
    main()
