"""The project file `cjm.yaml`: what journeys share, and what the tool needs to know."""

from __future__ import annotations

from typing import ClassVar

from cjm.diagnostics import Message, msg
from cjm.model.definitions import Channel, Evidence, Metric, Persona, Team
from cjm.model.fields import Choice, Many, One, Table, Text, Tongue, Version, declare
from cjm.model.part import Part, part
from cjm.model.parts import TEXTS
from cjm.model.sources import Sources

INCLUDE = ("**/*.journey.yaml", "**/journey.yaml")


@part
class Catalogue(Part):
    """What several journeys refer to. A journey's own definition of an id wins."""

    noun: ClassVar[Message] = msg("a catalogue")

    personas: tuple[Persona, ...] = declare(Many(One(Persona)), "Shared personas")
    channels: tuple[Channel, ...] = declare(Many(One(Channel)), "Shared channels")
    teams: tuple[Team, ...] = declare(Many(One(Team)), "Shared teams")
    evidence: tuple[Evidence, ...] = declare(Many(One(Evidence)), "Shared evidence")
    metrics: tuple[Metric, ...] = declare(Many(One(Metric)), "Shared metrics")


@part
class RuleSettings(Part):
    """Which rules apply, and how strictly."""

    noun: ClassVar[Message] = msg("the rule settings")

    select: tuple[str, ...] = declare(TEXTS, "Rules or groups to apply", default=("all",))
    ignore: tuple[str, ...] = declare(TEXTS, "Rules or groups to leave out")
    severity: tuple[tuple[str, str], ...] = declare(
        Table(Choice(("error", "warning", "info"))), "Severities of one's own, by rule or group"
    )
    limits: tuple[tuple[str, tuple[str, ...]], ...] = declare(
        Table(Many(Text(), single=True)), "Options of rules, by name"
    )


@part
class ProjectFile(Part):
    """The whole of `cjm.yaml`."""

    noun: ClassVar[Message] = msg("the project file")

    cjm_project: int = declare(Version(), "The version of the format", required=True, default=1)
    include: tuple[str, ...] = declare(TEXTS, "Globs of journey files, from the folder of this file", default=INCLUDE)
    exclude: tuple[str, ...] = declare(TEXTS, "Globs of files to leave out")
    language: str | None = declare(Tongue(), "Of the texts, where a journey does not say it")
    catalogue: Catalogue = declare(One(Catalogue), "What journeys share", default=Catalogue())
    rules: RuleSettings = declare(One(RuleSettings), "Which rules apply", default=RuleSettings())
    sources: Sources | None = declare(One(Sources), "Where the facts are, for every journey")
