"""Finds the sentences that `msg` and `counted` are given in the code, as translators need them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

_TEMPLATES = {"msg": 1, "counted": 2}
"""What makes a message, and how many templates it takes first."""


@dataclass(slots=True)
class Sentence:
    """A template, its plural or nothing, the files that say it, and its domain where they do not tell."""

    template: str
    plural: str = ""
    files: list[str] = field(default_factory=list)
    domain: str = ""


@dataclass(slots=True)
class Extract:
    """What a package says, and the calls whose words no translator could see or no reader would want."""

    said: dict[str, Sentence] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def extract(package: Path) -> Extract:
    """Every sentence of a package, in the order of files and lines."""
    found = Extract()
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package.parent).as_posix()
        if not name.startswith(f"{package.name}/diagnostics/"):
            _read(file.read_text("utf-8"), name, found)
    return found


def placeholders(template: str) -> set[str]:
    """The names in braces; the braces alone when the text is no template, and is said as it stands."""
    try:
        found = [(name, form) for _, name, form, _ in Formatter().parse(template) if name is not None]
    except ValueError:
        found = [("", "?")]
    as_it_stands = any(form for _, form in found)
    return {"".join(char for char in template if char in "{}")} if as_it_stands else {name for name, _ in found}


def _read(source: str, name: str, found: Extract) -> None:
    tree = ast.parse(source, name)
    makers = _imported(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in makers]
    called = {id(call.func) for call in calls}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in makers and id(node) not in called:
            found.problems.append(f"{name}:{node.lineno}: call `{node.id}` here, so that its text can be found")
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        maker = makers[_name(call.func)]
        texts = _texts(call, maker)
        found.problems += [f"{name}:{call.lineno}: {problem}" for problem in _problems(call, maker, texts)]
        if len(texts) == _TEMPLATES[maker]:
            _add(found, texts, f"{name}:{call.lineno}")


def _imported(tree: ast.Module) -> dict[str, str]:
    """What `msg` and `counted` are called in a module."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = [alias for node in imports if (node.module or "").startswith("cjm.diagnostics") for alias in node.names]
    return {alias.asname or alias.name: alias.name for alias in named if alias.name in _TEMPLATES}


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _texts(call: ast.Call, maker: str) -> list[str]:
    given = call.args[: _TEMPLATES[maker]]
    return [node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _problems(call: ast.Call, maker: str, texts: list[str]) -> Iterator[str]:
    """Hold the templates against the arguments of their call; what `**` gives nobody can see here."""
    if len(texts) < _TEMPLATES[maker]:
        yield f"`{maker}` takes literal text; give what changes as an argument"
    names = {keyword.arg for keyword in call.keywords} | ({"count"} if maker == "counted" else set())
    for text in texts if None not in names else ():
        if not names and ("{{" in text or "}}" in text):
            yield f"without arguments “{text}” is said as it stands: write single braces"
        elif names and (unknown := placeholders(text) - names):
            yield f"“{text}” speaks of {', '.join(sorted(unknown))}, which it is not given"


def _add(found: Extract, texts: list[str], place: str) -> None:
    template, plural = texts[0], "".join(texts[1:])
    sentence = found.said.setdefault(template, Sentence(template))
    if plural and sentence.plural not in ("", plural):
        found.problems.append(f"{place}: “{template}” has another plural in {sentence.files[-1]}")
    sentence.plural = sentence.plural or plural
    file = place.rpartition(":")[0]
    if file not in sentence.files:
        sentence.files.append(file)
