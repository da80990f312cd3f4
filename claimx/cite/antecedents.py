"""Which works a form that leans back may mean: by its number, by people and title, by title alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from claimx.cite.entries.short import Short
from claimx.cite.memory import Memory, Work
from claimx.model import Reference, Stance
from claimx.names import best_matches, family_names, normalize_name, short_title_fits


@dataclass(slots=True)
class Hit:
    """What one part of a note came to."""

    kind: str
    works: list[Work] = field(default_factory=list)
    reference: Reference | None = None
    via: tuple[str, ...] = ()
    ambiguous: bool = False
    problem: str | None = None
    locator: str | None = None
    stance: Stance = Stance.SUPPORTS


def ibid_hit(memory: Memory, short: Short, stance: Stance) -> Hit:
    """What "Ibid.": all the works named last, with the steps that led to them."""
    if not memory.last:
        return Hit("ibid", problem="ibid-without-antecedent", locator=short.locator)
    via = ("ibid", *(v for v in memory.last_via if v != "ibid"))
    return Hit(
        "ibid",
        list(memory.last),
        via=via,
        locator=short.locator,
        stance=stance,
        problem="ibid-after-several-sources" if len(memory.last) > 1 else None,
    )


def is_bare(csl: dict[str, Any], bare: Short) -> bool:
    """Whether nothing was read that tells where the work came out."""
    if bare.title and bare.rest:  # unquoted: only an antecedent can tell, the caller asks for one
        return True
    if csl.get("URL") or csl.get("DOI"):
        return False
    return bool(bare.names or bare.title)


def cited_hit(memory: Memory, short: Short, stance: Stance) -> Hit:
    """What "op. cit." and "supra note 7" point to, by the note's number or by people and title."""
    via = ("short-title",)
    if short.mode == "note":
        works = memory.notes.get(short.note or "", [])
        if len(works) > 1 and (short.names or short.title):
            works = _narrow(works, short) or works
        if not works and short.names:
            works = _narrow(memory.by_names(short.names), short)
        return _short_hit(works, short, stance, via)
    works = memory.by_names(short.names) if short.names else memory.by_title(short.title or "")
    if short.title:
        fitting = [w for w in works if short_title_fits(short.title, w.title)]
        works = fitting or ([] if short.names and len(works) > 1 else works)
    return _short_hit(works, short, stance, via)


def _narrow(works: list[Work], short: Short) -> list[Work]:
    families = set(family_names(short.names))
    found = [w for w in works if not families or families & set(w.families)]
    if short.title:
        return [w for w in found if short_title_fits(short.title, w.title)] or found
    return found


def _short_hit(works: list[Work], short: Short, stance: Stance, via: tuple[str, ...]) -> Hit:
    works = list({id(w): w for w in works}.values())
    via = (*via, "as-quoted-in") if stance is Stance.QUOTED_IN else via
    if not works:
        return Hit(
            "short", via=(), problem="short-form-without-antecedent", locator=short.locator, stance=stance
        )
    several = len({w.number for w in works}) > 1 or len(works) > 1
    return Hit(
        "short",
        works,
        via=via,
        ambiguous=several,
        locator=short.locator,
        stance=stance,
        problem="ambiguous-short-form" if several else None,
    )


def bare_hit(memory: Memory, short: Short, stance: Stance, reference: Reference | None) -> Hit | None:
    """A short form without a word that says so counts only when an antecedent bears it out."""
    if short.title:
        works = memory.by_names(short.names) if short.names else memory.by_title(short.title)
        works = [w for w in works if short_title_fits(short.title, w.title)]
        if short.container:
            works = [
                w
                for w in works
                if short.container and any(normalize_name(short.container) == b for b in w.bodies)
            ]
        if not works and short.names and not short.rest:
            works = [w for w in memory.by_title(short.title) if _people_overlap(short, w)]
    else:
        works = memory.by_names(short.names)
        if not works and short.year:
            works = [w for body in family_names(short.names) for w in memory.by_body.get(body, ())]
            works = [w for w in works if w.year == short.year]
        if short.year:
            works = [w for w in works if w.year == short.year]
        elif reference is None and not works:
            return None
        works = [w for w in works if not w.talk]
    return _short_hit(works, short, stance, ("short-title",)) if works else None


def _people_overlap(short: Short, work: Work) -> bool:
    families = family_names(short.names)
    return any(best_matches(f, work.families) for f in families) or not work.families


def talk_hit(number: str | None, reference: Reference, memory: Memory) -> Hit:
    """An interview; without a date it repeats an earlier one with the same person."""
    csl = reference.csl
    if "issued" not in csl and csl.get("author"):
        works = [w for w in memory.by_names(csl["author"]) if w.talk]
        if works:
            hit = _short_hit(
                works, Short("bare", locator=reference.locator), Stance.SUPPORTS, ("short-title",)
            )
            hit.kind = "interview"
            return hit
    return Hit("interview", [memory.add(number, reference)], reference)
