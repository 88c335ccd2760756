"""What one run of the reader gathers, and the words for what it finds wrong."""

from __future__ import annotations

from collections import defaultdict

from cjm.diagnostics import Diagnostic, Fix, Message, Severity, msg, visible
from cjm.diagnostics.message import Argument
from cjm.model.naming import Names
from cjm.model.part import PathStep
from cjm.source import is_nothing
from cjm.source.values import Mapping, Node, Scalar, Sequence, span

Path = tuple[PathStep, ...]


_MOST_GUESSES = 200
Guesses = dict[tuple[str, tuple[str, ...]], tuple[str, ...]]


class Reading:
    """Problems in the order they were met, and names to resolve references.

    `renames` are keys that stand for others, by their part; `unreadable` the parts of which all has been said;
    `guesses` what has been found out about words that the format does not have.
    """

    __slots__ = ("file", "guesses", "names", "problems", "renames", "unreadable")

    def __init__(self, file: str, names: Names, guesses: Guesses) -> None:
        self.file = file
        self.names = names
        self.problems: list[Diagnostic] = []
        self.guesses = guesses
        self.unreadable: set[Path] = set()
        self.renames: defaultdict[Path, dict[str, str]] = defaultdict(dict)

    def guess(self, word: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """The known words that a word may mean, the likeliest first. Nobody is helped by hundreds of guesses."""
        found = self.guesses.get((word, known))
        if found is None and len(self.guesses) < _MOST_GUESSES:
            from cjm.model.foreign import suggest  # noqa: PLC0415 - only files with a mistake need it

            found = self.guesses[word, known] = suggest(word, known)
        return found or ()

    def error(  # noqa: PLR0913 - a finding has these parts
        self,
        rule: str,
        node: Node,
        path: Path,
        message: Message,
        hint: Message | None = None,
        fix: Fix | None = None,
    ) -> None:
        """Note a problem that keeps the value from being read."""
        place = span(node)
        self.problems.append(Diagnostic(rule, Severity.ERROR, message, self.file, place, say_path(path), hint, fix=fix))

    def remark(  # noqa: PLR0913 - a finding has these parts
        self,
        rule: str,
        severity: Severity,
        node: Node,
        path: Path,
        message: Message,
        hint: Message,
        fix: Fix | None = None,
    ) -> None:
        """Note something odd about a value that was read all the same."""
        self.problems.append(Diagnostic(rule, severity, message, self.file, span(node), say_path(path), hint, fix=fix))

    def empty(self, node: Node, path: Path) -> None:
        """Note a key or a dash with nothing after it; `node` is the key, or the nothing after the dash."""
        if path and isinstance(path[-1], int):
            message = msg("an item of `{key}` is empty", key=key_of(path))
            hint = msg("write something after the dash, or take the line out")
        else:
            message = msg("`{key}` has nothing after it", key=key_of(path))
            hint = msg("write its value, or take the line out")
        self.remark("empty-text", Severity.WARNING, node, path, message, hint)

    def expected(
        self, node: Node, path: Path, wanted: Message, hint: Message | None = None, fix: Fix | None = None
    ) -> None:
        """Note a value of another type than its key takes."""
        key, found = key_of(path), describe(node)
        if path and isinstance(path[-1], int):
            message = msg("an item of `{key}` is {found}, and takes {wanted}", key=key, found=found, wanted=wanted)
        else:
            message = msg("`{key}` is {found}, and takes {wanted}", key=key, found=found, wanted=wanted)
        if hint is None and isinstance(node, Sequence):
            from cjm.model.remedies import as_single  # noqa: PLC0415 - only files with a mistake need it

            fix = as_single(node)
        self.error("wrong-type", node, path, message, hint or _several(key, node) or _hint_for(node), fix)


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
    if is_nothing(node):
        return msg("empty")
    quoted = f"`{visible(node.text, 40)}`"
    return quoted if node.plain else msg("the text {text}", text=quoted)


def quoted_sentence(key: Scalar, value: Scalar) -> Message:
    """The advice for a sentence that its colon made a key and a value."""
    sentence = f'"{visible(key.text, 30)}: {visible(value.text, 30)}"'
    return msg("if the colon belongs to the sentence, put the sentence in quotes: `{quoted}`", quoted=sentence)


def _several(key: str, node: Node) -> Message | None:
    """Where several go, or one with keys of its own, when the key takes a name."""
    if (
        key not in ("persona", "channel")
        or isinstance(node, Scalar)
        or (isinstance(node, Sequence) and not node.items[1:])
    ):
        return None
    many = f"{key}s"
    if key == "persona" or isinstance(node, Mapping):
        return msg(
            "`{key}` takes a name; describe it under `{many}`: `{example}`",
            key=key,
            many=many,
            example=f"{many}: [{{name: …}}]",
        )
    return msg("several go under `{many}`", many=many)


def _hint_for(node: Node) -> Message | None:
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0]
        if not isinstance(value, Scalar):
            return None
        if node.flow and is_nothing(value):
            return msg("a text that begins with `{sign}` needs quotes", sign="{")
        return quoted_sentence(key, value)
    if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Scalar):
        return msg("it takes one value: write `{value}` without a dash or brackets", value=node.items[0].text)
    return None
