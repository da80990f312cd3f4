"""Text of unknown origin made fit to print: on a terminal, in Markdown, in a spreadsheet."""

from __future__ import annotations

import re

# C0 and C1 controls, DEL, halves of surrogate pairs, line separators, and the marks that turn the
# direction of text around ("exe.fdp" read as "pdf.exe").
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_BLANK = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~&])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def visible(text: object) -> str:
    """One line without anything that a terminal acts upon; what it hides is shown as an escape.

    >>> visible("raid\\x1b[2J on\\nOmbala")
    'raid\\\\x1b[2J on Ombala'
    """
    return _UNSEEN.sub(_escape, _BLANK.sub(" ", str(text))).strip()


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def markdown(text: object) -> str:
    """Text as Markdown shows it letter by letter: no link, no emphasis, no HTML."""
    return _MARKDOWN.sub(r"\\\1", visible(text))


def cell(text: object) -> str:
    """Text for a CSV cell that no spreadsheet takes for a formula: `=`, `+`, `-`, `@` get an apostrophe.

    >>> cell("=cmd()")
    "'=cmd()"
    """
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
