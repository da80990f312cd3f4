"""Verb and noun frames: from the trigger to the two sides that its frame names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.kinds._allegiance_parties import (
    light_subjects,
    owner_of,
    possessors,
    reached_over,
    rulers,
    sent_by,
    standing,
    unlisted,
)
from claimx.kinds._allegiance_sides import Sides, complete, stated
from claimx.kinds._allegiance_words import HOSTILE, THEIRS, gifts
from claimx.kinds._allegiance_worth import worth
from claimx.kinds._kind import Entry, Found
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene
from claimx.syntax.scope import find_scope


def fits(scene: Scene, i: int, entry: Entry) -> bool:
    """Is the word used as the frame's part of speech, not inside a name, with the object it needs?"""
    w = scene.parse.words[i]
    mention = scene.actor_at(i)
    if entry.pos == "verb":
        if w.pos != "VERB" and not w.tag.startswith("VB"):
            return False
        if w.dep in ("amod", "compound") or (mention is not None and mention.start < w.start):
            return False
        if entry.row.get("beside") and not _has_phrase(scene, i, entry.row["beside"]):
            return False
        if entry.row.get("gift") and not any(
            p == "with" and scene.parse.words[k].lower in gifts() for p, k in scene.parse.obliques(i)
        ):
            return False
        need = entry.row.get("obj")
        if entry.row["relation"] == "join" and any(
            scene.parse.words[k].lower in ("forces", "hands", "ranks")
            and not scene.parse.children(k, "nmod:poss", "amod")
            for k in scene.parse.patients(i)
        ):
            return False  # "joined forces" joins nobody
        return not need or needed_object(scene, i, need) is not None
    if (mention is not None and mention.end > w.end) or (
        mention is not None and mention.start < w.start and w.pos == "PROPN"
    ):
        return False
    return w.pos in ("NOUN", "PROPN") or w.tag == "VBG"


def _has_phrase(scene: Scene, i: int, prep: str) -> bool:
    """Does a phrase with the preposition follow the verb, on it or on one of its phrases?"""
    parse = scene.parse
    return any(p == prep or any(q == prep for q, _ in parse.obliques(k)) for p, k in parse.obliques(i))


def needed_object(scene: Scene, i: int, need: frozenset[str]) -> int | None:
    parse = scene.parse
    for k in parse.patients(i) or parse.children(i, "obj", "nsubj:pass", "obl", "xcomp"):
        if parse.words[k].lower in need or parse.words[k].lower.rpartition(" ")[2] in need:
            return k
        for c in parse.children(k, "nmod", "conj", "compound"):
            if parse.words[c].lower in need and parse.case(c) in ("of", ""):
                return k
    return None


def frame(scene: Scene, i: int, entry: Entry) -> list[Found]:
    """What the frame states where its trigger stands: one claim, two for a verb that tells two, or none."""
    row = entry.row
    obj = needed_object(scene, i, row["obj"]) if row.get("obj") else None
    sides = _sides(scene, i, obj, entry)
    if row["relation"] == "split" and entry.pos == "verb" and obj is None and not sides.objects:
        sides = _left_his_own(sides)
    if entry.lemma in MEDIATING:
        between = pick(scene, i, obj, ["between", "among"], entry)
        if len(between) > 1:  # "Beijing brokered a truce between A and B"
            sides = Sides(tuple(between[:1]), tuple(between[1:]), ())
    if row.get("flag") == "reverse":
        sides = _turned(scene, i, obj, sides)
    if row["relation"] == "merge":
        sides = _with_product(scene, i, sides)
    sides = complete(scene, sides, row)
    if not worth(scene, sides, entry):
        return []
    relation = _relation(scene, i if obj is None else obj, sides, row)
    found = stated(scene, i, relation, sides, f"{entry.pos}/{relation}", obj)
    if relation == "split" and obj is not None and find_scope(scene.parse, i).polarity == "negated":
        found = stated(scene, i, "ally", sides, f"{entry.pos}/kept", obj)
        found.polarity, found.modality = "affirmed", "asserted"
    if row.get("flag") == "negated":
        found.context["needs_negation"] = True
    out = _with_second(scene, i, obj, sides, entry, found)
    if entry.pos == "verb" and "agent" in row["subjects"] and "patient" in row["objects"]:
        out += _gapped(scene, i, relation, entry)
    return [f for f in out if f.claim["subjects"] or f.claim["objects"]]


MEDIATING = frozenset({"broker", "negotiate", "arrange", "secure"})


def _left_his_own(sides: Sides) -> Sides:
    """ "Karuna, the LTTE's eastern commander, defected": whom he led or served is whom he left."""
    served = [p for p in sides.subjects if p.how == "person" and p.group is not None]
    if len(served) != 1 or len(sides.subjects) != 1:
        return sides
    person = served[0]
    group = Party(person.group.text, person.group.name, person.group.id, person.head, "coref")
    return Sides((replace(person, group=None),), (group,), ())


def _turned(scene: Scene, i: int, obj: int | None, sides: Sides) -> Sides:
    """ "received arms from Tripoli", "enjoyed Khartoum's patronage": who receives is the verb's subject, who gives the other side."""
    givers = list(sides.objects)
    if not givers:
        spots = [i] if obj is None else [i, obj]
        givers = scene.parties(
            [k for at in spots for p, k in scene.parse.obliques(at) if p in ("from", "by")]
        )
    if not givers and obj is not None:
        givers = scene.parties(possessors(scene, obj))
    return Sides(tuple(givers), sides.subjects, sides.leaders)


def _with_product(scene: Scene, i: int, sides: Sides) -> Sides:
    """All that merge are on one side, what they become on the other, where the text tells it."""
    product = _product(scene, i)
    if not product:
        return sides
    made = {q.text for q in product}
    members = [p for p in (*sides.subjects, *sides.objects) if p.text not in made]
    return Sides(tuple([p for p in members if p.how != "generic"] or members), tuple(product), ())


def _relation(scene: Scene, at: int, sides: Sides, row: dict[str, Any]) -> str:
    """The row's relation, unless a word beside it or a state on the first side makes it another."""
    relation = row["relation"]
    if relation == "ally" and any(
        scene.parse.words[k].lower in HOSTILE for k in scene.parse.children(at, "amod")
    ):
        relation = "rival"
    if row.get("state") and any(p.state for p in sides.subjects):
        relation = row["state"]
    return relation


def _with_second(
    scene: Scene, i: int, obj: int | None, sides: Sides, entry: Entry, found: Found
) -> list[Found]:
    """ "defected from A to B", "quit A for B": the claim found and the one that the verb's other phrase tells."""
    then = entry.row.get("then")
    other = pick(scene, i, obj, then["objects"], entry) if then else []
    if not other:
        return [found]
    rule = f"verb/{then['relation']}"
    second = stated(scene, i, then["relation"], replace(sides, objects=tuple(other)), rule, obj)
    second.order = 1
    return [second, found] if sides.objects else [second]


def _gapped(scene: Scene, i: int, relation: str, entry: Entry) -> list[Found]:
    """ "The KDP was armed by Iraq and the PUK by Iran": what the second half leaves unsaid."""
    out = []
    for patient, agent in scene.parse.gapped(i):
        pair = Sides(tuple(standing(scene, [agent])), tuple(standing(scene, [patient])), ())
        pair = complete(scene, pair, entry.row)
        if worth(scene, pair, entry):
            out.append(stated(scene, patient, relation, pair, f"{entry.pos}/{relation}", None))
    return out


def _product(scene: Scene, i: int) -> list[Party]:
    """What a merger made: "under the name of BRAS", "as VAR-Palmares", "the FLNC, in which they merged"."""
    parse = scene.parse
    phrases = parse.obliques(i)
    phrases += [pair for _, k in phrases for pair in parse.obliques(k)]
    for prep, k in phrases:
        if prep in ("under", "as", "into") and parse.words[k].lower in ("name", "banner", "title", "label"):
            inner = [c for p, c in parse.obliques(k) if p == "of"] or parse.children(k, "appos", "flat")
            return standing(scene, inner)
        if prep in ("as", "into") or (prep == "in" and parse.antecedent(k) != k):
            found = [p for p in standing(scene, [parse.antecedent(k)]) if not p.state]
            if found and found[0].how in ("named", "shape", "coref"):
                return found[:1]
    return []


def _sides(scene: Scene, i: int, obj: int | None, entry: Entry) -> Sides:
    subjects = pick(scene, i, obj, entry.row["subjects"], entry)
    passive = entry.pos == "verb" and scene.parse.is_passive(i)
    but = frozenset(p.id for p in subjects) if passive else frozenset()
    objects = pick(scene, i, obj, entry.row["objects"], entry, but=but)
    if not subjects and _is_named(objects):
        subjects = pick(scene, i, obj, entry.row["subjects"], entry, lists=False)
    elif not objects and (
        _is_named(subjects) or (obj is not None and any(p.how == "named" for p in subjects))
    ):
        objects = pick(scene, i, obj, entry.row["objects"], entry, lists=False)
    elif not subjects and not objects and obj is not None and entry.row["relation"] == "pledge":
        subjects = pick(scene, i, obj, entry.row["subjects"], entry, lists=False)
        objects = pick(scene, i, obj, entry.row["objects"], entry, lists=False)
    return Sides(tuple(subjects), tuple(objects), ())


def _people_of(scene: Scene, i: int) -> list[Party]:
    """ "members of the Resistance": people of a body that no list knows."""
    parse = scene.parse
    if parse.words[i].lower not in noun_set("member") or parse.words[i].tag != "NNS":
        return []
    named = any(
        parse.words[k].text[:1].isupper() and parse.case(k) == "of" and not scene.is_place(k)
        for k in parse.children(i, "nmod")
    )
    text = trim(parse.phrase(i))
    return [Party(text, text, slug(text), i, "part")] if named else []


def _is_named(parties: list[Party]) -> bool:
    """Is one of them a group or person known by name, so that a name nobody listed may be the other side?"""
    return any(p.how != "unresolved" and not p.state for p in parties)


def _others_than_agent(scene: Scene, i: int, parties: list[Party]) -> list[Party]:
    """ "Havana trained its first cadres": not Havana's own; "its" stands for somebody before."""
    mine = {p.id for p in scene.parties(scene.parse.agents(i))}
    if scene.parse.words[i].tag == "VB":  # "sent 1,500 guards to train them": not the guards
        mine |= {p.id for p in scene.parties(scene.parse.objects(scene.parse.words[i].head))}
    out: list[Party] = []
    for p in parties:
        owners = [k for k in scene.parse.children(p.head, "nmod:poss") if scene.parse.words[k].lower in OWN]
        pronouns = owners or ([p.head] if scene.parse.words[p.head].lower in OWN else [])
        if p.id in mine and p.how == "coref" and pronouns:
            out += [q for q in scene.others(pronouns[0]) if q.id not in mine]
        else:
            out.append(p)
    return out


OWN = frozenset({"its", "their", "it", "them"})
REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})


def pick(
    scene: Scene,
    i: int,
    obj: int | None,
    slots: list[str],
    entry: Entry,
    *,
    lists: bool = True,
    but: frozenset[str] = frozenset(),
) -> list[Party]:
    """The parties of the first slot that holds any; with `lists` off, capitalised names that nobody listed count."""
    for slot in slots:
        name, _, flag = slot.partition(":")
        if flag == "none":
            continue
        heads = _slot_heads(scene, i, obj, name, entry)
        if not lists:
            # a place swears no oath, and gets no subsidies
            sure = entry.row["relation"] in ("pledge", "support") or obj is not None
            strangers = [
                p
                for h in heads
                for p in unlisted(scene, h)
                if (not p.state or entry.row["relation"] == "pledge") and (sure or not scene.is_place(h))
            ]
            if strangers:
                return strangers
            continue
        parties = scene.parties(heads) or [p for h in heads for p in _people_of(scene, h)]
        if name == "agent" and obj is None and entry.pos == "verb":
            parties = sent_by(scene, i, heads) or parties
        if name == "patient" and parties and entry.pos == "verb":
            parties = _others_than_agent(scene, i, parties)
        parties = [p for p in parties if p.id not in but]
        if not parties and not entry.row.get("patron"):
            parties = [
                p
                for h in heads
                for p in scene.parties(owner_of(scene, h))
                if p.how != "person"
                or scene.parse.words[h].tag != "NNS"
                or scene.parse.words[h].lower in THEIRS
            ]  # "his comrades" are not he
        if not parties and obj is not None and name != "agent":
            parties = [p for h in heads for p in rulers(scene, h)]
        if name == "agent" and obj is not None and all(p.how == "unresolved" for p in parties):
            parties = parties or standing(scene, heads)
            parties = reached_over(scene, i) or parties
        if parties:
            return parties
    return []


def _slot_heads(scene: Scene, i: int, obj: int | None, slot: str, entry: Entry) -> list[int]:
    parse = scene.parse
    verb = entry.pos == "verb"
    if slot == "agent":
        if verb:
            heads = [k for k in parse.agents(i) if parse.antecedent(k) != i]
            return heads or (parse.patients(i) if entry.row.get("sym") and parse.is_passive(i) else [])
        return light_subjects(scene, i)
    if slot == "patient":
        hit = [k for k in parse.patients(i) if k != obj and parse.words[k].lower not in REFLEXIVE]
        return hit + parse.children(i, "iobj") if verb else []
    if slot == "poss":
        at = obj if verb and obj is not None else i
        return possessors(scene, at)
    heads: list[int] = []
    places = [i] if obj is None else [obj, i]
    if verb and " " in entry.lemma:
        places += [
            k
            for k in range(i + 1, min(i + 1 + entry.lemma.count(" "), len(parse.words)))
            if parse.words[k].pos == "NOUN"
        ]
    if not verb and parse.words[i].dep in ("nsubj", "nsubj:pass") and slot in ("between", "among", "with"):
        places.append(parse.words[i].head)
    if not verb:
        above = parse.words[i].head
        if (
            parse.words[i].dep in ("obj", "nsubj:pass", "obl", "xcomp")
            and not (slot == "to" and parse.case(i) == "for")  # "sent recruits to Cuba for training"
            and above != i
            and slot not in ("of", "by", "between", "among")
        ):
            places.append(above)
    for at in places:
        for prep, k in parse.obliques(at):
            if prep == slot or prep.startswith(slot + " ") or prep.endswith(" " + slot):
                heads.append(k)
        if obj is not None and at == obj:
            for prep, k in parse.obliques(at):
                heads += [c for p, c in parse.obliques(k) if p == slot and prep == "of"]
        heads = [h for h in heads if h != i]
        if heads:
            break
    if not heads and slot == "to" and obj is not None:
        heads = [k for c in parse.conjuncts(i)[1:] for p, k in parse.obliques(c) if p == "to"]
    if not heads and slot == "to":
        heads = [k for c in parse.children(i, "xcomp") for p, k in parse.obliques(c) if p == "to"]
    if not heads and obj is not None and slot == "to":  # "shipped arms worth a billion dollars to them"
        below = [k for k in parse.subtree(obj) if k > obj]
        heads = [k for c in below for p, k in parse.obliques(c) if p == "to"][:1]
    if (
        not heads and not verb and slot in ("between", "among", "with")
    ):  # "the accord of 2 December between A and B"
        dated = [k for _, k in parse.obliques(i) if parse.words[k].tag in ("CD", "NNP")]
        heads = [k for c in dated for p, k in parse.obliques(c) if p == slot]
    return heads
