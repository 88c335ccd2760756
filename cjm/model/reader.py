"""Walks the declarations over values with places: every part built, every problem noted once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from cjm.diagnostics import Severity, msg, visible
from cjm.model import scalars
from cjm.model.fields import (
    Address,
    Choice,
    Day,
    Flag,
    Ident,
    Kind,
    Lapse,
    Length,
    Level,
    Many,
    Number,
    One,
    Pattern,
    Quantity,
    Ref,
    Share,
    Spec,
    Table,
    Text,
    Tongue,
    Version,
    specs,
)
from cjm.model.parts import Identified, Part, Stretch
from cjm.model.reading import Path, Reading, is_nothing, key_of, unknown_key
from cjm.model.values import Lasting
from cjm.model.whole import WHOLE
from cjm.source.values import Mapping, Node, Scalar, Sequence

Read = Callable[[Node, Path, Reading], Any]

_PLAIN: dict[type[Any], Read] = {
    Text: scalars.text,
    Flag: scalars.flag,
    Level: scalars.level,
    Share: scalars.share,
    Day: scalars.day,
    Length: scalars.duration,
    Quantity: scalars.amount,
    Ident: scalars.ident,
    Tongue: scalars.language,
    Pattern: scalars.pattern,
    Version: scalars.version,
}
_WITH_OPTIONS: dict[type[Any], Callable[..., Any]] = {
    Choice: scalars.choice,
    Number: scalars.number,
    Address: scalars.link,
    Ref: scalars.reference,
}


@cache
def reader(kind: Kind) -> Read:
    """The function that reads values of a kind. It gives None where nothing could be read."""
    simple = _PLAIN.get(type(kind))
    if simple:
        return simple
    if isinstance(kind, One):
        return _part_reader(kind.part)
    if isinstance(kind, Many):
        return _list_reader(kind)
    if isinstance(kind, Table):
        return _table_reader(kind)
    if isinstance(kind, Lapse):
        return _lapse
    return partial(_WITH_OPTIONS[type(kind)], kind)


def _part_reader(part: type[Part]) -> Read:
    known = {spec.key: spec for spec in specs(part) if spec.key != "*"}
    rest = next((spec for spec in specs(part) if spec.key == "*"), None)
    short = known.get(part.short)
    required = tuple(spec for spec in known.values() if spec.required)
    identified = issubclass(part, Identified)
    readers: dict[str, tuple[str, Read]] = {}

    def read(node: Node, path: Path, reading: Reading) -> Part | None:
        if node.__class__ is not Mapping:
            return _short_form(part, short, node, path, reading)
        found: dict[str, Any] = {"path": path}
        own: list[tuple[str, Any]] = []
        renames: dict[str, str] = {}
        for key, value in node.entries:
            name = key.text
            slot = readers.get(name)
            if slot is None:
                if name in known:
                    slot = readers[name] = (known[name].attribute, reader(known[name].kind))
                elif rest is not None:
                    own.append((name, value))
                    continue
                else:
                    _stray_key(part, known, key, value, node, path, reading, renames)
                    continue
            place = (*path, name)
            if value.__class__ is Scalar and value.plain and value.text in _NOTHING:
                _nothing(known[name], key, place, reading)
                continue
            got = slot[1](value, place, reading)
            if got is not None:
                found[slot[0]] = got
        if renames:
            reading.renames[path] = renames
        if rest is not None and own:
            found[rest.attribute] = tuple(_own_columns(rest, own, path, reading))
        complete = _fill_required(part, required, found, node, path, reading, renames)
        if identified:
            found["id"] = reading.names.ids.get(path, "")
            found["generated"] = path in reading.names.generated
        if not complete:
            return None
        whole = part(**found)
        judge = WHOLE.get(part)
        if judge is not None:
            judge(whole, node, path, reading)
        return whole

    return read


_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def _short_form(part: type[Part], short: Spec | None, node: Node, path: Path, reading: Reading) -> Part | None:
    if short is None or node.__class__ is not Scalar:
        wanted = msg("keys of its own, as in `{example}`", example=_example(part)) if short is None else msg(
            "text, or keys of its own")
        reading.expected(node, path, wanted, msg("write `{example}` below it", example=_example(part)))
        return None
    got = reader(short.kind)(node, path, reading)
    if got is None:
        return None
    if issubclass(part, Identified):
        return part(path=path, id=reading.names.ids.get(path, ""), generated=True, **{short.attribute: got})
    return part(path=path, **{short.attribute: got})


def _example(part: type[Part]) -> str:
    keys = [spec for spec in specs(part) if spec.key not in ("id", "was", "ref", "*")]
    first = next((spec for spec in keys if spec.required), keys[0])
    return f"{first.key}: …"


def _stray_key(  # noqa: PLR0913 - everything about one key
    part: type[Part],
    known: dict[str, Spec],
    key: Scalar,
    value: Node,
    node: Node,
    path: Path,
    reading: Reading,
    renames: dict[str, str],
) -> None:
    entries = node.entries if isinstance(node, Mapping) else ()
    meant = unknown_key(reading, part, known, key, path)
    present = {other.text for other, _ in entries}
    if meant and meant not in present and meant not in renames.values():
        renames[key.text] = meant
    elif meant is None and part.short and len(entries) == 1 and isinstance(value, Scalar):
        _cut_sentence(reading, key, value)
        renames[key.text] = part.short


def _cut_sentence(reading: Reading, key: Scalar, value: Scalar) -> None:
    """A sentence with a colon became a key: the hint says so."""
    if not value.text:
        return
    last = reading.problems[-1]
    sentence = f'"{visible(key.text, 30)}: {visible(value.text, 30)}"'
    hint = msg("if the colon belongs to the sentence, put the sentence in quotes: `{quoted}`", quoted=sentence)
    reading.problems[-1] = _with_hint(last, hint)


def _with_hint(problem: Any, hint: Any) -> Any:  # noqa: ANN401 - the two types of replace
    from dataclasses import replace  # noqa: PLC0415 - only files with a mistake need it

    return replace(problem, hint=hint)


def _own_columns(spec: Spec, own: list[tuple[str, Any]], path: Path, reading: Reading) -> Any:  # noqa: ANN401
    read = reader(spec.kind.value) if isinstance(spec.kind, Table) else reader(spec.kind)
    for name, value in own:
        got = read(value, (*path, name), reading)
        if got is not None:
            yield name, got


def _nothing(spec: Spec, key: Scalar, path: Path, reading: Reading) -> None:
    if not spec.required:
        reading.remark("empty-text", Severity.WARNING, key, path, msg("`{key}` has nothing after it", key=spec.key),
                       msg("write its value, or take the line out"))


def _fill_required(  # noqa: PLR0913 - everything about one part
    part: type[Part],
    required: tuple[Spec, ...],
    found: dict[str, Any],
    node: Mapping,
    path: Path,
    reading: Reading,
    renames: dict[str, str],
) -> bool:
    """Note required keys that are missing. Text is left empty, so that the rest can be judged; False without it."""
    for spec in required:
        if spec.attribute in found:
            continue
        written = next((key for key, _ in node.entries if key.text == spec.key), None)
        bare = written is not None and any(is_nothing(value) for key, value in node.entries if key is written)
        if spec.key not in renames.values() and (written is None or bare):
            place = written or (node.entries[0][0] if node.entries else node)
            message = (msg("`{key}` of {part} is empty", key=spec.key, part=part.noun) if bare
                       else msg("{part} has no `{key}`", part=part.noun, key=spec.key))
            reading.error("missing-key", place, (*path, spec.key), message, msg("write `{key}: …`", key=spec.key))
        if not isinstance(spec.kind, Text | Ref | Version):
            return False
        found[spec.attribute] = "" if not isinstance(spec.kind, Version) else 1
    return True


def _list_reader(kind: Many) -> Read:
    read_item = reader(kind.item)
    prose = isinstance(kind.item, Text) or (isinstance(kind.item, One) and kind.item.part.short in ("text", "name"))

    def read(node: Node, path: Path, reading: Reading) -> tuple[Any, ...] | None:
        if node.__class__ is not Sequence:
            return _not_a_list(kind, read_item, node, path, reading)
        found = []
        for number, item in enumerate(node.items):
            if item.__class__ is Scalar and item.plain and item.text in _NOTHING:
                reading.remark("empty-text", Severity.WARNING, item, (*path, number),
                               msg("an item of `{key}` is empty", key=key_of(path)),
                               msg("write something after the dash, or take the line out"))
                continue
            got = read_item(item, (*path, number), reading)
            if got is not None:
                found.append(got)
        if prose and node.flow:
            _split_sentences(node, path, reading)
        return tuple(found)

    return read


def _not_a_list(kind: Many, read_item: Read, node: Node, path: Path, reading: Reading) -> tuple[Any, ...] | None:
    if kind.single:
        got = read_item(node, path, reading)
        return None if got is None else (got,)
    if isinstance(node, Scalar):
        hint = msg("put each one on its own line, after a dash: `- {item}`", item=visible(node.text, 40))
    else:
        hint = msg("begin each one with a dash: `- {item}`", item=_first_key(node))
    reading.expected(node, path, msg("a list"), hint)
    return None


def _first_key(node: Node) -> str:
    return f"{visible(node.entries[0][0].text, 30)}: …" if isinstance(node, Mapping) and node.entries else "…"


def _split_sentences(node: Sequence, path: Path, reading: Reading) -> None:
    """A comma cuts an unquoted sentence in `[a, b]`: the second half then begins in lower case."""
    before = ""
    for number, item in enumerate(node.items):
        text = item.text if isinstance(item, Scalar) and item.plain else ""
        if _goes_on(before, text):
            reading.remark("split-sentence", Severity.WARNING, item, (*path, number),
                           msg("the comma makes two items of `{before}` and `{after}`", before=before, after=text),
                           msg("if it is one sentence, put it in quotes or on a line of its own after a dash"))
        before = text


def _goes_on(before: str, text: str) -> bool:
    opening = before.lstrip("¿¡«\"'(")
    return opening[:1].isupper() and text[:1].islower() and (" " in text or opening.count(" ") > 1)


def _table_reader(kind: Table) -> Read:
    read_value = reader(kind.value)
    family = kind.keys

    def read(node: Node, path: Path, reading: Reading) -> tuple[tuple[str, Any], ...] | None:
        if node.__class__ is not Mapping:
            reading.expected(node, path, msg("keys of its own, as in `{example}`", example="name: …"))
            return None
        found = []
        for key, value in node.entries:
            place = (*path, key.text)
            name = reading.names.known[family].get(key.text, key.text) if family else key.text
            if is_nothing(value):
                reading.remark("empty-text", Severity.WARNING, key, place,
                               msg("`{key}` has nothing after it", key=key.text),
                               msg("write its value, or take the line out"))
                continue
            got = read_value(value, place, reading)
            if got is not None:
                found.append((name, got))
        return tuple(found)

    return read


def _lapse(node: Node, path: Path, reading: Reading) -> Lasting | None:
    if node.__class__ is Mapping:
        stretch: Stretch | None = reader(One(Stretch))(node, path, reading)
        return Lasting(stretch.shortest, stretch.longest) if stretch else None
    if node.__class__ is Sequence:
        reading.expected(node, path, msg("a duration, or `from` and `to`"), msg("write `20m`, or `{{from: 2d, to: 5d}}`"))
        return None
    found = scalars.duration(node, path, reading)
    return Lasting(found, found) if found else None
