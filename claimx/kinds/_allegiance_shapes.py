"""Alignments told inside one word or by a part that has left: "Iran-backed", "anti-Houthi", "breakaway factions"."""

from __future__ import annotations

from claimx.kinds._allegiance_parties import light_subjects, possessors
from claimx.kinds._allegiance_sides import Sides, stated
from claimx.kinds._allegiance_words import PARTED, suffixes
from claimx.kinds._kind import Found
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene


def hyphenated(scene: Scene) -> list[Found]:
    """ "al-Qaeda-aligned JNIM": the first part is the object, what follows the subject."""
    parse = scene.parse
    out: list[Found] = []
    if "-" not in parse.text:
        return out
    for w in parse.words:
        _, dash, last = w.lower.rpartition("-")
        relation = suffixes().get(last) if dash else None
        if relation is None:
            continue
        source = next(
            (m for m in scene.actors if m.start < w.end and m.end > w.start and m.type != "org-civil"), None
        )
        if source is None:
            continue
        nxt = next((m for m in scene.actors if 0 < m.start - w.end <= 2 and m.type != "org-civil"), None)
        if nxt is not None:
            subjects = [
                Party(trim(parse.text[nxt.start : nxt.end]), nxt.actor.name, nxt.actor.id, w.i, "named")
            ]
        elif w.dep in ("amod", "compound", "nmod", "acl"):
            subjects = scene.parties([c for c in [w.head] if c != w.i])
        else:
            continue
        subjects = [p for p in subjects if p.id != source.actor.id]
        if not subjects or all(p.how == "generic" for p in subjects):
            continue
        first = Party(
            trim(parse.text[source.start : source.end]),
            source.actor.name,
            source.actor.id,
            w.i,
            "named",
            state=source.type in ("state", "force"),
        )
        if all(p.state for p in (*subjects, first)):
            continue
        sides = (
            Sides((first,), tuple(subjects), ())
            if relation == "support"
            else Sides(tuple(subjects), (first,), ())
        )
        out.append(stated(scene, w.i, relation, sides, f"suffix/{relation}", None))
    return out


def anti(scene: Scene) -> list[Found]:
    """ "ISK's anti-Taliban propaganda", "formed an anti-Houthi alliance": against whom stands in the word."""
    parse = scene.parse
    out: list[Found] = []
    if "anti-" not in parse.text.lower():
        return out
    for w in parse.words:
        if not w.lower.startswith("anti-") or w.dep not in ("amod", "compound", "nmod"):
            continue
        foe = next(
            (m for m in scene.actors if w.start < m.start < w.end and m.type not in ("org-civil", "state")),
            None,
        )
        if foe is None:
            continue
        heads = list(parse.children(w.head, "nmod:poss")) or light_subjects(scene, w.head)
        subjects = [
            p for p in scene.parties(heads) if p.id != foe.actor.id and p.how != "generic" and not p.state
        ]
        if subjects:
            first = Party(trim(parse.text[foe.start : foe.end]), foe.actor.name, foe.actor.id, w.i, "named")
            out.append(
                stated(scene, w.i, "rival", Sides(tuple(subjects), (first,), ()), "prefix/rival", None)
            )
    return out


def parted(scene: Scene, taken: set[int]) -> list[Found]:
    """ "breakaway TTP factions", "disgruntled elements of the PKK": a part that has left the whole."""
    parse = scene.parse
    out = []
    for w in (parse.words[i] for i in parse.having(noun_set("part")) if i not in taken):
        marks = {
            parse.words[k].lower
            for k in parse.kids[parse.first_conjunct(w.i)] + parse.kids[w.i]
            if parse.words[k].dep in ("amod", "compound")
        }
        if not marks & PARTED:
            continue
        own = list(scene.actors_in(*parse.span(w.i))) or [
            m for k in possessors(scene, w.i) for m in [scene.actor_at(k)] if m
        ]
        if not own:
            continue
        text = trim(parse.phrase(w.i))
        whole = Party(
            trim(parse.text[own[0].start : own[0].end]), own[0].actor.name, own[0].actor.id, w.i, "named"
        )
        part = Party(text, text, f"{whole.id}/{slug(w.text)}", w.i, "part")
        out.append(stated(scene, w.i, "split", Sides((part,), (whole,), ()), "part/split", None))
    return out


def jointly(scene: Scene) -> list[Found]:
    """ "attacks jointly claimed by A and B", "A and B jointly stormed": acting together is an alliance."""
    parse = scene.parse
    out = []
    for w in (parse.words[i] for i in parse.having({"jointly", "together"})):
        if w.dep != "advmod":
            continue
        sides = [
            p
            for p in scene.parties(parse.agents(w.head))
            if p.how in ("named", "member", "coref", "part") and not p.state
        ]
        if len(sides) > 1 and w.lower == "jointly":
            out.append(
                stated(
                    scene, w.head, "ally", Sides(tuple(sides[:1]), tuple(sides[1:]), ()), "jointly/ally", None
                )
            )
    return out
