"""Values with places: what YAML says before anybody asks what it means.

A scalar keeps its text as written, because the field that receives it decides what it is. Lines and columns count
from 1, in code points; the end is just past the last character. Every value starts with the same four numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from cjm.diagnostics import Diagnostic, Span


class Scalar(NamedTuple):
    """`plain` is true where no quotes and no block style say that it is text; an empty plain scalar is nothing."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    plain: bool = True


class Sequence(NamedTuple):
    """`flow` is true for `[a, b]`."""

    line: int
    column: int
    end_line: int
    end_column: int
    items: tuple[Node, ...]
    flow: bool = False


class Mapping(NamedTuple):
    """Entries in the order of the file, keys unique; merged entries (`<<`) come after its own."""

    line: int
    column: int
    end_line: int
    end_column: int
    entries: tuple[tuple[Scalar, Node], ...]
    flow: bool = False


Node: TypeAlias = Scalar | Sequence | Mapping
Step: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Suppression:
    """`# cjm: ignore[rule, rule] reason until 2027-01-31`: silences findings that start on `line`.

    `until` is the day as written, with its place; it is part of the reason too.
    """

    line: int
    rules: tuple[tuple[str, Span], ...]
    reason: str
    span: Span
    until: tuple[str, Span] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `root` is None when it could not be read; then `diagnostics` says why."""

    file: str
    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


def span(node: Node) -> Span:
    """The place of a value."""
    return Span(node[0], node[1], node[2], node[3])
