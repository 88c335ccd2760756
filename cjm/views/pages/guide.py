"""What every part of a report needs besides words: the places of the page, and the day it is judged on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cjm.diagnostics import Message
from cjm.model import Journey, Part, Statement
from cjm.model.values import is_link
from cjm.views.pages.anchors import Anchors, give_anchors
from cjm.views.pages.shapes import Fact, Item, Look
from cjm.views.teller import Teller
from cjm.views.wording import Say, speaker


@dataclass(frozen=True, slots=True)
class Guide(Teller):
    """Says parts of a journey as items of a page, linked to their places.

    `judge` is for what rules found: in English where messages have no catalogue of the language.
    """

    judge: Say
    anchors: Anchors
    today: date | None

    def persona(self, reference: str, aside: str = "") -> Item:
        """A persona, linked to where the page shows her."""
        return Item(self.persona_name(reference), self.anchors.to("persona", reference), aside)

    def proofs(self, references: Iterable[str]) -> tuple[Item, ...]:
        """Evidence, linked to where the page lists it."""
        known = {each.id: each.title or each.id for each in self.journey.known_evidence}
        return tuple(Item(known.get(each, each), self.anchors.to("evidence", each)) for each in references)

    def place(self, part: Part, name: str) -> Item:
        """A link to a stage or touchpoint."""
        return Item(name, f"#{self.anchors.of(part)}")

    def address(self, link: str, title: str | None = None) -> Item:
        """A link of the journey: only to the web or a mailbox, for a page is sent around without its project."""
        away = is_link(link) and not is_link(link, local=True)
        return Item(title or link, link if away else "", "" if away or not title else link, away=away)

    def statements(self, label: Message, said: Sequence[Statement]) -> list[Fact]:
        """Needs, goals or expectations as a fact; none when there are none."""
        return self.fact(label, [Item(each.text, proofs=self.proofs(each.evidence)) for each in said], "list")

    def texts(self, label: Message, said: Sequence[str], look: Look = "list") -> list[Fact]:
        """Texts as a fact; none when there are none."""
        return self.fact(label, [Item(each) for each in said if each], look)

    def fact(self, label: Message, items: Sequence[Item], look: Look = "line") -> list[Fact]:
        """Items under a label; none when there are none, so that nothing empty is shown."""
        return [Fact(self.say(label), tuple(items), look)] if items else []

    def line(self, label: Message, text: str | None) -> list[Fact]:
        """A text under a label; none when there is none."""
        return self.fact(label, [Item(text)] if text else [])


def guide(journey: Journey, today: date | None = None) -> Guide:
    """For one journey, in its language."""
    return Guide(journey, speaker(journey), speaker(journey, "cjm"), give_anchors(journey), today)
