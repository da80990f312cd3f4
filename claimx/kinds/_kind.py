"""What every kind of claim shares: the shape of a finding, and how trigger words are looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from claimx.kinds._scene import Scene
from claimx.model import Kind
from claimx.syntax.inflect import noun_forms, verb_forms
from claimx.syntax.parse import Parse


@dataclass(slots=True)
class Found:
    """A claim before it knows its document, its citation and its date.

    `trigger` is the word index of the trigger's head; `cluster` every word that tells of the same
    deed (for the date and the clause); `inferred` names the slots that were worked out, not read.
    """

    kind: Kind
    claim: dict[str, Any]
    trigger: int
    rule: str
    cluster: tuple[int, ...] = ()
    inferred: tuple[str, ...] = ()
    polarity: str | None = None
    modality: str | None = None
    attributed_to: str | None = None
    date_of: tuple[int, ...] = ()
    anaphoric: bool = False
    dated_by: Any = None
    order: int = 0
    present: bool = False
    context: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KindSpec:
    """One kind of claim: its name, the forms that make a sentence worth parsing, its finder, its id's prefix."""

    kind: Kind
    prefix: str
    cues: Callable[[], frozenset[str]]
    find: Callable[[Scene], list[Found]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a lexicon: the lemma, its part of speech, the row's other fields."""

    lemma: str
    pos: str
    row: dict[str, Any]


class TriggerIndex:
    """Lexicon rows by printed form: roles first, then the longest phrase ("suicide bombing" before "bombing")."""

    def __init__(self, rows: Iterable[tuple[str, str, dict[str, Any]]]):
        self.by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for lemma, pos, row in rows:
            entry = Entry(lemma, pos, row)
            for form in verb_forms(lemma) if pos == "verb" else noun_forms(lemma):
                parts = tuple(form.split())
                self.by_first.setdefault(parts[0], []).append((parts, entry))
        for entries in self.by_first.values():
            entries.sort(key=lambda e: (not e[1].row.get("role"), -len(e[0])))

    def starts(self, parse: Parse) -> list[int]:
        """The words at which an entry may start: those worth asking `at` about."""
        return parse.having(self.by_first.keys())

    def at(self, parse: Parse, i: int) -> list[tuple[int, Entry]]:
        """Entries that start at word i: (index of the head word, entry), longest first.

        A verb's particle may stand off: "carried the attack out", "set the barracks ablaze".
        """
        lowers = parse.lowers
        entries = self.by_first.get(lowers[i], ())
        behind = frozenset(lowers[i + 1 :]) if len(entries) > 1 else lowers
        out = []
        for parts, entry in entries:
            size = len(parts)
            if size == 1:
                out.append((i, entry))
            elif parts[-1] not in behind:
                continue
            elif "~" in parts:
                if self._gapped(parse, i, parts) is not None:
                    out.append((i, entry))
            elif lowers[i : i + size] == parts:
                out.append((i if entry.pos == "verb" else i + size - 1, entry))
            elif entry.pos == "verb" and size == 2 and self._apart(parse, i, parts[1]):
                out.append((i, entry))
        return out

    @staticmethod
    def _gapped(parse: Parse, i: int, parts: tuple[str, ...]) -> int | None:
        """ "put ~ to death" in "put some 40 captured villagers to death": where the last word stands, or None."""
        words = parse.words
        at, limit, n = i, i + 1, 1
        while n < len(parts):
            if parts[n] == "~":
                limit = at + 9
                n += 1
                continue
            at = next(
                (
                    k
                    for k in range(at + 1, min(max(limit, at + 1) + 1, len(words)))
                    if words[k].lower == parts[n]
                ),
                -1,
            )
            if at < 0 or any(
                w.text in (";", "—") or w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words[i + 1 : at]
            ):
                return None
            limit = at + 1
            n += 1
        return at

    @staticmethod
    def _apart(parse: Parse, i: int, rest: str) -> bool:
        between = parse.lowers[i + 2 : i + 9]
        return rest in between and parse.words[i + 2 + between.index(rest)].head == i


def first_words(lemmas: Iterable[tuple[str, str]]) -> set[str]:
    """The words that the forms of (lemma, part of speech) begin with: the cheap cue."""
    return {
        form.partition(" ")[0]
        for lemma, pos in lemmas
        for form in (verb_forms(lemma) if pos == "verb" else noun_forms(lemma))
    }
