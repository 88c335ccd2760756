"""Rules as text: the page of one, the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import indent

from cjm.checks import Rule
from cjm.checks.page import Page, page
from cjm.checks.registry import Option
from cjm.diagnostics import Message, Severity, Translate, msg, say
from cjm.locale import beside
from cjm.reports.rules.words import BETTER, SOURCE, WORSE

_SEVERITIES = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning"), Severity.INFO: msg("info")}
_MARKS = {Severity.ERROR: msg("E"), Severity.WARNING: msg("W"), Severity.INFO: msg("I")}
_LEGEND = msg("E error, W warning, I remark; a second letter holds once the map is agreed")


def render_page(rule: Rule, translate: Translate) -> str:
    """What is wrong, why it matters, a bad and a good example, the options, and the source."""
    found, translate = page(rule, translate), beside(translate, "pages")
    parts = [
        f"{rule.id}  ({translate(rule.group, '', 1)}: {say(_severity(rule), translate)})",
        found.summary,
        found.why,
        f"{say(WORSE, translate)}\n{indent(found.bad.rstrip(), '    ')}",
        f"{say(BETTER, translate)}\n{indent(found.good.rstrip(), '    ')}",
    ]
    if found.options:
        heading = say(msg("Options, under `rules: limits:` of cjm.yaml:"), translate)
        parts.append("\n".join([heading, *_options(rule, found, translate)]))
    return "\n\n".join([*parts, f"{say(SOURCE, translate)} {found.source}"]) + "\n"


def _severity(rule: Rule) -> Message:
    severity, agreed = _SEVERITIES[rule.severity], _SEVERITIES[rule.agreed]
    if rule.severity == rule.agreed:
        return severity
    return msg("{severity}, {agreed} once the map is agreed", severity=severity, agreed=agreed)


def _options(rule: Rule, found: Page, translate: Translate) -> Iterator[str]:
    for name, about in found.options:
        default = say(msg("default {value}", value=_default(rule.options[name])), translate)
        yield f"    {name} ({default}): {about}"


def _default(value: Option) -> str | Message:
    if isinstance(value, tuple):
        return ", ".join(value) or msg("none")
    return str(value)


def render_list(rules: Sequence[Rule], translate: Translate) -> str:
    """The rules by group, in one line each."""
    width, words = max(len(rule.id) for rule in rules), beside(translate, "pages")
    lines: list[str] = []
    for group, members in groupby(rules, key=lambda rule: rule.group):
        lines += ["", _group(group, words)]
        lines += [f"  {rule.id:<{width}}  {_marks(rule, words)}  {page(rule, translate).summary}" for rule in members]
    return "\n".join([*lines[1:], "", say(_LEGEND, words)]) + "\n"


def _group(group: str, translate: Translate) -> str:
    """The name of a group, and the word that `--select` knows it by where that is another."""
    name = translate(group, "", 1)
    return name if name == group else f"{name} ({group})"


def _marks(rule: Rule, translate: Translate) -> str:
    severity, agreed = (say(_MARKS[each], translate) for each in (rule.severity, rule.agreed))
    return f"{severity} " if severity == agreed else severity + agreed
