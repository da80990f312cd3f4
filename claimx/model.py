"""Every record and enumeration of claimx, as frozen dataclasses. Standard library only.

Offsets are code points, half-open. Offsets named `start`/`end` on a Timex, Mention,
Quantity or Callout are offsets in the string that was searched; a `Span` on a Block or
a Sentence is an offset in `Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Span = tuple[int, int]


class Zone(StrEnum):
    """What a block of a document is."""

    BODY = "body"
    ABSTRACT = "abstract"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    NOTE = "note"
    REFERENCE = "reference"
    FURNITURE = "furniture"
    FRONT = "front"


class Kind(StrEnum):
    """The kinds of claim."""

    ATTACK = "attack"
    STRENGTH = "strength"
    ALLEGIANCE = "allegiance"


class Polarity(StrEnum):
    """Whether the text says that it happened."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Modality(StrEnum):
    """How far the text vouches for it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PROSPECTIVE = "prospective"


class Basis(StrEnum):
    """What a date rests on."""

    EXPLICIT = "explicit"
    INFERRED_YEAR = "inferred-year"
    RELATIVE = "relative"
    CONTEXT = "context"
    PUBLICATION = "publication"


class Stance(StrEnum):
    """How a note stands to the work it names."""

    SUPPORTS = "supports"
    SEE_ALSO = "see-also"
    CONTRASTS = "contrasts"
    QUOTED_IN = "quoted-in"


@dataclass(frozen=True, slots=True)
class Problem:
    """Bad input as a value: nothing is lost in silence.

    `where` is a document id or path, `code` a short stable name, `message` one line.
    """

    code: str
    message: str
    where: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its place in `Document.text` and, for PDF, on the page (PDF points, top-left origin).

    `zone` is what the layout proves (a PDF knows its page foot); None when only the words can tell.
    """

    start: int
    end: int
    page: int | None = None
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
    size: float | None = None
    zone: Zone | None = None
    xs: bytes | None = None  # left and right of each blank-separated word in turn, as native float32


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read. `text` is the decoded text (BOM out, CRLF and CR as LF), or for PDF the
    reading order with pages joined by U+000C, raised digits as Unicode superscripts and a mended
    line-end hyphen as U+00AD before the line feed."""

    id: str
    text: str
    media_type: str = "text/plain"
    sha256: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    container_title: str | None = None
    published: str | None = None
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One paper of an issue: number from 1, its own title and authors, where it starts and ends."""

    number: int
    title: str
    authors: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, note, reference entry, table row … as a reader reads it.

    `spans` are its pieces in `Document.text`, in order, without blanks at the ends; a paragraph
    that a note block or a page break cuts has several. `number` is a note's printed number,
    `inferred` tells that the number was worked out from the sequence.
    """

    zone: Zone
    spans: tuple[Span, ...]
    number: str | None = None
    article: int | None = None
    section: str | None = None
    inferred: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Callout:
    """The place that points to a source, found in a block's joined text.

    `form`: superscript | plain-digits | bracket | inline | author-year. `marker` is a note's
    number; `text` the words as printed for one cited work. `start`/`end` bound what has to be
    cut for the sentence to read on (a whole parenthesis is shared by its works).
    """

    form: str
    start: int
    end: int
    marker: str | None = None
    text: str | None = None
    inferred: bool = False
    at: int | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a reader reads it.

    `text` is the quote: the spans of the document joined (see spans.join_spans), callouts kept
    as printed. `plain` is the same without callouts and source parentheses: what is analysed.
    `to_text[i]` is the offset in `text` of `plain[i]`. `block` and `paragraph` index the
    document's blocks; `callouts` have offsets in `text`.
    """

    text: str
    plain: str
    to_text: tuple[int, ...]
    spans: tuple[Span, ...]
    zone: Zone
    index: int
    block: int
    section: str | None = None
    article: int | None = None
    note: str | None = None
    callouts: tuple[Callout, ...] = ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression. `edtf` is ISO 8601-2; `earliest`/`latest` ISO days or None where open."""

    start: int
    end: int
    text: str
    edtf: str
    earliest: str | None
    latest: str | None
    qualifier: str | None = None
    basis: Basis = Basis.EXPLICIT


@dataclass(frozen=True, slots=True)
class Range:
    """A number as printed: "at least 54 people" is min 54, max None; "up to 40" min None, max 40."""

    min: int | float | None
    max: int | float | None
    approx: bool
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """As printed (or what a pronoun stands for), the usual full name, an id all aliases share."""

    text: str
    name: str
    id: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed, its gazetteer name, the country it lies in."""

    text: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """The date of a claim."""

    edtf: str
    earliest: str | None
    latest: str | None
    text: str | None
    qualifier: str | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Reference:
    """A source in full: CSL-JSON with the stance and the locator the note gives it."""

    csl: dict[str, Any]
    stance: Stance = Stance.SUPPORTS
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Claim -> source, as ledger-v1 writes it."""

    type: str
    marker: str | None
    article: int | None
    text: str | None
    scope: str
    status: str
    via: tuple[str, ...] = ()
    inferred: bool = False
    date: str | None = None
    date_basis: str | None = None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a claim rests on and where they stand."""

    quote: str
    spans: tuple[Span, ...]
    page: int | None
    boxes: tuple[tuple[float, ...], ...] | None
    section: str | None
    zone: Zone
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a ledger line says of its document."""

    id: str
    media_type: str
    sha256: str
    title: str | None
    authors: tuple[str, ...]
    container_title: str | None
    article: int | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of the ledger."""

    id: str
    kind: Kind
    document: DocumentInfo
    claim: dict[str, Any]
    date: Date | None
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    evidence: Evidence
    citations: tuple[Citation, ...]
    confidence: float
    rule: str
    schema: str = field(default="claimx/1")
