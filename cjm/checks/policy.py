"""Which rules apply and how strictly: rule, then status, then configuration, then the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from cjm.checks import GROUPS, RULES
from cjm.checks.registry import Option, Rule
from cjm.diagnostics import Severity
from cjm.model.values import read_duration, read_number

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement


@dataclass(frozen=True, slots=True)
class Policy:
    """What a run applies. `severities` are the project's own; `strict` makes errors of warnings.

    `columns` are the survey columns that the project file names, and `broken` the families of its catalogue that could
    not be read: what journeys say of these is not judged. `measurements` are known by their journeys' ids.
    """

    active: frozenset[str]
    today: date
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Option] = field(default_factory=dict)
    strict: bool = False
    columns: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    measurements: Mapping[str, Measurement] = field(default_factory=dict)

    def severity(self, rule: Rule, status: str, said: Severity | None = None) -> Severity:
        """How much a finding of the rule matters on a map of that status; `said` is what the finding says of itself."""
        found = said or (rule.agreed if status == "agreed" else rule.severity)
        if rule.can_be_ignored:
            found = self.severities.get(rule.id, self.severities.get(rule.group, found))
        return Severity.ERROR if self.strict and found is Severity.WARNING else found


def members(name: str) -> frozenset[str] | None:
    """The rules that a name in a selection means: `all`, a group or a rule; None when there is no such thing."""
    if name == "all":
        return frozenset(RULES)
    if name in RULES:
        return frozenset({name})
    if name in GROUPS:
        return frozenset(rule.id for rule in RULES.values() if rule.group == name)
    return None


def nearest(name: str, likeness: float = 0.6) -> str | None:
    """The rule or group that somebody meant; `likeness` is how much of the name must be right."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    found = get_close_matches(name, ("all", *RULES, *GROUPS), n=1, cutoff=likeness)
    return found[0] if found else None


def choose(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The rules that are selected and not ignored, with those that cannot be."""
    chosen = {rule for name in select for rule in members(name) or ()}
    left_out = {rule for name in ignore for rule in members(name) or ()}
    always = {rule.id for rule in RULES.values() if not rule.can_be_ignored}
    return frozenset(chosen - left_out | always)


def default_options() -> dict[str, Option]:
    """Every option of every rule, by name."""
    return {name: value for rule in RULES.values() for name, value in rule.options.items()}


def read_option(name: str, written: tuple[str, ...]) -> Option | None:
    """An option's value of the type that its default has; None when the text cannot be that."""
    default = default_options()[name]
    if isinstance(default, tuple):
        return written
    if len(written) != 1:
        return None
    if isinstance(default, str):
        return written[0] if read_duration(written[0]) else None
    number = read_number(written[0])
    return None if number is None or number < 0 else number
