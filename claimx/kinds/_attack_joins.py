"""Which two trigger words tell of one deed: steps along the tree."""

from __future__ import annotations

from claimx.kinds._attack_triggers import LIGHT, Trigger
from claimx.kinds._scene import Scene
from claimx.syntax.parse import Parse

DEED_PREPS = (
    "in",
    "during",
    "by",
    "with",
    "through",
    "from",
    "following",
    "after",
    "when",
    "of",
    "to",
    "for",
    "amid",
    "at",
    "into",
    "behind",
)


def both_whole(a: Trigger, b: Trigger, scene: Scene) -> bool:
    """Two verbs that each have a doer and a victim of their own are two deeds."""
    if a.noun or b.noun or a.cls in LIGHT or b.cls in LIGHT:
        return False
    if {a.cls, b.cls} <= {"kill", "injure", "die"} or b.cls == "die" or a.cls == "die":
        return False
    parse = scene.parse
    for x, y in ((a, b), (b, a)):
        undone = x.cls in ("kill", "injure") and parse.is_passive(x.i) and not parse.agents(x.i)
        if undone and parse.words[y.i].dep == "advcl" and _when(parse, y.i):
            return False  # "Reyes was killed when the air force bombed his camp"
    return bool(
        parse.children(a.i, "nsubj", "nsubj:pass")
        and parse.children(b.i, "nsubj", "nsubj:pass")
        and parse.words[b.i].dep != "acl:relcl"
        and parse.words[a.i].dep != "acl:relcl"
    )


def partners(parse: Parse, t: Trigger, by_word: dict[int, Trigger]) -> list[int]:
    """Other triggers that tell of the same deed as t."""
    out: list[int] = []
    near = _noun_partners(parse, t, by_word) if t.noun else _verb_partners(parse, t, by_word)
    for k in near:
        if k in by_word and k != t.i and k not in out and parse.charge(t.i) != k and parse.charge(k) != t.i:
            out.append(k)  # "jailed three men for bombing a depot": the jailing is no part of the bombing
    return out


def _verb_partners(parse: Parse, t: Trigger, by_word: dict[int, Trigger]) -> list[int]:
    i, w = t.i, parse.words[t.i]
    near: list[int] = []
    heads = (
        parse.subjects(i)
        + (parse.objects(i) if t.cls != "occur" else [])
        + [parse.antecedent(k) for k in parse.children(i, "nsubj", "nsubj:pass")]
    )
    if t.cls == "claim" or t.cls == "conduct":
        near += [h for h in heads if h in by_word and by_word[h].noun]
        for h in heads:  # "claimed responsibility for the attack", "a wave of bombings"
            near += [
                a
                for _, k in parse.obliques(h)
                for a in [_antecedent(parse, k, by_word)]
                if a in by_word and by_word[a].noun
            ]
        near += [
            k
            for p, k in parse.obliques(i)
            if k in by_word
            and by_word[k].noun
            and p in ("in", "for", "to", "on", "from", "with", "of", "behind")
        ]
        if (
            near
            and w.dep == "advcl"
            and _when(parse, i)
            and w.head in by_word
            and by_word[w.head].cls in ("die", "kill", "injure")
        ):
            near.append(w.head)  # "thirteen soldiers died when guerrillas sprang an ambush"
        return near
    near += [h for h in heads if h in by_word and by_word[h].noun]
    for h in heads:
        near += [
            k
            for p, k in parse.obliques(h)
            if p == "of" and k in by_word and by_word[k].noun and parse.words[h].lower in CONTAINERS
        ]
    if t.cls != "occur":
        near += [
            k
            for p, k in (*parse.obliques(i), *_behind_dead(parse, i))
            if p in DEED_PREPS and k in by_word and by_word[k].noun and not _other_deed(parse, p, k)
        ]
    if (
        w.dep in ("acl", "acl:relcl")
        and w.head in by_word
        and (t.cls in ("kill", "injure", "die", "strike", "blast", "occur", "seize") or w.dep == "acl")
    ):
        near.append(w.head)
    if (
        w.dep in ("acl:relcl", "acl")
        and t.cls in ("kill", "injure", "die", "occur", "blast")
        and not any(h in by_word for h in heads)
    ):
        near += _loose_relative(parse, t, by_word)
    if w.dep in ("advcl", "xcomp", "parataxis", "conj", "ccomp", "dep") and w.head in by_word:
        other = by_word[w.head]
        if w.dep == "conj":
            if (
                t.cls in ("kill", "injure", "die")
                and (t.cls == "die" or not (parse.children(i, "nsubj") and parse.agents(i)))
                and other.cls in ("kill", "injure", "die", "blast", "strike", "conduct", "seize")
            ):
                near.append(w.head)
            if (
                t.cls == other.cls == "strike"
                and not parse.children(i, "obj")
                and not parse.children(w.head, "obj")
            ):
                near.append(w.head)
        elif (
            w.tag == "VBG"
            and not parse.children(i, "nsubj")
            and (t.cls in ("kill", "injure", "strike", "blast", "occur") or other.cls in LIGHT)
            and parse.mark(i) not in ("after", "before", "while", "since", "despite")
        ) or (
            w.dep in ("advcl",) and _when(parse, i) and t.cls in ("kill", "die", "injure", "blast", "strike")
        ):
            near.append(w.head)
    if (
        w.dep == "advcl"
        and w.tag == "VBG"
        and t.cls in ("kill", "injure")
        and parse.mark(i) not in ("after", "before", "while", "since")
    ):
        above = w.head  # "conducted another IED attack near the border, injuring two": over the light verb
        near += [h for h in parse.objects(above) + parse.subjects(above) if h in by_word and by_word[h].noun]
        near.append(above)
    return near


def _behind_dead(parse: Parse, i: int) -> list[tuple[str, int]]:
    """ "was shot dead in a gunfight": the phrase that the parser hangs on "dead"."""
    return [
        (parse.case(k), k)
        for x in parse.children(i, "xcomp")
        if parse.words[x].lower in ("dead", "alive")
        for k in parse.kids[x]
        if parse.case(k)
    ]


def _antecedent(parse: Parse, k: int, by_word: dict[int, Trigger]) -> int:
    """ "a rise in attacks, most of which were carried out by X": what a relative pronoun stands for, though the parser
    took its clause for another sentence."""
    found = parse.antecedent(k)
    if found == k and parse.words[k].tag == "WDT":
        return max((i for i, t in by_word.items() if t.noun and i < k), default=k)
    return found


def _when(parse: Parse, i: int) -> bool:
    """Is the clause opened by "when" or "as"?"""
    return any(
        parse.words[k].lower in ("when", "as", "in") and parse.words[k].dep in ("mark", "advmod") and k < i
        for k in parse.kids[i]
    )


def _loose_relative(parse: Parse, t: Trigger, by_word: dict[int, Trigger]) -> list[int]:
    """ "an attack on a barracks in Diyala on January 21, which killed 11": the clause hangs on the nearest noun, the deed is meant."""
    pronoun = [
        k
        for k in parse.children(t.i, "nsubj", "nsubj:pass", "obl", "advmod")
        if parse.words[k].lower in ("which", "that", "where", "when")
    ]
    if not pronoun:
        return []
    where = parse.words[pronoun[0]].lower == "where"
    before = [k for k, x in by_word.items() if (x.noun or (where and x.cls not in LIGHT)) and k < pronoun[0]]
    return [max(before)] if before else []


CONTAINERS = frozenset(
    {"wave", "series", "spate", "string", "campaign", "number", "spree", "surge", "rash", "succession", "barrage", "dozens", "scores", "hundreds", "responsibility",
     "credit", "blame", "majority", "most", "all", "some", "many", "several", "one", "two", "three", "none", "uptick", "rise", "increase", "spike", "escalation", "cycle",
     "pattern", "types", "type", "kind", "share", "total", "dozen", "handful", "half", "percent", "lot", "round", "streak", "spell", "pair"}
)  # fmt: skip


def _other_deed(parse: Parse, prep: str, k: int) -> bool:
    """ "after the killing of X, they attacked Y": another deed, told for the time."""
    return prep in ("following", "after", "amid", "since", "before") or (
        prep in ("for", "to") and parse.words[k].dep != "obl"
    )


def _noun_partners(parse: Parse, t: Trigger, by_word: dict[int, Trigger]) -> list[int]:
    i, w = t.i, parse.words[t.i]
    near: list[int] = []
    if w.dep == "nmod" and w.head in by_word and by_word[w.head].noun and parse.case(i) == "of":
        near.append(w.head)
    if w.dep in ("compound", "appos") and w.head in by_word:
        near.append(w.head)
    if w.dep == "conj" and w.head in by_word and by_word[w.head].noun:
        near.append(w.head)
    elif w.dep == "conj":
        first = parse.first_conjunct(i)
        if first in by_word and by_word[first].noun:
            near.append(first)
    return near
