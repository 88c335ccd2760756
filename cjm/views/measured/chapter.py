"""The measured chapter of a report: what is untrue first, then figures, pictures and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cjm.diagnostics import Message, counted, msg
from cjm.model.measurement import Measurement
from cjm.views.labels import WORDS
from cjm.views.measured import drawings, sheets
from cjm.views.measured.figures import basis_said, range_said, said, share_said
from cjm.views.measured.shapes import Measured, Part, Sheet
from cjm.views.measured.truths import Truth, foremost, truths
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Item, Piece, Tile
from cjm.views.pages.summary import linked
from cjm.views.picture import Picture

_TILES = ("cases", "completed", "duration.median", "csat", "nps", "fit.paths")

Draw = Callable[[Guide, Measurement], Picture | None]


def chapter(tell: Guide, measurement: Measurement) -> Measured:
    """The whole chapter."""
    found = truths(tell, measurement)
    return Measured(
        basis=tell.say(basis_said(measurement, tell)),
        truths=tuple(_sentence(each, tell) for each in found),
        tiles=tuple(_tiles(tell, measurement)),
        parts=tuple(_parts(tell, measurement)),
    )


def measured_sentences(tell: Guide, measurement: Measurement) -> tuple[tuple[Piece, ...], ...]:
    """The few sentences for the report's summary."""
    return tuple(_sentence(each, tell) for each in foremost(truths(tell, measurement)))


def _sentence(truth: Truth, tell: Guide) -> tuple[Piece, ...]:
    links = {name: f"#{tell.anchors.of(part)}" for name, part in truth.parts.items()}
    return tuple(linked(truth.message, links, tell))


def _tiles(tell: Guide, measurement: Measurement) -> Iterator[Tile]:
    figures = measurement.whole.journey
    for name in _TILES:
        if text := said(name, figures.get(name), tell):
            sure = range_said(name, figures.get(name), tell)
            yield Tile(text, tell.metric(name), (Item(sure),) if sure else ())
    share = share_said(measurement.coverage.share, tell)
    if measurement.coverage.events:
        mapped = tell.say(msg("of {count} events belong to the map", count=tell.number(measurement.coverage.events)))
        yield Tile(share, tell.say(msg("Coverage")), (Item(mapped),))


def _parts(tell: Guide, measurement: Measurement) -> Iterator[Part]:
    silent = _silent(tell, measurement)
    made: tuple[tuple[str, Message, list[str], Draw | None, tuple[Sheet, ...]], ...] = (
        ("funnel", msg("Funnel"), [], drawings.funnel, (sheets.stages(tell, measurement),)),
        ("targets", msg("Targets"), [], None, (sheets.targets(tell, measurement),)),
        ("felt", msg("Declared and measured"), [], drawings.felt, (sheets.felt(tell, measurement),)),
        ("drift", msg("New and silent"), silent, None, (sheets.new(tell, measurement),)),
        ("ways-taken", msg("Ways customers take"), _ways(tell, measurement), None, _taken(tell, measurement)),
        ("segments", msg("Segments"), [], None, tuple(sheets.segments(tell, measurement))),
        ("trend", msg("Trend"), [], drawings.trend, (sheets.trend(tell, measurement),)),
        ("touched", WORDS["touchpoints"], [], None, (sheets.touchpoints(tell, measurement),)),
        ("sources", msg("What was read"), _sources(tell, measurement), None, ()),
    )
    for anchor, title, notes, draw, tables in made:
        picture = draw(tell, measurement) if draw else None
        held = tuple(sheet for sheet in tables if sheet.rows)
        if picture or held or notes:
            yield Part(f"measured-{anchor}", tell.say(title), tuple(notes), picture, held)


def _taken(tell: Guide, measurement: Measurement) -> tuple[Sheet, ...]:
    return sheets.paths(tell, measurement), sheets.ways(tell, measurement)


def _ways(tell: Guide, measurement: Measurement) -> list[str]:
    count = measurement.paths
    if count <= len(measurement.walks):
        return []
    return [tell.say(counted("{count} way was seen.", "{count} ways were seen; these are the most frequent.", count))]


def _silent(tell: Guide, measurement: Measurement) -> list[str]:
    silent = frozenset(measurement.silent)
    names = [each.name for each in tell.journey.touchpoints if each.id in silent]
    said_of = ", ".join(f"“{name}”" for name in names)
    return [tell.say.whole(msg("Without any event: {names}.", names=said_of))] if names else []


def _sources(tell: Guide, measurement: Measurement) -> list[str]:
    found = []
    for each in measurement.sources:
        used = tell.say(msg("{used} of {rows} rows", used=tell.number(each.used), rows=tell.number(each.rows)))
        found.append(tell.labelled(each.name, used))
        for aside in each.set_aside:
            rows = counted(
                "{amount} row set aside", "{amount} rows set aside", aside.rows, amount=tell.number(aside.rows)
            )
            found.append(tell.labelled(tell.say(rows), aside.reason))
    found += [tell.say(msg("Engine: {name}", name=measurement.engine))] if measurement.engine else []
    if measurement.min_cases > 1:
        found.append(tell.say(msg("Cells of fewer than {count} customers are withheld.", count=measurement.min_cases)))
    return found
