"""Every view of every journey: texts are whole and stand free, in their boxes, and no line runs through one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.model import Emotion, Evidence, Journey, Objective, Opportunity, PainPoint, Persona, Stage, Touchpoint
from cjm.model.measurement import Coverage, Levels, Measurement
from cjm.project.load import load
from cjm.views.choice import ALL, Choice
from cjm.views.measured import drawings
from cjm.views.picture import Curve, Dot, Face, Line, Picture, Rect, Sign, Words
from cjm.views.shapes import Block, Box, Point
from cjm.views.teller import teller
from cjm.views.typeset import STYLES

VIEWS = ("map", "curve", "blueprint", "board")
SAMPLES = sorted((Path(__file__).parents[2] / "samples").rglob("*.journey.yaml"))
DRAWN = [file for file in SAMPLES if "broken" not in file.parts]
DRAFTS = sorted((Path(__file__).parents[1] / "corpus").glob("*.journey.yaml"))
UNREAD = "es-seis-lineas-claves-en-espanol"
"""Nothing can be drawn of this draft before its keys are in English."""

COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SAYINGS = {
    "plain": ("A step of the way", "en"),
    "long": ((COMPOUND * 5)[:300], "en"),
    "compound": (COMPOUND, "de"),
    "chinese": ("客户在网上商店比较了三家不同的银行之后终于决定打开一个新的账户并且开始使用它的手机应用程序", "zh"),
    "arabic": ("رحلة العميل من البحث عن حساب بنكي إلى استخدامه اليومي", "ar"),
    "emoji": ("👩‍👩‍👧‍👦🚀😀🇪🇸" * 8, "en"),
    "short": ("B", ""),
}
SLACK = 0.6
STEPS = 16


def touchpoint(
    number: int, said: str, score: float | None, *, other: float | None = None, rated: bool = True
) -> Touchpoint:
    """A touchpoint with something in every lane."""
    by = (("q", other),) if other is not None else ()
    return Touchpoint(
        id=f"t{number}",
        name=said,
        actions=(said,),
        thoughts=(said,),
        emotion=Emotion(score=score, feeling=said, by=by, evidence=("e",) if number % 2 else ()),
        moment_of_truth=number % 3 == 0,
        frontstage=(said,),
        backstage=(said,),
        support=(said,),
        systems=(said, said),
        channel=said,
        owner=said,
        pain_points=(PainPoint(id=f"p{number}", text=said, severity=number % 5 + 1, share=0.35, felt_by=(said,)),),
        opportunities=(
            Opportunity(
                id=f"o{number}",
                text=said,
                addresses=(f"p{number}",) if number % 2 else (),
                owner=said,
                status=("idea", "planned", "in_progress", "done", "rejected")[number % 5],
                impact=number % 5 + 1 if rated else None,
                effort=number * 2 % 5 + 1,
            ),
        ),
    )


def journey_saying(said: str, language: str, touchpoints: tuple[Touchpoint, ...]) -> Journey:
    """Three stages, the second without touchpoints."""
    half = (len(touchpoints) + 1) // 2
    return Journey(
        id="made",
        title=said,
        language=language or None,
        persona="p",
        personas=(Persona(id="p", name=said, summary=said), Persona(id="q", name=f"Q {said}")),
        evidence=(Evidence(id="e", title=said, kind="survey"),),
        stages=(
            Stage(id="s1", name=said, touchpoints=touchpoints[:half], customer_goal=said),
            Stage(id="s2", name=f"B {said}", skipped=said),
            Stage(
                id="s3",
                name=f"C {said}",
                touchpoints=touchpoints[half:],
                opportunities=(Opportunity(id="z", text=said),),
            ),
        ),
    )


def absurd(name: str, count: int = 4) -> Journey:
    said, language = SAYINGS[name]
    steps = (touchpoint(number, said, number % 5 - 2, other=(number + 2) % 5 - 2) for number in range(count))
    return journey_saying(said, language, tuple(steps))


def journeys() -> Iterator[object]:
    for file in DRAWN:
        yield pytest.param(lambda file=file: load(file), id=file.name.partition(".")[0])
    for file in DRAFTS:
        if not file.name.startswith(UNREAD):
            yield pytest.param(lambda file=file: load(file), id=file.name.partition(".")[0])
    for name in SAYINGS:
        yield pytest.param(lambda name=name: absurd(name), id=name)
    yield pytest.param(lambda: absurd("plain", 40), id="forty touchpoints")
    yield pytest.param(lambda: absurd("short", 1), id="one touchpoint")
    one = Stage(id="a", name="Look", touchpoints=(Touchpoint(id="t", name="Advert"),))
    yield pytest.param(lambda: Journey(title="One", stages=(one,)), id="nothing but a name")
    yield pytest.param(lambda: Journey(title="Nothing yet"), id="nothing")
    yield pytest.param(lambda: Journey(title="Empty", stages=(Stage(id="a", name="Look"),)), id="an empty stage")


def drawn(view: str, journey: Journey, choice: Choice = ALL) -> Picture:
    made: Picture = import_module(f"cjm.views.{view}").lay_out(journey, choice)
    return made


def boxes_of(block: Block) -> Iterator[Box]:
    """Where the ink of each line is, from the top of a capital to under the baseline."""
    size = STYLES[block.style].size
    for line in block.lines:
        left = {"start": 0.0, "middle": line.width / 2, "end": line.width}[block.align]
        yield Box(line.x - left, line.y - 0.72 * size, line.width, 0.9 * size)


def texts(picture: Picture) -> list[tuple[Box, str]]:
    return [
        (box, mark.block.text)
        for group in picture.groups
        for mark in group.marks
        if isinstance(mark, Words)
        for box in boxes_of(mark.block)
        if box.width
    ]


def overlap(one: Box, other: Box) -> bool:
    across = one.x + SLACK < other.right and other.x + SLACK < one.right
    return across and one.y + SLACK < other.bottom and other.y + SLACK < one.bottom


def within(inner: Box, outer: Box) -> bool:
    across = inner.x >= outer.x - SLACK and inner.right <= outer.right + SLACK
    return across and inner.y >= outer.y - SLACK and inner.bottom <= outer.bottom + SLACK


def run_of(mark: Curve | Line) -> Iterator[Point]:
    """Points along a line."""
    if isinstance(mark, Line):
        for (x, y), (to_x, to_y) in pairwise(mark.points):
            count = max(2, int((abs(to_x - x) + abs(to_y - y)) / 3))
            yield from ((x + (to_x - x) * at / count, y + (to_y - y) * at / count) for at in range(count + 1))
        return
    for start in range(0, len(mark.points) - 1, 3):
        a, b, c, d = mark.points[start : start + 4]
        for at in range(STEPS + 1):
            t, u = at / STEPS, 1 - at / STEPS
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x, y = (sum(w * p[k] for w, p in zip(weights, (a, b, c, d), strict=True)) for k in (0, 1))
            yield x, y


def crossed(picture: Picture) -> list[str]:
    """Texts that an open line or a curve runs through."""
    found = sorted(texts(picture))
    wide = max((box.width for box, _ in found), default=0.0)
    hit = set()
    lines = [
        mark
        for group in picture.groups
        for mark in group.marks
        if isinstance(mark, Curve) or (isinstance(mark, Line) and not mark.closed)
    ]
    points = sorted(point for mark in lines for point in run_of(mark))
    first = 0
    for x, y in points:
        while first < len(found) and found[first][0].x < x - wide:
            first += 1
        for box, text in found[first:]:
            if box.x >= x:
                break
            if x < box.right - SLACK and box.y + SLACK < y < box.bottom - SLACK:
                hit.add(text)
    return sorted(hit)


def covering(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of texts of which one stands over the other."""
    found = sorted(texts(picture), key=lambda each: each[0].y)
    return [
        (text, other)
        for number, (box, text) in enumerate(found)
        for over, other in _while_above(found[number + 1 :], box.bottom)
        if overlap(box, over)
    ]


def _while_above(found: list[tuple[Box, str]], bottom: float) -> Iterator[tuple[Box, str]]:
    for box, text in found:
        if box.y >= bottom:
            return
        yield box, text


def bare(text: str) -> str:
    """Without what breaking lines may add or take away."""
    return re.sub(r"[\s\-\u00ad]", "", text)


def extent(mark: object) -> list[Point]:
    match mark:
        case Rect(box=box):
            return [(box.x, box.y), (box.right, box.bottom)]
        case Dot(center=(x, y), radius=radius) | Face(center=(x, y), radius=radius):
            return [(x - radius, y - radius), (x + radius, y + radius)]
        case Sign(center=(x, y)):
            return [(x - 7, y - 7), (x + 7, y + 7)]
        case Line(points=points):
            return list(points)
        case Curve():
            return list(run_of(mark))
    return []


def check_geometry(picture: Picture) -> None:
    """What holds for every picture."""
    page = Box(0.0, 0.0, picture.width, picture.height)
    for group in picture.groups:
        assert within(group.box, page), group
        for mark in group.marks:
            assert all(within(Box(x, y, 0.0, 0.0), page) for x, y in extent(mark)), mark
            if isinstance(mark, Words):
                assert all(within(box, group.box) for box in boxes_of(mark.block)), (group.kind, mark.block.text)
                assert bare("".join(line.text for line in mark.block.lines)) == bare(mark.block.text)
    cards = [group.box for group in picture.groups if group.kind in {"card", "chance", "pain", "notice"}]
    ordered = sorted(cards, key=lambda box: box.y)
    for number, one in enumerate(ordered):
        assert not any(overlap(one, other) for other in ordered[number + 1 :] if other.y < one.bottom)
    assert covering(picture) == []
    assert crossed(picture) == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("made", [*journeys()])
def test_texts_are_whole_and_free_and_everything_is_in_its_place(view: str, made: Callable[[], Journey]) -> None:
    check_geometry(drawn(view, made()))


@pytest.mark.parametrize("view", ["map", "curve"])
@pytest.mark.parametrize("name", ["plain", "compound", "arabic"])
def test_the_same_holds_where_two_journeys_are_compared(view: str, name: str) -> None:
    said, language = SAYINGS[name]
    ours, theirs = (
        absurd(name, 5),
        journey_saying(said, language, tuple(touchpoint(number, said, 1 - number % 3) for number in range(2, 9))),
    )
    check_geometry(drawn(view, ours, Choice(compared=replace(theirs, title="Other", persona="p"))))


MEASURED = ["plain", "long", "compound", "chinese", "arabic", "emoji"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", MEASURED)
def test_the_same_holds_where_a_journey_is_measured(view: str, name: str, measured: Callable[..., Measurement]) -> None:
    journey = absurd(name, 7)
    check_geometry(drawn(view, journey, Choice(measured=measured(journey, SAYINGS[name][0]))))


@pytest.mark.parametrize("drawing", [drawings.funnel, drawings.felt, drawings.trend])
@pytest.mark.parametrize("name", MEASURED)
def test_the_same_holds_for_the_small_pictures_of_a_measurement(
    drawing: Callable[..., Picture | None], name: str, measured: Callable[..., Measurement]
) -> None:
    journey = absurd(name, 7)
    picture = drawing(teller(journey), measured(journey))
    assert picture
    check_geometry(picture)
    nothing = Journey(title="Nothing yet")
    assert drawing(teller(nothing), Measurement("x", None, None, "", (), Coverage(0, 0, 0, 0), Levels({}))) is None


SCORES = st.sampled_from([-2.0, -1.5, -1.0, -0.3, 0.0, 0.4, 1.0, 2.0, None])
TOUCHPOINTS = st.lists(st.tuples(st.sampled_from(sorted(SAYINGS)), SCORES, SCORES, st.booleans()), max_size=9)


@given(steps=TOUCHPOINTS, view=st.sampled_from(VIEWS), language=st.sampled_from(["en", "de", "ar", "zh", ""]))
@settings(max_examples=60)
def test_the_same_holds_for_journeys_that_nobody_has_thought_of(
    steps: list[tuple[str, float | None, float | None, bool]], view: str, language: str
) -> None:
    made = tuple(
        touchpoint(number, SAYINGS[name][0], score, other=other, rated=rated)
        for number, (name, score, other, rated) in enumerate(steps)
    )
    check_geometry(drawn(view, journey_saying("A made journey", language, made)))


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_journey_gives_the_same_picture(view: str) -> None:
    assert drawn(view, load(DRAWN[0])) == drawn(view, load(DRAWN[0]))


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_without_a_heading_says_no_title_of_its_own(view: str) -> None:
    journey = absurd("plain")
    titled = replace(journey, title="Nowhere else")
    shown = [text for _, text in texts(drawn(view, titled, Choice(headed=False)))]
    assert "Nowhere else" not in shown
    assert "Nowhere else" in [text for _, text in texts(drawn(view, titled))]


@pytest.mark.parametrize("view", VIEWS)
def test_right_to_left_is_the_mirror_image(view: str) -> None:
    journey = absurd("short")
    left, right = drawn(view, journey), drawn(view, replace(journey, language="ar"))
    assert right.mirrored
    assert not left.mirrored

    def places(picture: Picture, kind: str) -> list[float]:
        return [group.box.middle[0] for group in picture.groups if group.kind == kind]

    for kind in ("card", "chance", "name", "feeling"):
        assert places(right, kind) == pytest.approx([right.width - x for x in places(left, kind)])


@pytest.mark.parametrize("view", VIEWS)
def test_the_heading_says_long_texts_whole(view: str) -> None:
    said = "Raise the share of new accounts that receive a salary or a pension within sixty days of being opened"
    journey = replace(absurd("plain"), objective=Objective(statement=said), owner=f"The team that wants to {said}")
    shown = " ".join(text for _, text in texts(drawn(view, journey, Choice(compared=replace(journey, title=said)))))
    assert f"Objective: {said}" in shown
    assert f"kept by The team that wants to {said}" in shown
    assert f"compared with “{said}”" in shown
