"""From a journey to the bytes of a file, in any format of this room."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any

from cjm.diagnostics import Diagnostic
from cjm.model import Journey
from cjm.outputs import OUTPUTS
from cjm.outputs.engine import Engine, EngineError
from cjm.views.flow import flow

VIEWS = {"flow": flow}
DEFAULT_VIEWS = dict.fromkeys(OUTPUTS, "flow")
EXTENSIONS = {name: name for name in OUTPUTS}

__all__ = ["DEFAULT_VIEWS", "EXTENSIONS", "VIEWS", "EngineError", "draw"]


def draw(  # noqa: PLR0913 - a picture is asked for by these
    journey: Journey,
    form: str = "svg",
    view: str | None = None,
    *,
    engine: Engine = "embedded",
    findings: Sequence[Diagnostic] = (),
    today: date | None = None,
) -> bytes:
    """The journey in a format. `findings` and `today` are for the report alone. Raises EngineError without Graphviz."""
    output = OUTPUTS[form]
    placed: Any = VIEWS[view or DEFAULT_VIEWS[form]](journey)
    if output.view == "report":
        from cjm.views.report import report  # noqa: PLC0415 - pictures need none of it

        placed = report(journey, placed, findings, today)
    write = import_module(output.module).render
    made = write(placed, engine) if output.draws else write(placed)
    return made if isinstance(made, bytes) else made.encode()
