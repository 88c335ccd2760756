"""What the measurement says against the map: targets that are missed, and what is untrue. Needs a measurement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.checks.registry import ERROR, INFO, WARNING, Finding, Findings, Rule, Setting, at, rule
from cjm.diagnostics import Message, msg
from cjm.model import Journey
from cjm.model.measures import shown, unit_of

if TYPE_CHECKING:
    from cjm.model.measurement import Measured, Measurement, Walk
    from cjm.model.verdicts import Held

_SHOWN_STEPS = 6


@rule(ERROR, when="measured")
def target_missed(journey: Journey, setting: Setting) -> Findings:
    """What was measured does not reach a target of the map.

    The team has said what is good enough, and customers got less. A target on a share or a mean is missed only when its
    95 % interval leaves it out: a bad week of few customers is no finding.

    Bad:
        # measured: {"stages": [{"id": "unlocking", "conversion": 0.62, "intervals": {"conversion": [0.59, 0.65]}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {id: unlocking, name: Unlocking, targets: [{metric: conversion, at_least: 80%}]}
          - {name: Riding}
          - {name: Bringing it back}

    Good:
        # measured: {"stages": [{"id": "unlocking", "conversion": 0.84, "intervals": {"conversion": [0.82, 0.86]}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {id: unlocking, name: Unlocking, targets: [{metric: conversion, at_least: 80%}]}
          - {name: Riding}
          - {name: Bringing it back}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016), on measures.
    """
    for each in _targets(journey, setting):
        if each.outcome == "missed" and each.figure is not None:
            least, _ = each.bounds
            value = _shown(each, each.figure.value)
            below = least is not None and (each.figure.value or 0.0) < least.value
            key = "at_least" if below or each.target.at_most is None else "at_most"
            yield at(each.target, key, _missed(each, value, below=below), _certainty(each, each.figure))


@rule(WARNING, when="measured")
def target_not_measurable(journey: Journey, setting: Setting) -> Findings:
    """Nothing that was measured can say whether a target is reached.

    Nobody will notice when it is missed. Its figure is of another source, of another place, or of too few customers.

    Bad:
        # measured: {"stages": [{"id": "unlocking", "conversion": 0.84}, {"id": "riding", "entered": 512}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {id: unlocking, name: Unlocking}
          - {id: riding, name: Riding, targets: [{metric: csat, at_least: 4}]}
          - {name: Bringing it back}

    Good:
        # measured: {"stages": [{"id": "unlocking", "conversion": 0.84}, {"id": "riding", "csat": 4.2}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {id: unlocking, name: Unlocking}
          - {id: riding, name: Riding, targets: [{metric: csat, at_least: 4}]}
          - {name: Bringing it back}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on metrics that show whether a change has helped.
    """
    for each in _targets(journey, setting):
        if each.outcome == "unmeasurable" and each.why:
            yield at(
                each.target,
                "metric",
                msg("the target for `{metric}` cannot be judged: {why}", metric=each.metric, why=each.why),
                msg("measure it, or name a figure that is measured"),
            )


@rule(WARNING, when="measured", unmapped_share=0.01)
def unmapped_activity(_: Journey, setting: Setting) -> Findings:
    """Customers do something again and again that the map does not know.

    A step that nobody drew is a step that nobody answers for: the wall in front of the checkout, the call because the
    parcel is late. Or the log calls a known touchpoint by another name, and its figures are too small.

    Bad:
        # measured: {"drift": {"new": [{"activity": "deposit_refused", "events": 840, "cases": 610, "share": 0.08}]}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking}
          - {name: Riding}
          - {name: Bringing it back}

    Good:
        # measured: {"drift": {"new": [{"activity": "bell_rung", "events": 12, "cases": 9, "share": 0.001}]}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking}
          - {name: Riding}
          - {name: Bringing it back}

    Options:
        unmapped_share: share of events from which on it is said

    Source: van der Aalst, Process Mining (2nd ed., 2016), on conformance: what happens and is not in the model.
    """
    for each in _measured(setting).new:
        if each.share >= setting.number("unmapped_share"):
            yield Finding(
                ("stages",),
                msg(
                    "no touchpoint maps `{activity}`, which is `{share}` of events",
                    activity=each.activity,
                    share=shown(each.share, "share"),
                ),
                msg("add the touchpoint, or put it under `events` of the one that it means"),
                on_key=True,
            )


@rule(WARNING, when="measured")
def silent_touchpoint(journey: Journey, setting: Setting) -> Findings:
    """A touchpoint of the map did not happen once in the time that was measured.

    It is gone, or never was, or the log calls it by another name. Waits and what a customer does alone leave no trace:
    they are asked for one only where they name events.

    Bad:
        # measured: {"drift": {"silent": ["lock"]}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking}
          - {name: Riding}
          - name: Bringing it back
            touchpoints: [{id: lock, name: Lock of the station, channel: Station, emotion: 1}]

    Good:
        # measured: {"drift": {"silent": ["lock"]}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - {name: Unlocking}
          - {name: Riding}
          - name: Bringing it back
            touchpoints: [{id: app, name: Photo in the app, channel: App, emotion: 1}]

    Source: van der Aalst, Process Mining (2nd ed., 2016), on conformance: what is in the model and never happens.
    """
    silent = frozenset(_measured(setting).silent)
    for each in journey.touchpoints:
        if each.id in silent and (each.kind == "contact" or each.events):
            yield at(
                each,
                "events" if each.events else "name",
                msg("no event of `{name}` has happened", name=each.name),
                msg("check what the log calls it, or take it out of the map"),
                on_key=bool(each.events),
            )


@rule(WARNING, when="measured", off_path_share=0.2)
def off_path_share(journey: Journey, setting: Setting) -> Findings:
    """Many customers go a way that the map does not draw.

    The paths say what the team believes. Where one in five goes otherwise, what is mended on the drawn path helps too
    few. A map without paths has said nothing about ways, and is not asked.

    Bad:
        # measured: {"journey": {"fit": {"paths": 0.58}}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channel: App, emotion: 1}]
          - name: Riding
            touchpoints: [{id: ride, name: Ride, kind: action, emotion: 2}]
          - name: Bringing it back
            touchpoints: [{id: lock, name: Lock it, channel: Station, emotion: 1}]
        paths: [{name: Straight, steps: [scan, ride, lock]}]

    Good:
        # measured: {"journey": {"fit": {"paths": 0.91}}}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channel: App, emotion: 1}]
          - name: Riding
            touchpoints: [{id: ride, name: Ride, kind: action, emotion: 2}]
          - name: Bringing it back
            touchpoints: [{id: lock, name: Lock it, channel: Station, emotion: 1}]
        paths: [{name: Straight, steps: [scan, ride, lock]}, {name: Second thoughts, steps: [scan, lock], when: It rains}]

    Options:
        off_path_share: share of cases that may go otherwise

    Source: van der Aalst, Process Mining (2nd ed., 2016), on fitness.
    """
    measured = _measured(setting)
    fit = measured.whole.journey.get("fit.paths")
    if not journey.paths or fit is None or fit.value is None or 1 - fit.value <= setting.number("off_path_share"):
        return
    common = next((walk for walk in measured.walks if not walk.declared and walk.steps), None)
    yield Finding(
        ("paths",),
        msg("`{share}` of cases follow no path of the map", share=shown(1 - fit.value, "share")),
        _way(common, journey) if common else msg("draw the ways that many take, or ask why they take them"),
        on_key=True,
    )


@rule(WARNING, when="measured", emotion_gap=1.5, emotion_answers=30)
def emotion_contradicted(journey: Journey, setting: Setting) -> Findings:
    """The map says that it feels one way, and customers say that it feels another.

    The curve is what everybody remembers of the map. Where it is drawn too high nobody mends what hurts; too low, and
    money goes where it is not needed. Few answers contradict nobody.

    Bad:
        # measured: {"touchpoints": [{"id": "scan", "csat": 1.6, "n": {"csat": 212}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channel: App, emotion: 1}]
          - {name: Riding}
          - {name: Bringing it back}

    Good:
        # measured: {"touchpoints": [{"id": "scan", "csat": 1.6, "n": {"csat": 212}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channel: App, emotion: -1, pain_points: [It fails at night]}]
          - {name: Riding}
          - {name: Bringing it back}

    Options:
        emotion_gap: how far apart the two may be, on the scale from −2 to 2
        emotion_answers: how many answers are enough

    Source: Parasuraman, Zeithaml and Berry, SERVQUAL (1988), on the gap between what is believed and what is felt.
    """
    for each in journey.touchpoints:
        felt = _measured(setting).felt(each.id)
        if each.score is None or felt is None or felt.value is None:
            continue
        enough = (felt.n or 0) >= setting.number("emotion_answers")
        if enough and abs(each.score - felt.value) >= setting.number("emotion_gap"):
            yield at(
                each,
                "emotion",
                msg(
                    "the map says `{declared}`, and customers say `{measured}`",
                    declared=f"{each.score:g}",
                    measured=f"{felt.value:.2g}",
                ),
                msg("{count} customers answered: write what they say, or find out whom you asked", count=felt.n or 0),
            )


@rule(INFO, when="measured", undeclared_channel_share=0.01)
def undeclared_channel_in_use(journey: Journey, setting: Setting) -> Findings:
    """Customers use a channel for a touchpoint that the map does not give it.

    They found a way that suits them better, or they are sent there. Nobody designs for it as long as it is not drawn.

    Bad:
        # measured: {"touchpoints": [{"id": "scan", "channels": {"app": 0.7, "hotline": 0.3}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        channels: [{id: app, name: App}]
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channel: app, emotion: 1}]
          - {name: Riding, skipped: The customer is alone}
          - {name: Bringing it back, skipped: Drawn elsewhere}

    Good:
        # measured: {"touchpoints": [{"id": "scan", "channels": {"app": 0.7, "hotline": 0.3}}]}
        cjm: 1
        title: Hiring a bicycle
        persona: Visitor for a weekend
        objective: Four in five bring it back to another station
        channels: [{id: app, name: App}, {id: hotline, name: Hotline}]
        stages:
          - name: Unlocking
            touchpoints: [{id: scan, name: Scan the code, channels: [app, hotline], emotion: 1}]
          - {name: Riding, skipped: The customer is alone}
          - {name: Bringing it back, skipped: Drawn elsewhere}

    Options:
        undeclared_channel_share: share of the touchpoint's events from which on it is said

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016), on channels.
    """
    known = {each.id: each.name for each in journey.known_channels}
    for each in journey.touchpoints:
        declared = {name.casefold() for name in (*each.met_in, *(known.get(one, one) for one in each.met_in))}
        shares = _measured(setting).channels(each.id)
        least = setting.number("undeclared_channel_share")
        others = [name for name, share in shares.items() if share >= least and name.casefold() not in declared]
        if declared and others:
            yield at(
                each,
                "channels" if each.channels else "channel",
                msg(
                    "`{share}` of its events come by {channels}, which the map does not name here",
                    share=shown(sum(shares[name] for name in others), "share"),
                    channels=tuple(sorted(others, key=lambda name: (-shares[name], name))),
                ),
                msg("add it: `{example}`", example=f"channels: [{', '.join((*each.met_in, *others))}]"),
            )


def _measured(setting: Setting) -> Measurement:
    """The measurement, without which the runner asks none of these rules."""
    if setting.measurement is None:
        raise ValueError("there is no measurement")
    return setting.measurement


def _targets(journey: Journey, setting: Setting) -> tuple[Held, ...]:
    from cjm.model.verdicts import held  # noqa: PLC0415 - few runs have a measurement

    return held(journey, _measured(setting))


def _shown(held: Held, value: float | None) -> str:
    return shown(value or 0.0, unit_of(held.metric) or "number")


def _missed(held: Held, value: str, *, below: bool) -> Message:
    least, most = held.bounds
    if below and least is not None:
        return msg(
            "`{metric}` is `{value}`, and should be at least `{bound}`",
            metric=held.metric,
            value=value,
            bound=least.text,
        )
    bound = most.text if most is not None else ""
    return msg("`{metric}` is `{value}`, and should be at most `{bound}`", metric=held.metric, value=value, bound=bound)


def _certainty(held: Held, figure: Measured) -> Message | None:
    if figure.low is None or figure.high is None:
        return None
    return msg(
        "it lies between `{low}` and `{high}` with 95 % certainty",
        low=_shown(held, figure.low),
        high=_shown(held, figure.high),
    )


def _way(walk: Walk, journey: Journey) -> Message:
    names = {each.id: each.name for each in journey.touchpoints}
    steps = [names.get(step, step) for step in walk.steps]
    said = " → ".join(steps[:_SHOWN_STEPS]) + (" → …" if len(steps) > _SHOWN_STEPS else "")
    share = shown(walk.share, "share")
    return msg("the most frequent of them, {share} of cases, go {steps}: draw it, or ask why", share=share, steps=said)


RULES: tuple[Rule, ...] = (
    target_missed,
    target_not_measurable,
    unmapped_activity,
    silent_touchpoint,
    off_path_share,
    emotion_contradicted,
    undeclared_channel_in_use,
)
