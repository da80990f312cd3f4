"""Small trees by hand: `tree("rebels/NNS/nsubj>2 …")`, one word a token, heads counted from 1, 0 for the root."""

from __future__ import annotations

from claimx.syntax.parse import Parse, Word
from claimx.syntax.tree import coarse


def tree(text: str) -> Parse:
    """`tree("Rebels/NNS/nsubj>2 fled/VBD/ROOT>0")`: word, tag, label, head; joined by blanks."""
    words, at = [], 0
    for i, token in enumerate(text.split()):
        form, rest = token.split("/", 1)
        tag, dep = rest.split("/", 1)
        label, _, head = dep.partition(">")
        words.append(
            Word(
                i,
                at,
                at + len(form),
                form,
                form.lower(),
                tag,
                coarse(tag),
                label,
                int(head) - 1 if int(head) else i,
            )
        )
        at += len(form) + 1
    return Parse(" ".join(w.text for w in words), words)


def texts(parse: Parse, indexes: list[int]) -> list[str]:
    """The words at these indexes."""
    return [parse.words[i].text for i in indexes]


def at(parse: Parse, form: str) -> int:
    """The index of the first word printed so."""
    return next(w.i for w in parse.words if w.text == form)


def parsed(text: str) -> Parse:
    """The bundled pipeline's tree of one sentence."""
    from claimx.nlp import load_nlp, parse_sentences
    from claimx.syntax.tree import from_doc

    (doc,) = parse_sentences(load_nlp(), [text])
    return from_doc(doc)
