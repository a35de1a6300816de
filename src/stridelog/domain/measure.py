"""Measures: what an activity is measured by, and how its values sum up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from stridelog.domain.units import BASE_UNIT, Dimension


class Kind(StrEnum):
    """How the values of several entries become one."""

    ADDITIVE = "additive"
    """They are summed: distance, tickets."""
    INTENSIVE = "intensive"
    """They are averaged, weighted where a weight is known: heart rate, CSAT."""
    DERIVED = "derived"
    """A ratio of sums of additive measures: pace, NPS."""


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 where less is, 0 where neither is."""
        if self is Direction.HIGHER:
            return 1
        return -1 if self is Direction.LOWER else 0


@dataclass(frozen=True, slots=True)
class Term:
    """An additive measure inside a ratio, with its factor (promoters: 1, detractors: -1)."""

    measure: str
    coefficient: float = 1.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a derived measure is: scale x sum(numerator) / sum(denominator).

    Base units go in; ``scale`` turns the quotient into the base unit of the derived measure's
    dimension (pace: 1000, from s/m to s/km; NPS: 100).
    """

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    scale: float = 1.0

    def of(self, values: Mapping[str, float]) -> float | None:
        """Return the ratio of one entry's values by measure; None where it has none."""
        above = [values[t.measure] * t.coefficient for t in self.numerator if t.measure in values]
        below = sum(
            values[t.measure] * t.coefficient for t in self.denominator if t.measure in values
        )
        return self.scale * sum(above) / below if above and below > 0 else None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one activity.

    ``unit`` is the unit it is shown in (``/100m``), empty for the usual one of its dimension in
    the person's unit system. ``weight`` names the additive measure that an intensive one is
    weighted by.
    """

    name: str
    kind: Kind
    dimension: Dimension
    direction: Direction = Direction.NEUTRAL
    unit: str = ""
    weight: str = ""
    ratio: Ratio | None = None
    retired: bool = False

    @property
    def base_unit(self) -> str:
        """The unit that its values are stored and exported in."""
        return BASE_UNIT[self.dimension]
