"""Mappings in which a key comes twice, or whose `<<` takes over the entries of others."""

from collections.abc import Iterator
from typing import TypeAlias

from cjm.diagnostics import Diagnostic, Related, msg
from cjm.source.findings import Report, error
from cjm.source.values import Mapping, Node, Scalar, Sequence, span

Entries: TypeAlias = tuple[tuple[Scalar, Node], ...]

MERGE = "<<"
NOT_A_KEY = "\0"  # no text can hold it: libyaml refuses the character, and an escape for it is not plain
SET_APART = frozenset({MERGE, NOT_A_KEY})


def untangle(entries: Entries, report: Report) -> Entries:
    """Every key once: the first of its kind wins, then what is merged, the nearest first."""
    kept: dict[str, tuple[Scalar, Node]] = {}
    merges: list[Node] = []
    for key, value in entries:
        first = kept.get(key.text)
        if key.text == NOT_A_KEY and key.plain:
            continue
        if first is not None:
            report(_twice(first[0], key))
            continue
        kept[key.text] = (key, value)
        if key.text == MERGE and key.plain:
            merges.append(value)
    for value in merges:
        del kept[MERGE]
        for mapping in _merged(value, report):
            for entry in mapping.entries:
                kept.setdefault(entry[0].text, entry)
    return tuple(kept.values())


def _merged(value: Node, report: Report) -> Iterator[Mapping]:
    for node in value.items if isinstance(value, Sequence) else (value,):
        if isinstance(node, Mapping):
            yield node
        else:
            report(
                error(
                    "invalid-yaml",
                    span(node),
                    msg("`<<` takes over the keys of another mapping, and this is none"),
                    msg("write `<<: *name`, where `&name` marks a mapping further up"),
                )
            )


def _twice(first: Scalar, again: Scalar) -> Diagnostic:
    from cjm.source.keys import glued_dash  # noqa: PLC0415 - only when something is wrong

    return glued_dash(first) or error(
        "duplicate-key",
        span(again),
        msg("the key `{key}` is given twice", key=again.text),
        msg("keep one of the two, or give one another name"),
        (Related(msg("`{key}` is given here first", key=again.text), span(first)),),
    )
