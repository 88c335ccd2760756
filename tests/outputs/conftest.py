from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjm.model import Journey, Part
from cjm.model.build import build_journey
from cjm.model.fields import Address, Many, One, Ref, Table, Text, specs
from cjm.project.load import load
from cjm.source import read

STAGES = """
stages:
  - name: Look
    touchpoints: [Advert, {name: Review, emotion: 1}, Shop window]
  - name: Compare
    touchpoints: [Product page, {name: Question, emotion: 0, channel: chat}]
  - name: Buy
    touchpoints: [Cart, {name: Account, emotion: -2, moment_of_truth: true}, Coupon, Pay]
  - name: Empty
    skipped: Nothing happens here
  - name: Get
    touchpoints: [{name: Parcel, kind: wait}, {name: Unpack, kind: action, emotion: 2}]
"""
PATHS = {
    "order": "",
    "skips": """
paths:
  - {name: a, share: 60%, steps: [advert, product-page, cart, pay, parcel, unpack]}
  - {name: b, share: 5%, when: Knows what to buy, steps: [advert, cart, {to: coupon, when: Has one}, pay]}
  - {name: c, when: Was there before, steps: [review, parcel]}
  - {name: d, when: Reads the whole of the review first and then some more, steps: [review, unpack]}
  - {name: e, steps: [advert, shop-window, {to: pay, when: Pays in the shop}]}
  - {name: f, steps: [cart, {to: account, when: New}, {to: pay, when: Has an account now}]}
""",
    "back": """
paths:
  - {name: a, steps: [advert, review, product-page, question, cart, account, coupon, pay, parcel, unpack]}
  - {name: b, when: Gives up, steps: [account, {to: product-page, when: Looks again}, cart]}
  - {name: c, steps: [unpack, {to: advert, when: Tells a friend}]}
  - {name: d, steps: [pay, {to: cart, when: Card refused}]}
  - {name: e, steps: [parcel, {to: parcel, when: Not at home}]}
  - {name: f, steps: [unpack, {to: parcel, when: Sends it back}]}
  - {name: g, steps: [coupon, review]}
  - {name: h, steps: [question, {to: product-page, when: Got an answer}]}
""",
    "crowd": """
paths:
"""
    + "".join(
        f"  - {{name: p{number}, steps: [{source}, {{to: {target}, when: Way {number}}}]}}\n"
        for number, (source, target) in enumerate(
            (source, target)
            for source in ("advert", "review", "question", "cart", "account", "unpack")
            for target in ("product-page", "question", "cart", "pay", "parcel", "shop-window")
        )
    ),
}


@pytest.fixture(scope="session")
def journey_of() -> Callable[[str], Journey]:
    """A journey from YAML that begins after its title."""

    def build(text: str) -> Journey:
        built = build_journey(read(f"cjm: 1\nid: test\ntitle: Test\n{text}".encode(), "test.journey.yaml"))
        assert built.part is not None
        return built.part

    return build


@pytest.fixture(params=list(PATHS))
def routed(request: pytest.FixtureRequest, journey_of: Callable[[str], Journey]) -> Journey:
    """Journeys whose paths go forward, skip, turn back and crowd."""
    return journey_of(STAGES + PATHS[request.param])


@pytest.fixture
def skips(journey_of: Callable[[str], Journey]) -> Journey:
    return journey_of(STAGES + PATHS["skips"])


@pytest.fixture(scope="session")
def payloads(shared: Path) -> dict[str, str]:
    """Every hostile text, by its file and line."""
    found: dict[str, str] = {}
    for file in sorted((shared / "payloads").glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1):
            text = yaml.safe_load(f'"{line}"') if file.name == "terminal.txt" else line
            if text.strip():
                found[f"{file.stem}:{number}"] = text
    assert len(found) > 100
    return found


@pytest.fixture(scope="session")
def saying(samples: Path) -> Callable[[str], Journey]:
    """Two stages of a sample with a text in place of every text, and of every reference that may be free text."""
    sample = load(samples / "tienda-online.journey.yaml")
    some = type(sample)(**{name: getattr(sample, name) for name in sample.names} | {"stages": sample.stages[2:4]})
    return lambda text: filled(some, text)


def filled(part: Any, text: str) -> Any:
    made = {spec.attribute: _value(spec.kind, getattr(part, spec.attribute), text) for spec in specs(type(part))}
    rest = {name: getattr(part, name) for name in ("path", "generated", "catalogue") if hasattr(part, name)}
    return type(part)(**made, **rest)


def _value(kind: Any, value: Any, text: str) -> Any:
    match kind:
        case Text() | Address() | Ref(to=("channel" | "team" | "persona" | "evidence")):
            return text
        case One():
            return filled(value, text) if isinstance(value, Part) else value
        case Many(item=item):
            return tuple(_value(item, each, text) for each in value)
        case Table(value=item):
            return tuple((key, _value(item, each, text)) for key, each in value)
    return value
