"""Made-up years of runs and of shifts, the same every time, on which forecasts are tried."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from math import exp, log, pi, sin
from random import Random

from stridelog.domain.forecast import WeightedSum

BEGIN = date(2015, 1, 1).toordinal()
YEAR = 365.25

Rates = Iterator[float]
"""How often a week something is done, from day to day."""


def steady(random: Random) -> Rates:
    """Go on the same way."""
    often = random.uniform(2, 5)
    while True:
        yield often


def seasonal(random: Random) -> Rates:
    """Do much in one half of the year, little or nothing in the other."""
    often, swing, turn = random.uniform(2, 5), random.uniform(0.5, 0.95), random.uniform(0, 2 * pi)
    day = 0
    while True:
        yield often * (1 + swing * sin(2 * pi * day / YEAR + turn))
        day += 1


def growing(random: Random) -> Rates:
    """Grow by 10 to 35 % a year; shrink by half of that in one journal of four."""
    often = random.uniform(1, 2.5)
    growth = random.uniform(0.1, 0.35) * random.choice((1, 1, 1, -0.5))
    day = 0
    while True:
        yield min(often * exp(growth * day / YEAR), 7)
        day += 1


def with_pauses(random: Random) -> Rates:
    """Go on the same way but for two or three pauses a year, of two weeks to three months."""
    often = random.uniform(2, 5)
    while True:
        for _ in range(int(random.expovariate(1 / 150))):
            yield often
        for _ in range(random.choice((14, 21, 30, 60, 90))):
            yield 0


def irregular(random: Random) -> Rates:
    """Let good weeks follow good ones, and all be different every other year or so."""
    often, mood = random.uniform(2, 5), 0.0
    while True:
        mood = 0.8 * mood + random.gauss(0, 0.45)
        if random.random() < 0.01:
            often = random.uniform(0.5, 5)
        for _ in range(7):
            yield often * exp(mood)


KINDS: dict[str, Callable[[Random], Rates]] = {
    "steady": steady,
    "seasonal": seasonal,
    "growing": growing,
    "with pauses": with_pauses,
    "irregular": irregular,
}


def made_up_runs(kind: str, seed: int, years: int) -> dict[int, float]:
    """Return the metres of each day on which there was a run."""
    random = Random(f"{kind} {seed}")  # noqa: S311 (made up, the same every time)
    begin, middle = BEGIN + random.randrange(365), log(random.uniform(4_000, 12_000))
    rates = islice(KINDS[kind](random), int(years * YEAR))
    return {
        begin + day: random.lognormvariate(middle, 0.4)
        for day, often in enumerate(rates)
        if random.random() < often / 7
    }


def made_up_shifts(drift: float, seed: int, years: int) -> dict[int, WeightedSum]:
    """Return for each working day the satisfied answers and all of them.

    The satisfaction drifts by so much a week, up or down by chance.
    """
    random = Random(f"{drift} {seed}")  # noqa: S311 (made up, the same every time)
    shifts = {}
    pleased, answers = random.uniform(0.8, 0.95), random.uniform(4, 20)
    for day in range(BEGIN, BEGIN + int(years * YEAR)):
        if day % 7 == 1:
            pleased = min(max(pleased + random.gauss(0, drift), 0.5), 0.99)
        if day % 7 in {1, 2, 3, 4, 5} and random.random() < 0.9:
            count = max(1, round(random.gauss(answers, answers / 3)))
            shifts[day] = (
                float(sum(random.random() < pleased for _ in range(count))),
                float(count),
            )
    return shifts
