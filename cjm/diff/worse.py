"""What makes a change worse for the customer, as `--fail-on worse` means it. Nothing else is called worse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from cjm.diagnostics import Message, msg
from cjm.diff.comparing import Pair
from cjm.diff.naming import reference, score
from cjm.diff.weights import SEVERE
from cjm.diff.wording import is_answered
from cjm.model import Evidence, Journey, PainPoint, Stage, Touchpoint
from cjm.model.changes import CHANNELS, Change


class Reason(NamedTuple):
    """Why it is worse. `path` and `fields` are those of the changes that say the same; no field is the whole of it."""

    said: Message
    path: str
    fields: tuple[str, ...] = ("",)
    gone: bool = False
    """Whether the path is one of the old journey."""

    def is_told_by(self, change: Change) -> bool:
        """Whether somebody who reads the change knows the reason too."""
        if change.field not in self.fields or self.gone is not (change.kind == "removed"):
            return False
        within = self.fields == CHANNELS and change.path.startswith(f"{self.path}.")
        return change.path == self.path or within


def worse(pair: Pair, *, founded: bool = True) -> tuple[Reason, ...]:
    """Why the new journey is worse for the customer; nothing where it is not.

    One that is still to come is not `founded` on evidence, and loses none.
    """
    return (*_lower(pair), *_pains(pair), *_channels(pair), *(_evidence(pair) if founded else ()))


def _lower(pair: Pair) -> Iterator[Reason]:
    """A lower emotion at a moment of truth, of the main persona or another."""
    for before, after in pair.same():
        old, new = before.part, after.part
        if isinstance(old, Touchpoint) and isinstance(new, Touchpoint) and (old.moment_of_truth or new.moment_of_truth):
            yield from _fallen(old, new, after.path, pair)


def _fallen(old: Touchpoint, new: Touchpoint, path: str, pair: Pair) -> Iterator[Reason]:
    if old.score is not None and new.score is not None and new.score < old.score:
        said = msg(
            "a moment of truth feels worse: *{name}*, {new} instead of {old}",
            name=new.name,
            new=score(new.score),
            old=score(old.score),
        )
        yield Reason(said, path, ("emotion.score",))
    theirs = dict(new.emotion.by) if new.emotion else {}
    for persona, felt in old.emotion.by if old.emotion else ():
        now = theirs.get(pair.renames.get("persona", {}).get(persona, persona))
        if now is not None and now < felt:
            said = msg(
                "a moment of truth feels worse for {persona}: *{name}*, {new} instead of {old}",
                persona=reference("persona", persona, pair.old_journey),
                name=new.name,
                new=score(now),
                old=score(felt),
            )
            yield Reason(said, path, (f"emotion.by.{pair.renames.get('persona', {}).get(persona, persona)}",))


def _pains(pair: Pair) -> Iterator[Reason]:
    """A severe pain point that nothing answers, and that was not there, was less severe, or was answered."""
    for record in pair.new.values():
        pain = record.part
        if not isinstance(pain, PainPoint) or (pain.severity or 0) < SEVERE or is_answered(pain.id, pair.new_journey):
            continue
        before = pair.before(record)
        old = before.part if before else None
        fields: tuple[str, ...] = ()
        if not isinstance(old, PainPoint):
            fields = ("",)
            template = msg(
                "a new pain point of severity {level} without an opportunity: “{text}”",
                level=pain.severity or 0,
                text=pain.text,
            )
        elif (old.severity or 0) < (pain.severity or 0):
            fields = ("severity",)
            template = msg(
                "a pain point has risen to severity {level} without an opportunity: “{text}”",
                level=pain.severity or 0,
                text=pain.text,
            )
        elif is_answered(old.id, pair.old_journey):
            template = msg(
                "a pain point of severity {level} has lost its opportunity: “{text}”",
                level=pain.severity or 0,
                text=pain.text,
            )
        else:
            continue
        yield Reason(template, record.path, fields)


def _channels(pair: Pair) -> Iterator[Reason]:
    """A touchpoint that can no longer be met in a channel, a stage that has none of it left."""
    said: set[tuple[str, str]] = set()
    for before, after in pair.same():
        old, new = before.part, after.part
        if not isinstance(old, Touchpoint | Stage) or not isinstance(new, Touchpoint | Stage):
            continue
        for channel in sorted(_met_in(old, pair) - _met_in(new, pair) - _gone_along(old, pair)):
            name = reference("channel", channel, pair.old_journey)
            if (channel, new.id) not in said and not _told_above(channel, before.parent, said, pair):
                said.add((channel, new.id))
                yield Reason(
                    msg("*{name}* lost the channel {channel}", name=new.name, channel=name), after.path, CHANNELS
                )


def _told_above(channel: str, parent: object, said: set[tuple[str, str]], pair: Pair) -> bool:
    """Whether the same has been said of the stage that it stands in."""
    key = pair.matching.pairs.get(cast("tuple[object, ...]", parent or ()))
    return key is not None and (channel, pair.new[key].id) in said


def _met_in(place: Touchpoint | Stage, pair: Pair) -> set[str]:
    """The channels of a touchpoint or of a stage's touchpoints, by the ids that they have now."""
    known = pair.renames.get("channel", {})
    met = place.met_in if isinstance(place, Touchpoint) else (each for one in place.touchpoints for each in one.met_in)
    return {known.get(channel, channel) for channel in met}


def _gone_along(stage: Touchpoint | Stage, pair: Pair) -> set[str]:
    """The channels that only moved to another stage with a touchpoint that has them still."""
    if isinstance(stage, Touchpoint):
        return set()
    moved: set[str] = set()
    for before, after in pair.same():
        if isinstance(after.part, Touchpoint) and before.parent and pair.old[before.parent].part is stage:
            moved |= _met_in(after.part, pair)
    return moved


def _evidence(pair: Pair) -> Iterator[Reason]:
    """Evidence that is no longer there, and what rests on less than before; what rests on another one is not worse."""
    gone = {record.id for record in pair.removed() if isinstance(record.part, Evidence)}
    for record in pair.removed():
        if isinstance(record.part, Evidence):
            yield Reason(msg("evidence removed: *{name}*", name=record.label), record.path, gone=True)
    known = pair.renames.get("evidence", {})
    for before, after in pair.same():
        old, new = {known.get(each, each) for each in _rests_on(before.part)}, {*_rests_on(after.part)}
        lost = old - new - gone
        if lost and new <= old:
            said = _less(after.label, sorted(lost), pair, is_nothing=not new)
            yield Reason(said, after.path, ("evidence", "emotion.evidence"))


def _less(name: str, lost: list[str], pair: Pair, *, is_nothing: bool) -> Message:
    if is_nothing:
        return msg("“{name}” rests on no evidence any more", name=name)
    names = ", ".join(reference("evidence", each, pair.new_journey) for each in lost)
    return msg("“{name}” rests on less evidence: no longer on {evidence}", name=name, evidence=names)


def _rests_on(part: object) -> tuple[str, ...]:
    own: tuple[str, ...] = getattr(part, "evidence", ())
    emotion = getattr(part, "emotion", None)
    found = (*own, *(emotion.evidence if emotion else ()))
    return () if isinstance(part, Journey) else found
