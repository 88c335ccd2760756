"""Mermaid: the map as a `journey` diagram, the flow as a `flowchart`. Mermaid's parser reads the same texts back.

What Mermaid gives a meaning to is written as its entities (`#58;`), which it turns back when it draws.
"""

from __future__ import annotations

import re

from cjm.outputs.escape import clean
from cjm.outputs.look import PLAIN, Look
from cjm.outputs.palette import EDGES, FEATURES, HUES, INK, MOODS
from cjm.views.shapes import Card, Edge, FlowView, Panel
from cjm.views.story import Section, StoryView, Task
from cjm.views.wording import score_text

MIDDLE = 3
"""Mermaid's scores go from 1 to 5, ours from −2 to 2."""
_MARKS = re.compile(r"[#;:,%&<>\"`*_$~\\ﬂ°¶ß\ufeff]")
_WORDS = re.compile(
    r"^(?:journey|title|section|accTitle|accDescr)|C4(?:Context|Container|Component|Dynamic|Deployment)",
    re.IGNORECASE,
)
"""Words that begin something else: at the start of a name, and the names of another diagram wherever they stand."""
_DRAWN = re.compile(r"\\(?=n)|\$(?=\$)|fa[bklrs]?:(?=fa-)|ﬂ(?=°)|¶(?=ß)")
"""What a flowchart takes for a line's end, a formula, an icon or an entity after its entities are turned back."""
_JOINER = "\u2060"
_SHAPES = {"contact": ("(", ")"), "action": ("[", "]"), "wait": ("{{", "}}")}


def render(view: StoryView | FlowView, _look: Look = PLAIN) -> str:
    """The diagram of a view."""
    lines = _flowchart(view) if isinstance(view, FlowView) else _journey(view)
    return "\n".join(lines) + "\n"


def text(said: str) -> str:
    """A text on one line, as Mermaid reads it back."""
    whole = " ".join(clean(said).split())
    escaped = _MARKS.sub(lambda mark: f"#{ord(mark[0])};", whole)
    return _WORDS.sub(lambda word: f"#{ord(word[0][0])};{word[0][1:]}", escaped) or "#160;"


def _label(said: str) -> str:
    """A text of a flowchart: what would mean something when it is drawn is held apart by a joiner that nobody sees."""
    return text(_DRAWN.sub(lambda mark: mark[0] + _JOINER, said))


def _journey(view: StoryView) -> list[str]:
    tasks = [task for section in view.sections for task in section.tasks]
    unsaid = sum(task.score is None for task in tasks)
    note = [f"  %% no emotion is known for {unsaid} of {len(tasks)}: drawn at {MIDDLE}, the middle"] if unsaid else []
    return [
        "journey",
        *note,
        f"  title {text(view.title)}",
        *(line for each in view.sections for line in _section(each)),
    ]


def _section(section: Section) -> list[str]:
    return [f"  section {text(section.name)}", *map(_task, section.tasks)]


def _task(task: Task) -> str:
    actors = ", ".join(map(text, task.actors))
    return f"    {text(task.name)}: {(task.score or 0) + MIDDLE:g}" + (f": {actors}" if actors else "")


def _flowchart(view: FlowView) -> list[str]:
    ids = {card.touchpoint: card.id for card in view.cards}
    moods = sorted({card.mood for card in view.cards if card.mood is not None})
    return [
        "flowchart LR",
        f"  accTitle: {text(view.title)}",
        *(line for panel in view.panels for line in _panel(panel, view)),
        *(f"  {ids[edge.source]} {_arrow(edge)} {ids[edge.target]}" for edge in view.edges),
        *(f"  classDef {_mood(mood)} fill:{MOODS[mood]},color:{FEATURES[mood]}" for mood in moods),
        *(f"  style {each.id} fill:{HUES[each.hue]},stroke:{EDGES[each.hue]},color:{INK}" for each in view.panels),
    ]


def _panel(panel: Panel, view: FlowView) -> list[str]:
    notice = [f'    {panel.id}n["{_label(panel.notice.text)}"]'] if panel.notice else []
    cards = [_card(card) for card in view.cards if card.panel == panel.id]
    return [f'  subgraph {panel.id}["{_label(panel.title.text)}"]', *notice, *cards, "  end"]


def _card(card: Card) -> str:
    """The name, and below it the channels and the score."""
    before, after = _SHAPES[card.kind]
    score = [score_text(card.mood)] if card.mood is not None else []
    below = " · ".join([*([_label(card.meta.text)] if card.meta else []), *score, *(["★"] if card.star else [])])
    label = _label(card.name.text) + (f"<br/>{below}" if below else "")
    return f'    {card.id}{before}"{label}"{after}' + (f":::{_mood(card.mood)}" if card.mood is not None else "")


def _arrow(edge: Edge) -> str:
    """Thick on the main path, dashed off it, with its condition."""
    line = "==>" if edge.main else "-->" if edge.role == "drawn" else "-.->"
    return f'{line}|"{_label(edge.label.block.text)}"|' if edge.label else line


def _mood(mood: int) -> str:
    return f"mood{mood + MIDDLE}"
