"""A journey's life as SVG."""

from __future__ import annotations

from datetime import date

from cjm.history.life import JourneyLife
from cjm.history.text import sampled
from cjm.outputs.svg import render as as_svg
from cjm.views.timeline import Bar, Timeline, Track, lay_out

MOST = 200
"""Points of a curve at most."""


def render(life: JourneyLife, today: date) -> str:
    """The picture, up to a day."""
    return as_svg(lay_out(timeline(life, today)))


def timeline(life: JourneyLife, today: date) -> Timeline:
    """What the picture shows; the pain points that wait come first, the most severe before the others."""
    shown = sampled(life.moments, MOST)
    felt = [(each.commit.day, each.snapshot.felt) for each in shown]
    pains = sorted(life.pains, key=lambda pain: (pain.open_since is None, -(pain.thing.severity or 0)))
    bars = (
        Bar(each.thing.text, each.thing.severity, each.since.day, each.gone.day if each.gone else today, each.waiting)
        for each in pains
    )
    tracks = (
        Track(
            each.thing.text,
            tuple((step.commit.day, step.status) for step in each.steps),
            each.gone.day if each.gone else today,
        )
        for each in life.ideas
    )
    return Timeline(
        life.now.id,
        life.now.title,
        life.now.language,
        len(life.moments),
        tuple((day, each.mean if each else None) for day, each in felt),
        tuple((day, each.lowest if each else None) for day, each in felt),
        tuple((each.commit.day, each.snapshot.completeness) for each in shown),
        tuple(bars),
        tuple(tracks),
        max(today, shown[-1].commit.day),
    )
