"""What a stretch of text looks like: heading, person's name, citation, end of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from claimx.resources import load_toml

DIGITS_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWER_RAISED = str.maketrans(DIGITS_RAISED, "0123456789")

CALLOUT = rf"(?:[{DIGITS_RAISED}]+(?:[,⁻–-][{DIGITS_RAISED}]+)*|\$?\^\{{[^}}]{{1,9}}\}}\$?|\[\d{{1,3}}\])"
# "rose by 28.3" is cut in mid-sentence, "version 2.0.67" ends in a callout
_ENDS_SENTENCE = re.compile(
    rf"[.!?…][\"”’'»)\]*_]*(?:\s?{CALLOUT}|\s\d{{1,3}}|(?<=[^\W\d]\.)\d{{1,3}}|(?<=[”\"’)])\d{{1,3}}"
    r"|(?<=\.\d\.)\d{1,3})*[\"”’'»)\]*_.]*\s*$"
)
_OPENS_LOWER = re.compile(r"[\s*_\"“‘'(\[]*[a-zß-öø-ÿ]")
_ARTICLE_NAME = re.compile(r"[\s*_\"“‘'(\[]*(?:al|el|an|ar|as|at|ad|bin|ibn|de|van|von)[-\s’'][A-Z]")
_NUMBERED = re.compile(
    r"(?i:(?:section|chapter|part|appendix|annex)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s+[A-Z“\"]"
)
_LABELLED = re.compile(
    r"(?:section|chapter|part|appendix|annex)\s+(?:\d{1,2}|[IVXA-H]{1,4})\b[^.]{0,80}$", re.I
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d+)*\.?|[IVX]+\.)\s+")
_MARKS = re.compile(r"^[#*_\s]+|[*_\s]+$")

_LAYOUT = {
    name: frozenset(word.strip() for word in words.split("|"))
    for name, words in load_toml("lexicon/layout").items()
}
SMALL_WORDS = _LAYOUT["small_words"]
_PARTICLES, _NOT_NAMES = _LAYOUT["particles"], _LAYOUT["not_names"]
_TITLES = re.compile(
    r"(?:by|dr|prof|professor|mr|mrs|ms|sir|gen|col|maj|capt|lt|rev|amb|ambassador)\.?\s+", re.I
)
BYLINE = re.compile(r"by:?\s+(?=[A-Z])", re.I)
_AFFILIATION = re.compile(rf"\b(?:{'|'.join(sorted(_LAYOUT['affiliations']))})\b", re.I)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b)\s*")
_NOTE_MARKS = re.compile(rf"[{DIGITS_RAISED}*†‡]+|\^\{{[^}}]*\}}")


def words_of(name: str) -> frozenset[str]:
    """A list of the layout lexicon: `words_of("openers")`."""
    return _LAYOUT[name]


def raised_to_plain(text: str) -> str:
    """Superscript digits as plain ones.

    >>> raised_to_plain("¹²")
    '12'
    """
    return text.translate(_LOWER_RAISED)


def ends_sentence(text: str) -> bool:
    """Whether `text` closes with a sentence's end (closers and callouts may follow).

    >>> ends_sentence("took the town.”¹²"), ends_sentence("capable of")
    (True, False)
    """
    return _ENDS_SENTENCE.search(text, max(0, len(text) - 60)) is not None


def opens_lower(text: str) -> bool:
    """Whether `text` begins in the middle of a sentence (a name such as "al-Shabaab" does not count)."""
    return _OPENS_LOWER.match(text) is not None and _ARTICLE_NAME.match(text) is None


def bare(text: str) -> str:
    """`text` on one line without heading marks, emphasis at its ends and trailing colon."""
    return _MARKS.sub("", " ".join(text.split())).rstrip(":").rstrip("*_ ")


def known_heading(text: str) -> str | None:
    """The usual heading that `text` is, in lower case, without number and marks.

    >>> known_heading("## 9. Conclusion")
    'conclusion'
    """
    if len(text) > 60:
        return None
    plain = _HEADING_NUMBER.sub("", bare(text)).rstrip(".: ").lower()
    return plain if plain in _LAYOUT["headings"] else None


def is_numbered_heading(text: str) -> bool:
    """ "1.2 The group's rise", "Section 3": a number, then a capital, no full stop at the end."""
    if len(text) > 200:
        return False
    plain = bare(text)
    if len(plain) > 140 or (ends_sentence(plain) and not plain.endswith("?")):
        return False
    numbered = _NUMBERED.match(plain) is not None and len(plain.split()) <= 18
    return numbered or _LABELLED.match(plain) is not None


def is_title_case(text: str) -> bool:
    """Most words that carry meaning are capitalised.

    >>> is_title_case("Rifts and Mergers among the Insurgents"), is_title_case("It was a bad year")
    (True, False)
    """
    words = [word for word in _WORD.findall(text) if word.lower() not in SMALL_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def is_short_line(text: str, words: int = 16, characters: int = 130) -> bool:
    """Few words, no end of a sentence, no tab: the shape of a heading or title."""
    return (
        len(text) <= characters
        and len(text.split()) <= words
        and "\t" not in text
        and (not ends_sentence(text) or text.rstrip("*_ ").endswith("?"))
        and not text.rstrip().endswith((",", ";", "-", "\u00ad"))
    )


def looks_like_name(text: str) -> bool:
    """One or more persons' names, nothing else ("Dr. Maya Okello and Jean de Brun*").

    >>> looks_like_name("Zia Ur Rehman"), looks_like_name("Options for Pakistan")
    (True, False)
    """
    if len(text) > 300:
        return False
    plain = _NOTE_MARKS.sub("", bare(text)).strip(" ,")
    if not plain or len(plain) > 160 or re.search(r"[:;?!\d/“”\"()|]", plain):
        return False
    people = [person for person in _BETWEEN_NAMES.split(plain) if person]
    return bool(people) and all(_is_one_name(person) for person in people)


def _is_one_name(person: str) -> bool:
    while (match := _TITLES.match(person)) is not None:
        person = person[match.end() :]
    words = person.replace(".", ". ").split()
    if not 2 <= len(words) <= 6 or (person.endswith(".") and len(words[-1]) > 4):
        return False
    if any(word.lower().strip(".’'") in _NOT_NAMES for word in words):
        return False
    if words[0].lower() in SMALL_WORDS - _PARTICLES or words[-1].lower() in _PARTICLES:
        return False
    return words[0][0].isupper() and all(
        word[0].isupper() or word.lower() in _PARTICLES or word.startswith(("al-", "el-")) for word in words
    )


def looks_like_author(text: str) -> bool:
    """An author line: names, perhaps after "By", perhaps before an affiliation.

    >>> looks_like_author("R. Perera, University of Jaffna")
    True
    """
    if len(text) > 300:
        return False
    first, feed, below = text.strip().partition("\n")
    if feed and _AFFILIATION.search(below) is not None and not ends_sentence(below):
        text = first
    plain = BYLINE.sub("", bare(text))
    if looks_like_name(plain):
        return True
    name, comma, rest = plain.partition(",")
    return (
        bool(comma)
        and len(plain) < 160
        and not ends_sentence(plain)
        and looks_like_name(name)
        and _AFFILIATION.search(rest) is not None
    )


def has_affiliation(text: str) -> bool:
    """Whether a body that employs authors is named: "the Institute of …", "University"."""
    return _AFFILIATION.search(text) is not None


def split_names(text: str) -> tuple[str, ...]:
    """The persons of an author line, without titles and note stars.

    >>> split_names("By Dr. Maya Okello and Jean Brun*")
    ('Maya Okello', 'Jean Brun')
    """
    first, feed, below = text.strip().partition("\n")
    if feed and _AFFILIATION.search(below) is not None:
        text = first
    plain = _NOTE_MARKS.sub("", BYLINE.sub("", bare(text))).strip(" ,")
    affiliation = _AFFILIATION.search(plain)
    if affiliation is not None:
        plain = plain[: max(plain.rfind(",", 0, affiliation.start()), 0)]
    names = []
    for person in _BETWEEN_NAMES.split(plain):
        while (match := _TITLES.match(person)) is not None:
            person = person[match.end() :]
        if person:
            names.append(person.title() if person.isupper() else person)
    return tuple(names)


_CREDIT = re.compile(r"\(?(?:source|photo|photograph|image|credit)s?(?: credit)?\s*:.{0,300}$", re.I | re.S)
_URL = re.compile(r"https?://|www\.|doi\.org|\bdoi:", re.I)
_STARTS_URL = re.compile(r"[<(]?(?:https?://|www\.)|(?:available at|retrieved from|accessed)\b", re.I)
_IBID = re.compile(r"(?:ibid|op\. ?cit|loc\. ?cit|idem)\b", re.I)
_LOCATOR = re.compile(
    r"\b(?:no|vol|pp?|issue|ch)[.:]? ?\d|\d+ ?\(\d{4}\): ?\d|\d{4}\)?[:,] (?:pp?\. ?)?\d+[–-]\d+", re.I
)
_QUOTED_TITLE = re.compile(r"[“\"‘'][^”\"\n]{8,250}?,?[”\"’'],? ?(?:in\b|[*A-Z(])")
_ITALIC = re.compile(r"\*[^*\n]{3,200}\*")
_PRINTED_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d"
    r"|\(\w{0,10}\.? ?\d{0,2},? ?(?:19|20)\d\d\)"
)
_PUBLISHER = re.compile(r"\((?:[A-Z][^()]{2,60}: ?)?[A-Z][^()]{2,60}, (?:19|20)\d\d\)")
_INTERVIEW = re.compile(
    r"^(?:\w+ )?(?:interview|discussion|conversation|correspondence)s? with\b"
    r"|^(?:author|personal)\S* (?:interview|communication)",
    re.I,
)
_LEADS = re.compile(r"^(?:see|cf\.?|quoted in|as quoted|cited in|for (?:more|details|further|an?)\b)", re.I)
_DIGIT = re.compile(r"\d")
_RAISED = re.compile(rf"[{DIGITS_RAISED}]")
_CALLED = re.compile(rf"(?:[^\W{DIGITS_RAISED}]|[.,”\"’)])[{DIGITS_RAISED}]")


@lru_cache(maxsize=1024)  # asked of a paragraph again and again while rests of notes are placed
def citation_score(text: str) -> int:
    """How much `text` looks like the text of a source note: 2 and more is likely, 4 sure."""
    head = text[:500].lstrip()
    score = 0
    if _STARTS_URL.match(head) or _IBID.match(head):
        score += 3
    elif (address := _find_address(head)) is not None:
        score += 2 + 2 * (address.start() < 30 and len(text) < 300)
    if _DIGIT.search(head) is not None:
        score += 2 * bool(_LOCATOR.search(head))
        score += bool(_PRINTED_DATE.search(head)) + 2 * bool(_PUBLISHER.search(head))
    score += bool(_QUOTED_TITLE.search(head)) + bool(_ITALIC.search(head))
    score += 3 * bool(_INTERVIEW.match(head)) + bool(_LEADS.match(head))
    if _RAISED.search(head) is not None and _CALLED.search(head):
        score -= 4
    if len(text) > 700:
        score -= 2
    return score


def _find_address(head: str) -> re.Match[str] | None:
    lower = head.lower()
    return _URL.search(head) if any(sign in lower for sign in ("://", "www.", "doi")) else None


def is_credit(text: str) -> bool:
    """ "(Source: Ministry of Defence, 2019)": the line under a figure or picture."""
    return len(text) < 320 and _CREDIT.match(text) is not None


def starts_address(text: str) -> bool:
    """Whether `text` begins with a URL."""
    return _STARTS_URL.match(text) is not None


def is_ibid(text: str) -> bool:
    """Whether `text` begins with ibid, op. cit. or the like."""
    return _IBID.match(text) is not None
