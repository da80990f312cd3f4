"""Attacks: what is none, then who, whom, where, how many, and how far the text vouches for it."""

from __future__ import annotations

import pytest

from claimx.kinds.attack import cues, index
from claimx.model import Kind
from tests.kinds.claims import claims_of, differences, row

NO_ATTACK = [
    "He suffered a heart attack in 2011 and died in hospital.",
    "The grandmaster's kingside attack won the game in 31 moves.",
    "The election campaign of 2014 was the longest in the country's history.",
    "The striker shot wide in the 89th minute.",
    "The firm launched a new product in May 2009.",
    "The song hit the charts in 1979.",
    "The minister fired his deputy in 2003.",
    "The bank raised interest rates by 20 percent in 1994.",
    "The bakers' union went on strike in Lyon in 1986.",
    "The party won 40 seats in parliament.",
    "The two companies formed an alliance in 1999.",
    "The delegation left Geneva in 1988.",
    "The book targets a young audience.",
    "Her speech in Dakar struck a chord in 2006.",
    "The drought hit farmers in Niger in 2005.",
    "The army of volunteers cleaned the beach in 1997.",
    "Boko Haram had between 4,000 and 6,000 fighters in 2015.",
    "In March 2015, Boko Haram pledged allegiance to Islamic State.",
    "A computer virus attack shut down 300 servers in Tallinn in 2007.",
    "The film bombed at the box office in 1998.",
    "Critics attacked the bill in Parliament in March 2012.",
    "Storms struck the coast and killed 12 people in 2008.",
    "The earthquake killed 3,000 people in Gujarat in 2001.",
    "Asthma attacks rose by 12 percent in 2010.",
    "The committee killed the proposal in June 2006.",
]

# Fires today and should not.
NO_ATTACK_MISSES = [
    "The orchestra's tour of Japan was a blast.",
]

ATTACKS = [
    # who, whom, where, when: plain active sentences
    row(
        "On 12 October 2002, Jemaah Islamiyah bombed two nightclubs in Bali, killing 202 people and injuring at least 209.",
        attack_type="bombing",
        perpetrators=["Jemaah Islamiyah"],
        targets=["two nightclubs"],
        places=["Bali"],
        killed=(202, 202),
        injured=(209, None),
        date="2002-10-12",
    ),
    row(
        "In May 1985, Tamil Tigers killed 146 civilians in Anuradhapura.",
        perpetrators=["Tamil Tigers"],
        targets=["civilians"],
        killed=(146, 146),
        date="1985-05",
    ),
    row(
        "Shining Path guerrillas assassinated the mayor of Huamanga in 1989.",
        attack_type="assassination",
        perpetrators=["Shining Path"],
        targets=["mayor of Huamanga"],
        date="1989",
    ),
    row(
        "EOKA ambushed a British patrol near Lefkoniko in 1957.",
        attack_type="armed-assault",
        perpetrators=["EOKA"],
        targets=["British patrol"],
        places=["Lefkoniko"],
    ),
    row(
        "Abu Sayyaf abducted three tourists in Samal in September 2015.",
        attack_type="kidnapping",
        perpetrators=["Abu Sayyaf"],
        targets=["three tourists"],
        places=["Samal"],
        killed=None,
    ),
    row(
        "In 1996, the Tupac Amaru Revolutionary Movement stormed the residence of the Japanese ambassador in Lima.",
        perpetrators=["Tupac Amaru Revolutionary Movement"],
        targets=["residence of the Japanese ambassador"],
        places=["Lima"],
        date="1996",
    ),
    row(
        "The Janjaweed torched 15 villages in Darfur in 2003.",
        attack_type="arson",
        perpetrators=["Janjaweed"],
        targets=["15 villages"],
        places=["Darfur"],
    ),
    row(
        "Saudi warplanes bombed a funeral hall in Sanaa on 8 October 2016.",
        perpetrators=["Saudi"],
        targets=["funeral hall"],
        places=["Sanaa"],
        date="2016-10-08",
    ),
    row(
        "The army shelled Homs for weeks in February 2012.",
        attack_type="bombing",
        places=["Homs"],
        date="2012-02",
    ),
    row(
        "In June 2014, ISIS fighters captured Mosul.",
        attack_type="military-operation",
        perpetrators=["ISIS"],
        places=["Mosul"],
        date="2014-06",
    ),
    row(
        "Tuareg rebels ambushed a convoy of the Nigerien army on 22 June 2007.",
        perpetrators=["Tuareg rebels"],
        targets=["convoy"],
        date="2007-06-22",
    ),
    row(
        "Gunmen on motorcycles opened fire on a church in Kaduna.",
        attack_type="armed-assault",
        targets=["church"],
        places=["Kaduna"],
        date=None,
    ),
    row(
        "The Lord's Resistance Army massacred 345 civilians in Makombo in December 2009.",
        perpetrators=["Lord's Resistance Army"],
        killed=(345, 345),
        places=["Makombo"],
    ),
    row(
        "ISWAP fighters ambushed an army convoy near Dikwa on 9 January 2021, killing 13 soldiers.",
        perpetrators=["ISWAP"],
        targets=["army convoy", "13 soldiers"],
        killed=(13, 13),
    ),
    row(
        "UNITA guerrillas attacked a train near Zenza in August 2001, leaving 252 dead and 165 wounded.",
        perpetrators=["UNITA"],
        targets=["train"],
        killed=(252, 252),
        injured=(165, 165),
    ),
    row(
        "The Colombian army raided a camp of the ELN in Chocó in 2019, killing nine guerrillas.",
        perpetrators=["Colombian army"],
        targets=["camp of the ELN", "nine guerrillas"],
        killed=(9, 9),
    ),
    row(
        "Hutu militiamen hacked four nuns to death.", perpetrators=["Hutu militiamen"], targets=["four nuns"]
    ),
    row(
        "Boko Haram gunmen shot dead 44 worshippers in a mosque in Konduga in August 2013.",
        targets=["44 worshippers"],
        killed=(44, 44),
    ),
    # passive, clash, no doer
    row(
        "On 28 September 2018, 11 miners were kidnapped by the FARC dissidents in Cauca.",
        attack_type="kidnapping",
        perpetrators=["FARC dissidents"],
        targets=["11 miners"],
        date="2018-09-28",
    ),
    row(
        "Government forces clashed with Renamo fighters in Sofala in April 2013.",
        attack_type="clash",
        perpetrators=["Government forces"],
        targets=["Renamo fighters"],
        places=["Sofala"],
    ),
    row(
        "Between 50 and 60 people died in clashes in Plateau State in 2018.",
        attack_type="clash",
        killed=(50, 60),
        perpetrators=[],
    ),
    row(
        "A lorry packed with explosives tore through the police barracks in Jalalabad, and two dozen recruits lost their lives.",
        attack_type="bombing",
        targets=["police barracks", "two dozen recruits"],
        killed=(24, 24),
    ),
    row(
        "A car bomb exploded outside the Marriott Hotel in Islamabad in September 2008, killing 54 people.",
        attack_type="bombing",
        perpetrators=[],
        killed=(54, 54),
    ),
    row(
        "Three soldiers died in a rocket attack on their base in Tal Afar in 2005.",
        killed=(3, 3),
        places=["Tal Afar"],
        date="2005",
    ),
    row("The attacks took place in Mumbai in November 2008.", places=["Mumbai"], date="2008-11", count=None),
    # nouns
    row(
        "The Provisional IRA's 1984 bombing of the Grand Hotel in Brighton killed five people.",
        attack_type="bombing",
        perpetrators=["Provisional IRA"],
        targets=["Grand Hotel"],
        killed=(5, 5),
        date="1984",
    ),
    row(
        "Russian air strikes on Idlib killed at least 33 Turkish soldiers on 27 February 2020.",
        attack_type="air-strike",
        perpetrators=["Russian"],
        killed=(33, None),
        date="2020-02-27",
    ),
    row(
        "The ETA bombing in Madrid on 30 December 2006 was condemned by all parties.",
        attack_type="bombing",
        perpetrators=["ETA"],
        places=["Madrid"],
        date="2006-12-30",
    ),
    row(
        "Boko Haram carried out a suicide bombing at a bus station in Nyanya in April 2014.",
        attack_type="suicide-bombing",
        perpetrators=["Boko Haram"],
        targets=["bus station"],
    ),
    row(
        "A US drone strike killed Baitullah Mehsud in South Waziristan on 5 August 2009.",
        attack_type="air-strike",
        perpetrators=["US"],
        victims_named=["Baitullah Mehsud"],
        killed=None,
        date="2009-08-05",
    ),
    row(
        "Ten people were wounded when a grenade was thrown at a bar in Bujumbura.",
        injured=(10, 10),
        killed=None,
    ),
    # aggregates
    row(
        "The LRA conducted 45 attacks in Haut-Uele in 2009.",
        count=(45, 45),
        perpetrators=["LRA"],
        killed=None,
        date="2009",
    ),
    row(
        "More than 200 attacks were recorded in Mindanao in 2017.",
        count=(200, None),
        perpetrators=[],
        date="2017",
    ),
    row("The number of bombings fell by 40 percent in 2009.", percent_change=-40, count=None),
    # who says so, and whether it happened
    row(
        "Al-Shabaab claimed the attack on the Westgate mall in Nairobi in September 2013.",
        claimed_by=["Al-Shabaab"],
        modality="reported",
        targets=["Westgate mall"],
    ),
    row(
        "Hezbollah did not claim the 2012 Burgas bus bombing.",
        polarity="negated",
        claimed_by=["Hezbollah"],
        perpetrators=[],
        date="2012",
    ),
    row(
        "Neither the Taliban nor Haqqani Network claimed the bombing in Kabul in May 2017.",
        polarity="negated",
        claimed_by=["Taliban", "Haqqani Network"],
    ),
    row(
        "The Taliban denied that it had carried out the bombing in Ghazni.",
        polarity="negated",
        attack_type="bombing",
    ),
    row("No attacks by ETA occurred in 2012.", polarity="negated", perpetrators=["ETA"]),
    row("The group has never attacked foreign tourists.", polarity="negated", modality="asserted"),
    row(
        "The army claimed to have killed 60 rebels near Goma in August 2013.",
        modality="reported",
        killed=(60, 60),
        attributed_to="army",
        claimed_by=[],
    ),
    row(
        "The FARC said it had shot down a helicopter in Cauca in 2012.",
        modality="reported",
        attributed_to="FARC",
        perpetrators=["FARC"],
    ),
    row(
        "According to the Global Terrorism Database, the PKK carried out 97 attacks in 2012.",
        modality="reported",
        attributed_to="Global Terrorism Database",
        count=(97, 97),
    ),
    row(
        "Jemaah Islamiyah is believed to have bombed the Australian embassy in Jakarta in September 2004.",
        modality="reported",
        polarity="affirmed",
        targets=["Australian embassy"],
    ),
    row("The rebels may attack the pipeline in Arauca.", modality="prospective", targets=["pipeline"]),
    row(
        "The Red Brigades planned to kidnap a general in 1981.",
        modality="prospective",
        attack_type="kidnapping",
        perpetrators=["Red Brigades"],
    ),
    row("The rebels are planning an attack on Juba.", modality="prospective", polarity="affirmed"),
    row(
        "The plot to bomb the embassy in Lima was foiled in 1992.",
        modality="prospective",
        targets=["embassy"],
    ),
    row(
        "Not only did the Seleka loot Bangui, but they also killed 20 peacekeepers in March 2013.",
        polarity="affirmed",
        killed=(20, 20),
        perpetrators=["Seleka"],
    ),
    # each class of verb has a row: oust, occur, seize …
    row(
        "Ugandan troops invaded Kagera in October 1978.",
        perpetrators=["Ugandan troops"],
        attack_type="military-operation",
        rule="attack/oust",
    ),
    row("A blast rocked the port of Colombo in 1987.", attack_type="bombing", rule="attack/occur"),
    row(
        "Gunmen killed Sheikh Abdi Nur, a cleric, in Baidoa on 3 June 2014.",
        perpetrators=["Gunmen"],
        victims_named=["Abdi Nur"],
    ),
    row(
        "Attacks by the Naxalites rose by 26 percent in 2010.", perpetrators=["Naxalites"], percent_change=26
    ),
    row(
        "In March 1995, Aum Shinrikyo released sarin in the Tokyo subway, killing 13 people.",
        perpetrators=["Aum Shinrikyo"],
        killed=(13, 13),
    ),
    row(
        "Fighting between the SPLA and the Murle militia broke out in Pibor in 2012.",
        attack_type="clash",
        perpetrators=["SPLA"],
    ),
    row(
        "A suicide bomber killed between 30 and 40 people at a market in Maiduguri.",
        attack_type="suicide-bombing",
        killed=(30, 40),
    ),
    row(
        "No group has claimed responsibility for the blast in Ankara.",
        polarity="negated",
        attack_type="bombing",
    ),
    row(
        "The assassination of Rafic Hariri in Beirut on 14 February 2005 killed 22 people.",
        date="2005-02-14",
        killed=(22, 22),
    ),
    row("The bombing of Guernica in April 1937 killed hundreds.", date="1937-04"),
    row(
        "Mortar shells fired by the SPLA hit a hospital in Malakal.",
        perpetrators=["SPLA"],
        targets=["hospital"],
    ),
]

KNOWN_MISSES = [
    row(
        "The Basque separatist group ETA claimed responsibility for the car bombing in Burgos in July 2009.",
        claimed_by=["ETA"],
        modality="reported",
    ),
    row(
        "If the junta bombs Myitkyina, the Kachin Independence Army will retaliate.",
        modality="prospective",
        attack_type="bombing",
    ),
    row(
        "IRA snipers killed Lance Bombardier Stephen Restorick in Bessbrook in February 1997.",
        victims_named=["Stephen Restorick"],
    ),
    row(
        "Al-Shabaab assassinated the mayor of Mogadishu, Abdirahman Omar Osman, in July 2019.",
        victims_named=["Abdirahman Omar Osman"],
    ),
    row(
        "Islamic State fighters freed 500 inmates from a prison in Abu Ghraib in July 2013.",
        attack_type="prison-break",
        perpetrators=["Islamic State"],
    ),
    row(
        "M-19 guerrillas seized the Palace of Justice in Bogotá in November 1985.",
        perpetrators=["M-19"],
        targets=["Palace of Justice"],
        date="1985-11",
    ),
]


@pytest.mark.parametrize("text", NO_ATTACK)
def test_no_attack(text):
    assert [c.claim for c in claims_of(text) if c.kind == Kind.ATTACK] == []


@pytest.mark.parametrize("wanted", ATTACKS, ids=str)
def test_attack(wanted):
    assert differences(Kind.ATTACK, wanted) == []


@pytest.mark.parametrize("text", NO_ATTACK_MISSES)
@pytest.mark.xfail(strict=True, reason="fires on other uses of the word")
def test_no_attack_known_miss(text):
    assert [c for c in claims_of(text) if c.kind == Kind.ATTACK] == []


@pytest.mark.parametrize("wanted", KNOWN_MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="known miss")
def test_attack_known_miss(wanted):
    assert differences(Kind.ATTACK, wanted) == []


def test_every_rule_has_a_row():
    names = (
        "claim",
        "conduct",
        "kill",
        "strike",
        "clash",
        "seize",
        "oust",
        "blast",
        "injure",
        "die",
        "occur",
        "nominal",
    )
    fired = {c.rule for wanted in ATTACKS for c in claims_of(wanted.text)}
    assert {f"attack/{name}" for name in names} - fired == set()


def test_cues_hold_the_deeds_and_not_the_light_verbs():
    assert {"attacked", "bombings", "ambush", "killed"} <= cues()
    assert not {"occurred", "be", "was", "had", "the"} & cues()


@pytest.mark.xfail(strict=True, reason="storming, carnage and siege stand in two rows")
def test_the_lexicon_gives_no_word_two_classes_in_one_part_of_speech():
    for entries in index().by_first.values():
        seen: dict[tuple[object, ...], object] = {}
        for parts, entry in entries:
            if entry.pos == "noun":
                assert seen.setdefault((parts, entry.pos), entry.row.get("type")) == entry.row.get("type"), (
                    parts
                )


def test_shallow_rules_find_the_plain_cases_and_say_so():
    (claim,) = [
        c
        for c in claims_of("EOKA ambushed a British patrol near Lefkoniko in 1957.", model="rules")
        if c.kind == Kind.ATTACK
    ]
    assert claim.rule.endswith("~shallow") and claim.claim["perpetrators"][0]["text"] == "EOKA"
