"""Keys of a reference list ("Young & Dugan, 2014", "Asal et al., 2016a") and what citations call them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimx.cite.words import words
from claimx.names import closeness

# Names this alike, of one year, are one author misspelt ("Hammming", "Jadon & Mines").
ALIKE = 0.85
# The second best must be this much further off for the best to be taken.
MARGIN = 0.04

YEAR = r"(?:(?:1[5-9]|20)\d\d(?!\d)[a-z]?|n\.\s?d\.|[Ii]n press|[Ff]orthcoming)(?![\w])"
_HEAD_YEAR = re.compile(rf"[(\[]?(?<![\w/-])(?P<year>{YEAR})")
_CAPITAL = r"[^\W\d_a-z]"
_INITIALS = re.compile(rf"^(?:(?:{_CAPITAL}\.?[\s-]?){{1,4}}|(?:{_CAPITAL}\.[\s-]?)+[^\W\d_]{{0,12}}\.?)$")
_MEDICAL = re.compile(
    r"(?P<names>(?:[^\W\d_a-z][\w'’ -]+ [A-Z]{1,3}(?:, |(?=\.)))+(?:et al)?)\.\s+(?=[^\W\d_a-z])"
)
_SENTENCE_IN = re.compile(r"[a-zß-ÿ)]{2}\.\s+(?=[^\W\d_a-z][a-zß-ÿ]{2})")
# The names and the year of an entry stand within its first characters.
_LONGEST_HEAD = 330
_TURNED = re.compile(r",|;|&|\b(?:and|y|und|et)\b")
_EDITORS = re.compile(r"[\s,]*[(\[]?\b[Ee]d(?:itor)?s?\b\.?[)\]]?[\s,.]*$")
_SAGE = re.compile(r"^(?P<family>[^\W\d_][^,]*?\w)\s+(?P<initials>[^\W\d_a-z]{1,3})$")
_DASHES = re.compile(r"^\s*[-–—_―]{2,}\s*[.,]?\s*")
_ACRONYM = re.compile(r"\s*[(\[](?P<short>[^\W\d_a-z][\w&.-]{1,11})[)\]]")
_ETAL = re.compile(
    r",?\s*\bet\.?\s+al\b\.?|,?\s*\b(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:colleagues|others|co-?authors)\b"
)
_JOIN = re.compile(r"\s*(?:,?\s*&\s*|,?\s+and\s+|,?\s+und\s+|,?\s+et\s+(?!al\b)|\s+y\s+|;)\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference as citations call it: families (or one organisation), its year with letter, its key."""

    key: str
    names: tuple[str, ...]
    year: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Entries (indices) that a citation may mean; `how`: exact | first-author | fuzzy, or None."""

    entries: tuple[int, ...] = ()
    how: str | None = None


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name as it is compared: no accents, case or marks, "&" as "and", "and colleagues" as "et al".

    >>> fold("Öztürk & Ó Conaill"), fold("Asal and colleagues")
    ('ozturk and o conaill', 'asal et al')
    """
    name = _ETAL.sub(" et al", name).replace("&", " and ")
    plain = unicodedata.normalize(
        "NFKD", name.replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("ß", "ss")
    )
    plain = re.sub(r"['’`]s\b|['’`]$", "", plain)
    bare = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "").lower()
    parts = re.findall(r"[a-z0-9]+", bare)
    return " ".join(parts[1:] if parts[:1] == ["the"] and len(parts) > 1 else parts)


def read_entry(text: str, csl: dict[str, Any] | None = None, previous: Entry | None = None) -> Entry | None:
    """The key of a list entry from its opening words, else from its CSL-JSON; None when it has no year.

    `previous` supplies the names behind "———. 2003."

    >>> read_entry("Asal, V., Park, H. H., & Rethemeyer, R. K. (2016a). With friends like these.").key
    'Asal et al., 2016a'
    """
    match = _HEAD_YEAR.search(text, 0, _LONGEST_HEAD)
    year = match["year"] if match else ""
    head = text[: match.start()] if match else ""
    aliases = tuple(short["short"] for short in _ACRONYM.finditer(head))
    names = previous.names if previous and _DASHES.match(text) else _head_names(head)
    if csl:
        names = names or _csl_names(csl)
        year = year or _csl_year(csl)
    if not names or not year:
        return None
    year = _plain_year(year)
    return Entry(make_key(names, year), names, year, aliases)


def _head_names(head: str) -> tuple[str, ...]:
    """Names before the year; () when a title stands there too ("Hale, P. The Rising. London: Hurst")."""
    bare = _EDITORS.sub("", _ACRONYM.sub("", head).strip(" .,:;(["))
    medical = _MEDICAL.match(bare)
    if medical:  # "Noor A, Diallo B. Mortars. Lancet. 2014"
        return split_names(medical["names"])
    if not bare or re.search(r"[\"“”‘]", bare) or _SENTENCE_IN.search(bare):
        return ()
    return split_names(bare)


def make_key(names: Sequence[str], year: str) -> str:
    """ "Young", "Young & Dugan", "Asal et al.", and the year."""
    few = " & ".join(names) if len(names) < 3 else f"{names[0]} et al."
    return f"{few}, {year}"


def split_names(head: str) -> tuple[str, ...]:
    """Family names (or one organisation) of "Young, J. K., & Dugan, L.", "Kalyvas SN", "Crisis Group".

    >>> split_names("Young, Joseph K. and Laura Dugan"), split_names("Center for Security and Cooperation")
    (('Young', 'Dugan'), ('Center for Security and Cooperation',))
    """
    more = _ETAL.search(head)
    head = (head[: more.start()] if more else head).strip(" ,.")
    families: list[str] = []
    if _is_body(head) or not _TURNED.search(head):
        sage = _SAGE.match(head)  # a list turns persons round: what has no comma is a body, or "Kalyvas SN"
        families = [sage["family"] if sage and not _INITIALS.match(sage["family"]) else head]
    else:
        for part in _JOIN.split(head):
            families += _families(part, inverted=not families)
    if more:
        families += ["", ""][: max(0, 3 - len(families))]
    return tuple(families) if families and families[0] else ()


def _families(part: str, inverted: bool) -> list[str]:
    """Families of one run between "and"s: "Young, J. K., Dugan, L.", "Young, Joseph", "Laura Dugan"."""
    tokens = [t.strip() for t in part.split(",") if t.strip(" .")]
    tokens = [t for t in tokens if t.strip(". ").lower() not in words("names", "suffixes")]
    families: list[str] = []
    at = 0
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else ""
        sage = _SAGE.match(token)
        if following and _INITIALS.match(following):
            families.append(token)
            at += 2
        elif sage and not _INITIALS.match(sage["family"]):
            families.append(sage["family"])
            at += 1
        elif following and inverted and not families and _is_given(following):
            families.append(token)
            at += 2
        else:
            families.append(_surname(token) if not _is_body(token) else token)
            at += 1
    return families


def _is_given(token: str) -> bool:
    parts = token.split()
    return (
        len(parts) <= 3 and all(w[:1].isupper() for w in parts) and not (len(parts) > 1 and _is_body(token))
    )


def _is_body(head: str) -> bool:
    """An organisation: words like "of" or "for", or "Group", "Ministry", and no initials."""
    if re.search(r",\s*(?:[^\W\d_]\.|[^\W\d_]\b)", head):
        return False
    low = [w.strip(".,").lower() for w in head.split()]
    if len(low) < 2:
        return "," not in head
    bodies = words("inline", "bodies")
    small = bool({"of", "for", "on", "against", "in", "to"} & set(low))
    named = any(w in bodies or w.rstrip("s") in bodies for w in low)
    return (small or named or head.isupper()) and ("," not in head or small)


def _surname(name: str) -> str:
    """The last word of "Charles van der Berg", with its particles."""
    parts = name.split()
    at = len(parts) - 1
    while at > 0 and (parts[at - 1].lower() in words("names", "particles") or parts[at - 1][:1].islower()):
        at -= 1
    return " ".join(parts[at:])


def _csl_names(csl: dict[str, Any]) -> tuple[str, ...]:
    people = csl.get("author") or csl.get("editor") or []
    names = [
        p.get("literal") or " ".join(filter(None, (p.get("non-dropping-particle"), p.get("family"))))
        for p in people
    ]
    return tuple(n for n in names if n)


def _csl_year(csl: dict[str, Any]) -> str:
    parts = (csl.get("issued") or {}).get("date-parts") or [[None]]
    return str(parts[0][0]) if parts[0] and parts[0][0] else ""


def _plain_year(year: str) -> str:
    low = re.sub(r"\s", "", year.lower())
    return {"inpress": "in press"}.get(low, low)


class ReferenceIndex:
    """Looks up what a citation names: exact names, then the first author alone, then a misspelling."""

    def __init__(self, entries: Sequence[Entry | None]):
        self.entries = list(entries)
        self._forms: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._first: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_year: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self.names: dict[str, str] = {}
        for index, entry in enumerate(self.entries):
            if entry:
                self._add(index, entry)

    def _add(self, index: int, entry: Entry) -> None:
        base = _base(entry.year)
        forms = list(dict.fromkeys(_forms(entry)))
        for form in forms:
            self._forms[form, base].append(index)
            self._by_year[base].append((form, index))
            self.names.setdefault(form, entry.names[0])
        self._first[fold(entry.names[0]), base].append(index)

    def __len__(self) -> int:
        return sum(entry is not None for entry in self.entries)

    def alias(self, short: str, name: str) -> None:
        """From now on `short` stands for `name`: "(International Crisis Group [ICG], 2012)"."""
        for (form, base), indices in list(self._forms.items()):
            if form == fold(name) and (fold(short), base) not in self._forms:
                self._forms[fold(short), base] = indices

    def match(self, names: str, year: str, *, fuzzy: bool = True) -> Match:
        """Entries that "Young & Dugan", "2014" may mean: one, several (2021a or 2021b), or none."""
        folded, base, letter = fold(names), _base(_plain_year(year)), _letter(_plain_year(year))
        for how, table, name in (
            ("exact", self._forms, folded),
            ("exact", self._forms, fold(_surname(names))),
            ("first-author", self._first, re.sub(r" (?:et al|and .*)$", "", folded)),
        ):
            if how == "exact" and name != folded and len(names.split()) > 4:
                continue
            found = self._lettered(table.get((name, base), []), letter)
            if found and (how == "exact" or len(found) == 1):
                return Match(tuple(found), how)
        return self._misspelt(folded, base, letter) if fuzzy else Match()

    def _lettered(self, found: list[int], letter: str) -> list[int]:
        if not letter:
            return found
        exact = [i for i in found if _letter(self.entries[i].year) == letter]  # type: ignore[union-attr]
        return exact or [i for i in found if not _letter(self.entries[i].year)]  # type: ignore[union-attr]

    def _misspelt(self, folded: str, base: str, letter: str) -> Match:
        scored: dict[int, float] = {}
        for form, index in self._by_year.get(base, ()):
            if form[:1] == folded[:1] or form[1:2] == folded[1:2]:
                scored[index] = max(scored.get(index, 0.0), closeness(form, folded, ALIKE))
        ranked = sorted(scored, key=lambda i: (-scored[i], i))
        if not ranked or scored[ranked[0]] < ALIKE or len(folded) < 4:
            return Match()
        best = [i for i in ranked if scored[ranked[0]] - scored[i] < MARGIN]
        best = self._lettered(sorted(best), letter) or best
        return Match(tuple(sorted(best)), "fuzzy")


def _forms(entry: Entry) -> list[str]:
    """Everything a citation may call an entry, folded."""
    names = [fold(n) for n in entry.names if n]
    forms = [fold(alias) for alias in entry.aliases]
    if len(names) == 1:
        forms.append(names[0])
        capitals = [w for w in re.findall(r"\w+", entry.names[0]) if w[:1].isupper()]
        if len(capitals) > 2:
            forms.append("".join(w[0] for w in capitals).lower())
        elif len(capitals) == 2:  # "John Smith. 2014." in a list that does not turn names round
            forms.append(fold(_surname(entry.names[0])))
        return forms
    if len(names) == 2 and len(entry.names) == 2:
        forms += [f"{names[0]} and {names[1]}"]
    forms += [f"{names[0]} et al", f"{names[0]} {names[1]} et al", " ".join(names)]
    if len(names) > 2:
        forms += [" ".join(names[:-1]) + f" and {names[-1]}", f"{names[0]} {names[1]} {names[2]} et al"]
    return forms


def _base(year: str) -> str:
    return year[:4] if year[:4].isdigit() else year


def _letter(year: str) -> str:
    return year[4:] if year[:4].isdigit() else ""
