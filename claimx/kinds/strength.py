"""Strengths: how many people (or groups, bombers, prisoners) an armed actor or contingent has.

A number counts a unit noun ("some 900 rifles"); its holder is the subject of a holding verb, the owner of
the noun, or the actor in its phrase. A number of dead, captured or jailed is a toll, not a strength.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._kind import Found, KindSpec
from claimx.kinds._scene import Party, Scene, noun_set, range_record
from claimx.kinds._strength_holder import back_to_group, find_holder, find_rated, find_strong
from claimx.kinds._strength_words import SOFT, unit_form, units, word_list
from claimx.kinds._toll import is_freed, is_toll
from claimx.model import Kind, Range
from claimx.resources import load_toml
from claimx.syntax.inflect import verb_forms


@cache
def cues() -> frozenset[str]:
    """Forms that make a sentence worth parsing (it needs a number as well)."""
    return (
        frozenset(f.split()[-1] for f in units())
        | word_list("size")
        | {"strong", "swelled", "grew", "men", "arms"}
        | word_list("bare")
        | word_list("thin")
        | word_list("rate")
    )


def find(scene: Scene) -> list[Found]:
    """Every strength that the sentence states, in the order of the text."""
    numbers = [
        q
        for q in scene.quantities
        if q.kind in ("count", "other") and (q.range.min is not None or q.range.max is not None)
    ]
    out: list[Found] = []
    for n, q in enumerate(numbers):
        got = _read(scene, q, numbers, n, out)
        if got is not None:
            out.append(got)
    return out


def _read(scene: Scene, q: Any, numbers: list[Any], n: int, before: list[Found]) -> Found | None:
    """The strength that one number tells, or None."""
    parse = scene.parse
    i = parse.word_at(max(q.start, q.end - 1))
    if i is None or any(x.start < q.end and x.end > q.start for x in scene.timexes):
        return None
    unit_at = _unit_word(scene, q, i)
    unit = units().get(unit_form(scene, unit_at), "fighters") if unit_at is not None else None
    if unit is None:
        return _bare(scene, q, i, before)
    top = q.range.max or q.range.min or 0
    if top < (5 if unit == "groups" else 2) or ("." in parse.text[q.number[0] : q.number[1]] and top < 1000):
        return None
    if is_toll(scene, unit_at, i) and not (unit == "prisoners" and is_freed(scene, unit_at)):
        return None
    rated = find_rated(scene, i)
    holder, rule = (
        (rated, "rated") if rated is not None else find_holder(scene, unit_at, _size_noun(scene, i), i)
    )
    if (
        holder is None
        or (unit in SOFT and not _armed(scene, holder, unit_at))
        or (unit == "groups" and not _groups_count(scene, unit_at, holder))
    ):
        return None
    return _found(scene, q, unit_at, holder, unit, _scope(scene, unit_at, holder), _change(scene, q, i), rule)


def _bare(scene: Scene, q: Any, i: int, before: list[Found]) -> Found | None:
    """A number that counts no unit noun: "a strength of 3,000", "put the rebels at 9,000", "5,000 strong", "sent another 2,000"."""
    if not _plausible(q) and not (before and _plausible(q, 10)):
        return None
    parse = scene.parse
    strong = find_strong(scene, q)
    if strong is not None:
        return _found(scene, q, strong.head, strong, "fighters", None, None, "strong")
    partner = _partner(scene, q, before)
    if partner is not None:
        unit, change, holder = partner
        return _found(scene, q, i, holder, unit, None, change, "change")
    if not _plausible(q) or _counts_other(scene, q, i):
        return None
    rated = find_rated(scene, i)
    if rated is not None:
        return _found(scene, q, i, rated, "fighters", None, _change(scene, q, i), "rated")
    sized = _size_noun(scene, i)
    if sized is not None and _of_others(scene, sized):
        return None
    if sized is not None:
        holder, rule = find_holder(scene, sized, sized, i)
        if holder is None:
            holder, rule = back_to_group(scene, sized), "size"
        if holder is not None and not is_toll(scene, sized, i):
            return _found(
                scene, q, sized, holder, "fighters", _scope(scene, sized, holder), _change(scene, q, i), rule
            )
        return None
    moved = _moved(scene, i)
    if moved is not None:
        return _found(scene, q, i, moved, "fighters", None, _change(scene, q, i), "moved")
    if parse.words[i].dep == "obj" and parse.words[parse.words[i].head].lower in word_list("bare"):
        got = [
            p
            for p in scene.parties(parse.agents(parse.words[i].head))
            if p.how in ("named", "member", "coref", "part")
        ]
        if got:
            return _found(scene, q, i, got[0], "troops" if got[0].state else "fighters", None, None, "bare")
    return None


def _of_others(scene: Scene, sized: int) -> bool:
    """ "the number of people in need": a size, but of nobody armed."""
    of = [k for p, k in scene.parse.obliques(sized) if p == "of" and scene.parse.words[k].pos == "NOUN"]
    return bool(of) and not any(scene.parse.words[k].lower in units() or scene.party(k) for k in of)


def _counts_other(scene: Scene, q: Any, i: int) -> bool:
    """Does the number count something that is no armed person ("8,000 refugees", "12,000 hectares")?"""
    words = scene.parse.words
    for k in range(i + 1, min(i + 4, len(words))):
        if words[k].tag in ("NNS", "NN", "NNPS"):
            return True
        if words[k].pos != "ADJ":
            return False  # "fewer than 5,000 three years later"
    return False


def _unit_word(scene: Scene, q: Any, i: int) -> int | None:
    """The noun that the number counts, when it is a unit of armed people."""
    parse = scene.parse
    w = parse.words[i]
    heads = []
    if w.dep in ("nummod", "compound", "amod", "det", "nmod", "advmod", "dep") and w.head > i:
        heads.append(w.head)
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
    return None


def _size_noun(scene: Scene, i: int) -> int | None:
    """ "a strength of 3,000", "numbers are between 3,000 and 5,000": the size noun that the number measures."""
    parse = scene.parse
    node = i
    for head in [*parse.ancestors(i)][:4]:
        if parse.words[head].lower in word_list("size") and parse.words[head].pos in ("NOUN",):
            return head
        node = head
    for k in [i, *list(parse.ancestors(i))[:3]]:
        for s in parse.children(k, "nsubj", "nsubj:pass"):
            if parse.words[s].lower in word_list("size"):
                return s
    del node
    return None


def _moved(scene: Scene, i: int) -> Party | None:
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
            heads = parse.patients(head) if parse.is_passive(head) else parse.subjects(head)
            got = [
                p
                for p in scene.parties(heads)
                if p.how in ("named", "member", "coref", "part", "shape") and not p.state
            ]
            if got:
                return got[0]
            if any(
                parse.words[h].lower in noun_set("people") or parse.words[h].lower in units() for h in heads
            ):
                return back_to_group(scene, heads[0])
            return None
    return None


def _plausible(q: Any, least: int = 20) -> bool:
    top = q.range.max if q.range.max is not None else q.range.min
    return q.kind == "count" and top is not None and least <= top < 2_000_000


def _armed(scene: Scene, holder: Party, unit_at: int) -> bool:
    near = {scene.parse.words[k].lower for k in scene.parse.kids[unit_at]}
    return holder.how in ("named", "member", "coref", "part", "shape", "generic") or bool(
        near & (noun_set("people") | {"armed", "militant", "terrorist"})
    )


def _groups_count(scene: Scene, unit_at: int, holder: Party) -> bool:
    """ "44 militant groups" joined or make up something; "two groups" that act are no strength."""
    w = scene.parse.words[unit_at]
    return (
        w.tag.endswith("S")
        and holder.how in ("named", "coref", "member")
        and holder.head != unit_at
        and w.dep in ("obj", "obl", "nmod", "conj")
    )


def _scope(scene: Scene, unit_at: int, holder: Party) -> str | None:
    """The words that limit it: "in Iraq and Syria"."""
    parse = scene.parse
    for prep, k in parse.obliques(unit_at):
        if prep in (
            "in",
            "across",
            "inside",
            "within",
            "along",
            "on",
            "near",
            "throughout",
            "around",
        ) and not any(x.start <= parse.words[k].start < x.end for x in scene.timexes):
            start = min(parse.words[c].start for c in parse.subtree(k))
            end = max(parse.words[c].end for c in parse.subtree(k))
            return parse.text[start:end].strip(" ,.")[:120]
    return None


def _change(scene: Scene, q: Any, i: int) -> str | None:
    """ "from 4,000 to 6,000": the words just before the number tell which end it is."""
    parse = scene.parse
    first = parse.word_at(q.start) or i
    before = [w.lower for w in parse.words[max(0, first - 3) : first]]
    near = {w.lower for w in parse.words}
    lexicon = load_toml("lexicon/strength.toml")["words"]
    moves = {f for v in (*lexicon["up"], *lexicon["down"], *lexicon["thin"]) for f in verb_forms(v)}
    if not near & moves:
        return None
    if "from" in before and any(w.lower == "to" for w in parse.words[i : i + 8]):
        return "from"
    if before[-1:] == ["to"] and any(w.lower == "from" for w in parse.words):
        return "to"
    return None


def _partner(scene: Scene, q: Any, before: list[Found]) -> tuple[str, str | None, Party] | None:
    """The bare second number of "from 5,500 men to 3,000", "at 3,500 in 2000 and at barely 200 in 2013", "a force of 500 had
    become one of 8,000": unit and holder are the first one's."""
    parse = scene.parse
    first = parse.word_at(q.start)
    if not before or not first:
        return None
    last = before[-1].claim
    near = parse.word_at(before[-1].context["end"]) or 0
    if first - near > 22 or _counts_other(scene, q, parse.word_at(max(q.start, q.end - 1)) or first):
        return None
    lead = [w.lower for w in parse.words[max(0, first - 3) : first]]
    group = last["group"]
    holder = _own_holder(scene, first, near) or Party(
        group["text"], group["name"], group["id"], first, "named"
    )
    if last["change"] in ("from", "to") and ("to" if last["change"] == "from" else "from") in lead[-2:]:
        return last["unit"], "to" if last["change"] == "from" else "from", holder
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
    return None


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


def _never_more(scene: Scene, q: Any) -> Range:
    """ "never had more than 300", "can hardly have exceeded 3,000": an upper bound."""
    r = q.range
    at = scene.parse.word_at(q.start) or 0
    before = {w.lower for w in scene.parse.words[max(0, at - 6) : at + 2]}
    if (
        r.min is not None
        and before & {"never", "hardly", "scarcely", "not", "n't"}
        and (r.max is None or before & {"exceeded", "exceed", "surpassed", "topped", "above", "over"})
    ):
        return Range(None, r.min, r.approx, r.text)
    return r


def _found(
    scene: Scene, q: Any, i: int, holder: Party, unit: str, scope: str | None, change: str | None, rule: str
) -> Found:
    r: Range = _never_more(scene, q)
    claim = {
        "group": holder.record(),
        "quantity": range_record(r),
        "unit": unit,
        "scope": scope,
        "change": change,
    }
    found = Found(Kind.STRENGTH, claim, i, f"strength/{rule}", (i,))
    found.context["end"] = max(q.start, q.end - 1)
    found.inferred = (
        (f"group:{holder.how}",) if holder.how in ("coref", "shape", "unresolved", "generic") else ()
    )
    found.present = True
    found.polarity = "affirmed"
    _mark_told(scene, found, i)
    return found


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


def _mark_told(scene: Scene, found: Found, i: int) -> None:
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


SPEC = KindSpec(Kind.STRENGTH, "str", cues, find)
