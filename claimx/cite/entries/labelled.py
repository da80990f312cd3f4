"""From labelled words to the fields of a source: what the trained labeller found, put in order by rule."""

from __future__ import annotations

import re

from claimx.cite.entries.dates import best_date, find_dates
from claimx.cite.entries.features import Word, word, words_of
from claimx.cite.entries.imprint import Fields, split_imprint
from claimx.cite.entries.labeller import load_labeller
from claimx.cite.entries.mend import mend

_EDGE = " ,;:.–—-/\"“”„«»‘’'`*"
_VOLUME = re.compile(
    r"(?:\b(?:vols?|volumes?|bd|band|bind|tom[eo]?|tomus|t|v|jg|jahrg|jrg|årg(?:[aå]ng)?|roč(?:ník)?|god|cilt|c|jilid|vyp|deel|dl)"
    r"\b[.:\s]*)?(?P<v>\d+|[IVXLC]+\b)?(?:\.?\s?(?:jg|jahrgang|évf|jaargang|årg|e\sannée)\b\.?)?\s*"
    r"(?:[,.:;]?\s*\(?(?:\b(?:no|nos|nr|n|num|number|issue|iss|heft|hefte|h|n°|nº|núm|č|br|sz|z|fasc|afl|sayı|sy|nomor)\b|№)"
    r"[°º.:\s]*(?P<i1>[\w–/-]+)\)?|,?\s*\((?P<i2>[^()]*)\)?|[./:](?P<i3>\d+))?"
    r"(?:\s*[:,]\s*(?P<p>[A-Za-z]?\d+(?:\s?[-–—]+\s?[A-Za-z]?\d+)?))?",
    re.IGNORECASE,
)
_PAGE = re.compile(r"[A-Za-z]{0,2}\d+(?:\s?[-–—‐−]+\s?[A-Za-z]?\d+)?(?:,\s?\d+(?:\s?[-–—]+\s?\d+)?)*")
_MARKED_PAGE = re.compile(r"\(?(?:pp?|pgs?|págs?|S|str|hlm)\.\s?\d+(?:\s?[-–]\s?\d+)?\)?$")
_IN = re.compile(
    r"^(?:(?:[Ii]n|IN|[Dd]ans|en|dalam|Dalam|içinde)\s*:?|[\[(]?(?:[Ww]|[VvUuIi]|[Îî]n|V\skn\.|V\ssb\.|En)[\])]?:[\])]?|//)"
    r"\s+(?=[\"“«„]?\w)"
)
_THESIS = re.compile(r"\b(?:thes[ie]s|dissertation|thèse|tesis|diss\.?)\b", re.IGNORECASE)


def read_labelled(text: str) -> Fields:
    """Fields of a source by the trained labeller:
    `read_labelled("Walsh, D. (2020). Nine lives. Bloomsbury.")`
    has author, issued, title and publisher. `text` holds no web addresses and no marks of italics any
    more."""
    spans = words_of(text)
    words = [word(text[a:b]) for a, b in spans]
    labels = load_labeller().label(words)
    _fill_gaps(labels)
    _snap_containers(words, labels)
    mend(words, labels)
    return fields_of(text, spans, labels)


_TEXTUAL = ("title", "container", "publisher", "author", "editor", "location", "series")


def _fill_gaps(labels: list[str]) -> None:
    """A lone word of another kind inside a title or a container belongs to it."""
    for index in range(1, len(labels) - 1):
        before, label, after = labels[index - 1 : index + 2]
        if before == after != label and before in _TEXTUAL[:4] and label in _TEXTUAL:
            labels[index] = before


def _snap_containers(words: list[Word], labels: list[str]) -> None:
    """A container begins behind a mark: the words before it go to the title, or it takes some from the
    title."""
    for start in range(1, len(labels)):
        if labels[start] != "container" or labels[start - 1] not in ("title", "author"):
            continue
        _take_abbreviations(words, labels, start)
        if labels[start - 1] == "author":
            return
        end = start
        while end < len(labels) and labels[end] == "container":
            end += 1
        cut = _sentence_end(words, start, end)
        if cut:  # "vs. non-visible articulators. Canadian Acoustics"
            labels[start:cut] = ["title"] * (cut - start)
        elif not words[start - 1].trail and words[start].lead == "":
            back = start - 1
            while back > 0 and labels[back - 1] == "title" and not words[back - 1].trail and start - back < 5:
                back -= 1
            if (
                words[back - 1].trail
                and labels[back - 1] == "title"
                and all(w.shape in ("Xx", "X-x", "UP", "Xx.", "part", "and") for w in words[back:start])
            ):
                labels[back:start] = ["container"] * (start - back)  # "…, George | Washington Law Review"
        return


def _take_abbreviations(words: list[Word], labels: list[str], start: int) -> None:
    """The first words of a journal's short name: "E. Yablonovitch, J. | Opt. Soc. Am."."""
    back = start
    while (
        back > 0
        and words[back - 1].trail == "."
        and len(words[back - 1].norm) < 8
        and back > start - 4
        and words[back - 1].text[:1].isupper()
    ):
        back -= 1
        if back > 0 and words[back - 1].trail in (",", "q", ",q", "q,", "?"):
            labels[back:start] = ["container"] * (start - back)
            return


def _sentence_end(words: list[Word], start: int, end: int) -> int:
    for index in range(start, end - 1):
        w = words[index]
        if (
            w.trail[:1] == "."
            and ((w.shape == "xx" and len(w.norm) > 4) or w.trail.startswith(")"))
            and words[index + 1].text[:1].isupper()
        ):
            return index + 1
    return 0


def runs(text: str, spans: list[tuple[int, int]], labels: list[str]) -> list[tuple[str, str]]:
    """Neighbouring words of one label: [("author", "Walsh, D."), ("date", "(2020).") …]."""
    found: list[tuple[str, int, int]] = []
    for (start, end), label in zip(spans, labels, strict=True):
        if found and found[-1][0] == label:
            found[-1] = (label, found[-1][1], end)
        else:
            found.append((label, start, end))
    return [(label, text[start:end]) for label, start, end in found]


def _strip(value: str) -> str:
    value = value.strip(_EDGE)
    if value.endswith(")") and "(" not in value:
        value = value[:-1]
    if value.startswith(("(", "[")) and ")" not in value and "]" not in value:
        value = value[1:]
    if value.count("(") > value.count(")"):
        value = (
            value.rstrip("(").strip()
            if value.endswith("(")
            else value + ")"
            if value.rfind("(") > 0
            else value
        )
    return value.strip(_EDGE)


def fields_of(text: str, spans: list[tuple[int, int]], labels: list[str]) -> Fields:
    """Runs of labels as fields; the first run of a kind counts, except where a later one is the better."""
    by_label: dict[str, list[str]] = {}
    for label, value in runs(text, spans, labels):
        by_label.setdefault(label, []).append(value)
    fields: Fields = {}
    _take_texts(by_label, fields)
    _take_numbers(by_label, fields)
    dates = [d for value in by_label.get("date", []) for d in find_dates(value)]
    best = best_date(dates)
    if len(dates) > 1 and best and len(best.value["date-parts"][0]) == 1:
        best = dates[0]
    if not best:
        found = find_dates(" ".join(by_label.get("date", [])))
        best = found[0] if found else None
    if best:
        fields["issued"] = _with_day(best.value, dates)
    elif by_label.get("date"):
        fields["date-text"] = _strip(by_label["date"][0]).strip("()")
    return fields


def _with_day(value, dates):
    """A year in front and a day behind ("2011 … 20 June") are one date when they share the year."""
    return value if value["date-parts"][0] else dates[0].value


def _take_texts(by_label: dict[str, list[str]], fields: Fields) -> None:
    for label, key in (("author", "author"), ("editor", "editor"), ("translator", "translator")):
        if by_label.get(label):
            fields[key] = " ; ".join(by_label[label]) if len(by_label[label]) < 3 else by_label[label][0]
            if len(by_label[label]) > 1:
                fields[key] = by_label[label][0] if label == "author" else ", ".join(by_label[label][:2])
    if by_label.get("title"):
        titles = by_label["title"]
        fields["title"] = _title(
            max(titles, key=len) if len(titles[0].split()) < 2 < len(titles) else titles[0]
        )
    if by_label.get("container"):
        container = max(by_label["container"][:2], key=len)
        if _IN.match(container):
            fields["chapter"] = True
            container = _IN.sub("", container)
        fields["container"] = _strip(container)
        container = re.sub(r",?\s(?:vol(?:ume|\.)?\s\d+,?\sof)\s.*$", "", fields["container"])
        fields["container"] = re.sub(
            r",?\s+(?:vol(?:ume|s?\.)?|no\.|bd\.?|jg\.?|roč\.?|t\.|tom|cilt|sayı:?|núm\.?|n[°º]|nr\.?|č\.|br\.|№)\s*$",
            "",
            container,
            flags=re.IGNORECASE,
        )
    other = " ".join(by_label.get("other", []))
    if re.search(
        r"(?:^|\s)(?:[Ii]n|IN|[Dd]ans|[Dd]alam|içinde)\b:?(?:\s|$)|\[?\bw:\]?", other
    ) and fields.get("container"):
        fields["chapter"] = True
    for label, key in (
        ("publisher", "publisher"),
        ("location", "place"),
        ("edition", "edition"),
        ("series", "series"),
        ("genre", "genre"),
        ("note", "note"),
    ):
        if by_label.get(label):
            value = _strip(by_label[label][0])
            if value:
                fields[key] = value
    if ":" in fields.get("publisher", "") and "place" not in fields:
        place, publisher = split_imprint(fields["publisher"])
        fields.update({k: v for k, v in (("place", place), ("publisher", publisher)) if v})


def _title(value: str) -> str:
    value = _strip(value) + ("?" if value.rstrip(" \"”“'’.,»").endswith("?") else "")
    return (
        value.replace("??", "?").replace("“", "").replace("”", "")
        if value.count("“") != value.count("”")
        else value.replace("??", "?")
    )


def _take_numbers(by_label: dict[str, list[str]], fields: Fields) -> None:
    raw = " ".join(by_label.get("volume", [])).strip(" ,.;:")
    if "pages" not in by_label and _MARKED_PAGE.match(raw):
        by_label["pages"], raw = [raw], ""
    if raw:
        year = re.match(r"(1[89]\d\d|20\d\d)\s?;\s?", raw)  # "2009;7"
        if year:
            fields["issued"] = {"date-parts": [[int(year[1])]]}
            raw = raw[year.end() :]
        several = re.fullmatch(r"\(?(\d+)\s(?:vols?|Bde|tomes|t)\.?\)?", raw)
        if several and raw.strip("()").rstrip(".").endswith(("vols", "Bde", "tomes")):
            fields["number-of-volumes"] = several[1]
            raw = ""
        match = _VOLUME.match(raw)
        if match and (match["v"] or match["i1"] or match["i2"] or match["i3"]):
            issue = match["i1"] or match["i2"] or match["i3"]
            if match["v"]:
                fields["volume"] = match["v"]
            if issue and re.search(r"\w", issue):
                fields["issue"] = issue.strip(" ().,")
            if match["p"]:
                fields["page"] = match["p"]
        elif re.search(r"\d", raw):
            fields["volume"] = raw.strip("() ")
    pages = " ".join(by_label.get("pages", [])[:1])
    found = _PAGE.search(pages)
    if found:
        if re.search(r"\d\s*(?:pp?|pages|S|Seiten)\b\.?", pages) and not re.search(r"[-–—]", found[0]):
            fields["number-of-pages"] = found[0]
        else:
            fields["page"] = found[0]
