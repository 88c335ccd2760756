"""What every part of a journey is: frozen, slotted, made by keywords, and on its way from the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

from cjm.diagnostics import Message, msg

PathStep = str | int
Made = TypeVar("Made", bound=type[Any])


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def part(cls: Made) -> Made:
    """Make a frozen dataclass of a part. `Part` has what the generated methods would do: thirty classes load faster."""
    made: Any = dataclass(frozen=True, slots=True, kw_only=True, init=False, eq=False, repr=False)(cls)
    made.names = frozenset(each.name for each in fields(made))
    made.defaults = {each.name: each.default for each in fields(made) if each.default is not MISSING}
    made.compared = tuple(each.name for each in fields(made) if each.compare)
    made.setters = {each.name: getattr(made, each.name).__set__ for each in fields(made)}
    return made  # type: ignore[no-any-return]


@part
class Part:
    """Anything written as a mapping. `path` is the way to it in the file, for findings."""

    noun: ClassVar[Message] = msg("this part")
    short: ClassVar[str] = ""
    """The key that a bare value stands for, when the part has a short form."""
    instead: ClassVar[str] = ""
    """The key whose value is taken for a required one that is not written: a channel's id is its name."""
    names: ClassVar[frozenset[str]]
    defaults: ClassVar[dict[str, Any]]
    compared: ClassVar[tuple[str, ...]]
    setters: ClassVar[dict[str, Callable[[Part, object], None]]]
    """How a slot is filled once, though the part is frozen."""

    path: tuple[PathStep, ...] = field(default=(), compare=False)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - whatever the part declares
        whole = {**self.defaults, **values}
        if len(whole) != len(self.names):
            raise TypeError(f"{type(self).__name__} is made of {self.names}, not of {whole.keys()}")
        setters = self.setters
        for name, value in whole.items():
            setters[name](self, value)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.compared)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self.compared)))

    def __repr__(self) -> str:
        values = {name: getattr(self, name) for name in self.compared}
        said = (f"{name}={value!r}" for name, value in values.items() if self.defaults.get(name, MISSING) != value)
        return f"{type(self).__name__}({', '.join(said)})"
