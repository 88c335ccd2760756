"""What a finding is, whatever line it stands on: its rule, the way to its place by ids and names, the words it quotes.

Numbers are no part of it, for counts and ages change by themselves; nor is the sentence, which may be said better one
day; nor the file's name, which each format gives in a place of its own. A finding that speaks of many parts at once is
known by the kind of its place, and stays the same when the first of them is mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from cjm.diagnostics import Argument, Diagnostic, Message
from cjm.source import Node, read
from cjm.source.ways import way

ReadText = Callable[[str], str | None]
"""Gives the text of a file that findings speak of; None when it cannot be read."""
Root = Callable[[str], Node | None]

_DIGEST = 10
_INDEX = re.compile(r"\[\d+\]")


def fingerprints(found: Sequence[Diagnostic], read_text: ReadText) -> list[str]:
    """One for each finding: 20 hexadecimal digits, the same for those that nothing but their lines tells apart."""

    @lru_cache(maxsize=2)  # findings come file by file, and a thousand journeys would fill the memory
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
    for part in (finding.rule, place, *_words(finding.message, an_example=speaks_of_many)):
        data = part.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data) + data)
    return total.hexdigest()


def _place(finding: Diagnostic, root: Root) -> str:
    """By ids and names; findings of one file bring it along, those across files are looked up."""
    if finding.way or "[" not in finding.path:
        return finding.way or finding.path
    return way(finding.path, root(finding.file))


def _words(message: Message, *, an_example: bool = False) -> Iterator[str]:
    """What a message quotes. The sentence inside one that speaks of many parts is an example, and changes with them."""
    for name, value in message.arguments:
        if not (an_example and isinstance(value, Message)):
            yield from _quoted(name, value)


def _quoted(name: str, value: Argument) -> Iterator[str]:
    if isinstance(value, Message):
        yield from _words(value)
    elif isinstance(value, tuple):
        yield from (f"{name}={each}" for each in value)
    elif isinstance(value, str):
        yield f"{name}={value}"
