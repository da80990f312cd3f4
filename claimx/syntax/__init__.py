"""Who does what to whom: one view of a sentence, from a dependency parse or from shallow chunks."""
