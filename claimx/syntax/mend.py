"""Repairs of a statistical tree around a finite verb that the tagger took for something else.

    "The JKLF abducted Rubaiya Sayeed"       abducted/VBN/amod   -> the main verb, with subject and object
    "where Scots Guards shot 24 villagers"   shot/NN             -> a verb
    "Girkin and 52 men crossed over and seized …"   crossed/acl   -> the main verb

Only forms of the verbs that claims hang on are looked at, and only between a noun and what can follow a verb.
"""

from __future__ import annotations

from functools import cache

from claimx.resources import load_toml
from claimx.syntax.inflect import verb_forms
from claimx.syntax.parse import Word

NOUNS = ("NN", "NNS", "NNP", "NNPS")
OPENERS = ("DT", "PRP$", "PRP", "CD", "NNP", "NNPS", "NNS")
INSIDE = ("DT", "PRP$", "CD", "JJ", "JJR", "JJS", "HYPH", "VBG", "VBN", "POS")
AUX = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "has",
        "have",
        "had",
        "having",
        "to",
        "get",
        "got",
    }
)
RELATIVE = frozenset({"which", "whom", "that", "where", "who", "whose"})
# past forms that are nouns or bare adjectives at least as often
PAST_NOUNS = frozenset(
    {
        "hit",
        "cut",
        "set",
        "put",
        "hurt",
        "burst",
        "split",
        "thrust",
        "bid",
        "beset",
        "shed",
        "let",
        "united",
        "allied",
        "left",
        "felt",
    }
)


@cache
def past_forms() -> frozenset[str]:
    """Past forms of the verbs of the attack and allegiance lexicons: "overran", "abducted"."""
    out: set[str] = set()
    for name in ("lexicon/attack", "lexicon/allegiance"):
        for row in load_toml(name)["verb"]:
            for word in row["words"]:
                lemma = word.partition(":")[0].split()[0]
                out.update(f for f in verb_forms(lemma)[1:] if not f.endswith(("s", "ing")) and f != lemma)
    return frozenset(out) - PAST_NOUNS


@cache
def deed_nouns() -> frozenset[str]:
    """One-word nouns of the attack lexicon that are no adjectives."""
    rows = load_toml("lexicon/attack")["noun"]
    return frozenset(
        w.partition(":")[0] for row in rows for w in row["words"] if " " not in w and "-" not in w
    ) - {"offensive", "hit", "kidnap"}


def mend(words: list[Word]) -> None:
    """Give mistaken finite verbs their tag, subject and object back, in place."""
    forms, deeds = past_forms(), deed_nouns()
    for w in words:
        if (
            w.tag in ("JJ", "RB")
            and w.lower in deeds
            and w.dep in ("nsubj", "nsubj:pass", "obj", "obl", "ROOT")
        ):
            w.tag, w.pos = "NN", "NOUN"  # "a Saudi-led air raid/RB on a market"
            if w.i and words[w.i - 1].head == w.i and words[w.i - 1].dep == "nsubj":
                words[w.i - 1].dep = "compound"
        if w.lower in forms and w.text.islower() and _mistaken(words, w):
            _make_verb(words, w)
        elif w.tag == "JJ" and w.lower in ("united", "allied", "split") and _is_bare_root(words, w):
            w.tag, w.pos = "VBD", "VERB"  # "Castaño's men united/JJ with the others"
        elif w.tag == "JJ" and w.lower in forms and _is_passive(words, w):
            w.tag, w.pos = "VBN", "VERB"  # "was later absorbed/JJ by the LTTE"
    _determiners(words)
    _possessors(words)
    _relative_verbs(words)
    _pied_piped(words)
    _reduced_clauses(words)
    _halves_of_between(words)
    _fronted_subjects(words)
    _listed_members(words)
    _finite_conjuncts(words)
    _promote(words)


def _determiners(words: list[Word]) -> None:
    """An article belongs to the next noun, never to one behind the verb."""
    for w in words:
        if w.dep != "det" or w.head <= w.i + 1:
            continue
        verb = next((x for x in words[w.i + 1 : w.head] if x.tag in ("VBD", "VBZ", "VBP", "MD")), None)
        noun = next((x for x in words[w.i + 1 :] if x.tag in NOUNS), None)
        if verb is not None and noun is not None and noun.i < verb.i:
            w.head = noun.i


def _possessors(words: list[Word]) -> None:
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


def _relative_verbs(words: list[Word]) -> None:
    """ "the front, which Algeria bankrolls/NNS,": a noun for the verb of a relative clause that has its object."""
    for w in words:
        if w.dep != "acl:relcl" or w.tag not in ("NNS", "NN") or not w.text.islower():
            continue
        if any(x.head == w.i and x.dep == "obj" and x.tag in ("WDT", "WP") and x.i < w.i for x in words):
            w.tag, w.pos = "VBZ", "VERB"
            if w.i and words[w.i - 1].head == w.i and words[w.i - 1].pos in ("PROPN", "NOUN"):
                words[w.i - 1].dep = "nsubj"


def _pied_piped(words: list[Word]) -> None:
    """ "the army, from which Yord's men seceded": the verb after a preposition and "which" heads a clause on the noun before."""
    for w in words[1:]:
        prep = words[w.i - 1]
        if w.lower not in ("which", "whom") or prep.tag not in ("IN", "TO") or prep.i < 2:
            continue
        verb = next((x for x in words[w.i + 1 : w.i + 14] if x.tag in ("VBD", "VBZ", "VBP")), None)
        if verb is not None and verb.dep == "aux" and words[verb.head].tag == "VBN" and verb.head > verb.i:
            verb = words[verb.head]  # "in which they had merged"
        noun = next((x for x in reversed(words[: prep.i]) if x.tag in NOUNS), None)
        if verb is None or noun is None or (verb.dep == "acl:relcl" and w.head == verb.i):
            continue
        if any(x.text in (";", ",") or x.tag == "MD" for x in words[w.i + 1 : verb.i]):
            continue
        if verb.dep.startswith(("aux", "cop")):
            continue
        subject = next((x for x in reversed(words[w.i + 1 : verb.i]) if x.tag in (*NOUNS, "PRP")), None)
        if subject is None or noun.i in range(w.i, verb.i + 1):
            continue
        if verb.head == verb.i and noun.head == verb.i and not _hand_over(words, verb, noun):
            continue
        verb.head, verb.dep, verb.pos = noun.i, "acl:relcl", "VERB"
        if not any(x.head == verb.i and x.dep.startswith("nsubj") for x in words):
            subject.head, subject.dep = verb.i, "nsubj"
        w.head, w.dep, prep.head, prep.dep = verb.i, "obl", w.i, "case"
        _break_cycles(words, verb.i)


def _hand_over(words: list[Word], verb: Word, noun: Word) -> bool:
    """ "MODEL, to which it gave sanctuary, took the port": the verb behind the clause becomes the root; False if none."""
    main = next(
        (
            x
            for x in words[verb.i + 1 :]
            if x.head == verb.i and x.dep in ("conj", "parataxis", "advcl") and x.tag in ("VBD", "VBZ", "VBP")
        ),
        None,
    )
    if main is None or words[main.i - 1].text != ",":
        return False
    main.head, main.dep = main.i, "ROOT"
    noun.head, noun.dep = main.i, "nsubj"
    return True


def _reduced_clauses(words: list[Word]) -> None:
    """ "The front, founded in 1966, fell apart": the participle between commas took the subject of the main verb."""
    for w in words[1:]:
        main = words[w.head]
        if (
            w.dep != "advcl"
            or w.tag not in ("VBD", "VBN")
            or words[w.i - 1].text != ","
            or not w.lower.endswith(("ed", "en", "wn", "lt", "ght", "born", "led"))
            or main.i < w.i
            or main.tag not in ("VBD", "VBZ", "VBP")
            or any(x.head == main.i and x.dep.startswith("nsubj") for x in words)
        ):
            continue
        subject = next((x for x in words[: w.i] if x.head == w.i and x.dep.startswith("nsubj")), None)
        if subject is not None and words[main.i - 1].text == ",":
            subject.head, subject.dep = main.i, "nsubj"
            w.head, w.dep, w.tag = subject.i, "acl", "VBN"


def _halves_of_between(words: list[Word]) -> None:
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


def _listed_members(words: list[Word]) -> None:
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


def _finite_conjuncts(words: list[Word]) -> None:
    """ "refused to join the talks and kept its links": a finite verb is coordinated with a finite verb, not with the infinitive."""
    for w in words:
        head = words[w.head]
        if w.dep != "conj" or w.tag not in ("VBD", "VBZ") or head.tag != "VB" or head.i > w.i:
            continue
        for above in _chain(words, head.i)[1:]:
            if words[above].tag in ("VBD", "VBZ", "VBP") and above < head.i:
                w.head = above
                break


MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


def _fronted_subjects(words: list[Word]) -> None:
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


def _is_bare_root(words: list[Word], w: Word) -> bool:
    """A root right behind a name, without a copula; the name becomes its subject."""
    if w.head != w.i or w.i == 0 or any(x.head == w.i and x.dep in ("cop", "aux:pass") for x in words):
        return False
    before = words[w.i - 1]
    if before.tag not in NOUNS:
        return False
    if not any(x.head == w.i and x.dep.startswith("nsubj") for x in words):
        before.head, before.dep = w.i, "nsubj"
    return True


def _is_passive(words: list[Word], w: Word) -> bool:
    """Has the word the auxiliary of a passive, or its agent?"""
    return any(x.head == w.i and x.dep in ("aux:pass", "obl:agent") for x in words)


def _before(words: list[Word], i: int) -> Word:
    """The word before i, adverbs left out."""
    k = i - 1
    while k > 0 and words[k].tag == "RB":
        k -= 1
    return words[k]


def _mistaken(words: list[Word], w: Word) -> bool:
    """Is it taken for a noun or an adjective where only a finite verb makes sense?"""
    if w.i == 0 or w.i + 1 >= len(words):
        return False
    if w.tag.startswith("VB") and w.dep not in ("amod", "compound"):
        head = words[w.head]  # "Chilean jets strafed/acl La Moneda"
        bare = (
            w.tag == "VBN"
            and w.dep == "acl"
            and head.dep == "ROOT"
            and head.i == w.i - 1
            and words[w.i + 1].tag in ("DT", "NNP", "NNPS", "PRP$", "PRP", "CD")
        )
        return (
            bare
            and head.tag in NOUNS
            and not any(x.tag in ("VBD", "VBZ", "VBP") and x.i > w.i and x.head == head.i for x in words)
        )
    before, after = _before(words, w.i), words[w.i + 1]
    if before.lower in AUX or before.tag not in (*NOUNS, "PRP", "WP", "WDT"):
        return False
    if after.tag in OPENERS:
        return after.tag != "NNS" or before.tag in ("NNP", "NNPS", "NNS", "PRP")
    if after.tag in ("NN", "JJ"):
        return before.tag in ("NNP", "NNPS", "NNS", "PRP") and w.dep != "amod"
    return after.tag in ("IN", "RB") and _relative_before(words, w.i) and w.tag.startswith("NN")


def _relative_before(words: list[Word], i: int) -> bool:
    return any(x.lower in RELATIVE for x in words[max(0, i - 6) : i])


def _run_after(words: list[Word], i: int) -> int | None:
    """The head of the noun phrase that starts right after word i."""
    last = None
    for k in range(i + 1, min(i + 9, len(words))):
        tag = words[k].tag
        if tag == "PRP":
            return k if last is None else last
        if tag in NOUNS:
            last = k
        elif tag == "POS":
            last = None
        elif tag not in INSIDE or (last is not None and tag in ("DT", "PRP$", "VBN", "VBG", "CD", "JJ")):
            break
    return last


def _chain(words: list[Word], i: int) -> list[int]:
    """Word i and the heads above it."""
    out = [i]
    while words[i].head != i and len(out) <= len(words):
        i = words[i].head
        out.append(i)
    return out


def _phrase_head(words: list[Word], i: int) -> Word:
    """ "soldiers of the same battalion": the noun before "of" heads the phrase that word i ends."""
    k = i
    while k > 1:
        j = k - 1
        while j > 0 and words[j].tag in ("DT", "JJ", "NN", "NNP", "NNPS", "CD", "PRP$"):
            j -= 1
        if words[j].lower != "of" or j == 0 or words[j - 1].tag not in NOUNS:
            break
        k = j - 1
    return words[k]


def _make_verb(words: list[Word], w: Word) -> None:
    subject, obj = _phrase_head(words, _before(words, w.i).i), _run_after(words, w.i)
    above = _chain(words, w.i)
    parts = [p for p in (subject.i, obj) if p is not None]
    held = [p for p in parts if p in above] or [p for p in parts if words[p].head == p]
    top = max(held, key=above.index) if held and all(p in above for p in held) else held[0] if held else None
    if top is not None:  # the verb takes the place of the noun that governed it
        root = words[top].head == top
        w.head, w.dep = (w.i, "ROOT") if root else (words[top].head, words[top].dep)
    if w.dep not in ("ROOT", "conj", "parataxis", "acl:relcl", "advcl", "ccomp"):
        w.dep = "acl:relcl" if _relative_before(words, w.i) else "parataxis"
    w.tag, w.pos = "VBD", "VERB"
    subject.head, subject.dep = w.i, "nsubj"
    for x in words[: subject.i]:
        if x.head == w.i and x.dep in ("det", "amod", "nummod", "compound", "nmod:poss", "case"):
            x.head = subject.i
    for x in words:
        if x.head in (obj, top) and x.i not in (w.i, subject.i, obj):
            if x.i < w.i and x.dep in ("det", "amod", "nummod", "compound", "nmod:poss"):
                x.head = subject.i if x.i < subject.i else x.head
            elif x.i > w.i and x.dep in ("conj", "parataxis", "advcl") and x.tag.startswith("VB"):
                x.head = w.i
    if obj is not None:
        words[obj].head, words[obj].dep = w.i, "obj"
        for x in words[w.i + 1 : obj]:
            if not w.i < x.head <= obj:
                x.head, x.dep = obj, {"CD": "nummod", "DT": "det", "JJ": "amod"}.get(x.tag, "compound")
    _break_cycles(words, w.i)


def _break_cycles(words: list[Word], verb: int) -> None:
    """No word may hang on itself through others: what closes a ring hangs on the mended verb."""
    for w in words:
        seen: set[int] = set()
        k = w.i
        while words[k].head != k:
            if k in seen:
                words[k].head, words[k].dep = (k, "ROOT") if k == verb else (verb, words[k].dep)
                break
            seen.add(k)
            k = words[k].head


def _promote(words: list[Word]) -> None:
    """A noun for a root and a finite verb below it: "Girkin and 52 men crossed over and seized …", "The air force and
    these horsemen razed 700 villages": the first verb is the root, the noun its subject."""
    root = next((w for w in words if w.head == w.i), None)
    if (
        root is not None
        and root.tag == "VBZ"
        and any(x.head == root.i and x.dep == "nmod:poss" for x in words)
    ):
        root.tag, root.pos = "NNS", "NOUN"  # "Tshombe's gendarmes/VBZ crossed"
    if root is None or root.tag not in NOUNS:
        return
    if any(x.head == root.i and x.dep in ("cop", "nsubj", "nsubj:pass") for x in words):
        return
    _only_verb(words, root)
    _predicate(words, root)
    if root.head != root.i:
        return
    below = [w for w in words if w.head == root.i and w.i > root.i]
    verbs = [
        w for w in below if w.dep in ("conj", "acl", "parataxis", "dep") and w.tag in ("VBD", "VBN", "VBZ")
    ]
    finite = [
        w
        for w in verbs
        if w.dep != "acl" and (w.tag != "VBN" or any(x.head == w.i and x.dep == "nsubj" for x in words))
    ]
    if not finite:
        _promote_after_relative(words, root)
        return
    first = verbs[0]
    if first.dep == "acl" and (
        words[first.i - 1].text == "," or any(x.head == first.i and x.lower == "by" for x in words)
    ):
        first = finite[0]
    inner = next((x for x in words if x.head == first.i and x.dep == "nsubj"), None)
    if inner is not None and any(
        x.head == inner.i and x.dep == "case" and x.tag == "IN" and x.i == root.i + 1 for x in words
    ):
        inner.head, inner.dep, inner = root.i, "nmod", None  # "Hezb-e Wahdat under Mazari deserted"
    if inner is not None and not (
        any(x.head == first.i and x.dep == "cc" and x.i < inner.i for x in words) and root.i < inner.i
    ):
        return
    first.dep, first.head, first.pos = "ROOT", first.i, "VERB"
    first.tag = "VBD" if first.tag == "VBN" else first.tag
    root.head, root.dep = first.i, "nsubj"
    if inner is not None:
        inner.head, inner.dep = root.i, "conj"
    for x in words:
        if x.head == root.i and x.i > first.i:
            x.head = first.i
        elif x.head == first.i and x.dep == "cc" and x.i < first.i and inner is not None:
            x.head = inner.i


def _promote_after_relative(words: list[Word], root: Word) -> None:
    """ "Saleh, who had allied with them in 2014, broke with them": the verb after the clause is the main one."""
    relative = next((w for w in words if w.head == root.i and w.dep == "acl:relcl"), None)
    if relative is None or words[root.i + 1].text != ",":
        return
    for w in words[relative.i + 1 :]:
        if (
            w.head == relative.i
            and w.dep in ("advcl", "conj", "parataxis")
            and w.tag in ("VBD", "VBZ", "VBP")
            and words[w.i - 1].text == ","
            and not any(x.head == w.i and x.dep in ("mark", "nsubj", "nsubj:pass") for x in words)
        ):
            w.head, w.dep = w.i, "ROOT"
            root.head, root.dep = w.i, "nsubj"
            for x in words[w.i + 1 :]:
                if (x.head == relative.i and x.dep == "conj") or x.head == root.i:
                    x.head = w.i
            return


def _only_verb(words: list[Word], root: Word) -> None:
    """ "The bandits entered/acl into a pact": the only past form of a sentence is its verb."""
    if root.tag == "NN" or any(x.tag in ("VBD", "VBZ", "VBP", "MD") for x in words):
        return
    w = next((x for x in words if x.head == root.i and x.dep == "acl" and x.i == root.i + 1), None)
    if w is not None and w.tag == "VBN" and w.lower in past_forms() and words[-1].text == ".":
        w.tag, w.pos, w.dep, w.head = "VBD", "VERB", "ROOT", w.i
        root.head, root.dep = w.i, "nsubj"
        for x in words[w.i + 1 :]:
            if x.head == root.i:
                x.head = w.i


def _predicate(words: list[Word], root: Word) -> None:
    """ "The Third Force and Jadhran's Guard were enemies": the predicate taken for a conjunct of the first subject."""
    for w in words[root.i + 1 :]:
        if w.head != root.i or w.dep != "conj" or w.tag not in NOUNS:
            continue
        second = next((x for x in words if x.head == w.i and x.dep == "nsubj"), None)
        joint = next((x for x in words if x.head == w.i and x.dep == "cc"), None)
        copula = any(x.head == w.i and x.dep == "cop" for x in words)
        if copula and second is not None and joint is not None and root.i < joint.i < second.i < w.i:
            w.head, w.dep = w.i, "ROOT"
            root.head, root.dep = w.i, "nsubj"
            second.head, second.dep = root.i, "conj"
            joint.head = second.i
            return
