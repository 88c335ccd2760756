"""A rule's page, read from its docstring: what is wrong, why it matters, a bad and a good example, the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import cleandoc
from textwrap import dedent

from cjm.checks.registry import Rule

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


def page(rule: Rule) -> Page:
    """The page of a rule; a section that the docstring lacks is empty, which a test forbids."""
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
