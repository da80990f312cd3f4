"""The stages, one line each: read -> separate -> split -> mention -> claim -> cite -> ledger.

for claim in extract_document(read_document(path, id="paper-2019"), Options()):
    print(dump_claim(claim))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from claimx.assemble import Draft, assemble, date_of, draft
from claimx.cite.inline import newest_date
from claimx.cite.inventory import Inventory, build_inventory
from claimx.kinds import KINDS, Found, Scene, choose_date, find_in_row, names_people
from claimx.ledger.order import sort_claims
from claimx.mentions.actors import ActorIndex, actor_index, find_actors
from claimx.mentions.coref import FARTHEST, Discourse, may_tell_leader
from claimx.mentions.find import Mentions, date_before, find_mentions
from claimx.mentions.timex import timex_for
from claimx.model import Actor, Basis, Claim, Document, DocumentInfo, Kind, Place, Problem, Sentence, Zone
from claimx.nlp import load_nlp
from claimx.resources import uncollected
from claimx.sentences import make_sentences
from claimx.spans import as_read
from claimx.syntax.masked import GROUP, PERSON, PLACE, parse_masked
from claimx.syntax.parse import Parse
from claimx.syntax.shallow import from_text
from claimx.syntax.tree import entities_of, from_doc
from claimx.zones import Zones, separate_blocks

KEPT = FARTHEST + 3  # shallow parses held at a time
CLAIM_ZONES = (Zone.BODY, Zone.ABSTRACT, Zone.LIST, Zone.TABLE, Zone.NOTE)


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller wants: kinds (all by default), the pipeline's name, what is known of the paper."""

    kinds: tuple[Kind, ...] = tuple(Kind)
    model: str = "bundled"
    title: str | None = None
    authors: tuple[str, ...] = ()
    container_title: str | None = None
    published: str | None = None
    corpus: tuple[str, ...] = ()


@dataclass(slots=True)
class Reading:
    """A document with what each stage made of it; what `inspect` prints.

    EDTF dates: `published` as given or printed; `reference` is what relative dates are measured by; `as_of` dates
    figures in the present tense: the day of publication, else the year of the newest source cited.
    """

    document: Document
    zones: Zones
    inventory: Inventory
    sentences: list[Sentence]
    index: ActorIndex
    mentions: list[Mentions] = field(default_factory=list)
    cued: frozenset[int] = frozenset()
    parses: dict[int, Parse] = field(default_factory=dict)
    shallow: dict[int, Parse] = field(default_factory=dict)
    entities: list[list[tuple[int, int, str]]] = field(default_factory=list)
    published: str | None = None
    reference: str | None = None
    as_of: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def parse(self, n: int) -> Parse | None:
        """The parse of sentence n, None when it holds no cue.

        Without a model it is made when asked for and kept as long as the discourse may come back to it: the
        parses of a thousand pages would fill the memory.
        """
        if n in self.parses or n not in self.cued:
            return self.parses.get(n)
        if n not in self.shallow:
            self.shallow[n] = from_text(self.sentences[n].plain)
            while len(self.shallow) > KEPT:
                del self.shallow[next(iter(self.shallow))]
        return self.shallow[n]


@uncollected()
def read_stages(document: Document, options: Options) -> Reading:
    """All stages before claims: blocks, sources, sentences, mentions."""
    zones = separate_blocks(document)
    published = options.published or zones.published or document.published
    inventory = build_inventory(document, zones, published=published)
    sentences = make_sentences(document, zones.blocks, inventory.callouts, joined=inventory.joined)
    newest = newest_date(document.text.split("\n")) if not published else None
    reference = published or (newest.isoformat() if newest else None)
    index = actor_index().with_definitions(
        "\n".join(inventory.joined[n].text for n in sorted(inventory.joined))
    )
    mentions = find_mentions(
        sentences,
        index,
        reference,
        lambda n: source_date(inventory, sentences, n),
        _is_news(inventory, published),
    )
    problems = [*document.problems, *zones.problems, *inventory.problems]
    return Reading(
        document,
        zones,
        inventory,
        sentences,
        index,
        mentions,
        published=published,
        reference=reference,
        as_of=published or (None if _cites_press(inventory) else inventory.newest_year(reference)),
        problems=problems,
    )


def _is_news(inventory: Inventory, published: str | None) -> bool:
    """Does the paper cite the press inline, and is the day it came out known?"""
    return published is not None and len(published) == 10 and _cites_press(inventory)


def _cites_press(inventory: Inventory) -> bool:
    """Inline sources by the day make a news digest: its figures are of a day, and a year would be too coarse for them."""
    return sum(c.callout.form == "inline" for c in inventory.cited) >= 5


def source_date(inventory: Inventory, sentences: Sequence[Sentence], n: int) -> str | None:
    """The day of the news source that sentence n cites (EDTF), or None: an event is not younger than its report."""
    sentence = sentences[n]
    if not sentence.callouts:
        return None
    for citation in inventory.cite(sentence, n, max(0, len(sentence.plain) - 1), sentences):
        if citation.date and len(citation.date) == 10:
            return citation.date
        for reference in citation.references:
            parts = (reference.csl.get("issued") or {}).get("date-parts") or [[]]
            if len(parts) == 1 and len(parts[0]) == 3:
                return "{:04d}-{:02d}-{:02d}".format(*(int(p) for p in parts[0]))
    return None


@uncollected()
def extract_document(document: Document, options: Options, reading: Reading | None = None) -> list[Claim]:
    """The claims of one document, in ledger order.

    Raises ModelError when the pipeline of `options.model` cannot be loaded.
    """
    reading = reading or read_stages(document, options)
    specs = [spec for spec in KINDS if spec.kind in options.kinds]
    parse_cued(reading, specs, options.model)
    drafts = list(find_claims(reading, specs))
    tell_assumed(reading, drafts)
    return sort_claims(
        assemble(
            reading.document,
            drafts,
            reading.sentences,
            lambda s: document_info(reading, options, s),
            reading.zones.blocks,
        )
    )


def parse_cued(reading: Reading, specs: Sequence[Any], model: str) -> None:
    """Find the sentences that hold a cue of one of the kinds, and let the model parse them."""
    cues = frozenset().union(*(spec.cues() for spec in specs)) if specs else frozenset()
    wanted = [
        n
        for n, s in enumerate(reading.sentences)
        if s.zone in CLAIM_ZONES and _is_cued(s, reading.mentions[n], cues)
    ]
    reading.cued = frozenset(wanted)
    reading.parses, reading.shallow = {}, {}
    reading.entities = [[] for _ in reading.sentences]
    if model == "rules":
        return
    nlp = load_nlp(model)
    docs = parse_masked(nlp, ((reading.sentences[n].plain, masks_of(reading.mentions[n])) for n in wanted))
    for n, doc in zip(wanted, docs, strict=True):
        reading.parses[n] = from_doc(doc)
        reading.entities[n] = after_dates(entities_of(doc), reading.mentions[n], reading.sentences[n].plain)


def after_dates(
    entities: Sequence[tuple[int, int, str]], mentions: Mentions, text: str
) -> list[tuple[int, int, str]]:
    """The model's entities, each without a date that it starts with ("4 September the Movement")."""
    out = []
    for start, end, label in entities:
        cut = date_before(start, end, mentions.timexes) if label != "DATE" else start
        if cut != start:
            while cut < end and text[cut] in " ,":
                cut += 1
            cut += 4 if text.startswith("the ", cut) else 0
        out.append((cut, end, label))
    return [e for e in out if e[0] < e[1]]


def masks_of(mentions: Mentions) -> list[tuple[int, int, str]]:
    """Names that the parser sees as one familiar word: groups, persons and places whose last word is capitalised."""
    rows = [
        (m.start, m.end, m.actor.text[-1:], GROUP if m.type != "state" else PLACE)
        for m in mentions.actors
        if m.source not in ("noun", "demonym") and _name_like(m.actor.text)
    ]
    rows += [(p.start, p.end, "", PERSON) for p in mentions.persons if p.title is None and _name_like(p.text)]
    rows += [(start, end, "", PLACE) for start, end, place in mentions.places if _name_like(place.text)]
    out: list[tuple[int, int, str]] = []
    for start, end, _, word in sorted(rows, key=lambda r: (r[0], -r[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end, word))
    return out


def _name_like(text: str) -> bool:
    last = text.replace("(", " ").replace(")", " ").split()[-1:]
    return bool(last) and (
        last[0][0].isupper()
        or any(c.isupper() for c in last[0])
        or last[0] in ("group", "network", "faction")
    )


LONGEST = 20_000  # code points; a "sentence" beyond that is a line of data, and spaCy refuses a million


def _is_cued(sentence: Sentence, mentions: Mentions, cues: frozenset[str]) -> bool:
    return len(sentence.plain) <= LONGEST and (sentence.zone == Zone.TABLE or bool(mentions.words & cues))


def find_claims(reading: Reading, specs: Sequence[Any]) -> Iterator[Draft]:
    """Every claim of the document with its sentence, date and citations."""
    discourse = Discourse()
    last: dict[Kind, Draft] = {}
    cued = [(spec, spec.cues()) for spec in specs]
    for n, sentence in enumerate(reading.sentences):
        mentions = reading.mentions[n]
        if may_tell_leader(sentence.plain):
            discourse.learn(sentence.plain, mentions.named, mentions.persons)
        discourse.enter(
            partial(getattr, mentions, "named"),
            partial(reading.parse, n),
            (sentence.article, sentence.section, sentence.zone == Zone.NOTE),
            sentence.block,
            partial(people_of, sentence.plain, mentions, reading.entities[n]),
            partial(countries_of, mentions),
        )
        if n not in reading.cued or not states_claims(reading, sentence):
            continue
        parse = reading.parse(n)
        scene = Scene(
            sentence,
            parse,
            mentions.named,
            mentions,
            partial(with_entities, parse, mentions, reading.entities[n]),
            reading.entities[n],
            discourse.resolve,
            discourse.led_by,
        )
        for i, party in scene.pointed():
            word = parse.words[i]
            actor = Actor(party.text, party.name, party.id)
            discourse.point(
                word.start,
                word.end,
                actor,
                party.how == "person",
                word.pos != "PRON",
                word.dep in ("nsubj", "nsubj:pass"),
            )
        if sentence.zone == Zone.TABLE:
            found = _row(reading.document, scene, sentence, reading.index, specs)
        else:
            found = [
                f
                for spec, cues in cued
                if not cues.isdisjoint(mentions.words)
                for f in _find(spec, scene, reading, sentence)
            ]
        clusters = [f.cluster for f in found]
        for f in found:
            timex = choose_date(scene, f, clusters)
            if timex is not None:
                timex = timex_for(sentence.plain, timex, parse.words[f.trigger].start)
            made = draft(n, sentence, parse, f, timex, reading.as_of)
            made.citations = reading.inventory.cite(sentence, n, made.trigger, reading.sentences)
            if timex is None and f.anaphoric and f.kind in last and _near(last[f.kind], sentence, n):
                made.earlier = last[f.kind]
                inherit(f, last[f.kind].found)
            last[f.kind] = made
            yield made


def tell_assumed(reading: Reading, drafts: Sequence[Draft]) -> None:
    """A problem when figures in the present tense had to be dated by the newest source, for want of a printed date."""
    assumed = 0
    for one in drafts:
        date = date_of(one) if reading.published is None else None
        assumed += date is not None and date.basis == Basis.PUBLICATION
    if assumed:
        said = f"no date of publication: {assumed} present-tense figure{'s' * (assumed > 1)} dated {reading.as_of}, as the newest source (set it with --published)"
        reading.problems.append(Problem("publication-assumed", said, reading.document.id))


def _find(spec: Any, scene: Scene, reading: Reading, sentence: Sentence) -> list[Found]:
    """A kind's findings. A defect in one kind costs one sentence, never the paper, and is told as a problem."""
    try:
        return spec.find(scene)
    except Exception as error:  # told in the run record and on stderr; the tests let none pass
        where = reading.document.id
        said = f"a defect in the {spec.kind} rules ({type(error).__name__}: {error}) lost the claims of one sentence: {sentence.text[:60]!r}"
        reading.problems.append(Problem("defect", said, where, sentence.spans[0]))
        return []


def inherit(found: Found, earlier: Found) -> None:
    """ "The attack was executed by …" takes target, place and type from the deed told before, and says so."""
    claim, before = found.claim, earlier.claim
    if found.kind != Kind.ATTACK:
        return
    if claim["attack_type"] == "unspecified":
        claim["attack_type"] = before["attack_type"]
    slots = ["targets", "places"] if "toll" not in found.context else ["perpetrators", "places"]
    for slot in slots:
        if not claim[slot] and before[slot]:
            claim[slot] = list(before[slot])
            found.inferred = (*found.inferred, f"{slot}:context")


WHERE = re.compile(r"\b(?:in|at|near|from|of|outside|inside|around|across|to|into|and|,)\s+(?:the )?$", re.I)


def with_entities(
    parse: Parse, mentions: Mentions, entities: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, Place]]:
    """The gazetteer's places and, where nothing else was found, those that the pipeline's NER sees."""
    if not entities:
        return mentions.places
    text = parse.text
    taken = [(m.start, m.end) for m in (*mentions.actors, *mentions.persons)] + [
        (s, e) for s, e, _ in mentions.places
    ]
    out = list(mentions.places)
    for start, end, label in entities:
        if (
            label in ("LOC", "GPE", "FAC")
            and not any(s < end and start < e for s, e in taken)
            and text[start].isupper()
            and WHERE.search(text, max(0, start - 18), start)
            and not names_people(parse, parse.head_in(start, end) or 0)
        ):
            out.append((start, end, Place(text[start:end], text[start:end], None)))
    return sorted(out, key=lambda p: (p[0], p[1]))


def countries_of(mentions: Mentions) -> list[str]:
    """The countries of the places that a sentence names."""
    return [place.country for _, _, place in mentions.places if place.country]


AUTHOR = re.compile(r"(?:['’]s)? \((?:18|19|20)\d\d")  # "which Malet (1982) puts at 40,000"


def people_of(
    text: str, mentions: Mentions, entities: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Persons of a sentence as (start, end, name): those found by shape, and the model's that no actor covers."""
    found = [(p.start, p.end, p.name or p.text) for p in mentions.persons]
    taken = [*((p[0], p[1]) for p in found), *((a.start, a.end) for a in mentions.actors)]
    for start, end, label in entities:
        if label == "PERSON" and all(end <= low or start >= high for low, high in taken):
            found.append((start, end, text[start:end]))
    return sorted(p for p in found if not AUTHOR.match(text, p[1]))


def _near(earlier: Draft, sentence: Sentence, n: int) -> bool:
    return earlier.sentence.article == sentence.article and 0 < n - earlier.number <= 3


CITED_WORK = re.compile(
    r"https?://|www\.|doi\.org|\(\d{4}\)|[“\"][^”\"]{12,}[,.]?[”\"],? [A-Z*]|, (?:19|20)\d\d\.?$"
)


def states_claims(reading: Reading, sentence: Sentence) -> bool:
    """A note's remark may state claims; the titles of the works that it cites do not."""
    if sentence.zone != Zone.NOTE:
        return True
    note = reading.inventory.note_of_block.get(sentence.block)
    kind = note.resolved.kind if note is not None else "commentary"
    if kind == "commentary":
        return True
    return kind == "mixed" and CITED_WORK.search(sentence.plain) is None


def _row(
    document: Document, scene: Scene, sentence: Sentence, index: ActorIndex, specs: Sequence[Any]
) -> list[Found]:
    cells, at = [], 0
    printed = "\t".join(document.text[a:b] for a, b in sentence.spans)
    for part in re.split(r"\t+| *\n", printed):
        part = as_read(part)
        start = sentence.plain.find(part, at) if part else -1
        if start >= 0:
            cells.append((start, start + len(part), part))
            at = start + len(part)
    heading = find_actors(sentence.section, index)[:1] if sentence.section else []
    actor = replace(heading[0].actor, text=sentence.section) if heading else None
    kinds = {spec.kind for spec in specs}
    return [f for f in find_in_row(scene, cells, actor) if f.kind in kinds]


def document_info(reading: Reading, options: Options, sentence: Sentence) -> DocumentInfo:
    """What a ledger line says of its document; in an issue, title and authors are the article's."""
    d, z = reading.document, reading.zones
    title = options.title or d.title or z.title
    authors = options.authors or d.authors or z.authors
    container = options.container_title or d.container_title
    if sentence.article is not None:
        article = next((a for a in z.articles if a.number == sentence.article), None)
        if article is not None:
            container = container or title
            title, authors = article.title, article.authors
    return DocumentInfo(
        d.id, d.media_type, d.sha256, title, tuple(authors), container, sentence.article, reading.published
    )
