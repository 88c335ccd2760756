"""Finds the sentences that `msg` and `counted` are given in the code, as translators need them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

_TEMPLATES = {"msg": 1, "counted": 2}
"""What makes a message, and how many templates it takes first."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template, its plural or nothing, and the files that say it."""

    template: str
    plural: str
    files: tuple[str, ...]


class NotTranslatable(Exception):
    """Some call would say what no translator has seen; the message tells which."""


def sentences(package: Path) -> list[Sentence]:
    """Every sentence of a package, in the order of files and lines; raises NotTranslatable."""
    found: dict[str, Sentence] = {}
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package.parent).as_posix()
        if not name.startswith(f"{package.name}/diagnostics/"):
            for template, plural in _said_in(file.read_text("utf-8"), name):
                found[template] = _joined(found.get(template), Sentence(template, plural, (name,)))
    return list(found.values())


def placeholders(template: str) -> set[str]:
    """The names in braces; the whole text when its braces are no template's."""
    try:
        return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        return {template}


def _joined(known: Sentence | None, again: Sentence) -> Sentence:
    if known is None:
        return again
    if known.plural and again.plural and known.plural != again.plural:
        message = f"{again.files[0]}: “{again.template}” has another plural in {known.files[-1]}"
        raise NotTranslatable(message)
    files = known.files if again.files[0] in known.files else (*known.files, *again.files)
    return Sentence(known.template, known.plural or again.plural, files)


def _said_in(source: str, name: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(source, name)
    names = _imported(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in names]
    called = {id(call.func) for call in calls}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in names and id(node) not in called:
            _refuse(name, node, f"call `{node.id}` here, so that its text can be found")
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        yield _templates(call, names[_name(call.func)], name)


def _imported(tree: ast.Module) -> dict[str, str]:
    """What `msg` and `counted` are called in a module."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = [alias for node in imports if (node.module or "").startswith("cjm.diagnostics") for alias in node.names]
    return {alias.asname or alias.name: alias.name for alias in named if alias.name in _TEMPLATES}


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _templates(call: ast.Call, maker: str, file: str) -> tuple[str, str]:
    given = call.args[: _TEMPLATES[maker]]
    texts = [node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    if len(texts) < _TEMPLATES[maker]:
        _refuse(file, call, f"`{maker}` takes literal text; give what changes as an argument")
    names = {keyword.arg for keyword in call.keywords} | ({"count"} if maker == "counted" else set())
    for text in texts:
        _compare(text, names, file, call)
    return texts[0], texts[1] if maker == "counted" else ""


def _compare(text: str, names: set[str | None], file: str, call: ast.Call) -> None:
    """Hold a template against the arguments of its call; a call with `**` gives what nobody can see here."""
    if None in names:
        return
    if not names:
        if "{{" in text or "}}" in text:
            _refuse(file, call, f"without arguments “{text}” is said as it stands: write single braces")
        return
    if unknown := placeholders(text) - names:
        _refuse(file, call, f"“{text}” speaks of {', '.join(sorted(unknown))}, which it is not given")


def _refuse(file: str, node: ast.expr, problem: str) -> None:
    message = f"{file}:{node.lineno}: {problem}"
    raise NotTranslatable(message)
