"""Age grading: a time over a road distance as a share of the standard for the runner's age and sex.

The open standard is what the best at their best age run over a distance, the standard of an age is
the open standard divided by the age's factor, and the grade is that standard divided by the time:
0.62 is 62 per cent. Standards and factors are tables by Alan Jones; where they come from stands
above them, in ``runtime/road_factors_2025.tsv``.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from stridelog.domain.sex import Sex

OPEN = "open"
"""The row of a table that holds the open standards, in the column of the ages."""


@dataclass(frozen=True, slots=True)
class AgeTable:
    """The standards of one sex.

    ``metres`` ascend; for each of them there is an open standard in seconds and, by the age in
    years, a factor.
    """

    metres: tuple[float, ...]
    open_seconds: tuple[float, ...]
    factors: Mapping[int, tuple[float, ...]]

    def standard(self, age: int, metres: float) -> float | None:
        """Return the standard in seconds; None for an age or a distance beyond the table.

        Between two distances of the table, factor and pace lie on a straight line over the
        logarithm of the distance. For the factors that is how the table's author fills in his own
        distances ("2025 Files/Readme.txt" of Age-Grade-Tables: u = log(d / d1) / log(d2 / d1),
        S = S1 (1 - u) + S2 u); of the open standards he says only that they are read off a line of
        pace over distance.
        """
        factors = self.factors.get(age)
        if factors is None or not self.metres[0] <= metres <= self.metres[-1]:
            return None
        paces = [t / d for t, d in zip(self.open_seconds, self.metres, strict=True)]
        return self._between(paces, metres) * metres / self._between(factors, metres)

    def _between(self, values: Sequence[float], metres: float) -> float:
        """Return the value at a distance, of those at the distances of the table."""
        at = bisect_left(self.metres, metres)
        if self.metres[at] == metres:
            return values[at]
        nearer, farther = self.metres[at - 1], self.metres[at]
        share = log(metres / nearer) / log(farther / nearer)
        return values[at - 1] * (1 - share) + values[at] * share


@dataclass(frozen=True, slots=True)
class Runner:
    """Whoever is graded: the year of birth, and the table of the sex.

    Without the day of birth the age is the one that is reached in the year, so that before the
    birthday it may be one too high.
    """

    birth_year: int
    table: AgeTable

    def age(self, day: date) -> int:
        """Return the age that is reached in the year of ``day``."""
        return day.year - self.birth_year

    def grade(self, day: date, metres: float, seconds: float) -> float | None:
        """Return the share of the standard that a time on ``day`` is; None without a standard."""
        standard = self.table.standard(self.age(day), metres)
        return None if standard is None else standard / seconds


def read_table(text: str, sex: Sex) -> AgeTable:
    """Return the table of ``sex`` out of a text: tabs between columns, ``#`` before remarks.

    The first row names the distances in metres, behind two titles. Every other row begins with the
    sex and with ``open`` or an age.
    """
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    (_, _, *metres), *others = rows
    ours = {age: tuple(map(float, values)) for whose, age, *values in others if whose == sex}
    standards = ours.pop(OPEN)
    factors = {int(age): values for age, values in ours.items()}
    return AgeTable(tuple(map(float, metres)), standards, factors)
