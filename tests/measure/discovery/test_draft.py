"""A draft maps what the log has, whatever its activities are called."""

import re
from collections import Counter
from datetime import datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cjm.diagnostics import Severity, untranslated
from cjm.measure.discovery.draft import Head, draft
from cjm.measure.discovery.flow import Activity, Flow, Sequences, without_loops
from cjm.model.build import build_journey
from cjm.source.reader import read

HEAD = Head("A shop", None, ("log.csv",), {"case": "c", "activity": "a", "time": "t"}, "log.csv")
MOMENT = datetime(2026, 1, 1)  # noqa: DTZ001 - times are UTC throughout


def a_flow(*courses: tuple[str, ...]) -> Flow:
    names = sorted({name for course in courses for name in course})
    number = {name: place for place, name in enumerate(names)}
    sequences: Sequences = Counter(tuple(number[name] for name in course) for course in courses)
    activities = []
    for name in names:
        places = [
            (place + 0.5) / len(course) for course in courses for place, each in enumerate(course) if each == name
        ]
        cases = sum(name in course for course in courses)
        middle = sum(places) / len(places)
        activities.append(Activity(name, len(places), cases, middle, middle, 3.0))
    return Flow(tuple(activities), sequences, len(courses), sum(map(len, courses)), 0, MOMENT, MOMENT)


def takes(pattern: object, activity: str) -> bool:
    name, regex = getattr(pattern, "name", None), getattr(pattern, "regex", None)
    return name == activity if name else re.search(str(regex), activity) is not None


@given(st.lists(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6), min_size=1, max_size=8))
@example(
    [["no", "on", "true", "null", "1", "1.0", "~", "- a", "a: b", "a #b", "{x}", "[x]", "*", "&a", "!t", "%", "@", "`"]]
)
@example(
    [
        [
            "\x00",
            "\n",
            " ",
            " a ",
            "a*b",
            "\u202e",
            "\ufeff",
            "\u2028",
            "\\",
            '"',
            "'",
            "TODO",
            "=",
            "<<",
            "😀",
            "注文",
            "a\x85b",
        ]
    ]
)
@example([["ñ" * 300, "ñ" * 299, "A" * 70, "a" * 70, "# cjm: ignore[all]", "x\n# cjm: ignore[all]"]])
@settings(max_examples=30, deadline=None)
def test_a_draft_has_no_error_and_maps_every_activity_to_one_touchpoint(courses: list[list[str]]) -> None:
    text = draft(a_flow(*map(tuple, courses)), HEAD, untranslated)
    document = read(text.encode(), "x.journey.yaml")
    built = build_journey(document)
    problems = (*document.diagnostics, *built.problems)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert built.part is not None
    for activity in {name for course in courses for name in course}:
        claims = [spot.id for spot in built.part.touchpoints if any(takes(each, activity) for each in spot.events)]
        assert len(claims) == 1, activity


def test_returns_are_left_out_of_paths() -> None:
    assert without_loops((1, 2, 3, 2, 4, 1, 5)) == (1, 5)
