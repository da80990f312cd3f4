"""The kinds of claim. To add one: a module here with a KindSpec, a line in KINDS, a test file."""

from __future__ import annotations

from claimx.kinds import allegiance, attack, strength
from claimx.kinds._dating import choose_date
from claimx.kinds._kind import Found, KindSpec
from claimx.kinds._scene import Scene, names_people
from claimx.kinds._table import find_in_row

KINDS: tuple[KindSpec, ...] = (attack.SPEC, strength.SPEC, allegiance.SPEC)

__all__ = ["KINDS", "Found", "KindSpec", "Scene", "choose_date", "find_in_row", "names_people"]
