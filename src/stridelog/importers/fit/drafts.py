"""A leg of a FIT file as a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import tzinfo

from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.plausible import fastest_pace
from stridelog.domain.track import Summary, Totals, moving_speeds, summary
from stridelog.importers._sports import on_wheels
from stridelog.importers._track import fastest_of, sport_by_speed
from stridelog.importers.fit.legs import Leg
from stridelog.importers.fit.recording import StrengthSet
from stridelog.importers.fit.sports import activity_of, tags_of
from stridelog.importers.fit.times import Clock


class EmptyLegError(StrideError):
    """A session tells neither how long it took nor how far it went."""


def activity_in(leg: Leg) -> str:
    """Return what was done: as the file says, else as the speed tells."""
    sport, sub_sport = leg.session.sport, leg.session.sub_sport
    if not sport and not sub_sport and moving_speeds(leg.track):
        return sport_by_speed(leg.track)
    return activity_of(sport, sub_sport)


def summary_of(leg: Leg, activity: str) -> Summary | None:
    """Return what the records of a leg tell, without efforts that nobody ever made.

    None if it has no records.
    """
    summed = summary(leg.track, fastest_of(activity))
    if summed is None:
        return None
    believed = tuple(
        effort
        for effort in summed.segments
        if 1000 * effort.seconds >= fastest_pace(activity, effort.metres) * effort.metres
    )
    if len(believed) == len(summed.segments):
        return summed
    remark = "Best efforts that are faster than any record were left out."
    return replace(summed, segments=believed, remarks=(*summed.remarks, remark))


def draft_of(
    leg: Leg, activity: str, summed: Summary | None, clock: Clock, zone: tzinfo, key: str
) -> Draft:
    """Return the draft of a leg; ``key`` tells its file from others. Raises ``StrideError``."""
    session = leg.session
    start = leg.start
    measured = summed.measurements if summed else _given(session.totals)
    if start is None or not measured.keys() & {"distance", "duration"}:
        raise EmptyLegError(f"Activity {session.number} of the file is empty.")
    return Draft(
        activity=activity,
        at=clock.local(start, zone),
        measurements={
            name: value
            for name, value in {**measured, **_lifted(leg.sets)}.items()
            if name != "power" or on_wheels(activity)
        },
        tags=tags_of(session.sub_sport),
        effort=session.effort,
        origins=(Origin("fit", f"{key}-{session.number}"),),
        row=session.number,
        segments=summed.segments if summed else (),
        wall_clock=clock.on_the_wall,
    )


def _given(totals: Totals) -> Mapping[str, float]:
    """Return what the device says of an activity of which it has no records."""
    found = {
        "distance": totals.distance,
        "duration": totals.duration or totals.elapsed,
        "elapsed": totals.elapsed,
        "climb": totals.climb,
        "heart-rate": totals.heart_rate,
        "power": totals.power,
    }
    return {name: value for name, value in found.items() if value}


def _lifted(sets: Sequence[StrengthSet]) -> Mapping[str, float]:
    """Return how much was lifted: sets, repetitions, and kilograms times repetitions."""
    found = {
        "sets": float(len(sets)),
        "reps": sum(one.repetitions for one in sets),
        "volume": sum(one.repetitions * one.weight for one in sets),
    }
    return {name: value for name, value in found.items() if value}
