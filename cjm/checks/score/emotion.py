"""Does the map say how it feels, in figures and in words, and why it feels bad where it does?"""

from __future__ import annotations

from cjm.checks.score.question import Answer, Facts, Question, Side, met, share, whether
from cjm.diagnostics import counted, msg
from cjm.model import Stage, Touchpoint

BAD = -1
GOOD = 1


def _felt(each: tuple[Stage, Touchpoint]) -> set[float]:
    """How the touchpoint feels, and the mood of its stage."""
    stage, touchpoint = each
    mood = stage.emotion.score if stage.emotion else None
    return {score for score in (touchpoint.score, mood) if score is not None}


def _scores(facts: Facts) -> Answer:
    return share(met(facts.journey), _felt)


def _explained(facts: Facts) -> Answer:
    """What feels bad without a pain point is not explained, and neither is what has no score yet."""
    everywhere = bool(facts.journey.pain_points)

    def holds(each: tuple[Stage, Touchpoint]) -> bool:
        stage, touchpoint = each
        why = touchpoint.pain_points or stage.pain_points or everywhere
        return any(score > BAD or why for score in _felt(each))

    return share(met(facts.journey), holds)


def _words(facts: Facts) -> Answer:
    return share(facts.journey.touchpoints, lambda each: each.thoughts or (each.emotion and each.emotion.feeling))


def _bend(facts: Facts) -> Answer:
    """A curve that knows no better and no worse has not been asked for."""
    scores = {score for each in met(facts.journey) for score in _felt(each)}
    return whether(len(scores) > 1 and min(scores) < GOOD)


SIDE = Side(
    "emotion",
    msg("emotion"),
    msg("is it clear how it feels, and why?"),
    15,
    (
        Question(
            45,
            msg("how touchpoints feel"),
            _scores,
            lambda lacking, of: counted(
                "say how {count} of {total} touchpoints feels: `emotion: …`, from -2 to 2",
                "say how {count} of {total} touchpoints feel: `emotion: …`, from -2 to 2",
                lacking,
                total=of,
            ),
        ),
        Question(
            20,
            msg("the customer's own words at touchpoints"),
            _words,
            lambda lacking, of: counted(
                "write what the customer thinks at {count} of {total} touchpoints: `thoughts: […]`",
                "write what the customer thinks at {count} of {total} touchpoints: `thoughts: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            20,
            msg("why touchpoints feel so"),
            _explained,
            lambda lacking, of: counted(
                "say how {count} of {total} touchpoints feels, and where it is bad, why: `pain_points: […]`",
                "say how {count} of {total} touchpoints feel, and where it is bad, why: `pain_points: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            15,
            msg("a better and a worse moment"),
            _bend,
            lambda *_: msg("find the best and the worst moment, and give them different scores"),
        ),
    ),
)
