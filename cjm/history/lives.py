"""How long a thing of a journey has lived: followed from version to version by its id, by `was`, or by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from cjm.history.album import Shot
from cjm.history.log import Commit
from cjm.history.snapshot import Snapshot, Thing

Item = TypeVar("Item")


class Seen(NamedTuple):
    """A thing as it was from one commit on."""

    commit: Commit
    thing: Thing


@dataclass(slots=True)
class Life:
    """Every version of one thing, oldest first. `gone` is the commit that took it out, None while it is there."""

    seen: list[Seen] = field(default_factory=list)
    gone: Commit | None = None

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or was in the end."""
        return self.seen[-1].thing

    @property
    def since(self) -> Commit:
        """The commit that brought it."""
        return self.seen[0].commit


def lives(shots: Iterable[Shot], things: Callable[[Snapshot], Sequence[Thing]]) -> list[Life]:
    """The lives of all such things, in the order in which they came. What comes back goes on with its life."""
    every: list[Life] = []
    for shot in shots:
        if shot.is_unread:
            continue  # what cannot be read says nothing
        commit = shot.version.commit
        found = things(shot.snapshot) if shot.snapshot else ()
        went_on = _matched(found, every)
        stayed = {id(life) for life in went_on.values()}
        for life in every:
            if life.gone is None and id(life) not in stayed:
                life.gone = commit
        for number, thing in enumerate(found):
            if number not in went_on:
                went_on[number] = Life()
                every.append(went_on[number])
            went_on[number].gone = None
            went_on[number].seen.append(Seen(commit, thing))
    return every


def _matched(found: Sequence[Thing], every: Sequence[Life]) -> dict[int, Life]:
    """The life that each thing goes on with, by its number."""
    known = {life.thing.id: life for life in every}
    matched: dict[int, Life] = {}
    taken: set[int] = set()
    for number, thing in enumerate(found):
        life = next((known[name] for name in (thing.id, *thing.was) if name in known), None)
        if life and id(life) not in taken:
            matched[number] = life
            taken.add(id(life))
    lost = _by_place([(life.thing, life) for life in every if life.gone is None and id(life) not in taken])
    new = _by_place([(thing, number) for number, thing in enumerate(found) if number not in matched])
    for place, numbers in new.items():
        if len(numbers) == len(lost.get(place, ())) == 1:
            matched[numbers[0]] = lost[place][0]
    return matched


def _by_place(things: Iterable[tuple[Thing, Item]]) -> dict[str, list[Item]]:
    """What has no id of its own, by where it stands: the only one of a place is the same in other words."""
    found: dict[str, list[Item]] = {}
    for thing, item in things:
        if thing.generated:
            found.setdefault(thing.place_id, []).append(item)
    return found


def days(start: date, end: date) -> int:
    """How many days lie between; none when the clocks of two commits disagree."""
    return max(0, (end - start).days)
