"""Names of authors and editors as CSL-JSON: family, given, particles, suffix; organisations as literal."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from claimx.cite.entries.bodies import EDGE, INITIALS, JOIN, is_body
from claimx.resources import load_toml

Name = dict[str, Any]
OTHERS: Name = {"literal": "et al."}

_ET_AL = re.compile(
    r"[,;]?\s*(?:\(?\bet\.?\s*al(?:ii|ia)?\b\.?,?\)?|\band others\b\.?|\bu\.\s?a\.|\bet autres\b\.?|\by "
    r"otros\b\.?"
    r"|\be outros\b\.?|&\s?al\.|\bi dr\.|\bund andere\b|…|\.\.\.$)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:^|[\s,(\[;])(?:[(\[]?\b(?:eds?|editors?|edited by|hrsg(?:\. v(?:on|\.))?|hg(?:\. v(?:on|\.))?"
    r"|herausgegeben von|dirs?|coords?"
    r"|comps?|org|trans(?:l|lated|lators?)?|translated by|übers(?:etzt)?|trad|traduit par|sous la "
    r"dir(?:ection)? de|a cura di|ed\. by|eds\. by|red|directed by"
    r"|produced by|prod|dir\. by|author)\b\.?[)\]]?)(?=[\s,.;:)]|$)[.,:]?(?:\s+by\b)?",
    re.IGNORECASE,
)
_ROLE_IN_BRACKETS = re.compile(
    r"\s?[(\[](?:der|haz|ur|szerk|peny|pnyt|cur|zost|utg|toim|reds?|oprac|orgs?|otv\.\sred|a\sc(?:ura|\.)\sdi|Hgg|édi?t?s?)\.?[)\]]",
    re.IGNORECASE,
)
_INITIALS_IN_BRACKETS = re.compile(r"(?<=\w)\s\(((?:[A-ZÀ-Þ][a-zà-ÿ]?\.[\s-]?){1,3})\)")  # "Delmas (R.)"
_VANCOUVER = re.compile(
    r"^((?:[\w'’\-‐–]+\s)*[\w'’\-‐–]*[a-zà-ÿ][\w'’\-‐–]*)\s([A-ZÀ-Þ]{1,3}|[A-ZÀ-Þ]-[A-ZÀ-Þ])\.?$"
)
_TRAILING_INITIALS = re.compile(r"^((?:[\w'’\-‐–]+\s){0,2}[\w'’\-‐–]{2,})\s((?:[A-ZÀ-Þ]\.[\s\-]?){1,4})$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$")
_SMALL = re.compile(
    r"^(?:van|von|de|der|den|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ben|ter|ten|zu|zur|af|av"
    r"|st\.|vom|zum|ul|abu|d')$"
)
_AL = re.compile(r"^(?:al|el|ul|an|as|ash|at|ad|ar|az)[-‐–]", re.IGNORECASE)
_BIG_PARTICLE = re.compile(r"^(?:Van|Von|De|Di|Da|Du|La|Le|El|Al|Bin|Ibn|Abu|Del|Della|Mac|St\.?)$")


def parse_names(text: str) -> list[Name]:
    """People or bodies named in a list, in order.

    `parse_names("Gall, C., & Masood, S.")` gives Gall and Masood with their initials;
    `parse_names("Victor Asal et al.")` ends with `OTHERS`; `parse_names("International Crisis Group")`
    is one literal. Text that names nobody gives [].
    """
    text = re.sub(r"(?<=\w)- (?=[A-Z])", "-", text)  # "Yaqoob-Ul- Hassan"
    if "(" in text or "[" in text:
        text = _ROLE_IN_BRACKETS.sub("", text)
        several = len(_INITIALS_IN_BRACKETS.findall(text)) > 1
        text = _INITIALS_IN_BRACKETS.sub(r", \1;" if several else r", \1", text)
        text = re.sub(r";,?\s*(?:et|and|&|und|y|e)\s", "; ", text) if several else text
    text, others = _ET_AL.subn(" ; ", text) if _may_have_others(text) else (text, 0)
    text = _ROLE.sub(" ", text) if any(c in text for c in ".()[]") or " by" in text or "ed" in text else text
    text = text.strip(' ,;:/–—-*"“”')
    if not re.search(r"\w", text):
        return [dict(OTHERS)] if others else []
    if is_body(text) and not re.search(r";| and [A-Z]\w+ [A-Z]\w+$", text) and text.count(",") < 2:
        names = [_literal(text)]
    else:
        names = [name for chunk in _chunks(text) if (name := _name(*chunk))]
    return names + ([dict(OTHERS)] if others else [])


_OTHERS_HINTS = (
    "et al",
    "et. al",
    "etal",
    "& al",
    "&al",
    "other",
    "u.a",
    "u. a",
    "utres",
    "tros",
    " i dr",
    "ander",
    "…",
    "...",
)


def _may_have_others(text: str) -> bool:
    low = text.casefold()
    return any(hint in low for hint in _OTHERS_HINTS)


def _literal(text: str) -> Name:
    return {
        "literal": text.strip(' ,;:*"“”').rstrip(".")
        if not re.search(r"\b\w\.$", text)
        else text.strip(" ,;:")
    }


def _chunks(text: str) -> list[tuple[str, str]]:
    """The list cut into (family or whole name, given): given is empty when the name stands in natural
    order."""
    if ";" in text:
        return [pair for piece in text.split(";") if piece.strip() for pair in _one_or_more(piece.strip())]
    pieces = [p.strip(" ") for p in JOIN.split(text) if p.strip(" ,.")]
    if len(pieces) == 1:
        pieces = [p.strip() for p in re.split(r"\s(?:y|e|i)\s", text) if p.strip(" ,.")]
    parts = [part.strip() for piece in pieces for part in piece.split(",") if part.strip(" .")]
    commas = [len([part for part in piece.split(",") if part.strip(" .")]) for piece in pieces]
    return _pair(parts, commas)


def _one_or_more(piece: str) -> list[tuple[str, str]]:
    parts = [p.strip() for p in JOIN.sub(" , ", piece).split(",") if p.strip(" .")]
    if len(parts) == 2:
        return [(parts[0], parts[1])] if len(parts[0].split()) < 4 else [(parts[0], ""), (parts[1], "")]
    return _pair(parts, [len(parts)])


def _is_given(part: str) -> bool:
    return (
        bool(INITIALS.match(part))
        and len(part.replace(".", "").replace(" ", "").replace("-", "")) <= 4
        and ("." in part or len(part) <= 3)
    )


def _pair(parts: list[str], commas: list[int]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    index = 0
    singles = sum(1 for p in parts if len(p.split()) == 1)
    while index < len(parts):
        part = parts[index]
        after = parts[index + 1] if index + 1 < len(parts) else ""
        if _SUFFIX.match(part) and out:
            out[-1] = (out[-1][0], f"{out[-1][1]}, {part}" if out[-1][1] else f", {part}")
            index += 1
        elif (
            (
                after
                and _is_given(after)
                and not _SUFFIX.match(after)
                and not _is_given(part)
                and not _VANCOUVER.match(part)
            )
            or (after and not out and _leads_inverted(part, after, parts, commas, singles))
            or (
                after
                and out
                and out[0][1]
                and not out[0][1].startswith(",")
                and len(part.split()) == 1
                and _is_forename(after)
            )
        ):
            out.append((part, after))
            index += 2
        else:
            out.append((part, ""))
            index += 1
    return out


def _is_forename(part: str) -> bool:
    words = part.split()
    return len(words) <= 3 and words[0][:1].isupper() and (len(words) == 1 or _is_given(words[-1]))


def _leads_inverted(part: str, after: str, parts: list[str], commas: list[int], singles: int) -> bool:
    """Whether a list opens "Family, Given": "Marwell, Gerald, and Pamela Oliver"; not "Jadoon, Mines, and
    Sayed"."""
    in_capitals = _is_family_in_capitals(part) and after[:1].isupper() and after[1:2].islower()
    if commas[0] < 2 or (is_body(part) and not in_capitals):
        return False
    if _SUFFIX.match(after) or _VANCOUVER.match(part):
        return False
    words, next_words = part.split(), after.split()
    if len(words) > 1 and not (
        _SMALL.match(words[0])
        or _BIG_PARTICLE.match(words[0])
        or (len(words) == 2 and commas[0] == 2 and len(parts) == 2)
    ):
        return False
    if len(next_words) > 1 and _is_given(next_words[-1]):
        return True
    if len(parts) == 2:
        return len(next_words) <= 3 and not (len(words) == 2 and len(next_words) >= 2)
    return commas[0] == 2 and not (
        singles == len(parts) and len(parts) == 3 and len(commas) == 2 and commas[0] == 2
    )


def _name(family: str, given: str) -> Name | None:
    edge = EDGE.replace(".", "")
    family, lone_suffix, given = family.strip(edge), given.startswith(","), given.strip(edge)
    if not re.search(r"\w", family):
        return None
    if lone_suffix:
        natural = _natural(family)
        return {**natural, "suffix": given} if given and "family" in natural else natural
    if not given:
        return _natural(family)
    suffix = None
    if "," in given:
        given, _, suffix = (p.strip() for p in given.partition(","))
    words = family.rstrip(".").split()
    if len(words) > 1 and _SUFFIX.match(words[-1]):
        words, suffix = words[:-1], words[-1]
    name: Name = {"family": " ".join(words)}
    given_words = given.split()
    small = []
    while len(given_words) > 1 and _SMALL.match(given_words[-1]):
        small.insert(0, given_words.pop())
    name["given"] = " ".join(given_words)
    if small:
        name["dropping-particle"] = " ".join(small)
    if len(words) > 1 and _SMALL.match(words[0]):
        cut = next((i for i, w in enumerate(words) if not _SMALL.match(w)), len(words) - 1)
        name["family"] = " ".join(words[cut:])
        name["non-dropping-particle"] = " ".join(words[:cut])
    if suffix:
        name["suffix"] = suffix
    return name


def _natural(text: str) -> Name | None:
    """A name in natural order: "R. Karl Rethemeyer", "Slyker JA", "Liu Guozhu", "Ludwig van Beethoven"."""
    text = text.strip()
    if is_body(text):
        return _literal(text)
    match = _VANCOUVER.match(text) or _TRAILING_INITIALS.match(text)
    if match and (len(match[1]) > 4 or not INITIALS.match(match[1])):
        words = match[1].split()
        cut = next((i for i, w in enumerate(words) if not _SMALL.match(w)), 0)
        name = {"family": " ".join(words[cut:]), "given": match[2].strip()}
        if cut:
            name["non-dropping-particle"] = " ".join(words[:cut])
        return name
    words = text.split()
    if not any(c.isalpha() for c in text):
        return {"literal": text}
    suffix = None
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    words[-1] = words[-1] if re.search(r"\b\w\.$", words[-1]) else words[-1].rstrip(".")
    if len(words) == 1:
        return (
            {"family": words[0]} if words[0][:1].isupper() or _AL.match(words[0]) else {"literal": words[0]}
        )
    if len(words) == 2 and _is_family_first(words):
        return {"family": words[0], "given": words[1]}
    capitals = next((i for i, w in enumerate(words) if not _is_family_in_capitals(w)), len(words))
    if 0 < capitals < len(words) and all(w[1:2].islower() for w in words[capitals:]):  # "LEROUX Paul"
        return {"family": " ".join(words[:capitals]), "given": " ".join(words[capitals:])}
    start = len(words) - 1
    while start > 1 and _SMALL.match(words[start - 1]):
        start -= 1
    if start == 1 and (_SMALL.match(words[0]) or _BIG_PARTICLE.match(words[0])):
        start = 0
    name = {"family": " ".join(words[start:])}
    if start and start < len(words) - 1:
        name = {"family": words[-1], "non-dropping-particle": " ".join(words[start:-1])}
    if start:
        name["given"] = " ".join(words[:start])
    if suffix:
        name["suffix"] = suffix
    return name


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"]["acronyms"])


def _is_family_in_capitals(word: str) -> bool:
    """ "LEROUX", "SAINT-JUST", but no initials and no "UNHCR"."""
    bare = word.replace("-", "").replace("'", "").replace("’", "")
    return bare.isalpha() and bare.isupper() and len(bare) > 2 and word.casefold() not in _acronyms()


@cache
def _family_first() -> frozenset[str]:
    return frozenset(load_toml("lexicon/citation")["words"]["family-first"])


def _is_family_first(words: list[str]) -> bool:
    known = _family_first()
    return words[0].casefold() in known and words[1].casefold() not in known and "." not in words[1]
