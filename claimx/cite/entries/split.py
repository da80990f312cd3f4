"""Several sources in one note: where each begins, its stance, and what of the note is only a remark."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from claimx.cite.entries.clean import OFF, ON, find_addresses, plain
from claimx.cite.entries.dates import find_dates
from claimx.cite.entries.evidence import BACK, ENTRY_HEAD, YEAR, is_remark, looks_like_source
from claimx.cite.entries.quoted import find_title
from claimx.cite.entries.signals import inner_signal, take_signal
from claimx.cite.entries.talk import read_talk
from claimx.model import Stance

_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")
_DOUBLE = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]{2,400}?\"(?![\w])|„[^„“”]*[“”]")
_MAYBE_QUOTED = re.compile(
    r"uoted|ited |qtd|eproduced|itiert|zit|cité|citado|apud|UOTED|QTD|ZIT|Apud|Zit|Cité|Qtd"
)
_ITALIC = re.compile(f"{ON}[^{OFF}]*{OFF}")
_SENTENCE = re.compile(r"(?<=[.?!\"”’)»])\s+(?=[\"“«(]?[A-ZÀ-ÞİŠŽ" + ON + r"])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\"“])(?:\w|[A-ZÀ-Þ][a-z]?|Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Maj|St|No|no|Nos|nos|Vol"
    r"|vol|vols|pp|ed|eds|Ed|Eds|cf|Cf|al|op|cit|loc|art|Art|vs|v|trans|para|paras|ch|chap|sec|Univ"
    r"|Dept|Inc|Ltd|Co|Bd|Nr|S|Hg|Hrsg|vgl|Vgl|bzw|ca|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov"
    r"|Dec|ibid|Ibid|Id|Rev|Int'l|Res|Doc|Proc|Trans|Am|Phys|Lett|Am)\.$"
)
_QUOTED_IN = re.compile(
    r"[,;.]?\s*[(\[]?\b((?:as\s)?(?:quoted|cited|qtd\.?|reproduced)\s(?:in|by)|zit(?:iert|\.)?\s(?:nach"
    r"|in|n\.)|cité\s(?:dans|par)|citado\s(?:en|por)|apud)\s(?=[A-ZÀ-Þ\"“„«" + ON + "])",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A part of a note: one source with its stance, or (`source` False) a remark."""

    text: str
    stance: Stance
    source: bool
    signal: str = ""


def _protected(text: str) -> list[tuple[int, int]]:
    spans = [(a.start, a.end) for a in find_addresses(text)]
    spans += [m.span() for m in _DOUBLE.finditer(text)]
    spans += [m.span() for m in _BRACKETS.finditer(text)]
    spans += [m.span() for m in _ITALIC.finditer(text)]
    if ("‘" in text or "'" in text) and (title := find_title(text)):
        spans.append((title[0], title[1]))
    return spans


def _free(position: int, spans: list[tuple[int, int]]) -> bool:
    return not any(start < position < end for start, end in spans)


def split_note(text: str) -> list[Piece]:
    """The parts of a cleaned note in order.

    `split_note('Gul, "A," *Dawn*, May 4, 2022; but see Mir, *B* (Verso, 2010).')` gives two sources, the
    second
    with stance contrasts. Semicolons between authors, inside titles and inside parentheses do not cut.
    """
    spans = (
        _protected(text)
        if ";" in text or ". " in text or ") " in text or "see" in text or "cf" in text or " in " in text
        else []
    )
    lead = len(text) - len(take_signal(text)[0])
    cuts = {
        m.start()
        for m in inner_signal().finditer(text)
        if _free(m.start(), spans) and m.start() > max(3, lead)
    }
    quoted = _QUOTED_IN.search(text) if _MAYBE_QUOTED.search(text) else None
    if (
        quoted
        and quoted.start() > max(3, lead)
        and not text[: quoted.start()].rstrip().casefold().endswith(" as")
        and _free(quoted.start(1), [s for s in spans if s[0] != quoted.start(1) - 1])
    ):
        cuts.add(quoted.start(1))
    pieces: list[Piece] = []
    for part in _at(text, _real_cuts(text, sorted(cuts))):
        for piece in _semicolons(part):
            pieces += _piece(piece)
    if len(pieces) > 1:
        pieces = [p._replace(source=False) if p.source and _is_bare_prose(p.text) else p for p in pieces]
    return _merged(pieces)


def _real_cuts(text: str, cuts: list[int]) -> list[int]:
    """Without those inside a signal that a cut opened: "For details, | see" is one."""
    kept: list[int] = []
    barred = 0
    for cut in cuts:
        if cut > barred:
            kept.append(cut)
            after = text[cut:].lstrip()
            barred = len(text) - len(take_signal(after)[0]) if after else cut
    return kept


def _is_bare_prose(text: str) -> bool:
    """A short sentence beside a source: "The figures differ widely." names nothing itself."""
    if re.search(rf"[\d\"“”«»‘{ON}]|//", text) or "," in text or BACK.search(text):
        return False
    words = text.split()
    return len(words) > 2 and 2 * sum(w[:1].islower() for w in words) > len(words)


def _at(text: str, cuts: list[int]) -> list[str]:
    edges = [0, *cuts, len(text)]
    return [text[a:b].strip() for a, b in itertools.pairwise(edges) if text[a:b].strip()]


def _semicolons(text: str) -> list[str]:
    if ";" not in text:
        return [text]
    spans = _protected(text)
    out, start = [], 0
    for match in re.finditer(r";\s+", text):
        if not _free(match.start(), spans):
            continue
        left, right = text[start : match.start()].strip(), text[match.end() :].strip()
        if left and right and _is_whole(left) and _begins_source(right):
            out.append(left)
            start = match.end()
    out.append(text[start:].strip())
    return out


def _is_whole(left: str) -> bool:
    """Whether what stands before a semicolon can be a source by itself, not the first of several authors."""
    if (
        YEAR.search(left)
        or find_title(left)
        or ON in left
        or "//" in left
        or BACK.search(left)
        or re.search(r"\bat\s\d+$|\d+$", left)
    ):
        return True
    return (is_remark(left) and not ENTRY_HEAD.match(plain(left))) or bool(read_talk(left))


def _begins_source(right: str) -> bool:
    head = right.split(";")[0]
    rest, stance, _ = take_signal(head)
    if stance or BACK.match(head):
        return True
    if re.match(r"(?:Vol|Bd|No|Nr|pp?|S|T)\.?\s?\d|\d|[a-z]{1,3}\.\s?\d", rest):
        return False
    if rest[:1] in "\"“„«‘'" + ON:
        return True
    words = rest.split()
    return (
        bool(words)
        and words[0][:1].isupper()
        and (
            len(words) > 2
            or bool(YEAR.search(rest))
            or bool(BACK.search(rest))
            or bool(re.search(r"\d", rest))
        )
    )


def _piece(text: str) -> list[Piece]:
    """One part with its signal taken off; remarks before or behind the source are cut away."""
    rest, stance, said = take_signal(text)
    if read_talk(rest):
        return [Piece(rest, stance or Stance.SUPPORTS, True, said)]
    if not is_remark(rest):
        tail = _remark_behind(rest)
        main = [Piece(rest[:tail] if tail else rest, stance or Stance.SUPPORTS, True, said)]
        return main + ([Piece(rest[tail:].strip(), Stance.SUPPORTS, False)] if tail else [])
    inside = _inline_source(text)
    if inside:
        return [
            Piece(text[: inside[0]].strip(), Stance.SUPPORTS, False),
            Piece(inside[1], Stance.SUPPORTS, True),
        ]
    sentences = sentence_cuts(text)
    for cut in sentences:
        after, after_stance, after_said = take_signal(text[cut:].strip())
        if (looks_like_source(after) and not is_remark(after)) or read_talk(after):
            return [
                Piece(text[:cut].strip(), Stance.SUPPORTS, False),
                Piece(after, after_stance or Stance.SUPPORTS, True, after_said),
            ]
    return [Piece(text, stance or Stance.SUPPORTS, False, said)]


def sentence_cuts(text: str) -> list[int]:
    """Where a new sentence begins, abbreviations, titles and brackets left whole."""
    spans = _protected(text)
    return [
        m.end()
        for m in _SENTENCE.finditer(text)
        if _free(m.start(), spans) and not _ABBREVIATED.search(text[: m.start()].rstrip(OFF))
    ]


_YEAR_ENDS = re.compile(r"\((?:1[5-9]|20)\d\d[a-z]?(?:[,/–-][^()]*)?\)[.:]?\s*$")


def _remark_behind(text: str) -> int:
    """Start of a remark that follows a whole source:
    `Elahi, *Terror* (Tauris, 2019), 21. The book argues …`."""
    if not ("). " in text or re.search(r"\d\. |>\. |/\S*\. ", text)):
        return 0
    for cut in sentence_cuts(text):
        before, after = text[:cut], text[cut:]
        if _YEAR_ENDS.search(before):  # "(2006, 25-26 March). Why aren't we …?": the title comes now
            continue
        if (
            len(before.split()) > 4
            and looks_like_source(before)
            and (before.rstrip()[-2:-1].isdigit() or before.rstrip().endswith((").", ">.")))
            and is_remark(after)
        ):
            return cut
    return 0


def _inline_source(text: str) -> tuple[int, str] | None:
    """A source in the parenthesis that closes a remark: "recaptured the village (Al-Arabiya, December 6
    2021)."."""
    match = re.search(r"\(([^()]{4,160})\)[\s.]*$", text)
    if not match:
        return None
    inside = match[1]
    dates = find_dates(inside)
    if (
        dates
        and inside[:1].isupper() | (inside[:1] in '"“' + ON)
        and dates[-1].end >= len(inside) - 12
        and dates[0].start > 2
        and not is_remark(inside)
    ):
        return match.start(), inside
    return None


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Neighbouring remarks become one."""
    out: list[Piece] = []
    for piece in pieces:
        if out and not out[-1].source and not piece.source:
            out[-1] = Piece(f"{out[-1].text} {piece.text}", out[-1].stance, False)
        else:
            out.append(piece)
    return out
