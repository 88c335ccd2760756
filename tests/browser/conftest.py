"""A real Chromium, and the journeys that are put before it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cjm.checks.validate import check
from cjm.model import Journey
from cjm.model.build import build_journey
from cjm.model.measurement import Measurement
from cjm.outputs.draw import draw
from cjm.project.load import load
from cjm.source import read
from cjm.views.choice import ALL, Choice

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
FAILURES = Path(__file__).parent / "failures"
TODAY = date(2026, 11, 22)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG = (COMPOUND * 5)[:300]
CHINESE = "客户在网上商店比较了三家不同的银行之后终于决定打开一个新的账户并且开始使用它的手机应用程序"
ARABIC = "رحلة العميل من البحث عن حساب بنكي إلى استخدامه اليومي"
EMOJI = "👩‍👩‍👧‍👦🚀😀🇪🇸" * 8


def touchpoint(number: int, text: str) -> str:
    """A touchpoint with something in every corner of its card."""
    return (
        f"{{id: t{number}, name: '{text}', channel: '{text}', lasts: {{from: 2d, to: 5d}}, actions: ['{text}'],"
        f" emotion: {{score: {number % 5 - 2}, feeling: '{text}', by: {{'{text}': 1}}}}, moment_of_truth: true,"
        f" thoughts: ['{text}'], systems: ['{text}', '{text}'], owner: '{text}', events: ['{text}'], outcome: '{text}',"
        f" evidence: ['{text}'], targets: [{{metric: '{text}', at_least: 5}}], notes: [{{kind: risk, text: '{text}'}}],"
        f" pain_points: [{{id: p{number}, text: '{text}', severity: {number % 5 + 1}, share: 35%, felt_by: '{text}'}}],"
        f" opportunities: [{{id: o{number}, text: '{text}', addresses: [p{number}], owner: '{text}', gain: '{text}',"
        f" due: 2026-01-0{number % 9 + 1}, impact: 4, effort: 2, link: 'https://example.org/{COMPOUND}'}}]}}"
    )


def absurd(text: str, language: str, touchpoints: int = 3) -> str:
    """Three stages that say one thing everywhere; the second is empty."""
    each = [touchpoint(number, text) for number in range(touchpoints)]
    half = (touchpoints + 1) // 2
    return f"""cjm: 1
id: absurd
title: '{text}'
description: '{text}'
language: {language}
owner: '{text}'
objective: {{statement: '{text}', metric: '{text}', at_least: 5, owner: '{text}'}}
persona: p
personas: [{{id: p, name: '{text}', summary: '{text}', quote: '{text}', needs: ['{text}']}}]
evidence: [{{title: '{text}', kind: survey, link: 'https://example.org/{COMPOUND}'}}]
metrics: [{{id: m, name: '{text}', formula: '{text}', unit: '{text}', value: 3}}]
pain_points: ['{text}']
stages:
  - {{name: '{text}', description: '{text}', needs: ['{text}'], touchpoints: [{", ".join(each[:half])}]}}
  - {{name: 'B {text}', skipped: '{text}'}}
  - {{name: 'C {text}', customer_goal: '{text}', touchpoints: [{", ".join(each[half:])}]}}
paths:
  - {{name: '{text}', when: '{text}', steps: [t0, {{to: t{touchpoints - 1}, when: '{text}'}}]}}
"""


ABSURD = {
    "long names": absurd(LONG, "en"),
    "compounds": absurd(COMPOUND, "de"),
    "chinese": absurd(CHINESE, "zh"),
    "arabic": absurd(ARABIC, "ar"),
    "emoji": absurd(EMOJI, "en"),
    "forty touchpoints": absurd("A step of the way", "en", 40),
    "one touchpoint": "cjm: 1\nid: one\ntitle: One\nstages: [{name: Look, touchpoints: [Advert]}]\n",
    "nothing": "cjm: 1\nid: nothing\ntitle: Nothing yet\n",
}
SAMPLES = {file.name.partition(".")[0]: file for file in sorted((ROOT / "samples").glob("*.journey.yaml"))}


def journey_named(name: str) -> Journey:
    if name in SAMPLES:
        return load(SAMPLES[name])
    built = build_journey(read(ABSURD[name].encode(), "absurd.journey.yaml"))
    assert built.part is not None, built.problems
    return built.part


@pytest.fixture(scope="session", params=[*SAMPLES, *ABSURD])
def journey(request: pytest.FixtureRequest) -> Journey:
    return journey_named(request.param)


@pytest.fixture(scope="session")
def report(journey: Journey, tmp_path_factory: pytest.TempPathFactory, measured: Callable[..., Measurement]) -> Path:
    """The journey's report as a file, with the findings that its rules make; absurd journeys are measured, too."""
    folder = tmp_path_factory.mktemp("report")
    source = next((file for file in SAMPLES.values() if file.name.startswith(f"{journey.id}.")), None)
    found = check(source, today=TODAY) if source else ()
    made = folder / "report.html"
    choice = Choice(measured=measured(journey, journey.title)) if journey.id == "absurd" else ALL
    made.write_bytes(draw(journey, "html", findings=found, today=TODAY, choice=choice))
    return made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing
    except ImportError:
        program = None
    if program is None:
        reason = "no Chromium or no playwright: apt-get install chromium, pip install playwright"
        if os.environ.get("CJM_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


Open = Callable[..., AbstractContextManager["Page"]]


@pytest.fixture
def opened(chromium: Browser, request: pytest.FixtureRequest) -> Open:
    """Opens a file; leaves a screenshot behind when the test fails, and fails on any message or request of the page."""

    @contextmanager
    def open_file(file: Path, width: int = 1280, **settings: Any) -> Iterator[Page]:
        context = chromium.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **settings)
        page = context.new_page()
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda asked: heard.append(asked.url) if asked.url != file.as_uri() else None)
        try:
            page.goto(file.as_uri())
            yield page
            assert heard == []
        except AssertionError:
            FAILURES.mkdir(exist_ok=True)
            name = re.sub(r"\W+", "-", request.node.name)
            page.screenshot(path=FAILURES / f"{name}-{width}.png")
            raise
        finally:
            context.close()

    return open_file
