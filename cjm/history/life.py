"""A journey's life: how it felt and how complete it was over time, and what became of its pain points and ideas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from cjm.history.album import Shot
from cjm.history.lives import Life, days, lives
from cjm.history.log import Commit
from cjm.history.snapshot import Snapshot, Thing
from cjm.model.answers import CLOSED


class Moment(NamedTuple):
    """One version: the commit, the file's name then, and the journey as it was."""

    commit: Commit
    name: str
    snapshot: Snapshot


class Pain(NamedTuple):
    """The life of a pain point; `known` and `unanswered` are days, `waiting` the spans in which nothing answered it.

    `open_since` is the beginning of the one that goes on, None while something answers it.
    """

    thing: Thing
    since: Commit
    gone: Commit | None
    known: int
    unanswered: int
    open_since: date | None
    waiting: tuple[tuple[date, date], ...] = ()


class Step(NamedTuple):
    """A status that an opportunity came to."""

    commit: Commit
    status: str


class Idea(NamedTuple):
    """The life of an opportunity. `took` is how many days it was from the first note of it to done."""

    thing: Thing
    steps: tuple[Step, ...]
    gone: Commit | None
    took: int | None


class JourneyLife(NamedTuple):
    """All of it, oldest first. `names` are those of the file, the newest first; `unread` versions say nothing."""

    file: str
    moments: tuple[Moment, ...]
    pains: tuple[Pain, ...]
    ideas: tuple[Idea, ...]
    names: tuple[str, ...]
    unread: int

    @property
    def now(self) -> Snapshot:
        """The newest version."""
        return self.moments[-1].snapshot


def life_of(file: str, shots: Sequence[Shot], today: date) -> JourneyLife | None:
    """The life of a journey up to a day; None when no version of it could be read."""
    moments = [Moment(each.version.commit, each.version.name, each.snapshot) for each in shots if each.snapshot]
    if not moments:
        return None
    return JourneyLife(
        file,
        tuple(moments),
        tuple(_pain(each, today) for each in lives(shots, lambda shot: shot.pains)),
        tuple(_idea(each) for each in lives(shots, lambda shot: shot.ideas)),
        tuple(dict.fromkeys(each.name for each in reversed(moments))),
        sum(each.is_unread for each in shots),
    )


def _pain(life: Life, today: date) -> Pain:
    end = life.gone.day if life.gone else today
    open_since: date | None = None
    waiting: list[tuple[date, date]] = []
    for commit, thing in life.seen:
        if thing.answered and open_since is not None:
            waiting.append((open_since, commit.day))
            open_since = None
        elif not thing.answered and open_since is None:
            open_since = commit.day
    if open_since is not None:
        waiting.append((open_since, end))
    still_open = None if life.gone else open_since
    unanswered = sum(days(*each) for each in waiting)
    return Pain(life.thing, life.since, life.gone, days(life.since.day, end), unanswered, still_open, tuple(waiting))


def _idea(life: Life) -> Idea:
    steps: list[Step] = []
    for commit, thing in life.seen:
        if not steps or steps[-1].status != thing.status:
            steps.append(Step(commit, thing.status))
    done = next((each.commit.day for each in steps if each.status == "done"), None)
    took = days(life.since.day, done) if done and steps[0].status not in CLOSED else None
    return Idea(life.thing, tuple(steps), life.gone, took)
