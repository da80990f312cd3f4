"""Strengths: how many people (or groups, bombers, prisoners) an armed actor or contingent has.

A number counts a unit noun ("some 900 rifles"); its holder is the subject of a holding verb, the owner of
the noun, or the actor in its phrase. A number of dead, captured or jailed is a toll, not a strength.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from claimx.kinds._kind import Found, KindSpec
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene, range_record
from claimx.kinds._strength_bare import apposed, of_others
from claimx.kinds._strength_bare import measured as measured_by
from claimx.kinds._strength_bare import moved as moved_by
from claimx.kinds._strength_bare import partner as partner_of
from claimx.kinds._strength_frames import (
    SURE_PEOPLE,
    find_apposed_body,
    find_beside,
    find_body,
    find_down_to,
    find_surface,
    is_civic,
    is_civil,
    is_listed,
)
from claimx.kinds._strength_holder import back_to_group, find_holder, find_rated, find_strong
from claimx.kinds._strength_told import mark_told
from claimx.kinds._strength_unit import counts_other, size_noun, unit_word
from claimx.kinds._strength_words import SOFT, bodies, change_verbs, unit_form, units, word_list
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
        | word_list("measure")
        | word_list("soldier")
        | change_verbs()
        | bodies()
    )


def find(scene: Scene) -> list[Found]:
    """Every strength that the sentence states, in the order of the text."""
    numbers = [
        q
        for q in scene.quantities
        if q.kind in ("count", "other") and (q.range.min is not None or q.range.max is not None)
    ]
    out: list[Found] = []
    for q in numbers:
        got = _read(scene, q, out)
        if got is not None:
            out.append(got)
    return out


def _read(scene: Scene, q: Any, before: list[Found]) -> Found | None:
    """The strength that one number tells, or None."""
    parse = scene.parse
    i = parse.word_at(max(q.start, q.end - 1))
    if i is None or any(x.start < q.end and x.end > q.start for x in scene.timexes):
        return None
    if parse.text[q.start - 1 : q.start] == "[" and parse.text[q.end : q.end + 1] == "]":
        return None  # a callout that was not recognised
    unit_at = unit_word(scene, q, i)
    unit = _unit(scene, unit_at) if unit_at is not None else None
    if unit is None:
        return _bare(scene, q, i, before)
    top = q.range.max or q.range.min or 0
    if top < (5 if unit == "groups" else 2) or ("." in parse.text[q.number[0] : q.number[1]] and top < 1000):
        return None
    body = find_body(scene, q, unit_at)
    if body is None and is_toll(scene, unit_at, i) and not (unit == "prisoners" and is_freed(scene, unit_at)):
        return None
    if _in_a_name(scene, q) or (body is None and _few_who_act(scene, unit_at, top)):
        return None
    holder, rule = (body[0], "body") if body is not None else _holder(scene, q, unit_at, i)
    if (
        holder is None
        or is_civil(scene, holder)
        or _weapons(scene, unit_at)
        or _no_longer(scene, unit_at)
        or (unit == "members" and top < 10)
        or (unit in SOFT and not _armed(scene, holder, unit_at))
        or (unit == "groups" and not _groups_count(scene, unit_at, holder))
    ):
        return None
    return _found(scene, q, unit_at, holder, unit, _scope(scene, unit_at), _change(scene, q, i), rule)


def _unit(scene: Scene, unit_at: int) -> str:
    """The ledger's unit of the noun; "a 2,000-man brigade" counts men."""
    return "troops" if _of_men(scene, unit_at) else units().get(unit_form(scene, unit_at), "fighters")


def _of_men(scene: Scene, unit_at: int) -> bool:
    near = (*scene.parse.kids[unit_at], unit_at - 1)
    return any(scene.parse.words[k].lower.endswith("-man") for k in near)


def _holder(scene: Scene, q: Any, unit_at: int, i: int) -> tuple[Party | None, str]:
    """Whose the counted people are: by the verb that rates them, by the words beside the number, by the clause."""
    rated = find_rated(scene, i)
    if rated is not None:
        return rated, "rated"
    beside = find_beside(scene, q, unit_at)
    if beside is not None:
        return beside
    down = find_down_to(scene, q, unit_at)
    if down is not None:
        return down, "moved"
    holder, rule = find_holder(scene, unit_at, size_noun(scene, i), i)
    if holder is None:
        told = find_surface(scene, q, unit_at)
        holder, rule = (told, "surface") if told is not None else (holder, rule)
    if holder is None and _of_men(scene, unit_at):
        text = trim(scene.parse.text[scene.parse.words[i].end : scene.parse.words[unit_at].end])
        return Party(text, text, slug(text), unit_at, "generic"), "body"  # "a 2,000-man brigade"
    if holder is None:
        told = find_apposed_body(scene, unit_at)
        holder, rule = (told, "apposition") if told is not None else (holder, rule)
    return holder, rule


def _in_a_name(scene: Scene, q: Any) -> bool:
    """The "26-7" of "M-26-7"."""
    start, end = q.number
    return any(
        m.start < start and end <= m.end and m.actor is not None for m in scene.actors_in(start, end)
    ) and scene.parse.text[start - 1 : start] in ("-", "/", ".")


def _few_who_act(scene: Scene, unit_at: int, top: int) -> bool:
    """ "two Lehi men assassinated Lord Moyne": a few doers are no measure of a group."""
    w = scene.parse.words[unit_at]
    head = scene.parse.words[w.head]
    return (
        top < 10
        and w.dep in ("nsubj", "nsubj:pass")
        and head.pos == "VERB"
        and head.lower not in word_list("hold")
    )


def _bare(scene: Scene, q: Any, i: int, before: list[Found]) -> Found | None:
    """A number that counts no unit noun: "a strength of 3,000", "put the rebels at 9,000", "5,000 strong", "sent another 2,000"."""
    if not _plausible(q) and not (before and _plausible(q, 10)):
        return None
    parse = scene.parse
    strong = find_strong(scene, q)
    if strong is not None and is_civic(strong.text):
        return None
    if strong is not None:
        return _found(scene, q, strong.head, strong, "fighters", None, None, "strong")
    partner = partner_of(scene, q, before)
    if partner is not None:
        unit, change, holder = partner
        found = _found(scene, q, i, holder, unit, None, change, "change")
        words = parse.words[parse.word_at(before[-1].context["end"]) or 0 : i]
        if all(w.pos not in ("VERB", "AUX") for w in words):
            found.modality, found.attributed_to = before[-1].modality, before[-1].attributed_to
        found.dated_by = next((t for t in scene.timexes if 0 <= t.start - q.end <= 4), None)
        return found
    if not _plausible(q) or counts_other(scene, i):
        return None
    rated = find_rated(scene, i)
    if rated is not None:
        return _found(scene, q, i, rated, "fighters", None, _change(scene, q, i), "rated")
    beside = apposed(scene, q, i)
    if beside is not None:
        return _found(scene, q, i, beside, "fighters", None, None, "apposition")
    body = find_body(scene, q, None)
    if body is not None:
        return _found(
            scene,
            q,
            body[1],
            body[0],
            "fighters",
            _scope(scene, body[1]),
            _change(scene, q, i),
            "body",
        )
    told = find_surface(scene, q, None)
    if told is not None and (is_civil(scene, told) or "party" in told.text.lower().split()):
        return None
    if told is not None:
        unit = "troops" if told.state else "fighters"
        return _found(scene, q, i, told, unit, None, None, "surface")
    sized = size_noun(scene, i)
    if sized is not None and of_others(scene, sized):
        return None
    if sized is not None:
        holder, rule = find_holder(scene, sized, sized, i)
        if holder is None:
            holder, rule = back_to_group(scene, sized), "size"
        if is_toll(scene, sized, i):
            return None
        if holder is not None:
            return _found(
                scene, q, sized, holder, "fighters", _scope(scene, sized), _change(scene, q, i), rule
            )
    moved = moved_by(scene, i)
    if moved is not None:
        return _found(scene, q, i, moved, "fighters", None, _change(scene, q, i), "moved")
    measured = measured_by(scene, q, i)
    if measured is not None and is_civil(scene, measured):
        return None
    if measured is not None:
        unit = "troops" if measured.state else "fighters"
        return _found(scene, q, i, measured, unit, None, _change(scene, q, i), "bare")
    if parse.words[i].dep == "obj" and parse.words[parse.words[i].head].lower in word_list("bare"):
        got = [
            p
            for p in scene.parties(parse.agents(parse.words[i].head))
            if p.how in ("named", "member", "coref", "part")
        ]
        if got:
            return _found(scene, q, i, got[0], "troops" if got[0].state else "fighters", None, None, "bare")
    return None


def _plausible(q: Any, least: int = 20) -> bool:
    top = q.range.max if q.range.max is not None else q.range.min
    return q.kind == "count" and top is not None and least <= top < 2_000_000


def _armed(scene: Scene, holder: Party, unit_at: int) -> bool:
    near = {scene.parse.words[k].lower for k in scene.parse.kids[unit_at]}
    if is_civic(holder.text) and not is_listed(scene, holder):
        return False
    if holder.how == "shape" and _of_a_party(scene, holder, unit_at):
        return False
    if holder.how == "person" and scene.parse.words[unit_at].lower in SURE_PEOPLE:
        return True
    return holder.how in ("named", "member", "coref", "part", "shape", "generic") or bool(
        near & (noun_set("people") | {"armed", "militant", "terrorist"})
    )


def _of_a_party(scene: Scene, holder: Party, unit_at: int) -> bool:
    """ "The Labour Party had 200,000 members", "Chelsea numbered 40,000 supporters": voters and spectators."""
    unit = scene.parse.words[unit_at].lower
    return unit in ("supporters", "activists") or (
        unit == "members" and "party" in holder.text.lower().split()
    )


def _weapons(scene: Scene, unit_at: int) -> bool:
    """ "The Mahdi bought 600 rifles", "with 63 rifles": arms, where "fielded 3,000 rifles" counts men."""
    parse = scene.parse
    if parse.words[unit_at].lower not in WEAPONS:
        return False
    verb = next((a for a in parse.ancestors(unit_at) if parse.words[a].pos in ("VERB", "AUX")), None)
    return verb is not None and parse.words[verb].lower not in word_list("arrayed")


WEAPONS = frozenset({"rifles", "guns", "bayonets", "sabres", "spears", "rifle", "gun", "spear"})
PAST = frozenset({"former", "retired", "demobilised", "demobilized", "ex", "disbanded", "disabled"})


def _no_longer(scene: Scene, unit_at: int) -> bool:
    """ "The commission interviewed 2,000 former fighters"."""
    return any(scene.parse.words[k].lower in PAST for k in scene.parse.children(unit_at, "amod", "compound"))


def _groups_count(scene: Scene, unit_at: int, holder: Party) -> bool:
    """ "44 militant groups" joined or make up something; "two groups" that act are no strength."""
    w = scene.parse.words[unit_at]
    return (
        w.tag.endswith("S")
        and holder.how in ("named", "coref", "member")
        and holder.head != unit_at
        and w.dep in ("obj", "obl", "nmod", "conj")
        and scene.parse.case(unit_at) not in ("in", "with")  # "joined with five smaller groups"
    )


def _scope(scene: Scene, unit_at: int) -> str | None:
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


def _never_more(scene: Scene, q: Any) -> Range:
    """ "never had more than 300", "can hardly have exceeded 3,000": an upper bound."""
    r = q.range
    at = scene.parse.word_at(q.start) or 0
    before = {w.lower for w in scene.parse.words[max(0, at - 6) : at + 2]}
    if (
        r.min is not None
        and before & {"never", "hardly", "scarcely", "not", "n't", "seldom", "rarely", "few"}
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
    mark_told(scene, found, i)
    return found


SPEC = KindSpec(Kind.STRENGTH, "str", cues, find)
