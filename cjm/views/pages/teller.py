"""What every part of a report needs: the journey, its language, the places of the page, and the day it is judged on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cjm.diagnostics import Message
from cjm.model import Amount, Journey, Part, Statement
from cjm.model.parts import Identified
from cjm.model.values import Duration, Lasting, is_link
from cjm.views.pages import formats
from cjm.views.pages.anchors import Anchors, give_anchors
from cjm.views.pages.labels import FIGURES, WORDS
from cjm.views.pages.shapes import Fact, Item, Look
from cjm.views.wording import Say, score_text, speaker


@dataclass(frozen=True, slots=True)
class Teller:
    """Says parts of a journey as items of a page.

    `say` is for labels. `judge` is for what rules found: in English where messages have no catalogue of the language.
    """

    journey: Journey
    say: Say
    judge: Say
    anchors: Anchors
    today: date | None

    @property
    def labels(self) -> str:
        """The language of labels."""
        return self.say.labels

    def day(self, moment: date | None) -> str:
        """A date, empty for none."""
        return formats.day(moment, self.say.language) if moment else ""

    def number(self, value: float | None) -> str:
        """A number, empty for none."""
        return "" if value is None else formats.figure(value, self.say.language)

    def score(self, value: float) -> str:
        """A score with its sign: `+2`, `0`, `−1.5`."""
        return score_text(value, self.say.language)

    def labelled(self, label: str, text: str) -> str:
        """`Target: 5`, with the space before the colon where a language has one."""
        return f"{label}{self.say(WORDS['colon'])} {text}"

    def share(self, value: float | None) -> str:
        """A share, empty for none."""
        return "" if value is None else formats.share(value, self.say.language)

    def amount(self, value: Amount | None) -> str:
        """An amount, empty for none."""
        return formats.amount(value, self.say, self.say.language) if value else ""

    def length(self, value: Duration | None) -> str:
        """A length of time, empty for none."""
        return formats.length(value, self.say, self.say.language) if value else ""

    def span(self, value: Lasting | None) -> str:
        """How long something takes, empty for none."""
        return formats.span(value, self.say, self.say.language) if value else ""

    def team(self, reference: str | None) -> str:
        """The name of a team, empty for none."""
        return self._name(reference, self.journey.known_teams)

    def channel(self, reference: str) -> str:
        """The name of a channel."""
        return self._name(reference, self.journey.known_channels)

    def persona(self, reference: str, aside: str = "") -> Item:
        """A persona, linked to where the page shows her."""
        return Item(self._name(reference, self.journey.known_personas), self.anchors.to("persona", reference), aside)

    def proofs(self, references: Iterable[str]) -> tuple[Item, ...]:
        """Evidence, linked to where the page lists it."""
        known = {each.id: each.title or each.id for each in self.journey.known_evidence}
        return tuple(Item(known.get(each, each), self.anchors.to("evidence", each)) for each in references)

    def metric(self, reference: str) -> str:
        """The name of a figure: the journey's, one of ours, or as it is written."""
        own = next((each.name or each.id for each in self.journey.known_metrics if each.id == reference), "")
        return own or (self.say(FIGURES[reference]) if reference in FIGURES else reference)

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

    @staticmethod
    def _name(reference: str | None, known: Sequence[Identified]) -> str:
        found = next((each for each in known if each.id == reference), None)
        return getattr(found, "name", "") or reference or ""


def teller(journey: Journey, today: date | None = None) -> Teller:
    """For one journey, in its language."""
    return Teller(journey, speaker(journey), speaker(journey, "cjm"), give_anchors(journey), today)
