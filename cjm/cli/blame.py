"""`cjm blame`: since when something is in a journey, and who answers for it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Optional

import typer

from cjm.cli.leaving import Leave, refuse
from cjm.cli.options import Lang, language, write_report
from cjm.diagnostics import Translate, msg, say, visible

if TYPE_CHECKING:
    from cjm.cli.recording import Kept
    from cjm.history.log import Commit
    from cjm.history.tracing import Changed, Found, Trace
    from cjm.model import Journey, ProjectFile, Team

ABOUT = (
    "Looks for the id in the journeys and in cjm.yaml, follows `was:` and renamed files, and names the commit that "
    "brought it, the one that changed it last, and its owner, or else that of what it stands in."
)
EXAMPLE = "cjm blame cuenta-obligatoria tienda.journey.yaml"
LONGEST = 200


class Form(StrEnum):
    """How it is told."""

    text = "text"
    json = "json"


class Known(NamedTuple):
    """Something with the id: where it stands now, its past, and who answers for it."""

    file: str
    line: int
    trace: Trace
    owner: tuple[str, str] | None
    """Whose it is, and what says so: its own id, or that of what it stands in."""


def run(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a stage, touchpoint, pain point, …")],
    paths: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it
        typer.Argument(help="Files, folders or globs; nothing is the project here.", show_default=False),
    ] = None,
    *,
    form: Annotated[Form, typer.Option("--format", help="How it is told.")] = Form.text,
    lang: Lang = None,
) -> None:
    translate = language(lang)
    from cjm.cli.recording import kept_in_git, told  # noqa: PLC0415 - `--help` needs none of it
    from cjm.diff.git import GitTrouble  # noqa: PLC0415 - as above

    kept = kept_in_git(paths or (), translate)
    try:
        known = list(_known(id_, kept, translate))
    except GitTrouble as trouble:
        raise told(trouble, translate) from None
    if form is Form.json:
        whole = {"version": 1, "id": id_, "found": [_data(each) for each in known]}
        write_report(json.dumps(whole, ensure_ascii=True, indent=2) + "\n", None, translate)
    else:
        write_report("\n\n".join("\n".join(_lines(each, translate)) for each in known) + "\n", None, translate)


def _known(id_: str, kept: Kept, translate: Translate) -> Iterator[Known]:
    """Everything that has the id, or had it; ends the command when nothing has."""
    from cjm.diff.git import Blobs  # noqa: PLC0415 - as above
    from cjm.history.tracing import trace  # noqa: PLC0415 - as above
    from cjm.history.versions import versions  # noqa: PLC0415 - as above

    every = list(_parts(kept))
    found = [each for each in every if each[1].part.id == id_] or [each for each in every if id_ in each[1].part.was]
    if not found:
        raise _unknown(id_, [each[1].part.id for each in every], translate)
    with Blobs(kept.repository) as contents:
        past = versions(kept.repository, kept.newest, [*{each[0].name for each in found}], contents)
        for place, part in found:
            line = place.line_of(part)
            yield Known(place.label, line, trace(part, past.get(place.name, ()), contents), _owner(part, place.whole))


class _Place(NamedTuple):
    """A file as it lies there now."""

    name: str
    label: str
    whole: Journey | ProjectFile
    root: Any

    def line_of(self, found: Found) -> int:
        """The line on which a part begins."""
        from cjm.source.places import locate  # noqa: PLC0415 - as above

        return locate(self.root, found.part.path).line


def _parts(kept: Kept) -> Iterator[tuple[_Place, Found]]:
    """Every part with an id, of journeys and of their project files."""
    from cjm.diff.git import GitTrouble  # noqa: PLC0415 - as above
    from cjm.diff.places import name_in  # noqa: PLC0415 - as above
    from cjm.history.tracing import parts  # noqa: PLC0415 - as above
    from cjm.project import load_file  # noqa: PLC0415 - as above

    projects = {}
    for name, file in kept.files.items():
        _, built = load_file(file)
        if built.part:
            yield from ((_Place(name, file.label, built.part, built.root), each) for each in parts(built.part))
        if file.project.file:
            projects[file.project.file] = file.project
    for shown, project in projects.items():
        try:
            name = name_in(kept.repository, Path(shown), Path.cwd())
        except GitTrouble:  # a project around the repository has its past elsewhere
            continue
        place = _Place(name, shown, project.settings, project.node)
        yield from ((place, each) for each in parts(project.settings))


def _unknown(id_: str, ids: Sequence[str], translate: Translate) -> Leave:
    near = get_close_matches(id_, list(dict.fromkeys(ids)), 1)
    hint = msg("did you mean `{meant}`?", meant=near[0]) if near else msg("ids are what is written after `id:`")
    return refuse(msg("nothing here has the id `{id}`", id=id_), hint, translate)


def _owner(found: Found, whole: Journey | ProjectFile) -> tuple[str, str] | None:
    teams: Sequence[Team] = getattr(whole, "known_teams", ())
    for part in (found.part, *reversed(found.around)):
        owner = getattr(part, "owner", None)
        if owner:
            name = next((team.name for team in teams if team.id == owner), owner)
            return name, getattr(part, "id", "")
    return None


def _lines(known: Known, translate: Translate) -> Iterator[str]:
    part, trace = known.trace.found.part, known.trace
    name = _plain(str(getattr(part, part.label) or part.id))
    yield f"{part.id}: {name}  ({say(part.noun, translate)}, {_plain(known.file)}:{known.line})"
    if trace.since is None:
        yield f"  {say(msg('not committed yet'), translate)}"
    else:
        yield f"  {say(msg('since {day}', day=trace.since.day.isoformat()), translate)}: {_commit(trace.since)}"
    yield from _last(trace, translate)
    yield f"  {_owned(known, translate)}"


def _last(trace: Trace, translate: Translate) -> Iterator[str]:
    if not trace.changed:
        if trace.since is not None:
            yield f"  {say(msg('unchanged since then'), translate)}"
        return
    if trace.last is None:
        yield f"  {say(msg('last changed, and not committed yet'), translate)}:"
    else:
        day = trace.last.day.isoformat()
        yield f"  {say(msg('last changed on {day}', day=day), translate)}: {_commit(trace.last)}"
    yield from (f"    {_change(each, translate)}" for each in trace.changed)


def _change(changed: Changed, translate: Translate) -> str:
    nothing = say(msg("nothing"), translate)
    return f"{changed.field}: {_plain(changed.old) or nothing} → {_plain(changed.new) or nothing}"


def _owned(known: Known, translate: Translate) -> str:
    if known.owner is None:
        return say(msg("nobody answers for it: `owner:` is missing"), translate)
    owner, said_at = known.owner
    if said_at == known.trace.found.part.id:
        return say(msg("{owner} answers for it", owner=owner), translate)
    return say(msg("{owner} answers for it, as for `{around}`", owner=owner, around=said_at), translate)


def _commit(commit: Commit) -> str:
    return f"{_plain(commit.author)}, {commit.hash[:10]} {_plain(commit.subject)}"


def _plain(text: str) -> str:
    from cjm.reports.cells import safe  # noqa: PLC0415 - `--help` needs none of it

    return safe(visible(text, LONGEST))


def _data(known: Known) -> dict[str, Any]:
    from cjm.history.json import commit  # noqa: PLC0415 - only JSON needs it

    part, trace = known.trace.found.part, known.trace
    changed = [each._asdict() for each in trace.changed]
    last = {**(commit(trace.last) if trace.last else {"commit": None}), "fields": changed} if changed else None
    return {
        "id": part.id,
        "of": part.family or type(part).__name__.lower(),
        "name": getattr(part, part.label),
        "file": known.file,
        "line": known.line,
        "in": [each for each in (getattr(one, "id", "") for one in trace.found.around) if each],
        "since": commit(trace.since) if trace.since else None,
        "last_change": last,
        "owner": {"name": known.owner[0], "of": known.owner[1]} if known.owner else None,
    }
