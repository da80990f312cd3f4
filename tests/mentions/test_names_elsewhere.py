"""Whole sentences on conflicts of four continents and eight decades: actors, persons, places together."""

from __future__ import annotations

import pytest

from claimx.mentions.actors import actor_index, find_actors
from claimx.mentions.persons import find_persons
from claimx.mentions.places import find_places

# sentence | armed actors' ids | persons | places
CASES = """
On 7 August 1998 al-Qa'ida cells drove truck bombs into the embassies in Nairobi and Dar es Salaam. | al-qaeda | | Nairobi; Dar es Salaam
Fighters loyal to the Revolutionary United Front overran Kailahun District in eastern Sierra Leone. | revolutionary-united-front; sierra-leone | | Kailahun District; Sierra Leone
The Tamil Tigers ambushed a convoy near Elephant Pass; LTTE cadres withdrew to Kilinochchi. | ltte; ltte | | Elephant Pass; Kilinochchi
ELN rebels kidnapped three oil workers in Arauca, Colombia. | eln-colombia; colombia | | Arauca; Colombia
In Cabo Delgado, Ahlu Sunna Wal Jamaa men beheaded villagers near Mocímboa da Praia. | islamic-state-mozambique | | Cabo Delgado; Mocímboa da Praia
The Lord's Resistance Army abducted 139 girls, and Dominic Ongwen, a brigade commander, was tried. | lords-resistance-army | Dominic Ongwen |
Gunmen of Euskadi Ta Askatasuna (ETA) killed Admiral Luis Carrero Blanco in Madrid in 1973. | eta | Luis Carrero Blanco | Madrid
The Kachin Independence Army and the Arakan Army fought Tatmadaw troops in Shan State. | kachin-independence-army; arakan-army; myanmar-armed-forces | | Shan State
Khmer Rouge forces shelled Phnom Penh. | khmer-rouge | | Phnom Penh
Chechen fighters under Shamil Basayev seized a theatre in Moscow. | | Shamil Basayev | Moscow
The Movement for the Emancipation of the Niger Delta (MEND) blew up a pipeline in Rivers State. | mend | | Rivers State
RENAMO gunmen attacked a bus near Muxungue. | renamo | | Muxungue
Asaib Ahl al-Haq fired rockets at Ain al-Asad airbase in Anbar. | asaib-ahl-al-haq | | Ain al-Asad airbase; Anbar
The Houthi movement launched drones at Abu Dhabi, and the Saudi-led coalition bombed Sanaa. | houthis; saudi-led-coalition | | Abu Dhabi; Sanaa
Turkish warplanes struck PKK camps in the Qandil Mountains. | turkey-armed-forces; pkk | | Qandil Mountains
Ansar Bayt al-Maqdis swore loyalty to Abu Bakr al-Baghdadi. | islamic-state-sinai | Abu Bakr al-Baghdadi |
Hezb-e-Islami, led by Gulbuddin Hekmatyar, rocketed Kabul in 1994. | hezb-e-islami-gulbuddin | Gulbuddin Hekmatyar | Kabul
The Moro Islamic Liberation Front split from Nur Misuari's MNLF. | moro-islamic-liberation-front; moro-national-liberation-front | Nur Misuari |
The Abu Sayyaf Group beheaded a hostage on Jolo. | abu-sayyaf-group | | Jolo
M23 rebels, backed by Rwanda, captured Goma from the FARDC. | m23; rwanda; democratic-republic-of-the-congo-armed-forces | | Rwanda; Goma
The Guerrilla Army of the Poor (EGP) and ORPA formed the URNG. | egp; orpa; urng | |
Montoneros kidnapped General Pedro Eugenio Aramburu in Buenos Aires. | montoneros | Pedro Eugenio Aramburu | Buenos Aires
Viet Minh forces under General Vo Nguyen Giap besieged Dien Bien Phu. | viet-minh | Vo Nguyen Giap | Dien Bien Phu
EOKA gunmen shot two British soldiers in Nicosia. | eoka; united-kingdom-armed-forces | | Nicosia
Ukrainian forces shelled Donetsk. | ukraine-armed-forces | | Donetsk
Members of the Weather Underground bombed a courthouse in 1972. | weather-underground | |
The Rapid Support Forces stormed El Fasher in North Darfur. | rapid-support-forces | | El Fasher; North Darfur
Jemaah Islamiyah bombed two nightclubs in Kuta on the island of Bali. | jemaah-islamiyah | | Kuta; Bali
Ambazonian fighters killed four gendarmes in Bamenda. | | | Bamenda
Naxalites of the CPI (Maoist) ambushed CRPF troopers in Dantewada, Chhattisgarh. | communist-party-of-india-maoist; communist-party-of-india-maoist; central-reserve-police-force | | Dantewada; Chhattisgarh
The Babbar Khalsa struck in Chandigarh. | babbar-khalsa | | Chandigarh
The KLA attacked Serbian police near Prekaz, and NATO aircraft bombed Belgrade. | kosovo-liberation-army; serbia-police; nato | | Prekaz; Belgrade
Bosnian Serb forces shelled Sarajevo's Markale market; Ratko Mladić commanded them. | army-of-republika-srpska | Ratko Mladić | Sarajevo; Markale market
Hamas's al-Qassam Brigades fired rockets from the Gaza Strip into Sderot. | hamas; izz-ad-din-al-qassam-brigades | | Gaza Strip; Sderot
Fatah al-Islam fighters held the Nahr al-Bared camp against the Lebanese army. | fatah-al-islam; lebanon-armed-forces | | Nahr al-Bared camp
Jaysh al-Fatah, which Ahrar al-Sham and the Nusra Front led, captured Idlib. | jaysh-al-fatah; ahrar-al-sham; jabhat-al-nusra | | Idlib
Tuareg rebels declared Azawad independent; Ansar Dine and MUJAO drove them from Gao and Timbuktu. | ansar-dine; mujao | | Azawad; Gao; Timbuktu
Dan Na Ambassagou men attacked a Fulani village in the Mopti region. | dan-na-ambassagou | | Mopti region
The Irgun blew up a hotel in Jerusalem; Lehi shot a count. | irgun; lehi | | Jerusalem
Anti-balaka militias and ex-Séléka fighters clashed in Bambari, in the Central African Republic. | anti-balaka; seleka; central-african-republic | | Bambari; Central African Republic
Brigate Rosse kidnapped a former premier in Rome. | red-brigades | | Rome
Al-Shabaab stormed the Westgate mall; AMISOM and Somali troops retook Kismayo. | al-shabaab; amisom; somalia-armed-forces | | Westgate; Kismayo
Mau Mau fighters led by Dedan Kimathi raided Naivasha. | mau-mau | Dedan Kimathi | Naivasha
The Oromo Liberation Army and the TPLF announced an alliance. | oromo-liberation-army; tplf | |
""".strip().split("\n")


@pytest.mark.parametrize("line", CASES)
def test_names_in_a_sentence(line):
    text, actors, persons, places = (part.strip() for part in line.split("|"))
    found = find_actors(text, actor_index())
    people = find_persons(text, actors=found)
    where = find_places(text, actors=found, persons=people)
    quiet = ("demonym", "capital", "noun")
    ids = [m.actor.id for m in found if m.source not in quiet and m.type != "org-civil"]
    assert ids == [name.strip() for name in actors.split(";") if name.strip()]
    assert [p.name for p in people] == [name.strip() for name in persons.split(";") if name.strip()]
    assert [p.text for *_, p in where] == [name.strip() for name in places.split(";") if name.strip()]
