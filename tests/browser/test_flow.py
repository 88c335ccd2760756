"""The flow in a real browser: every text stays in its card, whatever font the system has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.outputs.draw import draw
from cjm.project.load import load
from cjm.source import read

SAMPLES = Path(__file__).parents[2] / "samples"
pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 4
ABSURD = f"""
stages:
  - name: {LONG}
    touchpoints: [{{name: {LONG}, channel: {LONG}, emotion: -2, moment_of_truth: true}}, "👩‍👩‍👧‍👧🏳️‍🌈🇪🇸 emoji"]
  - name: 发现一双适合自己每天早上在公园里跑步时穿的舒适又便宜的跑鞋
    touchpoints: [{{name: 朋友推荐的一双非常舒适并且价格合理的跑鞋因此想要购买, channel: 网站, emotion: 1}}]
  - name: الاكتشاف والاختيار والاستخدام اليومي للمنتج
    touchpoints: [{{name: صفحة المنتج ومقارنة المقاسات قبل الشراء, channel: الويب, emotion: 0, moment_of_truth: true}}]
  - name: WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW
    touchpoints: [WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW, lllllllllllllllllllllllllllllllllllllllllllllllll]
  - name: Empty
    skipped: {LONG}
"""
OVERFLOWS = """() => {
  const found = [];
  for (const group of document.querySelectorAll("g[id]")) {
    const plate = group.querySelector("rect");
    if (!plate) continue;
    const box = plate.getBBox();
    for (const text of group.querySelectorAll("text")) {
      const own = text.getBBox();
      if (own.x < box.x - 1 || own.y < box.y - 1 || own.x + own.width > box.x + box.width + 1
          || own.y + own.height > box.y + box.height + 1) found.push(text.textContent + " " + own.width);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def browser(chromium: Any) -> Any:
    return chromium


def journeys() -> dict[str, Journey]:
    found = {file.name.split(".")[0]: load(file) for file in sorted(SAMPLES.glob("*.journey.yaml"))}
    absurd = build_journey(read(f"cjm: 1\ntitle: Test\n{ABSURD}".encode(), "absurd.journey.yaml")).part
    assert absurd is not None
    return {**found, "absurd": absurd}


@pytest.mark.parametrize("font", ["Arimo", "DejaVu Sans"])
@pytest.mark.parametrize("name", journeys())
def test_no_text_leaves_its_card(browser: Any, tmp_path: Path, name: str, font: str) -> None:
    picture = draw(journeys()[name]).decode().replace('font-family="Arimo, ', f'font-family="{font}, ')
    file = tmp_path / "flow.svg"
    file.write_text(picture, "utf-8")
    page = browser.new_page()
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(message.text))
    page.on("request", lambda request: noticed.append(request.url))
    page.goto(file.as_uri())
    assert page.evaluate(OVERFLOWS) == []
    assert noticed == [file.as_uri()], "the page asks for nothing but itself"
    page.close()
