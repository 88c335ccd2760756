"""The report: the page composed from the journey, its pictures and the findings, labels in the journey's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic
from cjm.model import Journey
from cjm.views.choice import ALL, Choice
from cjm.views.labels import WORDS
from cjm.views.pages.chapters import chapters
from cjm.views.pages.contents import contents
from cjm.views.pages.exhibits import exhibits
from cjm.views.pages.filters import filters, reaches, tallies
from cjm.views.pages.findings import findings
from cjm.views.pages.guide import Guide, guide
from cjm.views.pages.header import footer, head
from cjm.views.pages.measures import measures
from cjm.views.pages.pains import ranked_chances, ranked_pains, remarks_of
from cjm.views.pages.people import people, proofs, ways
from cjm.views.pages.shapes import Body, ReportView, Summary
from cjm.views.pages.strip import strip
from cjm.views.pages.summary import sentences, tiles
from cjm.views.picture import Picture
from cjm.views.shapes import FlowView

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

__all__ = ["ReportView", "report"]


def report(
    journey: Journey,
    pictures: Sequence[Picture | FlowView],
    found: Sequence[Diagnostic] = (),
    today: date | None = None,
    choice: Choice = ALL,
) -> ReportView:
    """The whole page, pictures in the order given.

    `today` is the day that due dates are judged by; without it nothing is late.
    """
    tell = guide(journey, today)
    body = _body(tell, pictures)
    if choice.measured is not None:
        body = _with_measured(body, choice.measured, tell)
    headings = contents(body, len(found), tell)
    sections = {"aims", *(heading.anchor for heading in headings)}
    told = findings(found, sections, tell)
    offered = filters(tell)
    return ReportView(
        id=journey.id,
        language=(journey.language or "").replace("_", "-"),
        labels=tell.labels,
        head=head(tell, choice),
        body=body._replace(findings=told),
        contents=headings,
        footer=footer(tell),
        links={part: f"#{anchor}" for part, anchor in tell.anchors.ids.items()},
        flags=dict(Counter(each.place.link.removeprefix("#") for each in told)),
        filters=offered,
        reach=reaches(tell, offered),
        words={use: tell.say(word) for use, word in WORDS.items()} | tallies(body, tell),
    )


def _body(tell: Guide, pictures: Sequence[Picture | FlowView]) -> Body:
    return Body(
        summary=Summary(sentences(tell), tiles(tell), strip(tell)),
        pictures=tuple(exhibits(pictures, tell)),
        stages=chapters(tell),
        pains=ranked_pains(tell),
        chances=ranked_chances(tell),
        findings=(),
        measured=(),
        ways=ways(tell),
        people=people(tell),
        measures=measures(tell),
        notes=remarks_of(tell.journey, tell),
        proofs=proofs(tell),
    )


def _with_measured(body: Body, measurement: Measurement, tell: Guide) -> Body:
    from cjm.views.measured.chapter import chapter, measured_sentences  # noqa: PLC0415 - few reports are measured

    summary = body.summary._replace(measured=measured_sentences(tell, measurement))
    return body._replace(summary=summary, measured=(chapter(tell, measurement),))
