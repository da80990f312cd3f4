"""The parts of the reference parser: cleaning, dates, names, titles, signals, legal forms, the labeller."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from claimx.cite.entries import parse_reference
from claimx.cite.entries.bodies import is_body
from claimx.cite.entries.clean import clean, find_addresses, find_doi, plain
from claimx.cite.entries.dates import find_dates
from claimx.cite.entries.features import word, words_of
from claimx.cite.entries.imprint import split_imprint
from claimx.cite.entries.labeller import Labeller, load_labeller
from claimx.cite.entries.people import parse_names
from claimx.cite.entries.quoted import find_title
from claimx.cite.entries.short import read_bare, read_cited, read_ibid
from claimx.cite.entries.signals import take_signal
from claimx.errors import DataError

DATES = [
    ("pp. 12-14", []),
    ("no. 1939", [[1939]]),
    ("Dawn, May 4, 2022", [[2022, 5, 4]]),
    ("4 May 2022", [[2022, 5, 4]]),
    ("(2022, January 19)", [[2022, 1, 19]]),
    ("(March, 2012)", [[2012, 3]]),
    ("May 1. 2022", [[2022, 5, 1]]),
    ("Oct 1-Dec 31 2018", [[2018, 10, 1], [2018, 12, 31]]),
    ("2003–2005", [[2003], [2005]]),
    ("1978–83", [[1978], [1983]]),
    ("3 de marzo de 2010", [[2010, 3, 3]]),
    ("décembre 1931", [[1931, 12]]),
    ("1. Mai 2003", [[2003, 5, 1]]),
    ("12.03.2010", [[2010, 3, 12]]),
    ("2021-08-17", [[2021, 8, 17]]),
    ("1986a", [[1986]]),
    ("Winter 2010/11", [[2010]]),
]

NAMES = [
    ("", []),
    ("International Crisis Group", ["International Crisis Group"]),
    ("U.S. Department of Defense", ["U.S. Department of Defense"]),
    ("IEP", ["IEP"]),
    ("BBC Monitoring", ["BBC Monitoring"]),
    ("Hussain Haqqani", ["Haqqani, Hussain"]),
    ("Gall, C., & Masood, S.", ["Gall, C.", "Masood, S."]),
    ("Slyker JA, Casper C", ["Slyker, JA", "Casper, C"]),
    ("Ericson, L. M.; Fan, H.", ["Ericson, L. M.", "Fan, H."]),
    ("Marwell, Gerald, and Pamela Oliver.", ["Marwell, Gerald", "Oliver, Pamela"]),
    ("Jadoon, Mines, and Sayed", ["Jadoon", "Mines", "Sayed"]),
    ("Haq Nawaz Khan and Rick Noack", ["Khan, Haq Nawaz", "Noack, Rick"]),
    ("Victor H. Asal, et. Al.", ["Asal, Victor H.", "et al."]),
    ("Liu Guozhu", ["Liu, Guozhu"]),
    ("Foley, J. D., van Dam, A.", ["Foley, J. D.", "van Dam, A."]),
    ("Feisal al-Istrabadi (ed.)", ["al-Istrabadi, Feisal"]),
    ("Michael Owusu, Jr.", ["Owusu, Michael, Jr."]),
    ("James C McKinley Jr", ["McKinley, James C, Jr"]),
]


def shown(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    family = " ".join(name[k] for k in ("non-dropping-particle", "family") if k in name)
    return ", ".join(part for part in (family, name.get("given"), name.get("suffix")) if part)


@pytest.mark.parametrize(("text", "parts"), DATES)
def test_dates(text: str, parts: list[list[int]]) -> None:
    found = find_dates(text)
    assert (found[0].value["date-parts"] if found else []) == parts


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_names(text: str, wanted: list[str]) -> None:
    assert [shown(name) for name in parse_names(text)] == wanted


def test_bodies_and_people() -> None:
    assert is_body("Centre for Coastal Studies") and is_body("The Accra Times")
    assert not is_body("Ruth Okafor") and not is_body("Thomas Bank")


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("no address here", []),
        ("<https://a.example/b>.", ["https://a.example/b"]),
        ("(https://a.example/b)", ["https://a.example/b"]),
        ("https://a.example/us- drone-strike", ["https://a.example/us-drone-strike"]),
        ("https://www.atlas of ports.org/x.pdf.", ["https://www.atlasofports.org/x.pdf"]),
        ("https://a.example/c (accessed May 2)", ["https://a.example/c"]),
    ],
)
def test_addresses(text: str, urls: list[str]) -> None:
    assert [address.url for address in find_addresses(text)] == urls


def test_doi() -> None:
    assert find_doi("775-807, DOI:10.1080/1057610.")[2] == "10.1080/1057610"
    assert find_doi("vol. 10.5") is None


def test_clean_keeps_italics_apart() -> None:
    assert plain(clean("¹ Gul, *Dawn*,May 4, \\$5")) == "Gul, Dawn, May 4, $5"
    assert clean('^{15 &}quot;Mali," 3') == '"Mali," 3'


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Gul, Dawn, May 4", None),
        ('Gul, "A War," Dawn', "A War"),
        ("Gul, “Ties that ‘bind’?” Dawn", "Ties that ‘bind’?"),
        ("Gul, ‘The Guard’s Groups’ Practice’, Dawn", "The Guard’s Groups’ Practice"),
        ("Dupont, « La « paix » au Tchad », Revue", "La « paix » au Tchad"),
        ("Weber: „Die Miliz“, in: Archiv", "Die Miliz"),
        ("Gul, ``A War,'' Dawn", "A War"),
        ("Gul, \"Violence grows', *Reuters*", "Violence grows"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    found = find_title(clean(text))
    assert (found[2] if found else None) == title


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("S. Abiteboul, Title", None),
        ("Seeger, Title", None),
        ("See Gul, Title", "supports"),
        ("See also Gul, Title", "see-also"),
        ("But see Gul, Title", "contrasts"),
        ("Vgl. Weber, Titel", "contrasts"),
        ("As quoted in Gul, Title", "quoted-in"),
        ("For a contrary view, see Gul, Title", "contrasts"),
    ],
)
def test_signals(text: str, stance: str | None) -> None:
    found = take_signal(text)[1]
    assert (found.value if found else None) == stance


def test_imprints() -> None:
    assert split_imprint("London: Hurst") == ("London", "Hurst")
    assert split_imprint("London, Routledge") == ("London", "Routledge")
    assert split_imprint("Reaktion Books") == (None, "Reaktion Books")


def test_forms_that_lean_back() -> None:
    assert read_ibid("Ibid., pp. 12–14.").locator == "12–14"
    assert read_ibid("Idriss, Title, 2010") is None and read_ibid("Identity and War, 2010.") is None
    assert read_cited("Gul, *Place*, supra note 7, at 12").note == "7"
    assert read_cited("Gul, *Place* (Penguin, 2010).") is None
    assert read_bare(clean("Mir, *Nexus*, 24.")).title == "Nexus"
    assert read_bare(clean("Mir, *Nexus* (Verso, 2010), 24.")) is None


def test_the_labeller_reads_a_plain_entry() -> None:
    text = "Bello, I. (2011). Salt and rebellion in the delta. Journal of Coastal Studies, 12(3), 44-59."
    labels = load_labeller().label([word(text[a:b]) for a, b in words_of(text)])
    assert labels[:2] == ["author"] * 2 and labels[3:9] == ["title"] * 6 and labels[9:13] == ["container"] * 4


def test_broken_weights_are_told(tmp_path: Path) -> None:
    (tmp_path / "w.tsv").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"w\.tsv"):
        Labeller(tmp_path / "w.tsv")


@pytest.mark.parametrize(
    "text",
    [
        "A" * 3000 + "!",
        "Smith, " * 800,
        "Ibid." + " , ." * 800 + "x",
        "(" * 2000,
        '"a" ' * 1000,
        "*a*" * 900,
        "A and " * 900,
    ],
    ids=lambda text: text[:8],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    parse_reference(text)
    assert time.process_time() - start < 3


def test_benchmark(shared: Path) -> None:
    """The rows the weights were trained on: a floor that a broken rule would fall through."""
    file = shared / "benchmarks" / "references.jsonl"
    if not file.exists():
        pytest.skip("no benchmark here")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()][::8]
    rows = [row for row in rows if row["fields"].get("title")]

    def words(text: str) -> set[str]:
        return set(re.findall(r"\w+", text.casefold()))

    right = 0
    for row in rows:
        found = parse_reference(row["text"])
        got, wanted = words(found[0].csl.get("title", "") if found else ""), words(row["fields"]["title"][0])
        right += len(got & wanted) >= 0.8 * len(got | wanted)
    assert right / len(rows) > 0.94
