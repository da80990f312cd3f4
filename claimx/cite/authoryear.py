"""Author-year citations: "(Young & Dugan, 2014; Mir, 2022, p. 10)", "Phillips (2015) argues", "(p. 10)".

Every candidate is tried against the reference list; what matches nothing stays a candidate that the
inventory keeps only in a paper that cites this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimx.cite.keys import YEAR, Match, ReferenceIndex
from claimx.cite.narrative import is_name, named_in, names_behind, opening
from claimx.cite.parens import parentheses, pieces, take_signal
from claimx.model import Callout, Stance

_YEARS = rf"{YEAR}(?:\s*(?:,|&|and|/)\s*(?:{YEAR}|[a-z](?![\w.])))*"
_PAGES = r"(?:(?:pp?|chaps?|chs?|secs?|sects?|paras?|vols?|figs?|tables?|notes?|nn?|ss|appendix)\b\.?|§+)"
_PAGE_NUMBERS = (
    r"[\divxlcIVXLC]+[a-z]?(?:\s?[-–—,&]\s?[\divxlc]+)*(?:\s?ff?\b\.?|\s+and\s+(?:passim|\d+))?|passim"
)
_LOCATOR = rf"(?:{_PAGES}\s*)?(?:{_PAGE_NUMBERS})"
_REST = re.compile(
    rf"(?:\s*[,:]\s*(?P<locator>{_LOCATOR}))?"
    r"(?:\s*,\s*[a-z][a-z'’ -]{2,40}|\s+(?:for|on)\s[a-z'’ -]{3,60})?"  # "emphasis added", "for an overview"
    r"\s*(?:,\s*(?P<more>.+))?$"
)
_PIECE = re.compile(
    rf"(?:(?P<names>(?![(]|[12]\d\d\d)[^;]*?[^\s,;:(])(?:[,:]?\s+|\s*[,:]\s*|\s*\())?(?P<years>{_YEARS})\)?"
)
_SPLIT_YEARS = re.compile(rf"{YEAR}|(?<=[\s,&/])[a-z](?![\w.])")
_PAGE_ONLY = re.compile(
    rf"(?:[Ii]bid\.?|[Ii]bidem|[Ll]oc\.\s?cit\.?)?\s*[,:]?\s*(?:{_PAGES}\s*(?P<locator>{_PAGE_NUMBERS}))?"
    r"(?:,\s*[a-z][a-z' -]+)?$"
)
_IBID = re.compile(r"[Ii]bid(?:\.|em\b)?\s*[,:]?\s*(?P<locator>[\divxlc][\d–-]*)?$")
_INSIDE = re.compile(r"(?:^|[\s,])(?:as\s+)?(?:quoted|cited|reported|qtd\.?)\s+(?:in|by)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Work:
    """One cited work. `start`/`end` bound what has to be cut, `at` is where its words begin.

    `narrative`: the name stands in the sentence ("Phillips (2015)"); `carried`: the words are only a page or
    "ibid." of the work before; `shaped`: without a match in the list it still reads like author and year.
    """

    start: int
    end: int
    at: int
    text: str
    names: str
    year: str
    match: Match
    stance: Stance = Stance.SUPPORTS
    locator: str | None = None
    narrative: bool = False
    carried: str | None = None
    shaped: bool = True

    @property
    def callout(self) -> Callout:
        """The place as a callout."""
        return Callout("author-year", self.start, self.end, text=self.text, at=self.at, locator=self.locator)


def find_works(text: str, index: ReferenceIndex) -> list[Work]:
    """Works cited in one block's joined text, in order.

    >>> from claimx.cite.keys import read_entry
    >>> index = ReferenceIndex([read_entry("Mir, A. (2022). Title.")])
    >>> [(w.text, w.match.how) for w in find_works("It grew (Mir, 2022, p. 3; Noor, 2019).", index)]
    [('Mir, 2022, p. 3', 'exact'), ('Noor, 2019', None)]
    """
    found: list[Work] = []
    taken = -1
    for start, end, inner in parentheses(text):
        if start < taken:
            continue
        words = text[inner : end - 1]
        works = list(_parenthesis(text, start, end, inner, words, index, found))
        if works:
            found += works
            taken = end
    return found


def _parenthesis(
    text: str, start: int, end: int, inner: int, words: str, index: ReferenceIndex, before: list[Work]
) -> Iterator[Work]:
    carried = _carried(text, start, end, inner, words, index, before)
    if carried:
        yield carried
        return
    if not (re.search(r"\d{4}", words) or "n.d." in words or "press" in words or "orthcoming" in words):
        return
    works: list[Work] = []
    for at, piece in pieces(text, inner, end - 1):
        works += _piece(text, start, end, at, piece, index, works)
    yield from works


def _piece(
    text: str, start: int, end: int, at: int, piece: str, index: ReferenceIndex, before: list[Work]
) -> list[Work]:
    """Works of one piece between semicolons: "Mir, 2021, 2022", "see Khan 2018: 12, Noor 2019"."""
    stance, skipped = take_signal(piece)
    at, piece = at + skipped, piece[skipped:]
    match = _PIECE.match(piece)
    if not match or (match[0].endswith(")") and match.end() < len(piece)):
        return []  # "(Keita (1929) on towns)": the inner parenthesis is one by itself
    rest = _REST.match(piece, match.end())
    if not rest:
        return []
    names = match["names"] or ""
    inside = list(_INSIDE.finditer(names))
    if inside:  # "General Iqbal, quoted in Noor, 2019"
        stance = Stance.QUOTED_IN
        at, piece, names = at + inside[-1].end(), piece[inside[-1].end() :], names[inside[-1].end() :]
        match = _PIECE.match(piece) or match
        rest = _REST.match(piece, match.end()) or rest
    if not names:
        works = _years_only(text, start, end, at, piece, match, rest, index, before)
    else:
        works = _named(start, end, at, piece, names, match, rest, index)
    works = [replace(w, stance=stance) for w in works]
    if works and rest["more"]:
        works += _piece(text, start, end, at + rest.start("more"), rest["more"], index, works)
    return works


def _named(
    start: int,
    end: int,
    at: int,
    piece: str,
    names: str,
    match: re.Match[str],
    rest: re.Match[str],
    index: ReferenceIndex,
) -> list[Work]:
    plain = _without_acronym(names, index)
    shaped = is_name(plain)
    works = []
    years = _each_year(match["years"])
    for number, (year, offset) in enumerate(years):
        last = number == len(years) - 1
        found = index.match(plain, year, fuzzy=shaped)
        if not found.how and not shaped:
            return []
        text = (
            f"{names}, {year}" if number else piece[: offset + match.start("years") + len(year)].rstrip(")")
        )
        locator = rest["locator"] if last else None
        if locator and not number:
            text = piece[: rest.end("locator")]
        works.append(
            Work(
                start,
                end,
                at + (match.start("years") + offset if number else 0),
                text,
                plain,
                year,
                found,
                locator=_bare(locator),
                shaped=shaped,
            )
        )
    return works


def _without_acronym(names: str, index: ReferenceIndex) -> str:
    """ "United Nations Security Council [UNSC]" without its acronym, which is remembered."""
    short = re.search(r"\s*[(\[]([^\W\d_a-z][\w&.-]{1,11})[)\]]$", names)
    if not short:
        return names
    index.alias(short[1], names[: short.start()])
    return names[: short.start()]


def _each_year(years: str) -> list[tuple[str, int]]:
    """("2021a", 0), ("2021b", 7) for "2021a, b"."""
    found: list[tuple[str, int]] = []
    for match in _SPLIT_YEARS.finditer(years):
        year = match[0] if len(match[0]) > 1 else found[-1][0][:4] + match[0] if found else ""
        if year:
            found.append((year, match.start()))
    if len(found) == 2 and "/" in years:  # "(Clausewitz, 1832/1976)": the edition used is the later
        return found[1:]
    return found


def _years_only(
    text: str,
    start: int,
    end: int,
    at: int,
    piece: str,
    match: re.Match[str],
    rest: re.Match[str],
    index: ReferenceIndex,
    before: list[Work],
) -> list[Work]:
    """ "Phillips (2015)" by what stands before, "(Walter, 2002; 2009)" by the work before."""
    if match.start() or re.match(r"\s*[-–—]", piece[match.end() :]):
        return []
    years = _each_year(match["years"])
    if before:
        names, shaped, narrative, behind = before[-1].names, before[-1].shaped, before[-1].narrative, None
    else:
        behind = names_behind(text, start, end, years[0][0], index)
        if behind is None:
            return []
        names, shaped, narrative = behind[1], True, True
    works = []
    for number, (year, offset) in enumerate(years):
        found = index.match(names, year)
        if not found.how and not shaped:
            continue
        place = behind[0] if behind and not number else at + match.start("years") + offset
        locator = _bare(rest["locator"]) if number == len(years) - 1 else None
        works.append(
            Work(
                start,
                end,
                place,
                f"{names}, {year}",
                names,
                year,
                found,
                locator=locator,
                narrative=narrative,
                shaped=shaped,
            )
        )
    return works


def _carried(
    text: str, start: int, end: int, inner: int, words: str, index: ReferenceIndex, before: list[Work]
) -> Work | None:
    """ "(p. 10)", "(ibid., p. 4)": the work before, or the one that the sentence itself names and dates."""
    if len(words) > 60 or not words:
        return None
    stripped = words.strip()
    match = _IBID.match(stripped) or _PAGE_ONLY.match(stripped)
    if not match or not (match["locator"] or stripped[:4].lower() in ("ibid", "loc.")):
        return None
    opens = opening(text, start)
    last = before[-1] if before else None
    if last is None or last.at < opens:
        named = named_in(text, opens, start, index)
        entry = index.entries[named] if named is not None else None
        if entry is not None and named is not None:
            name, year = entry.names[0], entry.year
            last = Work(start, end, inner, "", name, year, Match((named,), "exact"))
    if last is None:
        return None
    how = "ibid" if stripped[:1] in "iI" else "page"
    return replace(
        last,
        start=start,
        end=end,
        at=inner,
        text=f"{last.names}, {last.year}",
        locator=_bare(match["locator"]),
        narrative=False,
        carried=how,
        stance=Stance.SUPPORTS,
    )


def _bare(locator: str | None) -> str | None:
    """ "pp. 3–5" as "3–5"; "chap. 3" stays."""
    return re.sub(r"^pp?\.?\s*(?=\S)", "", locator) if locator else None
