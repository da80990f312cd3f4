"""Numbers that count no unit noun: "a strength of 3,000", "put the rebels at 9,000", "5,000 strong", "sent another 2,000"."""

from __future__ import annotations

from typing import Any

from claimx.kinds._kind import Found
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene
from claimx.kinds._strength_frames import is_civic, is_listed, named, unlisted
from claimx.kinds._strength_holder import back_to_group
from claimx.kinds._strength_unit import counts_other
from claimx.kinds._strength_words import bodies, lead_word, units, word_list
from claimx.resources import load_toml
from claimx.syntax.inflect import verb_forms


def moved(scene: Scene, i: int) -> Party | None:
    """ "the militia dwindled to fewer than 400": the subject of a verb of growth or decline holds a bare number."""
    parse = scene.parse
    lexicon = load_toml("lexicon/strength.toml")["words"]
    moves = {
        f
        for v in (*lexicon["up"], *lexicon["thin"])
        if v not in ("go", "jump", "draw")
        for f in verb_forms(v)
    }
    for head in list(parse.ancestors(i))[:3]:
        if parse.words[head].lower in moves and parse.words[head].pos == "VERB":
            things = (
                []
                if parse.is_passive(head)
                else [h for h in parse.objects(head) if h not in (i, parse.words[i].head)]
            )
            heads = things or (parse.patients(head) if parse.is_passive(head) else parse.subjects(head))
            got = [
                p
                for p in scene.parties(heads)
                if p.how in ("named", "member", "coref", "part", "shape") and not _is_country(scene, p)
            ]
            if got:
                return got[0]
            body = _body(scene, heads)
            if body is not None:
                return body
            if any(
                parse.words[h].lower in noun_set("people") or parse.words[h].lower in units() for h in heads
            ):
                return back_to_group(scene, heads[0])
            return None
        if parse.words[head].pos == "VERB" and parse.words[head].dep in ("advcl", "acl"):
            return None  # "fell on the settlers, killing at least 100"
    return None


def _is_country(scene: Scene, p: Party) -> bool:
    """A country rises to no number; its army does."""
    mention = scene.actor_at(p.head)
    return p.state and (mention is None or mention.type != "force")


def _body(scene: Scene, heads: list[int]) -> Party | None:
    """ "The force that the GIA fielded", "a federal army that": whose body it is, or the body by its own words."""
    parse = scene.parse
    for h in heads:
        w = parse.words[h]
        if w.lower not in bodies() and w.lower not in word_list("size"):
            continue
        clauses = [
            k for k in parse.children(h, "acl:relcl") if any(s < k for s in parse.children(k, "nsubj"))
        ]
        owners = [
            *parse.children(h, "nmod:poss"),
            *[k for p, k in parse.obliques(h) if p == "of"],
            *[s for k in clauses for s in parse.children(k, "nsubj") if s != h],
        ]
        got = [p for p in scene.parties(owners) if p.how in ("named", "member", "coref", "part", "shape")]
        if got:
            return got[0]
        told = [k for k in parse.children(h, "amod", "compound") if not is_plain(parse.words[k].lower)]
        told += [k for k in parse.children(h, "nmod:poss") if parse.words[k].pos == "PROPN"]
        if told and w.lower in bodies():
            return _words(scene, h)
    return None


def is_plain(word: str) -> bool:
    """Adjectives that give a body no nature of its own."""
    return word in word_list("plain")


ADVERBS = frozenset({"only", "just", "barely", "scarcely", "hardly", "never", "perhaps", "about", "some", "not", "more", "fewer", "less", "than", "no", "around", "roughly", "nearly", "almost", "between", "up", "to", "at", "least", "most", "over", "well", "probably", "maybe"})  # fmt: skip
ALL_TOLD = ({"in", "all"}, {"all", "told"}, {"at", "most"}, {"at", "best"}, {"in", "number"}, {"in", "total"})


def measured(scene: Scene, q: Any, i: int) -> Party | None:
    """ "never numbered more than 500", "thought to number fewer than 400", "were perhaps 20,000 in all": the subject's."""
    parse = scene.parse
    at = (parse.word_at(q.start) or 0) - 1
    while at > 0 and parse.words[at].lower in ADVERBS:
        at -= 1
    verb = parse.words[at]
    if verb.lower in word_list("measure") and verb.pos in ("VERB", "NOUN") and at + 6 > i - 6:
        return _measured_one(scene, parse.subjects(at) or parse.agents(at))
    after = [w.lower for w in parse.words[i + 1 : i + 3]]
    heads = parse.children(i, "nsubj") or parse.subjects(i) or parse.subjects(at)
    if verb.lower in ("were", "was", "are", "be") and any(told <= set(after) for told in ALL_TOLD):
        return _measured_one(scene, heads)
    ends = not after or after[0] in (".", ";", ",", "in", "by")
    if (
        verb.lower in ("were", "be")
        and ends
        and all(parse.words[h].lower in units() or scene.actor_at(h) for h in heads)
    ):
        return _measured_one(scene, heads)
    if verb.lower in ("had", "has", "have") and after[:1] in (["left"], ["remaining"]):
        return _measured_one(scene, parse.subjects(at))
    return None


def apposed(scene: Scene, q: Any, i: int) -> Party | None:
    """ "the International Brigades, never more than 20,000 at any one time, were": the name before the comma; "Ecomog, a
    force of 12,000, was" likewise."""
    words = scene.parse.words
    at = lead_word(scene, q)
    while at > 0 and words[at - 1].lower in (ADVERBS | {"force", "army", "body", "of", "a", "an", "militia"}):
        at -= 1
    tail = {w.lower for w in words[i + 1 : i + 3]}
    if (
        at < 2
        or words[at - 1].text != ","
        or (at == lead_word(scene, q) and not any(t <= tail for t in ALL_TOLD))
    ):
        return None
    close = next(
        (w for w in words[i + 1 : i + 9] if w.text == "," or w.pos in ("VERB", "AUX", "CCONJ")), None
    )
    if close is None or close.text != ",":
        return None
    return named(scene, at - 2, states=False)


def _measured_one(scene: Scene, heads: list[int]) -> Party | None:
    """The armed holder among the subjects: a group by name, "the guerrillas", or a name that no list knows."""
    parse = scene.parse
    sorts = ("named", "member", "coref", "part", "shape")
    got = [
        p
        for p in scene.parties(heads)
        if p.how in sorts
        and (not is_civic(p.text) or is_listed(scene, p))
        and not (p.state and scene.actor_at(p.head) is None)
    ]
    if got:
        return got[0]
    for h in heads:
        w = parse.words[h]
        if w.lower in units() and units()[w.lower] not in ("groups", "prisoners"):
            owners = [*parse.children(h, "nmod:poss"), *[k for p, k in parse.obliques(h) if p == "of"]]
            owned = [p for p in scene.parties(owners) if p.how in sorts]
            if owned:
                return owned[0]
            return (
                _words(scene, h, mods=True)
                if parse.obliques(h)
                else back_to_group(scene, h) or _words(scene, h)
            )
    if any(scene.actor_at(h) is not None for h in heads):
        return None
    body = _body(scene, heads)
    if body is not None:
        return body
    people = [h for h in heads if parse.words[h].tag in ("NNPS", "NNP") and parse.words[h].text.endswith("s")]
    return unlisted(scene, people, "number", None)


def _words(scene: Scene, h: int, *, mods: bool = False) -> Party:
    """The words of a noun for a name."""
    text = trim(scene.parse.phrase(h, mods=mods))
    return Party(text, text, slug(text), h, "generic")


def partner(scene: Scene, q: Any, before: list[Found]) -> tuple[str, str | None, Party] | None:
    """The bare second number of "from 5,500 men to 3,000", "at 3,500 in 2000 and at barely 200 in 2013", "a force of 500 had
    become one of 8,000": unit and holder are the first one's."""
    parse = scene.parse
    first = parse.word_at(q.start)
    if not before or not first:
        return None
    last = before[-1].claim
    near = parse.word_at(before[-1].context["end"]) or 0
    if first - near > 22 or counts_other(scene, parse.word_at(max(q.start, q.end - 1)) or first):
        return None
    lead = [w.lower for w in parse.words[max(0, first - 3) : first]]
    group = last["group"]
    holder = _own_holder(scene, first, near) or Party(
        group["text"], group["name"], group["id"], first, "named"
    )
    if last["change"] in ("from", "to") and ("to" if last["change"] == "from" else "from") in lead[-2:]:
        return last["unit"], "to" if last["change"] == "from" else "from", holder
    beside = _beside(scene, q, near, group)
    if beside is not None:
        return last["unit"], None, beside
    between = {w.lower for w in parse.words[near:first]}
    if lead[-2:] == ["one", "of"] or ("one" in lead and "of" in lead):
        return last["unit"], "to", holder
    if (
        lead[-1:] == ["at"]
        and "at" in {w.lower for w in parse.words[max(0, near - 6) : near + 1]}
        and "and" in between
    ):
        return last["unit"], None, holder
    if between & (
        word_list("thin")
        | {f for v in load_toml("lexicon/strength.toml")["words"]["up"] for f in verb_forms(v)}
    ) and lead[-1:] in (["to"], ["than"], ["by"]):
        return last["unit"], "to", holder
    if between & {"down", "up"} and lead[-1:] == ["to"]:
        return last["unit"], "to", holder
    told = _had_too(scene, q)
    return (last["unit"], None, told) if told is not None else None


def _had_too(scene: Scene, q: Any) -> Party | None:
    """ "while Komala, Maoist by upbringing, had barely 5,000": after a first strength "had" needs no unit."""
    parse = scene.parse
    at = lead_word(scene, q) - 1
    while at > 0 and parse.words[at].lower in ADVERBS:
        at -= 1
    i = parse.word_at(max(q.start, q.end - 1)) or at
    ends = [w.text for w in parse.words[i + 1 : i + 2]]
    if parse.words[at].lower not in HAVING or ends[:1] not in ([], ["."], [";"], [","], [")"]):
        return None
    heads = [h for h in parse.subjects(at) if h < at]
    got = [p for p in scene.parties(heads) if p.how in ("named", "coref", "part") and not p.state]
    return got[0] if got else None


HAVING = frozenset({"had", "has", "have", "retained", "kept", "claimed"})


def _beside(scene: Scene, q: Any, near: int, group: dict[str, str]) -> Party | None:
    """ "the Irish army had 55,000 soldiers, the IRA perhaps 12,000", "against some 3,000 in the Irgun": its own name."""
    parse = scene.parse
    words = parse.words
    first, end = lead_word(scene, q), parse.word_at(max(q.start, q.end - 1)) or 0
    after = end + 1
    tail = [w.lower for w in words[after : after + 2]]
    if tail == ["of", "them"] and "were" in [w.lower for w in words[max(0, first - 3) : first]]:
        return Party(group["text"], group["name"], group["id"], first, "named")
    if after + 1 < len(words) and words[after].lower in ("of", "in", "for") and words[first - 1].lower in (
        "against", "to", "the", "versus", "and"):  # fmt: skip
        after += 2 if words[after + 1].lower in ("the", "its") else 1
        near_by = named(scene, after, states=False) if after < len(words) else None
        if near_by is not None:
            return near_by
    lead = words[first - 1].lower
    if lead in (",", "and", "but") and tail[:1] in (["in"], ["by"]) and first - near < 12:
        placed = {"in", "by"} & {w.lower for w in words[near + 1 : near + 3]}
        same = Party(group["text"], group["name"], group["id"], first, "named")
        return same if placed else None  # "60,000 soldiers in Angola, 30,000 in Guinea"
    if first - 1 <= near or first - near > 9:
        return None
    mention = scene.actor_at(first - 1)
    if mention is None or mention.type == "state":
        return None
    start = parse.word_at(mention.start) or 0
    while start > near and words[start - 1].pos in ("DET", "ADJ", "PROPN"):
        start -= 1
    return named(scene, first - 1) if words[start - 1].lower in (",", ";", "and", "while", "but") else None


def _own_holder(scene: Scene, number: int, after: int) -> Party | None:
    """ "X at 10,000 and the Wa army at 30,000", "against an army that had grown to 40,000": a second number with a holder
    of its own, named between the two."""
    parse = scene.parse
    between = [
        m
        for m in scene.actors_in(parse.words[after].end, parse.words[number].start)
        if m.type in ("group", "force", "unknown") and m.start > parse.words[after].end
    ]
    if between:
        m = between[-1]
        return Party(parse.text[m.start : m.end], m.actor.name, m.actor.id, number, "named")
    verb = next((a for a in parse.ancestors(number) if parse.words[a].pos == "VERB"), None)
    heads = [h for h in parse.subjects(verb) if h > after] if verb is not None else []
    return next(iter(scene.parties(heads)), None)


def of_others(scene: Scene, sized: int) -> bool:
    """ "the number of people in need": a size, but of nobody armed."""
    of = [k for p, k in scene.parse.obliques(sized) if p == "of" and scene.parse.words[k].pos == "NOUN"]
    own = units().keys() | word_list("size")  # "estimates of the group's strength"
    return bool(of) and not any(scene.parse.words[k].lower in own or scene.party(k) for k in of)
