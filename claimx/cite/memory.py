"""The works a paper has named so far, and how an earlier one is found again by people or by title.

Indexed by family name and by the opening words of the title: finding costs alike, be the notes few or many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claimx.model import Reference
from claimx.names import (
    best_matches,
    family_names,
    normalize_name,
    normalize_title,
    same_title,
    short_title_fits,
    title_numbers,
)

TALK = ("interview", "personal_communication")


@dataclass(slots=True)
class Work:
    """A source given in full: where first, and what it can be known by."""

    number: str | None
    reference: Reference
    families: tuple[str, ...]
    bodies: tuple[str, ...]
    title: str
    year: int | None
    talk: bool


class Memory:
    """The works named so far in one article."""

    def __init__(self) -> None:
        self.by_family: dict[str, list[Work]] = {}
        self.by_body: dict[str, list[Work]] = {}
        self.by_opening: dict[str, list[Work]] = {}
        self.by_head: dict[tuple[str, str, frozenset[str]], list[Work]] = {}
        self.by_number: dict[tuple[str, str], list[Work]] = {}
        self.by_first_word: dict[str, list[Work]] = {}
        self.by_initial: dict[str, list[str]] = {}
        self.notes: dict[str, list[Work]] = {}
        self.last: list[Work] = []
        self.last_via: tuple[str, ...] = ()
        self.last_talk = False

    def add(self, number: str | None, reference: Reference) -> Work:
        """Remember a full source; a full repetition leads back to the work as first printed."""
        csl = reference.csl
        families = family_names(csl.get("author") or csl.get("editor") or ())
        bodies = tuple(normalize_name(csl[key]) for key in ("publisher", "container-title") if csl.get(key))
        date = csl.get("issued", {}).get("date-parts")
        work = Work(
            number,
            reference,
            families,
            bodies,
            csl.get("title", ""),
            int(date[0][0]) if date else None,
            csl["type"] == "interview",
        )
        opening = _opening(work.title)
        numbers = title_numbers(work.title)
        head = (families[0] if families else "", opening, numbers)
        for old in self.by_head.get(head, ()) if work.title else ():
            if same_title(old.title, work.title):
                return old
        for family in families:
            if family not in self.by_family:
                self.by_initial.setdefault(family[0], []).append(family)
            self.by_family.setdefault(family, []).append(work)
        for body in bodies:
            self.by_body.setdefault(body, []).append(work)
        if work.title:
            self.by_head.setdefault(head, []).append(work)
            self.by_opening.setdefault(opening, []).append(work)
            self.by_first_word.setdefault(opening.partition(" ")[0], []).append(work)
            for number in numbers:
                self.by_number.setdefault((opening, number), []).append(work)
        return work

    def by_names(self, names: Sequence[dict[str, Any]]) -> list[Work]:
        """Works by all the people named (the first decides; misspelt names count when nothing else fits)."""
        families = family_names(names)
        if not families:
            return []
        first = families[0]
        found = self.by_family.get(first)
        if found is None:
            last = first.split()[-1]
            found = self.by_family.get(last)
        if found is None:
            near = best_matches(first, self.by_initial.get(first[0], ()))
            found = [w for match in near[:1] for w in self.by_family[self.by_initial[first[0]][match.index]]]
        if len(families) > 1 and len(found) > 1:
            both = [w for w in found if any(f in w.families for f in families[1:])]
            found = both or found
        leading = [w for w in found if w.families[0] == first]
        return leading or found

    def by_title(self, title: str) -> list[Work]:
        """Works whose title may be cut to this one; a single short word ("War") names none."""
        opening = _opening(title)
        if " " not in opening:
            near = self.by_first_word.get(opening, ()) if len(opening) > 4 else ()
        else:  # "Yearbook of Sieges 1974" fits no title without that number: long series are not searched
            rarest = [self.by_number.get((opening, number), ()) for number in title_numbers(title)]
            near = min(rarest, key=len) if rarest else self.by_opening.get(opening, ())
        return [w for w in near if short_title_fits(title, w.title)]


def _opening(title: str) -> str:
    return " ".join(normalize_title(title).split()[:2])
