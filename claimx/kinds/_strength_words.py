"""The words of strengths, by printed form."""

from __future__ import annotations

from functools import cache

from claimx.kinds._scene import Scene
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms

# units that need a word of arms beside them: "2,000 members" may be a trade union's
SOFT = frozenset({"members", "groups"})


@cache
def units() -> dict[str, str]:
    """Printed noun -> the ledger's unit: "soldiers" -> "troops"."""
    out: dict[str, str] = {}
    for unit, lemmas in load_toml("lexicon/strength.toml")["units"].items():
        for lemma in lemmas:
            for form in noun_forms(lemma):
                out.setdefault(form, unit)
    return out


@cache
def word_list(name: str) -> frozenset[str]:
    """Printed forms of one of the lexicon's word lists (nouns for the lists of nouns, else verbs)."""
    words = load_toml("lexicon/strength.toml")["words"][name]
    if name in ("size", "toll_noun"):
        return frozenset(f for w in words for f in noun_forms(w))
    return frozenset(f for w in words for f in verb_forms(w))


def unit_form(scene: Scene, i: int) -> str:
    """The unit noun at word i as the lexicon holds it: "suicide bombers" before "bombers"."""
    words = scene.parse.words
    two = f"{words[i - 1].lower} {words[i].lower}" if i else ""
    return two if two in units() else words[i].lower
