"""What a person's past lets one expect of the coming days, and how far off it would have been.

The past is looked at in weeks counted back from yesterday, so that no weekday weighs more than
another. What is expected of the coming days slides from what was done lately to what is usual: the
trailing half-year, and the same days of up to three years before. How far off that may be is told
by the same arithmetic on the person's own past. ``docs/forecasts.md`` says why, and how well it
holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, repeat
from math import exp, fsum, sqrt

from stridelog.domain.period import DAYS_A_WEEK

FEWEST_WEEKS = 8
"""Weeks since the first entry under which there is too little to tell."""

LONGEST = 3653
"""Days that are looked at, ten years: what lies before them says little of tomorrow."""

WEEKS_TRIED = 156
"""On so many weeks of the past a forecast is made once more, to see how far off it was."""

LATELY, USUALLY = 10.0, 182.0
"""Days after which a day counts half for what was done lately, and for what is usual."""

FADING = 45.0
"""Days after which what was done lately counts for 1 / e of what is expected."""

AVERAGED = 42.0
"""Days after which a day counts half for an average that is expected to go on."""

YEAR = 364
"""Days of a year of whole weeks."""

YEARS = 3
"""Years before of which the same days are looked at."""

MOST_GROWTH = 1.25
"""How much more, or less, than in the year before is carried on to the same days at most."""

_WARMING_UP = 4
"""Weeks after the first entry from which a forecast is tried."""

_FEWEST_TRIED = 2

_PARTS = 4
"""The past is at least so many times as long as the stretches on which it is tried."""

_Z_OF_80 = 1.2815515655446004
"""The standard normal quantile of 0.9: 80 % lie between it and its negative."""


@dataclass(frozen=True, slots=True)
class Past:
    """The amounts up to yesterday: ``sums[d]`` is that of the first ``d`` days.

    ``weekly`` are the amounts of the weeks, the oldest first. ``lately`` and ``usually`` are
    amounts a day as they were 0, 1, 2, ... weeks ago.
    """

    sums: list[float]
    weekly: list[float]
    lately: list[float]
    usually: list[float]

    @property
    def days(self) -> int:
        """How many days it holds."""
        return len(self.sums) - 1

    @property
    def weeks(self) -> int:
        """How many whole weeks it holds."""
        return len(self.weekly)

    def came(self, stretch: int, weeks_ago: int) -> float:
        """Return the amount of the ``stretch`` days that began ``weeks_ago``."""
        begin = self.days - DAYS_A_WEEK * weeks_ago
        return self.done(begin, begin + stretch)

    def done(self, first: int, last: int) -> float:
        """Return the amount of the days from ``first`` up to but without ``last``."""
        return self.sums[last] - self.sums[first]


def past_of(days: Mapping[int, float], first: int, today: date) -> Past:
    """Return the past from the day ``first`` to yesterday. ``days`` holds amounts by ordinal."""
    end = today.toordinal()
    begin = min(max(first, end - LONGEST), end)
    sums = list(accumulate(map(days.get, range(begin, end), repeat(0.0)), initial=0.0))
    starts = range((end - begin) % DAYS_A_WEEK, end - begin, DAYS_A_WEEK)
    weekly = [sums[start + DAYS_A_WEEK] - sums[start] for start in starts]
    lately, usually = (
        [amount / DAYS_A_WEEK for amount in faded_means(weekly, half)] for half in (LATELY, USUALLY)
    )
    return Past(sums, weekly, lately, usually)


def faded_means(weeks: Iterable[float], half: float) -> list[float]:
    """Return the mean of the weeks up to 0, 1, 2, ... weeks ago, the oldest week given first.

    A week counts half as much as one ``half`` days later.
    """
    kept = 0.5 ** (DAYS_A_WEEK / half)
    means, total, weight = [], 0.0, 0.0
    for amount in weeks:
        total, weight = total * kept + amount, weight * kept + 1
        means.append(total / weight)
    return means[::-1]


def expected(past: Past, ahead: int, weeks_ago: int = 0) -> float:
    """Return what was to be expected, ``weeks_ago``, of the ``ahead`` days from then on."""
    still = FADING / ahead * (1 - exp(-ahead / FADING))
    usual = past.usually[weeks_ago]
    same = _same_days(past, ahead, past.days - DAYS_A_WEEK * weeks_ago)
    if same is not None:
        usual = (usual + same) / 2
    return ahead * (still * past.lately[weeks_ago] + (1 - still) * usual)


def _same_days(past: Past, ahead: int, now: int) -> float | None:
    """Return what was done a day on the same days of the years before, as much as it is now.

    None where the past does not reach back a year.
    """
    stretch = min(ahead, YEAR)
    this_year = past.done(max(now - YEAR, 0), now) / min(YEAR, now)
    found = [
        past.done(begin, begin + stretch) / stretch * _growth(past, begin, this_year)
        for begin in range(now - YEAR, max(now - YEARS * YEAR, 0) - 1, -YEAR)
    ]
    return fsum(found) / len(found) if found else None


def _growth(past: Past, end: int, this_year: float) -> float:
    """Return by how much more is done this year than in the year that ended with ``end``."""
    days = min(YEAR, end)
    before = past.done(end - days, end) / days if days else 0.0
    if days < FEWEST_WEEKS * DAYS_A_WEEK or not before:
        return 1.0
    return min(max(this_year / before, 1 / MOST_GROWTH), MOST_GROWTH)


def range_of(past: Past, ahead: int) -> tuple[float, float] | None:
    """Return between what the amount of the ``ahead`` days from today on is in 80 % of cases.

    None where the past is too short to tell.
    """
    stretch = _tried_stretch(past, ahead)
    misses = [
        sqrt(past.came(stretch, weeks_ago) / stretch)
        - sqrt(expected(past, stretch, weeks_ago) / stretch)
        for weeks_ago in _tried(past, stretch)
    ]
    if len(misses) < _FEWEST_TRIED:
        return None
    value = expected(past, ahead)
    middle, beside = sqrt(value / ahead), _margin(misses, stretch)
    low, high = max(middle - beside, 0.0) ** 2 * ahead, (middle + beside) ** 2 * ahead
    return min(low, value), max(high, value)


def average_ahead(sums: Past, weights: Past, ahead: int) -> tuple[float, float] | None:
    """Return the average that is expected of the ``ahead`` days from today on, and its margin.

    ``sums`` is the past of values times their weights, from the same day on as that of the
    ``weights``. None where the past is too short to tell, or where nothing weighed anything.
    """
    stretch = _tried_stretch(weights, ahead)
    summed, weighed = (faded_means(past.weekly, AVERAGED) for past in (sums, weights))
    misses = [
        sums.came(stretch, weeks_ago) / came - summed[weeks_ago] / weighed[weeks_ago]
        for weeks_ago in _tried(weights, stretch)
        if (came := weights.came(stretch, weeks_ago)) and weighed[weeks_ago]
    ]
    if len(misses) < _FEWEST_TRIED or not weighed[0]:
        return None
    return summed[0] / weighed[0], _margin(misses, stretch)


def _tried_stretch(past: Past, ahead: int) -> int:
    """Return over how many days forecasts are tried that are wanted for ``ahead`` days."""
    return min(ahead, max(past.days // _PARTS, DAYS_A_WEEK))


def _tried(past: Past, stretch: int) -> range:
    """Return how many weeks ago forecasts of ``stretch`` days, over by now, are tried."""
    latest = -(-stretch // DAYS_A_WEEK)
    return range(latest, min(past.weeks - _WARMING_UP, latest + WEEKS_TRIED) + 1)


def _margin(misses: list[float], stretch: int) -> float:
    """Return what 80 % of misses lie within, judged by those of stretches that overlap.

    Student's t times the root of their mean square. Overlapping stretches tell as much as half
    of them that stand side by side would, twice as many as fit: that is the number of degrees of
    freedom.
    """
    freedom = 2 * len(misses) * DAYS_A_WEEK / stretch
    return student(freedom) * sqrt(fsum(miss * miss for miss in misses) / len(misses))


def student(freedom: float) -> float:
    """Return the 0.9 quantile of Student's t: Abramowitz and Stegun (1964), 26.7.5, two terms."""
    z = _Z_OF_80
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2
