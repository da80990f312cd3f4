"""State forces and governments: "Burkinabe soldiers", "Pakistan's military", "government forces"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claimx.mentions.entities import Entity, make_actor, slug, state_entity, words_of
from claimx.mentions.pieces import Mention, Pieces

_POLICE = frozenset(("police", "policemen", "gendarmes", "gendarmerie"))
_SPACE = frozenset((" ", "\n", "\u00a0"))
_JOINS = frozenset((" ", "-", "‑", "–", "/", "\n", "-\n", "\u00a0"))


def find_forces(pieces: Pieces, found: list[Mention]) -> list[Mention]:
    """`found` with each country before a force or government noun grown to take it in, and bare forces added.

    "Pakistan's military" -> type force; "the Pakistani government" -> type state; in "Turkish
    military operations" the noun is an adjective and "Turkish" stays a demonym.
    """
    at = {start: i for i, start in enumerate(pieces.start)}
    out = []
    for mention in found:
        if mention.type == "state" and mention.source in ("demonym", "gazetteer") and mention.countries:
            mention = _grow_force(pieces, mention, _piece_after(at, pieces, mention))
        out.append(mention)
    out = _share_force(pieces, out)
    return out + _bare_forces(pieces)


def _piece_after(at: dict[int, int], pieces: Pieces, mention: Mention) -> int:
    i = at.get(mention.start, 0)
    while i < len(pieces) and pieces.start[i] < mention.end:
        i += 1
    return i


def _grow_force(pieces: Pieces, mention: Mention, i: int) -> Mention:
    forces, modifiers = words_of("forces"), words_of("force_modifiers")
    nouns: list[int] = []
    j = i
    while j < len(pieces) and j - i < 4 and pieces.gap[j] in _JOINS and not pieces.taken[j]:
        word = pieces.word[j].lower()
        if word in forces:
            nouns.append(j)
        elif word not in modifiers and not (word in words_of("government") and j == i):
            break
        if word in words_of("government") and word not in forces:
            return _grow_government(pieces, mention, i, j)
        j += 1
    while nouns:
        noun = nouns.pop()
        after = pieces.after(noun, _JOINS).lower()
        if after in words_of("government"):
            return _grow_government(pieces, mention, i, noun + 1)
        if after not in words_of("not_force_before"):
            break
    else:
        return mention
    return _taking(
        pieces, mention, i, noun, force_entity(mention.countries[0], pieces.word[noun].lower()), "force"
    )


def _grow_government(pieces: Pieces, mention: Mention, i: int, noun: int) -> Mention:
    return _taking(pieces, mention, i, noun, state_entity(mention.countries[0]), "state")


def _taking(pieces: Pieces, mention: Mention, i: int, last: int, entity: Entity, kind: str) -> Mention:
    pieces.take(i, last)
    text = pieces.text[mention.start : pieces.end[last]]
    return replace(
        mention, end=pieces.end[last], actor=make_actor(text, entity), type=kind, source="shape",
        head=pieces.word[last], head_end=pieces.end[last], plural=False,
    )  # fmt: skip


def force_entity(iso: str, noun: str = "army") -> Entity:
    """A country's forces or police: `force_entity("BF").actor_id` is "burkina-faso-armed-forces"."""
    state = state_entity(iso)
    if noun == "junta":
        return state
    if noun in _POLICE:
        return Entity(f"{state.actor_id}-police", f"Police of {state.name}", "force", (iso,))
    return Entity(f"{state.actor_id}-armed-forces", f"Armed Forces of {state.name}", "force", (iso,))


def _share_force(pieces: Pieces, mentions: list[Mention]) -> list[Mention]:
    """ "US and NATO forces", "Iraqi and Kurdish troops": the noun counts for both."""
    out = list(mentions)
    for n in range(len(out) - 2, -1, -1):
        a, b = out[n], out[n + 1]
        between = pieces.text[a.end : b.start]
        if (
            a.type == "state"
            and a.source != "capital"
            and a.countries
            and between in (" and ", ", ", " or ", "-")
        ):
            following = pieces.text[b.end : b.end + 20].split()
            shared = (
                b.type == "force"
                and b.head != "junta"
                and (b.source == "shape" or b.actor.text.endswith("forces"))
            )
            shared = shared or (
                bool(following) and following[0].strip(".,;") in ("forces", "troops", "soldiers")
            )
            if shared and (a.source == "demonym" or b.head or following):
                entity = force_entity(a.countries[0])
                out[n] = replace(a, actor=make_actor(a.actor.text, entity), type="force", source="shape")
    return out


def _bare_forces(pieces: Pieces) -> list[Mention]:
    """ "government forces", "the military", "police": forces whose country the sentence leaves out."""
    lasts = _last_words()
    return [
        made
        for last, word in enumerate(pieces.word)
        if (word in lasts or word.lower() in lasts)
        and not pieces.taken[last]
        and (made := _bare_force(pieces, last))
    ]


@cache
def _last_words() -> frozenset[str]:
    return frozenset(text.rsplit(" ", 1)[-1] for text in words_of("bare_forces"))


def _bare_force(pieces: Pieces, last: int) -> Mention | None:
    """The longest bare force that ends at piece `last`."""
    after = pieces.after(last, _JOINS).lower()
    if after in words_of("not_force_before"):
        return None
    for size in (3, 2, 1):
        i = last - size + 1
        if (
            i < 0
            or any(pieces.taken[i : last + 1])
            or any(g not in _JOINS for g in pieces.gap[i + 1 : last + 1])
        ):
            continue
        text = " ".join(pieces.word[i : last + 1])
        text = text[0].lower() + text[1:]
        if text not in words_of("bare_forces") or (size == 1 and _described(pieces, i)):
            continue
        pieces.take(i, last)
        start, end = pieces.start[i], pieces.end[last]
        return Mention(
            start, end, make_actor(pieces.span(i, last), Entity(slug(text), text, "force")), "force", "noun",
            head=pieces.word[last], head_end=end, definite=determined(pieces, i), plural=text.endswith("s"),
        )  # fmt: skip
    return None


def _described(pieces: Pieces, i: int) -> bool:
    """A single noun that a name or "foot" stands before: "foot soldiers", "Free Army"."""
    if not i or pieces.gap[i] not in _JOINS:
        return False
    before = pieces.word[i - 1]
    return before in ("foot", "child") or (before not in words_of("determiners") and not before.islower())


def determined(pieces: Pieces, i: int) -> bool:
    return i > 0 and pieces.word[i - 1].lower() in words_of("determiners") and pieces.gap[i] in _SPACE
