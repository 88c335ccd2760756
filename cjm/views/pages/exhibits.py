"""The pictures of a report, in the order that they are given in, each under its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.views.labels import PICTURES
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Exhibit
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView


def exhibits(pictures: Sequence[Picture | FlowView], teller: Guide) -> Iterator[Exhibit]:
    """One for each picture."""
    for view in pictures:
        anchor = view.view if isinstance(view, Picture) else "flow"
        yield Exhibit(anchor, teller.say(PICTURES[anchor]), view)
