"""Steps over the heads of a sentence's words, for those who mend its tree."""

from __future__ import annotations

from claimx.syntax.parse import Word

NOUNS = ("NN", "NNS", "NNP", "NNPS")


def chain(words: list[Word], i: int) -> list[int]:
    """Word i and the heads above it."""
    out = [i]
    while words[i].head != i and len(out) <= len(words):
        i = words[i].head
        out.append(i)
    return out


def break_cycles(words: list[Word], verb: int) -> None:
    """No word may hang on itself through others: what closes a ring hangs on the mended verb."""
    for w in words:
        seen: set[int] = set()
        k = w.i
        while words[k].head != k:
            if k in seen:
                words[k].head, words[k].dep = (k, "ROOT") if k == verb else (verb, words[k].dep)
                break
            seen.add(k)
            k = words[k].head
