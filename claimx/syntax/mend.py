"""Repairs of a statistical tree, one after the other: verbs first, then phrases and clauses.

Each step looks at tags and labels only; none knows a text. They change the words in place.
"""

from __future__ import annotations

from claimx.syntax.mend_clauses import finite_conjuncts, pied_piped, promote, reduced_clauses, relative_verbs
from claimx.syntax.mend_phrases import (
    determiners,
    fronted_subjects,
    halves_of_between,
    listed_members,
    possessors,
)
from claimx.syntax.mend_verbs import verbs
from claimx.syntax.parse import Word

STEPS = (
    verbs,
    determiners,
    possessors,
    relative_verbs,
    pied_piped,
    reduced_clauses,
    halves_of_between,
    fronted_subjects,
    listed_members,
    finite_conjuncts,
    promote,
)


def mend(words: list[Word]) -> None:
    """Put right what the parser takes for something else, in place."""
    for step in STEPS:
        step(words)
