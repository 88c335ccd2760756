"""What the options of `cjm render` ask for, and which of them a format can honour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cjm.cli.leaving import Leave, refuse
from cjm.diagnostics import Message, Translate, msg
from cjm.outputs import OUTPUTS, PICTURES
from cjm.outputs.look import Look
from cjm.views.choice import Choice

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

DRAWN = ("svg", "png", "pdf", "html", "md")
HONOURED = {
    "view": tuple(name for name, output in OUTPUTS.items() if output.views),
    "persona": tuple(OUTPUTS),
    "path": tuple(OUTPUTS),
    "channel": tuple(OUTPUTS),
    "lanes": (*DRAWN, "json"),
    "compare": (*DRAWN, "json"),
    "measurement": tuple(OUTPUTS),
    "theme": DRAWN,
    "templates": DRAWN,
    "graphviz": DRAWN,
    "font": ("png", "pdf"),
    "scale": ("png",),
    "width": ("png",),
    "page": ("pdf",),
}
"""The formats that an option means something for."""
SHOWING = {"lanes": ("map",), "compare": ("map", "curve"), "graphviz": ("flow",)}
"""The views that an option means something for, where it is not all of them."""
SAID_BY = {("mermaid", "map"): {"measurement": ("flow",)}}
"""The views of a format that an option means something for, where another view of it has no room for what it says."""
ALWAYS_HELD = {"html": ("flow",)}
"""Views that a format holds whichever is asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for. `view` is empty for a format that shows none."""

    form: str
    view: str
    out: str
    today: date
    force: bool
    quiet: bool
    choice: Choice
    look: Look
    measurements: tuple[Measurement, ...] = ()


def check_fit(form: str, view: str, given: Iterable[str], translate: Translate) -> None:
    """Refuse an option that this format or view would not heed, and two that say the same thing twice."""
    options = tuple(given)
    held = {view, *ALWAYS_HELD.get(form, ())} - {""}
    for option in options:
        views = SAID_BY.get((form, view), {}).get(option) or SHOWING.get(option, PICTURES)
        if form not in HONOURED[option] or (option == "view" and view not in OUTPUTS[form].views):
            raise _unfit(option, form, translate)
        if held and not held & {*views}:
            raise refuse(
                msg("`--{option}` means nothing for the view `{view}`", option=option, view=view),
                msg("it is for {names}", names=views),
                translate,
            )
    if {"scale", "width"} <= {*options}:
        raise refuse(msg("`--scale` and `--width` both say how large it is"), msg("leave one out"), translate)


def _unfit(option: str, form: str, translate: Translate) -> Leave:
    views = OUTPUTS[form].views
    if option == "view" and views:
        return refuse(
            msg("the format `{form}` has no such view", form=form), msg("it has {names}", names=views), translate
        )
    return refuse(
        msg("`--{option}` means nothing for the format `{form}`", option=option, form=form),
        msg("it is for {names}", names=HONOURED[option]),
        translate,
    )


def scale_of(scale: float | None, translate: Translate) -> float | None:
    """`--scale`, which the command line also takes for a number where it says `nan`."""
    if scale is not None and scale != scale:  # noqa: PLR0124 - what is no number differs from itself
        raise refuse(msg("`--scale` is not a number"), msg("write it as in `--scale 2`"), translate)
    return scale


def unknown_lane(choice: Choice, known: Sequence[Sequence[str]]) -> tuple[Message, Message] | None:
    """A lane that none of the journeys has, and the one that was meant."""
    names = tuple(dict.fromkeys(name for each in known for name in each))
    lane = next((lane for lane in choice.lanes if lane not in names), None)
    if lane is None:
        return None
    near = get_close_matches(lane.casefold().replace("-", "_"), names, 1)
    hint = msg("did you mean `{name}`?", name=near[0]) if near else msg("there are {names}", names=names)
    return msg("no journey has a lane `{name}`", name=lane), hint
