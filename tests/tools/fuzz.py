"""`make fuzz [SECONDS]`: damaged and random input through every reader and parser; nothing may escape but ClaimxError."""

from __future__ import annotations

import random
import sys
import time

from papers import ROOT

from claimx.errors import ClaimxError
from claimx.ledger.codec import load_claim
from claimx.mentions.timex import find_timexes
from claimx.pipeline import Options, extract_document
from claimx.read import read_document

PIECES = ["¹²", "^{35 &}", "(Dawn, January 21)", "\x0c", "\u00ad\n", "Ibid.", "op. cit.", "[3]", "IS-K.", "killed 12", "in 2014", "\x00", "\ud7ff", "’s", "“", "((", "\t", "et al. (2015)",
          "1,000-1,500", "the group", "A and B merged", "%PDF-1.7", "https://x.y/z", "\n\n", "neither", "13/07/2017"]  # fmt: skip


def mutate(rng: random.Random, text: str) -> str:
    """A few cuts, repeats and insertions."""
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(text) + 1)
        match rng.randrange(3):
            case 0:
                text = text[:at] + rng.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + rng.randrange(40) :]
            case _:
                text = text[:at] + text[max(0, at - 60) : at] + text[at:]
    return text


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seeds = [p.read_text("utf-8") for p in sorted((ROOT / "corpus" / "samples").glob("*.txt"))] or [
        "Gunmen killed 12 people in Oslo in 2014."
    ]
    pdfs = [p.read_bytes() for p in sorted((ROOT / "corpus" / "samples").glob("*.pdf"))]
    rng, stop, n = random.Random(7), time.monotonic() + seconds, 0
    while time.monotonic() < stop:
        n += 1
        text = rng.choice(seeds)
        at = rng.randrange(max(1, len(text) - 3000))
        data = mutate(rng, text[at : at + 3000]).encode("utf-8", "replace")
        if pdfs and n % 5 == 0:
            blob = bytearray(rng.choice(pdfs))
            for _ in range(rng.randint(1, 40)):
                blob[rng.randrange(len(blob))] = rng.randrange(256)
            data = bytes(blob[: rng.randrange(len(blob))]) if n % 2 else bytes(blob)
        try:
            document = read_document(data, id="fuzz", name="fuzz.txt")
            for claim in extract_document(document, Options(model="rules")):
                for start, end in claim.evidence.spans:
                    assert 0 <= start < end <= len(document.text)
            find_timexes(data[:400].decode("utf-8", "replace"), reference="2020-02-02")
            load_claim(data[:200].decode("utf-8", "replace"))
        except ClaimxError:
            continue
    print(f"{n} inputs, nothing escaped")


if __name__ == "__main__":
    main()
