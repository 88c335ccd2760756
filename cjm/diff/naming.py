"""Names for the sentences about changes: of things, of what they stand in, and of what they refer to."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.diagnostics import Message, msg
from cjm.diff.nouns import CHANNELS, METRICS, WORDS
from cjm.diff.records import Key, Record, label_of
from cjm.model import Identified, Journey, Touchpoint
from cjm.model.changes import Value
from cjm.model.fields import Choice, Kind, Many, Ref, Share
from cjm.model.values import Amount


def place_name(record: Record, every: dict[Key, Record]) -> str:
    """What the nearest touchpoint, stage, persona … that holds it is called."""
    holder = every.get(record.parent or ())
    return holder.label if holder else record.label


def stage_of(record: Record, every: dict[Key, Record]) -> Record | None:
    """The stage that it stands in, or that it is."""
    here: Record | None = record
    while here is not None and here.family != "stage":
        here = every.get(here.parent or ())
    return here


def reference(family: str, said: str, journey: Journey) -> str:
    """The name of what an id refers to; free text stays as it is."""
    known: dict[str, Iterable[Identified]] = {
        "persona": journey.known_personas,
        "channel": journey.known_channels,
        "team": journey.known_teams,
        "evidence": journey.known_evidence,
        "metric": journey.known_metrics,
        "touchpoint": journey.touchpoints,
        "pain_point": journey.every_pain_point,
        "lane": journey.lanes,
    }
    found = next((each for each in known.get(family, ()) if each.id == said), None)
    return label_of(found) if found else said


def metric_name(said: str, journey: Journey) -> Message | str:
    """The name of a figure: the journey's own, one of those that can be measured, or as it is written."""
    own = reference("metric", said, journey)
    return METRICS.get(own, own)


def value_text(kind: Kind, value: Value, journey: Journey) -> Message | str:
    """A plain value in words: names for ids, `35%` for a share; a list by its items."""
    if isinstance(value, list):
        inner = kind.item if isinstance(kind, Many) else kind
        return ", ".join(str(_one(inner, each, journey)) for each in value if not isinstance(each, dict | list))
    return _one(kind, value, journey)


def _one(kind: Kind, value: Value, journey: Journey) -> Message | str:
    if isinstance(kind, Ref):
        return reference(kind.to, str(value), journey)
    if isinstance(kind, Choice) and str(value) in WORDS:
        return WORDS[str(value)]
    if isinstance(kind, Share) and isinstance(value, int | float):
        return f"{number(value * 100)}%"
    if isinstance(value, dict):
        return f"{value.get('from')}–{value.get('to')}"
    if isinstance(value, bool):
        return msg("yes") if value else msg("no")
    return number(value) if isinstance(value, int | float) else str(value)


def number(value: float) -> str:
    """`4.5`, with a real minus sign."""
    return f"{round(value, 2):g}".replace("-", "−") if abs(value) < 1e6 else f"{value:.0f}".replace("-", "−")  # noqa: PLR2004 - no powers of ten


def score(value: float) -> str:
    """`+2`, `0`, `−1.5`."""
    return f"+{number(value)}" if value > 0 else number(value)


def amount(value: Amount | None) -> str:
    """A number, a share or a duration as its author wrote it."""
    if value is None:
        return ""
    return value.text or number(value.value)


def channel_kind(reference_: str, journey: Journey) -> str:
    """`web`, `chat` …; empty where nobody said it."""
    return next((each.kind or "" for each in journey.known_channels if each.id == reference_), "")


def lost_kind(stage: Record | None, channel: str, old: Journey, new: Journey) -> Message | str | None:
    """How a channel is called of which a stage has none left: by its kind, else by its name. None where it has one."""
    if stage is None:
        return None
    kind = channel_kind(channel, old)
    used = {each for touchpoint in _touchpoints(stage) for each in touchpoint.met_in}
    if channel in used or (kind not in ("", "other") and kind in {channel_kind(each, new) for each in used}):
        return None
    return CHANNELS.get(kind) or reference("channel", channel, old)


def _touchpoints(stage: Record) -> tuple[Touchpoint, ...]:
    found: tuple[Touchpoint, ...] = getattr(stage.part, "touchpoints", ())
    return found
