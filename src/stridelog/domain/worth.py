"""What runs over other distances are worth over the one that a goal is about, and how surely.

By Riegel's formula, with the runner's own exponent where the races of a year tell it
(``equivalents``). Half of all marathons are at least ten minutes slower than shorter races say
(Vickers and Vertosick 2016): so much is added for each doubling of the distance, and the range
reaches from Riegel's time up to their error beyond that.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from math import log, log2

from stridelog.domain.comparison import Sample
from stridelog.domain.distance import SHORTEST, STANDARD_DISTANCES, distance_class
from stridelog.domain.equivalents import (
    MARATHON,
    MARATHON_ERROR,
    RIEGEL,
    SHORTEST_RACE,
    Exponent,
    Race,
    own_exponent,
    riegel,
)
from stridelog.domain.goal import Scope
from stridelog.domain.standing import Facts

NEAR = 4.5
"""Runs tell of a distance up to so many times as long, or as short."""

A_YEAR = 365
"""Days up to now whose races tell an exponent."""

MARATHON_LATER = 600.0
"""Seconds that half of all marathons are slower than half as long a race says, at least."""


@dataclass(frozen=True, slots=True)
class Worth:
    """The seconds that a run is worth.

    ``faster`` and ``slower`` are how much less or more it may be, as logarithms.
    """

    race: Race
    seconds: float
    faster: float
    slower: float


@dataclass(frozen=True, slots=True)
class Worths:
    """The runs over other distances up to a day, oldest first: their worth over ``metres``."""

    metres: float
    exponent: Exponent
    runs: Sample

    @property
    def points(self) -> list[tuple[int, float]]:
        """The day of each run, and the seconds that it is worth."""
        # What a length is worth is worked out once: many runs are of the same.
        lengths = set(self.runs.weights)
        plain = {
            length: riegel(Race(length, 1.0), self.metres, self.exponent.value)
            for length in lengths
        }
        added = {length: self._later(length) for length in lengths}
        return [
            (day, seconds * plain[length] + added[length])
            for day, seconds, length in zip(
                self.runs.days, self.runs.values, self.runs.weights, strict=True
            )
        ]

    def _is_cautious(self, metres: float) -> bool:
        """Tell whether it is a marathon worked out from shorter races."""
        longest = max(metres, self.exponent.longest)
        return self.metres == MARATHON and longest < MARATHON * SHORTEST

    def _later(self, metres: float) -> float:
        if not self._is_cautious(metres):
            return 0.0
        return MARATHON_LATER * log2(self.metres / metres)

    def of(self, place: int) -> Worth:
        """Return what the run of a place is worth."""
        runs = self.runs
        metres = runs.weights[place]
        race = Race(metres, runs.values[place], None, date.fromordinal(runs.days[place]))
        seconds = riegel(race, self.metres, self.exponent.value)
        ends = [riegel(race, self.metres, end) for end in (self.exponent.low, self.exponent.high)]
        fastest, slowest = min(ends), max(ends)
        if self._is_cautious(metres):
            fastest, seconds = seconds, seconds + self._later(metres)
            slowest = seconds + MARATHON_ERROR
        return Worth(race, seconds, log(seconds / fastest), log(slowest / seconds))


def worths(scope: Scope, facts: Facts, first: int, at: date) -> Worths:
    """Return the runs from day ``first`` to ``at`` over other distances that can tell."""
    metres = STANDARD_DISTANCES[scope.distance]
    runs = facts.races.get(scope.activity, Sample())
    begin, end = bisect_left(runs.days, first), bisect_right(runs.days, at.toordinal())
    telling = {length for length in set(runs.weights) if _tells(length, metres, scope.distance)}
    chosen = [
        run
        for run in zip(
            runs.days[begin:end], runs.values[begin:end], runs.weights[begin:end], strict=True
        )
        if run[2] in telling
    ]
    exponent = _exponent(facts.tagged.get(scope.activity, ()), at)
    return Worths(metres, exponent, Sample(*zip(*chosen, strict=True)) if chosen else Sample())


def _tells(length: float, metres: float, name: str) -> bool:
    """Tell whether a run over one length says something of another distance."""
    near = metres / NEAR <= length <= metres * NEAR
    return near and length >= SHORTEST_RACE and distance_class(length) != name


def _exponent(tagged: tuple[Race, ...], at: date) -> Exponent:
    """Return the exponent that the races of the year up to a day tell, or Riegel's."""
    lately = [race for race in tagged if race.day and 0 <= (at - race.day).days < A_YEAR]
    return own_exponent(lately) or RIEGEL
