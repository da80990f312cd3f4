"""Alignments told by a set phrase: "cast in its lot with", "at daggers drawn with", "on Tripoli's payroll".

The other side stands inside the phrase or right after it; only for the side before it is the tree asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.kinds._allegiance_parties import reached_over, rulers, sent_by, standing, unlisted
from claimx.kinds._allegiance_phrases import FINITE, Idiom, Match, find_openings, is_verbal, match_at
from claimx.kinds._allegiance_sides import Sides, complete, stated
from claimx.kinds._allegiance_words import POWERS, THEIRS
from claimx.kinds._allegiance_worth import named_force, worth
from claimx.kinds._kind import Entry, Found
from claimx.kinds._party import Party, slug, trim
from claimx.kinds._scene import Scene
from claimx.syntax.inflect import verb_forms

BEFORE = (
    "det",
    "amod",
    "compound",
    "nummod",
    "nmod:poss",
    "case",
    "advmod",
    "det:predet",
    "nmod",
    "flat",
    "punct",
)


FOUNDING = frozenset(
    f
    for v in (
        "found",
        "form",
        "create",
        "establish",
        "launch",
        "set",
        "raise",
        "organise",
        "organize",
        "build",
    )
    for f in verb_forms(v)
)
UNDER = ("obl", "advmod", "xcomp", "advcl", "ccomp", "conj", "obj", "dep", "parataxis", "obl:agent")


def idiomatic(scene: Scene, taken: set[int]) -> list[Found]:
    """What the set phrases of the sentence state; the words that they use up are added to `taken`."""
    out = []
    for i, idiom in find_openings(scene.parse):
        if i in taken or (idiom.verb and not is_verbal(scene, i, idiom)):
            continue
        match = match_at(scene, idiom.tokens, i)
        found = _told(scene, idiom, match) if match is not None else None
        if found is not None:
            out.append(found)
            taken.update(match.at)
    return out


def _told(scene: Scene, idiom: Idiom, match: Match) -> Found | None:
    row = idiom.row
    if idiom.verb and _by_somebody(scene, match):
        return None  # "were recruited and armed by Khartoum": the frames know who does it
    if not idiom.verb and scene.parse.words[match.at[0]].tag == "VBD" and scene.parse.objects(match.at[0]):
        return None  # "received his degree in Linguistics" is no "received into"
    before = _before(scene, idiom, match)
    through: tuple[str, ...] = ()
    if row["relation"] == "split" and idiom.verb and not row.get("alone"):
        moved = _taken_along(scene, match)
        if moved:  # "Darassa took the UPC out of the CPC": through him the UPC left
            through = tuple(p.text for p in before if p.how in ("person", "shape"))
            before = moved
    if row.get("alone"):
        if row["relation"] == "split" and any(p == "from" for p, _ in scene.parse.obliques(match.at[0])):
            return None  # "had split from the Irgun": the frame tells both sides
        after: list[Party] = []
    elif match.inner:
        after = _inside(scene, match.inner)
    else:
        after = _after(scene, match.at[-1] + 1)
    if row.get("swap"):
        before, after = after, before
    head = match.at[0]
    sides = complete(scene, Sides(tuple(before), tuple(after), ()), row)
    entry = Entry(idiom.printed, "idiom", row)
    if row.get("alone"):
        if not sides.subjects or any(
            (p.state and not named_force(scene, p))
            or p.how not in ("named", "member", "coref", "shape", "part")
            for p in _sure(row, sides)
        ):
            return None
        if row.get("sym") and not sides.objects:  # "the RSF and the army turned on each other"
            beside = [k for p in before for k in scene.parse.conjuncts(p.head) if k != p.head]
            sides = replace(sides, objects=tuple(q for k in beside for q in rulers(scene, k)))
        if row.get("sym") and not sides.objects:
            return None
    elif not worth(scene, sides, entry) or _of_a_country(idiom, sides):
        return None
    if any(p.how == "shape" and p.state for p in sides.subjects) and row["relation"] != "support":
        return None  # a place swears, joins and splits nothing
    sides = replace(sides, leaders=tuple(dict.fromkeys([*through, *sides.leaders])))
    found = stated(scene, head, row["relation"], sides, f"idiom/{row['relation']}", None)
    if row["relation"] != "split":
        found.cluster = match.at
    if row.get("negated"):
        found.polarity = "negated"
    if row.get("prospective"):
        found.modality = "prospective"
    return found


def _sure(row: dict[str, Any], sides: Sides) -> list[Party]:
    """Those who must be known: all; beside a named one, "Turkish-backed factions" need no name of their own."""
    everyone = [*sides.subjects, *sides.objects]
    if row.get("sym") and any(p.how == "named" and not p.state for p in everyone):
        return [p for p in everyone if p.how != "generic"]
    return list(sides.subjects)


def _by_somebody(scene: Scene, match: Match) -> bool:
    """A passive whose agent follows the phrase."""
    words = scene.parse.words
    after = match.at[-1] + 1
    return (
        after < len(words)
        and words[after].lower == "by"
        and words[match.at[-1]].lower != "by"
        and scene.parse.is_passive(match.at[0])
        and not match.inner
    )


def _taken_along(scene: Scene, match: Match) -> list[Party]:
    """The group that somebody takes out of another, when it is the verb's object."""
    verb = match.at[0]
    if scene.parse.is_passive(verb):
        return []
    return [
        p
        for p in scene.parties(scene.parse.objects(verb))
        if p.how == "named" and not p.state and p.head not in match.at
    ]


def _of_a_country(idiom: Idiom, sides: Sides) -> bool:
    """ "withdraw its troops from Mali", "the war in Mali under French patronage": the country is a place there, no side."""
    if idiom.row["relation"] in ("join", "split", "merge"):
        return all(p.state and p.how == "named" for p in sides.objects)
    return (
        idiom.row["relation"] == "support"
        and not idiom.verb
        and all(p.state and p.how == "named" for p in sides.objects)
    )


def _before(scene: Scene, idiom: Idiom, match: Match) -> list[Party]:
    """The side that the phrase is said of: by the tree, or else the nearest actor before it in the same clause."""
    inside = set(match.at) | set(match.inner)
    first = match.at[0]
    verb = idiom.verb and scene.parse.words[first].pos == "VERB"
    found = (
        _verb_side(scene, first, inside)
        if verb
        else _noun_side(scene, match.at, inside, bool(idiom.row.get("owned")))
    )
    return found if found or idiom.row.get("owned") else _left(scene, first, apposed=not idiom.verb)


def _verb_side(scene: Scene, i: int, inside: set[int]) -> list[Party]:
    parse = scene.parse
    heads = parse.patients(i) if parse.is_passive(i) else parse.agents(i)
    heads = [h for h in heads if h not in inside]
    above = sent_by(scene, i, heads)
    return above or standing(scene, heads) or reached_over(scene, i) or _owners(scene, heads)


def _owners(scene: Scene, heads: list[int]) -> list[Party]:
    """ "its fighters went over": whose they are."""
    words = scene.parse.words
    return scene.parties(
        [
            k
            for h in heads
            if words[h].pos != "NOUN" or words[h].lower in THEIRS
            for k in scene.parse.children(h, "nmod:poss")
        ]
    )


def _noun_side(scene: Scene, at: tuple[int, ...], inside: set[int], owned: bool) -> list[Party]:
    """ "FARK, at daggers drawn with …", "was hand in glove with": subject of the predicate, or the noun it hangs on."""
    parse = scene.parse
    owners = list(parse.children(at[0], "nmod:poss")) + [k for p, k in parse.obliques(at[0]) if p == "for"]
    if owned:
        return scene.parties(owners)
    top = next((k for k in at if parse.words[k].head not in inside or parse.words[k].head == k), at[0])
    for _ in range(4):
        word = parse.words[top]
        if parse.children(top, "cop", "nsubj", "nsubj:pass") or (word.dep == "ROOT" and word.pos != "VERB"):
            found = standing(scene, [h for h in parse.subjects(top) if h not in inside])
            if found:
                return found
        if word.head == top:
            return []
        above = parse.words[word.head]
        if above.pos == "VERB" and word.dep in UNDER:
            if above.lower in FOUNDING:  # "founded the PUK with the blessing of Syria"
                found = [p for p in scene.parties(parse.patients(above.i)) if p.how in ("named", "shape")]
                if found:
                    return found
            heads = [h for h in (parse.agents(above.i) or parse.patients(above.i)) if h not in inside]
            return (
                standing(scene, heads)
                or standing(scene, [h for h in parse.patients(above.i) if h not in inside])
                or reached_over(scene, above.i)
            )
        if word.dep in ("nmod", "acl", "amod", "appos", "conj", "dep") and above.i not in inside:
            found = scene.parties([above.i])
            if found:
                return found
        top = above.i
    return []


def _left(scene: Scene, first: int, apposed: bool) -> list[Party]:
    """The nearest name before the phrase, when only adverbs, auxiliaries or the start of an apposition stand between."""
    words = scene.parse.words
    commas = 0
    for k in range(first - 1, max(-1, first - 12), -1):
        w = words[k]
        if scene.actor_at(k) is not None or scene.person_at(k) is not None or w.pos == "PROPN":
            return standing(scene, [scene.parse.first_conjunct(k)]) or standing(scene, [k])
        if w.text == ",":
            commas += 1
            if commas > apposed:
                return []
        elif w.pos not in ("AUX", "ADV", "DET", "ADJ", "PRON") and w.tag not in ("VBN", "VBD"):
            return []
    return []


def _inside(scene: Scene, inner: tuple[int, ...]) -> list[Party]:
    """The side that stands inside the phrase: "on [the state's] payroll"."""
    for k in reversed(inner):
        word = scene.parse.words[k]
        mention = scene.actor_at(k)
        if word.tag == "POS" or (mention is not None and mention.end < word.end):
            continue  # the owner's mark; "Cuban-inspired" is nobody
        found = standing(scene, [k])
        if found:
            return found
    return []


def _after(scene: Scene, start: int) -> list[Party]:
    """The side whose phrase starts at word `start`, with those coordinated with it."""
    words = scene.parse.words
    if start >= len(words):
        return []
    head = start
    for _ in range(6):
        above = words[head].head
        if words[head].dep not in BEFORE or above <= head or above - start > 12 or words[above].pos == "VERB":
            break
        if any(
            words[k].dep == "case" and words[k].tag != "POS" and words[k].head == above
            for k in range(max(head, start) + 1, above)
        ):
            break
        head = above
    if words[head].tag in FINITE or words[head].dep in ("punct", "mark"):
        return []
    found = scene.parties(scene.parse.conjuncts(head))
    if not found:
        near = [
            k
            for k in scene.parse.children(head, "nmod", "appos")
            if scene.parse.case(k) in ("of", "", "from")
        ]
        below = scene.parties(
            [
                c
                for k in near
                for j in scene.parse.conjuncts(k)
                for c in (j, *scene.parse.children(j, "appos"))
            ]
        )
        apposed = scene.parse.children(head, "appos")
        below = below or [p for k in apposed for j in scene.parse.conjuncts(k) for p in unlisted(scene, j)]
        named = [p for p in below if p.how in ("named", "member", "shape") and not p.state]
        found = named if named and len(named) >= len(below) - 1 else []
    if not found and words[head].lower in ("side", "camp", "ranks", "cause"):
        head = next(iter(scene.parse.children(head, "compound", "nmod:poss")), head)
    if not found or (all(p.how == "unresolved" for p in found) and words[head].lower in POWERS):
        text = trim(scene.parse.phrase(head, mods=False))
        found = (
            [Party(text, text, slug(text), head, "generic", state=True)]
            if words[head].lower in POWERS
            else found
        )
    if not found:
        found = unlisted(scene, head)
    return found
