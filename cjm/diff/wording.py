"""Says what happened as a colleague would. Names stand between asterisks, quoted sentences between quotation marks."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.diagnostics import Message, msg
from cjm.diff import sentences
from cjm.diff.comparing import Event, Pair
from cjm.diff.naming import amount, lost_kind, metric_name, place_name, stage_of
from cjm.diff.nouns import CAME, LISTS, THINGS, WENT
from cjm.diff.records import Record
from cjm.diff.weights import SEVERE
from cjm.model import Figure, Journey, Note, Opportunity, PainPoint, Statement, Target, Touchpoint
from cjm.model.changes import Value


def word(event: Event, pair: Pair) -> Message:  # noqa: PLR0911 - a sentence for each
    """What happened, in a sentence without a stop."""
    if event.kind == "added" and event.after is not None:
        return _came(event.after, pair)
    if event.kind == "removed" and event.before is not None:
        return _went(event.before, pair)
    if event.before is None or event.after is None:
        raise ValueError(f"{event.kind} has two sides")
    if event.kind == "renamed":
        return _renamed(event.before, event.after)
    if event.kind == "moved":
        return _moved(event.before, event.after, pair)
    if event.kind == "split":
        return _split(event.before, event.new)
    if event.kind == "merged":
        return _merged(event.old, event.after)
    if event.kind == "reordered":
        what = LISTS.get(event.field) or msg("`{key}`", key=event.field)
        return msg("*{name}*: {list} stand in another order", name=event.after.label, list=what)
    return sentences.of_value(event, pair)


def is_answered(pain: str, journey: Journey) -> bool:
    """Whether an opportunity that nobody has rejected takes a pain point up."""
    return any(pain in each.addresses and each.status != "rejected" for each in journey.every_opportunity)


def _came(record: Record, pair: Pair) -> Message:  # noqa: PLR0911 - a sentence for each
    place, name, part = place_name(record, pair.new), record.label, record.part
    if isinstance(part, PainPoint):
        return _pain(part, place, is_answered=is_answered(part.id, pair.new_journey))
    if isinstance(part, Touchpoint):
        severe = next((each for each in part.pain_points if (each.severity or 0) >= SEVERE), None)
        if severe is not None and not is_answered(severe.id, pair.new_journey):
            return msg(
                "*{place}* has a new touchpoint, *{name}*, with a severe pain point: “{text}”",
                place=place,
                name=name,
                text=severe.text,
            )
        if part.moment_of_truth:
            return msg("*{place}* has a new touchpoint, a moment of truth: *{name}*", place=place, name=name)
        return msg("*{place}* has a new touchpoint: *{name}*", place=place, name=name)
    if isinstance(part, Opportunity):
        if part.status == "done":
            return msg("a new opportunity at *{place}*, shipped already: *{name}*", place=place, name=name)
        return msg("a new opportunity at *{place}*: *{name}*", place=place, name=name)
    if isinstance(part, Target | Figure):
        return _figure_came(part, place, pair.new_journey)
    return _filled(CAME, record, place)


def _filled(sentences: Mapping[str, Message], record: Record, place: str) -> Message:
    """The sentence for a kind of thing, with its name and the name of what it stands in."""
    known = sentences.get(record.family) or sentences[""]
    values = {"place": place, "name": record.label, "thing": record.family}
    return known._replace(arguments=tuple((name, values[name]) for name, _ in known.arguments))


def _thing(record: Record) -> Message:
    return THINGS.get(record.family) or msg("`{key}`", key=record.family)


def _pain(pain: PainPoint, place: str, *, is_answered: bool) -> Message:
    if pain.severity is None:
        return msg("a new pain point at *{place}*: “{text}”", place=place, text=pain.text)
    if is_answered:
        return msg(
            "a new pain point at *{place}*, severity {severity}, with an opportunity: “{text}”",
            place=place,
            severity=pain.severity,
            text=pain.text,
        )
    return msg(
        "a new pain point at *{place}*, severity {severity}, without an opportunity: “{text}”",
        place=place,
        severity=pain.severity,
        text=pain.text,
    )


def _figure_came(part: Target | Figure, place: str, journey: Journey) -> Message:
    metric = metric_name(part.metric, journey)
    if isinstance(part, Figure):
        return msg(
            "*{place}* has a new figure: {metric}, {value}", place=place, metric=metric, value=amount(part.value)
        )
    if part.at_least is not None:
        return msg(
            "*{place}* has a new target: {metric}, at least {value}",
            place=place,
            metric=metric,
            value=amount(part.at_least),
        )
    return msg(
        "*{place}* has a new target: {metric}, at most {value}", place=place, metric=metric, value=amount(part.at_most)
    )


def _went(record: Record, pair: Pair) -> Message:
    place, name, part = place_name(record, pair.old), record.label, record.part
    if isinstance(part, PainPoint):
        return msg("a pain point is gone from *{place}*: “{text}”", place=place, text=part.text)
    if isinstance(part, Touchpoint):
        return _touchpoint_went(record, part, pair)
    if isinstance(part, Opportunity):
        return msg("*{place}* no longer has the opportunity *{name}*", place=place, name=name)
    if isinstance(part, Target | Figure):
        metric = metric_name(part.metric, pair.old_journey)
        if isinstance(part, Figure):
            return msg("*{place}* no longer has a figure for {metric}", place=place, metric=metric)
        return msg("*{place}* no longer has a target for {metric}", place=place, metric=metric)
    return _filled(WENT, record, place)


def _touchpoint_went(record: Record, part: Touchpoint, pair: Pair) -> Message:
    place = place_name(record, pair.old)
    before = stage_of(record, pair.old)
    stage = pair.after(before) if before else None
    for channel in part.met_in:
        lost = lost_kind(stage, channel, pair.old_journey, pair.new_journey)
        if lost is not None:
            return msg(
                "*{stage}* lost the touchpoint *{name}*, and with it its only {channel} channel",
                stage=place,
                name=part.name,
                channel=lost,
            )
    if part.moment_of_truth:
        return msg("*{stage}* lost the touchpoint *{name}*, a moment of truth", stage=place, name=part.name)
    return msg("*{stage}* lost the touchpoint *{name}*", stage=place, name=part.name)


def _renamed(before: Record, after: Record) -> Message:
    if before.label == after.label:
        return msg("*{name}* has the id `{new}` now, not `{old}`", name=after.label, new=after.id, old=before.id)
    if isinstance(after.part, Opportunity | PainPoint | Statement | Note):
        return msg("{thing} “{old}” now reads “{new}”", thing=_thing(after), old=before.label, new=after.label)
    return msg("*{old}* is now called *{new}*", old=before.label, new=after.label)


def _moved(before: Record, after: Record, pair: Pair) -> Message:
    old, new = place_name(before, pair.old), place_name(after, pair.new)
    if pair.matching.pairs.get(before.parent or ()) != after.parent:
        return msg("*{name}* moved from *{old}* to *{new}*", name=after.label, old=old, new=new)
    if before.slot is not None and after.slot is not None and before.slot.spec.key != after.slot.spec.key:
        return msg("*{name}* is now a {thing} of *{place}*", name=after.label, thing=_thing(after), place=new)
    if not after.at or after.slot is None or after.parent is None:
        return msg("*{name}* now comes first in *{place}*", name=after.label, place=new)
    ahead = pair.new_below[after.parent, after.slot.spec.key][after.at - 1]
    return msg("*{name}* now comes after *{ahead}*", name=after.label, ahead=ahead.label)


def _split(before: Record, parts: Value) -> Message:
    names = _names(parts)
    if len(names) == 2:  # noqa: PLR2004 - a pair is said as one
        return msg(
            "*{name}* was split into *{first}* and *{second}*", name=before.label, first=names[0], second=names[1]
        )
    return msg(
        "*{name}* was split into {count} parts: *{names}*",
        name=before.label,
        count=len(names),
        names=", ".join(names),
    )


def _merged(parts: Value, after: Record) -> Message:
    names = _names(parts)
    if len(names) == 2:  # noqa: PLR2004 - as above
        return msg("*{first}* and *{second}* became one: *{name}*", first=names[0], second=names[1], name=after.label)
    return msg("{count} became one, *{name}*: *{names}*", count=len(names), name=after.label, names=", ".join(names))


def _names(parts: Value) -> list[str]:
    found = parts if isinstance(parts, list) else []
    named = (each for each in found if isinstance(each, dict))
    return [str(each.get("name") or each.get("text") or each.get("title") or each["id"]) for each in named]
