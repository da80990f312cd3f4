"""Is a number of armed people one of dead, captured, jailed or hit? Then it is no strength."""

from __future__ import annotations

from claimx.kinds._scene import Scene
from claimx.kinds._strength_words import word_list

LIVES = frozenset(
    {"lives", "life", "price", "cost", "loss", "toll", "bodies", "corpses", "remains", "coffins", "graves"}
)
DEATHS = frozenset({"died", "perished", "survived", "drowned", "fell"})


def is_toll(scene: Scene, unit_at: int, number: int) -> bool:
    """Is the number one of dead, captured, jailed or hit people?"""
    parse = scene.parse
    toll, nouns = word_list("toll"), word_list("toll_noun")
    node = unit_at
    for step, head in enumerate(parse.ancestors(unit_at)):
        w = parse.words[head]
        dep = parse.words[node].dep
        if (
            w.pos == "VERB"
            and w.lower in toll
            and not (w.lower in CLAIMS and scene.parties(parse.agents(head)))
            and dep in ("obj", "nsubj:pass", "iobj", "xcomp", *_dies(w.lower))
        ):
            return True
        if w.pos == "VERB" and dep == "nsubj" and parse.is_passive(head) and w.lower in toll:
            return True
        if w.pos == "NOUN" and w.lower in nouns and dep == "nmod" and parse.case(node) in ("of", "to"):
            return True
        if step >= 2 or dep not in ("conj", "nmod", "obj", "nsubj", "nsubj:pass", "appos"):
            break
        node = head
    for k in parse.kids[unit_at]:
        w = parse.words[k]
        if w.dep in ("acl", "acl:relcl", "amod") and w.lower in toll and w.tag in ("VBN", "VBD", "JJ"):
            return True
        if w.dep == "amod" and w.lower in (
            "dead",
            "wounded",
            "slain",
            "captured",
            "killed",
            "jailed",
            "imprisoned",
            "injured",
        ):
            return True
    before = [w.lower for w in parse.words[max(0, number - 5) : number]]
    if (set(before) & LIVES and "of" in before) or "none" in before or ("death" in before and "to" in before):
        return True
    ahead = parse.words[unit_at + 1 : unit_at + 18]
    nxt = next(
        (
            w
            for w in ahead
            if w.pos == "VERB"
            and (w.tag not in ("VBN", "VBG") or parse.children(w.i, "aux", "aux:pass"))
            and w.dep != "amod"
            and not (w.dep.startswith("acl") and parse.words[w.i - 1].text in (",", "who", "which"))
        ),
        None,
    )
    if nxt is not None and not (parse.words[unit_at].dep in ("obj", "obl") and nxt.dep in ("advcl", "conj")):
        rest = {w.lower for w in parse.words[nxt.i + 1 : nxt.i + 3]}
        moved = nxt.lower == "fell" and rest & {"to", "from", "by", "below", "under"}
        if (nxt.lower in DEATHS and not moved) or (
            nxt.lower in ("lay", "lie", "found", "left") and rest & {"dead", "slain", "killed"}
        ):
            return True
        if nxt.lower in ("cut", "mown", "gunned", "shot", "blown", "wiped", "put") and rest & {
            "down",
            "dead",
            "up",
            "out",
            "death",
        }:
            return True
    later = {w.lower for w in ahead}
    if later & {"lives", "life"} and {"cost", "costs", "costing"} & {w.lower for w in parse.words[:number]}:
        return True  # "cost by official count 493 militants and 83 soldiers their lives"
    if _in_prison(scene, unit_at):
        return True
    if "all" in {w.lower for w in parse.words[:4]} and any(w.lower == "died" for w in parse.words[:number]):
        return True
    if _listed_dead(scene, number):
        return True
    after = [w.lower for w in parse.words[unit_at + 1 : unit_at + 3]]
    if set(before) & {
        "killing",
        "wounding",
        "injuring",
        "killed",
        "wounded",
        "injured",
        "arrested",
        "arresting",
        "capturing",
        "murdering",
    }:
        return True
    return bool(set(after) & {"dead", "killed", "wounded", "injured", "died", "hostage"})


CLAIMS = frozenset(
    {"claim", "claims", "claimed", "claiming"}
)  # the Mkhedrioni claimed 5,000 members; a bomb, lives
KILLING = frozenset({"killed", "killing", "wounded", "wounding", "injured", "injuring", "murdered", "murdering", "executed", "massacred"})  # fmt: skip


def _listed_dead(scene: Scene, number: int) -> bool:
    """ "killed around 15 soldiers and civilians, and 15 militants": further down the list of the dead."""
    words = scene.parse.words
    for k in range(number - 1, max(-1, number - 16), -1):
        w = words[k]
        if w.lower in KILLING:
            return w.tag != "VBN" or not any(
                x.lower in ("was", "were", "been") for x in words[max(0, k - 2) : k]
            )
        if w.pos in ("VERB", "AUX") or (w.pos == "ADP" and w.lower not in ("of", "about", "around", "at")):
            return False
    return False


PRISONS = frozenset({"prison", "prisons", "jail", "jails", "camp", "camps", "court", "courts", "tribunal"})


def _in_prison(scene: Scene, unit_at: int) -> bool:
    """ "The prison held 900 members of the PKK"."""
    parse = scene.parse
    w = parse.words[unit_at]
    return w.dep == "obj" and any(parse.words[k].lower in PRISONS for k in parse.children(w.head, "nsubj"))


def is_freed(scene: Scene, unit_at: int) -> bool:
    """Prisoners set free are counted as held."""
    return any(
        scene.parse.words[a].lower in ("released", "freed", "release", "free", "releasing", "freeing")
        for a in scene.parse.ancestors(unit_at)
    )


def _dies(word: str) -> tuple[str, ...]:
    return (
        ("nsubj",) if word in ("died", "die", "dies", "dying", "perished", "perish", "fled", "flee") else ()
    )
