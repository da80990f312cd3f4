"""Tokens without spaCy stand where the real tokenizer puts them."""

from __future__ import annotations

import pytest

from claimx.nlp import load_nlp
from claimx.syntax.tokens import cut_tokens

TEXTS = (
    "IS-K killed al-Qaeda's men (12 of them), and/or fled.",
    "Hay’at Tahrir al-Sham’s 12-year-old recruits can't, won’t and didn't speak: “never”.",
    "7-8 or 7,000–10,000 men; $5.3m, 40% and 12km—no more...",
    "Lt. Col. Okello et al. (No. 5) met at 10p.m. on Jan. 4, in the U.S. and in Washington, D.C.",
    "See https://example.org/a-b/c_d?e=1. It's here, cannot say; they'd've gone!",
    "the rebels,¹² who left in 2021³. The “army”’s post (2019): lost",
    "Côte d'Ivoire; O'Brien's 1990s: Sgt. Diallo, vs. a.m. e.g. this",
    "two  blanks, a\tfeed\nand a line ",
    "",
    "a blank at the end ",
    "8) the last item, (8) again",
)


@pytest.mark.parametrize("text", TEXTS)
def test_as_the_real_tokenizer(text: str) -> None:
    real = [(token.idx, token.idx + len(token.text)) for token in load_nlp("rules").make_doc(text)]
    assert cut_tokens(text) == real


def test_on_every_sample_paper(request: pytest.FixtureRequest) -> None:
    root = request.config.rootpath / "corpus" / "samples"
    nlp = load_nlp("rules")
    for path in sorted(root.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            real = [(token.idx, token.idx + len(token.text)) for token in nlp.make_doc(line)]
            assert cut_tokens(line) == real, line
