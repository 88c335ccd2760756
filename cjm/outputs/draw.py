"""A journey as a picture or a page in one call: the view that a format needs, then the format itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cjm.diagnostics import Diagnostic
from cjm.model import Journey
from cjm.outputs import OUTPUTS, render
from cjm.outputs.engine import EngineError
from cjm.views import FlowView, flow

__all__ = ["DEFAULT_VIEWS", "EXTENSIONS", "EngineError", "draw"]

VIEWS = {"flow": flow}
"""What can be drawn, by name."""

DEFAULT_VIEWS: dict[str, str] = dict.fromkeys(OUTPUTS, "flow")
"""The view of each format when none is named; a page is the report that holds it."""

EXTENSIONS: dict[str, str] = {form: form for form in OUTPUTS}
"""How the files of a format end."""


def draw(  # noqa: PLR0913 - all but the journey have defaults
    journey: Journey,
    form: str = "svg",
    view: str = "flow",
    *,
    engine: str = "embedded",
    findings: Sequence[Diagnostic] = (),
    today: date | None = None,
) -> bytes:
    """The journey in a format, as the bytes of its file; `findings` and `today` are for the report alone.

    Raises EngineError when Graphviz is missing or fails, and KeyError for a format or view that there is not.
    """
    picture = VIEWS[view](journey)
    if OUTPUTS[form].view == "report":
        return render(form, _report(journey, picture, findings, today), engine)
    return render(form, picture, engine)


def _report(journey: Journey, picture: FlowView, findings: Sequence[Diagnostic], today: date | None) -> object:
    from cjm.views.report import report  # noqa: PLC0415 - pictures never need it

    return report(journey, picture, findings, today)
