"""The language pipeline: the only module that builds or loads one.

    nlp = load_nlp()                                    # our own, in the package
    for doc in parse_sentences(nlp, ["IS-K was accused by the Taliban of the attack."]):
        print([(t.text, t.dep_, t.head.text) for t in doc], doc.ents)

Modes: "bundled" (ours), "rules" (tokenizer only), or any installed spaCy package or path.
The tokenizer is ours in all of them, so token positions never depend on the mode.
spaCy is imported inside the functions: `import claimx.nlp` stays cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.errors import ModelError

if TYPE_CHECKING:
    from spacy import Language
    from spacy.tokens import Doc

BUNDLED = Path(__file__).parent / "model" / "pipeline"

# Any one of the components in a row will do; the words tell what is missing.
NEEDED = (("tagger", "morphologizer"), ("parser",), ("ner",))

# spaCy's list lacks these; each would else lose its full stop: "Lt. Col." "No. 5" "et al."
ABBREVIATIONS = (
    "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Brig.", "Cpl.", "No.", "Nos.", "al.", "pp.", "vol.",
    "ed.", "eds.", "cf.", "ca.", "approx.", "Hon.", "Amb.", "Mt.", "Pvt.", "Cmdr.", "Supt.", "Insp.", "etc.",
)  # fmt: skip

# Acronyms that are English words in lower case: their norm is a name's, so that the tagger sees no
# verb in "IS".
ACRONYMS = {"IS": "isis", "US": "u.s.", "IT": "ira", "AM": "ira", "AN": "ira", "SO": "ira", "AS": "ira"}

# CLEAR labels (en_core_web_*) -> the UD labels that our own pipeline gives. Labels only: in a CLEAR
# tree a "pobj" still hangs on its preposition, which `claimx.syntax` turns round.
CLEAR_TO_UD = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "pobj": "obl", "pcomp": "advcl", "prep": "case", "agent": "case",
    "poss": "nmod:poss", "relcl": "acl:relcl", "prt": "compound:prt", "npadvmod": "obl",
    "npmod": "obl", "neg": "advmod", "nn": "compound", "attr": "obj", "acomp": "xcomp",
    "oprd": "xcomp", "predet": "det", "preconj": "cc", "intj": "discourse", "meta": "parataxis",
    "quantmod": "advmod", "root": "ROOT", "num": "nummod", "possessive": "case", "rcmod": "acl:relcl",
}  # fmt: skip
KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "aux:pass", "obl:agent", "nmod:poss", "acl:relcl", "compound:prt"}
)  # fmt: skip


@cache
def load_nlp(name: str = "bundled") -> Language | None:
    """Load a pipeline by name, once.

    name: "bundled"; "rules" (a blank English pipeline: tokens only); else a spaCy package or path.
    Raises ModelError, one line, when it is not found or lacks a tagger, parser or ner.
    """
    if name == "rules":
        return blank()
    nlp = _load(str(BUNDLED) if name == "bundled" else name)
    missing = [" or ".join(row) for row in NEEDED if not any(pipe in nlp.pipe_names for pipe in row)]
    if missing:
        raise ModelError(
            f"pipeline '{name}' has no {', no '.join(missing)}: choose one with a tagger, a parser and ner,"
            " or --model bundled, or --model rules"
        )
    nlp.tokenizer = build_tokenizer(nlp)
    return nlp


def _load(name: str) -> Language:
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"no spaCy pipeline '{name}': install it or give its folder,"
            " or use --model bundled or --model rules"
        ) from error
    except (ValueError, KeyError, ImportError) as error:
        first = str(error).strip().splitlines()[0]
        raise ModelError(f"spaCy pipeline '{name}' does not load: {first}") from error


def blank() -> Language:
    """A blank English pipeline with our tokenizer: what the rules-only mode and training start from."""
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer = build_tokenizer(nlp)
    return nlp


def build_tokenizer(nlp: Language):
    """spaCy's English tokenizer with four changes, on the vocabulary of `nlp`.

    - a hyphen inside a word does not split: "al-Qaeda", "IS-K", "12-year-old" are one token each;
      between digits it does ("7-8"), and so does a dash between digits ("7,000–10,000");
    - an apostrophe inside a word does not split ("Hay'at"), a possessive one does ("IS|'", "group|'s");
    - military ranks and scholarly abbreviations keep their full stop;
    - straight and curly marks are treated alike.
    """
    from spacy.lang.char_classes import (
        ALPHA,
        ALPHA_LOWER,
        ALPHA_UPPER,
        CONCAT_QUOTES,
        LIST_ELLIPSES,
        LIST_ICONS,
    )
    from spacy.lang.en import English
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    infixes = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\*^](?=[0-9-])",
        r"(?<=[0-9])[-‐‑](?=[0-9$£€])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])(?:---?|~)(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        r"[\"”’')\]](?=[–—])|(?<=[\w\"”’')\]])[–—](?=[\w\"“‘'(\[])|—",
    ]
    rules = dict(English.Defaults.tokenizer_exceptions)
    del rules["and/or"]
    rules.update({abbreviation: [{ORTH: abbreviation}] for abbreviation in ABBREVIATIONS})
    return Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(English.Defaults.prefixes).search,
        suffix_search=compile_suffix_regex(English.Defaults.suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        url_match=English.Defaults.url_match,
    )


def parse_sentences(nlp: Language, texts: Iterable[str], batch_size: int = 128) -> Iterator[Doc]:
    """Parse each text as exactly one sentence; Docs come in the order of `texts`."""
    yield from nlp.pipe((_one_sentence(nlp, text) for text in texts), batch_size=batch_size)


def _one_sentence(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(text)
    shouted = text.isupper()
    for i, token in enumerate(doc):
        token.is_sent_start = i == 0
        if token.text in ACRONYMS and not shouted:
            token.norm_ = ACRONYMS[token.text]
    return doc


def normalize_dep(label: str) -> str:
    """One vocabulary for UD and CLEAR labels: "nsubjpass" -> "nsubj:pass", "obl:tmod" -> "obl"."""
    label = CLEAR_TO_UD.get(label, label)
    return label if label in KEPT_SUBTYPES else label.split(":")[0]
