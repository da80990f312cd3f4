"""Numbers as printed, with the noun they count: "at least 54 people", "between 3,100 and 4,500 rebels",
"scores of villagers".

What a number is for is told by `kind`; callers that count take `count` only. Ages, distances, sums
of money, ordinals, numbers in names and lone years get other kinds and are never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimx.mentions.nouns import noun_after, noun_phrase_kind
from claimx.mentions.numberkinds import kind_end, number_kind
from claimx.mentions.numerals import cardinals, scales, word_value, words_pattern
from claimx.model import Range, Span
from claimx.resources import load_toml

_SPACES = "\u00a0\u2009\u202f"
_DIGITS = (
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+"
    r"|[0-9]{1,3} [0-9]00(?![0-9])|[0-9]+(?:\.[0-9]+)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text; offsets are code points.

    `start`/`end` bound the number with the words that bound it ("at least 54"), `number` its digits
    or words alone; `range.text` runs on to the noun ("at least 54 people"). `kind`: count | percent |
    money | ordinal | distance | duration | time | other. `vague`: it names no number ("dozens"), its range is
    empty. `connector`: "from" or "to" of a change ("from 8,200 men to 2,900"). `before`, `after`: up to
    three words on each side, lower case, for readers of tolls ("30 injured").
    """

    start: int
    end: int
    range: Range
    kind: str
    number: Span
    noun: str | None = None
    noun_start: int | None = None
    noun_end: int | None = None
    vague: bool = False
    connector: str | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: int | float | None
    vague: bool = False


@cache
def _bounds() -> dict[str, str]:
    table = load_toml("lexicon/numbers")["bounds"]
    return {phrase: side for side in ("min", "max", "approx") for phrase in table[side]}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_toml("lexicon/numbers")["before"][name])


@cache
def _change() -> re.Pattern[str]:
    """Stems of verbs after which "from X to Y" is a change and no range: "grew from 2,500 to 9,000"."""
    return re.compile(rf"\b(?:{'|'.join(load_toml('lexicon/numbers')['before']['change'])})[a-z]*[^.;]*$")


@cache
def _digit_numbers() -> re.Pattern[str]:
    """Digits with a scale: "12,000", "1.5 million", "2.5k"."""
    return re.compile(rf"(?P<digits>{_DIGITS})(?P<scale>[ -](?:{'|'.join(scales())})\b|(?:k|m|bn)\b)?")


@cache
def _word_numbers() -> re.Pattern[str]:
    """Number words, "a single" and vague words: "half a dozen", "tens of thousands", "a few hundred"."""
    vague = load_toml("lexicon/numbers")["vague"]
    many, big = "|".join(vague["scales"]), "|".join(scales())
    few = "|".join(sorted(vague["words"], key=len, reverse=True))
    return re.compile(
        rf"\b(?P<vague>(?:{many})(?: of (?:{many}))?|(?:{few})(?: (?:{big})\b)?)\b"
        rf"|\ba (?P<single>single|lone)\b"
        rf"|(?P<words>{words_pattern()})"
    )


@cache
def _number_words() -> frozenset[str]:
    """One word of every expression that `_word_numbers` finds: the cheap test before it."""
    vague = load_toml("lexicon/numbers")["vague"]
    last = [words.removesuffix(" of").split()[-1] for words in vague["words"]]
    return frozenset([*cardinals(), *scales(), *vague["scales"], *last, "single", "lone"])


_LETTERS = re.compile(r"[a-z]+")
_CHUNK = re.compile(r"\S+")
_BETWEEN = re.compile(r"\bbetween\s+$")
_JOINT = re.compile(r"\s?[-–—]\s?|\s+to\s+|\s+or\s+|\s+and\s+")
_AFTER = re.compile(r"(?:\s*\+|-plus| plus\b| or (?:more|so|fewer|less)\b| at (?:least|most)\b|-odd\b)")
_WORD = re.compile(r"[\w'’%$€£-]+")
_ABOVE = re.compile(r" or (?:more|above)\b")  # "around 800 recruits or above"


def find_quantities(text: str, *, exclude: Iterable[Span] = ()) -> list[Quantity]:
    """The numbers of a text, in order; those that overlap a span of `exclude` (dates) are left out.

    >>> found = find_quantities("At least 54 people died in up to 40 raids.")
    >>> [(one.range.text, one.range.min, one.range.max, one.noun) for one in found]
    [('At least 54 people', 54, None, 'people'), ('up to 40 raids', None, 40, 'raids')]
    """
    lower = _lower(text)
    taken = sorted(exclude)
    numbers = [
        number
        for number in _read_numbers(lower)
        if not any(s < number.end and number.start < e for s, e in taken)
    ]
    found: list[Quantity] = []
    index = 0
    while index < len(numbers):
        group = _group(lower, numbers, index)
        quantity = _quantity(text, lower, group)
        if found and found[-1].vague and quantity.start < found[-1].end:
            found.pop()  # the "many" of "as many as 90"
        found.append(quantity)
        index += len(group)
    return _connected(lower, found)


def _lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold ("İ" has a longer one)."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _read_numbers(lower: str) -> list[_Number]:
    """Numbers in order; where two forms overlap ("10 thousand"), the one that starts first."""
    numbers = [number for match in _digit_numbers().finditer(lower) if (number := _digits(lower, match))]
    if not _number_words().isdisjoint(_LETTERS.findall(lower)):
        numbers += [number for match in _word_numbers().finditer(lower) if (number := _spelled(lower, match))]
        numbers.sort(key=lambda number: (number.start, -number.end))
    kept: list[_Number] = []
    for number in numbers:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def _spelled(lower: str, match: re.Match[str]) -> _Number | None:
    start, end = match.span()
    if match["vague"]:
        return _Number(start, end, None, vague=True)
    value = 1 if match["single"] else word_value(match[0])
    return None if value is None or _is_pronoun(lower, match[0], start, end) else _Number(start, end, value)


def _digits(lower: str, match: re.Match[str]) -> _Number | None:
    """The value of digits with their scale; None inside a name ("AK-47", "M23", "S/2022/420")."""
    start, end = match.span()
    before = lower[max(0, start - 2) : start]
    if before and (
        before[-1].isalnum()
        or before[-1] == "_"
        or (len(before) == 2 and before[-1] in "-/." and (before[0].isalpha() or before[0] == "."))
    ):
        return None
    digits = match["digits"]
    european = re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", digits) and re.match(
        r" [a-z]{3,}", lower[end : end + 5]
    )
    plain = re.sub(rf"[, {_SPACES}]", "", digits.replace(".", "") if european else digits)
    if len(plain) > 18:
        return None  # a serial number, a hash
    value: int | float = float(plain) if "." in plain else int(plain)
    if match["scale"]:
        word = match["scale"].strip(" -")
        if word == "m" and lower[start - 1 : start] not in ("$", "€", "£"):
            return _Number(start, end - 1, value)
        value *= {"k": 1000, "m": 1_000_000, "bn": 1_000_000_000}.get(word) or scales()[word]
    return _Number(start, end, int(value) if value == int(value) else value)


def _is_pronoun(lower: str, word: str, start: int, end: int) -> bool:
    """ "no one", "one another", "one's", "the one who": no number; "killing one and injuring two" is."""
    if word != "one":
        return False
    before = lower[:start].rsplit(None, 1)[-1:] or [""]
    after = lower[end : end + 12]
    if before[0].strip("(\"'“") in _words("not_one") or re.match(
        r"['’]s|\s+another\b|\s+(?:who|which|that|can|could|may|might|must|should|would|has|is|was)\b", after
    ):
        return True
    return not re.match(r"[ -][a-z]", after) and before[0] not in _words("tolls")


def _group(lower: str, numbers: list[_Number], index: int) -> list[_Number]:
    """A number, or two that a dash, "to", "or" or "between … and" makes one range."""
    first = numbers[index]
    if index + 1 == len(numbers) or first.vague or numbers[index + 1].vague:
        return [first]
    second = numbers[index + 1]
    joint = _JOINT.fullmatch(lower, first.end, second.start)
    if not joint:
        return [first]
    word, lead = joint[0].strip(), lower[max(0, first.start - 70) : first.start]
    if word == "and" and not re.search(r"between (?:[a-z]+ ){0,2}$", lead):
        return [first]
    if word == "to" and re.search(r"from (?:[a-z]+ ){0,2}$", lead) and _change().search(lead):
        return [first]
    left = _shared(lower, first, second)
    return [replace(first, value=left), second] if left < second.value else [first]


def _shared(lower: str, first: _Number, second: _Number) -> int | float:
    """The left value with the scale of the right one: "1.5 to 2 million", "four to five hundred"."""
    word = re.split(r"[ -]", lower[second.start : second.end])[-1]
    scale = scales().get(word, 1)
    if scale > 1 and first.value < scale and first.value < second.value / scale:
        shared = first.value * scale
        return int(shared) if shared == int(shared) else shared
    return first.value


def _quantity(text: str, lower: str, group: Sequence[_Number]) -> Quantity:
    first, last = group[0], group[-1]
    start, side, approx = _lead(lower, first.start)
    end, tail = last.end, None
    suffix = _AFTER.match(lower, end)
    if suffix:
        tail, end = _tail(suffix[0]), suffix.end()
    side, approx = side or (tail if tail != "approx" else None), approx or tail == "approx" or first.vague
    kind = number_kind(lower, first.start, last.end, end, last.value)
    single = last.value == 1 or lower.startswith("-strong", end)
    noun = noun_after(text, end, single=single) if kind == "count" else None
    kind = noun_phrase_kind(lower, end, noun) if kind == "count" else kind
    stop = noun[1] if noun else kind_end(lower, kind, end)
    above = _ABOVE.match(lower, stop) if noun else None
    if above:
        side, stop = "min", above.end()
    low, high = (None, None) if first.vague else _sides(first.value, last.value, side, wide=len(group) > 1)
    return Quantity(
        start=start,
        end=end,
        range=Range(low, high, approx, text[start:stop]),
        kind=kind,
        number=(first.start, last.end),
        noun=text[noun[0] : noun[1]] if noun else None,
        noun_start=noun[0] if noun else None,
        noun_end=noun[1] if noun else None,
        vague=first.vague,
        before=tuple(_WORD.findall(lower, max(0, start - 40), start)[-3:]),
        after=tuple(_WORD.findall(lower, end, end + 50)[:3]),
    )


def _sides(low, high, side: str | None, *, wide: bool):
    """The two ends; a bound leaves the other end open, unless a range is printed ("at least 20 to 30")."""
    if wide or side is None:
        return low, high
    return (low, None) if side == "min" else (None, high)


def _tail(suffix: str) -> str:
    """The side that words after the number bound: "or more" min, "or fewer" max, "or so" rough."""
    word = suffix.strip(" -")
    return (
        "approx"
        if word in ("or so", "odd")
        else "max"
        if word in ("or fewer", "or less", "at most")
        else "min"
    )


def _lead(lower: str, start: int) -> tuple[int, str | None, bool]:
    """Where the words that bound a number start, the side they bound, whether they're rough: "up to some"
    -> max, rough."""
    side, approx = None, False
    start = _between(lower, start)
    for _ in range(3):
        window = lower[max(0, start - 32) : start]
        if not window or window[-1] not in " \n~.(\u00a0":
            break
        words = [match.start() for match in _CHUNK.finditer(window)][-4:]
        for at in words:
            phrase = " ".join(window[at:].split())
            skip = len(phrase) - len(phrase.lstrip("(\"'“‘"))
            found = _bounds().get(phrase[skip:])
            if found:
                start += at + skip - len(window)
                approx = approx or found == "approx"
                side = side or (found if found != "approx" else None)
                break
        else:
            break
    return _between(lower, start), side, approx


def _between(lower: str, start: int) -> int:
    match = _BETWEEN.search(lower, max(0, start - 10), start)
    return match.start() if match else start


def _connected(lower: str, found: list[Quantity]) -> list[Quantity]:
    """Marks "from X … to Y" as a change, and lets the two share their noun."""
    done = list(found)
    for index in range(1, len(done)):
        one, two = done[index - 1], done[index]
        gap = lower[one.noun_end or one.end : two.start]
        if (
            one.kind != two.kind
            or not re.search(r"\bfrom (?:the |its )?$", lower[max(0, one.start - 10) : one.start])
            or not re.fullmatch(r"[^.;:]{0,40}?\bto (?:the |its )?", gap)
        ):
            continue
        lender, borrower = (one, two) if one.noun else (two, one)
        lent = (
            replace(borrower, noun=lender.noun, noun_start=lender.noun_start, noun_end=lender.noun_end)
            if not borrower.noun
            else borrower
        )
        one, two = (one, lent) if borrower is two else (lent, two)
        done[index - 1], done[index] = replace(one, connector="from"), replace(two, connector="to")
    return done
