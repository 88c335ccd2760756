"""What Mermaid itself reads in the diagrams that are written for it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.model import Emotion, Journey, Persona, Stage, Touchpoint, hops
from cjm.outputs import mermaid
from cjm.outputs.escape import clean
from cjm.project.load import load
from cjm.views.flow import flow
from cjm.views.story import story

HOME = Path(__file__).parents[1] / "mermaid"
ODD = [
    "Journey to the shop", "JOURNEY", "title", "Titles of books", "section 8", "Sectional", "accDescr {x}", "accDescr",
    "accTitle", "AccTitle: x", "C4Container", "My C4Component", "%%{init: {'theme': 'dark'}}%%", "a %% b", "%", "---",
    "ﬂ°°60¶ß", "ﬂ°lt¶ß", "¶ß", "#lt;b#gt;", "#9829;", "#", ";", ":", "a : b ; c # d", "end", "click a", "graph TD",
    "style x fill:#fff;", "Lifestyle: #1; x", "classDef x fill:#f00;", "subgraph x", "a, b", ",", "a<br>b", "a<br/>b",
    "one\ntwo", "one\r\ntwo", "\ufeffx", "x\\ny", "fa:fa-car", "fab:fa-x go", "$$x$$", "__proto__", "constructor",
    "*bold* _x_", "1. one", "- item", "+ x", '"`md`"', '"', "'", "{", "}", "a --> b", "a@{ shape: x }", "|", "日本語",
    "رحلة", "👩‍👩‍👧‍👦", "https://x.example/?a=1&b=2", "😀" * 200, "ab " * 200,
]  # fmt: skip
"""Names that mean something to one of Mermaid's diagrams, or to the page that it draws."""

Read = Callable[[list[str]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def read() -> Read:
    """What Mermaid's parser makes of diagrams, all in one process."""
    node = shutil.which("node")
    if node is None or not (HOME / "node_modules" / "mermaid").is_dir():
        reason = "no node or no mermaid: npm install --prefix tests/mermaid"
        if os.environ.get("CJM_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)

    def run(diagrams: list[str]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, HOME / "read.mjs"], input=json.dumps(diagrams), capture_output=True, text=True, check=True
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)
        assert len(found) == len(diagrams)
        return found

    return run


def seen(text: str) -> str:
    """A text as it can stand on one line; the joiner that holds signs apart is not seen."""
    return " ".join(clean(text).replace("\u2060", "").split())


def told(journey: Journey) -> dict[str, Any]:
    """What Mermaid should read in a journey."""
    view = story(journey)
    tasks: list[dict[str, Any]] = [
        {
            "section": seen(section.name),
            "task": seen(task.name),
            "score": (task.score or 0) + 3,
            "people": list(map(seen, task.actors)),
        }
        for section in view.sections
        for task in section.tasks
    ]
    actors = {actor for task in tasks for actor in task["people"]}
    sections = [seen(section.name) for section in view.sections]
    title = seen(journey.title)
    return {"type": "journey", "title": title, "sections": sections, "tasks": tasks, "actors": actors}


def drawn(journey: Journey) -> dict[str, Any]:
    """What Mermaid should read in its flow: the stages, the names of their touchpoints, and the hops between."""
    named = {touchpoint.id: seen(touchpoint.name) for touchpoint in journey.touchpoints}
    return {
        "type": "flowchart-v2",
        "title": seen(journey.title),
        "stages": [
            (seen(stage.name), sorted(seen(each.name) for each in stage.touchpoints)) for stage in journey.stages
        ],
        "hops": [(named[hop.source], named[hop.target], hop.main) for hop in hops(journey)],
        "said": sorted({seen(when) for hop in hops(journey) for when in hop.when}),
    }


def as_told(found: dict[str, Any]) -> dict[str, Any]:
    """The same of what was read; actors come in an order of Mermaid's own."""
    assert found["type"] != "error", found["message"]
    return {**found, "actors": set(found["actors"])}


def as_drawn(found: dict[str, Any]) -> dict[str, Any]:
    assert found["type"] != "error", found["message"]
    named = {node["id"]: seen(node["lines"][0]) for node in found["nodes"]}
    return {
        "type": found["type"],
        "title": found["title"],
        "stages": [
            (seen(each["title"]), sorted(named[node] for node in each["nodes"] if not node.endswith("n")))
            for each in found["subgraphs"]
        ],
        "hops": [(named[each["start"]], named[each["end"]], each["stroke"] == "thick") for each in found["edges"]],
        "said": sorted({seen(each["text"]) for each in found["edges"] if each["text"]}),
    }


def assert_read_back(read: Read, journeys: dict[str, Journey]) -> None:
    views = [view for journey in journeys.values() for view in (story(journey), flow(journey))]
    found = read([mermaid.render(view) for view in views])
    for (name, journey), one, other in zip(journeys.items(), found[::2], found[1::2], strict=True):
        assert as_told(one) == told(journey), name
        assert as_drawn(other) == drawn(journey), name


def test_every_sample_is_read_back(read: Read, samples: Path) -> None:
    files = [*samples.glob("*.journey.yaml"), *samples.glob("proyecto/*.journey.yaml")]
    assert len(files) > 5
    assert_read_back(read, {file.name: load(file) for file in files})


def test_every_payload_is_read_back(read: Read, saying: Callable[[str], Journey], payloads: dict[str, str]) -> None:
    assert_read_back(read, {name: saying(text) for name, text in payloads.items()})


def test_every_odd_name_is_read_back(read: Read) -> None:
    assert_read_back(read, {text: named(text) for text in ODD})


def test_odd_names_side_by_side_are_read_back(read: Read) -> None:
    touchpoints = tuple(Touchpoint(id=f"t{number}", name=text) for number, text in enumerate(ODD))
    persona = Persona(id="p", name="Ann; Bob: both, #1")
    stages = (Stage(id="s", name="All", touchpoints=touchpoints), Stage(id="e", name="None"))
    assert_read_back(read, {"all": Journey(id="j", title="All", personas=(persona,), stages=stages)})


def named(text: str) -> Journey:
    """A journey that says one thing everywhere."""
    return Journey(
        id="j",
        title=text,
        personas=(Persona(id="p", name=text),),
        stages=(
            Stage(id="s", name=text, touchpoints=(Touchpoint(id="t", name=text), Touchpoint(id="u", name=text))),
            Stage(id="e", name=text),
        ),
    )


def test_diagrams_of_others_are_read_back_when_they_are_written_again(read: Read, shared: Path) -> None:
    files = sorted((shared / "mermaid").glob("*.expected.json"))
    assert len(files) > 50
    journeys = {file.name: converted(json.loads(file.read_text("utf-8"))) for file in files}
    for (name, journey), found in zip(
        journeys.items(), read([mermaid.render(story(each)) for each in journeys.values()]), strict=True
    ):
        assert as_told(found) == told(journey), name


def converted(known: dict[str, Any]) -> Journey:
    """A journey with the sections, tasks, scores and actors of a diagram."""
    stages: dict[str, list[Touchpoint]] = {name or "-": [] for name in known.get("sections", ())}
    for number, task in enumerate(known.get("tasks", ())):
        people = tuple(each for each in task["people"] if each)
        score = task["score"]
        emotion = Emotion(score=score - 3) if isinstance(score, int | float) else None
        made = Touchpoint(id=f"t{number}", name=task["task"].strip() or "-", personas=people, emotion=emotion)
        stages.setdefault(task["section"] or "-", []).append(made)
    return Journey(
        id="j",
        title=known.get("title") or "-",
        stages=tuple(Stage(id=name, name=name, touchpoints=tuple(each)) for name, each in stages.items()),
    )


def test_marks_are_entities_and_words_of_mermaid_begin_with_one() -> None:
    assert mermaid.text("a: b; #c") == "a#58; b#59; #35;c"
    assert mermaid.text("Section 8") == "#83;ection 8"
    assert mermaid.text("My C4Container") == "My #67;4Container"
    assert mermaid.text("Compra, ¿online?") == "Compra#44; ¿online?"


def test_a_touchpoint_without_a_score_stands_at_its_stages_mood_or_in_the_middle(
    journey_of: Callable[[str], Journey],
) -> None:
    made = mermaid.render(
        story(journey_of("stages: [{name: A, emotion: -1.5, touchpoints: [B]}, {name: C, touchpoints: [D]}]"))
    )
    assert "B: 1.5\n" in made
    assert "D: 3\n" in made
    assert "%% no emotion is known for 1 of 2" in made


def test_people_are_the_personas_of_a_touchpoint_or_the_main_one(journey_of: Callable[[str], Journey]) -> None:
    made = mermaid.render(
        story(
            journey_of(
                "personas: [{id: a, name: Ann}, {id: b, name: 'Bob, 40'}]\n"
                "stages: [{name: A, touchpoints: [One, {name: Two, personas: [a, b]}]}]"
            )
        )
    )
    assert "One: 3: Ann\n" in made
    assert "Two: 3: Ann, Bob#44; 40\n" in made


def test_the_main_path_is_thick_and_the_others_are_dashed(skips: Journey) -> None:
    made = mermaid.render(flow(skips))
    assert len(re.findall(r"^  n\d+ ==>.* n\d+$", made, re.MULTILINE)) == sum(hop.main for hop in hops(skips))
    assert '-.->|"Has one"| n8' in made
    assert 'subgraph s4["Empty"]\n    s4n["Nothing happens here"]\n  end' in made


def test_the_kind_of_a_touchpoint_is_its_shape(skips: Journey) -> None:
    made = mermaid.render(flow(skips))
    assert 'n1("Advert")' in made
    assert '{{"Parcel<br/>Wait"}}' in made
    assert '["Unpack<br/>Customer alone · +2"]:::mood5' in made
