"""What a rule is, and how one is written: a function whose name is the defect and whose docstring is its page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cjm.diagnostics import Diagnostic, Message, Related, Severity, Span
from cjm.edit.adding import Addition
from cjm.model import Journey, Part
from cjm.model.outline import Outline
from cjm.model.part import PathStep
from cjm.model.values import read_duration

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
Path = tuple[PathStep, ...]
Option = int | float | str | tuple[str, ...]


class Finding(NamedTuple):
    """What a rule says about one place. `on_key` points at the key rather than at its value.

    `severity` is given where one rule finds graver and lighter cases; configuration still has the last word. `lacking`
    are ids that could be written at once.
    """

    path: Path
    message: Message
    hint: Message | None = None
    on_key: bool = False
    related: tuple[tuple[Path, Message], ...] = ()
    severity: Severity | None = None
    lacking: tuple[Addition, ...] = ()


Findings = Iterator[Finding]
Exists = Callable[[str, str], bool]
"""Whether the file that a journey's file names is there: the journey's file first, then the path in it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may know besides the journey.

    `broken` names the families whose definitions could not be read, and `whole` says that everything could: only then
    can a rule say that something stands nowhere. `columns` are the survey columns of the project's own.
    `measurement` is what customers did and said, where it is given.
    """

    today: datetime.date
    options: Mapping[str, Option] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    language: str = "en"
    whole: bool = True
    columns: frozenset[str] = frozenset()
    measurement: Measurement | None = None

    def number(self, option: str) -> float:
        """The value of a numeric option."""
        value = self.options[option]
        return value if isinstance(value, int | float) else 0

    def days(self, option: str) -> float:
        """The value of an option that is a duration, in days."""
        found = read_duration(str(self.options[option]))
        return found.days if found else inf

    def words(self, option: str) -> tuple[str, ...]:
        """The value of an option that is a list of words."""
        value = self.options[option]
        return value if isinstance(value, tuple) else ()


class Shared(NamedTuple):
    """A persona of the catalogue, and where the project file defines it."""

    id: str
    name: str
    path: Path
    span: Span


class Around(NamedTuple):
    """What a rule that looks across journeys may know besides them.

    `whole` says that every journey of the project is there: only then can a rule say that something is in none.
    `file` is the project file, empty where there is none.
    """

    exists: Exists
    options: Mapping[str, Option] = MappingProxyType({})
    file: str = ""
    personas: tuple[Shared, ...] = ()
    whole: bool = False

    def number(self, option: str) -> float:
        """The value of a numeric option."""
        value = self.options[option]
        return value if isinstance(value, int | float) else 0


Check = Callable[[Journey, Setting], Findings]
AcrossFindings = Iterator[tuple[Outline, Diagnostic]]
AcrossCheck = Callable[[Sequence[Outline], Around], AcrossFindings]
When = Literal["source", "structure", "journey", "measured", "across", "end"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence about a map that its team would want to hear.

    `severity` holds for a draft and `agreed` for an agreed map. `when` says who looks: the reader of the text
    ("source"), the reader of the model ("structure"), the check on one journey, on one that has been "measured", or `across` several, or
    the runner at the "end".
    """

    id: str
    group: str
    severity: Severity
    agreed: Severity
    when: When
    check: Callable[..., Any]
    options: Mapping[str, Option] = field(default_factory=dict)

    @property
    def can_be_ignored(self) -> bool:
        """Errors of source and structure stand whatever the configuration says."""
        return self.when not in ("source", "structure") or self.severity < ERROR


def rule(
    severity: Severity, *, agreed: Severity | None = None, when: When = "journey", **options: Option
) -> Callable[[Callable[..., Any]], Rule]:
    """Make a rule of a function: its id is the function's name with hyphens, its group the name of its module."""

    def made(check: Callable[..., Any]) -> Rule:
        return Rule(
            check.__name__.replace("_", "-"),
            check.__module__.rpartition(".")[2],
            severity,
            severity if agreed is None else agreed,
            when,
            check,
            options,
        )

    return made


def at(  # noqa: PLR0913 - a finding has these parts
    part: Part,
    key: str,
    message: Message,
    hint: Message | None = None,
    *,
    on_key: bool = False,
    related: tuple[tuple[Path, Message], ...] = (),
) -> Finding:
    """A finding at a key of a part; where the key is missing it stands at the part's first key."""
    return Finding((*part.path, key) if key else part.path, message, hint, on_key, related)


def in_file(  # noqa: PLR0913 - a finding has these parts
    outline: Outline,
    rule: str,
    span: Span,
    path: str,
    message: Message,
    hint: Message | None = None,
    related: tuple[Related, ...] = (),
) -> tuple[Outline, Diagnostic]:
    """A finding of a rule that looks across files; the runner gives it its severity."""
    return outline, Diagnostic(rule, INFO, message, outline.file, span, path, hint, related)


def together(
    places: Sequence[Path],
    message: Message,
    hint: Message,
    also: Message,
    *,
    severity: Severity | None = None,
) -> Findings:
    """One finding for all places, at the first of them; `also` is said at the others. None where there is no place."""
    if places:
        first, *others = places
        yield Finding(first, message, hint, related=tuple((each, also) for each in others), severity=severity)


def once(  # noqa: PLR0913 - a finding has these parts
    journey: Journey,
    lacking: Sequence[Part],
    total: int,
    key: str,
    message: Message,
    hint: Message,
    also: Message,
) -> Findings:
    """One finding for all parts that lack a key, at the first of them; `also` is said at the others.

    In a draft nothing is said of what no part has yet: the team has not come to it.
    """
    if journey.status == "agreed" or len(lacking) < total:
        yield from together([(*each.path, key) if key else each.path for each in lacking], message, hint, also)
