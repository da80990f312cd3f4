"""The inventory for people."""

from io import StringIO

from rich.console import Console

from claimx.cite.ibid import ResolvedNote
from claimx.cite.inventory import Inventory
from claimx.cite.records import Cited, Listed, Note
from claimx.model import Callout, Problem
from claimx.views.sourcelist import render_sources


def shown(inventory):
    page = StringIO()
    console = Console(file=page, width=120, highlight=False)
    for part in render_sources(inventory):
        console.print(part)
    return page.getvalue()


def test_empty():
    assert shown(Inventory("paper")).startswith("paper\n0 notes, 0 references")


def test_markup_in_words_is_left_alone():
    note = Note(
        0, "See [bold]this[/bold] " + "x" * 200, ((0, 5),), ResolvedNote("4", 2, "", "ibid", resolves_to="3")
    )
    listed = Listed(1, "Noor [x], 2015", "Noor [x]", ((6, 9),), ())
    cited = Cited(
        Callout("author-year", 0, 3, text="[/] Noor, 2015", inferred=True),
        0,
        None,
        7,
        "Noor [x], 2015",
        "resolved",
    )
    page = shown(
        Inventory(
            "paper",
            notes=(note,),
            listed=(listed,),
            cited=(cited,),
            problems=(Problem("x", "note [4] is lost", span=(3, 4)),),
        )
    )
    for words in (
        "2:4",
        "note 3",
        "[bold]this[/bold]",
        "Noor [x], 2015",
        "[/] Noor, 2015",
        "note [4] is lost",
        "1 of them inferred",
    ):
        assert words in page
    assert all(len(line) <= 120 for line in page.splitlines())
