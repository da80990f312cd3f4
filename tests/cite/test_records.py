"""Records of an inventory."""

from claimx.cite.records import Cited, Holdings
from claimx.model import Callout


def test_callouts_by_block():
    one = Cited(Callout("superscript", 3, 4, marker="1"), 7, None, 20, "1", "resolved")
    assert Holdings("d", by_block={7: (one,)}).callouts == {7: (one.callout,)}
    assert Holdings("d").callouts == {}
