"""A workout as a draft."""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from stridelog.domain.entry import Draft, Origin
from stridelog.importers._sports import on_wheels
from stridelog.importers.apple_health.quantities import (
    BEATS,
    METRES,
    SECONDS,
    WATTS,
    amount,
    amount_in,
)
from stridelog.importers.apple_health.sports import STILL, activity_of
from stridelog.importers.apple_health.times import Clock, time_of
from stridelog.importers.apple_health.workouts import Part, Workout, WorkoutError

SOURCE = "apple-health"

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_EFFORTS = range(1, 11)


def draft_of(workout: Workout | None, row: int, clock: Clock) -> Draft:
    """Return the workout as a draft. Raises ``StrideError`` where it cannot be made out."""
    if workout is None:
        raise WorkoutError("It is not well-formed XML.")
    whole = workout.whole
    attributes = whole.attributes
    sport = activity_of(attributes.get("workoutActivityType", ""))
    if not sport:
        raise WorkoutError("It does not say what kind of workout it is.")
    start = time_of(attributes.get("startDate", ""))
    zone = whole.metadata.get("HKTimeZone", "")
    return Draft(
        activity=sport,
        at=clock.on_the_wall(start, zone),
        measurements=dict(_measurements(workout, sport, start)),
        tags=("indoor",) if _is_indoor(workout) else (),
        effort=_effort(workout.effort),
        origins=(Origin(SOURCE, _key(whole, start)),),
        row=row,
        wall_clock=start.tzinfo is None,
    )


def _key(whole: Part, start: datetime) -> str:
    """Return what tells a workout from all others, whenever and wherever it is exported again.

    Not the name of what wrote it: a phone that is renamed has written all its workouts anew.
    """
    attributes = whole.attributes
    end = attributes.get("endDate", "")
    said = (
        _instant(start),
        _instant(time_of(end)) if end else "",
        attributes.get("workoutActivityType", ""),
    )
    return sha256("\n".join(said).encode(errors="replace")).hexdigest()[:32]


def _instant(at: datetime) -> str:
    """Return a time that does not depend on the zone that it is written in, if it has one."""
    return at.isoformat() if at.tzinfo is None else f"{(at - EPOCH).total_seconds():.0f}"


def _measurements(workout: Workout, sport: str, start: datetime) -> Iterator[tuple[str, float]]:
    """Give what was measured, in base units; what is zero or missing was not."""
    whole = workout.whole
    elapsed = _elapsed(whole, start)
    attributes = whole.attributes
    moving = amount(attributes.get("duration", ""), attributes.get("durationUnit", ""), SECONDS)
    found = {
        "distance": 0.0 if sport in STILL else _distance(workout, sport),
        "duration": moving or elapsed,
        # Start and end are cut to seconds, and the time in motion is not.
        "elapsed": max(elapsed, moving) if elapsed else 0.0,
        "climb": _climb(workout),
        "heart-rate": _average(workout, "HeartRate"),
    }
    if on_wheels(sport):
        found["power"] = _average(workout, "CyclingPower")
    return ((name, value) for name, value in found.items() if value)


def _elapsed(whole: Part, start: datetime) -> float:
    text = whole.attributes.get("endDate", "")
    if not text:
        return 0.0
    end = time_of(text)
    if (end.tzinfo is None) is not (start.tzinfo is None):
        raise WorkoutError("Of its start and its end, only one says its offset from UTC.")
    return max((end - start).total_seconds(), 0.0)


def _distance(workout: Workout, sport: str) -> float:
    """Return the distance, which stands in a statistic since iOS 16 and in an attribute before."""
    parts = [_covered(part, sport) for part in workout.parts]
    attributes = workout.whole.attributes
    before = amount(
        attributes.get("totalDistance", ""), attributes.get("totalDistanceUnit", ""), METRES
    )
    return _covered(workout.whole, sport) or before or sum(parts)


def _covered(part: Part, sport: str) -> float:
    """Return the distance in a part's statistics: that of the sport, or all of a triathlon's."""
    covered = {
        quantity: amount(statistic.get("sum", ""), statistic.get("unit", ""), METRES)
        for quantity, statistic in part.statistics.items()
        if quantity.startswith("Distance")
    }
    if sport == "swim-bike-run":
        return sum(covered.values())
    own = "DistanceCycling" if on_wheels(sport) else "DistanceSwimming" if sport == "swim" else ""
    return covered.get(own) or max(covered.values(), default=0.0)


def _climb(workout: Workout) -> float:
    climbs = [
        amount_in(part.metadata.get("HKElevationAscended", ""), METRES)
        for part in (workout.whole, *workout.parts)
    ]
    return climbs[0] or sum(climbs[1:])


def _average(workout: Workout, quantity: str) -> float:
    """Return the average of a workout; of its one part where the whole has none."""
    parts = (workout.whole, *(workout.parts if len(workout.parts) == 1 else ()))
    statistics = (part.statistics.get(quantity, {}) for part in parts)
    units = BEATS if quantity == "HeartRate" else WATTS
    values = (amount(s.get("average", ""), s.get("unit", ""), units) for s in statistics)
    return next(filter(None, values), 0.0)


def _is_indoor(workout: Workout) -> bool:
    parts = (workout.whole, *workout.parts)
    return any(part.metadata.get("HKIndoorWorkout", "").strip() == "1" for part in parts)


def _effort(text: str) -> int | None:
    """Return the effort where it is a whole number from 1 to 10."""
    value = amount(text, "", {"": 1.0})
    return int(value) if value in _EFFORTS else None
