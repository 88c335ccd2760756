from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjm.model import Amount, Duration, Journey, Lasting, Part, Route, Step
from cjm.model import fields as kinds
from cjm.model.build import build_journey
from cjm.model.fields import Address, Many, One, Ref, Table, Text, specs
from cjm.project.load import load
from cjm.source import read

AN_HOUR = Duration(3600.0, "1h")
SIMPLE: dict[type, Any] = {
    kinds.Flag: True, kinds.Level: 4, kinds.Share: 0.4, kinds.Day: date(2026, 1, 2), kinds.Length: AN_HOUR,
    kinds.Lapse: Lasting(AN_HOUR, AN_HOUR), kinds.Quantity: Amount(0.4, "share", "40%"),
    kinds.Tongue: "es", kinds.Version: 1,
}  # fmt: skip

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
def saying(samples: Path) -> Callable[..., Journey]:
    """A sample that says these texts in place of its own, also as the references that may be free text, unless kept."""
    sample = load(samples / "tienda-online.journey.yaml")
    return lambda *texts, referring=False: said_by(sample, cycle(texts), referring=referring)


def said_by(part: Any, texts: Iterator[str], *, referring: bool) -> Any:
    def value(kind: Any, old: Any) -> Any:
        match kind:
            case Text() | Address():
                return next(texts)
            case Ref(to=("channel" | "team" | "persona" | "evidence")) if not referring:
                return next(texts)
            case One():
                return said_by(old, texts, referring=referring) if isinstance(old, Part) else old
            case Many(item=item):
                return tuple(value(item, each) for each in old)
            case Table(value=item):
                return tuple((key, value(item, each)) for key, each in old)
        return old

    made = {spec.attribute: value(spec.kind, getattr(part, spec.attribute)) for spec in specs(type(part))}
    rest = {name: getattr(part, name) for name in ("path", "generated", "catalogue") if hasattr(part, name)}
    return type(part)(**made, **rest)


@pytest.fixture(scope="session")
def everything() -> Callable[..., Journey]:
    """A journey of two stages that has every field there is, said in the texts that are given, one after the other.

    `naming` gives the ids; without it they are `i0`, `i1` and so on.
    """
    return whole


def whole(texts: Iterator[str], naming: Iterator[str] | None = None) -> Journey:
    ids = naming or (f"i{number}" for number in count())
    made: Journey = filled(Journey, texts, ids)
    stages = tuple(filled(type(made.stages[0]), texts, ids) for _ in range(2))
    steps = tuple(Step(to=stage.touchpoints[0].id, when=next(texts)) for stage in stages)
    back = tuple(Step(to=each.to, when=next(texts)) for each in reversed(steps))
    paths = tuple(Route(id=f"r{number}", name=next(texts), steps=each) for number, each in enumerate((steps, back)))
    return replace(made, stages=stages, paths=paths)


def filled(part: type[Any], texts: Iterator[str], ids: Iterator[str]) -> Any:
    return part(**{spec.attribute: value_of(spec.kind, texts, ids) for spec in specs(part)})


def value_of(kind: Any, texts: Iterator[str], ids: Iterator[str]) -> Any:
    match kind:
        case kinds.Ident():
            return next(ids)
        case One(part=part):
            return filled(part, texts, ids)
        case Many(item=item):
            return (value_of(item, texts, ids),)
        case Table(value=item):
            return ((next(texts), value_of(item, texts, ids)),)
        case kinds.Number(low=low):
            return 1 if low is None else max(1, int(low))
    names = getattr(kind, "names", ())
    return names[0] if names else SIMPLE[type(kind)] if type(kind) in SIMPLE else next(texts)
