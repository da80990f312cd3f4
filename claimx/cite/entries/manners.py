"""Reference strings in the manners of many languages, for training: names that are facts, titles of our own words.

The labelled collection is English for the most part. What marks a volume, a container or an editor elsewhere
("Jg. 32, H. 2", "[w:]", "a cura di", "// Voprosy istorii") is learnt from rows made here; the words are in
`data/citation/manners.toml`. Everything is drawn with a seeded generator; nothing here runs outside training.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from claimx.resources import load_toml

# How often each kind and each language is drawn.
KINDS = {"article": 0.45, "chapter": 0.21, "book": 0.19, "news": 0.08, "thesis": 0.04, "bare": 0.03}
SHARES = {
    "fr": 0.13, "de": 0.13, "es": 0.11, "it": 0.08, "pt": 0.09, "nl": 0.05, "sv": 0.05, "pl": 0.06, "cs": 0.06,
    "tr": 0.05, "id": 0.04, "ru": 0.05, "ar": 0.03, "en": 0.12,
}  # fmt: skip
TEMPLATES = {
    "article": (
        "{author}, {quoted}, {container}, {vol}, {date}, {pp}",
        "{author}, {quoted}, {container} {vol} ({date}), {pp}",
        "{author}, {quoted}, {container}, {vol} ({date}), {pp}",
        "{author}, {quoted}, {in}{container}, {vol}, {date}, {pp}",
        "{author}: {title}. {in}{container} {vol} ({date}), {pp}",
        "{author}: {quoted}, {in}{container}, {vol}, {date}, {pp}",
        "{author}: {title}. {container}, {vol} ({date}) {pp}",
        "{author} ({date}). {title}. {container}, {vol}, {pages}",
        "{author} ({date}): {quoted}, {container}, {vol}, {pp}",
        "{author} ({date}): {title}. {in}{container}, {vol}, {pp}",
        "{author} ({date}) {title}. {container} {vol}: {pages}",
        "{author}, {date}. {title}. {container}, {vol}: {pages}",
        "{author}, {date}, {title}, {container}, {vol}, {pp}",
        "{author} {date}. {title}. {container} {vol}, {pages}",
        "{author}. {date}. {title}. {container} {vol}:{pages}",
        "{author}. {title}. {container}. {date};{v}:{pages}",
        "{author}. {title}. {container}, {town}, {vol}, {pp}, {date}",
        "{author}. {title}. {container}, {vol}, {pp}, {date}",
        "{author}. {title}. {container}, {town}, {vol}, {date}, {pp}",
        "{author}, {title}, {container} {v}, {town} {date}, {pp}",
        "{author}. {title}. {container}, {date}, {vol}, {pp}",
        "{author}. {quoted}. {container} {vol} ({date}): {pages}",
        "{author} {quoted} {container} {vol} ({date}) {pages}",
        "{author} {date} {quoted} {container} {v} {pages}",
        "{author}, {title}, {container}, {date}, {pp}",
        "{author}, {title}, {container} {date}, {pp}",
        "{author}, {title}, {container}, {v}, {date}, {pp}",
        "{author}, {title}, {container} {v}, {date}, {pp}",
        "{author}, {title}, {in}«{container}», {vol}, {date}, {pp}",
        "{author}, {title}, „{container}” {date}, {vol}, {pp}",
        "{author}: {title}. „{container}” {date}, {vol}, {pp}",
        "{author} {title}. {in}{container}. {date}. {vol}. {pp}",
        "{author} {title} {in}{container}. {date}. {vol}. {pp}",
        "{author}, {title}, {v} {container} {q} ({date})",
    ),
    "chapter": (
        "{author}, {quoted}, {in}{edited}, {book}, {town}, {press}, {date}, {pp}",
        "{author}, {quoted}, {in}{edited}, {book} ({town}: {press}, {date}), {pp}",
        "{author}, {quoted}, {in}{book}, {by}, {town}, {press}, {date}, {pp}",
        "{author}, {quoted}, {in}{book}, {by} ({town}: {press}, {date}), {pages}",
        "{author}, {quoted}, {in}{book}, {by}, {town} {date}, {pp}",
        "{author}: {title}, {in}{edited}: {book}, {town}: {press} {date}, {pp}",
        "{author}: {title}. {in}{edited}: {book}. {town} {date}, {pp}",
        "{author} ({date}): {title}. {in}{edited}: {book}. {town}: {press}, {pp}",
        "{author} ({date}). {title}. {in}{edited}, {book} ({pp}). {town}: {press}",
        "{author}, {date}. {title}. {in}{book}. {town}: {press}, {pp}",
        "{author}. {title}. {in}{edited}. {book}. {town}: {press}, {date}. {pp}",
        "{author}. {title}. {in}{book}, {by}, {pages}. {town}: {press}, {date}",
        "{author}, {title}, {in}{book}, {town}, {press}, {date}, {pp}",
        "{author}, {title}, {in}{edited}, {book}, {date}, {pp}",
        "{author}. {quoted}. {in}{book}. {by}. {town}: {press}, {date}, {pages}",
        "{author}. {title}. {in}{book}. {town}: {press}, {date}, {pp}",
    ),
    "book": (
        "{author}, {title}, {town}, {press}, {date}, {pp}",
        "{author}, {title}, {town}, {press}, {date}",
        "{author}, {title}, {town}: {press} {date}",
        "{author}: {title}, {town} {date}, {pp}",
        "{author}: {title}. {town}: {press}, {date}",
        "{author}, {title} ({town}: {press}, {date}), {pages}",
        "{author} ({date}). {title}. {town}: {press}",
        "{author} ({date}): {title}. {town}",
        "{author}. {title}. {town}: {press}, {date}",
        "{author}, {title}, {press}, {town}, {date}, {pp}",
        "{author}, {title}, {press}, {town} {date}",
        "{author}. {date}. {title}. {town}: {press}",
        "{author}, {date}, {title}, {press}, {town}",
        "{author} ({date}), {title}, {town}, {press}",
        "{edited}, {title}, {town}, {press}, {date}",
        "{edited}. {title}. {town}: {press}, {date}",
        "{edited} ({date}). {title}. {town}: {press}",
        "{author}. {title}. {series}. {town}: {press}, {date}",
        "{author} ({date}). {title} ({series}). {town}: {press}",
        "{author} ({date}). {title}. {report}. {town}: {press}",
        "{author}. {date}. {title}. {report}, {school}",
        "{body} ({date}). {title}. {report}. {town}",
        "{body} ({date}). {title}. {town}: {press}",
        "{body}, {title}, {town}, {date}",
        "{body}, {title} ({town}: {press}, {date})",
        "{author}. {title}. {town}, {press}, {date}",
        "{title}, {by}, {town}, {press}, {date}",
    ),
    "news": (
        "{author}, {quoted}, {paper}, {day}",
        "{author}, {quoted}, {paper}, {day}, {pp}",
        "{author}. {quoted}. {paper}, {day}",
        "{author}: {title}. {in}{paper}, {day}",
        "{quoted}, {paper}, {day}",
        "{title}. {paper}, {day}",
        "{paper}, {day}",
        "{author} ({date}). {title}. {paper}, {day}",
    ),
    "thesis": (
        "{author}, {title}, {genre}, {school}, {date}",
        "{author}: {title}. {genre} {school} {date}",
        "{author} ({date}). {title}. {genre}, {school}",
        "{author}. {title}. {date}. {genre} - {school}, {town}",
        "{author}, {quoted} ({genre}, {school}, {date})",
    ),
    "bare": (
        "{author}, {title}, {container}",
        "{author}, {quoted}, {pp}",
        "{author}, {title}, {pp}",
        "{author}, {title}, {date}",
        "{author}, {quoted}, {container}, {date}",
    ),
}  # fmt: skip


class Draw(Protocol):
    """What is asked of the generator (numpy's)."""

    def integers(self, high: int) -> int: ...

    def random(self) -> float: ...


Parts = list[tuple[str, str]]


def compose(rng: Draw) -> tuple[str, Parts]:
    """One string as (text, parts): parts are (piece, field or "") in order and join to the text."""
    maker = _Maker(_weighted(SHARES, rng), rng)
    template = maker.one(TEMPLATES[_weighted(KINDS, rng)])
    parts = maker.numbering()
    for index, piece in enumerate(template.replace("}", "{").split("{")):
        parts += maker.slot(piece) if index % 2 else [(piece, "")]
    if rng.random() < 0.8:
        parts.append((".", ""))
    parts = _tidy(parts)
    return "".join(piece for piece, _ in parts), parts


def _tidy(parts: Parts) -> Parts:
    """Without empty parts, doubled full stops and small letters that open a sentence."""
    found: Parts = []
    for piece, name in parts:
        before = found[-1][0] if found else ""
        if before.endswith((".", "?")) and piece.startswith("."):
            piece = piece[1:]
        if before.endswith(". ") and not name and piece.strip() in ("in", "dans", "en", "dalam", "i:"):
            piece = piece[0].upper() + piece[1:]
        if piece:
            found.append((piece, name))
    return found


def _weighted(shares: dict[str, float], rng: Draw) -> str:
    at = rng.random() * sum(shares.values())
    for name, share in shares.items():
        at -= share
        if at < 0:
            return name
    return next(iter(shares))


@cache
def _words(language: str, key: str) -> tuple[str, ...]:
    return tuple(load_toml("citation/manners")[language][key].split("; "))


class _Maker:
    """Draws the parts of one string in one language; its manner of naming people stays the same throughout."""

    def __init__(self, language: str, rng: Draw) -> None:
        self.language, self.rng = language, rng
        self.manner = int(rng.integers(8))
        self.capitals = rng.random() < 0.18
        self.joint = self.draw("and").replace("semicolon", ";")

    def one(self, choices):
        return choices[int(self.rng.integers(len(choices)))]

    def draw(self, key: str) -> str:
        return self.one(_words(self.language, key))

    def number(self, low: int, high: int) -> int:
        return low + int(self.rng.integers(high - low))

    def numbering(self) -> Parts:
        if self.rng.random() > 0.06:
            return []
        number = self.number(1, 180)
        return [(self.one((f"[{number}]", f"{number}.")), "citation-number"), (" ", "")]

    def slot(self, name: str) -> Parts:
        """The parts that fill a slot of a template."""
        make = getattr(self, f"_{name}", None)
        return make() if make else [(self.draw(name), _FIELD.get(name, ""))]

    # people

    def _author(self) -> Parts:
        if self.rng.random() < 0.04:
            return self._body()
        return [(self._people(self.one((1, 1, 1, 1, 2, 2, 3, 3, 4, 6))), "author")]

    def _body(self) -> Parts:
        return [(self.draw("body"), "author")]

    def _edited(self) -> Parts:
        return [(self.draw("ed_after").format(self._people(self.one((1, 1, 2, 3)))), "editor")]

    def _by(self) -> Parts:
        before, _, after = self.draw("ed_before").partition("{}")
        self.manner = self.one((0, 0, 1))
        return [(before, ""), (self._people(self.one((1, 1, 2))), "editor"), (after, "")]

    def _people(self, count: int) -> str:
        people = [self._person(first=index == 0) for index in range(count)]
        if self.manner == 6 or self.joint == ",":
            return ", ".join(people)
        if self.manner == 5 or self.rng.random() < 0.1:
            return self.one((", ", "; ")).join(people)
        if not self.joint[0].isalpha() and self.joint != "&":
            return {"/": "/", ";": "; "}.get(self.joint, f" {self.joint} ").join(people)
        if count == 1:
            return people[0]
        comma = "," if self.language == "en" and count > 2 and self.rng.random() < 0.6 else ""
        return f"{', '.join(people[:-1])}{comma} {self.joint} {people[-1]}"

    def _person(self, *, first: bool) -> str:
        given, family = self.draw("given"), self.draw("family")
        if self.capitals:
            family = family.upper()
        initials = " ".join(f"{name[0]}." for name in given.replace("-", " ").split())
        if self.rng.random() < 0.15:
            initials += f" {self.one('ABCEGJLMPRT')}."
        return {
            0: f"{given} {family}",
            1: f"{initials} {family}",
            2: f"{family}, {given}" if first or self.rng.random() < 0.5 else f"{given} {family}",
            3: f"{family}, {initials}",
            4: f"{family} {initials}",
            5: f"{family} {initials.replace('. ', '').replace('.', '')}",
            6: f"{family} {given}",
            7: self.one((f"{family} ({initials})", family, f"{family}, {initials}")),
        }[self.manner]

    # titles and containers

    def _phrase(self) -> str:
        phrase = self.draw("head")
        if phrase[-1] in "?!":
            return phrase
        if self.rng.random() < 0.08:  # "Trade, law, memory and nation"
            joint = next(word for word in _words(self.language, "and") if word.strip().isalpha())
            phrase += f", {self._lower()}{self.one((',', ''))} {joint} {self._lower()}"
        if self.rng.random() < 0.8:
            phrase += " " + self.draw("tail")
        if self.rng.random() < 0.25:
            joint = next(word for word in _words(self.language, "and") if word.strip().isalpha())
            phrase += f" {joint.strip()} {self._lower()}"
        return phrase

    def _lower(self) -> str:
        head = self.draw("head").rstrip("?")
        return head if self.language == "de" else head[0].lower() + head[1:]

    def _name(self) -> str:
        phrase = self._phrase()
        if self.rng.random() < 0.28 and phrase[-1] not in "?!":
            sub = self.draw("sub")
            mark = self.one((": ", ": ", ". ", " – ") if self.language != "en" else (": ", ": ", ": ", " — "))
            phrase += mark + (sub[0].upper() + sub[1:] if mark == ". " or self.rng.random() < 0.3 else sub)
        if self.language in ("en", "tr", "id") and self.rng.random() < 0.5:
            phrase = " ".join(
                w if w in _SMALL or not w[0].isalpha() else w[0].upper() + w[1:] for w in phrase.split()
            )
        return phrase

    def _title(self) -> Parts:
        return [(self._name(), "title")]

    def _quoted(self) -> Parts:
        before, _, after = self.draw("quote").partition("|")
        return [(before, ""), (self._name(), "title"), (after, "")]

    def _book(self) -> Parts:
        name = self._name()
        if self.rng.random() < 0.12:
            name += " " + self.one(("Vol. 2", "vol. I", "2 vol.", "Bd. 1", "II", "t. 1"))
        return [(name, "container")]

    def _container(self) -> Parts:
        return [(self.draw("journal") if self.rng.random() < 0.5 else self._journal(), "container")]

    def _journal(self) -> str:
        kind, subject = self.draw("kind"), self.draw("subject")
        if kind.endswith(" de") and self.language == "fr" and subject[0] in "aeéiouhl" and "'" not in subject:
            return f"{kind[:-1]}'{subject}" if subject[0] != "l" else f"{kind} {subject}"
        return f"{kind} {subject}"

    def _series(self) -> Parts:
        number = self.one(
            ("", f" {self.number(1, 300)}", f", {self.number(1, 90)}", f", Bd. {self.number(1, 90)}")
        )
        return [(self._journal(), "collection-title"), (number, "volume")]

    def _report(self) -> Parts:
        number = self.one(
            ("", f" {self.number(1, 90)}", f" No. {self.number(1, 90)}", f" {self.number(1990, 2024)}/07")
        )
        return [(self.one(_REPORTS) + number, "genre")]

    def _paper(self) -> Parts:
        return [(self.draw("paper"), "container")]

    # numbers

    def _v(self) -> Parts:
        return [(self.one((str(self.number(1, 140)), str(self.number(1, 60)), self._roman())), "volume")]

    def _q(self) -> Parts:
        return [(str(self.number(1, 1600)), "pages")]

    def _roman(self) -> str:
        tens, ones = divmod(self.number(1, 60), 10)
        units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
        return ("", "X", "XX", "XXX", "XL", "L")[tens] + units[ones]

    def _vol(self) -> Parts:
        values = {
            "v": self.number(1, 140),
            "R": self._roman(),
            "n": self.number(1, 12),
            "k": self.number(2, 13),
        }
        volume, issue = self.draw("vol").format(**values), self.draw("no").format(**values)
        number = values["n"]
        form = self.one(
            (
                "{v}",
                "{v}",
                "{v}, {i}",
                "{v}, {i}",
                "{v} ({i})",
                "{v}({n})",
                "{v} ({n})",
                "{i}",
                "{v} {i}",
                "{v}/{n}",
            )
        )
        return [(form.format(v=volume, i=issue, n=number), "volume")]

    def _pages(self) -> Parts:
        low = self.number(1, 900)
        high = low + self.number(2, 45)
        return [(f"{low}{self.one('-–-–-—')}{self.one((high, high, high % 100))}", "pages")]

    def _pp(self) -> Parts:
        before, _, rest = self.draw("pp").replace("{q}", "{p}").partition("{p}")
        pages = self._pages() if self.rng.random() < 0.85 else self._q()
        return [(before, ""), *pages, (rest, "pages" if rest.strip() else "")]

    def _date(self) -> Parts:
        year = str(self.number(1900, 2024)) if self.rng.random() < 0.9 else str(self.number(1750, 1900))
        return [(year + ("ab"[int(self.rng.integers(2))] if self.rng.random() < 0.05 else ""), "date")]

    def _day(self) -> Parts:
        month = self.number(0, 12)
        name = _words(self.language, "month")[month]
        form = self.draw("day")
        values = {
            "d": self.number(1, 29),
            "M": month + 1,
            "y": self.number(1950, 2025),
            "m": name,
            "a": name[:3],
        }
        return [(form.format(**values), "date")]


_FIELD = {"town": "location", "press": "publisher", "genre": "genre", "school": "publisher"}
_REPORTS = (
    "Working Paper", "Policy Brief", "Research report", "Technical Report", "White paper", "Discussion Paper", "Arbeitspapier",
    "Forschungsbericht", "Rapport de recherche", "Document de travail", "Documento de trabajo", "Informe", "Rapporto di ricerca",
    "Relatório técnico", "Rapport", "Raport", "Occasional Paper", "To appear", "Unpublished manuscript", "Mimeo",
)  # fmt: skip
_SMALL = frozenset(
    [
        "of",
        "the",
        "in",
        "and",
        "for",
        "from",
        "at",
        "with",
        "to",
        "a",
        "on",
        "ve",
        "dan",
        "di",
        "pada",
        "dan",
        "under",
        "among",
        "by",
    ]
)
