"""Polarity, modality and attribution of a deed: what governs it, read upwards along the tree.

"IS-K refused to pledge allegiance"      -> negated, asserted
"the army claimed to have repelled it"   -> affirmed, reported, attributed to "the army"
"if the junta attacks"                   -> affirmed, prospective
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from claimx.model import Modality, Polarity
from claimx.resources import load_toml
from claimx.syntax.inflect import noun_forms, verb_forms
from claimx.syntax.parse import Parse

# "it is not true that …" denies what follows; "it is not surprising that …" does not
PASSING = frozenset(
    {
        "true",
        "possible",
        "likely",
        "case",
        "believe",
        "believed",
        "think",
        "thought",
        "certain",
        "claim",
        "claimed",
    }
)
TIMES = frozenset(
    {
        "when",
        "after",
        "before",
        "while",
        "as",
        "since",
        "until",
        "once",
        "because",
        "although",
        "though",
        "whereas",
    }
)
NOBODY = frozenset({"nobody", "none", "neither"})
COMPLEMENT = (
    "xcomp",
    "ccomp",
    "obj",
    "obl",
    "acl",
    "csubj",
    "nmod",
    "advcl",
    "nsubj:pass",
    "compound",
    "iobj",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """How the text stands to a deed; `source` is the head word of who says so (None: nobody named)."""

    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    source: int | None = None
    able: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of scope, by printed form."""

    neg_adverbs: frozenset[str]
    neg_dets: frozenset[str]
    neg: dict[str, str]
    neg_adjectives: frozenset[str]
    double: dict[str, str]
    modals: frozenset[str]
    marks: frozenset[str]
    prospective: dict[str, str]
    prospective_adjectives: frozenset[str]
    enacted: frozenset[str]
    reported: dict[str, str]
    weak: frozenset[str]
    hedges: frozenset[str]
    hedge_adjectives: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    phrase_starts: frozenset[str]
    phrase_tells: frozenset[str]


def forms(verbs: list[str], nouns: list[str] = ()) -> dict[str, str]:
    """Printed form -> lemma, over verbs and nouns; the first lemma to claim a form keeps it."""
    out: dict[str, str] = {}
    for lemma in verbs:
        for form in verb_forms(lemma):
            out.setdefault(form, lemma)
    for lemma in nouns:
        for form in noun_forms(lemma):
            out.setdefault(form, lemma)
    return out


@cache
def words() -> Words:
    """The scope lexicon (data/context/scope.toml), built once."""
    raw = load_toml("context/scope.toml")
    neg, pro, rep = raw["negation"], raw["prospective"], raw["reported"]
    phrases = tuple(tuple(p.split()) for p in rep["phrases"])
    return Words(
        frozenset(neg["adverbs"]),
        frozenset(neg["determiners"]),
        forms(neg["verbs"], neg["nouns"]),
        frozenset(neg["adjectives"]),
        forms(neg["double"]),
        frozenset(pro["modals"]),
        frozenset(pro["marks"]),
        forms(pro["verbs"], pro["nouns"]),
        frozenset(pro["adjectives"]),
        frozenset(pro["enacted"]),
        forms(rep["verbs"], rep["nouns"]),
        frozenset(rep["weak"]),
        frozenset(rep["adverbs"]),
        frozenset(rep["adjectives"]),
        phrases,
        frozenset(phrase[0] for phrase in phrases),
        frozenset(max(phrase, key=len) for phrase in phrases),
    )


def find_scope(parse: Parse, i: int) -> Scope:
    """The scope over the word i (the trigger's head) of a parsed sentence."""
    lex = words()
    state = _State()
    _at_word(parse, i, i, state, lex)
    node, live = i, True
    for head in parse.ancestors(i):
        dep = parse.words[node].dep
        _charged(parse, node, state, lex)
        if dep == "conj":
            _across_conj(parse, node, head, state, lex)
        elif dep in ("nsubj", "nsubj:pass", "nmod:poss", "amod", "appos", "det"):
            _at_clause(parse, head, node, state, lex, live and dep.startswith("nsubj"))
        elif dep in COMPLEMENT:
            _governed(parse, node, head, dep, state, lex, live)
            denied = state.negated
            _at_word(parse, head, node, state, lex, live)
            if dep in ("ccomp", "csubj") and parse.words[head].lower not in PASSING:
                state.negated = denied  # "it is not surprising that they attacked", "did not say that"
        elif dep == "acl:relcl":
            live = False
            _at_word(parse, head, node, state, lex, live)
        else:
            _at_word(parse, head, node, state, lex, live and dep != "parataxis")
        if dep == "advcl" and parse.mark(node) in TIMES:
            live = False  # "failed to answer when the rebels attacked": they did attack
        node = head
    _according(parse, state, lex)
    _parenthetic(parse, i, state, lex)
    modality = (
        Modality.PROSPECTIVE
        if state.prospective
        else Modality.REPORTED
        if state.reported
        else Modality.ASSERTED
    )
    source = state.source
    text = parse.phrase(source, mods=True) if source is not None else None
    return Scope(
        Polarity.NEGATED if state.negated else Polarity.AFFIRMED,
        modality,
        text,
        source,
        bool(state.whys) and state.whys <= ABLE,
    )


@dataclass(slots=True)
class _State:
    negated: bool = False
    prospective: bool = False
    reported: bool = False
    source: int | None = None
    whys: set[str] = field(default_factory=set)


ABLE = frozenset(
    {
        "can",
        "could",
        "may",
        "might",
        "ability",
        "abilities",
        "capability",
        "capabilities",
        "capacity",
        "able",
        "capable",
        "would",
    }
)


def _at_word(parse: Parse, i: int, below: int, state: _State, lex: Words, live: bool = True) -> None:
    """What hangs on word i itself: "not", "no", a modal, "if", "reportedly"."""
    words_ = parse.words
    if not live:
        return
    for k in parse.kids[i]:
        w = words_[k]
        if k == below:
            continue
        if w.lower in lex.neg_adverbs and w.dep in (
            "advmod",
            "neg",
            "cc",
            "det",
            "aux",
            "cc:preconj",
            "preconj",
        ):
            nxt = words_[k + 1].lower if k + 1 < len(words_) else ""
            if nxt not in ("only", "just", "merely", "least", "simply", "until"):
                state.negated = not state.negated
        elif w.dep == "det" and w.lower in lex.neg_dets:
            state.negated = not state.negated
        elif (w.dep == "aux" and w.lower in lex.modals) or (w.dep == "mark" and w.lower in lex.marks):
            state.prospective = True
            state.whys.add(w.lower)
        elif (w.dep == "advmod" and w.lower in lex.hedges) or (
            w.dep == "amod" and w.lower in lex.hedge_adjectives
        ):
            state.reported = True
        elif w.dep == "amod" and w.lower in lex.prospective_adjectives and words_[i].pos == "NOUN":
            state.prospective = True
    for k in parse.children(i, "nsubj"):
        kids = {words_[c].lower for c in parse.kids[k]}
        if words_[k].lower in NOBODY or (kids & lex.neg_dets and k != below):
            state.negated = not state.negated
    if words_[i].lower in lex.prospective_adjectives and words_[i].pos == "ADJ" and below != i:
        state.prospective = True
    if words_[i].lower in lex.neg_adjectives and below != i:
        state.negated = not state.negated


def _at_clause(parse: Parse, head: int, node: int, state: _State, lex: Words, live: bool) -> None:
    """The deed is the subject: "no attacks occurred", "the raid may have killed"."""
    _at_word(parse, head, node, state, lex, live)


def _charged(parse: Parse, node: int, state: _State, lex: Words) -> None:
    """ "Accused it of arming rebels" reports what the accuser says; "condemned it for arming them" takes it as fact."""
    verb = parse.charge(node)
    lemma = lex.reported.get(parse.words[verb].lower) if verb is not None else None
    if verb is None or lemma is None or lemma in lex.weak:
        return
    state.reported = True
    said = parse.agents(verb) if parse.is_passive(verb) else parse.subjects(verb)
    if said and state.source is None:
        state.source = said[0]


def _across_conj(parse: Parse, node: int, head: int, state: _State, lex: Words) -> None:
    """A coordinated verb shares the modal and the denial of the first unless it has a verb group of its own."""
    own = [
        parse.words[k]
        for k in parse.kids[node]
        if parse.words[k].dep in ("aux", "aux:pass", "nsubj", "nsubj:pass", "cop")
    ]
    cc = [parse.words[k].lower for k in parse.kids[node] if parse.words[k].dep == "cc"]
    if own and "nor" not in cc:
        return
    bare = (
        parse.words[node].tag in ("VB", "VBN", "VBG", "NN", "NNS")
        and parse.words[node].tag == parse.words[head].tag
    )
    if not bare and "nor" not in cc and "or" not in cc:
        return
    before = _State()
    _at_word(parse, head, node, before, lex)
    if before.negated and ("or" in cc or "nor" in cc or parse.words[node].tag in ("VB", "NN", "NNS", "VBG")):
        state.negated = not state.negated if "nor" not in cc else True
    state.prospective = state.prospective or before.prospective


def _governed(parse: Parse, node: int, head: int, dep: str, state: _State, lex: Words, live: bool) -> None:
    """The word above is a verb or noun that denies, plans or reports what stands below it."""
    gov = parse.words[head]
    form = gov.lower
    particle = parse.particle(head)
    if particle and f"{form} {particle}" in lex.neg:
        form = f"{form} {particle}"
    marked = parse.words[node].dep == "advcl"
    direct_gerund = parse.words[node].tag == "VBG" and node == head + 1  # "denied having ties"
    if marked and parse.mark(node) not in ("from", "to", "of") and not direct_gerund:
        return
    prep = parse.case(node) or parse.mark(node)
    if (
        live
        and form in lex.neg
        and dep != "nsubj:pass"
        and prep not in ("by", "with", "in", "after", "following", "despite", "for", "at")
    ):
        state.negated = not state.negated
    elif live and form in lex.double and gov.pos == "VERB" and dep in ("obj", "xcomp", "nsubj:pass"):
        state.negated = not state.negated  # "ended its support"; "refused to end its support" affirms it
    lemma = lex.prospective.get(form)
    if (
        live
        and lemma
        and dep in ("xcomp", "ccomp", "acl", "obj", "nmod", "obl", "compound", "advcl")
        and prep not in ("by", "after", "in", "at", "following", "during", "from")
    ):
        infinitive = parse.mark(node) == "to" or parse.words[node].tag == "VB"
        noun = (
            gov.pos == "NOUN"
            and dep in ("acl", "nmod", "compound")
            and (infinitive or prep in ("of", "for", "to"))
        )
        clause = gov.pos == "VERB" and dep in ("xcomp", "ccomp", "advcl") and (infinitive or dep == "ccomp")
        direct = gov.pos == "VERB" and dep == "obj" and gov.tag != "VBN"
        past = gov.tag in ("VBD", "VBN") and lemma in lex.enacted
        if (noun or clause or direct) and not past:
            state.prospective = True
            state.whys.add(form)
    lemma = lex.reported.get(form)
    if (
        lemma
        and dep in ("ccomp", "xcomp", "acl", "nsubj:pass", "obj", "nmod", "obl")
        and (dep in ("ccomp", "xcomp") or gov.pos == "NOUN")
    ):
        said = (
            list(parse.agents(head))
            if gov.pos == "VERB"
            else [k for p, k in parse.obliques(head) if p == "by"] + parse.children(head, "nmod:poss")
        )
        strong = lemma not in lex.weak
        if gov.pos == "NOUN" and prep in ("on", "in", "at", "about", "after", "for", "against"):
            return
        if strong or (said and parse.words[said[0]].pos != "PRON" and gov.pos == "VERB"):
            state.reported = True
            if said and state.source is None:
                state.source = said[0]


def _according(parse: Parse, state: _State, lex: Words) -> None:
    """ "According to the database, …": the phrase stands anywhere in the sentence."""
    lower = parse.lowers
    if lex.phrase_tells.isdisjoint(lower):
        return
    for k in parse.having(lex.phrase_starts):
        for phrase in lex.phrases:
            n = len(phrase)
            if lower[k : k + n] == phrase and k + n < len(lower):
                if phrase == ("per",) and not (k == 0 or lower[k - 1] in (",", "(")):
                    continue
                state.reported = True
                inside = range(k + n, min(k + n + 12, len(lower)))
                heads = [
                    j
                    for j in inside
                    if parse.words[j].pos in ("NOUN", "PROPN")
                    and any(parse.words[c].i == k for c in parse.kids[j])
                ]
                if state.source is None:
                    state.source = heads[0] if heads else _next_noun(parse, k + n)
                return


def _next_noun(parse: Parse, i: int) -> int | None:
    last = None
    for j in range(i, min(i + 10, len(parse.words))):
        if parse.words[j].pos in ("NOUN", "PROPN"):
            last = j
        elif last is not None:
            break
    return last


def _parenthetic(parse: Parse, i: int, state: _State, lex: Words) -> None:
    """ "The group, officials said, killed six": the reporting verb hangs below as parataxis."""
    chain = [i, *parse.ancestors(i)]
    for node in chain:
        for k in parse.children(node, "parataxis"):
            lemma = lex.reported.get(parse.words[k].lower)
            if k not in chain and lemma and lemma not in lex.weak and parse.children(k, "nsubj"):
                state.reported = True
                if state.source is None:
                    state.source = parse.children(k, "nsubj")[0]
