"""New reference strings out of the fields of labelled ones, for training: other styles, other mixtures.

The corpus is rich in lists of natural science; notes of historians, lawyers and journalists are made here by
setting its authors, titles and containers into their patterns. Everything is drawn with a seeded generator.
"""

from __future__ import annotations

from typing import Any, Protocol

TEMPLATES = {
    "article": (
        "{author}, {title}, {container} {volume} ({date}), {pages}.",
        "{author}. {title}. {container} {volume}: {pages}, {date}.",
        "{author} ({date}) {title}. {container}, {volume}, {pages}.",
        "{author} ({date}). {title}. {container}, {volume}, {pages}.",
        "{author}, “{title},” {container} {volume} ({date}): {pages}.",
        "{author}: {title}. In: {container} {volume} ({date}), S. {pages}.",
        "{author}, {date}: {title}, in: {container}, {volume}, S. {pages}.",
        "{author}, '{title}', {container}, {volume} ({date}), pp. {pages}.",
        "{author}, « {title} », {container}, {volume}, {date}, p. {pages}.",
        "{author}. {date}. {title}. {container} {volume}: {pages}.",
        "{author}. \"{title}.\" {container} {volume} ({date}): {pages}.",
    ),
    "news": (
        "{author}, {title}, {container}, {day}.",
        "{title}, {container}, {day}.",
        "{author}, \"{title}\", {container}, {day}.",
        "{author} ({day2}). {title}. {container}.",
        "{author}. {title}. {container}, {day}.",
        "“{title},” {container}, {day}, {pages}.",
        "{author} ({date}), {title}, {container}.",
    ),
    "book": (
        "{author}, {title} ({location}: {publisher}, {date}).",
        "{author}, {title} ({location}: {publisher}, {date}), {pages}.",
        "{author}. {title}. {location}: {publisher}, {date}.",
        "{author} ({date}) {title}. {location}: {publisher}.",
        "{author} ({date}). {title}. {publisher}.",
        "{author}: {title}. {location} {date}.",
        "{author}, {title}, {location} {date}, S. {pages}.",
        "{author}, {title}, {publisher}, {location}, {date}, p. {pages}.",
        "{author}, {title} ({publisher}, {date}), {pages}.",
        "{author}, {title}, {location}, {publisher}, {date}.",
        "{editor}, {title} ({location}: {publisher}, {date}).",
        "{author}, {title}, {edition} ({location}: {publisher}, {date}), pp. {pages}.",
        "{author}, {title} ({location}, {date}), {pages}.",
    ),
    "chapter": (
        "{author}, {title}, in {editor}, {container} ({location}: {publisher}, {date}), {pages}.",
        "{author}, “{title},” in {container}, ed. {editor0} ({location}: {publisher}, {date}), {pages}.",
        "{author} ({date}). {title}. In {editor}, {container} (pp. {pages}). {location}: {publisher}.",
        "{author}. {title}. In {container}, edited by {editor0}, {pages}. {location}: {publisher}, {date}.",
        "{author}: {title}, in: {editor}: {container}, {location} {date}, S. {pages}.",
        "{author}, {title}, in {container}, {location}, {publisher}, {date}, p. {pages}.",
        "{author}, '{title}', in {editor}, {container}, {location}: {publisher}, {date}.",
    ),
}  # fmt: skip
SHARE = {"article": 0.41, "news": 0.05, "book": 0.32, "chapter": 0.22}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_EDITED = (
    "{} (eds)",
    "{} (ed.)",
    "{} (Eds.)",
    "{} (Hrsg.)",
    "{} (Hg.)",
    "{}, eds.",
    "{} (dir.)",
    "{}, editors",
)


class Draw(Protocol):
    """What is asked of the generator (numpy's)."""

    def integers(self, high: int) -> int: ...

    def random(self) -> float: ...


def pools(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The values of each field, as printed, without marks at their ends."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for name, values in row["fields"].items():
            value = values[0].strip(' ,;:“”"()')
            if 1 < len(value) < 220 and (name != "author" or any(c.isalpha() for c in value)):
                found.setdefault(name, []).append(
                    value.rstrip(".") if name in ("title", "container", "publisher") else value
                )
    return found


def recast(values: dict[str, list[str]], rng: Draw) -> tuple[str, list[tuple[str, str]]]:
    """One new string as (text, parts): parts are (piece, field or "") in order and join to the text."""
    kind = _choose(SHARE, rng.random())
    template = TEMPLATES[kind][int(rng.integers(len(TEMPLATES[kind])))]
    parts: list[tuple[str, str]] = []
    for index, piece in enumerate(template.replace("}", "{").split("{")):
        if index % 2 == 0:
            parts.append((piece, ""))
        else:
            parts.append(_value(piece, values, rng))
    return "".join(p for p, _ in parts), parts


def _choose(shares: dict[str, float], at: float) -> str:
    for name, share in shares.items():
        at -= share
        if at < 0:
            return name
    return next(iter(shares))


def _value(name: str, values: dict[str, list[str]], rng: Draw) -> tuple[str, str]:
    def draw(field: str) -> str:
        return values[field][int(rng.integers(len(values[field])))]

    if name in ("day", "day2"):
        month, day, year = (
            _MONTHS[int(rng.integers(12))],
            int(rng.integers(28)) + 1,
            1960 + int(rng.integers(65)),
        )
        forms = (
            f"{month} {day}, {year}",
            f"{day} {month} {year}",
            f"{month[:3]} {day}, {year}",
            f"{month} {year}",
        )
        return (f"{year}, {month} {day}" if name == "day2" else forms[int(rng.integers(4))]), "date"
    if name == "date":
        return str(1900 + int(rng.integers(125))), "date"
    if name == "editor":
        return _EDITED[int(rng.integers(len(_EDITED)))].format(draw("author").rstrip(".,")), "editor"
    if name == "editor0":
        return draw("author").rstrip(".,"), "editor"
    value = draw(name)
    return (value.rstrip(".,") if name == "author" and rng.random() < 0.7 else value), name
