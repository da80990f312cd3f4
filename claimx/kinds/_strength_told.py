"""Whose word a figure is: "boasted of 120,000", "by the reckoning of the police"."""

from __future__ import annotations

from functools import cache

from claimx.kinds._kind import Found
from claimx.kinds._scene import Scene
from claimx.syntax.inflect import verb_forms

TOLD = (
    "boast",
    "claim",
    "speak",
    "report",
    "estimate",
    "put",
    "credit",
    "reckon",
    "give",
    "believe",
    "think",
    "allege",
    "calculate",
)
SOURCES = (
    "reckoning",
    "figures",
    "count",
    "estimate",
    "estimates",
    "accounts",
    "account",
    "numbers",
    "calculation",
)


@cache
def told_forms() -> frozenset[str]:
    """Forms of the verbs that make a figure somebody's word."""
    return frozenset(f for v in TOLD for f in verb_forms(v))


def mark_told(scene: Scene, found: Found, i: int) -> None:
    """ "boasted of 120,000", "spoke of 5,500", "by the reckoning of the police": the figure is somebody's word."""
    parse = scene.parse
    node = i
    for head in list(parse.ancestors(i))[:3]:
        if (
            parse.words[node].dep in ("advcl", "acl:relcl", "parataxis", "conj")
            and parse.words[node].pos != "NUM"
        ):
            break
        node = head
        if parse.words[head].lower in told_forms() and parse.words[head].pos == "VERB":
            found.modality = "reported"
            said = [k for k in parse.agents(head) if parse.words[k].pos in ("NOUN", "PROPN")]
            if said:
                found.attributed_to = parse.phrase(said[0])
            return
    for k, w in enumerate(parse.words):
        if w.lower in SOURCES and parse.case(k) in ("by", "on", "according to"):
            found.modality = "reported"
            return
