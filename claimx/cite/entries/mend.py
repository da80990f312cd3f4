"""The labeller's word labels set right where the marks tell better: lists, brackets, where names and containers end.

Each rule reads the marks between words and the kinds of words (`features.Word.role`) and changes `labels` in place.
"""

from __future__ import annotations

from claimx.cite.entries.features import Word

_NUMERIC = frozenset(("year", "d1", "d2", "d3", "d4", "pages", "vol", "mixd"))
_NAMELIKE = frozenset(("Xx", "X-x", "init", "part"))
_CAPITAL = frozenset(("Xx", "X-x", "UP", "Xx."))


def mend(words: list[Word], labels: list[str]) -> None:
    """All rules in turn; `labels` is changed."""
    _names_end(words, labels)
    _names_go_on(words, labels)
    _brackets_inside(words, labels)
    _lists_go_on(words, labels)
    _behind_slashes(words, labels)
    _out_of_editors(words, labels)
    _out_of_volumes(words, labels)
    _second_titles(words, labels)
    _lost_first_word(words, labels)
    _places_before(words, labels)
    _series_behind(words, labels)


def spans_of(labels: list[str]) -> list[tuple[str, int, int]]:
    """Runs of one label: [("author", 0, 3), ("title", 3, 9) …]."""
    found: list[tuple[str, int, int]] = []
    for index, label in enumerate(labels):
        if found and found[-1][0] == label:
            found[-1] = (label, found[-1][1], index + 1)
        else:
            found.append((label, index, index + 1))
    return found


_NO_NAME_END = frozenset(("jr", "sr", "st", "dr", "al", "ed", "eds", "hrsg", "hg", "ii", "iii"))


def _names_end(words: list[Word], labels: list[str]) -> None:
    """Authors who ran into the title: "Da Matta, Roberto. Carnivals, …", "V. O. Key, Politics, …"."""
    for label, start, end in spans_of(labels):
        if label != "author":
            continue
        cut = _full_stop(words, start, end) or _without_initials(words, start, end)
        if cut and end < len(labels) and labels[end] == "title":
            labels[cut:end] = ["title"] * (end - cut)
        return


def _names_go_on(words: list[Word], labels: list[str]) -> None:
    """ "Ann Hill, | Bo Lund, and Cy Ode. Harbours": names up to "and" and the full stop are no title."""
    runs = spans_of(labels)
    if len(runs) < 2 or [runs[0][0], runs[1][0]] != ["author", "title"]:
        return
    start, end = runs[1][1:]
    if words[start - 1].trail != "," or words[start].lead:
        return
    size, joined = 0, False
    for index in range(start, end - 1):
        w = words[index]
        joined = joined or w.shape == "and"
        size += w.shape != "and"
        if (w.shape not in _NAMELIKE and w.shape != "and") or set("JCR") & set(w.role):
            return
        if w.trail and w.shape != "init":
            if size < 2 or w.trail not in (",", "."):
                return
            if w.trail == ".":
                if joined:
                    labels[start : index + 1] = ["author"] * (index + 1 - start)
                return
            size = 0


def _full_stop(words: list[Word], start: int, end: int) -> int:
    """Behind a given name with a full stop nothing of the names follows."""
    for index in range(start + 1, end - 1):
        w = words[index]
        if w.trail == "." and w.shape in ("Xx", "part") and len(w.norm) > 2 and w.norm not in _NO_NAME_END:
            rest = words[index + 1 : end]
            return 0 if rest[0].shape == "and" or any(r.shape == "init" for r in rest) else index + 1
    return 0


def _without_initials(words: list[Word], start: int, end: int) -> int:
    """After "V. O. Key," or "Watson, F.B.," every name has initials: a piece without them opens the title."""
    pieces, first = [], start
    for index in range(start, end):
        if index == end - 1 or words[index].trail[-1:] in (",", ";"):
            pieces.append((first, index + 1))
            first = index + 1
    initials = [any(words[i].shape == "init" for i in range(a, b)) for a, b in pieces]
    if len(pieces) < 2 or (words[start].shape != "init" if initials[0] else not initials[1]):
        return 0
    for number in range(1, len(pieces)):
        a, b = pieces[number]
        if any(initials[number:]):
            continue
        if any(w.shape in ("and", "xx") or w.role or w.norm in _NO_NAME_END for w in words[a:b]):
            continue
        return a if number > 1 or initials[0] else 0
    return 0


def _brackets_inside(words: list[Word], labels: list[str]) -> None:
    """ "in the area (Grenville Province): ages": a short bracket between two parts of one title is of it."""
    for index in range(1, len(labels) - 1):
        w, after = words[index], words[index + 1]
        if (
            labels[index - 1] == "title"
            and w.lead in ("(", "[")
            and w.norm == "in"
            and after.trail[:1] in (")", "]")
        ):
            labels[index : index + 2] = ["title"] * 2  # "Meteorite craters (in Russian)"
    runs = spans_of(labels)
    for number in range(1, len(runs) - 1):
        label, start, end = runs[number]
        around = runs[number - 1][0]
        if around != runs[number + 1][0] or around not in ("title", "container") or label == around:
            continue
        if words[start].lead == "(" and ")" in words[end - 1].trail and end - start < 5:
            labels[start:end] = [around] * (end - start)


def _lists_go_on(words: list[Word], labels: list[str]) -> None:
    """ "Staging Mozart, Wagner, and Zemlinsky (…": what follows "and" belongs to what stands before it."""
    for index in range(1, len(labels) - 1):
        before = labels[index - 1]
        if before not in ("title", "container") or labels[index] == before or words[index].shape != "and":
            continue
        if (
            words[index].lead
            or words[index - 1].trail not in ("", ",")
            or words[index].norm in ("en", "e", "i")
        ):
            continue
        end = index + 1
        while end < len(labels) and not words[end - 1].trail and words[end].lead != "(":
            end += 1
        labels[index:end] = [before] * (end - index)


def _behind_slashes(words: list[Word], labels: list[str]) -> None:
    """ "Naemniki // Voprosy istorii. 2003": the container stands behind two strokes, up to a full stop or number."""
    for index in range(1, len(labels) - 1):
        if words[index].text != "//" or "title" not in labels[:index]:
            continue
        end = index + 1
        while end < len(labels) and words[end].lead != "(" and words[end].shape not in _NUMERIC:
            end += 1
            if words[end - 1].trail[-1:] == "." and len(words[end - 1].norm) > 3:
                break
        if end > index + 1 and "editor" not in labels[index:end]:
            labels[index] = "other"
            labels[index + 1 : end] = ["container"] * (end - index - 1)
        return


def _announced(words: list[Word], labels: list[str], start: int) -> bool:
    """Whether "in" stands right before a word."""
    return start > 0 and labels[start - 1] == "other" and "I" in words[start - 1].role


def _out_of_editors(words: list[Word], labels: list[str]) -> None:
    """ "In Famulus Christi, ed. Gerald Bonner": what stands before "ed." is the book."""
    if "title" not in labels:
        return
    for label, start, end in spans_of(labels):
        if label != "editor" or not _announced(words, labels, start):
            continue
        after = labels[end] if end < len(labels) else ""
        for index in range(start + 1, end - 1):
            w = words[index]
            if "E" in w.role and w.text[:1].isalpha() and words[index - 1].trail[:1] in (",", "."):
                people = any(words[i].shape == "init" for i in range(start, index))
                if not people and after != "container" and words[index + 1].text[:1].isupper():
                    labels[start:index] = ["container"] * (index - start)
                break


def _out_of_volumes(words: list[Word], labels: list[str]) -> None:
    """ "Syst. Bot. 7": the words before the number are no part of the volume."""
    for label, start, end in spans_of(labels):
        if label != "volume" or (start and labels[start - 1] in ("volume", "pages")):
            continue
        cut = start
        while (
            cut < end - 1
            and words[cut].shape in _CAPITAL
            and len(words[cut].norm) > 2
            and not set("VNGM") & set(words[cut].role)
        ):
            cut += 1
        lone = "container" not in labels or (start > 0 and labels[start - 1] == "container")
        if cut > start and lone and words[cut].text[:1].isdigit():
            labels[start:cut] = ["container"] * (cut - start)


def _second_titles(words: list[Word], labels: list[str]) -> None:
    """A title behind a container goes on with it; a second title behind "in" and the editors is the container."""
    seen = False
    for label, start, end in spans_of(labels):
        if label != "title":
            continue
        before = labels[start - 1] if start else ""
        if seen and (
            (before == "container" and words[start - 1].trail[:1] != ".")
            or _announced(words, labels, start)
            or (before == "editor" and "container" not in labels[:start] and _in_before(words, labels, start))
        ):
            labels[start:end] = ["container"] * (end - start)
        seen = True


def _in_before(words: list[Word], labels: list[str], start: int) -> bool:
    back = start - 1
    while back > 0 and labels[back] == "editor":
        back -= 1
    return _announced(words, labels, back + 1)


def _lost_first_word(words: list[Word], labels: list[str]) -> None:
    """ "Kew | Bull.", "Atm. | Environ.": a capital word that no label claimed belongs to the journal behind it."""
    for index in range(1, len(labels) - 1):
        if labels[index] == "other" and labels[index + 1] == "container" and labels[index - 1] == "title":
            w = words[index]
            if w.shape in _CAPITAL and w.text[:1].isalpha() and "I" not in w.role and words[index - 1].trail:
                labels[index] = "container"


def _places_before(words: list[Word], labels: list[str]) -> None:
    """ "in the Yucatan, | Mexico. Geophysical Letters": the end of the title that was taken for the container."""
    for label, start, end in spans_of(labels):
        if label != "container" or not start or labels[start - 1] not in ("title", "other"):
            continue
        if words[start - 1].trail[:1] not in ("", ",") or "I" in words[start - 1].role:
            return
        opening = start
        while opening and labels[opening - 1] == "other":
            opening -= 1
        if not opening or labels[opening - 1] != "title":
            return
        for index in range(start, min(end - 1, start + 5)):
            w = words[index]
            if w.trail[:1] == "." and words[index + 1].text[:1].isupper():
                whole = len(w.norm) > 3 or w.norm in ("usa", "uk")
                if whole and w.shape in ("Xx", "xx", "UP", "X-x", "year", "pages") and "A" not in w.role:
                    labels[opening : index + 1] = ["title"] * (index + 1 - opening)
                break
            if "J" in w.role or "C" in w.role or w.trail in ("q", ")"):
                break
        return


def _series_behind(words: list[Word], labels: list[str]) -> None:
    """ "Logics of Programs, volume 193 of Lecture Notes": what a volume is of is the series."""
    seen = False
    for label, start, end in spans_of(labels):
        if label == "container":
            if seen and words[start].norm == "of" and labels[start - 1] == "volume":
                labels[start:end] = ["series"] * (end - start)
            seen = True
