"""Sentences: where one ends, and the records that the later stages work on."""

from claimx.sentences.records import cut_callouts, make_sentences
from claimx.sentences.split import split_sentences

__all__ = ["cut_callouts", "make_sentences", "split_sentences"]
