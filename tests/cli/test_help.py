"""Help and usage errors in English and Spanish. A command that is added is held by these tests as it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.cli.app import COMMANDS, run
from cjm.cli.manual import lang_in
from cjm.cli.phrases import looked_up
from cjm.locale import translator

Say = Callable[..., tuple[int, str]]
SPANISH = translator("es", "help")
each_command = pytest.mark.parametrize("command", ["", *COMMANDS], ids=lambda command: command or "cjm")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CJM_LANG", "en")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Say:
    """The exit code of a command line, and what it prints, in one long line."""

    def say(*arguments: str) -> tuple[int, str]:
        code = run(arguments)
        return code, " ".join("".join(capsys.readouterr()).split())

    return say


def whole(text: str) -> re.Pattern[str]:
    """A text as it stands in a long line of help."""
    return re.compile(rf"(?<![\w-]){re.escape(' '.join(text.split()))}(?!\w)")


@each_command
def test_help_is_all_in_spanish(said: Say, command: str) -> None:
    code, text = said(*filter(None, [command]), "--help", "--lang", "es")
    assert code == 0
    for english in looked_up(command):
        spanish = SPANISH(english, "", 1)
        if "{" not in english:
            assert whole(spanish).search(text), f"no translation of: {english}"
        if " " in english:
            assert not whole(english).search(text)


@each_command
def test_help_is_all_in_english(said: Say, command: str) -> None:
    code, text = said(*filter(None, [command]), "--help", "--lang", "en")
    assert code == 0
    assert [each for each in looked_up(command) if "{" not in each and not whole(each).search(text)] == []


@each_command
def test_nothing_is_left_of_the_words_around_options(said: Say, command: str) -> None:
    text = said(*filter(None, [command]), "-h", "--lang", "es")[1]
    assert re.findall(r"\[(?:default|required|env var)|Usage|OPTIONS|Example", text) == []


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["render", "--help"], "en"),
        (["--lang", "es", "render", "--help"], "es"),
        (["--help", "--lang", "es"], "es"),
        (["render", "--lang=es-MX", "--help"], "es"),
        (["render", "--help", "--lang", "es", "--lang", "en"], "en"),
        (["render", "--help", "--", "--lang", "es"], "en"),
        (["render", "--help", "--lang", "xx"], "en"),
    ],
)
def test_help_follows_lang_wherever_it_stands(said: Say, arguments: list[str], language: str) -> None:
    assert said(*arguments)[1].startswith({"en": "Usage: cjm", "es": "Uso: cjm"}[language])


@pytest.mark.parametrize("variable", ["CJM_LANG", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_help_follows_the_environment_as_messages_do(said: Say, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.delenv("CJM_LANG")
    monkeypatch.setenv(variable, "es_ES.UTF-8")
    assert said("--help")[1].startswith("Uso: cjm")
    assert said("--help", "--lang", "en")[1].startswith("Usage: cjm")


def test_no_arguments_show_the_help(said: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said()[0] == 2
    assert said()[1] == said("--help")[1]
    monkeypatch.setenv("CJM_LANG", "es")
    assert said()[1] == said("--help")[1]


@pytest.mark.parametrize(
    ("line", "english", "spanish"),
    [
        ("--nope", "No such option: --nope", "No existe la opción --nope"),
        (
            "validate --form",
            "No such option: --form (Possible options: --format)",
            "No existe la opción --form (opciones parecidas: --format)",
        ),
        ("frobnicate", "No such command 'frobnicate'.", "No existe la orden 'frobnicate'."),
        (
            "validat",
            "No such command 'validat'. Did you mean 'validate'?",
            "No existe la orden 'validat'. ¿Querías decir 'validate'?",
        ),
        ("--lang", "Option '--lang' requires an argument.", "La opción '--lang' necesita un valor."),
        ("explain", "Missing argument 'rule'.", "Falta el argumento 'regla'."),
        ("explain a b", "Got unexpected extra argument(s) (b)", "Sobran argumentos (b)"),
        ("render --scale", "Option '--scale' requires an argument.", "La opción '--scale' necesita un valor."),
        (
            "validate --strict=yes",
            "Option '--strict' does not take a value.",
            "La opción '--strict' no lleva valor.",
        ),
        (
            "validate --show all",
            "Invalid value for '--show': 'all' is not one of 'error', 'warning', 'info'.",
            "Valor no válido para '--show': 'all' no es uno de estos: 'error', 'warning', 'info'.",
        ),
        (
            "validate -j many",
            "Invalid value for '--jobs' / '-j': 'many' is not a valid int range.",
            "Valor no válido para '--jobs' / '-j': 'many' no es un número entero.",
        ),
        (
            "validate --jobs -1",
            "Invalid value for '--jobs' / '-j': -1 is not in the range x>=0.",
            "Valor no válido para '--jobs' / '-j': -1 está fuera del intervalo x>=0.",
        ),
        (
            "render --scale large",
            "Invalid value for '--scale': 'large' is not a valid float range.",
            "Valor no válido para '--scale': 'large' no es un número.",
        ),
    ],
)
def test_a_usage_error_is_said_in_both_languages(
    said: Say, monkeypatch: pytest.MonkeyPatch, line: str, english: str, spanish: str
) -> None:
    code, text = said(*line.split())
    assert (code, text.partition("Error: ")[2]) == (2, english)
    monkeypatch.setenv("CJM_LANG", "es")
    code, text = said(*line.split())
    assert (code, text.partition("Error: ")[2]) == (2, spanish)
    assert "Try " not in text
    assert "Usage" not in text


def test_a_missing_command_is_said_in_both_languages(said: Say) -> None:
    assert said("--lang", "en")[1].endswith("Error: Missing command.")
    assert said("--lang", "es")[1].endswith("Error: Falta la orden.")


def test_a_value_that_reads_like_a_sentence_stays_as_it_is(said: Say) -> None:
    _, text = said("validate", "--show", "{reason} is not one of {names}.", "--lang", "es")
    assert text.endswith("'{reason} is not one of {names}.' no es uno de estos: 'error', 'warning', 'info'.")


def test_lang_before_the_command_holds_for_its_messages(said: Say) -> None:
    assert "no existe la regla `nope`" in said("--lang", "es", "explain", "nope")[1]
    assert "there is no rule `nope`" in said("--lang", "es", "explain", "nope", "--lang", "en")[1]
    assert said("--lang", "xx", "explain", "nope")[0] == 2


def test_lang_without_a_value_means_none() -> None:
    assert lang_in(["--help", "--lang"]) is None
    assert lang_in([]) is None


def test_a_run_in_spanish_reads_the_messages_alone(journey: Path) -> None:
    code = (
        "import json, sys\nread = []\n"
        "sys.addaudithook(lambda event, given: read.append(str(given[0])) if event == 'open' else None)\n"
        "from cjm.cli.app import run\n"
        f"run(['validate', {journey.name!r}, '--lang', 'es', '--no-cache'])\n"
        "print(json.dumps([each for each in read if each.endswith('.mo')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=journey.parent)
    assert [Path(each).name for each in json.loads(done.stdout.splitlines()[-1])] == ["cjm.mo"]
