"""Armed people told by a common noun: "Shia militias", "unidentified gunmen", "the Bahadur group".

Also what a noun adds to a name: in "TTP fighters" the mention is TTP, its head "fighters".
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from claimx.mentions.entities import Entity, make_actor, slug, words_of
from claimx.mentions.folding import plain
from claimx.mentions.forces import determined
from claimx.mentions.pieces import Mention, Pieces
from claimx.mentions.placenames import place_key, place_table
from claimx.resources import load_jsonl

_SPACE = frozenset((" ", "\n", "\u00a0"))
_JOINS = frozenset((" ", "-", "‑", "–", "/", "\n", "-\n", "\u00a0"))


def find_members(pieces: Pieces, found: list[Mention]) -> list[Mention]:
    """`found` with head nouns set on names, and armed people and bodies told by noun added."""
    ends = {m.end: n for n, m in enumerate(found)}
    out: list[Mention | None] = list(found)
    members = words_of("members")
    extra: list[Mention] = []
    heads = _head_nouns()
    for h, word in enumerate(pieces.word):
        if pieces.taken[h] or (low := word if word in heads else word.lower()) not in heads:
            continue
        if h and pieces.gap[h] in ("-", "‑") and pieces.word[h - 1].lower() not in words_of("noun_prefixes"):
            continue  # "inter-group", "no-talks-with-terrorists", a web address
        if (
            h + 1 < len(pieces)
            and pieces.gap[h + 1] in _SPACE
            and not pieces.possessive(h)
            and _is_modifier(pieces.word[h + 1], low)
        ):
            continue  # "Kurdish militant organization", "Turkish military operations"
        if (
            word is not low
            and not (h and pieces.gap[h] in _JOINS and pieces.word[h - 1][0].isupper())
            and low not in members
        ):
            continue
        first, owner, capitals = _noun_phrase(pieces, h, ends)
        if owner is not None and out[owner] is not None:
            mention = out[owner]
            if mention.type == "state" and mention.source != "demonym":  # "anti-Pakistan outfits"
                if made := _member_mention(pieces, first, h, low, capitals):
                    extra.append(made)
                continue
            if (
                mention.source not in ("demonym", "capital")
                and (first == h or mention.end <= pieces.start[first])
                and not capitals
            ):
                if mention.head is None:
                    out[owner] = replace(mention, head=low, head_end=pieces.end[h])
                continue
            if mention.source in ("demonym",) and mention.end > pieces.start[first] - 1:
                if low in words_of("roles"):  # "an Israeli proxy" names whose proxy it is
                    continue
                out[owner] = None
        made = _member_mention(pieces, first, h, low, capitals)
        if made is not None:
            extra.append(made)
    return [m for m in out if m is not None] + extra


@cache
def _head_nouns() -> frozenset[str]:
    return words_of("members") | words_of("bodies") | words_of("forces")


def _is_modifier(following: str, noun: str) -> bool:
    """The noun only describes the next one: "rebel leader" names no rebel, "army base" no army."""
    if noun in words_of("forces") and following in words_of("not_force_before"):
        return True
    if noun in words_of("adjectives"):  # "terrorist attacks", but "a militant was", "each rebel who"
        return following not in words_of("after_noun")
    return following in words_of("members") or following in words_of("bodies")


def _noun_phrase(pieces: Pieces, h: int, ends: dict[int, int]) -> tuple[int, int | None, list[str]]:
    """(first piece of the noun phrase, mention before or inside it, its capitals that no list knows)."""
    modifiers, members, bodies = words_of("body_modifiers"), words_of("members"), words_of("bodies")
    first, owner, capitals = h, None, []
    j = h - 1
    while j >= 0 and h - j < 6 and _adjoins(pieces, j):
        word = pieces.word[j]
        if pieces.taken[j]:
            owner = ends.get(pieces.end[j], ends.get(pieces.end[j] + 1))  # "Ansar Dine (AD) fighters"
            if owner is None or capitals:
                return first, None, capitals
            adjective = pieces.end[j] in ends and _demonym_words(word)
            return (_start_of(pieces, j) if adjective else first), owner, capitals
        low = word.lower()
        body = pieces.word[h].lower() in bodies
        if pieces.possessive(j) and (first != h or not body or place_key(word) in place_table()):
            break  # "Sindh's groups", "Taylor's rebels" are no names; "Gulzar Imam's faction" is
        hyphened = pieces.gap[j + 1] in ("-", "‑", "–")
        named = word[0].isupper() and low not in words_of("not_first") and low not in modifiers
        if named and plain(word) not in words_of("peoples") and (j or (h - j > 1 and not hyphened)):
            capitals.insert(0, word)  # the sentence's first word is capital anyway
        elif not named:
            describes = hyphened or low in modifiers or low in members or low in bodies
            if not describes or word.isdigit() or (low in words_of("not_first") and not word.islower()):
                break
        first = j
        j -= 1
    return first, owner, capitals


def _adjoins(pieces: Pieces, j: int) -> bool:
    gap = pieces.gap[j + 1]
    return gap in _JOINS or (gap == ") " and pieces.taken[j])


def _demonym_words(word: str) -> bool:
    return plain(word) in _demonyms()


@cache
def _demonyms() -> frozenset[str]:
    rows = load_jsonl("gazetteer/countries")
    return frozenset(plain(name) for row in rows for name in (*row["adjectives"], *row["demonyms"]))


def _start_of(pieces: Pieces, j: int) -> int:
    while j and pieces.taken[j - 1] and pieces.gap[j] in _SPACE and _demonym_words(pieces.word[j - 1]):
        j -= 1
    return j


def _member_mention(pieces: Pieces, first: int, h: int, noun: str, capitals: list[str]) -> Mention | None:
    definite = determined(pieces, first)
    body = noun in words_of("bodies")
    if (
        noun in words_of("forces")
        and noun not in words_of("members")
        and noun not in words_of("bodies")
        and first == h
    ):
        return None
    if (
        first == h
        and noun in words_of("modified_only")
        and not (definite and noun in ("movement", "network", "coalition", "entity"))
    ):
        return None
    if body and first == h and not definite:
        return None
    start, end = pieces.start[first], pieces.end[h]
    text = pieces.text[start:end]
    named = body or noun in ("militia", "militias")
    kind, source = (
        ("group", "shape")
        if named and capitals and noun not in ("elements", "army", "party", "parties")
        else ("person-group", "noun")
    )
    pieces.take(first, h)
    entity = Entity(slug(text), text, kind)
    plural = noun.endswith("s") or noun in (
        "gunmen",
        "militiamen",
        "tribesmen",
        "leadership",
        "mujahideen",
        "mujahidin",
    )
    return Mention(
        start,
        end,
        make_actor(text, entity),
        kind,
        source,
        head=noun,
        head_end=end,
        definite=definite,
        plural=plural,
    )
