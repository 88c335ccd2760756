"""What a finding is, whatever line it stands on: its rule, the way to its place by ids and names, the words it quotes.

Numbers are no part of it, for counts and ages change by themselves; nor is the sentence, which may be said better one
day; nor the file's name, which each format gives in a place of its own. A finding that speaks of many parts at once is
known by the kind of its place, and stays the same when the first of them is mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import blake2b

from cjm.diagnostics import Argument, Diagnostic, Message
from cjm.source import Mapping, Node, Scalar, read
from cjm.source import Sequence as Items

ReadText = Callable[[str], str | None]
"""Gives the text of a file that findings speak of; None when it cannot be read."""
Root = Callable[[str], Node | None]

_NAMES = ("id", "name", "title", "text")
"""The keys that tell the parts of a list apart, the surest first."""
_DIGEST = 10
_INDEX = re.compile(r"\[(\d{1,9})\]")
_KEY = re.compile(r"\.?[^.\[]*")


def fingerprints(found: Sequence[Diagnostic], read_text: ReadText) -> list[str]:
    """One for each finding: 20 hexadecimal digits, the same for those that nothing but their lines tells apart."""

    @cache
    def root(file: str) -> Node | None:
        text = read_text(file)
        return None if text is None else read(text.encode("utf-8", "surrogatepass"), file).root

    return [_fingerprint(each, root) for each in found]


def numbered(found: Sequence[Diagnostic], read_text: ReadText) -> list[str]:
    """The same, with `:2` behind the second of those that are alike in a file, and so on."""
    met: Counter[tuple[str, str]] = Counter()
    said: list[str] = []
    for each, plain in zip(found, fingerprints(found, read_text), strict=True):
        met[each.file, plain] += 1
        number = met[each.file, plain]
        said.append(f"{plain}:{number}" if number > 1 else plain)
    return said


def _fingerprint(finding: Diagnostic, root: Root) -> str:
    speaks_of_many = bool(finding.message.plural)
    place = _INDEX.sub("[]", finding.path) if speaks_of_many else _place(finding, root)
    total = blake2b(digest_size=_DIGEST)
    for part in (finding.rule, place, *_words(finding.message)):
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data) + data)
    return total.hexdigest()


def _place(finding: Diagnostic, root: Root) -> str:
    return way(finding.path, root(finding.file)) if "[" in finding.path else finding.path


def way(path: str, root: Node | None) -> str:
    """`stages[2].touchpoints[0].emotion` as `stages[choosing].touchpoints[size-guide].emotion`."""
    said, node, rest = "", root, path
    while rest:
        word, node, taken = _item(rest, node) if rest.startswith("[") else _value(rest, node)
        said, rest = said + word, rest[taken:]
    return said


def _item(path: str, node: Node | None) -> tuple[str, Node | None, int]:
    """What the step into a list is called, where it leads, and how much of the path it takes."""
    found = _INDEX.match(path)
    if found is None:
        return path, None, len(path)
    number = int(found[1])
    item = node.items[number] if isinstance(node, Items) and number < len(node.items) else None
    return f"[{_name(item) or number}]", item, found.end()


def _value(path: str, node: Node | None) -> tuple[str, Node | None, int]:
    """The same for the step to a key, which may hold a dot or a bracket itself."""
    plain = path.removeprefix(".")
    entries = node.entries if isinstance(node, Mapping) else ()
    fitting = [(len(key.text), value) for key, value in entries if _begins(plain, key.text)]
    if not fitting:
        found = _KEY.match(path)
        taken = max(found.end(), 1) if found else 1
        return path[:taken], None, taken
    length, value = max(fitting, key=lambda each: each[0])
    return f".{plain[:length]}", value, len(path) - len(plain) + length


def _begins(path: str, key: str) -> bool:
    return bool(key) and path.startswith(key) and path[len(key) : len(key) + 1] in ("", ".", "[")


def _name(item: Node | None) -> str:
    """What tells a part of a list from the others; nothing where its place alone does."""
    if isinstance(item, Scalar):
        return item.text
    entries = {key.text: value for key, value in item.entries} if isinstance(item, Mapping) else {}
    named = (entries.get(name) for name in _NAMES)
    return next((value.text for value in named if isinstance(value, Scalar) and value.text), "")


def _words(message: Message) -> Iterator[str]:
    for name, value in message.arguments:
        yield from _quoted(name, value)


def _quoted(name: str, value: Argument) -> Iterator[str]:
    if isinstance(value, Message):
        yield from _words(value)
    elif isinstance(value, tuple):
        yield from (f"{name}={each}" for each in value)
    elif isinstance(value, str):
        yield f"{name}={value}"
