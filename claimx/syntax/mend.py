"""Repairs of a statistical tree, one after the other: what hangs on what, then verbs, then phrases and clauses.

Each step looks at tags and labels only; none knows a text. They change the words in place.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from claimx.syntax.mend_clauses import (
    after_semicolons,
    finite_conjuncts,
    modifying_verbs,
    participle_roots,
    pied_piped,
    promote,
    reduced_clauses,
    relative_verbs,
    restore_subjects,
    whose_clauses,
)
from claimx.syntax.mend_phrases import (
    comprised,
    determiners,
    free_bounds,
    fronted_subjects,
    halves_of_between,
    listed_members,
    names_before_nouns,
    names_take_no_phrases,
    participles,
    possessors,
    prepositions_are_obliques,
    undated_names,
)
from claimx.syntax.mend_verbs import infinitives, verbs
from claimx.syntax.parse import Word

STEPS = (
    participles,
    names_before_nouns,
    infinitives,
    prepositions_are_obliques,
    restore_subjects,
    verbs,
    determiners,
    possessors,
    relative_verbs,
    pied_piped,
    reduced_clauses,
    participle_roots,
    whose_clauses,
    after_semicolons,
    halves_of_between,
    fronted_subjects,
    undated_names,
    listed_members,
    comprised,
    finite_conjuncts,
    modifying_verbs,
    promote,
)


def mend(words: list[Word], masked: AbstractSet[int] = frozenset()) -> None:
    """Put right what the parser takes for something else, in place. `masked`: words that stand for a whole name."""
    free_bounds(words)
    names_take_no_phrases(words, masked)
    for step in STEPS:
        step(words)
