"""The walk that finds places in one sentence: known names where they stand as places, then shapes."""

from __future__ import annotations

import re

from claimx.mentions.entities import Names, words_of
from claimx.mentions.folding import is_acronym
from claimx.mentions.pieces import Pieces
from claimx.mentions.placenames import (
    AREA,
    CITY,
    COUNTRY,
    SITE,
    Known,
    find_cities,
    place_key,
    place_table,
    place_words,
)
from claimx.model import Place

Found = tuple[int, int, Place]

_GAPS = frozenset((" ", "-", "‑", "–", "\n", "-\n", "\u00a0", "- "))
_HYPHENS = frozenset(("-", "‑", "–", "-\n", "- "))
# "(quoted in Vohra, 2021)", "in Mir et al.", "in Khan (2020)": an author.
_SOURCE_BEHIND = re.compile(r",? \(?(?:\d{4}|et al|and [A-Z]\w+,? \(?\d{4})")
# Inhabitants from which a name needs no preposition: in a sentence, at its start, and after "in" when
# the name is a common word ("in Nice").
_COMMON_CITY, _LEADING_CITY, _WORD_CITY = 50_000, 100_000, 50_000


class PlaceFinder:
    """Walks one sentence; `found` collects what holds."""

    def __init__(self, pieces: Pieces, index: Names | None) -> None:
        self.pieces = pieces
        self.defined = index.places if index else {}
        self.index = index
        self.found: list[Found] = []

    def run(self) -> list[Found]:
        """All places of the sentence, in order of the text."""
        pieces, following = self.pieces, 0
        for i in pieces.capitals:
            if i >= following and not pieces.taken[i] and not pieces.word[i][0].isdigit():
                following = self._at(i)
        if not place_words("plural_nouns").isdisjoint(pieces.word):
            for i, word in enumerate(pieces.word):
                if word in place_words("plural_nouns"):
                    self._listed(i)
        return sorted(self.found, key=lambda f: (f[0], f[1]))

    def _at(self, i: int) -> int:
        """Tries the names that start at piece `i`; returns the piece after what was taken."""
        pieces = self.pieces
        article = pieces.word[i] in ("The", "La") and pieces.after(i)[:1].isupper()
        if article and place_key(pieces.span(i, i + 1)) not in place_table():
            return i + 1  # "The Hague" is a place, "The Sudan" starts with Sudan
        last = self._run_end(i)
        lead = self._lead(i)
        for end in range(min(last, i + 3), i - 1, -1):
            known = self._known(i, end) if pieces.word[end][0].isupper() else None
            if known is not None and self._stands(i, end, last, known, lead):
                return self._border(i, end, known) or self._add(i, end, known)
        return self._unknown(i, last, lead)

    def _run_end(self, i: int) -> int:
        """Last piece of the capitalised run, small words inside included ("Port of Spain", "Deir ez-Zor")."""
        pieces, last, j = self.pieces, i, i + 1
        while j < len(pieces) and j - last <= 2 and pieces.gap[j] in _GAPS and not pieces.taken[j]:
            if pieces.possessive(j - 1):
                break
            if pieces.word[j][0].isupper():
                last = j
            elif pieces.word[j] not in place_words("inside"):
                break
            j += 1
        return last

    def _lead(self, i: int) -> str:
        """The word before, articles skipped; "" at the start of a sentence, "," after a comma."""
        pieces, j = self.pieces, i - 1
        while j >= 0 and pieces.gap[j + 1] in _GAPS and pieces.word[j].lower() in place_words("articles"):
            j -= 1
        if j < 0 or pieces.gap[j + 1] not in _GAPS:
            return "," if i and pieces.gap[i].startswith(",") else ""
        return "of" if pieces.possessive(j) else pieces.word[j]  # "Mali's Gao": as in "Gao of Mali"

    def _known(self, i: int, end: int) -> Known | None:
        """The listed place that pieces i..end name: own rows and ISO units first, then cities."""
        printed = self.pieces.span(i, end)
        if printed.isupper() and len(printed) > 3 and self.pieces.text.isupper():
            printed = printed.title()  # a heading in capitals
        known = place_table().get(place_key(printed))
        own = known is not None and known.source == "own"
        if end == i and is_acronym(printed) and not (own and known.name != printed.title()):
            long = self.defined.get(printed)
            return Known(long, (), AREA, source="defined") if long else None
        if known is not None and (own or not self._common_word(i, end)):
            return known
        cities = find_cities(printed) if end > i or len(printed) > 2 else ()
        if len(cities) > 1 and self.index is not None and self.index.text:
            return next((c for c in cities if self.index.countries.get(c.countries[0])), cities[0])
        return cities[0] if cities else None

    def _common_word(self, i: int, end: int) -> bool:
        word = self.pieces.word[i]
        return end == i and (word in place_words("not_places") or word.lower() in place_words("directions"))

    def _stands(self, i: int, end: int, last: int, known: Known, lead: str) -> bool:
        """Whether the name is this place here, and no surname, newspaper or plain word."""
        opening = i == 1 and known.rank == COUNTRY  # "Unless Pakistan": a country after the first word
        if self._goes_on(end, last) or (not opening and self._follows_name(i, lead)):
            return False
        common = self._common_word(i, end)
        if known.source in ("own", "defined") and not (known.rank == CITY and common):
            return True
        if self._noun_after(end) or self._country_behind(end) is not None:
            return True
        if common:
            return lead in place_words("strong") and known.population > _WORD_CITY
        if lead.lower() in place_words("before") or lead == ",":
            return True
        return known.source == "city" and known.population >= (_COMMON_CITY if lead else _LEADING_CITY)

    def _goes_on(self, end: int, last: int) -> bool:
        """ "Karachi Stock Exchange", "Paris Hilton", "Ain al-Asad": the run is another name."""
        if end == last:
            return False
        following, gap = self.pieces.word[end + 1], self.pieces.gap[end + 1]
        if following[0].islower():
            return True
        low = following.lower()
        return gap in (" ", "\n") and not (low in place_words("nouns") or low in place_words("plural_nouns"))

    def _follows_name(self, i: int, lead: str) -> bool:
        """ "Jacob Paris": a surname."""
        if not lead[:1].isupper() or self.pieces.gap[i] not in (" ", "\n") or self.pieces.taken[i - 1]:
            return False
        low = lead.lower()
        known_word = low in place_words("directions") or low in place_words("before")
        return not known_word and low not in words_of("not_first")

    def _noun_after(self, end: int) -> str:
        """ "district" after "Kech", else ""."""
        noun = self.pieces.after(end).lower()
        return noun if noun in place_words("nouns") and not self.pieces.possessive(end) else ""

    def _country_behind(self, end: int) -> Known | None:
        """The wider place after a comma: "Omagh, Northern Ireland"."""
        nxt, pieces = end + 1, self.pieces
        if not pieces.after(end, (", ", " ("))[:1].isupper():
            return None
        for last in (nxt + 1, nxt):
            if last < len(pieces) and (last == nxt or pieces.gap[last] in _GAPS):
                known = place_table().get(place_key(pieces.span(nxt, last)))
                if known is not None and known.rank >= AREA:
                    return known
        return None

    def _add(self, i: int, end: int, known: Known, *, with_noun: bool = True) -> int:
        """Records the place, its noun taken in ("Kech district"); returns the piece after it."""
        pieces, last, name = self.pieces, end, known.name
        noun = self._noun_after(end) if with_noun and known.rank < COUNTRY else ""
        if noun and noun != "border":
            last = end + 1
            pieces.taken[last] = True
        start = self._start(i)
        text = pieces.text[start : pieces.end[last]]
        if noun in place_words("sites"):
            name = text
        country = known.countries[0] if len(known.countries) == 1 else None
        owner = self._owner(i) if known.rank <= AREA else None
        if owner is not None and (country is None or known.source in ("iso", "city")):
            country = owner  # "Cameroon's North-West Region": there are others
        self.found.append((start, pieces.end[last], Place(text, name, country)))
        return last + 1

    def _shaped(self, i: int, end: int, rank: int, countries: tuple[str, ...] = (), *, noun=True) -> int:
        """Records a place that no list knows."""
        known = Known(self.pieces.span(i, end), countries, rank, source="shape")
        return self._add(i, end, known, with_noun=noun)

    def _border(self, i: int, end: int, known: Known) -> int | None:
        """ "the Pakistan-Afghanistan border" is one place."""
        pieces = self.pieces
        if known.rank != COUNTRY or not pieces.after(end, _HYPHENS)[:1].isupper():
            return None
        if pieces.after(end + 1).lower() not in ("border", "frontier"):
            return None
        text = pieces.span(i, end + 2)
        self.found.append((pieces.start[i], pieces.end[end + 2], Place(text, text, None)))
        return end + 3

    def _owner(self, i: int) -> str | None:
        """The country whose possessive stands before: "Pakistan's Kech district"."""
        if not i or not self.pieces.possessive(i - 1):
            return None
        owner = place_table().get(place_key(self.pieces.word[i - 1]))
        return owner.countries[0] if owner is not None and len(owner.countries) == 1 else None

    def _start(self, i: int) -> int:
        """ "al-" before the name belongs to it."""
        pieces = self.pieces
        article = i and pieces.gap[i] in _HYPHENS and pieces.word[i - 1].lower() in place_words("articles")
        return pieces.start[i - 1] if article else pieces.start[i]

    def _unknown(self, i: int, last: int, lead: str) -> int:
        """By shape: "Luhaiban village", "Kafr Zaza, Syria" and "in Kafr Zaza"."""
        pieces = self.pieces
        if self._stopped(i):
            return i + 1
        cited = _SOURCE_BEHIND.match(pieces.text, pieces.end[last]) or lead in ("quoted", "cited", "see")
        if cited or last - i > 3 or any(pieces.taken[i : last + 1]):
            return i + 1
        end = last - 1 if last > i and pieces.word[last].lower() in place_words("nouns") else last
        noun = self._noun_after(end)
        behind = self._country_behind(end + 1 if noun else last)
        countries = behind.countries if behind is not None else ()
        if noun and self._makes_place(i, end):
            return self._shaped(i, end, SITE if noun in place_words("sites") else AREA, countries)
        if is_acronym(pieces.word[last]):
            return i + 1
        if countries and lead.lower() in place_words("before"):
            return self._shaped(i, last, CITY, countries, noun=False)
        if lead in place_words("strong") and not pieces.possessive(last) and not self._describes(last):
            return self._shaped(i, last, CITY, noun=False)
        return i + 1

    def _makes_place(self, i: int, end: int) -> bool:
        """Not "the Hanafi school", not "IDP camp"; but "Sarajevo's Markale market"."""
        vague = self.pieces.word[end + 1] in place_words("vague")
        owned = i > 0 and self.pieces.possessive(i - 1)
        return (not vague or owned) and not (end == i and is_acronym(self.pieces.word[i]))

    def _describes(self, last: int) -> bool:
        """ "in Gulzar factions", "in Hausa language": an adjective."""
        following = self.pieces.after(last, (" ", "-")).lower()
        return following in words_of("members") or following in words_of("bodies") or following == "language"

    def _stopped(self, i: int) -> bool:
        word = self.pieces.word[i]
        low = word.lower()
        if low in place_words("directions") or low in words_of("peoples") or low in words_of("not_first"):
            return True
        return word in place_words("not_in") or (len(word) == 1 and word.isupper())

    def _listed(self, noun: int) -> None:
        """ "the Panjgur and Noshki districts", "Diyala, Kirkuk and Nineveh provinces": each is a place."""
        pieces, j = self.pieces, noun - 1
        while j >= 0:
            if pieces.word[j] in ("and", "or") and pieces.gap[j + 1] == " ":
                j -= 1
                continue
            if pieces.gap[j + 1] not in (" ", ", ") or not pieces.word[j][0].isupper():
                return
            first = self._run_start(j)
            known_already = any(s <= pieces.start[j] < e for s, e, _ in self.found)
            if not (pieces.taken[j] or known_already or self._stopped(first)):
                known = self._known(first, j) or Known(pieces.span(first, j), (), AREA, source="shape")
                self._add(first, j, known, with_noun=False)
            j = first - 1

    def _run_start(self, j: int) -> int:
        pieces = self.pieces
        while j and pieces.gap[j] in _GAPS and pieces.word[j - 1][0].isupper():
            if pieces.taken[j - 1] or pieces.possessive(j - 1):
                break
            j -= 1
        return j
