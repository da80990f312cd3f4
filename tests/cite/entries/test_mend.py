"""Labels set right by the marks: what each rule changes, and what it leaves."""

from __future__ import annotations

import pytest

from claimx.cite.entries.features import known_journals, word, words_of
from claimx.cite.entries.mend import mend

_SHORT = {"a": "author", "t": "title", "c": "container", "e": "editor", "v": "volume", "o": "other", "d": "date", "n": "note", "p": "publisher", "s": "series"}  # fmt: skip

# text | one letter a word before | after
CASES = [
    ("Okafor, Ruth. Rivers, Roads, and Raids: A History. 2001", "aaaaatttd", "aattttttd"),
    ("V. L. Mbeki, Roads, Rivers, and Raids 2001", "aaaaattd", "aaattttd"),
    ("Mbeki, V.L., Okafor, R., Roads and Raids 2001", "aaaatttd", "aaaatttd"),
    ("Ann Hill, Bo Lund, and Cy Ode. Harbours of Ghana. 2001", "aattttttttd", "aaaaaaatttd"),
    ("V. L. Key, Roads, Rivers, and Raids. A history. 2001", "aaattttttd", "aaattttttd"),
    ("Raids in the delta (Western Region): new data 2001", "ttttnnttd", "ttttttttd"),
    ("Harbours of Ghana (in French). Paris 2001", "tttnnpd", "tttttpd"),
    ("Staging Verdi, Wagner, and Weber (Oxford", "tttppp", "tttttp"),
    ("Roads // Voprosy istorii. 2003. 5", "ttttdv", "toccdv"),
    ("Roads. In Ports of Call, ed. Ann Hill. 1976", "toeeeeeed", "toccceeed"),
    ("Roads and raids. Syst. Bot. 7: 12", "tttvvvv", "tttccvv"),
    ("Roads. In Ports: Trade and Law 1999", "toctttd", "toccccd"),
    ("Roads and raids. Kew Bull. 7", "tttocv", "tttccv"),
    ("Raids in Yucatan, Mexico. Hydrology Letters 7", "tttcccv", "ttttccv"),
    ("Roads. In Logic of War, volume 3 of Lecture Notes 4", "tocccvvcccv", "tocccvvsssv"),
]


@pytest.mark.parametrize(("text", "before", "after"), CASES, ids=lambda value: value[:24])
def test_labels(text: str, before: str, after: str) -> None:
    words = [word(text[a:b]) for a, b in words_of(text)]
    labels = [_SHORT[letter] for letter in before]
    assert len(labels) == len(words)
    mend(words, labels)
    back = {name: letter for letter, name in _SHORT.items()}
    assert "".join(back[label] for label in labels) == after


def test_roles_of_many_languages() -> None:
    roles = {
        text: word(text).role
        for text in ("Zeitschrift", "Literaturzeitung", "Dergisi", "Vestnik", "Hrsg.", "Verlag,")
    }
    assert roles == {
        "Zeitschrift": "J", "Literaturzeitung": "O", "Dergisi": "J", "Vestnik": "J", "Hrsg.": "E", "Verlag,": "P",
    }  # fmt: skip
    assert "survival" in known_journals() and "conflict security & development" in known_journals()
