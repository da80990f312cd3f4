"""The words that tell how a note stands to its source: "see also", "but see", "as quoted in"."""

from __future__ import annotations

import re
from functools import cache

from claimx.cite.entries.clean import OFF, ON
from claimx.cite.entries.evidence import is_remark
from claimx.model import Stance
from claimx.resources import load_toml


@cache
def _signals() -> tuple[re.Pattern[str], dict[str, Stance]]:
    table = {
        word: Stance(kind)
        for kind, words in load_toml("lexicon/citation")["signals"].items()
        for word in words
    }
    words = "|".join(sorted((re.escape(w).replace(r"\ ", r"\s+") for w in table), key=len, reverse=True))
    return re.compile(
        rf"(?P<signal>{words})(?=[\s,:{ON}\"“])\s*[,:]?\s*(?:e\.g\.,?\s*)?", re.IGNORECASE
    ), table


@cache
def inner_signal() -> re.Pattern[str]:
    """A signal that opens a sentence or a clause behind ";": it cuts even where no semicolon stands."""
    return re.compile(
        rf"(?<=[.;,)\"”’>?{OFF}])\s+(?=(?:(?:But\s+)?[Ss]ee(?:\s+(?:also|further|too|e\.g\.|generally)"
        rf"|,)?|Cf\.|Contra|But\s+cf\.|Compare|For\s+(?:[\w’'-]+,?\s+){{1,8}}?see|For\s+(?:more"
        rf"|further)\s|Vgl\.|Siehe|Voir|Véase|Cfr\.|As\s+(?:quoted|cited)\s+in|Quoted\s+in"
        rf"|Cited\s+in)[\s,]+[A-ZÀ-Þ\"“„«‘'{ON}a-z])"
        rf"|(?<=[;,{OFF}])\s+(?=(?:but\s+see|see\s+also|and\s+see|cf\.|contra|vgl\.|siehe|voir"
        rf"|but\s+cf\.)\s+[A-ZÀ-Þ\"“„«‘'{ON}a-z])"
        rf"|(?<=[.;{OFF}])\s+(?=(?:see)\s+[A-ZÀ-Þ\"“„«‘'{ON}])"
    )


def take_signal(text: str) -> tuple[str, Stance | None, str]:
    """Words such as "See also" cut from the head: (rest, stance or None, the words)."""
    pattern, table = _signals()
    stance, said = None, ""
    for _ in range(3):
        match = pattern.match(text)
        if (
            not match
            or match.end() == len(text)
            or (match["signal"][0].islower() and match["signal"] in ("s.", "ver", "read"))
        ):
            break
        signal = " ".join(match["signal"].split()).casefold()
        if signal in ("source", "read", "ver", "s.", "a.a.", "a. a.") and not re.match(
            r"[,:]|\s*[A-ZÀ-Þ\"“„«" + ON + "]", text[match.end("signal") :]
        ):
            break
        if signal in ("according to", "based on") and is_remark(text):
            break
        found = table[signal]
        stance = found if stance in (None, Stance.SUPPORTS) else stance
        said = f"{said} {match['signal']}".strip()
        text = text[match.end() :]
    return text, stance, said
