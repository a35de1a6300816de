"""Chance with a fixed seed, and ways to draw that keep close to what is intended.

Only ``Random.random`` is used: it is the one method whose numbers Python promises to keep from
version to version, and the same day must give the same journal everywhere.
"""

from bisect import bisect_left
from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

Curve = Sequence[tuple[float, float]]
"""Points (x, value) with ascending x."""


class Chance:
    """A source of made-up facts that always tells the same."""

    def __init__(self, seed: int) -> None:
        self._unit = Random(seed).random  # noqa: S311 (a story, not a secret)

    def happens(self, probability: float) -> bool:
        """Tell whether something of this probability happens."""
        return self._unit() < probability

    def between(self, low: float, high: float) -> float:
        """Return a number from ``low`` to ``high``, all equally likely."""
        return low + (high - low) * self._unit()

    def about(self, value: float, spread: float) -> float:
        """Return a number near ``value``, never further away than ``spread``."""
        return value + spread * (self._unit() + self._unit() - 1.0)

    def one_of(self, things: Sequence[T]) -> T:
        """Return one of the things, all equally likely."""
        return things[int(self._unit() * len(things))]


class Bag(Generic[T]):
    """Things that are drawn in any order, but each once before any of them comes again."""

    def __init__(self, things: Sequence[T], chance: Chance) -> None:
        self._things = things
        self._chance = chance
        self._left: list[T] = []

    def draw(self) -> T:
        """Return the next thing."""
        if not self._left:
            self._left = list(self._things)
        return self._left.pop(int(self._chance.between(0, len(self._left))))


class Whole:
    """Turns amounts into whole numbers that add up to the same over time."""

    def __init__(self) -> None:
        self._owed = 0.0

    def of(self, amount: float, most: int) -> int:
        """Return ``amount`` as a whole number from 0 to ``most``; the rest comes later."""
        self._owed += amount
        whole = min(most, max(0, round(self._owed)))
        self._owed -= whole
        return whole


def along(curve: Curve, x: float) -> float:
    """Return the value of a curve at ``x``, on straight lines between its points."""
    at = bisect_left(curve, x, key=lambda point: point[0])
    if at == 0 or at == len(curve):
        return curve[max(0, at - 1)][1]
    (x1, y1), (x2, y2) = curve[at - 1], curve[at]
    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
