"""Alignments as reports and briefs word them: who stands where when the sentence is cut up by lists, dates and asides."""

from __future__ import annotations

import pytest

from claimx.model import Kind
from tests.kinds.claims import Row, claims_of, differences, row

NOTHING = [
    "In Darfur, JEM's supporters celebrated in the streets.",
    "The FLN enquired in connection with the ALN about the missing doctors.",
    "Nida received his degree in Linguistics from the University of Michigan in 1943.",
    "You own some records or other articles related to the Beatles.",
    "The Hutu chief fled Rwanda after the war.",
    "The NLA was founded by deserters in 1961.",
    "Delegates of the EPL rejected any alliance.",
]
SAID = [
    row("Many of the MNLF's fighters joined the MILF.", relation="join", subjects=["MNLF's fighters"], objects=["MILF"]),
    row("Hundreds of ELF fighters defected to the EPLF.", relation="join", subjects=["ELF fighters"], objects=["EPLF"]),
    row("A number of TTP commanders pledged allegiance to the Islamic State.", relation="pledge", subjects=["TTP commanders"]),
    row("The bulk of the Sahrawi fighters joined the Polisario Front.", relation="join", objects=["Polisario Front"]),
    row(
        "In 1998 Hassan Hattab, a regional commander, left the GIA over its excesses.",
        relation="split", subjects=["Hassan Hattab"], objects=["GIA"],
    ),
    row(
        "In Sudan, JEM and the SLM/A joined with the SPLM-N to form the Sudan Revolutionary Front.",
        relation="merge", objects=["Sudan Revolutionary Front"],
    ),
    row(
        "The Three Brotherhood Alliance, comprising the MNDAA, the TNLA and the Arakan Army, met in October.",
        relation="join", subjects=["MNDAA", "TNLA", "Arakan Army"], objects=["Three Brotherhood Alliance"],
    ),
    row("Al-Qaeda in Iraq had sworn allegiance to bin Laden in 2004.", relation="pledge", objects=["bin Laden"]),
    row("Jabhat al-Nusra reaffirmed its allegiance to al-Zawahiri.", relation="renew-pledge", objects=["al-Zawahiri"]),
    row("The Janjaweed were recruited and armed by Khartoum.", relation="support", subjects=["Khartoum"], objects=["Janjaweed"]),
    row("The Khmer Rouge allied themselves with Sihanouk in 1970.", relation="ally", subjects=["Khmer Rouge"], objects=["Sihanouk"]),
    row("NSCN-K abrogated its ceasefire with New Delhi in 2015.", relation="split", subjects=["NSCN-K"], objects=["New Delhi"]),
    row(
        "The RSF and the army, which had jointly ousted Bashir, turned their guns on each other in April 2023.",
        relation="rival", subjects=["RSF"], objects=["army"],
    ),
    row("The ELN and the FARC waged war on each other between 2006 and 2010.", relation="rival", subjects=["ELN"], objects=["FARC"]),
    row("Abdulqadir Mumin defected from al-Shabaab to the Islamic State.", claims=2, nth=1, relation="join", objects=["Islamic State"]),
    row("Abdulqadir Mumin defected from al-Shabaab to the Islamic State.", claims=2, nth=0, relation="split", objects=["al-Shabaab"]),
    row(
        "Lam Akol and Riek Machar split from John Garang in August 1991.",
        relation="split", subjects=["Lam Akol", "Riek Machar"], objects=["John Garang"],
    ),
    row("Beijing brokered a truce between the junta and the Brotherhood Alliance.", relation="ally", objects=["Brotherhood Alliance"]),
    row("The MILF's breakaway from the MNLF was motivated by religion.", relation="split", subjects=["MILF"], objects=["MNLF"]),
    row("Rwanda sent troops to reinforce the M23.", relation="support", subjects=["Rwanda"], objects=["M23"]),
    row("The Libyan National Army is backed by Egypt.", relation="support", subjects=["Egypt"], objects=["Libyan National Army"]),
    row("Iran had cut off its subsidies to Barzani.", relation="split", subjects=["Iran"], objects=["Barzani"]),
    row("The Hukbalahap quarrelled quite as bitterly with the USAFFE guerrillas.", relation="rival", subjects=["Hukbalahap"]),
    row(
        "Amadou's militia had stood down under the truce that the MNLA had reached with the generals.",
        relation="ally", subjects=["MNLA"], objects=["generals"],
    ),
]  # fmt: skip
MISSES = [
    row("Karuna, the LTTE's eastern commander, defected in March 2004.", relation="split", objects=["LTTE"]),
    row("The group, now an affiliate of al-Qaeda, was founded by Zarqawi's nephew.", relation="affiliate"),
    row(
        "US backing for the contras was cut off by Congress in 1984.", relation="support", objects=["contras"]
    ),
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_alignment(text: str) -> None:
    assert not [c.claim for c in claims_of(text) if c.kind == Kind.ALLEGIANCE]


@pytest.mark.parametrize("wanted", SAID, ids=str)
def test_alignment(wanted: Row) -> None:
    assert not differences(Kind.ALLEGIANCE, wanted)


@pytest.mark.parametrize("wanted", MISSES, ids=str)
@pytest.mark.xfail(strict=True, reason="a known miss")
def test_alignment_not_yet_found(wanted: Row) -> None:
    assert not differences(Kind.ALLEGIANCE, wanted)
