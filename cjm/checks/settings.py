"""The policy of a project and a command line together, and what is wrong with the project's part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cjm.checks import RULES
from cjm.checks.policy import Policy, choose, default_options, members, read_option
from cjm.checks.registry import Option, Shared
from cjm.checks.run import broken_families, unknown_rule
from cjm.diagnostics import Diagnostic, Message, Related, Severity, msg
from cjm.model import Identified, RuleSettings
from cjm.model.part import PathStep
from cjm.model.reading import say_path
from cjm.project import Project
from cjm.source.places import locate

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

_SEVERITIES = {severity.word: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class Flags:
    """What the command line says; an empty `select` leaves the project's own."""

    today: date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    measurements: tuple[Measurement, ...] = ()


def policy_of(project: Project, flags: Flags) -> Policy:
    """Rule, status, the project's configuration, the command line: in this order, the last word wins."""
    rules = project.settings.rules
    severities = {
        each: _SEVERITIES[word]
        for whole in (False, True)
        for name, word in rules.severity
        if (name in RULES) is whole
        for each in members(name) or ()
    }
    return Policy(
        choose(flags.select or rules.select, (*rules.ignore, *flags.ignore)),
        flags.today,
        severities,
        {**default_options(), **_options(rules)},
        flags.strict,
        _columns(project),
        broken_families(project.problems),
        {each.journey_id: each for each in flags.measurements},
    )


def _options(rules: RuleSettings) -> dict[str, Option]:
    known = default_options()
    read = {name: read_option(name, written) for name, written in rules.limits if name in known}
    return {name: value for name, value in read.items() if value is not None}


def _columns(project: Project) -> frozenset[str]:
    """The survey columns that the project file names: targets may speak of them."""
    surveys = project.settings.sources.surveys if project.settings.sources else ()
    return frozenset(name for survey in surveys for name, _ in survey.columns)


def shared_personas(project: Project) -> tuple[Shared, ...]:
    """The personas of the catalogue, with their places."""
    return tuple(
        Shared(each.id, each.name, each.path, locate(project.node, each.path))
        for each in project.settings.catalogue.personas
    )


def judge_project(project: Project, policy: Policy) -> tuple[Diagnostic, ...]:
    """Everything wrong with the project file: its own problems, then names of rules and options that do not exist."""
    return (
        *project.problems,
        *_unknown_names(project, policy),
        *_unreadable_options(project),
        *_defined_twice(project),
    )


def _unknown_names(project: Project, policy: Policy) -> Iterator[Diagnostic]:
    rules = project.settings.rules
    for key, names in (("select", rules.select), ("ignore", rules.ignore)):
        for number, name in enumerate(names):
            if members(name) is None:
                path: tuple[PathStep, ...] = ("rules", key, number)
                yield unknown_rule(name, project.file, locate(project.node, path), policy, say_path(path))
    for name, _ in rules.severity:
        if members(name) is None:
            path = ("rules", "severity", name)
            yield unknown_rule(name, project.file, locate(project.node, path, key=True), policy, say_path(path))


def _unreadable_options(project: Project) -> Iterator[Diagnostic]:
    known = default_options()
    for name, written in project.settings.rules.limits:
        path = ("rules", "limits", name)
        if name not in known:
            from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

            near = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = (
                msg("did you mean `{meant}`?", meant=near[0]) if near else msg("it knows {names}", names=tuple(known))
            )
            message = msg("`{key}` is not a limit of any rule", key=name)
            yield _about(project, "unknown-key", path, message, hint, on_key=True)
        elif read_option(name, written) is None:
            wanted = msg("a duration, such as `18mo`") if isinstance(known[name], str) else msg("a number")
            message = msg("`{key}` takes {wanted}", key=name, wanted=wanted)
            yield _about(project, "wrong-type", path, message, None)


def _defined_twice(project: Project) -> Iterator[Diagnostic]:
    """Parts of the catalogue that have one written id."""
    catalogue = project.settings.catalogue
    for parts in (catalogue.personas, catalogue.channels, catalogue.teams, catalogue.evidence, catalogue.metrics):
        first: dict[str, Identified] = {}
        for each in parts:
            before = first.setdefault(each.id, each)
            if before is not each and not each.generated:
                place = locate(project.node, (*each.path, "id"))
                other = Related(msg("the other `{id}`", id=each.id), locate(project.node, (*before.path, "id")))
                message = msg("the id `{id}` already belongs to {part}", id=each.id, part=before.noun)
                hint = msg("give one of them another id")
                path = say_path((*each.path, "id"))
                yield Diagnostic("duplicate-id", Severity.ERROR, message, project.file, place, path, hint, (other,))


def _about(  # noqa: PLR0913 - a finding has these parts
    project: Project,
    rule: str,
    path: tuple[PathStep, ...],
    message: Message,
    hint: Message | None,
    *,
    on_key: bool = False,
) -> Diagnostic:
    place = locate(project.node, path, key=on_key)
    return Diagnostic(rule, Severity.ERROR, message, project.file, place, say_path(path), hint)


def unknown_in(names: Iterable[str]) -> str | None:
    """The first name that is no rule and no group."""
    return next((name for name in names if members(name) is None), None)
