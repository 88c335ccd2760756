"""What every picture has in common: its journey, its language, its size, and the side on which reading begins."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from cjm.model import Journey
from cjm.views.mirror import mirrored
from cjm.views.picture import Group, Picture
from cjm.views.wording import runs_right

MARGIN = 28.0
"""Round every picture."""


def framed(  # noqa: PLR0913 - a picture is made of these
    journey: Journey, view: str, said: str, groups: Iterable[Group], width: float, bottom: float, fixed: float = 0.0
) -> Picture:
    """The finished picture: `said` to who cannot see it, `width` over all, `bottom` of the lowest group."""
    language = journey.language or ""
    made = Picture(
        id=journey.id or "journey",
        view=view,
        title=journey.title,
        description=said,
        language=language.replace("_", "-"),
        width=ceil(width),
        height=ceil(bottom + MARGIN),
        groups=tuple(groups),
        fixed=fixed,
    )
    return mirrored(made) if runs_right(language) else made
