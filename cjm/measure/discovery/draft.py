"""A first draft of a journey, written from what a log says of its course.

The figures stand as comments: they were true of one log on one day, and `cjm measure` says them anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from cjm.diagnostics import Message, Translate, counted, msg, say
from cjm.edit.scalars import event, scalar
from cjm.measure.discovery import wording
from cjm.measure.discovery.flow import Activity, Flow, Sequences, straightened
from cjm.measure.discovery.precedence import settled
from cjm.measure.discovery.routes import Route, routes
from cjm.measure.discovery.waists import stages

MOST_TOUCHPOINTS = 40
"""More cannot be told apart: what fewer cases meet is gathered, stage by stage."""
_CHANNEL = 0.1
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_ONE_PER_CENT = 0.01


class Head(NamedTuple):
    """What the file says before its stages; `source` and `columns` are where the log is, as the file will name it."""

    title: str
    language: str | None
    source: tuple[str, ...]
    columns: Mapping[str, str]
    name: str


class Spot(NamedTuple):
    """A touchpoint of the draft: its activities, by number."""

    id: str
    name: str
    activities: tuple[int, ...]


class Section(NamedTuple):
    """A stage of the draft."""

    id: str
    name: str
    spots: tuple[Spot, ...]


def draft(flow: Flow, head: Head, translate: Translate) -> str:
    """The journey as YAML; its words, but the activities' own, are said through `translate`."""
    straight = straightened(flow.sequences)
    sections = _sections(flow, straight, translate)
    ways = _ways(sections, straight)
    lines = [*_head(flow, head, translate), "stages:"]
    for section in sections:
        lines += _stage(section, sections, flow, translate)
    lines += _paths(ways, sections, translate)
    return "\n".join(lines) + "\n"


def _sections(flow: Flow, straight: Sequences, translate: Translate) -> list[Section]:
    activities = flow.activities
    by_place = sorted(range(len(activities)), key=lambda number: _order(activities[number]))
    main = set(sorted(by_place, key=lambda number: -activities[number].cases)[:MOST_TOUCHPOINTS])
    order = settled([number for number in by_place if number in main], [each.place for each in activities], straight)
    groups = stages(order, [activities[number].cases for number in order], straight)
    starts = [min(_order(activities[number]) for number in group) for group in groups]
    rest: list[list[int]] = [[] for _ in groups]
    for number in by_place:
        if number not in main:
            rest[max(0, bisect_right(starts, _order(activities[number])) - 1)].append(number)
    return _named(flow, groups, rest, translate)


def _order(activity: Activity) -> tuple[float, float, str]:
    return activity.place, activity.mean, activity.name


def _named(flow: Flow, groups: list[list[int]], rest: list[list[int]], translate: Translate) -> list[Section]:
    members: list[list[tuple[int, ...]]] = [
        [(number,) for number in group] + ([tuple(others)] if others else [])
        for group, others in zip(groups, rest, strict=True)
    ]
    labels = [
        [
            wording.readable(flow.activities[each[0]].name)
            if len(each) == 1 and each[0] in group
            else say(counted("{count} other activity", "{count} other activities", len(each)), translate)
            for each in inner
        ]
        for group, inner in zip(groups, members, strict=True)
    ]
    names = [wording.unique(inner) for inner in labels]
    idents = iter(wording.ids([name for inner in names for name in inner], "touchpoint"))
    titles = wording.stage_names(
        [
            [(name, flow.activities[number].cases) for name, number in zip(inner, group, strict=False)]
            for group, inner in zip(groups, names, strict=True)
        ]
    )
    return [
        Section(ident, title, tuple(Spot(next(idents), name, each) for name, each in zip(inner, held, strict=True)))
        for ident, title, inner, held in zip(wording.ids(titles, "stage"), titles, names, members, strict=True)
    ]


def _ways(sections: Sequence[Section], straight: Sequences) -> list[Route]:
    """Paths over touchpoints: activities that are gathered in one are left out of them."""
    alone = {spot.activities[0] for section in sections for spot in section.spots if len(spot.activities) == 1}
    kept: Sequences = Counter()
    for steps, count in straight.items():
        kept[tuple(step for step in steps if step in alone)] += count
    last = frozenset(number for spot in sections[-1].spots for number in spot.activities)
    return routes(kept, last)


def _head(flow: Flow, head: Head, translate: Translate) -> Iterator[str]:
    about = (
        msg("A draft that `cjm discover` made of {name}", name=head.name),
        counted("{count} case", "{count} cases", flow.cases),
        counted("{count} event", "{count} events", flow.events),
        msg("from {since} to {until}", since=f"{flow.since:%Y-%m-%d}", until=f"{flow.until:%Y-%m-%d}"),
    )
    yield f"# {', '.join(say(each, translate) for each in about)}."
    if flow.unusable:
        left = counted(
            "{count} row was left out: it has no case, no activity or no time that can be read.",
            "{count} rows were left out: they have no case, no activity or no time that can be read.",
            flow.unusable,
        )
        yield f"# {say(left, translate)}"
    yield f"# {say(_HOW, translate)}"
    yield f"# {say(_WHAT_NEXT, translate)}"
    yield "cjm: 1"
    yield f"title: {scalar(head.title)}"
    if head.language:
        yield f"language: {scalar(head.language)}"
    yield "status: draft"
    yield "sources:"
    yield "  events:"
    yield f"    source: {_listed(head.source) if len(head.source) > 1 else scalar(head.source[0])}"
    yield from (f"    {role}: {scalar(column)}" for role, column in head.columns.items())
    yield ""


_HOW = msg(
    "Touchpoints stand in the order of their median position in the cases, stages begin where the flow is narrowest, "
    "paths leave loops out."
)
_WHAT_NEXT = msg(
    "The figures are of this log: `cjm measure` says them anew. Names, stages and paths are yours to change."
)


def _listed(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"


def _stage(section: Section, sections: Sequence[Section], flow: Flow, translate: Translate) -> Iterator[str]:
    yield f"  - id: {scalar(section.id)}"
    yield f"    name: {scalar(section.name)}"
    yield f"    # {_said(_stage_figures(section, sections, flow.sequences), translate)}"
    yield "    touchpoints:"
    for spot in section.spots:
        held = [flow.activities[number] for number in spot.activities]
        yield f"      - id: {scalar(spot.id)}"
        yield f"        name: {scalar(spot.name)}"
        yield f"        # {_said(_spot_figures(held, flow.cases), translate)}"
        if len(held) == 1:
            yield from _channel(held[0])
            yield f"        events: [{event(held[0].name)}]"
        else:
            yield "        events:"
            yield from (f"          - {event(activity.name)}" for activity in held)


def _channel(activity: Activity) -> Iterator[str]:
    """The channels of at least a tenth of its events."""
    usual = [channel for channel, share in activity.channels if share >= _CHANNEL and channel.strip()]
    if len(usual) == 1:
        yield f"        channel: {scalar(usual[0])}"
    elif usual:
        yield f"        channels: {_listed(usual)}"


def _stage_figures(section: Section, sections: Sequence[Section], sequences: Sequences) -> Iterator[Message]:
    inside = {number for spot in section.spots for number in spot.activities}
    later = sections[sections.index(section) + 1 :]
    beyond = {number for each in later for spot in each.spots for number in spot.activities}
    cases = entered = passed = 0
    for steps, count in sequences.items():
        cases += count
        first = next((place for place, step in enumerate(steps) if step in inside), None)
        if first is not None:
            entered += count
            passed += count * (not beyond.isdisjoint(steps[first:]))
    yield msg("{share} of cases come here", share=_share(entered / cases))
    if later:
        yield msg("{share} of them go on to a later stage", share=_share(passed / entered if entered else 0.0))


def _spot_figures(held: Sequence[Activity], cases: int) -> Iterator[Message]:
    if len(held) > 1:
        yield counted("{count} event", "{count} events", sum(activity.events for activity in held))
        return
    activity = held[0]
    yield msg("{share} of cases", share=_share(activity.cases / cases))
    yield msg("{number} visits each", number=f"{activity.events / activity.cases:.1f}")
    if activity.wait is not None:
        yield msg("{time} after the event before it (median)", time=_duration(activity.wait))


def _said(messages: Iterator[Message], translate: Translate) -> str:
    return "; ".join(say(each, translate) for each in messages)


def _share(share: float) -> str:
    return f"{share * 100:.0f} %" if share >= _ONE_PER_CENT or not share else f"{share * 100:.1f} %"


def _duration(seconds: float) -> str:
    for size, unit in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "min")):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.0f} s"


def _paths(ways: Sequence[Route], sections: Sequence[Section], translate: Translate) -> Iterator[str]:
    if not ways:
        return
    spots = {number: spot for section in sections for spot in section.spots for number in spot.activities}
    last = {spot.id for spot in sections[-1].spots}
    named = [[spot for spot, _ in groupby(spots[step] for step in way.steps)] for way in ways]
    names = wording.unique(say(each, translate) for each in _path_names(named))
    yield ""
    yield "paths:"
    for ident, name, way, steps in zip(wording.ids(names, "path"), names, ways, named, strict=True):
        yield f"  - id: {scalar(ident)}"
        yield f"    name: {scalar(name)}"
        covers = msg("{share} of cases go this way, or begin it and leave", share=_share(way.share))
        yield f"    # {say(covers, translate)}"
        if steps[-1].id not in last:
            reason = say(msg("Leaves after {touchpoint}", touchpoint=steps[-1].name), translate)
            yield f"    ends_when: {scalar(reason)}"
        yield f"    steps: {_listed([spot.id for spot in steps])}"


def _path_names(named: Sequence[Sequence[Spot]]) -> Iterator[Message]:
    """The first is the main one; another is called by the first touchpoint that no path before it has."""
    seen: set[str] = set()
    for number, steps in enumerate(named):
        own = next((spot for spot in steps if spot.id not in seen), None)
        seen.update(spot.id for spot in steps)
        if number == 0:
            yield msg("Main path")
        elif own:
            yield msg("By way of {touchpoint}", touchpoint=own.name)
        else:
            yield msg("From {first} to {last}", first=steps[0].name, last=steps[-1].name)
