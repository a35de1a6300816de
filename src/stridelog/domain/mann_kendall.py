"""Whether values rise or fall over time, and how fast, without a word on how they are distributed.

Mann (1945), "Nonparametric tests against trend", Econometrica 13; Kendall (1975), "Rank correlation
methods"; Sen (1968), "Estimates of the regression coefficient based on Kendall's tau", Journal of
the American Statistical Association 63; Theil (1950). What belongs together is in
``docs/trends.md``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from math import erfc, factorial, fsum, inf, sqrt

from stridelog.domain.statistics import median

EXACT_UP_TO = 10
"""Values up to which the probability is counted out, where no two of them are equal."""

Z_OF_95 = 1.959963984540054
"""The standard normal quantile of 0.975."""

CAUTIOUS_FROM = 5
"""Values from which it can be told how much they resemble those before them."""

MOST_ALIKE = 0.7
"""The largest coefficient that is reckoned with: more cannot be told from a bend in the trend."""


@dataclass(frozen=True, slots=True)
class MannKendall:
    """The test of a series: how many more pairs rise than fall, and how likely by chance.

    ``variance`` is that of ``s`` where there is no trend, ``p`` the two-sided probability.
    """

    s: int
    variance: float
    z: float
    p: float


@dataclass(frozen=True, slots=True)
class Slope:
    """A change per unit of time, with the limits of its 95 % confidence interval."""

    per_unit: float
    low: float
    high: float


def mann_kendall(values: Sequence[float], persistence: float = 1.0) -> MannKendall:
    """Test whether the values, in order of time, rise or fall.

    The variance is that of Kendall (1975) with equal values, times ``persistence``; z is
    corrected for continuity. Up to ten values without equal ones, the probability is exact, and
    the normal one only counts where persistence makes it larger.
    """
    n = len(values)
    s = sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))
    equal = [count for count in Counter(values).values() if count > 1]
    variance = (_spread(n) - sum(map(_spread, equal))) / 18 * persistence
    z = (s - (s > 0) + (s < 0)) / sqrt(variance) if variance else 0.0
    p = erfc(abs(z) / sqrt(2))
    if n <= EXACT_UP_TO and not equal:
        exact = _exact(n, abs(s))
        p = max(exact, p) if persistence > 1 else exact
    return MannKendall(s, variance, z, p)


def _spread(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)


def _exact(n: int, s: int) -> float:
    """Return the probability of at least ``s``, either way, where every order is as likely."""
    falling = (n * (n - 1) // 2 - s) // 2
    return min(1.0, 2 * sum(_orders(n)[: falling + 1]) / factorial(n))


@cache
def _orders(n: int) -> tuple[int, ...]:
    """Return how many orders of ``n`` values have 0, 1, 2, ... falling pairs."""
    if n <= 1:
        return (1,)
    fewer = _orders(n - 1)
    pairs = len(fewer) + n - 1
    return tuple(sum(fewer[max(0, k - n + 1) : k + 1]) for k in range(pairs))


def theil_sen(
    times: Sequence[float], values: Sequence[float], variance: float | None = None
) -> Slope:
    """Return the median of the slopes between all pairs, and Sen's limits for it.

    ``times`` are ascending, no two equal. The limits are the slopes that stand 1.96 standard
    deviations of S / 2 from the middle; ``variance`` is that of S, as ``mann_kendall`` gives it.
    Without any pair, the slope is 0 and may be anything.
    """
    slopes = sorted(
        (later[1] - earlier[1]) / (later[0] - earlier[0])
        for earlier, later in combinations(zip(times, values, strict=True), 2)
    )
    if not slopes:
        return Slope(0.0, -inf, inf)
    spread = mann_kendall(values).variance if variance is None else variance
    beside = Z_OF_95 * sqrt(spread)
    count = len(slopes)
    low = max(round((count - beside) / 2) - 1, 0)
    high = min(round((count + beside) / 2), count - 1)
    return Slope(median(slopes) or 0.0, slopes[low], slopes[high])


def likeness(left: Sequence[float]) -> float:
    """Return how much each value resembles the one before it: r of a first-order autoregression.

    ``left`` is what is left of a series after its line was taken off. That makes the coefficient
    too small by (2 + 4 r) / n (van Giersbergen 2005), which is made good for. 0 of too few.
    """
    n = len(left)
    power = fsum(value * value for value in left)
    if n < CAUTIOUS_FROM or not power:
        return 0.0
    together = fsum(earlier * later for earlier, later in pairwise(left)) / power
    return (n * together + 2) / (n - 4)


def persistence(r: float, n: int) -> float:
    """Return by how much the variance of S grows where ``n`` values resemble those before by ``r``.

    A good week is often followed by another one, which looks like a trend. n / n* is that of
    Matalas and Langbein (1962), as Yue and Wang (2004) use it. At least 1: values that take turns
    make nothing more certain.
    """
    r = min(r, MOST_ALIKE)
    if r <= 0 or not n:
        return 1.0
    return 1 + 2 * (r ** (n + 1) - n * r**2 + (n - 1) * r) / (n * (r - 1) ** 2)


def false_discovery_rates(probabilities: Sequence[float]) -> list[float]:
    """Return each probability as adjusted by Benjamini and Hochberg (1995), in the same order.

    Those at most 0.05 are a choice of which, on average, at most 5 % are there by chance. The
    smallest p x m / rank of all that are no smaller, ranks counted from the smallest.
    """
    count = len(probabilities)
    order = sorted(range(count), key=lambda index: probabilities[index], reverse=True)
    adjusted = [1.0] * count
    least = 1.0
    for rank, index in zip(range(count, 0, -1), order, strict=True):
        least = min(least, probabilities[index] * count / rank)
        adjusted[index] = least
    return adjusted
