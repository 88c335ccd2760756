"""Where pictures go: names, and never over a file that cjm did not write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from os.path import lexists
from pathlib import Path

from cjm.cli.writing import write_whole
from cjm.model.naming import slug
from cjm.outputs import OUTPUTS
from cjm.views.choice import ALL, Choice

MANIFEST = ".cjm-manifest.json"
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)


@dataclass(frozen=True, slots=True)
class Out:
    """A folder, and the one file in it that everything goes to, if there is one."""

    folder: Path
    name: str | None = None

    @property
    def stem(self) -> str:
        """That name without its ending."""
        return (self.name or "").rpartition(".")[0] or (self.name or "")


def parse_out(out: str) -> Out:
    """`--out`: a file when its name has an ending, unless there is such a folder or it is written as one."""
    path = Path(out)
    is_folder = path.is_dir() or out.endswith(("/", "\\")) or not path.suffix
    return Out(path) if is_folder else Out(path.parent, path.name)


def stem_of(identifier: str, form: str, view: str, choice: Choice = ALL) -> str:
    """What a journey's files are called before their ending: `<id>`, then what was picked out, then an unusual view.

    So a picture of one persona is not written over that of all.
    """
    stem = f"_{identifier}" if identifier.partition(".")[0].lower() in _RESERVED else identifier
    picked = (slug(each) for each in (choice.persona, choice.path, choice.channel))
    usual = OUTPUTS[form].views[:1]
    return ".".join(each for each in (stem, *picked, view if view not in usual else "") if each)


def strangers(folder: Path, names: list[str]) -> list[str]:
    """The names at which a file stands that cjm did not write, or that somebody has changed since."""
    known = _manifest(folder)
    there = (name for name in names if lexists(folder / name))
    return [name for name in there if known.get(name) != _hash_of(folder / name)]


def write_all(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write each file whole, and note in the folder that they are cjm's."""
    for name, data in made.items():
        write_whole(folder / name, data)
    files = {**_manifest(folder), **{name: sha256(data).hexdigest() for name, data in made.items()}}
    text = json.dumps({"cjm": 1, "files": dict(sorted(files.items()))}, indent=2, ensure_ascii=False)
    write_whole(folder / MANIFEST, f"{text}\n".encode())


def _manifest(folder: Path) -> dict[str, str]:
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
        files = data["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return files if isinstance(files, dict) else {}


def _hash_of(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
