"""claimx: dated claims on armed conflict, each tied to its words and its source.

    import claimx
    claims = claimx.extract("paper.pdf")
    text = "".join(claimx.dump(c) + "\\n" for c in claims)

The public verbs load what they need when they are called; importing claimx is cheap.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.ledger.diff import DocumentDiff
    from claimx.model import Claim

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "dump", "extract", "load"]


def extract(
    path: str | Path, *, document_id: str | None = None, published: str | None = None, model: str = "bundled"
) -> list[Claim]:
    """The claims of one paper (PDF or text), in ledger order.

    `published`: EDTF; `model`: bundled, rules, or a spaCy package or path. Raises InputError when the file
    cannot be read, ModelError when the pipeline cannot be loaded.
    """
    from claimx.pipeline import Options, extract_document
    from claimx.read import read_document

    document = read_document(Path(path), id=document_id or Path(path).stem)
    return extract_document(document, Options(published=published, model=model))


def dump(claim: Claim) -> str:
    """One claim as a ledger line, without the line feed."""
    from claimx.ledger.codec import dump_claim

    return dump_claim(claim)


def load(line: str) -> Claim:
    """The claim of a ledger line; the inverse of `dump`. Raises LedgerError when the line is broken."""
    from claimx.ledger.codec import load_claim

    return load_claim(line)


def compare(old: str | Path, new: str | Path) -> Iterator[DocumentDiff]:
    """What differs between two ledgers, one `DocumentDiff` a document: its `claims` were added, removed,
    changed, re-cited or moved, `same` of them are as they were. Raises LedgerError when a line is broken.

        for document in claimx.compare("old.jsonl", "new.jsonl"):
            print(document.id, dict(document.counts()))
    """
    from claimx.ledger.diff import compare_ledgers
    from claimx.ledger.index import LedgerFile

    return compare_ledgers(LedgerFile(Path(old)), LedgerFile(Path(new)))
