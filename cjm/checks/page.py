"""A rule's page, read from its docstring: what is wrong, why it matters, a bad and a good example, the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from inspect import cleandoc
from textwrap import dedent, fill, indent

from cjm.checks import RULES
from cjm.checks.registry import Rule
from cjm.diagnostics import Translate, untranslated
from cjm.locale import beside

_SAYING = re.compile(r"^(?! *(?:- )?\w+:$).*[^\W\d_]")
"""A line of an example that says more than a key."""
_WIDTH = 116
"""The longest line of a docstring, less its indent: pages are as wide in each language."""
_SECTION = re.compile(r"^(Bad|Good|Options|Source):[ ]?(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What `cjm explain` says. `options` pairs each option's name with what it means."""

    summary: str
    why: str
    bad: str
    good: str
    source: str
    options: tuple[tuple[str, str], ...] = ()


def page(rule: Rule, translate: Translate = untranslated) -> Page:
    """The page of a rule in the language of messages; a section that the docstring lacks is empty, which a test forbids.

    The source, and keys and words of the format in the examples, are the same in every language.
    """
    found = _written(rule)
    if translate is untranslated:
        return found
    told, shown = beside(translate, "pages"), beside(translate, "examples")
    return replace(
        found,
        summary=told(found.summary, "", 1),
        why="\n\n".join(
            fill(told(each, "", 1), _WIDTH, break_long_words=False, break_on_hyphens=False)
            for each in _paragraphs(found.why)
        ),
        bad=_example(found.bad, shown),
        good=_example(found.good, shown),
        options=tuple((name, told(about, "", 1)) for name, about in found.options),
    )


def _example(text: str, translate: Translate) -> str:
    """An example in another language, line by line; the two of a page share most lines."""
    lines = ((line.strip(), line[: len(line) - len(line.lstrip())]) for line in text.splitlines())
    return "".join(indent(f"{translate(line, '', 1) if line else line}\n", space) for line, space in lines)


def texts() -> Iterator[tuple[str, str, str]]:
    """What translators need of the pages: each text after its domain, and before the file that it stands in."""
    for rule in RULES.values():
        found, file = _written(rule), rule.check.__module__.replace(".", "/") + ".py"
        about = (each for _, each in found.options)
        for text in (rule.group, found.summary, *_paragraphs(found.why), *about):
            yield "pages", text, file
        for line in (found.bad + found.good).splitlines():
            if _SAYING.search(line):
                yield "examples", line.strip(), file


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n")]


def _written(rule: Rule) -> Page:
    text = cleandoc(rule.check.__doc__ or "")
    parts = _SECTION.split(text)
    summary, _, why = parts[0].strip().partition("\n\n")
    found = {name: (first + "\n" + rest).strip("\n") for name, first, rest in zip(*[iter(parts[1:])] * 3, strict=True)}
    return Page(
        " ".join(summary.split()),
        why.strip(),
        dedent(found.get("Bad", "")).strip("\n") + "\n",
        dedent(found.get("Good", "")).strip("\n") + "\n",
        " ".join(found.get("Source", "").split()),
        tuple(_options(found.get("Options", ""))),
    )


def _options(text: str) -> list[tuple[str, str]]:
    lines = [line.strip().partition(": ") for line in text.splitlines() if line.strip()]
    return [(name, about) for name, _, about in lines]
