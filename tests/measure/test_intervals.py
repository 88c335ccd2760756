"""Intervals against scipy's."""

from __future__ import annotations

import pytest
from scipy import stats

from cjm.measure.intervals import of_mean, student, wilson


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 10, 11, 30, 99, 500, 1999, 2000, 2001, 10_000, 10**6, 10**9])
def test_student_is_that_of_scipy(freedom: int) -> None:
    assert student(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-12)


@pytest.mark.parametrize(
    ("hits", "of"), [(0, 1), (1, 1), (0, 7), (7, 7), (3, 10), (499, 1000), (1, 10**7), (10**9, 3 * 10**9)]
)
def test_wilson_is_that_of_scipy(hits: int, of: int) -> None:
    expected = stats.binomtest(hits, of, 0.5).proportion_ci(0.95, "wilson")
    assert wilson(hits, of) == pytest.approx((expected.low, expected.high), rel=1e-9, abs=1e-15)


def test_a_mean_has_the_interval_of_student() -> None:
    answers = [1.0, 2.0, 2.0, 5.0, 4.5, 3.0]
    mean, deviation = sum(answers) / len(answers), stats.tstd(answers)
    expected = stats.t.interval(0.95, len(answers) - 1, loc=mean, scale=stats.sem(answers))
    assert of_mean(mean, deviation, len(answers)) == pytest.approx(expected, rel=1e-12)


def test_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert of_mean(3.0, 0.0, 1) is None
