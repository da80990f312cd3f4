# ruff: noqa: SIM905
"""The CSL-JSON 1.0 input schema, written out short: its types, its variables, its names and dates."""

from __future__ import annotations

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter dataset entry "
    "entry-dictionary entry-encyclopedia figure graphic interview legal_case legislation manuscript map "
    "motion_picture musical_score pamphlet paper-conference patent personal_communication post post-weblog report "
    "review review-book song speech thesis treaty webpage"
).split()
NAMES = (
    "author collection-editor composer container-author director editor editorial-director illustrator interviewer "
    "original-author recipient reviewed-author translator"
).split()
DATES = "accessed container event-date issued original-date submitted".split()
STRINGS = (
    "abstract annote archive archive_location archive-place authority call-number citation-label collection-title "
    "container-title container-title-short dimensions DOI event event-place genre ISBN ISSN jurisdiction keyword "
    "medium note original-publisher original-publisher-place original-title page page-first PMCID PMID publisher "
    "publisher-place references reviewed-title scale section source status title title-short URL version year-suffix"
).split()
NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes volume"
).split()

_TEXT = {"type": "string", "minLength": 1}
_NUMBER = {"anyOf": [_TEXT, {"type": "number"}]}
_NAME = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": dict.fromkeys(
        ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), _TEXT
    ),
}
_PARTS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "date-parts": {"type": "array", "items": _PARTS, "minItems": 1, "maxItems": 2},
        "season": {"type": ["string", "number"]},
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": _TEXT,
        "raw": _TEXT,
    },
}
ITEM = {
    "type": "object",
    "required": ["id", "type"],
    "additionalProperties": False,
    "properties": {
        "id": _TEXT,
        "type": {"enum": TYPES},
        **{key: {"type": "array", "items": _NAME, "minItems": 1} for key in NAMES},
        **dict.fromkeys(DATES, _DATE),
        **dict.fromkeys(STRINGS, _TEXT),
        **dict.fromkeys(NUMBERS, _NUMBER),
    },
}
