"""Sources printed in the text: what is one, what it names, which year it means."""

import datetime as dt

import pytest

from claimx.cite.inline import (
    Clock,
    find_inline,
    inline_reference,
    is_style,
    make_clock,
    newest_date,
    resolve_date,
)

NOTHING = [
    "The group (TTP) fell.",
    "It lasted long (2015-2019).",
    "They hold three provinces (Kunar, Paktika, Paktia).",
    "Two emirs (killed July 2016) led it.",
    "They met (see Appendix 1).",
    "It grew (from 2007 to 2014).",
    "It was signed (May 15, 2019).",
    "It began (Operation Serval, January 2013).",
    "It ended (in March 2011).",
    "He (born 3 May 1971) led it.",
    "The town fell (after the siege of 4 June 2014).",
    "They left (which they denied, June 2014).",
    "He fled (the first to do so since May 3).",
    "Many died (125 victims, May 2009).",
    "The pact (signed in Doha on 29 February 2020) held.",
    "She wrote it (Table 3, 2014 edition).",
    "(January 21, 2014)",
    "He lived long (July 15, 1895 - July 28, 1938).",
    "It came late (Filed: 19/11/2004).",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_source(text):
    assert [i.text for i in find_inline(text)] == []


FOUND = [
    ("It fell (Dawn, January 21).", [("Dawn, January 21", "Dawn", None, 1, 21)]),
    ("It fell. (Dawn, January 21)", [("Dawn, January 21", "Dawn", None, 1, 21)]),
    ("It fell (Dawn, January 21, 2022).", [("Dawn, January 21, 2022", "Dawn", 2022, 1, 21)]),
    ("It fell (Rudaw, May 3 2021).", [("Rudaw, May 3 2021", "Rudaw", 2021, 5, 3)]),
    ("It fell (BBC, 21 Jan. 2022).", [("BBC, 21 Jan. 2022", "BBC", 2022, 1, 21)]),
    ("It fell (BBC News, 3rd May 2021).", [("BBC News, 3rd May 2021", "BBC News", 2021, 5, 3)]),
    ("It fell (Le Monde, 2021-05-03).", [("Le Monde, 2021-05-03", "Le Monde", 2021, 5, 3)]),
    ("It fell (El País, 3.5.2021).", [("El País, 3.5.2021", "El País", 2021, 5, 3)]),
    ("It fell (Reuters, May 2021).", [("Reuters, May 2021", "Reuters", 2021, 5, None)]),
    (
        "It fell (Security Authority, 2014).",
        [("Security Authority, 2014", "Security Authority", 2014, None, None)],
    ),
    (
        "It fell (Dawn, January 21; CNN, May 3, 2021).",
        [("Dawn, January 21", "Dawn", None, 1, 21), ("CNN, May 3, 2021", "CNN", 2021, 5, 3)],
    ),
    (
        "It fell (Dawn, January 21; January 23).",
        [("Dawn, January 21", "Dawn", None, 1, 21), ("January 23", "Dawn", None, 1, 23)],
    ),
    (
        "It fell (Twitter/@Menastream, February 1).",
        [("Twitter/@Menastream, February 1", "Twitter/@Menastream", None, 2, 1)],
    ),
    ("It fell (@SomeOne, February 1).", [("@SomeOne, February 1", "@SomeOne", None, 2, 1)]),
    (
        "It fell (myanmar-now.org, April 16, 2021).",
        [("myanmar-now.org, April 16, 2021", "myanmar-now.org", 2021, 4, 16)],
    ),
    (
        "It fell (al-Jazeera.net, October 28).",
        [("al-Jazeera.net, October 28", "al-Jazeera.net", None, 10, 28)],
    ),
    (
        "It fell (Asharq al-Awsat, January 30).",
        [("Asharq al-Awsat, January 30", "Asharq al-Awsat", None, 1, 30)],
    ),
    ("It fell (see Dawn, January 21).", [("Dawn, January 21", "Dawn", None, 1, 21)]),
    ("“It fell (Geo Tv, August 28, 2021).”", [("Geo Tv, August 28, 2021", "Geo Tv", 2021, 8, 28)]),
    (
        "It fell (The Nation [Lahore], May 3).",
        [("The Nation [Lahore], May 3", "The Nation [Lahore]", None, 5, 3)],
    ),
    (
        "It fell (Author’s interview, Nairobi, 3 May 2021).",
        [("Author’s interview, Nairobi, 3 May 2021", "Author’s interview, Nairobi", 2021, 5, 3)],
    ),
    ("It fell (Dawn, May 3, p. 4).", [("Dawn, May 3", "Dawn", None, 5, 3)]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_sources(text, expected):
    assert [(i.text, i.outlet, i.year, i.month, i.day) for i in find_inline(text)] == expected


def test_one_cut_for_all_works_of_a_parenthesis():
    text = "It fell (Dawn, January 21; CNN, May 3)."
    found = find_inline(text)
    assert {text[i.start : i.end] for i in found} == {" (Dawn, January 21; CNN, May 3)"}
    assert [text[i.at :].split(",")[0] for i in found] == ["Dawn", "CNN"]


@pytest.mark.parametrize(
    ("words", "clock", "expected"),
    [
        ("Dawn, May 3, 2020", Clock(), ("2020-05-03", "explicit")),
        ("Dawn, May 2020", Clock(), ("2020-05", "explicit")),
        ("Authority, 2014", Clock(), ("2014", "explicit")),
        ("Dawn, May 3", Clock(), (None, None)),
        ("Dawn, January 21", Clock(latest=dt.date(2022, 2, 8)), ("2022-01-21", "inferred-year")),
        ("Dawn, February 8", Clock(latest=dt.date(2022, 2, 8)), ("2022-02-08", "inferred-year")),
        ("Dawn, February 9", Clock(latest=dt.date(2022, 2, 8)), ("2021-02-09", "inferred-year")),
        ("Dawn, December 26", Clock(newest=dt.date(2022, 1, 23)), ("2021-12-26", "inferred-year")),
        ("Dawn, February 3", Clock(newest=dt.date(2022, 1, 23)), ("2022-02-03", "inferred-year")),
        ("Dawn, July 9", Clock(newest=dt.date(2022, 1, 23)), ("2021-07-09", "inferred-year")),
        ("Dawn, February 29", Clock(latest=dt.date(2020, 5, 1)), ("2020-02-29", "inferred-year")),
        (
            "Dawn, May 3",
            Clock(latest=dt.date(2022, 12, 31), newest=dt.date(2022, 2, 1)),
            ("2022-05-03", "inferred-year"),
        ),
        (
            "Dawn, September 3",
            Clock(latest=dt.date(2022, 12, 31), newest=dt.date(2022, 2, 1)),
            ("2021-09-03", "inferred-year"),
        ),
        ("Dawn, May 21-23, 2021", Clock(), ("2021-05-21/2021-05-23", "explicit")),
    ],
)
def test_year(words, clock, expected):
    (one,) = find_inline(f"It fell ({words}).")
    assert resolve_date(one, clock) == expected


def test_clock_by_publication_and_by_newest_date():
    found = find_inline("(Dawn, March 3, 2021; CNN, May 4)")
    assert make_clock("2022-02", [], found).latest == dt.date(2022, 2, 28)
    assert make_clock(None, ["Interview, January 23, 2022."], found).newest == dt.date(2022, 1, 23)
    assert make_clock(None, [], found).newest == dt.date(2021, 3, 3)
    assert make_clock("2021", ["They plan it for May 1, 2030."], found) == Clock(
        dt.date(2021, 12, 31), dt.date(2021, 3, 3)
    )


def test_newest_date():
    assert newest_date(["no date", "on 31 May 2020 and June 2, 2019"]) == dt.date(2020, 5, 31)
    assert newest_date([]) is None


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("It fell (Kivu, January 21).", False),
        ("It fell (Dawn, January 21). They fled (CNN, May 3). He came (BBC, June 4).", True),
        ("It fell (irrawaddy.com, January 18).", True),
        ("It fell (Authority, 2014). They fled (Council, 2015). He came (Ministry, 2016).", False),
    ],
)
def test_style(text, style):
    assert is_style(find_inline(text)) is style


@pytest.mark.parametrize(
    ("words", "kind", "field", "value"),
    [
        ("Dawn, May 3, 2021", "article-newspaper", "container-title", "Dawn"),
        ("Twitter/@Menastream, May 3, 2021", "post", "author", [{"literal": "@Menastream"}]),
        ("dw.com, May 3, 2021", "webpage", "URL", "https://dw.com"),
        ("UN Security Council, May 3, 2021", "report", "author", [{"literal": "UN Security Council"}]),
        ("Author's interview, May 3, 2021", "interview", "title", "Author's interview"),
    ],
)
def test_reference(words, kind, field, value):
    (one,) = find_inline(f"It fell ({words}).")
    csl = inline_reference(one, "2021-05-03").csl
    assert (csl["type"], csl[field]) == (kind, value)
    assert csl["issued"] == {"date-parts": [[2021, 5, 3]]}
