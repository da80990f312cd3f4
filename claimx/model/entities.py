"""NER corpora (IOB2) -> spaCy documents: one label scheme out of several, and what a corpus leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpora import HYPHENS, Word
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

NER_LABELS = {
    "redocred_ner": {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC", "TIME": "DATE"},
    "wikigold": {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"},
    "crossner_politics": {
        "politician": "PERSON", "person": "PERSON", "politicalparty": "ORG", "organisation": "ORG",
        "country": "LOC", "location": "LOC",
    },
    "uner_ewt": {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"},
}  # fmt: skip
DATED = {"redocred_ner"}

DEMONYMS = frozenset((Path(__file__).parent / "demonyms.txt").read_text(encoding="utf8").split())

_DATE_WORD = re.compile(
    r"^(?:[12]\d{3}(?:s|-\d\d(?:\d\d)?)?|(?:mid|early|late)-[12]\d{3}s?|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|centur(?:y|ies)|years?|months?|weeks?|days?|"
    r"decades?|today|yesterday|tomorrow|spring|summer|autumn|winter|fall)$"
)
_NEAR_DATE = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?|[12]\d{3}s?|,|the|of|early|late|mid|last|next|this|past|few|several|ago|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|first|second|\w+teenth|-|–|to|and|later|earlier)$",
    re.IGNORECASE,
)


def read_iob(path: Path) -> Iterator[tuple[bool, list[Word]]]:
    """Yield (starts a new document, sentence) with the corpus's own labels in `ent`."""
    words: list[Word] = []
    new = True
    for line in [*path.read_text(encoding="utf8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            new = True
        elif line and not line.startswith("#"):
            _, form, ent = line.split("\t")[:3]
            words.append(Word(form, ent=ent))
        elif not line and words:
            yield new, words
            words, new = [], False


def map_ner(words: list[Word], corpus: str) -> list[Word]:
    """Corpus labels -> ours; "-" marks a token on which the corpus is silent (no DATE in it).

    The corpora disagree on nationalities (a place in one, miscellaneous in the next, nothing in the third):
    a demonym that is no part of a longer name is NORP in all of them.
    """
    table = NER_LABELS[corpus]
    out = []
    for i, word in enumerate(words):
        prefix, _, label = word.ent.partition("-")
        if not prefix:
            out.append(word)
            continue
        ent = f"{prefix}-{table[label]}" if label in table else "O"
        alone = prefix == "O" or (prefix == "B" and not (i + 1 < len(words) and words[i + 1].ent[:1] == "I"))
        if alone and _is_demonym(word.form) and label not in {"PER", "person", "politician"}:
            ent = "B-NORP"
        out.append(replace(word, ent=ent))
    if corpus not in DATED:
        out = _hide_dates(out)
    return out


def _is_demonym(form: str) -> bool:
    """ "German", "Afghans", "Anglo-Saxon", "Soviet-Afghan"; not "German-born"."""
    return form in DEMONYMS or (
        "-" in form and all(p in DEMONYMS | {"Sino", "Franco", "Anglo", "Afro"} for p in form.split("-"))
    )


def _hide_dates(words: list[Word]) -> list[Word]:
    hidden = {i for i, w in enumerate(words) if w.ent == "O" and _DATE_WORD.match(w.form)}
    for step in (-1, 1):
        for i in sorted(hidden, reverse=step < 0):
            j = i + step
            while 0 <= j < len(words) and words[j].ent == "O" and _NEAR_DATE.match(words[j].form):
                hidden.add(j)
                j += step
    return [replace(w, ent="-") if i in hidden else w for i, w in enumerate(words)]


def glue(words: list[Word], corpus: str) -> list[Word]:
    """Join what the corpus split and our tokenizer does not: "Ho", "-", "Chunk" -> "Ho-Chunk".

    Only redocred and uner split at hyphens; in the others a lone "-" is a dash.
    """
    if corpus not in {"redocred_ner", "uner_ewt"}:
        return words
    out: list[Word] = []
    i = 0
    while i < len(words):
        word = words[i]
        if (
            word.form in HYPHENS and out and i + 1 < len(words)
            and out[-1].form[-1].isalnum() and words[i + 1].form[0].isalnum()
            and not (out[-1].form[-1].isdigit() and words[i + 1].form[0].isdigit())
        ):  # fmt: skip
            right = words[i + 1]
            ent = out[-1].ent
            if (ent == "O") != (right.ent == "O") and ent[:1] != "I":
                ent = "-"  # "German-born": part of the token is a name, which no label can say
            out[-1] = replace(out[-1], form=f"{out[-1].form}-{right.form}", ent=ent)
            i += 2
            continue
        out.append(word)
        i += 1
    return _mend_iob(out)


def _mend_iob(words: list[Word]) -> list[Word]:
    """An I- that no longer follows its B- becomes a B-."""
    out, before = [], "O"
    for word in words:
        if word.ent.startswith("I-") and before[2:] != word.ent[2:]:
            word = replace(word, ent="B-" + word.ent[2:])
        out.append(word)
        before = word.ent
    return out


def ner_sentences(path: Path, corpus: str) -> list[list[list[Word]]]:
    """Documents (lists of sentences) of one NER file, labels mapped, hyphens glued."""
    docs: list[list[list[Word]]] = []
    for new, words in read_iob(path):
        if new or not docs:
            docs.append([])
        docs[-1].append(map_ner(glue(words, corpus), corpus))
    return docs


def tagged_doc(vocab: Vocab, words: list[Word]) -> Doc:
    """What the ner component sees of a sentence: words, tags, labels (no heads: it reads none)."""
    doc = Doc(vocab, words=[w.form for w in words], tags=[w.tag for w in words])
    for token, word in zip(doc, words, strict=True):
        token.dep_ = word.dep
    return doc


def ner_doc(vocab: Vocab, words: list[Word]) -> Doc:
    """A gold Doc of one sentence: entities, and where nothing is known."""
    doc = Doc(vocab, words=[w.form for w in words], spaces=[True] * len(words))
    spans, hidden, i = [], [], 0
    while i < len(words):
        j = i + 1
        if words[i].ent[:1] == "B":
            while j < len(words) and words[j].ent[:1] == "I":
                j += 1
            spans.append(Span(doc, i, j, label=words[i].ent[2:]))
        elif words[i].ent == "-":
            hidden.append(doc[i:j])
        i = j
    doc.set_ents(spans, missing=hidden, default="outside")
    return doc
