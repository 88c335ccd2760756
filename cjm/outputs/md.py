"""A document in Markdown as GitHub reads it: the picture, a table for each stage, pain points and opportunities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate
from urllib.parse import quote

from cjm.outputs.escape import clean
from cjm.outputs.look import PLAIN, Look
from cjm.views import formats
from cjm.views.tables import Table, TablesView, Value
from cjm.views.wording import mood_of, score_text

FACES = {-2: "😣", -1: "🙁", 0: "😐", 1: "🙂", 2: "😄"}
STAR = "★"
_IN_STAGES = ("name", "channels", "emotion.score", "pain_points", "opportunities")
_PAINS = ("text", "place", "severity", "share", "felt_by", "evidence", "answers")
_CHANCES = ("text", "place", "addresses", "impact", "effort", "priority", "owner", "status", "due")
_LAST = 10**9
_JOINER = "\u2060"
"""Seen by nobody; it keeps a name from being notified, an address from being linked, a word from being an emoji."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;", "$": "<span>$</span>"}
_MARKS = re.compile(
    r"[&<>|\\$]|[`*_~\[\]#!]|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.|@(?=\w)|:(?=[\w+-]+:)|[\n\u2028\u2029]"
)

_BEGINNING = re.compile(r"^(\d{0,9})([-+=.)])")


def render(view: TablesView, look: Look = PLAIN) -> str:
    """The document. The picture is the SVG of the same name, in the same folder."""
    blocks = [
        f"# {text(view.title)}",
        _paragraph(view.description),
        "<br>\n".join(f"**{text(label)}:** {text(said)}" for label, said in view.facts),
        f"![{text(view.title)}]({quote(look.name or view.id, safe='')}.svg)",
        _legend(view.touchpoints),
        *_stages(view),
        *_ranked(view.pain_points, _PAINS, view, _severest),
        *_ranked(view.opportunities, _CHANCES, view, _soonest),
        *_measured(view),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def text(said: str) -> str:
    """A text on one line of the source, of which Markdown reads every character as itself."""
    return _MARKS.sub(_escaped, clean(said).strip())


def _paragraph(said: str) -> str:
    """A text that begins a line, where a dash would begin a list."""
    return _BEGINNING.sub(r"\1\\\2", text(said))


def _legend(table: Table) -> str:
    truth = table.heading("moment_of_truth")
    return f"{STAR} {text(truth)}" if truth else ""


def _escaped(mark: re.Match[str]) -> str:
    sign = mark[0]
    if sign in _ENTITIES:
        return _ENTITIES[sign]
    if sign in "\n\u2028\u2029":
        return "<br>"
    if sign == "@":
        return _JOINER + sign + _JOINER
    if sign == ":" and not mark.string.startswith("//", mark.end()):
        return sign + _JOINER
    return f"\\{sign}"


def _stages(view: TablesView) -> list[str]:
    """Each stage with its touchpoints, or with why it has none."""
    found: list[str] = []
    ends = accumulate(chapter.length for chapter in view.chapters)
    for number, (chapter, end) in enumerate(zip(view.chapters, ends, strict=True), start=1):
        rows = [view.touchpoints.cells(row) for row in view.touchpoints.rows[end - chapter.length : end]]
        found.append(f"## {number}. {text(chapter.name)}")
        found.append(_table(view.touchpoints, _IN_STAGES, rows, view) if rows else f"*{text(chapter.notice)}*")
    return found


Cells = dict[str, Value]


def _ranked(table: Table, keys: Sequence[str], view: TablesView, rank: Callable[[Cells], float]) -> list[str]:
    rows = sorted((table.cells(row) for row in table.rows), key=rank)
    return [f"## {text(table.title)}", _table(table, keys, rows, view)] if rows else []


def _measured(view: TablesView) -> list[str]:
    """What customers did: sentences, then tables."""
    told = view.measured
    if told is None:
        return []
    found = [f"## {text(told.title)}", _paragraph(told.basis), "\n".join(f"- {text(each)}" for each in told.truths)]
    for table in told.tables:
        keys = [column.key for column in table.columns]
        found += [f"### {text(table.title)}", _table(table, keys, map(_rounded, map(table.cells, table.rows)), view)]
    return [block for block in found if block]


def _rounded(row: Cells) -> Cells:
    return {key: round(value, 3) if isinstance(value, float) else value for key, value in row.items()}


def _severest(row: Cells) -> float:
    severity = row.get("severity")
    return -severity if isinstance(severity, int | float) else 0.0


def _soonest(row: Cells) -> float:
    priority = row.get("priority")
    return priority if isinstance(priority, int | float) else _LAST


def _table(table: Table, keys: Iterable[str], rows: Iterable[Cells], view: TablesView) -> str:
    """The columns of these keys that the journey fills anywhere."""
    columns = [column for key in keys for column in table.columns if column.key == key]
    head = [text(column.heading) for column in columns]
    rule = [
        "--:" if column.kind in {"number", "share"} and column.key != "emotion.score" else "---" for column in columns
    ]
    body = [[_cell(column.key, row, column.kind, view.labels) for column in columns] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *body))


def _cell(key: str, row: Cells, kind: str, labels: str) -> str:
    if key == "emotion.score":
        return _mood(row)
    if key == "name" and row.get("moment_of_truth"):
        return f"{STAR} {_said(row[key], kind, labels)}"
    return _said(row[key], kind, labels)


def _mood(row: Cells) -> str:
    """A face, the score and the feeling."""
    score, feeling = row.get("emotion.score"), row.get("emotion.feeling")
    face = mood_of(score) if isinstance(score, int | float) else None
    said = [FACES[face], score_text(float(score))] if isinstance(score, int | float) and face is not None else []
    return " ".join([*said, *([text(feeling)] if isinstance(feeling, str) else [])])


def _said(value: Value, kind: str, labels: str) -> str:
    """A value as people write it; of a list, each item on a line of its own."""
    if isinstance(value, tuple):
        return "<br>".join(f"• {text(each)}" if len(value) > 1 else text(each) for each in value)
    if isinstance(value, date):
        return formats.day(value, labels)
    if isinstance(value, int | float):
        return formats.share(value, labels) if kind == "share" else formats.figure(value, labels)
    return text(value or "")
