"""Scores as JSON, for programs: version 1 of its shape; keys are added to it, never changed or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import Any

from cjm.diagnostics import Translate, say
from cjm.model.score import Dimension, Mark, Score
from cjm.reports.score.wording import mean, why

VERSION = 1


def render(scores: Sequence[Score], translate: Translate) -> str:
    """Every side with every question asked of it; points of a side are out of 100, `weight` is its part of `score`."""
    whole = {
        "version": VERSION,
        "score": mean([each.overall for each in scores]),
        "journeys": [_journey(each, translate) for each in scores],
    }
    return dumps(whole, ensure_ascii=True, indent=2) + "\n"


def _journey(score: Score, translate: Translate) -> dict[str, Any]:
    return {
        "id": score.id,
        "title": score.title,
        "status": score.status,
        "file": score.file,
        "score": score.overall,
        "dimensions": [_side(each, translate) for each in score.dimensions],
        "first": [
            {"points": gain.points, "dimension": gain.dimension.id, "advice": say(gain.advice, translate)}
            for gain in score.first
        ],
    }


def _side(side: Dimension, translate: Translate) -> dict[str, Any]:
    return {
        "id": side.id,
        "name": say(side.name, translate),
        "about": say(side.about, translate),
        "weight": side.weight,
        "score": side.score,
        "why": why(side, translate),
        "questions": [_mark(each, translate) for each in side.marks],
    }


def _mark(mark: Mark, translate: Translate) -> dict[str, Any]:
    return {
        "label": say(mark.label, translate),
        "have": mark.have,
        "of": mark.of,
        "points": mark.points,
        "earned": round(mark.earned, 2),
        "advice": None if mark.is_full else say(mark.advice, translate),
    }
