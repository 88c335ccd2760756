"""A journey's life as JSON, for programs: version 1 of its shape; keys are added to it, never changed or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from json import dumps
from typing import Any

from cjm.history.life import Idea, JourneyLife, Moment, Pain
from cjm.history.log import Commit

VERSION = 1


def render(every: Sequence[JourneyLife], today: date) -> str:
    """All versions, oldest first; lengths of time are whole days up to `today`, emotions from −2 to 2."""
    whole = {"version": VERSION, "today": today.isoformat(), "journeys": [_journey(each) for each in every]}
    return dumps(whole, ensure_ascii=True, indent=2) + "\n"


def commit(each: Commit) -> dict[str, str]:
    """A commit; its day is that of the commit in UTC."""
    return {"day": each.day.isoformat(), "commit": each.hash, "author": each.author, "subject": each.subject}


def _journey(life: JourneyLife) -> dict[str, Any]:
    return {
        "id": life.now.id,
        "title": life.now.title,
        "file": life.file,
        "called_before": list(life.names[1:]),
        "unread_versions": life.unread,
        "versions": [_moment(each) for each in life.moments],
        "pain_points": [_pain(each) for each in life.pains],
        "opportunities": [_idea(each) for each in life.ideas],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    felt = moment.snapshot.felt
    emotion = {"mean": round(felt.mean, 3), "lowest": felt.lowest, "lowest_at": felt.where} if felt else None
    return {**commit(moment.commit), "emotion": emotion, "completeness": moment.snapshot.completeness}


def _pain(pain: Pain) -> dict[str, Any]:
    return {
        "id": pain.thing.id,
        "text": pain.thing.text,
        "place": pain.thing.place,
        "severity": pain.thing.severity,
        "since": commit(pain.since),
        "gone": commit(pain.gone) if pain.gone else None,
        "known_days": pain.known,
        "days_without_opportunity": pain.unanswered,
        "without_opportunity_since": pain.open_since.isoformat() if pain.open_since else None,
    }


def _idea(idea: Idea) -> dict[str, Any]:
    return {
        "id": idea.thing.id,
        "text": idea.thing.text,
        "place": idea.thing.place,
        "status": idea.thing.status,
        "steps": [{"status": each.status, **commit(each.commit)} for each in idea.steps],
        "gone": commit(idea.gone) if idea.gone else None,
        "days_to_done": idea.took,
    }
