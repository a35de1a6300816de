"""Form: the best of lately, and what one's own past lets one expect of the bests to come.

Values are compared as *scores*, of which the larger is better: logarithms, so that a difference
is a share; roots of amounts; or plain values where some are not positive. Form is the best score
of the last 13 weeks. What is to be expected is that form, moved on by half of its trend where there
is one; how far off that may be is told by the same arithmetic on each second week of one's own
past.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt
from operator import neg
from typing import Literal

from stridelog.domain.expectation import FEWEST_WEEKS, WEEKS_TRIED, student
from stridelog.domain.goal import Way
from stridelog.domain.mann_kendall import theil_sen
from stridelog.domain.period import DAYS_A_WEEK

LATELY = (91, 182, 364)
"""Days up to now whose best is the form; the longer ones where the shorter hold nothing."""

IN_FORM = 6, 13
"""In so many of so many weeks something was done: after a break, anything is a gain."""

TREND_POINTS, WEEKS_A_POINT = 12, 4
"""A trend is told by the bests of so many stretches of four weeks."""

FEWEST_POINTS = 6

DAMPING = 0.5
"""The part of a trend that is carried on ..."""

FADING = 91.0
"""... and the days after which it has faded to 1 / e."""

_PARTS = 4
"""The past is at least so many times as long as the stretches on which it is tried."""

_EVERY = 2
"""Weeks from one try to the next."""

_FEWEST_TRIED = 3


Comparison = Literal["shares", "roots", "values"]
"""How values are compared: by logarithms, by square roots, or as they are."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How values become scores, and scores values again."""

    way: Way
    by: Comparison

    def scores(self, values: Iterable[float]) -> list[float]:
        """Return the scores of some values."""
        plain = values if self.by == "values" else map(log if self.by == "shares" else sqrt, values)
        return list(plain if self.way == "at least" else map(neg, plain))

    def score(self, value: float) -> float:
        """Return the score of a value."""
        return self.scores((value,))[0]

    def value(self, score: float) -> float:
        """Return the value of a score."""
        plain = score if self.way == "at least" else -score
        if self.by == "values":
            return plain
        # What went through a logarithm or a root comes back but for the last digits.
        return float(f"{exp(plain) if self.by == 'shares' else max(plain, 0.0) ** 2:.12g}")


def scale_of(way: Way, values: Iterable[float], *, amounts: bool = False) -> Scale:
    """Return how values are compared: as shares where all of them are positive.

    ``amounts`` (the longest run) are compared by their roots: a range of shares would reach too
    far up.
    """
    least = min(values)
    if amounts and least >= 0:
        return Scale(way, "roots")
    return Scale(way, "shares" if least > 0 else "values")


@dataclass(frozen=True, slots=True)
class Scores:
    """The score of each entry that has one, oldest first; days are ordinals."""

    days: Sequence[int]
    scores: Sequence[float]

    def last_with(self, score: float) -> int | None:
        """Return the last day with a score."""
        both = reversed(list(zip(self.days, self.scores, strict=True)))
        return next((day for day, each in both if each == score), None)

    def best(self, first: int, last: int) -> float | None:
        """Return the best of the days from ``first`` to ``last``, both included."""
        begin, end = bisect_left(self.days, first), bisect_left(self.days, last + 1)
        return max(self.scores[begin:end], default=None)

    def form(self, day: int) -> float | None:
        """Return the best of lately, up to and including a day; None where a year holds none."""
        bests = (self.best(day - days + 1, day) for days in LATELY)
        return next((best for best in bests if best is not None), None)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The score to expect of the best of the coming days, and what 80 % lie within beside it."""

    score: float
    margin: float


def outlook(scores: Scores, today: int, ahead: int) -> Outlook | None:
    """Return what to expect of the best of the ``ahead`` days after today.

    None in the first eight weeks, and where the past tells too little.
    """
    past = _past(scores, today)
    if past is None:
        return None
    weeks = min(-(-ahead // DAYS_A_WEEK), max(len(past.bests) // _PARTS, 1))
    misses = past.misses(weeks)
    middle = past.expected(0, -(-ahead // DAYS_A_WEEK))
    if len(misses) < _FEWEST_TRIED or middle is None:
        return None
    # Stretches overlap: together they tell as much as twice as many as fit side by side.
    freedom = 2 * len(misses) * _EVERY / max(weeks, _EVERY)
    if freedom < 1:
        return None
    spread = sqrt(fsum(miss * miss for miss in misses) / len(misses))
    return Outlook(middle, student(freedom) * spread)


def best_gain(scores: Scores, today: int, days: int) -> float | None:
    """Return by how much the best of so many days ever beat the form before them.

    None where the journal is not twice as old.
    """
    past, weeks = _past(scores, today), max(days // DAYS_A_WEEK, 1)
    if past is None or len(past.bests) < 2 * weeks:
        return None
    gains = (
        came - form
        for ago in range(weeks, len(past.bests) - IN_FORM[1] + 1)
        if past.is_in_form(ago)
        and (form := past.form(ago)) is not None
        and (came := past.best(ago - weeks, weeks)) is not None
    )
    return max(gains, default=None)


@dataclass(frozen=True, slots=True)
class _Past:
    """The best of each week, counted back from today, the latest first; None of none."""

    bests: list[float | None]

    def best(self, ago: int, weeks: int) -> float | None:
        """Return the best of the ``weeks`` that ended so many weeks ``ago``."""
        known = (score for score in self.bests[ago : ago + weeks] if score is not None)
        return max(known, default=None)

    def form(self, ago: int) -> float | None:
        """Return what the form was so many weeks ``ago``."""
        bests = (self.best(ago, days // DAYS_A_WEEK) for days in LATELY)
        return next((best for best in bests if best is not None), None)

    def is_in_form(self, ago: int) -> bool:
        """Tell whether enough was done, up to so many weeks ``ago``, for a form to gain on."""
        fewest, weeks = IN_FORM
        return sum(best is not None for best in self.bests[ago : ago + weeks]) >= fewest

    def expected(self, ago: int, weeks: int) -> float | None:
        """Return what was to be expected, so many weeks ``ago``, of the ``weeks`` after that."""
        form = self.form(ago)
        if form is None:
            return None
        carried = FADING / DAYS_A_WEEK * (1 - exp(-weeks * DAYS_A_WEEK / FADING))
        return form + DAMPING * carried * self.trend(ago)

    def misses(self, weeks: int) -> list[float]:
        """Return how far off what was to be expected of so many weeks would have been."""
        latest = min(len(self.bests) - _FEWEST_TRIED, weeks + WEEKS_TRIED)
        return [
            came - expected
            for ago in range(weeks, latest + 1, _EVERY)
            if (expected := self.expected(ago, weeks)) is not None
            and (came := self.best(ago - weeks, weeks)) is not None
        ]

    def trend(self, ago: int) -> float:
        """Return the slope a week; 0 where it cannot be told from none (95 %)."""
        points = [
            (-float(back * WEEKS_A_POINT), best)
            for back in range(TREND_POINTS - 1, -1, -1)
            if (best := self.best(ago + back * WEEKS_A_POINT, WEEKS_A_POINT)) is not None
        ]
        if len(points) < FEWEST_POINTS:
            return 0.0
        slope = theil_sen([time for time, _ in points], [best for _, best in points])
        return slope.per_unit if slope.low * slope.high > 0 else 0.0


def _past(scores: Scores, today: int) -> _Past | None:
    if not scores.days:
        return None
    weeks = (today - scores.days[0] + 1) // DAYS_A_WEEK
    if weeks < FEWEST_WEEKS:
        return None
    ends = range(today, today - weeks * DAYS_A_WEEK, -DAYS_A_WEEK)
    return _Past([scores.best(end - DAYS_A_WEEK + 1, end) for end in ends])
