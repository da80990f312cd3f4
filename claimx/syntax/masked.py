"""Parsing with names masked: a long foreign name goes to the parser as one familiar proper noun.

"the Group for the Support of Islam and Muslims (JNIM) stormed …" is seen as "the NATO stormed …": the
parser is spared the name's inner grammar, and the tree's words keep the printed text and its offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy import Language
    from spacy.tokens import Doc

GROUP, PERSON, PLACE = "NATO", "Smith", "London"
Mask = tuple[int, int, str]


def parse_masked(
    nlp: Language, sentences: Iterable[tuple[str, Sequence[Mask]]], batch_size: int = 128
) -> Iterator[Doc]:
    """Docs of one sentence each, in order. `doc.user_data["offsets"]` gives each token's place in the text.

    A mask is (start, end, word): the stretch is one token, seen as `word`. Masks must not overlap; one that
    cuts through a token ("al-Qaeda-linked") is left alone.
    """
    yield from nlp.pipe((_doc(nlp, text, masks) for text, masks in sentences), batch_size=batch_size)


def _doc(nlp: Language, text: str, masks: Sequence[Mask]) -> Doc:
    from spacy.tokens import Doc

    plain = nlp.make_doc(text)
    tokens = list(_tokens(plain, {end for _, end, _ in masks}))
    words: list[str] = []
    spaces: list[bool] = []
    offsets: list[tuple[int, int]] = []
    starts = {start: (end, word) for start, end, word in masks if _whole(tokens, start, end)}
    k = 0
    while k < len(tokens):
        start, end, word, space = tokens[k]
        mask = starts.get(start)
        if mask is not None:
            while tokens[k][1] < mask[0]:
                k += 1
            end, word, space = tokens[k][1], mask[1], tokens[k][3]
        words.append(word)
        spaces.append(space)
        offsets.append((start, end))
        k += 1
    doc = Doc(nlp.vocab, words=words, spaces=spaces, user_data={"offsets": offsets, "text": text})
    for i, token in enumerate(doc):
        token.is_sent_start = i == 0
    return doc


def _tokens(plain: Doc, ends: set[int]) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, text, blank after); a name's final stop comes off ("IS-K." is a name and a stop)."""
    for t in plain:
        start, end = t.idx, t.idx + len(t.text)
        cut = (
            next(
                (e for e in ends if start < e < end and not any(c.isalnum() for c in t.text[e - start :])),
                None,
            )
            if len(t.text) > 1 and not t.text[-1].isalnum()
            else None
        )
        if cut is None:
            yield start, end, t.text, bool(t.whitespace_)
        else:
            yield start, cut, t.text[: cut - start], False
            yield cut, end, t.text[cut - start :], bool(t.whitespace_)


def _whole(tokens: Sequence[tuple[int, int, str, bool]], start: int, end: int) -> bool:
    return any(t[0] == start for t in tokens) and any(t[1] == end for t in tokens)
