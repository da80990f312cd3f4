"""Note kinds, short forms and the notes they stand for."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from claimx.cite.ibid import NoteText, ResolvedNote, resolve_notes

BOOK = "Ife Bello, *The Delta Burns: Oil and Rebellion* (London: Zed, 2004), 12."
BOOK2 = "Ife Bello, *Coastal Kings* (Lagos: Coast Press, 2009)."
ARTICLE = (
    'Ruth Okafor and Sven Dahl, "Ports and Pirates: A Survey," *Journal of Coasts* 31, no. 9 (2008): 775-807.'
)
ARTICLE_AGAIN = ARTICLE.replace(": A Survey", " – a survey")
TALK = "Kemi Adeyemi (Delta scholar), Interview by the Author, March 5, 2014."
OFFICE = 'See "Quarterly Report, July 2021" (U.S. Department of Defense, November 2021).'

# notes in order -> (kind, resolves_to) of the last
LAST = [
    # a remark stays one
    ([BOOK, "The delta has been quiet since then, and no party claimed the attack."], ("commentary", None)),
    # whole citations stay sources, repeated or not
    ([BOOK, BOOK2], ("source", None)),
    ([ARTICLE, BOOK, ARTICLE_AGAIN], ("source", None)),
    ([BOOK, 'Ada Obi, "The Delta Burns Again," *Lagos Post*, May 4, 2012.'], ("source", None)),
    (["Ife Bello, *Unpublished Letters*."], ("source", None)),
    # ibid and its kin
    ([BOOK, "Ibid."], ("ibid", "1")),
    ([BOOK, "Ibid"], ("ibid", "1")),
    ([BOOK, "Ibid., pp. 12–14."], ("ibid", "1")),
    ([BOOK, "Id. at 45."], ("ibid", "1")),
    ([BOOK, "See id."], ("ibid", "1")),
    ([BOOK, "Idem."], ("ibid", "1")),
    ([BOOK, "Ebd., S. 50."], ("ibid", "1")),
    ([BOOK, "Ibídem, p. 46"], ("ibid", "1")),
    ([BOOK, "Ibid., 3.", "Ibid."], ("ibid", "1")),
    ([BOOK, ARTICLE, "Bello, *The Delta Burns*, 7.", "Ibid."], ("ibid", "1")),
    # op. cit., supra, note N
    ([BOOK, ARTICLE, "Bello, op. cit., p. 5."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello, ob. cit., p. 5."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello, a.a.O., S. 61."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello, supra note 1, at 7."], ("short", "1")),
    ([BOOK, ARTICLE, "See note 2 above."], ("short", "2")),
    ([BOOK, ARTICLE, "Bello (n. 1), 33."], ("short", "1")),
    ([BOOK, ARTICLE, "Okafor and Dahl, supra note 2."], ("short", "2")),
    ([BOOK, "Ibid., 4.", "Supra note 2."], ("short", "1")),
    # author and title, author alone, title alone
    ([BOOK, ARTICLE, "Ife Bello, *The Delta Burns*."], ("short", "1")),
    ([BOOK, ARTICLE, "Ife Bello, *The Delta Burns*, 24."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello, The Delta Burns, 24."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello, 24."], ("short", "1")),
    ([BOOK, ARTICLE, "Bello 2004, 24."], ("short", "1")),
    ([BOOK, ARTICLE, 'Okafor and Dahl, "Ports and Pirates"'], ("short", "2")),
    ([BOOK, ARTICLE, 'Ruth Okafor, et. Al., "Ports and Pirates."'], ("short", "2")),
    ([BOOK, ARTICLE, 'Okafor and Dahl, "Ports & Pirates: A Survey," p.6.'], ("short", "2")),
    ([BOOK, ARTICLE, 'Okafour and Dahl, "Ports and Pirates."'], ("short", "2")),
    ([BOOK, ARTICLE, "See Okafor and Dahl, 2008."], ("short", "2")),
    ([BOOK, ARTICLE, '"Ports and Pirates," *Journal of Coasts*.'], ("short", "2")),
    ([BOOK, ARTICLE, 'As quoted in Okafor, "Ports and Pirates."'], ("short", "2")),
    ([OFFICE, BOOK, "U.S. Department of Defense, November 2021."], ("short", "1")),
    ([BOOK, BOOK2, "Bello, *Coastal Kings*, 3."], ("short", "2")),
    # two fit: neither is guessed
    ([BOOK, BOOK2, "Bello, op. cit., p. 5."], ("short", None)),
    ([BOOK, BOOK2, "Bello, 24."], ("short", None)),
    # conversations
    ([TALK], ("interview", None)),
    ([TALK, BOOK, "Kemi Adeyemi, Interview."], ("interview", "1")),
    ([TALK, "Ibid."], ("ibid", "1")),
    (["Author's interview with a security official on January 10, 2012."], ("interview", None)),
    # remark and source
    ([f"The figures differ widely. For details, see {ARTICLE}"], ("mixed", None)),
    (["Troops took the village on December 6, 2011 ([Lagos Post](#), December 6 2011)."], ("mixed", None)),
    ([BOOK, "Ibid., 4. The author adds that the raid was planned abroad."], ("mixed", "1")),
]


def resolve(texts: list[str]) -> list[ResolvedNote]:
    return resolve_notes([NoteText(str(i), text) for i, text in enumerate(texts, 1)])


@pytest.mark.parametrize(("texts", "wanted"), LAST, ids=[texts[-1][:44] for texts, _ in LAST])
def test_the_last_note(texts: list[str], wanted: tuple[str, str | None]) -> None:
    last = resolve(texts)[-1]
    assert (last.kind, last.resolves_to) == wanted


def test_an_ibid_carries_its_source_with_its_own_locator() -> None:
    note = resolve([BOOK, "Ibid., 99."])[1]
    assert note.via == ("ibid",)
    assert [(r.csl["title"], r.locator) for r in note.references] == [
        ("The Delta Burns: Oil and Rebellion", "99")
    ]


def test_the_steps_of_a_chain_are_told() -> None:
    assert resolve([BOOK, ARTICLE, "Bello, *The Delta Burns*, 7.", "Ibid."])[3].via == ("ibid", "short-title")
    assert resolve([BOOK, "As quoted in Bello, *The Delta Burns*."])[1].via == ("short-title", "as-quoted-in")


def test_what_two_works_fit_keeps_both() -> None:
    note = resolve([BOOK, BOOK2, "Bello, op. cit., p. 5."])[2]
    assert note.candidates == ("1", "2") and len(note.references) == 2
    assert note.problems == ("ambiguous-short-form",)


def test_the_same_other_work_of_the_author_takes_his_name() -> None:
    note = resolve([BOOK, "Idem, *Coastal Kings* (Lagos: Coast Press, 2009)."])[1]
    assert note.kind == "source" and note.references[0].csl["author"] == [{"family": "Bello", "given": "Ife"}]


def test_an_ibid_with_nothing_before_is_a_problem() -> None:
    [note] = resolve(["Ibid."])
    assert (note.kind, note.resolves_to, note.problems) == ("ibid", None, ("ibid-without-antecedent",))


def test_notes_restart_with_each_article() -> None:
    notes = [
        NoteText("1", BOOK, 1),
        NoteText("1", ARTICLE, 2),
        NoteText("2", "Ibid.", 2),
        NoteText("2", "Ibid.", 1),
    ]
    assert [(n.resolves_to, n.references[0].csl["type"]) for n in resolve_notes(notes)[2:]] == [
        ("1", "article-journal"), ("1", "book"),
    ]  # fmt: skip


def test_cost_grows_with_the_notes() -> None:
    def name(i: int) -> str:
        return "W" + "".join(chr(97 + (i // 26**k) % 26) for k in range(3))

    def cost(count: int) -> float:
        notes = []
        for i in range(count // 2):
            full, short = name(i), name(i // 2)
            notes.append(
                NoteText(str(2 * i), f'Ada {full}, "A Tale of {full} Towns," *Coast Post*, May 4, 2012.')
            )
            notes.append(NoteText(str(2 * i + 1), f'{short}, "A Tale of {short} Towns."'))
        start = time.process_time()
        resolve_notes(notes)
        return time.process_time() - start

    cost(100)
    assert cost(2400) < 8 * max(cost(600), 0.1)


@pytest.mark.parametrize("name", ["basit-2024-nmds", "ali-2024-isk"])
def test_gold_notes(shared: Path, name: str) -> None:
    """The notes whose lines stand whole in the paper: kind and antecedent as the annotators read them."""
    digits = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    printed = {}
    for line in (shared / "papers" / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        number = line.split(" ")[0].translate(digits)
        if number.isdecimal() and not line[:1].isdecimal():
            printed[number] = line
    rows = [
        json.loads(row)
        for row in (shared / "gold" / f"{name}.notes.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    rows = [row for row in rows if row["number"] in printed and not row["damaged"]]
    notes = resolve_notes([NoteText(row["number"], printed[row["number"]]) for row in rows])
    right = sum(
        n.kind == row["kind"]
        and (
            not row["resolves_to"] or row["resolves_to"] not in printed or n.resolves_to == row["resolves_to"]
        )
        for n, row in zip(notes, rows, strict=True)
    )
    assert right / len(rows) >= 0.95
