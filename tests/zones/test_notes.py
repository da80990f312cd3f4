"""Notes at the page foot and in sections of their own."""

from __future__ import annotations

import pytest

from claimx.model import Zone

from .layouts import Separated

FOOT = """The brigade entered the town in March.¹ It was said to be capable of

¹ Ana Ruiz, "The Fall of the Port," *Herald*, March 6, 2014, https://example.org/news/1.

² Ibid.

holding the port for a year.² Nobody believed it then.
"""


def test_a_note_block_in_mid_sentence() -> None:
    found = Separated(FOOT)
    assert found.texts(Zone.BODY) == [
        "The brigade entered the town in March.¹ It was said to be capable of holding the port for a year.²"
        " Nobody believed it then."
    ]
    assert list(found.notes()) == ["1", "2"]
    assert found.notes()["2"] == "Ibid."
    assert found.codes() == []


@pytest.mark.parametrize("piece", ["(an old", "the al-", "the insur\u00ad", "the U.S."])
def test_a_cut_inside_a_parenthesis_or_a_word(piece: str) -> None:
    rest = {
        "(an old": "ally) fled.",
        "the al-": "Nusra men fled.",
        "the insur\u00ad": "gents fled.",
        "the U.S.": "troops fled.",
    }[piece]
    found = Separated(f"They came early and {piece}\n\n¹ Ibid.\n\n{rest}¹\n")
    whole = f"They came early and {piece}{'' if piece[-1] in '-' else ' '}{rest}¹".replace("\u00ad ", "")
    assert found.texts(Zone.BODY) == [whole]


def test_plain_digits_at_the_page_foot() -> None:
    found = Separated(
        "The navy sank three ships.1 It lost one.2\n\n"
        "1 R. Mehta, “The Sea War,” *Survey* 48, no. 2 (2008): 21–35.\n"
        "2 Ibid., 25.\n\nThe rest is known.\n"
    )
    assert list(found.notes()) == ["1", "2"]


def test_what_is_no_note() -> None:
    found = Separated(
        "They came in\n\n2014 and left in\n\n2015. Nobody\n\n3 saw them.\n\n1. The first wave\n\n"
        "The first wave came at dawn.\n"
    )
    assert found.notes() == {}


SECTION = """The town fell.[1] The port fell.[2]

## Notes

[1] Ana Ruiz, "The Fall of the
Port," *Herald*, March 6, 2014.

[2]. The army's count leaves out the militias of the

coast, which lost 12 men.

[4] Ibid.

## Appendix

Nothing more.
"""


def test_a_section_of_notes() -> None:
    found = Separated(SECTION)
    assert found.notes() == {
        "1": 'Ana Ruiz, "The Fall of the Port," Herald, March 6, 2014.',
        "2": "The army's count leaves out the militias of the coast, which lost 12 men.",
        "4": "Ibid.",
    }
    assert found.codes() == ["note-missing"]
    assert found.texts(Zone.BODY) == ["The town fell.[1] The port fell.[2]", "Nothing more."]


@pytest.mark.parametrize("shape", ["{}. {}", "{} {}", "[{}] {}", "[{}]. {}", "{}) {}", "({}) {}"])
def test_numbers_of_a_section(shape: str) -> None:
    notes = ["Ana Ruiz, Herald, March 6, 2014.", "Ibid.", "Author's interview with a guard, Jaffna, 2009."]
    lines = "\n".join(shape.format(number, note) for number, note in enumerate(notes, 1))
    found = Separated(f"The town fell to the brigade in the spring.\n\nEndnotes\n\n{lines}\n")
    assert list(found.notes().values()) == notes


def test_a_star_note() -> None:
    found = Separated(
        "The Fall of the Port\n\nAna Ruiz*\n\nAbstract\n\nIt fell in spring and nobody knows why.\n\n"
        "* Ana Ruiz teaches history at the harbour college.\n\nIntroduction\n\nIt fell at dawn.\n"
    )
    assert found.notes() == {"*": "Ana Ruiz teaches history at the harbour college."}


@pytest.mark.parametrize("callout", ["²", "[2]", "^{2}"])
def test_a_callout_that_opens_a_printed_line(callout: str) -> None:
    note = {"²": "² Ibid.", "[2]": "[2] Ibid.", "^{2}": "^{2} Ibid."}[callout]
    first = note.replace("2", "1").replace("²", "¹").replace("Ibid.", "Ana Ruiz, *Herald*, March 6, 2014.")
    found = Separated(
        f"The town fell to the brigade.\n{callout} Then the port fell too.\n\n{first}\n{note}\n"
    )
    assert found.texts(Zone.BODY) == [f"The town fell to the brigade. {callout} Then the port fell too."]
    assert list(found.notes()) == ["1", "2"]


def test_notes_right_under_the_text() -> None:
    found = Separated(
        "The navy sank three ships.1 It lost one of\n1 R. Mehta, “The Sea War and the Long Retreat of the\n"
        "Navy,” *Survey* 48, no. 2 (2008): 21–35.\n2 Ibid., 25.\n\fits own.2\n"
    )
    assert list(found.notes()) == ["1", "2"]
    assert found.texts(Zone.BODY) == ["The navy sank three ships.1 It lost one of its own.2"]


def test_plain_footnotes_under_each_other() -> None:
    found = Separated(
        "The court met in May.1 It found for the villagers.2 Nobody appealed.3\n\n"
        "1. Prosecutor v. Abed, Case No. 12, Judgment, May 4, 2012.\n2. See id. at 14.\n"
        "3. Abed, supra note 1, at 20.\n\nThe second hearing came a year later.4 It heard the garrison.5\n\n"
        "4. Id. at 31.\n5. Lopez, supra note 3.\n\nThe survivors left for the hills.\n"
    )
    assert list(found.notes()) == ["1", "2", "3", "4", "5"]
    assert len(found.texts(Zone.BODY)) == 3


def test_a_numbered_list_is_no_run_of_notes() -> None:
    found = Separated(
        "The treaty had three points.1\n\n1. The army leaves the town.\n2. The prisoners go home.\n"
        "3. The port opens.\n\nNone of them was kept by either side.\n"
    )
    assert found.notes() == {}


def test_a_star_that_tells_who_wrote_the_paper() -> None:
    who = "Dr. Maya Okello is a fellow at the Institute of Coastal Studies."
    found = Separated(
        f"The Long Siege\n\nMaya Okello\n\nKeywords: siege, coast.\n\n* {who}\n\n1. Introduction\n\n"
        "The town fell in May after a siege of eleven weeks, and the army left.\n"
    )
    assert found.notes() == {"*": who}
