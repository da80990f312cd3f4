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
    """Lexicon rows by printed form; longest phrase first ("suicide bombing" before "bombing")."""

    def __init__(self, rows: Iterable[tuple[str, str, dict[str, Any]]]):
        self.by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for lemma, pos, row in rows:
            for form in verb_forms(lemma) if pos == "verb" else noun_forms(lemma):
                parts = tuple(form.split())
                self.by_first.setdefault(parts[0], []).append((parts, Entry(lemma, pos, row)))
        for entries in self.by_first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def forms(self) -> frozenset[str]:
        """First words of all forms: the cheap cue."""
        return frozenset(self.by_first)

    def at(self, parse: Parse, i: int) -> list[tuple[int, Entry]]:
        """Entries that start at word i: (index of the head word, entry), longest first.

        A verb's particle may stand off: "carried the attack out", "set the barracks ablaze".
        """
        words = parse.words
        entries = self.by_first.get(words[i].lower)
        if entries is None:
            return []
        out = []
        for parts, entry in entries:
            if len(parts) == 1:
                out.append((i, entry))
                continue
            if "~" in parts:
                end = self._gapped(parse, i, parts)
                if end is not None:
                    out.append((i, entry))
                continue
            window = [w.lower for w in words[i + 1 : i + len(parts)]]
            if tuple(window) == parts[1:]:
                out.append((i if entry.pos == "verb" else i + len(parts) - 1, entry))
            elif entry.pos == "verb" and len(parts) == 2 and self._apart(parse, i, parts[1]):
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
        for k in range(i + 2, min(i + 9, len(parse.words))):
            if parse.words[k].lower == rest:
                return parse.words[k].head == i
        return False
