"""How targets are printed: their words, towns, weapons and vehicles among them, named victims."""

from __future__ import annotations

from functools import cache

from claimx.kinds._attack_triggers import is_time
from claimx.kinds._party import Party
from claimx.kinds._scene import Scene, names_people
from claimx.model import Range
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms


@cache
def vehicles() -> frozenset[str]:
    """What carries a bomb: never hit by its own blast."""
    return frozenset(
        f
        for w in (
            *load_toml("lexicon/people.toml")["vehicles"]["words"],
            "drone",
            "missile",
            "rocket",
            "shell",
            "charge",
            "load",
            "bomb",
            "device",
            "mortar",
            "grenade",
            "mine",
        )
        for f in noun_forms(w)
    )


@cache
def weapons() -> frozenset[str]:
    """What is fired, laid or thrown is not what is hit: "planted bombs in the hotel"."""
    return frozenset(
        f
        for w in (
            "bomb",
            "mine",
            "grenade",
            "rocket",
            "shell",
            "mortar",
            "device",
            "missile",
            "shot",
            "bullet",
            "charge",
            "load",
            "round",
            "explosive",
            "landmine",
            "fire",
            "volley",
            "salvo",
            "dynamite",
        )
        for f in noun_forms(w)
    )


def bare_town(scene: Scene, i: int) -> bool:
    """ "attacked Vukovar": a town's name for an object, by the gazetteer or by the pipeline's NER."""
    w = scene.parse.words[i]
    mention = scene.actor_at(i)
    if w.pos != "PROPN" or (mention is not None and mention.source != "capital"):
        return False
    if scene.person_at(i) is not None:
        return False
    if scene.place_at(i) is not None or (
        scene.parse.case(i) in ("at", "in", "near") and not is_time(scene, i)
    ):
        return True
    return not names_people(scene.parse, i) and any(
        label in ("LOC", "GPE", "FAC") and start < w.end and end > w.start
        for start, end, label in scene.entities
    )


def unknown_name(scene: Scene, h: int) -> bool:
    """ "Aguelhok came under fire": a bare name that no list knows is a town's."""
    w = scene.parse.words[h]
    kids = [k for k in scene.parse.kids[h] if scene.parse.words[k].dep not in ("punct", "flat", "compound")]
    bare = all(scene.parse.case(k) for k in kids)  # "overran Manerplaw [in 1995]"
    plain = w.pos == "PROPN" and w.text.isalpha() and not w.text.isupper() and bare
    return plain and scene.actor_at(h) is None and scene.person_at(h) is None


# only ground is overrun or won back: an unknown name for their object is a town's
OVERRUN = frozenset({"overrun", "recapture", "retake", "reoccupy", "reconquer", "besiege", "occupy"})


def only_place(scene: Scene, i: int) -> bool:
    """ "the invasion of Grenada": the country is where, not whom; "attacks against Chad" has it as target."""
    place = scene.place_at(i)
    return (
        place is not None
        and scene.parse.case(i) in ("of", "in")
        and (scene.actor_at(i) is None or scene.actor_at(i).type == "state")
    )


def sayable(scene: Scene, i: int) -> bool:
    w = scene.parse.words[i]
    return w.pos in ("NOUN", "PROPN", "X", "ADJ") and w.lower not in (
        "people",
        "others",
        "persons",
        "lives",
        "life",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "dead",
        "some",
        "casualties",
        "total",
    )


def target_texts(scene: Scene, heads: list[int], perps: list[Party]) -> list[str]:
    """The targets' words; pronouns resolved, the doer himself left out."""
    out: list[str] = []
    mine = {p.id for p in perps if p.how in ("named", "coref", "member")}
    for h in heads:
        w = scene.parse.words[h]
        if scene.parse.text[w.start : w.start + 10].lower() == "each other" or (
            w.lower == "other" and h and scene.parse.words[h - 1].lower == "each"
        ):
            out.extend(p.text for p in perps if p.text not in out)
            continue
        if w.pos == "PRON" or w.lower in ("latter", "former", "both"):
            texts = [p.text for p in scene.party(h) if p.how == "coref"]
            others = []
        else:
            back = [p for p in scene.party(h) if p.how == "coref"]
            texts = [p.text for p in back] or [
                _victim_name(scene, h) or scene.bare(*scene.parse.span(h)).removeprefix("dead ")
            ]
            others = []
        parties = scene.party(h)
        if parties and len(parties) == 1 and parties[0].id in mine and parties[0].how in ("named", "coref"):
            continue
        for text in (*texts, *others):
            if text and text not in out and len(text) < 160:
                out.append(text)
    return out


def _victim_name(scene: Scene, h: int) -> str | None:
    """ "the prefect, Claude Erignac", "the jurist Massimo D'Antona": one person, told by office and by name."""
    parse = scene.parse
    own = scene.person_at(h)
    if own is not None:
        return parse.text[own[0] : own[1]]
    if parse.words[h].tag != "NN":
        return None
    for k in parse.children(h, "appos", "flat"):
        person = scene.person_at(k)
        if person is not None and 0 < person[0] - parse.words[h].end <= 3:
            return parse.text[person[0] : person[1]]
    return None


def merge(a: list[str], b: list[str]) -> list[str]:
    return a + [x for x in b if x not in a]


def real_range(r: Range | None) -> Range | None:
    return None if r is None or (r.min is None and r.max is None) else r


def named_victims(scene: Scene, heads: list[int], perps: list[Party]) -> list[str]:
    out: list[str] = []
    doers = {p.id for p in perps}
    for h in heads:
        for k in [h, *list(scene.parse.children(h, "appos", "flat"))]:
            for c in scene.parse.conjuncts(k):
                person = scene.person_at(c)
                if person and person[2] not in out and all(person[2] != d for d in doers):
                    text = scene.parse.text[person[0] : person[1]]
                    if text not in out:
                        out.append(text)
    return out
