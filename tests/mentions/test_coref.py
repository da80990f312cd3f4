"""What "the group", "it", "both" and "the latter" stand for; what must stay unresolved stands first."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from claimx.mentions.coref import Discourse
from claimx.model import Actor
from tests.kinds.claims import claims_of


@dataclass
class Named:
    """An actor found in a sentence, as far as the discourse asks."""

    start: int
    end: int
    actor: Actor
    type: str = "group"
    ambiguous: bool = False


def named(text: str, name: str, type: str = "group") -> Named:
    start = text.index(name)
    return Named(start, start + len(name), Actor(name, name, name.lower().replace(" ", "-")), type)


def enter(discourse: Discourse, mentions: list[Named], section: tuple[str, ...]) -> None:
    discourse.enter(lambda: mentions, lambda: None, section)


def told(
    *sentences: tuple[str, dict[str, str]], section: tuple[str, ...] = ("One",)
) -> tuple[Discourse, str]:
    """A discourse that heard the sentences; each with its actors and their types. Returns the last text too."""
    discourse = Discourse()
    for text, actors in sentences:
        enter(discourse, [named(text, name, sort) for name, sort in actors.items()], section)
    return discourse, sentences[-1][0]


def ask(discourse: Discourse, text: str, word: str) -> list[str]:
    start = text.rindex(word)
    return [actor.text for actor in discourse.resolve(word, start, start + len(word))]


UNRESOLVED = [
    # nobody was named, or only further back than three sentences
    ([("It struck again.", {})], "It"),
    (
        [
            ("Renamo fled.", {"Renamo": "group"}),
            ("Rain fell.", {}),
            ("Snow fell.", {}),
            ("Hail fell.", {}),
            ("The group came back.", {}),
        ],
        "group",
    ),
    # a person is no group, one actor is no pair
    ([("Renamo fled.", {"Renamo": "group"}), ("He came back.", {})], "He"),
    ([("Renamo fled.", {"Renamo": "group"}), ("The latter won.", {})], "latter"),
    ([("Renamo fled.", {"Renamo": "group"}), ("Both won.", {})], "Both"),
    # a civil body takes no part
    ([("The Red Cross left.", {"Red Cross": "org-civil"}), ("The group came back.", {})], "group"),
]

RESOLVED = [
    ([("Renamo fled.", {"Renamo": "group"}), ("It came back.", {})], "It", ["Renamo"]),
    ([("Renamo fled.", {"Renamo": "group"}), ("The group came back.", {})], "group", ["Renamo"]),
    (
        [("Renamo fled.", {"Renamo": "group"}), ("Rain fell.", {}), ("The group came back.", {})],
        "group",
        ["Renamo"],
    ),
    (
        [("Renamo fought Frelimo.", {"Renamo": "group", "Frelimo": "party"}), ("The latter won.", {})],
        "latter",
        ["Frelimo"],
    ),
    (
        [("Renamo fought Frelimo.", {"Renamo": "group", "Frelimo": "party"}), ("The former lost.", {})],
        "former",
        ["Renamo"],
    ),
    (
        [("Renamo fought Frelimo.", {"Renamo": "group", "Frelimo": "party"}), ("Both lost.", {})],
        "Both",
        ["Renamo", "Frelimo"],
    ),
    (
        [("Renamo fought Frelimo.", {"Renamo": "group", "Frelimo": "party"}), ("The two sides lost.", {})],
        "sides",
        ["Renamo", "Frelimo"],
    ),
    # in its own sentence, the name before it
    ([("Renamo said its men fled.", {"Renamo": "group"})], "its", ["Renamo"]),
    # the forces of a state are "the army", a group is not
    (
        [
            ("Chadian troops met Renamo.", {"Chadian troops": "force", "Renamo": "group"}),
            ("The army won.", {}),
        ],
        "army",
        ["Chadian troops"],
    ),
]


@pytest.mark.parametrize(("sentences", "word"), UNRESOLVED)
def test_unresolved(sentences, word):
    assert ask(*told(*sentences), word.lower() if word.lower() in sentences[-1][0] else word) == []


@pytest.mark.parametrize(("sentences", "word", "actors"), RESOLVED)
def test_resolved(sentences, word, actors):
    assert ask(*told(*sentences), word) == actors


def test_a_new_section_forgets():
    discourse, _ = told(("Renamo fled.", {"Renamo": "group"}))
    text = "The group came back."
    enter(discourse, [], ("Two",))
    assert ask(discourse, text, "group") == []


def test_a_word_cannot_mean_the_excluded():
    discourse, _text = told(
        ("Renamo fought Frelimo.", {"Renamo": "group", "Frelimo": "party"}), ("It fled.", {})
    )
    assert [a.text for a in discourse.resolve("it", 0, 2, frozenset({"renamo"}))] != ["Renamo"]


def test_ambiguous_names_are_no_antecedents():
    discourse = Discourse()
    text = "The Front fled."
    mention = named(text, "Front")
    mention.ambiguous = True
    enter(discourse, [mention], ("One",))
    enter(discourse, [], ("One",))
    assert ask(discourse, "The group won.", "group") == []


@dataclass
class Somebody:
    start: int
    end: int
    text: str


@pytest.mark.parametrize(
    ("text", "group", "person", "learned"),
    [
        ("Renamo met with Afonso Dhlakama in Beira.", "Renamo", "Afonso Dhlakama", False),
        ("Renamo leader Afonso Dhlakama fled.", "Renamo", "Afonso Dhlakama", True),
        ("Renamo’s long-time commander Afonso Dhlakama fled.", "Renamo", "Afonso Dhlakama", True),
        ("Afonso Dhlakama, the leader of Renamo, fled.", "Renamo", "Afonso Dhlakama", True),
        ("Afonso Dhlakama attacked Renamo.", "Renamo", "Afonso Dhlakama", False),
    ],
)
def test_who_leads_whom(text, group, person, learned):
    discourse = Discourse()
    start = text.index(person)
    discourse.learn(text, [named(text, group)], [Somebody(start, start + len(person), person)])
    assert ("Afonso Dhlakama" in discourse.led_by) == learned
    assert ("Dhlakama" in discourse.led_by) == learned


PAPERS = [
    ("Renamo was founded in 1977. The group attacked a train near Zambezi in 1987.", "Renamo"),
    ("Renamo was founded in 1977. In 1987 it attacked a train near Zambezi.", "Renamo"),
]


KNOWN_MISSES = [
    ("The ELN was founded in 1964. Its fighters attacked a pipeline in Arauca in 1998.", "ELN"),
]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        *PAPERS,
        *(
            pytest.param(*miss, marks=pytest.mark.xfail(strict=True, reason="known miss"))
            for miss in KNOWN_MISSES
        ),
    ],
)
def test_through_the_pipeline(text, actor):
    (claim,) = [c for c in claims_of(text) if c.kind == "attack"]
    (perpetrator,) = claim.claim["perpetrators"]
    assert actor in (perpetrator["text"], perpetrator["name"]) or perpetrator["text"].startswith(actor)


def test_what_cannot_be_resolved_says_so():
    (claim,) = [
        c for c in claims_of("The group attacked a train near Zambezi in 1987.") if c.kind == "attack"
    ]
    assert claim.claim["perpetrators"][0]["id"] == "unresolved"
