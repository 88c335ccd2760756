"""Hostile text in every field that a journey can have comes out of every format as text: never as an element."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import count, cycle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from cjm.diagnostics import Diagnostic, Severity, Span, msg
from cjm.model import Amount, Duration, Journey, Lasting, Route, Step
from cjm.model import fields as kinds
from cjm.model.values import is_link
from cjm.outputs.draw import draw
from cjm.outputs.engine import draw as draw_dot
from cjm.outputs.escape import clean
from cjm.outputs.html import policy
from cjm.outputs.templates import read

FILES = sorted((Path(__file__).parents[3] / "shared" / "data" / "payloads").glob("*.txt"))
pytestmark = pytest.mark.skipif(not FILES, reason="../shared/data/payloads is not there")

Source = Iterator[str]
AN_HOUR = Duration(3600.0, "1h")
VARYING = {"tspan", "a", "code", "bdi"}
"""How many there are follows from the text itself: its lines, its links, its backticks."""


def filled(part: type[Any], texts: Source, ids: Iterator[int]) -> Any:
    """A part with every field that is declared for it."""
    return part(**{spec.attribute: value_of(spec.kind, texts, ids) for spec in kinds.specs(part)})


def value_of(kind: kinds.Kind, texts: Source, ids: Iterator[int]) -> Any:
    match kind:
        case kinds.Ident():
            return f"i{next(ids)}"
        case kinds.One(part=part):
            return filled(part, texts, ids)
        case kinds.Many(item=item) | kinds.Table(value=item) as several:
            keys = (next(texts),) if isinstance(several, kinds.Table) else ()
            made = value_of(item, texts, ids)
            return ((*keys, made),) if keys else (made,)
        case kinds.Choice(names=names):
            return names[0]
        case kinds.Number(low=low):
            return 1 if low is None else max(1, int(low))
        case _:
            simple: dict[type, Any] = {
                kinds.Flag: True, kinds.Level: 4, kinds.Share: 0.4, kinds.Day: date(2026, 1, 2), kinds.Length: AN_HOUR,
                kinds.Lapse: Lasting(AN_HOUR, AN_HOUR), kinds.Quantity: Amount(0.4, "share", "40%"),
                kinds.Tongue: "es", kinds.Version: 1,
            }  # fmt: skip
            return simple[type(kind)] if type(kind) in simple else next(texts)


def whole(texts: Source) -> Journey:
    """A journey of two stages with every field, and paths through all of them."""
    ids = count()
    made: Journey = filled(Journey, texts, ids)
    stages = tuple(filled(type(made.stages[0]), texts, ids) for _ in range(2))
    steps = tuple(Step(to=stage.touchpoints[0].id, when=next(texts)) for stage in stages)
    back = tuple(Step(to=each.to, when=next(texts)) for each in reversed(steps))
    paths = tuple(Route(id=f"r{number}", name=next(texts), steps=each) for number, each in enumerate((steps, back)))
    values = {name: getattr(made, name) for name in type(made).names}
    return Journey(**{**values, "stages": stages, "paths": paths})


def findings(texts: Source) -> list[Diagnostic]:
    said = msg("`{said}` is wrong", said=next(texts))
    return [Diagnostic("rule", Severity.WARNING, said, "x.yaml", Span(), "stages[0].touchpoints[0]", said)]


def form(texts: Source, name: str) -> str:
    return draw(whole(texts), name, findings=findings(texts), today=date(2026, 11, 22)).decode()


def payloads_of(file: Path) -> dict[str, str]:
    return {
        f"{file.stem}:{number}": yaml.safe_load(f'"{line}"') if file.name == "terminal.txt" else line
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1)
        if line.strip()
    }


@pytest.fixture(scope="module")
def payloads() -> dict[str, str]:
    return {name: text for file in FILES for name, text in payloads_of(file).items()}


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.shown: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    @property
    def steady(self) -> dict[str, int]:
        return {tag: number for tag, number in self.tags.items() if tag not in VARYING}


def is_followed(text: str) -> bool:
    """Whether an address may become a link."""
    return is_link(text) and bool(re.match(r"(?i)https?:|mailto:", text))


def instead(number: int = 0, *, followed: bool) -> str:
    """A harmless text that is treated alike."""
    return f"https://x{number}.example/" if followed else f"x{number}"


def assert_harmless(page: Page, given: set[str]) -> None:
    """No handler, no style of its own, no address but the page's own anchors and the journey's honest links."""
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in {"style", "src", "srcdoc", "action", "formaction", "xlink:href", "ping"}, (tag, name)
        if name == "href" and not value.startswith("#"):
            assert tag == "a"
            assert value in given
            assert is_followed(value)
            assert ("a", "rel", "noopener noreferrer") in page.attributes
        if tag != "style" and "url(" in value:
            assert name == "clip-path" or value in given or name in {"aria-label", "title"}, (tag, name, value)
    equiv = [value for tag, name, value in page.attributes if name == "http-equiv"]
    assert equiv == ["Content-Security-Policy"]
    assert ("meta", "content", policy(read("html/report.css"))) in page.attributes
    assert not {"script", "iframe", "object", "embed", "base", "form", "link", "img", "image"} & set(page.tags)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_payload_in_every_field_of_a_page(file: Path) -> None:
    plain = {followed: Page(form(cycle([instead(followed=followed)]), "html")) for followed in (True, False)}
    for name, payload in payloads_of(file).items():
        page = Page(form(cycle([payload]), "html"))
        assert page.steady == plain[is_followed(payload)].steady, name
        assert set(page.tags) <= set(plain[True].tags) | VARYING, name
        assert_harmless(page, {payload})
        assert " ".join(clean(payload).split()) in " ".join("".join(page.shown).split()), name


@pytest.mark.parametrize("turn", range(4))
def test_all_payloads_side_by_side_in_a_page(payloads: dict[str, str], turn: int) -> None:
    """One text cannot open what the next one closes."""
    texts = list(dict.fromkeys(payloads.values()))
    ordered = texts[turn * 31 :] + texts[: turn * 31]
    page = Page(form(cycle(ordered), "html"))
    harmless = [instead(number, followed=is_followed(text)) for number, text in enumerate(ordered)]
    assert page.steady == Page(form(cycle(harmless), "html")).steady
    assert_harmless(page, set(texts))


def svg_elements(text: str) -> Counter[str]:
    return Counter(each.tag for each in ET.fromstring(text).iter() if not each.tag.endswith("tspan"))


def dot_shapes(text: str) -> Counter[str]:
    return Counter(re.findall(r'<g id="[^"]*" class="(node|edge|cluster)">', draw_dot(text)))


def json_shape(text: str) -> list[int]:
    flow = json.loads(text)["flow"]
    return [len(flow[part]) for part in ("panels", "cards", "edges")]


@pytest.mark.parametrize(("name", "shape"), [("svg", svg_elements), ("dot", dot_shapes), ("json", json_shape)])
def test_all_payloads_side_by_side_in_a_picture(
    payloads: dict[str, str], name: str, shape: Callable[[str], object]
) -> None:
    assert shape(form(cycle(payloads.values()), name)) == shape(form(cycle(["x"]), name))


def test_a_picture_of_all_payloads_is_drawn(payloads: dict[str, str]) -> None:
    assert draw(whole(cycle(payloads.values())), "png").startswith(b"\x89PNG")
