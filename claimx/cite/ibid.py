"""Note kinds and short forms: which earlier note "Ibid.", "op. cit." or "Nawaz, *Arena*, 12" stands for.

A short form is resolved only when exactly one antecedent fits; two or more keep every candidate. Works are
indexed (`memory.py`), so that the cost grows with the notes and not with their square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimx.cite.antecedents import Hit, bare_hit, cited_hit, ibid_hit, is_bare, talk_hit
from claimx.cite.entries import parse_pieces
from claimx.cite.entries.clean import clean, plain
from claimx.cite.entries.short import read_bare, read_cited, read_ibid, same_author
from claimx.cite.entries.signals import take_signal
from claimx.cite.entries.split import Piece
from claimx.cite.memory import TALK, Memory, Work
from claimx.model import Reference, Stance
from claimx.resources import uncollected

_TRIVIAL = re.compile(
    r"^(?:\(?(?:emphasis|italics?|translations?|my|author[’']?s?|hervorhebung|trad(?:uction|ucción)?"
    r"|übersetzung)\b"
    r"[^.]{0,60}|accessed [^.]*|[\W\d]*)[.)]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as printed, without its number: markdown may (and should) still be in `text`."""

    number: str | None
    text: str
    article: int | None = None


@dataclass(frozen=True, slots=True)
class ResolvedNote:
    """What a note is and what it stands for.

    `kind`: source | short | ibid | commentary | interview | mixed. `resolves_to`: which note has the
    full citation, through chains; None for full sources, remarks and ambiguous short forms. `via`: the steps
    ("ibid", "short-title", "as-quoted-in"). `references`: every source in full (an ibid carries its
    antecedent's CSL with its own locator and stance). `candidates`: numbers that fit equally well
    (`resolves_to` is
    None then, and `references` holds all). `problems`: short codes such as "short-form-without-antecedent".
    """

    number: str | None
    article: int | None
    text: str
    kind: str
    resolves_to: str | None = None
    via: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    candidates: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@uncollected()
def resolve_notes(notes: Sequence[NoteText]) -> list[ResolvedNote]:
    """Kinds and antecedents of the notes of one document, in order (numbers restart with `article`).

    `resolve_notes([NoteText("1", "Gul, *The Frontier* (Penguin, 2010)."), NoteText("2", "Ibid., 7.")])` gives
    kinds source and ibid, the second with resolves_to "1", via ("ibid",), the first's CSL and locator "7".
    """
    memories: dict[int | None, Memory] = {}
    return [_resolve(note, memories.setdefault(note.article, Memory())) for note in notes]


def _resolve(note: NoteText, memory: Memory) -> ResolvedNote:
    hits: list[Hit] = []
    fresh: list[Work] = []
    for hit in _hits(note, memory):
        hits.append(hit)
        if hit.works:
            memory.last, memory.last_via = (
                (hit.works if hit.kind != "source" else [*fresh, *hit.works]),
                hit.via,
            )
            fresh += hit.works
            memory.last_talk = hit.kind == "interview"
    if note.number is not None and fresh:
        memory.notes.setdefault(note.number, fresh)
    return _outcome(note, hits)


def _hits(note: NoteText, memory: Memory) -> Iterator[Hit]:
    """What each part of the note is, in order; full sources are remembered as they come."""
    cleaned = clean(note.text)
    head, stance, _ = take_signal(cleaned)
    ibid = read_ibid(head) or read_ibid(cleaned)
    if ibid:
        yield ibid_hit(memory, ibid, stance or Stance.SUPPORTS)
        if not ibid.rest:
            return
        yield from _rest_hits(note, ibid.rest, memory)
        return
    other = same_author(head)
    if other and memory.last:
        yield from _carry_author(note, other, memory)
        return
    yield from _rest_hits(note, note.text, memory)


def _rest_hits(note: NoteText, text: str, memory: Memory) -> Iterator[Hit]:
    for piece, reference in parse_pieces(text):
        yield _piece_hit(note, piece, reference, memory)


def _carry_author(note: NoteText, text: str, memory: Memory) -> Iterator[Hit]:
    author = memory.last[-1].reference.csl.get("author")
    for piece, reference in parse_pieces(text):
        if reference is not None and author and "author" not in reference.csl:
            csl = {**reference.csl, "author": author}
            reference = replace(
                reference, csl={k: csl[k] for k in ("id", "type", "author", *csl) if k in csl}
            )
        yield _piece_hit(note, piece, reference, memory)


def _piece_hit(note: NoteText, piece: Piece, reference: Reference | None, memory: Memory) -> Hit:
    text = piece.text
    ibid = read_ibid(text)
    if ibid and not ibid.rest:
        return ibid_hit(memory, ibid, piece.stance)
    cited = read_cited(text)
    if cited:
        return cited_hit(memory, cited, piece.stance)
    if reference is not None and reference.csl["type"] in TALK:
        return talk_hit(note.number, reference, memory)
    bare = read_bare(text)
    if bare and (reference is None or is_bare(reference.csl, bare)):
        hit = bare_hit(memory, bare, piece.stance, reference)
        if hit:
            return hit
    if reference is None:
        return Hit("trivial" if _TRIVIAL.match(plain(text)) else "commentary")
    via = ("as-quoted-in",) if piece.stance is Stance.QUOTED_IN else ()
    work = memory.add(note.number, reference)
    return Hit("source", [work], reference, via, stance=piece.stance)


def _outcome(note: NoteText, hits: list[Hit]) -> ResolvedNote:
    hits = [h for h in hits if h.kind != "trivial"] or [Hit("commentary")]
    kinds = [h.kind for h in hits]
    sources = [h for h in hits if h.kind != "commentary"]
    leaning = next(
        (h for h in sources if h.kind in ("short", "ibid", "interview") and h.reference is None), None
    )
    references, seen = [], set()
    for hit in sources:
        for reference in _references(hit):
            key = (id(reference.csl), reference.locator, reference.stance)
            if key not in seen:
                seen.add(key)
                references.append(reference)
    candidates: tuple[str, ...] = ()
    target = None
    if leaning and leaning.works:
        numbers = list(dict.fromkeys(w.number for w in leaning.works if w.number is not None))
        if leaning.ambiguous and len(numbers) > 1:
            candidates = tuple(numbers)
        elif numbers:
            target = numbers[0] if len(numbers) == 1 or leaning.kind != "ibid" else None
            candidates = () if target else tuple(numbers)
    if target == note.number:
        target = None
    return ResolvedNote(
        note.number, note.article, note.text, _kind(kinds), target,
        tuple(dict.fromkeys(v for h in sources for v in h.via)), tuple(references), candidates,
        tuple(dict.fromkeys(h.problem for h in hits if h.problem)),
    )  # fmt: skip


def _references(hit: Hit) -> list[Reference]:
    if hit.reference is not None:
        return [hit.reference]
    return [Reference(w.reference.csl, hit.stance, hit.locator) for w in hit.works]


def _kind(kinds: list[str]) -> str:
    if "commentary" in kinds:
        return "commentary" if set(kinds) == {"commentary"} else "mixed"
    for kind in ("source", "interview"):
        if kind in kinds:
            return kind
    return "ibid" if kinds[0] == "ibid" else "short"
