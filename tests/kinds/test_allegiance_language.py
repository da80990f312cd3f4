"""Alliances, patrons, splits and feuds in the language of journalists and historians: idioms, roles, participles."""

from __future__ import annotations

import pytest

from claimx.kinds._allegiance_phrases import idiom_cues, idioms
from claimx.model import Kind
from tests.kinds.claims import Row, claims_of, differences, row

# the first sentence keeps the row from being read as a title
LEAD = "Fighting went on near the border for weeks. "

NOTHING = [
    "The two airlines parted company in 2003.",
    "The candidate threw his weight behind the reform of the pension system.",
    "The president supported the bill.",
    "The regiment joined the column near Kassala.",
    "The soldiers joined the search for survivors.",
    "The prime minister's party joined the coalition in 2009.",
    "Germany and Italy signed a pact in 1936.",
    "The company walked out of the talks in Oslo.",
    "The chess club and the school buried the hatchet in 1990.",
    "France withdrew its troops from Mali in 2022.",
    "The bank turned its back on small savers.",
    "The PKI had no armed wing.",
]
SAID = [
    row(
        "The Polisario Front, which Algeria bankrolls, resumed the war in 2020.",
        relation="support",
        subjects=["Algeria"],
    ),
    # who is charged with the deed did it, not who charges
    row("Uganda accused Rwanda of arming the M23.", relation="support", subjects=["Rwanda"], objects=["M23"]),
    row(
        "Kenya fined Ethiopia for sheltering the OLF.",
        relation="support",
        subjects=["Ethiopia"],
        objects=["OLF"],
    ),
    # with whom they threw in their lot
    row(
        "The AFRC threw in its lot with the RUF after the coup.",
        relation="ally",
        subjects=["AFRC"],
        objects=["RUF"],
    ),
    row(
        "The FNL of Agathon Rwasa held talks with Bujumbura.",
        relation="ally",
        subjects=["FNL"],
        objects=["Bujumbura"],
        modality="prospective",
    ),
    row(
        "The Mujahedin-e Khalq fought on Iraq's side in the 1980s.",
        relation="ally",
        subjects=["Mujahedin-e Khalq"],
        objects=["Iraq"],
        date="198X",
    ),
    row(
        "Executive Outcomes fought on the side of the government of Sierra Leone.",
        relation="ally",
        subjects=["Executive Outcomes"],
        objects=["government of Sierra Leone"],
    ),
    row(
        "Liwa al-Tawhid fought alongside Jabhat al-Nusra in Aleppo.",
        relation="ally",
        subjects=["Liwa al-Tawhid"],
        objects=["Jabhat al-Nusra"],
    ),
    row(
        "Zeljko Raznatovic's Tigers acted hand in glove with the Serbian secret police.",
        relation="ally",
        subjects=["Tigers"],
        objects=["Serbian secret police"],
    ),
    row(
        "The GRAPO shared safe houses with the Red Brigades.",
        relation="ally",
        subjects=["GRAPO"],
        objects=["Red Brigades"],
    ),
    row("ZANU and ZAPU closed ranks in 1976.", relation="ally", subjects=["ZANU"], objects=["ZAPU"]),
    row(
        "Amal and Hezbollah buried the hatchet in November 1990.",
        relation="ally",
        subjects=["Amal"],
        objects=["Hezbollah"],
        date="1990-11",
    ),
    row(
        "The Bougainville Revolutionary Army reached a truce with Port Moresby in 1997.",
        relation="ally",
        objects=["Port Moresby"],
    ),
    row(
        "The Karen National Union has refused to sign a ceasefire with the junta.",
        relation="ally",
        objects=["junta"],
        polarity="negated",
    ),
    # patrons and clients: the patron is the subject
    row(
        "The Lord's Resistance Army lived for years off Khartoum's largesse.",
        relation="support",
        subjects=["Khartoum"],
        objects=["Lord's Resistance Army"],
    ),
    row(
        "China poured weapons into the United Wa State Army.",
        relation="support",
        subjects=["China"],
        objects=["United Wa State Army"],
    ),
    row(
        "The Khmer Rouge drew their weapons from Beijing.",
        relation="support",
        subjects=["Beijing"],
        objects=["Khmer Rouge"],
    ),
    row("The Hmong army of Vang Pao was in the pay of the CIA.", relation="support", subjects=["CIA"]),
    row("Boko Haram's arms came from Libya.", relation="support", subjects=["Libya"], objects=["Boko Haram"]),
    row(
        "Ian Smith's Rhodesia propped up Renamo.",
        relation="support",
        subjects=["Rhodesia"],
        objects=["Renamo"],
    ),
    row(
        "The EPLF drove the ELF into Sudan with the help of the TPLF.",
        relation="support",
        subjects=["TPLF"],
        objects=["EPLF"],
    ),
    row(
        "The West Nile Bank Front was a proxy of Khartoum.",
        relation="support",
        subjects=["Khartoum"],
        objects=["West Nile Bank Front"],
    ),
    row(
        "SWAPO was sheltered by Angola and armed by the Soviet Union.",
        claims=2,
        nth=1,
        relation="support",
        subjects=["Soviet Union"],
        objects=["SWAPO"],
    ),
    row(
        "Zimbabwe sent 10,000 soldiers to prop up the Frelimo government.",
        relation="support",
        subjects=["Zimbabwe"],
        objects=["Frelimo government"],
    ),
    # who obeys, who belongs
    row(
        "As-Sa'iqa took its orders from Damascus.",
        relation="affiliate",
        subjects=["As-Sa'iqa"],
        objects=["Damascus"],
    ),
    row(
        "Badr was founded in Tehran and answers to the Revolutionary Guards.",
        relation="affiliate",
        subjects=["Badr"],
        objects=["Revolutionary Guards"],
    ),
    row(
        "Hizb-ul-Mujahideen is the militant wing of the Jamaat-e-Islami.",
        relation="affiliate",
        objects=["Jamaat-e-Islami"],
    ),
    row(
        "The Huk guerrillas placed themselves under the orders of the Philippine Communist Party.",
        relation="pledge",
        objects=["Philippine Communist Party"],
    ),
    # joining and merging
    row(
        "UPDF deserters flocked to the banner of the Lord's Resistance Army.",
        relation="join",
        objects=["Lord's Resistance Army"],
    ),
    row(
        "Laurent Nkunda's CNDP was integrated into the Congolese army in 2009.",
        relation="join",
        subjects=["CNDP"],
        objects=["Congolese army"],
    ),
    row(
        "The 3R and the UPC banded together as the Coalition of Patriots for Change.",
        relation="merge",
        objects=["Coalition of Patriots for Change"],
    ),
    # splits, with and without the other side
    row(
        "MODEL broke away from the LURD in early 2003.",
        relation="split",
        subjects=["MODEL"],
        objects=["LURD"],
    ),
    row(
        "The Provisionals parted company with the Official IRA.",
        relation="split",
        subjects=["Provisionals"],
        objects=["Official IRA"],
    ),
    row(
        "Hashim Salamat took his following out of the Moro National Liberation Front.",
        relation="split",
        subjects=["Hashim Salamat"],
        objects=["Moro National Liberation Front"],
    ),
    row(
        "Jabhat al-Nusra renounced its ties to al-Qaeda in July 2016.",
        relation="split",
        objects=["al-Qaeda"],
        polarity="affirmed",
    ),
    row(
        "The Free Syrian Army was riven by factional quarrels.",
        relation="split",
        subjects=["Free Syrian Army"],
        objects=[],
    ),
    row(
        "The Irish National Liberation Army splintered in 1986.",
        relation="split",
        subjects=["Irish National Liberation Army"],
        objects=[],
    ),
    row("The SLA came apart in 2005.", relation="split", subjects=["SLA"], objects=[]),
    # feuds
    row(
        "The NDFB is at odds with the Bodo Liberation Tigers.",
        relation="rival",
        subjects=["NDFB"],
        objects=["Bodo Liberation Tigers"],
    ),
    row(
        "Fretilin and the UDT were at each other's throats by August 1975.",
        relation="rival",
        subjects=["Fretilin"],
        objects=["UDT"],
    ),
    row("The OAS was the sworn enemy of the FLN.", relation="rival", subjects=["OAS"], objects=["FLN"]),
    row(
        "Jamiat-e Islami and Hizb-i Islami were bitter enemies.",
        relation="rival",
        subjects=["Jamiat-e Islami"],
        objects=["Hizb-i Islami"],
    ),
    row(
        "FARC and ELN fought each other for control of Arauca.",
        relation="rival",
        subjects=["FARC"],
        objects=["ELN"],
    ),
    row(
        "Messali Hadj's MNA waged a murderous feud with the FLN.",
        relation="rival",
        subjects=["MNA"],
        objects=["FLN"],
    ),
    row(
        "Salwa Judum was raised and armed by the state of Chhattisgarh.",
        relation="support",
        objects=["Salwa Judum"],
    ),
    row("The KNU sheltered students of the ABSDF at Manerplaw.", relation="ally", subjects=["KNU"]),
]
MISSES = [
    # a ruler whom the pipeline does not take for a person
    row(
        "Blaise Compaoré was the godfather of the Ivorian rebels.",
        relation="support",
        subjects=["Blaise Compaoré"],
        objects=["Ivorian rebels"],
    ),
    row(
        "Ahrar al-Sham bled fighters to Hayat Tahrir al-Sham.",
        relation="join",
        objects=["Hayat Tahrir al-Sham"],
    ),
]


def _led(wanted: Row) -> Row:
    return Row(LEAD + wanted.text, wanted.slots, wanted.count, wanted.nth)


@pytest.mark.parametrize("text", NOTHING)
def test_no_alignment(text: str) -> None:
    assert not [c.claim for c in claims_of(LEAD + text) if c.kind == Kind.ALLEGIANCE]


@pytest.mark.parametrize("wanted", SAID, ids=str)
def test_alignment_in_set_phrases(wanted: Row) -> None:
    assert not differences(Kind.ALLEGIANCE, _led(wanted))


@pytest.mark.parametrize("wanted", MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="a known miss")
def test_alignment_not_yet_found(wanted: Row) -> None:
    assert not differences(Kind.ALLEGIANCE, _led(wanted))


def test_every_phrase_can_start_and_has_a_cue() -> None:
    assert all(word == word.lower() for idiom in idioms() for word in idiom.tokens[0])
    assert {"payroll", "daggers", "largesse"} <= idiom_cues()
    assert not idiom_cues() & {"the", "of", "with", "to", "and"}
