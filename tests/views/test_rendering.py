"""Every view over plain and hostile claims: what it says, and that nothing acts."""

import csv
import io
import re

import pytest
from rich.console import Console

from claimx.ledger.conflicts import find_conflicts
from claimx.ledger.stats import count_claims
from claimx.views.claims import claim_lines, render_claim, render_tables
from claimx.views.conflicts import as_dict, render_conflict
from claimx.views.report import render_report
from claimx.views.stats import render_stats
from claimx.views.table import COLUMNS, csv_header, csv_row
from tests.ledger.samples import amount, record
from tests.views.hostile import hostile

KINDS = ("attack", "strength", "allegiance")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]")


def printed(*renderables, width=140):
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, color_system=None).print(*renderables)
    return stream.getvalue()


PARTS = """atk- | attack/sample | It did not last. | Nobody was tried. | Night Raid in the Delta
| Coast Herald | 2016-03-09 | The Coast | characters 3000-"""


@pytest.mark.parametrize("part", [part.strip() for part in PARTS.split("|")])
def test_a_claim_whole(part):
    assert part in printed(render_claim(record(number=3)))


def test_a_table_by_document():
    records = [record(), record("strength", 1), record(number=2, document="other")]
    text = printed(*render_tables(records, quotes=True))
    assert text.count("conf.") == 1
    assert text.index("delta-2018") < text.index("other")
    assert "at dawn" in text and "note 8" in text


def test_many_claims_come_in_parts():
    assert len(list(render_tables(record(number=n) for n in range(450)))) == 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "render",
    [
        lambda made: printed(render_claim(made)),
        lambda made: printed(*render_tables([made], quotes=True)),
        lambda made: printed(render_stats(count_claims([made]))),
        claim_lines,
        csv_row,
        lambda made: "".join(render_report([made], "\x1b[2J<script>")),
    ],
)
def test_nothing_acts(kind, render):
    assert not CONTROL.search(render(hostile(kind)))


def test_the_report_runs_nothing_and_links_only_to_the_web():
    page = "".join(render_report([record(), hostile(number=1)], "Title <b>"))
    assert "<script" not in page and "Title &lt;b&gt;" in page
    assert page.count("href=") == 1 and "href='https://example.org/raid?a=1&amp;b=2'" in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert "2 claims" in page


def test_csv_is_a_table_without_formulas():
    rows = list(csv.reader(io.StringIO(csv_header() + csv_row(record()) + csv_row(hostile("strength")))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    first = dict(zip(COLUMNS, rows[1], strict=True))
    assert (first["killed_min"], first["perpetrators"], first["date"]) == ("12", "Karsa Front", "2016-03-08")
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row)
    assert csv_row(record(claim={"targets": ["=cmd()"]})).count("'=cmd()") == 1


def test_a_conflict():
    (found,) = find_conflicts([record(), record(number=4, claim={"killed": amount(20, 20)})])
    text = render_conflict(found)
    assert text.startswith("killed: attack · karsa-front · 2016-03-08 · ombala\n  12  Karsa Front")
    assert [each["value"]["min"] for each in as_dict(found)["claims"]] == [12, 20]


def test_stats_show_a_histogram():
    years = [record(number=n, date=f"{year}-01-01") for n, year in enumerate((1990, 1992, 2016, 2016))]
    text = printed(render_stats(count_claims(years)))
    assert re.search(r"2016 +2 +█{40}\n", text) and re.search(r"1990 +1 +█{20} +\n", text)
    assert "…" in text and "1991" in text
