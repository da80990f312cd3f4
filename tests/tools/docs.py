"""`make docs`: the command reference in README.md, from `claimx … --help`; `--check` only tells whether it is fresh."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- commands: written by `make docs` -->", "<!-- end of commands -->"


def help_of(*words: str) -> str:
    """What `claimx WORDS --help` prints, 100 columns wide."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "claimx", *words, "--help"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def reference() -> str:
    """The reference section, as Markdown."""
    sys.path.insert(0, str(ROOT))
    from claimx.cli import COMMANDS, PARSE

    parts = ["```\n" + help_of() + "\n```"]
    for name in COMMANDS:
        parts.append(
            f"<details><summary><code>claimx {name}</code></summary>\n\n```\n{help_of(name)}\n```\n</details>"
        )
    for name in PARSE:
        parts.append(
            f"<details><summary><code>claimx parse {name}</code></summary>\n\n```\n{help_of('parse', name)}\n```\n</details>"
        )
    return "\n\n".join(parts)


def main() -> int:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    fresh = re.sub(
        re.escape(BEGIN) + r".*?" + re.escape(END),
        lambda _: f"{BEGIN}\n{reference()}\n{END}",
        text,
        flags=re.S,
    )
    if "--check" in sys.argv:
        return int(fresh != text)
    readme.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
