"""Every printed form of a lemma."""

from __future__ import annotations

import pytest

from claimx.syntax.inflect import IRREGULAR, PLURALS, noun_forms, verb_forms

VERBS = [
    ("attack", ("attack", "attacks", "attacked", "attacking")), ("ambush", ("ambush", "ambushes", "ambushed", "ambushing")),
    ("seize", ("seize", "seizes", "seized", "seizing")), ("bury", ("bury", "buries", "buried", "burying")), ("destroy", ("destroy", "destroys", "destroyed", "destroying")),
    ("shoot", ("shoot", "shoots", "shot", "shooting")), ("slay", ("slay", "slays", "slew", "slain", "slaying")), ("split", ("split", "splits", "splitting")),
    ("carry out", ("carry out", "carries out", "carried out", "carrying out")), ("set fire", ("set fire", "sets fire", "setting fire")),
    ("bomb", ("bomb", "bombs", "bombed", "bombing")), ("kidnap", ("kidnap", "kidnaps", "kidnapped", "kidnaped", "kidnapping")),
]  # fmt: skip
NOUNS = [
    ("massacre", ("massacre", "massacres")), ("ally", ("ally", "allies")), ("convoy", ("convoy", "convoys")), ("ambush", ("ambush", "ambushes")), ("gunman", ("gunman", "gunmen")),
    ("tribesman", ("tribesman", "tribesmen")), ("personnel", ("personnel",)), ("troops", ("troops",)), ("car bomb", ("car bomb", "car bombs")),
    ("fisherman", ("fisherman", "fishermen")), ("child", ("child", "children")),
]  # fmt: skip


@pytest.mark.parametrize(("lemma", "forms"), VERBS)
def test_verb_forms(lemma, forms):
    assert verb_forms(lemma) == forms


@pytest.mark.parametrize(("lemma", "forms"), NOUNS)
def test_noun_forms(lemma, forms):
    assert noun_forms(lemma) == forms


@pytest.mark.xfail(strict=True, reason="the plural goes to the last word, not to the head")
def test_the_head_of_a_phrase_takes_the_plural():
    assert "men under arms" in noun_forms("man under arms")


@pytest.mark.parametrize("lemma", ["agree", "free", "disagree"])
def test_a_double_e_stays(lemma):
    assert f"{lemma}ing" in verb_forms(lemma)


@pytest.mark.parametrize("lemma", sorted(IRREGULAR))
def test_irregular_verbs_have_an_ing_form(lemma):
    if lemma != "be":
        assert any(form.endswith("ing") for form in IRREGULAR[lemma]), lemma
        assert lemma not in IRREGULAR[lemma]


def test_plurals_change_something_or_are_plural_already():
    for one, many in PLURALS.items():
        assert noun_forms(one)[-1] == many
