"""The sentences of a score: why a side has no more, and what would raise it."""

from __future__ import annotations

from cjm.diagnostics import Message, Translate, counted, msg, say, visible
from cjm.model.score import FULL, Dimension, Mark, Score
from cjm.reports.cells import safe

MOST_MISSING = 3
MOST_FIRST = 3
HEADING = msg("what to do first")


def heading(score: Score, translate: Translate) -> str:
    """`Buying shoes: 34 of 100`."""
    return f"{safe(visible(score.title))}: {say(_of_all(score.overall), translate)}"


def _of_all(points: int) -> Message:
    return msg("{points} of {all}", points=points, all=FULL)


def why(side: Dimension, translate: Translate) -> str:
    """Why a side has no more: what is missing of it, what weighs most first."""
    if not side.raises:
        return say(msg("all of it is there"), translate)
    if not any(mark.have for mark in side.marks):
        return say(msg("still to come"), translate)
    said = [_missing(mark, translate) for mark in side.raises[:MOST_MISSING]]
    if left := len(side.raises) - len(said):
        said.append(say(counted("and {count} more", "and {count} more", left), translate))
    return f"{say(msg('still missing'), translate)}: {', '.join(said)}"


def _missing(mark: Mark, translate: Translate) -> str:
    label = say(mark.label, translate)
    return f"{label} ({say(msg('{have} of {of}', have=mark.have, of=mark.of), translate)})" if mark.have else label


def raises_most(side: Dimension, translate: Translate) -> str:
    """`+12 name an owner for 4 of 6 opportunities`; nothing where all is there."""
    if not side.raises:
        return ""
    best = side.raises[0]
    return f"+{max(1, round(best.lacking))} {safe(say(best.advice, translate))}"


def first(score: Score, translate: Translate) -> list[str]:
    """What raises the whole most."""
    return [f"+{gain.points} {safe(say(gain.advice, translate))}" for gain in score.first[:MOST_FIRST]]


def together(scores: list[int], translate: Translate) -> str:
    """The mean of several, rounded down, as every score is."""
    said = counted("{count} journey", "{count} journeys", len(scores))
    return f"{say(said, translate)}: {say(_of_all(mean(scores)), translate)}"


def mean(scores: list[int]) -> int:
    """Rounded down; 0 of nothing."""
    return sum(scores) // len(scores) if scores else 0
