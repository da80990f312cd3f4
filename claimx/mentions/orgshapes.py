"""Groups nobody listed, by shape: "Kamtok Liberation Front", "Jaysh al-Tawhid", "XYZ militants".

A run of capitalised words that holds an organisation's head word is a group; with a civil head
(University, Agreement, Operation …) it is found as civil, so that nothing else takes it for one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from claimx.mentions.entities import Entity, Names, make_actor, slug, words_of
from claimx.mentions.folding import STRICT, is_acronym, is_connector, plain
from claimx.mentions.known import with_bracket
from claimx.mentions.pieces import Mention, Pieces
from claimx.mentions.placenames import place_key, place_table

_GAPS = frozenset((" ", "-", "‑", "–", "\n", "-\n", "\u00a0", "- "))


def find_shapes(pieces: Pieces, found: list[Mention], index: Names) -> list[Mention]:
    """Mentions by shape among the pieces that no name took yet (`pieces.taken` is brought up to date)."""
    heads, prefixes, civil = words_of("heads"), words_of("prefixes"), words_of("civil")
    out = []
    demonyms = {
        bisect_left(pieces.start, m.start) for m in found if m.source == "demonym" and " " not in m.actor.text
    }
    for first, last in _runs(pieces):
        words = [plain(w) for w in pieces.word[first : last + 1]]
        if words[-1] in words_of("geographic") or all(
            w in words_of("forces") or w in words_of("force_modifiers") for w in words
        ):
            continue
        if len(words) > 1 and words[1] in words_of("geographic") and place_key(words[0]) in place_table():
            continue  # "Bajaur Agency of KP"
        civil_at = any(w in civil for w in words)
        led = any(w in prefixes for w in words[:2]) and len(words) > 1
        headed = any(w in heads for w in words) and len([w for w in words if not is_connector(w)]) > 1
        if civil_at and (headed or led or len(words) > 1):
            pieces.take(first, last)
            out.append(_made(pieces, first, last, "org-civil", index))
        elif led or headed:
            if (
                headed
                and first - 1 in demonyms
                and pieces.gap[first] == " "
                and not pieces.possessive(first - 1)
            ):
                first -= 1  # "Kosovar Protection Brigade"
                words = [plain(pieces.word[first]), *words]
            pieces.take(first, last)
            out.append(_made(pieces, first, last, _kind(words), index))
    out += _acronyms(pieces, index)
    return out


def _runs(pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with the small words inside them: first and last piece."""
    following, stop, inner = 0, words_of("not_first"), words_of("inner")
    for i in pieces.capitals:
        if i < following or pieces.taken[i] or not _counts(pieces, i):
            continue
        low = pieces.word[i].lower()
        if low in stop and not (low in inner and _capital_next(pieces, i)):
            continue
        last = _run_end(pieces, i)
        yield i, last
        following = last + 1


def _counts(pieces: Pieces, i: int) -> bool:
    """ "26th of July Movement", "32 Battalion"; not the end of "12,000 Fighters", not a year."""
    word = pieces.word[i]
    if not word[0].isdigit():
        return True
    return pieces.gap[i][-1:] not in (",", ".", "-") and len(word) <= (2 if word.isdigit() else 4)


def _capital_next(pieces: Pieces, i: int) -> bool:
    return pieces.after(i, _GAPS)[:1].isupper() and not pieces.taken[i + 1]


def _run_end(pieces: Pieces, i: int) -> int:
    """Last piece of the run from `i`: "Front for Kamtok" reads on, "Front in Kamtok" does not."""
    heads = words_of("heads")
    last, opened, wide, headed = i, False, False, plain(pieces.word[i]) in heads
    j = i + 1
    while j < len(pieces) and j - last <= 3 and pieces.gap[j] in _GAPS:
        word = pieces.word[j]
        if pieces.possessive(j - 1) and plain(pieces.word[j - 1]) not in words_of("owners"):
            break
        if pieces.taken[j] and not (opened and j - last > 1):
            break
        if word[0].isupper() or (word[0].isdigit() and len(word) <= 4 and j == last + 1):
            if word.lower() in words_of("not_first") and word.lower() not in words_of("inner"):
                break
            last, headed = j, headed or plain(word) in heads
        elif not is_connector(word) and word not in words_of("openers"):
            break
        elif word in words_of("openers"):
            if not headed and word not in ("of", "de"):
                break
            opened, wide = True, wide or word in words_of("wide_openers")
        elif (word in STRICT and not (wide and j + 1 < len(pieces) and not pieces.taken[j + 1])) or (
            word in ("in", "on", "at") and not opened
        ):
            break
        j += 1
    return last


def _kind(words: list[str]) -> str:
    if words_of("party_heads") & set(words):
        return "party"
    if words_of("coalition_heads") & set(words[-1:]):
        return "coalition"
    return "group"


def _made(pieces: Pieces, first: int, last: int, kind: str, index: Names) -> Mention:
    start, end = pieces.start[first], pieces.end[last]
    if first and pieces.gap[first] in ("-", "- ") and pieces.word[first - 1].lower() in ("al", "el", "ul"):
        start = pieces.start[first - 1]
    text = pieces.text[start:end]
    mention = Mention(start, end, make_actor(text, Entity(slug(text), text, kind)), kind, "shape")
    return with_bracket(pieces, mention, index)


def _acronyms(pieces: Pieces, index: Names) -> list[Mention]:
    """An undefined acronym is a group when armed people or an act follow: "XYZ militants"."""
    out = []
    for i in pieces.capitals:
        word = pieces.word[i]
        if pieces.taken[i] or len(word) < 2 or not word[0].isupper() or not is_acronym(word):
            continue
        if (
            word.upper() in words_of("not_acronyms")
            or len(word) > 7
            or pieces.text.isupper()
            or word in index.defined
        ):
            continue
        nxt = i + 1
        if nxt < len(pieces) and pieces.gap[nxt] == " " and pieces.word[nxt] in words_of("acts"):
            pieces.take(i, i)
            entity = Entity(slug(word), word, "unknown")
            out.append(Mention(pieces.start[i], pieces.end[i], make_actor(word, entity), "unknown", "shape"))
    return out
