import pytest

from claimx.ledger.index import LedgerFile
from claimx.ledger.matching import match_by_evidence
from tests.ledger.samples import record, write


def matched(tmp_path, old, new):
    """Which of the old quotes was paired with which of the new ones."""
    ledgers = []
    for side, quotes in (("old", old), ("new", new)):
        made = [record(number=n, quote=quote, id=f"atk-{side}{n}") for n, quote in enumerate(quotes)]
        ledgers.append(LedgerFile(write(tmp_path / side, made)))
    pairs = match_by_evidence(*ledgers, *(list(ledger) for ledger in ledgers))
    return sorted((a.number - 1, b.number - 1) for a, b in pairs)


QUOTE = "Fighters of the Karsa Front ambushed a convoy on the road to Tessarit in early spring."


@pytest.mark.parametrize(
    "other",
    [
        "The ministry published its yearly figures on grain and fuel.",
        "Fighters of another kind came by boat and took the customs house of Port Verin at night.",
        "",
    ],
)
def test_must_not_match(tmp_path, other):
    assert matched(tmp_path, [QUOTE], [other]) == []


@pytest.mark.parametrize(
    "other",
    [
        QUOTE,
        QUOTE.upper(),
        QUOTE.replace("spring.", "spring.¹²"),
        QUOTE.replace(" ", "  ").replace("Front", "Fr\u00f6nt"),
        QUOTE.replace("ambushed", "arnbushcd").replace("road", "r0ad"),
        QUOTE.replace("convoy", "con voy"),
        QUOTE.replace("Fighters", "ﬁghters"),
    ],
)
def test_must_match(tmp_path, other):
    assert matched(tmp_path, [QUOTE], [other]) == [(0, 0)]


def test_the_most_alike_wins_and_each_stands_once(tmp_path):
    near, nearer = QUOTE.replace("early spring", "late autumn"), QUOTE.replace("a convoy", "the convoy")
    assert matched(tmp_path, [QUOTE], [near, nearer]) == [(0, 1)]
    assert matched(tmp_path, [QUOTE, near], [nearer, near]) == [(0, 0), (1, 1)]
