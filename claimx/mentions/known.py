"""Names that a list knows: the longest match of the gazetteer or of the paper's own definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from claimx.mentions.entities import NO_ACTOR, Entity, Entry, NameRow, Names, make_actor, slug, words_of
from claimx.mentions.folding import STRICT, fold, fold_word, is_acronym, is_connector, plain
from claimx.mentions.pieces import Mention, Pieces
from claimx.resources import load_toml

# What may stand between the words of one name: "Kata’ib-Hezbollah", "NSCN (Khaplang)".
_NAME_GAPS = frozenset(
    (" ", "-", "‐", "‑", "–", "/", "- ", "\n", " - ", "\u00a0", " (", "-\n", ". ", "'", "’", "' ", "’ ",
     "'-", "’-")
)  # fmt: skip


def find_known(pieces: Pieces, index: Names) -> Iterator[Mention]:
    """Mentions of listed or defined actors, longest match first; the words are marked as taken."""
    words, following, size = pieces.word, 0, len(pieces.word)
    for i in _starts(pieces):
        if i < following or _is_small(words[i]) or words[i] in index.dead or _compounded(pieces, i):
            continue
        hit = _match_at(pieces, i, index)
        if hit is None:
            continue
        last, entries, source = hit
        if _goes_on_civil(pieces, last, entries):
            continue
        mention = _mention(pieces, i, last, entries, source, index)
        pieces.take(i - 1 if mention is not None and mention.start < pieces.start[i] else i, last)
        if mention is not None:
            mention = with_bracket(pieces, mention, index)
            yield mention
            while last + 1 < size and pieces.start[last + 1] < mention.end:
                last += 1
                pieces.taken[last] = True
        following = last + 1


def _compounded(pieces: Pieces, i: int) -> bool:
    """ "MP-GAM": the end of an acronym that no list knows names no part of it."""
    return (
        i > 0
        and pieces.gap[i] in ("-", "‑")
        and not pieces.taken[i - 1]
        and is_acronym(pieces.word[i - 1])
        and is_acronym(pieces.word[i])
    )


def _starts(pieces: Pieces) -> list[int]:
    """Words that a name may start with: capitals, digits, and the few names also printed in lower case."""
    lower = words_of("lower_names")
    if lower.isdisjoint(pieces.word):
        return pieces.capitals
    return sorted({*pieces.capitals, *(i for i, word in enumerate(pieces.word) if word in lower)})


def _goes_on_civil(pieces: Pieces, last: int, entries: tuple[Entry, ...]) -> bool:
    """ "National Action Plan", "Pakistan Institute": the name is part of a civil one."""
    nxt = last + 1
    if nxt >= len(pieces) or pieces.gap[nxt] not in (" ", "\n") or not pieces.word[nxt][0].isupper():
        return False
    unsure = entries[0].ambiguous or entries[0].entity.type in ("state", "party")
    if not unsure or pieces.end[last] + len(pieces.gap[nxt]) != pieces.start[nxt]:
        return False
    return pieces.word[nxt].lower() in words_of("civil")


def _is_small(word: str) -> bool:
    """ "Al", "The", "And": no name starts with its article (it is added to the left)."""
    return is_connector(word) or word in ("The", "And", "In", "Of", "For")


def _match_at(pieces: Pieces, i: int, index: Names) -> tuple[int, tuple[Entry, ...], str] | None:
    """(last piece, entries, source) of the longest name that starts at piece `i`."""
    word = pieces.word[i]
    key = fold(word)
    best: tuple[int, tuple[Entry, ...], str] | None = None
    for table, source in ((index.defined_names, "definition"), (index.names, "gazetteer")):
        seconds = table.get(key)
        if seconds and (hit := _longest(pieces, i, seconds)) and (best is None or hit[0] > best[0]):
            best = (*hit, source)
    acronym = _match_acronym(pieces, i, index)
    if acronym and (best is None or acronym[0] > best[0]):
        best = acronym
    if best is None and len(word) > 3 and (entries := index.words.get(fold_word(word))):
        entries = tuple(e for e in entries if _same_start(e.alias, word) and _same_word(e, word, i))
        if entries and not _given(pieces, i) and not (i and (_titled(pieces, i) or _surname(pieces, i))):
            best = (i, entries, "gazetteer")
    if best is None and not acronym and _is_dead(word, key, index):
        index.dead.add(word)
    return best


def _is_dead(word: str, key: str, index: Names) -> bool:
    """Whether no name starts with the word, whatever follows."""
    if len(word) < 2 or is_acronym(word) or word.isdigit():
        return False
    if key in index.names or key in index.defined_names:
        return False
    return fold_word(word) not in index.words


def _given(pieces: Pieces, i: int) -> bool:
    """ "Amal Haddad": a given name."""
    if pieces.word[i].lower() not in words_of("homonyms") or pieces.possessive(i):
        return False
    following = pieces.after(i)
    return following[:1].isupper() and not (following.lower() in words_of("heads") or is_acronym(following))


def _surname(pieces: Pieces, i: int) -> bool:
    """ "Richard Wagner", "Shaul Amal": a capitalised word before, and none that describes."""
    before, low = pieces.word[i - 1], pieces.word[i - 1].lower()
    if pieces.gap[i] != " " or not before[0].isupper() or pieces.taken[i - 1] or pieces.possessive(i - 1):
        return False
    if low in load_toml("lexicon/persons")["given"]:
        return True
    if i == 1 or pieces.word[i].lower() not in words_of("homonyms"):
        return False
    described = low in words_of("peoples") or low in words_of("not_first") or low in words_of("heads")
    return not (described or is_connector(low) or is_acronym(before))


def _titled(pieces: Pieces, i: int) -> bool:
    """ "Qari Fateh", "Mullah Badr": a person."""
    return (
        pieces.gap[i] == " "
        and pieces.word[i - 1][0].isupper()
        and pieces.word[i - 1].lower() in honorifics()
    )


@cache
def honorifics() -> frozenset[str]:
    """Titles that belong to a person's name: "mullah", "qari"."""
    return frozenset(load_toml("lexicon/persons")["honorifics"]) | {"abu", "abou", "umm", "bin", "ibn"}


def _same_start(alias: str, word: str) -> bool:
    """ "Hamas" is not "Hemas"; "Qaeda" and "Kaida" are one: the initial decides unless it is k or q."""
    core = alias.split("-", 1)[1] if alias[:3].lower() in ("al-", "el-", "as-") else alias
    if word.isupper() and plain(word) != plain(core):
        return False  # "FATA" is not Fatah, "HAMAS" is Hamas
    a, b = core[:1].lower(), word[:1].lower()
    return a == b or {a, b} <= {"k", "q"} or not (a.isascii() and b.isascii())


def _same_word(entry: Entry, word: str, i: int) -> bool:
    """ "They" is no spelling of "Thai", "Days" at the start none of "Dais": countries have one, and short words are words."""
    exact = entry.entity.type == "state" or (i == 0 and len(word) < 6)
    return not exact or plain(word) == plain(entry.alias)


def _longest(
    pieces: Pieces, i: int, seconds: Mapping[str, Sequence[NameRow]]
) -> tuple[int, tuple[Entry, ...]] | None:
    walked: list[tuple[int, str, bool]] = [(i, fold(pieces.word[i]), False)]
    _walk(pieces, walked, 2)
    rows = seconds.get(walked[1][1]) if len(walked) > 1 else None
    if rows is None:
        return None
    found: list[Entry] = []
    size = last = 0
    for keys, entry in rows:
        if found and len(keys) < size:
            break
        if len(walked) < len(keys):
            _walk(pieces, walked, len(keys))
        if len(walked) < len(keys):
            continue
        if all(k == w[1] for k, w in zip(keys, walked, strict=False)) and (
            entry.joins or not any(w[2] for w in walked[1 : len(keys)])
        ):
            found.append(entry)
            size, last = len(keys), walked[len(keys) - 1][0]
    return (last, tuple(found)) if found else None


def _walk(pieces: Pieces, walked: list[tuple[int, str, bool]], upto: int) -> None:
    """Adds the next words of a name: (piece, key, joined by "and"/"for"), articles left out."""
    at = walked[-1][0]
    while len(walked) < upto:
        joined = False
        at += 1
        while at < len(pieces) and pieces.gap[at] in _NAME_GAPS and is_connector(pieces.word[at]):
            joined = joined or pieces.word[at] in STRICT
            at += 1
        if at >= len(pieces) or not (pieces.gap[at] in _NAME_GAPS or pieces.gap[at] == ", "):
            return
        word = pieces.word[at]
        hyphened = pieces.gap[at] in ("-", "‑")
        if not (
            word[0].isupper()
            or word[0].isdigit()
            or hyphened
            or len(walked) > 1
            or word.lower() in words_of("heads")
            or pieces.word[walked[0][0]].lower() in words_of("heads")  # "Front de libération du Québec"
        ):
            return
        joined = joined or pieces.gap[at] == ", "
        walked.append((at, fold(word), joined))


def _match_acronym(pieces: Pieces, i: int, index: Names) -> tuple[int, tuple[Entry, ...], str] | None:
    """ "IS-K", "SPLM/A-IO", "M-19", "LeT": hyphened parts together first, then fewer."""
    word = pieces.word[i]
    if len(word) < 2 and not (i + 1 < len(pieces) and pieces.gap[i + 1] in ("-", "/", "‑", "–")):
        return None
    if len(word) > 1 and not is_acronym(word) and not word.isdigit():
        return None
    last = i
    while (
        last + 1 < len(pieces)
        and last - i < 3
        and pieces.gap[last + 1] in ("-", "/", "‑", "–")
        and pieces.word[last + 1][0].isalnum()
    ):
        last += 1
    while last >= i:
        key = "".join(pieces.word[i : last + 1]).replace(".", "")
        if (entity := index.defined.get(key)) is not None:
            return last, (Entry(key, entity),), "definition"
        entries = index.acronyms.get(key)
        if entries and (last > i or is_acronym(word)):
            return last, entries, "gazetteer"
        last -= 1
    return None


def _names_a_deal(pieces: Pieces, last: int) -> bool:
    """ "the Doha agreement", "Geneva talks": the capital says where, and stands for no government."""
    following = pieces.text[pieces.end[last] :].split(maxsplit=1)[:1]
    return bool(following) and following[0].lower().rstrip(".,;:") in words_of("deals")


def _mention(
    pieces: Pieces, i: int, last: int, entries: tuple[Entry, ...], source: str, index: Names
) -> Mention | None:
    if entries[0].entity is NO_ACTOR or (_shouting(pieces) and last == i):
        return None
    start, end = _with_article(pieces, i, entries), pieces.end[last]
    printed = pieces.text[start:end]
    if printed.count("(") > printed.count(")") and pieces.text[end : end + 1] == ")":
        end += 1
        printed = pieces.text[start:end]
    if printed.lower() in ("may", "march", "us", "male") and printed not in ("US", "Malé"):
        return None
    entry, doubt = index.resolve(entries, printed, pieces.text)
    candidates = tuple(sorted({e.entity.actor_id for e in entries})) if doubt else ()
    kind = "unknown" if doubt and len(candidates) > 1 else entry.entity.type
    entity = entry.entity
    if kind == "unknown":  # nobody can tell which ERP is meant: an id made from the text
        entity = Entity(slug(printed), printed, kind)
        kind = "group"
    if entry.demonym:
        source = "demonym"
    elif entry.entity.type == "state" and entry.ambiguous:
        if _names_a_deal(pieces, last):
            return None
        source, doubt = "capital", True
    affix = _affix(pieces, last)
    return Mention(
        start, end, make_actor(printed, entity), kind, source, doubt, affix=affix, candidates=candidates,
        definite=_definite(pieces, i), plural=entry.demonym and printed.endswith("s"),
        countries=entity.countries,
    )  # fmt: skip


def _shouting(pieces: Pieces) -> bool:
    """A headline in capitals: "IS" may be the verb there."""
    text = pieces.text
    return len(text) > 20 and text.isupper()


def _with_article(pieces: Pieces, i: int, entries: tuple[Entry, ...]) -> int:
    """ "al-Qaeda", "Al Shabaab", "El Mudzahid": the article belongs to the name; "the" does not."""
    if (
        i
        and is_connector(pieces.word[i - 1])
        and pieces.word[i - 1].lower() not in ("of", "the", "and", "in", "for", "to", "on", "a", "&", "at")
    ):
        article = pieces.word[i - 1].lower()
        if pieces.gap[i] in ("-", "‑", "–", "-\n", "- ") or (
            pieces.gap[i] == " " and article in ("al", "el")
        ):
            return pieces.start[i - 1]
    word = pieces.word[i - 1] if i else ""
    if word == "The" and any(e.alias.startswith("The ") for e in entries):
        return pieces.start[i - 1]
    return pieces.start[i]


def _definite(pieces: Pieces, i: int) -> bool:
    return i > 0 and pieces.word[i - 1].lower() in ("the", "both", "these", "those", "this", "that")


def _affix(pieces: Pieces, last: int) -> str | None:
    nxt = last + 1
    if nxt < len(pieces) and pieces.gap[nxt] in ("-", "‑", "–") and pieces.word[nxt] in words_of("affixes"):
        return pieces.word[nxt]
    return None


_BRACKETED = re.compile(r" ?[(\[]([^()\[\]]{2,40})[)\]]")


def with_bracket(pieces: Pieces, mention: Mention, index: Names) -> Mention:
    """ "Tehrik-e-Taliban Pakistan (TTP)" is one mention: the bracket names the same actor again."""
    if not pieces.text.startswith(("(", "["), mention.end + 1):
        return mention
    match = _BRACKETED.match(pieces.text, mention.end)
    if not match or mention.source in ("demonym", "capital"):
        return mention
    inner = match.group(1).strip("\"“”'’ ").removeprefix("the ").removeprefix("or ")
    key = inner.replace("-", "").replace("/", "").replace(".", "")
    same = index.defined.get(key)
    entries = index.acronyms.get(key, ()) or index.words.get(fold_word(inner), ())
    names_it = mention.actor.id in ({same.actor_id} if same else {e.entity.actor_id for e in entries})
    if not names_it and (
        same or entries or not (is_acronym(inner) and inner.isupper() and " " in mention.actor.text)
    ):
        return mention
    text = pieces.text[mention.start : match.end()]
    return replace(mention, end=match.end(), actor=replace(mention.actor, text=text))
