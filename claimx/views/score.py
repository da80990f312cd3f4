"""A score as tables, and the claims behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimx.ledger.score import Report
from claimx.views.safe import visible
from claimx.views.wording import headline

_COLUMNS = ("precision", "recall", "f1", "exact")
_NOT_SLOTS = frozenset(("id", "kind", "sentence", "anchor", "required"))


def render_score(report: Report) -> RenderableType:
    """Precision, recall, F1 and exact for all, by kind and by document; slots; calibration."""
    return Group(_figures(report), _slots(report), _calibration(report))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", overflow="fold")
    return table


def _figures(report: Report) -> Table:
    table = _table("", *_COLUMNS, "required", "predicted")
    for name, figures in report.rows().items():
        shares = [f"{getattr(figures, column):.3f}" for column in _COLUMNS]
        table.add_row(Text(visible(name)), *shares, str(figures.required), str(figures.predicted))
    return table


def _slots(report: Report) -> Table:
    kinds = {name: report.figures(kind=None if name == "all" else name).slots
             for name in ("all", "attack", "strength", "allegiance")}  # fmt: skip
    table = _table("slot", *kinds)
    for slot in kinds["all"]:
        table.add_row(slot, *(f"{slots[slot]:.3f}" if slot in slots else "" for slots in kinds.values()))
    return table


def _calibration(report: Report) -> Table:
    table = _table("confidence", "claims", "right")
    for low, high, count, share in report.calibration():
        table.add_row(f"{low:.2f} to {high:.2f}", str(count), f"{share:.3f}")
    return table


def render_claims(report: Report, which: str) -> Iterator[str]:
    """The claims to look at: `misses`, `extra` or `slots`."""
    if which == "misses":
        for document, gold in report.misses:
            want = {key: value for key, value in gold.items() if key not in _NOT_SLOTS}
            said = gold.get("sentence", gold["anchor"])
            yield f"\nMISS {visible(document)} {visible(gold.get('id'))} [{gold['kind']}]\n"
            yield f"  {visible(said)}\n  want: {_plain(want)}\n"
    elif which == "extra":
        for document, record in report.extras:
            quote = visible(record["evidence"]["quote"])
            yield f"\nEXTRA {visible(document)} {visible(record['id'])} {visible(record['rule'])}\n"
            yield f"  {quote}\n  got: {headline(record)}\n"
    else:
        for document, gold, record, slots in report.pairs:
            wrong = [slot for slot, (_, right) in slots.items() if not right]
            if wrong:
                names = f"{visible(document)} {visible(gold.get('id'))} {visible(record['id'])}"
                yield f"\nSLOTS {names}: {', '.join(wrong)}\n"
                yield f"  {visible(gold.get('sentence', gold['anchor']))}\n"
                for slot in wrong:
                    name = slot.removesuffix("_soft")
                    yield f"  {slot}: want {_plain(gold.get(name))}, got {_plain(_got(record, name))}\n"


def _got(record: dict[str, Any], slot: str) -> Any:
    if slot == "citations":
        return [{k: c.get(k) for k in ("type", "marker", "text", "scope")} for c in record["citations"]]
    return record["claim"].get(slot, record.get(slot))


def _plain(value: Any) -> str:
    return visible(json.dumps(value, ensure_ascii=False))
