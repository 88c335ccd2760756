"""Does the map rest on what customers said and did, and on more than one way of finding it out?"""

from __future__ import annotations

from cjm.checks.evidence import NUMBERS, WORDS
from cjm.checks.score.question import Answer, Facts, Question, Side, met, pains, rests, share, up_to, whether
from cjm.diagnostics import counted, msg
from cjm.model import Stage, Touchpoint

PIECES = 2


def _sources(facts: Facts) -> Answer:
    return whether(facts.sources)


def _kinds(facts: Facts) -> Answer:
    kinds = {each.kind for each in facts.cited}
    return bool(kinds & NUMBERS) + bool(kinds & WORDS), 2


def _told(facts: Facts) -> Answer:
    """Pieces that say when they were gathered, and from how many; documents and workshops have no sample."""
    return up_to(sum(1 for each in facts.cited if each.date and each.sample), PIECES)


def _founded(facts: Facts) -> Answer:
    def holds(each: tuple[Stage, Touchpoint]) -> bool:
        stage, touchpoint = each
        moods = [each for each in (touchpoint.emotion, stage.emotion) if each]
        return rests((*touchpoint.evidence, *(name for mood in moods for name in mood.evidence)), facts)

    return share(met(facts.journey), holds)


def _pains(facts: Facts) -> Answer:
    return share(pains(facts), lambda pain: rests(pain.evidence, facts))


SIDE = Side(
    "evidence",
    msg("evidence"),
    msg("does it rest on what customers said and did?"),
    20,
    (
        Question(
            25,
            msg("evidence that the map cites"),
            _sources,
            lambda *_: msg("cite what the map rests on, such as an interview: `evidence: […]`"),
        ),
        Question(
            25,
            msg("touchpoints with evidence"),
            _founded,
            lambda lacking, of: counted(
                "cite evidence for how {count} of {total} touchpoints feels: `evidence: […]`",
                "cite evidence for how {count} of {total} touchpoints feel: `evidence: […]`",
                lacking,
                total=of,
            ),
        ),
        Question(
            25,
            msg("pain points with evidence"),
            _pains,
            lambda lacking, of: (
                counted(
                    "cite evidence for {count} of {total} pain points: `evidence: […]`",
                    "cite evidence for {count} of {total} pain points: `evidence: […]`",
                    lacking,
                    total=of,
                )
                if of
                else msg("write where it hurts, and cite who said so: `pain_points: [{text: …, evidence: […]}]`")
            ),
        ),
        Question(
            15,
            msg("numbers and words"),
            _kinds,
            lambda *_: msg("cite both numbers, such as a survey, and words, such as interviews"),
        ),
        Question(
            10,
            msg("pieces of evidence with date and sample"),
            _told,
            lambda *_: msg("write when evidence was gathered and from how many: `date: …` and `sample: …`"),
        ),
    ),
)
