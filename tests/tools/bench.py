"""`make bench`: speed as ratios in one run, so that they hold on any machine.

- rules-only over text papers, first pass in one process after the imports, in words a second against the
  words a second that a blank spaCy English pipeline tokenises on its own first pass (at least a quarter)
- the trained pipeline against rules-only, in CPU time (at most 6 times)
- 10,000 notes resolved (under 5 s of CPU); `claimx --help` (under 0.3 s of CPU); peak memory (under 400 MB)
- PDF: reading (at least 10 times less, after the imports) and the whole of a rules-only extract (no more) against
  pdfplumber's plain extract_text
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = r"""
import json, resource, sys, time
from pathlib import Path
import spacy
import claimx.pipeline as pipeline
from claimx.ledger.codec import dump_claim
from claimx.read import read_document
files = [Path(p) for p in sys.argv[2:]]
mode = sys.argv[1]
clock = time.process_time
if mode == "blank":
    texts = [f.read_text("utf-8") for f in files]
    nlp = spacy.blank("en")
    start = clock(); n = sum(len(nlp(t)) for t in texts)
else:
    start = clock(); n = 0
    for f in files:
        document = read_document(f, id=f.stem)
        n += len(document.text.split())
        for claim in pipeline.extract_document(document, pipeline.Options(model=mode)):
            dump_claim(claim)
print(json.dumps({"seconds": clock() - start, "words": n, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
NOTES = r"""
import json, time
from claimx.cite.ibid import NoteText, resolve_notes
names = ["Okoro", "Larsen", "Petrov", "Mbeki", "Silva", "Tanaka", "Haddad", "Kruger"]
rows = []
for n in range(1, 10001):
    kind, name = n % 5, names[n // 5 % 8]
    if kind == 1: text = f'{name} {n}, "Convoys and Levies in Sector {n}," *Review of Border Wars* {n % 40}, no. 2 ({1970 + n % 50}): 1-{n % 30 + 2}.'
    elif kind == 2: text = "Ibid."
    elif kind == 3: text = f'{name}, "Convoys and Levies in Sector {n - 2}," {n % 30}.'
    elif kind == 4: text = "The count is disputed; witnesses gave several."
    else: text = f"*Daily Courier*, March {n % 28 + 1}, {1970 + n % 50}."
    rows.append(NoteText(str(n), text))
start = time.process_time(); resolve_notes(rows)
print(json.dumps({"seconds": time.process_time() - start}))
"""


# CPU time of the first call in a process, after the imports.
TIMED = """
import json, sys, time
from pathlib import Path
{}
start = time.process_time()
{}
    {}
print(json.dumps({{"seconds": time.process_time() - start}}))
"""


def child(code: str, *args: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


def cpu_of(*command: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    shared = (Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared").resolve()
    texts = sorted(map(str, (shared / "papers").glob("*.txt"))) or sorted(
        map(str, (ROOT / "corpus" / "samples").glob("*.txt"))
    )
    blank, rules, full = (
        child(CODE, "blank", *texts),
        child(CODE, "rules", *texts),
        child(CODE, "bundled", *texts),
    )
    words = rules["words"]
    print(f"{len(texts)} papers, {words:.0f} words")
    print(f"blank spaCy tokenises    {words / blank['seconds']:9.0f} words/s")
    print(
        f"claimx, rules only       {words / rules['seconds']:9.0f} words/s   ratio {blank['seconds'] / rules['seconds']:.2f} (at least 0.25)   {rules['mb']:.0f} MB"
    )
    print(
        f"claimx, trained pipeline {words / full['seconds']:9.0f} words/s   {full['seconds'] / rules['seconds']:.1f} times rules only (at most 6)   {full['mb']:.0f} MB (under 400)"
    )
    print(f"10,000 notes             {child(NOTES)['seconds']:.2f} s (under 5)")
    help_cpu = sorted(cpu_of(sys.executable, "-m", "claimx", "--help") for _ in range(3))[1]
    print(f"claimx --help            {help_cpu:.2f} s (under 0.3)")
    pdf = shared / "papers" / "pdf" / "basit-2024-nmds.pdf"
    if pdf.exists():
        plain = TIMED.format(
            "import pdfplumber",
            "with pdfplumber.open(sys.argv[1]) as p:",
            "[x.extract_text() for x in p.pages]",
        )
        read = TIMED.format(
            "import claimx.read.pdf\nfrom claimx.read import read_document",
            "if True:",
            "read_document(Path(sys.argv[1]), id='x')",
        )
        base = cpu_of(sys.executable, "-c", plain, str(pdf))
        reading = cpu_of(sys.executable, "-c", read, str(pdf))
        base_in, reading_in = (child(code, str(pdf))["seconds"] for code in (plain, read))
        whole = cpu_of(
            sys.executable,
            "-m",
            "claimx",
            "extract",
            str(pdf),
            "--model",
            "rules",
            "-o",
            os.devnull if os.name == "nt" else "/dev/stdout",
            "--quiet",
        )
        print(
            f"pdfplumber extract_text  {base:.2f} s; claimx reads the PDF in {reading:.2f} s ({base / reading:.1f} times less), whole processes; after the imports {base_in:.2f} s and {reading_in:.2f} s ({base_in / reading_in:.1f} times less); whole rules-only extract {whole:.2f} s"
        )


if __name__ == "__main__":
    start = time.monotonic()
    main()
    print(f"({time.monotonic() - start:.0f} s)")
