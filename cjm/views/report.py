"""The report: the page composed from the journey, its flow and the findings, every label in the journey's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cjm.diagnostics import Diagnostic
from cjm.model import Journey
from cjm.views.pages.chapters import chapters
from cjm.views.pages.contents import clean, contents
from cjm.views.pages.findings import findings
from cjm.views.pages.header import aims, eyebrow, facts, footer
from cjm.views.pages.labels import WORDS
from cjm.views.pages.measures import measures
from cjm.views.pages.pains import ranked_chances, ranked_pains, remarks_of
from cjm.views.pages.people import main_person, people, proofs, ways
from cjm.views.pages.shapes import Item, ReportView
from cjm.views.pages.strip import strip
from cjm.views.pages.summary import summary, tiles
from cjm.views.pages.teller import Teller, teller
from cjm.views.shapes import FlowView

__all__ = ["ReportView", "report"]


def report(
    journey: Journey, flow_view: FlowView, found: Sequence[Diagnostic] = (), today: date | None = None
) -> ReportView:
    """The whole page. `today` is the day that due dates are judged by; without it nothing is late."""
    tell = teller(journey, today)
    body = _body(tell)
    headings = contents({**{name: len(body[part]) for name, part in SECTIONS.items()}, "findings": len(found)}, tell)
    sections = {"aims", *(heading.anchor for heading in headings)}
    return ReportView(
        id=journey.id,
        language=journey.language or "",
        labels=tell.labels,
        title=journey.title,
        eyebrow=eyebrow(tell),
        description=journey.description or "",
        persona=main_person(tell),
        objective=Item(journey.objective.statement) if journey.objective else None,
        aims=aims(tell),
        facts=facts(tell),
        strip=strip(tell),
        flow=flow_view,
        findings=findings(found, sections, tell),
        clean=clean(tell),
        contents=headings,
        footer=footer(tell),
        words={use: tell.say(word) for use, word in WORDS.items()},
        **body,
    )
