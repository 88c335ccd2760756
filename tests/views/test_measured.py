"""What a measurement adds to pictures and reports: the three things that nobody asked for come first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cjm.model import Journey, Stage
from cjm.model.measurement import Coverage, Levels, Measured, Measurement, Newcomer, Passage, Segment, Spot
from cjm.outputs.draw import draw, laid_out
from cjm.project.load import load
from cjm.views.board.chances import chances
from cjm.views.choice import Choice
from cjm.views.flow import flow
from cjm.views.measured.figures import change_said, days_said, length_said, said
from cjm.views.measured.truths import foremost, truths
from cjm.views.picture import Picture, Words
from cjm.views.report import report
from cjm.views.tables import tables
from cjm.views.teller import teller

Make = Callable[..., Measurement]


@pytest.fixture(scope="module")
def shop(samples: Path) -> Journey:
    return load(samples / "tienda-online.journey.yaml")


@pytest.fixture(scope="module")
def story(shop: Journey) -> Measurement:
    """An account wall, a slow delivery for one region, and a touchpoint that nobody mapped."""

    def levels(cases: int, wait: float) -> Levels:
        stages = [Spot("compra", {"entered": Measured(3_000), "drop_off": Measured(0.61)})]
        stages.append(Spot("entrega", {"entered": Measured(1_100), "drop_off": Measured(0.1)}))
        touched = {"cases": Measured(2_400), "exits": Measured(0.57), "reach": Measured(0.24)}
        places = (Spot("crear-cuenta", touched), Spot("entrega-domicilio", {"wait.median": Measured(wait)}))
        whole = {"cases": Measured(cases), "completed": Measured(0.03, cases, 0.028, 0.032), "fit.paths": Measured(0.9)}
        whole["duration.median"] = Measured(5 * 86_400.0 + wait)
        return Levels(whole, tuple(stages), places)

    return Measurement(
        shop.id,
        datetime(2026, 10, 1, tzinfo=UTC),
        datetime(2026, 11, 1, tzinfo=UTC),
        "duckdb",
        (),
        Coverage(60_000, 57_000, 20, 19),
        levels(10_000, 2 * 86_400.0),
        new=(Newcomer("call_support", 3_000, 900, 0.05),),
        segments=(
            Segment("region", "Madrid", levels(9_000, 1.9 * 86_400)),
            Segment("region", "Canarias", levels(1_000, 9 * 86_400.0)),
        ),
    )


def sentences(shop: Journey, story: Measurement) -> list[str]:
    tell = teller(replace(shop, language="en"))
    return [plain(tell.say(each.message)) for each in foremost(truths(tell, story))]


def plain(text: str) -> str:
    """With spaces where a number and its unit may not be parted."""
    return text.replace("\u00a0", " ")


def test_the_summary_says_the_three_planted_problems_without_being_asked(shop: Journey, story: Measurement) -> None:
    assert sentences(shop, story)[:4] == [
        "Most customers are lost in “Compra”: 61% of the 3,000 who come there go no further.",
        "For 57% of those who come to “Crear cuenta” it is the last thing they do.",
        "Customers do “call_support”, and the map does not know it: 900 of them, 5% of events.",
        (
            "Slow for region “Canarias”: half of them need more than 14 days, of all customers 7 days; "
            "for “Entrega a domicilio” they wait 9 days, all customers 2 days."
        ),
    ]
    page = report(replace(shop, language="en"), [], choice=Choice(measured=story))
    shown = [plain("".join(piece.text for piece in sentence)) for sentence in page.body.summary.measured]
    assert shown[:4] == sentences(shop, story)[:4]
    assert "measured" in [heading.anchor for heading in page.contents]
    linked = {piece.text: piece.link for sentence in page.body.measured[0].truths for piece in sentence if piece.link}
    assert linked["Crear cuenta"] == "#t-crear-cuenta"


def test_of_many_places_where_customers_leave_the_one_that_misses_its_target_comes_first(
    shop: Journey, story: Measurement
) -> None:
    more = Spot("carrito", {"cases": Measured(4_000), "exits": Measured(0.7)})
    levels = replace(story.whole, touchpoints=(more, *story.whole.touchpoints))
    said = sentences(shop, replace(story, whole=levels))
    assert "Many leave after “Crear cuenta” (57%) and “Carrito” (70%)." in said


def test_what_few_customers_do_and_what_two_segments_share_is_not_said_twice(shop: Journey, story: Measurement) -> None:
    again = replace(story.segments[1], column="persona", value="pedro")
    rare = Newcomer("rare", 3, 3, 0.00005)
    found = sentences(shop, replace(story, segments=(*story.segments, again), new=(rare,)))
    assert len([each for each in found if each.startswith("Slow")]) == 1
    assert not [each for each in found if "rare" in each]


def test_where_nothing_is_wrong_nothing_is_said(shop: Journey) -> None:
    calm = Measurement(shop.id, None, None, "", (), Coverage(9, 9, 1, 1), Levels({"cases": Measured(9)}))
    assert truths(teller(shop), calm) == ()
    assert report(shop, [], choice=Choice(measured=calm)).body.summary.measured == ()


def test_a_report_without_a_measurement_has_no_such_chapter(shop: Journey) -> None:
    assert 'id="measured"' not in draw(shop, "html").decode()


def shown(picture: Picture) -> list[str]:
    return [plain(mark.block.text) for group in picture.groups for mark in group.marks if isinstance(mark, Words)]


def test_the_map_says_how_many_come_and_how_many_are_lost(shop: Journey, story: Measurement) -> None:
    texts = shown(laid_out(replace(shop, language="en"), "map", Choice(measured=story)))
    assert "30% · ↓ 61%" in texts
    assert "24% · ↓ 57%" in texts
    assert "Measured" in texts
    assert "Observed figures" in texts
    assert any("measured: 10,000 customers, 1 Oct 2026 – 31 Oct 2026" in text for text in texts)


@pytest.mark.parametrize("view", ["map", "curve"])
def test_what_customers_say_is_a_second_line_of_its_own_hue(shop: Journey, view: str, measured: Make) -> None:
    def lines(choice: Choice) -> int:
        marks = (mark for group in laid_out(shop, view, choice).groups for mark in group.marks)
        return sum(getattr(mark, "role", "") == "line measured" for mark in marks)

    assert lines(Choice(measured=measured(shop))) > 0
    assert lines(Choice()) == 0


def test_edges_are_as_thick_as_customers_are_many_and_strays_are_dashed(shop: Journey, story: Measurement) -> None:
    ways = (
        Passage("anuncio", "ficha", 5_000, 0.8, 0.5, 1_200.0),
        Passage("ficha", "carrito", 900, 0.3, 0.09, 300.0),
        Passage("carrito", "visita-tienda", 400, 0.07, 0.04, 90_000.0, declared=False),
        Passage("pago", "carrito", 50, 0.07, 0.005, declared=False),
        Passage("pago", "unheard-of", 400, 0.07, 0.04, declared=False),
    )
    view = flow(replace(shop, language="en"), Choice(measured=replace(story, passages=ways)))
    edges = {(edge.source, edge.target): edge for edge in view.edges}
    assert edges["anuncio", "ficha"].width > edges["ficha", "carrito"].width
    stray = edges["carrito", "visita-tienda"]
    assert stray.role == "strays"
    assert stray.label
    assert plain(stray.label.block.text) == "7% · 25 h"
    assert ("pago", "carrito") not in edges
    drawn = draw(shop, "svg", "flow", choice=Choice(measured=replace(story, passages=ways))).decode()
    assert re.search(r"\.cjm-edge\.cjm-strays \{[^}]*stroke-dasharray", drawn)
    assert drawn.count('class="cjm-edge cjm-strays"') == 2  # the edge, and its sign in the legend


def test_only_so_many_strays_are_drawn_and_the_rest_are_counted(shop: Journey, story: Measurement) -> None:
    names = [each.id for each in shop.touchpoints]
    many = tuple(
        Passage(one, two, 90, 0.1, 0.02 + number / 1e4, declared=False)
        for number, (one, two) in enumerate((one, two) for one in names for two in names if one > two)
    )
    view = flow(replace(shop, language="en"), Choice(measured=replace(story, passages=many)))
    strays = [edge for edge in view.edges if edge.role == "strays"]
    notes = [entry.block.text for entry in view.legend if entry.sign == "note"]
    assert len(strays) < 12
    assert any("rarer ways that no path takes are left out" in note for note in notes)


def test_a_bubble_of_the_board_is_as_large_as_its_place_is_reached(shop: Journey, story: Measurement) -> None:
    loose = replace(shop, pain_points=(), stages=tuple(_without_pains(shop)))
    found = {each.opportunity.id: each.share for each in chances(loose, story)}
    assert found["compra-invitado"] == 0.24


def _without_pains(shop: Journey) -> Iterator[Stage]:
    for stage in shop.stages:
        yield replace(
            stage, pain_points=(), touchpoints=tuple(replace(each, pain_points=()) for each in stage.touchpoints)
        )


def test_tables_hold_numbers_that_can_be_added_up(shop: Journey, measured: Make) -> None:
    view = tables(replace(shop, language="en"), measured(shop))
    assert view.measured
    found = {table.key: table for table in view.measured.tables}
    row = found["stages"].cells(found["stages"].rows[0])
    assert (row["entered"], row["conversion"], row["dwell.median"]) == (12_480, 0.78, 2.6)
    assert found["stages"].heading("dwell.median") == "Median stay, in hours"
    assert {"touchpoints", "transitions", "paths", "targets", "new", "perception", "trend"} <= set(found)
    assert [name for name in found if name.startswith("segments-")]


LENGTHS = {
    0: "0 s",
    40: "40 s",
    95: "1.6 min",
    1_200: "20 min",
    7_200: "2 h",
    90_000: "25 h",
    216_000: "2.5 days",
    1e7: "116 days",
}


@pytest.mark.parametrize(("seconds", "text"), LENGTHS.items())
def test_a_length_of_time_is_said_in_the_unit_that_one_would_use(samples: Path, seconds: float, text: str) -> None:
    tell = teller(load(samples / "bank-account.journey.yaml"))
    assert plain(length_said(seconds, tell)) == text


def test_a_figure_of_too_few_customers_says_so(shop: Journey) -> None:
    tell = teller(replace(shop, language="en"))
    assert said("csat", Measured(None, withheld=True), tell) == "too few to say"
    assert said("csat", Measured(None), tell) == ""
    assert said("reach", Measured(0.0123), tell) == "1.2%"


def test_a_window_ends_with_its_last_whole_day(shop: Journey) -> None:
    tell = teller(replace(shop, language="en"))
    first, last = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
    assert plain(days_said(first, last, tell)) == "1 Oct 2026 – 31 Oct 2026"
    assert plain(days_said(first, last.replace(hour=1), tell)) == "1 Oct 2026 – 1 Nov 2026"
    assert plain(days_said(None, datetime.min.replace(tzinfo=UTC), tell)) == "1 Jan 1"


def test_a_change_of_a_share_is_in_points_and_none_is_not_said(shop: Journey) -> None:
    tell = teller(replace(shop, language="en"))
    assert change_said("completed", 0.163, tell) == "+16.3 pp"
    assert change_said("completed", 0.0001, tell) == ""
    assert plain(change_said("duration.median", -7_200.0, tell)) == "−2 h"
    assert change_said("nps", -5.4, tell) == "−5"
