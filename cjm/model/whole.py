"""What must hold of a part as a whole, once each of its keys has been read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Message, msg
from cjm.model import measures
from cjm.model.journey import Objective
from cjm.model.part import Part
from cjm.model.parts import EventPattern, Stretch, Target
from cjm.model.reading import Path, Reading
from cjm.model.sources import Answer
from cjm.model.touchpoint import Emotion
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence

_BOUNDS = ("at_least", "at_most")
_ENDS_OF_A_SCALE = 2


def _target(part: Target, node: Mapping, path: Path, reading: Reading) -> None:
    written = [bound for bound in _BOUNDS if _value(node, bound)]
    if len(written) == 1:
        _check_unit(part, node, path, reading)
        return
    message = (
        msg("a target has both `at_least` and `at_most`")
        if written
        else msg("a target has neither `at_least` nor `at_most`")
    )
    _invalid_target(reading, node, path, (message, msg("write one of them: `at_least: 25%` or `at_most: 2d`")))


def _objective(part: Objective, node: Mapping, path: Path, reading: Reading) -> None:
    written = [bound for bound in _BOUNDS if _value(node, bound)]
    if len(written) > 1:
        words = msg("an objective has both `at_least` and `at_most`"), msg("write one of them")
        _invalid_target(reading, node, path, words)
    elif written and not _value(node, "metric"):
        words = (
            msg("an objective has a value to reach and no `metric`"),
            msg("write the figure that shows it: `metric: …`"),
        )
        _invalid_target(reading, node, path, words)
    else:
        _check_unit(part, node, path, reading)


def _check_unit(part: Target | Objective, node: Mapping, path: Path, reading: Reading) -> None:
    unit = measures.unit_of(part.metric or "")
    if part.metric is None or unit is None or part.metric in reading.names.known["metric"]:
        return
    for key, amount in (("at_least", part.at_least), ("at_most", part.at_most)):
        value = _value(node, key)
        if amount and value and not measures.fits(amount, unit):
            message = msg(
                "`{metric}` is {unit}, and `{value}` is not",
                metric=part.metric,
                unit=measures.UNITS[unit],
                value=amount.text,
            )
            reading.error("invalid-target", value, (*path, key), message, measures.HINTS[unit])


def _emotion(part: Emotion, node: Mapping, path: Path, reading: Reading) -> None:
    del part
    if not _value(node, "score") and not _value(node, "feeling"):
        reading.error(
            "missing-key",
            _first_key(node),
            (*path, "score"),
            msg("an emotion has neither a `score` nor a `feeling`"),
            msg("write `score: -1`, or `feeling: …`, or both"),
        )


def _event(part: EventPattern, node: Mapping, path: Path, reading: Reading) -> None:
    del part
    name, regex = _value(node, "name"), _value(node, "regex")
    if name and regex:
        reading.error(
            "wrong-type",
            _first_key(node),
            path,
            msg("an event has both a `name` and a `regex`"),
            msg("write one of them, or two events"),
        )
    elif not name and not regex:
        reading.error(
            "missing-key",
            _first_key(node),
            (*path, "name"),
            msg("an event has neither a `name` nor a `regex`"),
            msg("write the name as it stands in the log, or `regex: …`"),
        )


def _answer(part: Answer, node: Mapping, path: Path, reading: Reading) -> None:
    scale = _value(node, "scale")
    if not isinstance(scale, Sequence):
        return
    said = [item for item in scale.items if not (isinstance(item, Scalar) and is_nothing(item))]
    if len(part.scale) < len(said):
        return
    if len(part.scale) != _ENDS_OF_A_SCALE or part.scale[0] >= part.scale[1]:
        reading.error(
            "wrong-type",
            scale,
            (*path, "scale"),
            msg("`scale` takes the lowest and the highest answer"),
            msg("write `scale: [1, 7]`"),
        )


def _stretch(part: Stretch, node: Mapping, path: Path, reading: Reading) -> None:
    if part.longest.seconds < part.shortest.seconds:
        reading.error(
            "invalid-duration",
            _value(node, "to") or node,
            (*path, "to"),
            msg(
                "`to` is shorter than `from`: {longest} and {shortest}",
                longest=part.longest.text,
                shortest=part.shortest.text,
            ),
            msg("write the shorter one first"),
        )


def _value(node: Mapping, key: str) -> Node | None:
    """What is written under a key, whatever it is."""
    return next((value for name, value in node.entries if name.text == key), None)


def _first_key(node: Mapping) -> Node:
    return node.entries[0][0] if node.entries else node


def _invalid_target(reading: Reading, node: Mapping, path: Path, words: tuple[Message, Message]) -> None:
    reading.error("invalid-target", _first_key(node), path, *words)


WHOLE: dict[type[Part], Callable[[Any, Mapping, Path, Reading], None]] = {
    Target: _target,
    Objective: _objective,
    Emotion: _emotion,
    EventPattern: _event,
    Answer: _answer,
    Stretch: _stretch,
}
"""By the class of the part; judged only where every required key could be read."""
