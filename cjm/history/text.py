"""A journey's life as plain text: two sparklines, then pain points and opportunities, those that wait longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diagnostics import Message, Translate, counted, msg, say, visible
from cjm.history.life import Idea, JourneyLife, Moment, Pain
from cjm.reports.cells import safe

BLOCKS = "▁▂▃▄▅▆▇█"
WIDTH = 40
"""Signs of a sparkline at most; of more versions, the last of each stretch of time is shown."""

STATUSES = {
    "idea": msg("idea"),
    "planned": msg("planned"),
    "in_progress": msg("in progress"),
    "done": msg("done"),
    "rejected": msg("rejected"),
}
LONGEST = 200
_WORST, _BEST, _FULL = -2.0, 2.0, 100.0


def render(every: Sequence[JourneyLife], translate: Translate) -> str:
    """A block for each journey."""
    return "\n\n".join("\n".join(_block(life, translate)) for life in every) + "\n"


def _block(life: JourneyLife, translate: Translate) -> Iterator[str]:
    yield f"{_plain(life.now.title)}  ({_plain(life.file)})"
    yield from _about(life, translate)
    yield ""
    yield from _curves(life.moments, translate)
    now, before = _parted(life.pains)
    if now:
        yield from ("", f"  {say(msg('pain points, those without an opportunity first'), translate)}:")
        for pain in sorted(now, key=_urgency):
            yield from _pain(pain, translate)
    if before:
        said = counted("{count} pain point is gone", "{count} pain points are gone", len(before))
        yield from ("", f"  {say(said, translate)}:")
        yield from (f"    {_plain(each.thing.text)}: {_gone(each, translate)}" for each in before)
    if life.ideas:
        yield from ("", f"  {say(msg('opportunities'), translate)}:")
        for idea in life.ideas:
            yield from _idea(idea, translate)


def _about(life: JourneyLife, translate: Translate) -> Iterator[str]:
    first, last = life.moments[0].commit, life.moments[-1].commit
    people = ", ".join(_plain(name) for name in dict.fromkeys(each.commit.author for each in life.moments))
    versions = counted("{count} version", "{count} versions", len(life.moments))
    when = msg("from {first} to {last}", first=first.day.isoformat(), last=last.day.isoformat())
    yield f"  {say(versions, translate)} {say(when, translate)}: {people}"
    if len(life.names) > 1:
        yield f"  {say(msg('called before: {names}', names=life.names[1:]), translate)}"
    if life.unread:
        said = counted("{count} version could not be read", "{count} versions could not be read", life.unread)
        yield f"  {say(said, translate)}"


def _curves(moments: Sequence[Moment], translate: Translate) -> Iterator[str]:
    shown = sampled(moments)
    felt = [each.snapshot.felt for each in shown]
    rows: list[tuple[str, str, str]] = []
    said = [each for each in felt if each]
    if said:
        means = [each.mean if each else None for each in felt]
        lowest = [each.lowest if each else None for each in felt]
        where = msg("now {score}, at {where}", score=score(said[-1].lowest), where=said[-1].where)
        rows.append(
            (
                say(msg("emotion"), translate),
                spark(means, _WORST, _BEST),
                _from_to(score(said[0].mean), score(said[-1].mean)),
            )
        )
        rows.append((say(msg("lowest"), translate), spark(lowest, _WORST, _BEST), safe(say(where, translate))))
    points = [each.snapshot.completeness for each in shown]
    rows.append(
        (say(msg("completeness"), translate), spark(points, 0, _FULL), _from_to(str(points[0]), str(points[-1])))
    )
    widest = max(len(name) for name, _, _ in rows)
    for name, line, text in rows:
        yield f"  {name.ljust(widest)}  {line}  {text}"


def _from_to(first: str, last: str) -> str:
    return last if first == last else f"{first} → {last}"


def sampled(moments: Sequence[Moment], most: int = WIDTH) -> list[Moment]:
    """As many moments as fit, evenly taken, the first and the last among them."""
    if len(moments) <= most:
        return [*moments]
    return [moments[number * (len(moments) - 1) // (most - 1)] for number in range(most)]


def spark(values: Sequence[float | None], least: float, most: float) -> str:
    """A line of blocks between two ends; a space where there is no value."""
    last = len(BLOCKS) - 1
    return "".join(" " if each is None else BLOCKS[round((each - least) / (most - least) * last)] for each in values)


def score(value: float) -> str:
    """`+0.5`, `0`, `−2`."""
    text = f"{abs(value):.1f}".removesuffix(".0")
    return text if text == "0" else f"{'+' if value > 0 else '−'}{text}"


def _parted(pains: Sequence[Pain]) -> tuple[list[Pain], list[Pain]]:
    return [each for each in pains if each.gone is None], [each for each in pains if each.gone]


def _urgency(pain: Pain) -> tuple[bool, int, int]:
    return pain.open_since is None, -(pain.thing.severity or 0), -pain.known


def _pain(pain: Pain, translate: Translate) -> Iterator[str]:
    severity = say(msg("severity {level}", level=pain.thing.severity), translate) if pain.thing.severity else ""
    parts = [severity, say(_known(pain.known), translate), say(_unanswered(pain), translate)]
    yield f"    {_plain(pain.thing.text)}  ({_plain(pain.thing.place)})"
    yield f"      {', '.join(filter(None, parts))}"


def _known(days: int) -> Message:
    return counted("known for {count} day", "known for {count} days", days)


def _unanswered(pain: Pain) -> Message:
    if pain.open_since is not None:
        since = pain.open_since.isoformat()
        return msg("without an opportunity since {day}", day=since)
    if not pain.unanswered:
        return msg("with an opportunity from the first day")
    return counted(
        "it waited {count} day for an opportunity", "it waited {count} days for an opportunity", pain.unanswered
    )


def _gone(pain: Pain, translate: Translate) -> str:
    day = pain.gone.day.isoformat() if pain.gone else ""
    return f"{say(_known(pain.known), translate)}, {say(msg('taken out on {day}', day=day), translate)}"


def _idea(idea: Idea, translate: Translate) -> Iterator[str]:
    steps = [f"{say(STATUSES[step.status], translate)} {step.commit.day.isoformat()}" for step in idea.steps]
    if idea.gone:
        steps.append(say(msg("taken out on {day}", day=idea.gone.day.isoformat()), translate))
    took = ""
    if idea.took is not None:
        said = counted("{count} day from the first note to done", "{count} days from the first note to done", idea.took)
        took = f"  ({say(said, translate)})"
    yield f"    {_plain(idea.thing.text)}"
    yield f"      {' → '.join(steps)}{took}"


def _plain(text: str) -> str:
    return safe(visible(text, LONGEST))
