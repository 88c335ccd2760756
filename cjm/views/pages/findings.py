"""What the rules found, each linked to its place on the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cjm.diagnostics import Diagnostic, Message, msg
from cjm.views.labels import SEVERITIES
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Finding, Item, Piece, Sign

SECTIONS = {
    "objective": "aims",
    "persona": "aims",
    "scope": "aims",
    "targets": "measures",
    "stages": "stages",
    "pain_points": "pains",
    "opportunities": "chances",
    "notes": "notes",
    "personas": "people",
    "paths": "ways",
    "metrics": "measures",
    "evidence": "proofs",
}
"""The section of the page that shows what a key of the journey holds."""


def findings(found: Sequence[Diagnostic], sections: Collection[str], teller: Guide) -> tuple[Finding, ...]:
    """The gravest first, then in the order of the file. `sections` are those that the page has."""
    ordered = sorted(found, key=lambda each: (-each.severity, each.place))
    return tuple(_finding(each, sections, teller) for each in ordered)


def _finding(found: Diagnostic, sections: Collection[str], teller: Guide) -> Finding:
    return Finding(
        severity=Sign(found.severity.word, teller.say(SEVERITIES[found.severity])),
        message=pieces(found.message, teller),
        hint=pieces(found.hint, teller) if found.hint else (),
        rule=found.rule,
        place=_place(found.path, sections, teller),
        line=teller.number(found.span.line),
    )


def pieces(message: Message, teller: Guide) -> tuple[Piece, ...]:
    """A sentence cut where backticks mark words of the format."""
    cut = enumerate(teller.judge(message).split("`"))
    return tuple(Piece(text, "code" if number % 2 else "plain") for number, text in cut if text)


def _place(path: str, sections: Collection[str], teller: Guide) -> Item:
    """The part of the journey that holds it, else the section, else the top."""
    anchor = teller.anchors.nearest(path)
    if anchor:
        return Item(teller.anchors.names[anchor], f"#{anchor}")
    section = SECTIONS.get(path.partition(".")[0].partition("[")[0], "")
    return Item(teller.say(msg("The journey")), f"#{section if section in sections else 'top'}")
