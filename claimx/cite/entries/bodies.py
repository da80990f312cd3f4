"""Is a name that of a person or of a body: an institution, a press, a newspaper?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimx.resources import load_toml

EDGE = " ,;:.()[]{}<>*\"“”„«»'‘’`"
INITIALS = re.compile(r"^(?:[A-ZÀ-ÞŁŚŠŽ]\w?\.?[\s\-‐–]?){1,4}$")
JOIN = re.compile(r"\s*(?:,\s*)?(?:\s(?:and|und|et|en|og|och|ve|dan|oraz)\s|\s?&\s?)\s*")

_STOP_WORDS = frozenset(
    [
        "of",
        "for",
        "the",
        "on",
        "in",
        "to",
        "against",
        "der",
        "des",
        "für",
        "les",
        "et",
        "pour",
        "del",
        "para",
        "dell",
        "della",
        "por",
    ]
)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"][kind])


@lru_cache(maxsize=16384)
def is_body(text: str) -> bool:
    """Whether a name is an organisation: `is_body("International Crisis Group")`."""
    words = text.replace("’", "'").split()
    lower = [w.strip(EDGE).casefold() for w in words]
    if len(words) == 1:
        bare = words[0].strip(EDGE)
        return (
            (bare.isupper() and len(bare) > 1 and bare.isalpha())
            or lower[0] in _words("outlet")
            or ("." in bare[1:-1] and bare.count(".") > 1 and len(bare) > 5)
        )
    if any(w in _words("body") or w in _words("press") for w in lower):
        return not any(len(w) == 2 and w[1] == "." and w[0].isupper() for w in words) and not _is_personal(
            words
        )
    if words[0].isupper() and len(words[0]) > 2 and lower[0] in _words("outlet"):
        return True  # "BBC Monitoring"
    if text.casefold() in _words("outlet") or lower[-1] in (
        "times",
        "post",
        "news",
        "press",
        "journal",
        "newspaper",
        "tv",
        "radio",
    ):
        return True
    inner = [w for w in lower[:-1] if w in _STOP_WORDS]
    return (
        lower[0] == "the"
        or any(w in ("of", "for", "the", "on", "für", "pour") for w in inner)
        or (len(words) > 5 and not any(INITIALS.match(w) for w in words) and not JOIN.search(text))
    )


def _is_personal(words: list[str]) -> bool:
    """Two plain words of which only the first is an institution's ("Price House") stay a person's."""
    return len(words) == 2 and words[1].casefold() in (
        "house",
        "bank",
        "court",
        "watch",
        "school",
        "board",
        "staff",
    )
