"""Tokens without spaCy: where `nlp.build_tokenizer` cuts, told by a few patterns.

The rules-only mode needs words and nothing else; loading a pipeline for them would cost more than reading a
paper. `tests/syntax/test_tokens.py` holds these cuts against the real tokenizer's.

    cut_tokens("al-Qaeda's men (12)") -> [(0, 8), (8, 10), (11, 14), (15, 16), (16, 18), (18, 19)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimx.resources import load_toml

_UPPER = "A-ZΑ-ΫЀ-Я" + "".join(c for c in map(chr, range(0xC0, 0x180)) if c.isupper())
_QUOTES = r"'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》〈〉⟦⟧"
_MARKS = r"…,:;!?¿؟¡()\[\]{}<>_#*&。？！，、；：～·।،۔؛٪"
_CURRENCY = r"US\$|C\$|A\$|[$£¥฿﷼€₠-₿]"
_ICONS = "¦©®°℀-℃℅℆℈℉℔№℗℞-℣℥℧℩℮↕-↙↜-⇿⌀-⌇⌌-⌟⎀-⏿─-▶▸-◀◂-◷☀-♮♰-❧➔-➿⬀-⬯�"
_UNITS = r"km²?³?|[mcd]?m[²³]?|ha|µm|nm|yd|in|ft|[kmµ]?g|t|lb|oz|m/s|km/h|kmh|mph|hPa|Pa|mbar|mb|MB|kb|KB|gb|GB|tb|TB|[TGMK%]"
_PREFIX = re.compile(rf"[§%=—–]|\+(?![0-9])|\.\.+|{_CURRENCY}|[{_MARKS}{_QUOTES}{_ICONS}]")
_SUFFIX = re.compile(
    rf"(?:\.\.+|['’][sS]|[—–{_MARKS}{_QUOTES}{_ICONS}]|(?<=[0-9])(?:\+|{_CURRENCY}|{_UNITS})|(?<=°[FfCcKk])\."
    rf"|(?<=[0-9%²+\-{_MARKS}{_QUOTES}])\.|(?<=[^\W_⁰¹³-⁹{_UPPER}])\.|(?<=[\u0300-\u036f])\.|(?<=[{_UPPER}][{_UPPER}])\.)$"
)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_A, _Q = rf"[^\W\d_{_RAISED}]", r"'\"”“`‘´’‚,„»«「」『』"
_LOWER = rf"[^\W\d_{_RAISED}{_UPPER}]"
_INFIX = re.compile(
    rf"\.\.+|…|[{_ICONS}]|(?<=[0-9])[+*^](?=[0-9-])|(?<=[0-9])[-‐‑](?=[0-9$£€])"
    rf"|(?:(?<={_LOWER})|(?<=[{_Q}]))\.(?=[{_UPPER}{_Q}])|(?<={_A}),(?={_A})"
    rf"|(?<=[^\W_{_RAISED}])(?:---?|~|[:<>=/])(?={_A})"
    r"|[\"”’')\]](?=[–—])|(?<=[\w\"”’')\]])[–—](?=[\w\"“‘'(\[])|—"
)
_URL = re.compile(
    r"(?:[\w+\-.]{2,}://)?(?:\S+(?::\S*)?@)?(?:\d{1,3}(?:\.\d{1,3}){3}"
    r"|(?:(?:[A-Za-z0-9¡-￿][A-Za-z0-9¡-￿_-]{0,62})?[A-Za-z0-9¡-￿]\.)+"
    rf"{_LOWER}{{2,63}})(?::\d{{2,5}})?(?:[/?#]\S*)?"
)
_CLOCK = re.compile(r"(1[0-2]|[1-9])([ap]m|[ap]\.m\.)")
_CHUNK = re.compile(r"\S+|\s+")


@cache
def _whole() -> dict[str, tuple[int, ...]]:
    """Words that are cut in a way of their own: form -> lengths of its tokens."""
    raw = load_toml("lexicon/tokens.toml")
    out: dict[str, tuple[int, ...]] = {}
    for row in raw["contraction"]:
        tails = row["tail"].split()
        for head in row["heads"].split():
            for mark in ("", "'", "’"):
                parts = [head, *(t.replace("'", mark) for t in tails)]
                form = "".join(parts)
                if form not in raw["words"]:
                    out[form] = out[form[0].upper() + form[1:]] = tuple(map(len, parts))
    letters = (f"{letter}." for letter in "abcdefghijklmnopqrstuvwxyzäöü")
    for form in (*raw["whole"], *raw["faces"].split(), *letters):
        out[form] = (len(form),)
    return out


@lru_cache(maxsize=65536)
def _cut(chunk: str) -> tuple[int, ...]:
    """Lengths of the tokens of a text without blanks."""
    special = _whole()
    if not chunk:
        return ()
    if chunk.isalpha() and chunk not in special:
        return (len(chunk),)
    if chunk[-1] in ",;:" and chunk[:-1].isalpha() and chunk not in special and chunk[:-1] not in special:
        return (len(chunk) - 1, 1)
    left: list[int] = []
    right: list[int] = []
    rest = chunk
    while rest:
        clock = _CLOCK.fullmatch(rest)
        if rest in special or clock:
            left.extend((len(clock[1]), len(clock[2])) if clock else special[rest])
            break
        before = rest
        prefix = _PREFIX.match(rest)
        if prefix:
            left.append(prefix.end())
            rest = rest[prefix.end() :]
            if rest in special:
                continue
        suffix = _SUFFIX.search(rest) if rest else None
        if suffix:
            right.append(len(rest) - suffix.start())
            rest = rest[: suffix.start()]
        if rest != before:
            continue
        if "." in rest and _URL.fullmatch(rest):
            left.append(len(rest))
        else:
            left.extend(_inside(rest))
        break
    return _joined(chunk, (*left, *reversed(right)))


def _joined(chunk: str, lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Marks and letters that the patterns cut apart and the table holds together: "2021" "):" """
    if len(lengths) < 2:
        return lengths
    special, out, at, n = _whole(), [], 0, 0
    while n < len(lengths):
        length, taken = lengths[n], 1
        for more in (3, 2):
            joint = sum(lengths[n : n + more])
            if n + more <= len(lengths) and special.get(chunk[at : at + joint]) == (joint,):
                length, taken = joint, more
                break
        out.append(length)
        at, n = at + length, n + taken
    return tuple(out)


def _inside(text: str) -> Iterator[int]:
    at = 0
    for mark in _INFIX.finditer(text):
        if mark.start() == 0:
            continue
        if mark.start() > at:
            yield mark.start() - at
        yield mark.end() - mark.start()
        at = mark.end()
    if at < len(text):
        yield len(text) - at


def cut_tokens(text: str) -> list[tuple[int, int]]:
    """Offsets of the tokens of a text: `cut_tokens("can't") == [(0, 2), (2, 5)]`.

    One blank between two words is no token; more of them (or a line feed) are one, as in spaCy.
    """
    out: list[tuple[int, int]] = []
    at = 0
    if _ODD_BLANK.search(text):
        return _with_blanks(text)
    for chunk in text.split(" ") if text else ():
        for length in _cut(chunk):
            out.append((at, at + length))
            at += length
        at += 1
    return out


_ODD_BLANK = re.compile(r"[^\S ]| {2}|^ ")


def _with_blanks(text: str) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for part in _CHUNK.finditer(text):
        at = part.start()
        if part[0].isspace():
            at += bool(out) and part[0][0] == " "
            if at < part.end():
                out.append((at, part.end()))
            continue
        for length in _cut(part[0]):
            out.append((at, at + length))
            at += length
    return out
