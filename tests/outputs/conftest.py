from __future__ import annotations

from collections.abc import Callable

import pytest

from cjm.model import Journey
from cjm.model.build import build_journey
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
