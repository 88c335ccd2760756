"""What a project has, as tables of texts: a title, headings and rows, whose last columns are numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.checks.stats import Share, Stats
from cjm.diagnostics import Message, Translate, msg, say, visible
from cjm.reports.cells import safe

Cell = str | int
STATUSES = {
    "draft": msg("draft"),
    "agreed": msg("agreed"),
    "retired": msg("retired"),
    "idea": msg("idea"),
    "planned": msg("planned"),
    "in_progress": msg("in progress"),
    "done": msg("done"),
    "rejected": msg("rejected"),
}
KINDS = {
    "interview": msg("interviews"),
    "survey": msg("surveys"),
    "analytics": msg("analytics"),
    "support": msg("support requests"),
    "observation": msg("observations"),
    "test": msg("tests"),
    "workshop": msg("workshops"),
    "document": msg("documents"),
    "benchmark": msg("benchmarks"),
    "expert_review": msg("expert reviews"),
    "customer_review": msg("customer reviews"),
    "assumption": msg("assumptions"),
    "": msg("of no kind"),
}
AGES = {
    "fresh": msg("up to half a year old"),
    "older": msg("up to eighteen months old"),
    "stale": msg("older"),
    "undated": msg("without a date"),
}


class Table(NamedTuple):
    """A title, headings (empty where rows speak for themselves) and rows."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(stats: Stats, translate: Translate) -> Iterator[Table]:
    """Every table that has a row."""
    found = (_journeys(stats, translate), *_shares(stats, translate), *_counts(stats, translate))
    return (table for table in found if table.rows)


def _table(
    title: Message, headings: Sequence[Message], rows: Sequence[tuple[Cell, ...]], translate: Translate
) -> Table:
    return Table(say(title, translate), tuple(say(each, translate) for each in headings), tuple(rows))


def _journeys(stats: Stats, translate: Translate) -> Table:
    rows = [
        (_shown(each.title), say(STATUSES[each.status], translate), each.stages, each.touchpoints, each.score)
        for each in stats.journeys
    ]
    headings = (msg("journey"), msg("status"), msg("stages"), msg("touchpoints"), msg("score"))
    return _table(msg("Journeys"), headings, rows, translate)


def _shares(stats: Stats, translate: Translate) -> Iterator[Table]:
    journeys, touchpoints, chances = msg("journeys"), msg("touchpoints"), msg("opportunities")
    yield _table(msg("Personas"), (msg("persona"), journeys), [_row(each, 1) for each in stats.personas], translate)
    channels = [_row(each, 2) for each in stats.channels]
    yield _table(msg("Channels"), (msg("channel"), journeys, touchpoints), channels, translate)
    teams = [_row(each, 3) for each in stats.teams]
    yield _table(msg("Teams and what they own"), (msg("team"), journeys, touchpoints, chances), teams, translate)


def _row(share: Share, columns: int) -> tuple[Cell, ...]:
    return (_shown(share.name), *(share.journeys, share.touchpoints, share.opportunities)[:columns])


def _counts(stats: Stats, translate: Translate) -> Iterator[Table]:
    pains, chances, proof = stats.pain_points, stats.opportunities, stats.evidence
    rows: list[tuple[Cell, ...]] = [(_severity(level, translate), count) for level, count in pains.by_severity if count]
    rows += _also((msg("without an opportunity"), pains.without_opportunity), translate)
    yield _table(msg("Pain points"), (msg("severity"), msg("number")), rows if pains.total else (), translate)
    rows = [(say(STATUSES[name], translate), count) for name, count in chances.by_status if count]
    rows += _also((msg("overdue"), chances.overdue), translate)
    rows += _also((msg("without an owner"), chances.without_owner), translate)
    yield _table(msg("Opportunities"), (msg("status"), msg("number")), rows if chances.total else (), translate)
    rows = [(say(KINDS[kind], translate), count) for kind, count in proof.by_kind]
    rows += [(say(AGES[age], translate), count) for age, count in proof.by_age if count]
    yield _table(msg("Evidence"), (msg("kind and age"), msg("number")), rows if proof.total else (), translate)


def _also(found: tuple[Message, int], translate: Translate) -> list[tuple[Cell, ...]]:
    """A count across the others, where there is one."""
    label, count = found
    return [(f"  {say(label, translate)}", count)] if count else []


def _severity(level: int, translate: Translate) -> str:
    return say(msg("severity {level}", level=level) if level else msg("without severity"), translate)


def _shown(text: str) -> str:
    return safe(visible(text, 60))
