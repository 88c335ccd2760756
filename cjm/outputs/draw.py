"""From a journey to the bytes of files, in any format of this room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from cjm.diagnostics import Diagnostic, Message, msg
from cjm.model import Journey
from cjm.outputs import OUTPUTS
from cjm.outputs.look import PLAIN, Look
from cjm.views.choice import ALL, Choice
from cjm.views.picking import PickError, by_id, pick

_TRACED = frozenset({"svg", "png", "pdf"})
"""Formats that are made from the picture's SVG: the flow's edges are drawn once for all of it."""
_REMARKED = frozenset({"png", "pdf"})


class Made(NamedTuple):
    """Files by what follows the journey's name: `{"csv": …, "pain-points.csv": …}`; and `remarks` on them.

    Remarks are of letters that no font has, a size that had to be less, two journeys with nothing in common.
    """

    files: dict[str, bytes]
    remarks: tuple[Message, ...]


def draw(  # noqa: PLR0913 - a picture is asked for by these
    journey: Journey,
    form: str = "svg",
    view: str | None = None,
    *,
    choice: Choice = ALL,
    look: Look = PLAIN,
    findings: Sequence[Diagnostic] = (),
    today: date | None = None,
) -> bytes:
    """The journey in a format; of a format of several files, the first. `findings` and `today` are for the report.

    Raises PickError for a persona, path or channel that is not there, OutputError where a file cannot be made.
    """
    made = make(journey, form, view, choice=choice, look=look, findings=findings, today=today)
    return next(iter(made.files.values()))


def make(  # noqa: PLR0913 - as above
    journey: Journey,
    form: str = "svg",
    view: str | None = None,
    *,
    choice: Choice = ALL,
    look: Look = PLAIN,
    findings: Sequence[Diagnostic] = (),
    today: date | None = None,
) -> Made:
    """All files of a format, and what should be known of them. Raises as `draw`."""
    output = OUTPUTS[form]
    shown = seen(journey, form, view, choice, findings, today)
    if form in _TRACED:
        from cjm.outputs.svg import traced  # noqa: PLC0415 - tables need none of it

        shown = traced(shown, look)
    module = import_module(output.module)
    written = module.render(shown, look)
    files = written if isinstance(written, dict) else {output.extension: written}
    if form == "md":
        files = {**files, **make(journey, "svg", view, choice=choice, look=look).files}
    said = tuple(module.remarks(shown, look)) if form in _REMARKED else ()
    apart = tuple(_apart(journey, choice.compared)) if choice.compared else ()
    return Made({end: data if isinstance(data, bytes) else data.encode() for end, data in files.items()}, said + apart)


def seen(  # noqa: PLR0913 - as above
    journey: Journey,
    form: str,
    view: str | None,
    choice: Choice = ALL,
    findings: Sequence[Diagnostic] = (),
    today: date | None = None,
) -> Any:  # noqa: ANN401 - each format takes its own view
    """The view that a format writes."""
    output = OUTPUTS[form]
    name = view or (output.views[0] if output.views else "")
    picked, choice = pick(journey, choice), replace(by_id(journey, choice), compared=_alike(choice))
    if form == "html":
        from cjm.views.report import report  # noqa: PLC0415 - pictures need none of it

        return report(picked, _pictures(picked, name, choice), findings, today, choice)
    if form in {"csv", "xlsx", "md"}:
        from cjm.views.tables import tables  # noqa: PLC0415 - as above

        return tables(picked, choice.measured)
    if form == "mermaid" and name == "map":
        from cjm.views.story import story  # noqa: PLC0415 - as above

        return story(picked)
    return laid_out(picked, name, choice)


def _alike(choice: Choice) -> Journey | None:
    """The journey to compare with as the same persona feels it, where it knows her."""
    if choice.compared is None or not choice.persona:
        return choice.compared
    with suppress(PickError):
        return pick(choice.compared, Choice(persona=choice.persona))
    return choice.compared


def _pictures(journey: Journey, view: str, choice: Choice) -> list[Any]:
    """The picture asked for, and the flow, which a report always holds; the page says their titles."""
    plain = replace(choice, headed=False)
    return [laid_out(journey, name, plain) for name in dict.fromkeys((view, "flow"))]


def laid_out(journey: Journey, view: str, choice: Choice = ALL) -> Any:  # noqa: ANN401 - a Picture, or the flow's own
    """A view, placed. The journey has been narrowed to the choice."""
    if view == "flow":
        from cjm.views.flow import flow  # noqa: PLC0415 - each picture loads what it needs

        return flow(journey, choice)
    return import_module(f"cjm.views.{view}").lay_out(journey, choice)


def _apart(journey: Journey, other: Journey) -> Iterator[Message]:
    """That nothing can be compared: touchpoints are held against each other by their ids, and those that they had."""
    ours, theirs = ({name for each in one.touchpoints for name in (each.id, *each.was)} for one in (journey, other))
    if not ours & theirs:
        yield msg("no touchpoint has the id of one of “{title}”: there is nothing to compare", title=other.title)
