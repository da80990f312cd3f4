"""Where a sentence ends.

A boundary is looked for only where a stop stands before a blank (or a callout); each candidate
is then judged by the word before and the word after it. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimx.model import Span
from claimx.resources import load_toml

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_CALLOUT = (
    "(?:"
    + "|".join(
        (
            rf"[{_RAISED}]+(?:[,⁻–-][{_RAISED}]+)*",  # ¹² ¹²⁻¹⁴
            r"\$?\^\{[^}\s]{1,9}[^}]{0,3}\}\$?",  # ^{12 &}
            r"\[\^?\d{1,3}(?:[,–-] ?\d{1,3})*\]",  # [3] [3, 4] [^3]
            r"<sup>[^<>]{1,12}</sup>",
            r"\\textsuperscript\{\d{1,3}\}",
        )
    )
    + ")"
)

_STOP = re.compile(
    rf"""
    (?<![.!?…])(?P<stop>[.!?…]+(?:\ \.)*)                   # "." "?!" "...." ". . . ."
    (?P<close>["”’'»)\]*]*)                      # closing quotes and brackets
    (?P<call>(?:\ ?{_CALLOUT})*)                 # callouts: "events.¹²", "events. [3]"
    (?P<more>[.”"’')]*)                          # a stop or a quote after the callout
    (?P<digits>(?:\ ?\d{{1,3}}(?=\ +["“‘'(\[]*[A-Z]|\s*$))?)   # "events. 12 The", "events.12 The"
    (?P<blank>\s+|$)
    """,
    re.VERBOSE,
)
_CALLOUTS = re.compile(rf"(?: ?{_CALLOUT})+")
_ITEM = re.compile(r"(?:^|\s)(?:[•⁃]\s*(?:\d{1,2}\.)?|\d{1,2}\.\)|\d{1,2}\)|\d{1,2}\.|[a-z]\.)\s+(?=[A-Z])")
_SOURCE = re.compile(r"\((?:[^()]|\([^()]*\)){2,200}\)[.,]?(?=\s|$)")
_SOURCE_INSIDE = re.compile(
    r"\((?:see |as quoted in |quoted in |cited in )?[“\"]?[\[@\w][^()]*?"
    r"(?:\b(?:19|20)\d\d[a-z]?\b|,? \d{1,3}"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})[^()]{0,40}\)",
    re.I,
)
_QUOTED = re.compile(r"(?<![^\s(\[—–-])(?:“[^“”\"]{1,400}”|\"[^\"“”\s][^\"“”]{0,400}(?<!\s)\")")
_OPENING = re.compile(r"[\"“‘'«(\[*_]*")
_NAMED = re.compile(r"(?:al|el|ash|ar|an)-[A-Z]")  # "al-Shabaab" opens a sentence
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘—–/]+$")
_INITIAL = re.compile(r"(?:[A-Z]|[A-Z]\.-?[A-Z])$")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")

_WORDS = {name: frozenset(words.split()) for name, words in load_toml("lexicon/sentences").items()}
_LEADING, _WORDS_TOO, _EITHER = _WORDS["leading"], _WORDS["words_too"], _WORDS["either"]
_STARTERS, _LETTERED = _WORDS["starters"], _WORDS["lettered"]
_RUN_ON = re.compile(r"\)(?=,\ (?:" + "|".join(sorted(word.title() for word in _WORDS["run_on"])) + r"),)")


def split_sentences(text: str, *, is_callout: Callable[[str, int], bool] | None = None) -> list[Span]:
    """Spans of the sentences of `text` (one paragraph as read), without the blanks between them.

    A callout after the full stop and a source in parentheses there belong to the sentence
    before. `is_callout` tells of plain digits after a stop ("events. 12 The"), given them and
    their offset, whether they are one.

    >>> [text[a:b] for text in ["It fell.¹² Gen. Okello fled."] for a, b in split_sentences(text)]
    ['It fell.¹²', 'Gen. Okello fled.']
    """
    items = _items(text)
    if not items:
        return _split_plain(text, 0, 0, len(text), is_callout)
    return [span for start, inner, end in items for span in _split_plain(text, start, inner, end, is_callout)]


def _split_plain(
    text: str, start: int, inner: int, end: int, is_callout: Callable[[str, int], bool] | None
) -> list[Span]:
    """Sentences of `text[start:end]`; no boundary before `inner` (a list mark stands there)."""
    part = text if inner == 0 and end == len(text) else text[inner:end]
    spans: list[Span] = []
    for stop, after in _boundaries(part, is_callout, inner if part is not text else 0):
        spans.append((start, inner + stop))
        start = inner + after
    stop = inner + len(part.rstrip())
    if stop > start:
        spans.append((start, stop))
    return [span for span in spans if span[0] < span[1]]


def _boundaries(text: str, is_callout: Callable[[str, int], bool] | None, shift: int = 0) -> list[Span]:
    """(end of a sentence, start of the next) for every boundary; `shift` is where `text` begins."""
    found: list[Span] = []
    skip = 0
    quotes = _inside_quotes(text) if '"' in text or "“" in text else []
    for match in _STOP.finditer(text):
        if match.start() < skip:
            continue
        end, after = match.start("blank"), match.end()
        digits = match["digits"]
        if digits and not (
            is_callout is not None
            and is_callout(digits.strip(), shift + match.end("digits") - len(digits.strip()))
        ):
            if digits[0] != " ":
                continue  # "version 2.0 The": a decimal
            end = match.start("digits")
            after = end + len(digits) - len(digits.lstrip())
            digits = ""
        if after >= len(text):
            break
        source = _source_after(text, after)
        if source is not None and _ends_here(text, match, source[1], True):
            found.append(source)
            skip = source[1]
            continue
        if _ends_here(text, match, after, bool(match["call"] or digits)):
            found.append((end, after))
    if quotes:
        found = _outside(found, quotes)
    if ")," in text:  # "(Council, June 1, 2020), Hence, the …": a comma for a full stop
        found += [(match.end(), match.end() + 2) for match in _RUN_ON.finditer(text)]
        found.sort()
    return found


def _inside_quotes(text: str) -> list[Span]:
    """Quotations that a sentence runs on into ("He said, “We left. They stayed.”"): no boundary in them."""
    spans = []
    for match in _QUOTED.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
        if before and before not in '.!?…"”':
            spans.append(match.span())
    return spans


def _outside(found: list[Span], quotes: list[Span]) -> list[Span]:
    """The boundaries that lie in none of the quotations (both in order)."""
    kept = []
    place = 0
    for one in found:
        while place < len(quotes) and quotes[place][1] <= one[0]:
            place += 1
        if place == len(quotes) or not quotes[place][0] < one[0]:
            kept.append(one)
    return kept


def _source_after(text: str, place: int) -> Span | None:
    """Where a source in parentheses after the stop ends, and what follows it begins."""
    if text[place] != "(":
        return None
    match = _SOURCE.match(text, place)
    if match is None or not _SOURCE_INSIDE.match(match[0]):
        return None
    inside = match[0].rstrip(".,")[1:-1]
    if re.search(r"[.!?]$", inside) and len(inside.split()) > 12:
        return None  # a sentence in parentheses
    end = match.end()
    callout = _CALLOUTS.match(text, end)
    end = callout.end() if callout else end
    after = end
    while after < len(text) and text[after].isspace():
        after += 1
    return (end, after)


def _ends_here(text: str, match: re.Match, after: int, called: bool) -> bool:
    """Whether the stop ends a sentence, given where the text goes on."""
    if after >= len(text):
        return True
    opening = _OPENING.match(text, after)
    first = text[opening.end() : opening.end() + 1]
    stop = match["stop"]
    if first.islower():
        return stop == "." and _NAMED.match(text, after) is not None
    if stop[0] in "!?" or "…" in stop:
        return "…" not in stop or bool(match["close"]) or called or first.isupper()
    if stop.startswith(". .") and opening.end() == after and first == ".":
        return True
    if len(stop) > 1:
        return first.isupper() or bool(match["close"])
    if match["close"].startswith((")", "]")) and not called and _open_before(text, match.start()):
        return True
    if match["close"] or called:
        return first.isupper() or first.isdigit() or opening.end() > after or not first.isalpha()
    return _full_stop(text, match.start(), after, first)


def _open_before(text: str, place: int) -> bool:
    """Whether the bracket that closes here opened a whole sentence ("(He fled.) Then …")."""
    opened = max(text.rfind("(", max(0, place - 400), place), text.rfind("[", max(0, place - 400), place))
    return opened >= 0


def _full_stop(text: str, place: int, after: int, first: str) -> bool:
    """Whether a single full stop before a capital, a digit or a quote ends the sentence."""
    word = _WORD_BEFORE.search(text, max(0, place - 30), place)
    if word is None:
        return True
    plain = word[0].lstrip("'’*_")
    lower = plain.lower()
    if lower in _LEADING:
        return lower in _WORDS_TOO and plain == lower and first.isupper() and _starts_sentence(text, after)
    if _INITIAL.match(plain) and len(plain) == 1:
        return _initial_ends(text, place, after)
    if lower in _EITHER or _ACRONYM.match(plain):
        return first.isupper() and _starts_sentence(text, after)
    return True


def _starts_sentence(text: str, after: int) -> bool:
    word = re.match(r"[\"“‘'(\[*_]*([A-Za-z]+)", text[after : after + 40])
    return word is not None and word[1].lower() in _STARTERS


def _initial_ends(text: str, place: int, after: int) -> bool:
    """ "you and I. Did": the pronoun ends a sentence, the initial of a name does not."""
    letter = text[place - 1]
    before = text[max(0, place - 25) : place - 1].split()
    if letter == "I" and before and before[-1].islower():
        return _starts_sentence(text, after)
    return bool(before) and before[-1].lower() in _LETTERED


def _items(text: str) -> list[tuple[int, int, int]]:
    """(start, end of the mark, end) of the items when `text` is a numbered list on one line."""
    if _ITEM.match(text) is None:
        return []
    marks = list(_ITEM.finditer(text))
    if len(marks) < 2 or not _counts_up([match[0].strip() for match in marks]):
        return []
    starts = [match.start() + text[match.start()].isspace() for match in marks]
    ends = [*starts[1:], len(text)]
    return [
        (start, match.end(), start + len(text[start:end].rstrip()))
        for start, match, end in zip(starts, marks, ends, strict=True)
    ]


def _counts_up(marks: list[str]) -> bool:
    """Whether list marks follow each other: 1, 2, 3 or a, b, c or bullets."""
    values = [re.sub(r"\D", "", mark) or mark.strip(".) ") for mark in marks]
    if all(value.isdigit() for value in values):
        places = [int(value) for value in values]
    elif all(len(value) == 1 for value in values):
        places = [ord(value) for value in values]
    else:
        return False
    return len(set(values)) == 1 or places == list(range(places[0], places[0] + len(places)))
