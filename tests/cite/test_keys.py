"""Keys of reference lists, and looking a citation up by them."""

import pytest

from claimx.cite.keys import ReferenceIndex, fold, read_entry, split_names

ENTRIES = [
    ("Afzal, M. (2021, January 15). Terrorism has declined. Brookings.", "Afzal, 2021"),
    ("Young, J. K., & Dugan, L. (2014). Survival of the fittest.", "Young & Dugan, 2014"),
    ("Asal, V., Park, H. H., Rethemeyer, R. K., & Ackerman, G. (2016a). With friends.", "Asal et al., 2016a"),
    ("Chatterjee Miller, A. (2021). Support.", "Chatterjee Miller, 2021"),
    ("International Crisis Group. (2006). Tribal areas.", "International Crisis Group, 2006"),
    (
        "Center for International Security and Cooperation. (2022). Profile.",
        "Center for International Security and Cooperation, 2022",
    ),
    ("International Crisis Group (ICG) (2012) The front.", "International Crisis Group, 2012"),
    ("Young, Joseph K. and Laura Dugan. 2014. “Survival.” Perspectives 8: 1-23.", "Young & Dugan, 2014"),
    ("Kalyvas SN (2006) The Logic of Violence. Cambridge.", "Kalyvas, 2006"),
    ("Asal V, Rethemeyer RK and Young J (2008) The nature of the beast. J Politics.", "Asal et al., 2008"),
    ("Weinstein, Jeremy M. 2007. Inside Rebellion. Cambridge.", "Weinstein, 2007"),
    ("AFZAL, Madiha (2020), Under Siege, Brookings.", "AFZAL, 2020"),
    ("van der Berg, C. (2019). Paths.", "van der Berg, 2019"),
    ("O'Neill, B., Çelik, Ş. (2011). Insurgency.", "O'Neill & Çelik, 2011"),
    ("Human Rights Watch. n.d. Reports.", "Human Rights Watch, n.d."),
    ("Mampilly, Z., in press. Rebel Rulers II.", "Mampilly, in press"),
    ("Collier, P., Hoeffler, A., et al. (2004). Greed.", "Collier et al., 2004"),
    ("King, M. L., Jr. (1963). Why we cannot wait.", "King, 1963"),
    ("Boko, S. (ed.) (2015) Sahel Wars. London: Hurst.", "Boko, 2015"),
]


@pytest.mark.parametrize(("text", "key"), ENTRIES)
def test_key(text, key):
    entry = read_entry(text)
    assert entry is not None
    assert entry.key == key


def test_dashes_repeat_the_names_before():
    first = read_entry("Young, J., & Dugan, L. (2011). One.")
    assert read_entry("———. (2014). Two.", None, first).key == "Young & Dugan, 2014"


def test_names_from_csl_when_the_title_stands_first():
    csl = {"author": [{"family": "Okello", "given": "J."}], "issued": {"date-parts": [[2012]]}}
    assert read_entry("“The border war,” J. Okello, Kampala.", csl).key == "Okello, 2012"
    assert read_entry("“The border war,” Kampala.", None) is None


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Laura Dugan and Joseph Young", ("Dugan", "Young")),
        ("Cunningham, K. G., Bakke, K. M., & Seymour, L. J.", ("Cunningham", "Bakke", "Seymour")),
        ("Ministry of the Interior", ("Ministry of the Interior",)),
        ("García, J. y López, M.", ("García", "López")),
        ("Cunningham, K. G.; Bakke, K. M.", ("Cunningham", "Bakke")),
    ],
)
def test_split_names(head, names):
    assert split_names(head) == names


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Öztürk & Şahin", "ozturk and sahin"),
        ("Asal and colleagues", "asal et al"),
        ("Asal, et. al.", "asal et al"),
        ("Kalyvas’s", "kalyvas"),
        ("The Crisis Group", "crisis group"),
        ("Al-Zawahiri", "al zawahiri"),
    ],
)
def test_fold(a, b):
    assert fold(a) == b


INDEX = ReferenceIndex(
    [
        read_entry(text)
        for text in (
            "Young, J. K., & Dugan, L. (2014). Survival.",
            "Asal, V., Park, H. H., & Ackerman, G. (2016a). Friends.",
            "Asal, V., Park, H. H., & Ackerman, G. (2016b). Foes.",
            "International Crisis Group. (2012). The front.",
            "Sayed, A. (2021). Evolution.",
            "Sayed, A., & Hamming, T. (2021). Revival.",
            "Phillips, B. J. (2015). Enemies.",
            "Phillips, B. J. (2015). Rivals.",
            "van der Berg, C. (2019). Paths.",
            "Mampilly, Z., in press. Rulers.",
        )
    ]
)


@pytest.mark.parametrize(
    ("names", "year", "entries", "how"),
    [
        ("Young & Dugan", "2014", (0,), "exact"),
        ("Young and Dugan", "2014", (0,), "exact"),
        ("Young et al.", "2014", (0,), "exact"),
        ("Young", "2014", (0,), "first-author"),
        ("Young & Duggan", "2014", (0,), "first-author"),
        ("Yuong & Dugan", "2014", (0,), "fuzzy"),
        ("Asal et al.", "2016a", (1,), "exact"),
        ("Asal et al.", "2016b", (2,), "exact"),
        ("Asal et al.", "2016", (1, 2), "exact"),
        ("Asal, Park, and Ackerman", "2016a", (1,), "exact"),
        ("Asal and colleagues", "2016a", (1,), "exact"),
        ("International Crisis Group", "2012", (3,), "exact"),
        ("ICG", "2012", (3,), "exact"),
        ("Sayed", "2021", (4,), "exact"),
        ("Sayed & Hamming", "2021", (5,), "exact"),
        ("Syed & Hamming", "2021", (5,), "fuzzy"),
        ("Phillips", "2015", (6, 7), "exact"),
        ("Van der Berg", "2019", (8,), "exact"),
        ("Charles van der Berg", "2019", (8,), "exact"),
        ("Mampilly", "in press", (9,), "exact"),
        ("Young & Dugan", "2013", (), None),
        ("Walker", "2014", (), None),
        ("Noor", "2021", (), None),
    ],
)
def test_match(names, year, entries, how):
    found = INDEX.match(names, year)
    assert (found.entries, found.how) == (entries, how)


def test_alias():
    INDEX.alias("Crisis", "International Crisis Group")
    assert INDEX.match("Crisis", "2012").entries == (3,)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Noor A, Diallo B. Mortars. Lancet. 2014;3:12-14.", "Noor & Diallo, 2014"),
        ("Noor A. Mortars. Lancet. 2014;3:12-14.", "Noor, 2014"),
        ("Noor A, Diallo B, Keita M. Mortars. Lancet. 2014;3:12-14.", "Noor et al., 2014"),
    ],
)
def test_medical_style(text, key):
    assert read_entry(text).key == key


def test_title_before_the_year_leaves_the_names_to_csl():
    text = "Hale, Peter. The Marsh Rising. London: Hurst, 1988."
    assert read_entry(text) is None
    csl = {"author": [{"family": "Hale", "given": "Peter"}], "issued": {"date-parts": [[1988]]}}
    assert read_entry(text, csl).key == "Hale, 1988"
