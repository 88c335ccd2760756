"""What one run of the reader gathers, and the words for what it finds wrong."""

from __future__ import annotations

from cjm.diagnostics import Diagnostic, Message, Severity, msg, visible
from cjm.diagnostics.message import Argument
from cjm.model.fields import Spec
from cjm.model.naming import Names
from cjm.model.parts import Part, PathStep
from cjm.source.values import Mapping, Node, Scalar, Sequence, span

Path = tuple[PathStep, ...]

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What a plain scalar says when it says nothing."""


class Reading:
    """Problems in the order they were met; names to resolve references; keys that stand for others."""

    __slots__ = ("file", "names", "problems", "renames")

    def __init__(self, file: str, names: Names) -> None:
        self.file = file
        self.names = names
        self.problems: list[Diagnostic] = []
        self.renames: dict[Path, dict[str, str]] = {}

    def error(self, rule: str, node: Node, path: Path, message: Message, hint: Message | None = None) -> None:
        """Note a problem that keeps the value from being read."""
        self.problems.append(Diagnostic(rule, Severity.ERROR, message, self.file, span(node), say_path(path), hint))

    def remark(  # noqa: PLR0913 - a finding has these parts
        self, rule: str, severity: Severity, node: Node, path: Path, message: Message, hint: Message
    ) -> None:
        """Note something odd about a value that was read all the same."""
        self.problems.append(Diagnostic(rule, severity, message, self.file, span(node), say_path(path), hint))

    def expected(self, node: Node, path: Path, wanted: Message, hint: Message | None = None) -> None:
        """Note a value of another type than its key takes."""
        message = msg(
            "`{key}` is {found}, and takes {wanted}", key=key_of(path), found=describe(node), wanted=wanted
        )
        self.error("wrong-type", node, path, message, hint or _hint_for(node))


def say_path(path: Path) -> str:
    """`stages[2].touchpoints[0].emotion`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def key_of(path: Path) -> str:
    """The key that a value stands under, or whose list it is in."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def describe(node: Node) -> Argument:
    """What a value is, in a word or as written."""
    if isinstance(node, Sequence):
        return msg("a list")
    if isinstance(node, Mapping):
        return msg("a group of keys")
    if node.plain and node.text in NOTHING:
        return msg("empty")
    quoted = f"`{visible(node.text, 40)}`"
    return quoted if node.plain else msg("the text {text}", text=quoted)


def _hint_for(node: Node) -> Message | None:
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0][1], Scalar):
        key, value = node.entries[0][0].text, node.entries[0][1].text
        return msg(
            "if the colon belongs to the sentence, put the sentence in quotes: `{quoted}`",
            quoted=f'"{visible(key, 30)}: {visible(value, 30)}"',
        )
    return None


def is_nothing(node: Node) -> bool:
    """Whether a key or a dash has nothing after it."""
    return node.__class__ is Scalar and node.plain and node.text in NOTHING


def unknown_key(reading: Reading, part: type[Part], known: dict[str, Spec], key: Scalar, path: Path) -> str | None:
    """Note a key that the part doesn't have; returns the key that was meant, when that can be told."""
    from cjm.model.foreign import lookalikes, suggest  # noqa: PLC0415 - only files with a mistake need it

    names = tuple(known)
    meant = suggest(key.text, names)
    strange = lookalikes(key.text)
    hint: Message | None = None
    if meant and strange:
        hint = msg("did you mean `{meant}`? `{letter}` is {code}, which only looks like a Latin letter",
                   meant=meant, letter=strange, code=f"U+{ord(strange):04X}")
    elif meant:
        hint = msg("did you mean `{meant}`?", meant=meant)
    elif " " in key.text.strip():
        hint = msg("if this is part of a sentence, put the whole sentence in quotes")
    else:
        hint = msg("it knows {names}", names=_first(names))
    message = msg("`{key}` is not a key of {part}", key=key.text, part=part.noun)
    reading.error("unknown-key", key, (*path, key.text), message, hint)
    return meant


def _first(names: tuple[str, ...], most: int = 12) -> Argument:
    shown = ", ".join(f"`{name}`" for name in names[:most])
    return shown + (" …" if len(names) > most else "")
