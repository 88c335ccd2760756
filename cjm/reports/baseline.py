"""The findings that a project lives with for now, as a file: written whole, sorted, and read back against new findings.

Findings are known by their fingerprints, so that lines may move and keys change their order. One that speaks of many
parts stays known while it speaks of no more than it did. What the file says in words is for people, and is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from json import dumps
from typing import NamedTuple

from cjm.diagnostics import Diagnostic, Message, msg, say, visible
from cjm.reports.fingerprints import ReadText, fingerprints
from cjm.source import Limits, Mapping, Node, Scalar, read
from cjm.source import Sequence as Items

VERSION = "1"
_KEY = "cjm_baseline"
_LIMITS = Limits(bytes=50_000_000, values=2_000_000)
_LONGEST_NAME = 4096
_HEAD = "# Findings that `cjm validate --baseline` leaves out. Mend some, then write it anew with `--write-baseline`.\n"


@dataclass(frozen=True, slots=True)
class Known:
    """One line of a baseline: `count` findings of one rule that are alike, and the `places` they speak of together.

    `file` is relative to the folder of the baseline.
    """

    file: str
    rule: str
    fingerprint: str
    count: int = 1
    places: int = 1
    text: str = ""


class Sifted(NamedTuple):
    """What is `new`, in its order, how many findings are `known`, and how many that were known are there no more."""

    new: tuple[Diagnostic, ...]
    known: int
    mended: int


class Unreadable(NamedTuple):
    """Why a file is no baseline, and what to do."""

    message: Message
    hint: Message


_COLUMNS = tuple(field.name for field in fields(Known))[:5]

Name = Callable[[str], str]
"""What the baseline calls a file of a finding."""


def as_known(found: Sequence[Diagnostic], read_text: ReadText, name: Name) -> tuple[Known, ...]:
    """The findings as lines of a baseline, sorted; those that are alike together."""
    lines: dict[tuple[str, str], Known] = {}
    for each, plain in zip(found, fingerprints(found, read_text), strict=True):
        file = _plain(name(each.file))
        fresh = Known(file, each.rule, plain, 0, 0, say(each.message))
        line = lines.setdefault((file, plain), fresh)
        lines[file, plain] = replace(line, count=line.count + 1, places=line.places + _places(each))
    return tuple(sorted(lines.values(), key=_order))


def written(known: Iterable[Known]) -> str:
    """The baseline as YAML: one line for each."""
    lines = "".join(f"  - {{{_fields(each)}}}\n" for each in sorted(known, key=_order))
    return f"{_HEAD}{_KEY}: {VERSION}\nfindings:" + (f"\n{lines}" if lines else " []\n")


def parse(data: bytes, file: str) -> tuple[Known, ...] | Unreadable:
    """The lines of a baseline, or why the file is none."""
    document = read(data, file, _LIMITS)
    top = _entries(document.root)
    version = _text(top.get(_KEY))
    if version != VERSION and version.isdecimal():
        return Unreadable(
            msg(
                "`{file}` is a baseline of version {version}, and this cjm reads version 1", file=file, version=version
            ),
            msg("write it anew: `cjm validate --write-baseline {file}`", file=file),
        )
    findings = top.get("findings")
    lines = [_known(item) for item in findings.items] if isinstance(findings, Items) else [None]
    if version != VERSION or not all(lines):
        return Unreadable(
            msg("`{file}` is not a baseline of cjm, or is damaged", file=file),
            msg("a baseline is written by `cjm validate --write-baseline FILE`, and is not edited by hand"),
        )
    return tuple(each for each in lines if each)


def sift(
    found: Sequence[Diagnostic],
    known: Iterable[Known],
    read_text: ReadText,
    name: Name,
    looked_at: Callable[[str], bool],
) -> Sifted:
    """Part what is new from what is known. Nothing is called mended in a file that was not looked at."""
    left = {(each.file, each.fingerprint): [each.count, each.places] for each in known}
    new: list[Diagnostic] = []
    for each, plain in zip(found, fingerprints(found, read_text), strict=True):
        room = left.get((_plain(name(each.file)), plain), [0, 0])
        if room[0] < 1 or room[1] < _places(each):
            new.append(each)
        room[0], room[1] = room[0] - 1, room[1] - _places(each)
    mended = sum(max(0, count) for (file, _), (count, _) in left.items() if looked_at(file))
    return Sifted(tuple(new), len(found) - len(new), mended)


def _places(finding: Diagnostic) -> int:
    return 1 + len(finding.related)


def _order(known: Known) -> tuple[str, str, str, str]:
    return (known.file, known.rule, known.text, known.fingerprint)


def _plain(file: str) -> str:
    return visible(file, _LONGEST_NAME)


def _fields(known: Known) -> str:
    """Text in double quotes, of which JSON and YAML say the same: it holds nothing that cannot be seen."""
    said = (f"{key}: {dumps(value, ensure_ascii=False)}" for key, value in asdict(known).items())
    return ", ".join(said)


def _known(item: Node) -> Known | None:
    fields = _entries(item)
    file, rule, fingerprint, *numbers = (_text(fields.get(key)) for key in _COLUMNS)
    if not (file and rule and fingerprint) or not all(each.isdecimal() and len(each) < 10 for each in numbers):  # noqa: PLR2004 - more would be no count
        return None
    return Known(file, rule, fingerprint, int(numbers[0]), int(numbers[1]), _text(fields.get("text")))


def _entries(node: Node | None) -> dict[str, Node]:
    return {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
