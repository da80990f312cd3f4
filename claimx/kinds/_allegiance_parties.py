"""Who stands for whom: leaders for their groups, owners for what they own, names that nobody listed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from claimx.kinds._allegiance_words import POWERS, SPEAKING, gifts
from claimx.kinds._party import Party, noun_set, slug, trim
from claimx.kinds._scene import Scene
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms


def is_shared(scene: Scene, p: Party) -> bool:
    """ "between A and B": one slot holds both sides; "ties with A and B" holds one."""
    return scene.parse.case(scene.parse.first_conjunct(p.head)) in ("between", "among", "of", "and")


def hyphen_pair(scene: Scene, party: Party) -> list[Party]:
    """ "the Taliban-TTP relationship": two actors in one word."""
    parse = scene.parse
    w = parse.words[party.head]
    inside = [m for m in scene.actors if m.start < w.end and m.end > w.start and m.type != "org-civil"]
    if len(inside) < 2:
        return []
    return [
        Party(
            parse.text[m.start : m.end],
            m.actor.name,
            m.actor.id,
            party.head,
            "named",
            state=m.type in ("state", "force", "coalition"),
        )
        for m in inside
    ]


def groups_of(scene: Scene, parties: list[Party]) -> tuple[list[Party], list[str]]:
    """A leader stands for the group: "TTP's chief X renewed the oath" is TTP's, through X."""
    out: list[Party] = []
    leaders: list[str] = []
    for p in parties:
        if p.how == "person":
            leaders.append(p.text)
            if p.group is not None:
                out.append(Party(p.group.text, p.group.name, p.group.id, p.head, "named"))
            else:
                out.append(p)
        else:
            leaders += named_leaders(scene, p)
            out.append(p)
    unique: list[Party] = []
    for p in out:
        if all(p.id != q.id or (p.text != q.text and p.how == "part") for q in unique):
            unique.append(p)
    return unique, leaders


def named_leaders(scene: Scene, p: Party) -> list[str]:
    """ "ISK leader Hafiz Saeed Khan", "the faction under Qari Abu Bakar": a person in the party's own phrase."""
    if p.how == "coref":
        return []
    parse = scene.parse
    low, high = parse.span(p.head)
    near = [k for k in parse.kids[p.head] if parse.words[k].dep in ("appos", "flat", "compound", "nmod")]
    out = []
    for start, end, *_ in scene.persons:
        i = parse.head_in(start, end)
        inside = low <= start and end <= high
        led = any(
            k in near and parse.case(k) in ("under", "led by", "", "of", "by")
            for k in (i, parse.words[i].head if i is not None else -1)
        )
        actor = next((m for m in scene.actors if m.start <= start and m.end >= end), None)
        if (inside or led) and actor is None:
            out.append(parse.text[start:end])
    return out


def led_by(scene: Scene, p: Party) -> int | None:
    """ "a faction of 20 men under Abdulqadir Mumin": where the phrase ends that tells who leads the party, or None."""
    words = scene.parse.words
    start = words[p.head].end
    for low, high, *_ in scene.persons:
        between = scene.parse.text[start:low]
        if (
            start <= low < start + 40
            and between.rstrip().endswith((" under", " led by", " of", " commanded by", " headed by"))
            and "," not in between
        ):
            return high
    return None


def as_printed(scene: Scene, p: Party, relation: str = "") -> Party:
    """ "Hamas's leaders" are Hamas, "RUF commanders" who turn on somebody the RUF; "Pakistan's ISI" is printed with its state."""
    words = scene.parse.words
    owner, _, last = p.text.replace("’", "'").rpartition("'s ")
    if owner and last in SPEAKING:
        return replace(p, text=owner)
    if p.how == "member" and (
        words[p.head].lower in SPEAKING or (relation in WHOLE and _plain_member(scene, p))
    ):
        mention = next((m for m in scene.actors_in(*scene.parse.span(p.head)) if m.actor.id == p.id), None)
        return replace(p, text=scene.parse.text[mention.start : mention.end]) if mention else p
    end = led_by(scene, p) if p.how in ("generic", "part") else None
    if end is not None:
        return replace(p, text=scene.parse.text[words[p.head].start : end])
    if p.how == "named" and p.state:
        owners = [
            k
            for k in scene.parse.children(p.head, "nmod:poss")
            if k < p.head and scene.actor_at(k) is not None
        ]
        if owners and words[p.head - 1].tag == "POS":
            return replace(p, text=trim(scene.parse.text[words[owners[0]].start : words[p.head].end]))
    return p


def _plain_member(scene: Scene, p: Party) -> bool:
    """ "RUF commanders" and nothing more: no "former", no state's soldiers."""
    mention = scene.actor_at(p.head - 1) if p.head else None
    if mention is None or mention.actor.id != p.id or mention.type not in ("group", "party"):
        return False
    if scene.parse.words[p.head].lower in noun_set("state"):  # "the Frelimo government" rules a country
        return False
    return p.text.lower() == f"{mention.actor.text} {scene.parse.words[p.head].text}".lower()


def reached_over(scene: Scene, i: int) -> list[Party]:
    """ "The ELN, for decades its competitor in the oil towns, signed": the name that a clause between commas cuts off from its verb."""
    words = scene.parse.words
    if i < 3 or words[i - 1].text != ",":
        return []
    for k in range(i - 2, 0, -1):
        if words[k].text == ";":
            return []
        if words[k].text != "," or (scene.actor_at(k - 1) is None and scene.person_at(k - 1) is None):
            continue
        if words[k + 1].lower in INSERTED or words[k + 1].tag in ("WP", "WDT", "WP$", "VBN"):
            return scene.parties([scene.parse.first_conjunct(k - 1)]) or scene.parties([k - 1])
    return []


# in these the deeds of its people are the group's; who joins, splits or swears may be only some of them
WHOLE = frozenset({"ally", "rival", "support", "affiliate", "merge"})
# faiths and codes are no side of an alliance
CREEDS = frozenset(
    {"islam", "christianity", "judaism", "hinduism", "sharia", "jihad", "god", "allah", "marxism"}
)
INSERTED = frozenset(
    {
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "for",
        "once",
        "long",
        "by",
        "in",
        "whose",
        "who",
        "which",
        "then",
        "now",
        "until",
        "since",
    }
)


def standing(scene: Scene, heads: list[int]) -> list[Party]:
    """Who the words stand for; a capitalised name that nobody listed counts as somebody here."""
    found = scene.parties(heads)
    told = {p.head for p in found}
    strangers = [p for h in heads if h not in told and not scene.parties([h]) for p in unlisted(scene, h)]
    return sorted([*found, *strangers], key=lambda p: p.head) if strangers else found


def is_capital(word: str) -> bool:
    """Does a name begin so: "Zawahiri", "al-Zawahiri", "d’Aubuisson"?"""
    return word[:1].isupper() or SMALL_ARTICLE.match(word) is not None


PARTICLES = frozenset({"bin", "ibn", "bint", "von", "van", "de", "di", "da", "dos", "dia", "ould", "ag"})
SMALL_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ad|at|az|ash|ibn|d|de|bin)[-'’][A-Z]")


def unlisted(scene: Scene, i: int) -> list[Party]:
    """ "Minawi made his peace": a proper name that is no month, and no place unless it stands for its government."""
    words = scene.parse.words
    if words[i].lower in PARTICLES and i + 1 < len(words) and words[i + 1].head == i:
        i += 1  # "bin Laden"
    if words[i].pos != "PROPN" or not is_capital(words[i].text) or scene.actor_at(i) is not None:
        return []
    if any(t.start < words[i].end and t.end > words[i].start for t in scene.timexes):
        return []
    low = high = i
    while (
        low > 0
        and words[low - 1].pos == "PROPN"
        and (is_capital(words[low - 1].text) or words[low - 1].lower in PARTICLES)
        and scene.actor_at(low - 1) is None
    ):
        low -= 1
    while (
        high + 1 < len(words)
        and words[high + 1].pos == "PROPN"
        and is_capital(words[high + 1].text)
        and words[high + 1].head in range(low, high + 2)
    ):
        high += 1
    if words[high].lower in CREEDS or words[high].lower.endswith("ism"):
        return []
    if words[high].lower in load_toml("lexicon/actors")["civil"] or any(
        m.start < words[i].end and m.end > words[i].start for m in scene.actors
    ):
        return []
    text = trim(scene.parse.text[words[low].start : words[high].end])
    place = scene.place_at(i)
    # a place that only the model believes in may be a man, but men have no article
    known = place is not None and (place[2].country is not None or bool(scene.parse.children(i, "det")))
    return [Party(text, text, slug(text), i, "shape", state=known)] if len(text) > 1 else []


def sent_by(scene: Scene, i: int, heads: list[int]) -> list[Party]:
    """ "sent 3,000 soldiers to prop up the regime": who sent them props it up."""
    parse = scene.parse
    if parse.words[i].tag != "VB" or not all(
        parse.children(h, "nummod") or p.how in ("generic", "unresolved")
        for h in heads
        for p in scene.parties([h])
    ):
        return []
    above = scene.parties(parse.agents(parse.words[i].head))
    return [p for p in above if p.how in ("named", "coref", "member")]


def rulers(scene: Scene, i: int) -> list[Party]:
    """ "the generals", "the regime": rulers who need no name."""
    word = scene.parse.words[i]
    if word.lower not in POWERS or not scene.parse.children(i, "det"):
        return []
    text = trim(scene.parse.phrase(i, mods=False))
    return [Party(text, text, slug(text), i, "generic", state=True)]


def possessors(scene: Scene, i: int) -> list[int]:
    """ "ISK's rivalry", "TTP-ISK rivalry", "Taliban patronage": who stands before the noun."""
    parse = scene.parse
    out = []
    for k in parse.kids[i]:
        w = parse.words[k]
        if w.dep == "nmod:poss" or (
            k < i
            and w.dep in ("compound", "amod", "nmod")
            and not parse.case(k)
            and scene.actor_at(k) is not None
        ):
            out.extend(parse.conjuncts(k))
    owners = [k for k in out if parse.words[k].dep == "nmod:poss"]
    return [c for k in owners for c in parse.conjuncts(k)] or out  # "GAM's Swedish exiles" are GAM's


def light_subjects(scene: Scene, i: int) -> list[int]:
    """The subject of the verb that the noun is the object of: "BRAS formed an alliance with …"."""
    parse = scene.parse
    node = i
    for head in parse.ancestors(i):
        w = parse.words[head]
        dep = parse.words[node].dep
        if w.pos == "VERB" and dep in ("obj", "obl", "xcomp", "nsubj:pass"):
            return parse.agents(head)
        if dep not in ("nmod", "conj", "obj"):
            break
        node = head
    return parse.subjects(i) if parse.children(i, "cop") else []


@cache
def opponents() -> frozenset[str]:
    """Nouns for those who stand against their owner: "rivals", "enemies"."""
    rows = [
        r for r in load_toml("lexicon/allegiance.toml")["noun"] if r["relation"] == "rival" and r.get("role")
    ]
    return frozenset(f for r in rows for w in r["words"] for f in noun_forms(w.partition(":")[0]))


def owner_of(scene: Scene, i: int) -> list[int]:
    """ "the Taliban's hegemony", "the dominance of the cartel": an abstract thing stands for its owner."""
    w = scene.parse.words[i]
    if w.pos != "NOUN" or w.lower in noun_set("facility"):
        return []
    if w.lower in opponents() or w.lower in gifts():  # "its enemies", "its support" are not it
        return []
    if w.lower in noun_set("group") and w.lower not in SPEAKING:  # "X's party" is not X
        return []
    return possessors(scene, i) or [
        k for p, k in scene.parse.obliques(i) if p == "of" and scene.actor_at(k) is not None
    ]
