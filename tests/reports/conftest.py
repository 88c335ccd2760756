"""What every format has to say: the same findings, ordinary and hostile; and snapshots to hold what it says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from cjm.diagnostics import Diagnostic, Related, Severity, Span, counted, msg
from cjm.reports import Report, compose

INFO, WARNING, ERROR = Severity
SNAPSHOTS = Path(__file__).parent / "snapshots"

HOSTILE = {
    "rich markup": "[bold red]bold[/] [link=https://example.com]here[/link] [/nothing]",
    "emoji code": ":warning: :smile:",
    "ansi colour": "\x1b[31mred\x1b[0m",
    "ansi title": "\x1b]0;owned\x07",
    "c1 control": "\x9b31mred\x85next",
    "bell and backspaces": "\x07safe\x08\x08\x08\x08evil",
    "delete and null": "a\x7fb\x00c",
    "carriage return": "kept\rlost",
    "old command": "##[error]x",
    "command": "\n::set-output name=a::b",
    "command after a return": "x\r::stop-commands::y",
    "property": "a,title=b::c%0A::error::d",
    "percent": "100%25 %0A done",
    "bidi": "user\u202etxt.exe\u202c \u2066x\u2069",
    "line separators": "one\u2028two\u2029three",
    "zero width": "pass\u200bword\ufeff\u2060",
    "lone surrogate": "half \ud83d of a pair",
    "wide": "顧客は店に入る",
    "emoji": "👨‍👩‍👧‍👦 👍🏽 ❤️ 🇪🇸",
    "combining": "e\u0301a\u0300 u\u0308ber",
    "many marks": "Z" + "\u0335\u0322\u0351" * 200,
    "tabs": "\ta\tbc\td",
    "template": "{0} {count} {x.__class__} {",
    "quotes": "\"'`<script>alert(1)</script>",
    "long": "palabra " * 500,
    "long word": "x" * 5000,
    "empty": "",
}

HAY, STRAW = "hay " * 300, "straw " * 300
SHOP = f"""\
cjm: 1
title: Comprar unas zapatillas
personas:
  - {{id: laura, name: Laura}}
  - {{id: laura, name: Laura Gómez}}
stages:
  - name: 顧客は店に入る, emotion: tres
  - name: "👨‍👩‍👧‍👦 family ❤️ visit"
  -\tname:\tBuying\tshoes
  - name: e\u0301tape a\u0300 part
  - name: \x1b[31mred\x1b[0m \u202etxt.exe
  - thoughts: {HAY} needle {STRAW}
  - |
    first
    second
"""
TEAM = "teams:\n  - id: laura\n"


def error(rule: str, span: tuple[int, int, int, int], message: str) -> Diagnostic:
    """A finding in the shop's file whose message is the text given."""
    return Diagnostic(rule, ERROR, msg("`{text}`", text=message), "shop.yaml", Span(*span))


def ordinary() -> tuple[Diagnostic, ...]:
    """Findings as people meet them, and lines that are hard to underline."""
    first = Related(msg("the first is here"), Span(4, 10, 4, 15))
    team = Related(msg("and a team"), Span(2, 9, 2, 14), "team.yaml")
    others = tuple(Related(msg("and none here"), Span(line, 5, line, 9)) for line in range(7, 12))
    twice, hint = msg("two personas have the id `{id}`", id="laura"), msg("give one of them another id")
    text, number = msg("`emotion` is text"), msg("write it as {example}", example=msg("a number"))
    goals = counted("{count} stage has no goal", "{count} stages have no goal", 6)
    return (
        Diagnostic(
            "duplicate-id", ERROR, twice, "shop.yaml", Span(5, 10, 5, 15), "personas[1].id", hint, (first, team)
        ),
        Diagnostic("wrong-type", ERROR, text, "shop.yaml", Span(7, 28, 7, 32), "stages[0].emotion", number),
        Diagnostic("stage-without-goal", WARNING, goals, "shop.yaml", Span(6, 1, 6, 7), "stages", related=others),
        error("emoji", (8, 30, 8, 35), "visit"),
        error("tabs", (9, 14, 9, 19), "shoes"),
        error("combining", (10, 18, 10, 19), "a\u0300"),
        error("escapes", (11, 11, 11, 25), "\x1b[31mred\x1b[0m"),
        error("long-line", (12, 1216, 12, 1222), "needle"),
        error("several-lines", (13, 5, 15, 11), "first second"),
        error("end-of-line", (6, 8, 6, 8), "nothing"),
        error("beyond-the-file", (900, 4, 900, 5), "nothing"),
        Diagnostic("empty-text", INFO, msg("`{key}` is empty", key="title"), "gone.yaml", Span(2, 1, 2, 6), "title"),
    )


def hostile() -> tuple[Diagnostic, ...]:
    """A finding for each hostile text: as message, hint, file and line."""
    return tuple(_hostile(name.replace(" ", "-"), text) for name, text in HOSTILE.items())


def _hostile(rule: str, text: str) -> Diagnostic:
    message, hint = msg("hostile: {text}", text=text), msg("advice: {text}", text=text)
    related = (Related(msg("{text}", text=text), Span(1, 1, 1, 5), f"other-{text}"),)
    return Diagnostic(rule, WARNING, message, f"{text}.yaml", Span(1, 7, 1, 7 + len(text)), text, hint, related)


def read(file: str) -> str | None:
    """The text of a file of this suite."""
    if file == "gone.yaml":
        return None
    if file == "team.yaml":
        return TEAM
    return SHOP if file == "shop.yaml" else f"name: {file}\n"


@pytest.fixture(scope="session")
def report() -> Report:
    """Ordinary findings, all shown."""
    return compose(ordinary(), 2, INFO, excerpt=read)


@pytest.fixture(scope="session")
def hostile_report() -> Report:
    """Findings made of hostile text."""
    return compose(hostile(), 1, INFO, excerpt=read)


@pytest.fixture(scope="session")
def same_as_before() -> Callable[[str, str], None]:
    """Hold a text against its snapshot; `CJM_ACCEPT=1` writes it instead."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if os.environ.get("CJM_ACCEPT"):
            file.write_text(text, "utf-8", newline="")
        assert text == file.read_bytes().decode("utf-8"), f"{name} changed; if it should have, run with CJM_ACCEPT=1"

    return compare


@pytest.fixture(scope="session")
def payloads(shared: Path) -> dict[str, str]:
    """Every hostile text of the public data, by its file and line."""
    found: dict[str, str] = {}
    for file in sorted((shared / "payloads").glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1):
            text = yaml.safe_load(f'"{line}"') if file.name == "terminal.txt" else line
            if text.strip():
                found[f"{file.stem}:{number}"] = text
    assert len(found) > 100
    return found


@pytest.fixture(scope="session")
def saying() -> Callable[[str], Report]:
    """Five findings made of one text: in message, hint, rule, path, file name and second place."""

    def build(text: str) -> Report:
        message, hint = msg("it is {text}", text=text), msg("write {text}", text=text)
        related = (Related(msg("also {text}", text=text), Span(2, 1, 2, 5), f"other-{text}.yaml"),)
        found = [
            Diagnostic("flat-curve", ERROR, message, f"{text}.yaml", Span(line, 3, line, 9), text, hint, related)
            for line in range(1, 6)
        ]
        return compose(found, 1, INFO, excerpt=lambda _: f"name: {text}\n", names=(f"{text}.yaml",))

    return build
