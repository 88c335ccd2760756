"""What Mermaid draws of what is written for it, in a real browser: every text as it was, and nothing but text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from cjm.model import Journey, Route, Stage, Step, Touchpoint
from cjm.outputs import mermaid
from cjm.outputs.escape import clean
from cjm.views.flow import flow
from cjm.views.story import story

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIBRARY = Path(__file__).parents[1] / "mermaid" / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
AT_ONCE = 40
ODD = [
    "1. one", "- item", "*bold* _x_ `c`", "x\\ny", "fa:fa-car", "fab:fa-x go", "$$x^2$$ and $$y$$", "ﬂ°lt¶ß", "ﬂ°°60¶ß",
    "&lt;b&gt;", "#lt;b#gt;", "a<br>b", "https://x.example/", "Journey", "C4Container", "ann@x.example",
    "日本語", "رحلة",
]  # fmt: skip
"""Texts that Mermaid would make something of while it draws."""
DRAW = """async ([text, level]) => {
    mermaid.initialize({ startOnLoad: false, securityLevel: level });
    const { svg } = await mermaid.render("drawn", text);
    document.body.innerHTML = svg;
    const all = [...document.body.querySelectorAll("*")];
    const lines = (selector) => [...document.body.querySelectorAll(selector)].map(
        (each) => each.innerHTML.split(/<br ?\\/?>/)[0]).map((markup) => {
            const element = document.createElement("div"); element.innerHTML = markup; return element.textContent; });
    return {
        tags: [...new Set(all.map((each) => each.tagName.toLowerCase()))].sort(),
        active: all.flatMap((each) => [...each.attributes].map((one) => one.name))
            .filter((name) => name.startsWith("on") || name === "src" || name.endsWith("href")),
        tasks: lines("text.task"), cards: lines(".node .nodeLabel"), said: lines(".edgeLabel .edgeLabel"),
        stages: [...lines("text.journey-section"), ...lines(".cluster-label .nodeLabel")],
    };
}"""


@pytest.fixture(scope="module")
def draw(chromium: Browser) -> Iterator[Callable[[str, str], dict[str, Any]]]:
    """Draws a diagram at a level of Mermaid's security; fails on any request, dialogue or message."""
    if not LIBRARY.is_file():
        reason = "no mermaid: npm install --prefix tests/mermaid"
        if os.environ.get("CJM_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    page = chromium.new_page()
    heard: list[str] = []
    page.on("request", lambda asked: heard.append(asked.url))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.set_content("<!doctype html><title>x</title>")
    page.add_script_tag(path=LIBRARY)

    def run(text: str, level: str) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(DRAW, [text, level])
        return found

    yield run
    assert heard == []
    page.close()


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[str]:
    """Every hostile text once."""
    found: list[str] = [*ODD]
    for file in sorted((shared / "payloads").glob("*.txt")):
        lines = [line for line in file.read_text("utf-8").split("\n") if line.strip()]
        found += [yaml.safe_load(f'"{line}"') if file.name == "terminal.txt" else line for line in lines]
    return list(dict.fromkeys(text for text in found if text.strip()))


def journey_of(texts: list[str]) -> Journey:
    """Touchpoints and conditions that say the texts, in stages that do too."""
    touchpoints = tuple(Touchpoint(id=f"t{number}", name=text) for number, text in enumerate(texts))
    steps = tuple(Step(to=f"t{number}", when=text) for number, text in enumerate(texts))
    stages = (Stage(id="s", name=texts[0], touchpoints=touchpoints), Stage(id="e", name=texts[-1], skipped=texts[1]))
    return Journey(id="j", title=texts[0], stages=stages, paths=(Route(id="r", steps=steps),))


def shown(text: str) -> str:
    return " ".join(clean(text).replace("\u2060", "").split())


@pytest.mark.browser
@pytest.mark.parametrize("level", ["strict", "loose"])
def test_every_hostile_text_is_drawn_as_text(
    draw: Callable[[str, str], dict[str, Any]], texts: list[str], level: str
) -> None:
    plain = journey_of([f"x{number}" for number in range(AT_ONCE)])
    tags = [draw(mermaid.render(view), level)["tags"] for view in (story(plain), flow(plain))]
    for start in range(0, len(texts), AT_ONCE):
        some = texts[start : start + AT_ONCE]
        expected = {shown(text) for text in some}
        one, other = (draw(mermaid.render(view), level) for view in (story(journey_of(some)), flow(journey_of(some))))
        assert [one["tags"], other["tags"]] == tags
        assert one["active"] == other["active"] == []
        assert set(map(shown, one["tasks"])) == expected
        assert set(map(shown, other["cards"])) == expected
        assert set(map(shown, other["said"])) - {""} == {shown(text) for text in some[1:]}
        assert set(map(shown, [*one["stages"], *other["stages"]])) <= {shown(some[0]), shown(some[-1])}
