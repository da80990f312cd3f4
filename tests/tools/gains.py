"""`make gains`: this tree against the last commit on every paper at hand: claims gained, lost, changed; time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def papers(shared: Path) -> list[Path]:
    """Every text paper beside the checkout and every sample."""
    return sorted([*(shared / "papers").glob("*.txt"), *(ROOT / "corpus" / "samples").glob("*.txt")])


def extract(tree: Path, files: list[Path], out: Path) -> float:
    """Seconds that `claimx extract` of a tree takes."""
    start = time.monotonic()
    command = [
        sys.executable,
        "-m",
        "claimx",
        "extract",
        *map(str, files),
        "--manifest",
        str(ROOT / "corpus" / "corpus.toml"),
        "-o",
        str(out),
        "--quiet",
    ]
    subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, check=True)
    return time.monotonic() - start


def main() -> None:
    shared = (Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared").resolve()
    files = papers(shared)
    with tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        subprocess.run(
            ["git", "worktree", "add", "--detach", "--quiet", str(before), "HEAD"], cwd=ROOT, check=True
        )
        try:
            old, new = Path(folder) / "old.jsonl", Path(folder) / "new.jsonl"
            was, now = extract(before, files, old), extract(ROOT, files, new)
            print(f"time: {was:.1f} s -> {now:.1f} s", flush=True)
            subprocess.run(
                [sys.executable, "-m", "claimx", "diff", str(old), str(new)], cwd=ROOT, check=False
            )
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(before)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
