"""Arithmetic on spans: text as a reader reads it, and from there back to the source.

`as_read` folds what print and markup did to a text (line feeds, mended hyphens, emphasis,
links); `join_spans` does the same over several pieces of a document and remembers where
every character stands. Offsets are code points, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimx.model import Span

_SOFT_HYPHEN = "\u00ad"
_ENTITIES = {"quot": '"', "amp": "&", "lt": "<", "gt": ">", "apos": "'", "#39": "'", "nbsp": " "}

# One pass finds all that has to be folded. Order matters: an escape shields what follows it.
_FOLD = re.compile(
    r"""
    (?P<escape>\\(?=[!-/:-@\[-`{-~]))                 # \$725 million
  | \xad\s*\n\s* | \xad                                # a mended line-end hyphen
  | (?P<hyphen>(?<=\w-)[^\S\n]*[\n\f]\s*(?=\w))        # Al-⏎Qaeda
  | (?P<url>(?<=[\w]/)[^\S\n]*[\n\f]\s*(?=[a-z0-9]))   # https://site.org/⏎page
  | (?P<blank>[^\S ]\s* | [ ]\s+)                      # any run of blanks that is not one blank
  | (?:&\}?|(?<![\w&])(?=quot;\w))(?P<entity>quot|amp|lt|gt|apos|\#39|nbsp);  # &quot; and OCR's ^{15 &}quot;
    """,
    re.VERBOSE,
)
_EMPHASIS = re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])([^*]{1,400}?)(?<=[^\s*\\])\1(?![\w]|\*\w)")
_UNDERLINED = re.compile(r"(?<![\w/\\])(_{1,2})(?=[^\s_])([^_\n]{1,200})(?<=[^\s_])\1(?![\w/])")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{1,200})(\]\((?:[^()\s]|\([^()\s]*\)){0,500}\))")
_AUTOLINK = re.compile(r"(<)((?:https?|ftp)://[^<>]{1,1000})(>)")
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")

_NEAR = 40_000  # how far around a line-end hyphen the whole word is looked for
_LONGEST_PAIR = 2_000  # characters from an opening mark to its partner, at most

Edit = tuple[int, int, str]  # start, end, what stands there instead


def as_read(text: str) -> str:
    """`text` as a reader reads it: one line, no markup.

    >>> as_read("fighters of *Al-\\nQaeda* ([Dawn](#), May\\n3)")
    'fighters of Al-Qaeda (Dawn, May 3)'
    """
    return join_spans(text, ((0, len(text)),)).text


class Joined:
    """Pieces of a document joined, with the way back.

    `text` is what a reader reads; `source` leads from a place in it to `Document.text`.
    """

    __slots__ = ("_at", "_document", "_pairs", "_pieces", "_starts", "text")

    def __init__(
        self,
        text: str,
        starts: list[int],
        at: list[Span],
        pieces: tuple[Span, ...],
        pairs: list[tuple[int, int, int, int]],
        document: str,
    ):
        self.text = text
        self._document = document
        self._starts = starts  # offset in `text` where each run begins
        self._at = at  # source span of each run; a run of another length is one replacement
        self._pieces = pieces
        self._pairs = pairs  # markup pairs: opening start, end, closing start, end

    def position(self, offset: int) -> int:
        """Where the character at `offset` of `text` begins in the source."""
        run = bisect_right(self._starts, offset) - 1
        start, end = self._at[run]
        return min(start + offset - self._starts[run], max(end - 1, start))

    def _after(self, offset: int) -> int:
        """Where the character at `offset` of `text` ends in the source."""
        run = bisect_right(self._starts, offset) - 1
        start, end = self._at[run]
        inside = offset - self._starts[run]
        following = self._starts[run + 1] if run + 1 < len(self._starts) else len(self.text)
        return end if offset + 1 == following else start + inside + 1

    def source(self, start: int, end: int) -> tuple[Span, ...]:
        """Spans in the source of `text[start:end]`: disjoint, no blanks at their ends."""
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start >= end:
            return ()
        first, last = self.position(start), self._after(end - 1)
        holes: list[Span] = []
        if self._pairs:
            first, last, holes = self._balance(first, last)
        spans = []
        inside = False
        for low, high in self._pieces:
            begins = low <= first < high
            if begins:
                inside = True
            if inside:
                ends = low < last <= high and (not begins or last > first)
                spans.append((first if begins else low, last if ends else high))
                if ends:
                    break
        for hole in holes:
            spans = [trim(self._document, *part) for span in spans for part in _without(span, hole)]
        return tuple(span for span in spans if span[0] < span[1])

    def _balance(self, first: int, last: int) -> tuple[int, int, list[Span]]:
        """Take in the partner of a mark that stands at the edge; leave out a mark without partner."""
        holes = []
        low = bisect_left(self._pairs, (first - _LONGEST_PAIR,))
        high = bisect_left(self._pairs, (last,))
        for open_start, open_end, close_start, close_end in self._pairs[low:high]:
            opens = first <= open_start and open_end <= last
            closes = first <= close_start and close_end <= last
            if opens and not closes:
                if close_start == last:
                    last = close_end
                else:
                    holes.append((open_start, open_end))
            elif closes and not opens:
                if open_end == first:
                    first = open_start
                else:
                    holes.append((close_start, close_end))
        return first, last, holes


def join_spans(document_text: str, spans: Sequence[Span]) -> Joined:
    """The pieces `spans` of `document_text` as one text, in the order given.

    Two pieces are joined by a blank unless a word (or an address) is cut in two.

    >>> join_spans("the insurg\u00ad\\n\\n12 Ibid.\\n\\nency grew", ((0, 11), (23, 32))).text
    'the insurgency grew'
    """
    parts: list[str] = []
    starts: list[int] = []
    at: list[Span] = []
    pairs: list[tuple[int, int, int, int]] = []
    length = 0

    def put(piece: str, start: int, end: int) -> None:
        nonlocal length
        if piece:
            starts.append(length)
            at.append((start, end))
            parts.append(piece)
            length += len(piece)

    before: Span | None = None
    for low, high in spans:
        glued, cut = (False, 0) if before is None else _glue(document_text, before, low, high)
        if cut:  # a hyphen that only the line end put there
            length -= cut
            parts[-1] = parts[-1][:-cut]
            at[-1] = (at[-1][0], at[-1][1] - cut)
        if before is not None and not glued:
            put(" ", before[1], before[1])
        edits = _edits(document_text, low, high, pairs)
        place = low
        for start, end, instead in edits:
            put(document_text[place:start], place, start)
            put(instead, start, end)
            place = end
        put(document_text[place:high], place, high)
        before = (low, high)
    return Joined("".join(parts), starts, at, tuple(spans), sorted(pairs), document_text)


def _edits(text: str, low: int, high: int, pairs: list[tuple[int, int, int, int]]) -> list[Edit]:
    """What to fold in `text[low:high]`, in order; markup pairs are added to `pairs`."""
    edits: list[Edit] = []
    for match in _FOLD.finditer(text, low, high) if _may_fold(text[low:high]) else ():
        kind = match.lastgroup
        start, end = match.span()
        if kind == "blank":
            edits.append((start, end, " "))
        elif kind == "entity":
            edits.append((start, end, _ENTITIES[match["entity"]]))
        elif kind == "hyphen":
            cut = _mended(text, low, start, end, high)
            edits.append((start - cut, end, ""))
        elif kind == "url" and not _URL_TAIL.search(text, max(low, start - 300), start):
            edits.append((start, end, " "))
        else:
            edits.append((start, end, ""))
    marks = [(sign, pattern) for sign, pattern in _MARKUP if text.find(sign, low, high) >= 0]
    if marks:
        for _, pattern in marks:
            for match in pattern.finditer(text, low, high):
                inner, outer = match.span(2), match.span()
                pairs.append((outer[0], inner[0], inner[1], outer[1]))
                edits.append((outer[0], inner[0], ""))
                edits.append((inner[1], outer[1], ""))
        edits = _disjoint(edits)
    return edits


def _may_fold(piece: str) -> bool:
    """The cheap test: odd blanks and soft hyphens count as unprintable."""
    return not piece.isprintable() or any(sign in piece for sign in ("  ", "\\", "&", "quot;"))


_MARKUP = (("*", _EMPHASIS), ("_", _UNDERLINED), ("](", _LINK), ("<", _AUTOLINK))


def _disjoint(edits: list[Edit]) -> list[Edit]:
    """The edits in order; where two overlap the longer one from the left stays."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one[0], -one[1])):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _mended(text: str, low: int, start: int, end: int, high: int) -> int:
    """1 when the hyphen before a line end only splits a word that the document prints whole
    elsewhere ("insur-⏎gents"), 0 when it belongs there ("Al-⏎Qaeda")."""
    left = _LAST_WORD.search(text, max(low, start - 30), start - 1)
    right = _FIRST_WORD.match(text, end, min(high, end + 30))
    if not left or not right or not right[0].islower() or len(left[0]) < 2:
        return 0
    near = max(0, start - _NEAR), end + _NEAR
    if text.find(f"{left[0]}-{right[0]}", *near) >= 0:
        return 0
    return int(text.find(f"{left[0]}{right[0]}", *near) >= 0)


def _glue(text: str, before: Span, low: int, high: int) -> tuple[bool, int]:
    """Whether two pieces go together without a blank, and how many characters of the first go."""
    end = before[1]
    last = text[end - 1]
    if last == _SOFT_HYPHEN:
        return True, 0
    if not text[low : low + 1].isalnum():
        return False, 0
    if last == "-" and end - before[0] > 1 and text[end - 2].isalnum():
        return True, _mended(text, before[0], end, low, high)
    address = last in "/_=" and text[low].islower() and _URL_TAIL.search(text, max(before[0], end - 300), end)
    return bool(address), 0


def _without(span: Span, hole: Span) -> list[Span]:
    """`span` less `hole`: one part or two."""
    if hole[1] <= span[0] or hole[0] >= span[1]:
        return [span]
    return [part for part in ((span[0], hole[0]), (hole[1], span[1])) if part[0] < part[1]]


def trim(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends (empty when there is nothing else).

    >>> trim("a  b ", 1, 5)
    (3, 4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
