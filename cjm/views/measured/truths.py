"""What a measurement says of the map, in sentences: where customers are lost, what nobody drew, who waits long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from cjm.diagnostics import Message, counted, msg
from cjm.model import Journey, Stage, Touchpoint
from cjm.model.measurement import Figures, Levels, Measured, Measurement, Segment
from cjm.model.verdicts import Held, held
from cjm.views.measured.figures import length_said, said, segment_said, share_said, value_of
from cjm.views.teller import Teller

Kind = Literal["lost", "left", "new", "slow", "fewer", "felt", "astray", "missed", "silent"]
Part = Stage | Touchpoint

_UNMAPPED = 0.01
"""Share of events from which on an activity that nobody drew is worth a sentence."""
_ASTRAY = 0.2
_GAP, _ANSWERS = 1.5, 30
_LEAVES = 0.25
"""Share of those who come to a touchpoint that is many to leave there."""
_SLOW, _FEWER = 1.5, 0.7
"""How much longer, and how much less often, a segment must be before it is spoken of."""
_MANY = 0.02
"""Share of all customers whom something must concern before it is spoken of."""
_ROOM = 72
"""Letters of names in a sentence; longer arguments are cut."""
_SPOKEN_OF = 3
"""Things of one kind that are each worth a sentence."""
FIRST: tuple[Kind, ...] = ("lost", "left", "new", "slow")
"""What a summary says before the rest."""


class Truth(NamedTuple):
    """A sentence. `parts` are those of its names that stand somewhere on the map; `customers` whom it concerns."""

    kind: Kind
    message: Message
    parts: dict[str, Part]
    customers: float = 0.0


def truths(teller: Teller, measurement: Measurement) -> tuple[Truth, ...]:
    """All of them, those that concern most customers first; what concerns nobody last."""
    found = (
        *_lost(teller, measurement),
        *_left(teller, measurement),
        *_new(teller, measurement),
        *_slow(teller, measurement),
        *_fewer(teller, measurement),
        *_felt(teller, measurement),
        *_astray(teller, measurement),
        *_missed(teller, measurement),
        *_silent(teller, measurement),
    )
    return tuple(sorted(found, key=lambda each: -each.customers))


def foremost(found: tuple[Truth, ...], most: int = 6) -> tuple[Truth, ...]:
    """The few for a summary: the gravest of each kind that a summary speaks of, then what concerns most customers."""
    first = [next((each for each in found if each.kind == kind), None) for kind in FIRST]
    chosen = [each for each in first if each]
    rest = [each for each in found if each not in chosen and each.kind not in FIRST]
    return tuple((chosen + rest)[:most])


def _cases(figures: Figures) -> float:
    return value_of(figures, "cases") or 0.0


def _lost(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """The stage that loses most customers."""
    stages = _before_the_end(teller)
    losses = {each.id: _loss(measurement.stage(each.id)) for each in stages}
    stage = max(stages, key=lambda each: losses[each.id], default=None)
    if stage is None or not losses[stage.id]:
        return
    figures = measurement.stage(stage.id)
    said_of = {
        "stage": stage.name,
        "share": said("drop_off", figures.get("drop_off"), teller),
        "count": teller.number(value_of(figures, "entered")),
    }
    message = msg(
        "Most customers are lost in “{stage}”: {share} of the {count} who come there go no further.", **said_of
    )
    yield Truth("lost", message, {"stage": stage}, losses[stage.id])


def _loss(figures: Figures) -> float:
    return (value_of(figures, "entered") or 0.0) * (value_of(figures, "drop_off") or 0.0)


def _left(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """Touchpoints after which many are not seen again: those that miss their target first, then where most leave."""
    cases = _cases(measurement.whole.journey)
    missed = {
        id(each.place)
        for each in held(teller.journey, measurement)
        if each.outcome == "missed" and each.metric == "exits"
    }
    found: list[tuple[bool, float, Touchpoint]] = []
    for each in (each for stage in _before_the_end(teller) for each in stage.touchpoints):
        figures = measurement.touchpoint(each.id)
        exits = value_of(figures, "exits") or 0.0
        customers = exits * _cases(figures)
        if exits >= _LEAVES and customers >= _MANY * cases:
            found.append((id(each) not in missed, -customers, each))
    worst = sorted(found, key=lambda row: row[:2])[:_SPOKEN_OF]
    if worst:
        parts = {name: each for name, (_, _, each) in zip(("first", "second", "third"), worst, strict=False)}
        yield Truth("left", _leaving(parts, teller, measurement), dict(parts), -worst[0][1])


def _leaving(parts: dict[str, Touchpoint], teller: Teller, measurement: Measurement) -> Message:
    said_of = {name: each.name for name, each in parts.items()}
    for name, each in parts.items():
        said_of[f"{name}_share"] = said("exits", measurement.touchpoint(each.id).get("exits"), teller)
    if len(parts) == 1:
        return msg("For {first_share} of those who come to “{first}” it is the last thing they do.", **said_of)
    if "third" not in parts:
        return msg("Many leave after “{first}” ({first_share}) and “{second}” ({second_share}).", **said_of)
    return msg(
        "Many leave after “{first}” ({first_share}), “{second}” ({second_share}) and “{third}” ({third_share}).",
        **said_of,
    )


def _before_the_end(teller: Teller) -> tuple[Stage, ...]:
    """The stages where to leave is to be lost: up to the purchase, where there is one; else all but the last."""
    stages = teller.journey.stages
    bought = [number for number, stage in enumerate(stages) if stage.kind == "purchase"]
    return stages[: bought[-1] + 1] if bought and bought[-1] < len(stages) - 1 else stages[:-1]


def _new(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """What customers do that nobody drew."""
    cases = _cases(measurement.whole.journey)
    worth = [new for new in measurement.new if new.share >= _UNMAPPED or new.cases >= max(1.0, _MANY * cases)]
    for each in sorted(worth, key=lambda new: -new.cases)[:_SPOKEN_OF]:
        message = msg(
            "Customers do “{activity}”, and the map does not know it: {count} of them, {share} of events.",
            activity=each.activity,
            count=teller.number(each.cases),
            share=share_said(each.share, teller),
        )
        yield Truth("new", message, {}, float(each.cases))


class _Delay(NamedTuple):
    """How much longer a segment waits than all customers do."""

    seconds: float
    whole: float
    segment: Segment
    part: Part | None

    @property
    def extra(self) -> float:
        return self.seconds - self.whole


def _slow(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """The segment of each column that waits longest, and where; of the same customers only once."""
    told: set[tuple[float, float]] = set()
    for column in dict.fromkeys(each.column for each in measurement.segments):
        delays = [
            delay
            for segment in measurement.segments
            if segment.column == column and not segment.withheld
            for delay in _delays(teller, segment, measurement.whole)
        ]
        if delays:
            longest = max(delays, key=lambda each: each.extra)
            who = (_cases(longest.segment.levels.journey), longest.seconds)
            if who not in told:
                told.add(who)
                yield _slowness([each for each in delays if each.segment is longest.segment], teller)


def _delays(teller: Teller, segment: Segment, whole: Levels) -> Iterator[_Delay]:
    """Waits for touchpoints, stays in stages and the whole journey that are much longer for the segment."""
    theirs = {each.id: each.figures for each in (*segment.levels.touchpoints, *segment.levels.stages)}
    known = {each.id: each.figures for each in (*whole.touchpoints, *whole.stages)}
    places: list[tuple[Part | None, Figures, Figures, str]] = [
        (each, theirs.get(each.id, {}), known.get(each.id, {}), "wait.median") for each in teller.journey.touchpoints
    ]
    places.append((None, segment.levels.journey, whole.journey, "duration.median"))
    for part, own, all_, name in places:
        seconds, usual = value_of(own, name), value_of(all_, name)
        if seconds is not None and usual is not None and seconds >= _SLOW * max(usual, 1.0):
            yield _Delay(seconds, usual, segment, part)


def _slowness(delays: list[_Delay], teller: Teller) -> Truth:
    """One segment's delays as a sentence: of the whole journey, and of the touchpoint that they wait longest for."""
    whole = next((each for each in delays if each.part is None), None)
    waits = [each for each in delays if each.part is not None]
    wait = max(waits, key=lambda each: each.extra, default=None)
    segment = delays[0].segment
    column, value = segment_said(segment.column, segment.value, teller)
    said_of = {"column": column, "value": value}
    for name, delay in (("length", whole), ("wait", wait)):
        if delay is not None:
            said_of[name] = length_said(delay.seconds, teller)
            said_of[f"usual_{name}"] = length_said(delay.whole, teller)
    parts = {"touchpoint": wait.part} if wait and wait.part else {}
    said_of |= {name: part.name for name, part in parts.items()}
    return Truth("slow", _slow_message(said_of, whole, wait), parts, _cases(segment.levels.journey))


def _slow_message(said_of: dict[str, str], whole: _Delay | None, wait: _Delay | None) -> Message:
    if whole is None:
        return msg(
            "Slow for {column} “{value}”: they wait {wait} for “{touchpoint}”, all customers {usual_wait}.", **said_of
        )
    if wait is None:
        return msg(
            "Slow for {column} “{value}”: half of them need more than {length}, of all customers {usual_length}.",
            **said_of,
        )
    return msg(
        "Slow for {column} “{value}”: half of them need more than {length}, of all customers {usual_length}; "
        "for “{touchpoint}” they wait {wait}, all customers {usual_wait}.",
        **said_of,
    )


def _fewer(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """The segment of each column that comes to the end least often, where chance does not explain it."""
    usual = measurement.whole.journey.get("completed")
    for column in dict.fromkeys(each.column for each in measurement.segments):
        found = [
            (figure.value, each)
            for each in measurement.segments
            if each.column == column
            and not each.withheld
            and (figure := each.levels.journey.get("completed"))
            and figure.value is not None
            and _is_fewer(figure, usual)
        ]
        if found and usual and usual.value is not None:
            share, segment = min(found, key=lambda pair: pair[0])
            named, value = segment_said(column, segment.value, teller)
            message = msg(
                "Of {column} “{value}” only {share} come to the end, of all customers {usual}.",
                column=named,
                value=value,
                share=share_said(share, teller),
                usual=share_said(usual.value, teller),
            )
            yield Truth("fewer", message, {}, _cases(segment.levels.journey))


def _is_fewer(figure: Measured, usual: Measured | None) -> bool:
    if usual is None or usual.value is None or figure.value is None or figure.value >= _FEWER * usual.value:
        return False
    return figure.high is None or usual.low is None or figure.high < usual.low


def _felt(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    """Where customers say otherwise than the curve."""
    found: list[Truth] = []
    for each in teller.journey.touchpoints:
        felt = measurement.felt(each.id)
        if each.score is None or felt is None or felt.value is None or (felt.n or 0) < _ANSWERS:
            continue
        if abs(each.score - felt.value) >= _GAP:
            message = msg(
                "The map says “{touchpoint}” feels like {declared}; {count} customers who were asked say {measured}.",
                touchpoint=each.name,
                declared=teller.score(each.score),
                measured=teller.score(round(felt.value, 1)),
                count=teller.number(felt.n),
            )
            found.append(Truth("felt", message, {"touchpoint": each}, _cases(measurement.touchpoint(each.id))))
    yield from sorted(found, key=lambda truth: -truth.customers)[:_SPOKEN_OF]


def _astray(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    fit = value_of(measurement.whole.journey, "fit.paths")
    if teller.journey.paths and fit is not None and 1 - fit > _ASTRAY:
        message = msg("{share} of customers follow no path of the map.", share=share_said(1 - fit, teller))
        yield Truth("astray", message, {}, (1 - fit) * _cases(measurement.whole.journey))


def _missed(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    every = [each for each in held(teller.journey, measurement) if each.outcome != "unmeasurable"]
    missed = [each for each in every if each.outcome == "missed"]
    if missed:
        names = _few([_named(each, teller) for each in missed])
        message = counted(
            "{count} of {total} measured targets is missed: {names}.",
            "{count} of {total} measured targets are missed: {names}.",
            len(missed),
            total=len(every),
            names=names,
        )
        yield Truth("missed", message, {})


def _named(missed: Held, teller: Teller) -> str:
    metric = teller.metric(missed.metric)
    return metric if isinstance(missed.place, Journey) else teller.labelled(missed.place.name, metric)


def _few(names: list[str]) -> str:
    """As many names as a sentence bears."""
    shown = [name for number, name in enumerate(names) if not number or len("; ".join(names[: number + 1])) < _ROOM]
    return "; ".join(shown) + ("; …" if len(shown) < len(names) else "")


def _silent(teller: Teller, measurement: Measurement) -> Iterator[Truth]:
    silent = frozenset(measurement.silent)
    found = [
        each for each in teller.journey.touchpoints if each.id in silent and (each.kind == "contact" or each.events)
    ]
    if len(found) == 1:
        message = msg("“{touchpoint}” did not happen once.", touchpoint=found[0].name)
        yield Truth("silent", message, {"touchpoint": found[0]})
    elif found:
        names = _few([each.name for each in found])
        yield Truth(
            "silent", msg("{count} touchpoints did not happen once: {names}.", count=len(found), names=names), {}
        )
