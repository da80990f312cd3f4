"""Authors named in the sentence."""

import pytest

from claimx.cite.keys import ReferenceIndex, read_entry
from claimx.cite.narrative import is_name, named_in, names_behind, opening

INDEX = ReferenceIndex(
    [read_entry("Security Council. (2021). Report."), read_entry("Noor, A., & Diallo, B. (2015). War.")]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Noor and Diallo (2015) argue", "Noor and Diallo"),
        ("It ended. Noor and Diallo (2015) argue", "Noor and Diallo"),
        ("According to Noor and Diallo (2015), it", "Noor and Diallo"),
        ("The Security Council (2015) finds", "Security Council"),
        ("Keita (2015) denies", None),
        ("Keita (2015) claims", "Keita"),
        ("Keita’s (2015) book", "Keita"),
        ("In Mali (2015) there was", None),
        ("Operation Storm (2015) shows", None),
        ("the war (2015) shows", None),
        ("However, Keita (2015) shows", "Keita"),
    ],
)
def test_names_behind(text, names):
    start = text.index(" (")
    found = names_behind(text, start, text.index(")") + 1, "2015", INDEX)
    assert (found and found[1]) == names


@pytest.mark.parametrize(
    "names", ["Noor", "van der Berg", "Noor & Diallo", "Ministry of the Interior", "al-Khoury", "Noor et al."]
)
def test_is_name(names):
    assert is_name(names)


@pytest.mark.parametrize(
    "names", ["", "killed Noor", "Noor was there", "Operation Storm", "Noor 2", "the", "1,200 men"]
)
def test_is_no_name(names):
    assert not is_name(names)


def test_opening_and_named_in():
    text = "It ended. A 2021 report by the Security Council says so"
    low = opening(text, len(text))
    assert text[low:].startswith("A 2021")
    assert named_in(text, low, len(text), INDEX) == 0
    assert named_in("A report by the Security Council says so", 0, 40, INDEX) is None
