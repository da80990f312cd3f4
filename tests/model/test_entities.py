"""NER corpora to documents: one label scheme, and silence where a corpus is silent."""

import entities
from corpora import Word
from spacy.vocab import Vocab


def words(text, **ents):
    return [Word(form, ent=ents.get(form.strip(".,"), "O")) for form in text.split()]


def ents(sentence):
    return [w.ent for w in sentence]


def test_labels_are_mapped_and_demonyms_are_norp_everywhere():
    row = words("German troops left Berlin.", **{"German": "B-LOC", "Berlin": "B-LOC"})
    assert ents(entities.map_ner(row, "redocred_ner")) == ["B-NORP", "O", "O", "B-LOC"]
    assert ents(entities.map_ner(words("German troops left"), "uner_ewt")) == ["B-NORP", "O", "O"]


def test_a_demonym_inside_a_longer_name_is_left_alone():
    row = words("German Army", German="B-ORG", Army="I-ORG")
    assert ents(entities.map_ner(row, "wikigold")) == ["B-ORG", "I-ORG"]


def test_dates_are_unknown_where_a_corpus_does_not_mark_them():
    row = words("On 5 March 2014 he left in 2015")
    assert ents(entities.map_ner(row, "wikigold")) == ["O", "-", "-", "-", "O", "O", "O", "-"]
    assert ents(entities.map_ner(row, "redocred_ner")) == ["O"] * 8


def test_glue_joins_what_the_corpus_split():
    row = [Word("Ho", ent="B-ORG"), Word("-", ent="I-ORG"), Word("Chunk", ent="I-ORG"), Word("men")]
    assert [(w.form, w.ent) for w in entities.glue(row, "redocred_ner")] == [
        ("Ho-Chunk", "B-ORG"),
        ("men", "O"),
    ]
    assert entities.glue(row, "wikigold") == row


def test_a_token_that_is_a_name_in_part_is_unknown():
    row = [Word("Paris", ent="B-LOC"), Word("-"), Word("based"), Word("men")]
    assert [(w.form, w.ent) for w in entities.glue(row, "redocred_ner")] == [
        ("Paris-based", "-"),
        ("men", "O"),
    ]


def test_ner_doc_tells_unknown_from_outside():
    row = [Word("Ali", ent="B-PERSON"), Word("Khan", ent="I-PERSON"), Word("left"), Word("2014", ent="-")]
    doc = entities.ner_doc(Vocab(), row)
    assert [(e.text, e.label_) for e in doc.ents] == [("Ali Khan", "PERSON")]
    assert [t.ent_iob for t in doc] == [3, 1, 2, 0]
