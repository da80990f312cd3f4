"""What a date rule yields (Part, Hit), the sentence it reads (Scan), and the Clock that supplies a missing
year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from claimx import edtf
from claimx.mentions.dates.words import DASHES, Token, tokenize
from claimx.model import Basis

_END = Token("", -1, -1, "end", None, 0, False)


@dataclass(frozen=True, slots=True)
class Part:
    """A date as printed: complete (`edtf`), or month, day or season (21-24) and quarter (33-36) still
    without a year.

    `last` is the end of a range without a year ("June 14-16").
    """

    edtf: str | None = None
    month: int | None = None
    day: int | None = None
    qualifier: str | None = None
    basis: Basis = Basis.EXPLICIT
    last: Part | None = None

    def in_year(self, year: int, basis: Basis | None = None) -> Part | None:
        """The part with its year; None when there is no such day. A complete part stays as it is."""
        if self.edtf is not None:
            return self
        if self.month is None:
            return None
        whole = edtf.month(year, self.month) if self.day is None else edtf.day(year, self.month, self.day)
        if whole is None or not edtf.is_valid(whole):
            return None
        if self.last is not None:
            end = self.last.from_day(whole)
            whole = end and edtf.interval(whole, end.edtf)
        return replace(self, edtf=whole, basis=basis or self.basis, last=None) if whole else None

    def from_day(self, start: str) -> Part | None:
        """The first reading that doesn't end before a date: "March" after 2013-12 is 2014-03."""
        year = edtf.first_day(start.split("/")[0]).year
        for candidate in (self.in_year(year), self.in_year(year + 1)):
            if candidate and edtf.last_day(candidate.edtf) >= edtf.first_day(start.split("/")[0]):
                return candidate
        return None


@dataclass(frozen=True, slots=True)
class Hit:
    """A part over the tokens from `start` up to `end`; part None: a date that nothing here can resolve."""

    part: Part | None
    start: int
    end: int


@dataclass(slots=True)
class Clock:
    """What is known of time: the reference date, the last explicit date before, the last year named before.

    `told` is the last explicit date of the sentence in hand. `calendar` asks for the everyday
    readings of `parse date` ("on the 15th").
    """

    reference: str | None = None
    anchor: str | None = None
    anchor_year: int | None = None
    calendar: bool = False
    told: str | None = None
    earlier: tuple[str, ...] = ()
    lender: str | None = None

    def tell(self, part: Part) -> None:
        """Take note of a date that the text names; only an explicit one lends its year to others."""
        if self.told:
            self.earlier = (*self.earlier[-7:], self.told)
        self.told = edtf.point(part.edtf)
        if part.basis is Basis.EXPLICIT:
            self.lender = self.told

    def end_sentence(self) -> None:
        """Dates told so far stay behind as the anchor."""
        self.anchor = self.told or self.anchor
        self.told = self.lender = None

    @property
    def today(self) -> date | None:
        """The reference as a day, None unless it is known to the day (and far from where calendars end)."""
        day = self.at("day")
        return day if day and 1000 <= day.year <= 9000 else None

    def at(self, unit: str) -> date | None:
        """The last day of the reference when it is known at least to the unit, else None."""
        if self.reference is None or edtf.truncate(self.reference, unit) is None:
            return None
        return edtf.last_day(edtf.point(self.reference))

    def told_date(self, unit: str) -> str | None:
        """What "that month", "two days later" go back to: the last date told that is known to the unit.

        A coarser date after it is passed over only when it holds the finer: "In June 2021 … the same year …
        that month".
        """
        grain = "day" if unit in ("week", "fortnight") else unit
        told = [self.reference if self.calendar else None, self.anchor, *self.earlier, self.told]
        held: str | None = None
        for known in reversed([known for known in told if known]):
            if held and not (edtf.bounds(held)[0] <= edtf.bounds(known)[0] <= edtf.bounds(held)[1]):
                return None
            if edtf.truncate(known, grain):
                return known
            held = known
        return None

    def resolve(self, part: Part | None, *, aside: bool = False) -> Part | None:
        """The part with its year: of the sentence, else the latest not after the reference, else the year
        named before."""
        if part is None or part.edtf is not None or part.month is None:
            return part if part and part.edtf else None
        year = None if aside else self._told_year(part)
        limit = self.at("month")
        told = part.in_year(year, Basis.INFERRED_YEAR) if year else None
        if told and limit and edtf.first_day(told.edtf) > limit:
            year = None
        if year is None and limit:
            return self.latest(part, limit)
        year = year or self.anchor_year
        if year is None and self.reference:
            return self.latest(part, self.at("year"))
        return part.in_year(year, Basis.INFERRED_YEAR) if year else None

    def latest(self, part: Part, limit: date | None) -> Part | None:
        """The latest reading that starts on or before a day; "February 29" goes back to a leap year."""
        for back in range(9) if limit and part.month else ():
            whole = part.in_year(limit.year - back, Basis.INFERRED_YEAR) if limit.year > back else None
            if whole and edtf.first_day(whole.edtf) <= limit:
                return whole
        return None

    def _told_year(self, part: Part) -> int | None:
        """The year of a date before in the same sentence ("In 2012 … in June"); a winter passed goes into
        the next."""
        if self.calendar or self.lender is None or edtf.precision(self.lender) in ("decade", "century"):
            return None
        start = edtf.first_day(self.lender)
        later = edtf.precision(self.lender) != "year" and part.month < 13 and start.month - part.month > 6
        return start.year + 1 if later else start.year


class Scan:
    """A sentence's tokens with a clock; every rule reads from here. Beyond the ends stands a blank token."""

    __slots__ = ("clock", "text", "tokens")

    def __init__(self, text: str, clock: Clock) -> None:
        self.text, self.clock, self.tokens = text, clock, tokenize(text)

    def at(self, index: int) -> Token:
        """The token at an index, or a blank one."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _END

    def is_(self, index: int, *words: str) -> bool:
        """Whether the token is one of these words."""
        return self.at(index).lower in words

    def glued(self, index: int) -> bool:
        """Whether no blank stands between this token and the one before."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def dash(self, index: int) -> bool:
        """Whether the token is a hyphen or dash."""
        return self.at(index).lower in DASHES

    def skip(self, index: int, *words: str) -> int:
        """The index after an optional word."""
        return index + 1 if self.at(index).lower in words else index

    def phrase(self, index: int, *words: str) -> int | None:
        """The index after a fixed run of words, None when it isn't there."""
        for offset, word in enumerate(words):
            if self.at(index + offset).lower != word:
                return None
        return index + len(words)
