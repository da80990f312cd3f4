"""The lexicon of citing."""

from claimx.cite.words import words
from claimx.resources import load_toml


def test_lists_are_lower_case_and_without_repeats():
    for table, lists in load_toml("lexicon/citing").items():
        for key, some in lists.items():
            assert len(some) == len(set(some)), (table, key)
            assert all(word == word.lower() for word in some), (table, key)


def test_words():
    assert "operation" in words("narrative", "not_authors")
    assert words("names", "particles") is words("names", "particles")
