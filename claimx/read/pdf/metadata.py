"""What a PDF says of itself: title, authors, date."""

from __future__ import annotations

import re
from collections.abc import Mapping

_JUNK_TITLE = re.compile(
    r"(?i)^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|print(?:ing)?|slide \d+|title|none|"
    r".*\.(?:docx?|pdf|indd|tex|dvi|rtf|odt|qxd|pages)|\S+|[\W\d_]+)$"
)
_JUNK_AUTHOR = re.compile(
    r"(?i)^(?:admin(?:istrator)?|user|owner|author|unknown|none|microsoft.*|adobe.*|\S*\d\S*|.*@.*|[\W_]*)$"
)
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_XMP_DATE = re.compile(
    rb"<prism:(?:publicationDate|coverDate)[^>]*>\s*(?:<rdf:Bag>\s*<rdf:li[^>]*>\s*)?(\d{4}(?:-\d{2}){0,2})",
    re.IGNORECASE,
)
_XMP_ATTRIBUTE = re.compile(rb"prism:(?:publicationDate|coverDate)=\"(\d{4}(?:-\d{2}){0,2})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_title(info: Mapping[str, str]) -> str | None:
    """The title, unless it is a file's name or a program's: "Microsoft Word - draft3.doc"."""
    title = " ".join(info.get("Title", "").split())
    return None if not title or _JUNK_TITLE.match(title) else title


def read_authors(info: Mapping[str, str]) -> tuple[str, ...]:
    """The authors, one name each: "Vera Lind; Omar Said" or "Vera Lind and Omar Said"."""
    names = re.split(r"\s*;\s*|\s+(?:and|&)\s+|,\s+(?=\S+\s+\S)", " ".join(info.get("Author", "").split()))
    return tuple(name for name in names if name and not _JUNK_AUTHOR.match(name))


def read_published(info: Mapping[str, str], data: bytes, text: str) -> str | None:
    """The date of publication as EDTF: the publisher's own field, else the day the file was made.

    A file made long after the newest year that its text names was converted or downloaded then,
    not published: such a date is left out.
    """
    match = _XMP_DATE.search(data) or _XMP_ATTRIBUTE.search(data)
    if match:
        return match[1].decode("ascii")
    made = _DATE.match(info.get("CreationDate", ""))
    if not made or not int(made[1]) >= 1980:
        return None
    newest = max((int(year) for year in _YEAR.findall(text) if int(year) <= int(made[1])), default=0)
    if int(made[1]) - newest > 1:
        return None
    month, day = made[2], made[3]
    if not month or not 1 <= int(month) <= 12:
        return made[1]
    return f"{made[1]}-{month}-{day}" if day and 1 <= int(day) <= 31 else f"{made[1]}-{month}"
