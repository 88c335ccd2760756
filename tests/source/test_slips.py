"""Slips of beginners: each is found where it was made, in words that name it."""

import pytest

from cjm.diagnostics import say
from cjm.source import core, read

SLIPS: dict[str, tuple[str, int, int, str]] = {
    "a tab before a list item": ("title: t\nstages:\n\t- name: a\n", 3, 1, "a tab"),
    "a tab before a key": ("stages:\n  - name: a\n\temotion: 3\n", 3, 1, "a tab"),
    "a tab after a dash": ("stages:\n  -\tname: a\n", 2, 4, "a tab"),
    "a list with stars": ("stages:\n  * name: a\n  * name: b\n", 2, 3, "written with dashes"),
    "a list with bullets": ("stages:\n  • name: a\n    kind: visit\n", 2, 3, "written with dashes"),
    "a list with long dashes": ("stages:\n  — name: a\n    kind: visit\n  — name: b\n", 2, 3, "written with dashes"),
    "a space of the web": ("title: t\n\u00a0\u00a0name: x\n", 2, 1, "U+00A0"),
    "no space after the dash, first": ("stages:\n-name: a\n-name: b\n", 2, 1, "space after the dash"),
    "no space after the dash, alone": ("stages:\n  -name: a\n", 2, 3, "space after the dash"),
    "no space after the dash, second": ("stages:\n  - name: a\n  -name: b\n", 3, 3, "space after the dash"),
    "no space after the dash, at the margin": ("stages:\n- name: a\n-name: b\n", 3, 1, "space after the dash"),
    "an item one space in": ("stages:\n  - name: a\n   - name: b\n", 3, 4, "begins in column 4"),
    "an item one space out": ("stages:\n  - name: a\n - name: b\n", 3, 2, "begins in column 2"),
    "the first item one space in": ("s:\n   - name: a\n  - name: b\n  - name: c\n", 2, 4, "begins in column 4"),
    "a key one space in": ("- name: a\n  emotion: 3\n   action: x\n", 3, 4, "begins in column 4"),
    "a key one space out": ("- name: a\n  emotion: 3\n action: x\n", 3, 2, "begins in column 2"),
    "a key one space out, deeper": ("a:\n    b: 1\n   c: 2\n", 3, 4, "begins in column 4"),
    "an inner item one space out": ("s:\n  - t:\n      - name: x\n     - name: y\n", 4, 6, "begins in column 6"),
    "a first line that is indented": ("  title: x\nstages: []\n", 1, 3, "begins in column 3"),
    "a second line that is indented": ("title: x\n stages: []\n", 2, 2, "begins in column 2"),
    "no colon": ("title: t\npersona laura\nstages: []\n", 2, 1, "no colon"),
    "no colon on the first line": ("title t\nstages: []\n", 1, 1, "no colon"),
    "no colon on the last line": ("title: t\npersona laura\n", 2, 1, "no colon"),
    "no colon in an item": ("- name: a\n  emotion 3\n- name: b\n", 2, 3, "no colon"),
    "no colon behind a dash": ("- name a\n  emotion: 3\n", 1, 3, "no colon"),
    "a comment of another language": ("// hello\ntitle: x\n", 1, 1, "no comment"),
    "an equals sign": ("title = x\nstages: []\n", 1, 7, "`=`"),
    "a wide colon": ("title\uff1ax\nstages: []\n", 1, 6, "`\uff1a`"),
    "no space after the colon": ("title: t\nname:x\nstages: []\n", 2, 5, "colon needs a space"),
    "no space after the colon, first": ("title:t\nstages: []\n", 1, 6, "colon needs a space"),
    "no space after the colon, in braces": ("{name: a, emotion:3}\n", 1, 18, "colon needs a space"),
    "a tab below a text block": ("a: |\n x\n\t\nb: c\n", 3, 1, "a tab"),
    "no space after the colon, in an item": ("- name:a\n  emotion: 3\n", 1, 7, "colon needs a space"),
    "a quote left open": ('title: "sin cerrar\nstages: []\n', 1, 8, "never closed"),
    "a quote left open that the next one closes": ('title: "sin\nstages:\n  - name: "a"\n', 1, 8, "never closed"),
    "a single quote left open": ("title: 'sin\nstages:\n  - name: 'a'\n", 1, 8, "never closed"),
    "an open quote below a closed one": ("a: 'x'\nb: 'y\n", 2, 4, "never closed"),
    "a text after its quote": ('title: "Hola" mundo\n', 1, 15, "after its closing quote"),
    "an apostrophe": ("title: 'it's fine'\n", 1, 12, "after its closing quote"),
    "quotes in quotes": ('title: "She said "hi" to me"\n', 1, 19, "after its closing quote"),
    "a colon in a sentence": ("title: Compra: online\n", 1, 14, "inside a text"),
    "a colon in an item's sentence": ("- Nota: el precio: 5\n", 1, 18, "inside a text"),
    "a colon in braces": ("{title: Compra: online}\n", 1, 15, "inside a text"),
    "a colon further down in a sentence": ("d: una frase\n  que sigue: aquí\n", 2, 12, "inside a text"),
    "a comment sign in a list": ("tags: [a, b #1, c]\ntitle: x\n", 1, 13, "comment"),
    "a comment sign in a sentence": ("title: Compra # 1\n  sigue la frase\nstages: []\n", 1, 15, "comment"),
    "an open bracket": ("stages: [{name: a}, {name: b}\nx: 1\n", 1, 9, "`[`"),
    "an open bracket before another": ('stages: [a, b\ntitle: "x"\ntags: [c]\n', 1, 9, "`[`"),
    "an open brace": ("stages: {name: a\ntitle: x\n", 1, 9, "`{`"),
    "an open brace in an item": ("s:\n  - {name: a\n  - {name: b}\n", 2, 5, "`{`"),
    "an open bracket at the end": ("a: [b, c\n", 1, 4, "`[`"),
    "a bracket too many": ("tags: [a, b]]\n", 1, 13, "closes nothing"),
    "a bracket closed by a brace": ("tags: [a, b}\n", 1, 12, "is closed by"),
    "no comma between texts": ('tags: ["a" "b"]\n', 1, 12, "comma is missing"),
    "no comma between braces": ("tags: [{a: 1} {b: 2}]\n", 1, 15, "comma is missing"),
    "no comma at the end of a line": ('{\n  "title": "x"\n  "b": 1\n}\n', 3, 3, "comma is missing"),
    "no comma before the next line's key": ("- {a: b c,\n   d: e f\n   g: h}\n", 2, 10, "comma is missing"),
    "the first of two items one space in": ("s:\n   - a: b\n  - c: d\n", 2, 4, "begins in column 4"),
    "a comma too many": ("tags: [a,, b]\n", 1, 10, "before this comma"),
    "a text after its bracket": ("title: [sic] hola\n", 1, 14, "goes on after"),
    "an at sign": ("owner: @ana\n", 1, 8, "cannot begin with `@`"),
    "a backtick": ("owner: `ana`\n", 1, 8, "backtick"),
    "a per cent sign": ("share: %5\n", 1, 8, "cannot begin with `%`"),
    "stars around a word": ("title: *importante*\n", 1, 8, "cannot begin with `*`"),
    "a star before a word": ("title: *importante ya\n", 1, 8, "`*importante`"),
    "an ampersand": ("title: & co\n", 1, 8, "cannot begin with `&`"),
    "an anchor with an accent": ("a: &año x\n", 1, 4, "anchor"),
    "a greater sign": ("title: > 3 días\nstages: []\n", 1, 8, "cannot begin with `>`"),
    "a bar": ("title: | x\n", 1, 8, "cannot begin with `|`"),
    "a list behind its key": ("stages: - name: a\n", 1, 9, "on the line of its key"),
    "a list under a value": ("stages: a\n  - name: x\n", 2, 3, "has a value already"),
    "a key among items": ("stages:\n  - name: a\n  title: x\n", 3, 3, "a key stands among list items"),
    "an item among keys": ("persona:\n  name: x\n  - b\n", 3, 3, "a list item stands among keys"),
    "a Windows path": ('title: "C:\\Users\\nombre"\n', 1, 11, "`\\U`"),
    "a backslash": ('title: "50\\d"\n', 1, 11, "`\\d`"),
    "a text block that comes out": ("title: |\n    a\n  b\n", 3, 3, "indented less"),
    "a text block at the margin": ("title: |\nhola\nque tal\n", 2, 1, "indented less"),
    "a long key": ("k" * 2000 + ": v\n", 1, 1, "longer than 1024"),
    "a merge conflict": ("title: a\n<<<<<<< HEAD\nx: a\n=======\nx: b\n>>>>>>> x\n", 2, 1, "merge conflict"),
    "a Markdown fence": ("```yaml\ntitle: x\n```\n", 1, 1, "Markdown"),
    "a key in brackets": ("? [a]\n: b\n", 1, 3, "a key must be"),
    "two directives": ("%YAML 1.2\n%YAML 1.2\n---\na: b\n", 2, 1, "given twice"),
    "a control code": ("title: a\n\x1bb\n", 2, 1, "U+001B"),
    "nothing at all": ("", 1, 1, "the file is empty"),
    "only a comment": ("# nada\n", 1, 1, "the file is empty"),
}


@pytest.mark.parametrize("name", SLIPS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_slip_is_shown_where_it_was_made(name: str, ending: str) -> None:
    text, line, column, words = SLIPS[name]
    document = read(text.replace("\n", ending).encode(), "journey.yaml")
    (finding,) = document.diagnostics
    assert (finding.span.line, finding.span.column) == (line, column)
    assert words in say(finding.message)
    assert finding.rule == "invalid-yaml"
    assert finding.hint is not None
    assert say(finding.hint)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{text: ¿Lo exige la ley?}", {"text": "¿Lo exige la ley?"}),
        ("[¿qué?, 'a?', b? c]", ["¿qué?", "a?", "b? c"]),
        ("{?a: b}", {"?a": "b"}),
        ("[:a, b]", [":a", "b"]),
        ("a: b\n\t\nc: d\n", {"a": "b", "c": "d"}),
        ("a: |\n x\n \t\nb: c?", {"a": "x\n\t\n", "b": "c?"}),
        ("a: x\u2028y\nb: 'p\x85q'\n", {"a": "x\u2028y", "b": "p\x85q"}),
        ("%FOO bar\n---\na: b\n", {"a": "b"}),
        ("%YAML 1.3\n---\na: b\n", {"a": "b"}),
    ],
)
def test_what_yaml_1_2_allows_is_read(text: str, value: object) -> None:
    document = read(text.encode(), "journey.yaml")
    assert not document.diagnostics
    assert document.root is not None
    assert core(document.root) == value
