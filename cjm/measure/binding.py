"""Which touchpoint an event belongs to, decided once for each activity and channel of the log.

Of the touchpoints that claim an activity, those that name the event's channel come first, then those that name none;
of these, one that writes the activity's name in full comes before one that has a pattern; then the order of the file
decides, and the activity is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from cjm.model import Journey, Touchpoint
from cjm.model.parts import EventPattern

Matches = Callable[[str], bool]


class Claim(NamedTuple):
    """A touchpoint by number, the channels it names (as a log may write them), and what it takes for its own."""

    touchpoint: int
    channels: frozenset[str]
    names: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def takes(self, activity: str) -> bool:
        """Whether an event of that name is one of its own."""
        return activity in self.names or any(pattern.search(activity) for pattern in self.patterns)


class Binding(NamedTuple):
    """The touchpoint of an activity in a channel; `ambiguous` when nothing but the order of the file decided."""

    touchpoint: int
    ambiguous: bool = False


class Binder:
    """Decides for a journey."""

    def __init__(self, journey: Journey) -> None:
        names = {
            channel.id: frozenset((_folded(channel.id), _folded(channel.name))) for channel in journey.known_channels
        }
        self._claims = tuple(_claim(place, each, names) for place, each in enumerate(journey.touchpoints))
        self._claimed: dict[str, tuple[Claim, ...]] = {}

    def claims(self, activity: str) -> tuple[Claim, ...]:
        """The touchpoints that claim an activity, in the order of the file."""
        if activity not in self._claimed:
            self._claimed[activity] = tuple(claim for claim in self._claims if claim.takes(activity))
        return self._claimed[activity]

    def bind(self, activity: str, channel: str | None) -> Binding | None:
        """The touchpoint of an event; None when no touchpoint claims it."""
        claims = self.claims(activity)
        if not claims:
            return None
        here = _folded(channel) if channel else None
        nearest = _first_of(
            [claim for claim in claims if here in claim.channels],
            [claim for claim in claims if not claim.channels],
            claims,
        )
        exact = _first_of([claim for claim in nearest if activity in claim.names], nearest)
        return Binding(exact[0].touchpoint, len(exact) > 1)


def _first_of(*choices: Iterable[Claim]) -> tuple[Claim, ...]:
    return next(found for each in choices if (found := tuple(each)))


def _claim(place: int, touchpoint: Touchpoint, names: dict[str, frozenset[str]]) -> Claim:
    channels = frozenset(name for channel in touchpoint.met_in for name in names.get(channel, (_folded(channel),)))
    if not touchpoint.events:
        return Claim(place, channels, frozenset((touchpoint.id, touchpoint.name)), ())
    written = frozenset(each.name for each in touchpoint.events if each.name and "*" not in each.name)
    return Claim(place, channels, written, tuple(pattern for each in touchpoint.events if (pattern := _pattern(each))))


def _pattern(event: EventPattern) -> re.Pattern[str] | None:
    if event.regex:
        return re.compile(event.regex)
    if event.name and "*" in event.name:
        return re.compile(r"\A" + ".*".join(map(re.escape, event.name.split("*"))) + r"\Z", re.DOTALL)
    return None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
