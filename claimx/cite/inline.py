"""Sources named in the text itself: "(Dawn, January 21)", several split at ";", with or without a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimx.cite.parens import parentheses, pieces, take_signal
from claimx.cite.words import words
from claimx.edtf import MONTHS
from claimx.model import Basis, Callout, Reference, Stance

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<e1>{_DAY}))?(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|(?P<d2>{_DAY})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<e2>{_DAY}))?\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH}),?\s+(?P<y3>{_YEAR})"
    rf"|(?P<y4>{_YEAR})-(?P<n4>0[1-9]|1[0-2])(?:-(?P<d4>{_DAY}))?"
    rf"|(?P<d5>{_DAY})[./](?P<n5>0?[1-9]|1[0-2])[./](?P<y5>{_YEAR})"
    rf"|(?P<y6>{_YEAR}))"
)
_LOCATOR = r"(?:,?\s*(?P<locator>(?:pp?\.\s*|p(?=\d))[\dA-Z][\d–-]*))?"
_PIECE = re.compile(
    rf"(?:(?P<outlet>.*?\S)\s*(?P<comma>[,:–—]|\()\s*|(?P<loose>\S.*?)\s+)?{_DATE}{_LOCATOR}\)?$"
)
_HAS_DATE = re.compile(rf"\b{_YEAR}\b|\b{_MONTH}\s+\d|\d\s+{_MONTH}\b")
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>{_DAY}),?\s+(?P<y1>{_YEAR})"
    rf"|(?P<d2>{_DAY})\s+(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR}))\b"
)
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,12}(?:/\S*)?$")
_HANDLE = re.compile(r"@\w+")
_YEAR_IN = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_IS_MONTH = re.compile(rf"{_MONTH}\.?$")
_WORD = re.compile(r"[^\s/,&|]+")
_MOST_WORDS = 12
# Inline sources with a day make it the paper's way of citing from this many on.
_STYLE = 3
# A day that its year leaves this far after the newest date of the paper belongs to the year before.
_LEAD = dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Inline:
    """One source of a parenthesis, bounded by `start`/`end`; `at` is where the source's own words begin.

    `year`, `month`, `day` as printed (None where not); `until` the last day of "January 21-23". `sure`: the
    words can only be a source (a domain, a handle, an interview).
    """

    start: int
    end: int
    at: int
    text: str
    outlet: str
    year: int | None
    month: int | None
    day: int | None
    until: int | None
    stance: Stance
    locator: str | None
    sure: bool

    @property
    def callout(self) -> Callout:
        """The place as a callout."""
        return Callout("inline", self.start, self.end, text=self.text, at=self.at, locator=self.locator)


@dataclass(frozen=True, slots=True)
class Clock:
    """What a day without a year is measured by: the last day it may be, the newest date of the paper."""

    latest: dt.date | None = None
    newest: dt.date | None = None

    def year_of(self, month: int, day: int | None) -> int | None:
        """The year that puts the day at or shortly before the paper's own time; None when nothing is known.

        >>> Clock(newest=dt.date(2022, 1, 23)).year_of(2, 3), Clock(newest=dt.date(2022, 1, 23)).year_of(7, 9)
        (2022, 2021)
        """
        bound = self.newest + _LEAD if self.newest else None
        if self.latest and (bound is None or self.latest < bound):
            bound = self.latest
        if bound is None:
            return None
        return next(
            (y for y in range(bound.year, bound.year - 5, -1) if _day(y, month, day or 1) <= bound), None
        )


def find_inline(text: str, *, bare_years: bool = True) -> list[Inline]:
    """Candidates for inline sources in one block's joined text; `bare_years` allows "(Authority, 2014)".

    >>> [(i.outlet, i.month, i.day) for i in find_inline("It fell (Dawn, January 21; CNN, 3 May 2021).")]
    [('Dawn', 1, 21), ('CNN', 5, 3)]
    """
    found: list[Inline] = []
    for start, end, inner in parentheses(text):
        if _HAS_DATE.search(text, inner, end):
            found += _sources(text, start, end, inner)
    return found if bare_years else [i for i in found if i.month]


def is_style(found: Iterable[Inline]) -> bool:
    """Whether a paper cites inline: some sources are certain, or several have a day."""
    found = list(found)
    return any(i.sure and i.day for i in found) or len({i.text for i in found if i.day}) >= _STYLE


def _sources(text: str, start: int, end: int, inner: int) -> list[Inline]:
    found: list[Inline] = []
    for at, piece in pieces(text, inner, end - 1):
        stance, skipped = take_signal(piece)
        at, piece = at + skipped, piece[skipped:]
        match = _PIECE.match(piece)
        if not match:
            continue
        outlet = (match["outlet"] or match["loose"] or "").strip(" ,")
        sure = _is_sure(outlet)
        if not outlet and found:  # "Dawn, January 21; January 23"
            outlet = found[-1].outlet
        elif not outlet or not (sure or (match["comma"] and _is_outlet(outlet))):
            continue
        year, month, day, until = _parts(match)
        printed = piece[: match.start("locator") if match["locator"] else match.end()].rstrip(" ,")
        found.append(
            Inline(start, end, at, printed, outlet, year, month, day, until, stance, match["locator"], sure)
        )
    return found


def _parts(match: re.Match[str]) -> tuple[int | None, int | None, int | None, int | None]:
    year = next((int(match[k]) for k in ("y1", "y2", "y3", "y4", "y5", "y6") if match[k]), None)
    name = match["m1"] or match["m2"] or match["m3"]
    month = _month(name) if name else int(match["n4"] or match["n5"] or 0) or None
    day = next((int(match[k]) for k in ("d1", "d2", "d4", "d5") if match[k]), None)
    until = next((int(match[k]) for k in ("e1", "e2") if match[k]), None)
    return year, month, day, until


def _month(name: str) -> int:
    return next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3]))


def _is_sure(outlet: str) -> bool:
    low = outlet.lower().replace("’", "'")
    return (
        bool(_HANDLE.search(outlet) or _DOMAIN.match(outlet))
        or low.split("/")[0] in words("inline", "platforms") - {"x"}
        or low.startswith(tuple(words("inline", "interviews")))
        or bool({*low.split()[:1], *low.split()[-1:]} & words("inline", "press"))
    )


def _is_outlet(outlet: str) -> bool:
    """A name of an outlet or a body: capitalised throughout, no remark ("killed July 2016"), no event."""
    parts = _WORD.findall(outlet)
    if not parts or len(parts) > _MOST_WORDS or len(outlet) > 100 or ";" in outlet:
        return False
    if parts[0].lower() in words("inline", "remarks") or parts[-1].lower() in words("inline", "events"):
        return False
    if _YEAR_IN.search(outlet):  # "July 15, 1895 - July 28, 1938"
        return False
    if all(word[0].isdigit() or _IS_MONTH.match(word) for word in parts):  # "(January 21, 2014)"
        return False
    if parts[0].lower() in words("inline", "events") and parts[0].lower() != "war":
        return False
    capitals = 0
    for word in parts:
        bare = word.strip("\"'“”‘’()[].-")
        if not bare:
            continue
        if bare[0].isupper() or (any(c.isupper() for c in bare) and "-" in bare):  # "al-Jazeera"
            capitals += 1
        elif not (bare.lower() in words("names", "connectives") or _DOMAIN.match(bare) or bare[0].isdigit()):
            return False
    return (capitals > 0 and not parts[0][0].isdigit()) or bool(re.match(r"\d+[A-Za-z]", parts[0]))


def resolve_date(source: Inline, clock: Clock) -> tuple[str | None, str | None]:
    """EDTF and basis of an inline source.

    >>> one = find_inline("(Dawn, January 21)")[0]
    >>> resolve_date(one, Clock(latest=dt.date(2022, 2, 8)))
    ('2022-01-21', 'inferred-year')
    """
    year, basis = source.year, Basis.EXPLICIT
    if year is None and source.month:
        year, basis = clock.year_of(source.month, source.day), Basis.INFERRED_YEAR
    if year is None:
        return None, None
    edtf = f"{year:04d}" + (f"-{source.month:02d}" if source.month else "")
    if source.month and source.day:
        day = _day(year, source.month, source.day).day
        edtf += f"-{day:02d}"
        if source.until and source.until > day:
            edtf += f"/{year:04d}-{source.month:02d}-{source.until:02d}"
    return edtf, str(basis)


def _day(year: int, month: int, day: int) -> dt.date:
    """The day, or the last one of its month ("February 30")."""
    while True:
        try:
            return dt.date(year, month, day)
        except ValueError:
            day -= 1


def newest_date(texts: Iterable[str]) -> dt.date | None:
    """The newest full date in some texts ("January 23, 2022", "23 January 2022").

    >>> newest_date(["Seen on 3 May 2021 and May 4, 2020."])
    datetime.date(2021, 5, 3)
    """
    return max((day for text in texts for day in _days(text)), default=None)


def _days(text: str) -> Iterator[dt.date]:
    for match in _FULL_DATE.finditer(text):
        name = match["m1"] or match["m2"]
        yield _day(int(match["y1"] or match["y2"]), _month(name), int(match["d1"] or match["d2"]))


def make_clock(published: str | None, texts: Iterable[str], found: Sequence[Inline]) -> Clock:
    """The clock of a paper: when it came out (EDTF), the newest full date in `texts` and in its sources."""
    latest = _last_day(published) if published else None
    printed = [_day(i.year, i.month, i.day) for i in found if i.year and i.month and i.day]
    newest = newest_date(texts)
    days = [day for day in (newest, *printed) if day and (latest is None or day <= latest)]
    if latest and published and len(published) > 4:  # month or day known: it decides alone
        return Clock(latest)
    return Clock(latest, max(days, default=None))


def _last_day(edtf: str) -> dt.date | None:
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?", edtf)
    if not match:
        return None
    return _day(int(match[1]), int(match[2] or 12), int(match[3] or 31))


def inline_reference(source: Inline, edtf: str | None) -> Reference:
    """The source as CSL-JSON: newspaper by default, a post, a web page, an interview, a body's report."""
    csl: dict = {"id": "", "type": "article-newspaper"}
    low = source.outlet.lower().replace("’", "'")
    handle = _HANDLE.search(source.outlet)
    if low.startswith(tuple(words("inline", "interviews"))):
        csl |= {"type": "interview", "title": source.outlet}
    elif handle or low.split("/")[0] in words("inline", "platforms"):
        csl |= {"type": "post", "container-title": source.outlet.split("/")[0].strip()}
        if handle:
            csl["author"] = [{"literal": handle[0]}]
    elif _DOMAIN.match(source.outlet):
        csl |= {"type": "webpage", "container-title": source.outlet, "URL": f"https://{low}"}
    elif any(word.lower() in words("inline", "bodies") for word in source.outlet.split()):
        csl |= {"type": "report", "author": [{"literal": source.outlet}]}
    else:
        csl["container-title"] = source.outlet
    if edtf:
        csl["issued"] = {"date-parts": [[int(x) for x in day.split("-")] for day in edtf.split("/")]}
    csl["id"] = "-".join(re.findall(r"\w+", low)) + (f"-{edtf.split('/')[0]}" if edtf else "")
    return Reference(csl, source.stance, source.locator)
