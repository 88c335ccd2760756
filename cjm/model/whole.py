"""What must hold of a part as a whole, once each of its keys has been read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Message, msg
from cjm.model import measures
from cjm.model.journey import Objective
from cjm.model.parts import EventPattern, Part, Stretch, Target
from cjm.model.reading import Path, Reading
from cjm.model.sources import Answer
from cjm.model.touchpoint import Emotion
from cjm.model.values import Amount
from cjm.source.values import Mapping, Node


def _target(part: Target, node: Node, path: Path, reading: Reading) -> None:
    if _written(node, "at_least") == _written(node, "at_most"):
        message = (msg("a target has both `at_least` and `at_most`") if part.at_least
                   else msg("a target has neither `at_least` nor `at_most`"))
        _invalid(reading, node, path, message, msg("write one of them: `at_least: 25%` or `at_most: 2d`"))
        return
    _check_unit(part.metric, part.at_least, "at_least", node, path, reading)
    _check_unit(part.metric, part.at_most, "at_most", node, path, reading)


def _objective(part: Objective, node: Node, path: Path, reading: Reading) -> None:
    bounds = _written(node, "at_least") + _written(node, "at_most")
    if bounds > 1:
        _invalid(reading, node, path, msg("an objective has both `at_least` and `at_most`"), msg("write one of them"))
    elif bounds and not _written(node, "metric"):
        _invalid(reading, node, path, msg("an objective has a value to reach and no `metric`"),
                 msg("write the figure that shows it: `metric: …`"))
    elif part.metric:
        _check_unit(part.metric, part.at_least, "at_least", node, path, reading)
        _check_unit(part.metric, part.at_most, "at_most", node, path, reading)


def _check_unit(metric: str, amount: Amount | None, key: str, node: Node, path: Path, reading: Reading) -> None:  # noqa: PLR0913, PLR0917 - everything about one bound
    unit = measures.unit_of(metric)
    if amount is None or unit is None or metric in reading.names.known["metric"]:
        return
    if measures.fits(amount, unit):
        return
    value = _value_of(node, key)
    reading.error("invalid-target", value, (*path, key),
                  msg("`{metric}` is {unit}, and `{value}` is not", metric=metric, unit=measures.UNITS[unit],
                      value=amount.text), measures.HINTS[unit])


def _emotion(part: Emotion, node: Node, path: Path, reading: Reading) -> None:
    if part.score is None and part.feeling is None and not (_written(node, "score") or _written(node, "feeling")):
        reading.error("missing-key", node, (*path, "score"), msg("an emotion has neither a `score` nor a `feeling`"),
                      msg("write `score: -1`, or `feeling: …`, or both"))


def _event(part: EventPattern, node: Node, path: Path, reading: Reading) -> None:
    del part
    if _written(node, "name") == _written(node, "regex"):
        reading.error("missing-key", node, (*path, "name"), msg("an event has one of `name` and `regex`"),
                      msg("write the name as it stands in the log, or `regex: …`"))


def _answer(part: Answer, node: Node, path: Path, reading: Reading) -> None:
    if part.scale and (len(part.scale) != 2 or part.scale[0] >= part.scale[1]):  # noqa: PLR2004 - lowest and highest
        reading.expected(_value_of(node, "scale"), (*path, "scale"), msg("the lowest and the highest answer"),
                         msg("write `scale: [1, 7]`"))


def _stretch(part: Stretch, node: Node, path: Path, reading: Reading) -> None:
    if part.longest < part.shortest:
        reading.error("invalid-duration", _value_of(node, "to"), (*path, "to"),
                      msg("`to` is shorter than `from`: {longest} and {shortest}", longest=part.longest.text,
                          shortest=part.shortest.text), msg("write the shorter one first"))


def _written(node: Node, key: str) -> bool:
    return isinstance(node, Mapping) and any(name.text == key for name, _ in node.entries)


def _value_of(node: Node, key: str) -> Node:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((value for name, value in entries if name.text == key), node)


def _invalid(reading: Reading, node: Node, path: Path, message: Message, hint: Message) -> None:
    place = node.entries[0][0] if isinstance(node, Mapping) and node.entries else node
    reading.error("invalid-target", place, path, message, hint)


WHOLE: dict[type[Part], Callable[[Any, Node, Path, Reading], None]] = {
    Target: _target,
    Objective: _objective,
    Emotion: _emotion,
    EventPattern: _event,
    Answer: _answer,
    Stretch: _stretch,
}
