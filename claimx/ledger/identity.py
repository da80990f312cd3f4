"""What stays the same about a claim: its id over runs, its content hash for judgements.

An id rests on the document, the kind, the letters of the sentence and the place of the
trigger in them; never on slot values, offsets or pages. A better rule changes a field and
not the id, and a paper that is scanned again keeps its ids.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

PREFIX = {"attack": "atk", "strength": "str", "allegiance": "all"}
CONTENT = ("claim", "date", "polarity", "modality", "attributed_to", "citations")

_NO_WORD = {n: None for n in range(128) if not chr(n).isalnum()}
_SURROGATE = re.compile("[\ud800-\udfff]")


def letters(text: str) -> str:
    """NFKD, case-folded, only letters and digits: what two prints of one sentence share.

    >>> letters("Al-Shabaab’s café …")
    'alshabaabscafe'
    """
    if text.isascii():
        return text.lower().translate(_NO_WORD)
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold()))


def claim_id(document_id: str, kind: str, plain: str, trigger: int, nth: int = 0, repeat: int = 0) -> str:
    """The id of a claim.

    `plain` is the quote without callouts, `trigger` the offset in it of the trigger's head word,
    `nth` counts the claims of this kind with this trigger, `repeat` the earlier sentences of the
    document with the same letters.

    >>> claim_id("paper-2019", "attack", "Gunmen raided the depot.", 7)[:4]
    'atk-'
    """
    before = len(letters(plain[:trigger]))
    parts = (document_id, str(kind), letters(plain), str(before), str(nth), str(repeat))
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"{PREFIX[kind]}-{hashlib.sha256(data).hexdigest()[:12]}"


class Identities:
    """Gives out the ids of one document, counting repeats of sentences and of triggers.

    Show it every sentence in order (`see`), also those without a claim, then ask for the ids of
    a sentence's claims in the order of the text.

    >>> book = Identities("paper-2019")
    >>> sentence = book.see("From 4,000 fighters it grew to 6,000.")
    >>> book.issue(sentence, "strength", 11) != book.issue(sentence, "strength", 11)
    True
    """

    def __init__(self, document_id: str) -> None:
        self._document = document_id
        self._seen: Counter[str] = Counter()
        self._sentences: list[tuple[str, int]] = []
        self._issued: Counter[tuple[int, str, int]] = Counter()

    def see(self, plain: str) -> int:
        """Takes note of the next sentence (without callouts); returns its number, from 0."""
        key = letters(plain)
        self._sentences.append((plain, self._seen[key]))
        self._seen[key] += 1
        return len(self._sentences) - 1

    def issue(self, sentence: int, kind: str, trigger: int) -> str:
        """The id of the next claim of `kind` whose trigger's head word starts at `trigger`."""
        plain, repeat = self._sentences[sentence]
        key = (sentence, str(kind), trigger)
        nth = self._issued[key]
        self._issued[key] += 1
        return claim_id(self._document, str(kind), plain, trigger, nth, repeat)


def content_hash(record: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of what a record claims and cites: what a judgement was passed on.

    Over the JSON with sorted keys and no spaces, in UTF-8, of claim, date, polarity, modality,
    attributed_to and citations. Place, confidence and rule may change and the judgement stands.
    """
    content = {key: record.get(key) for key in CONTENT}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    text = _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
