"""The report as one HTML file: nothing is fetched, nothing runs, and the policy in its head says so."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from cjm.outputs import palette, svg
from cjm.outputs.engine import Engine
from cjm.outputs.templates import fill, read
from cjm.views.pages.shapes import ReportView


def render(view: ReportView, engine: Engine = "embedded") -> str:
    """The page. Raises EngineError where Graphviz does not draw its flow."""
    style = read("html/report.css")
    return fill(
        "html/report.html",
        view=view,
        style=Markup(style),  # noqa: S704 - a file of our own
        policy=policy(style),
        flow=Markup(svg.render(view.body.flow, engine, inline=True)),  # noqa: S704 - escaped by its own template
        palette=palette,
    )


def policy(style: str) -> str:
    """What a browser may do with the page: show it, with this style sheet alone."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    parts = (
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "script-src 'none'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)
