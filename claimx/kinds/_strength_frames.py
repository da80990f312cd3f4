"""Holders told by the words beside the number: "the NPFL, barely 150 men, …", "the 60 men who became the NPA", "Kolchak
disposed of 110,000 men"; and bodies that are the holder themselves: "an Uzbek militia of 40,000"."""

from __future__ import annotations

from typing import Any

from claimx.kinds._party import Party, slug, trim
from claimx.kinds._scene import Scene
from claimx.kinds._strength_words import (
    CIVIC,
    bodies,
    change_verbs,
    lead_word,
    sending,
    unit_form,
    units,
    word_list,
)

CLOSED = frozenset({",", ")", "–", "—", ";", "."})
OPENED = frozenset({",", "(", "–", "—"})
BECAME = frozenset({"became", "become", "formed", "made", "constituted", "founded"})
SURE_PEOPLE = frozenset({"followers", "companions", "adherents", "partisans", "supporters", "retainers"})
HIRING = frozenset({"employ", "employs", "employed", "hire", "hires", "hired", "train", "trained"})
FIELDS = frozenset({"had", "has", "have", "numbered", "fielded", "mustered", "deployed", "sent", "contributed", "provided", "supplied", "commanded", "counted"})  # fmt: skip
PLAIN = frozenset({"men", "officers", "police", "policemen", "constables", "volunteers", "guards", "hands", "personnel", "contractors", "advisers", "advisors", "operatives", "activists", "recruits", "members", "commanders", "watchers", "guns", "sailors", "regulars"})  # fmt: skip


def named(scene: Scene, i: int, *, states: bool = True) -> Party | None:
    """The actor or the capitalised name at word i."""
    parse = scene.parse
    mention = scene.actor_at(i)
    if mention is not None:
        if mention.type == "state" and not states:
            return None
        text = trim(parse.text[mention.start : mention.end])
        state = mention.type in ("state", "force", "coalition")
        return Party(text, mention.actor.name, mention.actor.id, i, "named", state)
    return None


def find_beside(scene: Scene, q: Any, unit_at: int) -> tuple[Party, str] | None:
    """The holder that the words right before or after the number name."""
    got = _accompanied(scene, q, unit_at)
    if got is not None:
        return got, "with"
    got = _apposed(scene, q, unit_at)
    if got is not None:
        return got, "apposition"
    got = _became(scene, unit_at)
    if got is not None:
        return got, "became"
    got = _gapped(scene, q)
    return (got, "gapped") if got is not None else None


def _gapped(scene: Scene, q: Any) -> Party | None:
    """ "AMISOM had 22,000 soldiers, and al-Shabaab about 7,000 fighters": the name that stands for the verb left out."""
    words = scene.parse.words
    at = lead_word(scene, q) - 1
    mention = scene.actor_at(at) if at > 2 else None
    if mention is None:
        return None
    before = [w for w in words[:at] if w.end <= mention.start]
    while before and before[-1].lower == "the":
        before.pop()
    if not before or before[-1].lower not in ("and", "but", "while", "whereas", ","):
        return None
    verb = next((w for w in reversed(before) if w.pos in ("VERB", "AUX")), None)
    if verb is None or verb.lower not in FIELDS:
        return None
    told = any(verb.end <= o.start and o.end <= mention.start for o in scene.quantities)
    return named(scene, at) if told else None


def _accompanied(scene: Scene, q: Any, unit_at: int) -> Party | None:
    """ "the Khmer Rouge, with about 35,000 soldiers, remained far stronger": the name before ", with"."""
    words = scene.parse.words
    at = lead_word(scene, q) - 1
    if at < 2 or words[at].lower != "with" or words[at - 1].text not in OPENED:
        return None
    close = next(
        (w.text for w in words[unit_at + 1 : unit_at + 14] if w.text in CLOSED or w.pos == "VERB"), ""
    )
    if close not in (",", ")", "–", "—"):
        return None
    before = next((w for w in reversed(words[: at - 1]) if w.pos in ("VERB", "PUNCT", "AUX")), None)
    if before is not None and before.pos == "VERB" and before.i > at - 4:
        return None  # "left the FLN, with 300 fighters, to the east": anybody's
    return named(scene, at - 2, states=False)


def _apposed(scene: Scene, q: Any, unit_at: int) -> Party | None:
    """ "the Arab Legion, 8,000 men under Glubb Pasha, crossed": the name that a number stands beside, closed off again."""
    parse = scene.parse
    words = parse.words
    at = lead_word(scene, q)
    if at < 2 or words[at - 1].text not in OPENED:
        return None
    for w in words[unit_at + 1 : unit_at + 14]:
        if w.text in (",", ")", "–", "—"):
            follows = [x.lower for x in words[w.i + 1 : w.i + 2]]
            if w.text == "," and follows[:1] in (["and"], ["or"], ["as"], ["who"]):
                return None
            break
        if (w.pos in ("VERB", "AUX") and w.dep not in ("acl", "amod", "acl:relcl")) or w.lower in (
            "and",
            "or",
        ):
            return None
    else:
        return None
    head = at - 2
    if words[head].dep in ("obl", "nmod") and parse.case(head) and words[at - 1].text == ",":
        opener = next((k for k in parse.kids[head] if words[k].dep == "case"), head)
        if opener == 0:
            return None  # "Against the FNLA, 3,000 soldiers, …"
    body = named(scene, head, states=False)
    if body is None and words[head].lower in bodies() and any(parse.children(head, "amod", "compound")):
        text = trim(parse.text[parse.span(head, mods=False)[0] : words[head].end])
        body = Party(text, text, slug(text), head, "generic")
    return body


def _became(scene: Scene, unit_at: int) -> Party | None:
    """ "the 60 men who became the New People's Army": what they became."""
    parse = scene.parse
    for k in parse.children(unit_at, "acl:relcl"):
        if parse.words[k].lower in BECAME or parse.children(k, "cop"):
            heads = parse.objects(k) if parse.words[k].pos == "VERB" else [k]
            near = [h for h in heads or parse.children(k, "xcomp") if h != unit_at]
            got = [p for p in (named(scene, h, states=False) for h in near) if p is not None]
            if got and parse.words[k].lower in BECAME:
                return got[0]
    return None


BETWEEN = frozenset({"could", "can", "may", "might", "must", "would", "still", "now", "then", "once", "also", "never", "already", "probably", "together", "had", "has", "have", "eventually", "initially", "reportedly"})  # fmt: skip


def find_surface(scene: Scene, q: Any, unit_at: int | None) -> Party | None:
    """ "Tito had 800,000 men", "the Wa army numbers 20,000": name, verb, number side by side, whatever the tree says."""
    words = scene.parse.words
    at = lead_word(scene, q) - 1
    if at < 1 or words[at].lower not in word_list("surface" if unit_at is not None else "measure"):
        return None
    k = at - 1
    while k > 0 and (words[k].lower in BETWEEN or words[k].pos == "AUX"):
        k -= 1
    if words[k].text in (",", ")") or words[k].lower in ("and", "or"):
        return None
    told = named(scene, k, states=unit_at is not None)
    if told is not None:
        return told
    if words[k].lower in bodies() and words[k - 1].text[:1].isupper() and words[k - 1].pos == "PROPN":
        text = f"{words[k - 1].text} {words[k].text}"
        return Party(text, text, slug(text), k, "shape")
    return unlisted(scene, [k], words[at].lower, unit_at)


def find_down_to(scene: Scene, q: Any, unit_at: int) -> Party | None:
    """ "The column was down to 80 men": whose the rest is."""
    parse = scene.parse
    at = lead_word(scene, q)
    lead = [w.lower for w in parse.words[max(0, at - 3) : at]]
    if lead[-2:] != ["down", "to"] or not parse.children(unit_at, "cop"):
        return None
    heads = parse.children(unit_at, "nsubj")
    got = [p for p in scene.parties(heads) if p.how not in ("unresolved", "person")]
    return got[0] if got else None


def find_body(scene: Scene, q: Any, unit_at: int | None) -> tuple[Party, int] | None:
    """ "a joint column of about 80 men", "whose Uzbek militia of 40,000": a body with a name or nature of its own."""
    parse = scene.parse
    words = parse.words
    at = lead_word(scene, q)
    if at < 2 or words[at - 1].lower != "of" or words[at - 2].lower.split()[-1] not in bodies():
        return None
    k = at - 2
    whole = scene.actor_at(k)
    if " " in words[k].text and whole is not None:
        return named(scene, k), k
    mention = scene.actor_at(k)
    proper = words[k].text[:1].isupper() and words[k - 1].text[:1].isupper()
    low = next(
        (
            n + 1
            for n in range(k - 1, -1, -1)
            if (words[n].pos not in ("ADJ", "PROPN", "NOUN") and words[n].dep != "amod") or n < k - 4
        ),
        0,
    )
    told = [w for w in words[low:k] if w.lower not in word_list("plain")]
    if not told or (unit_at is not None and not proper and scene.actor_at(unit_at) is not None):
        return None
    disposer = None if proper or mention is not None else _disposer(scene, k)
    if disposer is not None:
        return disposer, k
    start = told[0].start if not proper else words[low].start
    text = trim(parse.text[start : words[k].end])
    if mention is not None and proper:
        return Party(text, mention.actor.name, mention.actor.id, k, "named"), k
    return Party(text, text, slug(text), k, "generic"), k


def _disposer(scene: Scene, k: int) -> Party | None:
    """ "Abd el-Krim disposed of a drilled corps of 6,000": who has the body at word k."""
    parse = scene.parse
    verb = parse.words[k].head
    if parse.words[k].dep not in ("obj", "obl") or parse.words[verb].lower not in word_list("surface"):
        return None
    sorts = ("named", "coref", "person", "part", "member")
    return next((p for p in scene.parties(parse.agents(verb)) if p.how in sorts and p.head != k), None)


def unlisted(scene: Scene, heads: list[int], verb: str, unit_at: int | None) -> Party | None:
    """ "Kolchak disposed of 110,000 men", "Prussia marched 285,000 men": a subject with a name that no list knows."""
    parse = scene.parse
    for h in heads:
        w = parse.words[h]
        if w.pos != "PROPN" or not w.text[:1].isupper():
            continue
        low, high = parse.span(h, mods=False)
        text = trim(parse.text[low:high])
        after = parse.words[h + 1 : h + 3]
        if [x.lower for x in after[:1]] == ["of"] and after[-1].pos == "PROPN":
            text = f"{text} of {after[-1].text}"  # "the Shah of Iran"
        unit = unit_form(scene, unit_at) if unit_at is not None else ""
        if not text or is_civic(text) or (unit in PLAIN and verb in HIRING):
            continue
        label = next((e[2] for e in scene.entities if e[0] < w.end and e[1] > w.start), "")
        town = label in ("LOC", "GPE", "FAC") and w.tag != "NNPS" and unit not in SURE_PEOPLE
        if town and verb not in sending():
            continue  # "London had 30,000 police"
        if label == "ORG" and unit in PLAIN - {"men"}:
            continue
        if unit and units().get(unit) == "members" and unit not in SURE_PEOPLE:
            continue
        return Party(text, text, slug(text), h, "shape")
    return None


def owner_by_name(scene: Scene, owners: list[int]) -> Party | None:
    """ "30,000 of Saddam's soldiers", "Basayev's 160 raiders": the person who owns them."""
    for k in owners:
        w = scene.parse.words[k]
        label = next((e[2] for e in scene.entities if e[0] < w.end and e[1] > w.start), "")
        if w.pos == "PROPN" and label in ("PERSON", "ORG", "NORP", ""):
            text = trim(scene.parse.phrase(k, mods=False))
            return Party(text, text, slug(text), k, "shape") if text and not is_civic(text) else None
    return None


def is_civic(text: str) -> bool:
    """ "Amalgamated Union of Bakers", "chorus": bodies whose members bear no arms."""
    return any(w in CIVIC for w in text.lower().replace(",", " ").split())


def is_listed(scene: Scene, holder: Party) -> bool:
    """ "The Ulster Defence Association": an armed group of the gazetteer, whatever its name sounds like."""
    mention = scene.actor_at(holder.head)
    return mention is not None and mention.source == "gazetteer" and mention.type in ("group", "force")


def find_apposed_body(scene: Scene, unit_at: int) -> Party | None:
    """ "the White Army, a levy put at 25,000 youths", "the PLA, a body of perhaps 60 men": the name that the body restates."""
    parse = scene.parse
    node = unit_at
    for _ in range(4):
        w = parse.words[node]
        if w.dep in ("appos", "conj", "dep", "parataxis") and w.lower in bodies() | word_list("size"):
            low = parse.span(node)[0]
            at = next((x.i for x in parse.words[: node + 1] if x.start >= low), node)
            if at > 1 and parse.words[at - 1].text == "," and parse.words[at].lower in ("a", "an"):
                return named(scene, w.head, states=False) or _name_before(scene, at - 2)
        if w.head == node or w.dep not in ("nmod", "obl", "acl", "nummod", "obj", "xcomp"):
            return None
        node = w.head
    return None


def _name_before(scene: Scene, k: int) -> Party | None:
    """The name at word k, or before the date that ends there: "fashioned the PLA in September 1978, a body of"."""
    parse = scene.parse
    date = next((t for t in scene.timexes if t.start < parse.words[k].end <= t.end), None)
    if date is not None:
        first = parse.word_at(date.start) or k
        k = first - 1
        if k > 0 and parse.words[k].dep == "case":
            k -= 1
    return named(scene, k, states=False) if k >= 0 else None


def is_civil(scene: Scene, holder: Party) -> bool:
    """ "Amnesty International counted", "the Red Cross had": bodies that the gazetteer knows to bear no arms."""
    w = scene.parse.words[holder.head]
    return holder.how == "shape" and any(
        m.type == "org-civil" and m.start < w.end and m.end > w.start for m in scene.actors
    )


def grown(scene: Scene, node: int, verb: int) -> Party | None:
    """ "enlarged the mission from 13,000 to 17,500 troops": what is made larger or smaller holds the number."""
    parse = scene.parse
    if parse.words[verb].lower not in change_verbs() or parse.is_passive(verb):
        return None
    for h in parse.objects(verb):
        if h == node or h > node:
            continue
        owners = [*parse.children(h, "nmod:poss"), *[k for p, k in parse.obliques(h) if p == "of"]]
        got = [
            p for p in scene.parties([h, *owners]) if p.how in ("named", "member", "coref", "part", "shape")
        ]
        if got:
            return got[0]
        beside = next((k for k in (h + 1, h + 2) if k < len(parse.words) and scene.actor_at(k)), None)
        if beside is not None and parse.words[beside - 1].text == "(":
            return named(scene, beside, states=False)
    return None
