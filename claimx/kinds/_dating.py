"""Which date of a sentence is a claim's: the one nearest to its words in the tree, else one that opens the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from claimx.edtf import bounds
from claimx.kinds._kind import Found
from claimx.kinds._scene import Scene
from claimx.model import Basis, Kind, Timex
from claimx.syntax.parse import Parse

# "compared to 2020", "than in 2019": what is measured against, not when it was
BASELINE = re.compile(
    r"\b(?:compared (?:to|with)|relative to|comparison (?:to|with)|than(?: in)?|up from|down from)\s+$", re.I
)


def choose_date(scene: Scene, found: Found, others: list[tuple[int, ...]]) -> Timex | None:
    """The timex that dates the claim, or None. `others`: the word clusters of the sentence's other claims."""
    if found.dated_by is not None:
        return found.dated_by
    own = _in_step(scene, found, others)
    if own is not None:
        return own
    best: tuple[int, int] | None = None
    chosen = None
    for timex in scene.timexes:
        if any(m.start <= timex.start and timex.end <= m.end for m in scene.actors):
            continue
        if BASELINE.search(scene.parse.text, max(0, timex.start - 24), timex.start):
            continue
        if _dates_the_telling(scene, timex, found) or _is_named_by(scene, timex, found):
            continue
        score = _score(scene, timex, found, others)
        if score is None:
            continue
        gap = min(abs(timex.start - scene.parse.words[i].start) for i in found.cluster or (found.trigger,))
        if best is None or (score, gap) < best:
            best, chosen = (score, gap), timex
    return _when(scene, chosen, found) if chosen is not None else None


TIMED = frozenset({"after", "since", "before", "until", "when", "as", "once"})


# "in a report published in May 2019, the panel counted 300 men": the state of things told is that of the report
ISSUED = frozenset(
    {
        "published",
        "released",
        "issued",
        "dated",
        "written",
        "aired",
        "posted",
        "circulated",
        "delivered",
        "recorded",
    }
)


def _in_step(scene: Scene, found: Found, others: list[tuple[int, ...]]) -> Timex | None:
    """ "a raid on A in May, and raids on B and C in June": deeds and dates in turn, each deed before its date."""
    parse = scene.parse
    firsts = sorted({min(c) for c in others if c} | {min(found.cluster or (found.trigger,))})
    if found.kind is not Kind.ATTACK or len(firsts) < 2 or len(firsts) != len(scene.timexes):
        return None
    starts = [parse.words[i].start for i in firsts]
    if any(parse.words[i].pos != "NOUN" for i in firsts):
        return None
    dates = sorted(scene.timexes, key=lambda t: t.start)
    for n, timex in enumerate(dates):
        if timex.start < starts[n] or (n + 1 < len(starts) and timex.start > starts[n + 1]):
            return None
    return dates[firsts.index(min(found.cluster or (found.trigger,)))]


def _is_named_by(scene: Scene, timex: Timex, found: Found) -> bool:
    """ "after the US invasion of Iraq", with no year printed: the deed tells the time of something else, not its own."""
    if timex.basis is not Basis.RELATIVE or any(c.isdigit() for c in timex.text):
        return False
    return any(
        timex.start <= scene.parse.words[i].start < timex.end for i in found.cluster or (found.trigger,)
    )


def _copular(parse: Parse, i: int) -> bool:
    return (
        parse.words[i].pos != "VERB"
        or bool(parse.children(i, "cop"))
        or parse.words[i].lower in ("was", "were", "is", "are")
    )


def _when(scene: Scene, timex: Timex, found: Found) -> Timex:
    """ "since August 2020 when the factions rejoined": what the date's own clause tells happened then, not since."""
    if not timex.edtf.endswith("/.."):
        return timex
    parse = scene.parse
    inside = {w.i for w in parse.words if w.start < timex.end and w.end > timex.start}
    above = {found.trigger, *parse.ancestors(found.trigger)}
    opens = (
        (parse.word_at(timex.end + 1) or 0) if parse.text[timex.end : timex.end + 5].lower() == " when" else 0
    )
    if not inside & above and not (opens and parse.words[opens].head in above):
        return timex
    point = timex.edtf[:-3]
    earliest, latest = bounds(point)
    return replace(timex, edtf=point, earliest=earliest, latest=latest)


def _dates_the_telling(scene: Scene, timex: Timex, found: Found) -> bool:
    """ "claimed the Nyanya blast in a video five days afterwards": the day of the claim, not of the blast."""
    verb = found.context.get("told_by")
    i = scene.parse.head_in(timex.start, timex.end) if verb is not None else None
    if i is None:
        return False
    for k in (i, *scene.parse.ancestors(i)):
        if k == verb:
            return True
        if k in found.cluster:
            return False
    return False


def _score(scene: Scene, timex: Timex, found: Found, others: list[tuple[int, ...]]) -> int | None:
    """The distance, or for a date that opens the sentence a large one: it covers all but relative clauses."""
    score = _distance(scene, timex, found, others)
    parse = scene.parse
    if score is None and (parse.word_at(timex.start) or 0) <= 2 and len(scene.timexes) == 1:
        path = [found.trigger, *parse.ancestors(found.trigger)]
        if not any(parse.words[k].dep == "acl:relcl" for k in path) and not any(
            parse.case(k) in ("following", "after", "before", "since") for k in found.cluster
        ):
            return 40
    return score


def _distance(scene: Scene, timex: Timex, found: Found, others: list[tuple[int, ...]]) -> int | None:
    """Steps from the date up to the claim's words, or to what governs them; None when it dates something else."""
    parse = scene.parse
    i = parse.head_in(timex.start, timex.end)
    if i is None:
        return None
    mine = set(found.cluster or (found.trigger,))
    rest = {k for other in others for k in other} - mine
    chain = [i, *parse.ancestors(i)]
    for n, k in enumerate(chain):
        if (
            n
            and parse.words[chain[n - 1]].dep == "acl:relcl"
            and _copular(parse, chain[n - 1])
            and chain[n - 1] not in mine
            and not mine & set(parse.subtree(chain[n - 1]))
        ):
            return None  # "45 attacks, which was more than in any month of 2021"
        if k in mine:
            return n
        if k in rest and not _above(parse, k, mine):
            if (parse.words[k].dep == "advcl" and parse.mark(k) in TIMED) or any(
                parse.words[c].lower == "when" for c in parse.children(k, "advmod", "mark")
            ):
                continue  # "fought on after they invaded in 2001": the other deed dates this one
            if n == 1 and _shares_subject(parse, k, mine):
                return 10 + n  # "killed 1,200 people and took 250 hostages on 7 October"
            return None
        if (
            n
            and found.kind is not Kind.ATTACK
            and parse.words[chain[n - 1]].lower in ISSUED
            and parse.words[k].dep in ("obl", "nmod")
        ):
            continue
        if (
            n
            and parse.words[chain[n - 1]].dep in ("acl:relcl", "acl")
            and k not in mine
            and not mine & set(parse.subtree(chain[n - 1]))
        ):
            # a date inside a relative clause about something else ("the accord signed in 2020")
            return None
    fronted = (parse.word_at(timex.start) or 0) <= 2
    if (
        not fronted
        and all(timex.start < parse.words[k].start for k in mine)
        and any(parse.case(k) in ("following", "after", "before", "since", "until") for k in mine)
    ):
        return None  # "was formed in 2014 following the army's raids": the forming is of 2014
    above: dict[int, bool] = {}
    for k in mine:
        path = [k, *parse.ancestors(k)]
        for n, a in enumerate(path[1:], 1):
            above[a] = above.get(a, False) or not any(parse.words[b].dep == "acl:relcl" for b in path[:n])
    for n, k in enumerate(chain):
        if above.get(k):
            return 20 + n
        if k in above:
            return None  # the deed stands in a relative clause, the date outside it
    if fronted:
        return 30
    return None


def _shares_subject(parse: Parse, k: int, mine: set[int]) -> bool:
    """Is k the last of two or more verbs of one subject, the deed an earlier one?"""
    w = parse.words[k]
    return (
        w.dep == "conj"
        and w.pos == "VERB"
        and not parse.children(k, "nsubj", "nsubj:pass")
        and w.head in mine
        and parse.words[w.head].pos == "VERB"
    )


def _above(parse, k: int, mine: set[int]) -> bool:
    return any(k in set(parse.ancestors(m)) for m in mine)
