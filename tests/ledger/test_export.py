"""Sources as CSL-JSON and as BibTeX that a BibTeX reader reads back."""

from __future__ import annotations

import json

import bibtexparser
import pytest

from claimx.cite.entries import parse_reference
from claimx.ledger.export import sources_of, to_bibtex, to_csl_json, with_ids

ARTICLE = 'Ada Obi et al., "Profit & Loss: 50% of the_Coast," *Journal of Coasts* 19, no. 1 (2016): 1-30, https://doi.org/10.1080/1.2.'
REPORT = "International Crisis Group. (2022, February 4). *Hard Choices in Chad*. International Crisis Group. Retrieved April 5, 2022, from <https://icg.example/c_d>"
THESIS = "Lars van der Berg, *Border Wars* (PhD thesis, Uppsala, 2004)."

BIB = [
    (ARTICLE, "article", {
        "author": "Obi, Ada and others", "title": r"Profit \& Loss: 50\% of the\_Coast", "journal": "Journal of Coasts",
        "volume": "19", "number": "1", "pages": "1--30", "year": "2016", "doi": "10.1080/1.2",
    }),
    (REPORT, None, {"author": "{International Crisis Group}", "date": "2022-02-04", "url": "https://icg.example/c_d", "urldate": "2022-04-05"}),
    (THESIS, "phdthesis", {"author": "van der Berg, Lars", "school": "Uppsala", "year": "2004"}),
    ("Kemi Ade, Interview by the Author, March 5, 2014.", "misc", {"author": "Ade, Kemi", "howpublished": "Interview"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "wanted"), BIB)
def test_bibtex_entries(text: str, kind: str | None, wanted: dict[str, str]) -> None:
    library = bibtexparser.parse_string(to_bibtex(parse_reference(text)))
    assert not library.failed_blocks
    [entry] = library.entries
    assert kind in (None, entry.entry_type)
    assert {key: entry[key] for key in wanted} == wanted


def test_nothing_gives_nothing() -> None:
    assert to_bibtex([]) == "" and to_csl_json([]) == "[]\n"


def test_a_work_is_listed_once_and_ids_differ() -> None:
    found = sources_of([*parse_reference(THESIS), *parse_reference(THESIS), *parse_reference(ARTICLE)])
    assert [item["id"] for item in found] == ["berg-2004-border", "obi-2016-profit"]
    assert [item["id"] for item in with_ids([{"id": "a"}, {"id": "a"}, {}])] == ["a", "a-2", "work-3"]


def test_csl_json_is_an_array_zotero_reads() -> None:
    [item] = json.loads(to_csl_json(parse_reference(THESIS)))
    assert (item["type"], item["publisher"]) == ("thesis", "Uppsala")


def test_braces_and_backslashes_cannot_break_the_file() -> None:
    text = to_bibtex(
        [{"id": "odd key,{", "type": "book", "title": "A } brace \\ and { more", "note": "100 % #1 ~x^2"}]
    )
    library = bibtexparser.parse_string(text)
    assert (
        not library.failed_blocks
        and library.entries[0]["title"] == r"A \} brace \textbackslash{} and \{ more"
    )
