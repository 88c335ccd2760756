"""Everything that cjm says can be said in Spanish, and the catalogues hold just what the code says."""

import re
from pathlib import Path

import pytest

from cjm.diagnostics import Message, counted, msg, say, untranslated
from cjm.locale import FOLDER, closest, translator
from cjm.locale.catalogues import check, main, read
from cjm.locale.extraction import Sentence, extract, placeholders

SAID = tuple(extract(FOLDER.parent).said.values())
IN_SPANISH = [(said.template, translator("es")(said.template, said.plural, 1)) for said in SAID]
"""Each template, the singular one where there are two, and what stands for it."""


def test_the_catalogues_are_in_step_with_the_code() -> None:
    problems = check(FOLDER.parent, FOLDER)
    assert not problems, "run `python -m cjm.locale.catalogues` and translate what it lists"


def message(said: Sentence, number: int) -> Message:
    names = placeholders(said.template) | placeholders(said.plural)
    arguments = tuple((name, number if name == "count" else "x") for name in sorted(names) if name.isidentifier())
    return Message(said.template, arguments, said.plural, number)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_sentence_takes_the_same_arguments_in_spanish(number: int) -> None:
    for said in SAID:
        english, spanish = (say(message(said, number), translator(language)) for language in ("en", "es"))
        assert spanish.count("{") == english.count("{")


def test_what_stands_in_backticks_stays_as_it_is() -> None:
    """They are words of the format, which has no language."""
    assert [spanish for english, spanish in IN_SPANISH if quoted(english) != quoted(spanish)] == []


def quoted(text: str) -> list[str]:
    return sorted(re.findall(r"`+[^`]*`+", text))


@pytest.mark.parametrize("mark", [".", "?", "…", ":"])
def test_a_sentence_ends_as_its_template_does(mark: str) -> None:
    assert [spanish for english, spanish in IN_SPANISH if spanish.endswith(mark) != english.endswith(mark)] == []


def test_a_question_is_opened_and_closed() -> None:
    assert [spanish for _, spanish in IN_SPANISH if spanish.count("¿") != spanish.count("?")] == []


def test_a_sentence_has_no_spaces_around_it() -> None:
    assert [spanish for _, spanish in IN_SPANISH if spanish != spanish.strip()] == []


def test_a_sentence_begins_with_the_same_case() -> None:
    """A fact of a finding begins in lower case, a word of a picture with a capital."""
    both = [(english, spanish) for english, spanish in IN_SPANISH if english[0].isalpha() and spanish[0].isalpha()]
    assert [spanish for english, spanish in both if spanish[0].isupper() != english[0].isupper()] == []


def test_one_and_many_are_told_apart_in_spanish() -> None:
    said = [say(counted("{count} error", "{count} errors", count), translator("es")) for count in (0, 1, 2)]
    assert said == ["0 errores", "1 error", "2 errores"]


def test_a_message_inside_a_message_is_in_spanish_too() -> None:
    whole = msg("`{key}` of {part} is empty", key="name", part=msg("a stage"))
    assert say(whole, translator("es")) == "`name` está vacío en una etapa"


def test_what_no_catalogue_knows_is_said_in_english() -> None:
    assert translator("es")("never said", "", 1) == "never said"
    assert translator("es")("never said", "never said by many", 2) == "never said by many"
    assert translator("xx") is translator("en") is untranslated


@pytest.mark.parametrize(
    ("tag", "language"),
    [("es_AR.UTF-8", "es"), ("es-419", "es"), ("EN", "en"), ("C", None), ("", None), (None, None), ("fr_FR", None)],
)
def test_a_locale_name_means_a_language(tag: str | None, language: str | None) -> None:
    assert closest(tag) == language


# The command itself, on a package made for it.


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that says three things."""
    code = tmp_path / "shop"
    code.mkdir()
    (code / "sale.py").write_text(
        "from cjm.diagnostics import counted, msg\n"
        'A = msg("no `{key}` "\n        "here", key="price")\n'
        'B = counted("{count} shoe", "{count} shoes", 3)\n'
        'C = msg("a shop")\n'
    )
    return code


def run(package: Path, *arguments: str) -> int:
    return main(arguments, package, package)


def translate(package: Path, **spanish: str) -> None:
    """Write translations, by the first word of their templates, into the catalogue."""
    file = package / "es" / "LC_MESSAGES" / "cjm.po"
    text = file.read_text("utf-8")
    for start, said in spanish.items():
        text = re.sub(rf'(msgid "[^"]*{start}[^"]*"\nmsgstr) ""', rf'\1 "{said}"', text)
    text = text.replace('msgstr[0] ""', 'msgstr[0] "{count} zapato"').replace(
        'msgstr[1] ""', 'msgstr[1] "{count} zapatos"'
    )
    file.write_text(text, "utf-8")


def test_new_sentences_come_without_a_translation(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(package) == 1
    assert capsys.readouterr().err.splitlines() == [
        "es: not translated: “no `{key}` here”",
        "es: not translated: “{count} shoe”",
        "es: not translated: “a shop”",
    ]


def test_a_translated_catalogue_is_compiled_and_passes(package: Path) -> None:
    run(package)
    translate(package, no="falta `{key}`", shop="una tienda")
    assert run(package, "--check") == 1
    assert run(package) == 0
    assert run(package, "--check") == 0


def test_running_it_again_changes_nothing(package: Path) -> None:
    run(package)
    files = [file for file in package.rglob("cjm.*") if file.is_file()]
    before = [file.read_bytes() for file in files]
    run(package)
    assert len(files) == 3
    assert [file.read_bytes() for file in files] == before


def test_what_is_no_longer_said_goes_and_the_rest_keeps_its_translation(package: Path) -> None:
    run(package)
    translate(package, no="falta `{key}`", shop="una tienda")
    (package / "sale.py").write_text('from cjm.diagnostics import msg\nC = msg("a shop")\n')
    assert run(package, "--check") == 1
    assert run(package) == 0
    assert [(each.id, each.string) for each in read(package / "es/LC_MESSAGES/cjm.po") if each.id] == [
        ("a shop", "una tienda")
    ]


def test_an_untranslated_plural_is_not_compiled_as_nothing(package: Path) -> None:
    run(package)
    compiled = (package / "es/LC_MESSAGES/cjm.mo").read_bytes()
    assert b"shoe" not in compiled


@pytest.mark.parametrize(
    ("spanish", "problem"),
    [
        ("falta `{llave}`", "es: other placeholders"),
        ("falta `{key", "es: other placeholders"),
        ("", "es: not translated"),
    ],
)
def test_a_translation_that_could_not_be_said_is_reported(
    package: Path, capsys: pytest.CaptureFixture[str], spanish: str, problem: str
) -> None:
    run(package)
    translate(package, no=spanish, shop="una tienda")
    capsys.readouterr()
    assert run(package) == 1
    assert capsys.readouterr().err.startswith(problem)


def test_a_fuzzy_translation_is_reported(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(package)
    translate(package, no="falta `{key}`", shop="una tienda")
    file = package / "es/LC_MESSAGES/cjm.po"
    file.write_text(file.read_text("utf-8").replace('msgid "a shop"', '#, fuzzy\nmsgid "a shop"'), "utf-8")
    capsys.readouterr()
    assert run(package) == 1
    assert capsys.readouterr().err == "es: fuzzy: “a shop”\n"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("msg(name)", "`msg` takes literal text"),
        ('msg("a " + name)', "`msg` takes literal text"),
        ('msg(f"a {name}")', "`msg` takes literal text"),
        ('counted("{count} shoe", many, 2)', "`counted` takes literal text"),
        ("map(msg, names)", "call `msg` here"),
        ('msg("a {name}", other="x")', "speaks of name"),
        ('msg("a {name", name="x")', "speaks of {"),
        ('msg("write `{{a}}`")', "write single braces"),
        ('[counted("a", "b", 1), counted("a", "c", 1)]', "has another plural"),
    ],
)
def test_what_no_translator_could_see_is_refused(tmp_path: Path, code: str, problem: str) -> None:
    (tmp_path / "bad.py").write_text(f"from cjm.diagnostics import counted, msg\nX = {code}\n")
    found = extract(tmp_path).problems
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path.name}/bad.py:2: ")
    assert problem in found[0]


@pytest.mark.parametrize(
    "code", ['msg("write `{a}`")', 'msg("a {b}", **names)', 'msg("{{a}} {b}", b=1)', 'say(msg("a"))', "counted = 1"]
)
def test_what_is_well_said_is_not_refused(tmp_path: Path, code: str) -> None:
    names = "msg" if "counted" in code else "counted, msg"
    (tmp_path / "good.py").write_text(f"from cjm.diagnostics import {names}\n{code}\n")
    assert extract(tmp_path).problems == []


def test_other_functions_of_the_same_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text("def msg(text): ...\nmsg(1)\n")
    assert extract(tmp_path).problems == []
    assert not extract(tmp_path).said
