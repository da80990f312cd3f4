"""Words around citations, as sets: the part of `data/lexicon/citing.toml` that this package asks for."""

from __future__ import annotations

from functools import cache

from claimx.resources import load_toml


@cache
def words(table: str, key: str) -> frozenset[str]:
    """One list of the lexicon, in lower case as it stands there.

    >>> "van" in words("names", "particles")
    True
    """
    return frozenset(load_toml("lexicon/citing")[table][key])
