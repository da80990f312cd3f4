"""Repairs of a statistical tree around a finite verb that the tagger took for something else.

    "The JKLF abducted Rubaiya Sayeed"       abducted/VBN/amod   -> the main verb, with subject and object
    "where Scots Guards shot 24 villagers"   shot/NN             -> a verb
    "Girkin and 52 men crossed over and seized …"   crossed/acl   -> the main verb

Only forms of the verbs that claims hang on are looked at, and only between a noun and what can follow a verb.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from claimx.resources import load_toml
from claimx.syntax.heads import NOUNS, break_cycles, chain
from claimx.syntax.inflect import verb_forms
from claimx.syntax.parse import Word

OPENERS = ("DT", "PRP$", "PRP", "CD", "NNP", "NNPS", "NNS")
INSIDE = ("DT", "PRP$", "CD", "JJ", "JJR", "JJS", "HYPH", "VBG", "VBN", "POS")
AUX = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "to",
        "get",
        "got",
    }
)
RELATIVE = frozenset({"which", "whom", "that", "where", "who", "whose"})
# past forms that are nouns or bare adjectives at least as often
PAST_NOUNS = frozenset(
    {
        "hit",
        "cut",
        "set",
        "put",
        "hurt",
        "burst",
        "split",
        "thrust",
        "bid",
        "beset",
        "shed",
        "let",
        "united",
        "allied",
        "left",
        "felt",
    }
)


@cache
def past_forms() -> frozenset[str]:
    """Past forms of the verbs of the attack and allegiance lexicons: "overran", "abducted"."""
    out: set[str] = set()
    for name in ("lexicon/attack", "lexicon/allegiance"):
        for row in load_toml(name)["verb"]:
            for word in row["words"]:
                lemma = word.partition(":")[0].split()[0]
                out.update(f for f in verb_forms(lemma)[1:] if not f.endswith(("s", "ing")) and f != lemma)
    return frozenset(out) - PAST_NOUNS


@cache
def deed_nouns() -> frozenset[str]:
    """One-word nouns of the attack lexicon that are no adjectives."""
    rows = load_toml("lexicon/attack")["noun"]
    return frozenset(
        w.partition(":")[0] for row in rows for w in row["words"] if " " not in w and "-" not in w
    ) - {"offensive", "hit", "kidnap"}


def _is_bare_root(words: list[Word], w: Word) -> bool:
    """A root right behind a name, without a copula; the name becomes its subject."""
    if w.head != w.i or w.i == 0 or any(x.head == w.i and x.dep in ("cop", "aux:pass") for x in words):
        return False
    before = words[w.i - 1]
    if before.tag not in NOUNS:
        return False
    if not any(x.head == w.i and x.dep.startswith("nsubj") for x in words):
        before.head, before.dep = w.i, "nsubj"
    return True


def _is_passive(words: list[Word], w: Word) -> bool:
    """Has the word the auxiliary of a passive, or its agent?"""
    return any(x.head == w.i and x.dep in ("aux:pass", "obl:agent") for x in words)


def _before(words: list[Word], i: int) -> Word:
    """The word before i, adverbs left out."""
    k = i - 1
    while k > 0 and words[k].tag == "RB":
        k -= 1
    return words[k]


def _mistaken(words: list[Word], w: Word) -> bool:
    """Is it taken for a noun or an adjective where only a finite verb makes sense?"""
    if w.i == 0 or w.i + 1 >= len(words):
        return False
    if w.tag.startswith("VB") and w.dep not in ("amod", "compound"):
        head = words[w.head]  # "Chilean jets strafed/acl La Moneda"
        bare = (
            w.tag == "VBN"
            and w.dep == "acl"
            and head.dep == "ROOT"
            and head.i == w.i - 1
            and words[w.i + 1].tag in ("DT", "NNP", "NNPS", "PRP$", "PRP", "CD")
        )
        return (
            bare
            and head.tag in NOUNS
            and not any(x.tag in ("VBD", "VBZ", "VBP") and x.i > w.i and x.head == head.i for x in words)
        )
    before, after = _before(words, w.i), words[w.i + 1]
    if before.lower in AUX or before.tag not in (*NOUNS, "PRP", "WP", "WDT"):
        return False
    if after.tag in OPENERS:
        return after.tag != "NNS" or before.tag in ("NNP", "NNPS", "NNS", "PRP")
    if after.tag in ("NN", "JJ"):
        return before.tag in ("NNP", "NNPS", "NNS", "PRP") and w.dep != "amod"
    return after.tag in ("IN", "RB") and _relative_before(words, w.i) and w.tag.startswith("NN")


def _relative_before(words: list[Word], i: int) -> bool:
    return any(x.lower in RELATIVE for x in words[max(0, i - 6) : i])


def _run_after(words: list[Word], i: int) -> int | None:
    """The head of the noun phrase that starts right after word i."""
    last = None
    for k in range(i + 1, min(i + 9, len(words))):
        tag = words[k].tag
        if tag == "PRP":
            return k if last is None else last
        if tag in NOUNS:
            last = k
        elif tag == "POS":
            last = None
        elif tag not in INSIDE or (last is not None and tag in ("DT", "PRP$", "VBN", "VBG", "CD", "JJ")):
            break
    return last


def _phrase_head(words: list[Word], i: int) -> Word:
    """ "soldiers of the same battalion": the noun before "of" heads the phrase that word i ends."""
    k = i
    while k > 1:
        j = k - 1
        while j > 0 and words[j].tag in ("DT", "JJ", "NN", "NNP", "NNPS", "CD", "PRP$"):
            j -= 1
        if words[j].lower != "of" or j == 0 or words[j - 1].tag not in NOUNS:
            break
        k = j - 1
    return words[k]


def _make_verb(words: list[Word], w: Word) -> None:
    subject, obj = _phrase_head(words, _before(words, w.i).i), _run_after(words, w.i)
    above = chain(words, w.i)
    parts = [p for p in (subject.i, obj) if p is not None]
    held = [p for p in parts if p in above] or [p for p in parts if words[p].head == p]
    top = max(held, key=above.index) if held and all(p in above for p in held) else held[0] if held else None
    if top is not None:  # the verb takes the place of the noun that governed it
        root = words[top].head == top
        w.head, w.dep = (w.i, "ROOT") if root else (words[top].head, words[top].dep)
    if w.dep not in ("ROOT", "conj", "parataxis", "acl:relcl", "advcl", "ccomp"):
        w.dep = "acl:relcl" if _relative_before(words, w.i) else "parataxis"
    w.tag, w.pos = "VBD", "VERB"
    subject.head, subject.dep = w.i, "nsubj"
    for x in words[: subject.i]:
        if x.head == w.i and x.dep in ("det", "amod", "nummod", "compound", "nmod:poss", "case"):
            x.head = subject.i
    for x in words:
        if x.head in (obj, top) and x.i not in (w.i, subject.i, obj):
            if x.i < w.i and x.dep in ("det", "amod", "nummod", "compound", "nmod:poss"):
                x.head = subject.i if x.i < subject.i else x.head
            elif x.i > w.i and x.dep in ("conj", "parataxis", "advcl") and x.tag.startswith("VB"):
                x.head = w.i
    if obj is not None:
        words[obj].head, words[obj].dep = w.i, "obj"
        for x in words[w.i + 1 : obj]:
            if not w.i < x.head <= obj:
                x.head, x.dep = obj, {"CD": "nummod", "DT": "det", "JJ": "amod"}.get(x.tag, "compound")
    break_cycles(words, w.i)


def verbs(words: list[Word]) -> None:
    """Give mistaken finite verbs their tag, subject and object back, in place."""
    forms, deeds = past_forms(), deed_nouns()
    for w in words:
        if (
            w.tag in ("JJ", "RB")
            and w.lower in deeds
            and w.dep in ("nsubj", "nsubj:pass", "obj", "obl", "ROOT")
        ):
            w.tag, w.pos = "NN", "NOUN"  # "a Saudi-led air raid/RB on a market"
            if w.i and words[w.i - 1].head == w.i and words[w.i - 1].dep == "nsubj":
                words[w.i - 1].dep = "compound"
        if w.lower in forms and w.text.islower() and _mistaken(words, w):
            _make_verb(words, w)
        elif w.tag == "JJ" and w.lower in ("united", "allied", "split") and _is_bare_root(words, w):
            w.tag, w.pos = "VBD", "VERB"  # "Castaño's men united/JJ with the others"
        elif w.tag == "JJ" and w.lower in forms and _is_passive(words, w):
            w.tag, w.pos = "VBN", "VERB"  # "was later absorbed/JJ by the LTTE"


@cache
def _base_verbs() -> frozenset[str]:
    """Lemmas of the verbs that claims hang on."""
    out: set[str] = set()
    for name in ("lexicon/attack", "lexicon/allegiance"):
        for row in load_toml(name)["verb"]:
            out.update(w.partition(":")[0] for w in row["words"] if " " not in w)
    return frozenset(out)


def infinitives(words: list[Word]) -> None:
    """ "urging the group to unite with it": "to unite" tagged as a noun is an infinitive."""
    for to, w in pairwise(words):
        if (
            to.lower == "to"
            and to.head == w.i
            and to.dep == "case"
            and w.tag in ("NN", "NNP", "JJ")
            and w.text.islower()
            and w.lower in _base_verbs()
        ):
            w.tag, w.pos, to.dep, to.tag = "VB", "VERB", "mark", "TO"
            w.dep = "xcomp" if words[w.head].pos == "VERB" else "acl"
            for k in words:
                if k.head == w.i and k.dep == "nmod" and k.i > w.i:
                    k.dep = "obl"
