"""Words that a line end cuts: mended, or left with the hyphen that belongs to them.

The document is the first witness: it prints "militants" and "Al-Qaeda" elsewhere. A list of
compounds and prefixes is the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from claimx.read.pdf.lines import PrintedLine
from claimx.resources import load_toml

SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEFT = re.compile(r"([^\W_]+(?:[-’'][^\W_]+)*)-$")
_RIGHT = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?:https?:/{0,2}|www\.|doi\.org/|\b10\.\d{4,}/)\S*$")
_ADDRESS_WORD = re.compile(
    r"[\w./?=&%#~+:,;@!$*-]*[/?=&%_][\w./?=&%#~+:,;@!$*()-]*|[\w-]+(?:\.[\w-]+)+|[a-z0-9]+(?:-[a-z0-9]+)+"
)
_CLOSED = re.compile(r"[>)\]\"”’',;]$")
_ENDING = re.compile(r"(?:com|org|net|edu|gov|php|html?|pdf|aspx?|jsp|cfm|shtml)\b")
_TAIL_OPEN = "/-_=?&%~:"
_SUFFIX = re.compile(
    r"ments?$|mental|ness|less|ful|ships?$|hood|tion|sion|[bcdfglmnprt]ing$|[bdgmnprt]ed$|[bdgmnprt]ers?$|wards?$|l[iy]"
)
_PARTICLE = re.compile(r"[a-z]{1,2}-")


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words written as one; prefixes that keep their hyphen; prefixes that keep it before a whole word."""
    words = load_toml("lexicon/compounds")
    return tuple(frozenset(words[name].split()) for name in ("closed", "hyphenated", "prefixes"))  # type: ignore[return-value]


def mend_hyphens(flow: Sequence[PrintedLine], known: Counter[str]) -> None:
    """Settle the line ends of one flow of text (body, or notes) in reading order.

    A mended hyphen becomes U+00AD; an address cut without a hyphen gets U+00AD after it, so that
    both read on without a blank. `known` counts the document's words (see count_words).
    """
    cut = [
        index
        for index, line in enumerate(flow[:-1])
        if line.words[-1][-1:] == "-" and len(line.words[-1]) > 1
    ]
    cuts = set(cut)
    address = ""
    for index, line in enumerate(flow[:-1]):
        after = flow[index + 1]
        if after.starts:
            address = ""
            continue
        last = line.words[-1]
        whole = address + last if len(line.words) == 1 else last
        if _runs_on(whole, after.words[0], line):
            address = whole
            if last[-1] != "-":
                line.words[-1] = last + SOFT_HYPHEN
            continue
        address = ""
        if index in cuts:
            line.words[-1] = _settle(last, after.words[0], known)
        elif last[-1] in "—/" and len(last) > 1 and last[-2] not in "—/" and after.words[0][0].isalnum():
            line.words[-1] = last + SOFT_HYPHEN


def count_words(lines: Iterable[PrintedLine]) -> Counter[str]:
    """How often each word stands whole in a line, case folded: {"al-qaeda": 3, …}.

    The two halves of a word that a line end cuts are no words.
    """
    known: Counter[str] = Counter()
    cut = False
    for line in lines:
        words = line.words[1:] if cut else line.words
        cut = bool(line.words) and line.words[-1][-1:] == "-"
        known.update(word.casefold() for word in _WORD.findall(" ".join(words[:-1] if cut else words)))
    return known


def _settle(last: str, following: str, known: Counter[str]) -> str:
    """The last word of a line with its hyphen kept ("-") or mended (U+00AD)."""
    bare = last[:-1]
    kept, mended = bare + "-", bare + SOFT_HYPHEN
    left, right = _LEFT.search(last), _RIGHT.match(following)
    if not left or not right:
        return kept
    if not right[0][0].islower() or left[1][-1].isdigit():
        return kept
    first = left[1].casefold()
    second = right[0].casefold()
    joined, hyphened = first + second, f"{first}-{second}"
    whole, parted = known[joined], known[hyphened]
    if whole or parted:
        return mended if whole >= parted else kept
    tail = first.rsplit("-", 1)[-1]
    head = second.split("-", 1)[0]
    if tail + head in _lexicon()[0] or known[tail + head]:
        return mended
    printed = left[1].rsplit("-", 1)[-1]
    if ("-" in left[1] and len(tail) <= 2 and printed.islower()) or _PARTICLE.match(second):
        return kept  # "Lashkar-e-" + "taiba", "Zarb-" + "e-Azb"
    return kept if _is_compound(printed, head, known) else mended


def _is_compound(printed: str, head: str, known: Counter[str]) -> bool:
    """Are the two halves words of their own? Neither the whole word nor the pair stands elsewhere."""
    _, strong, weak = _lexicon()
    tail = printed.casefold()
    if len(head) < 4:
        return False
    if tail in strong or (tail in weak and known[head]):
        return True
    if len(tail) < 4 or not known[tail]:
        return False
    if known[head] or (printed[0].isupper() and len(tail) >= 5):  # "Taliban-" + "inspired"
        return True
    return len(tail) >= 5 and len(head) >= 5 and head[0] not in "aeiouy" and not _SUFFIX.match(head)


def _runs_on(word: str, following: str, line: PrintedLine) -> bool:
    """Is `word` an address that goes on in `following`?"""
    if not ("/" in word or "www." in word or "10." in word):
        return False
    match = _ADDRESS.search(word)
    if not match or _CLOSED.search(word):
        return False
    if "<" in word[: match.start() + 1]:  # "<https://…" reads on to its ">"
        return True
    if word.endswith("."):  # its last dot, or a full stop
        return bool(
            (_ADDRESS_WORD.match(following) and following[0].islower())
            or _ENDING.match(following)
            or (following[0].isdigit() and ("/" in following or "doi" in word))
        )
    if word[-1] in _TAIL_OPEN:
        return following[0].isalnum() and not (
            word[-1] == "/" and following.istitle() and following.isalpha()
        )
    return bool(_ADDRESS_WORD.match(following)) and (
        following[0].islower() or following[0].isdigit() or "/" in following
    )
