"""Trees as a parser gets them wrong, and how each is put right; trees that must stay as they are stand first."""

from __future__ import annotations

import pytest

from claimx.syntax.mend import mend
from tests.syntax.trees import tree

RIGHT = [
    "Rebels/NNS/nsubj>2 fled/VBD/ROOT>0 ././punct>2",
    "The/DT/det>2 army/NN/nsubj>3 left/VBD/ROOT>0 the/DT/det>5 town/NN/obj>3 ././punct>3",
    "Renamo/NNP/nsubj>2 denied/VBD/ROOT>0 it/PRP/obj>2 and/CC/cc>5 fled/VBD/conj>2 ././punct>2",
    "He/PRP/nsubj>2 saw/VBD/ROOT>0 the/DT/det>4 front/NN/obj>2 which/WDT/obj>7 Algeria/NNP/nsubj>7 arms/VBZ/acl:relcl>4",
    "In/IN/case>2 1998/CD/obl>5 ,/,/punct>2 rebels/NNS/nsubj>5 left/VBD/ROOT>0 the/DT/det>7 front/NN/obj>5",
    "In/IN/case>2 Sudan/NNP/obl>6 ,/,/punct>2 the/DT/det>5 JEM/NNP/nsubj>6 fought/VBD/ROOT>0",
    "Troops/NNS/nsubj:pass>3 were/VBD/aux:pass>3 sent/VBN/ROOT>0 ,/,/punct>6 and/CC/cc>6 stayed/VBD/conj>3",
    "GAM/NNP/nsubj>4 ,/,/punct>4 it/PRP/nsubj>4 said/VBD/ROOT>0 ,/,/punct>7 and/CC/cc>7 signed/VBD/conj>4",
    "It/PRP/nsubj>2 fled/VBD/ROOT>0 ;/:/punct>6 and/CC/cc>6 others/NNS/nsubj>6 died/VBD/conj>2",
    "The/DT/det>4 newly/RB/advmod>3 armed/VBN/amod>4 rebels/NNS/nsubj>5 fled/VBD/ROOT>0",
    "A/DT/det>3 united/VBN/amod>3 front/NN/ROOT>0 of/IN/case>5 rebels/NNS/nmod>3",
]
# (tree, word, its label once mended, the word it then hangs on; "" for the root)
WRONG = [
    pytest.param(
        "The/DT/det>4 FLN/NNP/nsubj>3 absorbed/VBD/ROOT>0 Messali/NNP/nmod:poss>6 's/POS/case>4 men/NNS/obj>3",
        "The", "det", "FLN",
        id="an article behind the verb",
    ),
    pytest.param(
        "Jalal/NNP/amod>3 's/POS/case>1 quarrel/NN/nsubj>4 dated/VBD/ROOT>0 from/IN/case>6 1964/CD/obl>4",
        "Jalal", "nmod:poss", "quarrel",
        id="an owner taken for an adjective",
    ),
    pytest.param(
        "In/IN/case>2 March/NNP/obl>8 2017/CD/nmod>2 MUJAO/NNP/nmod>2 and/CC/cc>7 a/DT/det>7 band/NN/nsubj>8 merged/VBD/ROOT>0",
        "MUJAO", "nsubj", "merged",
        id="a subject behind a fronted date",
    ),
    pytest.param(
        "Selka/NNP/nsubj>11 ,/,/punct>4 a/DT/det>4 coalition/NN/appos>1 of/IN/case>6 CPJP/NNP/nmod>4 and/CC/cc>8 CPSK/NNP/conj>1 "
        ",/,/punct>1 then/RB/advmod>11 won/VBD/ROOT>0",
        "CPSK", "conj", "CPJP",
        id="a member taken for a second subject",
    ),
    pytest.param(
        "It/PRP/nsubj>2 refused/VBD/ROOT>0 to/TO/mark>4 join/VB/xcomp>2 them/PRP/obj>4 and/CC/cc>7 kept/VBD/conj>4 links/NNS/obj>7",
        "kept", "conj", "refused",
        id="a finite verb beside an infinitive",
    ),
    pytest.param(
        "It/PRP/nsubj>2 fought/VBD/ROOT>0 MTA/NNP/obj>2 ,/,/punct>8 from/IN/case>6 which/WDT/nmod>8 the/DT/det>8 Shan/NNPS/nsubj>9 seceded/VBD/advcl>2",
        "seceded", "acl:relcl", "MTA",
        id="a relative clause behind a preposition",
    ),
    pytest.param(
        "Frolinat/NNP/nsubj>3 ,/,/punct>3 founded/VBD/advcl>7 in/IN/case>5 1966/CD/obl>3 ,/,/punct>3 fell/VBD/ROOT>0 apart/RB/advmod>7",
        "Frolinat", "nsubj", "fell",
        id="a participle that took the subject",
    ),
    pytest.param(
        "Bandits/NNS/ROOT>0 entered/VBN/acl>1 into/IN/case>5 a/DT/det>5 pact/NN/obl>2 ././punct>1",
        "entered", "ROOT", "",
        id="the only verb",
    ),
    pytest.param(
        "Front/NNP/ROOT>0 and/CC/cc>5 Guard/NNP/nsubj>5 were/VBD/cop>5 enemies/NNS/conj>1 ././punct>1",
        "Guard", "conj", "Front",
        id="a predicate taken for a conjunct",
    ),
    pytest.param(
        "In/IN/case>3 1998/CD/nummod>3 Hattab/NNP/obl>8 ,/,/punct>6 a/DT/det>6 commander/NN/nsubj>8 ,/,/punct>3 left/VBD/ROOT>0 the/DT/det>10 GIA/NNP/obj>8",
        "Hattab", "nsubj", "left",
        id="a name that a year took along",
    ),
    pytest.param(
        "In/IN/case>2 Sudan/NNP/obl>7 ,/,/punct>4 JEM/NNP/nmod>2 and/CC/cc>6 SLM/NNP/conj>4 joined/VBD/ROOT>0 it/PRP/obj>7",
        "JEM", "nsubj", "joined",
        id="a subject behind a fronted place",
    ),
    pytest.param(
        "Alliance/NNP/nsubj>9 ,/,/punct>3 comprising/VBG/acl>1 MNDAA/NNP/obj>3 ,/,/punct>6 TNLA/NNP/conj>1 and/CC/cc>8 AA/NNP/conj>6 met/VBD/ROOT>0",
        "TNLA", "conj", "MNDAA",
        id="a list that goes on from its first member",
    ),
    pytest.param(
        "Rebels/NNS/nsubj>3 ,/,/punct>3 estimated/VBN/ROOT>0 at/IN/case>5 1,500/CD/obl>3 ,/,/punct>7 operate/VBP/conj>3 there/RB/advmod>7",
        "operate", "ROOT", "",
        id="a participle between commas for a root",
    ),
    pytest.param(
        "GAM/NNP/nsubj>6 ,/,/punct>5 whose/WP$/nmod:poss>5 armed/VBN/amod>5 wing/NN/appos>1 numbered/VBD/ROOT>0 some/DT/det>8 "
        "3,000/CD/obl>6 ,/,/punct>10 signed/VBD/advcl>6 a/DT/det>12 pact/NN/obj>10",
        "signed", "ROOT", "",
        id="the verb behind a clause with whose",
    ),
    pytest.param(
        "It/PRP/nsubj>2 seized/VBD/ROOT>0 Cross/NNP/obj>2 ;/:/punct>6 others/NNS/nsubj>6 abducted/VBD/parataxis>2 Laporte/NNP/obj>6 "
        "and/CC/cc>9 murdered/VBD/conj>2 him/PRP/obj>9",
        "murdered", "conj", "abducted",
        id="a second verb behind a semicolon",
    ),
    pytest.param(
        "Rebels/NNS/ROOT>0 in/IN/case>6 Palestine/NNP/compound>6 attacked/VBD/amod>6 British/JJ/amod>6 troops/NNS/nmod>1 "
        "and/CC/cc>8 camps/NNS/conj>6",
        "attacked", "ROOT", "",
        id="the only past form for a modifier",
    ),
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_right_trees_stay(text):
    parse = tree(text)
    before = [(w.tag, w.dep, w.head) for w in parse.words]
    mend(parse.words)
    assert [(w.tag, w.dep, w.head) for w in parse.words] == before


@pytest.mark.parametrize(("text", "form", "dep", "head"), WRONG)
def test_wrong_trees_are_mended(text, form, dep, head):
    parse = tree(text)
    mend(parse.words)
    word = next(w for w in parse.words if w.text == form)
    above = parse.words[word.head].text if word.head != word.i else ""
    assert (word.dep, above) == (dep, head)


@pytest.mark.parametrize("text", [*RIGHT, *(p.values[0] for p in WRONG)])
def test_every_word_reaches_the_root(text):
    parse = tree(text)
    mend(parse.words)
    for word in parse.words:
        seen, i = set(), word.i
        while parse.words[i].head != i:
            assert i not in seen
            seen.add(i)
            i = parse.words[i].head
