"""Says that a value is another one: feelings, pains, channels, owners and dates in their own words, others alike."""

from __future__ import annotations

from cjm.diagnostics import Message, msg
from cjm.diff.comparing import Event, Pair
from cjm.diff.naming import lost_kind, metric_name, place_name, reference, score, stage_of, value_text
from cjm.diff.nouns import WORDS, field_noun
from cjm.diff.records import own_keys
from cjm.diff.weights import is_moment_of_truth
from cjm.model import Figure, PainPoint, Part, Target
from cjm.model.changes import Value, items
from cjm.model.fields import Choice, Kind, Many, One, Ref, Table, Text
from cjm.model.plain import keys_of


def of_value(event: Event, pair: Pair) -> Message:
    """The sentence for a key that differs."""
    first = event.field.partition(".")[0]
    name = event.after.label if event.after else ""
    if event.kind == "shipped":
        return msg("one opportunity shipped: *{name}*", name=name)
    found = None
    if first == "emotion":
        found = _emotion(event, name, pair)
    elif first in _SAYERS:
        found = _SAYERS[first](event, name, pair)
    return found or _otherwise(event, name, pair)


def _emotion(event: Event, name: str, pair: Pair) -> Message | None:
    if event.field == "emotion":
        return _felt_at_all(event, name)
    if event.field == "emotion.score" and event.old is not None and event.new is not None:
        return _felt(event, name)
    if event.field.startswith("emotion.by."):
        return _felt_by(event, name, pair)
    if event.field == "emotion.feeling" and event.old is not None and event.new is not None:
        return msg("*{name}* feels like “{new}” now, not “{old}”", name=name, new=str(event.new), old=str(event.old))
    return _evidence(event, name, pair) if event.field == "emotion.evidence" else None


def _felt_by(event: Event, name: str, pair: Pair) -> Message:
    persona = reference("persona", event.field.removeprefix("emotion.by."), pair.new_journey)
    old, new = (score(each) if isinstance(each, int | float) else "" for each in (event.old, event.new))
    if not old:
        return msg("how *{name}* feels for {persona} is said now: {score}", name=name, persona=persona, score=new)
    if not new:
        return msg("how *{name}* feels for {persona} is no longer said", name=name, persona=persona)
    if event.kind == "fell":
        return msg("for {persona}, *{name}* fell from {old} to {new}", persona=persona, name=name, old=old, new=new)
    return msg("for {persona}, *{name}* rose from {old} to {new}", persona=persona, name=name, old=old, new=new)


def _felt(event: Event, name: str) -> Message:
    old, new = (score(each) if isinstance(each, int | float) else "" for each in (event.old, event.new))
    truth = is_moment_of_truth(event)
    if event.kind == "fell":
        if truth:
            return msg("*{name}* fell from {old} to {new}, at a moment of truth", name=name, old=old, new=new)
        return msg("*{name}* fell from {old} to {new}", name=name, old=old, new=new)
    if truth:
        return msg("*{name}* rose from {old} to {new}, at a moment of truth", name=name, old=old, new=new)
    return msg("*{name}* rose from {old} to {new}", name=name, old=old, new=new)


def _felt_at_all(event: Event, name: str) -> Message:
    if isinstance(event.new, dict):
        said = event.new.get("score")
        feeling = str(event.new.get("feeling") or "")
        if isinstance(said, int | float):
            return msg("how *{name}* feels is said now: {score}", name=name, score=score(said))
        return msg("how *{name}* feels is said now: {score}", name=name, score=feeling)
    return msg("how *{name}* feels is no longer said", name=name)


def _channels(event: Event, name: str, pair: Pair) -> Message | None:
    if event.after is None or event.before is None:
        return None
    lost, got = _left(event)
    stage = stage_of(event.after, pair.new)
    for channel in lost:
        kind = lost_kind(stage, channel, pair.old_journey, pair.new_journey)
        if kind is not None and stage is not None:
            return msg(
                "*{stage}* lost its only {channel} channel, at *{name}*", stage=stage.label, channel=kind, name=name
            )
    gone = ", ".join(reference("channel", each, pair.old_journey) for each in lost)
    new = ", ".join(reference("channel", each, pair.new_journey) for each in got)
    if lost and got:
        return msg("*{name}* is met in {new} now, no longer in {old}", name=name, new=new, old=gone)
    if lost:
        return msg("*{name}* can no longer be met in {old}", name=name, old=gone)
    return msg("*{name}* can now be met in {new} too", name=name, new=new) if got and event.old else None


def _left(event: Event) -> tuple[list[str], list[str]]:
    """What a list no longer holds, and what it holds now."""
    old, new = ([str(each) for each in items(side)] for side in (event.old, event.new))
    return [each for each in old if each not in new], [each for each in new if each not in old]


def _evidence(event: Event, name: str, pair: Pair) -> Message | None:
    lost, got = _left(event)
    gone = ", ".join(reference("evidence", each, pair.old_journey) for each in lost)
    new = ", ".join(reference("evidence", each, pair.new_journey) for each in got)
    if lost and got:
        return msg("“{name}” now rests on {new}, no longer on {old}", name=name, new=new, old=gone)
    if lost:
        return msg("“{name}” no longer rests on {old}", name=name, old=gone)
    return msg("“{name}” now rests on {new} too", name=name, new=new) if got else None


def _severity(event: Event, name: str, pair: Pair) -> Message | None:
    if event.after is None or not isinstance(event.after.part, PainPoint):
        return None
    place = place_name(event.after, pair.new)
    old, new = str(event.old), str(event.new)
    if event.kind == "rose":
        return msg(
            "a pain point at *{place}* hurts more, {new} instead of {old}: “{text}”",
            place=place,
            new=new,
            old=old,
            text=name,
        )
    if event.kind == "fell":
        return msg(
            "a pain point at *{place}* hurts less, {new} instead of {old}: “{text}”",
            place=place,
            new=new,
            old=old,
            text=name,
        )
    return None


def _owner(event: Event, name: str, pair: Pair) -> Message:
    old = reference("team", str(event.old), pair.old_journey) if event.old else ""
    new = reference("team", str(event.new), pair.new_journey) if event.new else ""
    if not new:
        return msg("nobody answers for *{name}* any more; it was {old}", name=name, old=old)
    if not old:
        return msg("{new} now answers for *{name}*", new=new, name=name)
    return msg("{new} now answers for *{name}*, no longer {old}", new=new, name=name, old=old)


def _due(event: Event, name: str, pair: Pair) -> Message:
    del pair
    old, new = str(event.old or ""), str(event.new or "")
    if not new:
        return msg("*{name}* has no due date any more; it was {old}", name=name, old=old)
    if not old:
        return msg("*{name}* is due on {new}", name=name, new=new)
    if new > old:
        return msg("*{name}* is due later, on {new} instead of {old}", name=name, new=new, old=old)
    return msg("*{name}* is due sooner, on {new} instead of {old}", name=name, new=new, old=old)


def _status(event: Event, name: str, pair: Pair) -> Message | None:
    del pair
    if event.after is not None and event.after.family == "opportunity" and event.new == "rejected":
        return msg("the opportunity *{name}* was rejected", name=name)
    old, new = WORDS.get(str(event.old or "")), WORDS.get(str(event.new or ""))
    if old is None or new is None:
        return None
    return msg("*{name}* went from {old} to {new}", name=name, old=old, new=new)


def _truth(event: Event, name: str, pair: Pair) -> Message:
    del pair
    if event.new:
        return msg("*{name}* is now a moment of truth", name=name)
    return msg("*{name}* is no longer a moment of truth", name=name)


def _addresses(event: Event, name: str, pair: Pair) -> Message | None:
    lost, got = _left(event)
    gone = "”, “".join(reference("pain_point", each, pair.old_journey) for each in lost)
    new = "”, “".join(reference("pain_point", each, pair.new_journey) for each in got)
    if lost and got:
        return msg("*{name}* now answers “{new}”, no longer “{old}”", name=name, new=new, old=gone)
    if lost:
        return msg("*{name}* no longer answers “{old}”", name=name, old=gone)
    return msg("*{name}* now answers “{new}”", name=name, new=new) if got else None


def _steps(event: Event, name: str, pair: Pair) -> Message | None:
    old, new = (
        [str(each["to"]) for each in side if isinstance(each, dict)] if isinstance(side, list) else []
        for side in (event.old, event.new)
    )
    lost, got = [each for each in old if each not in new], [each for each in new if each not in old]
    gone = ", ".join(reference("touchpoint", each, pair.old_journey) for each in lost)
    came = ", ".join(reference("touchpoint", each, pair.new_journey) for each in got)
    if lost and got:
        return msg("the path *{name}* now passes *{new}*, no longer *{old}*", name=name, new=came, old=gone)
    if lost:
        return msg("the path *{name}* no longer passes *{old}*", name=name, old=gone)
    if got:
        return msg("the path *{name}* now passes *{new}*", name=name, new=came)
    return msg("the path *{name}* takes its steps otherwise", name=name)


_SAYERS = {
    "channel": _channels,
    "channels": _channels,
    "evidence": _evidence,
    "severity": _severity,
    "owner": _owner,
    "due": _due,
    "status": _status,
    "moment_of_truth": _truth,
    "addresses": _addresses,
    "steps": _steps,
}


def _otherwise(event: Event, name: str, pair: Pair) -> Message:
    """Any other key, by its noun."""
    part = event.after.part if event.after else None
    if part is None or event.after is None:
        raise ValueError(f"{event.kind} has two sides")
    kind = _kind_at(type(part), event.field)
    what: Message | str = field_noun(event.field, event.after.family)
    if isinstance(part, Target | Figure):
        metric = metric_name(part.metric, pair.new_journey)
        what = metric if event.field == "value" else msg("{whole}: {part}", whole=metric, part=what)
        name = place_name(event.after, pair.new)
    if isinstance(kind, Many) and isinstance(kind.item, Text | Ref | Choice):
        return _list(event, name, what, kind, pair)
    if isinstance(kind, One | Many | Table) or _is_whole(event.old) or _is_whole(event.new):
        return _of_whole(event, name, what)
    old, new = value_text(kind, event.old, pair.old_journey), value_text(kind, event.new, pair.new_journey)
    if event.old is None:
        return msg("*{name}*, {field}: now “{new}”", name=name, field=what, new=new)
    if event.new is None:
        return msg("*{name}*, {field}: no longer “{old}”", name=name, field=what, old=old)
    if event.kind in ("rose", "fell"):
        return msg("*{name}*, {field}: from {old} to {new}", name=name, field=what, old=old, new=new)
    return msg("*{name}*, {field}: “{new}” instead of “{old}”", name=name, field=what, new=new, old=old)


def _is_whole(value: Value) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and {*value} != {"from", "to"})


def _of_whole(event: Event, name: str, what: Message | str) -> Message:
    if event.old is None:
        return msg("*{name}*, {field}: now given", name=name, field=what)
    if event.new is None:
        return msg("*{name}*, {field}: no longer given", name=name, field=what)
    return msg("*{name}*, {field}: changed", name=name, field=what)


def _list(event: Event, name: str, what: Message | str, kind: Many, pair: Pair) -> Message:  # noqa: PLR0911 - a sentence for each
    lost, got = _left(event)
    gone = [str(value_text(kind.item, each, pair.old_journey)) for each in lost]
    new = [str(value_text(kind.item, each, pair.new_journey)) for each in got]
    if len(gone) == len(new) == 1:
        return msg("*{name}*, {field}: “{new}” instead of “{old}”", name=name, field=what, new=new[0], old=gone[0])
    if len(new) == 1 and not gone:
        return msg("*{name}*, {field}: new “{new}”", name=name, field=what, new=new[0])
    if len(gone) == 1 and not new:
        return msg("*{name}*, {field}: gone “{old}”", name=name, field=what, old=gone[0])
    if not gone and not new:
        return msg("*{name}*, {field}: the same in another order", name=name, field=what)
    if not gone:
        return msg("*{name}*, {field}: {count} more", name=name, field=what, count=len(new))
    if not new:
        return msg("*{name}*, {field}: {count} fewer", name=name, field=what, count=len(gone))
    return msg("*{name}*, {field}: {new} new, {old} gone", name=name, field=what, new=len(new), old=len(gone))


def _kind_at(part: type[Part], field: str) -> Kind:
    """The kind of a key, with dots of a key within."""
    key, _, rest = field.partition(".")
    kind = next(spec.kind for spec in (own_keys(part) or keys_of(part)) if spec.key == key)
    if rest and isinstance(kind, One):
        return _kind_at(kind.part, rest)
    return kind.value if rest and isinstance(kind, Table) else kind
