"""Repairs of a statistical tree between clauses: relative ones, participles, the main verb of the sentence."""

from __future__ import annotations

from claimx.syntax.heads import NOUNS, break_cycles, chain
from claimx.syntax.mend_verbs import past_forms
from claimx.syntax.parse import Word


def relative_verbs(words: list[Word]) -> None:
    """ "the front, which Algeria bankrolls/NNS,": a noun for the verb of a relative clause that has its object."""
    for w in words:
        if w.dep != "acl:relcl" or w.tag not in ("NNS", "NN") or not w.text.islower():
            continue
        if any(x.head == w.i and x.dep == "obj" and x.tag in ("WDT", "WP") and x.i < w.i for x in words):
            w.tag, w.pos = "VBZ", "VERB"
            if w.i and words[w.i - 1].head == w.i and words[w.i - 1].pos in ("PROPN", "NOUN"):
                words[w.i - 1].dep = "nsubj"


def pied_piped(words: list[Word]) -> None:
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
        break_cycles(words, verb.i)


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


def reduced_clauses(words: list[Word]) -> None:
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


def participle_roots(words: list[Word]) -> None:
    """ "The rebels, estimated at 1,500, operate in small groups": the participle between commas is no root."""
    root = next((w for w in words if w.head == w.i), None)
    if root is None or root.tag != "VBN" or not root.i or words[root.i - 1].text != ",":
        return
    subject = next((x for x in words[: root.i] if x.head == root.i and x.dep.startswith("nsubj")), None)
    main = next(
        (
            x
            for x in words[root.i + 1 :]
            if x.head == root.i
            and x.dep in ("conj", "parataxis", "advcl", "dep")
            and x.tag.startswith("VB")
            and words[x.i - 1].text == ","
        ),
        None,
    )
    if subject is None or main is None:
        return
    if any(x.head == main.i and x.dep in ("cc", "nsubj", "mark", "nsubj:pass") for x in words):
        return
    main.head, main.dep = main.i, "ROOT"
    subject.head, subject.dep = main.i, "nsubj"
    root.head, root.dep = subject.i, "acl"


def whose_clauses(words: list[Word]) -> None:
    """ "The movement, whose armed wing numbered 3,000, signed a pact": the verb behind the clause is the sentence's."""
    root = next((w for w in words if w.head == w.i), None)
    whose = next((w for w in words[:-2] if w.lower == "whose" and words[w.head].i > w.i), None)
    if root is None or whose is None or not whose.i or words[whose.i - 1].text != ",":
        return
    noun, name = words[whose.head], words[whose.i - 2]
    verb = next((x for x in words[noun.i + 1 :] if x.tag in ("VBD", "VBZ", "VBP")), None)
    if verb is not root or name.tag not in NOUNS or not noun.i < root.i:
        return
    main = next(
        (
            x
            for x in words[root.i + 1 :]
            if x.head == root.i
            and x.dep in ("advcl", "conj", "parataxis", "dep")
            and x.tag in ("VBD", "VBZ", "VBP")
            and words[x.i - 1].text == ","
        ),
        None,
    )
    if main is None or any(
        x.head == main.i and x.dep in ("cc", "mark", "nsubj", "nsubj:pass") for x in words
    ):
        return
    main.head, main.dep = main.i, "ROOT"
    root.head, root.dep = name.i, "acl:relcl"
    name.head, name.dep = main.i, "nsubj"
    noun.head, noun.dep = root.i, "nsubj"


def after_semicolons(words: list[Word]) -> None:
    """ "It kidnapped a diplomat; later another cell abducted a minister and murdered him": "murdered" goes with the nearer verb."""
    marks = [w.i for w in words if w.text == ";"]
    if not marks:
        return
    for w in words:
        if w.dep != "conj" or w.tag not in ("VBD", "VBZ", "VBP", "VBN"):
            continue
        mark = next((m for m in reversed(marks) if w.head < m < w.i), None)
        joined = any(x.head == w.i and x.dep == "cc" and words[x.i - 1].text != ";" for x in words)
        if mark is None or not joined or any(x.head == w.i and x.dep.startswith("nsubj") for x in words):
            continue
        near = next(
            (
                x
                for x in reversed(words[mark + 1 : w.i])
                if x.tag == w.tag and any(k.head == x.i and k.dep.startswith("nsubj") for k in words)
            ),
            None,
        )
        if near is not None:
            w.head = near.i


def finite_conjuncts(words: list[Word]) -> None:
    """ "refused to join the talks and kept its links": a finite verb is coordinated with a finite verb, not with the infinitive."""
    for w in words:
        head = words[w.head]
        if w.dep != "conj" or w.tag not in ("VBD", "VBZ") or head.tag != "VB" or head.i > w.i:
            continue
        for above in chain(words, head.i)[1:]:
            if words[above].tag in ("VBD", "VBZ", "VBP") and above < head.i:
                w.head = above
                break


def modifying_verbs(words: list[Word]) -> None:
    """ "Arab rebels in Palestine attacked/amod British troops": the only past form of the sentence, behind a name and not
    behind an article or an adjective, is its verb."""
    root = next((w for w in words if w.head == w.i), None)
    if root is None or root.tag not in NOUNS:
        return
    if any(w.tag in ("VBD", "VBZ", "VBP", "MD") and w.dep != "amod" for w in words):
        return
    verb = next(
        (w for w in words[root.i + 1 :] if w.dep == "amod" and w.tag in ("VBD", "VBN") and w.head > w.i), None
    )
    if verb is None or words[verb.i - 1].tag not in (*NOUNS, ",", ")"):
        return
    noun = words[verb.head]
    for w in words:
        if w.i < verb.i and w.head == noun.i:  # what stands before the verb is the subject's
            if w.tag in NOUNS:
                w.head, w.dep = root.i, "nmod"
            else:
                later = next((x for x in words[w.i + 1 : verb.i] if x.tag in NOUNS), None)
                w.head = later.i if later is not None else root.i
        elif w.i > verb.i and w.head == root.i and w is not noun:
            w.head = noun.i if w.dep == "conj" else verb.i
            w.dep = "obl" if w.dep == "nmod" else w.dep
    verb.head, verb.dep, verb.tag, verb.pos = verb.i, "ROOT", "VBD", "VERB"
    root.head, root.dep = verb.i, "nsubj"
    noun.head, noun.dep = verb.i, "obj"
    break_cycles(words, verb.i)


def promote(words: list[Word]) -> None:
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


def restore_subjects(words: list[Word]) -> None:
    """ "In recent weeks, two commanders were killed": a noun after a fronted phrase is taken as its conjunct;
    a main verb without a subject gets it back."""
    with_subject = {w.head for w in words if w.dep in ("nsubj", "nsubj:pass", "csubj", "expl")}
    for verb in words:
        if (
            verb.dep not in ("ROOT", "ccomp", "parataxis")
            or verb.i in with_subject
            or verb.pos != "VERB"
            or verb.tag in ("VB", "VBG")
        ):
            continue
        for w in words[: verb.i]:
            if (
                w.dep not in ("conj", "appos", "dep")
                or w.pos not in ("NOUN", "PROPN", "PRON")
                or not w.head < w.i
            ):
                continue
            if any(k.dep in ("cc", "case") and k.head == w.i and k.i < w.i for k in words) or words[
                w.head
            ].dep not in ("obl", "nmod", "advmod", "advcl", "conj", "dep", "nummod", "obl:agent"):
                continue
            if not any(k.text == "," for k in words[w.head + 1 : w.i]):
                continue
            passive = any(k.dep == "aux:pass" and k.head == verb.i for k in words)
            w.head, w.dep = verb.i, "nsubj:pass" if passive else "nsubj"
            break
