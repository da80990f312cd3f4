"""Author-year citations in running text."""

import pytest

from claimx.cite.authoryear import find_works
from claimx.cite.keys import ReferenceIndex, read_entry

INDEX = ReferenceIndex(
    [
        read_entry(text)
        for text in (
            "Young, J. K., & Dugan, L. (2014). Survival.",
            "Mir, A. (2022). Takeover.",
            "Mir, A. (2021). Twenty years.",
            "Asal, V., Park, H. H., & Ackerman, G. (2016a). Friends.",
            "Asal, V., Park, H. H., & Ackerman, G. (2016b). Foes.",
            "Phillips, B. J. (2015). Enemies.",
            "United Nations Security Council. (2021). Twelfth report.",
            "Kalyvas SN (2006) The Logic.",
            "Weinstein, Jeremy M. 2007. Inside Rebellion.",
            "van der Berg, C. (2019). Paths.",
            "Çelik, Ş. (2011). Insurgency.",
            "Acosta, B., & Childs, S. (2013). Networks.",
            "Walter, B. (2002). Settlement.",
            "Walter, B. (2009). Reputation.",
            "International Crisis Group. (2012). The front.",
            "Mampilly, Z. (in press). Rulers.",
            "Okello, J. (n.d.). Papers.",
            "Clausewitz, C. (1976). On War.",
        )
    ]
)

NOTHING = [
    "The group (TTP) fell.",
    "It lasted long (2015-2019).",
    "It lasted long (2015–2019).",
    "They hold provinces (Kunar, Paktika, Paktia).",
    "Two emirs (killed July 2016) led it.",
    "They met (see Appendix 1).",
    "It grew (from 2007 to 2014).",
    "Operation Barkhane (2014) began.",
    "The Pakistan Declaration (2018) says no.",
    "They fought in Mali (2012).",
    "The Anti-Terrorist Act (1997) was amended.",
    "It has 2014 (or more) members.",
    "The second phase (2009) was short.",
    "Resolution 1988 (2011) lists them.",
    "They won in the north (after 2014).",
    "The attack (125 killed in 2009) shook them.",
    "He wrote it (Page 3).",
    "In winter (January-February 1794) it fell.",
    "The Lost Garden (1954) is a novel.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_citation(text):
    assert [w.text for w in find_works(text, INDEX)] == []


def cited(text):
    return [
        (w.text, w.match.how and INDEX.entries[w.match.entries[0]].key, w.locator)
        for w in find_works(text, INDEX)
    ]


FOUND = [
    ("It fell (Young & Dugan, 2014).", [("Young & Dugan, 2014", "Young & Dugan, 2014", None)]),
    ("It fell (Young and Dugan 2014).", [("Young and Dugan 2014", "Young & Dugan, 2014", None)]),
    (
        "It fell (Young & Dugan, 2014; Mir, 2022, p. 10).",
        [("Young & Dugan, 2014", "Young & Dugan, 2014", None), ("Mir, 2022, p. 10", "Mir, 2022", "10")],
    ),
    ("It fell (Weinstein 2007, 34).", [("Weinstein 2007, 34", "Weinstein, 2007", "34")]),
    ("It fell (Weinstein 2007: 34–36).", [("Weinstein 2007: 34–36", "Weinstein, 2007", "34–36")]),
    ("It fell (Kalyvas, 2006, pp. 3-5, 8).", [("Kalyvas, 2006, pp. 3-5, 8", "Kalyvas, 2006", "3-5, 8")]),
    ("It fell (Kalyvas, 2006, chap. 3).", [("Kalyvas, 2006, chap. 3", "Kalyvas, 2006", "chap. 3")]),
    ("It fell (see Mir, 2022).", [("Mir, 2022", "Mir, 2022", None)]),
    (
        "It fell (see also Mir, 2022; cf. Phillips, 2015).",
        [("Mir, 2022", "Mir, 2022", None), ("Phillips, 2015", "Phillips, 2015", None)],
    ),
    ("It fell (see Mir, 2022 for an overview).", [("Mir, 2022", "Mir, 2022", None)]),
    (
        "It fell (Mir (2022) on towns, or Walter (2002) on ports).",
        [("Mir, 2022", "Mir, 2022", None), ("Walter, 2002", "Walter, 2002", None)],
    ),
    ("A study by Noor and Diallo (2019) does so.", [("Noor and Diallo, 2019", None, None)]),
    ("It fell (e.g., Mir, 2022).", [("Mir, 2022", "Mir, 2022", None)]),
    ("It fell (for a review, see Mir, 2022).", [("Mir, 2022", "Mir, 2022", None)]),
    ("He said “no” (quoted in Mir, 2022).", [("Mir, 2022", "Mir, 2022", None)]),
    ("He said “no” (General Noor, quoted in Mir, 2022).", [("Mir, 2022", "Mir, 2022", None)]),
    ("It fell (Mir, 2021, 2022).", [("Mir, 2021", "Mir, 2021", None), ("Mir, 2022", "Mir, 2022", None)]),
    ("It fell (Asal et al., 2016a).", [("Asal et al., 2016a", "Asal et al., 2016a", None)]),
    (
        "It fell (Asal et al., 2016a, b).",
        [
            ("Asal et al., 2016a", "Asal et al., 2016a", None),
            ("Asal et al., 2016b", "Asal et al., 2016b", None),
        ],
    ),
    (
        "It fell (Walter, 2002; 2009).",
        [("Walter, 2002", "Walter, 2002", None), ("Walter, 2009", "Walter, 2009", None)],
    ),
    (
        "It fell (Mir 2022, Walter 2002).",
        [("Mir 2022", "Mir, 2022", None), ("Walter 2002", "Walter, 2002", None)],
    ),
    ("It fell (ICG 2012).", [("ICG 2012", "International Crisis Group, 2012", None)]),
    ("It fell (van der Berg, 2019).", [("van der Berg, 2019", "van der Berg, 2019", None)]),
    ("It fell (Celik 2011).", [("Celik 2011", "Çelik, 2011", None)]),
    ("It fell (Mampilly, in press).", [("Mampilly, in press", "Mampilly, in press", None)]),
    ("It fell (Okello, n.d.).", [("Okello, n.d.", "Okello, n.d.", None)]),
    ("It fell (Clausewitz, 1832/1976).", [("Clausewitz, 1832/1976", "Clausewitz, 1976", None)]),
    ("It fell (Mir, 2022, emphasis added).", [("Mir, 2022", "Mir, 2022", None)]),
    ("It fell ((Mir, 2022), they say).", [("Mir, 2022", "Mir, 2022", None)]),
    ("(although he (once so named) won (quoted in Mir, 2022)), it fell.", [("Mir, 2022", "Mir, 2022", None)]),
    ("It fell (Accosta & Childs, 2013).", [("Accosta & Childs, 2013", "Acosta & Childs, 2013", None)]),
    ("It fell (Noor & Diallo, 2019).", [("Noor & Diallo, 2019", None, None)]),
    ("Phillips (2015) argues that it fell.", [("Phillips, 2015", "Phillips, 2015", None)]),
    ("Phillips (2015, p. 3) argues that it fell.", [("Phillips, 2015", "Phillips, 2015", "3")]),
    ("Phillips (2015: 3) argues that it fell.", [("Phillips, 2015", "Phillips, 2015", "3")]),
    (
        "But as Young and Dugan (2014) show, it fell.",
        [("Young and Dugan, 2014", "Young & Dugan, 2014", None)],
    ),
    ("Asal et al. (2016b) say it fell.", [("Asal et al., 2016b", "Asal et al., 2016b", None)]),
    ("Kalyvas’s (2006) book says so.", [("Kalyvas, 2006", "Kalyvas, 2006", None)]),
    (
        "A report by the International Crisis Group (2012) says so.",
        [("International Crisis Group, 2012", "International Crisis Group, 2012", None)],
    ),
    (
        "Walter (2002, 2009) says so.",
        [("Walter, 2002", "Walter, 2002", None), ("Walter, 2009", "Walter, 2009", None)],
    ),
    ("Noor and Diallo (2019) argue so.", [("Noor and Diallo, 2019", None, None)]),
    ("Noor (2019) rightly argues so.", [("Noor, 2019", None, None)]),
    ("Noor et al. (2019), in turn, left.", [("Noor et al., 2019", None, None)]),
    (
        "Phillips (2015) says “no” (p. 10).",
        [("Phillips, 2015", "Phillips, 2015", None), ("Phillips, 2015", "Phillips, 2015", "10")],
    ),
    (
        "It fell (Mir, 2022). It rose (ibid.).",
        [("Mir, 2022", "Mir, 2022", None), ("Mir, 2022", "Mir, 2022", None)],
    ),
    (
        "It fell (Mir, 2022). It rose (ibid., p. 4).",
        [("Mir, 2022", "Mir, 2022", None), ("Mir, 2022", "Mir, 2022", "4")],
    ),
    (
        "A 2021 report by the United Nations Security Council says “yes” (p. 10).",
        [("United Nations Security Council, 2021", "United Nations Security Council, 2021", "10")],
    ),
    (
        "It fell (United Nations Security Council [UNSC], 2021). It rose (UNSC, 2021).",
        [
            ("United Nations Security Council [UNSC], 2021", "United Nations Security Council, 2021", None),
            ("UNSC, 2021", "United Nations Security Council, 2021", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_works(text, expected):
    assert cited(text) == expected


def test_several_entries_fit():
    (work,) = find_works("It fell (Asal et al., 2016).", INDEX)
    assert work.match.entries == (3, 4)


def test_cut_and_place():
    text = "It fell (see Mir, 2022; Phillips, 2015)."
    works = find_works(text, INDEX)
    assert {text[w.start : w.end] for w in works} == {" (see Mir, 2022; Phillips, 2015)"}
    assert [text[w.at :][:3] for w in works] == ["Mir", "Phi"]
    (work,) = find_works("As Phillips (2015) says", INDEX)
    assert (work.start, work.end, work.at, work.narrative) == (11, 18, 3, True)


def test_stance_of_a_quotation():
    (work,) = find_works("“No” (quoted in Mir, 2022)", INDEX)
    assert str(work.stance) == "quoted-in"
