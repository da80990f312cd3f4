"""From a spaCy Doc to a Parse: labels brought to UD, prepositions turned round where the pipeline is CLEAR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.nlp import normalize_dep
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
    masked = {t.i for t in doc if offsets and t.text != text[offsets[t.i][0] : offsets[t.i][1]]}
    mend(words, masked)
    return Parse(text, words)


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
