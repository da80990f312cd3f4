"""What several test files share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def _shared() -> Path | None:
    """The folder with source papers and gold beside the checkout, None where there is none."""
    named = os.environ.get("CLAIMX_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if (folder / "papers").is_dir() else None


SHARED = _shared()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; the test is skipped where it is absent."""
    if SHARED is None:
        pytest.skip("no source papers here")
    return SHARED


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`source_paper` runs a test over every source paper, `annotated_paper` over those with gold."""
    papers = sorted((SHARED / "papers").glob("*.txt")) if SHARED else []
    annotated = [path for path in papers if (SHARED / "gold" / f"{path.stem}.claims.jsonl").exists()]
    for name, paths in (("source_paper", papers), ("annotated_paper", annotated)):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, paths, ids=lambda path: path.stem)
