"""Two measurements of a journey: which figures moved beyond their 95 % intervals, and which nobody can judge.

A figure has moved when the two intervals have nothing in common; where only one side has an interval, when the other
value lies outside it. Figures without any, such as a median duration, are told as changed and never as moved.
"""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics import Message, msg
from cjm.diff.account import Account
from cjm.diff.naming import number
from cjm.diff.nouns import METRICS
from cjm.diff.worse import Reason
from cjm.model.changes import Change, Changes
from cjm.model.measurement import Figures, Measured, Measurement, Spot
from cjm.model.measures import FIGURES

GOOD_WHEN_HIGH = frozenset({"completed", "conversion", "csat", "nps", "ces"})
GOOD_WHEN_LOW = frozenset({"drop_off", "exits"})
"""Figures of which everybody knows the better way; `--fail-on worse` is about these."""
_WEIGHTS = {"journey": 70, "stage": 60, "touchpoint": 50}
_UNSURE = 10
_DAY, _HOUR, _MINUTE = 86_400, 3600, 60


def moved(old: Measurement, new: Measurement, old_name: str, new_name: str) -> Account:
    """What moved between two measurements; the surest first, the journey before its parts."""
    found = sorted(_shifts(old, new), key=lambda change: -change.weight)
    wrong = tuple(Reason(each.text, each.path, (each.field,)) for each in found if _is_worse(each))
    return Account(None, None, old_name, new_name, Changes(tuple(found)), wrong, subject=new.journey_id)


def _shifts(old: Measurement, new: Measurement) -> Iterator[Change]:
    yield from _of_part("journey", new.journey_id, "", old.whole.journey, new.whole.journey)
    yield from _of_spots("stage", old.whole.stages, new.whole.stages)
    yield from _of_spots("touchpoint", old.whole.touchpoints, new.whole.touchpoints)


def _of_spots(level: str, old: tuple[Spot, ...], new: tuple[Spot, ...]) -> Iterator[Change]:
    before = {each.id: each.figures for each in old}
    for index, each in enumerate(new):
        if each.id in before:
            yield from _of_part(level, each.id, f"{level}s[{index}]", before[each.id], each.figures)


def _of_part(level: str, name: str, path: str, old: Figures, new: Figures) -> Iterator[Change]:
    for metric in dict.fromkeys((*FIGURES, *new)):
        if metric in old and metric in new:
            change = _shift(level, name, path, metric, old[metric], new[metric])
            if change is not None:
                yield change


def _shift(level: str, name: str, path: str, metric: str, old: Measured, new: Measured) -> Change | None:  # noqa: PLR0913 - a figure stands in a place
    if old.value is None or new.value is None or old.value == new.value:
        return None
    values = {
        "name": name,
        "figure": METRICS.get(metric, metric),
        "old": _said(metric, old.value),
        "new": _said(metric, new.value),
    }
    is_beyond = _is_beyond(old, new)
    if is_beyond is False:
        return None
    if is_beyond is None:
        text = msg("*{name}*, {figure}: {new} instead of {old}, with no interval to judge it by", **values)
        return Change("changed", level, name, path, metric, old.value, new.value, _UNSURE, text)
    if new.value > old.value:
        text = msg("*{name}*, {figure}: rose from {old} to {new}, beyond its interval", **values)
        return Change("rose", level, name, path, metric, old.value, new.value, _WEIGHTS[level], text)
    text = msg("*{name}*, {figure}: fell from {old} to {new}, beyond its interval", **values)
    return Change("fell", level, name, path, metric, old.value, new.value, _WEIGHTS[level], text)


def _is_beyond(old: Measured, new: Measured) -> bool | None:
    """Whether a figure moved beyond what chance explains; None where no interval says so."""
    if old.value is None or new.value is None:
        return None
    before, after = _interval(old), _interval(new)
    if before is None and after is None:
        return None
    low, high = before or (old.value, old.value)
    lowest, highest = after or (new.value, new.value)
    return high < lowest or highest < low


def _interval(figure: Measured) -> tuple[float, float] | None:
    return (figure.low, figure.high) if figure.low is not None and figure.high is not None else None


def _is_worse(change: Change) -> bool:
    return (change.kind == "fell" and change.field in GOOD_WHEN_HIGH) or (
        change.kind == "rose" and change.field in GOOD_WHEN_LOW
    )


def _said(metric: str, value: float) -> str:
    """`41.5%`, `2.5d`, `4.2`: as people write it in a journey."""
    unit = FIGURES.get(metric)
    if unit == "share":
        return f"{number(value * 100)}%"
    if unit != "duration":
        return number(value)
    size, sign = next(
        ((size, sign) for size, sign in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "m")) if value >= size), (1, "s")
    )
    return f"{number(value / size)}{sign}"


def different(old: Measurement, new: Measurement) -> Message | None:
    """Why two measurements cannot be compared."""
    if old.journey_id == new.journey_id:
        return None
    return msg("one measures the journey `{old}`, the other `{new}`", old=old.journey_id, new=new.journey_id)
