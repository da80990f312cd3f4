"""Whose strength a number is."""

from __future__ import annotations

from typing import Any

from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene
from claimx.kinds._strength_frames import grown, is_civic, named, owner_by_name, unlisted
from claimx.kinds._strength_words import bodies, change_verbs, unit_form, units, word_list


def find_holder(scene: Scene, unit_at: int, sized: int | None, number: int) -> tuple[Party | None, str]:
    """Whose people they are: by phrase, by owner, by verb, by the size noun."""
    parse = scene.parse
    low, high = parse.span(unit_at)
    inside = [m for m in scene.actors_in(low, high) if m.type != "org-civil"]
    core = parse.words[number]
    inside = [m for m in inside if m.start >= core.start or parse.words[unit_at].start > m.start]
    if sized is not None:  # "estimates of the NPA's strength"
        inner = [
            k for p, k in parse.obliques(sized) if p == "of" and parse.words[k].lower in word_list("size")
        ]
        sized, unit_at = (inner[0], inner[0] if unit_at == sized else unit_at) if inner else (sized, unit_at)
    for spot in (sized, unit_at):
        if spot is None:
            continue
        owners = list(parse.children(spot, "nmod:poss"))
        got = scene.parties(owners) or [p for p in [owner_by_name(scene, owners)] if p is not None]
        if got and got[0].how in ("shape", "person") and parse.words[spot].lower in bodies():
            text = trim(parse.phrase(spot, mods=False))
            return Party(text, text, slug(text), spot, "shape"), "owner"  # "Ojukwu's army"
        if got:
            return got[0], "owner"
    got = _whose(scene, unit_at)
    if got is not None:
        return got, "verb"
    if inside and units().get(unit_form(scene, unit_at)) != "groups":
        m = inside[0]
        return Party(trim(parse.text[m.start : m.end]), m.actor.name, m.actor.id, unit_at, "named"), "phrase"
    for spot in (sized, unit_at):
        if spot is None:
            continue
        for prep, k in parse.obliques(spot):
            if (
                k != unit_at
                and prep in ("of", "from", "in", "with", "belonging to", "within", "loyal to", "under", "for")
                and not (prep == "from" and parse.words[parse.first_conjunct(spot)].dep == "obj")
                and not scene.place_at(k)
            ):
                sorts = ("named", "member", "coref", "part", "person", "shape") + (
                    ("generic", "unresolved") if spot == sized else ()
                )
                got = [p for p in scene.party(k) if p.how in sorts and not (prep == "under" and p.state)]
                if got:
                    return got[0], "of"
    if sized is not None:
        inner = list(scene.actors_in(*parse.span(sized, mods=True)))
        if inner:
            m = inner[0]
            return Party(trim(parse.text[m.start : m.end]), m.actor.name, m.actor.id, sized, "named"), "size"
    node = unit_at
    for head in parse.ancestors(unit_at):
        w = parse.words[head]
        if w.pos in ("VERB", "AUX") or parse.children(head, "cop", "nsubj"):
            got = [
                p
                for p in scene.parties(parse.agents(head) if w.pos == "VERB" else parse.subjects(head))
                if p.head != unit_at and p.how != "unresolved"
            ]
            if not got and w.pos == "VERB" and w.lower in word_list("hold"):
                corps = [
                    h
                    for h in parse.agents(head)
                    if h != unit_at
                    and not is_civic(parse.words[h].lower)
                    and (parse.words[h].lower in word_list("size") or parse.words[h].lower in units())
                ]
                corps = corps or _mission(scene, parse.agents(head))
                got = [p for p in [_phrase(scene, corps)] if p is not None]
            if not got and w.pos == "VERB" and _holds(scene, head, node):
                subjects = parse.subjects(head) if w.lower == "left" else parse.agents(head)
                name = unlisted(scene, [h for h in subjects if h != unit_at], w.lower, unit_at)
                got = [name] if name is not None else []
            spoken = _who_just_named(scene, head, unit_at) if w.pos == "VERB" else None
            if spoken is not None and w.lower in word_list("hold"):
                return spoken, "verb"
            if w.pos == "VERB" and _meets(scene, head, node):
                return None, ""
            if len(got) > 1 and {"together", "between", "jointly", "combined"} & {
                x.lower for x in parse.words[:unit_at]
            }:
                return _jointly(got), "verb"
            if (
                not got
                and parse.words[node].dep == "obl"
                and w.lower in change_verbs()
                and parse.is_passive(head)
            ):
                cut = [p for p in [_phrase(scene, [h for h in parse.patients(head) if h != unit_at])] if p]
                got = scene.parties(parse.patients(head)) or cut
            made = grown(scene, node, head) if w.pos == "VERB" else None
            if made is not None:
                return made, "grown"
            if w.lower in ("stood", "stand", "faced") and parse.words[node].dep.startswith("nsubj"):
                return _phrase(
                    scene, [sized if sized is not None else unit_at]
                ), "subject"  # "against them stood 300 men"
            if w.lower in ("join", "joins", "joined", "joining") and parse.words[node].dep == "obj":
                got = []  # "they joined 300 other rebels": those are not theirs
            if got and (
                w.lower in word_list("hold") or w.pos != "VERB" or parse.words[node].dep in ("obj", "obl")
            ):
                return got[0], "verb"
            if parse.words[node].dep in ("nsubj", "nsubj:pass"):
                near = [k for _, k in parse.obliques(head)] + parse.objects(head)
                near = [k for k in near if parse.words[k].lower not in ("side", "sides")]
                near += [
                    k
                    for h in near
                    if parse.words[h].lower in word_list("size")
                    for p, k in parse.obliques(h)
                    if p == "of"
                ]  # "served in the ranks of the RUF"
                got = [p for p in scene.parties(near) if p.how in ("named", "member", "coref")]
                if got and w.lower in (
                    "join",
                    "joined",
                    "joining",
                    "serve",
                    "served",
                    "fight",
                    "fought",
                    "belong",
                    "remained",
                    "remain",
                    "defected",
                    "left",
                    "swell",
                    "swelled",
                    "fill",
                    "filled",
                    "enlisted",
                    "rallied",
                    "flocked",
                ):
                    return got[0], "subject"
        owned = w.pos == "VERB" and w.lower in word_list("hold") and parse.words[node].dep == "obj"
        if owned and any(k != node for k in parse.children(head, "nsubj")):
            break  # "Batista threw 10,000 troops at the hills where Castro had 300 men": not Batista's
        node = head
        if w.dep in ("acl:relcl", "ROOT"):
            break
    generic = scene.party(unit_at)
    if generic and generic[0].how == "generic" and parse.words[unit_at].lower in noun_set("member"):
        text = trim(_without_number(scene, unit_at, number))
        told = (
            back_to_group(scene, unit_at)
            if units().get(unit_form(scene, unit_at)) in ("fighters", "militants", "members", "bombers")
            else None
        )
        if told is not None and not any(c.isupper() for c in text):
            return told, "context"
        if " " in text and not any(c.isdigit() for c in text):
            return Party(text, text, slug(text), unit_at, "generic"), "generic"
    return None, ""


def _holds(scene: Scene, verb: int, node: int) -> bool:
    """ "Kolchak disposed of 110,000 men", "rode out with 40 companions": does the verb give its subject the number?"""
    w = scene.parse.words[node]
    cases = {scene.parse.words[k].lower for k in scene.parse.children(node, "case")}
    if w.dep == "obl" and "with" in cases:
        return scene.parse.words[verb].lower not in FIGHTS
    return scene.parse.words[verb].lower in word_list("hold") and w.dep in ("obj", "obl", "xcomp", "ccomp")


def _who_just_named(scene: Scene, verb: int, unit_at: int) -> Party | None:
    """ "levies, and al-Duwaysh, who had 5,000 followers": the name just before the "who", whatever the parser hung it on."""
    parse = scene.parse
    for k in parse.children(verb, "nsubj"):
        if parse.words[k].lower not in ("who", "which") or k < 2 or parse.words[k - 1].text != ",":
            continue
        name = k - 2
        if parse.words[name].pos != "PROPN" or parse.antecedent(k) == name:
            return None
        low = name
        while low > 0 and parse.words[low - 1].pos == "PROPN":
            low -= 1
        if name in parse.subtree(parse.antecedent(k)) and parse.case(name) in ("of", "under", "for"):
            return None  # "the men of al-Duwaysh, who had …"
        return named(scene, name, states=False) or unlisted(scene, [name], parse.words[verb].lower, unit_at)
    return None


FIGHTS = frozenset({"clash", "clashed", "clashes", "fight", "fights", "fought", "skirmished", "battled", "met", "negotiated", "collided", "grappled", "dealt"})  # fmt: skip


FACES = frozenset({"face", "faces", "faced", "facing", "confront", "confronts", "confronted", "confronting", "fight", "fought", "fights", "battle", "battled", "defeat", "defeated", "routed", "opposed"})  # fmt: skip


def _meets(scene: Scene, verb: int, node: int) -> bool:
    """ "The ELN clashed with 300 soldiers", "fought against 2,000 men": those are the other side's."""
    if scene.parse.words[node].dep == "obj":
        return scene.parse.words[verb].lower in FACES  # "the army's 12,000 soldiers faced 3,000 insurgents"
    if scene.parse.words[node].dep != "obl":
        return False
    if {"board", "aboard"} & {w.lower for w in scene.parse.words[node + 1 : node + 3]}:
        return True  # "captured a train with 350 soldiers on board"
    case = scene.parse.case(node)
    return case == "against" or (case == "with" and scene.parse.words[verb].lower in FIGHTS)


def _jointly(got: list[Party]) -> Party:
    """ "Feng and Yan, who had together fielded 700,000 men": the number is the two's, not the first one's."""
    text = ", ".join(p.text for p in got[:-1]) + " and " + got[-1].text
    return Party(text, text, slug(text), got[0].head, "named", also=tuple(p.id for p in got))


def _whose(scene: Scene, unit_at: int) -> Party | None:
    """ "the thousand volunteers whom the Provisionals had on their books": the relative clause tells whose they are."""
    parse = scene.parse
    for k in parse.children(unit_at, "acl:relcl"):
        if parse.words[k].lower in word_list("hold") and any(
            parse.words[o].lower in ("whom", "that", "which") for o in parse.children(k, "obj")
        ):
            got = scene.parties(parse.children(k, "nsubj"))
            if got:
                return got[0]
    return None


MEASURES = frozenset({"size", "strength", "number", "numbers", "membership", "manpower", "total", "estimate", "headcount", "complement", "ranks", "rank"})  # fmt: skip
MISSIONS = frozenset({"mission", "corps", "guard", "brigade", "battalion", "legion", "column", "wing", "regiment", "division", "operation", "contingent"})  # fmt: skip


def _mission(scene: Scene, heads: list[int]) -> list[int]:
    """ "The African Union mission had …": a named body that no list knows."""
    return [
        h
        for h in heads
        if scene.parse.words[h].lower in MISSIONS and any(c.isupper() for c in trim(scene.parse.phrase(h)))
    ]


def _without_number(scene: Scene, unit_at: int, number: int) -> str:
    low, high = scene.parse.span(unit_at)
    start = max(low, scene.parse.words[number].end)
    return scene.parse.text[start:high].strip()


def back_to_group(scene: Scene, i: int) -> Party | None:
    """ "a force of 500", "the invaders": the group that the text has been speaking of, or None."""
    if scene.resolve is None:
        return None
    w = scene.parse.words[i]
    for actor in scene.resolve("group", w.start):
        return Party(actor.text, actor.name, actor.id, i, "coref")
    return None


def find_rated(scene: Scene, i: int) -> Party | None:
    """ "put the insurgents at 9,000", "whose ranks were put at 3,000", "credited it with 12,000": who is rated at the number."""
    parse = scene.parse
    rate, size = word_list("rate"), word_list("size")
    for head in list(parse.ancestors(i))[:3]:
        w = parse.words[head]
        if w.lower not in rate or w.pos != "VERB":
            continue
        lead = [x.lower for x in parse.words[max(head + 1, i - 8) : i]]
        if w.lower in GIVES and head < i:
            given = [*parse.children(head, "iobj"), *[k for k in range(head + 1, i) if k < head + 4]]
            got = [p for p in scene.parties(given) if p.how in ("named", "member", "part", "shape")]
            if got:
                return got[0]
        if not {"at", "with", "as", "above", "below", "over", "under", "beyond"} & set(lead):
            return None
        heads = [
            h
            for h in (parse.patients(head) or parse.children(head, "obj", "nsubj:pass"))
            if i not in (h, *parse.kids[h])
        ]
        for h in heads:
            other = _not_the_rater(scene, h)
            if other is not None:
                return other
            if parse.words[h].lower in size:
                owners = [*parse.children(h, "nmod:poss"), *[k for p, k in parse.obliques(h) if p == "of"]]
                got = [p for p in scene.parties(owners) if p.how != "unresolved"]
                return got[0] if got else _phrase(scene, owners) or back_to_group(scene, h)
            got = [p for p in scene.parties([h]) if p.how not in ("unresolved", "person")]
            if got:
                return got[0]
            if parse.words[h].lower in units() or parse.words[h].lower in noun_set("people"):
                return back_to_group(scene, h) or _phrase(scene, [h])
    return None


# "figures for 1957 give the movement 13,129 men"
GIVES = frozenset({"give", "gives", "gave", "allow", "allows", "allowed", "grant", "grants"})


def _not_the_rater(scene: Scene, h: int) -> Party | None:
    """ "The ministry reckoned its cadres at 7,200", "London credited him with 12,000": somebody else's."""
    parse = scene.parse
    owners = [
        k for k in parse.children(h, "nmod:poss") if parse.words[k].lower in ("its", "their", "his", "her")
    ]
    pronouns = owners or ([h] if parse.words[h].lower in ("it", "them", "him") else [])
    return next((p for k in pronouns for p in scene.others(k)), None)


def _phrase(scene: Scene, heads: list[int]) -> Party | None:
    """The words of the first noun for a name; "the average size of a group" is the group's."""
    for h in heads:
        of = [k for p, k in scene.parse.obliques(h) if p == "of" and scene.parse.words[k].pos == "NOUN"]
        if of and scene.parse.words[h].lower in MEASURES:
            h = of[0]
        text = trim(scene.parse.phrase(h))
        if text and scene.parse.words[h].pos in ("NOUN", "PROPN") and not any(c.isdigit() for c in text):
            return Party(text, text, slug(text), h, "generic")
    return None


def find_strong(scene: Scene, q: Any) -> Party | None:
    """ "a 5,000-strong force", "an army 30,000 strong", "the RPF, some 14,000 strong": who is so many strong."""
    parse = scene.parse
    at = next(
        (w for w in parse.words if w.lower.endswith("-strong") and w.start <= q.number[1] <= w.end + 1),
        None,
    )
    at = at or next((w for w in parse.words if 0 <= w.start - q.end <= 1 and w.lower == "strong"), None)
    if at is None:
        return None
    new = _new_body(scene, q, at.i)
    if new is not None:
        return new
    heads = parse.subjects(at.i) if parse.children(at.i, "cop", "nsubj") else []
    heads = heads or ([at.head] if at.head != at.i else [])
    sorts = ("named", "member", "coref", "part", "shape", "generic")
    got = [p for p in scene.parties(heads) if p.how in sorts]
    if not got:
        before = [
            m for m in scene.actors if m.end <= q.start and q.start - m.end < 24 and m.type != "org-civil"
        ]
        got = [
            Party(trim(parse.text[m.start : m.end]), m.actor.name, m.actor.id, at.i, "named")
            for m in before[-1:]
        ]
    return got[0] if got else _phrase(scene, heads)


def _new_body(scene: Scene, q: Any, at: int) -> Party | None:
    """ "a new army 30,000 strong", "the 10,000-strong Presidential Guard": the noun beside the number."""
    parse = scene.parse
    first = parse.word_at(q.start) or 0
    if parse.words[at].lower == "strong":
        k = first - 1
        dets = {parse.words[c].lower for c in parse.children(k, "det")} if k > 0 else set()
        text = trim(parse.text[parse.span(k)[0] : parse.words[k].end])
        new = dets & {"a", "an"} and parse.words[k].pos == "NOUN"
        return Party(text, text, slug(text), k, "generic") if new else None
    for k in range(at + 1, min(at + 4, len(parse.words))):
        mention = scene.actor_at(k)
        if mention is not None:
            return Party(
                trim(parse.text[mention.start : mention.end]),
                mention.actor.name,
                mention.actor.id,
                k,
                "named",
            )
        if parse.words[k].pos not in ("ADJ", "PROPN", "NOUN"):
            return None
    return None
