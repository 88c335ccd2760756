"""Since when something is in a file, and what was last changed on it: looked for from the newest version back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cjm.diff.git import Blobs
from cjm.history.log import Commit
from cjm.history.pieces import Pieces
from cjm.history.snapshot import project_settings
from cjm.history.versions import Version
from cjm.model import Amount, Duration, Journey, Lasting, ProjectFile
from cjm.model.build import build_journey
from cjm.model.fields import specs
from cjm.model.part import Part
from cjm.model.parts import Identified
from cjm.project import NAME


class Found(NamedTuple):
    """A part that has an id, and the parts around it, the outermost first."""

    part: Identified
    around: tuple[Part, ...]


class Changed(NamedTuple):
    """A key whose value became another; empty for none."""

    field: str
    old: str
    new: str


class Trace(NamedTuple):
    """The past of one part. None as a commit: it is not committed yet. `last` is None where nothing changed on it."""

    found: Found
    since: Commit | None
    last: Commit | None
    changed: tuple[Changed, ...] = ()


def trace(found: Found, versions: Sequence[Version], contents: Blobs) -> Trace:
    """The past of a part as it stands in its file now; `versions` are the oldest first."""
    names = _names(found)
    newer, since = found, None
    last: tuple[Commit | None, tuple[Changed, ...]] | None = None
    newer_commit: Commit | None = None
    pieces = Pieces()
    for version in reversed(versions):
        whole = _whole(version, contents, pieces)
        if whole is None and version.blob:
            continue  # what cannot be read says nothing
        older = _find(whole, type(found.part), names) if whole else None
        if older is None:
            break
        changed = differences(older, newer)
        if changed and last is None:
            last = (newer_commit, changed)
        names |= _names(older)
        newer, since, newer_commit = older, version.commit, version.commit
    return Trace(found, since, *(last or (since, ())))


def _names(found: Found) -> set[str]:
    return {found.part.id, *found.part.was}


def parts(part: Part, around: tuple[Part, ...] = ()) -> Iterator[Found]:
    """Every part with an id, each before those in it."""
    if isinstance(part, Identified):
        yield Found(part, around)
    for spec in specs(type(part)):
        value = getattr(part, spec.attribute)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Part):
                yield from parts(each, (*around, part))


def _find(whole: Part, kind: type[Identified], names: Iterable[str]) -> Found | None:
    """The part of that kind with one of the names."""
    known = {*names}
    return next((each for each in parts(whole) if type(each.part) is kind and each.part.id in known), None)


def _whole(version: Version, contents: Blobs, pieces: Pieces) -> Journey | ProjectFile | None:
    if not version.blob:
        return None
    content = contents.read(version.blob)
    if version.name.rpartition("/")[2] == NAME:
        return project_settings(content)
    if not version.project:
        return build_journey(pieces.read(content)).part
    settings = project_settings(contents.read(version.project))
    return build_journey(pieces.read(content), settings.catalogue, settings.language).part


def differences(older: Found, newer: Found) -> tuple[Changed, ...]:
    """What is another between two versions of a part, and where it stands; of parts in it that have ids, which."""
    found = [
        Changed(spec.key, was, now)
        for spec in specs(type(newer.part))
        if spec.key not in ("was", "touchpoints", "stages")
        for was, now in ((said(getattr(older.part, spec.attribute)), said(getattr(newer.part, spec.attribute))),)
        if was != now
    ]
    was, now = (each.around[-1].id if _is_placed(each) else "" for each in (older, newer))  # type: ignore[attr-defined]
    if was != now and not {was, now} & {""}:
        found.append(Changed("in", was, now))
    return tuple(found)


def _is_placed(found: Found) -> bool:
    return bool(found.around) and isinstance(found.around[-1], Identified) and not isinstance(found.around[-1], Journey)


def said(value: object) -> str:  # noqa: PLR0911 - one line a kind
    """A value as people would write it in the file."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Lasting):
        shortest, longest = value.shortest.text, value.longest.text
        return shortest if shortest == longest else f"{shortest} … {longest}"
    if isinstance(value, Amount | Duration):
        return value.text
    if isinstance(value, Identified):
        return value.id
    if isinstance(value, Part):
        return _said_part(value)
    if isinstance(value, tuple):
        return ", ".join(map(said, value))
    return str(value)


def _said_part(part: Part) -> str:
    keys = ((spec.key, said(getattr(part, spec.attribute))) for spec in specs(type(part)))
    given = [(key, text) for key, text in keys if text]
    if len(given) == 1:
        return given[0][1]
    return ", ".join(f"{key}: {text}" for key, text in given)
