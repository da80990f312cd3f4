"""The words of allegiances, looked up by printed form (data/lexicon/allegiance.toml)."""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._kind import TriggerIndex, first_words
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms


@cache
def index() -> TriggerIndex:
    """The frames by the printed form of their trigger; "receive:reverse" turns the two sides round."""
    raw = load_toml("lexicon/allegiance.toml")
    rows: list[tuple[str, str, dict[str, Any]]] = []
    for pos in ("verb", "noun"):
        for row in raw[pos]:
            fields = {k: v for k, v in row.items() if k != "words"}
            if "obj" in fields:
                fields["obj"] = frozenset(f for lemma in fields["obj"] for f in noun_forms(lemma))
            for word in row["words"]:
                lemma, _, flag = word.partition(":")
                if flag != "none":
                    rows.append((lemma, pos, {**fields, "flag": flag}))
    return TriggerIndex(rows)


@cache
def adjectives() -> dict[str, dict[str, Any]]:
    """ "loyal" -> its frame."""
    return {w: row for row in load_toml("lexicon/allegiance.toml")["adjective"] for w in row["words"]}


@cache
def suffixes() -> dict[str, str]:
    """ "backed" -> "support"."""
    return {w: rel for rel, ws in load_toml("lexicon/allegiance.toml")["suffix"].items() for w in ws}


def _list(name: str) -> list[str]:
    return load_toml("lexicon/allegiance.toml")["lists"][name]


@cache
def gifts() -> frozenset[str]:
    """What a patron gives: "rifles", "advisers"."""
    return frozenset(load_toml("lexicon/allegiance.toml")["classes"]["arms"])


# rulers who need no name: "made his peace with the government"
POWERS = frozenset(_list("powers"))
# what belongs to somebody who acts through it: "his followers", "its leaders"
THEIRS = frozenset(_list("theirs"))
# people who can take sides though nobody names them: "Bosnian militias"
FOLK = frozenset(_list("folk"))
# those who speak for the whole: "the MILF's leaders" are the MILF
SPEAKING = frozenset(_list("speaking"))
PARTED = frozenset(_list("parted"))
HOSTILE = frozenset(_list("hostile"))
# words of combat: between a group and a state they tell of attacks, not of a rivalry
ARMED = frozenset(_list("armed"))
ENDING = frozenset(f for v in _list("ending") for f in verb_forms(v))
VIEWS = frozenset(f for v in _list("views") for f in verb_forms(v))


@cache
def frame_cues() -> frozenset[str]:
    """Forms that make a sentence worth parsing for a frame: its trigger, the object it needs, a phrase's last word."""
    raw = load_toml("lexicon/allegiance.toml")
    bare = [w.partition(":")[0] for row in raw["verb"] if "obj" not in row for w in row["words"]]
    needed = [w for row in raw["verb"] for w in row.get("obj", ())]
    nouns = [w.partition(":")[0] for row in raw["noun"] for w in row["words"]]
    rows = [(w, "verb") for w in bare if " " not in w] + [(w, "noun") for w in (*nouns, *needed)]
    dull = frozenset(raw["cues"]["dull"])
    forms = first_words(r for r in rows if r[0] not in raw["cues"]["common"])
    phrases = frozenset(w.split()[-1] for w in bare if " " in w) - dull
    return frozenset(
        forms
        | phrases
        | frozenset(adjectives())
        | frozenset(suffixes())
        | PARTED
        | frozenset(raw["cues"]["more"])
    )
