"""The words that pictures and reports add to a journey's own, in the journey's language."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.diagnostics import Message, Translate, msg, say
from cjm.locale import DOMAINS, closest, translator
from cjm.model import Channel, Journey, Persona, Stage, Team, Touchpoint
from cjm.views.pages.formats import figure, span

HUES = 6
"""The pale hues that stages take in turn."""

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
    | {"adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
)
"""Languages, and scripts that others are written in: `az-Arab`."""
_SCRIPT = 4
"""Letters of a script's code."""

KINDS = {
    "contact": msg("Contact"),
    "action": msg("Customer alone"),
    "wait": msg("Wait"),
}
MOODS = {
    -2: msg("Very negative"),
    -1: msg("Negative"),
    0: msg("Neutral"),
    1: msg("Positive"),
    2: msg("Very positive"),
}


@dataclass(frozen=True, slots=True)
class Say:
    """Says messages. `language` is the journey's own, as it is written; `labels` the one that they come out in."""

    language: str
    labels: str
    translate: Translate

    def __call__(self, message: Message) -> str:
        """The message as a line of text."""
        return say(message, self.translate)

    def whole(self, message: Message) -> str:
        """The message with the journey's texts as long as they are: a picture cuts nothing, and escapes them itself."""
        template = self.translate(message.template, message.plural, message.number)
        return template.format(**dict(message.arguments))


def speaker(journey: Journey, domain: str = "labels") -> Say:
    """Says labels in the journey's language, or messages (`cjm`); in English where these have no catalogue for it."""
    spoken = closest(journey.language, DOMAINS[domain]) or "en"
    return Say(journey.language or "", spoken, translator(spoken, domain))


def runs_right(language: str) -> bool:
    """Whether a language is written from right to left; a script that is named decides: `ar-Latn` is not."""
    first, *others = language.replace("_", "-").lower().split("-")
    script = next((each for each in others if len(each) == _SCRIPT), first)
    return script in _RIGHT_TO_LEFT


def mood_of(score: float | None) -> int | None:
    """A score as one of the five faces; halves go outwards."""
    if score is None:
        return None
    return max(-2, min(2, int(abs(score) + 0.5) * (1 if score >= 0 else -1)))


def score_text(score: float, language: str = "") -> str:
    """`+2`, `0`, `−1.5`."""
    text = figure(abs(score), language)
    return text if score == 0 else f"{'+' if score > 0 else '−'}{text}"


def named(reference: str, known: tuple[Persona, ...] | tuple[Channel, ...] | tuple[Team, ...]) -> str:
    """The name of what an id refers to; free text stays as it is."""
    return next((part.name for part in known if part.id == reference), reference)


def channels_of(touchpoint: Touchpoint, journey: Journey) -> str:
    """The names of a touchpoint's channels."""
    return ", ".join(named(channel, journey.known_channels) for channel in touchpoint.met_in)


def meta_text(touchpoint: Touchpoint, journey: Journey, tell: Say) -> str:
    """The small line of a card: channels, the kind when it is no contact, and how long it takes."""
    kind = "" if touchpoint.kind == "contact" else tell(KINDS[touchpoint.kind])
    lasts = span(touchpoint.lasts, tell, tell.language) if touchpoint.lasts else ""
    parts = (kind, channels_of(touchpoint, journey), lasts)
    return " · ".join(part for part in parts if part)


def notice_text(stage: Stage, tell: Say) -> str:
    """What an empty stage says."""
    return stage.skipped or tell(msg("No touchpoints"))
