"""Activities: what can be logged, and the ones that every new journal starts with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.units import Dimension

AREAS = ("fitness", "work", "health", "relationships", "hobbies")
"""The areas of life that come with a journal; a person may name others."""

_ON_FOOT = ("run", "walk", "hike", "snowshoe")
"""What the names of activities end with in which one speaks of pace, not of speed."""

_RUNNING = ("run", "race")
"""What the names of activities end with that are a kind of running."""


@dataclass(frozen=True, slots=True)
class Activity:
    """Something practised, with its measures in the order in which they are shown and filled."""

    name: str
    area: str
    measures: tuple[Measure, ...] = ()
    retired: bool = False

    def measure(self, name: str) -> Measure | None:
        """Return the measure called ``name``, or None."""
        return next((m for m in self.measures if m.name == name), None)

    @property
    def loggable(self) -> tuple[Measure, ...]:
        """The measures that a person can give a value: neither derived nor retired."""
        return tuple(m for m in self.measures if m.kind is not Kind.DERIVED and not m.retired)


def _additive(
    name: str, dimension: Dimension, direction: Direction = Direction.NEUTRAL, unit: str = ""
) -> Measure:
    return Measure(name, Kind.ADDITIVE, dimension, direction, unit)


def _derived(
    name: str, dimension: Dimension, direction: Direction, ratio: Ratio, unit: str = ""
) -> Measure:
    return Measure(name, Kind.DERIVED, dimension, direction, unit, ratio=ratio)


def pace(unit: str = "") -> Measure:
    """Return the derived measure duration / distance, in seconds per kilometre."""
    ratio = Ratio((Term("duration"),), (Term("distance"),), scale=1000.0)
    return _derived("pace", Dimension.PACE, Direction.LOWER, ratio, unit)


def speed() -> Measure:
    """Return the derived measure distance / duration, in metres per second."""
    ratio = Ratio((Term("distance"),), (Term("duration"),))
    return _derived("speed", Dimension.SPEED, Direction.HIGHER, ratio)


def endurance_measures(*extra: Measure) -> tuple[Measure, ...]:
    """Return the measures of an activity that covers a distance, and ``extra`` ones after them."""
    return (
        _additive("distance", Dimension.DISTANCE, Direction.HIGHER),
        _additive("duration", Dimension.DURATION),
        _additive("elapsed", Dimension.DURATION),
        _additive("climb", Dimension.ELEVATION),
        Measure("heart-rate", Kind.INTENSIVE, Dimension.HEART_RATE, weight="duration"),
        *extra,
    )


def _shift_measures() -> tuple[Measure, ...]:
    count, higher, lower = Dimension.COUNT, Direction.HIGHER, Direction.LOWER
    answers = (Term("promoters"), Term("passives"), Term("detractors"))
    return (
        _additive("duration", Dimension.DURATION),
        _additive("tickets", count, higher),
        _additive("responses", count),
        _additive("promoters", count, higher),
        _additive("passives", count),
        _additive("detractors", count, lower),
        _additive("reopened", count, lower),
        Measure("csat", Kind.INTENSIVE, Dimension.FRACTION, higher, weight="responses"),
        Measure("first-reply", Kind.INTENSIVE, Dimension.DURATION, lower, weight="tickets"),
        Measure("resolution", Kind.INTENSIVE, Dimension.DURATION, lower, weight="tickets"),
        _derived(
            "nps",
            Dimension.SCORE,
            higher,
            Ratio((Term("promoters"), Term("detractors", -1.0)), answers, scale=100.0),
        ),
        _derived(
            "tickets-per-hour",
            Dimension.RATE,
            higher,
            Ratio((Term("tickets"),), (Term("duration"),), scale=3600.0),
        ),
        _derived(
            "reopen-rate",
            Dimension.FRACTION,
            lower,
            Ratio((Term("reopened"),), (Term("tickets"),)),
        ),
    )


def _practice_measures() -> tuple[Measure, ...]:
    return (_additive("duration", Dimension.DURATION, Direction.HIGHER),)


def built_in_activities() -> tuple[Activity, ...]:
    """Return the activities of a new journal (the table in the product's description)."""
    power = Measure("power", Kind.INTENSIVE, Dimension.POWER, Direction.HIGHER, weight="duration")
    swim = tuple(m for m in endurance_measures(pace("/100m")) if m.name not in {"elapsed", "climb"})
    strength = (
        _additive("duration", Dimension.DURATION),
        _additive("sets", Dimension.COUNT, Direction.HIGHER),
        _additive("reps", Dimension.COUNT, Direction.HIGHER),
        _additive("volume", Dimension.MASS, Direction.HIGHER),
    )
    return (
        Activity("run", "fitness", endurance_measures(pace())),
        Activity("walk", "fitness", endurance_measures(pace())),
        Activity("ride", "fitness", endurance_measures(power, speed())),
        Activity("swim", "fitness", swim),
        Activity("strength", "fitness", strength),
        Activity("shift", "work", _shift_measures()),
        Activity("study", "hobbies", _practice_measures()),
        Activity("practice", "hobbies", _practice_measures()),
        Activity("extra-mile", "relationships"),
    )


def leading_measure(activity: Activity) -> Measure | None:
    """Return the measure that says most about one entry of the activity, or None.

    For what covers a distance that is pace or speed; else the first with a better direction,
    those that do not grow with the length of the entry (CSAT) before those that do (tickets).
    """
    judged = [
        m for m in activity.measures if m.direction is not Direction.NEUTRAL and not m.retired
    ]
    moving = [m for m in judged if m.dimension in {Dimension.PACE, Dimension.SPEED}]
    intensive = [m for m in judged if m.kind is Kind.INTENSIVE and m.dimension != Dimension.POWER]
    additive = [m for m in judged if m.kind is Kind.ADDITIVE]
    return next(iter((*moving, *intensive, *additive, *judged)), None)


def is_running(activity: str) -> bool:
    """Tell whether an activity is a kind of running, by its name: ``trail-run``."""
    return activity.endswith(_RUNNING)


def pace_measure(activity: Activity) -> Measure | None:
    """Return the measure that says how fast one moved over its distance, or None."""
    distance = (Term("distance"),)
    for measure in activity.measures:
        if measure.ratio is None:
            continue
        if measure.dimension is Dimension.PACE and measure.ratio.denominator == distance:
            return measure
        if measure.dimension is Dimension.SPEED and measure.ratio.numerator == distance:
            return measure
    return None


def new_activity(name: str, used: Iterable[str], known: Mapping[str, Measure]) -> Activity:
    """Return an activity for entries that came with ``used`` measures, by what these are.

    What moves (or is timed like what moves) gets the measures of endurance; anything else gets
    the measures of the same names that other activities have.
    """
    used = tuple(used)
    power = known.get("power")
    moving = endurance_measures(
        *((power,) if power and "power" in used else ()),
        pace() if name.endswith(_ON_FOOT) else speed(),
    )
    if {m.name for m in moving} >= set(used):
        return Activity(name, "fitness", moving)
    return Activity(name, "hobbies", tuple(replace(known[m], weight="") for m in used))
