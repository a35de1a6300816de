"""Round totals: the 100th run, 1 000 km in all, 10 000 tickets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, Literal

from stridelog.domain.activity import Activity
from stridelog.domain.dates import format_span
from stridelog.domain.done import Done
from stridelog.domain.exact_sum import WHOLE, billionths
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.quantity import Notation
from stridelog.domain.units import (
    KILOGRAMS_PER_POUND,
    METRES_PER_FOOT,
    METRES_PER_MILE,
    Dimension,
    UnitSystem,
)

SUMMARY = "Round totals: the 100th entry, 1 000 km, 100 hours, 10 000 tickets; each once"

ORDER = 50

EACH: Literal["day", "month"] = "day"

FIRST_ENTRIES = 10
"""What one has in fewer entries is not told: that is a good week, not a round total."""

_SPENT = frozenset({"duration", "climb"})
"""What is worth counting although neither more nor less of it is better."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs 10, 25, 50, 100, 250, ... of a unit from ``first`` on, big ones from ``big`` on.

    ``factor`` is the unit in base units; ``system`` names who reads it, None everybody.
    """

    unit: str
    factor: float
    first: int
    big: int
    system: UnitSystem | None = None

    def reached(self, total: int) -> int:
        """Return the highest rung that a total (in billionths) has reached; 0 for none."""
        amount, highest = total // billionths(self.factor), 0
        for rung in _rungs(self.first):
            if rung > amount:
                break
            highest = rung
        return highest

    def following(self, total: int) -> int:
        """Return the lowest total (in billionths) that reaches a higher rung."""
        reached = self.reached(total)
        return next(r for r in _rungs(self.first) if r > reached) * billionths(self.factor)


_METRIC, _IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL

LADDERS: dict[Dimension, tuple[Ladder, ...]] = {
    Dimension.DISTANCE: (
        Ladder("km", 1_000.0, 100, 1_000, _METRIC),
        Ladder("miles", METRES_PER_MILE, 100, 1_000, _IMPERIAL),
    ),
    Dimension.ELEVATION: (
        Ladder("m", 1.0, 10_000, 100_000, _METRIC),
        Ladder("ft", METRES_PER_FOOT, 25_000, 250_000, _IMPERIAL),
    ),
    Dimension.MASS: (
        Ladder("kg", 1.0, 10_000, 100_000, _METRIC),
        Ladder("lb", KILOGRAMS_PER_POUND, 25_000, 250_000, _IMPERIAL),
    ),
    Dimension.DURATION: (Ladder("hours", 3_600.0, 50, 500),),
    Dimension.COUNT: (Ladder("", 1.0, 100, 10_000),),
}
"""What is climbed in each dimension."""

ENTRIES = Ladder("", 1.0, FIRST_ENTRIES, 100)
"""The number of entries is climbed as if it were a measure without a name."""

_SAY_ENOUGH = frozenset({"distance", "duration"})
"""Kilometres and hours need no word of what they are."""


def _rungs(first: int) -> Iterator[int]:
    """Give 10, 25, 50, 100, 250, ... without end, from ``first`` on."""
    each = (step * 10**power for power in count() for step in (10, 25, 50))
    return (rung for rung in each if rung >= first)


def begin() -> State:
    """Return nothing counted: by measure, the total, the total of the next rung, the first day.

    Totals are in billionths (see ``domain/exact_sum``).
    """
    return {}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give each rung that an entry has reached, of several the highest."""
    measures = [measure for measure in history.activity.measures if is_counted(measure)]
    for done in stretch.entries:
        yield from _added(state, "", 1.0, (ENTRIES,), done)
        for measure in measures:
            amount = done.value(measure.name)
            if amount:
                yield from _added(state, measure.name, amount, LADDERS[measure.dimension], done)


def is_counted(measure: Measure) -> bool:
    """Tell whether a total of the measure is worth celebrating."""
    wanted = measure.direction is Direction.HIGHER or (
        measure.direction is Direction.NEUTRAL and measure.name in _SPENT
    )
    return (
        wanted
        and measure.kind is Kind.ADDITIVE
        and measure.dimension in LADDERS
        and not measure.retired
    )


def _added(
    state: State, measure: str, amount: float, ladders: tuple[Ladder, ...], done: Done
) -> Iterator[Found]:
    """Add what an entry has of a measure, and give the rungs that its total reaches by it."""
    kept = state.get(measure)
    if kept is None:
        lowest = min(ladder.following(0) for ladder in ladders)
        kept = state[measure] = [0, lowest, done.day.isoformat()]
    before = kept[0]
    total = kept[0] = before + billionths(amount)
    if total < kept[1]:
        return
    kept[1] = min(ladder.following(total) for ladder in ladders)
    if state[""][0] < FIRST_ENTRIES * WHOLE:
        return
    for ladder in ladders:
        rung = ladder.reached(total)
        if rung > ladder.reached(before):
            size: Size = "big" if rung >= ladder.big else "small"
            said = _said(measure, ladder, rung, since=kept[2])
            yield Found(done.day, size, (done.number,), said)


def _said(measure: str, ladder: Ladder, rung: int, since: str) -> dict[str, Any]:
    total = rung * billionths(ladder.factor) / WHOLE
    said = {
        "measure": measure,
        "total": total,
        "rung": rung,
        "unit": ladder.unit,
        "since": since,
    }
    return {**said, "units": ladder.system.value} if ladder.system else said


def sentence(found: Found, activity: Activity, _notation: Notation) -> str:
    """Say it: ``your 100th run, the first on 3 May 2021``, ``run: 1 000 km in all since …``."""
    said = found.said
    first = date.fromisoformat(said["since"])
    since = format_span(first, first)
    rung, measure, unit = f"{said['rung']:,}".replace(",", " "), said["measure"], said["unit"]
    if not measure:
        return f"your {rung}th {activity.name}, the first on {since}"
    what = " of ".join(filter(None, (unit, "" if measure in _SAY_ENOUGH else measure)))
    return f"{activity.name}: {rung} {what} in all since {since}"
