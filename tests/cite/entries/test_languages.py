"""References in the manners of many languages, all invented: names, title, container and year of each."""

from __future__ import annotations

import pytest

from claimx.cite.entries import parse_reference
from claimx.cite.entries.labelled import _VOLUME
from claimx.cite.entries.people import parse_names

# text | family of the first author | title | container ("" when it has none) | year
REFERENCES = """
Marchand, Yves, Les douanes du Niger, Revue des études rurales, n° 44, 1989, p. 3-9. | Marchand | Les douanes du Niger | Revue des études rurales | 1989
Aminata Sow, « Le prix de la terre à Ziguinchor », Espace rural, 22 (1993), p. 117-130. | Sow | Le prix de la terre à Ziguinchor | Espace rural | 1993
P. Garnier, « À Bamako, la nuit des otages », Le Monde, 21 novembre 2015. | Garnier | À Bamako, la nuit des otages | Le Monde | 2015
LEROUX Paul, Les milices et l'État au Sahel, Paris, Karthala, 2011, 312 p. | LEROUX | Les milices et l'État au Sahel | | 2011
Delmas (R.), « Note sur un trésor », Revue numismatique, 6e série, t. XII, 1970, p. 88-95. | Delmas | Note sur un trésor | Revue numismatique | 1970
Ehlers, Torsten: Weiden und Wirtshäuser. Zeitschrift für Landeskunde 44 (1999), S. 95–118. | Ehlers | Weiden und Wirtshäuser | Zeitschrift für Landeskunde | 1999
Petra Lang, Rebellen als Verwalter, in: Uwe Stein/Max Roth (Hrsg.), Ordnungen der Gewalt, Baden-Baden: Nomos 2010, S. 211-239. | Lang | Rebellen als Verwalter | Ordnungen der Gewalt | 2010
Krüger, Sabine (2004): Gewaltmärkte am Fluss. In: Leviathan, Jg. 32, H. 2, S. 171-195. | Krüger | Gewaltmärkte am Fluss | Leviathan | 2004
Böhm, Erika: Wasser für alle, in: Stuttgarter Nachrichten vom 3.4.2001, S. 5. | Böhm | Wasser für alle | Stuttgarter Nachrichten | 2001
Rojas, Camila. "Las autodefensas del río". Revista Andina de Sociología, vol. 28, núm. 2, 2005, pp. 113-138. | Rojas | Las autodefensas del río | Revista Andina de Sociología | 2005
Ana Luisa Torres, "La paz de los pueblos", en Pedro Ríos (coord.), Memorias de la guerra, México, FCE, 2001, pp. 77-99. | Torres | La paz de los pueblos | Memorias de la guerra | 2001
M. Ferrari, Le bande armate nel Mezzogiorno, in «Rivista storica italiana», CXII, 2000, pp. 55-90. | Ferrari | Le bande armate nel Mezzogiorno | Rivista storica italiana | 2000
BELLINI R., Voci dal carcere, in Pace M. (a cura di), Scritture recluse, Sellerio, Palermo 2003, pp. 90-112. | BELLINI | Voci dal carcere | Scritture recluse | 2003
SOUZA, Marcos de. A fronteira e o crime. Revista Brasileira de Sociologia, São Paulo, v. 4, n. 2, p. 30-49, 2010. | Souza | A fronteira e o crime | Revista Brasileira de Sociologia | 2010
FARIAS, J.; LIMA, T. Mulheres na guerrilha. In: NUNES, P. (org.). Memórias da ditadura. Porto Alegre: Editora da UFRGS, 2012. p. 55-78. | FARIAS | Mulheres na guerrilha | Memórias da ditadura | 2012
Maas, P., 'Turfstekers in Drenthe', Tijdschrift voor Landbouwgeschiedenis 12 (1994), 1, p. 1-15. | Maas | Turfstekers in Drenthe | Tijdschrift voor Landbouwgeschiedenis | 1994
Jensen, Niels: Oprøret i grænselandet, Historisk Tidsskrift, bd. 99, 1999, s. 12-40. | Jensen | Oprøret i grænselandet | Historisk Tidsskrift | 1999
Kowalski J., Oddziały najemne, „Przegląd Historyczny" 1999, nr 4, s. 55-78. | Kowalski | Oddziały najemne | Przegląd Historyczny | 1999
Zielińska M., Prawo a partyzanci, [w:] Konflikty zbrojne, red. P. Wolski, Kraków 2001, s. 101–120. | Zielińska | Prawo a partyzanci | Konflikty zbrojne | 2001
NOVÁK, Petr. Žoldnéři a stát. Mezinárodní vztahy, 2005, roč. 40, č. 3, s. 25-44. | NOVÁK | Žoldnéři a stát | Mezinárodní vztahy | 2005
Yılmaz, Ahmet, "Sınırda Silahlı Gruplar", Uluslararası İlişkiler Dergisi, Cilt 8, Sayı 30, 2011, ss. 45-70. | Yılmaz | Sınırda Silahlı Gruplar | Uluslararası İlişkiler Dergisi | 2011
Santoso, B. (2015). Gerakan bersenjata di Papua. Jurnal Ilmu Sosial, 19(1), 33-48. | Santoso | Gerakan bersenjata di Papua | Jurnal Ilmu Sosial | 2015
Ivanov S. P. Naemniki v lokal'nykh konfliktakh // Voprosy istorii. 2003. № 5. S. 44–60. | Ivanov | Naemniki v lokal'nykh konfliktakh | Voprosy istorii | 2003
Khalid al-Najjar, “Harakat al-shabab,” Majallat al-Dirasat 44 (2000): 22–40. | al-Najjar | Harakat al-shabab | Majallat al-Dirasat | 2000
Baker, L. and Tan, S. 2016. Rainfall and raids in Karamoja, Uganda. Climatic Change 134(2): 211–224. | Baker | Rainfall and raids in Karamoja, Uganda | Climatic Change | 2016
Nora Quist, “The Grain Convoys,” in Siege Economies: Hunger as Method, eds. Ed Noon and Ria Das (Leiden: Brill, 2017), 14–39. | Quist | The Grain Convoys | Siege Economies: Hunger as Method | 2017
""".strip().splitlines()


@pytest.mark.parametrize("line", REFERENCES, ids=lambda line: line[:24])
def test_parts(line: str) -> None:
    text, family, title, container, year = (part.strip() for part in line.rsplit("|", 4))
    csl = parse_reference(text)[0].csl
    assert csl["title"] == title
    assert csl.get("container-title", "") == container
    assert csl["issued"]["date-parts"][0][0] == int(year)
    author = csl["author"][0]
    got = " ".join(part for key in ("non-dropping-particle", "family") if (part := author.get(key)))
    assert got.casefold().endswith(family.casefold())


@pytest.mark.parametrize(
    ("text", "volume", "issue"),
    [
        ("Jg. 32, H. 2", "32", "2"),
        ("32. Jg., H. 2", "32", "2"),
        ("roč. 40, č. 3", "40", "3"),
        ("Cilt 8, Sayı 30", "8", "30"),
        ("t. XLII", "XLII", None),
        ("№ 5", None, "5"),
    ],
)
def test_volumes(text: str, volume: str | None, issue: str | None) -> None:
    found = _VOLUME.match(text)
    assert found and (found["v"], found["i1"]) == (volume, issue)


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Delmas (R.)", ["Delmas"]),
        ("ROY (M.I.), NAGET (R.) et HERBIN (J.-R.)", ["ROY", "NAGET", "HERBIN"]),
        ("Pace M. (a cura di)", ["Pace"]),
        ("LEROUX Paul", ["LEROUX"]),
        ("BELLINI R.", ["BELLINI"]),
        ("NOVÁK, Petr", ["NOVÁK"]),
        ("Dewi, S. dan Lubis, A.", ["Dewi", "Lubis"]),
    ],
)
def test_names(text: str, families: list[str]) -> None:
    assert [name["family"] for name in parse_names(text)] == families
