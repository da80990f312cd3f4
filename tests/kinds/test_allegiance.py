"""Allegiances: joinings and pledges that are none, then relation, sides, leaders, and how far the text vouches."""

from __future__ import annotations

import pytest

from claimx.kinds.allegiance import adjectives, cues, suffixes
from claimx.model import Kind
from claimx.resources import load_toml
from tests.kinds.claims import claims_of, differences, row

NO_ALLEGIANCE = [
    "Troops loyal to Samir Geagea stormed his headquarters in East Beirut in January 1986.",
    "President Ndayishimiye accused Rwanda of meddling in 2023.",
    "The cell executed one of its own members, Robert Sozzi, in June 1993.",
    "Sheikh Hassan Dahir Aweys returned to Somalia in April 2009.",
    "The Houthis owed their entry into Sanaa to his officers.",
    "FNI militiamen joined forces to attack Bogoro in 2003.",
    "Ismail Khan made his peace with the Taliban's enemies in the north.",
    "The Iraqi army could provide the Islamic State with greater breathing room.",
    "France would not withdraw entirely from the Sahel.",
    "Pakistan used the talks to establish the Taliban's credentials.",
    "The airline merged with a rival carrier in 2013.",
    "He joined the faculty of law in 1994.",
    "The company split its shares in 2015.",
    "The club supports its fans in Lisbon.",
    "She pledged 5,000 dollars to the charity in 2010.",
    "The delegation left Geneva in 1988.",
    "The two companies formed an alliance in 1999.",
    "The evidence supports this view.",
    "Two rivers join near Khartoum.",
    "France and Britain signed a trade agreement in 1860.",
    "The insurgents killed 20 soldiers near Timbuktu in 2012.",
    "The rivals met in the final in Rome in 1990.",
    "The report is affiliated with no university.",
]
NO_ALLEGIANCE_MISSES = [
    "More than 300 foreign fighters joined Abu Sayyaf in 2016.",
    "The Mai-Mai fought against the army in 2012.",
]

ALLEGIANCES = [
    row(
        "In February 2024 the G9 and G-Pèp merged under the name of Viv Ansanm.",
        relation="merge",
        subjects=["G9", "G-Pèp"],
        objects=["Viv Ansanm"],
        date="2024-02",
    ),
    row(
        "Xanana Gusmão withdrew Falintil from Fretilin in December 1987.",
        relation="split",
        subjects=["Falintil"],
        objects=["Fretilin"],
    ),
    row(
        "The Huthis' alliance with their old persecutor Saleh lasted from 2014 to 2017.",
        relation="ally",
        subjects=["Huthis"],
        objects=["Saleh"],
        date="2014/2017",
    ),
    row(
        "Islah-affiliated militias in Taiz fell out with the Salafists of Abu al-Abbas.",
        relation="rival",
        subjects=["Islah-affiliated militias"],
        objects=["Salafists of Abu al-Abbas"],
    ),
    row(
        "The Islamic Movement of Kurdistan fell apart; Ansar al-Islam was one of its splinters.",
        claims=2,
        nth=1,
        relation="split",
        subjects=["Ansar al-Islam"],
        objects=["Islamic Movement of Kurdistan"],
    ),
    row(
        "Executive Outcomes was hired by Strasser's junta to fight the RUF.",
        relation="support",
        subjects=["Strasser's junta"],
        objects=["Executive Outcomes"],
    ),
    row(
        "The Algerian FLN absorbed Messali's men after 1957.",
        relation="join",
        subjects=["Messali's men"],
        objects=["Algerian FLN"],
    ),
    row(
        "Yan Gwadabe bandits entered into a pact with Ansaru in Birnin Gwari.",
        relation="ally",
        subjects=["Yan Gwadabe bandits"],
        objects=["Ansaru"],
    ),
    row(
        "Misrata's Third Force and the Petroleum Facilities Guard of Ibrahim Jadhran were enemies.",
        relation="rival",
        subjects=["Third Force"],
        objects=["Petroleum Facilities Guard"],
    ),
    row(
        "Israel furnished the Phalangists with artillery from 1976.",
        relation="support",
        subjects=["Israel"],
        objects=["Phalangists"],
    ),
    row(
        "Elie Hobeika signed the Tripartite Accord with Amal and the PSP in December 1985.",
        relation="ally",
        subjects=["Elie Hobeika"],
        objects=["Amal", "PSP"],
        date="1985-12",
    ),
    row(
        "Tshombe's Katangese gendarmes crossed into Angola in 1967 and later fought for the MPLA.",
        relation="ally",
        subjects=["Tshombe's Katangese gendarmes"],
        objects=["MPLA"],
    ),
    row(
        "The BRN took Libyan money in 1980.",
        relation="support",
        subjects=["Libyan"],
        objects=["BRN"],
    ),
    # clauses that the parser hangs elsewhere
    row(
        "The Wa fought the Mong Tai Army (MTA), from which Karn Yord's nationalists seceded in June 1995.",
        relation="split",
        subjects=["Karn Yord"],
        objects=["MTA"],
        date="1995-06",
    ),
    row(
        "The accord of 2 December 1997 between the PCJSS and the government was denounced by students.",
        relation="ally",
        subjects=["PCJSS"],
        objects=["government"],
    ),
    row(
        "The National Liberation Front of Chad, founded in 1966, fell apart in February 1968.",
        relation="split",
        subjects=["National Liberation Front of Chad"],
        date="1968-02",
    ),
    row(
        "Carlos Lamarca quit the VPR for MR-8 in March 1971.",
        claims=2,
        nth=0,
        relation="join",
        subjects=["Carlos Lamarca"],
        objects=["MR-8"],
    ),
    row(
        "Talabani founded the PUK in June 1975 with the blessing of Syria.",
        relation="support",
        subjects=["Syria"],
        objects=["PUK"],
    ),
    row(
        "In December 1973 the Shah of Iran lent the Sultan of Oman a brigade, and South Yemen backed the PFLOAG rebels.",
        claims=2,
        nth=1,
        relation="support",
        subjects=["South Yemen"],
        objects=["PFLOAG"],
    ),
    row(
        "The enmity between the LTTE and the EPRLF deepened in 1986.",
        relation="rival",
        subjects=["LTTE"],
        objects=["EPRLF"],
    ),
    row(
        "The Continuity IRA split from Sinn Féin in 1986.",
        relation="split",
        subjects=["Continuity IRA"],
        objects=["Sinn Féin"],
        date="1986",
    ),
    # who stands in a gap, a role, a demonym, a possessor
    row(
        "The KDP was supported by Iraq and the PUK by Iran.",
        claims=2,
        nth=1,
        relation="support",
        subjects=["Iran"],
        objects=["PUK"],
    ),
    row(
        "Renamo's main backer after 1980 was the South African military.",
        relation="support",
        subjects=["South African military"],
        objects=["Renamo"],
    ),
    row(
        "The South Lebanon Army was an Israeli proxy.",
        relation="support",
        subjects=["Israeli"],
        objects=["South Lebanon Army"],
    ),
    row(
        "The Lord's Resistance Army enjoyed Khartoum's patronage from 1994 to 2002.",
        relation="support",
        subjects=["Khartoum"],
        objects=["Lord's Resistance Army"],
        date="1994/2002",
    ),
    row(
        "Ahlu Sunna Waljama'a fought with the government against al-Shabaab.",
        relation="ally",
        subjects=["Ahlu Sunna Waljama'a"],
        objects=["government"],
    ),
    row(
        "Séléka, a coalition of the CPJP, the UFDR and the CPSK, marched on Bangui in March 2013.",
        relation="merge",
        subjects=["CPJP", "UFDR", "CPSK"],
        objects=["Séléka"],
    ),
    row(
        "In March 2017 Ansar Dine, al-Mourabitoun, Katibat Macina and AQIM's Sahara branch merged into JNIM.",
        relation="join",
        subjects=["Ansar Dine", "al-Mourabitoun", "Katibat Macina", "Sahara branch"],
        objects=["JNIM"],
    ),
    row(
        "In October 2015 Abdulqadir Mumin announced that he had gone over to the Islamic State.",
        relation="join",
        subjects=["Abdulqadir Mumin"],
        objects=["Islamic State"],
    ),
    row(
        "Jundallah leader Abdolmalek Rigi denied having ties with al-Qaeda.",
        relation="ally",
        subjects=["Jundallah"],
        objects=["al-Qaeda"],
        polarity="negated",
    ),
    row(
        "Prima Linea, an offspring of Lotta Continua, rivalled the Red Brigades in Milan.",
        claims=2,
        nth=1,
        relation="rival",
        subjects=["Prima Linea"],
        objects=["Red Brigades"],
    ),
    row(
        "Salwa Judum, a vigilante force, was backed by the state of Chhattisgarh.",
        relation="support",
        subjects=["state of Chhattisgarh"],
        objects=["Salwa Judum"],
    ),
    row(
        "Karuna deserted in March 2004 and took his 6,000 fighters over to the government side.",
        relation="join",
        subjects=["Karuna"],
        objects=["government"],
    ),
    # pledge, renew-pledge
    row(
        "In March 2015, Boko Haram pledged allegiance to Islamic State.",
        relation="pledge",
        subjects=["Boko Haram"],
        objects=["Islamic State"],
        date="2015-03",
    ),
    row(
        "The Abu Sayyaf Group swore loyalty to Islamic State in July 2014.",
        relation="pledge",
        subjects=["Abu Sayyaf Group"],
        objects=["Islamic State"],
    ),
    row(
        "Abubakar Shekau, the leader of Boko Haram, pledged allegiance to Abu Bakr al-Baghdadi in March 2015.",
        relation="pledge",
        subjects=["Boko Haram"],
        leaders=["Abubakar Shekau", "Abu Bakr al-Baghdadi"],
    ),
    row(
        "Boko Haram's pledge to Islamic State in March 2015 was accepted.",
        relation="pledge",
        subjects=["Boko Haram"],
        objects=["Islamic State"],
        rule="allegiance/noun/pledge",
    ),
    row(
        "The bay'ah of Boko Haram to Islamic State was accepted in March 2015.",
        relation="pledge",
        subjects=["Boko Haram"],
        objects=["Islamic State"],
    ),
    row(
        "Rebels loyal to Charles Taylor crossed into Sierra Leone in 1991.",
        relation="pledge",
        leaders=["Charles Taylor"],
        rule="allegiance/adjective/pledge",
    ),
    row(
        "AQIM renewed its oath of allegiance to al-Qaeda in 2015.",
        relation="renew-pledge",
        subjects=["AQIM"],
        objects=["al-Qaeda"],
    ),
    # join, merge
    row(
        "The Karen National Union joined the United Nationalities Federal Council in 2011.",
        relation="join",
        subjects=["Karen National Union"],
        objects=["United Nationalities"],
    ),
    row(
        "In 1998 the Egyptian Islamic Jihad joined al-Qaeda.",
        relation="join",
        subjects=["Egyptian Islamic Jihad"],
        objects=["al-Qaeda"],
        date="1998",
    ),
    row(
        "Hizbul Islam merged into al-Shabaab in December 2010.",
        relation="join",
        subjects=["Hizbul Islam"],
        objects=["al-Shabaab"],
    ),
    row("Ansar Dine merged with AQIM in 2017.", relation="merge", subjects=["Ansar Dine"], objects=["AQIM"]),
    row(
        "The merger of the GSPC and al-Qaeda was announced in September 2006.",
        relation="merge",
        subjects=["GSPC"],
        objects=["al-Qaeda"],
        date="2006-09",
    ),
    row(
        "Ansar Dine, al-Mourabitoun and the Macina Liberation Front merged to form JNIM in March 2017.",
        claims=2,
        relation="merge",
        subjects=["Ansar Dine"],
        objects=["al-Mourabitoun", "Macina Liberation Front"],
    ),
    # split
    row(
        "The MILF broke away from the Moro National Liberation Front in 1978.",
        relation="split",
        subjects=["MILF"],
        objects=["Moro National Liberation Front"],
    ),
    row(
        "In 2016, Jabhat al-Nusra severed its ties with al-Qaeda.",
        relation="split",
        subjects=["Jabhat al-Nusra"],
        objects=["al-Qaeda"],
    ),
    row(
        "Mokhtar Belmokhtar left AQIM in 2012.",
        relation="split",
        subjects=["Mokhtar Belmokhtar"],
        objects=["AQIM"],
    ),
    row(
        "Breakaway FARC factions attacked a police post in Cauca in 2019.",
        relation="split",
        objects=["FARC"],
        rule="allegiance/part/split",
    ),
    row(
        "Ansaru broke away from Boko Haram in January 2012 and allied with AQIM.",
        claims=2,
        nth=1,
        relation="ally",
        subjects=["Ansaru"],
        objects=["AQIM"],
    ),
    row(
        "Jundallah left the TTP to join Islamic State in November 2014.",
        claims=2,
        nth=0,
        relation="split",
        subjects=["Jundallah"],
        objects=["TTP"],
    ),
    # ally
    row(
        "The ELN and the FARC signed a non-aggression pact in 2009.",
        relation="ally",
        subjects=["ELN"],
        objects=["FARC"],
    ),
    row(
        "Hamas cooperated with Hezbollah in 1992.",
        relation="ally",
        subjects=["Hamas"],
        objects=["Hezbollah"],
        date="1992",
    ),
    row(
        "The Kachin Independence Army trained the Arakan Army.",
        relation="ally",
        subjects=["Kachin Independence Army"],
        objects=["Arakan Army"],
    ),
    row(
        "The Ulster Volunteer Force and the Red Hand Commando formed an alliance in 1972.",
        relation="ally",
        subjects=["Ulster Volunteer Force"],
        objects=["Red Hand Commando"],
    ),
    row(
        "The JVP allied itself with the United People's Freedom Alliance in 2004.",
        relation="ally",
        subjects=["JVP"],
        objects=["United People's Freedom Alliance"],
    ),
    row(
        "Al-Qaeda and the Taliban jointly stormed a prison in Bannu.",
        relation="ally",
        subjects=["Al-Qaeda"],
        objects=["Taliban"],
        rule="allegiance/jointly/ally",
    ),
    # affiliate
    row(
        "Jabhat al-Nusra is an affiliate of al-Qaeda in Syria.",
        relation="affiliate",
        subjects=["Jabhat al-Nusra"],
        objects=["al-Qaeda"],
        rule="allegiance/role/affiliate",
    ),
    row(
        "ISWAP, a faction of Boko Haram, controls the shore of Lake Chad.",
        relation="affiliate",
        subjects=["ISWAP"],
        objects=["Boko Haram"],
    ),
    row(
        "The New People's Army is the armed wing of the Communist Party of the Philippines.",
        relation="affiliate",
        subjects=["New People's Army"],
        objects=["Communist Party"],
    ),
    row(
        "Al-Qaeda's affiliate JNIM attacked a hotel in Mopti.",
        relation="affiliate",
        subjects=["JNIM"],
        objects=["Al-Qaeda"],
    ),
    row(
        "The al-Qaeda-linked Abu Sayyaf beheaded two hostages.",
        relation="affiliate",
        subjects=["Abu Sayyaf"],
        objects=["al-Qaeda"],
        rule="allegiance/suffix/affiliate",
    ),
    row(
        "The Harkat-ul-Mujahideen is affiliated with al-Qaeda.",
        relation="affiliate",
        subjects=["Harkat-ul-Mujahideen"],
        objects=["al-Qaeda"],
    ),
    # support
    row("Iran supports Hezbollah.", relation="support", subjects=["Iran"], objects=["Hezbollah"]),
    row(
        "Libya backed the Provisional IRA in the 1970s.",
        relation="support",
        subjects=["Libya"],
        objects=["Provisional IRA"],
        date="197X",
    ),
    row(
        "Pakistan sheltered the Haqqani Network.",
        relation="support",
        subjects=["Pakistan"],
        objects=["Haqqani Network"],
    ),
    row(
        "Hezbollah receives weapons from Iran.", relation="support", subjects=["Iran"], objects=["Hezbollah"]
    ),
    row(
        "UNITA received support from South Africa in 1975.",
        relation="support",
        subjects=["South Africa"],
        objects=["UNITA"],
    ),
    row(
        "The Contras were financed by the United States in 1984.",
        relation="support",
        subjects=["United States"],
        objects=["Contras"],
    ),
    row(
        "Chad has armed the JEM since 2005.",
        relation="support",
        subjects=["Chad"],
        objects=["JEM"],
        date="2005/..",
    ),
    row(
        "The Iran-backed Kata'ib Hezbollah fired rockets at a base in Taji in March 2020.",
        relation="support",
        subjects=["Iran"],
        objects=["Kata'ib Hezbollah"],
        rule="allegiance/suffix/support",
    ),
    row(
        "ZANLA, the armed wing of ZANU, was trained by China.",
        claims=2,
        nth=1,
        relation="support",
        subjects=["China"],
        objects=["ZANLA"],
    ),
    # rival
    row(
        "The PKK's rivalry with the KDP dates from 1992.",
        relation="rival",
        subjects=["PKK"],
        objects=["KDP"],
        rule="allegiance/noun/rival",
    ),
    row(
        "Islamic State denounced the Taliban as apostates.",
        relation="rival",
        subjects=["Islamic State"],
        objects=["Taliban"],
    ),
    row(
        "The FARC was at war with the ELN in Arauca in 2007.",
        relation="rival",
        subjects=["FARC"],
        objects=["ELN"],
    ),
    row(
        "The Free Syrian Army's anti-ISIS campaign began in 2014.",
        relation="rival",
        subjects=["Free Syrian Army"],
        objects=["ISIS"],
        rule="allegiance/prefix/rival",
    ),
    row(
        "Islamic State condemned al-Qaeda in 2014.",
        relation="rival",
        subjects=["Islamic State"],
        objects=["al-Qaeda"],
        rule="allegiance/verb/rival",
    ),
    row(
        "The EPLF battled the ELF for control of Eritrea in 1981.",
        relation="rival",
        subjects=["EPLF"],
        objects=["ELF"],
    ),
    row(
        "The MEND did not end its alliance with the NDPVF.",
        relation="ally",
        polarity="affirmed",
        subjects=["MEND"],
        objects=["NDPVF"],
        rule="allegiance/verb/kept",
    ),
    # how far the text vouches
    row(
        "Al-Shabaab refused to pledge allegiance to Islamic State.",
        relation="pledge",
        polarity="negated",
        modality="asserted",
    ),
    row(
        "Unlike ISIS, Hamas has never sworn loyalty to al-Qaeda.",
        relation="pledge",
        polarity="negated",
        subjects=["Hamas"],
    ),
    row("The ARSA denied any link with al-Qaeda.", relation="ally", polarity="negated", subjects=["ARSA"]),
    row(
        "Uganda has supported the SPLA not only with arms but also with training.",
        relation="support",
        polarity="affirmed",
    ),
    row(
        "According to analysts, the PKK is allied with the PYD.",
        relation="ally",
        modality="reported",
        attributed_to="analysts",
    ),
    row(
        "The JI is said to have joined al-Qaeda in 1998.",
        relation="join",
        modality="reported",
        polarity="affirmed",
    ),
    row(
        "The Taliban may join forces with the Islamic Movement of Uzbekistan.",
        relation="ally",
        modality="prospective",
    ),
    row("If the ELN joins the FARC, the peace talks will fail.", relation="join", modality="prospective"),
    row("The GIA threw in its lot with al-Qaeda.", relation="ally", subjects=["GIA"], objects=["al-Qaeda"]),
    row(
        "Rwanda's support for the RCD was decisive in 1998.",
        relation="support",
        subjects=["Rwanda"],
        objects=["RCD"],
    ),
    row("The Houthis see Islah as an enemy.", relation="rival", subjects=["Houthis"], objects=["Islah"]),
    row(
        "The DKBA's split from the KNU in 1994 led to the fall of Manerplaw.",
        relation="split",
        subjects=["DKBA"],
        objects=["KNU"],
    ),
    row(
        "The GSPC's merger with al-Qaeda was announced in September 2006.",
        relation="merge",
        subjects=["GSPC"],
        objects=["al-Qaeda"],
    ),
    row(
        "The Karenni Army fought alongside the Karen National Liberation Army in 2021.",
        relation="ally",
        objects=["Karen National Liberation Army"],
    ),
    row(
        "The LTTE and the TELO were bitter rivals in 1986.",
        relation="rival",
        subjects=["LTTE"],
        objects=["TELO"],
    ),
    row(
        "Jundallah left the TTP to join Islamic State in November 2014.",
        claims=2,
        nth=1,
        relation="join",
        subjects=["Jundallah"],
        objects=["Islamic State"],
    ),
]

KNOWN_MISSES = [
    row(
        "Sendero Luminoso is an offshoot of the Communist Party of Peru.",
        relation="affiliate",
        subjects=["Sendero Luminoso"],
    ),
    row(
        "Several commanders defected from the FARC to the ELN in 2018.",
        claims=2,
        nth=0,
        relation="split",
        objects=["FARC"],
    ),
    row(
        "The alliance between the ELN and the EPL collapsed in 2018.",
        relation="ally",
        subjects=["ELN"],
        objects=["EPL"],
        polarity="negated",
    ),
    row(
        "The FSA's allies include Ahrar al-Sham.",
        relation="ally",
        subjects=["FSA"],
        objects=["Ahrar al-Sham"],
    ),
    row(
        "The Red Army Faction received training from Fatah in 1970.",
        relation="ally",
        subjects=["Fatah"],
        objects=["Red Army Faction"],
    ),
    row(
        "Neither the Taliban nor al-Qaeda broke ties with the Haqqani Network.",
        relation="ally",
        polarity="affirmed",
        objects=["Haqqani Network"],
    ),
    row(
        "Jabhat Fateh al-Sham has not severed its ties with al-Qaeda.",
        relation="ally",
        polarity="affirmed",
        rule="allegiance/verb/kept",
    ),
    row(
        "Al-Shabaab plans to ally with the Houthis.",
        relation="ally",
        modality="prospective",
        objects=["Houthis"],
    ),
]


@pytest.mark.parametrize("text", NO_ALLEGIANCE)
def test_no_allegiance(text):
    assert [c.claim for c in claims_of(text) if c.kind == Kind.ALLEGIANCE] == []


@pytest.mark.parametrize("wanted", ALLEGIANCES, ids=str)
def test_allegiance(wanted):
    assert differences(Kind.ALLEGIANCE, wanted) == []


@pytest.mark.parametrize("text", NO_ALLEGIANCE_MISSES)
@pytest.mark.xfail(strict=True, reason="fires on other uses of the word")
def test_no_allegiance_known_miss(text):
    assert [c for c in claims_of(text) if c.kind == Kind.ALLEGIANCE] == []


@pytest.mark.parametrize("wanted", KNOWN_MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="known miss")
def test_allegiance_known_miss(wanted):
    assert differences(Kind.ALLEGIANCE, wanted) == []


def frames() -> set[str]:
    """The rule names that the verbs and role nouns of the lexicon can give."""
    raw = load_toml("lexicon/allegiance.toml")
    return {f"allegiance/verb/{r['relation']}" for r in raw["verb"]} | {
        f"allegiance/role/{r['relation']}"
        for r in raw["noun"]
        if r.get("role") and r["relation"] in ("affiliate", "split", "rival")
    }


# one short sentence for each frame that the tables above leave out
FRAMES = [
    "The Provisional IRA was a rival of the Official IRA.",
    "The Real IRA was a splinter of the Provisional IRA.",
]


def test_every_relation_has_a_row():
    fired = {c.rule for text in [*(w.text for w in ALLEGIANCES), *FRAMES] for c in claims_of(text)}
    wanted = frames() | {
        f"allegiance/{n}"
        for n in (
            "noun/pledge",
            "noun/ally",
            "noun/rival",
            "noun/merge",
            "adjective/pledge",
            "suffix/affiliate",
            "suffix/support",
            "part/split",
            "jointly/ally",
            "prefix/rival",
            "verb/kept",
        )
    }
    assert wanted - fired == set()


def test_the_nine_relations_of_the_contract():
    relations = {w.slots["relation"] for w in ALLEGIANCES}
    assert relations == {
        "pledge",
        "renew-pledge",
        "join",
        "merge",
        "ally",
        "affiliate",
        "split",
        "rival",
        "support",
    }


def test_cues_and_words():
    assert {"allegiance", "merged", "alliance", "loyal", "backed"} <= cues()
    assert not {"be", "was", "have", "had"} & cues()
    assert "loyal" in adjectives() and suffixes()["backed"] == "support"
