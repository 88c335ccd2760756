"""Every rule has a page that is complete and true: its bad example is found, its good one is not."""

import re
from collections.abc import Callable

import pytest

from cjm.checks import RULES
from cjm.checks.page import page
from cjm.checks.policy import Policy
from cjm.checks.registry import Rule
from cjm.diagnostics import Diagnostic, say
from cjm.locale import LANGUAGES, translator

Judge = Callable[..., tuple[Diagnostic, ...]]
SAVED_AS_WINDOWS_1252 = ("# saved as Windows-1252\n", "# guardado como Windows-1252\n")
TEN_MEGABYTES_MORE = ("# … and ten megabytes more\n", "# … y diez megabytes más\n")

KEY = re.compile(r"[a-z_]+(?=:(?: |$))", re.MULTILINE)
NO_KEY = {"language", "thing", "cosa"}
"""What only a Spanish example has to say, and what stands before a colon in a sentence."""
WORD = re.compile(r"(?:kind|status|state|severity|metric|unit): ([^,}\n]+)")
"""Words of the format, which stay what they are."""

in_each_language = pytest.mark.parametrize("language", LANGUAGES)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: str(rule.id))


def as_file(example: str) -> bytes:
    """An example as bytes; two say in their first line what a page cannot show."""
    if example.startswith(SAVED_AS_WINDOWS_1252):
        return example.encode("cp1252")
    if example.startswith(TEN_MEGABYTES_MORE):
        return example.encode() + b"#" * 10_000_000
    return example.encode()


@each_rule
def test_a_page_is_complete(rule: Rule) -> None:
    about = page(rule)
    assert about.summary
    assert about.why
    assert about.bad.strip()
    assert about.good.strip()
    assert about.source
    assert about.bad != about.good


@each_rule
def test_a_summary_is_one_sentence(rule: Rule) -> None:
    summary = page(rule).summary
    assert summary.endswith(".")
    assert ". " not in summary
    assert summary[0].isupper() or summary[0] == "`"


@each_rule
def test_every_option_is_explained(rule: Rule) -> None:
    assert [name for name, about in page(rule).options if about] == list(rule.options)


@in_each_language
@each_rule
def test_the_bad_example_gives_this_rule_and_nothing_as_grave(
    rule: Rule, language: str, judge: Judge, everything: Policy
) -> None:
    text = page(rule, translator(language)).bad
    gravity = everything.severity(rule, "agreed" if "status: agreed" in text else "draft")
    found = {each.rule for each in judge(as_file(text)) if each.severity >= gravity}
    assert found == {rule.id}


@in_each_language
@each_rule
def test_the_good_example_is_good(rule: Rule, language: str, judge: Judge) -> None:
    found = judge(as_file(page(rule, translator(language)).good))
    assert [say(each.message) for each in found if each.rule == rule.id or each.severity > rule.severity] == []


@in_each_language
@each_rule
def test_an_example_is_short_enough_to_be_read(rule: Rule, language: str) -> None:
    about = page(rule, translator(language))
    for example in (about.bad, about.good):
        assert len(example.splitlines()) <= 25
        assert max(map(len, example.splitlines())) <= 116


@each_rule
def test_a_page_is_complete_in_spanish(rule: Rule) -> None:
    english, spanish = page(rule), page(rule, translator("es"))
    assert spanish.summary != english.summary
    assert [name for name, _ in spanish.options] == [name for name, _ in english.options]
    both = [
        *zip(english.why.split("\n\n"), spanish.why.split("\n\n"), strict=True),
        *zip(dict(english.options).values(), dict(spanish.options).values(), strict=True),
    ]
    assert [one for one, other in both if one == other] == []
    assert max(map(len, spanish.why.splitlines())) <= 116
    assert spanish.source == english.source


@each_rule
def test_a_spanish_example_has_the_keys_of_the_english_one(rule: Rule) -> None:
    english, spanish = page(rule), page(rule, translator("es"))
    for one, other in ((english.bad, spanish.bad), (english.good, spanish.good)):
        keys, others = ([each for each in KEY.findall(text) if each not in NO_KEY] for text in (one, other))
        assert keys == others
        assert WORD.findall(other) == WORD.findall(one)


@each_rule
def test_a_spanish_summary_is_one_sentence(rule: Rule) -> None:
    summary = page(rule, translator("es")).summary
    assert summary.endswith(".")
    assert ". " not in summary
    assert summary[0].isupper() or summary[0] == "`"
