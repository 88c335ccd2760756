"""The routes through a map: one journey has several."""

from __future__ import annotations

from typing import ClassVar

from cjm.diagnostics import Message, msg
from cjm.model.fields import Many, One, Ref, Share, declare
from cjm.model.part import Part, part
from cjm.model.parts import TEXT, Identified


@part
class Step(Part):
    """The next touchpoint of a path."""

    noun: ClassVar[Message] = msg("a step of a path")
    short: ClassVar[str] = "to"

    to: str = declare(Ref("touchpoint"), "The touchpoint", required=True)
    when: str | None = declare(TEXT, "What takes the customer here")


@part
class Route(Identified):
    """A path: touchpoints in the order in which some customers meet them."""

    noun: ClassVar[Message] = msg("a path")
    family: ClassVar[str] = "path"

    name: str | None = declare(TEXT, "What people call it")
    share: float | None = declare(Share(), "Of customers who go this way")
    persona: str | None = declare(Ref("persona"), "Who goes this way")
    when: str | None = declare(TEXT, "What sends a customer this way")
    ends_when: str | None = declare(TEXT, "Why it stops before the last stage")
    steps: tuple[Step, ...] = declare(Many(One(Step)), "Touchpoints in order")
