"""From what a user writes to files: a file, a glob, a folder of parts, a table in a database file.

The order is that of the names, so that one log is read alike on every machine. Knows no format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from glob import escape, glob, has_magic
from pathlib import Path
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.measure.inputs.kinds import ENDINGS, Kind, kind_of
from cjm.measure.troubles import MeasureError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


class Place(NamedTuple):
    """A file to read. `label` is how it is called in messages and results: never an absolute path."""

    path: Path
    label: str
    kind: Kind
    table: str | None = None


def places(sources: Sequence[str], base: Path) -> tuple[Place, ...]:
    """Every file that the sources mean; refuses what is not there and what is empty."""
    found = [place for source in sources for place in _places(source, base)]
    if not found:
        raise MeasureError(msg("no source is given"), msg("name a file, a glob or a folder"))
    full = [place for place in found if place.kind != "empty"]
    if not full:
        raise MeasureError(msg("`{file}` is empty", file=found[0].label))
    return tuple(full)


def _places(source: str, base: Path) -> Iterator[Place]:
    written, _, table = source.partition("::")
    if not written.strip():
        raise MeasureError(msg("a source is named by nothing"), msg("write a file, a glob or a folder"))
    if _ADDRESS.match(written):
        raise MeasureError(
            msg("`{source}` is an address, and nothing is fetched", source=written),
            msg("download it first, and name the file"),
        )
    try:
        files = _files(written, base)
        for path, label in files:
            kind = kind_of(path, label)
            if table and kind not in ("duckdb", "sqlite"):
                raise MeasureError(msg("`{file}` is no database: it has no table `{table}`", file=label, table=table))
            yield Place(path, label, kind, table or None)
    except OSError as error:
        raise MeasureError(
            msg("`{file}` cannot be read: {reason}", file=written, reason=error.strerror or "")
        ) from error
    except ValueError as error:  # a null character in the name
        raise MeasureError(msg("`{file}` is not there", file=written)) from error


def _files(written: str, base: Path) -> list[tuple[Path, str]]:
    path = base / Path(written).expanduser()
    if path.is_dir():
        return _within(path, written)
    if path.exists():
        return [(path, _label(written, path))]
    if has_magic(written):
        return _matching(path, written)
    raise MeasureError(msg("`{file}` is not there", file=written), _neighbour(path))


def _matching(path: Path, written: str) -> list[tuple[Path, str]]:
    root, signs = _fixed(path)
    hits = sorted(Path(hit) for hit in glob(f"{escape(str(root))}/{signs}", recursive=True))  # noqa: PTH207 - `[`, `**` and links as shells have them
    files = [hit for hit in hits if hit.is_file()]
    files = files or [file for hit in hits for file, _ in _within(hit, written)]
    if not files:
        raise MeasureError(msg("no file matches `{pattern}`", pattern=written))
    return [(file, file.relative_to(root).as_posix()) for file in files]


def _fixed(pattern: Path) -> tuple[Path, str]:
    """The folders before the first sign of a pattern, and the rest of it."""
    signs = next(place for place, part in enumerate(pattern.parts) if has_magic(part))
    return Path(*pattern.parts[:signs]), "/".join(pattern.parts[signs:])


def _within(folder: Path, written: str) -> list[tuple[Path, str]]:
    files = sorted(each for each in folder.rglob("*") if each.is_file() and _is_log(each.relative_to(folder)))
    if not files:
        raise MeasureError(
            msg("the folder `{folder}` has no log", folder=written),
            msg("logs end in one of {endings}", endings=ENDINGS),
        )
    return [(file, file.relative_to(folder).as_posix()) for file in files]


def _is_log(path: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in path.parts)
    plain = path.name.lower().removesuffix(".gz")
    return not hidden and plain.endswith(ENDINGS)


def _label(written: str, path: Path) -> str:
    return path.name if Path(written).is_absolute() or written.startswith("~") else Path(written).as_posix()


def _neighbour(path: Path) -> Message | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip needs it

    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return msg("the folder `{folder}` is not there either", folder=path.parent.name)
    near = get_close_matches(path.name, names, 1)
    return msg("did you mean `{name}`?", name=near[0]) if near else None
