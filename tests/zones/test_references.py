"""Reference lists."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated

PROSE = "The brigade held the town for nine weeks, and then it left without a fight."
ENTRIES = [
    "Mehta, R. (2008). The sea war. Asian Survey, 48(2), 21–35.",
    "Perera, R., & de Silva, K. M. (2011). The end of a navy. Colombo: Vijitha Yapa.",
    "UN Panel of Experts. (2011). Report on accountability. United Nations. https://example.org/report",
]


@pytest.mark.parametrize("heading", ["References", "## Bibliography", "WORKS CITED"])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("mark", ["", "- "])
def test_one_block_an_entry(heading: str, between: str, mark: str) -> None:
    found = Separated(f"{PROSE}\n\n{heading}\n\n{between.join(mark + entry for entry in ENTRIES)}\n")
    assert found.texts(Zone.REFERENCE) == ENTRIES


def test_hanging_lines_and_cut_entries() -> None:
    found = Separated(
        f"{PROSE}\n\nReferences\n\nMehta, R. (2008). The sea war. Asian Survey,\n   48(2), 21–35.\n"
        "Perera, R. (2011). The end of a navy.\n   Colombo: Vijitha Yapa. Retrieved from\n\n"
        "https://example.org/navy\n\nRuiz, A. (2012). The port. Herald.\n"
    )
    assert len(found.texts(Zone.REFERENCE)) == 3
    assert found.texts(Zone.REFERENCE)[1].endswith("https://example.org/navy")


def test_the_list_ends_at_a_heading() -> None:
    found = Separated(
        f"{PROSE}\n\nReferences\n\n{ENTRIES[0]}\n\nAbout the Author\n\n{PROSE}\n\nAppendix 1\n\n{PROSE}\n"
    )
    assert len(found.texts(Zone.REFERENCE)) == 1
    assert len(found.texts(Zone.BODY)) == 3


def test_sources_in_prose_are_no_list() -> None:
    found = Separated(f"{PROSE}\n\nSources\n\n{PROSE} {PROSE}\n")
    assert found.texts(Zone.REFERENCE) == []


def test_entries_without_a_year_are_entries() -> None:
    found = Separated(
        "The raid came at night (Keita, in press).\n\nReferences\n\n"
        "Diallo, S. (2011). The hills. Coast Press.\nKeita, M. (in press). The raid. Coast Press.\n"
        "Lopez, A. (forthcoming). The town. Hill Press.\n"
    )
    assert [text.split(",")[0] for text in found.texts(Zone.REFERENCE)] == ["Diallo", "Keita", "Lopez"]


@pytest.mark.parametrize("head", ["[{}]", "{}."])
def test_numbered_entries_keep_their_numbers(head: str) -> None:
    entries = ("Noor A. Mortars. Lancet. 2014;3:12.", "Diallo S. Town. Coast; 2015.", "Keita M. Coast. 2016.")
    rows = "\n\n".join(f"{head.format(n)} {entry}" for n, entry in enumerate(entries, 1))
    found = Separated(f"Mortars fell on the town [1], which was taken [2].\n\nReferences\n\n{rows}\n")
    numbered = [(b.number, found.read(b)) for b in found.zones.blocks if b.zone == Zone.REFERENCE]
    assert numbered == [(str(n), entry) for n, entry in enumerate(entries, 1)]
