"""What is known of a paper's sources: the records that an inventory holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimx.cite.ibid import ResolvedNote
from claimx.model import Callout, Citation, Problem, Reference, Span
from claimx.spans import Joined


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the document: its block, its words as read, and what `resolve_notes` made of it."""

    block: int
    text: str
    spans: tuple[Span, ...]
    resolved: ResolvedNote
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the reference list; `key` is "Young & Dugan, 2014" (or its printed number)."""

    block: int
    key: str | None
    text: str
    spans: tuple[Span, ...]
    references: tuple[Reference, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A callout with what it points to. `at` is an offset in the document's text.

    `status`: resolved | commentary | missing | ambiguous. `target`: a note's number or a reference's key.
    `note`: the words of the note pointed to. `misspelt`: the names of the entry are spelt otherwise.
    """

    callout: Callout
    block: int
    article: int | None
    at: int
    target: str | None
    status: str
    via: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    date: str | None = None
    date_basis: str | None = None
    lost_before: bool = False
    note: str | None = None
    misspelt: bool = False


@dataclass(frozen=True)
class Holdings:
    """Everything a document cites, and what is wrong.

    `joined` holds the joined texts of the blocks, for later stages to use again.
    """

    document_id: str
    notes: tuple[Note, ...] = ()
    listed: tuple[Listed, ...] = ()
    cited: tuple[Cited, ...] = ()
    problems: tuple[Problem, ...] = ()
    joined: Mapping[int, Joined] = field(default_factory=dict)
    by_block: Mapping[int, tuple[Cited, ...]] = field(default_factory=dict)
    note_of_block: Mapping[int, Note] = field(default_factory=dict)
    table_sources: Mapping[int, tuple[Citation, ...]] = field(default_factory=dict)

    @property
    def callouts(self) -> dict[int, tuple[Callout, ...]]:
        """Callouts by block index, offsets in the block's joined text: what `make_sentences` takes."""
        return {block: tuple(one.callout for one in some) for block, some in self.by_block.items()}
