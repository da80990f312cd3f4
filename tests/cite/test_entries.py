"""The reference parser: notes and entries of many manners -> CSL-JSON, with stance and locator."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from claimx.cite.entries import parse_pieces, parse_reference, parse_references

sys.path.insert(0, str(Path(__file__).parent))
from csl_schema import ITEM

REMARKS = [
    "The ceasefire held for eleven days, and neither side gained from it.",
    "This chapter uses rebels and insurgents interchangeably.",
    "At that time the province was still called a district.",
    "The front counts four members: the Eastern Column, the River Guard, and two factions that left in 1998.",
    "Officials in the capital denied that any talks had taken place between 2009 and 2011.",
    'The so-called "good fighters" were those who had kept away from the capital.',
    "The author thanks two readers for their comments on an earlier draft.",
    "Emphasis added.",
]

# text -> what the one source must hold; "locator" and "stance" belong to the reference
ONE = [
    (
        'Sara Lind, "The River War," *Nordic Tribune*, April 27, 2012, <https://www.tribune.example/news/168>.',
        {
            "type": "article-newspaper", "title": "The River War", "container-title": "Nordic Tribune",
            "author": [{"family": "Lind", "given": "Sara"}], "issued": {"date-parts": [[2012, 4, 27]]},
            "URL": "https://www.tribune.example/news/168",
        },
    ),
    (
        "Haile Tesfaye and Ruth Okafor, “Ports and Pirates,” *Journal of Coastal Studies* 31, no. 9 (2008): 775-807, DOI:10.1080/105761008.",
        {
            "type": "article-journal", "container-title": "Journal of Coastal Studies", "volume": "31", "issue": "9",
            "page": "775–807", "DOI": "10.1080/105761008",
            "author": [{"family": "Tesfaye", "given": "Haile"}, {"family": "Okafor", "given": "Ruth"}],
        },
    ),
    (
        "Peter Vos, *Borders of Sand* (London: Hurst, 2011), 21.",
        {"type": "book", "title": "Borders of Sand", "publisher": "Hurst", "publisher-place": "London", "locator": "21"},
    ),
    (
        'Ana Rocha, "The War Within," in *Angola after 1975*, eds., Noel Khan, Joana Abreu, and Gil Pinto (Lisbon: Caminho, 2014), 135-148.',
        {
            "type": "chapter", "container-title": "Angola after 1975", "publisher": "Caminho", "page": "135–148",
            "editor": [
                {"family": "Khan", "given": "Noel"}, {"family": "Abreu", "given": "Joana"}, {"family": "Pinto", "given": "Gil"},
            ],
        },
    ),
    (
        'Imran Gul, "A Weak State," (PhD Thesis, The University of Otago, 2016), <https://otago.example/2292/30460>.',
        {"type": "thesis", "genre": "PhD Thesis", "publisher": "The University of Otago", "issued": {"date-parts": [[2016]]}},
    ),
    (
        "\"Fighters seen near the dam,\" *Lake Chad Wire*, February 28, 2024, <https://x.com/lakewire/status/17627?s=20/>.",
        {"type": "post", "title": "Fighters seen near the dam", "issued": {"date-parts": [[2024, 2, 28]]}},
    ),
    (
        'Two commanders of the northern front have pledged loyalty to the council and merged with it," *Sahel Scoop*. March 2, 2024, <https://x.com/s/status/1>.',
        {"title": "Two commanders of the northern front have pledged loyalty to the council and merged with it", "container-title": "Sahel Scoop"},
    ),
    (
        "Marie Kanga, \"Violence dents claims of calm', *Reuters*, November 9, 2021, https://www.reuters.example/a-2021-11-09/.",
        {"title": "Violence dents claims of calm", "container-title": "Reuters", "URL": "https://www.reuters.example/a-2021-11-09/"},
    ),
    (
        'See "Quarterly Report July-September 30, 2021" (U.S. Department of Defense, November 2021).',
        {"title": "Quarterly Report July-September 30, 2021", "publisher": "U.S. Department of Defense", "issued": {"date-parts": [[2021, 11]]}},
    ),
    (
        "Gall, T., & Osei, S. (2007, July 10). *Forty Dead as Army Storms Barracks*. The Accra Times. Retrieved March 24, 2022, from <https://accra.example/10.html>",
        {
            "type": "article-newspaper", "author": [{"family": "Gall", "given": "T."}, {"family": "Osei", "given": "S."}],
            "container-title": "The Accra Times", "issued": {"date-parts": [[2007, 7, 10]]}, "accessed": {"date-parts": [[2022, 3, 24]]},
        },
    ),
    (
        "International Crisis Group. (2006). *Tribal Areas*. International Crisis Group.",
        {"type": "report", "author": [{"literal": "International Crisis Group"}], "publisher": "International Crisis Group"},
    ),
    (
        "Wang, L. (2010). Militias in the borderlands. *Journal of Frontier Studies (in Asia)*, 4(1), 74-100. <https://doi.org/10.1080/1937.123>",
        {"type": "article-journal", "volume": "4", "issue": "1", "page": "74-100", "DOI": "10.1080/1937.123"},
    ),
    (
        "Hans Weber: „Die Miliz“, in: Zeitschrift für Geschichte 12 (1990), S. 33-50.",
        {"type": "article-journal", "title": "Die Miliz", "container-title": "Zeitschrift für Geschichte", "volume": "12"},
    ),
    (
        "Jean Dupont, « La guerre civile au Tchad », Revue française de politique, vol. 33, n° 4, 1983, p. 600-620.",
        {"title": "La guerre civile au Tchad", "container-title": "Revue française de politique", "volume": "33", "issue": "4"},
    ),
    (
        "Quoted in Stephen Ellis, The Mask of Anarchy (London: Hurst, 1999), p. 33.",
        {"type": "book", "title": "The Mask of Anarchy", "locator": "33", "stance": "quoted-in"},
    ),
    ("But see Ada Obi, *Another View* (Zed, 2003).", {"title": "Another View", "stance": "contrasts"}),
    ("See also Ada Obi, *Another View* (Zed, 2003).", {"title": "Another View", "stance": "see-also"}),
    ("Roe v. Wade, 410 U.S. 113, 120 (1973).", {"type": "legal_case", "title": "Roe v. Wade", "volume": "410", "page": "113", "locator": "120"}),
    (
        "Jane Doe, The Law of Armed Groups, 110 HARV. L. REV. 1359, 1370 (1997).",
        {"type": "article-journal", "container-title": "HARV. L. REV.", "volume": "110", "page": "1359", "locator": "1370"},
    ),
    ("Optional Protocol on Prisoners art. 3, Aug. 12, 1949, 75 U.N.T.S. 135.", {"type": "treaty", "volume": "75", "page": "135"}),
    (
        "UN Security Council, Report of the Panel of Experts on Somalia, S/2018/1002, 9 November 2018, para. 45.",
        {"type": "report", "number": "S/2018/1002", "author": [{"literal": "UN Security Council"}], "locator": "para. 45"},
    ),
    (
        "Telephonic interview with Kemi Adeyemi, a journalist reporting on the delta, January 23, 2012.",
        {"type": "interview", "author": [{"family": "Adeyemi", "given": "Kemi"}], "issued": {"date-parts": [[2012, 1, 23]]}},
    ),
    (
        "Kemi Adeyemi (Delta scholar), Interview by the Author, March 5, 2014.",
        {"type": "interview", "author": [{"family": "Adeyemi", "given": "Kemi"}], "note": "Delta scholar"},
    ),
    ("Discussions with a senior police officer, Jan 19, 2002, in Quito", {"type": "interview", "event-place": "Quito", "author": None}),
    ("Dawn, January 21, 2022", {"type": "article-newspaper", "container-title": "Dawn", "author": None}),
    (
        "Ife Bello, “Peace talks,” *ANI*, https://www.maps.example/newsarticle/peru/# ednref17",
        {"URL": "https://www.maps.example/newsarticle/peru/#ednref17"},
    ),
    ("^{15 &}quot;Mali: Briefing,\" Council Report, December 19, 2022,", {"title": "Mali: Briefing", "container-title": "Council Report"}),
    ('Victor Asante, et. Al., "With Friends Like These."', {"author": [{"family": "Asante", "given": "Victor"}, {"literal": "et al."}]}),
]  # fmt: skip

MANY = [
    (
        'Nora Haas, "A Dangerous Place," *Centre for Coastal Studies*, January 2, 2009; Ivo Gul, *The Frontier; A Life* (Penguin, 2010).',
        [("A Dangerous Place", "supports"), ("The Frontier; A Life", "supports")],
    ),
    (
        "Bernard Fall, Street Without Joy (Harrisburg: Stackpole, 1961), cited in David Galula, Counterinsurgency Warfare (New York: Praeger, 1964), 20.",
        [("Street Without Joy", "supports"), ("Counterinsurgency Warfare", "quoted-in")],
    ),
    (
        'The demands were refused. For details, see "Talks: The pitfalls," *Coast Foundation*, August 18, 2002, <https://coast.example/talks>.',
        [("Talks: The pitfalls", "supports")],
    ),
    (
        "Lund, E.; Moreau, S. & Okoye, T. (1990). Salt and iron in the delta. *Journal of Ports*, 4(2), 7-19.",
        [("Salt and iron in the delta", "supports")],
    ),
]


@pytest.mark.parametrize("text", REMARKS)
def test_remarks_name_no_source(text: str) -> None:
    assert parse_reference(text) == []


@pytest.mark.parametrize("text", ["Ibid.", "Id. at 45.", "Ebd., S. 5.", "Ibidem, p. 7"])
def test_words_that_point_back_name_no_source_themselves(text: str) -> None:
    assert parse_reference(text) == []


@pytest.mark.parametrize(("text", "wanted"), ONE, ids=[text[:40] for text, _ in ONE])
def test_one_source(text: str, wanted: dict[str, object]) -> None:
    [reference] = parse_reference(text)
    got = {**reference.csl, "locator": reference.locator, "stance": reference.stance.value}
    assert {key: got.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(("text", "wanted"), MANY, ids=[text[:40] for text, _ in MANY])
def test_several_sources(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(r.csl.get("title"), r.stance.value) for r in parse_reference(text)] == wanted


def test_a_remark_stands_beside_its_source() -> None:
    pieces = parse_pieces(MANY[2][0])
    assert [piece.source for piece, _ in pieces] == [False, True]


@pytest.mark.parametrize("text", [t for t, _ in ONE] + [t for t, _ in MANY], ids=lambda t: t[:40])
def test_items_are_valid_csl(text: str) -> None:
    for reference in parse_reference(text):
        Draft7Validator(ITEM).validate(reference.csl)


@given(st.text(alphabet=st.sampled_from("Aa b.,;:()[]\"“”'’*<>/&0123456789-–éß§\n"), max_size=120))
def test_any_text_is_survived_and_valid(text: str) -> None:
    for reference in parse_reference(text):
        Draft7Validator(ITEM).validate(reference.csl)


def test_dashes_stand_for_the_author_before() -> None:
    first, second = parse_references(
        ["Bello, Ife. 1999. *The Delta*. Lagos: Coast Press.", "———. 2004. *The Coast*. Lagos: Coast Press."]
    )
    assert second[0].csl["author"] == first[0].csl["author"] == [{"family": "Bello", "given": "Ife"}]


def test_the_same_text_gives_the_same_item() -> None:
    text = ONE[0][0]
    assert parse_reference(text) == parse_reference(text)


def test_markdown_that_was_stripped_is_no_loss_to_a_clean_note() -> None:
    text = ONE[0][0]
    bare = parse_reference(text.replace("*", "").replace("<", "").replace(">", ""))
    assert bare[0].csl == parse_reference(text)[0].csl
