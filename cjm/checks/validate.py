"""From files to findings: every journey examined, then all of them together, project by project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from cjm.checks.batch import Watch, examine_files, unwatched
from cjm.checks.gathering import gathered
from cjm.checks.policy import Policy
from cjm.checks.registry import Around, Exists
from cjm.checks.run import Examined, Timed, across, untimed
from cjm.checks.settings import Flags, judge_project, policy_of, shared_personas
from cjm.diagnostics import Diagnostic, Severity, say
from cjm.model.outline import Outline
from cjm.project import JourneyFile, Project, gather, journeys_below


@dataclass(frozen=True, slots=True)
class Validated:
    """Findings in the order of files and lines; those of project files come first. `names` are the journeys' files.

    `finished` are the files that are told everything: those of the project, and of the journeys that are agreed.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    configuration_failed: bool = False
    names: tuple[str, ...] = ()
    finished: frozenset[str] = frozenset()
    ids: frozenset[str] | None = None
    """Of the journeys; None where one could not be made out."""

    @property
    def told(self) -> Validated:
        """The same as people read it: in a draft, what one rule says over and over is said once."""
        return replace(self, diagnostics=tuple(gathered(self.diagnostics, self.finished)))


def validate(  # noqa: PLR0913 - a run has these parts
    files: Sequence[JourneyFile],
    projects: Sequence[Project],
    flags: Flags,
    *,
    cached: bool = False,
    jobs: int = 1,
    watch: Watch = unwatched,
    timed: Timed = untimed,
) -> Validated:
    """Judge journey files under the rules of their projects."""
    policies = {project.file: policy_of(project, flags) for project in projects}
    about_projects = [
        each for project in projects for each in judge_project(project, policies[project.file]) if project.file
    ]
    by_project: defaultdict[str, list[Examined]] = defaultdict(list)
    every = examine_files(files, policies, cached=cached, jobs=jobs, watch=watch, timed=timed)
    for file, examined in zip(files, every, strict=True):
        by_project[file.project.file].append(examined)
    roots = {project.file: project for project in projects}
    found: list[Diagnostic] = []
    for name, members in by_project.items():
        neighbours = _neighbours(members, roots[name], policies, cached=cached)
        around = _around(members, roots[name], policies[name])
        found += across(members, policies[name], around, neighbours, timed)
    found.sort(key=lambda each: (each.file not in roots, each.place))
    return Validated(
        (*about_projects, *found),
        len(files),
        any(each.severity is Severity.ERROR for each in about_projects),
        tuple(file.label for file in files),
        frozenset(roots).union(each.file for members in by_project.values() for each in members if _is_agreed(each)),
        _ids([each for members in by_project.values() for each in members]),
    )


def _ids(examined: Sequence[Examined]) -> frozenset[str] | None:
    outlines = [each.outline for each in examined if each.outline]
    return frozenset(each.id for each in outlines) if len(outlines) == len(examined) else None


def _is_agreed(examined: Examined) -> bool:
    return examined.outline is not None and examined.outline.status == "agreed"


def _around(members: Sequence[Examined], project: Project, policy: Policy) -> Around:
    """What the journeys have in common. Whether they are the whole project is only looked up where it matters."""
    personas = shared_personas(project)
    outlines = [each.outline for each in members if each.outline]
    spoken_of = {persona for outline in outlines for persona in outline.personas}
    linked = any(outline.details or outline.compares_to for outline in outlines)
    matters = project.file and (linked or any(each.id not in spoken_of for each in personas))
    whole = bool(matters) and len(outlines) == len(members) and _is_whole(members, project)
    return Around(_exists_in(project.root), policy.options, project.file, personas, whole)


def _is_whole(members: Sequence[Examined], project: Project) -> bool:
    judged = {each.file for each in members}
    return all(file.label in judged for file in journeys_below(project.root) if file.project.file == project.file)


def _neighbours(
    members: Sequence[Examined], project: Project, policies: Mapping[str, Policy], *, cached: bool
) -> tuple[Outline, ...]:
    """The project's other journeys, when a journey names one that was not among the files to judge."""
    outlines = [each.outline for each in members if each.outline]
    ids = {outline.id for outline in outlines}
    if all(mention.target in ids for outline in outlines for mention in (*outline.details, *outline.compares_to)):
        return ()
    judged = {each.file for each in members}
    folders = [project.root] if project.file else sorted({Path(each.file).parent for each in members})
    below = {file.label: file for folder in folders for file in journeys_below(folder)}
    others = [file for name, file in below.items() if name not in judged and file.project.file == project.file]
    return tuple(each.outline for each in examine_files(others, policies, cached=cached, jobs=1) if each.outline)


def _exists_in(root: Path) -> Exists:
    def exists(journey: str, path: str) -> bool:
        name = path.partition("#")[0].partition("?")[0]
        try:
            return (Path(journey).parent / name).exists() or (root / name).exists()
        except (OSError, ValueError):
            return False

    return exists


def check(path: str | Path, *, today: date) -> tuple[Diagnostic, ...]:
    """Every finding about the journeys that a path means, under the rules of their projects.

    `today` is the day that due dates and ages are judged by. Raises FileNotFoundError when there is no journey.
    """
    found = gather([str(path)])
    if found.problem:
        raise FileNotFoundError(say(found.problem))
    return validate(found.files, found.projects, Flags(today)).told.diagnostics
