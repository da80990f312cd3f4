"""Roles and epithets: "LeI was its partner", "an offshoot of", "loyal to", "sees it as a rival"."""

from __future__ import annotations

from typing import Any

from claimx.kinds._allegiance_frames import pick
from claimx.kinds._allegiance_parties import possessors, unlisted
from claimx.kinds._allegiance_sides import Sides, complete, stated
from claimx.kinds._allegiance_words import FOLK, VIEWS, adjectives, index
from claimx.kinds._allegiance_worth import worth
from claimx.kinds._kind import Entry, Found
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene

BECOMING = frozenset(
    (
        "become",
        "became",
        "becoming",
        "becomes",
        "remain",
        "remained",
        "remains",
        "considered",
        "declared",
        "form",
        "formed",
        "including",
    )
)


APPOSING = frozenset({"a", "an", "the", "its", "their", "his", "once", "then", "long", "now"})


def role_noun(scene: Scene, i: int, entry: Entry) -> list[Found]:
    """ "LeI was ISK's partner", "JNIM, an al-Qaeda affiliate,", "its affiliate JuA": the noun names the subject's role."""
    parse = scene.parse
    w = parse.words[i]
    if entry.row["relation"] == "split":
        left = pick(scene, i, None, ["from"], entry)
        leavers = scene.parties(possessors(scene, i))
        if left and leavers:  # "the MILF's breakaway from the MNLF" tells what the one did
            sides = complete(scene, Sides(tuple(leavers), tuple(left), ()), entry.row)
            ok = worth(scene, sides, entry)
            return [stated(scene, i, "split", sides, "role/split", None)] if ok else []
    objects = pick(scene, i, None, entry.row["objects"], entry)
    if not objects:
        inner = [m for m in scene.actors_in(*parse.span(i, mods=False)) if m.end <= w.start]
        objects = scene.parties(
            [k for m in inner[-1:] for k in [parse.head_in(m.start, m.end)] if k is not None and k != i]
        )
    objects = [o for o in objects if o.head != i and not o.text.lower().endswith(w.lower)]
    if not objects and not entry.row.get("sym"):
        objects = pick(scene, i, None, entry.row["objects"], entry, lists=False)
    if not objects:
        return _mutual(scene, i, entry)
    heads: list[int] = []
    if parse.children(i, "cop") or w.dep == "xcomp":
        heads = parse.subjects(i)
    if not heads and w.dep == "obl" and parse.case(i) == "as":
        heads = [
            k for k in parse.patients(w.head) if parse.words[k].lower not in ("life", "existence", "career")
        ] or parse.subjects(w.head)
    if not heads and w.dep in ("xcomp", "obj", "obl") and parse.words[w.head].lower in BECOMING:
        heads = parse.subjects(w.head)
    if not heads and w.dep == "nmod" and parse.words[w.head].lower == "one" and parse.children(w.head, "cop"):
        heads = parse.subjects(w.head)  # "was one of its splinters"
    if not heads and w.dep == "nmod" and parse.case(i) == "as":
        heads = [w.head]  # "with the FDD as its armed wing"
    if not heads and w.dep == "nsubj" and parse.children(w.head, "cop"):
        heads = [w.head]  # "its main backer was the army"
    if not heads and w.dep == "appos":
        heads = [w.head]
    if not heads:
        heads = [k for k in parse.children(i, "appos", "flat") if k > i]
        if not heads:
            nxt = [m for m in scene.actors if 0 <= m.start - w.end <= 2 and _closed(scene, w.end, m)]
            heads = [k for m in nxt for k in [parse.head_in(m.start, m.end)] if k is not None]
        if w.dep in ("compound", "nmod") and not heads and w.head > i and scene.actor_at(w.head) is not None:
            heads = [w.head]
    every = [c for h in heads for c in parse.conjuncts(h)]
    subjects = scene.parties(every) or _apposed_before(scene, i)
    if not subjects and any(p.how in ("named", "part", "person", "shape") for p in objects):
        patron = entry.row["relation"] == "support"  # a capital may stand for its government
        subjects = [p for h in every for p in unlisted(scene, h) if patron or not scene.is_place(h)]
    self_side = False
    if (
        not subjects
        and entry.row["relation"] == "split"
        and w.lower in noun_set("part") | {"defectors", "renegades"}
        and all(o.how in ("named", "member") for o in objects)
    ):
        examples = scene.parties(
            [
                c
                for p, k in parse.obliques(i)
                if p in ("such as", "like", "including")
                for c in parse.conjuncts(k)
            ]
        )
        text = trim(parse.phrase(i))
        subjects = examples or [Party(text, text, slug(text), i, "part")]
        self_side = True
    subjects = [p for p in subjects if p.id not in {o.id for o in objects}]
    if not subjects:
        return []
    sides = complete(scene, Sides(tuple(subjects), tuple(objects), ()), entry.row)
    if not self_side and not worth(scene, sides, entry):
        return []
    if entry.row.get("whole") or entry.row.get("flag") == "whole":
        sides = Sides(sides.objects, sides.subjects, sides.leaders)
    return [stated(scene, i, entry.row["relation"], sides, f"role/{entry.row['relation']}", None)]


def _closed(scene: Scene, end: int, m: Any) -> bool:
    """ "its affiliate, the JuA, claimed": a name behind a comma is an apposition only when a comma ends it."""
    return "," not in scene.parse.text[end : m.start] or scene.parse.text[m.end : m.end + 1] in (
        ",",
        ";",
        ".",
        ")",
        "",
    )


def _mutual(scene: Scene, i: int, entry: Entry) -> list[Found]:
    """ "A and B were bitter enemies": the role is each one's to the other."""
    parse = scene.parse
    if entry.row["relation"] not in ("ally", "rival") or parse.words[i].tag != "NNS":
        return []
    heads = parse.subjects(i) if parse.children(i, "cop") or parse.words[i].dep == "xcomp" else []
    if parse.words[i].dep in ("obj", "xcomp", "obl") and parse.words[parse.words[i].head].lower in BECOMING:
        heads = heads or parse.subjects(parse.words[i].head)
    parties = [p for p in scene.parties(heads) if p.how in ("named", "member", "coref", "shape")]
    if len(parties) < 2 or all(p.state for p in parties):
        return []
    return [
        stated(
            scene,
            i,
            entry.row["relation"],
            Sides(tuple(parties[:1]), tuple(parties[1:]), ()),
            f"role/{entry.row['relation']}",
            None,
        )
    ]


def _apposed_before(scene: Scene, i: int) -> list[Party]:
    """ "MUJAO, an offshoot of al-Qaeda, chased": whatever the parser makes of it, the name before the comma has the role."""
    words = scene.parse.words
    k = i - 1
    while k > 0 and words[k].text != "," and i - k < 7:
        if words[k].pos not in (
            "DET",
            "ADJ",
            "NOUN",
            "PRON",
            "ADV",
            "PROPN",
            "PART",
            "PUNCT",
            "VERB",
        ) or words[k].tag in ("VBD", "VBZ", "VBP"):
            return []
        k -= 1
    if (
        k < 1
        or words[k].text != ","
        or (
            words[k + 1].lower not in APPOSING
            and not (words[k + 1].pos == "PROPN" and words[i].lower not in noun_set("part"))
        )
    ):
        return []
    opener = next((w for w in reversed(words[:k]) if w.pos in ("ADP", "SCONJ", "VERB", "AUX")), None)
    if scene.actor_at(k - 1) is None or (opener is not None and opener.i == 0 and opener.tag == "IN"):
        return []  # "In the Central African Republic, Bozizé's supporters": the country is no supporter
    return scene.parties([k - 1])


def viewed(scene: Scene) -> list[Found]:
    """ "the Taliban view TTP as a potential ally", "it considers the junta an enemy": what one side calls the other."""
    words = scene.parse.words
    out = []
    for w in (words[i] for i in scene.parse.having(VIEWS)):
        before = [
            m for m in scene.actors if m.end <= w.start and w.start - m.end < 20 and m.type != "org-civil"
        ]
        after = [m for m in scene.actors if 0 <= m.start - w.end < 12 and m.type != "org-civil"]
        if (
            not before
            or not after
            or before[-1].actor.id == after[0].actor.id
            or scene.parse.is_passive(w.i) is not False
        ):
            continue
        for k in range((scene.parse.word_at(after[0].end - 1) or w.i) + 1, min(w.i + 14, len(words))):
            entry = next(
                (
                    e
                    for h, e in index().at(scene.parse, k)
                    if e.pos == "noun"
                    and e.row.get("role")
                    and e.row["relation"] in ("ally", "rival", "support")
                ),
                None,
            )
            if words[k].pos == "VERB":
                break
            if entry is not None:
                a, b = (
                    Party(
                        trim(scene.parse.text[m.start : m.end]),
                        m.actor.name,
                        m.actor.id,
                        w.i,
                        "named",
                        m.type in ("state", "force"),
                    )
                    for m in (before[-1], after[0])
                )
                if not (a.state and b.state):
                    out.append(
                        stated(
                            scene,
                            w.i,
                            "ally" if entry.row["relation"] != "rival" else "rival",
                            Sides((a,), (b,), ()),
                            "view/" + entry.row["relation"],
                            None,
                        )
                    )
                break
    return out


def adjectival(scene: Scene, taken: set[int]) -> list[Found]:
    """ "JNIM, which is loyal to the emirate", "groups affiliated with al-Qaeda"."""
    parse = scene.parse
    out = []
    for i in parse.having(adjectives().keys()):
        w, row = parse.words[i], adjectives()[parse.lowers[i]]
        if i in taken or scene.actor_at(i) is not None:
            continue
        objects = scene.parties([k for p, k in parse.obliques(w.i) if p in row["objects"]])
        if not objects:
            continue
        heads = (
            parse.subjects(w.i)
            if parse.children(w.i, "cop", "nsubj", "aux:pass", "nsubj:pass")
            or w.dep in ("acl", "acl:relcl", "xcomp", "conj", "advcl")
            else []
        )
        if not heads and w.dep == "amod":
            heads = [w.head]
        subjects = [p for p in scene.parties(heads) if p.id not in {o.id for o in objects}]
        mere = all(
            p.how == "generic"
            and parse.words[p.head].lower not in noun_set("group")
            and parse.words[p.head].lower not in FOLK
            for p in subjects
        )
        if row["relation"] == "pledge" and w.dep in ("amod", "acl") and mere:
            continue  # "troops loyal to Geagea stormed it" tells who stormed it
        sides = complete(scene, Sides(tuple(subjects), tuple(objects), ()), {})
        if sides.subjects and sides.objects and worth(scene, sides, Entry(w.lower, "adjective", row)):
            out.append(stated(scene, w.i, row["relation"], sides, f"adjective/{row['relation']}", None))
    return out
