"""Three files made one, and whether the whole has become wrong though its parts were not."""

from __future__ import annotations

from typing import NamedTuple

from cjm.diagnostics import Message, Severity
from cjm.merge.blocks import Unusual
from cjm.merge.marks import Labels
from cjm.merge.merging import Conflict, merge
from cjm.model.build import build_journey
from cjm.source import read


class MergedFile(NamedTuple):
    """The bytes of the merge, what is left to decide, and errors that neither side had."""

    data: bytes
    conflicts: tuple[Conflict, ...]
    problems: tuple[Message, ...] = ()


def merge_files(old: bytes, ours: bytes, theirs: bytes, labels: Labels) -> MergedFile | None:
    """The merge by ids; None where a version cannot be read, or is written so that its lines cannot be told apart."""
    try:
        texts = [data.decode("utf-8") for data in (old, ours, theirs)]
        result = merge(texts[0], texts[1], texts[2], labels)
    except (UnicodeDecodeError, Unusual):
        return None
    data = result.text.encode()
    known = _errors(ours) | _errors(theirs)
    new = () if result.conflicts else tuple(each for each in _errors(data) if each not in known)
    return MergedFile(data, result.conflicts, new)


def _errors(data: bytes) -> dict[Message, None]:
    document = read(data, "")
    found = (*document.diagnostics, *build_journey(document).problems)
    return dict.fromkeys(each.message for each in found if each.severity is Severity.ERROR)
