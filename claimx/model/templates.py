"""A small treebank of our own: made-up sentences in the manner of papers on war, with their trees.

The public treebanks hold few of the turns that matter here ("IS' January 20 assault on ...", "killing at
least ten"). Brackets are subtrees, `[label ... head/TAG ...]`; `form/TAG:label` is a
leaf; a word in capitals is a slot, filled at random with a seeded generator.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpora import Word

TEMPLATES = """
[ROOT [obl In/IN:case MY] ,/,:punct [nsubj G] pledged/VBD [obj allegiance/NN [nmod to/IN:case G]] ./.:punct]
[ROOT [obl In/IN:case MY] ,/,:punct [nsubj a/DT:det faction/NN [nmod of/IN:case G]] announced/VBD [obj its/PRP$:nmod:poss allegiance/NN [nmod to/IN:case G]] ./.:punct]
[ROOT [obl On/IN:case MD] ,/,:punct [nsubj G] attacked/VBD [obj a/DT:det PLACEN [nmod in/IN:case L]] ,/,:punct [advcl killing/VBG [obj NP]] ./.:punct]
[ROOT [obl On/IN:case MD] ,/,:punct [nsubj PEOPLE [acl:relcl [nsubj who/WP] belonged/VBD [obl to/IN:case G]]] stormed/VBD [obj the/DT:det PLACEN [nmod of/IN:case L]] ./.:punct]
[ROOT [nsubj [nmod:poss G S] [compound MD1] attack/NN [nmod on/IN:case a/DT:det PLACEN [nmod in/IN:case L]]] killed/VBD [obj NP] [cc and/CC] [conj injured/VBD [obj N/CD:nummod others/NNS]] ./.:punct]
[ROOT [nsubj [nmod:poss G S] [compound MD1] assault/NN [nmod on/IN:case L]] was/VBD:cop the/DT:det deadliest/JJS [nmod of/IN:case the/DT:det year/NN] ./.:punct]
[ROOT [nsubj The/DT:det killing/NN [nmod of/IN:case P] [nmod by/IN:case G]] led/VBD [obl to/IN:case reprisals/NNS [nmod against/IN:case PEOPLE]] ./.:punct]
[ROOT [obl In/IN:case MY] [nsubj G] took/VBD [obj control/NN [nmod of/IN:case L]] ./.:punct]
[ROOT [nsubj P] founded/VBD [obj G] [obl in/IN:case MY] [obl after/IN:case his/PRP$:nmod:poss split/NN [nmod from/IN:case G]] ./.:punct]
[ROOT [nsubj:pass NP] were/VBD:aux:pass killed/VBN [obl:agent by/IN:case G] [obl in/IN:case L] [obl on/IN:case MD] ./.:punct]
[ROOT [nsubj:pass NP] were/VBD:aux:pass killed/VBN [obl in/IN:case an/DT:det attack/NN [nmod on/IN:case the/DT:det PLACEN]] [obl in/IN:case L] ./.:punct]
[ROOT [nsubj:pass P ,/,:punct [appos the/DT:det leader/NN [nmod of/IN:case G]] ,/,:punct] was/VBD:aux:pass executed/VBN [obl:agent by/IN:case G] [obl in/IN:case MY] ./.:punct]
[ROOT [nsubj:pass [nmod:poss G S] leader/NN ,/,:punct [appos P] ,/,:punct] was/VBD:aux:pass captured/VBN [obl in/IN:case L] ./.:punct]
[ROOT [nsubj G [cc and/CC] [conj G]] merged/VBD [obl in/IN:case MY] [xcomp to/TO:mark form/VB [obj G]] ./.:punct]
[ROOT [nsubj G ,/,:punct [conj G] [conj and/CC:cc G]] clashed/VBD [obl near/IN:case L] ./.:punct]
[ROOT [nsubj G] claimed/VBD [obj responsibility/NN [nmod for/IN:case the/DT:det attack/NN]] ./.:punct]
[ROOT [nsubj G [cc nor/CC] [conj G]] Neither/CC:cc claimed/VBD [obj responsibility/NN [nmod for/IN:case the/DT:det bombing/NN]] ./.:punct]
[ROOT [nsubj No/DT:det group/NN] claimed/VBD [obj responsibility/NN] ./.:punct]
[ROOT [nsubj G] has/VBZ:aux never/RB:advmod pledged/VBN [obj allegiance/NN [nmod to/IN:case G]] ./.:punct]
[ROOT [nsubj P] refused/VBD [xcomp to/TO:mark join/VB [obj G]] ./.:punct]
[ROOT [nsubj PEOPLE [nmod of/IN:case G]] agreed/VBD [xcomp to/TO:mark join/VB [obj G]] [obl in/IN:case MY] ./.:punct]
[ROOT [nsubj G ,/,:punct [acl:relcl [nsubj which/WDT] has/VBZ [obj [nummod between/IN:advmod N [cc and/CC] [conj N]] fighters/NNS]] ,/,:punct] is/VBZ:cop based/JJ [obl in/IN:case L] ./.:punct]
[ROOT [nsubj:pass The/DT:det attack/NN] was/VBD:aux:pass claimed/VBN [obl:agent by/IN:case G] ./.:punct]
[ROOT [nsubj PEOPLE [acl:relcl [nsubj who/WP] attacked/VBD [obj the/DT:det PLACEN]]] fled/VBD [obl to/IN:case L] ./.:punct]
[ROOT [nsubj The/DT:det men/NNS [acl:relcl [nsubj that/WDT] joined/VBD [obj G]]] returned/VBD ./.:punct]
[ROOT [nsubj:pass G] is/VBZ:aux:pass estimated/VBN [xcomp to/TO:mark have/VB [obj NP]] ./.:punct]
[ROOT [obl By/IN:case MY] ,/,:punct [nsubj G] had/VBD:aux grown/VBN [obl to/IN:case NP] ./.:punct]
[ROOT [nsubj NP [nmod of/IN:case G]] defected/VBD [obl to/IN:case G] [obl after/IN:case the/DT:det death/NN [nmod of/IN:case P]] ./.:punct]
[ROOT [nsubj P] ,/,:punct [advcl backed/VBN [obl:agent by/IN:case G]] ,/,:punct left/VBD [obj G] [cc and/CC] [conj founded/VBD [obj G]] [obl in/IN:case MY] ./.:punct]
[ROOT [nsubj PEOPLE [acl loyal/JJ [obl to/IN:case P]]] fought/VBD [obj G] [obl for/IN:case control/NN [nmod of/IN:case L]] ./.:punct]
[ROOT [nsubj G ,/,:punct [acl:relcl [nsubj which/WDT] split/VBD [obl from/IN:case G] [obl in/IN:case MY]] ,/,:punct] carried/VBD [compound:prt out/RP] [obj NA [nmod in/IN:case L]] ./.:punct]
[ROOT [nsubj G] carried/VBD [compound:prt out/RP] [obj NA] [obl between/IN:case MY [cc and/CC] [conj MY]] ,/,:punct [advcl killing/VBG [obj NP]] ./.:punct]
[ROOT [obl During/IN:case the/DT:det battle/NN [nmod of/IN:case L]] ,/,:punct [nsubj G] lost/VBD [obj NP] ./.:punct]
[ROOT [nsubj A/DT:det suicide/NN:compound bomber/NN [nmod from/IN:case G]] detonated/VBD [obj his/PRP$:nmod:poss vest/NN] [obl outside/IN:case a/DT:det PLACEN [nmod in/IN:case L]] ,/,:punct [advcl killing/VBG [obj NP]] ./.:punct]
[ROOT [nsubj G [cc and/CC] [conj its/PRP$:nmod:poss allies/NNS]] took/VBD [obj control/NN [nmod of/IN:case L]] [obl in/IN:case MY] ./.:punct]
[ROOT [nsubj The/DT:det group/NN] ,/,:punct [acl led/VBN [obl:agent by/IN:case P]] ,/,:punct broke/VBD [advmod away/RB] [obl from/IN:case G] ./.:punct]
[ROOT [nsubj Fighting/NN [nmod between/IN:case G [cc and/CC] [conj G]]] killed/VBD [obj NP] [obl in/IN:case MY] ./.:punct]
"""

# Slots. A name is a bracket too; `S` is the possessive mark, which follows the name before it.
GROUPS = """
al-Shabaab/NNP|IS/NNP|ISIS/NNP|IS-K/NNP|TTP/NNP|JNIM/NNP|M23/NNP|FARC/NNP|LRA/NNP|ISWAP/NNP|Hezbollah/NNP|al-Qaeda/NNP
the/DT:det Taliban/NNP|the/DT:det TTP/NNP|the/DT:det Houthis/NNPS|the/DT:det rebels/NNS|the/DT:det militants/NNS|the/DT:det group/NN
Boko/NNP Haram/NNP:flat|Ansar/NNP al-Haqq/NNP:flat|Jaysh/NNP al-Nasr/NNP:flat|Hay'at/NNP Tahrir/NNP:flat al-Sham/NNP:flat
A/NNP|A/NNP|the/DT:det A/NNP|al-Z/NNP|Z/NNP al-Z/NNP:flat|Ansar/NNP al-Z/NNP:flat|Z/NNP Z/NNP:flat|Z/NNP|the/DT:det Z/NNP
Jund/NNP Allah/NNP:flat|Katibat/NNP al-Hijra/NNP:flat|Lashkar-e-Noor/NNP|Jamaat-ul-Haq/NNP|Harakat/NNP al-Sunna/NNP:flat
the/DT:det Islamic/NNP:amod State/NNP|the/DT:det National/NNP:amod Liberation/NNP:compound Army/NNP|the/DT:det X/NNP:compound Liberation/NNP:compound Front/NNP
the/DT:det People's/NNP:compound Defence/NNP:compound Units/NNPS|the/DT:det X/NNP:compound Resistance/NNP:compound Movement/NNP
the/DT:det Popular/NNP:amod Front/NNP [nmod for/IN:case the/DT:det Liberation/NNP [nmod of/IN:case X/NNP]]
the/DT:det Syrian/JJ:amod army/NN|government/NN:compound forces/NNS|the/DT:det Iraqi/JJ:amod Army/NNP|security/NN:compound forces/NNS
"""
PERSONS = """
Abu/NNP Khalid/NNP:flat|Mullah/NNP:compound Omar/NNP|Hassan/NNP al-Masri/NNP:flat|Abdul/NNP Rahman/NNP:flat Khan/NNP:flat|Joseph/NNP Okello/NNP:flat
Abu/NNP Z/NNP:flat|Z/NNP Z/NNP:flat|Z/NNP al-Z/NNP:flat|Z/NNP|Abu/NNP Z/NNP:flat al-Z/NNP:flat|Z/NNP bin/NNP:flat Z/NNP:flat
Abu/NNP Bakr/NNP:flat al-Iraqi/NNP:flat|commander/NN:compound Hafiz/NNP Saeed/NNP:flat|Ibrahim/NNP|General/NNP:compound Mbeki/NNP
"""
PLACES = """
X/NNP|X/NNP|northern/JJ:amod X/NNP|X/NNP:compound province/NN|X/NNP ,/,:punct [appos Y/NNP]|the/DT:det city/NN [nmod of/IN:case X/NNP]
the/DT:det X/NNP:compound district/NN|X/NNP:compound State/NNP|eastern/JJ:amod X/NNP|Deir/NNP ez-Zor/NNP:flat
"""
NAMES = [
    "Mosul",
    "Nangarhar",
    "Kivu",
    "Idlib",
    "Borno",
    "Kunar",
    "Mali",
    "Somalia",
    "Yemen",
    "Ituri",
    "Aleppo",
    "Raqqa",
    "Mindanao",
    "Helmand",
    "Sinai",
    "Puntland",
    "Gao",
    "Tigray",
    "Kashmir",
    "Donbas",
]
FILLERS = {
    "PEOPLE": "fighters/NNS|militants/NNS|gunmen/NNS|rebels/NNS|soldiers/NNS|armed/VBN:amod men/NNS|local/JJ:amod tribesmen/NNS",
    "PLACEN": "prison/NN|military/JJ:amod base/NN|mosque/NN|police/NN:compound station/NN|market/NN|army/NN:compound checkpoint/NN|village/NN",
    "NP": (
        "N/CD:nummod soldiers/NNS|[nummod [nmod at/IN:case least/JJS] N] people/NNS|[nummod [advmod more/JJR [fixed than/IN]] N] civilians/NNS|W/CD:nummod people/NNS"
        "|[nummod around/RB:advmod N] fighters/NNS|dozens/NNS [nmod of/IN:case civilians/NNS]|[nummod some/RB:advmod N] militants/NNS"
        "|N/CD:nummod members/NNS|N/CD:nummod people/NNS ,/,:punct [nmod including/VBG:case W/CD:nummod children/NNS] ,/,:punct"
    ),
    "NA": "N/CD:nummod attacks/NNS|W/CD:nummod bombings/NNS|several/JJ:amod attacks/NNS|N/CD:nummod operations/NNS",
}  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SMALL = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
]


def template_sentences(count: int, seed: int) -> Iterator[list[Word]]:
    """Yield `count` sentences with tags, heads and labels, each template in turn."""
    rng = random.Random(seed)
    rows = TEMPLATES.strip().splitlines()
    for i in range(count):
        words: list[Word] = []
        _expand(rows[i % len(rows)][1:-1].split(" ", 1)[1], "ROOT", words, rng)
        if words[0].form.islower():
            words[0] = replace(words[0], form=words[0].form.capitalize())
        yield words


def _expand(text: str, dep: str, out: list[Word], rng: random.Random) -> int:
    """Append the words of a bracket's inside; give the place of its head, which gets `dep` and no head yet."""
    children: list[int] = []
    head = -1
    for item in _items(text):
        if item[0] == "[":
            label, inside = item[1:-1].split(" ", 1)
            children.append(_expand(inside, label, out, rng))
        elif item in SLOTS:
            start = len(out)
            head = _expand(SLOTS[item](rng), dep, out, rng)
            if item in MARKS:
                MARKS[item](out, start)
        elif item == "S":
            bare = out[-1].form.lower().endswith("s") and rng.random() < 0.6
            out.append(Word("'" if bare else "'s", tag="POS", dep="case"))
            children.append(len(out) - 1)
        else:
            form, tag = item.rsplit("/", 1)
            tag, _, label = tag.partition(":")
            out.append(Word(_fill(form, rng), tag=tag, dep=label or dep))
            if label:
                children.append(len(out) - 1)
            else:
                head = len(out) - 1
    for child in children:
        out[child] = replace(out[child], head=head)
    out[head] = replace(out[head], dep=dep, head=head)
    return head


def _items(text: str) -> Iterator[str]:
    """Split at the spaces that stand outside brackets."""
    depth, start = 0, 0
    for i, char in enumerate(text + " "):
        depth += (char == "[") - (char == "]")
        if char == " " and depth == 0:
            if i > start:
                yield text[start:i]
            start = i + 1


def _fill(form: str, rng: random.Random) -> str:
    if form in {"X", "Y"}:
        return rng.choice(NAMES) if rng.random() < 0.5 else _name(rng)
    if form == "A":
        return "".join(rng.choice("ABCDEFGHIJKLMNPQRSTUW") for _ in range(rng.randint(2, 5)))
    if "Z" in form and form != "ez-Zor":
        return form.replace("Z", _name(rng))
    if form == "N":
        return _number(rng)
    return rng.choice(SMALL) if form == "W" else form


def _name(rng: random.Random) -> str:
    """A made-up proper name: "Karuma", "Delshan"."""
    syllables = [
        "ka",
        "ru",
        "ma",
        "del",
        "shan",
        "bo",
        "ri",
        "zan",
        "to",
        "lu",
        "mir",
        "sa",
        "gha",
        "ni",
        "du",
        "bar",
        "khe",
        "wa",
        "or",
        "tin",
    ]
    return "".join(rng.choice(syllables) for _ in range(rng.randint(2, 3))).capitalize()


def _number(rng: random.Random) -> str:
    return rng.choice(
        [str(rng.randint(3, 400)), f"{rng.randint(1, 40)},{rng.randint(0, 9)}00", f"{rng.randint(1, 30)},000"]
    )


def _one(rows: str):
    return lambda rng: rng.choice([r for line in rows.strip().splitlines() for r in line.split("|")])


def _mark(out: list[Word], start: int, end: int, label: str) -> None:
    for i in range(start, end):
        out[i] = replace(out[i], ent=("B-" if i == start else "I-") + label)


def _mark_runs(label: str) -> Callable[[list[Word], int], None]:
    """Every run of proper nouns since `start` is a `label`; a title before a person's name is not."""

    def mark(out: list[Word], start: int) -> None:
        proper = [w.tag == "NNP" and not (label == "PERSON" and w.dep == "compound") for w in out]
        for i in range(start, len(out)):
            if proper[i]:
                out[i] = replace(out[i], ent=("I-" if i > start and proper[i - 1] else "B-") + label)

    return mark


def _mark_group(out: list[Word], start: int) -> None:
    """From the first word after "the" to the last proper noun; of "the Syrian army" only the NORP."""
    if out[start].form == "the":
        start += 1
    proper = [i for i in range(start, len(out)) if out[i].tag in {"NNP", "NNPS"}]
    if proper:
        _mark(out, start, proper[-1] + 1, "ORG")
    elif out[start].form[0].isupper():
        _mark(out, start, start + 1, "NORP")


MARKS = {
    "G": _mark_group, "P": _mark_runs("PERSON"), "L": _mark_runs("LOC"),
    **{slot: lambda out, start: _mark(out, start, len(out), "DATE") for slot in ("MY", "MD", "MD1")},
}  # fmt: skip
SLOTS = {
    "G": _one(GROUPS), "P": _one(PERSONS), "L": _one(PLACES),
    "N": lambda rng: f"{_number(rng)}/CD",
    "MY": lambda rng: f"{rng.choice(MONTHS)}/NNP [nmod {rng.randint(1985, 2025)}/CD]" if rng.random() < 0.8 else f"{rng.randint(1985, 2025)}/CD",
    "MD": lambda rng: f"[nmod {rng.choice(MONTHS)}/NNP] {rng.randint(1, 28)}/CD" + (f" ,/,:punct [nmod {rng.randint(1985, 2025)}/CD]" if rng.random() < 0.4 else ""),
    "MD1": lambda rng: f"[nmod {rng.choice(MONTHS)}/NNP] {rng.randint(1, 28)}/CD" if rng.random() < 0.7 else f"{rng.choice(MONTHS)}/NNP [nmod {rng.randint(1985, 2025)}/CD]",
    **{name: _one(rows) for name, rows in FILLERS.items()},
}  # fmt: skip
