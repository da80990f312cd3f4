"""Words of violence in a sentence: which are used as the lexicon knows them, and what a verb needs behind it."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.kinds._kind import TriggerIndex
from claimx.kinds._scene import Scene
from claimx.syntax.parse import Parse

LIGHT = ("conduct", "occur", "claim", "deny")


@dataclass(slots=True)
class Trigger:
    """A word of violence at index i; `noun` tells how it is used, `cls` its class, `type` its attack type."""

    i: int
    cls: str
    type: str
    lemma: str
    noun: bool
    weak: bool
    toll: str | None = None
    start: int = 0
    device: bool = False
    end: int = 0
    lives: bool = False
    hit: tuple[int, ...] = ()
    town: bool = False


def find_triggers(scene: Scene, index: TriggerIndex) -> list[Trigger]:
    """Trigger words of the sentence, by their use (noun or verb) as the tagger or the chunker sees it."""
    parse = scene.parse
    out: list[Trigger] = []
    taken: set[int] = set()
    for i in index.starts(parse):
        if i in taken:
            continue
        for head, entry in _light_first(parse, index.at(parse, i), index):
            use = _use(scene, head, entry.pos, i)
            if not use:
                continue
            row = entry.row
            hit = _behind(scene, head, entry.lemma, row["on"]) if "on" in row else ()
            if "on" in row and not hit:
                continue
            cls = "noun" if entry.pos == "noun" else row["class"]
            out.append(
                Trigger(
                    head,
                    cls,
                    row.get("type", "unspecified"),
                    entry.lemma,
                    entry.pos == "noun",
                    row.get("weak", False),
                    row.get("toll"),
                    i,
                    row.get("device", False),
                    max(head, i + entry.lemma.count(" ")),
                    row.get("lives", False),
                    hit,
                    row.get("town", False),
                )
            )
            taken.update(range(i, head + 1))
            if "~" in entry.lemma:
                rest = [x for x in entry.lemma.split()[1:] if x != "~"]
                whole = [x.lower for x in parse.words[head + 1 : head + 1 + len(rest)]] == rest
                out[-1].end = head + len(rest) if whole else head
                last = entry.lemma.split()[-1]
                taken.update(
                    k for k in range(i + 1, min(i + 14, len(parse.words))) if parse.words[k].lower == last
                )
            break
    out += [
        Trigger(w.i, "noun", "military-operation", "operation", True, True, None, w.i)
        for w in parse.words
        if w.i not in taken and _is_operation(scene, w.i)
    ]
    known = {t.i for t in out}
    out += [t for t in (_dead(scene, i, known) for i in parse.having(TOLD_DEAD)) if t is not None]
    return sorted(out, key=lambda t: t.i)


TIMES = frozenset(
    {
        "night",
        "day",
        "morning",
        "evening",
        "afternoon",
        "week",
        "month",
        "year",
        "eve",
        "anniversary",
        "time",
        "occasion",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "moment",
        "decade",
        "weekend",
        "dawn",
        "dusk",
        "midnight",
    }
)


def is_time(scene: Scene, i: int) -> bool:
    """ "on the night of 4 May": a phrase of time."""
    w = scene.parse.words[i]
    return w.lower in TIMES or any(x.start < w.end and x.end > w.start for x in scene.timexes)


def _behind(scene: Scene, i: int, lemma: str, preps: list[str]) -> tuple[int, ...]:
    """What stands behind the preposition that the verb needs: "fell on a dozen outposts"."""
    parse = scene.parse
    hit = [k for p, k in parse.obliques(i) if p in preps and k > i and not is_time(scene, k)]
    if not hit:
        last = lemma.split()[-1]
        at = (
            i
            if " " not in lemma
            else next(
                (k for k in range(i + 1, min(i + 10, len(parse.words))) if parse.words[k].lower == last), i
            )
        )
        if (
            at + 1 < len(parse.words)
            and parse.words[at + 1].lower in preps
            and parse.words[at + 1].dep in ("case", "mark", "advmod", "compound:prt")
        ):
            k = parse.words[at + 1].head
            if k > at and parse.words[k].pos in ("NOUN", "PROPN", "PRON") and not is_time(scene, k):
                hit = parse.conjuncts(k)
    return tuple(dict.fromkeys(hit))


TOLD_DEAD = frozenset({"dead", "survived", "live", "survivors"})


def _dead(scene: Scene, i: int, known: set[int]) -> Trigger | None:
    """ "129 people were dead", "1,500 dead", "none of the 49 survived": a toll without a verb of killing."""
    parse = scene.parse
    w = parse.words[i]
    if i in known:
        return None
    near = [
        q
        for q in scene.quantities
        if q.kind == "count" and q.range.min is not None and q.start < w.start and w.start - q.end < 60
    ]
    if w.lower == "dead":
        if not near or (i and parse.words[i - 1].lower in ("the", "shot", "gunned", "found", "of")):
            return None
    else:
        before = {x.lower for x in parse.words[max(0, i - 12) : i]}
        if not near or not before & {"none", "not", "n't"} or w.lower == "survivors":
            return None
    return Trigger(i, "die", "unspecified", w.lower, False, True, None, i)


def _light_first(parse: Parse, entries: list, index: TriggerIndex) -> list:
    """ "the attack was executed", "repelled the raid", "claimed the bombing": beside a deed a verb is light; without one it
    is the deed ("executed six officers", "claimed 40 lives")."""
    light = [e for e in entries if e[1].pos == "verb" and e[1].row["class"] in LIGHT]
    if not light or len(light) == len(entries):
        return entries
    strong = [e for e in entries if e not in light]
    if any(e[1].row.get("lives") for e in strong):
        return [*strong, *light]
    if " " in entries[0][1].lemma:
        return entries  # "took the credit": the longest idiom is what was meant
    i = light[0][0]
    near = [*parse.objects(i), *parse.subjects(i)]
    near += [k for h in near for p, k in parse.obliques(h) if p == "of"]
    deed = any(e.pos == "noun" for h in near for _, e in index.at(parse, h))
    return [*light, *strong] if deed else [*strong, *light]


def _use(scene: Scene, i: int, pos: str, start: int) -> bool:
    """Is the word used as the lexicon's part of speech, and not inside a name?"""
    parse = scene.parse
    w = parse.words[i]
    mention = scene.actor_at(i)
    if mention is not None and mention.start < parse.words[start].start:
        return False
    subject = w.tag in ("VBZ", "VBP") and w.dep in (
        "nsubj",
        "nsubj:pass",
    )  # "Clashes/VBZ between A and B left"
    if pos == "noun":
        if subject:
            return mention is None
        if w.pos == "PROPN" and mention is None and not _deed_name(scene, i):
            return False
        if w.pos in ("NOUN", "PROPN"):
            return mention is None
        if (
            w.tag == "JJ"
            and w.dep not in ("amod", "compound")
            and w.lower != "offensive"
            and "-" not in w.lower
        ):
            return mention is None  # "a Saudi-led air raid/JJ on a hall"
        return (
            w.tag == "VBG"
            and (
                w.dep in ("nsubj", "obj", "obl", "nmod", "conj", "nsubj:pass", "compound")
                and any(parse.words[k].dep in ("det", "nmod:poss", "amod", "compound") for k in parse.kids[i])
            )
            and w.dep != "amod"
        )
    if subject:
        return False
    if w.pos == "VERB" or w.tag in ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB"):
        return w.dep not in ("amod", "compound") or (w.tag == "VBN" and w.dep == "amod" and False)
    return False


def _is_operation(scene: Scene, i: int) -> bool:
    """ "France launched Operation Serval": a named operation, one masked name or several words."""
    w = scene.parse.words[i]
    return w.pos == "PROPN" and w.text.startswith("Operation ") and w.dep not in ("compound", "nmod:poss")


def _deed_name(scene: Scene, i: int) -> bool:
    """ "the Battle of Mogadishu", "the Peshawar Massacre": a capitalised deed still is one."""
    parse = scene.parse
    return any(
        parse.words[k].dep in ("det", "compound", "nmod", "amod", "flat") for k in parse.kids[i]
    ) or parse.words[i].lower in ("attack", "attacks", "massacre", "bombing", "bombings", "siege")
