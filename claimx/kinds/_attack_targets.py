"""Whom or what it hit: objects, patients, phrases behind a preposition, named victims."""

from __future__ import annotations

from claimx.kinds._attack_events import Event
from claimx.kinds._attack_joins import CONTAINERS
from claimx.kinds._attack_phrases import real_range, vehicles, weapons
from claimx.kinds._attack_triggers import Trigger, is_time
from claimx.kinds._party import noun_set
from claimx.kinds._scene import Scene
from claimx.syntax.parse import Parse

NOWHERE = frozenset({"soil", "nobody", "none", "time", "times"})
HAD = frozenset({"had", "have", "has", "having"})
SUFFERED = frozenset({"suffer", "face", "survive", "escape", "endure", "sustain"})


def find_targets(scene: Scene, event: Event) -> tuple[list[int], list[int]]:
    """(heads of what was hit, heads of whom a toll counts)."""
    parse = scene.parse
    deeds = set(event.words()) | {
        k for t in event.triggers if not t.noun and " " in t.lemma for k in range(t.i, t.end + 1)
    }
    targets: list[int] = []
    victims: list[int] = []
    for t in event.triggers:
        if t.noun:
            targets += _noun_targets(scene, t)
        elif t.hit and t.cls != "fallen":
            targets += [h for h in t.hit if h not in deeds]
        elif t.lives:
            victims += [k for h in parse.objects(t.i) for p, k in parse.obliques(h) if p == "of"]
        elif t.cls in ("under", "fallen"):
            targets += [h for h in parse.subjects(t.i) if h not in deeds]
        elif t.cls in ("kill", "injure"):
            victims += [h for h in hit_by(scene, t) if h not in deeds]
        elif t.cls == "die" and t.lemma in ("dead", "survived", "live"):
            before = [q for q in scene.quantities if q.kind == "count" and q.end <= parse.words[t.i].start]
            head = parse.word_at(before[-1].end - 1) if before else None
            victims += (
                [head]
                if head is not None and parse.words[head].tag in ("NNS", "NN", "NNP") and head not in deeds
                else []
            )
        elif t.cls == "die":
            victims += [h for h in parse.subjects(t.i) if h not in deeds]
        elif t.cls in ("strike", "seize", "oust", "blast", "occur", "clash"):
            hit = [h for h in parse.patients(t.i) if h not in deeds]
            if t.cls == "occur" and t.lemma not in (
                "hit",
                "strike",
                "rock",
                "shake",
                "target",
                "befall",
                "plague",
                "engulf",
            ):
                hit = []
            if not hit:
                preps = (
                    ("with", "against")
                    if t.cls == "clash"
                    else ("against", "on", "at", "upon", "into", "through", "outside")
                )
                hit = [k for p, k in parse.obliques(t.i) if p in preps and not is_time(scene, k)]
                if not hit and t.cls == "blast":
                    hit = [
                        k
                        for p, k in parse.obliques(t.i)
                        if p in ("in", "inside", "near") and _is_hit(scene, k)
                    ]
            if t.cls == "blast":
                hit = [h for h in hit if parse.words[h].lower not in vehicles() or h > t.i]
            targets += hit
            if t.cls in ("seize", "oust"):  # "wrested Huambo from the government"
                targets += [
                    k
                    for p, k in parse.obliques(t.i)
                    if p == "from" and scene.party(k) and not scene.place_at(k)
                ]
        elif t.cls == "conduct":
            if t.lemma in SUFFERED:
                targets += [h for h in parse.subjects(t.i) if h not in deeds and not scene.place_at(h)]
            targets += [
                k for p, k in parse.obliques(t.i) if p in ("against", "on", "upon") and not is_time(scene, k)
            ]
    targets += [
        c
        for h in targets
        for p, k in parse.obliques(h)
        if p in ("including", "such as")
        for c in parse.conjuncts(k)
    ]
    idiom = {w for t in event.triggers if not t.noun and " " in t.lemma for w in t.lemma.split()} | weapons()

    def keep(hs):
        return [
            h
            for h in dict.fromkeys(_those_counted(scene, h) for h in hs)
            if h not in deeds
            and parse.words[h].lower not in idiom
            and parse.words[h].lower not in CONTAINERS | NOWHERE
            and not is_time(scene, h)
            and not (parse.words[h].tag == "CD" and "." in parse.words[h].text)
        ]

    return keep(targets), keep(victims)


def _counted(scene: Scene, t: Trigger) -> int | None:
    """The head of a number right behind the verb ("killed upwards of 120 hostages") or right before its passive
    ("and about 220 were hurt", "20,732 wounded")."""
    parse, words = scene.parse, scene.parse.words
    start = words[t.end + 1].start if t.end + 1 < len(words) else -1
    k = t.i - 1
    while k > 0 and (
        words[k].dep in ("aux", "aux:pass") or words[k].lower in ("were", "was", "had", "been", "have", "has")
    ):
        k -= 1
    for q in scene.quantities:
        if q.kind != "count" or real_range(q.range) is None:
            continue
        behind = q.start == start and (words[t.i].tag != "VBN" or t.lives)
        before = (
            t.cls in ("kill", "injure", "die")
            and words[t.i].tag in ("VBN", "VBD")
            and q.start <= words[k].start < q.end
            and (k < t.i - 1 or (t.cls == "injure" and words[t.i].dep == "conj"))
        )
        if behind or before:
            i = parse.word_at(q.noun_start) if q.noun_start is not None else parse.word_at(q.end - 1)
            if i is None:
                continue
            while (
                behind
                and i + 1 < len(words)
                and words[i + 1].pos in ("NOUN", "PROPN")
                and words[i + 1].start == words[i].end + 1
            ):
                i += 1
            return i
    return None


def had_done(parse: Parse, i: int) -> int | None:
    """The "had" of "had Son Sen put to death", above the verb or, as the parser often has it, below; else None."""
    if parse.words[i].tag not in ("VBN", "VBD"):
        return None
    near = [parse.words[i].head] if parse.words[i].dep in ("xcomp", "ccomp", "acl", "advcl") else []
    near += parse.children(i, "aux")
    had = next((k for k in near if parse.words[k].lower in HAD and parse.children(k, "obj")), None)
    return (
        had if had is not None else next((k for k in parse.children(i, "aux") if _between(parse, k, i)), None)
    )


def _between(parse: Parse, had: int, verb: int) -> list[int]:
    """ "had General Vaidya gunned down", with the general as the parser's subject: what stands after "had" is the victim."""
    inside = [k for k in parse.children(verb, "nsubj", "nsubj:pass") if had < k < verb]
    return (
        inside
        if inside
        and parse.words[had].lower in HAD
        and any(
            k < had for k in (*parse.children(had, "nsubj"), *parse.children(verb, "nsubj", "nsubj:pass"))
        )
        else []
    )


def ordered_by(parse: Parse, i: int) -> list[int]:
    """ "The KCF" of "The KCF had the general gunned down": the subject before "had"."""
    had = had_done(parse, i)
    if had is None:
        return []
    own = parse.children(had, "nsubj") or [k for k in parse.children(i, "nsubj", "nsubj:pass") if k < had]
    return own or [k for k in parse.subjects(had) if k < had]


def _had_done(parse: Parse, i: int) -> list[int]:
    had = had_done(parse, i)
    return (parse.objects(had) or _between(parse, had, i)) if had is not None else []


def hit_by(scene: Scene, t: Trigger) -> list[int]:
    """The verb's object; where the tree has none, the noun phrase right behind an active verb."""
    parse = scene.parse
    counted = _counted(scene, t)
    if counted is not None:
        return [
            c
            for c in parse.conjuncts(counted)
            if c == counted
            or (c > counted and parse.words[c].pos in ("NOUN", "PROPN") and c not in (t.i, t.end))
        ]
    found = _had_done(parse, t.i) or parse.patients(t.i)
    if found or (
        parse.is_passive(t.i)
        and any(parse.words[k].dep in ("aux:pass", "nsubj:pass") for k in parse.kids[t.i])
    ):
        return found
    if parse.words[t.i].tag not in ("VBD", "VBZ", "VBP", "VBG", "VB", "VBN"):
        return found
    words, last = parse.words, None
    for k in range(t.end + 1, min(t.end + 9, len(words))):
        tag = words[k].tag
        if tag in ("NN", "NNS", "NNP", "NNPS"):
            last = k
        elif (
            tag not in ("DT", "PRP$", "CD", "JJ", "JJR", "RB", "HYPH", "IN")
            or last is not None
            or (tag == "IN" and words[k].lower not in ("about", "around", "some", "over"))
        ):
            break
    return [last] if last is not None and not is_time(scene, last) else []


# "killed hundreds of civilians": the people are hit, not the hundreds
CROWDS = frozenset(
    {"hundreds", "thousands", "dozens", "scores", "tens", "many", "most", "some", "several", "number", "majority",
     "dozen", "score", "multitude", "hundred", "thousand"}
)  # fmt: skip


PARTS = frozenset({"parts", "part", "outskirts", "suburbs", "portions", "swathes", "districts", "much", "centre", "center"})  # fmt: skip


def _those_counted(scene: Scene, h: int) -> int:
    """The people behind a word for how many they are; else the word itself."""
    word = scene.parse.words[h].lower
    if word not in CROWDS and word not in PARTS:
        return h
    people = [k for p, k in scene.parse.obliques(h) if p == "of" and k > h]
    if word in PARTS:
        people = [k for k in people if scene.parse.words[k].pos == "PROPN"]
    return _those_counted(scene, people[0]) if people else h


def _is_hit(scene: Scene, k: int) -> bool:
    """A building, a vehicle or a gathering with an indefinite article: where it was is what was hit."""
    parse = scene.parse
    w = parse.words[k]
    dets = {parse.words[c].lower for c in parse.children(k, "det")}
    return w.pos == "NOUN" and w.lower in noun_set("facility") - noun_set("area") and bool(dets & {"a", "an"})


def _can_be_killed(scene: Scene, t: Trigger, k: int) -> bool:
    """ "Mehsud's killing", "Rigi's execution": a person, or a name that no list knows before a word for a killing."""
    if scene.person_at(k) is not None:
        return True
    killing = t.type == "assassination" or t.lemma in ("killing", "death")
    return killing and scene.parse.words[k].pos == "PROPN" and scene.actor_at(k) is None


def _noun_targets(scene: Scene, t: Trigger) -> list[int]:
    parse = scene.parse
    out: list[int] = []
    patient_of = t.type in ("assassination", "kidnapping", "prison-break") or t.lemma in (
        "killing", "bombing", "shelling", "bombardment", "siege", "targeting", "massacre", "slaughter", "sabotage", "capture", "seizure", "storming", "death", "invasion",
        "occupation", "expulsion", "ouster", "conquest", "liberation", "fall", "shooting", "execution", "rape", "torture", "looting", "takeover", "murder", "bombardment", "ambush", "raid", "blockade")  # fmt: skip
    for prep, k in parse.obliques(t.i):
        if (
            prep in ("against", "on", "upon", "toward", "towards", "targeting")
            or (prep == "at" and not scene.place_at(k))
            or (prep == "of" and patient_of)
        ) and not is_time(scene, k):
            out.append(k)
    if not out:  # "a blast in a crowded market"
        out = [
            k
            for prep, k in parse.obliques(t.i)
            if prep in ("in", "inside", "outside", "aboard") and _is_hit(scene, k)
        ]
    nxt = parse.words[t.i + 1] if t.i + 1 < len(parse.words) else None
    if nxt is not None and nxt.lower in ("targeting", "hitting", "against") and not out:
        ahead = next((m for m in scene.actors if 0 < m.start - nxt.end <= 6), None)
        if ahead is not None:
            h = parse.head_in(ahead.start, ahead.end)
            out += [h] if h is not None else []
    for k in parse.children(t.i, "acl"):
        if parse.words[k].tag == "VB" and not out:  # "a campaign to decapitate the leadership"
            out += parse.objects(k)
    for k in parse.kids[t.i]:
        w = parse.words[k]
        if w.dep in ("acl", "acl:relcl") and w.lower in (
            "targeting",
            "targeted",
            "hitting",
            "aimed",
            "directed",
        ):
            out += (
                parse.objects(k)
                if w.lower in ("targeting", "hitting")
                else [h for p, h in parse.obliques(k) if p in ("at", "against")]
            )
        elif (w.dep == "nmod:poss" and patient_of and _can_be_killed(scene, t, k)) or (
            w.dep == "compound"
            and k < t.i
            and scene.actor_at(k) is None
            and w.lower in noun_set("facility")
            and patient_of
        ):
            out.append(k)
    if not out:
        first = parse.first_conjunct(t.i)
        for other in parse.conjuncts(first):
            if other > t.i and not out:
                out = [
                    k
                    for prep, k in parse.obliques(other)
                    if prep in ("against", "on", "upon") and not is_time(scene, k)
                ]
    return [c for k in out for c in parse.conjuncts(k)]
