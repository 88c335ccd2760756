"""The sections of a report that hold something, in the order of the page."""

from __future__ import annotations

from cjm.views.labels import WORDS
from cjm.views.pages.guide import Guide
from cjm.views.pages.shapes import Body, Heading


def contents(body: Body, found: int, teller: Guide) -> tuple[Heading, ...]:
    """Headings with how much stands under them; `found` is the number of findings, which may be none."""
    headings: list[Heading] = []
    for section in Body._fields:
        if section == "summary":
            headings.append(Heading(section, teller.say(WORDS[section])))
            continue
        if section == "pictures":
            headings += (Heading(each.anchor, each.name) for each in body.pictures)
            continue
        if section == "measured":
            headings += (Heading(section, teller.say(WORDS[section])) for _ in body.measured)
            continue
        count = found if section == "findings" else len(getattr(body, section))
        if count or section == "findings":
            headings.append(Heading(section, teller.say(WORDS[section]), teller.number(count)))
    return tuple(headings)
