"""The noun that a number counts, and the size noun that it measures."""

from __future__ import annotations

from typing import Any

from claimx.kinds._scene import Scene
from claimx.kinds._strength_words import bodies, sending, unit_form, units, word_list


def unit_word(scene: Scene, q: Any, i: int) -> int | None:
    """The noun that the number counts, when it is a unit of armed people."""
    parse = scene.parse
    w = parse.words[i]
    heads = []
    if w.dep in ("nummod", "compound", "amod", "det", "nmod", "advmod", "dep") and w.head > i:
        heads.append(w.head)
    if q.range.text.lower().endswith("-man") or w.lower.endswith("-man"):
        return next(
            (k for k in range(i, min(i + 4, len(parse.words))) if parse.words[k].lower in bodies()), None
        )
    for k in range(i + 1, min(i + 7, len(parse.words))):
        x = parse.words[k]
        if x.lower in ("people", "men", "women", "persons") and [
            w.lower for w in parse.words[k + 1 : k + 3]
        ] in (["under", "arms"], ["in", "arms"], ["at", "arms"]):
            return k
        if (
            x.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "NUM") and x.text not in ("-", "“", '"', "”")
        ) or x.lower in ("in", "on", "at", "for", "to", "by", "from", "with"):
            break
        nxt = parse.words[k + 1] if k + 1 < len(parse.words) else None
        if x.tag == "NNS" and x.lower not in units() and scene.actor_at(k) is None:
            break
        if (
            x.lower in units()
            and nxt is not None
            and nxt.pos in ("NOUN", "PROPN")
            and nxt.lower not in units()
        ):
            continue
        if x.lower in units() and not (
            k + 1 < len(parse.words)
            and parse.words[k + 1].lower in units()
            and parse.words[k + 1].tag.endswith("S")
        ):
            heads.append(k)
            break
        if x.lower == "of" and not q.range.text.lower().endswith(
            ("hundreds", "thousands", "dozens", "scores")
        ):
            nxt = [
                k2 for k2 in range(k + 1, min(k + 6, len(parse.words))) if parse.words[k2].lower in units()
            ]
            if nxt:
                heads.append(nxt[0])
            break
    for h in heads:
        if unit_form(scene, h) in units():
            return h
    mention = scene.actor_at(heads[0]) if heads else None
    if (
        mention is not None
        and mention.type in ("group", "force", "unknown", "person-group")
        and scene.parse.words[heads[0]].text.endswith("s")
    ):
        return heads[0]
    if heads and _people_in_arms(scene, heads[0]):
        return heads[0]
    return None


def _people_in_arms(scene: Scene, k: int) -> bool:
    """ "50,000 Cubans were serving in Angola", "a following of 7,000 Kurds": a people in arms, by what it does."""
    parse = scene.parse
    w = parse.words[k]
    if not (w.tag in ("NNPS", "NNS", "NNP") and w.text[:1].isupper() and w.text.endswith("s")):
        return False
    if scene.person_at(k) is not None or not _is_people(scene, k):
        return False
    head = parse.words[w.head]
    if w.dep == "nmod" and parse.case(k) == "of":
        return head.lower in bodies() or head.lower in word_list("size")
    if w.dep in ("nsubj", "obl", "obj") and head.pos == "VERB":
        return head.lower in (word_list("soldier") if w.dep == "nsubj" else sending())
    return False


def _is_people(scene: Scene, k: int) -> bool:
    """ "Cubans", "Chechens": named by the demonyms or by the pipeline's NER."""
    w = scene.parse.words[k]
    mention = scene.actor_at(k)
    if mention is not None:
        return mention.source == "demonym"
    return any(label == "NORP" and a <= w.start < b for a, b, label in scene.entities) or w.tag == "NNPS"


def size_noun(scene: Scene, i: int) -> int | None:
    """ "a strength of 3,000", "numbers are between 3,000 and 5,000": the size noun that the number measures."""
    parse = scene.parse
    at = i
    while at > 0 and parse.words[at - 1].pos in ("NUM", "ADV", "DET") and at > i - 4:
        at -= 1
    before = [w.lower for w in parse.words[max(0, at - 2) : at]]
    if before[1:] == ["of"] and before[0] in word_list("size"):
        return at - 2
    for head in [*parse.ancestors(i)][:4]:
        if parse.words[head].lower in word_list("size") and parse.words[head].pos in ("NOUN",):
            return head
    for k in [i, *list(parse.ancestors(i))[:3]]:
        for s in parse.children(k, "nsubj", "nsubj:pass"):
            if parse.words[s].lower in word_list("size"):
                return s
    return None


def counts_other(scene: Scene, i: int) -> bool:
    """Does the number count something that is no armed person ("8,000 refugees", "12,000 hectares")?"""
    words = scene.parse.words
    for k in range(i + 1, min(i + 4, len(words))):
        if words[k].tag in ("NNS", "NN", "NNPS"):
            return True
        if words[k].pos != "ADJ":
            return False  # "fewer than 5,000 three years later"
    return False
