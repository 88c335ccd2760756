"""What a project has as JSON, for programs: version 1 of its shape; keys are added to it, never changed."""

from __future__ import annotations

from json import dumps
from typing import Any

from cjm.checks.stats import Share, Stats
from cjm.diagnostics import Translate

VERSION = 1


def render(stats: Stats, translate: Translate) -> str:
    """Numbers by the words of the format: severities `1` to `5` and `none`, statuses, kinds."""
    del translate
    whole = {
        "version": VERSION,
        "journeys": [each._asdict() for each in stats.journeys],
        "personas": [_share(each, "journeys") for each in stats.personas],
        "channels": [_share(each, "journeys", "touchpoints") for each in stats.channels],
        "teams": [_share(each, "journeys", "touchpoints", "opportunities") for each in stats.teams],
        "pain_points": {
            "total": stats.pain_points.total,
            "by_severity": {str(level or "none"): count for level, count in stats.pain_points.by_severity},
            "without_opportunity": stats.pain_points.without_opportunity,
        },
        "opportunities": stats.opportunities._asdict() | {"by_status": dict(stats.opportunities.by_status)},
        "evidence": {
            "total": stats.evidence.total,
            "by_kind": {kind or "none": count for kind, count in stats.evidence.by_kind},
            "by_age": dict(stats.evidence.by_age),
        },
    }
    return dumps(whole, ensure_ascii=True, indent=2) + "\n"


def _share(share: Share, *counted: str) -> dict[str, Any]:
    return {"id": share.id, "name": share.name} | {name: getattr(share, name) for name in counted}
