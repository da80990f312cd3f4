"""Date expressions in a sentence, as EDTF: the table of `ledger-v1` and the forms around it.

`find_timexes` gives what can be worked out, `find_unresolved` what is printed but lacks something
(the year of "January 21", the reference of "last August"). Ages, durations, counts and the numbers
of resolutions or roads are no dates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from claimx import edtf
from claimx.mentions.dates.company import plain
from claimx.mentions.dates.everyday import calendar_at
from claimx.mentions.dates.openings import OPENERS, expression_at
from claimx.mentions.dates.parts import Clock, Hit, Scan
from claimx.mentions.dates.shares import unit_at
from claimx.mentions.dates.words import CORE, may_hold_date, words
from claimx.model import Span, Timex

_URL = re.compile(r"(?:https?://|www\.)\S+|\b10\.\d{4,}/\S+")
# A date starts at most so many tokens before its first number, month or unit ("from around the very
# beginning of 2014").
_REACH = 7
_SENTENCE_END = re.compile(r"[.!?][\")”’]*\s+[A-Z]")
# Words before a date that belong to its text.
_LEADING = words("leading")
_STARTERS = OPENERS | words("starters")
_STARTING_KINDS = CORE - {"unit", "yesterday"}
# "(Daily Mail, July 9)": a source's own date; "(23 October)" belongs to the sentence.
_ASIDE = re.compile(r"\([^()]*[A-Z][^()]*$")
_OPENERS_OF_CLAUSES = {
    "since": edtf.since,
    "after": edtf.since,
    "following": edtf.since,
    "before": edtf.until,
    "until": edtf.until,
}
_CLAUSE = re.compile(
    r"\b(since|after|following|before|until)\b(?=(?:[^,;:.!?]|\.(?=[0-9]))*$)", re.IGNORECASE
)
_AT_ONCE = re.compile(
    r"\b(?:soon|shortly|immediately|just|right|days?|weeks?|months?|years?|hours?|decades?|long)\s*$",
    re.IGNORECASE,
)


def find_timexes(
    text: str,
    *,
    reference: str | None = None,
    anchor_year: int | None = None,
    anchor: str | None = None,
    calendar: bool = False,
) -> list[Timex]:
    """The dates of a text, in order, not overlapping; offsets are code points in `text`.

    `reference`: EDTF of the publication (or the day asked from): "last August", "past three
    years" and a date without a year lean on it, the latter by its latest reading not after it.
    `anchor_year`: the last year named before, for year-less dates when the reference is missing or
    only a year. `anchor`: EDTF of the last explicit date before ("the same year", "two days
    later"); a date of the text itself goes before it. `calendar`: everyday readings too ("on the
    15th", "next Monday", "Easter"), meant for short texts and never for papers.

    >>> found = find_timexes("In late 2021 and early 2022 they met; by May 3, 2023 it was over.")
    >>> [(timex.text, timex.edtf) for timex in found]
    [('In late 2021 and early 2022', '2021/2022'), ('by May 3, 2023', '../2023-05-03')]
    """
    clock = Clock(reference=reference, anchor=anchor, anchor_year=anchor_year, calendar=calendar)
    return [timex for timex, _ in _read(text, clock) if isinstance(timex, Timex)]


def find_unresolved(text: str, **known) -> list[tuple[int, int, str]]:
    """Dates that are printed but can't be worked out from what is known, as (start, end, text).

    Takes the keywords of `find_timexes`.

    >>> find_unresolved("Last August they signed; in 2014 they split.")
    [(0, 11, 'Last August')]
    """
    rows = _read(text, Clock(**known))
    return [(span[0], span[1], text[span[0] : span[1]]) for timex, span in rows if timex is None]


def timex_for(text: str, timex: Timex, at: int) -> Timex:
    """The date as it holds for what stands at offset `at` of the same text.

    In "Since the fall of the town in May 2014, raids have doubled" the fall is of 2014-05, the raids are
    of 2014-05/..: outside the clause, the date opens and takes the clause's words.

    >>> text = "After the siege ended in May 2014, raids doubled."
    >>> [date] = find_timexes(text)
    >>> timex_for(text, date, text.index("raids")).edtf, timex_for(text, date, text.index("siege")).edtf
    ('2014-05/..', '2014-05')
    """
    scope = clause_of(text, timex)
    if scope is None or scope[0][0] <= at < scope[0][1]:
        return timex
    (start, end), whole = scope
    first, last = edtf.bounds(whole)
    return replace(timex, start=start, end=end, text=text[start:end], edtf=whole, earliest=first, latest=last)


def clause_of(text: str, timex: Timex) -> tuple[Span, str] | None:
    """The clause "since …", "after …", "before …" that ends in the date, with the open interval it stands
    for; or None.

    "Shortly after", "two weeks after" leave the date as it is.
    """
    if edtf.is_interval(timex.edtf):
        return None
    window = text[max(0, timex.start - 120) : timex.start]
    match = _CLAUSE.search(window)
    if not match or _AT_ONCE.search(window[: match.start()]):
        return None
    inside = window[match.end() :]
    if len(inside.split()) > 16 or (" and " in inside and " which " in inside):
        return None
    start = timex.start - len(window) + match.start()
    return (start, timex.end), _OPENERS_OF_CLAUSES[match[1].lower()](timex.edtf)


def _read(text: str, clock: Clock) -> list[tuple[Timex | None, Span]]:
    """Every date printed, with its offsets; None for one that can't be worked out."""
    if not clock.calendar and not may_hold_date(text):
        return []
    scan = Scan(text, clock)
    blocked = (
        []
        if clock.calendar
        else [match.span() for match in _URL.finditer(text)]
        if "/" in text or "www." in text
        else []
    )
    rule = calendar_at if clock.calendar else unit_at
    rows: list[tuple[Timex | None, Span]] = []
    cores = [index for index, token in enumerate(scan.tokens) if token.kind in CORE or clock.calendar]
    index, free = 0, 0
    for core in cores:
        index = max(index, core - _REACH)
        while index <= core:
            hits = _hits(scan, index, rule, blocked)
            if hits and _sentence_ends(scan, free, index):
                clock.end_sentence()
                hits = _hits(scan, index, rule, blocked)
            if hits and all(plain(scan, hit) for hit in hits):
                for hit in hits:
                    rows.append(_row(scan, hit, free))
                    free = hit.end
            index = hits[-1].end if hits else index + 1
    return rows


def _hits(scan: Scan, index: int, rule, blocked: list[Span]) -> list[Hit] | None:
    token = scan.tokens[index]
    starts = (
        token.kind in _STARTING_KINDS
        or token.lower in _STARTERS
        or scan.clock.calendar
        or token.lower in ("'", "’", "‘")
    )
    if not starts or _inside(token.start, blocked):
        return None
    return expression_at(scan, index, rule)


def _sentence_ends(scan: Scan, free: int, index: int) -> bool:
    """Whether a sentence ends between the last date and this token."""
    start = scan.at(free - 1).end if free else 0
    return _SENTENCE_END.search(scan.text, start, scan.at(index).start + 1) is not None


def _inside(offset: int, spans: list[Span]) -> bool:
    """Whether an offset stands in one of the spans (in order, disjoint)."""
    index = bisect_right(spans, (offset, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]


def _row(scan: Scan, hit: Hit, free: int) -> tuple[Timex | None, Span]:
    """A hit as a Timex, with the preposition before it; told to the clock when it is worked out."""
    first = hit.start
    while (
        first > free and scan.at(first - 1).lower in _LEADING and scan.at(first).lower not in OPENERS - {"as"}
    ):
        if scan.is_(first - 1, "the") and not scan.is_(first, "year"):
            break
        first -= 1
    start, end = scan.at(first).start, scan.at(hit.end - 1).end
    part = scan.clock.resolve(
        hit.part, aside=_ASIDE.search(scan.text, max(0, start - 200), start) is not None
    )
    if part is None or not edtf.is_valid(part.edtf):
        return None, (start, end)
    scan.clock.tell(part)
    earliest, latest = edtf.bounds(part.edtf)
    return Timex(start, end, scan.text[start:end], part.edtf, earliest, latest, part.qualifier, part.basis), (
        start,
        end,
    )
