"""Touchpoints as cards and stages as panels: how large they are, and what stands where on them."""

from __future__ import annotations

from cjm.diagnostics import counted, msg
from cjm.model import Stage, Touchpoint
from cjm.views.shapes import Block, Box, Card, Panel
from cjm.views.typeset import META, NAME, NOTE, STAGE, depth, set_text
from cjm.views.wording import HUES, MOODS, Say, mood_of, notice_text, score_text

CARD_WIDTH = 216.0
LEAST_HEIGHT = 50.0
_INSET = 18.0
_FACE = 28.0
_STAR = 20.0
_PAD = 10.0
_LEAST_NOTICE = 40.0


def card_height(touchpoint: Touchpoint, meta: str, ports: int, language: str) -> float:
    """How high a card must be for its text, and for `ports` edges on one side."""
    text = depth(touchpoint.name, NAME, _name_width(touchpoint), language)
    if meta:
        text += depth(meta, META, CARD_WIDTH - _text_left(touchpoint) - _PAD, language)
    return max(LEAST_HEIGHT, text + 2 * _PAD, 16 + 9.0 * ports)


def place_card(  # noqa: PLR0913 - it joins what others have worked out
    touchpoint: Touchpoint, panel: str, number: int, box: Box, meta: str, tell: Say
) -> Card:
    """The card at its place."""
    left = box.x + _text_left(touchpoint)
    width = CARD_WIDTH - _text_left(touchpoint) - _PAD
    language = tell.language
    high = depth(touchpoint.name, NAME, _name_width(touchpoint), language)
    top = box.y + (box.height - high - (depth(meta, META, width, language) if meta else 0.0)) / 2
    return Card(
        id=f"n{number}",
        touchpoint=touchpoint.id,
        panel=panel,
        kind=touchpoint.kind,
        mood=mood_of(touchpoint.score),
        star=touchpoint.moment_of_truth,
        box=box,
        name=set_text(touchpoint.name, NAME, left, top, _name_width(touchpoint), language=language),
        meta=set_text(meta, META, left, top + high, width, language=language) if meta else None,
        summary=_summary(touchpoint, meta, tell),
    )


def panel_id(number: int) -> str:
    """What a stage is called inside the picture."""
    return f"s{number + 1}"


def panel_note(stage: Stage, tell: Say) -> str:
    """Below the title: what the customer wants here, else how much happens."""
    count = len(stage.touchpoints)
    said = tell(counted("{count} touchpoint", "{count} touchpoints", count)) if count else ""
    return stage.customer_goal or said


def head_height(stage: Stage, tell: Say) -> float:
    """How high the head of a panel is."""
    note = depth(panel_note(stage, tell), NOTE, CARD_WIDTH, tell.language)
    return depth(stage.name, STAGE, CARD_WIDTH, tell.language) + note + 30


def place_panel(  # noqa: PLR0913 - it joins what others have worked out
    stage: Stage, number: int, box: Box, middle: float, tell: Say, notice: Block | None
) -> Panel:
    """The panel of a stage; its head stands over the middle of its cards."""
    top = box.y + 14
    note = top + depth(stage.name, STAGE, CARD_WIDTH, tell.language) + 2
    said = panel_note(stage, tell)
    return Panel(
        id=panel_id(number),
        stage=stage.id,
        hue=number % HUES,
        box=box,
        title=set_text(stage.name, STAGE, middle, top, CARD_WIDTH, "middle", tell.language),
        note=set_text(said, NOTE, middle, note, CARD_WIDTH, "middle", tell.language) if said else None,
        notice=notice,
    )


def notice_height(stage: Stage, tell: Say) -> float:
    """How high that stands."""
    return max(_LEAST_NOTICE, depth(notice_text(stage, tell), NOTE, CARD_WIDTH, tell.language))


def place_notice(stage: Stage, box: Box, tell: Say) -> Block:
    """What an empty stage says, at its place."""
    high = depth(notice_text(stage, tell), NOTE, CARD_WIDTH, tell.language)
    x, middle = box.middle
    return set_text(notice_text(stage, tell), NOTE, x, middle - high / 2, CARD_WIDTH, "middle", tell.language)


def _text_left(touchpoint: Touchpoint) -> float:
    return _INSET + (_FACE if touchpoint.score is not None else 0.0)


def _name_width(touchpoint: Touchpoint) -> float:
    return CARD_WIDTH - _text_left(touchpoint) - _PAD - (_STAR if touchpoint.moment_of_truth else 0.0)


def _summary(touchpoint: Touchpoint, meta: str, tell: Say) -> str:
    parts = [touchpoint.name, meta]
    mood = mood_of(touchpoint.score)
    if touchpoint.score is not None and mood is not None:
        parts.append(f"{tell(MOODS[mood])} ({score_text(touchpoint.score, tell.language)})")
    if touchpoint.moment_of_truth:
        parts.append(tell(msg("Moment of truth")))
    return " · ".join(part for part in parts if part)
