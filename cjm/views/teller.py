"""Says what a journey holds, in its language: names for ids, dates, numbers and lengths of time. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cjm.model import Amount, Journey
from cjm.model.parts import Identified
from cjm.model.values import Duration, Lasting
from cjm.views import formats
from cjm.views.labels import FIGURES, WORDS
from cjm.views.wording import Say, score_text, speaker


@dataclass(frozen=True, slots=True)
class Teller:
    """For one journey; `say` is for labels."""

    journey: Journey
    say: Say

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

    def metric(self, reference: str) -> str:
        """The name of a figure: the journey's, one of ours, or as it is written."""
        own = next((each.name or each.id for each in self.journey.known_metrics if each.id == reference), "")
        return own or (self.say(FIGURES[reference]) if reference in FIGURES else reference)

    def persona_name(self, reference: str) -> str:
        """The name of a persona."""
        return self._name(reference, self.journey.known_personas)

    @staticmethod
    def _name(reference: str | None, known: Sequence[Identified]) -> str:
        found = next((each for each in known if each.id == reference), None)
        return getattr(found, "name", "") or reference or ""


def teller(journey: Journey) -> Teller:
    """For one journey, in its language."""
    return Teller(journey, speaker(journey))
