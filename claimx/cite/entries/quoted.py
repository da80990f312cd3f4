"""Titles in quotation marks and in italics, of many scripts and in any state of repair."""

from __future__ import annotations

import re

from claimx.cite.entries.clean import OFF, ON, plain

_PAIRS = {
    "“": '”“"',
    '"': '"”',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’'",
    "`": "`'’",
    "『": "』",
    "「": "」",
}
_OPEN = re.compile(r"(?:^|(?<=[\s(:]))(?:[“\"„«»‹‘'‚`『「])(?=[^\s,.;:)])|(?<=[\s,])«\s")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Jr|al|etc|Ltd|Co)\.$")


def find_title(text: str) -> tuple[int, int, str] | None:
    """The quoted title of a source: (start of the opening mark, end after the closing one, title).

    Knows marks of several scripts, marks that don't match ("Title', *Reuters*), an opening mark that was lost
    (`Title," *Dawn*, May 4`) and apostrophes inside single marks. None when nothing is quoted.
    """
    match = _OPEN.search(text)
    while match:
        start = match.start()
        end = _closing(text, match.end(), text[start])
        if end:
            return start, end, _tidy(text[match.end() : end - 1] if end <= len(text) else text[match.end() :])
        match = _OPEN.search(text, match.end())
    lost = re.search(rf"[,.?!][\"”](?=\s*{ON}?[A-Z])", text)
    if lost and len(text[: lost.end()].split()) > 3:
        return 0, lost.end(), _tidy(text[: lost.start() + 1])
    return None


def _tidy(title: str) -> str:
    title = plain(title).strip().strip('"“”«»„').strip().rstrip(",;").strip()
    return (
        title[:-1]
        if title.endswith(".") and not title.endswith("..") and not _ABBREVIATION_END.search(title)
        else title
    )


def _closing(text: str, start: int, mark: str) -> int:
    closers = _PAIRS[mark]
    single = mark in "‘'‚`"
    depth = 0
    for index in range(start, len(text)):
        char = text[index]
        if char == mark and mark in "“«":
            depth += 1
        elif char in closers:
            after = text[index + 1 : index + 2]
            if depth and char in "”»":
                depth -= 1
                continue
            if not _closes(text[index - 1], after, text[index + 2 : index + 3], single):
                continue
            return index + 1
    for index in range(start + 8, len(text)):  # "Violence dents claims', Reuters": any mark will do
        if (
            text[index] in "\"”“’'"
            and text[index + 1 : index + 2] in (",", ";", ".")
            and text[index - 1] != " "
        ):
            return index + 1
    cut = text.find(ON, start)  # "IS Reinvigorates Itself; *Terrorism Monitor*": none at all
    if cut > start + 8 and not single and mark != "»":
        return cut + 1 if text[cut - 1] != " " else cut
    return 0


def _closes(before: str, after: str, next_but_one: str, single: bool) -> bool:
    if before == "(" or (before == " " and single):
        return False
    if after in ("", ",", ".", ";", ":", ")", "]", ON, OFF) or before in ",.?!":
        return not after.isalnum() or before in ",.?!"
    if single:
        return after == " " and (next_but_one in "([" or next_but_one == ON)
    return not after.isalnum()


def find_italic_title(text: str) -> tuple[int, int, str] | None:
    """A title set in italics that opens after the authors: `Elahi, *Terror in Swat* (…)`."""
    start = text.find(ON)
    if start < 0:
        return None
    end = text.find(OFF, start)
    if end < 0:
        return None
    title = text[start + 1 : end].strip()
    return (start, end + 1, title.rstrip(",")) if len(title) > 2 else None
