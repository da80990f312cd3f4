"""Repairs of a statistical tree inside and between noun phrases: articles, owners, lists, subjects behind a date."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from claimx.edtf import MONTHS
from claimx.syntax.heads import NOUNS
from claimx.syntax.parse import Word


def determiners(words: list[Word]) -> None:
    """An article belongs to the next noun, never to one behind the verb."""
    for w in words:
        if w.dep != "det" or w.head <= w.i + 1:
            continue
        verb = next((x for x in words[w.i + 1 : w.head] if x.tag in ("VBD", "VBZ", "VBP", "MD")), None)
        noun = next((x for x in words[w.i + 1 :] if x.tag in NOUNS), None)
        if verb is not None and noun is not None and noun.i < verb.i:
            w.head = noun.i


def possessors(words: list[Word]) -> None:
    """ "Talabani/amod 's quarrel": a name with a possessive ending owns the noun it stands before."""
    owners = {w.head for w in words if w.dep == "case" and w.tag == "POS"}
    for w in words:
        if w.i not in owners or w.pos != "PROPN" or w.dep == "nmod:poss":
            continue
        if w.dep in ("amod", "compound", "nmod") and w.head > w.i:
            w.dep = "nmod:poss"
        elif w.dep == "flat" and w.i + 2 < len(words) and words[w.i + 2].tag in NOUNS:
            first, owned = words[w.head], words[w.i + 2]  # "IB Coulibaly 's Commandos/flat"
            if owned.head == first.i and owned.dep == "flat":
                owned.head, owned.dep = (owned.i if first.head == first.i else first.head), first.dep
                first.head, first.dep = owned.i, "nmod:poss"
        elif (
            w.i + 2 < len(words)
            and words[w.i + 2].tag in NOUNS
            and words[w.i + 2].dep in ("list", "dep", "appos")
        ):
            owned = words[w.i + 2]  # "Belmokhtar 's Brigade/list"
            owned.head, owned.dep = (owned.i if w.head == w.i else w.head), w.dep
            w.head, w.dep = owned.i, "nmod:poss"


def halves_of_between(words: list[Word]) -> None:
    """ "the accord between the PCJSS and the government was": the second half is no subject."""
    for case in words:
        if case.dep != "case" or case.lower != "between":
            continue
        first = words[case.head]
        if any(x.head == first.i and x.dep == "conj" for x in words):
            continue
        joint = next(
            (x for x in words[first.i + 1 : first.i + 8] if x.dep == "cc" and x.lower == "and"), None
        )
        if joint is None or any(x.pos == "VERB" for x in words[first.i : joint.i]):
            continue
        second = next(
            (x for x in words[joint.i + 1 : joint.i + 8] if x.dep in ("nsubj", "nsubj:pass", "obj", "appos")),
            None,
        )
        if (
            second is None
            or any(x.pos == "VERB" for x in words[joint.i : second.i])
            or second.head == first.i
        ):
            continue
        verb, dep = second.head, second.dep
        top = words[first.head] if words[first.head].tag != "CD" else words[words[first.head].head]
        second.head, second.dep, joint.head = first.i, "conj", second.i
        if (
            dep.startswith("nsubj")
            and not any(x.head == verb and x.dep.startswith("nsubj") for x in words)
            and top.pos == "NOUN"
            and top.head == verb
        ):
            top.dep = dep


def fronted_subjects(words: list[Word]) -> None:
    """ "In March 2017 Ansar Dine, MUJAO and a third group merged": the first names of the list hang on the date; they
    are the verb's subject."""
    cased = {w.head for w in words if w.dep == "case"}
    for w in words:
        date = words[w.head]
        if (
            w.dep not in ("nmod", "appos", "dep")
            or w.pos != "PROPN"
            or w.i in cased
            or date.i >= w.i
            or not (date.tag == "CD" or date.lower in MONTHS)
        ):
            continue
        verb = words[date.head]
        if date.head == date.i:
            _dateless_root(words, date, w)
            continue
        if (
            verb.i < w.i and date.dep == "conj"
        ):  # "they allied, and on 11 January 2022 the A and the B were fused"
            late = next((x for x in words[w.i + 1 : w.i + 9] if x.dep in ("nsubj", "nsubj:pass")), None)
            verb = words[late.head] if late is not None else verb
        if verb.pos != "VERB" or verb.i < w.i or date.dep not in ("obl", "conj"):
            continue
        old = next((x for x in words if x.head == verb.i and x.dep in ("nsubj", "nsubj:pass")), None)
        if old is None:
            passive = any(x.head == verb.i and x.dep == "aux:pass" for x in words)
            w.head, w.dep = verb.i, "nsubj:pass" if passive else "nsubj"
        elif w.i < old.i and any(x.dep == "cc" and w.i < x.i < old.i for x in words):
            w.head, w.dep = verb.i, old.dep
            old.head, old.dep = w.i, "conj"


def undated_names(words: list[Word]) -> None:
    """ "In 1998 Hassan Hattab, a regional commander, left it", "In Sudan, the JEM and the SLM joined": what stands in front
    took the name for a part of itself; the name is the verb's subject."""
    cased = {w.head: w for w in words if w.dep == "case"}
    for front in words[:9]:
        opener = cased.get(front.i)
        verb = words[front.head]
        if front.dep != "obl" or opener is None or opener.i > 1 or verb.pos != "VERB" or verb.i < front.i:
            continue
        year = next((x for x in words[opener.i : front.i] if x.head == front.i and x.tag == "CD"), None)
        old = next((x for x in words if x.head == verb.i and x.dep in ("nsubj", "nsubj:pass")), None)
        if year is not None and year.i == opener.i + 1 and front.pos == "PROPN":
            if old is not None and not _restates(words, front, old):
                continue
            name, year.dep, year.head, opener.head = front, "obl", verb.i, year.i
        else:
            name = next(
                (
                    x
                    for x in words[front.i + 2 :]
                    if x.head == front.i and x.pos == "PROPN" and x.i not in cased
                ),
                None,
            )
            if old is not None or name is None or not any(x.text == "," for x in words[front.i : name.i]):
                continue
        passive = any(x.head == verb.i and x.dep == "aux:pass" for x in words)
        name.head, name.dep = verb.i, "nsubj:pass" if passive else "nsubj"
        if old is not None:
            old.head, old.dep = name.i, "appos"


def _restates(words: list[Word], name: Word, noun: Word) -> bool:
    """ "Hassan Hattab, a regional commander, left": is the noun an apposition to the name, comma, article and comma?"""
    first = next((x for x in words[name.i + 1 : noun.i] if x.head == noun.i and x.dep == "det"), None)
    return (
        first is not None
        and first.lower in ("a", "an", "the")
        and words[first.i - 1].text == ","
        and all(x.dep in ("flat", "punct") for x in words[name.i + 1 : first.i])
        and any(x.text == "," for x in words[noun.i + 1 : noun.i + 8])
    )


def comprised(words: list[Word]) -> None:
    """ "the Alliance, comprising the MNDAA, the TNLA and the AA": the list goes on from its first member, not from the whole."""
    for w in words:
        whole = words[w.head]
        if w.dep != "conj" or w.pos != "PROPN" or not whole.i < w.i:
            continue
        verb = next((x for x in words[whole.i + 1 : w.i] if x.head == whole.i and x.tag == "VBG"), None)
        if verb is None:
            continue
        first = next((x for x in words[verb.i + 1 : w.i] if x.head == verb.i and x.dep == "obj"), None)
        between = words[first.i + 1 : w.i] if first is not None else []
        if between and all(x.pos in ("PROPN", "DET", "PUNCT", "CCONJ") for x in between):
            w.head = words[verb.i].i if first is None else first.i


def _dateless_root(words: list[Word], date: Word, first: Word) -> None:
    """ "In December 1999 A, B and two others united/acl as C": the date is no root, the participle is."""
    names = {first.i, *(x.i for x in words if x.head == first.i and x.dep == "conj")}
    verb = next(
        (x for x in words if x.head in names and x.dep == "acl" and x.tag == "VBN" and x.i == max(names) + 1),
        None,
    )
    if verb is None or words[date.i - 1].lower != "in":
        return
    verb.head, verb.dep, verb.tag, verb.pos = verb.i, "ROOT", "VBD", "VERB"
    date.head, date.dep = verb.i, "obl"
    first.head, first.dep = verb.i, "nsubj"
    for x in words[verb.i + 1 :]:
        if x.head == date.i:
            x.head = verb.i


def listed_members(words: list[Word]) -> None:
    """ "Séléka, a coalition of the CPJP, the UFDR and the CPSK": what follows the first member joins the list, not the name."""
    cased = {w.head: w.lower for w in words if w.dep == "case"}
    for w in words:
        name = words[w.head]
        if w.dep != "conj" or w.pos != "PROPN" or not name.i < w.i:
            continue
        apposed = next((x for x in words[name.i + 1 : w.i] if x.head == name.i and x.dep == "appos"), None)
        if apposed is None or apposed.pos != "NOUN":
            continue
        first = next(
            (
                x
                for x in words[apposed.i + 1 : w.i]
                if (x.head == apposed.i or words[x.head].head == apposed.i)
                and x.dep == "nmod"
                and cased.get(x.i) in ("of", "between", "among")
                and x.pos == "PROPN"
            ),
            None,
        )
        if first is not None and all(
            x.pos in ("PROPN", "DET", "PUNCT", "CCONJ") for x in words[first.i + 1 : w.i]
        ):
            w.head = first.i


BOUNDS = frozenset(
    {
        "around",
        "about",
        "over",
        "under",
        "some",
        "nearly",
        "approximately",
        "almost",
        "roughly",
        "between",
        "up",
    }
)


def free_bounds(words: list[Word]) -> None:
    """ "killed around 15 soldiers": what bounds a number is no preposition, and the noun is an object."""
    for w in words:
        if w.dep != "case" or w.lower not in BOUNDS:
            continue
        noun = words[w.head]
        ahead = words[w.i + 1 : w.i + 3]
        if (
            not ahead
            or not any(x.tag == "CD" for x in ahead)
            or noun.dep not in ("obl", "nmod")
            or (w.lower == "between" and noun.tag == "CD")
        ):
            continue
        verb = words[noun.head]
        passive = any(x.head == verb.i and x.dep in ("aux:pass", "obj", "nsubj:pass") for x in words)
        if noun.dep == "obl" and verb.tag.startswith("V") and not passive and noun.i > verb.i:
            w.dep, noun.dep = "advmod", "obj"


def names_take_no_phrases(words: list[Word], masked: AbstractSet[int]) -> None:
    """ "a merger of the first group into the second", "training of soldiers by the company": a phrase with such a
    preposition hangs on the deed, not on the name before it."""
    case = {w.head: w.lower for w in words if w.dep == "case"}
    for w in words:
        if w.dep != "nmod" or case.get(w.i) not in ("by", "into", "with", "to", "against", "from"):
            continue
        above = words[w.head]
        name = above.i in masked or (case[w.i] == "by" and above.tag == "NNS")
        if (
            name
            and above.i < w.i
            and above.dep in ("nmod", "obj", "obl")
            and case.get(above.i) in (None, "of", "between")
            and above.head != above.i
        ):
            w.head = above.head
            if words[w.head].pos == "VERB":
                w.dep = "obl"


def participles(words: list[Word]) -> None:
    """ "the presence of militias embedded within the force": a participle right after a noun is that noun's."""
    for before, w in pairwise(words):
        if (
            w.dep == "acl"
            and w.tag == "VBN"
            and before.tag in ("NNS", "NN", "NNP", "NNPS")
            and w.head != before.i
            and before.dep == "nmod"
            and before.head == w.head
        ):
            w.head = before.i


def names_before_nouns(words: list[Word]) -> None:
    """ "TTP militants": a name that is taken as the subject of the noun it stands before is its modifier."""
    for w in words[:-1]:
        noun = words[w.i + 1]
        if (
            w.dep in ("nsubj", "obj", "appos", "nmod")
            and w.head == noun.i
            and w.pos == "PROPN"
            and noun.tag in ("NN", "NNS")
        ):
            w.dep = "compound"


def prepositions_are_obliques(words: list[Word]) -> None:
    """ "repelled assaults on two bases": a noun with a preposition is no object, and its conjuncts are none either."""
    cased = {w.head for w in words if w.dep == "case" and w.lower not in ("'s", "’s", "'", "’")}
    for w in words:
        if w.dep == "obj" and w.i in cased and w.pos in ("NOUN", "PROPN", "NUM"):
            w.dep = "obl"
        elif (
            w.dep == "conj"
            and w.i in cased
            and w.i not in {x.head for x in words if x.dep == "cc"}
            and words[w.head].dep in ("obj", "obl", "nmod")
        ):
            w.dep = "nmod"
