"""How complete and how well founded a journey is: what was looked at, what was found, and what would raise it."""

from __future__ import annotations

from typing import NamedTuple

from cjm.diagnostics import Message

FULL, HALF = 100, 50


class Mark(NamedTuple):
    """One thing looked at: `have` of `of` are there, for at most `points`; `advice` says what would earn the rest."""

    points: int
    label: Message
    have: int
    of: int
    advice: Message

    @property
    def earned(self) -> float:
        """The points there are; none where there is nothing to look at yet."""
        return self.points * self.have / self.of if self.of else 0.0

    @property
    def lacking(self) -> float:
        """The points there are not yet."""
        return self.points - self.earned

    @property
    def is_full(self) -> bool:
        """Whether all of it is there."""
        return self.of > 0 and self.have >= self.of


class Dimension(NamedTuple):
    """One side of a journey, from 0 to 100. `weight` is its share of the whole, in percent."""

    id: str
    name: Message
    about: Message
    weight: int
    marks: tuple[Mark, ...]

    @property
    def score(self) -> int:
        """Rounded down, so that 100 means that nothing is missing."""
        return _down(sum(mark.earned for mark in self.marks))

    @property
    def raises(self) -> tuple[Mark, ...]:
        """What is missing, what raises the score most first."""
        missing = (mark for mark in self.marks if not mark.is_full)
        return tuple(sorted(missing, key=lambda mark: -mark.lacking))


class Gain(NamedTuple):
    """What would raise the whole by `points`, by way of one dimension."""

    points: int
    advice: Message
    dimension: Dimension


class Score(NamedTuple):
    """The judgement on one journey; `file` is where it stands."""

    id: str
    title: str
    status: str
    file: str
    dimensions: tuple[Dimension, ...]

    @property
    def overall(self) -> int:
        """From 0 to 100: the dimensions by their weights, rounded down."""
        return _down(sum(mark.earned * each.weight for each in self.dimensions for mark in each.marks) / FULL)

    @property
    def first(self) -> tuple[Gain, ...]:
        """What to do first: at most one thing of a dimension, what raises the whole most before the rest.

        In a draft, what is not yet half there comes before, in the order in which a team meets it.
        """
        best = [(each, each.raises[0]) for each in self.dimensions if each.raises]
        gains = [(mark.lacking * each.weight / FULL, mark, each) for each, mark in best]
        gains.sort(key=lambda gain: 0 if self._begins(gain[2]) else gain[0], reverse=True)
        gains.sort(key=lambda gain: not self._begins(gain[2]))
        return tuple(Gain(max(1, round(points)), mark.advice, each) for points, mark, each in gains)

    def _begins(self, dimension: Dimension) -> bool:
        return self.status == "draft" and dimension.score < HALF


def _down(points: float) -> int:
    return int(points + 1e-6)
