"""Strengths: numbers that are none, then whose, how many, of what, where, and before or after."""

from __future__ import annotations

import pytest

from claimx.kinds.strength import cues, units, word_list
from claimx.model import Kind
from tests.kinds.claims import claims_of, differences, row

NO_STRENGTH = [
    "The bakers' union with 2,000 members went on strike in 1986.",
    "The insurgents killed 20 soldiers near Timbuktu in 2012.",
    "The army arrested 45 militants in Jolo in 2016.",
    "Two groups met in Doha in 2019.",
    "The museum hired 120 new guides in 2005.",
    "The fire department has 300 volunteers.",
    "The study surveyed 1,200 fighters in 2016.",
    "The party won 40 seats in parliament.",
    "She pledged 5,000 dollars to the charity in 2010.",
    "Boko Haram lost 400 fighters in Sambisa in 2015.",
    "The court jailed 60 members of ETA in 2007.",
    "Renamo bombed 30 bridges in 1986.",
    "In 1999, 44 soldiers died in an ambush near Lunda.",
    "Six members of the PKK were wounded in Hakkari in 2011.",
    "The LRA conducted 45 attacks in Haut-Uele in 2009.",
    "The airline carried 3,000 passengers in 1977.",
    "Al-Shabaab beheaded 12 fishermen in 2017.",
    "The gunmen took 250 hostages in Manila in 2010.",
    "The raid killed 15 soldiers, nine policemen and 15 militants of the BLA.",
    "Forty policemen were wiped out at Bastar in 2010.",
]

STRENGTHS = [
    row(
        "The ELN commands over 2,300 combatants in Colombia and Venezuela.",
        group="ELN",
        quantity=(2300, None),
    ),
    row(
        "The Mahdi Army claimed to have 60,000 fighters.",
        group="Mahdi Army",
        quantity=(60000, 60000),
        modality="reported",
    ),
    row(
        "ETA's membership fell from 300 in 1980 to fewer than 50 in 2010.",
        claims=2,
        nth=0,
        change="from",
        date="1980",
        quantity=(300, 300),
    ),
    row(
        "ETA's membership fell from 300 in 1980 to fewer than 50 in 2010.",
        claims=2,
        nth=1,
        change="to",
        date="2010",
        quantity=(None, 50),
    ),
    row("ETA's strength fell to 50 in 2010.", quantity=(50, 50), change=None, date="2010"),
    row(
        "Boko Haram had between 4,000 and 6,000 fighters in 2015.",
        group="Boko Haram",
        quantity=(4000, 6000),
        unit="fighters",
        date="2015",
    ),
    row(
        "The FARC numbered some 18,000 guerrillas in 1999.",
        group="FARC",
        quantity=(18000, 18000),
        unit="fighters",
        date="1999",
    ),
    row(
        "The LTTE could field about 10,000 fighters in 2006.",
        group="LTTE",
        quantity=(10000, 10000),
        modality="asserted",
    ),
    row(
        "Hezbollah has up to 30,000 reservists.",
        group="Hezbollah",
        quantity=(None, 30000),
        unit="members",
        basis="publication",
    ),
    row(
        "By 1972, the Tupamaros had around 2,000 members.",
        group="Tupamaros",
        quantity=(2000, 2000),
        unit="members",
        date="../1972",
    ),
    row(
        "The strength of the Moro Islamic Liberation Front was put at 11,000.",
        group="Moro Islamic Liberation Front",
        quantity=(11000, 11000),
    ),
    row(
        "The CIA put the strength of Islamic State at 20,000 to 31,500 fighters in 2014.",
        group="Islamic State",
        quantity=(20000, 31500),
        date="2014",
    ),
    row("The membership of ETA is put at 500.", group="ETA", quantity=(500, 500), basis="publication"),
    row(
        "A 5,000-strong force of the Sudan Liberation Army entered El Fasher.",
        group="Sudan Liberation Army",
        quantity=(5000, 5000),
    ),
    row(
        "The Sudan People's Liberation Army, 100,000 strong, held Juba in 2005.",
        group="Sudan People's Liberation Army",
        quantity=(100000, 100000),
    ),
    row(
        "Up to 40 suicide bombers of the Tamil Tigers were trained in 1999.",
        group="Tamil Tigers",
        quantity=(None, 40),
        unit="bombers",
    ),
    row("AMISOM deployed 22,000 troops in Somalia.", group="AMISOM", quantity=(22000, 22000), unit="troops"),
    row("France sent 4,500 troops to Mali.", group="France", quantity=(4500, 4500), unit="troops"),
    row(
        "The Wagner Group has 1,000 mercenaries in Mali.",
        group="Wagner Group",
        quantity=(1000, 1000),
        scope="in Mali",
    ),
    row(
        "The United Wa State Army maintains 25,000 soldiers along the Chinese border.",
        group="United Wa State Army",
        unit="troops",
        scope="along the Chinese border",
    ),
    row("A contingent of 1,500 Chadian soldiers fought in Mali.", quantity=(1500, 1500), unit="troops"),
    row(
        "Frelimo's army counted 8,000 men in 1967.",
        group="Frelimo",
        quantity=(8000, 8000),
        unit="troops",
        date="1967",
    ),
    row(
        "The Irish National Liberation Army consisted of perhaps 80 volunteers.",
        group="Irish National Liberation Army",
        quantity=(80, 80),
    ),
    row(
        "The Kamajors boasted 15,000 irregulars in 1997.",
        group="Kamajors",
        unit="fighters",
        quantity=(15000, 15000),
    ),
    row(
        "The Taliban's strength stood at 60,000 in 2021.",
        group="Taliban",
        quantity=(60000, 60000),
        date="2021",
    ),
    row("The Taliban's 60,000 fighters live in villages.", group="Taliban", quantity=(60000, 60000)),
    row(
        "More than 300 foreign fighters joined Abu Sayyaf in 2016.",
        group="Abu Sayyaf",
        quantity=(300, None),
        rule="strength/subject",
    ),
    row(
        "A total of 6,800 members of the FARC demobilised in 2017.",
        group="FARC",
        quantity=(6800, 6800),
        unit="members",
    ),
    row(
        "The Zapatistas had 3,000 insurgents and 800 reservists in Chiapas.",
        claims=2,
        nth=1,
        quantity=(800, 800),
        unit="members",
    ),
    row(
        "The coalition brought together 14 armed groups under the FSA.",
        group="FSA",
        unit="groups",
        quantity=(14, 14),
    ),
    # before and after
    row(
        "The Kosovo Liberation Army grew from 500 fighters to 12,000 in 1998.",
        claims=2,
        nth=0,
        quantity=(500, 500),
        change="from",
        group="Kosovo Liberation Army",
    ),
    row(
        "The Kosovo Liberation Army grew from 500 fighters to 12,000 in 1998.",
        claims=2,
        nth=1,
        quantity=(12000, 12000),
        change="to",
        date="1998",
    ),
    row(
        "Al-Shabaab's ranks dwindled from 9,000 to 5,000 between 2011 and 2014.",
        claims=2,
        nth=1,
        change="to",
        quantity=(5000, 5000),
        date="2011/2014",
    ),
    # who says so, and whether it is so
    row(
        "According to the United Nations, al-Shabaab has between 7,000 and 12,000 fighters.",
        modality="reported",
        attributed_to="United Nations",
        quantity=(7000, 12000),
    ),
    row(
        "The Naxalites have an estimated 10,000 armed cadres.",
        modality="reported",
        group="Naxalites",
        unit="members",
    ),
    # a bare number after a verb of growth
    row(
        "The Quintana Front dwindled to fewer than 400 in 2011.",
        group="Quintana Front",
        quantity=(None, 400),
        rule="strength/moved",
    ),
    row(
        "The Karen National Liberation Army is estimated at 5,000 soldiers.",
        group="Karen National Liberation Army",
        quantity=(5000, 5000),
        modality="reported",
    ),
    row(
        "The Lord's Resistance Army is down to fewer than 100 combatants.",
        group="Lord's Resistance Army",
        quantity=(None, 100),
    ),
    row(
        "United Nations peacekeepers numbered 17,000 in Congo in 2006.",
        quantity=(17000, 17000),
        unit="troops",
    ),
    row("The MFDC shrank from 3,000 fighters to 500.", claims=2, nth=0, group="MFDC", change="from"),
]

HOLDERS = [
    row(
        "The 10,000-strong Republican Guard held Baghdad.", group="Republican Guard", quantity=(10000, 10000)
    ),
    row("Renamo agreed to serve in a new army 30,000 strong.", group="new army", quantity=(30000, 30000)),
    row(
        "The Kachin Independence Army is put at 10,000 troops and the United Wa State Army at 30,000.",
        claims=2,
        nth=1,
        group="United Wa State Army",
        quantity=(30000, 30000),
    ),
    row("Some 3,000 child soldiers served in the ranks of the RUF.", group="RUF", quantity=(3000, 3000)),
    row(
        "The African Union mission had a strength of 22,126 in 2014.",
        group="African Union mission",
        quantity=(22126, 22126),
    ),
    row(
        "The PKK's ranks thinned from 10,000 fighters in 1994 to fewer than 4,000 six years later.",
        claims=2,
        quantity=(None, 4000),
    ),
    row(
        "Estimates name the thousand volunteers whom the Provisionals had on their books.",
        group="Provisionals",
        quantity=(1000, 1000),
    ),
]

KNOWN_MISSES = [
    row("Some 900 rifles answered to the Pathet Lao in 1953.", group="Pathet Lao", quantity=(900, 900)),
    row("Islamic State fighters freed 500 inmates from a prison in Abu Ghraib in July 2013.", claims=0),
    row("Estimates of the PKK's strength range from 4,000 to 5,000.", group="PKK", quantity=(4000, 5000)),
    row("Jemaah Islamiyah does not have 2,000 members.", polarity="negated", quantity=(2000, 2000)),
    row("The Red Brigades never had more than 500 members.", polarity="negated"),
]


@pytest.mark.parametrize("text", NO_STRENGTH)
def test_no_strength(text):
    assert [c.claim for c in claims_of(text) if c.kind == Kind.STRENGTH] == []


@pytest.mark.parametrize("wanted", [*STRENGTHS, *HOLDERS], ids=str)
def test_strength(wanted):
    assert differences(Kind.STRENGTH, wanted) == []


@pytest.mark.parametrize("wanted", KNOWN_MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="known miss")
def test_strength_known_miss(wanted):
    assert differences(Kind.STRENGTH, wanted) == []


def test_every_rule_has_a_row():
    names = ("owner", "phrase", "of", "verb", "subject", "generic", "change", "moved", "strong")
    fired = {
        c.rule
        for wanted in [*STRENGTHS, row("Some 700 armed men of the hills came down in 1994.")]
        for c in claims_of(wanted.text)
    }
    fired |= {c.rule for c in claims_of("In Sri Lanka, 12,000 Tiger cadres surrendered in May 2009.")}
    assert {f"strength/{name}" for name in names} - fired == set()


def test_cues_and_words():
    assert {"fighters", "strength", "men", "membership"} <= cues()
    assert units()["fighters"] == "fighters" and units()["suicide bombers"] == "bombers"
    assert "killed" in word_list("toll")
