"""A ledger as one HTML page: every claim with its words and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimx.ledger.codec import Record
from claimx.views.html import escape, page_end, page_start
from claimx.views.wording import headline, say_citation, say_date, say_source

_SHOWN_URLS = ("https://", "http://")


def render_report(records: Iterable[Record], title: str) -> Iterator[str]:
    """The page, part by part, in the order of the ledger, with a heading for each document."""
    yield page_start(title)
    document = None
    count = 0
    for record in records:
        count += 1
        if record["document"]["id"] != document:
            document = record["document"]["id"]
            yield _heading(record["document"])
        yield _claim(record)
    yield f"<p class='total'>{count:,} claims</p>\n" + page_end()


def _heading(document: dict[str, Any]) -> str:
    title = document["title"] or document["id"]
    parts = [", ".join(document["authors"]), document["container_title"], document["published"]]
    about = ", ".join(escape(part) for part in parts if part)
    return f"<h2>{escape(title)}</h2>\n<p class='context'>{escape(document['id'])} · {about}</p>\n"


def _claim(record: Record) -> str:
    evidence = record["evidence"]
    sources = "".join(_citation(citation) for citation in record["citations"]) or "<li>uncited</li>"
    details = [say_date(record["date"]) or "undated", record["polarity"], record["modality"],
               f"confidence {record['confidence']:.2f}", record["rule"],
               f"page {evidence['page']}" if evidence["page"] else ""]  # fmt: skip
    about = " · ".join(escape(detail) for detail in details if detail)
    return (
        f"<section id='{escape(record['id'])}' class='{escape(record['kind'])}'>"
        f"<h3>{escape(headline(record))}</h3>"
        f"<p class='context'><code>{escape(record['id'])}</code> · {about}</p>"
        f"<blockquote><span class='context'>{escape(evidence['prefix'])}</span> "
        f"<mark>{escape(evidence['quote'])}</mark> "
        f"<span class='context'>{escape(evidence['suffix'])}</span></blockquote>"
        f"<ul class='source'>{sources}</ul></section>\n"
    )


def _citation(citation: dict[str, Any]) -> str:
    references = "".join(f"<li>{_source(reference)}</li>" for reference in citation["references"])
    inner = f"<ul>{references}</ul>" if references else f": {escape(citation['text'] or '')}"
    return f"<li>{escape(say_citation(citation))}{inner}</li>"


def _source(reference: dict[str, Any]) -> str:
    """A source; its address becomes a link only when it is one of the web."""
    csl, url = reference["csl"], str(reference["csl"].get("URL") or "")
    said = escape(say_source({**csl, "URL": None, "DOI": None} if url.startswith(_SHOWN_URLS) else csl))
    locator = f", {escape(reference['locator'])}" if reference["locator"] else ""
    stance = "" if reference["stance"] == "supports" else f"{escape(reference['stance'])}: "
    link = (
        f" <a rel='noreferrer' href='{escape(url)}'>{escape(url)}</a>" if url.startswith(_SHOWN_URLS) else ""
    )
    return f"{stance}{said}{locator}{link}"
