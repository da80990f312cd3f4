"""A Parse without a statistical model: word classes by list and ending, noun chunks, nearest attachment.

What `--model rules` works on. It finds the plain cases (an active or passive verb with its
neighbours, "attack on X by Y", "X and Y") and leaves what needs real syntax to the trained pipeline.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimx.resources import load_toml
from claimx.syntax.inflect import IRREGULAR
from claimx.syntax.parse import Parse, Word
from claimx.syntax.tokens import cut_tokens

NOUNISH = ("NOUN", "PROPN", "NUM", "ADJ", "DET")


@cache
def classes() -> dict[str, str]:
    """Closed-class word -> tag."""
    raw = load_toml("lexicon/closed.toml")
    tags = (
        ("adverb", "RB"),
        ("prep", "IN"),
        ("subordinator", "IN"),
        ("det", "DT"),
        ("pronoun", "PRP"),
        ("aux", "MD"),
        ("conjunction", "CC"),
    )
    out: dict[str, str] = {}
    for name, tag in tags:
        for w in raw[name]:
            out[w] = tag
    out.update(dict.fromkeys(raw["possessive"], "PRP$"))
    out.update(
        {
            "who": "WP",
            "which": "WDT",
            "that": "WDT",
            "to": "TO",
            "'s": "POS",
            "’s": "POS",
            "'": "POS",
            "’": "POS",
        }
    )
    return out


@cache
def verb_tags() -> dict[str, str]:
    """Irregular forms -> tag; regular ones are told by their ending."""
    out: dict[str, str] = {}
    for lemma, forms in IRREGULAR.items():
        out.setdefault(lemma, "VB")
        for f in forms:
            out.setdefault(f, "VBG" if f.endswith("ing") else "VBZ" if f.endswith("s") else "VBD")
    return out


def from_text(text: str) -> Parse:
    """A shallow Parse of one sentence: `from_text("Rebels shelled the depot.").words[1].tag == "VBD"`."""
    words = []
    before: Word | None = None
    for i, (start, end) in enumerate(cut_tokens(text)):
        printed = text[start:end]
        low = printed.lower()
        tag = _guess(printed, low, before)
        before = Word(i, start, end, printed, low, tag, _coarse(tag), "dep", i)
        words.append(before)
    _attach(words)
    return Parse(text, words, shallow=True)


def _guess(printed: str, low: str, before: Word | None) -> str:
    """The tag of a word by list, capital and ending, in the light of the tag before it."""
    closed, first = classes().get(low), printed[0]
    if closed and not (first.isupper() and before is not None and low in ("may", "march", "us", "it")):
        return closed
    if not first.isalnum():
        return ","
    if first.isdigit():
        return "CD"
    if first.isupper() and ((before is not None and before.text not in ("“", '"', ".")) or not low.isalpha()):
        return "NNP"
    left = before.tag if before is not None else ""
    ending = _ending(low)
    after_det = left in ("DT", "PRP$", "CD", "JJ", "POS") or (
        low[-1] == "s" and before is not None and before.pos == "ADP"
    )
    if not after_det and (tag := verb_tags().get(low)) is not None:
        return "VB" if left in ("TO", "MD") else tag
    if ending == "ing":
        return "NN" if after_det else "VBG"
    if ending == "ed":
        return "JJ" if after_det else "VBD"
    if left in ("TO", "MD") and ending != "noun" and low[-1] != "s":
        return "VB"
    if ending == "noun":
        return "NNS" if low[-1] == "s" else "NN"
    if ending == "ly":
        return "RB"
    if ending == "adjective":
        return "JJ"
    if ending == "s":
        return "NNS" if after_det or left not in ("NNP", "PRP") else "VBZ"
    return "VBP" if left in ("PRP", "NNPS") else "NN"


@lru_cache(maxsize=65536)
def _ending(low: str) -> str:
    """Which of the telling endings a word has, "" if none."""
    raw = load_toml("lexicon/closed.toml")
    if low.endswith("ing") and len(low) > 4:
        return "ing"
    if low.endswith("ed") and len(low) > 3:
        return "ed"
    if low.endswith(tuple(raw["noun_endings"])):
        return "noun"
    if low.endswith("ly"):
        return "ly"
    if low.endswith(tuple(raw["adjective_endings"])) and len(low) > 4:
        return "adjective"
    return "s" if low.endswith("s") and not low.endswith("ss") else ""


_COARSE = {
    "NNP": "PROPN",
    "CD": "NUM",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WDT": "PRON",
    "IN": "ADP",
    "TO": "PART",
    "POS": "PART",
    "MD": "AUX",
    "DT": "DET",
    "CC": "CCONJ",
    ",": "PUNCT",
    "RB": "ADV",
    "JJ": "ADJ",
}


@cache
def _coarse(tag: str) -> str:
    return _COARSE.get(tag) or ("NOUN" if tag.startswith("N") else "VERB" if tag.startswith("V") else "X")


def _chunks(words: list[Word]) -> list[tuple[int, int]]:
    """Noun chunks as (first, head) word indexes."""
    out: list[tuple[int, int]] = []
    start = None
    for n, w in enumerate([*words, Word(len(words), 0, 0, "", "", ",", "PUNCT", "", 0)]):
        inside = w.pos in NOUNISH or w.tag in ("POS", "PRP$") or (w.tag == "PRP")
        if inside and start is None:
            start = n
        elif not inside and start is not None:
            head = n - 1
            while head > start and words[head].pos in ("DET",):
                head -= 1
            if words[head].pos != "DET" or head == start:
                out.append((start, head))
            start = None
    return out


def _attach(words: list[Word]) -> None:
    if not words:
        return
    chunks = _chunks(words)
    root = next((w.i for w in words if w.pos == "VERB" and w.tag in ("VBD", "VBZ", "VBP")), None)
    root = (
        root
        if root is not None
        else next((w.i for w in words if w.pos in ("VERB", "AUX")), chunks[0][1] if chunks else 0)
    )
    for w in words:
        w.head, w.dep = root, "dep"
    for first, head in chunks:
        _inside(words, first, head)
    first_of = {h: f for f, h in chunks}
    be = frozenset(load_toml("lexicon/closed.toml")["be"])
    verb = None
    last_noun = None
    for w in words:
        if w.pos == "AUX" or w.tag == "RB":
            nxt = next((v for v in words[w.i + 1 : w.i + 5] if v.pos == "VERB"), None)
            if nxt is not None:
                w.head = nxt.i
                w.dep = (
                    "aux:pass"
                    if w.lower in be and nxt.tag in ("VBD", "VBN")
                    else "advmod"
                    if w.tag == "RB"
                    else "aux"
                )
            continue
        if w.pos == "VERB":
            _verb(words, w, verb, last_noun, root)
            verb = w.i
            continue
        if w.i not in first_of:
            continue
        _noun(words, w, first_of[w.i], verb, last_noun)
        last_noun = w.i
    words[root].head, words[root].dep = root, "ROOT"
    for w in words:
        if w.tag == "TO":
            nxt = words[w.i + 1] if w.i + 1 < len(words) else None
            if nxt is not None and nxt.pos == "VERB":
                w.head, w.dep = nxt.i, "mark"
    _break_cycles(words, root)


def _inside(words: list[Word], first: int, head: int) -> None:
    owner = None
    for k in range(first, head):
        w = words[k]
        if w.tag == "POS":
            owner = k - 1
            w.head, w.dep = max(k - 1, first), "case"
            continue
        w.head = head
        w.dep = {"DET": "det", "NUM": "nummod", "ADJ": "amod"}.get(
            w.pos, "nmod:poss" if w.tag == "PRP$" else "compound"
        )
    if owner is not None and owner >= first:
        words[owner].head, words[owner].dep = head, "nmod:poss"
        for k in range(first, owner):
            words[k].head = owner


def _verb(words: list[Word], w: Word, before: int | None, noun: int | None, root: int) -> None:
    prev = words[w.i - 1] if w.i else None
    if w.tag == "VBD" and any(
        words[k].dep == "aux:pass" and words[k].head == w.i for k in range(max(0, w.i - 4), w.i)
    ):
        w.tag = "VBN"
    relative = next((k for k in range(w.i - 1, max(-1, w.i - 4), -1) if words[k].tag in ("WP", "WDT")), None)
    if relative is not None and noun is not None:
        w.head, w.dep = noun, "acl:relcl"
        words[relative].head, words[relative].dep = w.i, "nsubj"
        return
    if w.i == root:
        if noun is not None:
            _subject(words, w, noun)
        return
    if w.tag == "VB" and prev is not None and prev.tag == "TO" and before is not None:
        w.head, w.dep = before, "xcomp"
    elif w.tag == "VBG" and before is not None:
        w.head, w.dep = before, "advcl"
    elif prev is not None and prev.tag == "CC" and before is not None:
        w.head, w.dep = before, "conj"
    elif w.tag == "VBN" and prev is not None and prev.pos in ("NOUN", "PROPN") and noun is not None:
        w.head, w.dep = noun, "acl"
    else:
        w.head, w.dep = (before if before is not None else root), "ccomp" if before is not None else "dep"
        if noun is not None and (before is None or noun > before):
            _subject(words, w, noun)


def _subject(words: list[Word], w: Word, noun: int) -> None:
    while (
        words[noun].dep in ("nmod", "obl", "conj", "appos")
        and words[noun].head < noun
        and words[noun].head != words[noun].i
    ):
        up = words[noun].head
        if words[up].pos not in ("NOUN", "PROPN", "PRON"):
            break
        noun = up
    if words[noun].dep in ("obl", "obj"):
        return
    words[noun].head, words[noun].dep = w.i, "nsubj:pass" if _has_passive(words, w.i) else "nsubj"


def _has_passive(words: list[Word], verb: int) -> bool:
    """Whether one of the four words before a verb, as far as `_attach` looks, is its "was" or "been"."""
    return any(w.dep == "aux:pass" and w.head == verb for w in words[max(0, verb - 4) : verb])


def _noun(words: list[Word], w: Word, first: int, verb: int | None, noun: int | None) -> None:
    lead = words[first - 1] if first else None
    if (lead is not None and lead.pos == "ADP") or (lead is not None and lead.tag == "TO"):
        lead.head, lead.dep = w.i, "case"
        near = noun is not None and noun == first - 2
        if near and (
            (
                lead.lower
                in ("of", "between", "against", "on", "from", "with", "by", "to", "for", "in", "at")
                and (verb is None or noun > verb)
                and words[noun].pos != "PROPN"
            )
            or (near and lead.lower == "of")
        ):
            w.head, w.dep = noun, "nmod"
        elif verb is not None:
            w.head, w.dep = verb, "obl"
            if lead.lower == "by" and _has_passive(words, verb):
                w.dep = "obl:agent"
        elif noun is not None and near:
            w.head, w.dep = noun, "nmod"
        else:
            w.dep = "obl"
        return
    if lead is not None and lead.tag == "CC" and noun is not None and noun >= first - 3:
        w.head, w.dep = noun, "conj"
        lead.head, lead.dep = w.i, "cc"
        return
    if verb is not None and verb >= first - 3 and (noun is None or noun < verb):
        w.head, w.dep = verb, "obj"


def _break_cycles(words: list[Word], root: int) -> None:
    """Words whose heads lead nowhere but round in a ring are hung on the root."""
    sound = [w.head == w.i for w in words]
    for w in words:
        path = []
        k = w.i
        while not sound[k] and k not in path:
            path.append(k)
            k = words[k].head
        if not sound[k]:
            w.head, w.dep, path = root, "dep", [w.i]
        for k in path:
            sound[k] = True
