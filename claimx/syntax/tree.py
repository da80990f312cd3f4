"""From a spaCy Doc to a Parse: labels brought to UD, prepositions turned round where the pipeline is CLEAR."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from claimx.nlp import normalize_dep
from claimx.resources import load_toml
from claimx.syntax.mend import mend
from claimx.syntax.parse import Parse, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

COARSE = {
    "N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV", "D": "DET", "C": "CCONJ", "I": "ADP", "M": "AUX", "W": "PRON", "E": "PRON",
}  # fmt: skip
EXACT = {
    "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "CD": "NUM", "RP": "ADP", "TO": "PART", "POS": "PART", "DT": "DET",
    "PDT": "DET", "MD": "AUX", "WRB": "ADV", "WDT": "PRON", "WP": "PRON", "CC": "CCONJ", "FW": "X", "LS": "X", "SYM": "SYM", "UH": "INTJ",
}  # fmt: skip


def coarse(tag: str) -> str:
    """Penn tag to a coarse class: "NNS" -> "NOUN", "VBG" -> "VERB", "," -> "PUNCT"."""
    if tag in EXACT:
        return EXACT[tag]
    if not tag or not tag[0].isalpha() or tag in ("HYPH", "NFP", "-LRB-", "-RRB-"):
        return "PUNCT"
    return COARSE.get(tag[0], "X")


def from_doc(doc: Doc) -> Parse:
    """A Parse of one sentence's Doc (see nlp.parse_sentences); offsets are those of doc.text."""
    words = []
    clear = False
    offsets = doc.user_data.get("offsets")
    text = doc.user_data.get("text", doc.text)
    for t in doc:
        if t.is_space:
            tag, dep = "_SP", "dep"
        else:
            tag, dep = t.tag_ or "", t.dep_
        clear = clear or dep in ("pobj", "nsubjpass", "dobj")
        start, end = offsets[t.i] if offsets else (t.idx, t.idx + len(t.text))
        printed = text[start:end]
        words.append(Word(t.i, start, end, printed, printed.lower(), tag, coarse(tag), dep, t.head.i))
    if clear:
        _turn_prepositions(words)
    for w in words:
        w.dep = normalize_dep(w.dep)
    _free_bounds(words)
    masked = {t.i for t in doc if offsets and t.text != text[offsets[t.i][0] : offsets[t.i][1]]}
    _names_take_no_phrases(words, masked)
    _participles(words)
    _names_before_nouns(words)
    _infinitives(words)
    _prepositions_are_obliques(words)
    _restore_subjects(words)
    mend(words)
    return Parse(text, words)


BOUNDS = frozenset(
    {
        "around",
        "about",
        "over",
        "under",
        "some",
        "nearly",
        "approximately",
        "almost",
        "roughly",
        "between",
        "up",
    }
)


def _free_bounds(words: list[Word]) -> None:
    """ "killed around 15 soldiers": what bounds a number is no preposition, and the noun is an object."""
    for w in words:
        if w.dep != "case" or w.lower not in BOUNDS:
            continue
        noun = words[w.head]
        ahead = words[w.i + 1 : w.i + 3]
        if (
            not ahead
            or not any(x.tag == "CD" for x in ahead)
            or noun.dep not in ("obl", "nmod")
            or (w.lower == "between" and noun.tag == "CD")
        ):
            continue
        verb = words[noun.head]
        passive = any(x.head == verb.i and x.dep in ("aux:pass", "obj", "nsubj:pass") for x in words)
        if noun.dep == "obl" and verb.tag.startswith("V") and not passive and noun.i > verb.i:
            w.dep, noun.dep = "advmod", "obj"


def entities_of(doc: Doc) -> list[tuple[int, int, str]]:
    """Named entities as (start, end, label), offsets in the sentence."""
    offsets = doc.user_data.get("offsets")
    if not offsets:
        return [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    return [(offsets[e.start][0], offsets[e.end - 1][1], e.label_) for e in doc.ents]


def _turn_prepositions(words: list[Word]) -> None:
    """CLEAR hangs "on Baghdad" as attack > on > Baghdad; UD as attack > Baghdad > on."""
    for w in words:
        if w.dep not in ("pobj", "pcomp"):
            continue
        prep = words[w.head]
        if prep.dep not in ("prep", "agent", "dative", "advmod", "mark", "advcl"):
            continue
        above = words[prep.head]
        if w.dep == "pcomp":
            w.dep = "advcl" if above.tag.startswith("V") else "acl"
        elif prep.dep == "agent" or (prep.lower == "by" and above.tag == "VBN"):
            w.dep = "obl:agent"
        else:
            w.dep = "nmod" if coarse(above.tag) in ("NOUN", "PROPN", "NUM", "PRON") else "obl"
        w.head, prep.head, prep.dep = prep.head, w.i, "case"


def _names_take_no_phrases(words: list[Word], masked: set[int]) -> None:
    """ "a merger of the first group into the second", "training of soldiers by the company": a phrase with such a
    preposition hangs on the deed, not on the name before it."""
    case = {w.head: w.lower for w in words if w.dep == "case"}
    for w in words:
        if w.dep != "nmod" or case.get(w.i) not in ("by", "into", "with", "to", "against", "from"):
            continue
        above = words[w.head]
        name = above.i in masked or (case[w.i] == "by" and above.tag == "NNS")
        if (
            name
            and above.i < w.i
            and above.dep in ("nmod", "obj", "obl")
            and case.get(above.i) in (None, "of", "between")
            and above.head != above.i
        ):
            w.head = above.head
            if words[w.head].pos == "VERB":
                w.dep = "obl"


def _participles(words: list[Word]) -> None:
    """ "the presence of militias embedded within the force": a participle right after a noun is that noun's."""
    for before, w in itertools.pairwise(words):
        if (
            w.dep == "acl"
            and w.tag == "VBN"
            and before.tag in ("NNS", "NN", "NNP", "NNPS")
            and w.head != before.i
            and before.dep == "nmod"
            and before.head == w.head
        ):
            w.head = before.i


def _names_before_nouns(words: list[Word]) -> None:
    """ "TTP militants": a name that is taken as the subject of the noun it stands before is its modifier."""
    for w in words[:-1]:
        noun = words[w.i + 1]
        if (
            w.dep in ("nsubj", "obj", "appos", "nmod")
            and w.head == noun.i
            and coarse(w.tag) == "PROPN"
            and noun.tag in ("NN", "NNS")
        ):
            w.dep = "compound"


@cache
def _base_verbs() -> frozenset[str]:
    """Lemmas of the verbs that claims hang on."""
    out: set[str] = set()
    for name in ("lexicon/attack", "lexicon/allegiance"):
        for row in load_toml(name)["verb"]:
            out.update(w.partition(":")[0] for w in row["words"] if " " not in w)
    return frozenset(out)


def _infinitives(words: list[Word]) -> None:
    """ "urging the group to unite with it": "to unite" tagged as a noun is an infinitive."""
    for to, w in itertools.pairwise(words):
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


def _prepositions_are_obliques(words: list[Word]) -> None:
    """ "repelled assaults on two bases": a noun with a preposition is no object, and its conjuncts are none either."""
    cased = {w.head for w in words if w.dep == "case" and w.lower not in ("'s", "’s", "'", "’")}
    for w in words:
        if w.dep == "obj" and w.i in cased and coarse(w.tag) in ("NOUN", "PROPN", "NUM"):
            w.dep = "obl"
        elif (
            w.dep == "conj"
            and w.i in cased
            and w.i not in {x.head for x in words if x.dep == "cc"}
            and words[w.head].dep in ("obj", "obl", "nmod")
        ):
            w.dep = "nmod"


def _restore_subjects(words: list[Word]) -> None:
    """ "In recent weeks, two commanders were killed": a noun after a fronted phrase is taken as its conjunct;
    a main verb without a subject gets it back."""
    with_subject = {w.head for w in words if w.dep in ("nsubj", "nsubj:pass", "csubj", "expl")}
    for verb in words:
        if (
            verb.dep not in ("ROOT", "ccomp", "parataxis")
            or verb.i in with_subject
            or coarse(verb.tag) != "VERB"
            or verb.tag in ("VB", "VBG")
        ):
            continue
        for w in words[: verb.i]:
            if (
                w.dep not in ("conj", "appos", "dep")
                or coarse(w.tag) not in ("NOUN", "PROPN", "PRON")
                or not w.head < w.i
            ):
                continue
            if any(k.dep in ("cc", "case") and k.head == w.i and k.i < w.i for k in words) or words[
                w.head
            ].dep not in ("obl", "nmod", "advmod", "advcl", "conj", "dep", "nummod", "obl:agent"):
                continue
            if not any(k.text == "," for k in words[w.head + 1 : w.i]):
                continue
            passive = any(k.dep == "aux:pass" and k.head == verb.i for k in words)
            w.head, w.dep = verb.i, "nsubj:pass" if passive else "nsubj"
            break
