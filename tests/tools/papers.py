"""The papers with gold that lie beside the checkout, and our claims on them; for the tools of the Makefile."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from claimx.assemble import Draft, assemble, in_order  # noqa: E402
from claimx.kinds import KINDS  # noqa: E402
from claimx.ledger.order import sort_claims  # noqa: E402
from claimx.model import Claim  # noqa: E402
from claimx.pipeline import Options, document_info, find_claims, parse_cued, read_stages  # noqa: E402
from claimx.read import read_document  # noqa: E402
from claimx.read.inputs import load_manifest, sha256  # noqa: E402

PASSAGES = ROOT / "tests" / "passages"


def gold_sets(shared: Path) -> Iterator[tuple[str, Path, Path, dict[str, str]]]:
    """(name, gold folder, papers folder, published by id) of every set at hand."""
    if (shared / "gold").is_dir():
        known = load_manifest(str(ROOT / "corpus" / "corpus.toml"))
        dates = {e.id: e.published for e in known.by_hash.values() if e.published}
        yield "papers", shared / "gold", shared / "papers", dates
    for part in ("dev", "held", "dense-dev", "dense-held"):
        if (PASSAGES / part).is_dir():
            file = PASSAGES / "published.json"
            yield (
                part,
                PASSAGES / part,
                PASSAGES / part,
                json.loads(file.read_text("utf-8")) if file.exists() else {},
            )


def claims_of(
    path: Path, name: str, published: str | None, model: str = "bundled"
) -> list[tuple[Claim, Draft]]:
    """Every claim of a paper with the draft it came from, in ledger order."""
    data = path.read_bytes()
    entry = load_manifest(str(ROOT / "corpus" / "corpus.toml")).find(sha256(data))
    options = Options(model=model, published=published or (entry.published if entry else None))
    document = read_document(data, id=name, name=str(path))
    reading = read_stages(document, options)
    parse_cued(reading, KINDS, model)
    drafts = list(find_claims(reading, KINDS))
    made = list(
        assemble(
            document,
            drafts,
            reading.sentences,
            lambda s: document_info(reading, options, s),
            reading.zones.blocks,
        )
    )
    by_id = {claim.id: draft for (claim, _), draft in zip(made, in_order(drafts), strict=True)}
    return [(claim, by_id[claim.id]) for claim in sort_claims(made)]
