"""Is what a frame or phrase found worth telling? Every refusal with the sentence that taught it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.kinds._allegiance_parties import led_by, named_leaders
from claimx.kinds._allegiance_sides import Sides
from claimx.kinds._allegiance_words import ARMED, FOLK, POWERS
from claimx.kinds._kind import Entry
from claimx.kinds._party import Party, noun_set
from claimx.kinds._scene import Scene

NAMED = ("named", "member", "coref", "part", "shape", "person")
# people do these to people; else at least one side is a group
PERSONAL = frozenset(
    {"ally", "side", "turn on", "turn against", "feud", "quarrel", "rivalry", "enmity", "fall out", "betray"}
)
LEAVERS = frozenset(
    {"loyalists", "veterans", "commanders", "fighters", "followers", "supporters", "leaders", "militants"}
) | frozenset(
    {
        "defectors",
        "deserters",
        "dissidents",
        "members",
        "remnants",
        "renegades",
        "exiles",
        "cadres",
        "officers",
    }
)
TAKEN_IN = frozenset({"recruit", "attract", "enlist", "induct", "include", "lure"})
SCORNED = frozenset({"condemn", "denounce", "reject", "oppose"})


def worth(scene: Scene, sides: Sides, entry: Entry) -> bool:
    """Both sides, at least one of them a named actor, and what the entry asks of them."""
    subjects = _known(scene, sides.subjects, sides.objects)
    objects = _known(scene, sides.objects, sides.subjects)
    if not subjects or not objects or not _are_actors(scene, subjects, objects, entry):
        return False
    if any(_anybody(scene, p) for p in subjects) or any(_mere_pact(scene, p) for p in objects):
        return False
    return _as_asked(scene, subjects, objects, entry) and _fits_relation(scene, subjects, objects, entry)


def _are_actors(scene: Scene, subjects: Sequence[Party], objects: Sequence[Party], entry: Entry) -> bool:
    """One of them has a name, not both are states, and of two persons the verb must be one between persons."""
    everyone = [*subjects, *objects]
    if any(p.text.startswith("Operation ") for p in everyone):
        return False
    if all(p.state for p in everyone) and not (
        any(named_force(scene, p) for p in everyone)
        or (entry.pos == "idiom" and all(p.how == "named" for p in everyone))
    ):
        return False
    between_persons = (
        entry.pos == "idiom"
        or entry.row["relation"] in ("pledge", "split", "join")
        or entry.lemma in PERSONAL
    )
    if all(p.how == "person" for p in everyone) and not between_persons:
        return False
    return any(p.how in NAMED for p in everyone)


def named_force(scene: Scene, p: Party) -> bool:
    """ "The Libyan National Army is backed by Egypt": a force that the gazetteer knows by a name of its own."""
    mention = scene.actor_at(p.head)
    return (
        mention is not None and mention.type == "force" and mention.source == "gazetteer" and p.how == "named"
    )


def _anybody(scene: Scene, p: Party) -> bool:
    """ "a group", "another faction" of which nothing more is said."""
    return (
        p.how == "generic"
        and scene.parse.words[p.head].tag == "NN"
        and _indefinite(scene, p.head)
        and not named_leaders(scene, p)
        and led_by(scene, p) is None
    )


def _mere_pact(scene: Scene, p: Party) -> bool:
    """ "rejected any alliance with the MRTA": the alliance is no side."""
    return (
        p.how == "generic"
        and scene.parse.words[p.head].lower in ("alliance", "coalition", "merger", "front")
        and _indefinite(scene, p.head)
    )


def _as_asked(scene: Scene, subjects: Sequence[Party], objects: Sequence[Party], entry: Entry) -> bool:
    """What the entry's row asks for: `named` objects, `bodies`, a `patron`, `plural` subjects; `weak` words need names."""
    row = entry.row
    if row.get("named") and not any(p.how in ("named", "coref", "member", "shape") for p in objects):
        return False
    if row.get("bodies") and any(
        p.how in ("generic", "person") or _sort(scene, p) in ("state", "") for p in objects
    ):
        return False
    if row.get("patron") and not all(p.state and p.how == "named" for p in subjects):
        return False
    if row.get("plural") and len(subjects) < 2 and not _several(scene, subjects[0]):
        return False
    if row.get("plural") and any(scene.parse.words[p.head].lower in LEAVERS for p in subjects):
        return False  # "was founded by deserters": they left somebody, and merged with nobody
    return not row.get("weak") or all(p.how in ("named", "member", "coref") for p in (*subjects, *objects))


def _fits_relation(scene: Scene, subjects: Sequence[Party], objects: Sequence[Party], entry: Entry) -> bool:
    """What the relation can be said of."""
    relation, everyone = entry.row["relation"], [*subjects, *objects]
    if relation == "join":
        if any(o.id in s.also for s in subjects for o in objects):
            return False  # "most of its men joined the movement": not their own
        if all(_sort(scene, p) == "state" and p.how == "named" for p in objects):
            return False  # "returned to Somalia" is a journey
        return entry.lemma not in TAKEN_IN or not all(_mere_people(scene, p) for p in subjects)
    if relation == "rival" and not _are_rivals(scene, subjects, objects, entry):
        return False
    if relation == "affiliate" and entry.row.get("role") and all(p.how == "person" for p in subjects):
        return False  # "one of its members, Robert Sozzi"
    told_of_groups = relation in ("ally", "support", "rival", "affiliate")
    return not told_of_groups or not any(_mere_people(scene, p) for p in everyone)


def _are_rivals(scene: Scene, subjects: Sequence[Party], objects: Sequence[Party], entry: Entry) -> bool:
    """Not combat with a state, not presidents and countries that accuse each other, not "condemned it" said of a deed."""
    everyone = [*subjects, *objects]
    official = any(p.state for p in everyone) and (
        entry.lemma in ARMED or (entry.pos != "idiom" and all(p.state or p.how == "person" for p in everyone))
    )
    scorned = entry.pos == "verb" and entry.lemma in SCORNED
    return not official and not (
        scorned and any(p.how == "coref" and _is_object_it(scene, p) for p in objects)
    )


def _sort(scene: Scene, p: Party) -> str:
    """The type of the actor mentioned at the party's head, "" when none is."""
    return getattr(scene.actor_at(p.head), "type", "")


def _several(scene: Scene, p: Party) -> bool:
    """ "six rebel groups", "Renegade soldiers of the FARDC": one phrase for many."""
    word = scene.parse.words[p.head]
    return word.tag == "NNS" and (p.how in ("member", "part") or word.lower in noun_set("group"))


def _is_object_it(scene: Scene, p: Party) -> bool:
    word = scene.parse.words[p.head]
    return word.lower == "it" and word.dep == "obj"


def _known(scene: Scene, parties: tuple[Party, ...], others: tuple[Party, ...]) -> list[Party]:
    """Those that stand for somebody: "the government" does, opposite a named group; "the group" that nobody resolved does not."""
    opposed = any(p.how in ("named", "coref", "member", "person", "shape") and not p.state for p in others)
    return [
        p for p in parties if p.how != "unresolved" or (opposed and scene.parse.words[p.head].lower in POWERS)
    ]


def _indefinite(scene: Scene, i: int) -> bool:
    return any(
        scene.parse.words[k].lower in ("a", "an", "any", "another") for k in scene.parse.children(i, "det")
    )


def _mere_people(scene: Scene, p: Party) -> bool:
    """ "suicide bombers", "fighters": people without a name are no side of an alliance; "like-minded groups" may be."""
    word = scene.parse.words[p.head].lower
    return (
        p.how == "generic"
        and (p.head == 0 or not scene.parse.words[p.head].text[:1].isupper())  # "the Resistance" is a name
        and word not in noun_set("group")
        and word not in noun_set("part")
        and word not in FOLK
        and word not in POWERS
        and not any(
            scene.parse.words[k].pos == "PROPN"
            for k in scene.parse.children(p.head, "nmod:poss", "compound", "nmod")
            if scene.parse.case(k) in ("", "of", "'s", "’s")
        )  # "Islamic Courts fighters", "Hadi's forces", "rebels of the BLT" have a name
    )
