"""What of a journey is shown: a persona, a path, a channel, some lanes; and what it is compared and measured with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.model import Journey

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty, everything is shown. `lanes` are names of lanes in the order wanted; `compared` is drawn over it.

    `measured` is what customers did and said, of whom the figures are that are shown beside the journey's own.
    """

    persona: str = ""
    path: str = ""
    channel: str = ""
    lanes: tuple[str, ...] = ()
    compared: Journey | None = None
    measured: Measurement | None = None
    headed: bool = True
    """Whether a picture says title and persona itself; in a page they stand above it."""


ALL = Choice()
