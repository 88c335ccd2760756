from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from cjm.model import Journey
from cjm.outputs import dot
from cjm.outputs.engine import draw
from cjm.views.flow import flow

Build = Callable[[str], Journey]
Snapshot = Callable[[str, str], None]


def test_the_dot_text_of_a_small_journey(journey_of: Build, snapshot: Snapshot) -> None:
    journey = journey_of("stages: [{name: Look, touchpoints: [{name: Advert, emotion: -1, channel: web}, Shop]}]")
    snapshot("small.dot", dot.render(flow(journey)))


def test_it_draws_on_its_own_with_every_name_and_condition(skips: Journey) -> None:
    text = unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", draw(dot.render(flow(skips))))))
    for said in ("Look", "3 touchpoints", "Product page", "chat", "Knows what to buy", "Nothing happens here", "-2"):
        assert said in text


def test_nodes_are_called_by_numbers_and_never_by_text(journey_of: Build) -> None:
    source = dot.render(flow(journey_of("stages: [{name: 'strict', touchpoints: ['node [shape=box]', 'a -> b']}]")))
    assert re.findall(r"^\t\t(\S+) \[label", source, re.MULTILINE) == ["n1", "n2"]
    assert re.findall(r"^\t(\S+ -> \S+) ", source, re.MULTILINE) == ["n1 -> n2"]
