"""One spelling for many."""

from __future__ import annotations

import pytest

from claimx.mentions.folding import acronym_key, alias_key, fold_word, is_acronym


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamas", "Hama"),
        ("FATA", "Fatah"),
        ("Islamic State", "Islamic Front"),
        ("National Liberation Front", "National Liberation Army"),
        ("Jaish al-Islam", "Jaish al-Adl"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert alias_key(one) != alias_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tehrik-e-Taliban Pakistan", "Tehreek-i-Taliban Pakistan"),
        ("Tehrik-e-Taliban Pakistan", "Tahrik-ul Taliban Pakistan"),
        ("Jamaat-ul-Ahrar", "Jama’at ul Ahrar"),
        ("Lashkar-e-Taiba", "Lashkar-i-Tayyiba"),
        ("Hizb-ul-Mujahideen", "Hizbul Mujahidin"),
        ("Baluch Liberation Army", "Baloch Liberation Army"),
        ("Jaish-e-Mohammed", "Jaysh-e-Muhammad"),
        ("Kata'ib Hezbollah", "Kataib Hizballah"),
        ("al-Qaeda", "al-Qa'ida"),
        ("Al-Shabaab", "al-Shabab"),
        ("Ulster Defence Association", "Ulster Defense Association"),
        ("Polisario Front", "the Polisario Front"),
    ],
)
def test_spellings_meet(one, other):
    assert alias_key(one) == alias_key(other)


@pytest.mark.parametrize("word", ["TTP", "LeT", "JuA", "M23", "17N", "IS-K", "FARC-EP", "NMDs", "R&AW"])
def test_acronyms(word):
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["Iraq", "Front", "12", "A", "McAdam", "the"])
def test_no_acronyms(word):
    assert not is_acronym(word)


def test_hyphens_do_not_make_another_acronym():
    assert acronym_key("IS-K") == acronym_key("ISK") and acronym_key("DHKP/C") == acronym_key("DHKP-C")


def test_fine_keys_tell_short_names_apart():
    assert fold_word("Qaeda") == fold_word("Qaida") != fold_word("Quds")
