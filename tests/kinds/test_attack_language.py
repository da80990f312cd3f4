"""The language of violence: idioms, particle verbs, deaths told apart from their deed, denials; and what only sounds like it."""

from __future__ import annotations

import pytest

from claimx.model import Kind
from tests.kinds.claims import claims_of, differences, row

NO_ATTACK = [
    "A ferry sank off Pemba in September 2011, and 200 people died.",
    "A bus plunged into a ravine near Pokhara in 2011 and killed 42 people.",
    "A pack of 12 wolves killed 40 sheep near Siena.",
    "Wolves attacked a shepherd near Siena in June 1764 and killed two children.",
    "Swarms of locusts attacked the millet of Zinder in May 2004.",
    "A fireworks display exploded at Utrecht on 13 May 2000 and killed 23 people.",
    "In 1996 the northern militia of Bakar Osman surrendered to the army.",
    "The bank sent 30 men to the fair in Kano.",
    "The manager threw 11 men at the visitors.",
    "The firm took the port of Massawa on a lease.",
    "Habré marched off eastwards with some 300 loyalists.",
    "It was the mayor that opened the bridge at Goma in 1988.",
    "The champion fell on hard times after the match.",
    "The minister came under fire from critics over the budget.",
    "The band took the stage by storm in Leeds in 1994.",
    "The director shot 40 films in Lagos.",
    "The court put the case to rest.",
    "Prices fell to a new low in 2009.",
    "The visitors laid siege to the goal.",
    "Tourists poured into Venice in June.",
    "The company laid off 300 workers.",
    "The senator launched an attack on the health bill.",
    "Investors seized control of the bank in 2011.",
    "Brazil swept into the final on Sunday.",
    "The virus attacked the servers of the ministry.",
    "The team held the champions to a draw.",
    "The flood claimed the lives of 300 people in Ohio.",
    "The truce died in May 2003.",
    "The news triggered a crisis in the coalition.",
    "Uniforms of the old regiments hang in the hall.",
    "An earthquake took the lives of 2,000 people in Armenia.",
    "The flu claimed the lives of 300 people in Ohio.",
    "A storm tore through Manila and 40 people died.",
    "The opposition's assault on the motion failed in March 1998.",
    "The minister was responsible for the budget of the army.",
    "The regiment landed in Freetown in May 2000 to train recruits.",
]


ATTACKS = [
    # what is fired at is no weapon
    row(
        "In June 2021 gunmen fired at a helicopter near Cúcuta.",
        attack_type="armed-assault",
        targets=["helicopter"],
        date="2021-06",
    ),
    # the arrest for a deed is no part of it
    row(
        "Police arrested three members of the ELN for bombing a pipeline in 2014.",
        claims=2,
        nth=1,
        perpetrators=["ELN"],
        attack_type="bombing",
        targets=["pipeline"],
    ),
    # idioms with an object inside
    row(
        "In the Katyn forest the NKVD put some 4,400 Polish officers to death in 1940.",
        perpetrators=["NKVD"],
        killed=(4400, 4400),
        date="1940",
    ),
    row(
        "Hutu rebels hacked 22 schoolchildren to death at Buta in 1997.",
        perpetrators=["Hutu rebels"],
        killed=(22, 22),
        date="1997",
    ),
    row(
        "Grey Wolves gunmen mowed down seven students in a flat in Ankara.",
        perpetrators=["Grey Wolves gunmen"],
        targets=["seven students"],
        killed=(7, 7),
    ),
    row(
        "Somali pirates held the crew of the Sirius Star captive for two months.",
        attack_type="kidnapping",
        targets=["crew of the Sirius Star"],
    ),
    # what is hit stands behind a preposition
    row(
        "Boko Haram fighters fell upon an army camp at Boma in March 2020.",
        perpetrators=["Boko Haram"],
        targets=["army camp"],
        places=["Boma"],
        date="2020-03",
    ),
    row(
        "FRELIMO guerrillas carried the war to Tete province in 1968.",
        perpetrators=["FRELIMO"],
        places=["Tete province"],
        date="1968",
    ),
    row(
        "The Khmer Rouge marched into Phnom Penh on 17 April 1975.",
        perpetrators=["Khmer Rouge"],
        places=["Phnom Penh"],
        date="1975-04-17",
    ),
    row(
        "The town of Bafwasende fell to the Mai-Mai in June 2002.",
        perpetrators=["Mai-Mai"],
        places=["Bafwasende"],
        date="2002-06",
    ),
    # the toll in a clause of its own
    row(
        "Police fired on marchers at Sharpeville on 21 March 1960; 69 fell dead and some 180 were wounded.",
        killed=(69, 69),
        injured=(180, 180),
        places=["Sharpeville"],
    ),
    row(
        "In 1972 Japanese Red Army gunmen opened fire at Lod airport, leaving 26 dead.",
        perpetrators=["Japanese Red Army"],
        killed=(26, 26),
        date="1972",
    ),
    row(
        "A suicide bomber drove a lorry into the police academy at Tikrit, and 48 recruits lost their lives.",
        attack_type="suicide-bombing",
        killed=(48, 48),
        places=["Tikrit"],
    ),
    row(
        "In Mindoro a landmine tore into an army lorry, leaving 11 soldiers dead and 14 hurt.",
        attack_type="bombing",
        killed=(11, 11),
        injured=(14, 14),
        places=["Mindoro"],
    ),
    row(
        "On 2 May 1982 HMS Conqueror sank the cruiser General Belgrano with the loss of 323 men.",
        killed=(323, 323),
        date="1982-05-02",
    ),
    row(
        "UNITA guerrillas attacked a train near Zenza, leaving 252 dead and 165 wounded.",
        targets=["train"],
        killed=(252, 252),
        injured=(165, 165),
    ),
    # a verb that the tagger does not know as one
    row(
        "Batang Kali, where Scots Guards shot 24 villagers in December 1948, was never forgotten.",
        perpetrators=["Scots Guards"],
        killed=(24, 24),
    ),
    row(
        "NATO warplanes bombarded Serb positions around Sarajevo for two weeks.",
        attack_type="air-strike",
        places=["Sarajevo"],
    ),
    # owners and doers
    row(
        "Guerrillas of the SLA and JEM attacked a convoy in May 2004.",
        perpetrators=["SLA", "JEM"],
        targets=["convoy"],
    ),
    row(
        "A Saudi-led air raid on a market killed 97 people in March 2016.",
        perpetrators=["Saudi"],
        attack_type="air-strike",
        killed=(97, 97),
    ),
    # said not to have done it
    row("The ELN denied any hand in the bombing of the pipeline.", perpetrators=["ELN"], polarity="negated"),
    row("Oromo rebels denied killing the pilgrims.", perpetrators=["Oromo rebels"], polarity="negated"),
]

# Who did it, told beside the deed.
DOERS = [
    row(
        "In September 1924 Zhang sent some 170,000 men against the Zhili clique.",
        perpetrators=["Zhang"],
        targets=["Zhili clique"],
    ),
    row(
        "In July 1926 the Kuomintang sent an army of 100,000 men against the northern cliques.",
        perpetrators=["Kuomintang"],
        targets=["northern cliques"],
    ),
    row(
        "The KCF had General Arun Vaidya gunned down in Pune on 10 August 1986.",
        perpetrators=["KCF"],
        places=["Pune"],
    ),
    row(
        "On 9 September 2002 it was the army that killed 173 villagers at Itaba.",
        perpetrators=["army"],
        killed=(173, 173),
    ),
    row("The EPLF took the port of Massawa in February 1990.", perpetrators=["EPLF"], places=["Massawa"]),
    row(
        "The LRA was responsible for the massacre of 300 villagers at Makombo.",
        perpetrators=["LRA"],
        killed=(300, 300),
    ),
    row("The bombing of the courthouse was the work of the Real IRA.", perpetrators=["Real IRA"]),
    row(
        "Thirty policemen were killed in an ambush laid by Maoists in Bastar.",
        perpetrators=["Maoists"],
        killed=(30, 30),
    ),
    row("A drone operated by the CIA hit a house in Shabwa.", perpetrators=["CIA"], attack_type="air-strike"),
    row("ETA's spate of bombings in 2009 shook Burgos and Palma.", perpetrators=["ETA"], date="2009"),
    row(
        "ETA announced its return with a string of explosions in Madrid.",
        perpetrators=["ETA"],
        places=["Madrid"],
    ),
    row(
        "JNIM and its affiliated groups carried out 50 attacks in Mali in 2020.",
        perpetrators=["JNIM", "its affiliated groups"],
    ),
    row("Attacks in Mozambique doubled, most of which were carried out by Renamo.", perpetrators=["Renamo"]),
    row(
        "The Houthis fought al-Qaeda and blamed the latter's attacks on Riyadh.",
        claims=2,
        nth=1,
        perpetrators=["al-Qaeda"],
    ),
]

# One, two, and what a price tells of the dead.
COUNTS = [
    row(
        "A police officer was killed when ETA bombed a barracks in Burgos.",
        killed=(1, 1),
        perpetrators=["ETA"],
    ),
    row(
        "Attacks by ISWAP rose from 120 in 2016 to 290 in 2017.",
        claims=2,
        nth=0,
        count=(120, 120),
        date="2016",
    ),
    row("Hamas owned up to both bombings in Haifa.", count=(2, 2)),
    row("The raid on Entebbe was the only attack by Israel on Uganda.", count=(1, 1)),
    row("The shelling of Grozny cost more than 5,000 lives in 1995.", killed=(5000, None), date="1995"),
]

# Sums, and what is no sum.
SUMS = [
    row("Gunmen of the ELN killed two policemen and two drivers in Arauca.", killed=(4, 4)),
    row("Assassins killed Aldo Ferri and his two escorts in Turin in 1978.", killed=(3, 3)),
    row("The PKK killed two key officials, Ali Demir and Mehmet Kaya, in Van.", killed=(2, 2)),
    row("The blast killed 38 people, 30 of them policemen, in Ankara.", killed=(38, 38)),
    row("Clashes in Shabwa killed 20 soldiers and 30 militants.", killed=(20, 20)),
]

# How a victim and a doer are named.
NAMES = [
    row(
        "ETA shot dead the prefect, Carlos Ruiz, in Bilbao.",
        targets=["Carlos Ruiz"],
        victims_named=["Carlos Ruiz"],
    ),
    row("On 3 May 2018 gunmen ambushed a patrol near Jolo.", perpetrators=["gunmen"], date="2018-05-03"),
    row("LRA columns burned the village of Atiak in April 1995.", perpetrators=["LRA"]),
    row("The FLN had the colonel gunned down in Oran in 1957.", perpetrators=["FLN"]),
    row(
        "The FPRC assaulted a camp at Bria, where at least 85 people died.",
        perpetrators=["FPRC"],
        killed=(85, None),
    ),
]

# A date for each deed, and one for two.
DATES = [
    row(
        "The report names an attack on a bank in Lima in May 1989, and raids on barracks in Cusco in June 1990.",
        claims=2,
        nth=1,
        date="1990-06",
    ),
    row(
        "The Contras killed nine farmers and kidnapped two teachers on 3 March 1985.",
        claims=2,
        date="1985-03-03",
    ),
    row("After the Soviet invasion of Afghanistan, the CIA bombed a depot in Herat.", claims=2, date=None),
]

# Where, and where not.
PLACES = [
    row("The STC evicted the army from Aden in August 2019.", places=["Aden"]),
    row("Operating from its bases in Chad, JEM launched attacks in Darfur.", places=["Darfur"]),
    row("Kenya witnessed 25 attacks by al-Shabaab in 2015.", places=["Kenya"], count=(25, 25)),
    row("The army massacred Hema civilians at Bogoro.", places=["Bogoro"]),
]

# Two sentences: the second takes what it lacks from the deed told before.
FOLLOWED = [
    row(
        "Guerrillas stormed the barracks at Estelí on 9 April 1979. At least 40 people were dead when they left.",
        claims=2,
        nth=1,
        killed=(40, None),
        places=["Estelí"],
        date="1979-04-09",
        basis="context",
    ),
]

REPORTS = [
    row("The ferry was sunk off Jaffna in 1995, and 40 people died.", killed=(40, 40), date="1995"),
    row("Rebels killed dozens of villagers near Beni.", perpetrators=["Rebels"], targets=["villagers"], places=["Beni"], killed=None),
    row("Kong Le's paratroopers captured Vientiane on 9 August 1960.", places=["Vientiane"], date="1960-08-09"),
    row("The Taliban overran Manerplaw in 1995.", perpetrators=["Taliban"], places=["Manerplaw"]),
    row("The RSF stormed Merowe air base on 15 April 2023.", attack_type="armed-assault", perpetrators=["RSF"]),
    row("Israeli aircraft struck Hezbollah positions near Tyre.", attack_type="air-strike", targets=["Hezbollah positions"]),
    row("Fighting broke out between M23 and the army on 20 October 2022.", attack_type="clash", perpetrators=["M23"], targets=["army"]),
    row("Hezbollah fired more than 4,000 rockets into northern Israel.", perpetrators=["Hezbollah"], places=["Israel"]),
    row("The Zapatistas occupied San Cristóbal de las Casas on 1 January 1994.", places=["San Cristóbal de las Casas"]),
]  # fmt: skip

KNOWN_MISSES = [
    row(
        "The Tamil Tigers sank two navy gunboats off Trincomalee in 1995.",
        perpetrators=["Tamil Tigers"],
        targets=["navy gunboats"],
    ),
    row("Of the 44 hostages, 21 did not survive.", killed=(21, 21)),
    row("The army lost Gao to the rebels.", perpetrators=["rebels"], places=["Gao"]),
    row(
        "The Mahdi's men stormed Khartoum and cut Gordon to pieces.",
        claims=2,
        nth=1,
        victims_named=["Gordon"],
    ),
]


@pytest.mark.parametrize("text", NO_ATTACK)
def test_no_attack(text):
    assert [c.claim for c in claims_of(text) if c.kind == Kind.ATTACK] == []


@pytest.mark.parametrize(
    "wanted", [*ATTACKS, *DOERS, *COUNTS, *SUMS, *NAMES, *DATES, *PLACES, *FOLLOWED, *REPORTS], ids=str
)
def test_attack(wanted):
    assert differences(Kind.ATTACK, wanted) == []


@pytest.mark.parametrize("wanted", KNOWN_MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="known miss")
def test_attack_known_miss(wanted):
    assert differences(Kind.ATTACK, wanted) == []
