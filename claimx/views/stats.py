"""The counts of a ledger as tables and a histogram."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimx.ledger.stats import Stats
from claimx.views.safe import visible

BAR = 40  # characters of the longest bar


def render_stats(stats: Stats, top: int = 15) -> RenderableType:
    """Everything that `Stats` counts, the `top` most named actors."""
    lines = [
        f"{stats.claims:,} claims, {len(stats.documents):,} documents",
        f"cited {stats.share(stats.cited):.0%} (resolved {stats.share(stats.resolved):.0%}), "
        f"dated {stats.share(stats.dated):.0%}, confidence 0.8 and more {stats.share(stats.sure):.0%}, "
        f"negated {stats.negated:,}",
    ]
    actors = [(name, count) for _, name, count in stats.ranked_actors()[:top]]
    parts: list[RenderableType] = [Text("\n".join(lines))]
    for title, rows in (
        ("kind", sorted(stats.kinds.items())),
        ("modality", sorted(stats.modalities.items())),
        ("document", stats.documents.items()),
        ("actor", actors),
    ):
        parts.append(_table(title, rows))
    parts.append(render_histogram(stats))
    return Group(*parts)


def _table(title: str, rows: Iterable[tuple[str, int]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title, overflow="fold")
    table.add_column("claims", justify="right")
    for name, count in rows:
        table.add_row(Text(visible(name)), f"{count:,}")
    return table


def render_histogram(stats: Stats) -> Table:
    """A bar for every year from the first to the last; long silences are left out."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("year", "claims", ""):
        table.add_column(title, justify="right" if title == "claims" else "left")
    most = max(stats.years.values(), default=1)
    last = None
    for year in sorted(stats.years):
        if last is not None and year - last > 1:
            table.add_row("…" if year - last > 2 else str(last + 1), "", "")
        count = stats.years[year]
        table.add_row(str(year), f"{count:,}", Text("█" * max(1, round(BAR * count / most)), style="cyan"))
        last = year
    return table
