"""Who takes part in a deed or an alignment, and the nouns by which people are told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.model import Actor
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms

PRONOUNS = frozenset(
    {"it", "they", "them", "its", "their", "he", "she", "him", "his", "her", "itself", "themselves", "theirs"}
)
PERSONAL = frozenset({"he", "she", "him", "his", "her"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
DEFINITE = frozenset({"the", "this", "these", "those", "that", "both", "its", "their", "two", "said"})
BESIDE = frozenset(
    {
        "affiliated",
        "allied",
        "associated",
        "partner",
        "linked",
        "splinter",
        "sister",
        "proxy",
        "aligned",
        "rival",
    }
)  # "its affiliated groups" are not the group
LEADERS = frozenset(
    {"chairman", "founder", "emir", "amir", "leader", "leaders", "commander", "commanders", "ideologue"}
)
ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts or is acted on. `how`: named | member | part | person | generic | coref | shape | unresolved."""

    text: str
    name: str
    id: str
    head: int
    how: str
    state: bool = False
    also: tuple[str, ...] = ()
    group: Actor | None = None

    def record(self) -> dict[str, str]:
        """The ledger's actor."""
        return {"text": self.text, "name": self.name, "id": self.id}


@cache
def noun_set(name: str) -> frozenset[str]:
    """Every form of the nouns of one list in data/lexicon/people.toml."""
    return frozenset(f for lemma in load_toml("lexicon/people.toml")[name] for f in noun_forms(lemma))


@cache
def irregulars() -> frozenset[str]:
    """Nouns for armed people who are nobody's soldiers: "militia", "rebels"."""
    return frozenset(f for lemma in load_toml("lexicon/people.toml")["irregular"] for f in noun_forms(lemma))


@cache
def harming() -> frozenset[str]:
    """Every form of the verbs for which the object is the enemy: "shot", "ambushing"."""
    rows = [r for r in load_toml("lexicon/attack.toml")["verb"] if r["class"] in ("kill", "strike", "injure")]
    words = [w.partition(":")[0] for r in rows for w in r["words"]]
    return frozenset(f for w in words if " " not in w for f in verb_forms(w))


def slug(text: str) -> str:
    """ "Shehryar Mehsud faction" -> "shehryar-mehsud-faction"."""
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def trim(text: str) -> str:
    """Without a leading article, possessive ending or stray mark."""
    for article in ARTICLES:
        if text.startswith(article):
            text = text[len(article) :]
            break
    text = text.strip(" ,;:\"“”'‘’*").removesuffix("'s").removesuffix("’s")
    return text
