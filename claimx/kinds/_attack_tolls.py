"""How many: dead, injured, attacks, and the change of their number."""

from __future__ import annotations

from claimx.kinds._attack_events import Event
from claimx.kinds._attack_phrases import real_range
from claimx.kinds._attack_targets import hit_by
from claimx.kinds._party import noun_set
from claimx.kinds._scene import Scene
from claimx.model import Range
from claimx.syntax.parse import Parse

UP = frozenset(
    {
        "increase",
        "increased",
        "increasing",
        "rise",
        "rose",
        "risen",
        "rising",
        "surge",
        "surged",
        "grew",
        "grown",
        "growth",
        "jump",
        "jumped",
        "spike",
        "spiked",
        "up",
        "climbed",
        "higher",
        "soared",
        "swelled",
        "more",
        "uptick",
    }
)
DOWN = frozenset(
    {
        "decrease",
        "decreased",
        "decreasing",
        "decline",
        "declined",
        "fell",
        "fallen",
        "fall",
        "drop",
        "dropped",
        "reduction",
        "reduced",
        "down",
        "lower",
        "fewer",
        "less",
    }
)
HURT = frozenset({"hurt", "maimed", "injured", "wounded", "injuries", "wounding", "injuring"})


def find_tolls(
    scene: Scene, event: Event, victims: list[int]
) -> tuple[Range | None, Range | None, list[int]]:
    """Numbers of dead and injured; a number belongs to the verb whose victims it counts."""
    parse = scene.parse
    killed = injured = None
    used: list[int] = []
    for t in event.triggers:
        if t.noun and t.lemma in DEADLY and killed is None:
            for prep, k in parse.obliques(t.i):
                q = scene.number(k)
                if prep == "of" and q is not None and q.kind == "count":
                    killed = q.range
        shot = t.cls == "strike" and t.lemma == "shoot" and not any(w.lower in HURT for w in parse.words)
        if t.cls not in ("kill", "injure", "die") and not t.toll and not shot:
            continue
        if t.toll:
            q = scene.number(t.i)
            if q is not None and q.kind == "count" and killed is None:
                killed = q.range
            for prep, k in parse.obliques(t.i):
                q = scene.number(k)
                if prep == "of" and q is not None and q.kind == "count" and killed is None:
                    killed = q.range
            continue
        heads = parse.subjects(t.i) if t.cls == "die" else hit_by(scene, t)
        if t.lives:
            heads = [*heads, *victims]
        if not heads and parse.words[t.i].dep == "conj" and t.cls == "injure":
            heads = []
        for h in heads:
            q = scene.number(h)
            if q is None or q.kind != "count":
                continue
            used.append(h)
            if t.cls == "injure":
                injured = injured or q.range
            else:
                killed = killed or _summed(scene, heads, q.range)
            if t.cls == "kill" and _also_hurt(parse, t.i):
                injured = None
    if killed is None and injured is None:
        killed = _one(scene, event, victims)
    killed, injured = _adjective_tolls(scene, event, killed, injured)
    return real_range(killed), real_range(injured), used


SIDES = frozenset(noun_set("people")) | frozenset({"civilians", "civilian", "soldiers", "troops"})


def _summed(scene: Scene, heads: list[int], first: Range) -> Range:
    """ "two policemen and two applicants" are four, "Coco and his two escorts" three; two sides of a fight are not added up."""
    parse = scene.parse
    if len({_list_head(parse, h) for h in heads}) > 1:
        return first
    if any(parse.words[h].lower in SIDES for h in heads) or _told_again(scene, heads):
        return first
    total = 0
    for h in heads:
        q = scene.number(h)
        if q is not None and q.kind == "count" and q.range.min is not None and q.range.min == q.range.max:
            total += q.range.min
        elif q is None and _single(scene, h):
            total += 1
        else:
            return first
    return first if total == first.min else Range(total, total, first.approx, first.text)


def _list_head(parse: Parse, h: int) -> int:
    """The head of a list, over the parts of a name: "Aldo Ferri and his escorts" hangs on either."""
    while parse.words[h].dep in ("conj", "flat") and parse.words[h].head < h:
        h = parse.words[h].head
    return h


def _told_again(scene: Scene, heads: list[int]) -> bool:
    """ "two commanders, Balti and Burjan", "38 people, 30 of them policemen": names or shares of those counted."""
    parse = scene.parse
    low, high = min(heads), max(heads)
    if any(w.lower in ("them", "whom", "among", "including") for w in parse.words[low:high]):
        return True
    if parse.words[low].tag == "NNS" and any(_named(scene, h) for h in heads):
        return True
    return not any(w.lower == "and" for w in parse.words[low:high])


def _named(scene: Scene, h: int) -> bool:
    """A person, by the lists or by the pipeline's NER."""
    w = scene.parse.words[h]
    return scene.person_at(h) is not None or any(
        label == "PERSON" and start < w.end and end > w.start for start, end, label in scene.entities
    )


def _single(scene: Scene, h: int) -> bool:
    """One person: by name, or "the judge", "their driver"."""
    w = scene.parse.words[h]
    told = bool(scene.parse.children(h, "det", "nmod:poss"))
    return _named(scene, h) or (w.tag == "NN" and w.lower in noun_set("victim") and told)


def _one(scene: Scene, event: Event, victims: list[int]) -> Range | None:
    """ "a police officer was killed": one. (A name alone says nothing of others.)"""
    parse = scene.parse
    if not victims or not any(t.cls == "kill" and not t.noun for t in event.triggers):
        return None
    if any(scene.person_at(k) is None for k in victims[1:]):
        return None  # "a commander, Mdouli": one; "a soldier and a policeman": two
    w = parse.words[victims[0]]
    dets = [parse.words[k] for k in parse.kids[w.i] if k < w.i]
    single = [d for d in dets if d.lower in ("a", "an", "another")]
    if w.tag != "NN" or not single or w.lower not in noun_set("victim"):
        return None
    return Range(1, 1, False, parse.text[single[0].start : w.end])


DEADLY = frozenset(
    {
        "massacre",
        "killing",
        "murder",
        "slaughter",
        "execution",
        "assassination",
        "beheading",
        "slaying",
        "lynching",
    }
)


# "cost more than 10,000 lives", "with the loss of 329 lives"
PRICE = frozenset(
    {
        "cost",
        "costs",
        "costing",
        "claimed",
        "claiming",
        "claim",
        "claims",
        "took",
        "taking",
        "loss",
        "expense",
    }
)


def _also_hurt(parse: Parse, i: int) -> bool:
    return any(parse.words[k].lower in HURT for k in parse.conjuncts(i))


def _adjective_tolls(
    scene: Scene, event: Event, killed: Range | None, injured: Range | None
) -> tuple[Range | None, Range | None]:
    """ "leaving 12 dead and 30 wounded", "83 deaths", "a death toll of 40": the number stands beside the word."""
    if killed is not None and injured is not None:
        return killed, injured
    parse = scene.parse
    low = min(event.words())
    high = max(event.words())
    for q in scene.quantities:
        if q.kind != "count":
            continue
        i = parse.word_at(q.start)
        if i is None or not low - 12 <= i <= high + 22:
            continue
        end = parse.word_at(q.end - 1)
        after = [w.lower for w in parse.words[(end or i) + 1 : (end or i) + 5]]
        if after[:1] == [","] and after[1:2] and after[1] in HURT | {"dead"}:
            after = after[1:]  # "433 people were killed and 719, injured"
        stop = next((n for n, x in enumerate(after) if x in (",", ";", "and", "but", "—")), len(after))
        after = after[:stop]
        before = [w.lower for w in parse.words[max(0, i - 5) : i]]
        if (killed is None and any(x in ("dead", "deaths", "fatalities") for x in after)) or (
            killed is None and any(x in ("lives", "life") for x in after) and set(before) & PRICE
        ):
            killed = q.range
        elif injured is None and any(
            x in ("injured", "wounded", "injuries", "hurt", "maimed") for x in after
        ):
            injured = q.range
        elif (
            killed is None
            and ("toll" in before or "dead" in before[-2:])
            and not {"injured", "wounded"} & set(before)
        ):
            killed = q.range
        elif injured is None and before[-1:] and before[-1] in ("injured", "wounded", "injuring", "wounding"):
            injured = q.range
    return killed, injured


def attack_count(scene: Scene, event: Event) -> Range | None:
    """How many attacks an aggregate tells of: "45 attacks", "three bombings", "dozens" has no number."""
    for t in event.triggers:
        if not t.noun or t.toll or t.device:
            continue
        told = _counted_in_words(scene.parse, t.i)
        if told is not None:
            return told
        if scene.parse.words[t.i].tag == "NN":
            continue
        q = scene.number(t.i)
        if (
            q is not None
            and q.kind == "count"
            and real_range(q.range) is not None
            and q.end <= scene.parse.words[t.i].start
        ):
            return q.range
    return None


def _counted_in_words(parse: Parse, i: int) -> Range | None:
    """ "both raids" are two; "its only attack", "the sole example of an attack" is one."""
    w = parse.words[i]
    for head in (i, w.head if w.dep == "nmod" and parse.case(i) == "of" else i):
        for k in parse.kids[head]:
            word = parse.words[k].lower
            if k < head and word == "both" and w.tag == "NNS":
                return Range(2, 2, False, parse.text[parse.words[k].start : w.end])
            if k < head and word in ("only", "sole") and w.tag == "NN" and parse.words[k].dep == "amod":
                return Range(1, 1, False, parse.text[parse.words[k].start : w.end])
    return None


def percent_change(scene: Scene, event: Event) -> float | None:
    """The change of the number of attacks: "rose by 73 percent" is 73, "a 40 % fall" is -40; a share is none."""
    parse = scene.parse
    for q in scene.quantities:
        if q.kind != "percent" or real_range(q.range) is None:
            continue
        i = parse.word_at(q.start)
        if i is None:
            continue
        low, high = max(0, i - 6), min(len(parse.words), i + 9)
        near = {w.lower for w in parse.words[low:high]}
        if not any(low - 6 <= t <= high + 6 for t in event.words()):
            continue
        end = parse.word_at(q.end - 1) or i
        if end + 1 < len(parse.words) and parse.words[end + 1].lower == "of":
            continue
        value = q.range.min if q.range.min is not None else q.range.max
        if near & UP:
            return value
        if near & DOWN:
            return -value if value else value
    return None
