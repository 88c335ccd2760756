"""Everything that cjm says can be said in the languages promised, and the catalogues hold just what the code says."""

import re
from pathlib import Path

import pytest

from cjm.diagnostics import Message, counted, msg, say, untranslated
from cjm.locale import DOMAINS, FOLDER, LABELS, LANGUAGES, beside, closest, translator
from cjm.locale.catalogues import check, main, of_domain, read, translated, whole
from cjm.locale.extraction import Sentence, extract, placeholders

SAID = whole(extract(FOLDER.parent).said.values(), FOLDER.parent)
CATALOGUES = tuple(translated())
IN_CATALOGUES = {
    (domain, language): [
        (said.template, translator(language, domain)(said.template, said.plural, 1)) for said in of_domain(SAID, domain)
    ]
    for domain, language in CATALOGUES
}
"""Each template, the singular one where there are two, and what stands for it."""
each_catalogue = pytest.mark.parametrize(("domain", "language"), CATALOGUES)


def test_the_catalogues_are_in_step_with_the_code() -> None:
    problems = check(FOLDER.parent, FOLDER)
    assert not problems, "run `python -m cjm.locale.catalogues` and translate what it lists"


def test_labels_have_four_languages_and_all_else_two() -> None:
    assert DOMAINS == {"cjm": LANGUAGES, "labels": LABELS, "pages": LANGUAGES, "examples": LANGUAGES, "help": LANGUAGES}
    spanish = {(domain, "es") for domain in DOMAINS}
    assert set(CATALOGUES) == spanish | {("labels", "fr"), ("labels", "pt")}


def test_pages_and_help_stand_apart_from_messages() -> None:
    """They are as long as all messages together, and a run that validates needs neither."""
    texts = {"pages": "The file is not YAML.", "examples": "title: Buying bread", "help": "Print the version."}
    for domain, text in texts.items():
        assert [each for each in DOMAINS if text in {said.template for said in of_domain(SAID, each)}] == [domain]


def test_what_stands_beside_a_message_is_in_its_language() -> None:
    assert beside(translator("es"), "help") is translator("es", "help")
    assert beside(translator("en"), "help") is untranslated
    assert beside(lambda template, *_: template, "help") is untranslated


def message(said: Sentence, number: int) -> Message:
    names = placeholders(said.template) | placeholders(said.plural)
    arguments = tuple((name, number if name == "count" else "x") for name in sorted(names) if name.isidentifier())
    return Message(said.template, arguments, said.plural, number)


@pytest.mark.parametrize(("domain", "language"), [each for each in CATALOGUES if each[0] != "examples"])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_every_sentence_takes_the_same_arguments_in_each_language(domain: str, language: str, number: int) -> None:
    for said in of_domain(SAID, domain):
        english, other = (say(message(said, number), translator(each, domain)) for each in ("en", language))
        assert other.count("{") == english.count("{")


@each_catalogue
def test_what_stands_in_backticks_stays_as_it_is(domain: str, language: str) -> None:
    """They are words of the format, which has no language."""
    said = IN_CATALOGUES[domain, language]
    assert [other for english, other in said if quoted(english) != quoted(other)] == []


def test_a_label_speaks_of_no_word_of_the_format() -> None:
    """Who reads a picture has not seen the file: what quotes it is a message, and its module `_REFUSING`."""
    assert [said.template for said in of_domain(SAID, "labels") if "`" in said.template] == []


def quoted(text: str) -> list[str]:
    return sorted(re.findall(r"`+[^`]*`+", text))


@each_catalogue
@pytest.mark.parametrize("mark", [".", "?", "…", ":"])
def test_a_sentence_ends_as_its_template_does(domain: str, language: str, mark: str) -> None:
    said = IN_CATALOGUES[domain, language]
    assert [other for english, other in said if other.endswith(mark) != english.endswith(mark)] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_spanish_question_is_opened_and_closed(domain: str) -> None:
    assert [other for _, other in IN_CATALOGUES[domain, "es"] if other.count("¿") != other.count("?")] == []


def test_french_signs_have_their_no_break_spaces_and_french_quotes() -> None:
    said = [other for _, other in IN_CATALOGUES["labels", "fr"]]
    assert [each for each in said if re.search(r"(?<![\u00a0\u202f])[:;?!»]|«(?!\u00a0)|[\"'“”]", each)] == []


@each_catalogue
def test_a_sentence_has_no_spaces_around_it(domain: str, language: str) -> None:
    assert [other for _, other in IN_CATALOGUES[domain, language] if other != other.strip()] == []


@each_catalogue
def test_a_sentence_begins_with_the_same_case(domain: str, language: str) -> None:
    """A fact of a finding begins in lower case, a word of a picture with a capital."""
    both = [(one, other) for one, other in IN_CATALOGUES[domain, language] if one[0].isalpha() and other[0].isalpha()]
    assert [other for english, other in both if other[0].isupper() != english[0].isupper()] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 stages", "1 stage", "2 stages"]),
        ("es", ["0 etapas", "1 etapa", "2 etapas"]),
        ("fr", ["0 étape", "1 étape", "2 étapes"]),
        ("pt", ["0 etapa", "1 etapa", "2 etapas"]),
    ],
)
def test_none_one_and_many_are_told_apart_as_each_language_does(language: str, said: list[str]) -> None:
    spoken = translator(language, "labels")
    assert [say(counted("{count} stage", "{count} stages", count), spoken) for count in (0, 1, 2)] == said


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
    assert translator("fr") is translator("xx", "labels") is untranslated


def test_labels_and_messages_are_kept_apart() -> None:
    assert translator("fr", "labels")("Moment of truth", "", 1) == "Moment de vérité"
    assert translator("es", "labels")("Moment of truth", "", 1) == "Momento de la verdad"
    assert translator("es", "cjm")("Moment of truth", "", 1) == "Moment of truth"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("es_AR.UTF-8", "es"), ("es-419", "es"), ("EN", "en"), ("C", None), ("", None), (None, None), ("fr_FR", None)],
)
def test_a_locale_name_means_a_language(tag: str | None, language: str | None) -> None:
    assert closest(tag) == language


@pytest.mark.parametrize(("tag", "language"), [("fr_CA", "fr"), ("pt-BR", "pt"), ("es-MX", "es"), ("de", None)])
def test_labels_are_said_in_more_languages_than_messages(tag: str, language: str | None) -> None:
    assert closest(tag, LABELS) == language


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
        "es/cjm: not translated: “no `{key}` here”",
        "es/cjm: not translated: “{count} shoe”",
        "es/cjm: not translated: “a shop”",
    ]


def test_what_views_say_is_asked_for_in_the_languages_of_labels(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(package)
    translate(package, no="falta `{key}`", shop="una tienda")
    (package / "views").mkdir()
    (package / "views" / "sign.py").write_text('from cjm.diagnostics import msg\nA = [msg("Open"), msg("a shop")]\n')
    capsys.readouterr()
    assert run(package) == 1
    left = ["not translated: “a shop”", "not translated: “Open”"]
    expected = [f"{language}/labels: {each}" for language in ("es", "fr", "pt") for each in left]
    assert capsys.readouterr().err.splitlines() == expected
    assert [each.id for each in read(package / "es/LC_MESSAGES/cjm.po") if each.id][-1] == "a shop"


def test_what_views_refuse_is_said_by_the_tool(tmp_path: Path) -> None:
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "picking.py").write_text(
        'from cjm.diagnostics import msg\nA = msg("there is no such path")\n'
    )
    said = extract(tmp_path).said.values()
    assert [each.template for each in of_domain(said, "cjm")] == ["there is no such path"]
    assert of_domain(said, "labels") == []


def test_a_translated_catalogue_is_compiled_and_passes(package: Path) -> None:
    run(package)
    translate(package, no="falta `{key}`", shop="una tienda")
    assert run(package, "--check") == 1
    assert run(package) == 0
    assert run(package, "--check") == 0


def test_running_it_again_changes_nothing(package: Path) -> None:
    run(package)
    files = [file for pattern in ("*.po*", "*.mo") for file in package.rglob(pattern)]
    before = [file.read_bytes() for file in files]
    run(package)
    assert len(files) == len(DOMAINS) + 2 * len(CATALOGUES)
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
        ("falta `{llave}`", "es/cjm: other placeholders"),
        ("falta `{key", "es/cjm: other placeholders"),
        ("", "es/cjm: not translated"),
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
    assert capsys.readouterr().err == "es/cjm: fuzzy: “a shop”\n"


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
