"""A parsed sentence: words with heads, and the questions that a pattern asks of them.

Two builders give it: `tree.from_doc` (a spaCy Doc) and `shallow.from_tokens` (no statistical model).
Labels are Universal Dependencies: nsubj, nsubj:pass, obj, obl, obl:agent, nmod, nmod:poss, acl:relcl …
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

SUBJECT = ("nsubj", "nsubj:pass", "csubj")
# "urged the faction to join": the object joins; "left the front to join": the subject does
OBJECT_CONTROL = (
    "urg",
    "ask",
    "persua",
    "forc",
    "order",
    "help",
    "allow",
    "let",
    "convinc",
    "invit",
    "led",
    "lead",
    "push",
    "encourag",
    "enabl",
    "tell",
    "told",
    "want",
    "pressur",
    "requir",
    "instruct",
    "compel",
    "permit",
    "call",
    "expect",
    "caus",
    "induc",
    "lur",
    "entic",
    "direct",
    "command",
    "beg",
    "implor",
    "advis",
    "warn",
    "teach",
    "taught",
    "train",
    "hir",
    "pa",
    "assign",
    "dispatch",
    "sent",
    "send",
    "bring",
    "brought",
    "saw",
    "see",
    "mak",
    "made",
    "drov",
    "driv",
    "accus",
    "believ",
    "authori",
    "empower",
    "incit",
    "prompt",
    "press",
    "get",
    "got",
    "have",
    "had",
)
# "accused it of arming rebels", "fined it for arming rebels": the object arms them
CHARGE = (
    "accus",
    "suspect",
    "convict",
    "acquit",
    "blam",
    "critici",
    "denounc",
    "condemn",
    "ridicul",
    "mock",
    "prais",
    "castigat",
    "rebuk",
    "chastis",
    "lambast",
    "derid",
    "commend",
    "laud",
    "fault",
    "indict",
    "sanction",
    "punish",
    "fined",
    "pardon",
    "forgiv",
    "jail",
    "imprison",
    "sentenc",
    "detain",
    "arrest",
    "execut",
    "expel",
    "behead",
    "thank",
    "reprimand",
    "scold",
    "slam",
)
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(slots=True)
class Word:
    """One token: offsets in the sentence's plain text, tag (PTB), coarse `pos`, label and head index."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    pos: str
    dep: str
    head: int


@dataclass(slots=True)
class Parse:
    """The words of one sentence and their tree. `shallow` tells that no statistical parser saw it."""

    text: str
    words: list[Word]
    shallow: bool = False
    kids: list[list[int]] = field(default_factory=list)
    lowers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.kids = [[] for _ in self.words]
        self.lowers = tuple([word.lower for word in self.words])
        for word in self.words:
            if word.head != word.i:
                self.kids[word.head].append(word.i)

    # -- plain steps -----------------------------------------------------------------------
    def having(self, forms: Set[str]) -> list[int]:
        """The words whose lower-case form is one of `forms`, in the order of the text."""
        if forms.isdisjoint(self.lowers):
            return []
        return [i for i, low in enumerate(self.lowers) if low in forms]

    def children(self, i: int, *deps: str) -> list[int]:
        """Children of word i with one of the labels (all, if none is named), in the order of the text."""
        words = self.words
        return [k for k in self.kids[i] if not deps or words[k].dep in deps]

    def subtree(self, i: int) -> Iterator[int]:
        """Word i and all below it, unordered."""
        stack = [i]
        while stack:
            k = stack.pop()
            yield k
            stack.extend(self.kids[k])

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above word i, nearest first."""
        seen = 0
        while self.words[i].head != i and seen < len(self.words):
            i = self.words[i].head
            seen += 1
            yield i

    def word_at(self, offset: int) -> int | None:
        """The index of the word that covers a character offset, or None."""
        low, high = 0, len(self.words)
        while low < high:
            mid = (low + high) // 2
            if self.words[mid].end <= offset:
                low = mid + 1
            else:
                high = mid
        return low if low < len(self.words) and self.words[low].start <= offset else None

    def head_in(self, start: int, end: int) -> int | None:
        """The word inside a stretch of text whose head lies outside it: the stretch's head."""
        first = bisect_right(self.words, start, key=lambda w: w.end)
        inside = self.words[first : bisect_left(self.words, end, lo=first, key=lambda w: w.start)]
        if not inside:
            return None
        low, high = inside[0].i, inside[-1].i
        for w in inside:
            if (
                (w.head == w.i or not low <= w.head <= high)
                and w.pos != "PUNCT"
                and w.dep not in ("case", "det", "cc")
            ):
                return w.i
        return inside[-1].i

    # -- phrases ---------------------------------------------------------------------------
    def case(self, i: int) -> str:
        """The preposition of a phrase, multiword ones joined: "on", "because of"; "" if none."""
        kids = self.kids[i]
        if not kids:
            return ""
        marks = [k for k in kids if self.words[k].dep == "case" and k < i]
        if not marks:  # "of President Sadat": the preposition hung on the title
            low = next((k for k in kids if k < i and self.words[k].dep == "compound"), i)
            marks = [k for k in self.kids[low] if low < i and self.words[k].dep == "case" and k < low]
        if not marks:
            return ""
        parts = [self.words[marks[0]].lower]
        parts += [self.words[k].lower for k in self.kids[marks[0]] if self.words[k].dep == "fixed"]
        if len(marks) > 1 and len(parts) == 1:
            parts += [self.words[k].lower for k in marks[1:2]]
        return " ".join(parts)

    def conjuncts(self, i: int) -> list[int]:
        """Word i and the words coordinated with it, i first."""
        out = [i]
        for k in out:
            out.extend(c for c in self.kids[k] if self.words[c].dep == "conj" and c not in out)
        return out

    def first_conjunct(self, i: int) -> int:
        """The word that heads the coordination that i stands in."""
        while self.words[i].dep == "conj" and self.words[i].head != i:
            i = self.words[i].head
        return i

    def span(self, i: int, *, mods: bool = True) -> tuple[int, int]:
        """Start and end (code points) of the noun phrase that word i heads: determiners, modifiers,
        compounds, names, and (with `mods`) its "of" phrase; no relative clause, no other phrase after it."""
        words = self.words
        low = high = i
        for k in self.kids[i]:
            dep = words[k].dep
            if k < i and dep in (
                "det",
                "amod",
                "compound",
                "nummod",
                "nmod:poss",
                "flat",
                "nmod",
                "advmod",
                "det:predet",
            ):
                if dep == "nmod" and self.case(k):
                    continue
                low = min(low, min(self.subtree(k)))
            elif k > i and dep in ("flat", "fixed", "compound", "nummod") and k - high <= 2 + (high > i):
                high = max(high, max(self.subtree(k)))
            elif mods and k > i and dep == "nmod" and self.case(k) == "of":
                _, end = self.span(k)
                high = max(high, max(w.i for w in words if w.end <= end))
        while low < i and words[low].dep == "case" and words[words[low].head].dep == "nmod:poss":
            low += 1  # the preposition hangs on a possessor that opens the phrase
        return words[low].start, words[high].end

    def phrase(self, i: int, *, mods: bool = True) -> str:
        """The words of `span`."""
        start, end = self.span(i, mods=mods)
        return self.text[start:end]

    # -- predicates ------------------------------------------------------------------------
    def is_passive(self, i: int) -> bool:
        """Does the verb stand in the passive ("was killed by", "those killed by")?"""
        word = self.words[i]
        if any(self.words[k].dep in ("aux:pass", "nsubj:pass") for k in self.kids[i]):
            return True
        if word.dep == "conj" and word.tag == "VBN" and not self.children(i, "aux", *SUBJECT):
            return self.is_passive(word.head)
        return (
            word.tag == "VBN" and word.dep in ("acl", "amod", "advcl") and not self.children(i, "aux", "obj")
        )

    def subjects(self, i: int, _depth: int = 0) -> list[int]:
        """Heads of the (surface) subject of word i: its own, or the one it shares or is controlled by."""
        own = self.children(i, *SUBJECT)
        if own:
            return self._expand(own)
        if _depth > 6:
            return []
        word = self.words[i]
        head = word.head
        if head == i:
            return []
        stranded = self._stranded(i)
        if stranded is not None:
            return self._expand([stranded])
        charge = self.charge(i)
        if charge is not None:
            return self._expand(self.children(charge, "obj", "nsubj:pass"))
        if word.dep == "conj":
            return (
                self.subjects(head, _depth + 1)
                if self.words[head].pos not in NOMINAL or self.has_clause(head)
                else []
            )
        if word.dep == "xcomp":
            objects = self.children(head, "obj", "iobj")
            stem = self.words[head].lower.startswith(OBJECT_CONTROL)
            return self._expand(objects) if objects and stem else self.subjects(head, _depth + 1)
        if word.dep in ("acl", "acl:relcl"):
            if word.dep == "acl" and self._controlled(i):
                owners = self.children(head, "nmod:poss") or [
                    k for k in self.children(head, "nmod") if self.case(k) == "on"
                ]
                return self._expand(owners) if owners else self.subjects(self._verb_above(head), _depth + 1)
            return [*self._expand([head])]
        if (
            word.tag == "VBG"
            and word.dep in ("advcl", "obl", "xcomp")
            and "from" in (self.mark(i), self.case(i))
            and self.children(head, "obj")
        ):
            return self._expand(self.children(head, "obj"))  # "prohibit it from launching raids"
        if word.dep in ("advcl", "ccomp") and word.tag in ("VBG", "VBN", "VB"):
            return self.subjects(head, _depth + 1)
        return []

    def _stranded(self, i: int) -> int | None:
        """ "The ULFA, which shared its camps, kept 300 men": the noun that the parser left as root, its verb below it."""
        finite = self.words[i].tag in ("VBD", "VBZ", "VBP", "VBN") and not self.children(i, "aux", "aux:pass")
        if not finite or not i or self.words[i - 1].text != ",":
            return None
        root = next((w.i for w in self.words if w.head == w.i), i)
        if root >= i or self.words[root].pos not in ("NOUN", "PROPN") or self.has_clause(root):
            return None
        return root if self.children(root, "acl:relcl") else None

    def charge(self, i: int) -> int | None:
        """The verb that charges its object with the deed at i: "accused" for the "arming" of "accused it of arming"."""
        if self.mark(i) not in ("of", "for") and self.case(i) not in ("of", "for"):
            return None
        word = self.words[i]
        if word.tag != "VBG" and not any(self.words[k].lower in ("being", "having") for k in self.kids[i]):
            return None
        verb = word.head
        if word.dep in ("acl", "nmod") and self.words[verb].dep == "conj":  # "accused A and B of arming it"
            verb = self.first_conjunct(verb)
        if self.words[verb].dep in ("obj", "nsubj:pass") and word.dep in ("acl", "nmod"):
            verb = self.words[verb].head
        charges = self.words[verb].pos == "VERB" and self.words[verb].lower.startswith(CHARGE)
        return verb if charges and self.children(verb, "obj", "nsubj:pass") else None

    def has_clause(self, i: int) -> bool:
        """Is the noun a predicate ("X is a member"), so that it has a subject?"""
        return bool(self.children(i, "cop", *SUBJECT))

    def _controlled(self, i: int) -> bool:
        """ "its decision to join", "a leading role in liberating": the one who decides joins, not the decision."""
        word = self.words[i]
        return word.tag == "VB" or (
            word.tag == "VBG" and any(self.words[k].dep in ("mark", "case") for k in self.kids[i])
        )

    def _verb_above(self, i: int) -> int:
        for a in self.ancestors(i):
            if self.words[a].pos == "VERB" or self.has_clause(a):
                return a
        return self.words[i].head

    def _expand(self, heads: list[int]) -> list[int]:
        out: list[int] = []
        for h in heads:
            for k in self.conjuncts(self.antecedent(h)):
                if k not in out and self.words[k].pos in (*NOMINAL, "ADJ", "DET", "X", "VERB"):
                    out.append(k)
        return out

    def antecedent(self, i: int) -> int:
        """A relative pronoun gives the noun it stands for; any other word itself."""
        word = self.words[i]
        if word.lower in ("who", "which", "that", "whom", "whose") and word.tag in (
            "WP",
            "WDT",
            "WP$",
            "IN",
            "DT",
        ):
            for a in self.ancestors(i):
                if self.words[a].dep in ("acl:relcl", "acl"):
                    return self.words[a].head
        return i

    def objects(self, i: int) -> list[int]:
        """Heads of the direct object; of a relative clause without one of its own, the noun it hangs on."""
        own = self.children(i, "obj")
        if own:
            return self._expand(own)
        word = self.words[i]
        if (
            word.dep == "conj"
            and not self.children(i, "ccomp", "xcomp", "obl")
            and self.words[word.head].pos == "VERB"
        ):
            return []
        if (
            word.dep == "acl:relcl"
            and self.children(i, "nsubj")
            and not self._relative_subject(i)
            and not self.is_passive(i)
        ):
            return self._expand([word.head])
        return []

    def _relative_subject(self, i: int) -> bool:
        return any(self.antecedent(k) != k for k in self.children(i, *SUBJECT))

    def agents(self, i: int) -> list[int]:
        """Who does it: the active subject, or the passive's "by" phrase."""
        if not self.is_passive(i):
            return self.subjects(i)
        by = [k for k in self.children(i, "obl:agent", "obl") if self.case(k) == "by"]
        if (
            not by
        ):  # "captured, killed, or forced to flee by the army": the last verb's agent is the first's too
            for other in self.conjuncts(self.first_conjunct(i)):
                if other != i and other > i and self.children(other, "aux", "aux:pass", "nsubj"):
                    break
                by = by or [
                    k
                    for n in (other, *self.children(other, "xcomp"))
                    for k in self.children(n, "obl:agent", "obl")
                    if self.case(k) == "by"
                    and (self.words[k].dep == "obl:agent" or self.words[k].tag.startswith("NNP"))
                ]
        left_out = {patient for patient, _ in self.gapped(i)}
        return [k for k in self._expand(by) if k not in left_out]

    def gapped(self, i: int) -> list[tuple[int, int]]:
        """ "The KDP was armed by Iraq and the PUK by Iran": (patient, agent) of what the second half leaves unsaid."""
        out = []
        for k in self.children(i, "obl:agent", "obl"):
            if self.case(k) != "by":
                continue
            for c in [*self.conjuncts(k)[1:], *self.children(k, "appos")]:
                out += [(c, b) for b in self.children(c, "nmod", "obl") if self.case(b) == "by" and b > c]
        return out

    def patients(self, i: int) -> list[int]:
        """To whom it is done: the object, or the passive's subject."""
        if self.is_passive(i):
            word = self.words[i]
            if word.dep in ("acl", "amod") and not self.children(i, *SUBJECT):
                return self._expand([word.head])
            return self.subjects(i)
        return self.objects(i)

    def obliques(self, i: int) -> list[tuple[str, int]]:
        """(preposition, head) of the phrases that hang on word i, coordinated ones each.

        Of a verb also those that hang on its adverb ("quarrelled bitterly with the army", "walked away from it").
        """
        out = self._hanging_on(i)
        if self.words[i].pos == "VERB":
            for k in self.kids[i]:
                if self.words[k].dep == "advmod" and k > i and self.words[k].pos == "ADV":
                    out += [(prep, c) for prep, c in self._hanging_on(k) if c > k]
        return out

    def _hanging_on(self, i: int) -> list[tuple[str, int]]:
        out = []
        for k in self.kids[i]:
            if self.words[k].dep in ("obl", "nmod", "obl:agent", "advmod", "iobj", "advcl", "acl"):
                prep = self.case(k)
                if not prep and self.words[k].dep in ("advcl", "acl"):
                    prep = self.mark(k) if self.words[k].tag == "VBG" else ""
                if prep:
                    out.extend((prep, c) for c in self.conjuncts(k))
        return out

    def mark(self, i: int) -> str:
        """The word that opens a clause: "if", "to", "after"; "" if none."""
        marks = [self.words[k].lower for k in self.kids[i] if self.words[k].dep == "mark" and k < i]
        return marks[0] if marks else ""

    def particle(self, i: int) -> str:
        """ "out" of "carried out"; "" if none."""
        for k in self.kids[i]:
            if self.words[k].dep == "compound:prt" or (
                self.words[k].dep == "advmod" and self.words[k].tag == "RP"
            ):
                return self.words[k].lower
        return ""
