"""What of a journey is shown: a persona, a path, a channel, some lanes; and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.model import Journey


@dataclass(frozen=True, slots=True)
class Choice:
    """Empty, everything is shown. `lanes` are names of lanes in the order wanted; `compared` is drawn over it."""

    persona: str = ""
    path: str = ""
    channel: str = ""
    lanes: tuple[str, ...] = ()
    compared: Journey | None = None
    headed: bool = True
    """Whether a picture says title and persona itself; in a page they stand above it."""


ALL = Choice()
