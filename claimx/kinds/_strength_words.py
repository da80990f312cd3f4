"""The words of strengths, by printed form."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._scene import Scene
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms

# units that need a word of arms beside them: "2,000 members" may be a trade union's
SOFT = frozenset({"members", "groups"})
# words of a name that tell of no arms: "Amalgamated Union of Bakers"
CIVIC = frozenset(load_toml("lexicon/strength.toml")["words"]["civic"])


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
    if name == "plain":
        return frozenset(words)
    if name in ("size", "toll_noun"):
        return frozenset(f for w in words for f in noun_forms(w))
    return frozenset(f for w in words for f in verb_forms(w))


@cache
def bodies() -> frozenset[str]:
    """Bodies of men: "a column of 80 men"."""
    names = load_toml("lexicon/strength.toml")["words"]["body"]
    return frozenset(f for w in names for f in noun_forms(w))


@cache
def change_verbs() -> frozenset[str]:
    """Forms of the verbs of growth and decline."""
    lexicon = load_toml("lexicon/strength.toml")["words"]
    moves = (*lexicon["up"], *lexicon["down"], *lexicon["thin"])
    return frozenset(f for v in moves for f in verb_forms(v))


@cache
def sending() -> frozenset[str]:
    """Forms of the verbs by which a country or a city sends its men: "Prussia marched 285,000 men"."""
    return frozenset(f for v in load_toml("lexicon/strength.toml")["words"]["send"] for f in verb_forms(v))


SOFTENERS = frozenset({"only", "just", "barely", "scarcely", "hardly", "perhaps", "some", "about", "a", "mere", "probably", "maybe", "possibly", "reportedly"})  # fmt: skip


def lead_word(scene: Scene, q: Any) -> int:
    """Index of the first word of a number's phrase, "barely" and "only" with it."""
    at = scene.parse.word_at(q.start) or 0
    while at > 0 and scene.parse.words[at - 1].lower in SOFTENERS:
        at -= 1
    return at


def unit_form(scene: Scene, i: int) -> str:
    """The unit noun at word i as the lexicon holds it: "suicide bombers" before "bombers"."""
    words = scene.parse.words
    two = f"{words[i - 1].lower} {words[i].lower}" if i else ""
    return two if two in units() else words[i].lower
