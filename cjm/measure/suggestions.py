"""What an unmapped activity may be: touchpoints whose names are like it, and that stand where it happens.

A suggestion needs a name that is like enough, or a touchpoint that no event maps and that stands in the map exactly
where the activity stands in the log.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.edit.events import add_events
from cjm.measure.discovery.flow import Flow
from cjm.measure.likeness import likeness
from cjm.model import Journey, Touchpoint
from cjm.source.values import Document

_NAME, _NEIGHBOURS, _ORDER = 0.6, 0.25, 0.15
_LIKE_ENOUGH, _GOOD_ENOUGH = 0.76, 0.6
_IN_PLACE, _CLEARLY = 0.6, 0.1
_FAR = 3.0
"""In steps of a case: what is farther apart than this is somewhere else."""

Bind = Callable[[str], str | None]


class Suggestion(NamedTuple):
    """An activity that a touchpoint, by id, may mean; `score` from 0 to 1, `why` in a sentence."""

    activity: str
    touchpoint: str
    score: float
    events: int
    why: Message


class Stranger(NamedTuple):
    """An activity that no touchpoint fits, between the touchpoints (by name) that mostly surround it."""

    activity: str
    events: int
    cases: int
    before: str
    after: str


class Suggestions(NamedTuple):
    """What may be mapped, the surest first; and what may be missing in the map, the most frequent first."""

    proposed: tuple[Suggestion, ...]
    strangers: tuple[Stranger, ...]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The map and the log laid side by side: by touchpoint its place in the log, by activity who is beside it."""

    journey: Journey
    bound: Mapping[int, str]
    places: Mapping[str, float]
    before: Mapping[int, Counter[str]]
    after: Mapping[int, Counter[str]]


def suggest(journey: Journey, flow: Flow, bind: Bind) -> Suggestions:
    """Compare names, order and neighbours; `bind` gives the touchpoint, by id, that an activity is mapped to."""
    bound = {number: found for number, each in enumerate(flow.activities) if (found := bind(each.name))}
    scene = _scene(journey, flow, bound)
    proposed, strangers = [], []
    for number, activity in enumerate(flow.activities):
        if number in bound:
            continue
        best = _best(scene, flow, number)
        if best:
            proposed.append(best)
        else:
            strangers.append(
                Stranger(
                    activity.name,
                    activity.events,
                    activity.cases,
                    _named(journey, scene.before[number]),
                    _named(journey, scene.after[number]),
                )
            )
    proposed.sort(key=lambda each: (-each.score, -each.events, each.activity))
    strangers.sort(key=lambda each: (-each.cases, -each.events, each.activity))
    return Suggestions(tuple(proposed), tuple(strangers))


def _scene(journey: Journey, flow: Flow, bound: Mapping[int, str]) -> _Scene:
    before: defaultdict[int, Counter[str]] = defaultdict(Counter)
    after: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for steps, count in flow.sequences.items():
        for here, there in pairwise(steps):
            if here in bound:
                before[there][bound[here]] += count
            if there in bound:
                after[here][bound[there]] += count
    return _Scene(journey, bound, _places(journey, flow, bound), before, after)


def _places(journey: Journey, flow: Flow, bound: Mapping[int, str]) -> dict[str, float]:
    """Where in a case each touchpoint stands; a silent one between those around it in the map."""
    held: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for number, touchpoint in bound.items():
        held[touchpoint].append((flow.activities[number].place, flow.activities[number].events))
    known = {each: sum(p * n for p, n in found) / sum(n for _, n in found) for each, found in held.items()}
    order = [each.id for each in journey.touchpoints]
    places = {}
    for number, ident in enumerate(order):
        left = next((known[each] for each in reversed(order[:number]) if each in known), 0.0)
        right = next((known[each] for each in order[number + 1 :] if each in known), left)
        places[ident] = known.get(ident, (left + right) / 2)
    return places


def _best(scene: _Scene, flow: Flow, number: int) -> Suggestion | None:
    found = sorted(
        ((*_scored(scene, flow, number, each), each) for each in scene.journey.touchpoints), key=lambda each: -each[0]
    )
    if not found:
        return None
    activity = flow.activities[number]
    score, alike, like, where, touchpoint = found[0]
    if alike >= _LIKE_ENOUGH and score >= _GOOD_ENOUGH:
        return Suggestion(
            activity.name, touchpoint.id, score, activity.events, msg("it is called much like `{name}`", name=like)
        )
    silent = sorted(
        ((each[3], each[4]) for each in found if each[4].id not in set(scene.bound.values())), key=lambda each: -each[0]
    )
    if silent and silent[0][0] >= _IN_PLACE and (len(silent) == 1 or silent[0][0] - silent[1][0] >= _CLEARLY):
        where, touchpoint = silent[0]
        why = msg("it happens where the map has `{name}`, which no event is mapped to", name=touchpoint.name)
        return Suggestion(activity.name, touchpoint.id, where * _GOOD_ENOUGH, activity.events, why)
    return None


def _scored(scene: _Scene, flow: Flow, number: int, touchpoint: Touchpoint) -> tuple[float, float, str, float]:
    """The whole score, the likeness of names and to what, and how well the place fits."""
    activity = flow.activities[number]
    own = [flow.activities[each].name for each, ident in scene.bound.items() if ident == touchpoint.id]
    written = [each.name for each in touchpoint.events if each.name]
    alike, like = likeness(activity.name, [touchpoint.name, touchpoint.id, *written, *own])
    beside = _beside(scene, number, touchpoint)
    apart = abs(activity.place - scene.places[touchpoint.id])
    near = max(0.0, 1 - apart / _FAR)
    total = _NEIGHBOURS + _ORDER
    place = (_NEIGHBOURS * beside + _ORDER * near) / total
    return _NAME * alike + total * place, alike, like, place


def _beside(scene: _Scene, number: int, touchpoint: Touchpoint) -> float:
    """The share of what comes right before and after it that is beside the touchpoint in the map, too."""
    order = [each.id for each in scene.journey.touchpoints]
    here = order.index(touchpoint.id)
    ways = [[step.to for step in path.steps] for path in scene.journey.paths]
    earlier, later = {touchpoint.id, *order[max(0, here - 1) : here]}, {touchpoint.id, *order[here + 1 : here + 2]}
    for way in ways:
        for one, two in pairwise(way):
            if two == touchpoint.id:
                earlier.add(one)
            if one == touchpoint.id:
                later.add(two)
    return (_within(scene.before[number], earlier) + _within(scene.after[number], later)) / 2


def _within(seen: Counter[str], wanted: set[str]) -> float:
    total = sum(seen.values())
    return sum(count for each, count in seen.items() if each in wanted) / total if total else 0.0


def _named(journey: Journey, seen: Counter[str]) -> str:
    if not seen:
        return ""
    ident = max(seen.items(), key=lambda each: (each[1], each[0]))[0]
    return next(each.name for each in journey.touchpoints if each.id == ident)


def patch(
    document: Document, journey: Journey, proposed: Sequence[Suggestion], bind: Bind, activities: Sequence[str]
) -> tuple[str, tuple[str, ...]]:
    """A unified diff that `git apply` and `patch -p1` take, and the touchpoints that it could not change.

    A touchpoint without events stands for its id and its name: where the log has these, they are written down too.
    """
    additions: dict[str, list[str]] = {}
    by_id = {each.id: each for each in journey.touchpoints}
    for each in proposed:
        if each.touchpoint not in additions:
            touchpoint = by_id[each.touchpoint]
            implied = [name for name in activities if bind(name) == touchpoint.id] if not touchpoint.events else []
            additions[each.touchpoint] = implied
        additions[each.touchpoint].append(each.activity)
    text, left = add_events(document, additions)
    return "".join(_diff(document.file, document.text, text)), left


def _diff(file: str, old: str, new: str) -> list[str]:
    lines = unified_diff(_lines(old), _lines(new), f"a/{file}", f"b/{file}")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    """Lines as `patch` counts them: by line feeds alone."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") else [*lines[:-1], lines[-1][:-1]] if text else []
