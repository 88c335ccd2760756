"""A file of known findings: what is written is read again, and what is known is told from what is new."""

from collections.abc import Sequence

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjm.diagnostics import Diagnostic, Related, Severity, Span, msg, say
from cjm.reports.baseline import Known, Unreadable, as_known, parse, sift, written


def finding(text: str = "x", line: int = 1, file: str = "a.yaml", others: int = 0) -> Diagnostic:
    related = tuple(Related(msg("also"), Span(each, 1, each, 2)) for each in range(others))
    return Diagnostic(
        "flat-curve", Severity.WARNING, msg("`{text}`", text=text), file, Span(line, 1, line, 2), "", None, related
    )


def no_text(_: str) -> None:
    return None


def known(*found: Diagnostic) -> tuple[Known, ...]:
    lines = parse(written(as_known(found, no_text, str)).encode(), "b.yaml")
    assert not isinstance(lines, Unreadable)
    return lines


def sifted(found: Sequence[Diagnostic], before: Sequence[Diagnostic]) -> tuple[int, int, int]:
    new, left_out, mended = sift(found, known(*before), no_text, str, lambda _: True)
    return len(new), left_out, mended


def test_what_was_known_is_left_out_wherever_it_stands_now() -> None:
    before = [finding("x", 3), finding("y", 9)]
    assert sifted([finding("y", 1), finding("x", 200)], before) == (0, 2, 0)


def test_what_is_new_is_given_in_its_order() -> None:
    found = [finding("z"), finding("x"), finding("y", file="b.yaml")]
    new = sift(found, known(finding("x")), no_text, str, lambda _: True).new
    assert new == (found[0], found[2])


def test_the_same_in_another_file_is_new() -> None:
    assert sifted([finding("x", file="b.yaml")], [finding("x")]) == (1, 0, 1)


def test_of_two_alike_one_more_is_new() -> None:
    assert sifted([finding("x", line) for line in (1, 2, 3)], [finding("x"), finding("x", 2)]) == (1, 2, 0)


def test_what_speaks_of_many_is_known_while_it_speaks_of_no_more() -> None:
    before = [finding("x", others=3)]
    assert sifted([finding("x", others=2)], before) == (0, 1, 0)
    assert sifted([finding("x", others=3)], before) == (0, 1, 0)
    assert sifted([finding("x", others=4)], before) == (1, 0, 0)


def test_what_has_been_mended_is_counted_where_somebody_looked() -> None:
    before = known(finding("x"), finding("x", 2), finding("y"), finding("z", file="b.yaml"))
    assert sift([finding("x")], before, no_text, str, lambda file: file == "a.yaml")[1:] == (1, 2)


def test_a_baseline_is_yaml_that_people_can_read_and_git_can_compare() -> None:
    found = (finding("y"), finding("x", 7), finding("x", others=2), finding("b", file="0.yaml"))
    text = written(as_known(found, no_text, str))
    assert text == written(as_known(found[::-1], no_text, str))
    whole = yaml.safe_load(text)
    assert whole["cjm_baseline"] == 1
    assert [(each["file"], each["text"], each["count"], each["places"]) for each in whole["findings"]] == [
        ("0.yaml", "`b`", 1, 1),
        ("a.yaml", "`x`", 2, 4),
        ("a.yaml", "`y`", 1, 1),
    ]
    assert len(text.splitlines()) == 3 + 3


def test_a_baseline_of_nothing_is_one() -> None:
    assert parse(written(()).encode(), "b.yaml") == ()


@given(st.lists(st.tuples(st.text(max_size=30), st.text(min_size=1, max_size=30)), max_size=5))
def test_whatever_a_journey_says_is_read_again(said: list[tuple[str, str]]) -> None:
    found = [finding(text, file=file) for text, file in said]
    assert sifted(found, found) == (0, len(found), 0)


def test_every_payload_is_read_again(payloads: dict[str, str]) -> None:
    found = [finding(text, file=f"{text}.yaml") for text in payloads.values()]
    read = yaml.safe_load(written(as_known(found, no_text, str)))["findings"]
    assert {each["text"] for each in read} == {say(each.message) for each in found}
    assert sifted(found, found) == (0, len(found), 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"cjm: 1\ntitle: A journey\n",
        b"cjm_baseline: 1\n",
        b"cjm_baseline: 1\nfindings: none\n",
        b"cjm_baseline: 1\nfindings: [x]\n",
        b"cjm_baseline: 1\nfindings: [{file: a, rule: b, fingerprint: c, count: many, places: 1}]\n",
        b"cjm_baseline: 1\nfindings: [{file: a, rule: b, fingerprint: c, count: 99999999999, places: 1}]\n",
        b"cjm_baseline: 1\nfindings: [{file: [a], rule: b, fingerprint: c, count: 1, places: 1}]\n",
        b"\xff\xfe\x00",
        b"<xml/>",
        b"[" * 5000,
        b'{"version": 1, "findings": []}',
    ],
)
def test_what_is_no_baseline_is_refused(data: bytes) -> None:
    found = parse(data, "b.yaml")
    assert isinstance(found, Unreadable)
    assert say(found.message) == "`b.yaml` is not a baseline of cjm, or is damaged"


def test_a_later_version_is_named() -> None:
    found = parse(b"cjm_baseline: 2\nfindings: []\n", "b.yaml")
    assert isinstance(found, Unreadable)
    assert "version 2" in say(found.message)
    assert "--write-baseline" in say(found.hint)


@given(st.binary(max_size=200))
def test_no_file_makes_it_stumble(data: bytes) -> None:
    assert parse(data, "b.yaml") is not None
