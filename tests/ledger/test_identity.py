import hashlib

import pytest

from claimx.ledger.identity import Identities, claim_id, content_hash, letters
from tests.ledger.samples import record

PLAIN = "Gunmen of the Karsa Front raided Port Verin."


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Port Verin, 3 May.", "portverin3may"),
        ("Al-Sham’s “café”", "alshamscafe"),
        ("ﬁghters", "fighters"),
        ("Straße", "strasse"),
        ("مجاهدون", "مجاهدون"),
        ("", ""),
    ],
)
def test_letters(text, key):
    assert letters(text) == key


def test_the_id_is_the_hash_that_the_contract_names():
    joined = "\x1f".join(["delta", "attack", letters(PLAIN), str(len("gunmenofthekarsafront")), "0", "0"])
    expected = hashlib.sha256(joined.encode()).hexdigest()[:12]
    assert claim_id("delta", "attack", PLAIN, PLAIN.index("raided")) == f"atk-{expected}"


def test_spacing_quotes_and_case_do_not_change_an_id():
    at = PLAIN.index("raided")
    other = PLAIN.replace(" ", "  ").upper()
    assert claim_id("d", "attack", PLAIN, at) == claim_id("d", "attack", other, other.index("RAIDED"))


@pytest.mark.parametrize(
    "other",
    [
        ("e", "attack", PLAIN, 26, 0, 0),
        ("d", "strength", PLAIN, 26, 0, 0),
        ("d", "attack", PLAIN + "x", 26, 0, 0),
        ("d", "attack", PLAIN, 0, 0, 0),
        ("d", "attack", PLAIN, 26, 1, 0),
        ("d", "attack", PLAIN, 26, 0, 1),
    ],
)
def test_everything_the_contract_names_enters(other):
    assert claim_id(*other) != claim_id("d", "attack", PLAIN, 26, 0, 0)


def test_repeats_of_a_trigger_and_of_a_sentence_are_counted():
    book = Identities("d")
    first, _, again = book.see(PLAIN), book.see("Another one."), book.see(PLAIN.upper())
    ids = [
        book.issue(first, "strength", 7),
        book.issue(first, "strength", 7),
        book.issue(again, "strength", 7),
    ]
    assert ids == [claim_id("d", "strength", PLAIN, 7, n, r) for n, r in ((0, 0), (1, 0), (0, 1))]


def test_the_content_hash_is_over_the_contents_only():
    made = record()
    other = record()
    other["evidence"]["page"] = 7
    other |= {"confidence": 0.1, "rule": "x", "id": "y"}
    assert content_hash(made) == content_hash(other)
    for key in ("claim", "date", "polarity", "modality", "attributed_to", "citations"):
        assert content_hash(made | {key: "other"}) != content_hash(made)


def test_the_content_hash_is_that_of_the_canonical_json():
    made = {"claim": {"b": "é", "a": 1}, "date": None, "polarity": "affirmed", "modality": "asserted",
            "attributed_to": None, "citations": []}  # fmt: skip
    text = (
        '{"attributed_to":null,"citations":[],"claim":{"a":1,"b":"é"},"date":null,'
        '"modality":"asserted","polarity":"affirmed"}'
    )
    assert content_hash(made) == hashlib.sha256(text.encode()).hexdigest()
