"""The language pipeline: loading, tokens, one sentence a text, labels."""

import subprocess
import sys

import pytest

from claimx.errors import ModelError
from claimx.nlp import KEPT_SUBTYPES, load_nlp, normalize_dep, parse_sentences


@pytest.fixture(scope="module")
def nlp():
    return load_nlp()


def parsed(nlp, *texts):
    return list(parse_sentences(nlp, texts))


def arcs(doc):
    return {(t.text, t.dep_, t.head.text) for t in doc}


def test_importing_the_module_does_not_import_spacy():
    code = "import sys, claimx.nlp; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


@pytest.mark.parametrize(
    "text, tokens",
    [
        ("IS-K killed al-Qaeda's men.", ["IS-K", "killed", "al-Qaeda", "'s", "men", "."]),
        ("Hay’at Tahrir al-Sham’s 12-year-old", ["Hay’at", "Tahrir", "al-Sham", "’s", "12-year-old"]),
        ("IS' January 20 assault", ["IS", "'", "January", "20", "assault"]),
        ("7-8 or 7,000–10,000 men", ["7", "-", "8", "or", "7,000", "–", "10,000", "men"]),
        ("“fighters”—all of them", ["“", "fighters", "”", "—", "all", "of", "them"]),
        ("Lt. Col. Khan et al. (No. 5)", ["Lt.", "Col.", "Khan", "et", "al.", "(", "No.", "5", ")"]),
        ("the group (ISKP), and/or AQ", ["the", "group", "(", "ISKP", ")", ",", "and", "/", "or", "AQ"]),
        ("Côte d'Ivoire can't", ["Côte", "d'Ivoire", "ca", "n't"]),
    ],
)
@pytest.mark.parametrize("mode", ["bundled", "rules"])
def test_tokens_are_the_same_in_every_mode(mode, text, tokens):
    assert [t.text for t in load_nlp(mode).make_doc(text)] == tokens


def test_loaded_once():
    assert load_nlp() is load_nlp()


def test_rules_mode_has_no_components():
    assert load_nlp("rules").pipe_names == []


def test_the_bundled_pipeline_has_what_claimx_needs(nlp):
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert set(nlp.get_pipe("ner").labels) == {"PERSON", "ORG", "LOC", "NORP", "DATE"}
    assert set(nlp.get_pipe("parser").labels) >= KEPT_SUBTYPES


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "/no/such/folder", "."])
def test_a_pipeline_that_is_not_there_is_told_in_one_line(name):
    with pytest.raises(ModelError) as caught:
        load_nlp(name)
    assert "\n" not in str(caught.value) and name in str(caught.value)


def test_a_missing_component_is_named(tmp_path):
    import spacy

    poor = spacy.blank("en")
    poor.add_pipe("tagger").add_label("NN")
    poor.initialize()
    poor.to_disk(tmp_path / "poor")
    with pytest.raises(ModelError, match=r"has no parser, no ner: .*--model") as caught:
        load_nlp(str(tmp_path / "poor"))
    assert "\n" not in str(caught.value)


def test_each_text_is_one_sentence_whatever_stands_in_it(nlp):
    texts = ["He fled. They died.", "Kabul: ten dead", "", "“Stop!” she said. (No one did.)"]
    docs = parsed(nlp, *texts)
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        assert len(list(doc.sents)) <= 1
        assert sum(t.dep_ == "ROOT" for t in doc) <= 1


def test_the_same_text_is_parsed_alike_alone_and_in_a_batch(nlp):
    text = "The Taliban pledged to join al-Shabaab, but its leader refused."
    (alone,) = parsed(nlp, text)
    batch = parsed(nlp, *["Fifty soldiers were killed in Mosul."] * 40, text, "A short one.")[40]
    assert [(t.tag_, t.dep_, t.head.i) for t in alone] == [(t.tag_, t.dep_, t.head.i) for t in batch]
    assert [(e.text, e.label_) for e in alone.ents] == [(e.text, e.label_) for e in batch.ents]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "The rebels attacked the village.",
            {("rebels", "nsubj", "attacked"), ("village", "obj", "attacked")},
        ),
        (
            "Three soldiers were killed by the militants.",
            {
                ("soldiers", "nsubj:pass", "killed"),
                ("were", "aux:pass", "killed"),
                ("militants", "obl:agent", "killed"),
            },
        ),
        (
            "The group’s fighters retreated to Syria.",
            {("group", "nmod:poss", "fighters"), ("Syria", "obl", "retreated")},
        ),
        ("The men who attacked the base fled.", {("attacked", "acl:relcl", "men"), ("men", "nsubj", "fled")}),
        (
            "The faction agreed to join the alliance.",
            {("join", "xcomp", "agreed"), ("alliance", "obj", "join")},
        ),
        ("Troops and police captured him.", {("police", "conj", "Troops"), ("Troops", "nsubj", "captured")}),
    ],
)
def test_roles_in_plain_sentences(nlp, text, wanted):
    (doc,) = parsed(nlp, text)
    assert wanted <= arcs(doc)


def test_names_in_a_plain_sentence(nlp):
    (doc,) = parsed(
        nlp,
        "In March 2014, Abdul Rahman of the National Liberation Army visited Pakistan with German officers.",
    )
    found = {(e.text, e.label_) for e in doc.ents}
    assert {
        ("March 2014", "DATE"),
        ("Abdul Rahman", "PERSON"),
        ("Pakistan", "LOC"),
        ("German", "NORP"),
    } <= found
    assert any("National Liberation Army" in text and label == "ORG" for text, label in found)


@pytest.mark.parametrize(
    "label, same",
    [
        ("nsubjpass", "nsubj:pass"), ("auxpass", "aux:pass"), ("dobj", "obj"), ("poss", "nmod:poss"),
        ("relcl", "acl:relcl"), ("prt", "compound:prt"), ("obl:tmod", "obl"), ("nsubj", "nsubj"),
        ("ROOT", "ROOT"), ("root", "ROOT"), ("obl:agent", "obl:agent"), ("nmod:desc", "nmod"),
    ],
)  # fmt: skip
def test_labels_come_to_one_vocabulary(label, same):
    assert normalize_dep(label) == same
    assert normalize_dep(same) == same
