"""95 % intervals of shares and means: Wilson's for shares, Student's t for means."""

from __future__ import annotations

from functools import lru_cache
from math import atan, cos, exp, lgamma, log, pi, sin, sqrt
from statistics import NormalDist

LEVEL = 0.95
Z: float = NormalDist().inv_cdf(0.5 + LEVEL / 2)
Interval = tuple[float, float]


def wilson(hits: int, of: int) -> Interval | None:
    """Of a share, within 0 and 1; None of nothing. Wilson, Probable inference (JASA 1927)."""
    if of <= 0:
        return None
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return (0.0 if hits == 0 else max(0.0, middle - half)), (1.0 if hits == of else min(1.0, middle + half))


def of_mean(mean: float, deviation: float, of: int) -> Interval | None:
    """Of a mean, from the sample's standard deviation; None of fewer than two."""
    if of <= 1:
        return None
    half = student(of - 1) * deviation / sqrt(of)
    return mean - half, mean + half


@lru_cache(maxsize=4096)
def student(freedom: int) -> float:
    """The value that Student's t of these degrees of freedom stays under in 97.5 % of cases.

    Newton's method on the exact distribution, whose sums end for whole degrees of freedom (Abramowitz and Stegun,
    26.7.3 and 26.7.4); from two thousand degrees on it is Cornish and Fisher's series around the normal value.
    """
    guess = _expanded(freedom)
    if freedom >= _MANY:
        return guess
    for _ in range(60):
        step = (_between(guess, freedom) - LEVEL) / (2 * _density(guess, freedom))
        guess -= step
        if abs(step) < 1e-13 * guess:
            break
    return guess


_MANY = 2000


def _expanded(freedom: int) -> float:
    """Abramowitz and Stegun, 26.7.5."""
    z, square = Z, Z * Z
    terms = (
        z * (square + 1) / 4,
        z * ((5 * square + 16) * square + 3) / 96,
        z * (((3 * square + 19) * square + 17) * square - 15) / 384,
        z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160,
    )
    return z + sum(term / float(freedom) ** power for power, term in enumerate(terms, 1))


def _between(t: float, freedom: int) -> float:
    """How often |T| stays under t."""
    angle = atan(t / sqrt(freedom))
    if freedom == 1:
        return 2 * angle / pi
    square, odd = cos(angle) ** 2, freedom % 2
    term, total = (cos(angle) if odd else 1.0), 0.0
    for step in range(freedom // 2):
        total += term
        over = 2 * step + 1 + odd
        term *= square * over / (over + 1)
    return 2 / pi * (angle + sin(angle) * total) if odd else sin(angle) * total


def _density(t: float, freedom: int) -> float:
    half = (freedom + 1) / 2
    return exp(lgamma(half) - lgamma(freedom / 2) - half * log(1 + t * t / freedom)) / sqrt(freedom * pi)
